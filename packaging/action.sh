#!/usr/bin/env bash
# The steps of action.yml: which release is meant, the program on the path, the command.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

case "${1:?names, install or run}" in
  names)
    version="${VERSION:-${ACTION_REF:-}}"
    version="${version#v}"
    # A branch or a digest names no release; the manifest beside this script does.
    [[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+ ]] ||
      version="$(sed -n 's/^version = "\(.*\)"$/\1/p' "$here/../Cargo.toml" | head -n 1)"
    repository="${REPOSITORY:-${ACTION_REPOSITORY:-${OWN_REPOSITORY:?}}}"
    {
      echo "version=$version"
      echo "repository=$repository"
      echo "cache=${RUNNER_TOOL_CACHE:-$HOME}/variorum"
    } >>"$GITHUB_OUTPUT"
    ;;
  install)
    sh "$here/../src/author/deployment/variorum.sh" --where >"$RUNNER_TEMP/variorum-path"
    cat "$RUNNER_TEMP/variorum-path" >>"$GITHUB_PATH"
    # Words of other steps that run the program by hand and ask for lines: `check --format short`.
    echo "::add-matcher::$here/problem-matcher.json"
    ;;
  run)
    # The words of the input are words of a command line, and nothing of them is run by a shell.
    read -r -a words <<<"$COMMAND"
    exec variorum --project "$DIRECTORY" "${words[@]}"
    ;;
esac
