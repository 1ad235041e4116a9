//! Whole runs of the program on hostile files, through awkward ways in and out, and through every dialect.

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

#[test]
fn hostile_criteria_are_refused_in_a_moment() {
    let room = Room::new();
    room.put("candidates.csv", many(3));
    let mut laughs = String::from("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
    for at in 1..12 {
        let before = format!("*a{}", at - 1);
        laughs.push_str(&format!("a{at}: &a{at} [{}]\n", vec![before; 10].join(", ")));
    }
    let nested: String = (0..2000).map(|at| format!("{}a:\n", " ".repeat(at))).collect();
    let groups = format!(
        "version: 1\ncriteria:\n  - id: a\n    {}yes_no: {{ column: years }}{}\n",
        "any_of: { of: [ ".repeat(40),
        " ] }".repeat(40)
    );
    let large = format!("{SMALL}# {}\n", "x".repeat(2 << 20));
    let wide: String = (0..200_000).map(|at| format!("k{at}: 1\n")).collect();
    for (name, text) in [
        ("brackets", "[".repeat(200_000)),
        ("braces", "{a: ".repeat(100_000)),
        ("laughs", laughs),
        ("nested", nested),
        ("groups", groups),
        ("large", large),
        ("wide", wide),
        ("dashes", "- ".repeat(200_000)),
        ("anchors", (0..50_000).map(|at| format!("- &a{at} x\n")).collect()),
        ("quotes", "\"".repeat(500_001)),
        ("controls", "\0\u{1}\u{2}".repeat(1000)),
        ("empty", String::new()),
    ] {
        room.put("criteria.yaml", text);
        let started = Instant::now();
        let told = room.screen(&["candidates.csv"]).refused();
        assert!(started.elapsed() < A_MOMENT, "{name} takes {:?}", started.elapsed());
        assert!(told.contains("criteria.yaml"), "{name}: {told}");
        assert!(told.len() < 100_000, "{name} is told in {} bytes", told.len());
    }
}

/// Criteria of nearly a mebibyte on one line, or with as much of something as fits: right ones and wrong ones.
#[test]
fn long_criteria_cost_a_moment_and_little_memory() {
    let room = Room::new();
    room.put("candidates.csv", many(3));
    let words = |of: &str, count: usize| (0..count).map(|at| format!("{of}{at}")).collect::<Vec<_>>().join(",");
    let one = |test: String| format!("version: 1\ncriteria:\n  - {{ id: a, {test} }}\n");
    let tests = |count: usize| vec!["{yes_no: {column: years}}"; count].join(",");
    let criteria = |count: usize, test: &str| -> String {
        (0..count).map(|at| format!("  - {{ id: a{at}, {} }}\n", test.replace('N', &at.to_string()))).collect()
    };
    for (name, text, code) in [
        ("terms", one(format!("mentions: {{ columns: [note], terms: [{}] }}", words("t", 100_000))), 0),
        ("values", one(format!("one_of: {{ column: note, values: [{}] }}", words("v", 100_000))), 0),
        ("steps", one(format!("level: {{ column: note, at_least: s5, scale: [{}] }}", words("s", 60_000))), 0),
        ("a step", one(format!("level: {{ column: note, at_least: no, scale: [{}] }}", words("s", 60_000))), 1),
        (
            "headers",
            format!(
                "version: 1\ncolumns: {{ years: [years,{}] }}\ncriteria:\n  - {{ id: a, yes_no: {{ column: years }} }}\n",
                words("h", 100_000)
            ),
            0,
        ),
        (
            "names",
            format!(
                "version: 1\ncolumns: {{ {} }}\nidentity: [{}]\n{}",
                words("n", 40_000).replace(',', ": x, ") + ": x",
                words("i", 10_000),
                &SMALL[SMALL.find("criteria:").unwrap()..]
            ),
            1,
        ),
        (
            "missing",
            format!(
                "version: 1\nformats: {{ missing: [{}] }}\n{}",
                words("m", 100_000),
                &SMALL[SMALL.find("criteria:").unwrap()..]
            ),
            0,
        ),
        ("a label", one(format!("label: {}, yes_no: {{ column: years }}", "x".repeat(900_000))), 1),
        ("groups", one(format!("any_of: {{ of: [{}] }}", tests(998))), 0),
        ("tests", one(format!("any_of: {{ of: [{}] }}", tests(20_000))), 1),
        ("criteria", format!("version: 1\ncriteria:\n{}", criteria(1000, "yes_no: { column: years }")), 0),
        ("more criteria", format!("version: 1\ncriteria:\n{}", criteria(15_000, "yes_no: { column: cN }")), 1),
        ("slips", format!("version: 1\ncriteria:\n{}", criteria(15_000, "yes_no: { colum: cN }")), 1),
        ("raters", one(format!("rating: {{ columns: [{}], out_of: 5, at_least: 3 }}", words("r", 100_000))), 1),
        ("keys", one(format!("yes_no: {{ column: years }}, {}: 1", words("k", 90_000).replace(',', ": 1, "))), 1),
        ("one key", one(format!("yes_no: {{ column: years }}, {}", vec!["k: 1"; 90_000].join(", "))), 1),
    ] {
        assert!(text.len() < 1 << 20, "{name}");
        room.put("criteria.yaml", text);
        let started = Instant::now();
        // Of addresses, of which a program takes more than of memory.
        let script =
            "ulimit -v 1000000; exec \"$SCREEN\" candidates.csv --criteria criteria.yaml --format csv --threads 2";
        let done = room.shell(script).end();
        assert_eq!(done.code, Some(code), "{name}: {}", &done.err[..done.err.len().min(2000)]);
        assert!(started.elapsed() < 3 * A_MOMENT, "{name} takes {:?}", started.elapsed());
        assert!(done.err.len() < 200_000, "{name} is told in {} bytes", done.err.len());
    }
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
                        let address =
                            ["//evil", "evil.example", "www.evil", "x@evil"].map(|part| done.out.contains(part));
                        assert!(format == "table" || !address.contains(&true), "{}", done.out);
                    }
                }
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

