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
        (["Niveau du diplôme", "Intitulé et spécialité de ce diplôme"], french),
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
    let cells = [["Master en droit", "Sfax"], ["Licence en droit", "Gabès"]];
    for both in [
        "Diplômes et domaines d'études",
        "Diploma en studierichting",
        "Abschluss und Fachrichtung",
        "Título y área de estudios",
    ] {
        assert_eq!(degree([both, "Ville du diplôme"], &cells), [both]);
    }
    // Titles before names are no degrees of whoever applies.
    let headers = ["Highest degree", "Field of study", "Who taught you?"];
    let rows: [&[&str]; 3] = [
        &["Master's", "Law", "Dr A. Sample, Dr B. Sample"],
        &["Bachelor's", "History", "Dr C. Sample"],
        &["PhD", "Law", "Prof. D. Sample"],
    ];
    let drafted = draft(&table(&headers, &rows), day());
    let two = |one: &&Proposal| one.guess == Guess::Degree { two: true };
    assert!(drafted.proposals.iter().any(|one| two(&one)), "{:?}", drafted.proposals.len());
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
        // More is said in many cells, or below a question that only yes and no answer.
        (
            "Have you managed staff?",
            &["Yes, 3 researchers", "4", "Yes", "yes - team of 5", "no", "Yes (2 interns)"],
            "yes_no",
        ),
        ("Formation HEAT ?", &["Non", "Oui (2022)", "prévue en août", "Non mais PSC1", "Oui"], "yes_no"),
        ("Bereid te reizen?", &["Ja, zonder beperking", "in overleg", "Ja", "Nee"], "yes_no"),
        ("Has driving licence", &["0", "0", "0", "1", "0", "1", "0", "0"], "yes_no"),
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

/// What `init` writes of some columns for a posting.
fn written(posting: &str, headers: &[&str], rows: &[&[&str]]) -> String {
    let posting = crate::posting::read(posting);
    let draft = draft_for(&table(headers, rows), &posting, day(), &Choices::new());
    let text = file(&draft, &PostingSaid::from(&posting), "a.csv", Lang::En);
    assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    text
}

#[test]
fn a_day_to_be_available_by_is_the_postings_own() {
    let posting = "Lawyer\n\nRequirements\n- A degree in law\n- Available to start no later than 1 October 2025\n\n\
        How to apply\nSend your CV by 30 June 2025 (18:00 EAT).\n";
    let rows: [&[&str]; 3] = [
        &["LLB", "01.09.2025", "12.06.2025"],
        &["LLM", "02.10.2025", "13.06.2025"],
        &["BA", "03.11.2025", "14.06.2025"],
    ];
    let text = written(posting, &["Degree", "Earliest start date", "Received"], &rows);
    assert!(
        text.contains(
            "\n    need: required\n    weight: 10\n    date: { column: earliest_start_date, on_or_before: 2025-10-01 }"
        ),
        "{text}"
    );
    assert!(text.contains("  deadline: 2025-06-30 # the posting says 18:00: here the day counts to its end"), "{text}");
    // What nobody calls the day of an application is none, however its cells are written.
    let text = written(posting, &["Degree", "Frühester Eintrittstermin", "Eingang"], &rows);
    assert!(!text.contains("column: fruhester_eintrittstermin, on_or_before: deadline"), "{text}");
}

#[test]
fn what_waits_for_a_person_keeps_its_need() {
    let posting = "Driver\n\nRequirements\n- Valid driving licence\n- Very good knowledge of digital security\n";
    let headers =
        ["Name", "Driving licence", "How would you rate your knowledge of digital security? (1 = none, 5 = expert)"];
    let rows: [&[&str]; 3] = [&["A", "B", "5"], &["B", "C", "4/5"], &["C", "B", "2"]];
    let text = written(posting, &headers, &rows);
    assert!(text.contains(
        "  #   need: required\n  #   weight: 10\n  #   one_of: { column: driving_licence, values: [\"B\", \"C\"] }"
    ));
    // How somebody rates themselves is no panel's rating, and turns nobody down.
    assert!(text.contains("    need: asset\n    weight: 10\n    rating: { columns: [how_would_you_rate_your_knowledge_of], out_of: 5 }"), "{text}");
}

