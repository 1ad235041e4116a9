//! The first minutes with the program: what it shows is true, says who is who, and names what to type next.
#![allow(clippy::unwrap_used)]

mod common;

use common::Test;

/// A requirement, and two assets: one that only earns points, and one with a threshold.
const GRADED: &str = "\
version: 1
posting: { deadline: 2024-05-26 }
identity: [name]
criteria:
  - id: permit
    yes_no: { column: permit }
  - id: years
    need: asset
    years: { column: years, full_at: 10 }
  - id: writing
    need: asset
    level: { column: writing, scale: proficiency, at_least: good, full_at: excellent }
";

fn graded(cells: &str) -> Test {
    let header = "name,permit,years,writing\n";
    Test::new().file("c.yaml", GRADED).file("c.csv", format!("{header}{cells}")).args(["-c", "c.yaml", "c.csv"])
}

/// The line of the output that holds this.
fn line_with<'a>(text: &'a str, part: &str) -> &'a str {
    text.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("no {part} in {text}"))
}

#[test]
fn without_a_threshold_nothing_is_met() {
    for (years, mark, figure, verdict) in [
        ("0", '○', '0', "not_met"),
        ("1", '◔', '1', "met"),
        ("5", '◑', '2', "met"),
        ("8", '◕', '3', "met"),
        ("12", '●', '4', "met"),
        ("0-5", '?', '?', "unknown"),
        ("", '?', '?', "unknown"),
    ] {
        let test = || graded(&format!("Ada,yes,{years},good\n"));
        let table = test().output();
        assert!(line_with(table.text(), "Ada").ends_with(&format!("✓         {mark} ◑")), "{}", table.text());
        let ascii = test().env("LC_ALL", "C").output();
        assert!(line_with(ascii.text(), "Ada").ends_with(&format!("+         {figure} 2")), "{}", ascii.text());
        let csv = test().args(["-f", "csv", "--columns", "years"]).output();
        assert_eq!(csv.text().lines().nth(1), Some(verdict));
        let explained = Test::new()
            .file("c.yaml", GRADED)
            .file("c.csv", format!("name,permit,years,writing\nAda,yes,{years},good\n"))
            .args(["explain", "c.csv", "2", "-c", "c.yaml"])
            .output();
        line_with(explained.text(), &format!("{mark} years [asset"));
    }
}

/// The export of a form that has nothing to do with the shipped posting.
const FORM: &str = "Horodateur,Nom,Diplôme,Années\n2025-01-01,Ada,master,5\n";

