//! Columns that are one thing together, and what becomes of the columns of a form for a posting.

use super::*;

/// A file as rows of cells under its headers.
pub(super) fn table(headers: &[&str], rows: &[&[&str]]) -> Survey {
    let mut survey = Survey::new(&headers.iter().map(ToString::to_string).collect::<Vec<_>>(), &[]);
    for row in rows {
        survey.add(|at| row[at]);
    }
    survey
}

/// The headers of the first degree that is proposed.
fn degree(headers: [&str; 2], cells: &[[&str; 2]]) -> Vec<String> {
    let rows: Vec<&[&str]> = cells.iter().map(|row| row.as_slice()).collect();
    let draft = draft(&table(&headers, &rows), day());
    let degree = draft.proposals.iter().find(|one| matches!(one.guess, Guess::Degree { .. }));
    degree.map(|one| one.columns.iter().map(|(_, header)| header.clone()).collect()).unwrap_or_default()
}

#[test]
fn a_degree_and_its_field_are_one_thing() {
    let french = [["Master 2 / Bac +5", "Droit international"], ["Licence / Bac +3", "Sociologie"], ["Autre", "Droit"]];
    let english = [["Bachelor's", "Journalism"], ["Master's", "Law"], ["PhD", "Political science"]];
    let german =
        [["Master", "Politikwissenschaft"], ["Staatsexamen", "Rechtswissenschaft"], ["Bachelor", "Soziologie"]];
    let dutch = [["wo bachelor", "Bestuurskunde"], ["master", "Rechten"], ["bachelor", "Sociologie"]];
    let spanish = [["Licenciatura", "Derecho"], ["Maestría", "Sociología"], ["Doctorado", "Derecho"]];
    for (headers, cells) in [
        (["Quel est votre diplôme le plus élevé ?", "Domaine de ce diplôme"], french),
        (["Niveau de diplôme", "Domaine d'études"], french),
        (["Diplôme", "Filière"], french),
        (["Highest degree", "Field of study"], english),
        (["group_education/highest_qualification", "group_education/field_of_study"], english),
        (["Level of education", "Major"], english),
        (["Höchster Bildungsabschluss", "Fachrichtung"], german),
        (["Hoogst behaalde diploma", "Studierichting"], dutch),
        (["Nivel de estudios más alto", "Área de estudios"], spanish),
    ] {
        assert_eq!(degree(headers, &cells), headers, "{headers:?}");
    }
    // A degree that says its field itself, a field that is none of studies, and a header that asks for both.
    for (headers, cells) in [
        (["Highest degree", "Field of study"], [["MA in law", "Law"], ["BA in history", "History"], ["LL.M.", "Law"]]),
        (["Highest degree", "Field"], [["Master's", "Mindanao"], ["PhD", "Marawi"], ["Bachelor's", "Cotabato"]]),
        (["Diplôme", "Domaine"], [["Master", "Nord"], ["Licence", "Sud"], ["Doctorat", "Nord"]]),
    ] {
        assert_eq!(degree(headers, &cells), [headers[0]], "{headers:?}");
    }
    let both = ["Diplômes et domaines d'études", "Ville du diplôme"];
    let cells = [["Master en droit", "Sfax"], ["Licence en droit", "Gabès"]];
    assert_eq!(degree(both, &cells), [both[0]]);
}

#[test]
fn a_posting_asks_for_the_field_in_its_own_column() {
    for (posting, headers, cells, made) in [
        (
            "Juriste\n\nProfil recherché\n- Vous êtes titulaire d'un Master 2 en droit.\n",
            ["Votre diplôme le plus élevé", "Domaine de ce diplôme"],
            [["Master 2 / Bac +5", "Droit"], ["Licence / Bac +3", "Sociologie"]],
            "degree: { level: votre_diplome_le_plus_eleve, field: domaine_de_ce_diplome, at_least: master, \
             other_field: review, fields: [\"droit\"] }",
        ),
        (
            "Lawyer\n\nRequirements\n- A master's degree in law\n",
            ["Highest degree", "Field of study"],
            [["Master's", "Law"], ["Bachelor's", "History"]],
            "degree: { level: highest_degree, field: field_of_study, at_least: master, other_field: review, \
             fields: [\"law\"] }",
        ),
    ] {
        let posting = crate::posting::read(posting);
        let survey = table(&headers, &[&cells[0], &cells[1]]);
        let draft = draft_for(&survey, &posting, day(), &Choices::new());
        let text = file(&draft, &PostingSaid::from(&posting), "a.csv", Lang::En);
        assert!(text.contains(made), "{text}");
        assert!(!text.contains("Columns that nothing above reads"), "{text}");
        assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    }
}

#[test]
fn yes_and_no_with_a_third_word_is_an_answer() {
    for (header, cells, expected) in [
        ("Êtes-vous titulaire du permis B ?", &["Oui", "Non", "Oui", "En cours", "Oui"][..], "yes_no"),
        ("right_to_work_kenya", &["yes", "no", "Pending", "yes", "yes"], "yes_no"),
        ("group_experience/osint", &["yes", "no", "a little", "yes", "no"], "yes_no"),
        ("Führerschein", &["Ja", "Nein", "in Arbeit", "Ja", "Ja"], "yes_no"),
        ("Heb je rijbewijs B?", &["Ja", "Nee", "Bezig", "Ja"], "yes_no"),
        // Too few of them answer, or none says no.
        ("Work permit", &["yes", "no", "student visa", "EU citizen", "refugee status"], "one_of"),
        ("Permit", &["yes", "yes", "pending", "yes"], "one_of"),
        // What is said beside the answer is what counts.
        ("Equipe encadrée, combien d'années", &["Non", "Oui, 2 ans", "Oui, 3 ans", "5 ans", "Non", "1 an"], "years"),
        (
            "Avez-vous travaillé à l'étranger ? Si oui, où et combien de temps ?",
            &["Non", "Non", "Jamais", "Oui, Liban, 2 ans", "Tunisie (6 mois)", "non", "Mali, Niger – 4 ans", "Non"],
            "years",
        ),
        ("English", &["no", "yes", "B2", "C1", "no", "no", "yes", "no"], "language en"),
    ] {
        assert_eq!(becomes(header, cells), expected, "{header}: {cells:?}");
    }
}

#[test]
fn a_third_word_is_left_open() {
    let posting = "Juriste\n\nProfil recherché\n- Permis B obligatoire, des déplacements étant à prévoir.\n";
    let posting = crate::posting::read(posting);
    let cells = ["Oui", "Non", "Oui", "En cours", "Oui"];
    let survey = survey("Êtes-vous titulaire du permis B ?", &cells);
    let draft = draft_for(&survey, &posting, day(), &Choices::new());
    let text = file(&draft, &PostingSaid::from(&posting), "a.csv", Lang::En);
    assert!(text.contains("5 cells: 4 read as yes or no, 1 unreadable, such as “En cours”"), "{text}");
    assert!(text.contains("    need: required\n    weight: 10\n    yes_no: { column: "), "{text}");
}
