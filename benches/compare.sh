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

# job NAME COMMAND...: one of the commands to be timed.
names=()
declare -A command times wall peak
job() {
    local name=$1; shift
    names+=("$name")
    command[$name]=$(printf '%q ' "$@")
}
has() { "$python" -c "import $1" 2>/dev/null; }

job "bare parse, 2 threads" "$bare" "$data" 2
job "screen, input order, JSON Lines" "$screen" --quiet --criteria benches/job.yaml --sort input --format jsonl "$data"
job "screen, top 50" "$screen" --quiet --criteria benches/job.yaml --top 50 "$data"
has duckdb && job "duckdb, top 50" "$python" benches/peers/duckdb_job.py top "$data"
has polars && job "polars, top 50" "$python" benches/peers/polars_job.py top "$data"
job "screen, full ranked CSV" "$screen" --quiet --criteria benches/job.yaml --format csv --output "$work/written.csv" "$data"
has duckdb && job "duckdb, full ranked CSV" "$python" benches/peers/duckdb_job.py full "$data" "$work/written.csv"
has polars && job "polars, full ranked CSV" "$python" benches/peers/polars_job.py full "$data" "$work/written.csv"
head -61 "$data" > "$work/sixty.csv"
job "screen, 60 rows" "$screen" --quiet --criteria benches/job.yaml "$work/sixty.csv"

# In rounds: where the machine is slower for a while, it is so for all of them.
for _ in $(seq "$runs"); do
    for name in "${names[@]}"; do
        # Each writes a file that is not there yet: to take an old one away would be timed with some and not with others.
        rm -f "$work/written.csv"
        line=$( { eval "/usr/bin/time -f '%e %M' ${command[$name]}" > /dev/null 2> "$work/err"; } 2>&1; tail -1 "$work/err")
        times[$name]+="${line%% *} "
        mib=$(( ${line##* } / 1024 ))
        [ "$mib" -gt "${peak[$name]:-0}" ] && peak[$name]=$mib
    done
done

echo "$rows rows, $(( $(stat -Lc %s "$data") / 1000000 )) MB, $(nproc) cores, median of $runs"
for name in "${names[@]}"; do
    wall[$name]=$(tr ' ' '\n' <<< "${times[$name]% }" | sort -n | sed -n "$(( (runs + 1) / 2 ))p")
    printf '%-34s %8s s %6s MiB\n' "$name" "${wall[$name]}" "${peak[$name]}"
done

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
