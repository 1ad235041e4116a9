//! Any bytes as a candidates' file.

use std::io::{Cursor, Read, Write};
use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use encoding_rs::Encoding;
use screen::catalogue::Lang;
use screen::criteria::{Criteria, Criterion, Stage};
use screen::header::Header;
use screen::pipeline::{self, BoundFile, Job};
use screen::plan::Plan;
use screen::records::{self, Chunk, Input, ReadOptions, Row, RowReader, Source, Stored, Trouble};
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
    line: u64,
    number: u64,
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

/// The first byte says how the rest is read: three bits a delimiter, two an encoding, one that it is JSON Lines; `@` finds
/// all of it out.
pub(crate) fn candidates(bytes: &[u8]) {
    let Some((first, file)) = bytes.split_first() else { return };
    // Spreadsheets have a target of their own.
    if file.starts_with(b"PK") || file.starts_with(&[0xd0, 0xcf]) {
        return;
    }
    let delimiter = DELIMITERS[usize::from(first & 7)];
    let options = ReadOptions {
        delimiter,
        encoding: ENCODINGS[usize::from(first >> 3 & 3)],
        form: (first & 0x20 > 0).then_some(records::Form::Lines),
        ..ReadOptions::default()
    };
    let stream = |most: usize| Input::Stdin(Box::new(Dribble(Cursor::new(file.to_vec()), most)));

    // To be ranked: as a stream, as a stream in small pieces, as a file.
    let kept = Reading::of(stream(usize::MAX), &options, false);
    Reading::of(stream(3), &options, false).assert_same(&kept, "in small pieces");
    let mut copy = tempfile::NamedTempFile::new().expect("a temporary file");
    copy.write_all(file).expect("a temporary file");
    let from_file = Reading::of(Input::Path(copy.path().to_owned()), &options, false);
    assert_eq!(from_file, kept, "from a file");

    // As it comes: the same however it comes, and the same as kept where the first two lines tell the dialect.
    let live = Reading::of(stream(usize::MAX), &options, true);
    for most in [1, 7] {
        Reading::of(stream(most), &options, true).assert_same(&live, &format!("in pieces of {most}"));
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
    fn of(input: Input, options: &ReadOptions, at_once: bool) -> Self {
        let mut source = match records::open(input, "candidates.csv", options, at_once) {
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
            let mut places = Vec::new();
            reader.rows(&chunk, |row| {
                let cells = row.cells().map(str::to_owned).collect();
                let known = Known { line: row.line, number: row.number, trouble: row.trouble, cells };
                put_aside(&row, &known);
                places.push(row.start..row.end);
                rows.push(known);
            });
            nothing_lost(&chunk, &places);
        };
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            assert!(row.line <= next.line && row.number <= next.number, "{row:?}\n{next:?}");
            assert!(next.number <= next.line, "{next:?}");
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
}

/// Between the rows of a chunk there is nothing to see: every record came out.
fn nothing_lost(chunk: &Chunk, rows: &[Range<usize>]) {
    let bytes = chunk.bytes();
    let mut from = 0;
    for row in rows.iter().cloned().chain(std::iter::once(bytes.len()..bytes.len())) {
        let between = String::from_utf8_lossy(&bytes[from..row.start]);
        assert!(!between.contains(char::is_alphanumeric), "{between:?} is in none of {rows:?}");
        from = row.end;
    }
}

/// A row that is put aside comes back as it was.
fn put_aside(row: &Row<'_>, known: &Known) {
    let mut stored = Stored::new((0..row.len()).collect());
    let mut bytes = Vec::new();
    stored.put(row, &mut bytes);
    let text = Stored::text(&bytes).and_then(|text| str::from_utf8(text).ok()).expect("text");
    let again = stored.row(&bytes, text, (row.line, row.number)).expect("a row");
    assert_eq!((again.line, again.number, again.trouble), (row.line, row.number, row.trouble));
    assert_eq!(again.cells().collect::<Vec<_>>(), known.cells);
}

/// Judged and told on one thread and on two: the same bytes, and every record once.
fn judge(stream: &dyn Fn(usize) -> Input, options: &ReadOptions, kept: &Reading, live: &Reading) {
    for (at_once, most, read) in [(false, usize::MAX, kept), (true, 7, live)] {
        let Reading::Opened(opened) = read else { continue };
        let [one, two] = [1, 2].map(|threads| screened(stream(most), options, at_once, threads));
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
fn screened(input: Input, options: &ReadOptions, at_once: bool, threads: usize) -> Option<(u64, String)> {
    let source = records::open(input, "candidates.csv", options, at_once).ok()?;
    let mut files = [bound(&source)];
    let job = Job {
        decisions: None,
        criteria: &RIGHT,
        lang: Lang::En,
        blind: !at_once,
        ranked: !at_once,
        threads,
        top: None,
        statuses: [true; 3],
        least: Score::default(),
        problems: 5,
        near_misses: usize::MAX,
        reasons: false,
        shares: false,
        watch: &|_, _| {},
        stop: &AtomicBool::new(false),
    };
    let heading = heading(!at_once);
    let mut render = renderer(Format::Csv, Terminal::default());
    let mut out = Vec::new();
    render.begin(&heading, &mut out).expect("memory can be written");
    let mut sources = [source];
    let (mut census, shown) = if at_once {
        pipeline::stream(&mut sources, &files, &job, &heading, render.as_mut(), &mut out).ok()?
    } else {
        let (census, mut ranked) = pipeline::rank(&mut sources, &mut files, &job, &|_, _| true).ok()?;
        let shown = ranked.list.left();
        let told = pipeline::list(&files, &job, &census, &mut ranked, &heading, render.as_mut(), &mut out);
        told.unwrap_or_else(|error| panic!("{error:?}"));
        (census, shown)
    };
    let criteria: Vec<&Criterion> = RIGHT.of_stage(Stage::Application).collect();
    let foot: Foot = pipeline::foot(&files, &job, &census, shown);
    assert_eq!(foot.by_status.iter().sum::<u64>(), foot.candidates);
    assert_eq!(foot.shown, foot.candidates);
    let near = census.near.tell(&files, &job, census.blind.as_ref(), &criteria, |miss| {
        assert!(
            !miss.reason.fr.is_empty() && miss.told.en.contains(&miss.reason.en) && miss.sizes.is_some(),
            "{miss:?}"
        );
        Ok(())
    });
    assert_eq!(near.unwrap_or_else(|error| panic!("{error:?}")), foot.more_near_misses);
    render.end(&foot, &mut out).expect("memory can be written");
    Some((foot.candidates, String::from_utf8(out).expect("CSV is text")))
}

/// The file, bound to the criteria by its first columns.
fn bound(source: &Source) -> BoundFile {
    let names = ["experience", "english", "languages", "degree"];
    let column = |name: &str| names.iter().position(|known| *known == name);
    // Whether or not it binds by its names, its first columns are judged.
    let header = Header::new(source.header().to_vec());
    let _ = header.bind("candidates.csv", &RIGHT.wanted(Stage::Application), &[], true);
    BoundFile {
        number: 0,
        name: "candidates.csv".to_owned(),
        dialect: source.dialect(),
        plan: Plan::new(&RIGHT, Stage::Application, &column, as_of()).into(),
        id: Some(0),
        person: Some(1),
        given: None,
        email: Some(2),
        born: Some(3),
        identity: vec![1, 2, 3],
        id_says_who: false,
        shown: Vec::new(),
        dates: Vec::new(),
        numbers: Vec::new(),
        stored: Stored::default(),
    }
}

fn heading(ranked: bool) -> Heading {
    let head = |criterion: &Criterion| CriterionHead {
        id: criterion.id.clone(),
        short: criterion.id.clone(),
        label: criterion.id.clone(),
        quote: None,
        requirement: String::new(),
        need: criterion.need,
        earns_only: criterion.rule.earns_only(),
        weight: criterion.weight,
        lawful_basis: None,
        lenient: criterion.lenient,
    };
    Heading {
        unchecked: Vec::new(),
        decisions: false,
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
        reader: screen::view::Audience::Committee,
        program: "screen".to_owned(),
        again: Vec::new(),
        set: Vec::new(),
        shortlist: None,
        by_row: false,
    }
}
