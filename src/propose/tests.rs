use proptest::prelude::*;

use super::*;
use crate::catalogue::Lang;

mod menus;
mod together;

fn survey(header: &str, cells: &[&str]) -> Survey {
    let mut survey = Survey::new(&[header.to_owned()], &[]);
    for cell in cells {
        survey.add(|_| cell);
    }
    survey
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, 26).unwrap_or_default()
}

/// What one column becomes: its test, `id`, a name under `identity`, or nothing.
fn becomes(header: &str, cells: &[&str]) -> String {
    let draft = draft(&survey(header, cells), day());
    if let Some(proposal) = draft.proposals.first() {
        return match &proposal.guess {
            Guess::Level { scale, .. } => format!("level {scale}"),
            Guess::Language { code, .. } => format!("language {code}"),
            Guess::Own { steps } => format!("own {}", steps.len()),
            Guess::Received => "received".to_owned(),
            Guess::Ceiling { .. } => "ceiling".to_owned(),
            guess => guess.key().to_owned(),
        };
    }
    if draft.id.is_some() {
        return "id".to_owned();
    }
    draft.identity.first().map_or_else(|| "nothing".to_owned(), |(name, _)| name.clone())
}

#[test]
fn a_column_is_known_by_its_cells_and_its_header() {
    let rows: &[(&str, &[&str], &str)] = &[
        ("Years of experience", &["7", "5-7", "12 years", ""], "years"),
        ("Années d'expérience", &["7 ans", "5 à 7", "douze ans"], "years"),
        ("Posts held", &["2012-03/2016-06", "2010–2015; 2016–present", "Mar 2012 to June 2016"], "years"),
        ("Of which abroad", &["3", "2012-03/2016-06", "5", "4", "24 months", "2"], "years"),
        ("Test result", &["78.5", "60", "91"], "number"),
        ("Salaire souhaité", &["3 500", "4 000", "4 200"], "ceiling"),
        ("Drafting", &["good", "excellent", "very good"], "level proficiency"),
        ("Rédaction", &["bon", "très bon", "excellente"], "level proficiency"),
        ("How often do you use SQL", &["daily", "weekly", "never", "every day"], "own 3"),
        ("Anglais", &["C1", "courant", "B2"], "language en"),
        ("What is your level of French?", &["C1", "native", "B2"], "language fr"),
        ("Languages", &["English C1, French B2", "Russian", "English (native)"], "some_of"),
        ("Compétences", &["anglais C1, russe B2", "espagnol B1; anglais", "français, italien"], "some_of"),
        ("Do you drive?", &["yes", "no", "oui", "x"], "yes_no"),
        ("Received", &["2024-05-01", "02/05/2024 09:12", "3 May 2024"], "received"),
        ("Disponible à partir du", &["01/04/2026", "15/04/2026"], "date"),
        ("Certificate valid until", &["12/31/2026", "3/1/2026", "June 30, 2027"], "date"),
        ("CV", &["yes", "attached", "cv.pdf"], "provided"),
        ("Work samples", &["https://a.example.org/1", "https://a.example.org/2", ""], "provided"),
        ("Mobility", &["Sfax", "Bizerte", "Sfax", "Bizerte", "Sfax"], "one_of"),
        (
            "Why do you apply?",
            &["I have worked for nine years with people at risk.", "Because it matters to me and to those I know."],
            "mentions",
        ),
        ("id", &["A1", "A2"], "id"),
        ("Numéro de candidat", &["17", "18"], "id"),
        ("Name", &["Ada Fictive", "Test Exemple"], "name"),
        ("Nom et prénom", &["Ada Fictive", "Test Exemple"], "name"),
        ("Prénom et nom", &["Ada Fictive", "Test Exemple"], "name"),
        ("Prénom", &["Ada", "Test"], "given_name"),
        ("Vorname", &["Ada", "Test"], "given_name"),
        ("Candidate", &["Ada Fictive", "Test Exemple"], "name"),
        ("Contact", &["ada@example.org", "test@example.org"], "email"),
        ("Adresse électronique", &["ada@example.org", "illisible"], "email"),
        ("Civilité", &["Mme", "M."], "gender"),
        ("Who", &["female", "male", "male", "woman"], "gender"),
        ("Nationalité", &["Fictive", "Testlandaise"], "nationalite"),
        ("Date de naissance", &["1 mars 1985", "14/07/1979"], "date_of_birth"),
        ("Âge", &["34", "51"], "age"),
        ("Call me at", &["+32 2 555 01 23", "0032 2 555 01 24"], "phone"),
        ("Ville", &["Exempleville", "Testbourg"], "ville"),
        ("Knowledge of nationality law", &["good", "excellent", "basic"], "level proficiency"),
        ("Nothing here", &["", "n/a", ""], "nothing"),
        ("", &["yes", "no"], "nothing"),
    ];
    for (header, cells, expected) in rows {
        assert_eq!(becomes(header, cells), *expected, "{header}: {cells:?}");
    }
}

