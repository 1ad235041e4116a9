use super::super::samples::*;
use super::*;
use crate::kinds::evidence;
use crate::reading::{Bound, Range};
use crate::scale;

fn told(account: &TestAccount, when_missing: WhenMissing) -> (String, String) {
    let Text { en, fr } = reason(account, &judged(account, when_missing), when_missing);
    (en, fr)
}

fn check(rows: Vec<(TestAccount, &str, &str)>) {
    for (account, en, fr) in rows {
        assert_eq!(told(&account, WhenMissing::Review), (en.to_owned(), fr.to_owned()));
    }
}

#[test]
fn years() {
    let years = |reading| leaf(Unit::Years, least(7.0), reading, &[("years", "…")]);
    let within = |range| years(Reading::Within(range));
    check(vec![
        (years(Reading::exactly(13.0 / 3.0)), "4.33 years, under the 7 asked", "4,33 ans, sous le minimum demandé (7)"),
        (years(Reading::exactly(7.5)), "7.5 years: 7 asked", "7,5 ans (minimum demandé : 7)"),
        (years(Reading::exactly(7.0)), "7 years: 7 asked", "7 ans (minimum demandé : 7)"),
        (years(Reading::exactly(1.0)), "1 year, under the 7 asked", "1 an, sous le minimum demandé (7)"),
        (years(Reading::exactly(1.5)), "1.5 years, under the 7 asked", "1,5 an, sous le minimum demandé (7)"),
        (years(Reading::exactly(0.0)), "0 years, under the 7 asked", "0 an, sous le minimum demandé (7)"),
        (years(Reading::exactly(6.999)), "6.999 years, under the 7 asked", "6,999 ans, sous le minimum demandé (7)"),
        (years(Reading::exactly(7.001)), "7.001 years: 7 asked", "7,001 ans (minimum demandé : 7)"),
        (
            years(Reading::exactly(6.999_999_9)),
            "6.9999999 years, under the 7 asked",
            "6,9999999 ans, sous le minimum demandé (7)",
        ),
        (
            years(Reading::between(5.0, 8.0)),
            "5 to 8 years: the 7 asked may or may not be reached",
            "5 à 8 ans : on ne sait pas si le minimum demandé (7) est atteint",
        ),
        (within(Range::from(7.0)), "7 years or more: 7 asked", "7 ans ou plus (minimum demandé : 7)"),
        (within(Range::over(7.0)), "more than 7 years: 7 asked", "plus de 7 ans (minimum demandé : 7)"),
        (
            within(Range::under(0.0, 7.0)),
            "less than 7 years, under the 7 asked",
            "moins de 7 ans, sous le minimum demandé (7)",
        ),
        (
            within(Range::under(2.0, 3.0)),
            "2 to less than 3 years, under the 7 asked",
            "de 2 à moins de 3 ans, sous le minimum demandé (7)",
        ),
        (within(Range::up_to(0.0, 3.0)), "0 to 3 years, under the 7 asked", "0 à 3 ans, sous le minimum demandé (7)"),
        (
            within(Range { low_open: true, ..Range::between(3.0, 9.0) }),
            "more than 3 and at most 9 years: the 7 asked may or may not be reached",
            "plus de 3 et au plus 9 ans : on ne sait pas si le minimum demandé (7) est atteint",
        ),
    ]);
}

