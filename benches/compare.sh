#!/usr/bin/env bash
# The same scoring job done by `screen` and by whichever peers are installed, side by side on this machine.
#
#   benches/compare.sh [ROWS]        1,000,000 rows if not given
#
# Needs Python with numpy for the data; compares DuckDB and Polars where their Python packages are there
# (PYTHON=/path/to/python chooses the interpreter). Prints wall seconds (the median of RUNS, 5 if not set), the peak of
# memory, and ratios. Only the ratios travel from one machine to another.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-1000000}
runs=${RUNS:-5}
python=${PYTHON:-python3}
work=${WORK:-$(mktemp -d)}
cargo build --release --quiet
cargo bench --quiet --bench bare_parse -- >/dev/null 2>&1 || true
screen=target/release/screen
bare=$(ls -t target/release/deps/bare_parse-* 2>/dev/null | grep -v '\.d$' | head -1)
data=$work/candidates-$rows.csv
[ -s "$data" ] || "$python" benches/peers/generate.py "$rows" > "$data"
cat "$data" > /dev/null

# run NAME COMMAND...: the median of the wall seconds and the largest peak in MiB, kept under NAME.
declare -A wall peak
run() {
    local name=$1; shift
    local times=()
    peak[$name]=0
    for _ in $(seq "$runs"); do
        local line
        # Each writes a file that is not there yet: to take an old one away would be timed with some and not with others.
        rm -f "$work/written.csv"
        line=$( { /usr/bin/time -f '%e %M' "$@" > "$work/out" 2> "$work/err"; } 2>&1; tail -1 "$work/err")
        times+=("${line%% *}")
        local mib=$(( ${line##* } / 1024 ))
        [ "$mib" -gt "${peak[$name]}" ] && peak[$name]=$mib
    done
    wall[$name]=$(printf '%s\n' "${times[@]}" | sort -n | sed -n "$(( (runs + 1) / 2 ))p")
    printf '%-34s %8s s %6s MiB\n' "$name" "${wall[$name]}" "${peak[$name]}"
}
has() { "$python" -c "import $1" 2>/dev/null; }

echo "$rows rows, $(( $(stat -Lc %s "$data") / 1000000 )) MB, $(nproc) cores, median of $runs"
run "bare parse, 2 threads" "$bare" "$data" 2
run "screen, top 50" "$screen" --quiet --criteria benches/job.yaml --top 50 "$data"
has duckdb && run "duckdb, top 50" "$python" benches/peers/duckdb_job.py top "$data"
has polars && run "polars, top 50" "$python" benches/peers/polars_job.py top "$data"
run "screen, full ranked CSV" "$screen" --quiet --criteria benches/job.yaml --format csv --output "$work/written.csv" "$data"
has duckdb && run "duckdb, full ranked CSV" "$python" benches/peers/duckdb_job.py full "$data" "$work/written.csv"
has polars && run "polars, full ranked CSV" "$python" benches/peers/polars_job.py full "$data" "$work/written.csv"
run "screen, input order, JSON Lines" sh -c "exec $screen --quiet --criteria benches/job.yaml --sort input --format jsonl '$data' > /dev/null"
head -61 "$data" > "$work/sixty.csv"
run "screen, 60 rows" "$screen" --quiet --criteria benches/job.yaml "$work/sixty.csv"

# ratio WHAT NUMERATOR DENOMINATOR...: against the fastest of those that ran.
ratio() {
    local what=$1 mine=$2; shift 2
    local best=""
    for name in "$@"; do
        local seconds=${wall[$name]:-}
        [ -n "$seconds" ] && { [ -z "$best" ] || awk "BEGIN { exit !($seconds < $best) }"; } && best=$seconds
    done
    [ -n "$best" ] && awk "BEGIN { printf \"%-58s %5.2f\n\", \"$what\", ${wall[$mine]} / $best }"
    return 0
}
echo
ratio "top 50, of the fastest peer's time" "screen, top 50" "duckdb, top 50" "polars, top 50"
ratio "top 50, of the bare parse's time" "screen, top 50" "bare parse, 2 threads"
ratio "full ranked CSV, of the fastest peer's time" "screen, full ranked CSV" "duckdb, full ranked CSV" "polars, full ranked CSV"
ratio "JSON Lines in input order, of the bare parse's time" "screen, input order, JSON Lines" "bare parse, 2 threads"

# Every peer counts the same candidates under each status.
counts() { sed -n 's/^\(eligible\|review\|not eligible\),\([0-9]*\)$/\1=\2/p' | sort | tr '\n' ' '; }
mine=$("$screen" --quiet --criteria benches/job.yaml --format json --top 1 "$data" |
    "$python" -c 'import json, sys; s = json.load(sys.stdin)["summary"]; print("eligible=%d not eligible=%d review=%d " % (s["eligible"], s["not_eligible"], s["review"]))')
echo
echo "status counts: $mine"
has duckdb && theirs=$("$python" benches/peers/duckdb_job.py top "$data" | counts) &&
    { [ "$mine" = "$theirs" ] && echo "the same as duckdb's" || { echo "NOT duckdb's: $theirs"; exit 1; }; }
