#!/usr/bin/env bash
# Installs the programs that the tests drive besides Python: a browser, a spreadsheet, a word processor, a PDF reader,
# a database server and a web server.
set -euo pipefail

missing=()
if ! command -v chromium chromium-browser google-chrome >/dev/null; then missing+=(chromium); fi
if ! command -v soffice libreoffice >/dev/null; then missing+=(libreoffice-calc); fi
if ! command -v lowriter >/dev/null; then missing+=(libreoffice-writer); fi
if ! command -v pdftotext >/dev/null; then missing+=(poppler-utils); fi
if ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null && ! command -v initdb >/dev/null; then
  missing+=(postgresql)
fi
if ! command -v nginx /usr/sbin/nginx >/dev/null; then missing+=(nginx-light); fi
if ((${#missing[@]} == 0)); then exit 0; fi

administrator=()
if ((EUID != 0)); then administrator=(sudo --non-interactive); fi
if ! command -v apt-get >/dev/null || ! "${administrator[@]}" true 2>/dev/null; then
  echo "The tests need these programs, and this script may not install them: ${missing[*]}." >&2
  echo "Install them, or run the part of the tests that does without: make check" >&2
  exit 1
fi
"${administrator[@]}" apt-get update --quiet=2
"${administrator[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install --quiet=2 --yes --no-install-recommends "${missing[@]}"
