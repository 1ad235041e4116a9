//! What forms and spreadsheets hand out, read as people hand it on: what is told of them, and what `screen init` makes of
//! them.

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

/// Status, standard output, standard error.
fn run(args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("screen").unwrap();
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SCREEN_LANG", "SCREEN_CRITERIA", "NO_COLOR"] {
        command.env_remove(name);
    }
    let output = command.env("COLUMNS", "100").args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A folder with one candidates' file, and its path.
fn file(name: &str, bytes: &[u8]) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

/// The names under which one key of a criteria file stands: those of its columns, or of its identity.
fn list(text: &str, key: &str) -> Vec<String> {
    let line = text.lines().find(|line| line.starts_with(&format!("{key}: ["))).unwrap_or_default();
    let inner = line.split_once('[').map_or("", |(_, rest)| rest.trim_end_matches(']'));
    inner.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Proposes criteria, holds that they pass, and that the ranking marks nothing met but by what cells say.
fn proposed(path: &str) -> String {
    let made = format!("{path}.yaml");
    let (status, out, errors) = run(&["-q", "init", path, "--yes", "-o", &made]);
    assert_eq!((status, out.as_str()), (0, ""), "{errors}");
    let (status, out, errors) = run(&["check", &made, path]);
    assert_eq!(status, 0, "{out}{errors}");
    let (status, _, errors) = run(&["-q", "-c", &made, path, "-f", "csv"]);
    assert_eq!(status, 0, "{errors}");
    fs::read_to_string(made).unwrap()
}

const KOBO: &str = "\
start,end,deviceid,identite/nom,identite/prenom,identite/date_naissance,identite/sexe,contact/telephone,profil/annees_experience,profil/diplome,profil/langues,profil/permis,_id,_uuid,_submission_time,_validation_status,_index
2024-05-02T09:00:00.000+02:00,2024-05-02T09:10:00.000+02:00,ee.org:a,Fictive,Ada,1985-02-01,femme,+32 470 00 00 01,8,master,anglais francais,oui,101,aa-1,2024-05-02T07:10:05,,1
2024-05-03T09:00:00.000+02:00,2024-05-03T09:10:00.000+02:00,ee.org:b,Exemple,Bo,1990-12-13,homme,0470000002,3,licence,anglais,non,102,bb-2,2024-05-03T07:10:05,,2
";

const LIMESURVEY: &str = "\
id;submitdate;lastpage;startlanguage;seed;startdate;datestamp;ipaddr;\"G01Q01. Nachname, Vorname\";\"G01Q02. Geburtsdatum\";\"G01Q03. Staatsangehörigkeit\";\"G02Q01. Wie viele Jahre Berufserfahrung haben Sie?\";\"G02Q02. Höchster Studienabschluss\";\"G02Q03. Englischkenntnisse\";\"G02Q04. Haben Sie einen Führerschein?\";\"G02Q05. Gehaltsvorstellung (brutto/Jahr)\"
1;02.05.2024 09:10;4;de;123456;02.05.2024 09:00;02.05.2024 09:10;10.0.0.1;Fictive, Ada;01.02.1985;fiktiv;8;Master;C1;Ja;48000
2;13.05.2024 10:10;4;de;223456;13.05.2024 10:00;13.05.2024 10:10;10.0.0.2;Exemple, Bo;13.12.1990;fiktiv;3;Bachelor;B2;Nein;52000
";

const DUTCH: &str = "\
Id;Begintijd;Tijd van voltooien;E-mailadres;Naam;Geboortedatum;Nationaliteit;Woonplaats;Hoeveel jaar ervaring heb je?;Hoogst behaalde diploma;Kennis van het Frans;Heb je een rijbewijs?;Gewenst loon;Ik ga akkoord met de privacyverklaring
1;02/05/2024 09:00:00;02/05/2024 09:10:00;ada@example.org;Ada Fictive;01/02/1985;fictief;Testdorp;8;Master;goed;Ja;3500;Ja
2;13/05/2024 09:00:00;13/05/2024 09:10:00;bo@example.org;Bo Exemple;13/12/1990;fictief;Testdorp;3;Bachelor;uitstekend;Nee;4200;Ja
";

const SPANISH: &str = "\
Marca temporal,Dirección de correo electrónico,Nombre y apellidos,Fecha de nacimiento,Nacionalidad,Teléfono,Años de experiencia,Titulación,Nivel de inglés,¿Tiene permiso de conducir?,Expectativa salarial,Acepto la política de privacidad
02/05/2024 09:10:00,ada@example.org,Ada Fictive,01/02/1985,ficticia,+34 600 00 00 01,8,Máster en Derecho,C1,Sí,30000,Sí
13/05/2024 09:10:00,bo@example.org,Bo Exemple,13/12/1990,ficticia,+34 600 00 00 02,3,Grado en Derecho,B2,No,35000,Sí
";

#[test]
fn exports_of_forms_score_nobody_for_who_they_are() {
    for (name, text, identity, tests) in [
        ("kobo.csv", KOBO, 5, ["annees-experience", "diplome", "permis"].as_slice()),
        ("limesurvey.csv", LIMESURVEY, 4, &["years:", "degree:", "language:", "yes_no:"]),
        ("dutch.csv", DUTCH, 5, &["years:", "degree:", "language:", "yes_no:"]),
        ("spanish.csv", SPANISH, 5, &["years:", "degree:", "language:", "yes_no:"]),
    ] {
        let (_folder, path) = file(name, text.as_bytes());
        let proposed = proposed(&path);
        assert_eq!(list(&proposed, "identity").len(), identity, "{proposed}");
        let counted: Vec<&str> = proposed.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
        for test in tests {
            assert!(counted.iter().any(|line| line.contains(test)), "{name}: {test}\n{proposed}");
        }
        let criteria = counted.iter().skip_while(|line| **line != "criteria:").copied().collect::<Vec<_>>().join("\n");
        for who in [
            "birth",
            "geburt",
            "naissance",
            "nacimiento",
            "geboorte",
            "_id",
            "seed",
            "start",
            "salar",
            "loon",
            "gehalt",
        ] {
            assert!(!criteria.to_lowercase().contains(who), "{name}: {who}\n{criteria}");
        }
    }
}

/// A form whose groups stand before whole questions, with a box for each language.
const GROUPED: &str = "\
start;end;today;begin_group_identite/Nom de famille;begin_group_identite/Prénom;begin_group_identite/Nationalité;begin_group_identite/Photo;begin_group_contact/Adresse;begin_group_contact/Téléphone;begin_group_profil/Années d'expérience;begin_group_profil/Langues parlées/français;begin_group_profil/Langues parlées/anglais;begin_group_profil/Prétentions salariales;_id;_uuid;_submission_time
2026-05-02T09:00:00;2026-05-02T09:10:00;2026-05-02;Fictive;Ada;fictive;a.jpg;1 rue Fictive;+33 6 00 00 00 01;7;1;0;2000;101;aa-1;2026-05-02T07:10:05
2026-05-03T09:00:00;2026-05-03T09:10:00;2026-05-03;Exemple;Bo;fictive;b.jpg;2 rue Fictive;+33 6 00 00 00 02;3;1;1;2500;102;bb-2;2026-05-03T07:10:05
2026-05-04T09:00:00;2026-05-04T09:10:00;2026-05-04;Test;Cy;fictive;c.jpg;3 rue Fictive;+33 6 00 00 00 03;5;0;1;2200;103;cc-3;2026-05-04T07:10:05
";

/// A form that asks as one speaks.
const SPOKEN: &str = "\
#,What is your *first name*?,How old are you?,Where do you live?,How many years have you worked in communications?,Do you need a work permit?,Have you ever been convicted?,Are you ok with our privacy policy?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Ending
k1,Ada,31,Testville,7,0,No,1,completed,2026-05-02 09:00:00,,2026-05-02 09:10:00,n1,Thanks
k2,Bo,42,Testville,3,1,No,1,completed,2026-05-03 09:00:00,,2026-05-03 09:10:00,n2,Thanks
k3,Cy,27,Testville,5,0,Yes,1,completed,2026-05-04 09:00:00,,2026-05-04 09:10:00,n3,Thanks
";

/// What survey tools keep of themselves, and what offices keep of people.
const KEPT: &str = "\
Response ID,Candidate Name,Veteran Status,Duration (in seconds),Group time: Personal data,Referrer URL,Gewenst brutoloon per maand,Bruttojahresgehalt,Years of experience,Last page,Seed,Date started
1,Ada Fictive,No,601,51.2,https://example.org,3000,42000,7,4,12345,2026-05-02 09:00:00
2,Bo Exemple,Yes,702,48.7,https://example.org,3200,45000,3,4,22345,2026-05-03 09:00:00
3,Cy Test,No,655,50.1,https://example.org,3100,43000,5,4,32345,2026-05-04 09:00:00
";

#[test]
fn what_forms_ask_in_other_words_is_judged_no_more() {
    for (name, text, identity, years) in [
        ("grouped.csv", GROUPED, 6, "annees-d-experience"),
        ("spoken.csv", SPOKEN, 3, "how-many-years-have-you-worked-in"),
        ("kept.csv", KEPT, 2, "years-of-experience"),
    ] {
        let (_folder, path) = file(name, text.as_bytes());
        let proposed = proposed(&path);
        assert_eq!(list(&proposed, "identity").len(), identity, "{proposed}");
        let counted: Vec<&str> = proposed.lines().skip_while(|line| *line != "criteria:").collect();
        let starts = |line: &&str| line.starts_with("  - id: ");
        let ids: Vec<&str> = counted.iter().filter(|line| starts(line)).map(|line| &line[8..]).collect();
        let weighed: Vec<&str> = ids
            .iter()
            .filter(|id| {
                let at = counted.iter().position(|line| line.strip_prefix("  - id: ") == Some(id)).unwrap();
                counted[at..].iter().find(|line| line.contains("weight: ")).is_none_or(|line| !line.ends_with(": 0"))
            })
            .copied()
            .collect();
        assert!(weighed.contains(&years), "{name}: {weighed:?}");
        for id in weighed {
            assert!(
                [years, "francais", "anglais", "langues-parlees-francais", "langues-parlees-anglais"].contains(&id),
                "{name}: {id}\n{proposed}"
            );
        }
    }
    let (_folder, path) = file("grouped.csv", GROUPED.as_bytes());
    let proposed = proposed(&path);
    assert_eq!(proposed.matches("    yes_no: ").count(), 2, "a box is ticked or not: {proposed}");
}

#[test]
fn a_letter_is_no_table() {
    let letter = "Madame, Monsieur,\n\nVeuillez trouver ci-joint la liste.\n\nCordialement,\nA. Fictive\n";
    let (_folder, path) = file("letter.csv", letter.as_bytes());
    let (status, out, errors) = run(&["init", "--yes", &path]);
    assert_eq!((status, out.as_str()), (1, ""), "{errors}");
    assert!(errors.contains("no-table"), "{errors}");
}

#[test]
fn a_form_of_forty_answers_in_windows_1252_makes_criteria() {
    let mut text = "Horodateur;Nom et prénom;Adresse électronique;Genre;Années d'expérience;Diplôme le plus élevé;Niveau d'anglais;Permis B;Salaire souhaité;J'accepte la politique de confidentialité\r\n".to_owned();
    for at in 1..=40 {
        let day = 1 + at % 25;
        text += &format!(
            "{day:02}/05/2024 09:{at:02}:00;Prénom{at} Fictif;p{at}@example.org;{};{};{};{};{};{};Oui\r\n",
            if at % 2 == 0 { "Femme" } else { "Homme" },
            at % 15,
            ["Master en droit", "Licence en histoire", "Bac+5 économie"][at % 3],
            ["C1", "B2", "courant", "notions"][at % 4],
            if at % 9 == 0 { "Oui" } else { "Non" },
            2500 + 50 * at,
        );
    }
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let (_folder, path) = file("réponses.csv", &bytes);
    let proposed = proposed(&path);
    assert_eq!(list(&proposed, "identity"), ["name", "email", "gender"], "{proposed}");
    assert!(proposed.contains("\n    yes_no: { column: permis_b }"), "{proposed}");
    assert!(proposed.contains("  #   number: { column: salaire_souhaite, at_most: 4500 }"), "{proposed}");
    assert!(proposed.contains("\nformats: { dates: dmy }"), "{proposed}");
    assert!(
        proposed.contains("J'accepte la politique de confidentialité\"\n    need: asset\n    weight: 0"),
        "{proposed}"
    );
}

/// The same form as a spreadsheet.
#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_makes_the_criteria_that_the_text_makes() {
    let rows = [
        ["Horodateur", "Nom et prénom", "Adresse électronique", "Années d'expérience", "Permis B"],
        ["13/05/2024 09:00:00", "Ada Fictive", "ada@example.org", "8", "Oui"],
        ["02/05/2024 10:00:00", "Bo Exemple", "bo@example.org", "3", "Non"],
    ];
    let text: String = rows.iter().map(|row| row.join(";") + "\n").collect();
    let (folder, path) = file("a.csv", text.as_bytes());
    let book = folder.path().join("a.xlsx").display().to_string();
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in (0..).zip(&rows) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string(at, column, *cell).unwrap();
        }
    }
    workbook.save(&book).unwrap();
    let without_name = |text: String| text.replace("a.xlsx", "a.csv");
    assert_eq!(without_name(proposed(&book)), proposed(&path));
}

