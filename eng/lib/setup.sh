# Shared set-up of the scripts in eng/: sourced, not run.
# Brings a machine that has only the .NET 10 SDK to the point where everything builds.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDDISABLENODEREUSE=1
configuration="${REPLAYKIT_CONFIGURATION:-Debug}"

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1; then
    say "The .NET SDK is not on the PATH. Install the .NET 10 SDK: https://dotnet.microsoft.com/download"
    exit 2
  fi
}

# Installs Debian packages that are missing; a no-op when all are there.
need_packages() {
  local missing=()
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ "${#missing[@]}" -eq 0 ] && return
  say "Installing ${missing[*]} ..."
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Installs a .NET tool into a folder, unless it is there in that version.
need_tool() {
  local name="$1" version="$2" folder="$3"
  [ -d "$folder/.store/$name/$version" ] && return
  say "Installing $name $version ..."
  dotnet tool update "$name" --version "$version" --tool-path "$folder" >/dev/null || { say "$name could not be installed."; exit 1; }
}

# Builds the solution; prints nothing but errors and how long it took.
build_solution() {
  local log
  log="$(mktemp)"
  say "Building ($configuration) ..."
  if ! dotnet build "$root/ReplayKit.sln" -c "$configuration" -v q -nologo >"$log" 2>&1; then
    grep -E "error|warn" "$log" | sort -u | head -40 >&2 || cat "$log" >&2
    say "The build failed."
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
}