#[test]
fn an_input_is_not_written_over() {
    let room = Room::new();
    let candidates = many(3);
    room.put("candidates.csv", &candidates);
    fs::hard_link(room.path("candidates.csv"), room.path("other-name.csv")).expect("a link");
    #[cfg(unix)]
    std::os::unix::fs::symlink("candidates.csv", room.path("link.csv")).expect("a link");
    for output in ["candidates.csv", "./candidates.csv", "other-name.csv", "link.csv", "criteria.yaml"] {
        let before = room.names();
        let told = room.screen(&["candidates.csv", "--format", "csv", "--output", output]).refused();
        assert!(told.contains("candidates.csv") || told.contains("criteria.yaml"), "{told}");
        assert_eq!(room.names(), before);
        assert_eq!(fs::read_to_string(room.path("candidates.csv")).expect("it is there"), candidates);
        assert_eq!(fs::read_to_string(room.path("criteria.yaml")).expect("it is there"), SMALL);
    }
}

/// Records that end in another way than most lines are all on one line, and still come in the order of reading.
#[test]
fn lone_carriage_returns_keep_their_order_on_any_number_of_threads() {
    let room = Room::new();
    let rows: String = (0..90_000).map(|at| format!("T{at},,7,\r")).collect();
    room.put("candidates.csv", format!("id,name,years,note\n{rows}"));
    for options in ["--format csv --columns id", "--format csv --columns id --top 40", "--format json --top 9"] {
        let script =
            |threads| format!("\"$SCREEN\" -q candidates.csv --criteria criteria.yaml {options} --threads {threads}");
        let one = room.shell(&script(1)).well().out;
        assert!(one.contains("T8"), "{}", one.len());
        for threads in [2, 2, 3, 4] {
            assert!(room.shell(&script(threads)).well().out == one, "{options}, {threads} threads");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_room_for_temporary_files_is_told() {
    let room = Room::new();
    room.put("few.csv", many(500));
    room.put("candidates.csv", many(100_000));
    let script = "TMPDIR=nowhere exec \"$SCREEN\" --criteria criteria.yaml --format csv --threads 1";
    // What fits memory needs none.
    for few in ["few.csv", "- < few.csv"] {
        room.shell(&format!("{script} {few} > /dev/null")).well();
    }
    let told = room.shell(&format!("{script} candidates.csv > /dev/null")).refused();
    assert!(told.starts_with("error[no-room]: ") && told.contains("`TMPDIR`"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_full_device_is_told() {
    let room = Room::new();
    room.put("candidates.csv", many(2000));
    for format in FORMATS {
        for ending in ["--output /dev/full", "> /dev/full", "--sort input > /dev/full"] {
            let run = format!("\"$SCREEN\" candidates.csv --criteria criteria.yaml --format {format} {ending}");
            let told = room.shell(&run).refused();
            assert!(told.contains("written") || told.contains("write"), "{format} {ending}: {told}");
        }
    }
    let french = room.shell("\"$SCREEN\" candidates.csv --criteria criteria.yaml --lang fr > /dev/full").refused();
    assert!(french.contains("le disque est plein") && !french.contains("os error"), "{french}");
    for command in ["explain candidates.csv T1 --criteria criteria.yaml", "check criteria.yaml candidates.csv"] {
        room.shell(&format!("\"$SCREEN\" {command} > /dev/full")).refused();
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_mistake() {
    const COUNT: usize = 5000;
    let room = Room::new();
    // More than a pipe holds, in every format.
    room.put("candidates.csv", many(COUNT));
    for format in FORMATS {
        for more in [&[][..], &["--sort", "input"], &["--threads", "1"]] {
            let args = [&["candidates.csv", "--format", format], more].concat();
            let mut child = room.screen(&args).start();
            let mut line = Vec::new();
            let mut out = BufReader::new(child.stdout.take().expect("standard output is piped"));
            out.read_until(b'\n', &mut line).expect("the output can be read");
            assert!(!line.is_empty(), "{format}");
            drop(out);
            let done = end(child, LIMIT);
            assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{format} {more:?}");
        }
    }
    // Nobody hears the errors: the file is still whole.
    let run = "\"$SCREEN\" candidates.csv --criteria criteria.yaml --format csv --output out.csv 2>&1 | true; \
               exit ${PIPESTATUS[0]}";
    assert_eq!(room.shell(run).end().code, Some(0));
    assert_eq!(fs::read_to_string(room.path("out.csv")).expect("it is there").lines().count(), COUNT + 1);
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_the_old_file_and_nothing_else() {
    let room = Room::new();
    room.put("out.csv", "the old one\n");
    let before = room.names();
    // Waiting for more input, and in the midst of more than enough.
    for (busy, sort) in [(false, "rank"), (true, "rank"), (false, "input"), (true, "input")] {
        let mut run = room.screen(&["-", "--format", "csv", "--sort", sort, "--output", "out.csv"]).input([]);
        let mut child = run.start();
        let mut stdin = child.stdin.take().expect("standard input is piped");
        let feeder = std::thread::spawn(move || {
            let _ = stdin.write_all(many(2000).as_bytes());
            let rows = "T0,Test Person,8,x\n".repeat(500);
            while busy && stdin.write_all(rows.as_bytes()).is_ok() {}
            // Held open until the program has gone.
            stdin
        });
        let started = Instant::now();
        // A program that waits for the start of a file has begun nothing yet. What it has begun may have no name.
        let begun = || {
            let open = fs::read_dir(format!("/proc/{}/fd", child.id())).into_iter().flatten().flatten();
            let mut open = open.filter_map(|open| fs::read_link(open.path()).ok());
            let nameless = |path: &PathBuf| path.to_string_lossy().ends_with(" (deleted)");
            room.names() != before || open.any(|path| path.starts_with(room.0.path()) && nameless(&path))
        };
        while (busy || sort == "input") && !begun() {
            assert!(started.elapsed() < LIMIT, "nothing is being written");
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(500));
        let interrupted = Instant::now();
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("`kill` is there");
        assert!(sent.success());
        let done = end(child, LIMIT);
        let took = interrupted.elapsed();
        drop(feeder.join());
        assert_eq!(done.code, Some(130), "{}", done.err);
        assert!(took < Duration::from_secs(3), "{took:?}");
        assert_eq!(fs::read_to_string(room.path("out.csv")).expect("it is there"), "the old one\n");
        assert_eq!(room.names(), before);
    }
}

#[cfg(unix)]
#[test]
fn every_way_in_gives_the_same() {
    let room = Room::new();
    let text = many(400);
    room.put("candidates.csv", &text);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(text.as_bytes()).expect("bytes");
    room.put("candidates.csv.gz", packed.finish().expect("bytes"));
    let fields = "rank,rank_best,rank_worst,id,name,status,score,score_max,experience,words,source.line,notes";
    let expected = room.screen(&["candidates.csv", "--format", "csv", "--columns", fields]).well().out;
    assert_eq!(expected.lines().count(), 401);
    let screen = format!("\"$SCREEN\" --criteria criteria.yaml --format csv --columns {fields}");
    for script in [
        format!("{screen} < candidates.csv"),
        format!("{screen} - < candidates.csv"),
        format!("cat candidates.csv | {screen}"),
        format!("cat candidates.csv | {screen} /dev/stdin"),
        format!("{screen} <(cat candidates.csv)"),
        format!("mkfifo fifo && (cat candidates.csv > fifo &) && {screen} fifo; rm fifo"),
        format!("{screen} candidates.csv.gz"),
        format!("{screen} < candidates.csv.gz"),
        format!("(sleep 0.2; cat candidates.csv) | {screen}"),
        format!("{screen} candidates.csv --threads 1"),
        format!("{screen} candidates.csv --threads 7"),
    ] {
        let done = room.shell(&script).well();
        assert_eq!(done.out, expected, "{script}");
    }
}

#[test]
fn files_of_different_dialects_are_one_list() {
    let room = Room::new();
    room.put("a.csv", "id,name,years,note\nT1,Ada Fictive,9,defenders\nT2,Bo Example,3,x\n");
    let second = "id;name;years;note\r\nT3;Zoé Exemple;\"8,5\";défenseurs\r\nT1;Noël Essai;7;x\r\n";
    room.put("b.csv", encoding_rs::WINDOWS_1252.encode(second).0);
    let done = room.screen(&["a.csv", "b.csv", "--format", "csv"]).well();
    assert_eq!(done.column("id"), ["T1", "T3", "T1", "T2"], "{}", done.out);
    assert_eq!(done.column("name")[1], "Zoé Exemple");
    assert_eq!(done.column("source.file"), ["a.csv", "b.csv", "b.csv", "a.csv"]);
    assert_eq!(done.column("source.line"), ["2", "2", "3", "3"]);
    for (at, other) in [(0, "b.csv"), (2, "a.csv")] {
        assert!(done.column("notes")[at].contains(other), "{}", done.out);
    }
    assert!(done.err.contains("row 2 of a.csv and row 3 of b.csv"), "{}", done.err);
    let strict = room.screen(&["a.csv", "b.csv", "--format", "csv", "--strict"]).end();
    assert_eq!((strict.code, strict.out), (Some(1), done.out), "{}", strict.err);
}

/// The shipped candidates, without those whom Windows-1252 cannot write.
fn shipped() -> Vec<csv::StringRecord> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/candidates.csv");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).expect("the fixture is there");
    let records = reader.records().map(|record| record.expect("a record"));
    records.filter(|record| record.iter().all(|cell| !encoding_rs::WINDOWS_1252.encode(cell).2)).collect()
}

/// The records, written so.
fn written(records: &[csv::StringRecord], delimiter: u8, end: csv::Terminator) -> String {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).delimiter(delimiter).terminator(end).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).expect("a record");
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("text")
}

fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}');
    let text: String = mark.into_iter().chain(text.chars()).collect();
    text.encode_utf16().flat_map(bytes).collect()
}

/// What must not depend on how a file is written: all but where a record is in it.
fn answers(done: &Done) -> Vec<BTreeMap<String, String>> {
    let mut candidates = done.candidates();
    for candidate in &mut candidates {
        for field in ["source.file", "source.line", "notes"] {
            candidate.remove(field);
        }
    }
    candidates
}

#[test]
fn every_dialect_gives_the_same_answers() {
    let room = Room::new();
    let records = shipped();
    assert!(records.len() > 60, "{}", records.len());
    let (lf, crlf, cr) = (csv::Terminator::Any(b'\n'), csv::Terminator::CRLF, csv::Terminator::Any(b'\r'));
    let clean = written(&records, b',', lf);
    let semicolons = written(&records, b';', crlf);
    room.put("clean.csv", &clean);
    let run = |name: &str| room.bare(&[name, "--format", "csv"]).well();
    let expected = answers(&run("clean.csv"));
    assert!(expected.len() >= records.len() - 1, "{}", expected.len());
    let blank_lines = {
        // Between records only: a line break may stand within one.
        let one = |record: &csv::StringRecord| written(std::slice::from_ref(record), b',', lf) + "\n";
        records.iter().map(one).collect::<String>()
    };
    let longest = records.iter().map(csv::StringRecord::len).max().unwrap_or(0);
    let trailing: Vec<csv::StringRecord> = records
        .iter()
        .map(|record| {
            // Where a row is short it stays short of what the header names.
            let more = if record.len() == longest { 3 } else { 0 };
            record.iter().chain(std::iter::repeat_n("", more)).collect()
        })
        .collect();
    let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("crlf.csv", written(&records, b',', crlf).into()),
        ("cr.csv", written(&records, b',', cr).into()),
        ("semicolons.csv", semicolons.clone().into()),
        ("tabs.tsv", written(&records, b'\t', lf).into()),
        ("bars.csv", written(&records, b'|', lf).into()),
        ("mark.csv", format!("\u{feff}{clean}").into()),
        ("utf-16le.csv", utf16(&semicolons, true, u16::to_le_bytes)),
        ("utf-16be.csv", utf16(&semicolons, true, u16::to_be_bytes)),
        ("utf-16le-tabs.txt", utf16(&written(&records, b'\t', crlf), true, u16::to_le_bytes)),
        ("utf-16le-without-mark.csv", utf16(&clean, false, u16::to_le_bytes)),
        ("windows-1252.csv", windows(&semicolons)),
        ("windows-1252-commas.csv", windows(&clean)),
        ("sep.csv", format!("sep=;\r\n{semicolons}").into()),
        ("sep-mark.csv", format!("\u{feff}sep=;\r\n{semicolons}").into()),
        ("trailing.csv", written(&trailing, b';', crlf).into()),
        ("blank-lines.csv", blank_lines.into()),
        ("no-last-line-end.csv", clean.trim_end().into()),
    ];
    for (name, bytes) in &files {
        room.put(name, bytes);
        let done = run(name);
        assert_eq!(answers(&done), expected, "{name}: {}", done.err);
    }
    // A workbook has no rows that are too short, and its XML no control characters: those cannot be compared.
    let alike = |record: &&csv::StringRecord| {
        record.len() == records[0].len()
            && !record.iter().any(|cell| cell.contains(|c: char| c.is_control() && c != '\n'))
    };
    let whole: Vec<csv::StringRecord> = records.iter().filter(alike).cloned().collect();
    assert!(whole.len() > 60, "{}", whole.len());
    room.put("whole.csv", written(&whole, b',', lf));
    let expected = answers(&run("whole.csv"));
    if let Some(workbook) = workbook(&whole) {
        room.put("candidates.xlsx", workbook);
        let done = run("candidates.xlsx");
        assert_eq!(answers(&done), expected, "{}", done.err);
    }
    // Every column as text: what is asked here is not how LibreOffice reads figures.
    let columns: Vec<String> = (1..=longest).map(|column| format!("{column}/2")).collect();
    let filter = format!("--infilter=Text - txt - csv (StarCalc):44,34,76,1,{}", columns.join("/"));
    if office(&room, &[&filter, "--convert-to", "ods", "whole.csv"]) {
        let done = run("whole.ods");
        assert_eq!(answers(&done), expected, "{}", done.err);
    } else {
        skipped("the candidates as ODS");
    }
}

/// The records as a workbook of texts.
fn workbook(records: &[csv::StringRecord]) -> Option<Vec<u8>> {
    #[cfg(feature = "xlsx")]
    {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, record) in (0..).zip(records) {
            for (column, cell) in (0..).zip(record) {
                sheet.write_string(row, column, cell).expect("a cell");
            }
        }
        Some(book.save_to_buffer().expect("a workbook"))
    }
    #[cfg(not(feature = "xlsx"))]
    {
        let _ = records;
        None
    }
}

fn skipped(what: &str) {
    // Past the capture of the tests' output: a test that is skipped says so.
    let _ = writeln!(std::io::stderr(), "skipped: {what} needs LibreOffice (`soffice`), which is not here");
}

/// Converts a file of the room by LibreOffice; false where that is not installed.
fn office(room: &Room, args: &[&str]) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", room.path("office").display());
    let mut command = Command::new("soffice");
    command.args(["--headless", "--norestore", &profile]).args(args).current_dir(room.0.path()).stdin(Stdio::null());
    let Ok(done) = command.output() else { return false };
    assert!(done.status.success(), "{done:?}");
    true
}

#[cfg(feature = "xlsx")]
#[test]
fn libreoffice_reads_the_workbook() {
    let room = Room::new();
    let mut text = many(60);
    for (at, hostile) in HOSTILE.iter().enumerate() {
        text.push_str(&format!("H{at},\"{}\",8,x\n", hostile.replace('"', "\"\"")));
    }
    room.put("candidates.csv", text);
    let fields = "rank,rank_best,rank_worst,id,name,status,score,source.line";
    let expected = room.screen(&["candidates.csv", "--format", "csv", "--columns", fields]).well();
    room.screen(&["candidates.csv", "--columns", fields, "--output", "out.xlsx"]).well();
    // Commas, quotes, UTF-8, cells as shown.
    let to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    if !office(&room, &["--convert-to", to, "out.xlsx"]) {
        return skipped("the workbook");
    }
    let back = fs::read_to_string(room.path("out.csv")).expect("it was converted");
    let mut reader = csv::Reader::from_reader(back.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    let candidates = expected.candidates();
    assert_eq!(rows.len(), candidates.len());
    for (row, candidate) in rows.iter().zip(&candidates) {
        for (at, field) in fields.split(',').enumerate() {
            match field {
                "score" => {
                    let [shown, exact] = [&row[at], candidate[field].as_str()].map(|score| score.parse::<f64>());
                    let (shown, exact) = (shown.expect("a score"), exact.expect("a score"));
                    assert!((shown - exact).abs() <= 0.005_001, "{shown} {exact}");
                }
                // In words.
                "status" => assert!(!row[at].is_empty()),
                _ => assert_eq!(row[at], candidate[field], "{field}"),
            }
        }
    }
}
