# What the commands that start something share, beyond lib.sh. Source it.

CALLED_FROM=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
HOME_OF_PROJECT=$(pwd)
VERSION=0.1.0-SNAPSHOT

say() { printf '%s\n' "$*"; }
# A path as the caller meant it: lib.sh has left their directory.
called() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s' "$CALLED_FROM/$1" ;; esac; }
fail() { die "$(basename "$0"): $*"; }

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
  need mvn maven
  need_node
  say "Building (only when the sources have changed; the first time a few minutes) …"
  local log=$HOME_OF_PROJECT/server/target/build.log
  mkdir -p "$(dirname "$log")"
  (cd "$HOME_OF_PROJECT" && mvn -q -B -pl server,sandbox -Dmaven.test.skip=true package) >"$log" 2>&1 \
    || { grep -E '^\[ERROR\]' "$log" | head -20 >&2; fail "the build failed: see $log"; }
  unpack server "$SERVER_HOME"
  unpack sandbox "$SANDBOX_HOME"
  remember_classes
  say "$now" >"$stamp"
}

# Starts each program once on data of its own, so that the classes it used start quicker from then on (JEP 483, 514).
# The start works without; a failure here is no failure of the build.
remember_classes() {
  [ -z "${MES_NO_CLASS_CACHE:-}" ] || return 0
  say "Preparing a quick start …"
  local work
  work=$(mktemp -d)
  train "$SANDBOX_JAR" /  --server.port=0 --sandbox.smtp-port=0 || true
  train "$SERVER_JAR" /connexion "--mes.data=$work" --server.port=0 --mes.courier.smtp-port=9 || true
  rm -rf "$work"
}

train() {
  local jar=$1 page=$2 log pid port=
  shift 2
  log=$(mktemp)
  "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" "-XX:AOTCacheOutput=${jar%.jar}.aot" -jar "$jar" "$@" \
    --logging.level.org.springframework.boot.tomcat=INFO >"$log" 2>&1 </dev/null &
  pid=$!
  for _ in $(seq 1800); do
    kill -0 "$pid" 2>/dev/null || break
    port=$(sed -nE 's/.*Tomcat started on port[^0-9]*([0-9]+).*/\1/p' "$log" | head -1)
    [ -n "$port" ] && grep -q ' Started ' "$log" && break
    sleep 0.1
  done
  if [ -n "$port" ]; then
    for _ in 1 2 3; do
      { exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\n\r\n' "$page" >&3 && cat <&3 >/dev/null; exec 3>&-; } 2>/dev/null || true
    done
  fi
  kill "$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
  rm -f "$log"
  [ -f "${jar%.jar}.aot" ]
}

# A jar beside its libraries starts faster than a jar of jars, and can have a cache of its classes.
unpack() {
  rm -rf "$2"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$HOME_OF_PROJECT/$1/target/$1-$VERSION-app.jar" extract --destination "$2" >/dev/null
}
