"""Candidates judged where they are, and ranked by counts: no row moves and nothing is sorted.

`judge` runs the program once for each partition, as a child: rows go in as CSV and come out as JSON Lines while others go
in, so that memory is bounded. A rank depends only on how many candidates have each status and scores: `rank` counts them.
"""

import contextlib
import functools
import json
import os
import queue
import subprocess
import tempfile
import threading
from bisect import bisect_left
from itertools import accumulate, chain
from pathlib import Path

from ._program import program

JUDGED = ["status", "score", "score_max", "account"]
RANKS = ["rank", "rank_best", "rank_worst"]
ORDER = {"eligible": 0, "review": 1, "not_eligible": 2}

# A cell that is never blank, in a column that no criterion reads: a row with nothing in any other cell is in review, as
# every row is a candidate here, and not passed over like an empty line of a file.
MARK = "screen-hr row"

# Options that would leave rows out or write something else; and decisions, which are held against ids: a row without one
# goes by its number, which a partition does not know.
REFUSED = ["--columns", "--decisions", "--format", "--min-score", "--output", "--record", "--sort", "--status", "--top"]
REFUSED += ["-f", "-o"]

# So many bytes of the answer are taken at once.
BLOCK = 1 << 20


def judge(df, criteria=None, *options, as_of=None, lang="en"):
    """The data frame with what came of each row: `status`, `score`, `score_max` and `account`, the whole of it as JSON.

    `criteria` is a file where this is called; without it, the criteria that come with the program are taken. `options` are
    others of the program that say how to read and judge, such as `"--set", "english.weight=5"`. Every partition counts to
    the same day, `as_of` (`"2024-05-26"`): the posting's deadline if not given, else today, where this is called.

    Raises `ValueError` where a column has a name that is needed or an option is none for parts of a list, and `RuntimeError`
    where the criteria are wrong or do not fit the columns, with what the program says; both before anything is judged.
    """
    from pyspark.sql import functions as F
    from pyspark.sql.types import DoubleType, StringType, StructField, StructType

    names = df.columns
    taken = sorted({name for name in names if names.count(name) > 1 or name in [*JUDGED, *RANKS, MARK]})
    if taken:
        raise ValueError(f"columns need another name: {', '.join(taken)}")
    refused = [option for option in options if option.split("=")[0] in REFUSED]
    if refused:
        raise ValueError(f"options that are none for parts of a list: {', '.join(refused)}")
    content = Path(criteria).read_bytes() if criteria else None
    asked = ["--lang", lang, *options]
    asked += ["--as-of", _day(names, content, [*asked, *(["--as-of", str(as_of)] if as_of else [])])]
    # Cells are text. What is text already goes in as it is; the rest goes in as Spark writes it, from columns behind. On the
    # way columns are called by numbers: Spark would take a dot in a name for a field's.
    rows = df.toDF(*map(str, range(len(names))))
    cast = [at for at, field in enumerate(df.schema.fields) if not isinstance(field.dataType, StringType)]
    cells = [len(names) + cast.index(at) if at in cast else at for at in range(len(names))]
    rows = rows.select("*", *(F.col(str(at)).cast("string").alias(f"text {at}") for at in cast))
    kinds = [StringType(), DoubleType(), DoubleType(), StringType()]
    schema = StructType([*df.schema.fields, *map(StructField, JUDGED, kinds)])
    return rows.mapInArrow(functools.partial(_judged, names=names, cells=cells, criteria=content, asked=asked), schema)


def rank(judged):
    """What `judge` gave, with `rank`, `rank_best` and `rank_worst`: those that one run over all the rows gives.

    The judged rows are read twice, so that it is well to write them first, or to `persist` them.
    """
    from pyspark.sql import functions as F

    keys = ["status", "score", "score_max"]
    counts = {(row[0], row[1], row[2]): row[3] for row in judged.groupBy(*keys).count().collect()}
    rows = [(*key, *ranks) for key, ranks in ranks_of(counts).items()]
    schema = "status string, score double, score_max double, rank long, rank_best long, rank_worst long"
    table = F.broadcast(judged.sparkSession.createDataFrame(rows, schema))
    return judged.join(table, keys).select(*map(_quoted, judged.columns), *RANKS)


def ranks_of(counts):
    """The rank, the best and the worst rank of each (status, score, score_max), from how many candidates have it."""

    def place(status, score, *more):
        # Scores have six decimals: as whole numbers they are exact. Smaller is ahead.
        return (ORDER[status], *(-round(points * 1e6) for points in (score, *more)))

    def best(status, _, score_max):
        return place("eligible" if status == "review" else status, score_max)

    def worst(status, score, _):
        return place("not_eligible" if status == "review" else status, score)

    def ahead(of):
        each = sorted((of(*key), count) for key, count in counts.items())
        places, sums = [place for place, _ in each], [0, *accumulate(count for _, count in each)]
        return lambda own: sums[bisect_left(places, own)]

    proven, by_worst, by_best = ahead(place), ahead(worst), ahead(best)
    return {
        # Whose own best place is ahead of the own worst one is no other candidate.
        key: (
            1 + proven(place(*key)),
            1 + by_worst(best(*key)),
            1 + by_best(worst(*key)) - (best(*key) < worst(*key)),
        )
        for key in counts
    }


