//! README.md and the documentation hold themselves to the program: their commands are run, their tables are made anew,
//! their criteria are checked.
//!
//! Each page is built again from what the program says and held against what is written.
//! `UPDATE_README=1 cargo test --test suite readme` writes it instead. A comment above a block or a table says what it is:
//!
//! - `<!-- file: NAME -->`: a file of that name; one under `docs/` is there already, and the block shows it;
//! - `<!-- lang: fr -->`: from here on the commands are typed where that language is spoken;
//! - `<!-- fields: ... -->`, `<!-- cells: ... -->` and so on: a table that the program makes.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed, and says what it skips"
)]

use std::cell::Cell;
use std::fmt::Write as _;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::common::Test;
use super::common::pages::{self, root};
use super::common::pty::{PROMPT, Session};
use screen::criteria::{self, CRITERION, FORMATS, POSTING, SHORTLIST, TOP};
use screen::exit::Exit;
use screen::kinds::KINDS;
use screen::render::Format;
use screen::yaml::Field;

#[test]
fn everything_shown_is_so() {
    for page in pages::all() {
        let path = root().join(&page);
        let written = std::fs::read_to_string(&path).unwrap();
        let so = rebuilt(&written);
        if std::env::var_os("UPDATE_README").is_some() {
            std::fs::write(&path, so).unwrap();
            continue;
        }
        for (number, (written, so)) in written.lines().zip(so.lines()).enumerate() {
            assert_eq!(written, so, "{page}, line {}; UPDATE_README=1 writes what is so", number + 1);
        }
        assert_eq!(written, so);
    }
}

/// Where the commands run: the project's files that they name, and the program as `screen` and as `cargo run`.
struct Place {
    folder: tempfile::TempDir,
    /// The locale of whoever types.
    locale: &'static str,
    /// Whether a command was left out, which what follows may build on.
    left: Cell<bool>,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("screen-readme-").tempdir().unwrap();
        let place = Self { folder, locale: "C.UTF-8", left: Cell::new(false) };
        for name in ["bin", "tmp"] {
            std::fs::create_dir_all(place.path(name)).unwrap();
        }
        for file in ["fixtures", "criteria", "docs"].into_iter().flat_map(pages::files) {
            std::fs::create_dir_all(place.path(&file).parent().unwrap()).unwrap();
            std::fs::copy(root().join(&file), place.path(&file)).unwrap();
        }
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_screen"), place.path("bin/screen")).unwrap();
        let cargo = place.path("bin/cargo");
        std::fs::write(
            &cargo,
            "#!/bin/sh\n[ \"$1 $2 $3\" = 'run --release --' ] || exit 1\nshift 3\nexec screen \"$@\"\n",
        )
        .unwrap();
        std::fs::set_permissions(&cargo, std::fs::Permissions::from_mode(0o755)).unwrap();
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What somebody sees who types this.
    fn types(&self, command: &str) -> String {
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", self.path("bin").display());
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(self.folder.path())
            .env_clear()
            .envs([("PATH", path.as_str()), ("LC_ALL", self.locale)])
            .env("TMPDIR", self.path("tmp"))
            .env("HOME", self.folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    fn has(&self, program: &str) -> bool {
        !self.types(&format!("command -v {program}")).is_empty()
    }
}

/// The page as it should be.
fn rebuilt(page: &str) -> String {
    let mut place = Place::new();
    let mut out = String::new();
    let mut lines = page.lines().peekable();
    let mut said = String::new();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        if let Some(directive) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            if directive == "lang: fr" {
                place.locale = "fr_FR.UTF-8";
            }
            directive.clone_into(&mut said);
            continue;
        }
        if let Some(language) = line.strip_prefix("```").filter(|language| !language.is_empty()) {
            let mut block: Vec<&str> = Vec::new();
            for line in lines.by_ref().take_while(|line| *line != "```") {
                block.push(line);
            }
            let mut text = block.iter().fold(String::new(), |text, line| text + line + "\n");
            match said.strip_prefix("file: ") {
                Some(name) if name.starts_with("docs/") => {
                    text = std::fs::read_to_string(root().join(name)).unwrap();
                }
                Some(name) => std::fs::write(place.path(name), &text).unwrap(),
                None => {}
            }
            match language {
                "console" => out.push_str(&typed(&place, &block)),
                "terminal" => out.push_str(&answered(&place, &block)),
                "yaml" => {
                    check(&text);
                    out.push_str(&text);
                }
                _ => out.push_str(&text),
            }
            out.push_str("```\n");
        } else if line.starts_with('|') {
            let mut table = vec![line];
            while let Some(row) = lines.next_if(|row| row.starts_with('|')) {
                table.push(row);
            }
            let made = made(&said, &table);
            out.truncate(out.len() - line.len() - 1);
            for row in made {
                let _ = writeln!(out, "{row}");
            }
        }
        if !line.is_empty() {
            said.clear();
        }
    }
    out
}

