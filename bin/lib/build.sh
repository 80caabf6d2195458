# Shared by the scripts in bin/: builds the jar once, however many launches ask for it. Source it, do not run it.

# True when the jar $2 of checkout $1 is missing or older than what it is made from.
jar_is_stale() {
  [ ! -f "$2" ] || [ -n "$(find "$1/pom.xml" "$1/src/main" -newer "$2" -print 2>/dev/null | head -n 1)" ]
}

build_jar() {
  local home="$1" jar="$2" lock="$1/target/build.lock"
  require_maven
  mkdir -p "$home/target"
  take_lock "$lock"
  trap 'rm -rf "$lock"' EXIT
  # Another launch may have built it while this one waited.
  if jar_is_stale "$home" "$jar"; then
    echo "emaki: building (the first time takes some minutes, libraries are downloaded) ..." >&2
    if ! (cd "$home" && mvn -B -q -Dmaven.test.skip=true -DskipTests package >"$home/target/build.log" 2>&1); then
      grep -E '^\[ERROR\]' "$home/target/build.log" | head -n 20 >&2 || true
      echo "emaki: the build failed; the whole output is in $home/target/build.log" >&2
      exit 1
    fi
    # Maven leaves an up-to-date jar alone when only a timestamp changed.
    touch "$jar"
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