#[test]
fn yes_and_no_is_an_answer_whatever_the_share() {
    for (yes, no) in
        [("Yes", "No"), ("Oui", "Non"), ("ja", "nein"), ("Ja", "Nee"), ("sí", "no"), ("Y", "N"), ("TRUE", "FALSE")]
    {
        for share in 0..=10 {
            let cells: Vec<&str> = (0..10).map(|at| if at < share { yes } else { no }).collect();
            for header in
                ["Permis B", "Currently employed", "Offer made?", "Führerschein", "Idiomas extranjeros: ¿ruso?"]
            {
                assert_eq!(becomes(header, &cells), "yes_no", "{header}: {share} {yes}");
            }
        }
    }
}

/// Headers of forms in five languages, with what none of them may be: judged.
#[test]
fn nobody_is_scored_for_who_they_are() {
    let who = "lastName firstName FirstName last_name identite/prenom group_a/date_of_birth DateOfBirth RecipientLastName \
        phoneCell VisibleMinority Woman candidateAge dateNaissance Nationalität Staatsangehörigkeit Geburtsdatum \
        geburtsDatum Geschlecht Vorname Nachname Familienstand Wohnort Telefonnummer Geburtsort Nationaliteit \
        Geboortedatum Geslacht Voornaam Achternaam Woonplaats Leeftijd Rijksregisternummer Nacionalidad Sexo Género \
        Apellidos fecha_de_nacimiento Edad estado_civil Dirección Teléfono código_postal Sexe Genre Âge Civilité \
        adresse_postale Téléphone Handicap Religion Photo IPAddress LocationLatitude citizenship Ethnicity pronouns";
    for header in who.split_whitespace() {
        for cells in [&["A", "B", "C"][..], &["yes", "no", "no"], &["1", "2", "3"], &["2", "7", "1"]] {
            let survey = survey(header, cells);
            let draft = draft(&survey, day());
            assert!(draft.proposals.is_empty(), "{header}: {:?}", draft.proposals);
            // A name of figures is a number of somebody.
            assert!(
                !draft.identity.is_empty() || draft.id.is_some() || header.to_lowercase().contains("name"),
                "{header}"
            );
        }
    }
    let sentences = [
        "What is your date of birth?",
        "Quelle est votre nationalité ?",
        "Please enter your home address (street, number)",
        "Wie lautet Ihr Geburtsdatum?",
        "Wat is uw geboortedatum?",
        "¿Cuál es su fecha de nacimiento?",
        "Gender - Selected Choice",
        "Ville où vous habitez",
        "Numéro de téléphone (facultatif)",
    ];
    for header in sentences {
        assert!(draft(&survey(header, &["A", "B", "C"]), day()).proposals.is_empty(), "{header}");
    }
}

#[test]
fn what_only_sounds_like_somebody_is_judged() {
    for (header, cells, expected) in [
        ("Experience with children", &["yes", "no", "yes"][..], "yes_no"),
        ("Avez-vous travaillé avec des enfants ?", &["oui", "non", "oui"], "yes_no"),
        ("Name of your university", &["A", "B", "A"], "one_of"),
        ("Nombre d'années d'expérience", &["7", "5", "3"], "years"),
        ("Nom de l'employeur actuel", &["A", "B", "A"], "one_of"),
        ("Email marketing", &["good", "basic", "excellent"], "level proficiency"),
        ("Jahre Berufserfahrung", &["7", "5", "3"], "years"),
        ("Aantal jaren ervaring", &["7", "5", "3"], "years"),
        ("Años de experiencia", &["7", "5", "3"], "years"),
        ("Höchster Abschluss", &["Master", "Bachelor", "Master"], "degree"),
        ("Hoogst behaalde diploma", &["Master", "Bachelor", "Master"], "degree"),
        ("Gehaltsvorstellung", &["3500", "4000", "4200"], "ceiling"),
        ("Looneis (bruto/maand)", &["3500", "4000", "4200"], "ceiling"),
        ("Pretensión salarial", &["3500", "4000", "4200"], "ceiling"),
        ("Niveau d'anglais", &["C1", "B2", "C2"], "language en"),
        ("Consentement RGPD", &["oui", "oui", "non"], "yes_no"),
        ("Date de fin d'études", &["30/06/2006", "30/06/2001", "15/09/2008"], "date"),
    ] {
        assert_eq!(becomes(header, cells), expected, "{header}");
    }
}

