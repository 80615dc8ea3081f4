# Sourced by the commands beside it: builds Plumbline, fetches class paths, compiles the programs that measure.
set -euo pipefail

home=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=$home/bench/target
plumbline=$home/cli/target/plumbline.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# Each argument is a profile of the pom; what is already there is not fetched again until the pom changes.
fetch() {
    local profile
    for profile in "$@"; do
        if [ ! "$target/$profile.fetched" -nt "$home/bench/pom.xml" ]; then
            echo "bench: fetching $profile" >&2
            rm -rf "${target:?}/$profile"
            mvn -q -B -ntp -Dstyle.color=never -f "$home/bench/pom.xml" -P "$profile" dependency:copy-dependencies >&2
            touch "$target/$profile.fetched"
        fi
    done
}

# The launcher builds Plumbline when it is missing or older than its sources.
build() {
    "$home/plumbline" --version >&2
    mkdir -p "$target/classes"
    "${java}c" -nowarn -d "$target/classes" -cp "$plumbline" "$home"/bench/src/dev/plumbline/bench/*.java
}

measure() {
    exec "$java" -cp "$target/classes" "$@"
}