// ---- Commands --------------------------------------------------------------------------------------------------------

/// A block of commands, each with what it gives. A line `[...]` stands for any lines.
fn typed(place: &Place, block: &[&str]) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < block.len() {
        let mut command = block[at].strip_prefix("$ ").expect("a command first").to_owned();
        let _ = writeln!(out, "{}", block[at]);
        at += 1;
        while let Some(more) = block.get(at).and_then(|line| line.strip_prefix("> ")) {
            let _ = write!(command, "\n{more}");
            let _ = writeln!(out, "{}", block[at]);
            at += 1;
        }
        let shown: Vec<&str> = block[at..].iter().take_while(|line| !line.starts_with("$ ")).copied().collect();
        at += shown.len();
        let text = shown.iter().fold(String::new(), |text, line| text + line + "\n");
        let missing = ["jq", "parallel", "duckdb"].iter().find(|tool| command.contains(**tool) && !place.has(tool));
        if let Some(tool) = missing {
            eprintln!("skipped with what follows on its page, for there is no `{tool}` here: {command}");
            place.left.set(true);
        }
        if place.left.get() {
            out.push_str(&text);
            continue;
        }
        let given = place.types(&command);
        out.push_str(if shown.contains(&"[...]") && fits(&shown, &given) { &text } else { &given });
    }
    out
}

/// What somebody sees on a terminal who types this and gives these answers, which stand after each prompt.
fn answered(place: &Place, block: &[&str]) -> String {
    let command = block[0].strip_prefix("$ screen ").expect("a command first");
    let mut session = Session::start(place.folder.path(), &command.split(' ').collect::<Vec<_>>());
    let mut seen = String::new();
    let (text, prompt) = (block.join("\n"), PROMPT.replace('\r', ""));
    for answer in text.split(&prompt).skip(1).filter_map(|after| after.lines().next()) {
        seen.push_str(&session.until(PROMPT));
        seen.push_str(&format!("{answer}\n"));
        session.keys.write_all(format!("{answer}\r").as_bytes()).unwrap();
        // Shown once as it is typed and once when it is taken.
        session.until("\u{1b}[2K");
        session.until("\n");
    }
    let (_, said) = session.end();
    seen.push_str(&session.rest());
    seen.push_str(&said);
    format!("{}\n{}", block[0], anstream::adapter::strip_str(&seen).to_string().replace('\r', ""))
}

/// Whether what is shown, with lines left out, is what was given.
fn fits(shown: &[&str], given: &str) -> bool {
    let given: Vec<&str> = given.lines().collect();
    let parts: Vec<&[&str]> = shown.split(|line| *line == "[...]").collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let between = &parts[1..parts.len() - 1];
    let Some(mut rest) = given.strip_prefix(*first).and_then(|rest| rest.strip_suffix(*last)) else { return false };
    between.iter().all(|part| {
        let found = rest.windows(part.len()).position(|window| window == *part);
        found.is_some_and(|at| {
            rest = &rest[at + part.len()..];
            true
        })
    })
}

// ---- Criteria --------------------------------------------------------------------------------------------------------

/// Holds a piece of a criteria file against the reader of criteria: a whole file, some of its parts, criteria, or tests.
fn check(block: &str) {
    let indented = |by: &str| block.lines().fold(String::new(), |text, line| format!("{text}{by}{line}\n"));
    let one = "criteria:\n  - id: x\n    provided: { column: cv }\n";
    let top = |line: &str| TOP.iter().any(|field| line.starts_with(&format!("{}:", field.name)));
    let first = block.lines().find(|line| !line.starts_with('#')).unwrap();
    let text = match first {
        first if first.starts_with("version:") => block.to_owned(),
        first if top(first) => format!("version: 1\n{block}{one}"),
        first if first.starts_with("- id:") => format!("version: 1\n{POSTING_OF_TESTS}criteria:\n{}", indented("  ")),
        _ => format!("version: 1\n{POSTING_OF_TESTS}criteria:\n  - id: x\n{}", indented("    ")),
    };
    if let Err(problems) = criteria::read("block.yaml", &text) {
        panic!("{problems:#?}\n{text}");
    }
}

const POSTING_OF_TESTS: &str = "posting: { deadline: 2024-05-26, time_zone: Europe/Brussels }\n";