#[test]
fn numbers() {
    let salary = |reading| leaf(Unit::Number, most(5100.0), reading, &[("salary", "…")]);
    let both = Bound { at_least: Some(3.0), at_most: Some(7.0), full_at: None };
    let both = |reading| leaf(Unit::Number, both, reading, &[("n", "…")]);
    let any = Bound { full_at: Some(15.0), ..Bound::default() };
    check(vec![
        (
            salary(Reading::exactly(4500.0)),
            "4,500: at most 5,100 asked",
            "4\u{202f}500 (maximum demandé : 5\u{202f}100)",
        ),
        (
            salary(Reading::exactly(5100.004)),
            "5,100.004, over the limit of 5,100",
            "5\u{202f}100,004, au-dessus du maximum demandé (5\u{202f}100)",
        ),
        (
            salary(Reading::Either(Range::exactly(1.5), Range::exactly(1500.0))),
            "1.5 or 1,500: at most 5,100 asked",
            "1,5 ou 1\u{202f}500 (maximum demandé : 5\u{202f}100)",
        ),
        (
            salary(Reading::between(5000.0, 6000.0)),
            "5,000 to 6,000: the limit of 5,100 may or may not be kept",
            "5\u{202f}000 à 6\u{202f}000 : on ne sait pas si le maximum demandé (5\u{202f}100) est respecté",
        ),
        (both(Reading::exactly(5.0)), "5: from 3 to 7 asked", "5 (demandé : de 3 à 7)"),
        (both(Reading::exactly(2.0)), "2, under the 3 asked", "2, sous le minimum demandé (3)"),
        (both(Reading::exactly(-2.0)), "-2, under the 3 asked", "-2, sous le minimum demandé (3)"),
        (both(Reading::exactly(8.0)), "8, over the limit of 7", "8, au-dessus du maximum demandé (7)"),
        (
            both(Reading::Either(Range::exactly(1.5), Range::exactly(1500.0))),
            "1.5 or 1,500, outside the 3 to 7 asked",
            "1,5 ou 1\u{202f}500, hors de la fourchette demandée (de 3 à 7)",
        ),
        (
            both(Reading::between(2.0, 6.0)),
            "2 to 6: the 3 asked may or may not be reached",
            "2 à 6 : on ne sait pas si le minimum demandé (3) est atteint",
        ),
        (
            both(Reading::between(6.0, 9.0)),
            "6 to 9: the limit of 7 may or may not be kept",
            "6 à 9 : on ne sait pas si le maximum demandé (7) est respecté",
        ),
        (
            both(Reading::between(1.0, 9.0)),
            "1 to 9: may or may not be within the 3 to 7 asked",
            "1 à 9 : on ne sait pas si c'est dans la fourchette demandée (de 3 à 7)",
        ),
        (
            leaf(Unit::Years, any, Reading::exactly(12.0), &[]),
            "12 years (full credit at 15)",
            "12 ans (tous les points à partir de 15)",
        ),
    ]);
}

#[test]
fn a_degree_in_another_field_is_not_read_as_none() {
    let degree = leaf(step(scale::education()), least(3.0), Reading::exactly(0.0), &[("degree", "…")]);
    let read = |account| value_read(Lang::En, &account);
    assert_eq!(read(degree.clone()), Ok("“none”".to_owned()));
    let elsewhere = read(doubted(degree, Why::Elsewhere));
    assert_eq!(elsewhere, Err("the degree is in another field than those listed".to_owned()));
}

