//! The first minutes with the program: what it shows is true, says who is who, and names what to type next.
use super::common;

use super::common::{CANDIDATES, CRITERIA, Test};

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
        told.filter(|line| line.starts_with("screen ")).map(str::to_owned).collect::<Vec<_>>()
    };
    for (name, typed) in [("form.csv", "form.csv"), ("l'été 1.csv", r"'l'\''été 1.csv'"), ("-x.csv", "./-x.csv")] {
        for command in [&["--"][..], &["explain", "--"]] {
            let mut args = [command, &[name]].concat();
            args.extend(command.first().filter(|word| **word == "explain").map(|_| "2"));
            let ran = Test::new().file(name, FORM).args(args).output();
            assert_eq!((ran.status, ran.stderr.matches("error[").count()), (1, 1), "{}", ran.stderr);
            let init = format!("screen init {typed} --posting posting.txt --output criteria.yaml");
            assert_eq!(commands(&ran), [init, format!("screen -c criteria.yaml {typed}")]);
            assert!(ran.stderr.contains("Director of the Human Rights Defenders Programme"), "{}", ran.stderr);
        }
    }
    let ran = Test::new().stdin(FORM).args(["--lang", "fr"]).output();
    assert_eq!(
        commands(&ran),
        ["screen init FICHIER --posting annonce.txt --output criteres.yaml", "screen -c criteres.yaml FICHIER"]
    );
    // A file of this posting that lacks a column is told which.
    let fixture = std::fs::read_to_string(format!("{}/fixtures/clean.csv", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let ran = Test::new().file("a.csv", fixture.replacen("english", "anglophonie", 1)).arg("a.csv").output();
    assert!(ran.stderr.contains("missing-column") && !ran.stderr.contains("other-posting"), "{}", ran.stderr);
}

/// What is told to be typed does what it says, once the posting is where it is said to be.
#[test]
#[cfg(unix)]
fn what_is_told_to_be_typed_works() {
    let test = Test::new().file("l'été 1.csv", FORM).file("posting.txt", "Archivist\n\nProfile\n- A master's degree\n");
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

/// The command below a list is the one for this run, as it stands.
#[test]
#[cfg(unix)]
fn the_command_below_a_list_tells_one_account() {
    let command = |text: &str| {
        let found = text.lines().find_map(|line| line.trim_start().strip_prefix("screen explain "));
        found.unwrap_or_else(|| panic!("no command in {text}")).to_owned()
    };
    let list = "name;permit;years;writing\nAda;yes;1;good\n";
    for (args, ids) in [
        ("-c 'my criteria.yaml' 'the list.csv'", "2 Ada"),
        ("-c 'my criteria.yaml' 'the list.csv' --blind -f markdown", "#2"),
        ("-c 'my criteria.yaml' ./-list.csv --as-of 2024-01-01 --map permit=permit --delimiter ';' --lang fr", "2 Ada"),
    ] {
        let files = ["the list.csv", "-list.csv"];
        let test = files.iter().fold(Test::new(), |test, name| test.file(name, list)).file("my criteria.yaml", GRADED);
        let ran = test.shell(&format!("$SCREEN {args}"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let typed = command(ran.text()).replace("FILE", "'the list.csv'");
        let told = test.shell(&format!("$SCREEN explain {typed}"));
        assert!(told.text().starts_with(&format!("{ids}\n")), "{typed}: {told:?}");
        assert_eq!(args.contains("fr"), told.text().contains("ligne 2"), "{}", told.text());
    }
}

/// Rows of a table at a width, as the small criteria give them.
fn table(width: &str, args: &[&str]) -> String {
    let ran = Test::small().arg("candidates.csv").args(args).env("COLUMNS", width).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
    ran.text().to_owned()
}

#[test]
fn a_wide_table_says_what_is_asked_and_what_to_ask() {
    // Below the row, the same words as at its end where there is room.
    let table = |width: &str, args: &[&str]| {
        let text = table(width, args);
        ["to check", "not met: ", "à vérifier : E", "non satisfait : "].iter().fold(text, |text, said| {
            let below = format!("\n         {said}");
            text.replace(&below, &format!("  {said}"))
        })
    };
    for width in ["100", "120", "200"] {
        let text = table(width, &[]);
        assert!(line_with(&text, "Rank").contains("Experience"), "names head the columns: {text}");
        assert!(line_with(&text, "Bo Sample").ends_with("to check: Experience"), "{text}");
        assert!(line_with(&text, "Cy Specimen").ends_with("not met: Experience, Advocacy"), "{text}");
        assert!(!line_with(&text, "Ada Fictive").contains("check"), "{text}");
    }
    let text = table("100", &["--lang", "fr"]);
    assert!(line_with(&text, "Bo Sample").ends_with("à vérifier : Expérience"), "{text}");
    assert!(line_with(&text, "Flo Mockup").ends_with("non satisfait : Expérience"), "{text}");
    // Without room numbers do, and a narrow list says it in lines of its own.
    assert!(line_with(&table("80", &[]), "Rank").ends_with("1 2       3"));
    assert!(table("30", &[]).contains("   to check: Experience\n"));
    // With many criteria it stands below.
    let test = Test::new().of_project("fixtures/candidates.csv").arg("candidates.csv").env("COLUMNS", "100");
    let ran = test.output();
    let below = ran.text().lines().skip_while(|line| !line.contains("C031")).nth(1).unwrap();
    assert_eq!(below.trim(), "to check: Team");
}

#[test]
fn each_block_says_that_status_comes_before_score() {
    for width in ["30", "80", "200"] {
        let text = table(width, &[]).replace('\n', " ");
        for block in [
            "Eligible, by score",
            "For review: below everybody eligible, whatever the",
            "Not eligible: below everybody",
        ] {
            assert_eq!(text.matches(block).count(), 1, "{width}: {text}");
        }
        assert!(!table(width, &["--sort", "input"]).contains("by score"));
    }
    assert_eq!(table("80", &["--status", "review"]).matches("whatever the score").count(), 1);
}

#[test]
fn an_output_says_what_it_is() {
    let run = |name: &str, args: &[&str]| {
        let test = Test::small().args(["candidates.csv", "-o", name]).args(args);
        let ran = test.output();
        (ran.status, ran.stderr.clone(), std::fs::read_to_string(test.path(name)).ok())
    };
    for name in ["list.pdf", "list.docx", "list.XLS", "list.ods", "list.csv.gz", "list.cvs", "list.htmlx"] {
        let (status, told, written) = run(name, &[]);
        assert!(status == 1 && written.is_none(), "{name}: {told}");
        assert!(told.contains("`.csv`, `.tsv`") && told.contains("`.xlsx`") && told.contains("--format"), "{told}");
    }
    assert!(run("list.fr.pdf", &["--lang", "fr"]).1.contains("aucun format ne se termine par `.pdf`"));
    // Whoever says the format may call it what they like.
    assert_eq!(run("list.dat", &["-f", "csv"]).2.map(|text| text.starts_with("rank,")), Some(true));
    for (name, start) in [("list.tsv", "rank\trank_best\t"), ("list", "Programme officer"), ("LIST.TXT", "Programme")] {
        let (status, told, written) = run(name, &[]);
        assert!(status == 0 && written.unwrap().starts_with(start), "{name}: {told}");
    }
    let tsv = run("list.tsv", &["--columns", "id,name,experience"]).2.unwrap();
    assert_eq!(tsv.lines().nth(1), Some("A1\tAda Fictive\tmet"));
}

#[test]
fn help_is_given_to_whoever_asks_for_it() {
    let help = |args: &[&str]| Test::new().args(args).output();
    for (asked, same) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "explain"], &["explain", "--help"]),
        (&["--lang", "fr", "help"], &["--lang", "fr", "--help"]),
        (&["help", "check", "--lang", "fr"], &["check", "--lang", "fr", "--help"]),
    ] {
        assert_eq!(help(asked), help(same), "{asked:?}");
        assert_eq!(help(asked).status, 0);
    }
}

/// Alone on a terminal, it says what can be asked.
#[test]
#[cfg(target_os = "linux")]
fn alone_on_a_terminal_it_gives_help() {
    let test = Test::new();
    if !test.shell("command -v script").stdout.is_empty() {
        let ran = test.shell("script -qec \"$SCREEN\" log < /dev/null > shown; cat shown");
        assert!(ran.text().contains("screen -c job.yaml candidates.csv"), "{ran:?}");
    }
    // Where something may come, it waits for that.
    let ran = Test::new().output();
    assert!(ran.status == 1 && ran.stderr.contains("empty"), "{ran:?}");
}

#[test]
fn quiet_strictness_says_why_in_a_line() {
    let list = "name,permit,years,writing\nAda,yes,1,good\nBo,yes\nCy,yes,1,good,x,y\n";
    let run = |args: &[&str]| {
        let test = Test::new().file("c.yaml", GRADED).file("c.csv", list).args(["-c", "c.yaml", "c.csv", "-f", "csv"]);
        test.args(["--strict", "-q"]).args(args).output()
    };
    let ran = run(&[]);
    assert_eq!(ran.status, 1);
    let why = "the row has 2 cells, and the header 4 cells (`--strict`: this and other problems, 2 in all, make the exit \
               status 1)";
    assert_eq!(ran.stderr, format!("c.csv:3 warning: {why}\n"));
    assert_eq!(run(&["--lang", "fr"]).stderr.lines().count(), 1);
    let clean = Test::new().file("c.yaml", GRADED).file("c.csv", "name,permit,years,writing\nAda,yes,1,good\n");
    let ran = clean.args(["-c", "c.yaml", "c.csv", "-f", "csv", "--strict", "-q"]).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
}

/// How a file was read is told where it could have been otherwise.
#[test]
fn notes_on_encodings_are_for_what_is_uncertain() {
    let notes = |bytes: &[u8]| {
        let ran = Test::new().file("c.yaml", GRADED).file("c.csv", bytes).args(["-c", "c.yaml", "c.csv"]).output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ["encoding", "delimiter"].map(|note| ran.stderr.contains(&format!("note[{note}]")))
    };
    let list = "name;permit;years;writing\nHélène;yes;1;good\nÇa « va » à Œuf;yes;2;good\n";
    let byte = |c| if c == 'Œ' { 0x8c } else { u8::try_from(u32::from(c)).unwrap() };
    let windows_1252: Vec<u8> = list.chars().map(byte).collect();
    assert_eq!(notes(list.as_bytes()), [false, false]);
    assert_eq!(notes(&windows_1252), [false, false]);
    // Polish in another encoding, whose letters this one has others for.
    assert_eq!(notes(b"name;permit;years;writing\nWa\xb3\xeasa;yes;1;good\nJ;no;2;good\n"), [true, false]);
    // A row that another delimiter could have cut.
    assert_eq!(notes(b"name;permit;years;writing\nAda;yes;1;good\nBo;yes;1\n"), [false, true]);
}

#[test]
fn a_value_can_be_another_for_one_run() {
    let run = |args: &[&str]| Test::small().arg("candidates.csv").args(args).output();
    let verdict = |args: &[&str]| {
        let ran = run(&[args, &["-f", "csv", "--columns", "id,experience", "--sort", "input"]].concat());
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{args:?}");
        line_with(ran.text(), "A6").to_owned()
    };
    assert_eq!(verdict(&[]), "A6,not_met");
    for set in ["experience.at_least=5", "experience.years.at_least=5", "experience.at_least=5.5"] {
        assert_eq!(verdict(&["--set", set]), "A6,met", "{set}");
    }
    // As if the file said so.
    let sets =
        ["--set", "experience.weight=1", "--set", "writing.need=required", "--set", "posting.deadline=2020-01-01"];
    let edited = CRITERIA.replace("weight: 20", "weight: 1").replace("need: asset", "need: required");
    let edited = edited.replace("2024-05-26", "2020-01-01");
    let written = |ran: common::Ran| ran.text().to_owned();
    let csv = ["-f", "csv"];
    let by_file = Test::new().file("c.yaml", edited).file("candidates.csv", CANDIDATES);
    let by_file = by_file.args(["-c", "c.yaml", "candidates.csv"]).args(csv).output();
    assert_eq!(written(run(&[&sets[..], &csv].concat())), written(by_file));
    // It is shown, and every command that judges takes it.
    assert!(run(&["--set", "experience.at_least=5"]).text().contains("set here: `experience.at_least=5`"));
    assert!(run(&["--set", "writing.weight=3", "-f", "json"]).text().contains("\"set\": [\"writing.weight=3\"]"));
    assert!(line_with(run(&["--set", "writing.weight=3"]).text(), "screen explain").contains("--set writing.weight=3"));
    let others = [&["explain", "candidates.csv", "A6", "-c", "criteria.yaml"][..], &["check", "criteria.yaml"]];
    for command in others {
        let test = Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", CANDIDATES);
        let ran = test.args(command).args(["--set", "experience.at_least=5"]).output();
        assert!(ran.status == 0 && ran.text().contains("`experience.at_least=5`"), "{ran:?}");
    }
}

#[test]
fn a_value_that_cannot_be_set_says_what_to_write() {
    for (set, status, help) in [
        ("experienc.weight=5", 1, "did you mean `experience`?"),
        ("qqq.weight=5", 1, "`experience`, `advocacy`, `writing`, `formats` and `posting`"),
        ("writing.wieght=5", 1, "did you mean `weight`?"),
        ("writing.zzz=5", 1, "`at_least`"),
        ("writing.id=other", 1, "its fields are"),
        ("writing.at_least=goud", 1, "its steps are “none”, “basic”, “good”"),
        ("writing.weight=much", 1, "write for example `weight: 10`"),
        ("formats.dates=dym", 1, "write `dates: dmy`, `dates: mdy` or `dates: ymd`"),
        ("experience.at_least=20", 1, "at_least"),
        ("experience=5", 2, "`english.weight=5`, `formats.dates=dmy`"),
        ("experience.at_least", 2, "`english.weight=5`, `formats.dates=dmy`"),
    ] {
        let ran = Test::small().args(["candidates.csv", "--set", set]).output();
        let told: Vec<&str> = ran.stderr.split_whitespace().collect();
        assert_eq!((ran.status, told.join(" ").contains(help)), (status, true), "{set}: {}", ran.stderr);
    }
}

#[test]
fn what_settles_numbers_is_told_with_what_to_type() {
    let criteria = "version: 1\ncriteria: [{ id: size, number: { column: staff, at_least: 100 } }]\n";
    let run = |cells: &[&str], args: &[&str]| {
        let list: String = cells.iter().enumerate().map(|(at, cell)| format!("A{at},\"{cell}\"\n")).collect();
        let test = Test::new().file("c.yaml", criteria).file("c.csv", format!("id,staff\n{list}"));
        let ran = test.args(["-c", "c.yaml", "c.csv", "-f", "csv"]).args(args).output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let cells = ["500 to 999 employees", "1,000 to 4,999 employees", "100"];
    let told = run(&cells, &[]);
    let what = "`staff`: 1 number can be two, as 1,000 is a thousand or one: `formats: { decimal: point }` or `comma`";
    assert!(told.contains(what) && told.starts_with("note[decimal-mark]"), "{told}");
    assert!(run(&["1,000", "99.5", "7.25"], &[]).contains("others (2) prove the point before decimals"));
    assert!(run(&["1,000", "99,5"], &[]).contains("`formats: { decimal: comma }` in the criteria file settles it"));
    assert!(run(&["1,000", "99,5", "7.25"], &["--lang", "fr"]).contains("(virgule : 1 ; point : 1)"));
    assert_eq!(run(&cells, &["--threads", "7"]), run(&cells, &["--threads", "1"]));
    assert_eq!(run(&cells, &["--set", "formats.decimal=point"]), "");
    assert_eq!(run(&["99,5", "120"], &[]), "");
}

#[test]
fn what_settles_dates_is_told_with_what_to_type() {
    let criteria = "version: 1\ncriteria: [{ id: in-time, date: { column: received, on_or_before: 2024-05-26 } }]\n";
    let run = |dates: &[&str], args: &[&str]| {
        let list: String = dates.iter().enumerate().map(|(at, date)| format!("A{at},{date}\n")).collect();
        let test = Test::new().file("c.yaml", criteria).file("c.csv", format!("id,received\n{list}"));
        let ran = test.args(["-c", "c.yaml", "c.csv", "-f", "csv"]).args(args).output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let dates = ["03/04/2024", "05.06.2024", "26/03/2024", "31/01/2024", "2024-03-04", "", "07/07/2024"];
    let told = run(&dates, &[]);
    let what = "`received`: 2 dates can be two days each, 2 others prove day-month-year: `formats: { dates: dmy }` in the \
                criteria file settles them (to try it: `--set formats.dates=dmy`)";
    assert!(told.contains(what) && told.starts_with("note[date-order]"), "{told}");
    assert!(run(&dates, &["--lang", "fr"]).contains("2 autres prouvent l'ordre jour-mois-année"));
    // On any number of threads, and no more where it is settled.
    assert_eq!(run(&dates, &["--threads", "7"]), run(&dates, &["--threads", "1"]));
    assert_eq!(run(&dates, &["--set", "formats.dates=dmy"]), "");
    assert_eq!(run(&["26/03/2024", "2024-03-04"], &[]), "");
    assert!(
        run(&["03/04/2024", "12/31/2023"], &[]).contains("1 other proves month-day-year: `formats: { dates: mdy }`")
    );
    assert!(run(&["03/04/2024"], &[]).contains("1 date can be two days: `formats: { dates: dmy }` or `mdy`"));
    assert!(run(&["03/04/2024", "12/31/2023", "31/12/2023"], &[]).contains("the others do not agree (1 day first"));
    let list = "id,received\nA,03/04/2024\nB,31/01/2024\n";
    let test = Test::new().file("c.yaml", criteria).file("c.csv", list).args(["check", "c.yaml", "c.csv"]);
    assert!(test.output().stderr.contains("date-order"));
}
