use proptest::prelude::*;

use super::*;
use crate::text::languages;

fn of(code: &str) -> &'static Language {
    languages::by_code(code).unwrap_or_else(|| panic!("no language {code}"))
}

fn shown(heard: &Heard) -> String {
    let names = ["<A1", "A1", "A2", "B1", "B2", "C1", "C2"];
    match heard.reading().hull() {
        None => "?".to_owned(),
        Some(range) if range.is_exact() => names[range.low as usize].to_owned(),
        Some(range) => format!("{}-{}", names[range.low as usize], names[range.high as usize]),
    }
}

/// Cells of a column about English.
#[rustfmt::skip]
const COLUMN: &[(&str, &str)] = &[
        ("C1", "C1"),
        ("c1", "C1"),
        ("C1+", "C1-C2"),
        ("B2+", "B2-C2"),
        ("B2/C1", "B2-C1"),
        ("B2-C1", "B2-C1"),
        ("B2 à C1", "B2-C1"),
        ("between B2 and C1", "B2-C1"),
        ("C2 (native)", "C2"),
        ("native", "C2"),
        ("Native speaker", "C2"),
        ("Mother tongue", "C2"),
        ("langue maternelle", "C2"),
        ("Langue Maternelle", "C2"),
        ("bilingue", "C2"),
        ("bilingual", "C2"),
        ("natif/ve", "C2"),
        ("fluent", "C1-C2"),
        ("Fluent (C1)", "C1"),
        ("courant", "C1-C2"),
        ("courante", "C1-C2"),
        ("COURANT", "C1-C2"),
        ("lu, écrit, parlé couramment", "C1-C2"),
        ("advanced", "B2-C1"),
        ("avancé", "B2-C1"),
        ("Avancée (C1)", "C1"),
        ("Avancé(e)", "B2-C1"),
        ("professional", "B2-C1"),
        ("full professional proficiency", "C1-C2"),
        ("Native or bilingual proficiency", "C2"),
        ("professional working proficiency", "B2-C1"),
        ("limited working proficiency", "B1"),
        ("elementary proficiency", "A1-A2"),
        ("intermediate", "B1-B2"),
        ("intermédiaire", "B1-B2"),
        ("Intermédiaire (B1)", "B1"),
        ("upper intermediate", "B2"),
        ("conversational", "B1-B2"),
        ("basic", "A1-A2"),
        ("notions", "A1-A2"),
        ("débutant", "A1-A2"),
        ("débutante", "A1-A2"),
        ("beginner", "A1-A2"),
        ("none", "<A1"),
        ("aucun", "<A1"),
        ("aucune connaissance", "<A1"),
        ("no", "<A1"),
        ("non", "<A1"),
        ("0", "<A1"),
        ("yes", "A1-C2"),
        ("oui", "A1-C2"),
        ("x", "A1-C2"),
        ("✓", "A1-C2"),
        ("Yes, C1", "C1"),
        ("oui, courant", "C1-C2"),
        ("Oui (B2)", "B2"),
        ("excellent", "C1-C2"),
        ("very good", "B2-C2"),
        ("très bon", "B2-C2"),
        ("Très bonne maîtrise", "B2-C2"),
        ("bonne maîtrise", "B1-C1"),
        ("good", "B1-C1"),
        ("C1 oral, B2 écrit", "B2-C1"),
        ("oral C1 / écrit B2", "B2-C1"),
        ("Speaking: C1, writing: B2", "B2-C1"),
        ("spoken fluent, written good", "B1-C2"),
        ("niveau C1", "C1"),
        ("CEFR C1", "C1"),
        ("Level B2 (CEFR)", "B2"),
        ("niveau B2 du CECRL", "B2"),
        ("English C1", "C1"),
        ("anglais courant", "C1-C2"),
        ("fluent in English", "C1-C2"),
        ("English", "A1-C2"),
        ("IELTS 7.5", "C1"),
        ("IELTS: 8,5", "C2"),
        ("TOEFL 110", "C1"),
        ("TOEFL iBT 115/120", "C2"),
        ("TOEFL iBT: 80", "B2"),
        ("TOEIC 950", "C1-C2"),
        ("TOEIC 800", "B2"),
        ("C1 (IELTS 7.5)", "C1"),
        ("DALF C1", "?"),
        ("DELF B2", "?"),
        ("DELE B2 (2015)", "?"),
        ("CPE", "C2"),
        ("Cambridge CAE", "C1-C2"),
        ("working knowledge", "B1-C1"),
        ("at least B2", "B2-C2"),
        ("B2 minimum", "B2-C2"),
        ("near native", "C1-C2"),
        ("je parle couramment", "C1-C2"),
        ("C2.", "C2"),
        ("« C1 »", "C1"),
        ("[B1]", "B1"),
        ("B1/B2 (intermédiaire)", "B1-B2"),
        ("scolaire", "A1-B1"),
        ("C1-", "B2-C1"),
        ("proficient", "B2-C2"),
        ("school level", "A1-B1"),
        ("Good knowledge of English", "B1-C1"),
        ("bonne connaissance de l'anglais", "B1-C1"),
        ("C1 since 2015", "C1"),

];

