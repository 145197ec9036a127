"""Everything that reads bytes from elsewhere, each as a function of bytes, for hypothesis and for `make fuzz`.

The rule: what comes out is a value, or one of our own errors whose sentence can be told in both languages.
For a workbook the bytes are edits in one of its parts, so that the zip file is always whole.
"""

import asyncio
import shutil
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile

from ruamel.yaml import YAML
from sqlalchemy.engine import make_url

from assessment.domain.errors import AssessmentError
from assessment.reporting.form import answer_form
from assessment.reporting.form_file import open_form
from assessment.reporting.form_reader import filled_form
from assessment.reporting.plan_file import open_plan
from assessment.reporting.plan_reader import returned_plan
from assessment.reporting.workbook import assessment_workbook
from assessment.services import checklists, forms, join_codes
from assessment.services.reports import report
from assessment.storage.backup import back_up, problems_in, put_back
from assessment.storage.checklist_file import read_checklist
from assessment.texts.language import language
from assessment.web.phone import PhonePages
from assessment.web.phone_request import seat_cookie
from tests import builders
from tests.workshop_builders import Facilitator, attend, prepare

SV, EN = language("sv"), language("en")


def told(reader, content):
    """What the reader's refusal says in Swedish, or None when it took the content. Anything else is raised."""
    try:
        reader(content)
    except AssessmentError as error:
        EN.explain(error)
        return SV.explain(error)
    return None


@cache
def scratch():
    """A folder in memory where there is such a thing."""
    memory = Path("/dev/shm")
    return Path(mkdtemp(prefix="rustad-fuzz-", dir=memory if memory.is_dir() else None))


@cache
def begun():
    """An engine, an assessment and its checklist."""
    engine = builders.house(scratch())
    assessment = builders.start(engine)
    ben = builders.join(engine, assessment, builders.BEN)
    builders.answer_all(engine, ben, (0, 1, 2, 3, 4))
    return engine, assessment, checklists.newest(engine, builders.ADA)


@cache
def blank_form():
    engine, assessment, _ = begun()
    return answer_form(forms.basis(engine, builders.ADA, assessment.id).report, SV, form_id="form-1")


@cache
def gap_list():
    engine, assessment, _ = begun()
    return assessment_workbook(report(engine, builders.ADA, assessment.id), SV, version="1")


@cache
def parts_of(workbook):
    """The workbook's parts by name."""
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edited(workbook, content):
    """The workbook with edits in one of its parts. The first byte says which; then, for each edit, two bytes for the
    place, one for how much goes, and one for what comes: a telling token, or so many of the next bytes.
    """
    parts = dict(parts_of(workbook))
    if content:
        names = sorted(parts)
        name = names[content[0] % len(names)]
        parts[name] = _with_edits(parts[name], content[1:])
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def _with_edits(part, edits):
    while len(edits) >= 4:
        place = int.from_bytes(edits[:2], "big") * len(part) // 65_536
        gone, what = edits[2], edits[3]
        edits = edits[4:]
        if what < len(TOKENS):
            new = TOKENS[what]
        else:
            new, edits = edits[: what - len(TOKENS)], edits[what - len(TOKENS) :]
        part = part[:place] + new + part[place + gone :]
    return part


TOKENS = [
    *(b"", b"<", b">", b'"', b"/>", b"&amp;", b"&#0;", b"&#x202E;", b"]]>", b"<!--", b"<?x?>", b"<![CDATA["),
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b'r="XFD1048576"', b'r="A0"', b'r="1"', b'r="-1"', b'r="99999999999"'),
    *(
        b't="s"',
        b't="b"',
        b't="d"',
        b't="e"',
        b't="n"',
        b't="str"',
        b't="inlineStr"',
        b't="shared" si="0"',
        b't="array"',
    ),
    *(b"<v>", b"</v>", b"<f>", b"</f>", b"<is><t>", b"</t></is>", b"<c>", b"</c>", b"<row>", b"</row>", b"<r><t>"),
    *(b"1e999", b"-1", b"0", b"1.5", b"NaN", b"9" * 5_000, b"45000.5", b"2958466", b"TRUE", b"2026-11-22T00:00:00"),
    *(
        b'ref="A1:XFD1048576"',
        b"<mergeCell ",
        b"POL-01",
        b"POL-01 9",
        b"kind",
        b"gap_list",
        b"\xff",
        b"\x00",
        "å".encode(),
    ),
    *(b's="1"', b's="99999"', b'numFmtId="14"', b'count="999999999"', b"1" * 40_000, b"=A1", b"_x000D_", b"#REF!"),
    *(b'min="1" max="16384"', b'Target="../../../etc/passwd"', b'Target="http://example.org/"', b"1904", b"true"),
]


def first_edits(workbook):
    """Each token in the middle of each part."""
    return {
        f"{place}-{token}": bytes([place, 128, 0, 0, token])
        for place in range(len(parts_of(workbook)))
        for token in range(len(TOKENS))
    }


