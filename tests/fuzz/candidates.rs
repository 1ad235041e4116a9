//! Any bytes as a candidates' file.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use encoding_rs::Encoding;
use screen::catalogue::Lang;
use screen::criteria::{Criteria, Criterion, Stage};
use screen::header::Header;
use screen::pipeline::{self, AtOnce, Bound, Job};
use screen::plan::Plan;
use screen::records::{self, Chunk, Input, Options, RowReader, Source, Trouble};
use screen::render::{Format, Terminal, renderer};
use screen::score::Score;
use screen::view::{CriterionHead, Foot, Heading};

use super::{as_of, right};

const CRITERIA: &str = "version: 1
posting: { deadline: 2024-05-26, time_zone: Europe/Brussels }
criteria:
  - id: experience
    years: { column: experience, at_least: 7, full_at: 15 }
  - id: english
    need: asset
    weight: 2
    language: { language: en, column: english, list: languages, at_least: C1 }
  - id: degree
    when_missing: fail
    degree: { column: degree, at_least: bachelor, full_at: master, fields: [law] }
  - id: words
    need: asset
    when_missing: skip
    mentions: { columns: [experience, degree], terms: [UN, treaty bodies], at_least: 1 }
";

static RIGHT: LazyLock<Criteria> = LazyLock::new(|| right(CRITERIA));

/// The delimiters that the first byte's lowest three bits ask for.
const DELIMITERS: [Option<u8>; 8] =
    [None, Some(b','), Some(b';'), Some(b'\t'), Some(b'|'), Some(b' '), Some(b'.'), Some(0xe9)];

/// The encodings that its next two bits ask for.
const ENCODINGS: [Option<&Encoding>; 4] =
    [None, Some(encoding_rs::UTF_8), Some(encoding_rs::UTF_16LE), Some(encoding_rs::WINDOWS_1252)];

/// A row, as it was read.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    offset: u64,
    length: u32,
    line: u64,
    trouble: Option<Trouble>,
    cells: Vec<String>,
}

/// Gives out a few bytes at a time.
struct Dribble(Cursor<Vec<u8>>, usize);

impl Read for Dribble {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let most = self.1.min(out.len());
        self.0.read(&mut out[..most])
    }
}

/// The first byte says how the rest is read: three bits a delimiter, two an encoding; `@` finds both out.
pub fn candidates(bytes: &[u8]) {
    let Some((first, file)) = bytes.split_first() else { return };
    // A workbook is another program's format, and its reader another crate.
    if file.starts_with(b"PK") || file.starts_with(&[0xd0, 0xcf]) {
        return;
    }
    let delimiter = DELIMITERS[usize::from(first & 7)];
    let options = Options { delimiter, encoding: ENCODINGS[usize::from(first >> 3 & 3)], sheet: None };
    let stream = |most: usize| Input::Stdin(Box::new(Dribble(Cursor::new(file.to_vec()), most)));

    // Kept to be read again: as a stream, as a stream in small pieces, as a file.
    let kept = Reading::of(stream(usize::MAX), &options, true);
    Reading::of(stream(3), &options, true).assert_same(&kept, "in small pieces");
    let mut copy = tempfile::NamedTempFile::new().expect("a temporary file");
    copy.write_all(file).expect("a temporary file");
    let from_file = Reading::of(Input::Path(copy.path().to_owned()), &options, true);
    assert_eq!(from_file.without_offsets(), kept.clone().without_offsets(), "from a file");

    // As it comes: the same however it comes, and the same as kept where the first two lines tell the dialect.
    let live = Reading::of(stream(usize::MAX), &options, false);
    for most in [1, 7] {
        Reading::of(stream(most), &options, false).assert_same(&live, &format!("in pieces of {most}"));
    }
    let settled = options.encoding.is_some() || str::from_utf8(file).is_ok_and(|text| !text.contains('\0'));
    if let (Reading::Opened(kept), Reading::Opened(live)) = (&kept, &live)
        && settled
        && kept.dialect == live.dialect
        && kept.header == live.header
    {
        assert_eq!(kept.rows, live.rows, "as it comes");
    }

    judge(&stream, &options, &kept, &live);
}

