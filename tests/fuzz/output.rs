//! Any text of a candidate, through every format.

use std::sync::Arc;

use screen::catalogue::{Lang, Text};
use screen::diagnostic::{Diagnostic, Place};
use screen::records;
use screen::render::{Format, Terminal, problems, renderer};
use screen::score::{Need, Score, Status};
use screen::verdict::{Credit, Finding, Glance};
use screen::view::{CriterionHead, Foot, Heading, Line, OutputColumn, Ranks, Render, Saying, Words};
use unicode_width::UnicodeWidthStr;

use super::{as_of, is_dangerous};

/// Separates the texts of one input.
const BETWEEN: char = '\u{1e}';

/// What a candidate or a file supplies.
struct Texts<'a> {
    id: &'a str,
    name: &'a str,
    note: &'a str,
    evidence: &'a str,
    cell: &'a str,
    file: &'a str,
}

/// The texts of one candidate, separated by U+001E; those that are not given are the first.
pub(crate) fn output(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let mut parts = text.split(BETWEEN);
    let id = parts.next().unwrap_or_default();
    let mut next = || parts.next().unwrap_or(id);
    let texts = Texts { id, name: next(), note: next(), evidence: next(), cell: next(), file: next() };
    for lang in [Lang::En, Lang::Fr] {
        for fields in [false, true] {
            csv(&texts, &heading(&texts, lang, fields));
            markdown(&texts, &heading(&texts, lang, fields));
            for width in [40, 80] {
                table(&texts, &heading(&texts, lang, fields), width);
            }
        }
        json(&texts, &heading(&texts, lang, true));
        drawn(&texts, lang);
    }
    // A workbook takes a while.
    if text.len() < 64 {
        xlsx(&texts);
    }
}

const FIELDS: usize = 11;

fn heading(texts: &Texts<'_>, lang: Lang, fields: bool) -> Heading {
    let criterion = |id: &str, need: Need| CriterionHead {
        id: id.to_owned(),
        label: texts.note.to_owned(),
        short: texts.note.to_owned(),
        quote: Some(texts.evidence.to_owned()),
        requirement: texts.cell.to_owned(),
        need,
        earns_only: false,
        weight: 2.0,
        lawful_basis: Some(texts.note.to_owned()),
        lenient: false,
    };
    let cell = || OutputColumn::Cell(0, Arc::from("cell"));
    let asked: [OutputColumn; FIELDS] = [
        OutputColumn::Id,
        OutputColumn::Name,
        cell(),
        OutputColumn::Notes,
        OutputColumn::SourceFile,
        OutputColumn::SourceLine,
        OutputColumn::Criterion(0),
        OutputColumn::Rank,
        OutputColumn::Score,
        OutputColumn::Status,
        OutputColumn::Criterion(1),
    ];
    Heading {
        decisions: false,
        unchecked: vec![texts.name.to_owned()],
        lang,
        title: Some(texts.name.to_owned()),
        organisation: Some(texts.id.to_owned()),
        files: vec![texts.file.to_owned()],
        criteria_file: Some(texts.file.to_owned()),
        as_of: as_of(),
        as_of_source: "the posting's deadline".to_owned(),
        criteria: vec![criterion("one", Need::Required), criterion("two", Need::Asset)],
        fields: fields.then(|| asked.to_vec()),
        ranked: true,
        blind: false,
        reader: screen::view::Audience::Committee,
        program: "screen".to_owned(),
        again: Vec::new(),
        set: Vec::new(),
        shortlist: None,
        by_row: false,
    }
}

