//! Singular and plural, women and men, by the endings that words have in the languages of the packs; and the forms of German
//! adjectives.

/// The endings of a singular and of its plural, and how long the singular is at least, in bytes.
const ENDINGS: [(&[u8], &[u8], usize); 7] = [
    (b"", b"s", 2),
    (b"al", b"aux", 3),
    (b"ail", b"aux", 5),
    (b"y", b"ies", 4),
    (b"sis", b"ses", 5),
    (b"man", b"men", 3),
    (b"", b"es", 5),
];

/// The endings of German and Dutch nouns, and of the words for women and men who do something, each on words that end so in
/// no other way in another language: "strengthen" is no plural of "strength". The shorter comes first, with how long it is at
/// least, in bytes. Duden, Grammatik; Algemene Nederlandse Spraakkunst; Académie française, La féminisation des noms de métiers.
#[rustfmt::skip]
const FORMS: [(&[u8], &[u8], usize); 35] = [
    (b"cht", b"chte", 7), (b"cht", b"chten", 7), (b"chte", b"chten", 8), (b"kt", b"kte", 5), (b"kt", b"kten", 5),
    (b"kte", b"kten", 6), (b"ct", b"cten", 6), (b"ion", b"ionen", 5), (b"tor", b"toren", 5), (b"enz", b"enzen", 5),
    (b"anz", b"anzen", 5), (b"ung", b"ungen", 5), (b"ing", b"ingen", 6), (b"heit", b"heiten", 6), (b"keit", b"keiten", 6),
    (b"schaft", b"schaften", 8), (b"ist", b"isten", 6), (b"ent", b"enten", 6), (b"ant", b"anten", 6), (b"slag", b"slagen", 6),
    (b"ez", b"eces", 4), (b"child", b"children", 5),
    (b"teur", b"trice", 6), (b"tor", b"trice", 6), (b"eur", b"euse", 6), (b"eur", b"eure", 6), (b"ller", b"llere", 6),
    (b"ocat", b"ocate", 6), (b"cial", b"ciale", 6), (b"or", b"ora", 6), (b"dano", b"dana", 6), (b"ogado", b"ogada", 6),
    (b"or", b"orin", 6), (b"er", b"erin", 6), (b"alt", b"altin", 6),
];

/// Whether two folded words are the same but for singular and plural, and for women and men. No ending is another first letter.
pub(crate) fn same_word(a: &str, b: &str) -> bool {
    let (one, many) = (a.as_bytes(), b.as_bytes());
    one.first() == many.first() && (one == many || is_plural(one, many) || is_plural(many, one))
}

/// The endings that a German adjective has before its noun.
const ADJECTIVES: [&str; 5] = ["en", "em", "er", "es", "e"];

/// How German adjectives end before that, folded: "europäisch", "öffentlich", "auswärtig", "international", "vereint". What ends
/// otherwise may be another word in another language ("drive" is no "driver").
const STEMS: [&str; 8] = ["isch", "lich", "ig", "ional", "zial", "ell", "itar", "eint"];

/// What all forms of a German adjective start with, where a folded word may be one.
pub(crate) fn adjective(word: &str) -> Option<&str> {
    let stem = ADJECTIVES.iter().find_map(|ending| word.strip_suffix(ending))?;
    STEMS.iter().any(|end| stem.ends_with(end) && stem.len() > end.len()).then_some(stem)
}

/// Whether two folded words are the same adjective: "(mit dem) Europäischen (Parlament)" is "Europäisches".
pub(crate) fn same_adjective(a: &str, b: &str) -> bool {
    adjective(a).is_some_and(|stem| Some(stem) == adjective(b))
}

/// The starts that a word has in all its forms, each with no other before it: where none of them stands, it does not.
pub(crate) fn starts(word: &str) -> Vec<String> {
    let endings = ENDINGS.iter().chain(&FORMS).map(|(one, many, _)| (*one, *many));
    let endings = endings.chain([(&b""[..], &b"es"[..]), (b"", b"x")]);
    let other = |from: &[u8], to: &[u8]| {
        let stem = word.as_bytes().strip_suffix(from)?;
        String::from_utf8([stem, to].concat()).ok()
    };
    let others = endings.flat_map(|(one, many)| [other(one, many), other(many, one)]).flatten();
    let mut forms: Vec<String> = others.filter(|form| same_word(word, form)).chain([word.to_owned()]).collect();
    forms.sort_unstable();
    forms.dedup_by(|next, start| next.starts_with(&**start));
    forms
}

