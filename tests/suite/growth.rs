//! Time and memory grow no faster than what is read, and rows that cannot be trusted are told as such everywhere.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use super::common::{CANDIDATES, CRITERIA, Ran, Test};

/// What grows with the square of its size takes minutes; what grows with its size, a second or two. The program is built
/// for debugging, and the machine may be busy.
const A_WHILE: Duration = Duration::from_secs(30);

const HEADER: &str = "id,name,email,experience,advocacy,writing\n";

/// The candidates of a CSV output, by the names of its header.
fn candidates(ran: &Ran) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(&*ran.stdout).deserialize().map(|one| one.unwrap()).collect()
}

/// The small criteria on this list.
#[track_caller]
fn screened(list: impl AsRef<[u8]>, options: &[&str]) -> Ran {
    let started = Instant::now();
    let ran = Test::small().file("list.csv", list).arg("list.csv").args(options).output();
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(started.elapsed() < A_WHILE, "{options:?} takes {:?}", started.elapsed());
    ran
}

/// How many candidates come out of this list, and nothing else.
#[track_caller]
fn counted(list: impl AsRef<[u8]>) -> u64 {
    let ran = screened(list, &["--format", "json", "--top", "0", "--quiet"]);
    let document: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    document["summary"]["candidates"].as_u64().unwrap()
}

// ---- One thing on every row ------------------------------------------------------------------------------------------

#[test]
fn one_id_on_every_row_is_told_in_a_few_words() {
    const COUNT: usize = 30_000;
    let list = format!("{HEADER}{}", "R1,Ada Fictive,,10,yes,good\n".repeat(COUNT));
    let said = "the same id in rows 2, 3, 4, 5, 6 and 29,994 more";
    let ran = screened(&list, &["--format", "csv"]);
    assert_eq!(candidates(&ran).iter().filter(|one| one["notes"] == said).count(), COUNT - 5);
    assert!(ran.stderr.contains("one id comes more than once: rows 2, 3, 4, 5, 6 and 29,995 more"), "{}", ran.stderr);
    let ran = screened(&list, &["--format", "csv", "--lang", "fr", "--quiet"]);
    let said = "même identifiant : lignes 2, 3, 4, 5, 6 et 29\u{202f}994 autres";
    assert_eq!(candidates(&ran)[7]["notes"], said);
    for format in ["jsonl", "table", "markdown"] {
        let bytes = screened(&list, &["--format", format, "--quiet"]).stdout.len();
        assert!(bytes < COUNT * 1000, "{format}: {bytes} bytes");
    }
    screened(&list, &["--format", "csv", "--sort", "input", "--quiet"]);
}

#[test]
fn many_groups_and_records_in_several_are_told_in_linear_time() {
    let mut list = String::from("id,name,email,date_of_birth,experience,advocacy,writing\n");
    for at in 0..10_000 {
        // Each has its id with the one before or after, its e-mail with the other, and a person with everybody.
        let (id, email) = (at / 2, (at + 1) / 2);
        let _ = writeln!(list, "R{id},Ada Fictive,p{email}@example.org,1990-01-01,10,yes,good");
    }
    let first = "the same person, it seems, in rows 2, 3, 4, 5, 6 and 9,994 more";
    let ran = screened(&list, &["--format", "csv", "--quiet"]);
    let notes = &candidates(&ran)[5000]["notes"];
    assert!(notes.contains(first) && notes.contains("the same id in row 5003"), "{notes}");
    assert_eq!(notes.matches("row").count(), 3, "{notes}");
    let strict = Test::small().file("list.csv", &list).args(["list.csv", "--format", "csv", "--strict"]).output();
    // 5,000 pairs with an id, one group of all, and pairs with an address.
    assert_eq!((strict.status, strict.stderr.matches("id-twice").count()), (1, 5000));
}

