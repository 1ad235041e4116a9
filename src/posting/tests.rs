#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::*;

mod asks;
mod sentences;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postings")
}

/// What was read of a posting, a line each.
fn told(posting: &Posting) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: Option<String>| writeln!(out, "{name}\t{}", value.unwrap_or_default()).unwrap();
    line("title", posting.title.clone());
    line("organisation", posting.organisation.clone());
    line("deadline", posting.last_day().map(|day| day.to_string()));
    line("zone", posting.zone.as_ref().map(|(zone, _)| zone.name().to_owned()));
    let papers: Vec<&str> = posting.documents.iter().map(|document| document.paper.name()).collect();
    line("documents", Some(papers.join(", ")));
    for one in &posting.requirements {
        let need = if one.required { "required" } else { "asset" };
        line(need, Some(format!("{}\t{}", asks(&one.ask), one.quote)));
    }
    out
}

fn asks(ask: &Ask) -> String {
    match ask {
        Ask::Years { at_least } => format!("years {at_least}"),
        Ask::Degree { level, fields, or_experience } => {
            let or = if *or_experience { " or experience" } else { "" };
            format!("degree {}{or} [{}]", level.unwrap_or("-"), fields.join("; "))
        }
        Ask::Languages { codes, enough, level } => {
            let some = enough.map(|some| format!("{some} of ").replace("1 of", "any of")).unwrap_or_default();
            format!("language {some}{} {}", codes.join(" "), level.unwrap_or("-"))
        }
        Ask::Level { step } => format!("level {}", step.unwrap_or("-")),
        Ask::Document => "document".to_owned(),
        Ask::Done => "done".to_owned(),
        Ask::Denied => "denied".to_owned(),
        Ask::Fact => "fact".to_owned(),
    }
}

/// Every posting of the folder is read as the table beside it says; each requirement there was looked at by a person.
#[test]
fn postings_are_read_whole_and_nothing_is_invented() {
    let mut seen = 0;
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        seen += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        let posting = read(&text);
        let table = path.with_extension("tsv");
        if std::env::var_os("UPDATE_POSTINGS").is_some() {
            std::fs::write(&table, told(&posting)).unwrap();
        }
        assert_eq!(told(&posting), std::fs::read_to_string(&table).unwrap_or_default(), "{}", path.display());
        // Each quote is the posting's own, but for line breaks and the signs of items.
        let says = |word: &&str| word.contains(char::is_alphanumeric);
        let flat = |text: &str| text.split_whitespace().filter(says).collect::<Vec<_>>().join(" ");
        for one in &posting.requirements {
            assert!(flat(&text).contains(&flat(&one.quote)), "{}", one.quote);
        }
    }
    assert!(seen > 15);
}

#[test]
fn layouts_change_nothing() {
    let asked = [
        "Master's degree in law",
        "At least five years of experience in asylum law",
        "Fluent English",
        "Knowledge of French is an asset",
    ];
    let of = |text: &str| -> Vec<(String, bool)> {
        read(text).requirements.iter().map(|one| (asks(&one.ask), one.required)).collect()
    };
    let items = |mark: fn(usize) -> String, end: &str| -> String {
        asked.iter().enumerate().map(|(at, one)| format!("{}{one}{end}\n", mark(at))).collect()
    };
    let small = |mark: &str| -> String {
        asked.iter().map(|one| format!("{mark}{}{};\n", one[..1].to_lowercase(), &one[1..])).collect()
    };
    let heading = "Lawyer\n\nRequirements\n\n";
    let bullets: Vec<String> = vec![
        items(|_| "- ".into(), ""),
        items(|_| "• ".into(), ";"),
        items(|_| "\u{2022}\t".into(), "."),
        items(|at| format!("{}. ", at + 1), ""),
        items(|at| format!("{}) ", char::from(b'a' + u8::try_from(at).unwrap())), ";"),
        items(|at| format!("({}) ", at + 1), ""),
        items(|_| "* ".into(), ""),
        items(|_| "  – ".into(), " ;"),
        small("- "),
        small("• "),
        items(|_| String::new(), ""),
        items(|_| String::new(), ".").replace('\n', " "),
    ];
    let first = of(&format!("{heading}{}", bullets[0]));
    assert_eq!(first.len(), 4);
    for text in &bullets {
        for heading in
            [heading, "Lawyer\n\nREQUIREMENTS:\n", "# Lawyer\n\n## Your profile\n", "Lawyer\n\n**Who you are**\n\n"]
        {
            assert_eq!(of(&format!("{heading}{text}")), first, "{heading}{text}");
        }
    }
}