const OPEN: &[&str] = &[
    "C1 (en cours)",
    "C1 expected",
    "C1?",
    "was fluent",
    "rusty",
    "learning",
    "en apprentissage",
    "not fluent",
    "presque C1",
    "almost C1",
    "C3",
    "D1",
    "12",
    "French: B2",
    "TOEFL 600",
    "see CV",
    "voir CV",
    "IELTS 12",
    "pas courant",
    "objectif C1",
    "B2, preparing C1",
    "C1 expired",
    "better than most",
];

/// (cell, en, fr, es, ru)
#[rustfmt::skip]
const LISTS: &[(&str, &str, &str, &str, &str)] = &[
    ("French C1; Spanish B2", "<A1", "C1", "B2", "<A1"),
    ("FR: C1, ES: B2", "<A1", "C1", "B2", "<A1"),
    ("English (fluent), French (native), basic Russian", "C1-C2", "C2", "<A1", "A1-A2"),
    ("anglais courant, espagnol intermédiaire", "C1-C2", "<A1", "B1-B2", "<A1"),
    ("Anglais : C2 / Espagnol : B1", "C2", "<A1", "B1", "<A1"),
    ("C1 French", "<A1", "C1", "<A1", "<A1"),
    ("C1 French, B2 Spanish", "<A1", "C1", "B2", "<A1"),
    ("fluent in English and French", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("fluent in English, French and Spanish", "C1-C2", "C1-C2", "C1-C2", "<A1"),
    ("Courant en anglais et en français", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("bonne maîtrise de l'anglais et du russe", "B1-C1", "<A1", "<A1", "B1-C1"),
    ("English, French and Spanish", "A1-C2", "A1-C2", "A1-C2", "<A1"),
    ("bilingue français-anglais", "C2", "C2", "<A1", "<A1"),
    ("bilingue français/anglais", "C2", "C2", "<A1", "<A1"),
    ("Bilingual (English/French)", "C2", "C2", "<A1", "<A1"),
    ("English: N/A; French: C1", "<A1-C2", "C1", "<A1", "<A1"),
    ("Langues maternelles : anglais et français", "C2", "C2", "<A1", "<A1"),
    ("Ma langue maternelle est le français et je parle couramment l'anglais", "C1-C2", "C2", "<A1", "<A1"),
    ("Fluent English French Spanish", "C1-C2", "A1-C2", "A1-C2", "<A1"),
    ("English, French (both fluent)", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("anglais oui, espagnol non", "<A1-C2", "<A1", "<A1", "<A1"),
    ("English (UK), French (France)", "A1-C2", "A1-C2", "<A1", "<A1"),
    ("Français, anglais courants", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("trilingue FR/EN/ES", "C1-C2", "C1-C2", "C1-C2", "<A1"),
    ("Langue maternelle : français ; anglais (C1)", "C1", "C2", "<A1", "<A1"),
    ("Langue maternelle : français\nAutres langues : anglais C1, espagnol B1", "C1", "C2", "B1", "<A1"),
    ("EN C2 | FR B2", "C2", "B2", "<A1", "<A1"),
    ("Français, Anglais (lu, parlé, écrit)", "A1-C2", "A1-C2", "<A1", "<A1"),
    ("Notions de russe", "<A1", "<A1", "<A1", "A1-A2"),
    ("English C1, no Russian", "C1", "<A1", "<A1", "<A1"),
    ("no Russian", "<A1", "<A1", "<A1", "<A1"),
    ("pas de russe", "<A1", "<A1", "<A1", "<A1"),
    ("anglais C1, pas de russe", "C1", "<A1", "<A1", "<A1"),
    ("Russian: no; Spanish: yes", "<A1", "<A1", "A1-C2", "<A1"),
    ("Russian: none, English: C1", "C1", "<A1", "<A1", "<A1"),
    ("French - native\nEnglish - C1", "C1", "C2", "<A1", "<A1"),
    ("• French: native\n• English: C1", "C1", "C2", "<A1", "<A1"),
    ("- Français : C2\n- Anglais : C1", "C1", "C2", "<A1", "<A1"),
    ("fluent English, French", "C1-C2", "A1-C2", "<A1", "<A1"),
    ("English, French: fluent", "A1-C2", "C1-C2", "<A1", "<A1"),
    ("English and French: fluent", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("anglais et français courants", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("fluent English and French", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("fluent English and native French", "C1-C2", "C2", "<A1", "<A1"),
    ("native French and fluent English, basic Spanish", "C1-C2", "C2", "A1-A2", "<A1"),
    ("English C1 and French", "C1", "A1-C2", "<A1", "<A1"),
    ("English fluent and native French", "C1-C2", "C2", "<A1", "<A1"),
    ("C1 in English and B2 in French", "C1", "B2", "<A1", "<A1"),
    ("English C1 French B2 Spanish A2", "C1", "B2", "A2", "<A1"),
    ("C1 English B2 French A2 Spanish", "C1", "B2", "A2", "<A1"),
    ("English, C1, French, B2", "C1", "B2", "<A1", "<A1"),
    ("English; C1; French; B2", "C1", "B2", "<A1", "<A1"),
    ("English\nC1\nFrench\nB2", "C1", "B2", "<A1", "<A1"),
    ("C1, English, B2, French", "C1", "B2", "<A1", "<A1"),
    ("Fluent: English, French. Basic: Russian", "C1-C2", "C1-C2", "<A1", "A1-A2"),
    ("Courant : anglais, français ; notions : russe, espagnol", "C1-C2", "C1-C2", "A1-A2", "A1-A2"),
    ("French: C1 oral, B2 écrit; English C2", "C2", "B2-C1", "<A1", "<A1"),
    ("French C1/C2, English B2-C1", "B2-C1", "C1-C2", "<A1", "<A1"),
    ("English (C1)", "C1", "<A1", "<A1", "<A1"),
    ("English (British) C1", "C1", "<A1", "<A1", "<A1"),
    ("Portuguese (Brazilian): C1; Spanish: C1", "<A1", "<A1", "C1", "<A1"),
    ("Anglais. Français.", "A1-C2", "A1-C2", "<A1", "<A1"),
    ("Ang. C1, esp. B2", "C1", "<A1", "B2", "<A1"),
    ("ENGLISH: FLUENT, FRENCH: NATIVE", "C1-C2", "C2", "<A1", "<A1"),
    ("fr: c1; en: c2", "C2", "C1", "<A1", "<A1"),
    ("FR(C1) EN(C2)", "C2", "C1", "<A1", "<A1"),
    ("FR=C1;EN=C2", "C2", "C1", "<A1", "<A1"),
    ("FRA C1, ENG C2, SPA B1", "C2", "C1", "B1", "<A1"),
    ("FR, EN, ES", "A1-C2", "A1-C2", "A1-C2", "<A1"),
    ("FR/EN", "A1-C2", "A1-C2", "<A1", "<A1"),
    ("English: native; French: learning", "?", "?", "?", "?"),
    ("English (native), Spanish (en cours d'apprentissage)", "?", "?", "?", "?"),
    ("English C2, would like to learn Russian", "?", "?", "?", "?"),
    ("English but no French", "A1-C2", "<A1", "<A1", "<A1"),
    ("anglais courant mais pas de russe", "C1-C2", "<A1", "<A1", "<A1"),
    ("none", "<A1", "<A1", "<A1", "<A1"),
    ("aucune", "<A1", "<A1", "<A1", "<A1"),
    ("English C1; other languages: none", "C1", "<A1", "<A1", "<A1"),
    ("English C1; others: none", "C1", "<A1", "<A1", "<A1"),
    ("Arabic native, English IELTS 7.5", "C1", "<A1", "<A1", "<A1"),
    ("French (DALF C1), English (TOEFL 115)", "C2", "C1", "<A1", "<A1"),
    ("Swahili, Lingala, French", "<A1", "A1-C2", "<A1", "<A1"),
    ("Deutsch C2, Englisch C1", "C1", "<A1", "<A1", "<A1"),
    ("español nativo", "<A1", "<A1", "C2", "<A1"),
    ("Klingon C1, English C2", "?", "?", "?", "?"),
    ("Frensh B2, English C1", "?", "?", "?", "?"),
    ("English, French, etc.", "?", "?", "?", "?"),
    ("English and other languages", "A1-C2", "<A1-C2", "<A1-C2", "<A1-C2"),
    ("multilingual", "?", "?", "?", "?"),
    ("fluent", "?", "?", "?", "?"),
    ("C1", "?", "?", "?", "?"),
    ("see CV", "?", "?", "?", "?"),
    ("5 languages", "?", "?", "?", "?"),
    ("I speak English fluently and have good French", "C1-C2", "B1-C1", "<A1", "<A1"),
    ("Je parle couramment anglais et français", "C1-C2", "C1-C2", "<A1", "<A1"),
    ("Je parle anglais (C1), français (langue maternelle) et un peu espagnol", "C1", "C2", "A1-B1", "<A1"),
    ("Français : langue maternelle ; anglais : courant ; espagnol : notions", "C1-C2", "C2", "A1-A2", "<A1"),
    ("Français (langue maternelle), Anglais (bilingue), Espagnol (scolaire)", "C2", "C2", "A1-B1", "<A1"),
    ("English – C1 – professional; French – A2", "C1", "A2", "<A1", "<A1"),
    ("French: advanced (B2+), Russian: beginner", "<A1", "B2-C1", "<A1", "A1-A2"),
    ("not fluent in Russian", "?", "?", "?", "?"),
    ("French C1, French B2", "<A1", "B2-C1", "<A1", "<A1"),
    ("Languages: English, French. French: C1", "A1-C2", "C1", "<A1", "<A1"),
    ("mother tongue English, French C1", "C2", "C1", "<A1", "<A1"),
    ("English mother tongue, French C1", "C2", "C1", "<A1", "<A1"),
    ("English (mother tongue) French (C1) Spanish (B1)", "C2", "C1", "B1", "<A1"),
    ("English as a second language", "A1-C2", "<A1", "<A1", "<A1"),
    ("Dari C2, Pashto C2", "<A1", "<A1", "<A1", "<A1"),
    ("anglais (C1) ; russe (A2) ; arabe (langue maternelle)", "C1", "<A1", "<A1", "A2"),
    ("EN: C1\r\nFR: B2\r\nRU: A1", "C1", "B2", "<A1", "A1"),
    ("French B2 (2019), English C1 (2020)", "C1", "B2", "<A1", "<A1"),
    ("English: Full professional proficiency; French: Native or bilingual proficiency", "C1-C2", "C2", "<A1",
    "<A1"),
];

#[test]
fn a_column() {
    let mut wrong = Vec::new();
    for (cell, expected) in COLUMN.iter().copied().chain(OPEN.iter().map(|cell| (*cell, "?"))) {
        let heard = level(cell, Some(of("en")), &Formats::default(), 2024);
        if shown(&heard) != expected {
            wrong.push(format!("{cell:?}: {}, not {expected} {:?}", shown(&heard), heard.left));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn lists() {
    let mut wrong = Vec::new();
    for (cell, en, fr, es, ru) in LISTS {
        for (code, expected) in [("en", en), ("fr", fr), ("es", es), ("ru", ru)] {
            let heard = in_list(cell, of(code), &Formats::default(), 2024);
            if shown(&heard) != **expected {
                wrong.push(format!("{cell:?} {code}: {}, not {expected} {:?}", shown(&heard), heard.left));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// What a list says, and which words were left.
#[test]
fn words_that_are_left_are_told() {
    for (cell, words) in [
        ("English C1, expired", &["expired"][..]),
        ("French C1 (In Progress)", &["Progress"]),
        ("English C2, would like to learn Russian", &["would like to learn"]),
        ("Klingon C1, English C2", &["Klingon"]),
        ("English literature", &["literature"]),
        ("English C1 (2031)", &["2031"]),
    ] {
        let heard = in_list(cell, of("en"), &Formats::default(), 2024);
        assert_eq!(
            (shown(&heard).as_str(), heard.left),
            ("?", words.iter().map(|w| (*w).to_owned()).collect()),
            "{cell}"
        );
    }
    // The level of a word that is not understood is no one else's.
    let heard = in_list("Klingon C1, English", of("en"), &Formats::default(), 2024);
    assert_eq!(heard.understood, NAMED.reading());
}

#[test]
fn certificates_are_of_one_language() {
    for (cell, en, fr) in [
        ("English IELTS 7.5; French DALF C1; Spanish DELE B2", "C1", "C1"),
        ("TOEFL 105, DELF B1", "C1", "B1"),
        ("DALF C2", "?", "C2"),
        ("English C1 (DALF C2)", "C1", "C2"),
        ("DELF B2 2019, IELTS 7.5 2021", "C1", "B2"),
        ("French (Alliance Française, 2015)", "<A1", "A1-C2"),
        ("English (British Council)", "A1-C2", "<A1"),
    ] {
        let shown = |code| shown(&in_list(cell, of(code), &Formats::default(), 2024));
        assert_eq!((&*shown("en"), &*shown("fr")), (en, fr), "{cell}");
    }
    assert_eq!(shown(&level("C1 (DALF)", Some(of("en")), &Formats::default(), 2024)), "?");
}

#[test]
fn one_level_for_several() {
    for (cell, en, fr, es) in [
        ("English, French, Spanish (all fluent)", "C1-C2", "C1-C2", "C1-C2"),
        ("English, French, Spanish (both fluent)", "A1-C2", "A1-C2", "C1-C2"),
        ("English, French and Spanish (fluent)", "A1-C2", "A1-C2", "C1-C2"),
        ("French and English bilingual, Spanish B2", "C2", "C2", "B2"),
        ("English/French/Spanish: C1/B2/A2", "A2-C1", "A2-C1", "A2-C1"),
        ("C1: English, French; B2: Spanish", "C1", "C1", "B2"),
        ("No English, French or Spanish", "<A1", "<A1", "<A1"),
        ("Oral: French C1, English B2; Written: French B2, English B1", "B1-B2", "B2-C1", "<A1"),
        ("Language | Level\nEnglish | C1\nFrench | B2", "C1", "B2", "<A1"),
        ("1) English C1\n2) French B2", "C1", "B2", "<A1"),
        ("Engels en Frans: vloeiend", "C1-C2", "C1-C2", "<A1"),
        ("Engels C1 en Frans B2", "C1", "B2", "<A1"),
    ] {
        let shown = |code| shown(&in_list(cell, of(code), &Formats::default(), 2024));
        assert_eq!((&*shown("en"), &*shown("fr"), &*shown("es")), (en, fr, es), "{cell}");
    }
}

proptest! {
    #[test]
    fn any_text(cell in any::<String>()) {
        let formats = Formats::default();
        let _ = (in_list(&cell, of("en"), &formats, 2024), level(&cell, Some(of("fr")), &formats, 2024), level(&cell, None, &formats, 2024));
    }

    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(&[
        "French", "C1", "and", "/", "-", ":", ",", ";", "no", "pas de", "fluent", "in", "(", ")", "\n", "en", "zyxvut",
        "EN", "other", "languages", "courants", "TOEFL", "110", ".", "but", "x", "both", "+", "at least", "n/a"][..]), 0..14)) {
        let cell = words.join(" ");
        let formats = Formats::default();
        for heard in [in_list(&cell, of("en"), &formats, 2024), level(&cell, Some(of("fr")), &formats, 2024)] {
            if let Some(range) = heard.understood.hull() {
                prop_assert!(0.0 <= range.low && range.low <= range.high && range.high <= 6.0, "{:?}", cell);
            }
        }
    }

    /// A list read by its items says the same as read whole.
    #[test]
    fn both_ways(
        items in prop::collection::vec((prop::sample::select(&[
            "French C1", "English: fluent", "native Spanish", "C1 English", "Arabic (B2)", "Russian - basic", "DELF B2",
            "English IELTS 7.5", "English C1/C2", "fluent in French", "Fluent: English", "French", "B2", "no Russian",
            "English and French C1", "EN C1", "fr: B2", "Spanish (C1", "oral)", "other languages: none", "zyxvut C1",
            "English C1 at Oxford", "☑ English C1", "[ ] French C1", "", "Serbian C1", "Serbo-Croatian B2", "both native",
        ][..]), prop::sample::select(&["; ", ", ", ";", " , ", "\n"][..])), 1..5),
        code in prop::sample::select(&["en", "fr", "es", "ru", "sr"][..]),
    ) {
        let cell: String = items.iter().map(|(item, end)| format!("{item}{end}")).collect();
        let formats = Formats::default();
        let whole = List::new(&cell, &formats, 2024);
        let whole = whole.map_or(Heard::whole(Reading::UNREADABLE), |list| list.level(of(code)));
        let mut listed = Listed::default();
        let _ = listed.level("English C1; French B2", of("en"), &formats, 2024);
        prop_assert_eq!(&listed.level(&cell, of(code), &formats, 2024), &whole, "{:?}", cell);
        prop_assert_eq!(&listed.level(&cell, of(code), &formats, 2024), &whole, "{:?}", cell);
    }

    /// Space and a word that nobody knows.
    #[test]
    fn dress(row in prop::sample::select(LISTS), code in prop::sample::select(&["en", "fr", "es", "ru"][..])) {
        let formats = Formats::default();
        let plain = in_list(row.0, of(code), &formats, 2024);
        let spaced = format!("\u{a0}{}\u{a0}", row.0.replace(' ', "\u{a0}"));
        prop_assert_eq!(in_list(&spaced, of(code), &formats, 2024).reading(), plain.reading());
        let more = in_list(&format!("{} zyxvut", row.0), of(code), &formats, 2024);
        prop_assert_eq!(more.reading().why(), Some(Why::Words));
    }
}

#[test]
fn codes() {
    for (cell, en, fr, es) in [
        ("fr C2, en C1, es B2, ru A2", "C1", "C2", "B2"),
        ("fr natif, en C2, es C1", "C2", "C2", "C1"),
        ("EN C1 FR B2 NL A2", "C1", "B2", "<A1"),
        ("EN-C1, FR-B2", "C1", "B2", "<A1"),
        ("IT C2, FR B1", "<A1", "B1", "<A1"),
        ("Languages: en, fr, de", "A1-C2", "A1-C2", "<A1"),
        // A word, or a code.
        ("fr natif, en courant", "<A1-C2", "C2", "<A1-C2"),
        ("EN FLUENT, FR NATIVE", "<A1-C2", "C2", "<A1-C2"),
        ("anglais, de bon niveau", "A1-C2", "<A1-C1", "<A1-C1"),
        ("anglais, de B2 à C1", "A1-C2", "<A1-C1", "<A1-C1"),
        // A level of whatever.
        ("B2, French C1", "<A1-B2", "C1", "<A1-B2"),
        ("English C1, B2", "B2-C1", "<A1-B2", "<A1-B2"),
    ] {
        let shown = |code| shown(&in_list(cell, of(code), &Formats::default(), 2024));
        assert_eq!((&*shown("en"), &*shown("fr"), &*shown("es")), (en, fr, es), "{cell}");
    }
}