#[test]
fn steps() {
    let level = |reading| leaf(cefr(), least(5.0), reading, &[("english", "…")]);
    let good = |reading| leaf(step(scale::proficiency()), least(2.0), reading, &[("drafting", "…")]);
    let degree = |reading| leaf(step(scale::education()), least(3.0), reading, &[("degree", "…")]);
    check(vec![
        (level(Reading::between(5.0, 6.0)), "C1 to C2: C1 asked", "C1 à C2 (minimum demandé : C1)"),
        (level(Reading::exactly(4.0)), "B2, under the C1 asked", "B2, sous le minimum demandé (C1)"),
        (
            level(Reading::exactly(0.0)),
            "below A1 or not named, under the C1 asked",
            "langue non citée ou niveau inférieur à A1, sous le minimum demandé (C1)",
        ),
        (
            level(Reading::between(4.0, 5.0)),
            "B2 to C1: the C1 asked may or may not be reached",
            "B2 à C1 : on ne sait pas si le minimum demandé (C1) est atteint",
        ),
        (good(Reading::exactly(3.0)), "“very good”: “good” asked", "« très bonne » (minimum demandé : « bonne »)"),
        (
            doubted(degree(Reading::between(0.0, 4.0)), Why::UnderWay),
            "a degree still under way",
            "un diplôme encore en cours",
        ),
        (
            doubted(degree(Reading::between(0.0, 4.0)), Why::Elsewhere),
            "no degree in one of the fields listed is named",
            "aucun diplôme n'est cité dans l'un des domaines demandés",
        ),
        (
            doubted(degree(Reading::exactly(0.0)), Why::Elsewhere),
            "the degree is in another field than those listed",
            "le diplôme relève d'un autre domaine que ceux demandés",
        ),
        (
            doubted(degree(Reading::between(3.0, 4.0)), Why::UnderWay),
            "“bachelor” to “master”: “bachelor” asked",
            "« licence ou bachelier » à « master » (minimum demandé : « licence ou bachelier »)",
        ),
        (
            leaf(cefr(), least(4.0), Reading::Unknown(Why::Elsewhere), &[("languages", "anglais")]),
            "the cell does not name this language",
            "la cellule ne cite pas cette langue",
        ),
    ]);
}

#[test]
fn moments() {
    let deadline = most(day(2024, 5, 26).1);
    let date = |reading| leaf(Unit::Moment(ZONE), deadline, reading, &[("received", "…")]);
    let (start, end) = day(2024, 4, 3);
    let (other_start, other_end) = day(2024, 3, 4);
    let since = Bound { at_least: Some(day(2024, 5, 1).0), at_most: None, full_at: None };
    let since = |reading| leaf(Unit::Moment(ZONE), since, reading, &[("from", "…")]);
    check(vec![
        (
            date(Reading::exactly(moment(2024, 5, 27, 0, 3))),
            "27 May 2024 at 00:03 (Europe/Brussels), after 26 May 2024",
            "27 mai 2024 à 0 h 03 (Europe/Brussels), après le 26 mai 2024",
        ),
        (
            date(Reading::exactly(moment(2024, 5, 26, 23, 59))),
            "26 May 2024 at 23:59 (Europe/Brussels), not after 26 May 2024",
            "26 mai 2024 à 23 h 59 (Europe/Brussels) (demandé : au plus tard le 26 mai 2024)",
        ),
        (
            date(Reading::between(start, end)),
            "3 April 2024, not after 26 May 2024",
            "3 avril 2024 (demandé : au plus tard le 26 mai 2024)",
        ),
        (
            date(Reading::either(Range::between(start, end), Range::between(other_start, other_end))),
            "3 April 2024 or 4 March 2024, not after 26 May 2024",
            "3 avril 2024 ou 4 mars 2024 (demandé : au plus tard le 26 mai 2024)",
        ),
        (
            date(Reading::between(day(2024, 5, 1).0, day(2024, 5, 31).1)),
            "1 May 2024 to 31 May 2024: may or may not be after 26 May 2024",
            "du 1er mai 2024 au 31 mai 2024 : on ne sait pas si c'est après le 26 mai 2024",
        ),
        (
            date(Reading::between(moment(2024, 5, 26, 23, 0), moment(2024, 5, 27, 1, 0))),
            "26 May 2024 at 23:00 (Europe/Brussels) to 27 May 2024 at 01:00 (Europe/Brussels): may or may not be after 26 May 2024",
            "du 26 mai 2024 à 23 h 00 (Europe/Brussels) au 27 mai 2024 à 1 h 00 (Europe/Brussels) : on ne sait pas si c'est après le 26 mai 2024",
        ),
        (since(Reading::between(start, end)), "3 April 2024, before 1 May 2024", "3 avril 2024, avant le 1er mai 2024"),
        (
            since(Reading::Within(Range::from(day(2024, 5, 2).0))),
            "2 May 2024 or later, not before 1 May 2024",
            "2 mai 2024 ou plus tard (demandé : à partir du 1er mai 2024)",
        ),
    ]);
}

