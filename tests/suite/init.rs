//! `screen init`, run as people run it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn screen() -> Command {
    let mut command = Command::cargo_bin("screen").unwrap();
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SCREEN_LANG", "SCREEN_CRITERIA", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "80");
    command
}

/// Status, standard output, standard error.
fn run(args: &[&str], input: &str) -> (i32, String, String) {
    let output = screen().args(args).write_stdin(input).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).display().to_string()
}

fn at(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

const SMALL: &str = "\
id,Name,Years of experience,Drafting,Languages,Statement,Received,Rater 1,Rater 2,Size
A1,Ada Fictive,7,good,\"English C1, French B2\",I have worked for years with people at risk.,2024-05-02,4,5,
A2,Test Exemple,5-7,excellent,English (native),For as long as I remember it has mattered to me.,2024-05-03,3,4,
A3,Bo Placeholder,about seven,n/a,Russian B1,Because the work and the people matter to me.,2024-05-04,5,,
";

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is the proposal")]
fn a_small_file_becomes_a_commented_proposal() {
    let (status, text, errors) = run(&["init", "-"], SMALL);
    assert_eq!((status, errors.as_str()), (0, ""));
    insta::assert_snapshot!(text, @r###"
    # yaml-language-server: $schema=criteria.schema.json
    # `screen schema > criteria.schema.json` writes the schema beside this file: editors then complete and check it.
    #
    # Proposed from <standard input>: 3 candidates, 10 columns.
    #
    # It is a place to start from, not what your posting asks. For each criterion:
    #   1. set what the posting asks where a comment says so, and paste its words as `quote: "..."`;
    #   2. write `need: required` only where the posting requires it: an asset adds points and rejects nobody;
    #   3. give it a weight (only the proportions count), or delete it.
    # Then `screen check THIS-FILE CANDIDATES` tells every mistake, and `screen -c THIS-FILE CANDIDATES` ranks.

    version: 1

    # The posting. The deadline still counts, in its time zone (UTC if not given).
    # posting:
    #   title: "Title of the post"
    #   organisation: "Your organisation"
    #   deadline: 2024-05-26
    #   time_zone: Europe/Brussels

    # The name used below, and the headers it may have; case, accents, spaces and punctuation do not matter.
    columns:
      id: [id]
      name: [Name]
      years_of_experience: ["Years of experience"]
      drafting: [Drafting]
      languages: [Languages]
      statement: [Statement]
      received: [Received]
      rater_1: ["Rater 1"]
      rater_2: ["Rater 2"]

    # Who somebody is: no criterion may read these, and `--blind` hides them.
    identity: [name]

    criteria:
      # 3 cells: 3 read as years
      # Set what the posting asks: `at_least: 5`, say. Full credit is at 7: few have more.
      - id: years-of-experience
        label: "Years of experience"
        need: asset
        weight: 10
        years: { column: years_of_experience, full_at: 7 }

      # 3 cells: 2 read as steps of the scale `proficiency`, 1 empty
      # Set what the posting asks: `at_least: good`, say.
      - id: drafting
        label: "Drafting"
        need: asset
        weight: 10
        level: { column: drafting, scale: proficiency }

      # 3 cells: 3 read as languages
      # Named: English 2, French 1, Russian 1. Keep the languages that the posting asks for, set the level (B2 only stands for one), then take away the `#`.
      # - id: languages
      #   label: "Languages"
      #   need: asset
      #   weight: 10
      #   some_of:
      #     at_least: 1
      #     of:
      #       - language: { language: en, list: languages, at_least: B2 }
      #       - language: { language: fr, list: languages, at_least: B2 }
      #       - language: { language: ru, list: languages, at_least: B2 }

      # 3 cells: 3 read as text
      # Write the terms that the posting looks for, each with other words for it, then take away the `#`.
      # - id: statement
      #   label: "Statement"
      #   need: asset
      #   weight: 10
      #   mentions: { columns: [statement], terms: [first term, [second term, other word for it]] }

      # 3 cells: 3 read as days
      # This waits for the posting's `deadline`: write it above, then take away the `#`.
      # - id: received
      #   label: "Received"
      #   need: required
      #   weight: 0
      #   date: { column: received, on_or_before: deadline }

      # 6 cells: 5 read as ratings, 1 empty
      # Counts only with `--stage interview`. Set what is asked: `at_least: 3`, say.
      - id: panel
        label: "The panel's ratings"
        need: asset
        weight: 10
        stage: interview
        rating: { columns: [rater_1, rater_2], out_of: 5 }

    # Columns that nothing above reads:
    #   `Size`: it is empty
    "###);
}

#[test]
fn the_shipped_candidates_make_criteria_that_rank_them() {
    let folder = folder();
    for (name, lang) in [
        ("candidates.csv", "en"),
        ("clean.csv", "en"),
        ("applications-fr.csv", "fr"),
        ("data-analyst.csv", "en"),
        ("field-coordinator.csv", "fr"),
        ("interview.csv", "fr"),
    ] {
        let (file, made) = (fixture(name), at(&folder, &format!("{name}.yaml")));
        let (status, out, errors) = run(&["--quiet", "--lang", lang, "init", &file, "--yes", "-o", &made], "");
        assert_eq!((status, out.as_str(), errors.as_str()), (0, "", ""), "{name}");
        let (status, out, _) = run(&["check", &made, &file], "");
        assert_eq!(status, 0, "{name}: {out}");
        let (status, out, errors) = run(&["-q", "-c", &made, &file, "-f", "csv", "--columns", "id,rank,score"], "");
        assert_eq!(status, 0, "{name}: {errors}");
        let scores: Vec<&str> = out.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
        assert!(scores.len() > 9 && scores.iter().any(|score| *score != scores[0]), "{name}: {out}");
    }
}

#[test]
fn where_it_was_written_and_what_comes_next_is_told() {
    let folder = folder();
    let (file, posting) = (fixture("candidates.csv"), posting("omct-hrd-director.txt"));
    let told = |name: &str, more: &[&str]| {
        let made = at(&folder, name);
        let (status, out, errors) = run(&[&["init", &file, "--yes", "-o", &made], more].concat(), "");
        assert_eq!((status, out.as_str()), (0, ""), "{errors}");
        errors.replace(&made, "made.yaml").replace(&file, "a.csv")
    };
    let next = "Written to `made.yaml`. To rank: screen -c made.yaml a.csv\n";
    let errors = told("without.yaml", &[]);
    assert!(errors.contains(next) && errors.contains("screen init a.csv --posting posting.txt"), "{errors}");
    let errors = told("with.yaml", &["--posting", &posting]);
    assert!(errors.ends_with(next), "{errors}");
    assert_eq!(told("quiet.yaml", &["--quiet"]), "");
    // What is written to standard output is seen.
    let (_, _, errors) = run(&["init", &file, "--yes"], "");
    assert_eq!(errors, "");
}

#[test]
fn the_same_file_makes_the_same_proposal() {
    let file = fixture("candidates.csv");
    assert_eq!(run(&["init", &file], ""), run(&["init", &file], ""));
}

#[test]
fn without_a_file_it_is_an_example_that_is_right() {
    let folder = folder();
    for lang in ["en", "fr"] {
        let made = at(&folder, lang);
        let (status, text, errors) = run(&["init", "--lang", lang], "");
        assert_eq!((status, errors.as_str()), (0, ""));
        assert!(text.starts_with("# yaml-language-server: $schema=criteria.schema.json\n# `screen schema >"), "{text}");
        fs::write(&made, text).unwrap();
        assert_eq!(run(&["check", &made], "").0, 0);
    }
}

#[test]
fn no_file_is_written_over_not_even_an_empty_one() {
    let folder = folder();
    for (name, content) in [("full.yaml", "mine"), ("empty.yaml", "")] {
        let path = at(&folder, name);
        fs::write(&path, content).unwrap();
        let (status, out, errors) = run(&["init", "--output", &path], "");
        assert_eq!((status, out.as_str()), (1, ""));
        assert!(errors.contains("is there already") && errors.contains("--output"), "{errors}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 2, "nothing is left beside them");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_nothing_is_written() {
    let folder = folder();
    let made = at(&folder, "made.yaml");
    for (file, input, part) in [
        (at(&folder, "none.csv"), "", "there is no file"),
        ("-".to_owned(), "", "empty"),
        ("-".to_owned(), "a,b\n", "header"),
        ("-".to_owned(), "a,b\n1\n", "header"),
    ] {
        let (status, out, errors) = run(&["init", &file, "-o", &made], input);
        assert_eq!((status, out.as_str()), (1, ""), "{file} {input:?}");
        assert!(errors.contains(part), "{errors}");
        assert!(!Path::new(&made).exists());
    }
}

#[test]
fn only_who_somebody_is_leaves_a_file_that_works() {
    let folder = folder();
    let (file, made) = (at(&folder, "a.csv"), at(&folder, "a.yaml"));
    fs::write(&file, "Name,E-mail\nAda Fictive,ada@example.org\nTest Exemple,test@example.org\n").unwrap();
    assert_eq!(run(&["init", &file, "-o", &made], "").0, 0);
    assert_eq!(run(&["check", &made], "").0, 0);
    let (status, ranked, _) = run(&["-c", &made, &file, "-f", "csv"], "");
    assert!(status == 0 && !ranked.contains(",eligible,100,"), "nobody has points for nothing: {ranked}");
}

fn posting(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings").join(name).display().to_string()
}

/// The criteria that count of a file that was written, each with its lines.
fn criteria(text: &str) -> Vec<String> {
    let body = text.split("\ncriteria:\n").nth(1).unwrap_or_default();
    let mut all: Vec<String> = Vec::new();
    for line in body.lines().filter(|line| !line.trim_start().starts_with('#')) {
        match line.strip_prefix("  - ") {
            Some(first) => all.push(format!("{first}\n")),
            None => all.last_mut().into_iter().for_each(|one| *one += &format!("{}\n", line.trim())),
        }
    }
    all
}

#[test]
fn the_shipped_posting_makes_the_criteria_of_the_shipped_file() {
    let folder = folder();
    let posting = posting("omct-hrd-director.txt");
    for (name, lang) in [("candidates.csv", "en"), ("applications-fr.csv", "fr"), ("interview.csv", "en")] {
        let (file, made) = (fixture(name), at(&folder, &format!("{name}.yaml")));
        let args = ["--quiet", "--lang", lang, "init", &file, "--posting", &posting, "--yes", "-o", &made];
        assert_eq!(run(&args, ""), (0, String::new(), String::new()), "{name}");
        assert_eq!(run(&["check", &made, &file], "").0, 0, "{name}");
        let text = fs::read_to_string(&made).unwrap();
        for said in ["organisation: \"OMCT\"", "deadline: 2024-05-26", "time_zone: Europe/Brussels"] {
            assert!(text.contains(said), "{name}: {said}\n{text}");
        }
        let made = criteria(&text);
        let has = |parts: &[&str]| {
            assert!(made.iter().any(|one| parts.iter().all(|part| one.contains(part))), "{name}: {parts:?}\n{text}");
        };
        has(&["need: required", "at_least: bachelor", "\"relations internationales\""]);
        has(&["need: asset", "at_least: master", "un diplôme d'études supérieures étant un atout"]);
        has(&["need: required", "years:", "at_least: 7"]);
        has(&["need: asset", "years:", "de préférence avec des organisations de la société civile"]);
        has(&["need: asset", "level:", "at_least: excellent", "droit international en matière"]);
        has(&["need: required", "years:", "at_least: 3"]);
        has(&["need: asset", "level:", "Excellente connaissance des entités"]);
        has(&["need: required", "yes_no:", "plaidoyer auprès de l'UE"]);
        has(&["need: asset", "level:", "rédaction et d'édition"]);
        has(&["need: required", "yes_no:", "rapports destinés"]);
        has(&["need: required", "language: en, column:", "at_least: C1"]);
        has(&["need: asset", "any_of:", "La connaissance d'autres langues (français, espagnol ou russe)"]);
        has(&["weight: 0", "provided:", "Curriculum vitae"]);
        has(&["need: required", "weight: 0", "on_or_before: deadline"]);
        // What a form cannot prove is kept, and counts only where a panel rated it.
        assert!(text.contains("Diriger des équipes : capacité à diriger"), "{text}");
        let rated = made.iter().filter(|one| one.contains("stage: interview")).count();
        assert_eq!(rated, if name == "interview.csv" { 11 } else { 0 }, "{text}");
    }
}

#[test]
fn every_requirement_of_a_posting_is_in_the_file_and_nothing_else() {
    let folder = folder();
    let file = fixture("data-analyst.csv");
    for entry in fs::read_dir(posting("")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "tsv") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let made = at(&folder, &name);
        let text = path.with_extension("txt").display().to_string();
        let (status, _, errors) = run(&["-q", "init", &file, "--posting", &text, "--yes", "-o", &made], "");
        assert_eq!(status, 0, "{name}: {errors}");
        assert_eq!(run(&["check", &made, &file], "").0, 0, "{name}");
        let written = fs::read_to_string(&made).unwrap();
        let table = fs::read_to_string(&path).unwrap();
        let asked: Vec<&str> = table.lines().filter_map(|line| line.split('\t').nth(2)).collect();
        for quote in &asked {
            let quoted = quote.replace('\\', "\\\\").replace('"', "\\\"");
            let there = written.lines().any(|line| line.contains("quote: \"") && line.contains(&quoted));
            assert!(
                there || quote.contains(char::is_whitespace) && written.contains("\\u"),
                "{name}: {quote}\n{written}"
            );
        }
        // Every criterion has its words, but for a file that waits for its columns.
        for one in criteria(&written) {
            assert!(one.contains("quote: ") || one.starts_with("id: nothing-yet"), "{name}: {one}");
        }
        assert!(!written.contains("column: gender") && !written.contains("column: date_of_birth"), "{name}");
    }
}

#[test]
fn what_was_found_in_a_posting_is_told_line_by_line() {
    let (file, posting) = (fixture("candidates.csv"), posting("omct-hrd-director.txt"));
    let (status, out, errors) = run(&["init", &file, "--posting", &posting, "--yes"], "");
    assert_eq!(status, 0);
    assert!(out.contains(", 22 columns."), "a column that answers twice is one: {out}");
    assert!(errors.contains("The posting asks 27 things. Counting: 15; waiting for you, as comments: 0; without a column, as comments: 12"), "{errors}");
    assert!(errors.contains("  + “Au moins sept ans d'expérience professionnelle pertinente…”\n      column `HRD experience (years)`: at least 7 years (required)"), "{errors}");
    assert!(errors.contains("no column: left as a comment"), "{errors}");
    // What the posting does not say, it does not ask: no deadline here.
    let folder = folder();
    let short = at(&folder, "short.txt");
    fs::write(&short, "Director\n\nRequirements\n- excellent English\n").unwrap();
    let (_, _, errors) = run(&["init", &file, "--posting", &short, "--yes"], "");
    assert!(errors.contains("The posting asks one thing") && !errors.contains("“”"), "{errors}");
    // A posting that is none.
    let (empty, office) = (at(&folder, "empty.txt"), at(&folder, "posting.docx"));
    fs::write(&empty, "\n").unwrap();
    fs::write(&office, b"PK\x03\x04\x14\x00\x06\x00\x08\x00").unwrap();
    let (status, out, errors) = run(&["init", &file, "--posting", &empty, "--yes"], "");
    assert_eq!(status, 0);
    assert!(errors.contains("no sentence of the posting") && out.contains("criteria:"), "{errors}");
    let (status, _, errors) = run(&["init", &file, "--posting", &office, "--yes"], "");
    assert_eq!(status, 1);
    assert!(errors.contains("is not plain text") && errors.contains("save it as plain text"), "{errors}");
    let pdf = at(&folder, "posting.pdf");
    fs::write(&pdf, b"%PDF-1.7\nno text of anybody's").unwrap();
    let (status, _, errors) = run(&["init", &file, "--posting", &pdf, "--yes"], "");
    assert_eq!(status, 1);
    assert!(errors.contains("is a PDF") && errors.contains("`.txt`"), "{errors}");
    assert_eq!(run(&["init", "--posting", &empty], "").0, 2, "a posting alone has no columns");
}

#[test]
fn a_posting_in_another_language_is_told_and_makes_no_criteria() {
    let folder = folder();
    let (file, posting, made) = (fixture("candidates.csv"), at(&folder, "p.txt"), at(&folder, "made.yaml"));
    let text = "Referentin\n\nIhr Profil\n- Mindestens drei Jahre Berufserfahrung in der Menschenrechtsarbeit\n\
        - Sehr gute Deutschkenntnisse\n- Französischkenntnisse sind von Vorteil\n";
    fs::write(&posting, text).unwrap();
    for (lang, said) in [("en", "seems to be in German"), ("fr", "autre langue (allemand)")] {
        let args = ["--lang", lang, "init", &file, "--posting", &posting, "--yes", "-o", &made];
        let (status, out, errors) = run(&args, "");
        assert_eq!((status, out.as_str()), (1, ""), "{errors}");
        assert!(errors.contains(said) && errors.contains("`--posting`"), "{errors}");
        assert!(!Path::new(&made).exists());
    }
}