#[test]
fn places_are_told_by_file() {
    let rows = |count: usize| format!("{HEADER}{}", "R1,Ada Fictive,,10,yes,good\n".repeat(count));
    let test = Test::small().file("a.csv", rows(2)).file("b.csv", rows(5));
    let ran = test.args(["a.csv", "b.csv", "--format", "csv"]).output();
    let notes: Vec<String> = candidates(&ran).into_iter().map(|mut one| one.remove("notes").unwrap()).collect();
    assert_eq!(notes[0], "the same id in row 3 of a.csv, rows 2, 3, 4 and 5 of b.csv and one more");
    assert_eq!(notes[6], "the same id in rows 2 and 3 of a.csv, rows 2, 3 and 4 of b.csv and one more");
}

#[test]
fn the_accounts_of_one_id_end_somewhere() {
    let list = format!("{HEADER}{}", "R1,Ada Fictive,,10,yes,good\n".repeat(2000));
    let test = Test::new().file("criteria.yaml", CRITERIA).file("list.csv", list);
    let ran = test.args(["explain", "list.csv", "R1", "--criteria", "criteria.yaml"]).output();
    assert_eq!(ran.text().matches("What would change it").count(), 20);
    assert!(ran.stderr.contains("1,980 more candidates have this id"), "{}", ran.stderr);
}

// ---- Bytes ------------------------------------------------------------------------------------------------------------

#[test]
fn quotes_anywhere_take_linear_time_and_lose_no_row() {
    const COUNT: usize = 20_000;
    for (line, rows) in [
        ("x,a\"b", 1),
        ("\"a", 1),
        ("\"a\"b", 1),
        ("a\"\"b", 1),
        ("\"\"\"a", 1),
        ("x,\"a", 1),
        ("\"x\" \"  y", 1),
        ("\"a\na\"b", 2),
    ] {
        for end in ["\n", "\r", "\r\n"] {
            let list = format!("{HEADER}{}", format!("{line}\n").repeat(COUNT)).replace('\n', end);
            assert_eq!(counted(list), (COUNT * rows) as u64, "{line:?} {end:?}");
        }
    }
}

#[test]
fn whatever_stands_before_the_header_is_passed_over() {
    for nothing in ["\n", ",,,,,\n", "\r\n", "\" \",\n"] {
        let list = [&nothing.repeat(3_000_000 / nothing.len()), CANDIDATES].concat();
        assert_eq!(counted(list), 6, "{nothing:?}");
    }
    // More of it than one record may have.
    assert_eq!(counted(["\n".repeat(20 << 20), CANDIDATES.to_owned()].concat()), 6);
    assert_eq!(counted([CANDIDATES.to_owned(), "\n".repeat(20 << 20)].concat()), 6);
}

#[test]
fn bytes_in_small_pieces_take_linear_time() {
    let pack = |text: &str| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    };
    let list = [pack(HEADER), pack("R,Ada Fictive,,10,yes,good\n").repeat(200_000)].concat();
    assert_eq!(counted(list), 200_000);
    // Members with nothing in them, and an archive in an archive.
    let list = [pack(HEADER), pack("").repeat(200_000), pack("R,Ada Fictive,,10,yes,good\n")].concat();
    assert_eq!(counted(list), 1);
}

#[test]
fn a_small_file_of_one_long_line_stays_small_in_memory() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(HEADER.as_bytes()).unwrap();
    for _ in 0..256 {
        packer.write_all(&[b'"'; 1 << 20]).unwrap();
    }
    let test = Test::small().file("list.csv", packer.finish().unwrap());
    let done = limited(&test, "ulimit -v 500000", "list.csv --format csv --quiet --columns status,source.line");
    assert_eq!(done, (Some(0), "status,source.line\nreview,2\n".to_owned()));
}

// ---- Files ------------------------------------------------------------------------------------------------------------

