# What the commands that start something share, beyond lib.sh. Source it.

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
HOME_OF_PROJECT=$(pwd)
VERSION=0.1.0-SNAPSHOT

say() { printf '%s\n' "$*"; }
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