#[test]
fn a_person_says_which_answers_are_accepted() {
    let posting = crate::posting::read("Driver\n\nRequirements\n- Valid driving licence (category B)\n");
    let survey = table(&["Driving licence"], &[&["B"], &["C"], &["none"]]);
    let mut draft = draft_for(&survey, &posting, day(), &Choices::new());
    let said = PostingSaid::from(&posting);
    let proposal = &mut draft.proposals[0];
    assert_eq!((proposal.answers().join(" "), proposal.ready(&said)), ("B C none".to_owned(), false));
    proposal.accept(&[]);
    assert!(!proposal.ready(&said));
    proposal.accept(&[0]);
    assert!(proposal.ready(&said) && proposal.need == Counting::Required);
    let text = file(&draft, &said, "a.csv", Lang::En);
    assert!(
        text.contains("    one_of: { column: driving_licence, values: [\"B\"], not: [\"C\", \"none\"] }"),
        "{text}"
    );
}

#[test]
fn a_person_says_which_options_that_say_more_than_yes_will_do() {
    let posting = crate::posting::read("Juriste\n\nProfil recherché\n- Permis de conduire B obligatoire\n");
    let said = PostingSaid::from(&posting);
    let options = [
        "Oui, depuis plus de trois ans",
        "Oui, mais seulement pour une boîte automatique",
        "Non, mais je l'aurai",
        "Je ne sais pas",
    ];
    let drafted = |cells: &[&str]| {
        let rows: Vec<[&str; 1]> = cells.iter().map(|cell| [*cell]).collect();
        let survey = table(&["Permis de conduire ?"], &rows.iter().map(|row| &row[..]).collect::<Vec<_>>());
        draft_for(&survey, &posting, day(), &Choices::new())
    };
    let mut draft = drafted(&options.repeat(3));
    let proposal = &mut draft.proposals[0];
    assert_eq!(proposal.answers(), options);
    // Without an answer, what is more than yes or no stays for people.
    proposal.accept(&[]);
    assert_eq!(proposal.test(), "yes_no");
    proposal.accept(&[0]);
    let text = file(&draft, &said, "a.csv", Lang::En);
    assert!(
        text.contains(&format!("values: [\"{}\"], not: [\"{}\", \"{}\"]", options[0], options[1], options[2])),
        "{text}"
    );
    assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    // What each says in words of their own is no option, and neither are a bare yes and no.
    assert!(drafted(&options).proposals[0].answers().is_empty());
    assert!(
        drafted(&["Oui", "Non", "Oui, depuis 3 ans", "Non", "Oui", "Non", "Oui", "Oui", "Non"]).proposals[0]
            .answers()
            .is_empty()
    );
    assert!(drafted(&["Oui", "Non", "Oui", "Non", "Oui", "Non"]).proposals[0].answers().is_empty());
}

