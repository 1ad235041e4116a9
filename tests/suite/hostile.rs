//! Whole runs of the program on hostile files, through awkward ways in and out, and through every dialect.

mod criteria;
mod dialects;
mod ways;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A run that takes longer hangs. Generous: the program is built for debugging, and the machine may be busy.
const LIMIT: Duration = Duration::from_secs(120);

/// What a hostile criteria file may take: a second, and what a busy machine adds.
const A_MOMENT: Duration = Duration::from_secs(10);

const SMALL: &str = "version: 1
posting: { title: Keeper of the Fictive Lighthouse, deadline: 2024-05-26, time_zone: Europe/Brussels }
columns: { id: [id], name: [name], years: [years], note: [note] }
criteria:
  - id: experience
    years: { column: years, at_least: 7, full_at: 14 }
  - id: words
    need: asset
    mentions: { columns: [note], terms: [defenders], at_least: 1 }
";

const FORMATS: [&str; 7] = ["table", "csv", "json", "jsonl", "markdown", "html", "xlsx"];

/// A folder with the small criteria in it.
struct Room(tempfile::TempDir);

impl Room {
    fn new() -> Self {
        let room = Self(tempfile::tempdir().expect("a folder"));
        room.put("criteria.yaml", SMALL);
        room
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).expect("a file can be written");
        path
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The program with the small criteria, in this folder.
    fn screen(&self, args: &[&str]) -> Run {
        let mut run = self.bare(args);
        run.command.args(["--criteria", "criteria.yaml"]);
        run
    }

    /// The program in this folder.
    fn bare(&self, args: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        Run { command: plain(command), input: None }
    }

    /// The same through a shell, which knows the program as `$SCREEN`.
    fn shell(&self, script: &str) -> Run {
        let mut command = Command::new("bash");
        command.args(["-c", script]).env("SCREEN", env!("CARGO_BIN_EXE_screen"));
        command.current_dir(self.0.path()).stdin(Stdio::null());
        Run { command: plain(command), input: None }
    }
}

/// In English, without the caller's settings.
fn plain(mut command: Command) -> Command {
    command.env("LC_ALL", "C.UTF-8");
    for name in ["SCREEN_LANG", "SCREEN_CRITERIA", "COLUMNS", "NO_COLOR", "CLICOLOR_FORCE", "LANG"] {
        command.env_remove(name);
    }
    command
}

struct Run {
    command: Command,
    input: Option<Vec<u8>>,
}

impl Run {
    fn input(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.input = Some(bytes.into());
        self.command.stdin(Stdio::piped());
        self
    }

    fn start(&mut self) -> Child {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
    }

    /// Runs to its end, within the limit.
    fn end(mut self) -> Done {
        let mut child = self.start();
        if let Some(bytes) = self.input.take() {
            let mut stdin = child.stdin.take().expect("standard input is piped");
            std::thread::spawn(move || stdin.write_all(&bytes));
        }
        end(child, LIMIT)
    }

    /// Runs to its end, which is well.
    fn well(self) -> Done {
        let done = self.end();
        assert_eq!(done.code, Some(0), "{}", done.err);
        done
    }

    /// Runs to its end, which is that the files or the criteria cannot be used, and why.
    fn refused(self) -> String {
        let done = self.end();
        assert_eq!(done.code, Some(1), "{} {}", done.out.len(), done.err);
        assert!(!done.err.trim().is_empty(), "it says why");
        assert!(!done.err.contains("panicked"), "{}", done.err);
        done.err
    }
}

#[derive(Debug)]
struct Done {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Done {
    /// The candidates of a CSV output, by the names of its header.
    fn candidates(&self) -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(self.out.as_bytes());
        let header = reader.headers().expect("a header").clone();
        let records = reader.records().map(|record| record.expect("a record"));
        records.map(|record| header.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect()).collect()
    }

    /// One column of a CSV output.
    fn column(&self, name: &str) -> Vec<String> {
        self.candidates().into_iter().map(|mut candidate| candidate.remove(name).expect("the column")).collect()
    }
}

