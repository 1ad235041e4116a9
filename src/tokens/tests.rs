use proptest::prelude::*;

use super::*;

#[test]
fn cuts() {
    for (cell, expected) in [
        ("7 years", "7 years"),
        ("7,5 ans", "7 , 5 ans"),
        ("C1+", "c 1 +"),
        ("Ph.D. in Law", "phd . in law"),
        ("M.A., LL.M.", "ma . , llm ."),
        ("d’expérience", "d ' experience"),
        ("oct. 2015", "oct . 2015"),
        ("Node.js", "node . js"),
        ("7½", "7 ½"),
        ("７＋", "7 +"),
        ("m²", "m ²"),
        ("Nº 5", "n ° 5"),
        ("e\u{301}te\u{301}", "ete"),
        ("a\u{200b}b", "ab"),
        ("B.Tech", "btech"),
        ("etc.", "etc ."),
        ("2012–2016", "2012 - 2016"),
    ] {
        let tokens = Tokens::new(cell);
        let texts: Vec<&str> = tokens.all().iter().map(|token| tokens.text_of(token)).collect();
        assert_eq!(texts.join(" "), expected, "{cell:?}");
    }
}

#[test]
fn endings() {
    for (cell, end) in [
        ("débutant(e)", 4),
        ("avancé·e", 3),
        ("AVANCÉ·E", 3),
        ("natif/ve", 3),
        ("natifs/ves", 3),
        ("Anfänger*in", 3),
        ("nativo/a", 3),
        ("sept-ne", 1),
        ("anglais-es", 1),
        ("débutant (e)", 1),
        ("débutant(e", 1),
        ("débutant", 1),
        ("un-e", 1),
        ("défenseur·e·s", 5),
        ("défenseur(e)s", 5),
        ("Lehrer*innen", 3),
        ("défenseurs-euses", 3),
    ] {
        assert_eq!(Tokens::new(cell).after_ending(1), end, "{cell:?}");
    }
}

proptest! {
    #[test]
    fn every_visible_sign_is_in_a_token(cell in any::<String>()) {
        let tokens = Tokens::new(&cell);
        let mut last = 0;
        for token in tokens.all() {
            prop_assert!(token.span.start >= last && token.span.end > token.span.start);
            last = token.span.end;
            prop_assert!(cell.get(token.span.clone()).is_some());
        }
    }
}
