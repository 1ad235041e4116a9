"""Holds what Spark gives against one run of the program: every rank, best and worst rank, status, score and account.

    python test_spark.py [CANDIDATES [PARTITIONS]]

200,000 made-up candidates in 16 partitions, if nothing else is said. It needs `screen-hr[spark]` and Java 17, and
talks to nobody but itself, on loopback.
"""

import csv
import datetime
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from screen_hr import judge, program, rank

ROOT = Path(__file__).resolve().parents[2]
FIELDS = ["rank", "rank_best", "rank_worst", "status", "score", "score_max"]


def made_up(count):
    """Rows whose cells are those of the shipped candidates, in other mixtures, some with line breaks and quotes in them."""
    with open(ROOT / "fixtures/candidates.csv", encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    first, long = header.index("id"), header.index("motivation")
    cells = [sorted({row[at] for row in rows if at < len(row)}) for at in range(len(header))]
    chance = random.Random(2024)
    for nth in range(count):
        row = [chance.choice(of) for of in cells]
        row[first] = f"F{nth:07}"
        row[long] += chance.choice(["", "\nUPR", '\n\n"treaty bodies"\r\n', "\r\nOHCHR, \"UN\""])
        yield row


def write(folder, count, parts):
    """One file with everybody, and a folder with as many files as there are parts."""
    rows = list(made_up(count))
    with open(ROOT / "fixtures/candidates.csv", encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    whole, split = folder / "candidates.csv", folder / "parts"
    shutil.rmtree(split, ignore_errors=True)
    split.mkdir()
    for path, some in [(whole, rows), *((split / f"{at:02}.csv", rows[at::parts]) for at in range(parts))]:
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows([header, *some])
    return whole, split


def one_run(whole, *more):
    ran = subprocess.run([program(), *more, "--quiet", whole], capture_output=True, check=True)
    return ran.stdout.decode()


def account(text):
    """What is said of the criteria: where the row is and who else has its name, a part cannot know."""
    said = json.loads(text)
    return said["status"], said["score"], said["score_max"], said["criteria"]


def ranks_of_one_run(whole, *more):
    lines = csv.DictReader(io.StringIO(one_run(whole, *more, "-f", "csv"), newline=""))
    return {line["id"]: tuple(line[field] for field in FIELDS) for line in lines}


def ranks_of(row):
    number = {field: f"{row[field]:.6f}".rstrip("0").rstrip(".") for field in ["score", "score_max"]}
    return (*(str(row[field]) for field in FIELDS[:3]), row["status"], number["score"], number["score_max"])


def compare(spark, folder, count, parts, criteria=None):
    """Everybody's ranks and account, as one run gives them."""
    whole, split = write(folder, count, parts)
    more = ["-c", criteria] if criteria else []
    start = time.monotonic()
    known = ranks_of_one_run(whole, *more)
    lines = one_run(whole, *more, "--sort", "input", "-f", "jsonl").split("\n")[:-1]
    accounts = {said["id"]: line for line in lines for said in [json.loads(line)]}
    once = time.monotonic()
    read = spark.read.csv(str(split), header=True, multiLine=True, escape='"').repartition(parts)
    judged = judge(read, criteria).persist()
    rows = rank(judged).select("id", *FIELDS, "account").collect()
    done = time.monotonic()
    assert judged.rdd.getNumPartitions() == parts
    assert len(rows) == count == len(known) == len(accounts), (len(rows), count, len(known), len(accounts))
    for row in rows:
        assert known[row["id"]] == ranks_of(row), (row["id"], known[row["id"]], ranks_of(row))
        assert account(accounts[row["id"]]) == account(row["account"]), row["id"]
    judged.unpersist()
    places = len(set(known.values()))
    print(
        f"{count} candidates in {parts} partitions, at {places} different places: every rank and account equal; "
        f"two runs of the program {once - start:.0f} s, Spark {done - once:.0f} s",
        flush=True,
    )


def page(folder):
    """What the documentation shows, typed as it stands."""
    text = (ROOT / "docs/how-to/past-one-machine.md").read_text(encoding="utf-8")
    block = text.split("```python\n")[1].split("```")[0]
    shutil.copy(ROOT / "fixtures/clean.csv", folder / "candidates.csv")
    shutil.copy(ROOT / "criteria/omct-hrd-director.yaml", folder / "job.yaml")
    typed = {}
    exec(block, typed)
    rows = typed["ranked"].collect()
    known = ranks_of_one_run(folder / "candidates.csv")
    assert {row["id"]: ranks_of(row) for row in rows} == known and len(rows) == len(known) > 0
    print("the documentation's page: right", flush=True)


CRITERIA = """
version: 1
columns: { experience: [experience], received: [received], fit: [fit] }
criteria:
  - { id: experience, weight: 20, years: { column: experience, at_least: 7, full_at: 14 } }
  - { id: received, weight: 10, date: { column: received, on_or_before: 2024-05-26 } }
  - { id: fit, need: asset, weight: 10, yes_no: { column: fit } }
"""


def details(spark, folder):
    """Numbers, days, nulls, blank rows, odd names, an early end, and errors told before and during the work."""
    criteria = folder / "job.yaml"
    criteria.write_text(CRITERIA)
    day = datetime.date(2024, 5, 26)
    rows = [("a", 8.5, day, True, "x"), ("b", 3.0, day, True, None), ("c", None, None, None, "\n"), (None,) * 5]
    df = spark.createDataFrame(rows, 'id string, experience double, received date, fit boolean, `odd "name`` .` string')
    # Four rows in sixteen partitions leave most of them empty.
    judged = judge(df.repartition(16), criteria, as_of="2024-05-26")
    assert judged.columns == [*df.columns, "status", "score", "score_max", "account"]
    assert judged.schema.fields[: len(df.columns)] == df.schema.fields
    found = {row["id"]: (row["status"], row["rank"]) for row in rank(judged).collect()}
    assert found == {"a": ("eligible", 1), "c": ("review", 2), None: ("review", 2), "b": ("not_eligible", 4)}, found
    assert sorted(map(str, judged.drop("account").collect())) != [] and judged.limit(1).count() == 1
    none = rank(judge(df.limit(0), criteria))
    assert none.count() == 0 and none.columns[-3:] == FIELDS[:3]
    french = judge(df, criteria, "--set", "fit.weight=30", lang="fr").first()
    assert "ans" in french["account"] and french["score"] != judged.first()["score"]
    told = failure(lambda: judge(df.drop("received"), criteria))
    assert "received" in told and "RuntimeError" in told, told
    criteria.write_text("criteria: 7")
    assert "version" in failure(lambda: judge(df, criteria))
    assert "status" in failure(lambda: judge(df.withColumn("status", F.lit(1))))
    assert "--top" in failure(lambda: judge(df, criteria, "--top=3"))
    broken = df.withColumn("fit", F.expr("raise_error('the disk is gone')"))
    criteria.write_text(CRITERIA)
    assert "the disk is gone" in failure(lambda: judge(broken, criteria).collect())
    print("details: right", flush=True)


# Few different scores, so that most are tied.
COARSE = """
version: 1
posting: { deadline: 2024-05-26 }
criteria:
  - { id: experience, weight: 2, years: { column: HRD experience (years), at_least: 7 } }
  - { id: report, weight: 1, yes_no: { column: report writing } }
  - { id: cover, need: asset, weight: 1, provided: { column: cover letter } }
"""


def failure(what):
    try:
        what()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    raise AssertionError("nothing failed")


def session():
    """Two threads of this machine, which nobody else can reach."""
    os.environ.update(PYSPARK_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.memory": "2g",
        "spark.sql.shuffle.partitions": "4",
    }
    builder = SparkSession.builder.master("local[2]").appName("screen-hr")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def main(count=200_000, parts=16):
    with tempfile.TemporaryDirectory(prefix="screen-hr-spark-") as name:
        folder = Path(name)
        # Where Spark starts, it finds the files that the page names.
        os.chdir(folder)
        spark = session()
        page(folder)
        details(spark, folder)
        coarse = folder / "coarse.yaml"
        coarse.write_text(COARSE)
        compare(spark, folder, count // 10, parts, coarse)
        compare(spark, folder, count, parts)
        spark.stop()
        os.chdir(ROOT)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
