#!/usr/bin/env bash
# Writes docs/control.md from the control list, after a change of it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

case "${1:-}" in
  -h | --help) sed -n '2p' "$0" | sed 's/^# \{0,1\}//'; exit 0 ;;
esac

need_dotnet
dotnet build "$root/src/Weave/ReplayKit.Weave.csproj" -c "$configuration" -v q -nologo
dotnet exec "$root/src/Weave/bin/$configuration/net10.0/replaykit-weave.dll" control-page >"$root/docs/control.md"
