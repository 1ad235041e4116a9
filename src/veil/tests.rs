use proptest::prelude::*;

use super::*;

fn veil(cells: &[&str]) -> Veil {
    let mut veil = Veil::knowing(known());
    cells.iter().for_each(|cell| veil.hide(cell));
    veil
}

fn known() -> HashSet<String> {
    ["Human rights law", "EU", "Rapporteur spécial", "French"].iter().flat_map(|text| known_words(text)).collect()
}

#[test]
fn what_names_somebody_is_cut_out() {
    let veil = veil(&[
        "Zoé Exemple",
        "zoe.exemple@example.org",
        "+32 470 12 34 56",
        "1990-02-03",
        "Jean-Luc O'Specimen",
        "Müller, Bo",
        "Ada van der Law",
        "李雷",
        "An McFictive",
        "14 juillet 1979",
        "linkedin.example/in/adaline-placeholder",
        "May Modèle",
        "French",
        "Yes",
    ]);
    for (text, left) in [
        ("I am Zoé Exemple, write to zoe@example.org", "I am […], write to […]"),
        ("ZOE  EXEMPLE; zoé", "[…]; […]"),
        ("Zo\u{200b}é E\u{301}xemple's cv_zoe_exemple.pdf", "[…]'s cv_[…].pdf"),
        ("ZoeExemple zexemple exemple_zoe CVZoe", "[…] CVZoe"),
        ("cvZoe ExempleZ", "cv[…]"),
        ("Z. Exemple, and Exemple, Zoé: a Z", "[…], and […]: a Z"),
        ("tel 0470/12.34.56 or 0032470123456, 470 12 34 56", "tel […] or […]"),
        ("call 555 1234, 06 11 22 33 44, (415) 555-0132, +1 415 555 0132", "call […]"),
        ("born 3 February 1990, 03/02/1990, 3.2.90 and 19900203", "born […] and […]"),
        ("née le 14/07/1979 à Bruxelles", "née le […] à Bruxelles"),
        ("Jeanluc and Jean Luc and OSpecimen and o'specimen", "[…] and […] and […] and o'[…]"),
        ("Mueller, Muller and Bo with a bow", "[…] and […] with a bow"),
        ("my law degree, Ada Law, van Law; Law, Ada; a van", "my law degree, […]; […]; a […]"),
        ("我是李雷，你好", "我是[…]，你好"),
        ("An hour; an McFictive; Mc Fictive", "An hour; […]; […]"),
        ("May 2012 to May 2016, signed May Modèle", "May 2012 to May 2016, signed […]"),
        ("French C1, yes; the EU", "French C1, yes; the EU"),
        ("https://example.org/x?y=1, (www.example.org). in/adaline", "[…], ([…]). in/[…]"),
        ("see linkedin.com/in/someone and @someone", "see […] and […]"),
        ("bo (at) example.org; ada @ example.org!", "[…]; […]!"),
    ] {
        assert_eq!(veil.cut(text), left, "{text}");
    }
}

#[test]
fn what_names_nobody_stays() {
    let veil = veil(&["Zoé Exemple", "zoe@example.org", "+32 470 12 34 56", "1990-02-03", "F", "", "12 rue, 1050"]);
    for text in [
        "2012-03/2016-06; 2016-09/present",
        "01/02/2019 - 03/04/2020, 05.06.2019-07.08.2020",
        "4'300, 5 100, 4.000,50, 1 200 000, 1,500",
        "C1 / B2, B.A./M.A., Node.js/Vue.js; and/or",
        "LLM in International Human Rights Law (2009); LLB (2007)",
        "2024-05-02T09:14:00+02:00",
        "an example of matrix.com, at booking.com; f. 12 a @ b",
        "0,5 ETP; 00 12; 007",
        "exemplary exemples",
    ] {
        assert_eq!(veil.cut(text), text);
    }
}

#[test]
fn a_part_shows_nothing_that_the_whole_text_hides() {
    let veil = veil(&["Zoé Exemple"]);
    let text = "Call +32 470 12 34 56 for the EU; mail zoe@example.org";
    for (part, left) in [
        ("34 56 for the EU", "[…] for the EU"),
        ("Call +32 470 … the EU; mail", "Call […] … the EU; mail"),
        ("Call +32 470 12 34 56 for the EU; mail zoe@exam…", "Call […] for the EU; mail […]…"),
        ("of another text, Zoé", "of another text, […]"),
    ] {
        assert_eq!(veil.cut_part(text, part), left);
    }
}

#[test]
fn whose_cell_it_is_makes_no_difference() {
    let cells = ["Zoé Exemple", "Ada Fictive", "0470 12 34 56"];
    let mut joined = veil(&cells[2..]);
    joined.join(veil(&cells[..2]));
    let text = "Ada and Zoé, 0470123456";
    assert_eq!(joined.cut(text), veil(&cells).cut(text));
}

#[test]
fn much_text_takes_little_time() {
    let veil = veil(&["Zoé de la Exemple", "0470 12 34 56"]);
    for text in ["de ", "@", "1 ", "zoe ", "a.b@", "+", "1@", "01 ", "de Zoé de la "].map(|part| part.repeat(20_000)) {
        let left = veil.cut(&[&text, "Zoé"].concat()).into_owned();
        assert!(!left.contains("Zoé"));
    }
}

proptest! {
    /// Whatever stands in a text, it is cut without a panic, and nothing is left to be cut.
    #[test]
    fn any_text_is_cut(
        text in "([+0(@ ./:,…é\u{301}\u{200b}李]|zoe|Zoé|exemple|de|at|www|http|com|19|90|4.70|\\PC){0,24}",
        cell in "(Zoé|Exemple|[ @.'-]|\\PC|19|90){0,9}",
        from in 0..20usize,
        to in 0..20usize,
    ) {
        let veil = veil(&["Zoé Exemple", "0470 12 34 56", "1990-02-03", &cell]);
        let left = veil.cut(&text);
        let words: Vec<String> = words(&left).map(|word| fold(&left[word])).collect();
        prop_assert!(!words.iter().any(|word| ["zoe", "exemple"].contains(&word.as_str())), "{text}: {left}");
        let part: String = text.chars().skip(from).take(to).collect();
        let _ = veil.cut_part(&text, &part);
        let _ = veil.hides(&text);
    }
}
