# What the scripts in steps/ share; each of them begins with this. A step runs from anywhere, alone, and ends
# with 0 (passed), 77 (skipped, and says why) or anything else (failed).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Nothing here is built twice.
export CARGO_INCREMENTAL=0

# Where a step runs on GitHub, lines such as `::error::` in what it prints are commands. Names of files and
# values in them come from strangers, so commands are off until the step ends, under a word nobody can guess.
resume=
without_commands() {
  [ -n "${GITHUB_ACTIONS:-}" ] || return 0
  resume=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$resume"
}

# `work` is a folder that goes when the step ends, however it ends.
work=
finish() {
  [ -z "$work" ] || rm -rf -- "$work"
  [ -z "$resume" ] || printf '\n::%s::\n' "$resume"
}
trap finish EXIT
temporary_folder() {
  work=$(mktemp -d)
}

skip() {
  printf 'skipped: %s\n' "$1"
  exit 77
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

# The command, built from this folder; MADOGUCHI names another build of it.
madoguchi() {
  if [ -n "${MADOGUCHI:-}" ]; then
    "$MADOGUCHI" "$@"
  else
    cargo run --release --quiet --locked -- "$@"
  fi
}

# Where that command is: built now, or the one that MADOGUCHI names.
built_command() {
  if [ -z "${MADOGUCHI:-}" ]; then
    # In a substitution, a failure ends nothing by itself.
    cargo build --release --quiet --locked >&2 || return 1
    MADOGUCHI=$(realpath "${CARGO_TARGET_DIR:-target}/release/madoguchi")
  fi
  printf '%s\n' "$MADOGUCHI"
}

# An environment of Python in $work/venv with what a file of requirements names.
python_environment() {
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --no-input --quiet --disable-pip-version-check --requirement "$1"
}

# Debian's packages that a step needs and the machine has not.
install_packages() {
  local as_root=()
  [ "$#" -gt 0 ] || return 0
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The folder for the files of a release, if any, must not hold others.
must_be_empty() {
  [ -z "$1" ] || [ -z "$(ls -A -- "$1" 2>/dev/null)" ] || fail 'the folder for the files is not empty'
}

# The files of a release with their checksums, in such a folder; the tag is handed on.
put_release() {
  (cd "$1" && LC_ALL=C && sha256sum -- *) >"$work/SHA256SUMS"
  mv "$work/SHA256SUMS" "$1/"
  mkdir -p "$2"
  cp "$1"/* "$2/"
  [ -z "${GITHUB_OUTPUT:-}" ] || printf 'tag=%s\n' "$3" >>"$GITHUB_OUTPUT"
}

[ "$(basename "$0")" = annotations ] || without_commands
