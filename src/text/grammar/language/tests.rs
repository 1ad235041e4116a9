mod told;

use proptest::prelude::*;

use self::told::{COLUMN, LISTS, OPEN};
use super::*;
use crate::languages;

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
        ("French C1 (In Progress)", &["In Progress"]),
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
        ("DELF B2 2019, IELTS 7.5 2021", "C1-C2", "B2-C2"),
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
        let whole = LanguageList::new(&cell, &formats, 2024);
        let whole = whole.map_or(Heard::whole(Reading::UNREADABLE), |list| list.level(of(code)));
        let mut listed = ReadLists::default();
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