#[test]
fn every_format_is_told_where_outputs_are() {
    let page = std::fs::read_to_string(root().join("docs/reference/outputs.md")).unwrap();
    let (first, _) = page.split_once("\n## ").unwrap();
    for format in Format::ALL {
        assert!(first.contains(&format!("{}`", format.name())), "{}", format.name());
    }
}

#[test]
fn every_test_has_its_example() {
    let page = std::fs::read_to_string(root().join("docs/reference/criteria.md")).unwrap();
    for kind in KINDS {
        assert!(page.contains(&format!("```yaml\n{}:", kind.key)), "no example of `{}`", kind.key);
    }
}

// ---- Tables ----------------------------------------------------------------------------------------------------------

/// A table as it should be, by what is said above it.
fn made(said: &str, table: &[&str]) -> Vec<String> {
    let body: Vec<String> = match said.split_once(": ").unwrap_or((said, "")) {
        ("tests", _) => KINDS
            .iter()
            .map(|kind| format!("| `{}` | {} | {} |", kind.key, names(kind.fields), shielded(kind.doc)))
            .collect(),
        ("fields", of) => {
            let fields = match of {
                "the file" => TOP,
                "posting" => POSTING,
                "formats" => FORMATS,
                "shortlist" => SHORTLIST,
                "a criterion" => CRITERION,
                other => panic!("there is no table of the fields of {other}"),
            };
            let row = |field: &Field| {
                let needed = if field.required { "**needed**. " } else { "" };
                format!("| `{}` | {needed}{} |", field.name, shielded(field.doc))
            };
            fields.iter().map(row).collect()
        }
        ("exit statuses", _) => {
            Exit::ALL.iter().map(|exit| format!("| {} | {} |", exit.code(), exit.meaning().en)).collect()
        }
        ("cells", test) => table[2..].iter().map(|row| read(test, row)).collect(),
        ("proofs", _) => {
            table[2..].iter().for_each(|row| proven(row));
            table[2..].iter().map(|row| (*row).to_owned()).collect()
        }
        _ => table[2..].iter().map(|row| (*row).to_owned()).collect(),
    };
    table[..2].iter().map(|row| (*row).to_owned()).chain(body).collect()
}

fn names(fields: &[Field]) -> String {
    let name = |field: &Field| format!("`{}`", field.name);
    fields.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn shielded(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The code in a text: what is between backquotes.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// A row of cells that are read alike: the cells, what they are read as, the verdict.
fn read(test: &str, row: &str) -> String {
    let first = row.trim_start_matches('|').replace("\\|", "\u{1}");
    let first = first.split('|').next().unwrap().trim().replace('\u{1}', "\\|");
    let mut found: Option<(String, String)> = None;
    for cell in code(&first) {
        let said = account(test, &cell.replace("\\|", "|"));
        if let Some(found) = &found {
            assert_eq!(*found, said, "`{cell}` is not read as the other cells of its row: {row}");
        }
        found = Some(said);
    }
    let (reading, verdict) = found.unwrap_or_else(|| panic!("no cell in {row}"));
    format!("| {first} | {} | {verdict} |", shielded(&reading))
}

/// What a cell is read as, and the verdict.
fn account(test: &str, cell: &str) -> (String, String) {
    let criteria = format!("version: 1\n{POSTING_OF_TESTS}criteria:\n  - id: x\n    {test}\n");
    let mut list = csv::Writer::from_writer(Vec::new());
    list.write_record(["id", "cell"]).unwrap();
    list.write_record(["A1", cell]).unwrap();
    let ran = Test::new()
        .file("c.yaml", criteria)
        .file("c.csv", list.into_inner().unwrap())
        .args(["explain", "c.csv", "A1", "--criteria", "c.yaml"])
        .env("COLUMNS", "400")
        .output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{cell}");
    let line = |name: &str| {
        let found = ran.text().lines().find_map(|line| line.trim_start().strip_prefix(name));
        found.unwrap_or("").trim().to_owned()
    };
    let verdict = line("verdict");
    let verdict = verdict.split(" – ").next().unwrap().replace("open", "unknown");
    let reading = line("reading");
    assert!(!verdict.is_empty(), "{}", ran.text());
    (reading, verdict)
}

/// Holds the tests that a row names to be there: `tests/file.rs`, then `a_test_in_it`, ...
fn proven(row: &str) {
    let mut file = String::new();
    let mut seen = 0;
    for name in code(row.rsplit('|').nth(1).unwrap()) {
        if name.ends_with(".rs") {
            file = std::fs::read_to_string(root().join(name)).unwrap_or_else(|_| panic!("there is no {name}: {row}"));
        } else {
            assert!(file.contains(&format!("fn {name}(")), "there is no test `{name}`: {row}");
        }
        seen += 1;
    }
    assert!(seen > 0, "nothing proves {row}");
}