/// The program with the small criteria, through a shell that sets limits first: its status and its output.
fn limited(test: &Test, limits: &str, args: &str) -> (Option<i32>, String) {
    let script = format!("{limits}; exec \"$SCREEN\" --criteria criteria.yaml {args}");
    let mut command = Command::new("bash");
    command.args(["-c", &script]).current_dir(test.path("")).env("SCREEN", env!("CARGO_BIN_EXE_screen"));
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    (done.status.code(), String::from_utf8(done.stdout).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn more_files_than_can_be_open_are_read() {
    const FILES: usize = 300;
    let mut test = Test::small();
    for at in 0..FILES {
        // Some have another header.
        let (header, more) =
            if at % 3 == 0 { (HEADER.replace(",name", ",name,note"), ",x") } else { (HEADER.into(), "") };
        let name = format!("f{at:03}.csv");
        test = test.file(&name, format!("{header}A{at},Ada Fictive{more},,{},yes,good\n", at % 20));
    }
    let told =
        |limits: &str, options: &str| limited(&test, limits, &format!("f*.csv --format csv --quiet {options}")).1;
    let all = told("true", "--threads 1");
    assert_eq!(all.lines().count(), FILES + 1);
    assert_eq!(told("ulimit -n 24; ulimit -v 600000", "--threads 2"), all);
    let rows = |text: &str| {
        let mut rows: Vec<String> =
            text.lines().skip(1).map(|line| line.splitn(4, ',').nth(3).unwrap().to_owned()).collect();
        rows.sort();
        rows
    };
    assert_eq!(rows(&told("ulimit -n 24; ulimit -v 600000", "--sort input")), rows(&all));
}

#[test]
fn more_files_than_can_be_told_apart_are_refused() {
    let files = std::iter::repeat_n("candidates.csv", 65_537);
    let ran = Test::small().args(files).output();
    assert_eq!((ran.status, ran.text()), (2, ""));
    assert!(ran.stderr.contains("65,537 files are given, and at most 65,536"), "{}", ran.stderr);
}

#[test]
fn a_name_with_nothing_in_it_is_wrong_usage() {
    for args in [&[""][..], &["candidates.csv", ""], &["explain", "", "A1"], &["check", ""], &["init", ""]] {
        let ran = Test::new().file("candidates.csv", CANDIDATES).args(args).output();
        assert_eq!((ran.status, ran.text()), (2, ""), "{args:?}");
        assert!(ran.stderr.contains("empty name"), "{args:?}: {}", ran.stderr);
    }
    for option in ["--criteria", "--output"] {
        let ran = Test::new().file("candidates.csv", CANDIDATES).args(["candidates.csv", option, ""]).output();
        assert_eq!(ran.status, 2, "{option}");
        assert!(ran.stderr.contains(&format!("`{option}` needs a value")), "{}", ran.stderr);
    }
}

// ---- Threads ----------------------------------------------------------------------------------------------------------

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
#[test]
fn without_threads_the_same_bytes_come_out() {
    let mut list = HEADER.to_owned();
    for at in 0..20_000 {
        let _ = writeln!(list, "A{at},Ada Fictive,p{}@example.org,{},yes,good", at / 3, at % 20);
    }
    for format in ["table", "csv", "json", "jsonl", "markdown", "xlsx"] {
        let run = |stack: Option<&str>, order: &str| {
            let test = Test::small().file("list.csv", &list).args(["list.csv", "--sort", order]);
            let test = test.args(["--format", format, "--threads", "4", "--output", "out"]);
            // No thread starts whose stack is larger than all there is.
            let test = stack.into_iter().fold(test, |test, stack| test.env("RUST_MIN_STACK", stack));
            let ran = test.output();
            assert_eq!(ran.status, 0, "{format}: {}", ran.stderr);
            std::fs::read(test.path("out")).unwrap()
        };
        for order in ["rank", "input"] {
            assert!(run(Some("281474976710656"), order) == run(None, order), "{format} {order}");
        }
    }
}

// ---- Rows that cannot be trusted --------------------------------------------------------------------------------------

const ASSETS: &str = "\
version: 1
criteria:
  - id: experience
    need: asset
    when_missing: WHEN
    years: { column: experience, at_least: 7 }
  - id: advocacy
    need: asset
    yes_no: { column: advocacy }
";

/// Too few cells, too many, an unclosed quote, no text; and one that is well.
const RAGGED: &[u8] = b"id,experience,advocacy,note\nA1\nA2,10,yes,a,b\nA3,10,yes,\"x\nA4,10,yes,\xff\nA5,10,yes,x\n";

#[test]
fn a_row_that_cannot_be_trusted_is_in_review_whatever_is_asked() {
    for when in ["review", "skip", "fail"] {
        let test = || Test::new().file("criteria.yaml", ASSETS.replace("WHEN", when)).file("list.csv", RAGGED);
        for order in ["rank", "input"] {
            let test = test().args([
                "list.csv",
                "--encoding",
                "utf-8",
                "--criteria",
                "criteria.yaml",
                "--format",
                "csv",
                "--sort",
                order,
            ]);
            let ran = test.output();
            let status: BTreeMap<String, String> = candidates(&ran)
                .into_iter()
                .map(|mut one| (one.remove("id").unwrap(), one.remove("status").unwrap()))
                .collect();
            let expected = [("A1", "review"), ("A2", "review"), ("A3", "review"), ("A4", "review"), ("A5", "eligible")];
            assert_eq!(
                status,
                expected.map(|(id, status)| (id.to_owned(), status.to_owned())).into(),
                "{when} {order}"
            );
        }
        for id in ["A1", "A2", "A3", "A4"] {
            let ran =
                test().args(["explain", "list.csv", id, "--criteria", "criteria.yaml", "--encoding", "utf-8"]).output();
            assert!(ran.text().lines().nth(2).unwrap().starts_with("for review"), "{}", ran.text());
        }
    }
}

#[test]
fn an_id_is_read_where_nothing_can_have_shifted_it() {
    let list = "name,id,email,experience,advocacy,writing\n\
                Ada, Fictive,A1,ada.fictive@example.org,10,yes,good\n\
                Bo Sample\n\
                Cy Specimen,A3,,\"10,yes,good\n\
                Di Placeholder,\"A4,,10,yes,good\n\
                Ed Dummy,A5,,10,yes,good\n";
    let ran = screened(list, &["--format", "csv", "--sort", "input"]);
    let told: Vec<(String, String)> =
        candidates(&ran).into_iter().map(|mut one| (one.remove("id").unwrap(), one.remove("notes").unwrap())).collect();
    let ids: Vec<&str> = told.iter().map(|(id, _)| &**id).collect();
    assert_eq!(ids, ["2", "3", "A3", "5", "A5"]);
    let unsure = "its id is not sure; its row number stands for it";
    let notes: Vec<bool> = told.iter().map(|(_, notes)| notes.contains(unsure)).collect();
    assert_eq!(notes, [true, true, false, true, false]);
    // Nor is a shifted cell held against others: two shifted rows with one `id` are no doubles.
    assert!(!ran.stderr.contains("id-twice"), "{}", ran.stderr);
}

// ---- Doubles with `--sort input` --------------------------------------------------------------------------------------

#[test]
fn in_the_order_of_reading_doubles_are_told_below() {
    let mut list = CANDIDATES.replace("A2,Bo", "A1,Bo");
    list.push_str(&"T,Too Few\n".repeat(30));
    for format in ["csv", "jsonl"] {
        let ran = screened(&list, &["--format", format, "--sort", "input"]);
        assert!(!ran.text().contains("same id"));
        assert!(ran.stderr.contains("one id comes more than once: rows 2 and 3"), "{}", ran.stderr);
        assert!(ran.stderr.contains("they are told here and not in its notes"), "{}", ran.stderr);
    }
    for format in ["table", "markdown", "json"] {
        let ran = screened(&list, &["--format", format, "--sort", "input"]);
        assert!(ran.text().contains("one id comes more than once: rows 2 and 3"), "{}", ran.text());
        assert!(ran.text().contains("with `--sort input`, each record") || format == "markdown", "{}", ran.text());
    }
    let french = screened(&list, &["--format", "csv", "--sort", "input", "--lang", "fr"]);
    assert!(french.stderr.contains("ils sont signalés ici et non dans ses remarques"), "{}", french.stderr);
    // Where there are none, nothing is said.
    let none = screened(CANDIDATES, &["--format", "csv", "--sort", "input"]);
    assert_eq!(none.stderr, "");
}
