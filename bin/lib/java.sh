# Shared by the scripts in bin/: finds a JDK 25 or newer and exports JAVA_HOME. Source it, do not run it.

EMAKI_JAVA_MINIMUM=25

# Prints the feature version of the JDK in folder $1; fails when there is no javac.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
  fi
}

jdk_is_new_enough() {
  local version
  version="$(jdk_version "$1")" && [ -n "$version" ] && [ "$version" -ge "$EMAKI_JAVA_MINIMUM" ]
}

# JAVA_HOME first, then java on the PATH, then the folders where installers put JDKs.
find_jdk() {
  local candidate on_path
  if [ -n "${JAVA_HOME:-}" ] && jdk_is_new_enough "$JAVA_HOME"; then
    return 0
  fi
  if on_path="$(command -v java)"; then
    candidate="$(dirname "$(dirname "$(resolve_links "$on_path")")")"
    if jdk_is_new_enough "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  fi
  for candidate in \
    /usr/lib/jvm/*25* /opt/*25* /opt/java/* /usr/local/*jdk*25* \
    "${HOME:-}"/.sdkman/candidates/java/25* "${HOME:-}"/.jdks/*25* "${HOME:-}"/.local/share/mise/installs/java/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if jdk_is_new_enough "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ] && candidate="$(/usr/libexec/java_home -v "$EMAKI_JAVA_MINIMUM" 2>/dev/null)" &&
    jdk_is_new_enough "$candidate"; then
    export JAVA_HOME="$candidate"
    return 0
  fi
  return 1
}

require_jdk() {
  if ! find_jdk; then
    cat >&2 <<MESSAGE
emaki: no JDK $EMAKI_JAVA_MINIMUM or newer found (looked at JAVA_HOME, the PATH and the usual folders).
Install one, for example from https://adoptium.net, and set JAVA_HOME to its folder.
MESSAGE
    exit 1
  fi
}

require_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    echo "emaki: Maven is needed to build and is not on the PATH; install Maven 3.8 or newer (Debian: apt-get install maven)." >&2
    exit 1
  fi
}

# Follows symbolic links without readlink -f, which older macOS lacks.
resolve_links() {
  local path="$1" target
  while [ -L "$path" ]; do
    target="$(readlink "$path")"
    case "$target" in
      /*) path="$target" ;;
      *) path="$(dirname "$path")/$target" ;;
    esac
  done
  echo "$(cd "$(dirname "$path")" && pwd -P)/$(basename "$path")"
}
