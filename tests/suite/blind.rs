//! What `--blind` shows tells nobody apart: whose name is whose makes no difference to any byte, and no part of a name,
//! an address or a number comes out.
use super::common;

use super::common::{Ran, Test};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use screen::fold::fold;
use screen::render::Format;

const CRITERIA: &str = "\
version: 1
posting: { title: Programme officer, deadline: 2024-05-26 }
columns: { gender: [sex], id: [id, ref] }
identity: [name, email, gender, phone, born, origin]
criteria:
  - id: exp
    years: { column: exp, at_least: 5, full_at: 9 }
  - id: level
    need: asset
    level: { column: level, scale: proficiency, at_least: good }
  - id: eu
    need: asset
    mentions: { columns: [letter], terms: [EEAS, [special rapporteur, rapporteur spécial]] }
  - id: cv
    need: asset
    provided: { column: cv }
  - id: any
    any_of: { of: [{ provided: { column: cv } }, { yes_no: { column: permit } }] }
";

/// Who they are: name, e-mail, sex, phone, date of birth and origin.
const PEOPLE: [[&str; 6]; 8] = [
    ["Zéphyrine Gabarit", "zephyrine.gabarit@example.org", "f", "+32 470 12 34 56", "1990-02-03", "Testlandaise"],
    ["Jean-Luc Quidam", "jlquidam@example.org", "male", "0471/22.33.44", "04/05/1981", "Fictionnaire"],
    ["Łucja O'Mockup", "lucja@example.org", "x", "+48 601 234 567", "6 mars 1979", "Zembla"],
    ["Wilhelmina van Mustermann", "w_mustermann@example.org", "", "", "", ""],
    ["李雷", "lilei@example.org", "M", "(415) 555-0132", "July 14, 1985", "Testlandaise"],
    ["Ødegård,\nFlo", "flo77@example.org", "F", "00 33 6 12 34 56 78", "12.11.1990", "Ruritania"],
    ["Bo Placeholder", "bo.placeholder@example.org", "f", "0470998877", "1992-12-31", "Fr"],
    ["McDummy Ada", "ada.mcdummy@example.org", "Woman", "1 800 555 0199", "30/01/1975", "Zembla"],
];

/// Free text, with `{}` for a name, `<>` for an address and `()` for a number, however they are written.
const LETTERS: [&str; 7] = [
    "",
    "I am {}, write to <> or call (). I worked with the EEAS in Brussels.",
    "The special rapporteur knows {} well; so does {}.",
    "Nothing of the kind.\nSigned: {}",
    "cv_{}.pdf, () and <>: I was born on 3 February 1990, and long before that the EEAS had a special rapporteur.",
    "no experience of the EEAS ({}, <>)",
    "https://example.org/{} linkedin.com/in/{} @{}",
];

/// A name as it may stand in a text.
fn written(name: &str, how: usize) -> String {
    let plain = name.replace(['\n', ','], " ");
    match how % 5 {
        0 => plain,
        1 => plain.to_uppercase(),
        2 => fold(&plain).replace([' ', '-', '\''], "_"),
        3 => plain.split_whitespace().rev().collect::<Vec<_>>().join(", "),
        _ => plain.split_whitespace().last().unwrap_or_default().to_owned(),
    }
}

/// What a candidate says beside who it is.
#[derive(Clone, Debug)]
struct Rest {
    exp: String,
    level: &'static str,
    letter: String,
    cv: &'static str,
    damaged: bool,
}

fn rest() -> impl Strategy<Value = Rest> {
    let exp = select(vec!["7", "3", "5-8", "", "many {}", "4.5", "() years"]);
    let level = select(vec!["good", "none", "{}", ""]);
    (exp, level, select(&LETTERS[..]), select(vec!["yes", "", "no"]), 0..8usize, 0..5usize, 0..9).prop_map(
        |(exp, level, letter, cv, who, how, damaged)| {
            let [name, email, _, phone, ..] = PEOPLE[who];
            let fill = |text: &str| {
                let name = written(name, how);
                text.replace("{}", &name).replace("<>", email).replace("()", phone)
            };
            let level = if level == "{}" { "very good" } else { level };
            Rest { exp: fill(exp), level, letter: fill(letter), cv, damaged: damaged == 0 }
        },
    )
}

