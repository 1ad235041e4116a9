//! What a file says of who somebody is and of itself: never scored, never taken for a candidate, always told.

use super::common::Test;

const LAWFUL: &str = "version: 1\ncriteria: [{ id: years, years: { column: Years, at_least: 5 } }]\n";

/// What `init --yes` proposes for a file, and what it tells.
fn proposed(name: &str, list: &str) -> (i32, String, String) {
    let ran = Test::new().file(name, list).args(["init", name, "--yes", "-o", "-"]).output();
    (ran.status, ran.text().to_owned(), ran.stderr)
}

#[test]
fn protected_grounds_are_identity_and_no_criteria() {
    let text = "Id,Over 50,Years of experience,LGBTQ,Demographics - Race,Do you consider yourself to have a disability? (optional)\n\
                1,Yes,5,Yes,x,No\n2,No,7,No,y,Yes\n3,No,3,No,x,No\n";
    let (status, out, errors) = proposed("f.csv", text);
    assert_eq!(status, 0, "{errors}");
    let ids: Vec<&str> = out.lines().filter(|line| line.starts_with("  - id: ")).collect();
    assert_eq!(ids, ["  - id: years-of-experience"], "{out}");
    assert!(out.contains("\nidentity: [date_of_birth, lgbtq, demographics_race, do_you_consider"), "{out}");
}

#[test]
fn check_tells_of_a_criterion_that_reads_who_somebody_is() {
    let list = "id,Github\n1,a\n2,b\n";
    let criteria =
        |more: &str| format!("version: 1\ncriteria: [{{ id: code, provided: {{ column: Github }}{more} }}]\n");
    let check = |criteria: String| {
        Test::new().file("c.yaml", criteria).file("l.csv", list).args(["check", "c.yaml", "l.csv"]).output().stderr
    };
    let told = check(criteria(""));
    assert!(told.contains("[identity-not-listed]: criterion `code` reads `Github`"), "{told}");
    let told = check(criteria(", lawful_basis: asked of everybody"));
    assert!(!told.contains("identity-not-listed"), "{told}");
}

#[test]
fn a_forms_own_rows_are_no_candidates_however_few_its_columns() {
    const IDS: &str = "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n";
    for csv in [
        format!("StartDate,Q1\nDate de début,Combien ?\n{IDS}2024-05-20,8\n2024-05-21,5\n"),
        format!("StartDate,Q1\n{IDS}2024-05-20,8\n2024-05-21,5\n"),
        "StartDate,EndDate,ResponseId,Q1\nDate de début,Date de fin,ID de réponse,Combien\n\
         2024-05-20,2024-05-20,R_1,8\n2024-05-21,2024-05-21,R_2,5\n"
            .to_owned(),
    ] {
        let criteria = LAWFUL.replace("Years", "Q1");
        let ran = Test::new().file("c.yaml", criteria).file("l.csv", &csv);
        let ran = ran.args(["-c", "c.yaml", "l.csv", "-f", "csv"]).output();
        assert_eq!(ran.text().lines().count(), 3, "{csv}{}", ran.text());
        assert!(ran.stderr.contains("survey-rows"), "{}", ran.stderr);
    }
}

#[test]
fn sums_below_the_candidates_are_told_and_stay() {
    for (csv, told) in [
        ("Id,Years\nA1,8\nA2,3\n\nTotal,2\n", Some("row 5 (“Total”)")),
        ("Id,Years\nA1,8\nA2,3\nMoyenne : 5,\nTotal,11\n", Some("rows 4, 5 (“Moyenne : 5” first)")),
        ("Id,Years,Name\nA1,8,Ada\nTotal,3,Bo\n", None),
    ] {
        let ran = Test::new().file("c.yaml", LAWFUL).file("l.csv", csv).args(["-c", "c.yaml", "l.csv"]).output();
        let out = ran.text().replace("\n  ", " ");
        assert_eq!(told.is_some(), out.contains("a sum of the others") || out.contains("sums of the others"), "{out}");
        assert!(told.is_none_or(|told| out.contains(told)), "{out}");
    }
}

#[test]
fn texts_and_tables_that_are_given_for_each_other_are_told() {
    let minutes = "Bonjour,\n\nVoici le compte rendu de la réunion du 12 mai.\nNous avons parlé, entre autres, du budget.\n\nClaire\n";
    let (status, out, errors) = proposed("note.txt", minutes);
    assert_eq!((status, out.as_str()), (1, ""), "{errors}");
    assert!(errors.contains("this is a text, not a table"), "{errors}");
    let list = "id,Name,Years\n1,Ada,8\n2,Bo,3\n";
    let ran = Test::new().file("l.csv", list).args(["init", "l.csv", "--posting", "l.csv", "--yes"]).output();
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("is a table, not a posting's text"), "{}", ran.stderr);
}

#[test]
fn the_last_of_several_titles_is_told_at_once() {
    let text = "Candidatures\nIdentité,,Expérience,,Langues,,,\nNom,Prénom,Âge,Années,Anglais,Français,Permis,Dispo\n\
                A,B,30,5,C1,C1,oui,juin\nC,D,31,6,C1,C1,oui,juin\nE,F,33,6,C1,C1,non,juin\n";
    let (status, _, errors) = proposed("l.csv", text);
    assert_eq!(status, 1);
    assert!(errors.contains("`--header-row 3`"), "{errors}");
}

