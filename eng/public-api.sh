#!/usr/bin/env bash
# Writes the public members of Harness, Hooks and TraceFormat to their PublicAPI.Unshipped.txt, after a change on purpose: read the diff.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/setup.sh"

case "${1:-}" in
  -h | --help) sed -n '2p' "$0" | sed 's/^# \{0,1\}//'; exit 0 ;;
esac

need_dotnet
for list in "$root"/src/*/PublicAPI.Unshipped.txt; do
  project="$(echo "$(dirname "$list")"/*.csproj)"
  say "Listing $(basename "$project" .csproj) ..."
  dotnet restore "$project" -v q -nologo
  # From nothing: a member that is gone must leave the list as well.
  printf '#nullable enable\n' >"$list"
  dotnet format analyzers "$project" --no-restore --diagnostics RS0016 --severity info -v q
done
