#!/usr/bin/env bash
# The demonstration: a graph from the bundled examples, three answers, the audit, a report, and a file for Gephi.
# `make demo` runs it; on its own it needs `infact` on the PATH. Usage: docs/demo.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-demo}
store=$folder/infact.db

run() {
  printf '\n$'
  for word in "$@"; do
    case $word in *=*' '*) printf ' %s="%s"' "${word%%=*}" "${word#*=}" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$@"
}

rm -rf "$folder"
mkdir -p "$folder"

echo "Ninety made-up powers of attorney, and facts from 185 real ones, become a graph:"
run infact build tests/corpus/dev tests/corpus/facts/powers.jsonl --store "$store"

printf '\nWho signs for many insiders, at several companies?\n'
run infact ask attorneys-by-insiders minIssuers=2 --limit 8 --store "$store"

printf '\nWho may sign for one of them, on a day?\n'
run infact ask who-may-sign person="John G. Rice" date=2010-06-30 --store "$store"

printf '\nWhich law firms bridge companies that nothing else connects?\n'
run infact ask firms-that-bridge --limit 8 --store "$store"

printf '\nWhat is missing in the powers? (Exit code 1 means that something is.)\n'
run infact validate --store "$store" --examples 2 || [ $? -eq 1 ]

printf '\nWas each form signed by somebody whom a power in this corpus names?\n'
run infact audit --store "$store" --verdict no-power-in-corpus --verdict other-issuer

printf '\nAll of that as one page:\n'
run infact report --store "$store" -o "$folder/report.html"

printf '\nThe network, for Gephi:\n'
run infact export gexf --store "$store" -o "$folder/network.gexf"

cat <<END

Next:
  source .venv/bin/activate                   the command \`infact\` in your shell
  export INFACT_STORE=$store          this graph, without --store each time
  infact ask                                  the questions that have names
  infact show "Yevgenia M. Karpov, Ph.D."     one person, with evidence
  infact sparql "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type"
  infact build YOUR/FILINGS --store my.db     your own documents
  open $folder/report.html in a browser, $folder/network.gexf in Gephi or Gephi Lite
END
