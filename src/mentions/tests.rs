use std::sync::Arc;

use proptest::prelude::*;

use super::*;

fn terms(terms: &[&[&str]]) -> Search {
    let term = |words: &&[&str]| Term {
        name: words[0].to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    Search::new(Arc::new(Terms::new(&terms.iter().map(term).collect::<Vec<_>>())), &Lexicon::default())
}

fn posting() -> Search {
    terms(&[
        &["EU advocacy", "plaidoyer auprès de l'UE", "plaidoyer européen"],
        &["special rapporteur", "rapporteur spécial", "procédures spéciales"],
        &["human rights defender", "défenseur des droits humains", "HRD", "DDH"],
        &["EEAS", "SEAE"],
        &["mécanisme régional", "regional mechanism"],
        &["universal periodic review", "UPR", "EPU"],
    ])
}

/// Surely and at most.
fn count(search: &Search, text: &str, scratch: &mut Scratch) -> (f64, f64) {
    let range = search.count(std::iter::once(text), None, scratch);
    (range.low, range.high)
}

#[test]
fn counts() {
    let posting = posting();
    for (text, low, high) in [
        ("HRDs, the EEAS and the UPR; no EU advocacy", 3.0, 4.0),
        ("no EU advocacy at first. Later EU advocacy", 1.0, 1.0),
        ("I did not study law but EU advocacy is my trade", 1.0, 1.0),
        ("not-for-profit EU advocacy", 1.0, 1.0),
        ("non-EU advocacy", 0.0, 1.0),
        ("EU\nadvocacy", 1.0, 1.0),
        ("EU\n\nadvocacy", 0.0, 0.0),
        ("EU\r\n\r\nadvocacy", 0.0, 0.0),
        ("no experience\nof EU advocacy", 0.0, 1.0),
        ("no children\nEU advocacy: five years", 1.0, 1.0),
        // A dot on the wrong side of its space, after a word longer than what is looked back on.
        ("rapporteursadvocacy .HRDs", 0.0, 1.0),
        ("", 0.0, 0.0),
    ] {
        assert_eq!(count(&posting, text, &mut Scratch::default()), (low, high), "{text:?}");
    }
    let texts = ["no EU advocacy", "EU advocacy, EEAS"];
    assert_eq!(posting.count(texts.into_iter(), None, &mut Scratch::default()), Range::exactly(2.0));
}

#[test]
fn snippets() {
    let search = posting();
    let text = "Première ligne sans rapport.\nDepuis dix ans à Bruxelles et à Genève, je travaille avec passion sur le plaidoyer \
                auprès de l’UE et d'autres institutions internationales, avec une équipe de douze personnes.\nFin.";
    let [mention] = &search.find(text, &mut Scratch::default())[..] else { panic!("one mention") };
    assert_eq!((mention.term, mention.open), (0, None));
    assert_eq!(
        &text[mention.snippet.clone()],
        "à Bruxelles et à Genève, je travaille avec passion sur le plaidoyer auprès de l’UE et d'autres institutions \
         internationales, avec une équipe"
    );
    let scratch = &mut Scratch::default();
    assert_eq!(&"EEAS"[search.find("EEAS", scratch)[0].snippet.clone()], "EEAS");
    assert_eq!(search.find("no EEAS", scratch)[0].open, Some(Why::Negated));
    assert_eq!(search.find("no EEAS. I know the EEAS.", scratch)[0].open, None);
}

/// The terms that a text mentions, without the automaton and without a window.
fn slowly(search: &Search, text: &str) -> Vec<usize> {
    let mut folded = String::new();
    folded::fold(text, &mut folded);
    let mut tokens = Tokens::default();
    tokens.recut(&folded);
    let mut found = Vec::new();
    for at in 0..tokens.all().len() {
        search.terms.written.starting(&tokens, at, same_word, |phrase, _| {
            found.push(search.terms.written.phrases()[phrase].number);
        });
    }
    found.sort_unstable();
    found.dedup();
    found
}

const WORDS: &[&str] = &[
    "EU",
    "eu",
    "advocacy",
    "no",
    "special",
    "rapporteurs",
    "HRDs",
    "hrd",
    "é",
    "défenseurs",
    "des",
    "droits",
    "humains",
    "-",
    "\n",
    ".",
    ",",
    "'",
    "EEAS",
    "\u{301}",
    "œ",
    "not",
    "régionaux",
    "mécanismes",
    "(",
    "E.U.",
    "ß",
];

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        let search = posting();
        let range = search.count(std::iter::once(text.as_str()), None, &mut Scratch::default());
        prop_assert!(range.low <= range.high);
        for mention in search.find(&text, &mut Scratch::default()) {
            prop_assert!(text.get(mention.snippet).is_some());
        }
    }

    /// Every byte of a fold has its place.
    #[test]
    fn places(text in any::<String>()) {
        let mut folded = String::new();
        folded::fold(&text, &mut folded);
        let places = folded::places(&text);
        prop_assert_eq!(places.len(), folded.len() + 1);
        prop_assert!(places.iter().all(|at| text.is_char_boundary(*at as usize)));
        prop_assert!(places.windows(2).all(|pair| pair[0] <= pair[1]));
    }

    /// Counting, finding and looking everywhere agree.
    #[test]
    fn all_ways(words in prop::collection::vec(prop::sample::select(WORDS), 0..30),
    gap in prop::sample::select(&["", " "][..])) {
        let text = words.join(gap);
        let search = posting();
        let (low, high) = count(&search, &text, &mut Scratch::default());
        let found = search.find(&text, &mut Scratch::default());
        // What was searched in part is searched on.
        let mut scratch = Scratch::default();
        let _ = search.count(std::iter::once(text.as_str()), Some(1.0), &mut scratch);
        prop_assert_eq!(&search.find(&text, &mut scratch), &found);
        prop_assert_eq!(count(&search, &text, &mut scratch), (low, high));
        let number = |sure: bool| -> usize {
            (0..6).filter(|term| found.iter().any(|m| m.term == *term && !(sure && m.open.is_some()))).count()
        };
        prop_assert_eq!((low, high), (number(true) as f64, number(false) as f64), "{:?}", text);
        let mut each: Vec<usize> = found.iter().map(|mention| mention.term).collect();
        each.sort_unstable();
        prop_assert_eq!(each, slowly(&search, &text), "{:?}", text);
    }
}
