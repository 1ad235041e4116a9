#!/usr/bin/env python3
"""generate.py ROWS | damage.py > damaged.csv

Damages one record in a hundred, in turn: too few cells, too many, bytes that are no text, a quote that is never closed,
and the record before once more. The id, in the first column, stays. Says on standard error how many records there are.
"""
import sys


def damaged(record, way, before):
    cells = record.rstrip(b"\n").replace(b"\n", b" ")
    own, rest = cells.split(b",", 1)
    return [
        own + b",too few\n",
        cells + b",one,too many\n",
        own + b",\xff\xfe" + rest + b"\n",
        own + b',"open' + b",x" * 17 + b"\n",
        before,
    ][way]


def main(every=100):
    read, write = sys.stdin.buffer, sys.stdout.buffer
    write.write(read.readline())
    count, record, before, ready = 0, b"", b"", []
    for line in read:
        record += line
        if record.count(b'"') % 2:
            continue  # a line break within quotes
        count += 1
        if count % every == 0:
            record = damaged(record, count // every % 5, before)
        before = record if count % every == every - 1 else before
        ready.append(record)
        record = b""
        if len(ready) == 20_000:
            write.write(b"".join(ready))
            ready.clear()
    write.write(b"".join(ready))
    print(count, file=sys.stderr)


if __name__ == "__main__":
    main()