/// The list of these people.
fn list(people: &[usize], rests: &[Rest]) -> Vec<u8> {
    let mut list = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let header = ["ref", "name", "email", "sex", "phone", "born", "origin", "exp", "level", "letter", "cv", "permit"];
    list.write_record(header).unwrap();
    for (at, (who, rest)) in people.iter().zip(rests).enumerate() {
        let id = format!("K{:02}", at + 1);
        let own = [&rest.exp, rest.level, &rest.letter, rest.cv, "no"];
        let cells = std::iter::once(id.as_str()).chain(PEOPLE[*who]).chain(own);
        let more = rest.damaged.then_some("and one cell more");
        list.write_record(cells.chain(more)).unwrap();
    }
    list.into_inner().unwrap()
}

const OPTIONS: [&[&str]; 4] = [
    &[],
    &["--sort", "input", "--threads", "2"],
    &["--columns", "id,name,email,Sex,gender,phone,born,exp,letter,cv,source.file,source.line,notes", "--top", "5"],
    &["--lang", "fr", "--threads", "3"],
];

/// All that is shown of a list, in every way.
fn shown(list: &[u8], candidates: usize) -> Vec<(String, Ran)> {
    let mut all = Vec::new();
    let test = || Test::new().file("c.yaml", CRITERIA).file("cv_gabarit.csv", list).file("cv_quidam.csv", list);
    for (at, options) in OPTIONS.iter().enumerate() {
        for format in Format::ALL.iter().map(|format| format.name()) {
            let files: &[&str] = if at % 2 == 0 { &["cv_gabarit.csv"] } else { &["cv_quidam.csv", "cv_gabarit.csv"] };
            let test = test().args(files).args(["--blind", "-c", "c.yaml", "-f", format]).args(*options);
            all.push((format!("{format} {options:?}"), test.output()));
        }
    }
    for format in ["table", "csv", "json", "markdown", "html"] {
        // Groups are by what tells nobody apart here; by who somebody is they are read from a file of their own.
        let audit = ["audit", "cv_gabarit.csv", "-c", "c.yaml", "--by", "level", "--sweep", "-f", format];
        all.push((format!("audit {format}"), test().args(audit).output()));
        let robust = ["robust", "cv_gabarit.csv", "-c", "c.yaml", "--blind", "--draws", "50", "-f", format];
        all.push((format!("robust {format}"), test().args(robust).output()));
    }
    for (number, letter) in (1..=candidates).flat_map(|number| [(number, false), (number, true)]) {
        let more: &[&str] = if letter { &["--for-candidate"] } else { &[] };
        let id = format!("K{number:02}");
        let test = test().args(["explain", "cv_gabarit.csv", &id, "--blind", "-c", "c.yaml"]).args(more);
        all.push((format!("explain {id} {more:?}"), test.output()));
    }
    all
}

/// What is shown as text: of a workbook, all texts of all its parts, each on a line of its own.
fn text(name: &str, ran: &Ran) -> String {
    if name.split_whitespace().any(|word| word == "html") {
        return common::page(ran.text());
    }
    if !name.starts_with("xlsx") {
        return ran.text().to_owned();
    }
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(&ran.stdout)).unwrap();
    let mut texts = String::new();
    for at in 0..book.len() {
        let part = std::io::read_to_string(book.by_index(at).unwrap()).unwrap();
        let between = part.split('<').filter_map(|piece| piece.split_once('>'));
        // Sheets have their names in a tag.
        let names = between.clone().filter_map(|(tag, _)| tag.strip_prefix("sheet name="));
        texts.extend(between.map(|(_, text)| text).chain(names).flat_map(|text| [text, "\n"]));
    }
    texts.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The parts of what says who they are, folded, of three letters and more; of two, where letters are words.