#[test]
fn tests_without_size() {
    let of = |unit: &Unit, reading| leaf(unit.clone(), YES, reading, &[("c", "peut-être")]);
    let terms = |low, high, total| {
        leaf(crate::kinds::terms(total), least(2.0), Reading::between(low, high), &[("letter", "…")])
    };
    check(vec![
        (of(&Unit::YesNo, Reading::exactly(1.0)), "yes", "oui"),
        (of(&Unit::YesNo, Reading::exactly(0.0)), "no", "non"),
        (
            of(&Unit::YesNo, Reading::between(0.0, 1.0)),
            "neither a clear yes nor a clear no",
            "ni un oui clair, ni un non clair",
        ),
        (
            of(&Unit::YesNo, Reading::UNREADABLE),
            "`peut-être` cannot be read as yes or no",
            "`peut-être` ne se lit pas comme oui ou non",
        ),
        (of(&Unit::Presence, Reading::exactly(1.0)), "provided", "fourni"),
        (of(&Unit::Presence, Reading::exactly(0.0)), "not provided", "non fourni"),
        (of(&Unit::Category, Reading::exactly(1.0)), "one of the values that pass", "l'une des valeurs admises"),
        (of(&Unit::Category, Reading::exactly(0.0)), "none of the values that pass", "aucune des valeurs admises"),
        (terms(0.0, 0.0, 3), "none of the 3 terms is named", "aucun des 3 termes n'est mentionné"),
        (terms(0.0, 0.0, 1), "the term asked for is not named", "le terme demandé n'est pas mentionné"),
        (terms(1.0, 1.0, 3), "1 of 3 terms, under the 2 asked", "1 des 3 termes, sous le minimum demandé (2)"),
        (terms(2.0, 3.0, 3), "2 to 3 of 3 terms: 2 asked", "2 à 3 des 3 termes (minimum demandé : 2)"),
        (doubted(terms(1.0, 2.0, 3), Why::Negated), "named beside a negation", "mentionné à côté d'une négation"),
        (
            doubted(terms(0.0, 2.0, 3), Why::Around),
            "named, but what stands around it leaves it open",
            "mentionné, mais le contexte ne permet pas de conclure",
        ),
        (
            doubted(terms(0.0, 2.0, 3), Why::Everyday),
            "cannot be told from an everyday word",
            "ne se distingue pas d'un mot courant",
        ),
        (
            leaf(Unit::Rating(5.0), least(4.0), Reading::exactly(11.0 / 3.0), &[("a", "3"), ("b", "4")]),
            "3.67 out of 5, under the 4 asked",
            "3,67 sur 5, sous le minimum demandé (4)",
        ),
    ]);
}

#[test]
fn nothing_known() {
    let years = |reading, cell: &str| leaf(Unit::Years, least(7.0), reading, &[("years", cell)]);
    check(vec![
        (years(Reading::MISSING, " "), "the cell is empty", "la cellule est vide"),
        (years(Reading::MISSING, "n/a"), "the cell says nothing (`n/a`)", "la cellule ne dit rien (`n/a`)"),
        (
            years(Reading::UNREADABLE, "à voir"),
            "`à voir` cannot be read as years",
            "`à voir` ne se lit pas comme une durée",
        ),
        (
            years(Reading::UNREADABLE, "on\n`two`  lines, and then so much more that nobody would read it all"),
            "`on 'two' lines, and then so much more t…` cannot be read as years",
            "`on 'two' lines, and then so much more t…` ne se lit pas comme une durée",
        ),
        (years(Reading::Unknown(Why::Untrusted), "7"), "the row cannot be trusted", "la ligne n'est pas fiable"),
        (
            leaf(cefr(), least(5.0), Reading::MISSING, &[("english", ""), ("languages", "")]),
            "the cells are empty",
            "les cellules sont vides",
        ),
    ]);
    let mut unbound = years(Reading::ABSENT, "");
    unbound.evidence[0].bound = false;
    check(vec![(unbound, "the file has no column `years`", "le fichier n'a pas de colonne `years`")]);
}

