#!/usr/bin/env bash
# Installs what `make test-engines` needs and PyPI does not have: Node.js (from apt, where it is missing and we are
# root), and from npm, by lock file, the packages that read what infact writes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v npm >/dev/null; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "these tests need Node.js with npm: install them, then run this again" >&2
    exit 1
  fi
  apt-get update -qq
  apt-get install -qq -y --no-install-recommends nodejs npm
fi
# npm ci empties node_modules first, so it runs only when the lock file is newer than the last install.
if [ ! -e node_modules/.ready ] || [ package-lock.json -nt node_modules/.ready ]; then
  npm ci --silent
  touch node_modules/.ready
fi
