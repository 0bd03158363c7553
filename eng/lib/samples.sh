# Starts and stops the sample services: sourced after setup.sh, not run. They must be built ($configuration).
#   start_upstream [--Key value]...   sets upstream_pid and upstream_url
#   start_shop [--Key value]...       sets shop_pid and shop_url; calls the upstream that was started before
#   run_load [OPTION]...              puts load on that shop and prints what came of it
#   stop_shop, stop_samples           end what was started, and only that; call stop_samples from a trap on EXIT
# Both listen on a port of 127.0.0.1 that the system chooses.

upstream_pid="" upstream_url="" shop_pid="" shop_url=""
samples_log="$(mktemp -d)"
readonly samples_start_tries=300 samples_try_seconds=0.1

sample_dll() { printf '%s/samples/%s/bin/%s/net10.0/%s.dll' "$root" "$1" "$configuration" "$1"; }

# Prints the address a service says it listens on; fails when it ends, or says nothing for half a minute.
sample_url() {
  local name="$1" pid="$2" log="$3" url
  for ((try = 0; try < samples_start_tries; try++)); do
    url="$(sed -nE 's/.*Now listening on: (http[^ ]+).*/\1/p' "$log" | head -n 1)"
    [ -n "$url" ] && { printf '%s' "$url"; return 0; }
    kill -0 "$pid" 2>/dev/null || break
    sleep "$samples_try_seconds"
  done
  say "$name did not start:"
  cat "$log" >&2
  return 1
}

start_upstream() {
  : >"$samples_log/upstream" # emptied here, not only by the redirection below, which the new process does a little later
  dotnet exec "$(sample_dll Upstream)" --urls http://127.0.0.1:0 "$@" >"$samples_log/upstream" 2>&1 &
  upstream_pid=$!
  upstream_url="$(sample_url Upstream "$upstream_pid" "$samples_log/upstream")"
}

start_shop() {
  : >"$samples_log/shop"
  dotnet exec "$(sample_dll Shop)" --urls http://127.0.0.1:0 --Upstream:BaseAddress "$upstream_url" "$@" >"$samples_log/shop" 2>&1 &
  shop_pid=$!
  shop_url="$(sample_url Shop "$shop_pid" "$samples_log/shop")"
}

run_load() { dotnet exec "$(sample_dll Load)" --shop "$shop_url" "$@"; }

end_process() {
  [ -n "$1" ] || return 0
  # It may have ended by itself, and its exit code is of no interest: neither may end a script under set -e.
  kill "$1" 2>/dev/null || :
  wait "$1" 2>/dev/null || :
}

stop_shop() {
  end_process "$shop_pid"
  shop_pid="" shop_url=""
}

stop_samples() {
  stop_shop
  end_process "$upstream_pid"
  upstream_pid="" upstream_url=""
  rm -rf "$samples_log"
}