fn parts() -> Vec<String> {
    let cells = PEOPLE.iter().flatten().map(|cell| cell.split('@').next().unwrap());
    let words = cells.flat_map(|cell| cell.split(|c: char| !c.is_alphanumeric()).map(fold).collect::<Vec<_>>());
    let long = |word: &String| word.chars().count() > 2 || word.chars().any(|c| c > '\u{2e80}');
    let known = ["mars", "july", "555", "199", "198", "199"];
    words.filter(|word| long(word) && !known.contains(&word.as_str()) && word.parse::<u32>().is_err()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::cases(1), max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn swapping_who_they_are_changes_no_byte(
        rests in prop::collection::vec(rest(), 3..7),
        order in subsequence((0..8).collect::<Vec<usize>>(), 8).prop_shuffle(),
    ) {
        // A damaged row's cells are under no header: they are shown nowhere, and hide nothing elsewhere.
        let whole: Vec<usize> = (0..rests.len()).filter(|at| !rests[*at].damaged).collect();
        let (one, mut other) = (order[..rests.len()].to_vec(), order[..rests.len()].to_vec());
        for pair in whole.windows(2) {
            other.swap(pair[0], pair[1]);
        }
        let (before, after) = (shown(&list(&one, &rests), rests.len()), shown(&list(&other, &rests), rests.len()));
        for ((name, before), (_, after)) in before.iter().zip(&after) {
            prop_assert_eq!(before.status, 0, "{}: {}", name, before.stderr);
            prop_assert!(before == after, "{name}:\n{}\n{}", text(name, before), text(name, after));
        }
    }

    #[test]
    fn no_part_of_who_they_are_is_shown(
        rests in prop::collection::vec(rest(), 8),
        order in subsequence((0..8).collect::<Vec<usize>>(), 8).prop_shuffle(),
    ) {
        // Whoever is spoken of is in the list, in a row that can be read.
        let rests: Vec<Rest> = rests.into_iter().map(|rest| Rest { damaged: false, ..rest }).collect();
        for (name, ran) in shown(&list(&order, &rests), rests.len()) {
            let text = fold(&[&text(&name, &ran), &*ran.stderr].concat());
            let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '\n').collect();
            for part in parts() {
                // A page has words of its own, with names in them ("devant").
                let there = match name.split_whitespace().any(|word| word == "html") {
                    true => text.split(|c: char| !c.is_alphanumeric()).any(|word| word == part),
                    false => text.contains(&part),
                };
                prop_assert!(!there, "{name}: {part} in {text}");
            }
            for phone in ["470123456", "471223344", "601234567", "4155550132", "612345678", "470998877", "8005550199"] {
                prop_assert!(!digits.contains(phone), "{name}: {phone} in {text}");
            }
            prop_assert!(!text.contains('@') && !text.contains("february 1990"), "{name}: {text}");
        }
    }
}