/// Whether `many` is a plural of `one`. Abbreviations of two letters have only the plain "s" ("NGOs", but not "eux" for
/// "eu"), and figures have none.
fn is_plural(one: &[u8], many: &[u8]) -> bool {
    let Some(last) = one.last() else { return false };
    if last.is_ascii_digit() || many.len() <= one.len().saturating_sub(2) {
        return false;
    }
    let is = |end: &[u8], ends: &[u8]| {
        one.strip_suffix(end).is_some_and(|stem| many.strip_suffix(ends).is_some_and(|other| stem == other))
    };
    if one.len() <= 2 {
        // "UNs" is a plural, "uns" and "eus" are French words of their own.
        return one.len() == 2 && !matches!(one, b"un" | b"eu" | b"it") && is(b"", b"s");
    }
    let ends = |ends: &[&[u8]]| ends.iter().any(|end| one.ends_with(end));
    let regular = |(end, ends_many, least): &(&[u8], &[u8], usize)| {
        let vowel = || ends(&[b"ay", b"ey", b"oy"]);
        // "relatores", "universidades", "régionales"
        let spanish = || ends(&[b"l", b"r", b"n", b"d"]);
        let fits = match *ends_many {
            b"ies" => !vowel(),
            b"es" => spanish(),
            _ => true,
        };
        fits && one.len() >= *least && is(end, ends_many)
    };
    ENDINGS.iter().any(regular)
        || FORMS.iter().any(|(end, other, least)| one.len() >= *least && is(end, other))
        || ends(&[b"s", b"x", b"z", b"ch", b"sh", b"o"]) && is(b"", b"es")
        || ends(&[b"au", b"eu", b"ou"]) && is(b"", b"x")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAME: &[(&str, &str)] = &[
        ("ngo", "ngos"),
        ("hrd", "hrds"),
        ("ps", "pss"),
        ("policy", "policies"),
        ("treaty body", "treaty bodys"),
        ("woman", "women"),
        ("man", "men"),
        ("travail", "travaux"),
        ("regional", "regionaux"),
        ("reseau", "reseaux"),
        ("lieu", "lieux"),
        ("crisis", "crises"),
        ("analysis", "analyses"),
        ("church", "churches"),
        ("relator", "relatores"),
        ("universidad", "universidades"),
        ("mecanismo", "mecanismos"),
        ("menschenrecht", "menschenrechte"),
        ("menschenrechte", "menschenrechten"),
        ("koordinator", "koordinatoren"),
        ("projekt", "projekten"),
        ("konferenz", "konferenzen"),
        ("mensenrecht", "mensenrechten"),
        ("project", "projecten"),
        ("verslag", "verslagen"),
        ("juez", "jueces"),
        ("child", "children"),
        ("coordinateur", "coordinatrice"),
        ("coordinator", "coordinatrice"),
        ("chercheur", "chercheuse"),
        ("rapporteur", "rapporteure"),
        ("special", "speciale"),
        ("avocat", "avocate"),
        ("director", "directora"),
        ("abogado", "abogada"),
        ("koordinator", "koordinatorin"),
        ("burger", "burgerin"),
        ("anwalt", "anwaltin"),
    ];

    #[test]
    fn singular_and_plural() {
        for (one, many) in SAME {
            assert!(same_word(one, many) && same_word(many, one), "{one} {many}");
        }
        for (a, b) in [
            ("un", "uns"),
            ("eu", "eux"),
            ("it", "its"),
            ("7", "7s"),
            ("c", "cs"),
            ("day", "daies"),
            ("plan", "planes"),
            ("", "s"),
            ("nation", "nationality"),
            ("us", "use"),
            ("strength", "strengthen"),
            ("list", "listen"),
            ("refuge", "refugee"),
            ("moral", "morale"),
            ("rational", "rationale"),
            ("threat", "threaten"),
            ("flor", "flora"),
            ("llamado", "llamada"),
            ("armado", "armada"),
            ("christ", "christin"),
            ("recht", "rechten"),
            ("drive", "driver"),
        ] {
            assert!(!same_word(a, b) && !same_word(b, a), "{a} {b}");
        }
    }

    #[test]
    fn german_adjectives() {
        for form in ["europaische", "europaischen", "europaischem", "europaischer"] {
            assert!(same_adjective("europaisches", form), "{form}");
        }
        for (a, b) in [("europaisches", "europa"), ("neue", "neu"), ("vereinte", "verein"), ("driver", "drive")] {
            assert!(!same_adjective(a, b), "{a} {b}");
        }
    }

    #[test]
    fn every_form_has_a_start() {
        for (one, many) in SAME {
            for (word, form) in [(one, one), (one, many), (many, one), (many, many)] {
                assert!(starts(word).iter().any(|start| form.starts_with(&**start)), "{word} {form}");
            }
        }
        assert_eq!(starts("policies"), ["policie", "policy"]);
        assert_eq!(starts("network"), ["network"]);
    }
}
