"""Files made to burst whoever opens them. `python -m tests.fuzz.bombs` opens all, as both kinds of workbook.

Written as JSON: by name what was told and the seconds of processor that it took, and the largest memory of the whole.
"""

import json
import resource
import sys
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from tests.fuzz.readers import blank_form, gap_list, parts_of, read_checklist_bytes, read_form, read_plan, told

MEMORY = 3_000_000_000  # bytes of address space, where the bombs are stopped if nothing else stops them
SECONDS = 120
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
DOCTYPE = b'<!DOCTYPE x [<!ENTITY l0 "haha">' + LAUGHS + b"]>"
OUTSIDE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
REMOTE = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


def packed(parts, *, how=ZIP_DEFLATED):
    file = BytesIO()
    with ZipFile(file, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_parts(**changed):
    """The gap list with other content in some parts. `changed` maps names, with __ for /, to functions of bytes."""
    parts = dict(parts_of(gap_list()))
    for name, change in changed.items():
        for one in [part for part in parts if part.endswith(name.replace("__", "/"))]:
            parts[one] = change(parts[one])
    return packed(parts)


def sheets(change):
    """The gap list with the sheets changed in which people write."""
    parts = parts_of(gap_list())
    return packed(
        {
            name: change(part) if b"action_id" in part and b"format_version" not in part else part
            for name, part in parts.items()
        }
    )


def rows(content):
    """These rows below all others."""
    return sheets(lambda part: part.replace(b"</sheetData>", content + b"</sheetData>"))


def with_strings(content, body=b""):
    """The gap list with these shared strings, and rows that use them."""
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    table = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>' % content
    parts = {
        name: part.replace(b"</sheetData>", body + b"</sheetData>")
        if b"action_id" in part and b"format_version" not in part
        else part
        for name, part in parts_of(gap_list()).items()
    }
    types = parts["[Content_Types].xml"].replace(b"</Types>", override)
    return packed(parts | {"xl/sharedStrings.xml": table, "[Content_Types].xml": types})


def after_prolog(insert):
    """In each XML part, docProps and relations among them."""

    def change(part):
        head, mark, rest = part.partition(b"?>")
        return head + mark + insert + rest if part.startswith(b"<?xml") else insert + part

    return {
        name: packed(dict(parts_of(gap_list())) | {name: change(part)}) for name, part in parts_of(gap_list()).items()
    }


def overlapping():
    """Many entries that share the same packed bytes."""
    whole = packed({"[Content_Types].xml": b" " * 4_000_000})
    directory = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entry, count = whole[directory:end], 1_000
    names = [entry.replace(b"[Content_Types].xml", b"[Content_Type%03d].xml" % n)[: len(entry)] for n in range(count)]
    body = b"".join(names)
    tail = bytearray(whole[end:])
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = len(body).to_bytes(4, "little")
    return whole[:directory] + body + bytes(tail)


def declared(size):
    """A part that says it is small and is not, or the other way round."""
    whole = bytearray(packed({"[Content_Types].xml": b" " * 40_000_000}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = whole.index(mark) + place
        whole[at : at + 4] = size.to_bytes(4, "little")
    return bytes(whole)


def nested(depth):
    inner = b"x"
    for _ in range(depth):
        inner = packed({"[Content_Types].xml": b"", "inner.zip": inner})
    return inner


def named(name):
    return packed(dict(parts_of(gap_list())) | {name: b"x"})


def bombs():
    """Each under its name, as a function that makes it."""
    cell = b'<c r="%s"><v>1</v></c>'
    return {
        "declared too small": lambda: declared(10),
        "declared huge": lambda: declared(4_000_000_000),
        "nested a hundred deep": lambda: nested(100),
        "entries that overlap": overlapping,
        "zip in zip": lambda: packed({"[Content_Types].xml": b"", "inner.zip": packed({"x": bytes(40_000_000)})}),
        "a hundred thousand entries": lambda: packed({str(n): b"" for n in range(60_000)}, how=ZIP_STORED)[:5_000_000],
        "bzip2": lambda: packed(dict(parts_of(gap_list())), how=ZIP_BZIP2),
        "lzma": lambda: packed(dict(parts_of(gap_list())), how=ZIP_LZMA),
        "far cell": lambda: rows(b'<row r="1048576">' + cell % b"XFD1048576" + b"</row>"),
        "wide rows": lambda: rows(b"".join(b'<row r="%d">%s</row>' % (n, cell % (b"XFD%d" % n)) for n in range(200, 9_000))),
        "long column": lambda: rows(b"".join(b'<row r="%d">%s</row>' % (n, cell % (b"A%d" % n)) for n in range(200, 99_000))),
        "a million cells": lambda: rows(b'<row r="200">' + b"<c/>" * 1_000_000 + b"</row>"),
        "dimension of everything": lambda: sheets(lambda part: part.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')),
        "merged everything": lambda: sheets(lambda part: part.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "linked everything": lambda: sheets(lambda part: part.replace(b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>')),
        "one sheet many times": lambda: with_parts(**{"xl__workbook.xml": lambda part: part.replace(b"</sheets>", b"".join(b'<sheet name="n%d" sheetId="%d" r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>' % (n, n + 100) for n in range(20_000)) + b"</sheets>")}),
        "huge shared string": lambda: with_strings(b"<si><t>" + b"x" * 40_000_000 + b"</t></si>"),
        "many shared strings": lambda: with_strings(b"<si><t/></si>" * 1_500_000),
        "a long text in every cell": lambda: with_strings(b"<si><t>" + b"x" * 60_000 + b"</t></si>", _text_rows()),
        "formulas moved from cell to cell": lambda: rows(b'<row r="200"><c r="A200"><f t="shared" si="0" ref="A1:Z9999">' + b"A1+" * 10_000 + b"1</f></c>" + b"".join(b'<c r="B200"><f t="shared" si="0"/></c>' for _ in range(90_000)) + b"</row>"),
        "deep": lambda: rows(b"<x>" * 200_000 + b"</x>" * 200_000),
        "deep styles": lambda: with_parts(**{"xl__styles.xml": lambda part: part.replace(b"</styleSheet>", b"<x>" * 100_000 + b"</x>" * 100_000 + b"</styleSheet>")}),
        "a million styles": lambda: with_parts(**{"xl__styles.xml": lambda part: part.replace(b"</cellXfs>", b"<xf/>" * 1_000_000 + b"</cellXfs>")}),
        "one endless attribute": lambda: sheets(lambda part: part.replace(b"<sheetData>", b'<sheetData x="' + b"A1 " * 4_000_000 + b'">', 1)),
    }  # fmt: skip


def harmless():
    """What looks dangerous and is simply not looked at: macros, links, other names. The rest is read as ever."""
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    names = [
        "../../../etc/cron.d/x",
        "/etc/passwd",
        "C:\\autoexec.bat",
        "a\x00b",
        "n" * 60_000,
        "\u202egnp.exe",
        "å/ä/ö.txt",
    ]
    return {
        "macros": lambda: named("xl/vbaProject.bin"),
        "link to another file": lambda: packed(
            dict(parts_of(gap_list())) | {"xl/externalLinks/externalLink1.xml": link}
        ),
        **{f"name {name[:12]!r}": (lambda name=name: named(name)) for name in names},
    }


def _text_rows():
    line = b"".join(b'<c t="s"><v>0</v></c>' for _ in range(20))
    return b"".join(b'<row r="%d">%s</row>' % (n, line) for n in range(200, 5_000))


YAML_BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "deep lists": "[" * 100_000,
    "deep mappings": "".join(" " * n + "a:\n" for n in range(1_000)),
    "huge number": "key: " + "9" * 1_000_000,
    "huge exponent": "key: 1e999999999",
    "the same key twice": "key: a\nkey: b\n",
    "merge of itself": "a: &a\n  <<: *a\n",
    "a python object": "!!python/object/apply:os.system ['true']",
    "too large": "a: " + "x" * 3_000_000,
    "control characters": "key: a\x00b",
    "not text": b"\xff\xfe\x00\x01",
}


def most_memory():
    """The most bytes that this process has held at once.

    Not `ru_maxrss`: Linux lets that begin at what the parent held, and pytest holds more after a thousand tests than
    any bomb here.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def main():
    parts_of(blank_form())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    found = {}
    telling = ("xl/workbook.xml", "xl/styles.xml", "docProps/core.xml", "[Content_Types].xml", "_rels/.rels")
    entities = {f"laughs in {name}": content for name, content in after_prolog(DOCTYPE).items()}
    for kind, what in (("file", OUTSIDE), ("remote", REMOTE)):
        changed = after_prolog(what)
        entities |= {f"{kind} in {name}": changed[name] for name in telling}
    makers = bombs() | {name: (lambda content=content: content) for name, content in entities.items()}
    for name, make in makers.items():
        content = make()
        begun = process_time()
        found[name] = [told(read_plan, content), process_time() - begun]
        told(read_form, content)
    for name, make in harmless().items():
        found["harmless: " + name] = [told(read_plan, make()), 0]
    for name, text in YAML_BOMBS.items():
        begun = process_time()
        found["yaml: " + name] = [
            told(read_checklist_bytes, text.encode() if isinstance(text, str) else text),
            process_time() - begun,
        ]
    json.dump({"found": found, "memory": most_memory()}, sys.stdout)


if __name__ == "__main__":
    main()