const QUALTRICS: &str = "\
StartDate,EndDate,Progress,Finished,RecordedDate,ResponseId,RecipientEmail,Q1,Q2
Start Date,End Date,Progress,Finished,Recorded Date,Response ID,Recipient Email,How many years of experience do you have?,Do you have a permit?
\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"progress\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\"{\"\"ImportId\"\":\"\"recordedDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"recipientEmail\"\"}\",\"{\"\"ImportId\"\":\"\"QID1_TEXT\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"
2024-05-20 09:01:12,2024-05-20 09:12:40,100,True,2024-05-20 09:12:41,R_1a,ada@example.org,8,Yes
2024-05-21 09:01:12,2024-05-21 09:12:40,100,True,2024-05-21 09:12:41,R_2b,bo@example.org,5,No
";

#[test]
fn a_forms_own_rows_are_no_candidates() {
    let (_folder, path) = file("qualtrics.csv", QUALTRICS.as_bytes());
    let proposed = proposed(&path);
    // The question stands for the header that says nothing.
    assert!(proposed.contains("label: \"How many years of experience do you have?\""), "{proposed}");
    assert!(proposed.contains("2 candidates"), "{proposed}");
    let made = format!("{path}.yaml");
    let (_, out, errors) = run(&["-c", &made, &path, "-f", "csv", "--columns", "id"]);
    assert_eq!(out, "id\nR_1a\nR_2b\n");
    assert!(errors.contains("lines 2, 3 are the form's own"), "{errors}");
    // As it comes, line by line.
    let mut command = Command::cargo_bin("screen").unwrap();
    let output =
        command.args(["-q", "-c", &made, "-", "-f", "csv", "--columns", "id"]).write_stdin(QUALTRICS).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "id\nR_1a\nR_2b\n");
}