#[test]
fn who_somebody_is_shows_in_the_cells_as_well() {
    for (header, cells, expected) in [
        ("Contact", &["ada@example.org", "", "n/a", "bo@example.org"][..], "email"),
        ("id", &["ada@example.org", "bo@example.org"], "email"),
        ("Candidate", &[" ada@example.org ", " bo@example.org "], "email"),
        ("Q7", &["12/03/1985", "30/11/1990", "01/02/1979"], "date_of_birth"),
        ("Q7", &["1985-02-01", "1990-12-13", "1979-04-03"], "date_of_birth"),
        ("Q8", &["F", "M", "F"], "gender"),
        ("Q8", &["H", "F", "F"], "gender"),
        ("Q8", &["Weiblich", "Männlich", "weiblich"], "gender"),
        ("Q8", &["mujer", "hombre", "mujer"], "gender"),
        ("Q8", &["Homme", "Femme", "Autre"], "gender"),
        ("Q8", &["Une femme", "Un homme", "Préfère ne pas répondre"], "gender"),
        ("Q9", &["+41 79 000 00 01", "0470/00.00.02"], "phone"),
        // Ticks, and days of other kinds.
        ("Q10", &["x", "", "x"], "yes_no"),
        ("Q11", &["2024-05-01", "2024-05-02"], "date"),
        ("Licensed since", &["12/03/1985 10:00", "30/11/1990 11:00"], "date"),
    ] {
        assert_eq!(becomes(header, cells), expected, "{header}: {cells:?}");
    }
}

#[test]
fn ids_and_what_a_form_keeps_are_bound_and_not_scored() {
    for header in [
        "enrollee_id",
        "ResponseId",
        "candidateID",
        "Respondent ID",
        "_uuid",
        "Antwort-ID",
        "Nº de candidatura",
        "Bewerber-Nr.",
        "Dossiernummer",
    ] {
        assert_eq!(becomes(header, &["32403", "9858", "31806", "27385"]), "id", "{header}");
    }
    let kobo = [
        "start",
        "end",
        "deviceid",
        "identite/nom",
        "profil/annees_experience",
        "_id",
        "_uuid",
        "_submission_time",
        "_index",
    ];
    let mut survey = Survey::new(&kobo.map(str::to_owned), &[]);
    for row in [
        [
            "2024-05-02T09:00:00.000+02:00",
            "2024-05-02T09:10:00.000+02:00",
            "ee.org:x",
            "Fictive Ada",
            "7",
            "101",
            "a-1",
            "2024-05-02T07:10:05",
            "1",
        ],
        [
            "2024-05-03T09:00:00.000+02:00",
            "2024-05-03T09:10:00.000+02:00",
            "ee.org:y",
            "Exemple Bo",
            "3",
            "102",
            "b-2",
            "2024-05-03T07:10:05",
            "2",
        ],
    ] {
        survey.add(|at| row[at]);
    }
    let draft = draft(&survey, day());
    let proposed: Vec<(&str, &str)> = draft.proposals.iter().map(|one| (one.id.as_str(), one.test())).collect();
    assert_eq!(proposed, [("annees-experience", "years"), ("received", "date")]);
    assert_eq!(draft.id.as_ref().map(|(_, header)| header.as_str()), Some("_id"));
    assert_eq!(draft.proposals[1].weight(), 0);
}

#[test]
fn dates_that_prove_the_order_settle_the_others() {
    for (cells, expected) in [
        (&["12/05/2024", "25/05/2024", "03/04/2024"][..], Some("dmy")),
        (&["5/12/2024", "5/25/2024"], Some("mdy")),
        (&["12/05/2024", "25/05/2024", "5/25/2024"], None),
        (&["25/05/2024", "26/05/2024"], None),
        (&["12/05/2024", "03/04/2024"], None),
        (&["2024-05-12", "2024-05-25"], None),
        (&["7", "8"], None),
    ] {
        let draft = draft(&survey("Reçu le", cells), day());
        assert_eq!(draft.dates.as_ref().map(order::Proven::name), expected, "{cells:?}");
        let text = file(&draft, &PostingSaid::default(), "a.csv", Lang::Fr);
        assert_eq!(text.contains("formats: { dates:"), expected.is_some(), "{text}");
        assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    }
}