#[test]
fn a_wish_gets_no_level_that_nobody_named() {
    let posting = "Lawyer\n\nRequirements\n- Knowledge of Turkish\n- Dutch or German\n\nDesirable\n- Knowledge of French\n\
        - Arabic or Dari\n- Spanish (B1)\n";
    let posting = crate::posting::read(posting);
    let headers = ["Level of French", "Level of Turkish", "Level of Spanish", "Level of Dutch", "Other languages"];
    let rows: [&[&str]; 3] = [
        &["B1", "C1", "A2", "B2", "Arabic B2, German C1"],
        &["none", "B1", "B1", "none", "Dari B1"],
        &["A2", "none", "C2", "C1", "Arabic C1, German B1"],
    ];
    let draft = draft_for(&table(&headers, &rows), &posting, day(), &Choices::new());
    let text = file(&draft, &PostingSaid::from(&posting), "a.csv", Lang::En);
    for line in [
        "    language: { language: fr, column: level_of_french }\n",
        "    any_of:\n      of:\n        - language: { language: ar, list: other_languages }\n",
        "    language: { language: es, column: level_of_spanish, at_least: B1 }\n",
        "    language: { language: tr, column: level_of_turkish, at_least: B2 }\n",
        "        - language: { language: nl, column: level_of_dutch, at_least: B2 }\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(text.matches("B2 only stands for one").count(), 2, "{text}");
    assert_eq!(text.matches("the better it is known").count(), 2, "{text}");
    assert!(crate::criteria::read("x.yaml", &text).is_ok(), "{text}");
    let asked = draft.proposals.iter().filter(|one| one.lacks_bound()).count();
    assert_eq!(asked, 4, "a person is asked for each of them");
}

#[test]
fn each_requirement_without_a_column_is_offered_those_left() {
    let posting = "Researcher\n\nRequirements\n- A track record of published reports or articles (minimum of two \
        publications)\n- Experience with open-source investigation tools\n- At least two years of experience in mediation\n";
    let posting = crate::posting::read(posting);
    let headers = ["Years of work in total", "Number of publications", "Drives"];
    let rows: [&[&str]; 6] = [
        &["7", "7 co-authored", "yes"],
        &["3", "0", "no"],
        &["12", "5", "yes"],
        &["2", "12", "no"],
        &["4", "many", "no"],
        &["4", "10", "yes"],
    ];
    let open = open_questions(&table(&headers, &rows), &posting, day());
    let offered: Vec<(&str, &[String])> = open.iter().map(|one| (one.quote.as_str(), &one.columns[..])).collect();
    let (tools, years) =
        ("Experience with open-source investigation tools", "At least two years of experience in mediation");
    let left = |places: [usize; 2]| places.map(|at| headers[at].to_owned());
    assert_eq!(offered, [(tools, &left([2, 0])[..]), (years, &left([0, 2])[..])]);
    // Nothing speaks for one that says yes; years that are of nothing may be these.
    assert_eq!(open.iter().map(|one| one.likely).collect::<Vec<_>>(), [None, Some(0)]);
    // How many there are to be is in the posting's words.
    let draft = draft_for(&table(&headers, &rows), &posting, day(), &Choices::new());
    let published = &draft.proposals[0];
    assert_eq!((published.header(), published.summary().as_str()), (Some(headers[1]), "number >= 2"));
}

#[test]
fn each_criterion_has_a_label_of_its_own() {
    let posting = "Juriste\n\nProfil recherché\n- Vous êtes titulaire d'un Master 2 en droit, de préférence en droit \
        international ou en droits humains.\n- La pratique de l'arabe ou du dari serait un atout.\n\nPour postuler\nMerci \
        d'envoyer votre CV et une lettre de motivation.\n";
    let posting = crate::posting::read(posting);
    let headers = ["Diplôme", "Domaine de ce diplôme", "Autres langues"];
    let rows: [&[&str]; 2] = [&["Master 2", "Droit", "Arabe B2, persan"], &["Licence", "Sociologie", "Dari C1"]];
    let draft = draft_for(&table(&headers, &rows), &posting, day(), &Choices::new());
    for (lang, expected) in [
        (Lang::Fr, ["arabe ou dari", "CV", "Lettre de motivation"]),
        (Lang::En, ["Arabic or Dari", "CV", "Cover letter"]),
    ] {
        let labels: Vec<&str> = draft.proposals.iter().map(|one| one.label().to(lang)).collect();
        let words = "de préférence en droit international ou en droits humains";
        assert_eq!(labels, [&["Diplôme", words][..], &expected].concat());
    }
    let ids: Vec<&str> = draft.proposals.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids[..2], ["diplome", "de-preference-en-droit-international-ou"]);
}

