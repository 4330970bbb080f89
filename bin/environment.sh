# Sourced by the commands beside it: finds what they need and says what is missing. Not run by itself.

HOME_OF_PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VERSION=0.1.0-SNAPSHOT

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

java_major() { "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -1; }

# Prints the directory of a JDK of version 25 or later, or nothing.
jdk() {
  local at
  for at in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$at" ] && [ -x "$at/bin/javac" ] && [ "$(java_major "$at")" -ge 25 ] 2>/dev/null; then
      printf '%s\n' "$at"; return
    fi
  done
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install <command> <package…>: by apt where that can be done.
install() {
  local what=$1; shift
  command -v "$what" >/dev/null && return 0
  can_install || return 1
  say "Installing $* …"
  [ -n "${APT_READ:-}" ] || apt-get update -qq >/dev/null
  APT_READ=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
  command -v "$what" >/dev/null
}

node_major() { node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

need_java() {
  JAVA_HOME=$(jdk)
  if [ -z "$JAVA_HOME" ] && can_install; then
    for package in temurin-25-jdk openjdk-25-jdk-headless; do
      apt-get update -qq >/dev/null 2>&1
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1 && break
    done
    JAVA_HOME=$(jdk)
  fi
  [ -n "$JAVA_HOME" ] || fail "no JDK 25 or later was found in JAVA_HOME or the usual places: install one (apt-get install temurin-25-jdk, or unpack an OpenJDK 25) and set JAVA_HOME to it"
  export JAVA_HOME
}

need_build_tools() {
  need_java
  install mvn maven || fail "Maven is missing: install it (apt-get install maven)"
  install node nodejs npm || fail "Node.js is missing: install version 18 or later (apt-get install nodejs npm)"
  install npm npm || fail "npm is missing: install it (apt-get install npm)"
  [ "$(node_major)" -ge 18 ] || fail "Node.js $(node --version) is too old: version 18 or later is needed"
}

need_chromium() {
  [ -x /usr/bin/chromium ] || install chromium chromium || fail "Chromium is missing: install it (apt-get install chromium)"
  install fc-list fontconfig fonts-dejavu-core || true
}

# The sources' fingerprint: what is built for the same one is not built again.
sources() {
  (cd "$HOME_OF_PROJECT" && find pom.xml server/pom.xml sandbox/pom.xml server/src/main sandbox/src/main \
      -name node_modules -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | cksum)
}

SERVER_HOME=$HOME_OF_PROJECT/server/target/run
SANDBOX_HOME=$HOME_OF_PROJECT/sandbox/target/run
SERVER_JAR=$SERVER_HOME/server-$VERSION-app.jar
SANDBOX_JAR=$SANDBOX_HOME/sandbox-$VERSION-app.jar
JVM_FLAGS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -Dfile.encoding=UTF-8)

build() {
  local stamp=$HOME_OF_PROJECT/server/target/run.stamp now
  now=$(sources)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ] && [ -f "$SERVER_JAR" ] && [ -f "$SANDBOX_JAR" ]; then
    return
  fi
  need_build_tools
  say "Building (only when the sources have changed; the first time a few minutes) …"
  local log=$HOME_OF_PROJECT/server/target/build.log
  mkdir -p "$(dirname "$log")"
  (cd "$HOME_OF_PROJECT" && mvn -q -B -pl server,sandbox -DskipTests package) >"$log" 2>&1 \
    || { grep -E '^\[ERROR\]' "$log" | head -20 >&2; fail "the build failed: see $log"; }
  unpack server "$SERVER_HOME"
  unpack sandbox "$SANDBOX_HOME"
  say "$now" >"$stamp"
}

# A jar beside its libraries starts faster than a jar of jars, and can have a cache of its classes.
unpack() {
  rm -rf "$2"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$HOME_OF_PROJECT/$1/target/$1-$VERSION-app.jar" extract --destination "$2" >/dev/null
}

# java with the class cache when there is one for this build
java_with_cache() {
  local jar=$1; shift
  local flags=("${JVM_FLAGS[@]}")
  [ -f "${jar%.jar}.aot" ] && flags+=("-XX:AOTCache=${jar%.jar}.aot" -Xlog:aot=off -Xlog:cds=off)
  exec "$JAVA_HOME/bin/java" "${flags[@]}" "$@"
}