/// The list, blind, as CSV with these columns.
fn csv(criteria: &str, list: &str, more: &[&str], columns: &str) -> Vec<String> {
    let test = Test::new().file("c.yaml", criteria).file("l.csv", list);
    let ran =
        test.args(["l.csv", "-c", "c.yaml", "--blind", "-q", "-f", "csv", "--columns", columns]).args(more).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
    ran.text().lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn ids_are_shown_where_they_are_codes_and_numbers_elsewhere() {
    let head = "version: 1\nidentity: [email, name]\n";
    let criteria = [head, "criteria: [{ id: x, yes_no: { column: x } }]\n"].concat();
    let list = |ids: &[&str]| {
        let rows = ids.iter().map(|id| format!("{id},zoe@example.org,Zoé,yes\n"));
        ["id,email,name,x\n".to_owned(), rows.collect()].concat()
    };
    let shown = |ids: &[&str], more: &[&str]| csv(&criteria, &list(ids), more, "id");
    assert_eq!(shown(&["A1", "A2", "B3"], &[]), ["A1", "A2", "B3"]);
    // One that is unlike the others, or is somebody's name or address.
    assert_eq!(
        shown(&["A1", "A2", "ada@example.org", "Ada", "A 5", "", "A7"], &[]),
        ["A1", "A2", "#4", "#5", "#6", "#7", "A7"]
    );
    assert_eq!(shown(&["zoe1", "zoe2", "zoe3"], &[]), ["#2", "#3", "#4"]);
    assert_eq!(shown(&["reader7"], &[]), ["#2"]);
    assert_eq!(shown(&["ada", "bo", "cy"], &[]), ["#2", "#3", "#4"]);
    assert_eq!(shown(&["0470123456", "0470123457"], &["--sort", "input"]), ["#2", "#3"]);
    // A column that says who somebody is.
    for (more, identity) in [(&["--map", "id=Name"][..], "[name]"), (&["--map", "id=email"], "[email]"), (&[], "[id]")]
    {
        let criteria = criteria.replace("[email, name]", identity);
        assert_eq!(csv(&criteria, &list(&["A1", "A2"]), more, "id,name"), ["#2,", "#3,"], "{more:?}");
    }
    let criteria = criteria.replace("identity: [email, name]", "columns: { id: [email] }");
    assert_eq!(csv(&criteria, &list(&["A1", "A2"]), &[], "id"), ["#2", "#3"]);
    // A row shifted by one comma.
    let shifted = "id,email,name,x\nA1,a@example.org,A,yes\nA2,b@example.org,B,yes\nAda, Bo,A3,c@example.org,yes\n";
    let criteria = [head, "criteria: [{ id: x, need: asset, provided: { column: x } }]\n"].concat();
    assert_eq!(csv(&criteria, shifted, &[], "id,x,email"), ["A1,met,", "A2,met,", "#4,unknown,"]);
}

#[test]
fn an_address_is_shown_in_no_column_and_under_no_header() {
    let list = "Role,Candidate,Interview Start Time,Interview Outcome\nAccount Manager, ada@example.org ,5/25/2024,Successful\n\
                Account Manager, bo@example.org ,5/25/2024,Unsuccessful\nContent Creator, ada@example.org ,,\n";
    let criteria = "version: 1\ncolumns: { id: [Candidate], outcome: [Interview Outcome] }\ncriteria:\n  - id: seen\n    \
                    provided: { column: Candidate }\n  - id: outcome\n    one_of: { column: outcome, values: [Successful] }\n";
    for format in Format::ALL.iter().map(|format| format.name()) {
        for more in [&[][..], &["--columns", "id,Candidate,Role,seen,notes"], &["--sort", "input"]] {
            let test = Test::new().file("c.yaml", criteria).file("l.csv", list);
            let ran = test.args(["l.csv", "-c", "c.yaml", "--blind", "-f", format]).args(more).output();
            let text = [&text(format, &ran), &*ran.stderr].concat();
            assert_eq!(ran.status, 0, "{text}");
            assert!(!text.contains('@') && !text.contains("example.org"), "{format}: {text}");
        }
    }
}

#[test]
fn an_identity_column_is_hidden_by_whatever_way_it_is_reached() {
    let list = "id,gender,exp,name\nA1,Frau,7,Zoé Exemple\n";
    let criteria = "version: 1\ncolumns: { gender: [sex] }\nidentity: [gender]\ncriteria: [{ id: x, years: { column: exp, at_least: 5 } }]\n";
    assert_eq!(csv(criteria, list, &[], "id,gender,Gender,GENDER,name,Name,exp"), ["A1,,,,,,7"]);
    let test = Test::new().file("c.yaml", criteria).file("l.csv", list).args(["l.csv", "-c", "c.yaml"]);
    let ran = test.args(["--map", "exp=gender"]).output();
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("criterion `x` reads `gender`, which is under `identity`"), "{}", ran.stderr);
}

#[test]
fn twins_are_told_by_number() {
    let list = "id,name,email,x\nA1,Zoé,zoe@example.org,yes\nA2,Ada,ada@example.org,yes\nA3,Z.,zoe@example.org,yes\n";
    let criteria = "version: 1\ncriteria: [{ id: x, yes_no: { column: x } }]\n";
    let lines = csv(criteria, list, &[], "id,notes");
    let same = ["A1,\"the same person, it seems, in row 4\"", "A2,", "A3,\"the same person, it seems, in row 2\""];
    assert_eq!(lines, same);
}