#[test]
fn numbers_that_prove_their_mark_settle_the_others() {
    for (cells, expected) in [
        (&["1,000 to 4,999 employees", "100 to 499 employees"][..], "# formats: { decimal: point }"),
        (&["1,500", "7.5", "12"], "formats: { decimal: point }"),
        (&["1.500", "7,5", "12"], "formats: { decimal: comma }"),
        (&["1,500", "7,5", "7.5"], ""),
        (&["7,5", "8"], ""),
    ] {
        let text = file(&draft(&survey("Team size", cells), day()), &PostingSaid::default(), "a.csv", Lang::En);
        let line = text.lines().find(|line| line.contains("formats: {")).unwrap_or_default();
        assert_eq!(line, expected, "{cells:?}\n{text}");
        assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    }
}

#[test]
fn raters_are_one_criterion() {
    let headers = ["Clarity (rater 1)", "Clarity (rater 2)", "Rater A", "Rater B", "Level 1", "Level 2"];
    let mut survey = Survey::new(&headers.map(str::to_owned), &[]);
    for row in [["4", "3.5", "8", "9", "3", "4"], ["5", "", "7", "6", "2", "1"]] {
        survey.add(|at| row[at]);
    }
    let draft = draft(&survey, day());
    let panels: Vec<(&str, usize, &Guess)> =
        draft.proposals.iter().map(|one| (one.id.as_str(), one.columns.len(), &one.guess)).take(2).collect();
    let [five, ten] = [5.0, 10.0].map(|out_of| Guess::Rating { out_of, panel: true });
    assert_eq!(panels, [("clarity", 2, &five), ("panel", 2, &ten)]);
    assert_eq!(draft.proposals.len(), 4, "columns without a rater stay apart");
}

#[test]
fn a_drop_down_becomes_two_lists() {
    let mut survey = Survey::new(&["Permit".to_owned()], &[]);
    for value in ["EU citizen", "None of these", "Employed, full-time", "EU citizen", "aucun"] {
        survey.add(|_| value);
    }
    let text = file(&draft(&survey, day()), &PostingSaid::default(), "a.csv", Lang::En);
    let lists = r#"values: ["EU citizen", "Employed, full-time"], not: ["None of these", "aucun"] }"#;
    assert!(text.contains(lists), "{text}");
}

#[test]
fn columns_of_one_header_are_left_to_a_person() {
    let mut survey = Survey::new(&["Drafting".to_owned(), "drafting ".to_owned(), "English".to_owned()], &[]);
    survey.add(|_| "good");
    let text = file(&draft(&survey, day()), &PostingSaid::default(), "a.csv", Lang::En);
    assert!(text.contains("another column has the same header"), "{text}");
    assert!(!text.contains("drafting:"), "{text}");
}

#[test]
fn nobody_who_is_hidden_is_quoted() {
    let mut survey = Survey::new(&["Name", "E-mail", "Phone", "English"].map(str::to_owned), &[]);
    survey.add(|at| ["Ada Fictive", "not an address: Ada", "call Ada", "C1"][at]);
    survey.add(|at| ["Ada Fictive", "ada@example.org", "+32 2 555 01 23", "B2"][at]);
    let text = file(&draft(&survey, day()), &PostingSaid::default(), "a.csv", Lang::En);
    assert!(!text.contains("Ada") && !text.contains("555"), "{text}");
}

/// The file of a draft, with every proposal that can count.
fn whole(headers: &[String], rows: &[Vec<String>], posting: &PostingSaid, lang: Lang) -> String {
    let mut survey = Survey::new(headers, &[]);
    for row in rows {
        survey.add(|at| row.get(at).map_or("", String::as_str));
    }
    file(&draft(&survey, day()), posting, "candidates.csv", lang)
}