#[test]
fn a_file_for_another_posting_is_told_once_with_what_to_type() {
    let commands = |ran: &common::Ran| {
        let told = ran.stderr.lines().filter_map(|line| line.strip_prefix("    "));
        told.map(str::to_owned).collect::<Vec<_>>()
    };
    for (name, typed) in [("form.csv", "form.csv"), ("l'été 1.csv", r"'l'\''été 1.csv'"), ("-x.csv", "./-x.csv")] {
        for command in [&["--"][..], &["explain", "--"]] {
            let mut args = [command, &[name]].concat();
            args.extend(command.first().filter(|word| **word == "explain").map(|_| "2"));
            let ran = Test::new().file(name, FORM).args(args).output();
            assert_eq!((ran.status, ran.stderr.matches("error[").count()), (1, 1), "{}", ran.stderr);
            let init = format!("screen init {typed} --output criteria.yaml");
            assert_eq!(commands(&ran), [init, format!("screen -c criteria.yaml {typed}")]);
            assert!(ran.stderr.contains("Director of the Human Rights Defenders Programme"), "{}", ran.stderr);
        }
    }
    let ran = Test::new().stdin(FORM).args(["--lang", "fr"]).output();
    assert_eq!(commands(&ran), ["screen init FICHIER --output criteres.yaml", "screen -c criteres.yaml FICHIER"]);
    // A file of this posting that lacks a column is told which.
    let fixture = std::fs::read_to_string(format!("{}/fixtures/clean.csv", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let ran = Test::new().file("a.csv", fixture.replacen("english", "anglophonie", 1)).arg("a.csv").output();
    assert!(ran.stderr.contains("missing-column") && !ran.stderr.contains("other-posting"), "{}", ran.stderr);
}

/// What is told to be typed does what it says.
#[test]
#[cfg(unix)]
fn what_is_told_to_be_typed_works() {
    let test = Test::new().file("l'été 1.csv", FORM);
    let ran = test.shell(
        "$SCREEN \"l'été 1.csv\" 2>told; shopt -s expand_aliases; screen() { \"$SCREEN\" \"$@\"; }; \
         init=$(sed -n 's/^    screen init/screen init/p' told); rank=$(sed -n 's/^    screen -c/screen -c/p' told); \
         eval \"$init --yes\" && eval \"$rank --format csv --columns id\"",
    );
    assert_eq!((ran.status, ran.text().lines().next()), (0, Some("id")), "{ran:?}");
}

/// Whoever has no id is called by the row that a spreadsheet shows, whatever stands in cells, in CSV as in a workbook.
#[test]
fn without_ids_a_candidate_is_called_by_the_row_of_a_spreadsheet() {
    let list = "name,permit,years,writing,letter\r\n\
                Ada,yes,1,good,\"first\r\nsecond\r\n\r\n\"\"third\"\"\"\r\n\
                \r\n\
                Bo,yes,2,good,\"one\ntwo\"\r\n\
                Cy,yes,3,good\r\n\
                Di,no,4,good,x\r\n";
    let columns = ["-f", "csv", "--columns", "id,name,source.line", "-q", "--sort", "input", "-c", "c.yaml"];
    let rows = |file: &str, bytes: &[u8]| {
        let ran = Test::new().file("c.yaml", GRADED).file(file, bytes).args(columns).arg(file).output();
        ran.text().lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rows("c.csv", list.as_bytes()), ["2,Ada,2", "4,Bo,7", "5,Cy,9", "6,Di,10"]);
    // A line that names the delimiter is shown by no spreadsheet.
    let marked = format!("sep=;\r\n{}", list.replace(',', ";"));
    assert_eq!(rows("c.csv", marked.as_bytes()), ["2,Ada,3", "4,Bo,8", "5,Cy,10", "6,Di,11"]);
    // As many as make several chunks, each with line ends in a cell.
    let many: String =
        (2..9000).map(|row| format!("N{row},yes,1,good,\"{}\n{}\"\n", "a".repeat(60), "b".repeat(20))).collect();
    for (at, row) in rows("c.csv", format!("name,permit,years,writing,letter\n{many}").as_bytes()).iter().enumerate() {
        assert_eq!(*row, format!("{0},N{0},{1}", at + 2, at * 2 + 2));
    }
    let test = Test::new().file("c.yaml", GRADED).file("c.csv", list);
    let explained = test.args(["explain", "c.csv", "4", "-c", "c.yaml"]).output();
    assert!(explained.text().starts_with("4 Bo\nc.csv, row 4\n"), "{}", explained.text());
    let table = Test::new().file("c.yaml", GRADED).file("c.csv", list).args(["-c", "c.yaml", "c.csv"]).output();
    assert!(table.text().contains("Row  Name"), "{}", table.text());
}

#[test]
#[cfg(feature = "xlsx")]
fn a_workbook_says_the_same_rows() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [
        (0, ["name", "permit", "years", "writing"]),
        (1, ["Ada", "yes", "1", "good\nor better\nstill"]),
        (3, ["Bo", "yes", "2", "good"]),
    ] {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    let test = Test::new().file("c.yaml", GRADED).file("c.xlsx", book.save_to_buffer().unwrap());
    let ran =
        test.args(["-c", "c.yaml", "c.xlsx", "-q", "-f", "csv", "--columns", "id,name", "--sort", "input"]).output();
    assert_eq!(ran.text(), "id,name\n2,Ada\n4,Bo\n");
}