#[test]
fn an_empty_cell_counts_as_the_criterion_says() {
    let empty = leaf(Unit::Years, least(7.0), Reading::MISSING, &[("years", "")]);
    for (when_missing, en, fr) in [
        (WhenMissing::Review, "the cell is empty", "la cellule est vide"),
        (
            WhenMissing::Fail,
            "the cell is empty, which this posting counts as not met",
            "la cellule est vide, ce que cette annonce tient pour non satisfait",
        ),
        (
            WhenMissing::Skip,
            "the cell is empty, so this criterion is left out",
            "la cellule est vide : ce critère n'est donc pas compté",
        ),
    ] {
        assert_eq!(told(&empty, when_missing), (en.to_owned(), fr.to_owned()));
    }
    let short = leaf(Unit::Years, least(7.0), Reading::exactly(3.0), &[("years", "3")]);
    assert_eq!(told(&short, WhenMissing::Fail).0, "3 years, under the 7 asked");
    let problem = Text::same("the row has 12 cells where the header has 14");
    assert_eq!(untrusted(&problem).en, "the row cannot be trusted: the row has 12 cells where the header has 14");
}

fn language(en: &str, fr: &str, reading: Reading, cell: &str) -> TestAccount {
    named(leaf(cefr(), least(4.0), reading, &[("languages", cell)]), en, fr)
}

#[test]
fn groups() {
    let french = |reading| language("French: B2 or better", "français : B2 ou mieux", reading, "fr, es");
    let spanish = |reading| language("Spanish: B2 or better", "espagnol : B2 ou mieux", reading, "fr, es");
    let russian = |reading| language("Russian: B2 or better", "russe : B2 ou mieux", reading, "");
    let (good, poor) = (Reading::between(5.0, 6.0), Reading::exactly(1.0));
    let some = |parts| group(How::Some, Bound { full_at: Some(2.0), ..least(1.0) }, parts);
    let any = |parts| group(How::Any, Bound::default(), parts);
    let all = |parts| group(How::All, Bound::default(), parts);
    check(vec![
        (
            some(vec![french(good), spanish(good), russian(Reading::MISSING)]),
            "2 of 3 met: French: B2 or better (C1 to C2); Spanish: B2 or better (C1 to C2)",
            "2 satisfaits sur 3 : français : B2 ou mieux (C1 à C2) ; espagnol : B2 ou mieux (C1 à C2)",
        ),
        (some(vec![french(poor), spanish(poor)]), "0 of 2 met, 1 asked", "0 satisfait sur 2, 1 demandé"),
        (
            some(vec![french(poor), spanish(Reading::UNREADABLE)]),
            "0 of 2 met, 1 asked; open: Spanish: B2 or better (`fr, es` cannot be read as a level of this language)",
            "0 satisfait sur 2, 1 demandé ; à vérifier : espagnol : B2 ou mieux (`fr, es` ne se lit pas comme un niveau de cette langue)",
        ),
        (
            any(vec![french(poor), spanish(good)]),
            "met through: Spanish: B2 or better (C1 to C2)",
            "satisfait grâce à : espagnol : B2 ou mieux (C1 à C2)",
        ),
        (
            any(vec![french(poor), spanish(poor)]),
            "none is met: French: B2 or better (A1); Spanish: B2 or better (A1)",
            "aucun n'est satisfait : français : B2 ou mieux (A1) ; espagnol : B2 ou mieux (A1)",
        ),
        (
            any(vec![french(poor), spanish(Reading::between(3.0, 4.0))]),
            "none is certain; open: Spanish: B2 or better (B1 to B2)",
            "rien de certain ; à vérifier : espagnol : B2 ou mieux (B1 à B2)",
        ),
        (all(vec![french(good), spanish(good)]), "all 2 are met", "les 2 sont satisfaits"),
        (
            all(vec![french(good), spanish(poor)]),
            "not met: Spanish: B2 or better (A1)",
            "non satisfait : espagnol : B2 ou mieux (A1)",
        ),
        (
            all(vec![french(good), any(vec![spanish(poor), russian(Reading::MISSING)])]),
            "1 met; open: Spanish: B2 or better; or Russian: B2 or better (none is certain; open: Russian: B2 or better (the cell is empty))",
            "1 satisfait ; à vérifier : espagnol : B2 ou mieux ; ou russe : B2 ou mieux (rien de certain ; à vérifier : russe : B2 ou mieux (la cellule est vide))",
        ),
        (any(vec![russian(Reading::MISSING), russian(Reading::MISSING)]), "the cell is empty", "la cellule est vide"),
        (
            any(vec![french(poor), spanish(poor), russian(poor), french(poor), russian(poor)]),
            "none is met: French: B2 or better (A1); Spanish: B2 or better (A1); Russian: B2 or better (A1); 2 more",
            "aucun n'est satisfait : français : B2 ou mieux (A1) ; espagnol : B2 ou mieux (A1) ; russe : B2 ou mieux (A1) ; 2 autres",
        ),
    ]);
}