#[test]
fn hostile_text_stays_in_its_line() {
    let nasty = [
        "a: b\ncriteria: []",
        "# c\r\n- id: x",
        "\u{1b}[2J",
        "'\"`\\",
        "\u{2028}x\u{85}y",
        "\u{202e}evil",
        "&a *b !c |",
        "%YAML 1.2\n---\n",
        "null",
        "yes",
        "é\u{301}\u{feff}",
        "\u{fffe}\u{e000}",
        "status",
        "=cmd()",
        "😀",
    ];
    let headers: Vec<String> = nasty.iter().map(ToString::to_string).collect();
    let rows: Vec<Vec<String>> = (0..4).map(|_| headers.clone()).collect();
    let posting = PostingSaid {
        title: Some("a\nb: \"c\"".to_owned()),
        organisation: Some("\u{1b}]0;x\u{7}".to_owned()),
        deadline: Some(day()),
        hour: None,
        zone: None,
    };
    for lang in [Lang::En, Lang::Fr] {
        let text = whole(&headers, &rows, &posting, lang);
        let read = crate::criteria::read("x.yaml", &text);
        assert!(read.is_ok(), "{text}\n{:?}", read.err());
        assert!(!text.chars().any(|c| c.is_control() && c != '\n' || "\u{2028}\u{202e}".contains(c)), "{text:?}");
    }
}

#[test]
fn the_examples_pass() {
    for lang in [Lang::En, Lang::Fr] {
        let text = example(lang);
        let read = crate::criteria::read("x.yaml", &text);
        assert!(read.is_ok(), "{text}\n{:?}", read.err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever the headers and the cells are, the file can be read, and every header in it is bound again.
    #[test]
    fn every_file_passes_the_checker(
        headers in proptest::collection::vec("(\\PC|[:#\"'\n\\-_ ]|CV|note [0-9]|name|langue|degree){0,6}", 1..6),
        cells in proptest::collection::vec("(\\PC|yes|no|C1|English|7|[0-9]{4}|\n|good|, ){0,5}", 1..12),
        rows in 1usize..5,
        lang in prop_oneof![Just(Lang::En), Just(Lang::Fr)],
    ) {
        let rows: Vec<Vec<String>> = (0..rows)
            .map(|row| (0..headers.len()).map(|at| cells[(row * 5 + at) % cells.len()].clone()).collect())
            .collect();
        let text = whole(&headers, &rows, &PostingSaid { deadline: Some(day()), ..PostingSaid::default() }, lang);
        let read = crate::criteria::read("x.yaml", &text);
        prop_assert!(read.is_ok(), "{}\n{:?}", text, read.err());
        let criteria = read.unwrap_or_else(|_| unreachable!());
        let wanted = criteria.wanted(crate::criteria::Stage::Interview);
        let wanted: Vec<_> = wanted.into_iter().filter(|wanted| !wanted.read_by.is_empty()).collect();
        let bound = crate::header::Header::new(headers).bind("a.csv", &wanted, &[], false);
        let alone = criteria.criteria.iter().any(|one| one.id == "nothing-yet");
        prop_assert!(alone || bound.is_ok_and(|(_, warnings)| warnings.is_empty()), "{}", text);
    }
}

#[test]
fn a_language_is_read_from_its_own_column() {
    let text =
        "Lawyer\n\nRequirements\n- Fluency in Arabic or French\n- Knowledge of at least one of these: un, deux\n";
    let posting = crate::posting::read(text);
    let headers = ["Your level: [French]", "Avez-vous un permis B ?"].map(str::to_owned);
    let mut survey = Survey::new(&headers, &[]);
    for row in [["fluent", "oui"], ["good", "non"], ["none", "oui"]] {
        survey.add(|at| row[at]);
    }
    let draft = draft_for(&survey, &posting, NaiveDate::default(), &Choices::new());
    let text = file(&draft, &PostingSaid::from(&posting), "a.csv", Lang::En);
    assert!(text.contains("- language: { language: fr, column: your_level_french, at_least: C1 }"), "{text}");
    assert!(!text.contains("language: ar, column") && !text.contains("need: required\n    weight: 10"), "{text}");
    assert!(!text.contains("\n    yes_no:"), "an article is no organisation: {text}");
}

/// How one column is told in the file without a posting: whether it counts.
fn counts_at_once(header: &str, cells: &[&str]) -> bool {
    let draft = draft(&survey(header, cells), day());
    draft.proposals.first().is_some_and(|one| one.ready(&PostingSaid::default()))
}

#[test]
fn more_of_something_is_no_merit_of_itself() {
    for header in ["Absences", "Row", "Lfd. Nr.", "interviewtime", "Numéro d'inscription", "Days of sick leave"] {
        assert!(!counts_at_once(header, &["3", "12", "7", "9"]), "{header}");
    }
    for header in ["Test score", "Note du jury"] {
        assert!(counts_at_once(header, &["13", "12", "17", "9"]), "{header}");
    }
    for header in ["Prétention salariale", "Taux journalier", "Expected CTC", "Retribución esperada"] {
        assert_eq!(becomes(header, &["450", "520", "610", "400"]), "ceiling", "{header}");
    }
}
