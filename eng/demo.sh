#!/usr/bin/env bash
# The main job, end to end: starts a service, puts load on it, records it by pid, cuts one incident for each of its two bugs,
# and replays each in NUnit against the build with the bug and against the corrected one. Needs only the .NET 10 SDK; takes about two minutes.
#   eng/demo.sh
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"
source "$root/eng/lib/samples.sh"

case "${1:-}" in
  -h | --help) sed -n '2,4p' "$0" | sed 's/^# \{0,1\}//'; exit 0 ;;
esac

work="$root/artifacts/demo"
load_seconds=8
recorder_pid=""

# Ends what this script started, and only that, whatever ends the script.
cleanup() {
  local status=$?
  trap - EXIT INT TERM
  end_process "$recorder_pid"
  stop_samples
  exit "$status"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() { say "$*"; exit 1; }
title() { printf '\n== %s\n' "$*"; }
replaykit_dll="$root/src/Recorder/bin/$configuration/net10.0/replaykit.dll"
replaykit() { dotnet exec "$replaykit_dll" "$@"; }

# replay NAME TEST FIXED: runs the test, keeps its output in $work/NAME-FIXED.log, and answers its exit code.
replay() {
  Shop__Fixed="$3" dotnet test "$work/tests/Shop.Incidents.dll" --filter "Name=$2" \
    --logger "console;verbosity=normal" >"$work/$1-$3.log" 2>&1
}

message() { sed -n '/Error Message:/,/Stack Trace:/p' "$1" | sed '1d;$d'; }

need_dotnet
need_packages jq
build_solution
rm -rf "$work" && mkdir -p "$work/traces"

title "Two services, each a process of its own"
start_upstream && start_shop || exit 1
echo "Shop listens on $shop_url, pid $shop_pid."

title "Record it by pid, under load"
replaykit ps
recording="$work/shop.rktrace"
# Not by the function above: the pid of that would be a shell's, and ending it would leave the recorder.
dotnet exec "$replaykit_dll" record --pid "$shop_pid" --duration "$((load_seconds + 4))s" -o "$recording" >"$work/record.log" 2>&1 &
recorder_pid=$!
for _ in $(seq 100); do [ -e "$recording.incomplete" ] && break; sleep 0.1; done
run_load --duration "$load_seconds" --concurrency 32 --json >"$work/load.json" || fail "The load driver failed."
wait "$recorder_pid" || { cat "$work/record.log" >&2; fail "The recorder failed."; }
cat "$work/record.log"

title "What went wrong in there"
jq -r '(.fetchedMoreThanOnce[] | "sku \(.sku): its price was fetched \(.fetches) times"), (.oversold[] | "sku \(.sku): \(.accepted) sold of \(.stock)")' "$work/load.json"
fetched="$(jq -r '(.fetchedMoreThanOnce | sort_by(.fetches))[0].sku // empty' "$work/load.json")"
oversold="$(jq -r '(.oversold | sort_by(.accepted))[0].sku // empty' "$work/load.json")"
[ -n "$fetched" ] && [ -n "$oversold" ] || fail "Neither bug showed under this load. Run the demo again."
replaykit show "$recording" --json >"$work/show.json"
order="$(jq -r --arg sku "sku=$oversold&" '[.requests[] | select(.method == "POST" and (.query | contains($sku)))][0].number' "$work/show.json")"

title "Cut one incident for each bug"
replaykit cut "$recording" -o "$work/traces/price-cache-stampede" --around "path=/price/$fetched" --title "One price fetched several times"
replaykit cut "$recording" -o "$work/traces/oversold-limited-edition" --around "request=$order" --only /orders --title "More sold than there was"

# Copied beside the incidents, so that the tests find these and not the ones in traces/.
cp -r "$root/samples/Shop.Incidents/bin/$configuration/net10.0" "$work/tests"
rows=() failed=0
for incident in "price-cache-stampede Price_is_fetched_once" "oversold-limited-edition Nothing_is_oversold"; do
  read -r name test <<<"$incident"
  title "Replay $name against the build with the bug: the test fails"
  if replay "$name" "$test" false; then
    buggy="PASSED" failed=1
    cat "$work/$name-false.log"
  else
    buggy="fails" && message "$work/$name-false.log"
    grep -q "reproduced at attempt" "$work/$name-false.log" || { buggy="ERROR" failed=1; cat "$work/$name-false.log"; }
  fi
  title "Replay $name against the corrected build: the test passes"
  if replay "$name" "$test" true; then fixed="passes"; else fixed="FAILED" failed=1; cat "$work/$name-true.log"; fi
  echo "$test $fixed."
  rows+=("$(printf '%-28s %-10s %-10s' "$name" "$buggy" "$fixed")")
done

title "Summary"
printf '%-28s %-10s %-10s\n' "incident" "with bug" "corrected"
printf '%s\n' "${rows[@]}"
exit "$failed"
