#!/usr/bin/env bash
# Measures: cost of recording in the target, its beginning and end, a minute at full load, bytes per event, steps per second, replays per second,
# weaving time, schedules per second beside Coyote, and how fast a recording is read and written. Takes about half an hour.
#   eng/bench.sh                      everything
#   eng/bench.sh recorder --pairs 9   one measurement: recorder, ends, sustained, loop, replay, weave, control or format
#   eng/bench.sh --json               one JSON document
set -uo pipefail
REPLAYKIT_CONFIGURATION="${REPLAYKIT_CONFIGURATION:-Release}"
source "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

need_dotnet
build_solution
need_tool dotnet-trace 10.0.750501 "$root/bench/obj/tools"
need_tool microsoft.coyote.cli 1.7.11 "$root/bench/obj/tools"
exec dotnet exec "$root/bench/ReplayKit.Bench/bin/$configuration/net10.0/bench.dll" "$@"
