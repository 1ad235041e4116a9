//! The bodies of the fuzz targets over their corpus, and over what comes of it by a bounded number of changes.

use super::fuzz;

use std::fs;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Runs a body over its corpus, then over `changed` inputs made from it, the same ones every time.
fn run(name: &str, body: fn(&[u8]), changed: usize) {
    let corpus = corpus(name);
    for (path, bytes) in &corpus {
        check(body, bytes, path);
    }
    let corpus: Vec<Vec<u8>> = corpus.into_iter().map(|(_, bytes)| bytes).collect();
    let mut random = Random(0x5eed_0000 + name.len() as u64);
    for at in 0..changed {
        check(body, &made(at, &corpus, &mut random), "changed");
    }
}

/// The inputs of a target, with the names of their files.
fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(name);
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("the corpus can be read").path()).collect();
    paths.sort();
    let read = |path: &Path| (path.display().to_string(), fs::read(path).expect("the corpus can be read"));
    let corpus: Vec<(String, Vec<u8>)> = paths.iter().map(|path| read(path)).collect();
    assert!(corpus.len() >= 12, "{name} has a corpus");
    corpus
}

/// An input made by a few changes.
fn made(at: usize, corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = corpus[at % corpus.len()].clone();
    for _ in 0..=random.below(4) {
        change(&mut bytes, corpus, random);
    }
    bytes
}

/// Shows the input where a promise is broken.
fn check(body: fn(&[u8]), bytes: &[u8], from: &str) {
    if catch_unwind(AssertUnwindSafe(|| body(bytes))).is_err() {
        panic!("broken by {from}: {}", bytes.escape_ascii());
    }
}

/// What is put in: marks that mean something somewhere.
const TOKENS: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"|",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"sep=;\n",
    b"\xe9",
    "é".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{a0}".as_bytes(),
    b"\x1b[31m",
    b"=",
    b"+",
    b"-",
    b"@",
    b"<",
    b"`",
    b"\\",
    b"7",
    b"1,500",
    b" - ",
    b"/",
    b"2012",
    b"+",
    b"~",
    b"(50%)",
    b": ",
    b"- ",
    b"{",
    b"}",
    b"[",
    b"]",
    b"&a",
    b"*a",
    b"<<",
    b"!!",
    b"'",
    b"  ",
    b".",
    b"%",
    b"no ",
    b"sans ",
    "½".as_bytes(),
    "\u{301}".as_bytes(),
    "–".as_bytes(),
    b"<",
    b">",
    b"/>",
    b"</",
    b"&amp;",
    b"&#10;",
    b"<!--",
    b"]]>",
    b"<v>1e300</v>",
    b"<row r=\"9\">",
    b"<c t=\"s\"><v>",
    b" r=\"XFD1048576\"",
    b" hidden=\"1\"",
    b"<table:table-row table:number-rows-repeated=\"1000000000000\">",
    b" table:number-columns-repeated=\"16384\"",
    b"<text:s text:c=\"1000000000\"/>",
    b"99999999999999999999",
];

fn change(bytes: &mut Vec<u8>, corpus: &[Vec<u8>], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let some = random.below(8) + 1;
    let end = (at + some).min(bytes.len());
    match random.below(6) {
        0 => drop(bytes.drain(at..end)),
        1 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << random.below(8);
            }
        }
        2 => {
            let part = bytes[at..end].to_vec();
            bytes.splice(at..at, part);
        }
        3 => {
            let other = &corpus[random.below(corpus.len())];
            let from = random.below(other.len() + 1);
            let part = other[from..(from + some * 4).min(other.len())].to_vec();
            bytes.splice(at..end, part);
        }
        4 => bytes.truncate(at.max(1)),
        _ => {
            let token = TOKENS[random.below(TOKENS.len())];
            bytes.splice(at..at, token.iter().copied());
        }
    }
}

/// Marsaglia's xorshift: the same numbers everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap_or(0)
    }
}

#[test]
fn candidates() {
    run("candidates", fuzz::candidates, 300);
}

#[test]
fn criteria() {
    run("criteria", fuzz::criteria, 2000);
}

#[test]
fn cells() {
    for (name, bytes) in corpus("cells") {
        assert!(fuzz::names_a_test(&bytes), "{name} names no test");
    }
    run("cells", fuzz::cells, 4000);
}

#[test]
fn sheets() {
    run("sheets", fuzz::sheets, 1500);
}

/// More of the same, other ones than before, each in a moment.
#[test]
#[ignore = "takes ten minutes"]
fn sheets_on_and_on() {
    let corpus: Vec<Vec<u8>> = corpus("sheets").into_iter().map(|(_, bytes)| bytes).collect();
    let started = Instant::now();
    let mut random = Random(started.elapsed().as_nanos() as u64 ^ u64::from(std::process::id()) << 20 | 1);
    let mut count = 0;
    while started.elapsed() < Duration::from_secs(600) {
        let bytes = made(count, &corpus, &mut random);
        let begun = Instant::now();
        check(fuzz::sheets, &bytes, "changed");
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?} for {}", begun.elapsed(), bytes.escape_ascii());
        count += 1;
    }
    let _ = writeln!(std::io::stderr(), "{count} spreadsheets");
}

#[test]
fn output() {
    run("output", fuzz::output, 150);
}