#[test]
fn what_somebody_has_done_is_what_a_posting_asks() {
    for (posting, header) in [
        (
            "Profil recherché\n- Une première expérience réussie de l'encadrement d'équipe (2 ans minimum) est indispensable.",
            "Avez-vous déjà encadré une équipe ? Si oui, pendant combien d'années ?",
        ),
        ("Profil recherché\n- Au moins 2 ans d'expérience de coordination", "Combien d'années avez-vous coordonné ?"),
        (
            "Requirements\n- At least two years of experience in team management",
            "For how many years have you managed a team?",
        ),
        ("Requirements\n- At least two years of experience in negotiation", "Years in which you negotiated"),
    ] {
        let posting = crate::posting::read(&format!("Archivist\n\n{posting}\n"));
        let survey = table(&["Years of work in total", header], &[&["7", "2"], &["3", "0"], &["12", "5"]]);
        let draft = draft_for(&survey, &posting, day(), &Choices::new());
        assert_eq!(draft.proposals[0].header(), Some(header), "{posting:?}");
        assert_eq!(draft.proposals[0].need, Counting::Required, "{header}");
    }
}

#[test]
fn what_is_asked_by_its_name_is_found_in_the_cells() {
    let headers = ["Name", "What do you use to analyse data?", "Where from?"];
    let rows: [&[&str]; 4] = [
        &["A", "R (advanced)", "Python"],
        &["B", "Stata, SPSS", "a friend"],
        &["C", "Python, SQL", "a newspaper"],
        &["D", "R and Python", "a friend"],
    ];
    let posting = |asked: &str| format!("Analyst\n\nRequirements\n- A degree\n- {asked}\n");
    for (asked, test) in [
        ("Proficiency in R or Python", "  - id: what-do-you-use-to-analyse-data\n"),
        ("Proficiency in R or Python", "terms: [R, Python], otherwise: review }"),
        ("Proficiency in R or Python", "NOT SURE"),
        ("Proficiency in R or Python", "    need: required\n    weight: 10\n    mentions:"),
        ("Good command of R and Python", "terms: [R, Python], at_least: 2, otherwise: review }"),
        ("Good command of tools such as R or Python", "    need: asset\n    weight: 10\n    mentions:"),
        ("Experience with R or SPSS", "terms: [R, SPSS], otherwise: review }"),
        ("Proficiency in Julia", "  # - id: proficiency-in-julia"),
    ] {
        let text = written(&posting(asked), &headers, &rows);
        assert!(text.contains(test), "{text}");
    }
}

#[test]
fn a_deadline_is_never_dropped() {
    let posting = crate::posting::read("Archivist\n\nHow to apply\nSend your application before 26/05/24.\n");
    assert_eq!(posting.last_day(), chrono::NaiveDate::from_ymd_opt(2024, 5, 26));
    let said = PostingSaid::from(&posting);
    for (header, cells, column, counts) in [
        ("Received", ["2024-05-20", "2024-05-27"], Some("Received"), true),
        ("Date", ["2024-05-20", "2024-05-27"], Some("Date"), false),
        ("Town", ["Exampleville", "Sampleton"], None, false),
    ] {
        let draft = draft_for(&survey(header, &cells), &posting, day(), &Choices::new());
        assert!(draft.holds_a_deadline(), "{header}");
        let held: Vec<_> = draft.proposals.iter().filter(|one| ["received", "deadline"].contains(&&*one.id)).collect();
        assert_eq!(held.len(), 1, "{header}");
        assert_eq!((held[0].header(), held[0].ready(&said)), (column, counts), "{header}");
    }
}