def read_form(content):
    _, assessment, checklist = begun()
    filled_form(open_form(content), assessment, checklist, SV)


def read_plan(content):
    _, assessment, checklist = begun()
    returned_plan(open_plan(content), assessment, checklist, SV)


def read_form_part(content):
    read_form(edited(blank_form(), content))


def read_plan_part(content):
    read_plan(edited(gap_list(), content))


def read_archive(content):
    """Any bytes as both kinds of workbook."""
    told(read_form, content)
    read_plan(content)


def read_checklist_bytes(content):
    path = scratch() / "checklist.yaml"
    path.write_bytes(content)
    read_checklist(path)


def ask_phone(content):
    """A request to the phone pages: method and path, query, cookie and body, one to a line."""
    path, query, cookie, body = (content.split(b"\n", 3) + [b""] * 4)[:4]
    scope = {
        "type": "http",
        "method": "POST" if path.startswith(b"!") else "GET",
        "path": "/d/" + path.lstrip(b"!").decode("utf-8", "replace"),
        "query_string": query,
        "headers": [(b"host", b"localhost"), (b"cookie", cookie), (b"last-event-id", cookie)],
        "client": ("127.0.0.1", 1),
    }
    messages = [{"type": "http.request", "body": body, "more_body": False}, {"type": "http.disconnect"}]
    sent = []

    async def receive():
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    asyncio.run(PhonePages()(scope, receive, send))
    assert sent[0]["status"] < 500, sent


@cache
def room():
    """The code of a workshop in which a vote is open, and the cookie of somebody who has joined."""
    engine, assessment, _ = begun()
    workshop = prepare(engine, assessment)
    code = join_codes.join_code_of(engine, builders.ADA, workshop.id)
    token = attend(engine, workshop)
    vote = Facilitator(engine, workshop).open_vote(builders.asked(engine, assessment)[0].id)
    cookie = f"{seat_cookie(workshop.id)}={token}; rustad_lang=sv"
    return code.code.encode(), code.key.encode(), cookie.encode(), str(vote).encode()


def phone_seeds():
    code, key, cookie, vote = room()
    return {
        "code": b"!\n\n\nkod=" + code,
        "room": code + b"\nn=" + key + b"&lang=en\n" + cookie + b"\n",
        "vote": b"!" + code + b"/rost\n\n" + cookie + b"\nsvar=3&omgang=" + vote,
        "join": b"!" + code + b"/med\n\n\nroll=inkop&namn=%C3%85sa&n=" + key,
        "answer": b"!" + code + b"/svara/POL-01\nsparad=POL-01\n" + cookie + b"\nsvar=not_applicable&skal=text",
        "overview": code + b"/svara\n\n" + cookie + b"\n",
        "feed": code + b"/handelser\nv=1\n" + cookie + b"\n",
    }


@cache
def small_checklist():
    """Two questions and all that they lean on: small enough to be read often."""
    content = YAML(typ="safe", pure=True).load(checklists.SHIPPED.read_text(encoding="utf-8"))
    wording = {"question": "Fråga?", "levels": list("ABCDE"), "evidence": "x", "action": "y"}
    items = [item | {"depends_on": [], "source": ["K"], "sv": wording, "en": wording} for item in content["items"][:2]]
    small = content | {"items": items, "consistency": [], "vignettes": []}
    file = BytesIO()
    YAML(typ="safe", pure=True).dump(small | {"sources": [{"key": "K", "sv": "s", "en": "e", "url": ""}]}, file)
    return file.getvalue()


@cache
def copy_bytes():
    """A copy of a database with answers in it, as `backup` writes it."""
    path = scratch() / "copy.db"
    path.unlink(missing_ok=True)
    back_up(make_url(f"sqlite:///{scratch() / 'rustad.db'}"), path)
    return path.read_bytes()


def put_back_copy(content):
    """Edits in a copy that is put back in the place of a database: refused, or there whole."""
    begun()
    place = scratch() / "restored"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    source = place / "source.db"
    source.write_bytes(_with_edits(copy_bytes(), content))
    put_back(make_url(f"sqlite:///{place / 'there.db'}"), source, moment=datetime.now(UTC))
    assert not any(problems_in(place / "there.db").values())


READERS = {
    "backup": (put_back_copy, lambda: {"header": bytes([0, 0, 0, 0]), "early": bytes([0, 200, 9, 1])}),
    "form": (read_form_part, lambda: first_edits(blank_form())),
    "plan": (read_plan_part, lambda: first_edits(gap_list())),
    "archive": (read_archive, lambda: {"form": blank_form(), "plan": gap_list()}),
    "checklist": (read_checklist_bytes, lambda: {"small": small_checklist()}),
    "phone": (ask_phone, phone_seeds),
}
