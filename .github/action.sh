#!/usr/bin/env bash
# The steps of action.yml: action.sh key|build|judge|comment|verdict. What they need is in the variables that action.yml
# and GitHub set.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=$home/cli/target/plumbline.jar
marker='<!-- plumbline -->'

output() {
    printf '%s=%s\n' "$1" "$2" >> "$GITHUB_OUTPUT"
}

notice() {
    echo "::notice title=Plumbline::$*"
}

# A tag or a branch can move, so the jar is kept under what it is made of.
key() {
    local sum
    sum=$(cd "$home" && find pom.xml {core,rules,cli}/pom.xml {core,rules,cli}/src/main -type f -print0 \
        | LC_ALL=C sort -z | xargs -0 cat | git hash-object --stdin)
    output jar "$jar"
    output key "plumbline-$sum"
}

build() {
    if [ "$CACHED" = true ]; then
        touch "$jar" # its sources were written just now
    fi
    "$home/plumbline" --version
}

# The branch is there after `fetch-depth: 0`; else it and the commits down to where the change left it are fetched.
find_base() {
    base=${BASE:-origin/${GITHUB_BASE_REF:-}}
    local options=(--quiet --no-tags)
    if [ "$(git -C "$PROJECT" rev-parse --is-shallow-repository)" = true ]; then
        options+=(--unshallow)
    elif git -C "$PROJECT" rev-parse --quiet --verify --end-of-options "$base^{commit}" > /dev/null; then
        return
    fi
    git -C "$PROJECT" fetch "${options[@]}" origin '+refs/heads/*:refs/remotes/origin/*' \
        || notice "The base could not be fetched; set fetch-depth: 0 for actions/checkout."
}

judge() {
    local folder sarif markdown='' code=0 arguments command
    folder=$(mktemp -d "${RUNNER_TEMP:-/tmp}/plumbline.XXXXXX")
    sarif=$folder/plumbline.sarif
    read -r -d '' -a arguments <<< "$ARGUMENTS" || true
    if [ -n "$BASE${GITHUB_BASE_REF:-}" ]; then
        find_base
        markdown=$folder/comment.md
        command=(pr "$PROJECT" --base "$base" --report "markdown=$markdown" --report "sarif=$sarif")
    else
        command=(scan "$PROJECT" --report "codescanning=$sarif")
    fi
    "$home/plumbline" "${command[@]}" --format github ${arguments[@]+"${arguments[@]}"} || code=$?
    output exit-code "$code"
    if [ -f "$sarif" ]; then
        output sarif-file "$sarif"
    fi
    if [ -f "$markdown" ]; then
        output markdown-file "$markdown"
    fi
    publish "$sarif" "$markdown"
}

# The token of a pull request from a fork may only read, and so may that of Dependabot.
publish() {
    local upload=false comment=false
    if [ "$SARIF" = true ] && [ -f "$1" ]; then
        upload=true
    fi
    if [ "$COMMENT" = true ] && [ -f "$2" ] && [ -n "$PULL_REQUEST" ]; then
        comment=true
    fi
    if [ "$upload$comment" != falsefalse ] && ! may_write; then
        notice "The token of this pull request may only read: no comment, no alerts. The job's summary has the verdict."
        upload=false
        comment=false
    fi
    output upload "$upload"
    output comment "$comment"
}

may_write() {
    [ -z "$PULL_REQUEST" ] \
        || { [ "$HEAD_REPOSITORY" = "$GITHUB_REPOSITORY" ] && [ "${GITHUB_ACTOR:-}" != 'dependabot[bot]' ]; }
}

# One comment a pull request, found by its first line. The text is short enough for GitHub as it is.
comment() {
    local comments=repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments id
    if ! id=$(gh api --paginate "$comments?per_page=100" \
        --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id"); then
        notice "The comments could not be read; the job needs the permission pull-requests: write."
        return
    fi
    id=${id%%$'\n'*}
    if [ -n "$id" ]; then
        gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$MARKDOWN_FILE" --silent
    else
        gh api --method POST "$comments" -F "body=@$MARKDOWN_FILE" --silent
    fi || notice "The comment could not be written; the job needs the permission pull-requests: write."
}

# Findings and what was not analysed are 1, 3 and 5; everything else is a mistake that nobody may overlook.
verdict() {
    case $FAIL$EXIT_CODE in
        false1 | false3 | false5) notice "Not failed, since fail is false; the exit code was $EXIT_CODE." ;;
        *) exit "$EXIT_CODE" ;;
    esac
}

case ${1:-} in
    key | build | judge | comment | verdict) "$1" ;;
    *)
        echo "action.sh: one of key, build, judge, comment and verdict" >&2
        exit 2
        ;;
esac
