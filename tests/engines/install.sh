#!/usr/bin/env bash
# Installs what `make test-engines` needs and PyPI does not have: Node.js, Chromium and Virtuoso's two programs (from
# apt, where they are missing and we are root; no service is set up), and from npm, by lock file, the packages that read
# and draw what infact writes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

missing=()
command -v npm >/dev/null || missing+=(nodejs npm)
command -v virtuoso-t >/dev/null && command -v isql-vt >/dev/null || missing+=(virtuoso-opensource-7-bin)
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "these tests need ${missing[*]} (as Debian names them): install them, then run this again" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"
fi
# npm ci empties node_modules first, so it runs only when the lock file is newer than the last install.
if [ ! -e node_modules/.ready ] || [ package-lock.json -nt node_modules/.ready ]; then
  npm ci --silent
  touch node_modules/.ready
fi