#[test]
fn numbers_of_years_in_words_and_figures() {
    for (text, years) in [
        ("Au moins sept ans d'expérience", 7.0),
        ("sept (7) années d'expérience minimum", 7.0),
        ("Minimum 5 ans d'expérience", 5.0),
        ("3 à 5 ans d'expérience", 3.0),
        ("5+ years of experience", 5.0),
        ("ten years' experience", 10.0),
        ("a minimum of 18 months of experience", 1.5),
        ("plus de dix ans d'expérience", 10.0),
        ("Experience: at least 4 years", 4.0),
    ] {
        assert_eq!(ask::of(text, None, None), Ask::Years { at_least: years }, "{text}");
    }
    for text in ["Aged 18 to 30 years", "Contract of two years", "Le projet dure 3 ans", "experience with 2 donors"] {
        assert!(!matches!(ask::of(text, None, None), Ask::Years { .. }), "{text}");
    }
}

/// What is asked of the lines of a profile, each with whether it is required.
fn profile(text: &str) -> Vec<(bool, String)> {
    let posting = read(&format!("Archivist\n\nRequirements\n- {text}\n- Ability to work in a team\n"));
    let asked = posting.requirements.iter().filter(|one| one.quote != "Ability to work in a team");
    asked.map(|one| (one.required, asks(&one.ask))).collect()
}

#[test]
fn needs_and_tests_are_those_of_the_words() {
    for (text, expected) in [
        ("Anglais et français courants", &[(true, "language en fr C1")][..]),
        ("Parfaite maîtrise du français et de l'arabe", &[(true, "language fr ar C1")]),
        (
            "Excellent English and either Spanish or Turkish",
            &[(true, "language en C1"), (true, "language any of es tr -")],
        ),
        ("Couramment français et anglais (B2 minimum)", &[(true, "language fr en B2")]),
        ("French (C1) and English (B2)", &[(true, "language fr C1"), (true, "language en B2")]),
        ("Excellent English and good French (B2)", &[(true, "language en C1"), (true, "language fr B2")]),
        ("Georgian, Armenian or Russian", &[(true, "language any of ka hy ru -")]),
        ("FR et EN courants, NL ou DE souhaité", &[(true, "language fr en C1"), (false, "language any of nl de -")]),
        ("Bilingual French/Dutch or very good Dutch", &[(true, "language nl C1")]),
        ("English (C1) – any other language is a bonus", &[(true, "language en C1"), (false, "fact")]),
        ("Turkish: fluent; English: B2", &[(true, "language tr C1"), (true, "language en B2")]),
        ("Driving licence class B (class C1 is a plus)", &[(true, "fact"), (false, "fact")]),
        ("Driving licence class B (a real plus)", &[(false, "fact")]),
        ("A forklift licence is welcome", &[(false, "fact")]),
        ("Not to hold a doctorate yet", &[(true, "denied")]),
        ("Completed vocational training or several years of relevant experience", &[(true, "fact")]),
        ("A master in archives or five years of practice", &[(true, "degree master or experience [archives]")]),
        (
            "Master's degree in law; or a bachelor's degree with two additional years",
            &[(true, "degree master or experience [law]")],
        ),
        (
            "Expérience d'au moins 6 ans à un poste similaire, dont 2 ans à l'étranger",
            &[(true, "years 6"), (true, "years 2")],
        ),
        ("Bachelor/Master in marketing or comparable", &[(true, "degree bachelor [marketing]")]),
        ("4+ years in sales", &[(true, "years 4")]),
        ("A qualified accountant, with three years' experience", &[(true, "fact"), (true, "years 3")]),
        ("Excel, Odoo est un plus", &[(true, "fact"), (false, "fact")]),
        ("Postgraduate teaching certificate", &[(true, "fact")]),
        ("A postgraduate qualification", &[(true, "degree master []")]),
        ("A postgraduate qualification in law is desirable", &[(false, "degree master [law]")]),
        ("Post-graduate studies in law", &[(true, "degree master [law]")]),
        ("Leadership, résistance au stress et maturité", &[(true, "fact")]),
    ] {
        let expected: Vec<(bool, String)> = expected.iter().map(|(need, ask)| (*need, (*ask).to_owned())).collect();
        assert_eq!(profile(text), expected, "{text}");
    }
}

