//! What a test could ask where the words of one stand in a sentence that asks something else.

use super::{asked, read};

/// What the line of a list asks.
fn of_line(text: &str) -> Vec<String> {
    asked(&format!("Gardener\n\nRequirements\n\n- {text}\n"))
}

#[test]
fn years_are_those_of_experience_whoever_it_was_with() {
    for (text, years) in [
        ("Au moins 5 ans d'expérience en droits de l'homme", "years 5"),
        ("Minimum de dix ans d'expérience dans les domaines des droits de l’Homme, genre et paix", "years 10"),
        ("Trois ans d'expérience auprès de personnes handicapées", "years 3"),
        ("Cinq ans d'expérience à l'étranger", "years 5"),
        ("Four years of experience in gender and religion", "years 4"),
        ("Expérience avec des enfants âgés de plus de 5 ans", "done"),
    ] {
        assert_eq!(of_line(text), [format!("{years}: {text}")], "{text}");
    }
}

#[test]
fn degrees_are_those_that_applicants_hold() {
    for (text, ask) in [
        ("Tu as des contacts aisés avec un public jeune du secondaire", "fact"),
        ("Vous êtes à l'aise avec un public du secondaire", "fact"),
        ("You get on well with young people at secondary school", "fact"),
        ("You are patient with secondary school pupils", "fact"),
        ("You will enjoy the company of PhD students", "fact"),
        ("You want to do research before considering a PhD", "fact"),
        ("Vous souhaitez préparer un doctorat", "fact"),
        ("Secondary education completed", "degree secondary []"),
        ("Diplôme de l'enseignement secondaire", "degree secondary []"),
        ("Un jeune titulaire du baccalauréat", "degree secondary []"),
        ("Nursing degree required", "degree bachelor [nursing]"),
        ("A law degree", "degree bachelor [law]"),
        ("University degree required", "degree bachelor []"),
        ("A nursing degree in public health", "degree bachelor [public health]"),
    ] {
        assert_eq!(of_line(text), [format!("{ask}: {text}")], "{text}");
    }
}

#[test]
fn languages_are_those_that_applicants_speak() {
    for (text, ask) in [
        ("Formation en anglais, journalisme, communication", "fact"),
        ("Degree in English or French", "degree bachelor [English; French]"),
        ("Be known to the Italian and European institutions for your skills", "level -"),
        ("Good knowledge of French law", "level good"),
        ("Good knowledge of French and of French law", "language fr B2"),
        ("Speak other languages beyond English (such as Arabic or French)", "language any of ar fr -"),
        ("Une langue en plus de l'anglais : arabe ou espagnol", "language any of ar es -"),
        ("Maîtrise de l'anglais", "language en -"),
        ("Fluently speak a non-English language", "fact"),
        ("Ability to speak a non-English language such as Spanish or Portuguese", "language any of es pt -"),
    ] {
        assert_eq!(of_line(text), [format!("{ask}: {text}")], "{text}");
    }
}

#[test]
fn beside_a_degree_a_number_of_years_is_one_of_experience() {
    for (text, expected) in [
        ("Law degree and +15 years", &["degree bachelor [law]: Law degree", "years 15: +15 years"][..]),
        (
            "A master's degree in law and 5 years",
            &["degree master [law]: A master's degree in law", "years 5: 5 years"],
        ),
        (
            "We are seeking a professional with 10+ years of experience in public health",
            &["years 10: We are seeking a professional with 10+ years of experience in public health"],
        ),
    ] {
        assert_eq!(of_line(text), expected, "{text}");
    }
}

