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