#[test]
fn a_row_like_the_header_is_left_alone_where_it_may_be_a_candidate() {
    // Boxes that are ticked hold the name of their column.
    let text = "id,French,English,Spanish,years\n1,French,English,Spanish,7\n2,French,,,5\n";
    let (_folder, path) = file("boxes.csv", text.as_bytes());
    let (_, out, _) = run(&["-q", "init", &path, "--yes"]);
    assert!(out.contains("2 candidates"), "{out}");
}

#[test]
fn what_is_no_table_is_told_by_every_command() {
    let criteria = "version: 1\ncriteria:\n  - { id: exp, need: required, years: { column: Years, at_least: 7 } }\n";
    for (name, text, code) in [
        (
            "title",
            "Applicants,,,\nExported on 27/05/2024,,,\n,,,\nRef,Name,Years,Degree\nA1,Ada Fictive,8,MA\nA2,Bo Exemple,3,BA\n,,,\nTotal,2,,\n",
            "a title, not a header",
        ),
        (
            "title of two",
            "Applicants;;;27/05/2024\nRef;Name;Years;Degree\nA1;Ada Fictive;8;MA\nA2;Bo Exemple;3;BA\n",
            "a title, not a header",
        ),
        (
            "title without marks",
            "Applicants\nRef,Name,Years,Degree\nA1,Ada Fictive,8,MA\nA2,Bo Exemple,3,BA\n",
            "a title, not a header",
        ),
        ("title above two", "Applicants,\nRef,Years\nA1,8\nA2,3\n", "a title, not a header"),
        (
            "blocks",
            "Name: Ada Fictive\nYears: 8\nDegree: MA\n\nName: Bo Exemple\nYears: 3\nDegree: BA\n",
            "this is no table",
        ),
        (
            "blocks of two",
            "Name,Ada Fictive\nYears,8\nDegree,MA\n,\nName,Bo Exemple\nYears,3\nDegree,BA\n",
            "this is no table",
        ),
        ("questions", "id,q1,q2\n,What is your name?,How many years?\n1,Ada,8\n2,Bo,3\n", "a second header"),
        (
            "parts",
            "Respondent ID,Name,Languages,\n,Response,French,English\n1,Ada,French,\n2,Bo,,English\n",
            "a second header",
        ),
    ] {
        let (folder, path) = file("a.csv", text.as_bytes());
        let rules = folder.path().join("c.yaml").display().to_string();
        fs::write(&rules, criteria).unwrap();
        for args in [&["init", "--yes", &path][..], &["check", &rules, &path], &["-c", &rules, &path]] {
            let (status, out, errors) = run(args);
            assert_eq!(status, 1, "{name}: {args:?}\n{out}{errors}");
            assert!(errors.contains(code), "{name}: {args:?}\n{errors}");
        }
    }
}

