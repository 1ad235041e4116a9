#!/usr/bin/env bash
# As many candidates come out as go in, of a long list with one damaged record in a hundred, in the order of rank and in
# that of reading; prints seconds and the peak of memory.
#
#   benches/damaged.sh [ROWS]        1,000,000 rows if not given
#
# Needs Python with numpy for the data (PYTHON=/path/to/python chooses the interpreter) and GNU time.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-1000000}
python=${PYTHON:-python3}
work=${WORK:-$(mktemp -d)}
cargo build --release --quiet
data=$work/damaged-$rows.csv
[ -s "$data" ] || "$python" benches/peers/generate.py "$rows" | "$python" benches/peers/damage.py > "$data"
for order in rank input; do
    read -r out damaged < <(/usr/bin/time -f '%e s, %M KiB' -o "$work/cost" target/release/screen --quiet \
        --criteria benches/job.yaml --format csv --columns id,status,notes --sort "$order" "$data" |
        awk '/(the row|a cell)/ { damaged++ } END { print NR - 1, damaged + 0 }')
    printf '%-6s %s in, %s out, %s damaged: %s\n' "$order" "$rows" "$out" "$damaged" "$(cat "$work/cost")"
    [ "$out" = "$rows" ]
done
