# What the commands in bin/ share: finding the tools, and saying in one sentence what is missing.
# Source it; it leaves the shell in the project's directory with JAVA_HOME set.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

die() {
    echo "$*" >&2
    exit 1
}

java_major() {
    "$1/bin/java" -version 2>&1 | sed -nE '1s/.*version "([0-9]+).*/\1/p'
}

# A JDK 25 or later: JAVA_HOME when it is one, else the usual places.
find_java() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(java_major "$home")" -ge 25 ] 2>/dev/null; then
            export JAVA_HOME="$home"
            return 0
        fi
    done
    die "A JDK 25 or later is needed and was not found: install one (for example Temurin 25) and set JAVA_HOME to it."
}

# Installs a Debian package that a command needs, as root; otherwise names it.
need() {
    local command="$1" package="$2"
    command -v "$command" >/dev/null 2>&1 && return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing $package, which provides $command …"
        { apt-get install -y -qq "$package" || { apt-get update -qq && apt-get install -y -qq "$package"; }; } >/dev/null 2>&1
        command -v "$command" >/dev/null 2>&1 && return 0
    fi
    die "$command is needed and was not found: install the package $package (apt-get install $package)."
}

need_node() {
    need node nodejs
    need npm npm
    [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] || die "Node 18 or later is needed; $(node -v) was found."
}