/// Names with a line end: it counts in no line that is told.
const BROKEN: &str = "id,name,email,exp,letter\n\
    zoe@example.org,\"Zoé\nExemple\",zoe@example.org,4.8 (Zoé Exemple),EEAS\n\
    A2,\"Ada\n\nFictive\",ada@example.org,7,the EEAS knows Ada\n\
    A3,Bo Placeholder,zoe@example.org,7,\n\
    A3,Cy Quidam,cy@example.org,4.9,EEAS (Cy)\n\
    A5,Di Gabarit,di@example.org,7,EEAS,and more\n";

const EEAS: &str = "version: 1\nidentity: [name]\ncriteria:\n  - { id: exp, years: { column: exp, at_least: 5 } }\n  - { id: \
    eu, need: asset, mentions: { columns: [letter], terms: [EEAS] } }\n";

#[test]
fn near_misses_twins_and_problems_are_told_by_number() {
    let test = || Test::new().file("c.yaml", EEAS).file("cv_zoe.csv", BROKEN).file("cv_di.csv", BROKEN);
    for sort in ["rank", "input"] {
        let run = |format: &str, files: &[&str]| {
            test().args(files).args(["-c", "c.yaml", "--blind", "--sort", sort, "-f", format]).output()
        };
        let ran = run("json", &["cv_zoe.csv", "cv_di.csv"]);
        let near = |id: &str, value: &str, file: u8, line: u8| {
            format!(
                "{{\"id\":\"{id}\",\"criterion\":\"exp\",\"value\":{value},\"asked\":5,\"open\":0,\"reason\":\"{value} of 5 \
                 years\",\"source\":{{\"file\":\"file {file}\",\"line\":{line}}}}}"
            )
        };
        let all =
            [near("A3", "4.9", 1, 5), near("A3", "4.9", 2, 5), near("#1:2", "4.8", 1, 2), near("#2:2", "4.8", 2, 2)];
        assert!(ran.text().contains(&all.join(",\n    ")), "{sort}: {}", ran.text());
        for told in ["row 2 of file 1 and row 2 of file 2", "rows 4 and 5 of file 1 and rows 4 and 5 of file 2"] {
            assert!(ran.stderr.contains(told), "{sort}: {}", ran.stderr);
        }
        for format in ["table", "markdown", "html", "xlsx"] {
            let ran = run(format, &["cv_di.csv"]);
            let text = [&text(format, &ran), &*ran.stderr].concat().replace('\\', "");
            for told in ["A3: exp: 4.9 of 5 years", "#2: exp: 4.8 of 5 years", "rows 4 and 5", "file 1:6"] {
                assert!(text.contains(told), "{format} {sort}: {told} is not in {text}");
            }
            for hidden in ["Zoé", "Cy", "cv_", "example.org"] {
                assert!(!text.contains(hidden), "{format} {sort}: {hidden} is in {text}");
            }
        }
    }
}

#[test]
fn files_with_one_header_are_numbered_each_by_its_own_ids_and_lines() {
    let list = |[a, b]: [&str; 2], name: &str| format!("id,name,exp\n{a},\"{name}\",7\n{b},Cy Quidam,3\n");
    let criteria = "version: 1\ncriteria: [{ id: x, years: { column: exp, at_least: 5 } }]\n";
    let test = Test::new()
        .file("c.yaml", criteria)
        .file("a.csv", list(["A1", "A2"], "Zoé"))
        .file("b.csv", list(["ada", "bo"], "A\nB"));
    let columns = ["--columns", "id,source.file,source.line"];
    let ran = test.args(["a.csv", "b.csv", "-c", "c.yaml", "--blind", "-f", "csv"]).args(columns).output();
    let lines: Vec<&str> = ran.text().lines().skip(1).collect();
    assert_eq!(lines, ["A1,file 1,2", "#2:2,file 2,2", "A2,file 1,3", "#2:3,file 2,3"], "{}", ran.stderr);
}

