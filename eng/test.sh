#!/usr/bin/env bash
# Builds everything and runs all tests. Needs only the .NET 10 SDK; ends with "N passed, N failed".
#   eng/test.sh                       all tests
#   eng/test.sh --filter EXPRESSION   those that match (see dotnet test --filter)
#   REPLAYKIT_REPLAYS=1000            how often the tests of determinism replay each incident (default 100)
set -uo pipefail
# What a shell starts in the background ignores Ctrl-C, and so would the programs that tests end by it.
[ -z "$(trap -p INT)" ] || exec env --default-signal=INT,QUIT bash "$0" "$@"
source "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

case "${1:-}" in
  -h | --help) sed -n '2,5p' "$0" | sed 's/^# \{0,1\}//'; exit 0 ;;
esac

need_dotnet
build_solution

passed=0 failed=0 skipped=0
for project in "$root"/tests/*/*.Tests.csproj; do
  name="$(basename "$project" .csproj)"
  log="$(mktemp)"
  say "Testing $name ..."
  dotnet test "$project" -c "$configuration" --no-build -nologo "$@" >"$log" 2>&1
  status=$?
  summary="$(grep -E '^(Passed|Failed)! ' "$log" | tail -n 1)"
  count() { sed -nE "s/.*$1: *([0-9]+).*/\1/p" <<<"$summary"; }
  if [ -n "$summary" ]; then
    passed=$((passed + $(count Passed))) failed=$((failed + $(count Failed))) skipped=$((skipped + $(count Skipped)))
  fi
  # Without a filter each project has tests: one that says nothing was ended.
  if { [ -z "$summary" ] && { [ "$status" -ne 0 ] || [ $# -eq 0 ]; }; } || { [ -n "$summary" ] && [ "$status" -ne 0 ] && [ "$(count Failed)" = 0 ]; }; then
    say "$name ended without a result of its own:"
    failed=$((failed + 1))
  fi
  [ "$status" -eq 0 ] || cat "$log" >&2
  rm -f "$log"
done

if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
