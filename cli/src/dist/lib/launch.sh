# shellcheck shell=bash disable=SC2154
# What bin/plumbline and the launcher of a checkout have in common: they find Java and start Plumbline fast. Both set
# `home`, the folder with samples/change in it.

fail() {
    echo "plumbline: $*" >&2
    exit 2
}

# Sets `java` and `java_version`, which is all that Java says of itself.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, which has no bin/java; point it to Java 17 or newer."
    else
        java=$(command -v java) || fail "Java was not found; install Java 17 or newer, or set JAVA_HOME to it."
    fi
    local version
    java_version=$("$java" -version 2>&1)
    version=$(printf '%s\n' "$java_version" | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    [ "${version:-0}" -ge 17 ] || fail "$java is Java ${version:-of an unknown version}; Plumbline needs 17 or newer."
}

# Sets `archive`: a file for each Java and jar, beside the jar if that can be. Fails when there is no place for it.
find_archive() {
    local folder key
    folder=$(dirname "$jar")
    if [ ! -w "$folder" ]; then
        [ -n "${XDG_CACHE_HOME:-${HOME:-}}" ] || return 1
        folder=${XDG_CACHE_HOME:-$HOME/.cache}/plumbline
        mkdir -p "$folder" 2> /dev/null && [ -w "$folder" ] || return 1
    fi
    key=$({ printf '%s\n' "$java_version" "$jar" && cksum < "$jar"; } | cksum | cut -d ' ' -f 1)
    archive=$folder/plumbline-$key.jsa
}

# Classes that were loaded once are mapped into memory the next time, which saves half a second and more (JEP 350). A
# Java that refuses leaves an empty file behind, so that it is asked once.
make_archive() {
    # Under a name of its own first: another run may look for it.
    "$java" "${options[@]}" -XX:ArchiveClassesAtExit="$archive.$$" -jar "$jar" pr \
        --base-dir "$home/samples/change/base" --head-dir "$home/samples/change/head" > /dev/null 2>&1 || true
    [ -f "$archive.$$" ] || : > "$archive.$$"
    find "$(dirname "$archive")" -name 'plumbline-*.jsa' \( ! -newer "$jar" -o -mtime +30 \) -exec rm -f {} + || true
    mv -f "$archive.$$" "$archive"
}

# Becomes Plumbline: launch JAR ARGUMENT...
launch() {
    jar=$1
    shift
    [ -f "$jar" ] || fail "$jar is missing; unpack the distribution anew."
    # A scan ends before the optimising compiler has paid for itself: the quick one alone takes 40 % less processor time.
    options=(-XX:TieredStopAtLevel=1 -XX:+UseParallelGC)
    if find_archive; then
        # The jar's date is part of what Java compares.
        [ "$archive" -nt "$jar" ] || make_archive 2> /dev/null || true
        if [ -s "$archive" ]; then
            options+=(-XX:SharedArchiveFile="$archive" -Xlog:disable)
        fi
    fi
    exec "$java" "${options[@]}" -jar "$jar" "$@"
}