#[test]
fn what_stands_beside_requirements_is_none() {
    let list = "- Master's degree in law\n- Five years of experience in archives\n- Fluent English\n";
    for (before, after) in [
        ("3. REQUIREMENTS\n\n", "\n4. CONDITIONS OF THE POST\nThe contract is for five years.\n"),
        ("## Your profile\n", "\n## The Archive and its team\nWe are twelve.\n"),
        ("Requirements\n", "\nRemuneration is 2,600 euros a month.\n"),
        ("Could this be you?\n", "\nHow it goes on?\nAn answer to all before the end of March.\n"),
        (
            "Post: Archivist\nTeam: Records\nHours: 36 per week\n\nYour application interests us if you meet the following conditions:\n",
            "",
        ),
        ("Bright and brave\n", "\nWhat we give you\n- English lessons\n- 25 days of leave\n"),
    ] {
        let posting = read(&format!("{before}{list}{after}"));
        let asked: Vec<String> = posting.requirements.iter().map(|one| asks(&one.ask)).collect();
        assert_eq!(asked, ["degree master [law]", "years 5", "language en C1"], "{before}{list}{after}");
    }
}

#[test]
fn a_sentence_that_ends_with_a_joint_ends() {
    for text in ["Profil\n, Master en droit et", "Profil\n'Master en droit, ", "Profil\n- , et expérience et, et"] {
        let _ = read(text);
    }
}

