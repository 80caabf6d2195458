# Shared by the scripts in bin/: builds the program once, however many launches ask for it. Source it, do not run it.

# True when the program of checkout $1 is not built or older than what it is made from.
program_is_stale() {
  local built="$1/target/run/emaki.jar"
  [ ! -f "$built" ] || [ -n "$(find "$1/pom.xml" "$1/src/main" -newer "$built" -print 2>/dev/null | head -n 1)" ]
}

build_program() {
  local home="$1" jar="$1/target/emaki.jar" lock="$1/target/build.lock"
  require_maven
  mkdir -p "$home/target"
  take_lock "$lock"
  trap 'rm -rf "$lock"' EXIT
  # Another launch may have built it while this one waited.
  if program_is_stale "$home"; then
    echo "emaki: building (the first time takes some minutes, libraries are downloaded) ..." >&2
    if ! (cd "$home" && mvn -B -q -Dmaven.test.skip=true package >"$home/target/build.log" 2>&1); then
      grep -E '^\[ERROR\]' "$home/target/build.log" | head -n 20 >&2 || true
      echo "emaki: the build failed; the whole output is in $home/target/build.log" >&2
      exit 1
    fi
    # Laid out as separate jars the program starts a third faster than from one jar with jars inside.
    rm -rf "$home/target/run"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$home/target/run" >>"$home/target/build.log"
    # The last step, so that an interrupted build is repeated; the copied jar would keep Maven's timestamp.
    touch "$home/target/run/emaki.jar"
  fi
  rm -rf "$lock"
  trap - EXIT
}

# A folder is the lock, since creating one is atomic everywhere; it names its owner so that a dead one is noticed.
take_lock() {
  local lock="$1" owner said=""
  until mkdir "$lock" 2>/dev/null; do
    owner="$(cat "$lock/pid" 2>/dev/null || true)"
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
      continue
    fi
    if [ -z "$said" ]; then
      echo "emaki: waiting for another build ..." >&2
      said=1
    fi
    sleep 1
  done
  echo "$$" >"$lock/pid"
}