#[test]
fn what_is_not_to_be_so_waits_for_a_person() {
    let posting = crate::posting::read(
        "Archivist\n\nRequirements\n- Must not be employed by a partner\n- You do not need a driving licence\n",
    );
    for (header, expected) in [("Employed by a partner", 1), ("Driving licence", 1)] {
        let draft = draft_for(&survey(header, &["yes", "no"]), &posting, day(), &Choices::new());
        assert_eq!(draft.proposals.len(), expected, "{header}");
        assert!(!draft.proposals[0].ready(&PostingSaid::default()), "{header}");
    }
}

#[test]
fn what_is_asked_in_one_breath_is_looked_for_in_every_box() {
    let headers = ["Driving licence B", "Own vehicle", "Work permit"];
    let rows: &[&[&str]] = &[&["yes", "no", "yes"], &["no", "yes", "yes"], &["yes", "yes", "no"]];
    for (asked, test, columns, need) in [
        ("Driving licence B and own vehicle", "all_of", &headers[..2], Counting::Required),
        ("A work permit or an own vehicle", "any_of", &["Own vehicle", "Work permit"], Counting::Required),
        // Who has what the file does not ask of is not turned down.
        ("EU citizenship or a work permit", "yes_no", &["Work permit"], Counting::Asset),
        ("Driving licence of category B or C", "yes_no", &["Driving licence B"], Counting::Required),
    ] {
        let posting = crate::posting::read(&format!("Driver\n\nRequirements\n- {asked}\n"));
        let draft = draft_for(&table(&headers, rows), &posting, day(), &Choices::new());
        let one = &draft.proposals[0];
        let named: Vec<&str> = one.columns.iter().map(|(_, header)| header.as_str()).collect();
        assert_eq!((one.test(), &named[..], one.need), (test, columns, need), "{asked}");
    }
    let posting = crate::posting::read("Driver\n\nRequirements\n- Work permit and own helicopter\n");
    let draft = draft_for(&table(&headers, rows), &posting, day(), &Choices::new());
    let fits: Vec<_> = draft.proposals.iter().map(|one| one.asked.as_ref().map(|asked| asked.fit)).collect();
    assert_eq!(fits, [Some(Fit::Sure), Some(Fit::None)], "the other is told as looked at nowhere");
}

#[test]
fn years_of_a_part_stand_below_a_header_that_says_no_years() {
    let posting = crate::posting::read(
        "Chargé de plaidoyer\n\nProfil\n- Minimum 5 ans d'expérience, dont 2 en plaidoyer européen\n- Le permis B n'est pas indispensable, mais c'est un plus\n- Sauf exception, résider en Belgique\n",
    );
    let headers = ["Années d'expérience", "Dont plaidoyer européen", "Permis B", "Réside en Belgique"];
    let draft = draft_for(
        &table(&headers, &[&["6", "3", "oui", "oui"], &["8", "1", "non", "non"]]),
        &posting,
        day(),
        &Choices::new(),
    );
    let made: Vec<_> =
        draft.proposals.iter().map(|one| (one.header().unwrap_or_default(), one.test(), one.need)).collect();
    let expected = [
        (headers[0], "years", Counting::Required),
        (headers[1], "years", Counting::Required),
        (headers[2], "yes_no", Counting::Asset),
        (headers[3], "yes_no", Counting::Required),
    ];
    assert_eq!(made, expected);
}

#[test]
fn what_is_asked_of_some_alone_waits_for_a_person() {
    let headers = ["EU passport", "Work permit", "Nursing diploma"];
    let posting = crate::posting::read(
        "Nurse\n\nRequirements\n- Unless you hold an EU passport, you need a work permit\n- Good health\n",
    );
    let rows: &[&[&str]] = &[&["yes", "no", "yes"], &["no", "yes", "no"]];
    let draft = draft_for(&table(&headers, rows), &posting, day(), &Choices::new());
    let counting = draft.proposals.iter().filter(|one| one.header().is_some() && one.ready(&PostingSaid::default()));
    assert_eq!(counting.count(), 0);
}