/// What came of reading a file.
#[derive(Clone, Debug, PartialEq)]
enum Reading {
    Refused(&'static str),
    Opened(Opened),
}

#[derive(Clone, Debug, PartialEq)]
struct Opened {
    header: Vec<String>,
    header_line: u64,
    dialect: records::Dialect,
    rows: Vec<Known>,
    blank_rows: u64,
    /// Why the rest could not be read.
    failed: Option<&'static str>,
}

impl Reading {
    fn of(input: Input, options: &Options, keep: bool) -> Self {
        let mut source = match records::open(input, "candidates.csv", options, keep) {
            Ok(source) => source,
            Err(problem) => return Self::Refused(problem.code),
        };
        let mut reader = RowReader::new(source.dialect());
        let mut rows: Vec<Known> = Vec::new();
        let mut chunk = Chunk::default();
        let failed = loop {
            match source.next(&mut chunk) {
                Ok(true) => {}
                Ok(false) => break None,
                Err(problem) => break Some(problem.code),
            }
            let before = rows.len();
            reader.rows(&chunk, |row| {
                rows.push(Known {
                    offset: row.offset,
                    length: row.length,
                    line: row.line,
                    trouble: row.trouble,
                    cells: row.cells().map(str::to_owned).collect(),
                });
            });
            nothing_lost(&chunk, &rows[before..]);
        };
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            assert!(row.line <= next.line && row.offset + u64::from(row.length) <= next.offset, "{row:?}\n{next:?}");
        }
        if keep && failed.is_none() {
            read_again(&source, &rows);
        }
        Self::Opened(Opened {
            header: source.header().to_vec(),
            header_line: source.header_line(),
            dialect: source.dialect(),
            rows,
            blank_rows: reader.blank_rows(),
            failed,
        })
    }

    /// The same however the bytes come. What a damaged stream gives before its damage is found depends on the pieces:
    /// either way it fails, and one way to read it begins as the other does.
    fn assert_same(&self, other: &Self, how: &str) {
        let failure = |reading: &Self| match reading {
            Self::Refused(code) => Some(*code),
            Self::Opened(opened) => opened.failed,
        };
        let both = [failure(self), failure(other)];
        if both.contains(&Some("damaged-file")) {
            assert!(!both.contains(&None), "{how}: {self:?}, {other:?}");
        } else {
            assert_eq!(self, other, "{how}");
        }
        if let (Self::Opened(a), Self::Opened(b)) = (self, other)
            && (a.dialect, &a.header) == (b.dialect, &b.header)
        {
            assert!(a.rows.iter().zip(&b.rows).all(|(a, b)| a == b), "{how}: {a:?}, {b:?}");
        }
    }

    fn without_offsets(mut self) -> Self {
        if let Self::Opened(opened) = &mut self {
            opened.rows.iter_mut().for_each(|row| row.offset = 0);
        }
        self
    }
}

/// Between the rows of a chunk there is nothing to see: every record came out.
fn nothing_lost(chunk: &Chunk, rows: &[Known]) {
    let bytes = chunk.bytes();
    let mut from = 0;
    let place = |offset: u64| usize::try_from(offset - chunk.offset).expect("a place in the chunk");
    let ends = rows.iter().map(|row| (place(row.offset), place(row.offset) + row.length as usize));
    for (start, end) in ends.chain([(bytes.len(), bytes.len())]) {
        let between = String::from_utf8_lossy(&bytes[from..start]);
        assert!(!between.contains(char::is_alphanumeric), "{between:?} is in no row of {rows:?}");
        from = end;
    }
}

/// Each row again, as it was.
fn read_again(source: &Source, rows: &[Known]) {
    let again = source.again();
    let mut reader = RowReader::new(source.dialect());
    let mut buffer = Vec::new();
    for row in rows.iter().rev() {
        let mut once = 0;
        let read = again.row(row.offset, row.length, row.line, &mut buffer, &mut reader, |read| {
            once += 1;
            let cells: Vec<&str> = read.cells().collect();
            assert_eq!(cells, row.cells, "{row:?}");
            assert_eq!((read.trouble, read.line, read.offset), (row.trouble, row.line, row.offset), "{row:?}");
        });
        assert!(read.is_ok() && once == 1, "{row:?}");
    }
}