#[cfg(feature = "xlsx")]
#[test]
fn rows_of_a_sheet_have_their_numbers_whatever_is_in_a_cell() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["id", "name", "exp"], ["ada", "Ada\nFictive", "7"], ["bo", "Bo\nPlaceholder", "7"]];
    for (row, cells) in (0..).zip(rows) {
        sheet.write_row(row, 0, cells).unwrap();
    }
    let criteria = "version: 1\ncriteria: [{ id: x, years: { column: exp, at_least: 5 } }]\n";
    let test = Test::new().file("c.yaml", criteria).file("l.xlsx", book.save_to_buffer().unwrap());
    let ran = test.args(["l.xlsx", "-c", "c.yaml", "--blind", "-f", "csv", "--columns", "id,source.line"]).output();
    assert_eq!(ran.text().lines().skip(1).collect::<Vec<_>>(), ["#2,2", "#3,3"], "{}", ran.stderr);
}

#[test]
fn explain_finds_a_candidate_by_id_or_number_and_tells_nobody() {
    let criteria = "version: 1\nidentity: [name]\ncriteria: [{ id: x, years: { column: x, at_least: 3 } }]\n";
    let list = "id,name,x\nA1,Ada,3\nzoe@example.org,Zoé,many (Zoé)\n";
    let run = |id: &str| {
        let test = Test::new().file("c.yaml", criteria).file("cv_zoe.csv", list);
        test.args(["explain", "cv_zoe.csv", id, "-c", "c.yaml", "--blind"]).output()
    };
    for id in ["#3", "3", "zoe@example.org"] {
        let ran = run(id);
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{id}");
        assert!(ran.text().starts_with("#3\nfile 1, row 3\n"), "{id}: {}", ran.text());
        assert!(!fold(ran.text()).contains("zoe") && ran.text().contains("many ([…])"), "{}", ran.text());
    }
    assert!(run("A1").text().starts_with("A1\n"));
    // Whoever has a code is found by that.
    for id in ["#9", "zoe", "#2", "2"] {
        let ran = run(id);
        assert!(ran.status == 1 && !ran.stderr.contains("example.org"), "{}", ran.stderr);
    }
}

#[test]
fn a_criterion_on_a_protected_ground_needs_a_lawful_basis() {
    let list = "id,Age,exp\nA1,30,7\n";
    let criterion = "  - id: old-enough\n    number: { column: age, at_least: 18 }\n";
    let run = |criteria: &str, more: &[&str]| {
        let test = Test::new().file("c.yaml", ["version: 1\n", criteria].concat()).file("l.csv", list);
        test.args(more).args(["l.csv", "-c", "c.yaml"]).output()
    };
    let told = "criterion `old-enough` reads `age`: age is a ground that the law protects";
    let refused = run(&["criteria:\n", criterion].concat(), &[]);
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains(told) && refused.stderr.contains("years: { column: years_of_experience"));
    for columns in ["columns: { old: [Age] }\n", "columns: { old: [exp], age: [old] }\n"] {
        let criteria = [columns, "criteria:\n", &criterion.replace("column: age", "column: old")].concat();
        let refused = run(&criteria, &["--map", "old=Age"]);
        assert!(refused.stderr.contains("error[protected-ground]"), "{columns}: {}", refused.stderr);
    }
    let basis = "    lawful_basis: the work is in a bar, and the law asks for it\n";
    let criteria = ["criteria:\n", criterion, basis].concat();
    for format in ["table", "json", "markdown", "html", "xlsx"] {
        let ran = run(&criteria, &["-f", format]);
        assert_eq!((ran.status, &*ran.stderr), (0, ""));
        let text = text(format, &ran).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("the work is in a bar, and the law asks for it"), "{format}: {text}");
    }
    let test = Test::new().file("c.yaml", ["version: 1\n", &criteria].concat()).file("l.csv", list);
    let ran = test.args(["explain", "l.csv", "A1", "-c", "c.yaml"]).output();
    assert!(ran.text().contains("  lawful   the work is in a bar"), "{}", ran.text());
}