#[test]
fn what_is_no_requirement_is_none() {
    for text in [
        "We have more than 20 years of experience in emergencies.",
        "You will lead a team of five and manage a budget of one million.",
        "Responsibilities\n- Supervise a team with at least two visits a year\n- Write in English and French",
        "What we offer\n- A Master's programme after two years of experience\n- English lessons",
        "About us\nOur staff speaks English, French and Arabic, and has years of experience.",
        "",
        "\n\n\n",
    ] {
        assert_eq!(read(text).requirements, Vec::new(), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text(text in "(\\PC|\n|\n- |[a-z]{1,9} |, |; |: |au moins 5 ans |Master en droit|Profil\n|[0-9]{1,2}/05/2024|\\(|\\)|\t){0,60}") {
        let posting = read(&text);
        for one in &posting.requirements {
            prop_assert!(!one.quote.trim().is_empty());
        }
    }
}

#[test]
fn who_recruits_is_looking_for_somebody() {
    let recruits = |text: &str| read(text).organisation;
    assert_eq!(recruits("Archiviste\n\nL'Exemple recherche un archiviste.\n").as_deref(), Some("Exemple"));
    for heading in ["Profil recherché", "Profil recherché :", "Compétences recherchées"] {
        assert_eq!(recruits(&format!("Archiviste\n\n{heading}\n- permis de conduire\n")), None, "{heading}");
    }
}

#[test]
fn the_deadline_is_asked_once() {
    let list =
        "Archivist\n\nRequirements\n- Fluent English.\n\nApplications are received no later than 15 March 2025.\n";
    let posting = read(list);
    assert_eq!(posting.last_day().map(|day| day.to_string()).as_deref(), Some("2025-03-15"));
    assert_eq!(posting.requirements.len(), 1, "{:?}", posting.requirements);
}

#[test]
fn the_deadline_may_lead_to_a_list_of_documents() {
    for (text, day, hour) in [
        (
            "Archiviste\n\nComment postuler ?\n\nRemplissez le formulaire en ligne avant le 22 novembre 2026 à 23 h 59 et joignez :\n\
             - votre CV ;\n- une lettre de motivation.\n",
            "2026-11-22",
            None,
        ),
        (
            "Archivist\n\nHow to apply\nApply by 5 December 2026 at 17:00 and enclose:\n- your CV;\n- a cover letter.\n",
            "2026-12-05",
            Some("17:00"),
        ),
    ] {
        let posting = read(text);
        assert_eq!(posting.last_day().map(|day| day.to_string()).as_deref(), Some(day), "{text}");
        assert_eq!(posting.deadline.and_then(|deadline| deadline.hour).as_deref(), hour, "{text}");
    }
}

#[test]
fn what_stands_after_a_wish_may_be_required_and_what_an_employer_cannot_do_is_asked_of_nobody() {
    let text = "Accountant\n\nRequirements\n- Hands-on experience of an accounting package, preferably QuickBooks or Sage; advanced \
        Microsoft Excel.\n- The right to work in Kenya. TJA is not able to apply for work permits for this post.\n";
    assert_eq!(
        asked(text),
        [
            "done: Hands-on experience of an accounting package",
            "+ fact: preferably QuickBooks or Sage",
            "fact: advanced Microsoft Excel.",
            "fact: The right to work in Kenya.",
        ]
    );
}

/// What is asked by a whole posting, a line each: an asset with a plus before it, a document with its kind.
fn asked(text: &str) -> Vec<String> {
    let posting = read(text);
    let sign = |required: bool| if required { "" } else { "+ " };
    let papers = posting.documents.iter().map(|document| format!("provide {}", document.paper.name()));
    let asked =
        posting.requirements.iter().map(|one| format!("{}{}: {}", sign(one.required), asks(&one.ask), one.quote));
    asked.chain(papers).collect()
}

#[test]
fn forms_that_postings_have() {
    for (text, expected) in [
        // Numbers on lines of their own, and a second list of another thing.
        (
            "COUNTY LAWYER\ni.\nHave a Bachelor of Laws (LLB) degree\nfrom a recognised university;\nii.\nHave at least five \
             (5) years' experience\nas an advocate.\ni.\nAdvise the council;\nii.\nDraft its by-laws.\n",
            &[
                "degree bachelor []: Have a Bachelor of Laws (LLB) degree from a recognised university",
                "years 5: Have at least five (5) years' experience as an advocate.",
            ][..],
        ),
        // Small pictures before headings.
        (
            "Archiviste\n\n🎯 Missions\n\n- Classer les fonds\n\n👤 Profil recherché\n\n🎓 Formation et connaissances\n\n- Master \
             en archivistique\n\n🚗 Permis requis\n\nPermis de conduire B\n\n📋 Informations utiles\n\nPoste vacant\n",
            &["degree master [archivistique]: Master en archivistique", "fact: Permis de conduire B"],
        ),
        // Both genders in one word; what is offered calls.
        (
            "Éducateur\n\nLe - la candidat-e devra :\n\n- Être disponible en soirée\n- Maîtriser le braille\n\nNotre offre !\n\n- Une \
             équipe dynamique\n- Mobilité interne\n",
            &["fact: Être disponible en soirée", "level -: Maîtriser le braille"],
        ),
        // No line is blank.
        (
            "Consultant\nDuties\nWrite a report on water.\nRequired Qualifications\nAcademic Qualifications/Education\nUniversity \
             degree in hydrology.\nLanguage Requirements\nFluency in English. French is an asset.\n",
            &[
                "degree bachelor [hydrology]: University degree in hydrology.",
                "language en C1: Fluency in English.",
                "+ language fr -: French is an asset.",
            ],
        ),
        // What the post is, below a heading that announces a profile.
        (
            "Project manager\n\nProfile\n\nThe project manager will represent the organisation towards all ministries of the \
             country and its neighbours.\n\nEssential\n- Fluent in English\n- At least 5 years of experience, of which 3 in \
             management\n- University degree (Master's preferred)\n- French or Spanish\n",
            &[
                "language en C1: Fluent in English",
                "years 5: At least 5 years of experience",
                "years 3: of which 3 in management",
                "degree bachelor []: University degree (Master's preferred)",
                "+ degree master []: Master's preferred",
                "language any of fr es -: French or Spanish",
            ],
        ),
        // Clauses of one sentence.
        (
            "The successful candidate will have at least five years' experience in litigation; will have good knowledge of asylum \
             law; and will have excellent English language skills and either French or Spanish.\n",
            &[
                "years 5: The successful candidate will have at least five years' experience in litigation",
                "level good: will have good knowledge of asylum law",
                "language en C1: will have excellent English language skills",
                "language any of fr es -: either French or Spanish.",
            ],
        ),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn a_list_of_documents_asks_for_each() {
    for (text, expected) in [
        (
            "Enquêteur\n\nProfil recherché\n- Licence en sociologie\n\nConditions de soumission\nLes dossiers de candidature doivent \
             contenir les pièces suivantes :\n- Une lettre de motivation\n- Un CV à jour\n- Une copie de la carte d'identité\n",
            &[
                "degree bachelor [sociologie]: Licence en sociologie",
                "document: Une copie de la carte d'identité",
                "provide cover letter",
                "provide cv",
            ][..],
        ),
        // An abbreviation ends no sentence.
        (
            "How to apply\nSend your CV, a cover letter (max. 2 pages) and the contact details of two referees. Late applications \
             are not read.\n",
            &["provide cv", "provide cover letter", "provide references"],
        ),
        // What an offer is to hold is not what is offered.
        (
            "Soumission\n\nL'offre technique devra inclure :\n1. Une méthodologie\n2. Les CV détaillés\n",
            &["document: Une méthodologie", "provide cv"],
        ),
        (
            "DOSSIER DE CANDIDATURE\n\n1- Une lettre de motivation ;\n\n2- Une attestation d'emploi ;\n",
            &["document: Une attestation d'emploi ;", "provide cover letter"],
        ),
        // The same where its items have no mark but the semicolon at their ends.
        (
            "Le dossier de candidature doit comporter :\nUne lettre de motivation adressée au jardin ;\nUn curriculum vitae ;\n\
             Une copie de la carte d'identité.\nLes entretiens auront lieu en mai.\n",
            &["document: Une copie de la carte d'identité.", "provide cover letter", "provide cv"],
        ),
    ] {
        assert_eq!(asked(text), expected, "{text}");
    }
}

#[test]
fn titles_and_names_are_no_other_line() {
    for (text, title, organisation) in [
        ("Remote Position: No\n\nRequirements\n- English\n", None, None),
        ("Location: Ghent\nSalary: 3000 EUR\nHours: full time\n\nRequirements\n- English\n", None, None),
        ("Rejoins-nous !\n\nProfil\n- Anglais\n", None, None),
        ("- Être majeur ;\n- Parler anglais ;\n", None, None),
        (
            "Le Foyer exemple recherche un(e) éducateur(rice) de rue\n\nProfil\n- Anglais\n",
            Some("un(e) éducateur(rice) de rue"),
            Some("Foyer exemple"),
        ),
        (
            "Plaidoirie Exemple – offre d’emploi\n\nResponsable du pôle « Accès au droit » (H/F/X) – Marseille\n\nProfil\n- Anglais\n",
            Some("Responsable du pôle « Accès au droit » (H/F/X) – Marseille"),
            Some("Plaidoirie Exemple"),
        ),
        (
            "Example Rights Watch | Job advert\n\nArchivist, Nairobi\n\nRequirements\n- English\n",
            Some("Archivist, Nairobi"),
            Some("Example Rights Watch"),
        ),
        // Who recruits may stand above the post, and where it is between them.
        (
            "EXAMPLE RIGHTS WATCH (ERW)\nMission of Ghent\n\nGrants Coordinator\n\nExample Rights Watch is a small association.\n\nRequirements\n- English\n",
            Some("Grants Coordinator"),
            Some("EXAMPLE RIGHTS WATCH"),
        ),
        // What somebody says of themselves beside their name is no title.
        (
            "EXEMPLE COMMUN — Réseau pour les droits\n\nOFFRE D'EMPLOI\nChargé·e de plaidoyer (H/F/X)\n\nExemple Commun recrute.\n\nProfil\n- Anglais\n",
            Some("Chargé·e de plaidoyer (H/F/X)"),
            Some("Exemple Commun"),
        ),
        ("Legal officer – vacancy\n\nRequirements\n- English\n", Some("Legal officer – vacancy"), None),
        (
            "Enquêteur\n\nEn effet, Exemple Lab recherche des enquêteurs.\n\nProfil\n- Anglais\n",
            Some("Enquêteur"),
            Some("Exemple Lab"),
        ),
    ] {
        let posting = read(text);
        assert_eq!((posting.title.as_deref(), posting.organisation.as_deref()), (title, organisation), "{text}");
    }
}

#[test]
fn a_posting_in_a_language_that_is_not_read_is_known_by_its_words() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            assert_eq!(unread(&std::fs::read_to_string(&path).unwrap()), None, "{}", path.display());
        }
    }
    for (text, language) in [
        (
            "Referent*in für Asylpolitik\n\nIhr Profil\n- Abgeschlossenes Studium der Rechtswissenschaft\n- Mindestens drei Jahre \
             Berufserfahrung\n- Sehr gute Deutschkenntnisse\n- Französischkenntnisse sind von Vorteil\n",
            Some("de"),
        ),
        (
            "Coordinador de proyectos\n\nRequisitos\n- Título universitario en derecho\n- Mínimo cuatro años de experiencia\n\
             - Inglés nivel B2 o superior\n\nSe valorará\n- Conocimientos de francés\n",
            Some("es"),
        ),
        (
            "Stichting zoekt een beleidsmedewerker\n\nWat vragen wij?\n- Minimaal drie jaar werkervaring\n- Goede beheersing van \
             het Nederlands\n- Kennis van het Arabisch is een pré\n",
            Some("nl"),
        ),
        // What is asked beside it, in a language that is read.
        (
            "Jurist / Juriste\n\nProfil\n- Mindestens drei Jahre Berufserfahrung\n- Sehr gute Deutschkenntnisse\n\nProfil \
             recherché\n- Au moins trois années d'expérience professionnelle\n- Très bonnes connaissances de l'allemand\n",
            None,
        ),
        (
            "Archivist at the Stichting Open Archief, Utrecht\n\nRequirements\n- Fluent in English\n- Dutch or German\n",
            None,
        ),
        ("Director\n\nRequirements\n- excellent English\n", None),
        ("", None),
    ] {
        assert_eq!(unread(text), language, "{text}");
    }
}