/// All that a format writes of two candidates, one of them hostile.
fn write(texts: &Texts<'_>, heading: &Heading, render: &mut dyn Render) -> Vec<u8> {
    let saying = |finding| Saying {
        finding,
        credit: Credit { low: 0.25, high: 0.75 },
        weight: 2.0,
        reason: texts.note.to_owned(),
        unread: Vec::new(),
    };
    let findings = [Finding::Met, Finding::Skipped];
    let criteria = findings.map(|finding| Glance { finding, share: 0.25 });
    let mut told = Words::default();
    for finding in findings {
        let place = told.say(saying(finding));
        let phrase = told.phrase(place, texts.evidence);
        told.tell(phrase);
    }
    let notes = [Text::same(texts.note), Text::same(texts.id)];
    let cells = [texts.cell];
    let line = Line {
        decided: &[],
        status_decided: None,
        ranks: Some(Ranks { rank: 1, best: 1, worst: 2 }),
        id: texts.id,
        name: texts.name,
        status: Status::Review,
        score: Score::from_steps(25_000_000),
        score_max: Score::from_steps(75_500_000),
        criteria: &criteria,
        told: &told,
        file: texts.file,
        line: 2,
        row: 2,
        notes: &notes,
        unread: &[],
        cells: &cells,
    };
    let plain = Line { id: "P2", name: "Test Plain", notes: &[], cells: &["plain"], line: 3, ..line };
    let foot = Foot {
        decisions: None,
        candidates: 2,
        by_status: [0, 2, 0],
        shown: 2,
        near_misses: vec![Text::same(texts.name)],
        more_near_misses: 1,
        problems: vec![problem(texts)],
        more_problems: 1,
    };
    let mut out = Vec::new();
    render.begin(heading, &mut out).expect("memory can be written");
    render.line(&line, &mut out).expect("memory can be written");
    out.extend_from_slice(render.between());
    render.line(&plain, &mut out).expect("memory can be written");
    render.end(&foot, &mut out).expect("memory can be written");
    out
}

fn problem(texts: &Texts<'_>) -> Diagnostic {
    let place = Place { line: 2, column: 3, width: 2, file: texts.file.into(), text: Some(texts.cell.into()) };
    Diagnostic::warning("too-few-cells", Text::same(texts.note)).at(place).help(Text::same(texts.name))
}

fn written(format: Format, terminal: Terminal, texts: &Texts<'_>, heading: &Heading) -> String {
    let mut render = renderer(format, terminal);
    String::from_utf8(write(texts, heading, render.as_mut())).expect("formats but workbooks are text")
}

/// Reads back with as many cells in every record, none of which starts a formula.
fn csv(texts: &Texts<'_>, heading: &Heading) {
    let text = written(Format::Csv, Terminal::default(), texts, heading);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records: Vec<csv::StringRecord> =
        reader.records().map(|record| record.unwrap_or_else(|error| panic!("{error}: {text:?}"))).collect();
    assert_eq!(records.len(), 3, "{text:?}");
    if heading.fields.is_some() {
        assert_eq!(records[0].len(), FIELDS);
        // What has nothing to fear is written as it is.
        for (cell, given) in records[1].iter().zip([texts.id, texts.name, texts.cell]) {
            if given.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | ';' | '"' | '.' | '\n'))
                && !given.starts_with(char::is_whitespace)
            {
                assert_eq!(cell, given);
            }
        }
    }
    for delimiter in [b',', b';', b'\t', b'|'] {
        for quoting in [true, false] {
            let mut reader = csv::ReaderBuilder::new();
            reader.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
            for record in reader.from_reader(text.as_bytes()).records().map(|record| record.expect("a record")) {
                let runs = record.iter().find(|cell| starts_formula(cell.trim_start()));
                assert_eq!(runs, None, "divided at {:?}, quotes {quoting}: {text:?}", char::from(delimiter));
            }
        }
    }
    for cell in records.iter().flatten() {
        assert!(!starts_formula(cell), "{cell:?} may run");
        assert!(!cell.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{cell:?}");
    }
}

/// What a spreadsheet takes for a formula, blank and unseen characters before it aside. A signed number is none, nor a sign alone.
fn starts_formula(cell: &str) -> bool {
    if cell.starts_with(['\t', '\r']) {
        return true;
    }
    let start =
        cell.trim_start_matches(|c: char| c.is_whitespace() || is_dangerous(c) || c == '\u{feff}' || c == '\u{200b}');
    let number = |text: &str| matches!(text.trim(), "+" | "-") || text.trim().replace(',', ".").parse::<f64>().is_ok();
    match start.chars().next() {
        Some('=' | '@' | '＝' | '＠') => true,
        Some('+' | '-' | '＋' | '－') => !number(start),
        _ => false,
    }
}

/// Parses back, to the same texts.
fn json(texts: &Texts<'_>, heading: &Heading) {
    let text = written(Format::Json, Terminal::default(), texts, heading);
    let unsafe_char = text.chars().find(|c| *c != '\n' && is_dangerous(*c) || *c == '<');
    assert_eq!(unsafe_char, None, "{text:?}");
    let parsed: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    check_candidate(&parsed["candidates"][0], texts);
    assert_eq!(parsed["candidates"].as_array().map(Vec::len), Some(2));
    let text = written(Format::Jsonl, Terminal::default(), texts, heading);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text:?}");
    let parsed: Vec<serde_json::Value> =
        lines.iter().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect();
    check_candidate(&parsed[0], texts);
    assert_eq!(parsed[1]["id"], "P2");
}