def _quoted(name):
    return "`" + name.replace("`", "``") + "`"


def _header(names):
    return (",".join('"' + name.replace('"', '""') + '"' for name in [*names, MARK]) + "\n").encode()


@contextlib.contextmanager
def _command(criteria, asked):
    """The command line, with the criteria where it can read them."""
    with tempfile.TemporaryDirectory(prefix="screen-hr-") as folder:
        words = [program(), "--sort", "input", "--quiet", "--threads", "1", "--encoding", "utf-8", "--delimiter", ","]
        if criteria is not None:
            path = Path(folder, "criteria.yaml")
            path.write_bytes(criteria)
            words += ["--criteria", str(path)]
        yield [*words, *asked]


def _environment():
    return {name: value for name, value in os.environ.items() if not name.startswith("SCREEN_")}


def _day(names, criteria, asked):
    """The day that is counted to, of a run over no candidate: whatever is wrong is told before there are a thousand."""
    empty = _header(names) + b"," * len(names) + b".\n"
    with _command(criteria, asked) as command:
        ran = subprocess.run([*command, "-f", "json"], input=empty, capture_output=True, env=_environment())
    if ran.returncode:
        raise RuntimeError(f"{command[0]}: {ran.stderr.decode(errors='replace').strip()}")
    return json.loads(ran.stdout)["as_of"]


class _Feeder(threading.Thread):
    """Writes rows to the child while its answer is read; what is written waits for its answer."""

    def __init__(self, batches, cells, header, to):
        super().__init__(daemon=True)
        self.batches, self.cells, self.header, self.to = batches, cells, header, to
        self.waiting, self.rest, self.error = queue.SimpleQueue(), None, None

    def run(self):
        try:
            with self.to:
                self.to.write(self.header)
                for batch in self.batches:
                    # It waits before it is written: the answer may come at once.
                    self.waiting.put(batch)
                    self.to.write(_csv(batch, self.cells))
        except BrokenPipeError:
            pass  # The child has ended, and says why.
        except BaseException as error:
            self.error = error

    def answered(self, count):
        """The first so many rows that wait, in pieces; fewer where fewer wait."""
        while count:
            try:
                batch = self.rest if self.rest is not None else self.waiting.get_nowait()
            except queue.Empty:
                return
            piece = batch.slice(0, count)
            self.rest = batch.slice(count) if batch.num_rows > count else None
            count -= piece.num_rows
            yield piece

    def all_answered(self):
        return self.rest is None and self.waiting.empty()


def _csv(batch, cells):
    """Rows as CSV, the mark last."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv

    columns = [pc.fill_null(batch.column(at), "") for at in cells] + [pa.repeat(".", batch.num_rows)]
    rows = pa.RecordBatch.from_arrays(columns, names=[str(nth) for nth in range(len(columns))])
    out = pa.BufferOutputStream()
    csv.write_csv(rows, out, csv.WriteOptions(include_header=False, quoting_style="all_valid"))
    return out.getvalue()


def _judged(batches, names, cells, criteria, asked):
    """The rows of one partition, each with what the program says of it."""
    batches = (batch for batch in batches if batch.num_rows)
    first = next(batches, None)
    if first is None:
        return
    with _command(criteria, asked) as command, tempfile.TemporaryFile() as errors:
        pipe = subprocess.PIPE
        child = subprocess.Popen(
            [*command, "-f", "jsonl"], stdin=pipe, stdout=pipe, stderr=errors, env=_environment()
        )
        feeder = _Feeder(chain([first], batches), cells, _header(names), child.stdin)
        try:
            feeder.start()
            for lines in _blocks(child.stdout):
                yield from _beside(feeder.answered(len(lines)), names, lines)
            code = child.wait()
            feeder.join()
        finally:
            child.kill()
            child.stdout.close()
        errors.seek(0)
        said = errors.read(BLOCK).decode(errors="replace").strip()
    if feeder.error:
        raise feeder.error
    if code:
        raise RuntimeError(f"{command[0]} ended with status {code}: {said}")
    if not feeder.all_answered():
        raise RuntimeError(f"{command[0]} left rows out")


def _blocks(stream):
    """The lines of a stream, many at once."""
    rest = b""
    while block := stream.read(BLOCK):
        lines = (rest + block).split(b"\n")
        rest = lines.pop()
        if lines:
            yield lines


def _beside(pieces, names, lines):
    """The rows, in pieces, with their answers beside them."""
    import pyarrow as pa
    from pyarrow import json as reader

    text = b"\n".join(lines)
    schema = pa.schema([("status", pa.string()), ("score", pa.float64()), ("score_max", pa.float64())])
    table = reader.read_json(
        pa.BufferReader(text),
        reader.ReadOptions(use_threads=False, block_size=len(text) + 1),
        reader.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore"),
    ).combine_chunks()
    answers = [*(column.chunk(0) for column in table.columns), pa.array(lines, pa.string())]
    done = 0
    for piece in pieces:
        beside = [answer.slice(done, piece.num_rows) for answer in answers]
        done += piece.num_rows
        yield pa.RecordBatch.from_arrays([*piece.columns[: len(names)], *beside], names=[*names, *JUDGED])
    if done < len(lines):
        raise RuntimeError(f"{len(lines) - done} answers came for no row")
