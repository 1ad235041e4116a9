# What the scripts share: where things are, which version this is, and the tools from PyPI in an environment of their own.
# Sourced, not run.
set -euo pipefail
export root
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
dist=${DIST:-$root/target/dist}
# The time that everything made is dated: that of the commit, so that the same commit gives the same bytes.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export TZ=UTC LC_ALL=C.UTF-8
umask 022

# A virtual environment in this folder, empty; answers where its programs are.
environment() {
  local python
  python=$(command -v python3 || command -v python)
  "$python" -m venv --clear "$1"
  if [ -d "$1/Scripts" ]; then echo "$1/Scripts"; else echo "$1/bin"; fi
}

# The programs that build and lint, in the versions that requirements.txt names; answers where they are.
tools() {
  local place=$root/target/packaging-tools bin
  if ! cmp -s "$root/packaging/requirements.txt" "$place/requirements.txt"; then
    bin=$(environment "$place")
    "$bin/python" -m pip install --quiet --disable-pip-version-check -r "$root/packaging/requirements.txt" >&2
    cp "$root/packaging/requirements.txt" "$place/"
  fi
  if [ -d "$place/Scripts" ]; then echo "$place/Scripts"; else echo "$place/bin"; fi
}

# The newest file of this form that was built; says what to do where there is none.
built() {
  local found
  found=$(find "$dist" -maxdepth 1 -name "$1" 2>/dev/null | sort | tail -n 1)
  [ -n "$found" ] || { echo "there is no $1 in $dist: run $2 first" >&2; return 1; }
  echo "$found"
}