#[test]
fn what_insists_is_required_whatever_it_stands_among() {
    for (text, expected) in [
        (
            "Desirable\n\n- Experience of roses\n- Must hold a driving licence\n- Knowledge of soils is required\n- Patience\n",
            &[
                "+ done: Experience of roses",
                "fact: Must hold a driving licence",
                "level -: Knowledge of soils is required",
                "+ fact: Patience",
            ][..],
        ),
        (
            "Atouts\n\n- Goût des roses\n- Permis B indispensable\n- Bateau non requis\n- Anglais exigé\n- Le néerlandais n'est pas un must mais un atout\n",
            &[
                "+ fact: Goût des roses",
                "fact: Permis B indispensable",
                "+ fact: Bateau non requis",
                "language en -: Anglais exigé",
                "+ fact: Le néerlandais n'est pas un must mais un atout",
            ],
        ),
        (
            "Requirements\n\n- Arabic is a bonus\n- If you speak Russian, even better\n",
            &["+ language ar -: Arabic is a bonus", "+ language ru -: If you speak Russian, even better"],
        ),
        (
            "Profil\n\n- Si vous parlez arabe, c'est encore mieux\n",
            &["+ language ar -: Si vous parlez arabe, c'est encore mieux"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn a_sentence_wishes_for_the_list_right_below_it_alone() {
    for (text, expected) in [
        (
            "Requirements\n\n- Patience\nThe following would be an asset.\n- Arabic\n- Excel\n\nSkills\n\n- Fluent English\n",
            &["fact: Patience", "+ language ar -: Arabic", "+ fact: Excel", "language en C1: Fluent English"][..],
        ),
        (
            "Requirements\n\n- Patience\n\nArabic and Excel would be an asset.\n\n- Fluent English\n",
            &[
                "fact: Patience",
                "+ language ar -: Arabic and Excel would be an asset.",
                "language en C1: Fluent English",
            ],
        ),
        (
            "Profil\n\nLes éléments suivants seraient un atout.\n\n- Anglais courant\n\nVous avez aussi de la patience.\n\n- Permis B\n",
            &["+ language en C1: Anglais courant", "fact: Vous avez aussi de la patience.", "fact: Permis B"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn papers_need_no_marks() {
    for (text, expected) in [
        (
            "Your application must include:\n\nCV\nCover letter\nA recent police clearance\n\nGood luck.\n",
            &["document: A recent police clearance", "provide cv", "provide cover letter"][..],
        ),
        (
            "How to apply\n\nPlease send a CV and a cover letter, together with two references and a copy of your passport, \
             to jobs@example.org.\n",
            &["document: a copy of your passport", "provide cv", "provide cover letter", "provide references"],
        ),
        (
            "Candidature\n\nMerci d'envoyer un CV et une lettre de motivation, accompagnée d'une photo et d'un extrait de \
             casier judiciaire, à l'adresse rh@example.org.\n",
            &["document: une photo", "document: un extrait de casier judiciaire", "provide cv", "provide cover letter"],
        ),
        (
            "Candidature\n\nRemplissez le formulaire avant le 22 novembre 2026 et joignez :\n- votre CV ;\n\
             - un exemple de plan de jardin (deux pages).\n",
            &["document: un exemple de plan de jardin (deux pages).", "provide cv"],
        ),
        (
            "Candidature\n\nEnvoyez votre candidature avec un CV par courriel, et un message à l'équipe.\n",
            &["provide cv"],
        ),
        (
            "Le dossier doit inclure :\nun CV\nune lettre de motivation\nun extrait de casier judiciaire\n",
            &["document: un extrait de casier judiciaire", "provide cv", "provide cover letter"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn what_turns_nobody_down_and_what_is_offered_asks_nothing() {
    for (text, expected) in [
        (
            "- Patience\n- A criminal record does not necessarily disqualify\n- A fraud is a bar to employment\n",
            &["fact: Patience"][..],
        ),
        ("- Valid C.P.R. Certificate\n", &["fact: Valid C.P.R. Certificate"]),
        ("- Patience\n\nSweet things along the way\n\n- 30 days of leave\n- English lessons\n", &["fact: Patience"]),
        ("- Patience\n\nLife in our garden\n\n- Tea at four\n- Roses\n", &["fact: Patience"]),
        (
            "- Patience\n\nGreen fingers\n\n- Pruning\n- Grafting\n",
            &["fact: Patience", "fact: Pruning", "fact: Grafting"],
        ),
        (
            "- Patience\n\nWhat makes you right for this role\n\n- You hold a boat licence\n",
            &["fact: Patience", "fact: You hold a boat licence"],
        ),
        (
            "- Patience\n\nDesirable\n\n- Excel\n\nWhat makes you right for us\n\n- Fluent French\n",
            &["fact: Patience", "+ fact: Excel", "language fr C1: Fluent French"],
        ),
    ] {
        assert_eq!(asked(&format!("Gardener\n\nRequirements\n\n{text}")), expected, "{text}");
    }
}

#[test]
fn who_recruits_and_where_are_names() {
    let recruits = |text: &str| read(text).organisation;
    let text = "Jardinier\n\nNotre association, Exemple Vert, recherche un jardinier.\n";
    assert_eq!(recruits(text).as_deref(), Some("Exemple Vert"));
    for text in [
        "Our Team is looking for a gardener.\n",
        "Notre Fondation recherche un jardinier.\n",
        "Organisation: our own\n",
    ] {
        assert_eq!(recruits(&format!("Gardener\n\n{text}")), None, "{text}");
    }
    let zone = |text: &str| read(&format!("Gardener\n\n{text}")).zone.map(|(_, place)| place);
    for (text, place) in [
        ("Example Aid has projects in Kenya and Uganda. Our office is in Brussels.", Some("Brussels")),
        ("Example Aid has projects on water in Kenya.", None),
        ("Nous avons des projets au Kenya. Le poste est basé à Paris.", Some("Paris")),
        ("Location\n\nNairobi\n\nWe have partners in Belgium.", Some("Nairobi")),
        ("You will work in Nairobi and travel to Belgium.", Some("Nairobi")),
        ("The project officer will live in Nairobi.", Some("Nairobi")),
    ] {
        assert_eq!(zone(text).as_deref(), place, "{text}");
    }
}

#[test]
fn an_item_of_a_list_is_no_title() {
    let title = |text: &str| read(text).title;
    for text in [
        "Requirements\n\n- A law degree\n- Role: gardener of the roses\n- We are looking for a colleague\n",
        "1. Law degree\n2. Position: you can travel\n",
    ] {
        assert_eq!(title(text), None, "{text}");
    }
    let facts = "- Job title: Gardener\n- Location: Nairobi\n\nRequirements\n\n- Patience\n";
    assert_eq!(title(facts).as_deref(), Some("Gardener"));
}

/// What is asked in running text under no heading, or under one of something else.
fn in_prose(text: &str) -> Vec<String> {
    asked(&format!("Ranger\n\nSalary: 700 EUR per month + benefits\nWe protect a park. {text}\n"))
}

#[test]
fn what_asks_in_its_own_words_is_asked_wherever_it_stands() {
    for (text, expected) in [
        (
            "You should have at least 2 years' work experience in parks. Travel is required, as is proficiency in English.",
            &[
                "years 2: You should have at least 2 years' work experience in parks.",
                "language en -: Travel is required, as is proficiency in English.",
            ][..],
        ),
        (
            "Les postulants doivent savoir lire et écrire le français.",
            &["language fr -: Les postulants doivent savoir lire et écrire le français."],
        ),
        ("No specific degree is required.", &[]),
        ("Bien qu'aucun diplôme ne soit requis, un permis est un atout.", &["+ fact: un permis est un atout."]),
        ("You will have lunch vouchers.", &[]),
    ] {
        assert_eq!(in_prose(text), expected, "{text}");
    }
}

#[test]
fn a_field_is_that_of_a_degree_only_where_nothing_else_is_asked() {
    for (text, expected) in [
        (
            "Holding a degree in sociology, you must have a sound knowledge of civil society.",
            &[
                "degree bachelor [sociology]: Holding a degree in sociology",
                "level good: you must have a sound knowledge of civil society.",
            ][..],
        ),
        (
            "A degree, preferably in finance, economics or a similar degree",
            &[
                "degree bachelor []: A degree",
                "+ degree bachelor [finance; economics]: preferably in finance, economics or a similar degree",
            ],
        ),
    ] {
        assert_eq!(of_line(text), expected, "{text}");
    }
}

#[test]
fn headings_in_bold_are_headings_whatever_sign_items_have() {
    let text = "**Offre : animatrice**\n\n**Description du rôle**\n\nVous animez.\n\n**Missions**\n\n* Planifier.\n* Participer.\n\n\
                **Profil recherché**\n\n* Anglais courant exigé.\n* **Écoute :** capacité à écouter.\n\n**Conditions**\n\n* Temps plein.\n";
    assert_eq!(asked(text), ["language en C1: Anglais courant exigé.", "fact: Écoute : capacité à écouter."]);
}

#[test]
fn a_day_on_which_something_begins_is_no_deadline() {
    let day = |lines: &str| {
        let text = format!("Officer\n\nRequirements\n\n- English\n\n## How to apply\n\n### Timeline\n\n{lines}\n");
        read(&text).deadline.map(|deadline| deadline.day.to_string())
    };
    let due = "- Announcement for applications launch: 27 August 2025\n- Applications due: 16 September 2025";
    assert_eq!(day(due).as_deref(), Some("2025-09-16"));
    assert_eq!(day("- Announcement for applications launch: 27 August 2025"), None);
    assert_eq!(day("- Ouverture des candidatures : 1er mai 2025"), None);
    assert_eq!(day("- Apply by 3 May 2026").as_deref(), Some("2026-05-03"));
}

#[test]
fn some_of_several_languages_and_years_with_a_bound_above() {
    for (asked, expected) in [
        ("Fluent in at least two of English, French and Arabic", "language 2 of en fr ar C1"),
        ("Maîtrise de deux langues parmi l'anglais, le français et l'espagnol", "language 2 of en fr es -"),
        ("Two of the following languages: English, French, Arabic", "language 2 of en fr ar -"),
        ("Fluent in two languages: English and French", "language en fr -"),
        ("No more than 5 years of experience in advocacy", "fact"),
        ("At least 5 years of experience in advocacy", "years 5"),
    ] {
        let posting = read(&format!("Archivist\n\nRequirements\n- {asked}\n"));
        let asks: Vec<String> = posting.requirements.iter().map(|one| super::asks(&one.ask)).collect();
        assert_eq!(asks, [expected], "{asked}");
    }
}

#[test]
fn what_a_paragraph_forbids_its_reader_is_asked() {
    let posting = read(
        "Officer\n\nAbout the role\nWe are a small team. You must be fluent in English. You should not be a serving judge. \
         Strong drafting skills are essential. You will not work alone.\n",
    );
    let asks: Vec<String> = posting.requirements.iter().map(|one| super::asks(&one.ask)).collect();
    assert_eq!(asks, ["language en C1", "denied", "level good"]);
}

#[test]
fn a_deadline_that_may_be_two_days_is_told() {
    let posting = read("Officer\n\nHow to apply\nPlease apply by 5 p.m. on 12/02/27 with a CV.\n");
    assert_eq!(posting.deadline, None);
    assert_eq!(posting.unclear.as_deref(), Some("Please apply by 5 p.m. on 12/02/27 with a CV."));
}
