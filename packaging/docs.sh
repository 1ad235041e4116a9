#!/usr/bin/env bash
# Builds the documentation as a site in docs/book, and holds its search to find what people look for.
#
#   packaging/docs.sh
#
# mdBook is installed from the package registry where it is not there: some three minutes on two cores, once.
set -euo pipefail
cd "$(dirname "$0")/.."
version=0.5.4
if ! mdbook --version 2>/dev/null | grep -q "v$version$"; then
  cargo install mdbook --version "$version" --locked --no-default-features --features search
fi
mdbook build docs
node packaging/docs-search.mjs docs/book
