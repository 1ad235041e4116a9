use super::super::page::Emphasis;
use super::super::samples::*;
use super::super::{Letter, distrust, for_candidate, standing_of};
use super::*;
use crate::criteria::WhenMissing;
use crate::kinds::{How, Unit};
use crate::reading::{Bound, Reading, Why};
use crate::scale;

fn quoted(quote: &str, criterion: CriterionAccount) -> CriterionAccount {
    CriterionAccount { quote: Some(quote.into()), ..criterion }
}

fn criteria(years: Reading) -> Vec<CriterionAccount> {
    let degree = leaf(
        step(scale::education()),
        least(3.0),
        Reading::exactly(4.0),
        &[("degree", "LLM in \u{1b}[31mhuman rights, Université fictive")],
    );
    let experience = Bound { full_at: Some(15.0), ..least(7.0) };
    let language =
        |en, fr, reading| named(leaf(cefr(), least(4.0), reading, &[("languages", "French C1, Spanish")]), en, fr);
    let languages = group(
        How::Some,
        Bound { full_at: Some(2.0), ..least(1.0) },
        vec![
            language("French: B2 or better", "français : B2 ou mieux", Reading::exactly(5.0)),
            language("Spanish: B2 or better", "espagnol : B2 ou mieux", Reading::between(0.0, 6.0)),
        ],
    );
    vec![
        quoted(
            "Diplôme universitaire en droits humains, relations internationales, droit, sciences politiques ou dans un domaine connexe",
            criterion("degree", ("University degree", "Diplôme universitaire"), Need::Required, 15.0, degree),
        ),
        quoted(
            "Au moins sept ans d'expérience professionnelle pertinente",
            criterion(
                "hrd",
                ("Experience with human rights defenders", "Expérience auprès des défenseurs des droits humains"),
                Need::Required,
                20.0,
                leaf(Unit::Years, experience, years, &[("hrd_experience", "5-8")]),
            ),
        ),
        criterion("languages", ("Other languages", "Autres langues"), Need::Asset, 6.0, languages),
        when_missing(
            "test",
            ("Written test", "Épreuve écrite"),
            Need::Asset,
            5.0,
            WhenMissing::Skip,
            leaf(Unit::Number, least(10.0), Reading::MISSING, &[("test", "")]),
        ),
    ]
}

fn harmless(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

fn text(criteria: &[CriterionAccount], lang: Lang, width: usize) -> String {
    use crate::rank::Key;
    let other = |status, points: f64| {
        let score = Score::new(points);
        Key::from(Standing { status, score, score_max: score })
    };
    let candidate = CandidateAccount {
        id: "C7",
        name: "Ana Exemple",
        file: "candidates.csv",
        row: 18,
        set: &[],
        unchecked: &[],
        notes: &[Text { en: "this id comes twice".into(), fr: "ce numéro figure deux fois".into() }],
        decided: None,
        standing: standing_of(criteria),
        ranks: Some(Ranks { rank: 3, best: 1, worst: 3 }),
        total: 3,
        criteria,
        others: Others { all: &[other(Status::Eligible, 90.0), other(Status::Eligible, 20.0)], own: None },
    };
    let show = Show {
        lang,
        layout: PageLayout::Lines(width),
        unicode: true,
        safe: &harmless,
        paint: &|_, text| text.to_owned(),
    };
    let mut out = String::new();
    account_text(&candidate, &show, &mut out).unwrap();
    out
}

fn letter(criteria: &[CriterionAccount], lang: Lang) -> String {
    let letter = Letter {
        id: "C7",
        name: "Ana Exemple",
        title: Some(if lang == Lang::En { "Programme director" } else { "Directeur-rice du programme" }),
        organisation: Some("Organisation fictive"),
        decided: false,
        criteria,
    };
    let show =
        Show { lang, layout: PageLayout::Lines(80), unicode: true, safe: &harmless, paint: &|_, text| text.to_owned() };
    let mut out = String::new();
    for_candidate(&letter, &show, &mut out).unwrap();
    out
}

#[test]
fn the_account_of_a_candidate() {
    let open = criteria(Reading::between(5.0, 8.0));
    let mut short = criteria(Reading::exactly(6.8));
    let empty = leaf(Unit::Presence, YES, Reading::MISSING, &[("cv", "")]);
    short.push(when_missing("cv", ("CV", "CV"), Need::Required, 1.0, WhenMissing::Fail, empty));
    for (lang, tag) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        insta::assert_snapshot!(format!("review_{tag}"), text(&open, lang, 80));
        insta::assert_snapshot!(format!("not_eligible_{tag}"), text(&short, lang, 80));
        insta::assert_snapshot!(format!("eligible_{tag}"), text(&criteria(Reading::exactly(9.0)), lang, 60));
        insta::assert_snapshot!(format!("untrusted_{tag}"), text(&distrust(open.clone()), lang, 60));
    }
}

#[test]
fn a_letter_to_the_applicant() {
    let open = criteria(Reading::between(5.0, 8.0));
    let short = criteria(Reading::exactly(6.8));
    for (lang, tag) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        insta::assert_snapshot!(format!("letter_review_{tag}"), letter(&open, lang));
        insta::assert_snapshot!(format!("letter_not_eligible_{tag}"), letter(&short, lang));
        insta::assert_snapshot!(format!("letter_untrusted_{tag}"), letter(&distrust(open.clone()), lang));
    }
}

/// Whatever a candidate's record holds, the letter takes no decision and compares with nobody.
#[test]
fn a_letter_decides_nothing() {
    let readings = [Reading::between(5.0, 8.0), Reading::exactly(1.0), Reading::exactly(9.0), Reading::MISSING];
    for reading in readings {
        let criteria = criteria(reading);
        for criteria in [criteria.clone(), distrust(criteria)] {
            for lang in [Lang::En, Lang::Fr] {
                let letter = letter(&criteria, lang).to_lowercase();
                for word in [
                    "reject",
                    "refus",
                    "rejet",
                    "eligible",
                    "éligible",
                    "score",
                    "rank",
                    "rang ",
                    "weight",
                    "poids",
                    "\u{1b}",
                ] {
                    assert!(!letter.contains(word), "{word}: {letter}");
                }
                assert!(letter.contains("86"));
            }
        }
    }
}

#[test]
fn paint_colours_marks_and_headings_alone() {
    let criteria = criteria(Reading::exactly(6.8));
    let plain = text(&criteria, Lang::En, 80);
    let candidate = CandidateAccount {
        id: "C7",
        name: "Ana Exemple",
        file: "candidates.csv",
        row: 18,
        set: &[],
        unchecked: &[],
        notes: &[],
        decided: None,
        standing: standing_of(&criteria),
        ranks: None,
        total: 1,
        criteria: &criteria,
        others: Others::default(),
    };
    let paint = |part: Emphasis, text: &str| format!("<{part:?}>{text}</>");
    let show = Show { lang: Lang::En, layout: PageLayout::Lines(80), unicode: true, safe: &harmless, paint: &paint };
    let mut painted = String::new();
    account_text(&candidate, &show, &mut painted).unwrap();
    for start in
        ["<Heading>C7 Ana Exemple</>", "<NotMet>✗</> Experience", "  <Open>?</> Spanish", "<Met>✓</> University"]
    {
        assert!(painted.lines().any(|line| line.starts_with(start)), "{start}: {painted}");
    }
    assert!(!painted.contains("rank") && plain.contains("rank"));
    let doubtful = doubted(criteria[0].account.clone(), Why::UnderWay);
    assert_eq!(value_read(Lang::En, &doubtful), Ok("“master”".to_owned()));
}