fn check_candidate(candidate: &serde_json::Value, texts: &Texts<'_>) {
    assert_eq!(candidate["id"], texts.id);
    assert_eq!(candidate["name"], texts.name);
    assert_eq!(candidate["notes"], serde_json::json!([texts.note, texts.id]));
    assert_eq!(candidate["criteria"]["one"]["evidence"], texts.evidence);
    assert_eq!(candidate["criteria"]["one"]["reason"], texts.note);
    assert_eq!(candidate["source"]["file"], texts.file);
}

/// No control, nothing that turns writing around, no line longer than the terminal is wide; in colour, only colours.
fn table(texts: &Texts<'_>, heading: &Heading, width: usize) {
    let terminal = Terminal { width, colour: false, unicode: true };
    let text = written(Format::Table, terminal, texts, heading);
    let dangerous = text.chars().find(|c| *c != '\n' && is_dangerous(*c));
    assert_eq!(dangerous, None, "{text:?}");
    // A command to be copied is whole, however wide.
    for line in text.lines().filter(|line| !line.starts_with("    screen ")) {
        assert!(line.width() <= width, "{} columns of {width}: {line:?}", line.width());
    }
    let coloured = written(Format::Table, Terminal { colour: true, ..terminal }, texts, heading);
    assert_eq!(without_colours(&coloured), text);
}

/// A text without `ESC [ figures m`.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        let rest = rest.strip_prefix('m').unwrap_or_else(|| panic!("{part:?} is no colour"));
        out.push_str(rest);
    }
    out
}

/// Every row of the table has as many bars, and nothing in it is a tag, a control, or turns writing around.
fn markdown(texts: &Texts<'_>, heading: &Heading) {
    let text = written(Format::Markdown, Terminal::default(), texts, heading);
    let dangerous = text.chars().find(|c| *c != '\n' && is_dangerous(*c));
    assert_eq!(dangerous, None, "{text:?}");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), 4, "{text}");
    for row in &rows {
        assert_eq!(bars(row), bars(rows[0]), "{text}");
    }
    // In code everything is text.
    let text: Vec<&str> = text.lines().filter(|line| !line.starts_with("    screen ")).collect();
    let text = text.join("\n");
    assert!(!text.replace("<!-- -->", "").contains('<'), "{text}");
    // Nothing that renderers make links of, apart from what the program says itself.
    assert!(!text.contains("//") && !text.to_lowercase().replace("www.<!-- -->", "").contains("www."), "{text}");
}

/// The bars that are not escaped.
fn bars(row: &str) -> usize {
    let mut escaped = false;
    row.chars()
        .filter(|c| {
            let bar = *c == '|' && !escaped;
            escaped = *c == '\\' && !escaped;
            bar
        })
        .count()
}

/// Problems show nothing dangerous either.
fn drawn(texts: &Texts<'_>, lang: Lang) {
    let mut out = Vec::new();
    problems::draw(&[problem(texts)], None, lang, Terminal::default(), &mut out).expect("memory can be written");
    let text = String::from_utf8(out).expect("problems are text");
    let dangerous = text.chars().find(|c| *c != '\n' && is_dangerous(*c));
    assert_eq!(dangerous, None, "{text:?}");
}

/// The workbook opens, with as many rows.
fn xlsx(texts: &Texts<'_>) {
    let mut render = renderer(Format::Xlsx, Terminal::default());
    let mut heading = heading(texts, Lang::En, false);
    // What the criteria are called is not a candidate's to say, and an address would be no header.
    heading.criteria.iter_mut().for_each(|criterion| criterion.label = criterion.id.clone());
    let bytes = write(texts, &heading, render.as_mut());
    let input = records::Input::Stdin(Box::new(std::io::Cursor::new(bytes)));
    let opened = records::open(input, "out.xlsx", &records::ReadOptions::default(), true);
    let mut source = opened.unwrap_or_else(|problem| panic!("{problem:?}"));
    assert!(source.header().len() > 8, "{:?}", source.header());
    let mut rows = 0;
    let mut chunk = records::Chunk::default();
    while source.next(&mut chunk).expect("a workbook can be read on") {
        records::RowReader::new(source.dialect()).rows(&chunk, |row| {
            rows += 1;
            assert!(!starts_formula(row.get(3)), "{:?}", row.get(3));
        });
    }
    assert!(rows >= 2, "{rows}");
}