/// Judged and told on one thread and on two: the same bytes, and every record once.
fn judge(stream: &dyn Fn(usize) -> Input, options: &Options, kept: &Reading, live: &Reading) {
    for (keep, most, read) in [(true, usize::MAX, kept), (false, 7, live)] {
        let Reading::Opened(opened) = read else { continue };
        let [one, two] = [1, 2].map(|threads| screened(stream(most), options, keep, threads));
        assert_eq!(one, two, "on two threads");
        let Some((foot, text)) = one else {
            assert!(opened.failed.is_some());
            continue;
        };
        assert_eq!(foot, opened.rows.len() as u64);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let at = reader.headers().expect("a header").iter().position(|name| name == "source.line");
        let at = at.expect("the line is told");
        let records = reader.records().map(|record| record.expect("a record like the others"));
        let mut lines: Vec<u64> = records.map(|record| record[at].parse().expect("a line")).collect();
        lines.sort_unstable();
        assert_eq!(lines, opened.rows.iter().map(|row| row.line).collect::<Vec<_>>(), "every record once");
    }
}

/// How many candidates there are, and the output as CSV; nothing where the file cannot be read to its end.
fn screened(input: Input, options: &Options, keep: bool, threads: usize) -> Option<(u64, String)> {
    let source = records::open(input, "candidates.csv", options, keep).ok()?;
    let names = ["experience", "english", "languages", "degree"];
    let column = |name: &str| names.iter().position(|known| *known == name);
    // Whether or not it binds by its names, its first columns are judged.
    let header = Header::new(source.header().to_vec());
    let _ = header.bind("candidates.csv", &RIGHT.wanted(Stage::Application), &[], true);
    let mut files = [Bound {
        number: 0,
        name: "candidates.csv".to_owned(),
        dialect: source.dialect(),
        plan: Plan::new(&RIGHT, Stage::Application, &column, as_of()),
        id: Some(0),
        person: Some(1),
        email: Some(2),
        born: Some(3),
        shown: Vec::new(),
        again: None,
    }];
    let job = Job {
        criteria: &RIGHT,
        lang: Lang::En,
        blind: false,
        threads,
        top: None,
        statuses: [true; 3],
        least: Score::default(),
        problems: 5,
        watch: &|_, _| {},
        stop: &AtomicBool::new(false),
    };
    let heading = heading(keep);
    let mut render = renderer(Format::Csv, Terminal::default());
    let mut out = Vec::new();
    render.begin(&heading, &mut out).expect("memory can be written");
    let mut sources = [source];
    let everyone = |_: &Bound, _: &records::Row<'_>| true;
    let at_once = AtOnce { render: render.as_mut(), heading: &heading, out: &mut out };
    let judged = pipeline::judge(&mut sources, &files, &job, &everyone, (!keep).then_some(at_once));
    let mut judgement = judged.ok()?;
    files[0].again = Some(sources[0].again());
    let criteria: Vec<&Criterion> = RIGHT.of_stage(Stage::Application).collect();
    let foot: Foot = pipeline::foot(&files, &job, &judgement, &criteria);
    assert_eq!(foot.by_status.iter().sum::<u64>(), foot.candidates);
    assert_eq!(foot.shown, foot.candidates);
    if keep {
        let told = pipeline::tell(&files, &job, &mut judgement, &heading, render.as_mut(), &mut out);
        told.unwrap_or_else(|error| panic!("{error:?}"));
    }
    render.end(&foot, &mut out).expect("memory can be written");
    Some((foot.candidates, String::from_utf8(out).expect("CSV is text")))
}

fn heading(ranked: bool) -> Heading {
    let head = |criterion: &Criterion| CriterionHead {
        id: criterion.id.clone(),
        label: criterion.id.clone(),
        quote: None,
        requirement: String::new(),
        need: criterion.need,
        weight: criterion.weight,
    };
    Heading {
        lang: Lang::En,
        title: None,
        organisation: None,
        files: vec!["candidates.csv".to_owned()],
        criteria_file: None,
        as_of: as_of(),
        as_of_source: String::new(),
        criteria: RIGHT.criteria.iter().map(head).collect(),
        fields: None,
        ranked,
        blind: false,
    }
}
