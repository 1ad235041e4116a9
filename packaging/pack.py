#!/usr/bin/env python3
"""Packs the program of the wheel, with its manual, completions, schemas and criteria, and the sum of the pack.

A tar.gz with the program and a link to it under its other name; on Windows a zip with a copy. `cargo binstall` finds the
program in it by what Cargo.toml says.

    python3 packaging/pack.py WHEEL TARGET FOLDER
"""

import gzip
import hashlib
import io
import os
import stat
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHELLS = {"bash": "{}.bash", "zsh": "_{}", "fish": "{}.fish", "powershell": "_{}.ps1", "elvish": "{}.elv"}
NAMES = ["screen", "screen-hr"]


def program_of(wheel, folder):
    """The program's bytes, and where it can be run."""
    with zipfile.ZipFile(wheel) as pack:
        (name,) = [name for name in pack.namelist() if Path(name).stem == "screen" and "/scripts/" in name]
        path = Path(folder, Path(name).name)
        path.write_bytes(pack.read(name))
    path.chmod(0o755)
    return path


def said(program, *args):
    return subprocess.run([program, *args], check=True, capture_output=True).stdout


def contents(program, own):
    """Every file of the pack but the program: its name, and its bytes."""
    for name in NAMES:
        called = Path(program).with_name(name + program.suffix)
        if called != program:
            called.write_bytes(own)
            called.chmod(0o755)
        yield f"man/man1/{name}.1", said(called, "man", "--lang", "en")
        yield f"man/fr/man1/{name}.1", said(called, "man", "--lang", "fr")
        for shell, form in SHELLS.items():
            yield f"completions/{form.format(name)}", said(called, "completions", shell, "--lang", "en")
    yield "schema/criteria.schema.json", said(program, "schema")
    yield "schema/record.schema.json", said(program, "schema", "--record")
    for name in ["README.md", "CHANGELOG.md", "LICENSE"]:
        yield name, (ROOT / name).read_bytes()
    for path in [*(ROOT / "criteria").glob("*.yaml"), *(ROOT / "fixtures").glob("*.csv")]:
        yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def tar_of(files, top, own, date):
    """A tar.gz of files, in the order of their names, dated alike and owned by nobody."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=date, filename="") as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for name, content in sorted([*files.items(), ("screen", own)]):
                entry = tarfile.TarInfo(f"{top}/{name}")
                entry.size, entry.mtime, entry.mode = len(content), date, 0o755 if name == "screen" else 0o644
                tar.addfile(entry, io.BytesIO(content))
            link = tarfile.TarInfo(f"{top}/screen-hr")
            link.type, link.linkname, link.mtime, link.mode = tarfile.SYMTYPE, "screen", date, 0o777
            tar.addfile(link)
    return out.getvalue()


def zip_of(files, top, own, date):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, content in sorted([*files.items(), ("screen.exe", own), ("screen-hr.exe", own)]):
            entry = zipfile.ZipInfo(f"{top}/{name}", time.gmtime(date)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            pack.writestr(entry, content)
    return out.getvalue()


def main(wheel, target, folder):
    version = Path(wheel).name.split("-")[1]
    top = f"screen-hr-{version}-{target}"
    date = int(os.environ["SOURCE_DATE_EPOCH"])
    with tempfile.TemporaryDirectory() as place:
        program = program_of(wheel, place)
        own = program.read_bytes()
        files = dict(contents(program, own))
    windows = program.suffix == ".exe"
    pack = (zip_of if windows else tar_of)(files, top, own, date)
    path = Path(folder, top + (".zip" if windows else ".tgz"))
    path.write_bytes(pack)
    path.with_name(path.name + ".sha256").write_text(f"{hashlib.sha256(pack).hexdigest()}  {path.name}\n", newline="\n")
    print(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