fn end(mut child: Child, limit: Duration) -> Done {
    let started = Instant::now();
    let [out, err] = [
        child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>),
        child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn Read + Send>),
    ]
    .map(|pipe| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
            bytes
        })
    });
    let status = loop {
        if let Some(status) = child.try_wait().expect("the program can be waited for") {
            break status;
        }
        if started.elapsed() > limit {
            child.kill().expect("the program can be stopped");
            panic!("not done after {limit:?}");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let bytes = out.join().expect("the output is read");
    Done {
        code: status.code(),
        out: String::from_utf8_lossy(&bytes).into_owned(),
        err: String::from_utf8_lossy(&err.join().expect("the errors are read")).into_owned(),
    }
}

/// Many candidates, each with an id of its own.
fn many(count: usize) -> String {
    let mut text = String::from("id,name,years,note\n");
    for at in 1..=count {
        let years = at % 20;
        text.push_str(&format!("T{at},Test Person {at},{years},for the defenders of lighthouse {at}\n"));
    }
    text
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

/// T1 to T`count`, sorted.
fn ids(count: usize) -> Vec<String> {
    sorted((1..=count).map(|at| format!("T{at}")).collect())
}

#[test]
fn an_unclosed_quote_costs_one_record() {
    const COUNT: usize = 100_000;
    let room = Room::new();
    for quotes_elsewhere in [false, true] {
        let mut text = many(COUNT).replacen("T3,Test", "T3,\"Test", 1);
        if quotes_elsewhere {
            text = text.replace(",9,for the defenders", ",9,\"for the\ndefenders, \"\"all\"\" of them\"\n\n,,,");
            text = text.replace(",,, of lighthouse", "T0,Test Zero,9, of lighthouse");
        }
        room.put("candidates.csv", text);
        let done = room.screen(&["candidates.csv", "--format", "csv"]).well();
        let out = done.column("id").into_iter().filter(|id| id != "T0").collect();
        assert!(sorted(out) == ids(COUNT), "every record once, {quotes_elsewhere}");
        let candidates = done.candidates();
        let third = candidates.iter().find(|candidate| candidate["id"] == "T3").expect("T3 comes out");
        assert_eq!((third["status"].as_str(), third["source.line"].as_str()), ("review", "4"));
        assert!(third["notes"].contains("quote"), "{third:?}");
        let troubled = candidates.iter().filter(|candidate| candidate["notes"].contains("quote")).count();
        assert_eq!(troubled, 1, "{}", done.err);
    }
}

#[test]
fn bytes_that_are_no_text_cost_their_own_record() {
    let room = Room::new();
    let text = b"id,name,years,note\nT1,Zo\xc3\xa9,7,\0\nT2,N\0UL,8,x\nT3,Zo\xc3\xa9 \xff\xfe,9,x\nT4,Zo\xc3\xa9,10,\n";
    room.put("candidates.csv", text);
    let done = room.screen(&["candidates.csv", "--format", "csv"]).well();
    assert_eq!(sorted(done.column("id")), ids(4));
    let troubled = |candidate: &BTreeMap<String, String>| !candidate["notes"].is_empty();
    let candidates = done.candidates();
    let candidates: Vec<_> = candidates.iter().filter(|candidate| troubled(candidate)).collect();
    assert_eq!(candidates.len(), 1, "{candidates:?}");
    assert_eq!((candidates[0]["id"].as_str(), candidates[0]["status"].as_str()), ("T3", "review"));
}

#[test]
fn huge_cells_are_read() {
    let room = Room::new();
    let long = "word, and \"\"word\"\"\n".repeat(10 << 20 >> 4);
    let text = format!("id,name,years,note\nT1,A,7,\"{long} defenders\"\nT2,B,\"{long}\",x\nT3,C,8,x\n");
    room.put("candidates.csv", text);
    for format in FORMATS {
        let done = room.screen(&["candidates.csv", "--format", format]).well();
        if format == "csv" {
            assert_eq!(sorted(done.column("id")), ids(3));
            let statuses: BTreeMap<String, String> = done.column("id").into_iter().zip(done.column("status")).collect();
            assert_eq!(statuses.values().map(String::as_str).collect::<Vec<_>>(), ["eligible", "review", "eligible"]);
            let words: BTreeMap<String, String> = done.column("id").into_iter().zip(done.column("words")).collect();
            assert_eq!(words["T1"], "met");
        }
    }
}

#[test]
fn thousands_of_columns_are_read() {
    let room = Room::new();
    let more: String = (0..5000).map(|at| format!(",column {at}")).collect();
    let cells = ",cell".repeat(5000);
    room.put("candidates.csv", format!("id,name,years{more},note\nT1,A,7{cells},defenders\nT2,B,3{cells},x\n"));
    let done = room.screen(&["candidates.csv", "--format", "csv"]).well();
    assert_eq!(done.column("status"), ["eligible", "not_eligible"]);
    assert_eq!(done.column("words"), ["met", "not_met"]);
}

#[test]
fn a_million_delimiters_are_one_record() {
    let room = Room::new();
    let delimiters = ",".repeat(1_000_000);
    room.put("candidates.csv", format!("id,name,years,note\nT1,A,7,x{delimiters}\nT2,B,7,x{delimiters}y\nT3,C,7,x\n"));
    let done = room.screen(&["candidates.csv", "--format", "csv"]).well();
    let statuses: BTreeMap<String, String> = done.column("id").into_iter().zip(done.column("status")).collect();
    // Blank cells past the end are nothing; one with text is.
    assert_eq!(statuses.values().map(String::as_str).collect::<Vec<_>>(), ["eligible", "review", "eligible"]);
}

/// Formulas, markup, escapes and turned writing, for every column.
const HOSTILE: [&str; 15] = [
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "-2+3",
    "\t=1+1",
    "<script>alert(1)</script>",
    "\u{1b}[2J\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{202e}desrever\u{2066}\u{200f}",
    "| a | b |\r\n# head",
    "\u{9b}31m\u{85}\u{7f}\u{8}",
    "](javascript:alert(1)) ![x](y) `",
    "\u{200b}=1+1\u{feff}",
    "=1+1,x;=2+2|@x\t+3+3\n-4+4",
    "a\";\"=1+1\";\"-1",
    "//evil.example/x http://evil.example www.evil.example evil.example x@evil.example",
];

#[test]
fn what_a_candidate_writes_is_data_in_every_format() {
    let room = Room::new();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["id", "name", "years", "note"]).expect("a record");
    for text in HOSTILE {
        writer.write_record([text, text, text, text]).expect("a record");
    }
    room.put("candidates.csv", writer.into_inner().expect("bytes"));
    for lang in ["en", "fr"] {
        for columns in [None, Some("id,name,note,years,status,notes")] {
            for format in FORMATS {
                let mut args = vec!["candidates.csv", "--format", format, "--lang", lang];
                args.extend(columns.iter().flat_map(|columns| ["--columns", columns]));
                let done = room.screen(&args).well();
                harmless(&done.err, format);
                is_data(&done, format);
            }
        }
    }
    for text in HOSTILE {
        let done = room.bare(&["explain", "--criteria", "criteria.yaml", "--", "candidates.csv", text]).well();
        harmless(&done.out, "explain");
        harmless(&done.err, "explain");
    }
    let done = room.bare(&["check", "criteria.yaml", "candidates.csv"]).well();
    harmless(&done.out, "check");
    // In a header, and in the criteria.
    let header: Vec<String> = HOSTILE.iter().map(|text| format!("\"{}\"", text.replace('"', "\"\""))).collect();
    room.put("candidates.csv", format!("{}\n{}\n", header.join(","), ",".repeat(HOSTILE.len() - 1) + "x"));
    harmless(&room.screen(&["candidates.csv"]).refused(), "header");
    room.put("criteria.yaml", format!("version: 1\n{}: 7\n\"\\e[31m\\u202e\": 1\n", HOSTILE[7]));
    harmless(&room.screen(&["candidates.csv"]).refused(), "criteria");
}

/// Nothing of what was written is run, drawn or linked to.
fn is_data(done: &Done, format: &str) {
    match format {
        "xlsx" => {}
        "csv" => {
            assert!(done.out.lines().count() > HOSTILE.len());
            for candidate in done.candidates() {
                for cell in candidate.values() {
                    assert!(!runs(cell), "{cell:?}");
                    assert!(!cell.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{cell:?}");
                }
            }
            for delimiter in [b',', b';', b'\t', b'|'] {
                for quoting in [true, false] {
                    let cells = cells(&done.out, delimiter, quoting);
                    let runs = cells.iter().find(|cell| runs(cell));
                    assert_eq!(runs, None, "{} {quoting}", char::from(delimiter));
                }
            }
        }
        "html" => {
            harmless(&done.out, format);
            let tags = done.out.matches("<script").count() + done.out.matches("</script").count();
            assert_eq!(tags, 4, "{}", done.out);
            assert!(!done.out.contains("<script>alert"), "{}", done.out);
        }
        "json" | "jsonl" => {
            harmless(&done.out, format);
            assert!(!done.out.contains('<'), "{}", done.out);
        }
        _ => {
            harmless(&done.out, format);
            let page = done.out.replace("<!-- -->", "");
            assert!(format == "table" || !page.contains('<'), "{}", done.out);
            let address = ["//evil", "evil.example", "www.evil", "x@evil"].map(|part| done.out.contains(part));
            assert!(format == "table" || !address.contains(&true), "{}", done.out);
        }
    }
}

/// The cells of a text, for a reader that divides it so.
fn cells(text: &str, delimiter: u8, quoting: bool) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
    let mut reader = reader.from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Whether a spreadsheet may take this cell for a formula.
fn runs(cell: &str) -> bool {
    let start = cell.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    start.parse::<f64>().is_err() && !matches!(start.trim_end(), "+" | "-") && start.starts_with(['=', '+', '-', '@'])
}

/// Nothing moves the cursor, colours, or turns writing around.
fn harmless(text: &str, from: &str) {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found = text.chars().find(|c| *c != '\n' && (c.is_control() || turns(*c)));
    assert_eq!(found, None, "{from}: {text:?}");
}
