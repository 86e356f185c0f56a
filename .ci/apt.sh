# Sourced: installs Debian packages where this may be done without asking, and else says how.

# may_install: whether we are root, or on a CI machine that lets us be.
may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || { [ "${CI:-}" = true ] && sudo -n true 2>/dev/null; }; }
}

# install_or_say WHAT PACKAGE...: WHAT is what is missing, in words.
install_or_say() {
    local what="$1" log
    shift
    if ! may_install; then
        echo "缺少${what}。请先运行 / missing, please run first:" >&2
        echo "    sudo apt-get update && sudo apt-get install --yes $*" >&2
        return 1
    fi
    echo "安装${what} / installing: $* …"
    log="$(mktemp)"
    if ! { as_root apt-get update && as_root apt-get install --yes --no-install-recommends "$@"; } </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        echo "安装${what}失败，请看上面 apt-get 的话。/ apt-get failed, see above." >&2
        return 1
    fi
    rm -f "$log"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo -n DEBIAN_FRONTEND=noninteractive "$@"
    fi
}