#[test]
fn a_header_is_no_title_for_a_few_names_that_it_lacks() {
    for text in [
        "Name\nAda\nBo\n",
        "id,years\n1,8\n2,3\n",
        "id,name,years,\n1,Ada,8,\n2,Bo,3,\n",
        "Question: why?,id\na: b,1\nc: d,2\n",
        "id,note\n1,x\n1,y\n2,z\n",
    ] {
        let (_folder, path) = file("a.csv", text.as_bytes());
        assert_eq!(run(&["init", "--yes", &path]).0, 0, "{text}");
    }
}

#[test]
fn an_email_is_never_the_id_that_is_shown() {
    for header in ["Candidate", "id", "Applicant ID", "Référence"] {
        let text = format!("{header},Years of experience\n ada@example.org ,7\nbo@example.org,5\n");
        let (_folder, path) = file("a.csv", text.as_bytes());
        let proposed = proposed(&path);
        assert!(!proposed.contains("\n  id:"), "{proposed}");
        for format in ["table", "csv", "json", "jsonl", "markdown", "html"] {
            let (_, out, errors) = run(&["-c", &format!("{path}.yaml"), &path, "--blind", "-f", format]);
            assert!(!format!("{out}{errors}").contains("example.org"), "{format}: {out}{errors}");
        }
    }
}

#[test]
fn a_file_in_which_nobody_is_recognised_is_told() {
    let (_folder, path) = file("a.csv", b"Id,Years of experience\n1,7\n2,5\n");
    let (status, out, errors) = run(&["init", "--yes", &path]);
    assert_eq!(status, 0);
    assert!(errors.contains("was recognised as saying who somebody is"), "{errors}");
    assert!(out.contains("# identity: [name, email]"), "{out}");
}