#[test]
fn evidence_is_the_cells_each_once() {
    let french = language("", "", Reading::exactly(1.0), " fr: A1 ");
    let spanish = language("", "", Reading::exactly(1.0), "fr: A1");
    assert_eq!(evidence(&group(How::Any, Bound::default(), vec![french, spanish])), "fr: A1");
    let two = leaf(Unit::Rating(5.0), least(3.0), Reading::exactly(3.5), &[("a", "3"), ("b", "4"), ("c", "")]);
    assert_eq!(evidence(&two), "a: 3; b: 4");
    let long = "é".repeat(600);
    let long = leaf(Unit::Presence, YES, Reading::exactly(1.0), &[("cv", &long)]);
    assert_eq!(evidence(&long).chars().count(), 500);
    assert!(evidence(&long).ends_with("é…"));
    assert_eq!(evidence(&leaf(Unit::Presence, YES, Reading::MISSING, &[("cv", "")])), "");
}

#[test]
fn how_a_cell_was_read() {
    let years = |reading| leaf(Unit::Years, least(7.0), reading, &[("years", "x")]);
    for (account, en, fr) in [
        (years(Reading::between(13.0 / 3.0, 5.0)), "read as 4.33 to 5 years", "lu comme 4,33 à 5 ans"),
        (leaf(cefr(), least(5.0), Reading::between(5.0, 6.0), &[]), "read as C1 to C2", "lu comme C1 à C2"),
        (leaf(Unit::YesNo, YES, Reading::exactly(1.0), &[]), "read as yes", "lu comme oui"),
        (leaf(Unit::YesNo, YES, Reading::between(0.0, 1.0), &[]), "read as yes or no", "lu comme oui ou non"),
        (years(Reading::UNREADABLE), "cannot be read", "illisible"),
        (years(Reading::MISSING), "nothing is said", "rien n'est dit"),
        (
            years(Reading::Unknown(Why::Untrusted)),
            "not read, since the row cannot be trusted",
            "non lu, car la ligne n'est pas fiable",
        ),
        (
            leaf(Unit::Number, most(5.0), Reading::Either(Range::exactly(1.5), Range::exactly(1500.0)), &[]),
            "read as 1.5 or 1,500",
            "lu comme 1,5 ou 1\u{202f}500",
        ),
        (
            group(How::Some, least(1.0), vec![years(Reading::exactly(8.0)), years(Reading::UNREADABLE)]),
            "1 to 2 of 2 met",
            "1 à 2 sur 2",
        ),
    ] {
        assert_eq!(how_read(&account), Text { en: en.into(), fr: fr.into() });
    }
}