#[test]
fn what_tells_nobody_apart_is_no_id_and_a_group_is_no_form() {
    let text = "Ref,Years,Duration (seconds)\nR-2024,1,500\nR-2024,2,600\nR-2024,3,700\n";
    let (_, out, errors) = proposed("l.csv", text);
    assert!(!out.contains("id: [Ref]") && out.contains("`Duration (seconds)`: the form keeps"), "{out}{errors}");
    let kobo = "start,end,_id,_uuid,_index,availability/start_date\n\
                2025-05-03,2025-05-03,1,a,1,2025-08-01\n2025-05-04,2025-05-04,2,b,2,2025-12-01\n";
    let (_, out, errors) = proposed("l.csv", kobo);
    assert!(out.contains("start_date: [\"availability/start_date\"]"), "{out}{errors}");
}

#[test]
fn names_under_a_code_are_identity() {
    let names = ["Ottokar Beispiel", "Wiebke Muster", "Inés Inventada", "Joost van Beeld", "Ada Fictive"];
    let rows: String = names.iter().enumerate().map(|(at, name)| format!("{at},{name},{}\n", at + 2)).collect();
    let (_, out, errors) = proposed("l.csv", &format!("id,G01Q01,Years\n{rows}"));
    assert!(out.contains("\nidentity: [name]"), "{out}{errors}");
    let rows: String = names.iter().enumerate().map(|(at, name)| format!("{at},,{name},{}\n", at + 2)).collect();
    let (_, out, errors) = proposed("l.csv", &format!("id,RecipientLastName,What is your full name?,Years\n{rows}"));
    assert!(out.contains("name: [\"What is your full name?\"]"), "{out}{errors}");
}

#[test]
fn a_language_with_a_box_of_its_own_is_not_sought_among_the_others() {
    let list = "id,Languages [French],Languages [Other]\n1,Yes,Wolof\n2,No,Hausa\n3,Yes,Wolof\n4,No,Wolof; Hausa\n";
    let test = Test::new().file("l.csv", list).file("p.txt", "Requirements:\n- Fluent French is required\n");
    let ran = test.args(["init", "l.csv", "--posting", "p.txt", "--yes", "-o", "-"]).output();
    assert!(!ran.text().contains("list: languages_other"), "{}", ran.text());
}

#[cfg(feature = "xlsx")]
#[test]
fn blank_rows_of_a_sheet_and_sheets_beside_a_cover_are_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [(0, ["id", "Years"]), (1, ["1", "8"]), (4, ["2", "3"])] {
        sheet.write(row, 0, cells[0]).unwrap().write(row, 1, cells[1]).unwrap();
    }
    let test = Test::new().file("c.yaml", LAWFUL).file("l.xlsx", book.save_to_buffer().unwrap());
    let ran = test.args(["-c", "c.yaml", "l.xlsx"]).output();
    let out = ran.text();
    assert!(out.contains("2 rows with nothing in any cell were left out"), "{out}");
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "Recruitment 2025").unwrap();
    book.add_worksheet().set_name("Data").unwrap().write(0, 0, "id").unwrap();
    let test = Test::new().file("l.xlsx", book.save_to_buffer().unwrap());
    let told = test.args(["init", "l.xlsx", "--yes"]).output().stderr;
    assert!(told.contains("another sheet: `Data`"), "{told}");
}

// ---- What nothing looks at --------------------------------------------------------------------------------------------

const UNCHECKED: &str = "version: 1
posting:
  title: Gardener
  unchecked: [\"Driving licence B\", \"Five years' <b>practice</b>\", \"Roses\"]
criteria:
  - id: roses
    quote: Roses
    yes_no: { column: roses }
";

/// What the posting requires and no criterion looks at is told wherever people read, until a criterion quotes it.
#[test]
fn what_nothing_looks_at_is_told_to_people() {
    let list = "id,name,roses\nA1,Ada Fictive,yes\n";
    let test = |args: &[&str]| Test::new().file("c.yaml", UNCHECKED).file("a.csv", list).args(args).output();
    for (format, lang, head) in [
        ("table", "en", "requires 2 things more, and nothing here looks at them"),
        ("markdown", "fr", "exige aussi 2 éléments"),
        ("html", "en", "requires 2 things more"),
    ] {
        let ran = test(&["a.csv", "-c", "c.yaml", "-f", format, "--lang", lang]);
        assert!(ran.status == 0 && ran.text().contains(head), "{format}: {}{}", ran.text(), ran.stderr);
        assert!(
            ran.text().contains("Driving licence B") && !ran.text().contains("“Roses”"),
            "{format}: {}",
            ran.text()
        );
        assert!(format == "table" || !ran.text().contains("<b>practice"), "{format}: {}", ran.text());
    }
    let ran = test(&["explain", "a.csv", "A1", "-c", "c.yaml"]);
    assert!(
        ran.text().contains("requires 2 things more") && ran.text().contains("Driving licence B"),
        "{}",
        ran.text()
    );
    // Scripts get what they got.
    let ran = test(&["a.csv", "-c", "c.yaml", "-f", "csv"]);
    assert!(!ran.text().contains("Driving"), "{}", ran.text());
}
