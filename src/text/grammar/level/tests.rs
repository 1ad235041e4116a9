use proptest::prelude::*;

use super::*;
use crate::catalogue::Text;
use crate::scale::{Step, cefr, education, proficiency};

fn check(scale: &Scale, cells: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (cell, expected) in cells {
        let heard = read(cell, scale, &Formats::default(), 2024);
        let found = match heard.reading().hull() {
            None => "?".to_owned(),
            Some(range) if range.is_exact() => range.low.to_string(),
            Some(range) => format!("{}-{}", range.low, range.high),
        };
        if found != *expected {
            wrong.push(format!("{cell:?}: {found}, not {expected} {:?}", heard.left));
        }
    }
    assert!(wrong.is_empty(), "{}: {}", scale.id(), wrong.join("\n"));
}

#[rustfmt::skip]
const PROFICIENCY_CELLS: &[(&str, &str)] = &[
    ("none", "0"), ("None", "0"), ("aucune", "0"), ("aucun", "0"), ("0", "0"), ("no", "0"), ("non", "0"),
    ("Aucune connaissance", "0"), ("pas du tout", "0"),
    ("no experience", "0"), ("néant", "0"), ("basic", "1"), ("Basic knowledge", "1"), ("notions", "1"),
    ("quelques notions", "1"), ("débutant", "1"),
    ("débutant(e)", "1"), ("beginner", "1"), ("élémentaire", "1"), ("limited", "1"), ("fair", "1-2"),
    ("average", "1-2"), ("moyen", "1-2"), ("intermediate", "1-2"),
    ("intermédiaire", "1-2"), ("assez bon", "1-2"), ("good", "2"), ("Good.", "2"), ("GOOD", "2"), ("bon", "2"),
    ("bonne", "2"), ("Bonnes connaissances", "2"),
    ("good knowledge", "2"), ("good level", "2"), ("bon niveau", "2"), ("niveau : bon", "2"), ("very good", "3"),
    ("Very good knowledge of the UN", "3"), ("extensive experience", "3-4"), ("no experience", "0"),
    ("oui, bonne", "2"), ("good working knowledge", "2"), ("Excellent knowledge of EU institutions", "?"),
    ("bonne connaissance des procédures onusiennes", "?"), ("Excellent drafting skills", "?"),
    ("good knowledge of law but not of finance", "?"), ("good in nothing", "?"),
    ("très bon", "3"), ("Très bonne", "3"), ("très bonne maîtrise", "3"), ("tres bien", "3"), ("advanced", "3-4"),
    ("avancé", "3-4"), ("avancée", "3-4"), ("avancé·e", "3-4"),
    ("excellent", "4"), ("Excellente", "4"), ("excellent knowledge", "4"), ("expert", "4"),
    ("Excellente maîtrise", "4"), ("outstanding", "4"), ("parfait", "4"),
    ("1/5", "0"), ("2/5", "1"), ("3/5", "2"), ("4/5", "3"), ("5/5", "4"), ("4 / 5", "3"), ("4 out of 5", "3"),
    ("4 sur 5", "3"), ("3-4/5", "2-3"), ("3.5/5", "2-3"), ("3,5/5", "2-3"),
    ("★★★★☆", "3"), ("★★★★★", "4"), ("★★★", "?"), ("★★★☆☆", "2"), ("good/very good", "2-3"),
    ("bon à très bon", "2-3"), ("between good and very good", "2-3"), ("good to excellent", "2-4"),
    ("good or very good", "2-3"), ("excellent (5/5)", "4"), ("good (4/5)", "2-3"), ("good+", "2-4"),
    ("at least good", "2-4"), ("au moins bon", "2-4"), ("good, excellent", "2-4"),
    ("excellent written, good oral", "2-4"), ("bonne à l'écrit, excellente à l'oral", "2-4"), ("Excellent!", "4"),
    ("\u{a0}good\u{202f}", "2"),
    ("not good", "?"), ("pas bon", "?"), ("no good", "?"), ("good?", "?"), ("see CV", "?"), ("5", "?"),
    ("4", "?"), ("7/10", "?"), ("6/5", "?"), ("0/5", "0"), ("V. good", "3"),
    ("5/5 ⭐", "?"),
    ("good ⭐", "?"), ("verry good", "3"), ("excelent", "4"), ("[x] Excellent", "4"),
    ("Excellent ✓", "4"), ("[ ] Excellent", "?"), ("( ) very good", "?"), ("☐ bon ☑ excellent", "4"), ("Excellent ☐", "?"), ("excellent in 1995", "?"), ("excellente en 1995", "?"), ("Excellent, daily use", "4"), ("Très bon (utilisation quotidienne)", "3"), ("80%", "?"), ("yes", "?"), ("", "?"),
    ("good enough", "?"), ("better than good", "?"), ("learning", "?"), ("goods", "?"),
    ("excellent but rusty", "?"), ("almost excellent", "?"), ("pas encore bon", "0-1"), ("good excellent", "?"),
];

#[rustfmt::skip]
const CEFR_CELLS: &[(&str, &str)] = &[
    ("A1", "1"), ("a2", "2"), ("B1", "3"), ("B2", "4"), ("C1", "5"), ("C2", "6"), ("c1+", "5-6"), ("C1+", "5-6"),
    ("B2/C1", "4-5"), ("B2-C1", "4-5"), ("B2 - C1", "4-5"), ("B2 à C1", "4-5"), ("B2 ou C1", "4-5"),
    ("C1-", "4-5"), ("below A1", "0"), ("A0", "0"), ("none", "0"), ("aucun", "0"), ("native", "6"),
    ("langue maternelle", "6"), ("mother tongue", "6"), ("bilingue", "6"), ("bilingual", "6"),
    ("fluent", "5-6"), ("courant", "5-6"), ("fluent (C1)", "5"), ("Courant (C2)", "6"), ("C1 (courant)", "5"),
    ("fluent, C1", "5"), ("advanced", "4-5"), ("avancé", "4-5"), ("professional", "4-5"),
    ("full professional", "5-6"), ("professional working", "4-5"), ("limited working", "3"),
    ("intermediate", "3-4"), ("intermédiaire", "3-4"), ("conversational", "3-4"), ("basic", "1-2"),
    ("elementary", "1-2"), ("notions", "1-2"), ("beginner", "1-2"), ("débutant", "1-2"), ("niveau C1", "5"),
    ("CEFR: B2", "4"), ("good", "3-5"), ("very good", "4-6"), ("excellent", "5-6"),
    ("at least B2", "4-6"), ("jusqu'à B2", "0-4"), ("spoken C1, written B2", "4-5"),
    ("lu : C1, écrit : B2, parlé : B1", "3-5"), ("basic (C1)", "1-5"), ("upper intermediate", "4"),
    ("good knowledge of English", "3-5"), ("C1?", "?"), ("C1 expected", "?"), ("not fluent", "?"), ("D2", "?"),
    ("C3", "?"), ("C", "?"), ("5/5", "?"), ("4", "?"), ("", "?"), ("C1 B2", "?"),
];

#[rustfmt::skip]
const EDUCATION_CELLS: &[(&str, &str)] = &[
    ("none", "0"), ("secondary", "1"), ("bac", "1-3"), ("BTS", "2"), ("bachelor", "3"), ("Licence", "3"),
    ("Master", "4"), ("Bac+5", "4"), ("PhD", "5"), ("doctorat", "5"), ("Master en cours", "0-4"), ("Doctorant", "0-5"),
    ("licence; master", "4"), ("short cycle", "2"), ("cycle court", "2"), ("see CV", "?"), ("", "?"), ("12", "?"),
];

#[test]
fn built_in_scales() {
    check(proficiency(), PROFICIENCY_CELLS);
    check(cefr(), CEFR_CELLS);
    check(education(), EDUCATION_CELLS);
}

fn own(steps: &[&[&str]]) -> Scale {
    let step = |words: &&[&str]| Step {
        name: Text::same(words[0]),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
    };
    Scale::own("own", steps.iter().map(step).collect())
}

#[test]
fn reads_own_scales() {
    check(
        &own(&[&["novice", "débutant"], &["practitioner", "praticien"], &["lead", "chef d'équipe"]]),
        &[
            ("novice", "0"),
            ("Débutante", "?"),
            ("Débutant(e)", "0"),
            ("PRACTITIONER", "1"),
            ("praticien·ne", "1"),
            ("lead", "2"),
            ("chef d’équipe", "2"),
            ("novice to lead", "0-2"),
            ("practitioner or lead", "1-2"),
            ("2/3", "1"),
            ("3/3", "2"),
            ("2/5", "?"),
            ("good", "?"),
            ("", "?"),
            ("leader", "?"),
            ("not lead", "?"),
            ("at least practitioner", "1-2"),
        ],
    );
    // Steps that are figures: the words themselves, and a count from 1, are both meant.
    check(&own(&[&["0"], &["1"], &["2"], &["3"]]), &[("0", "0"), ("2", "2"), ("2/4", "1-2"), ("3", "3"), ("4", "?")]);
    check(&own(&[&["C"], &["B"], &["A"]]), &[("A", "2"), ("a", "2"), ("B/A", "1-2"), ("A+", "2")]);
    check(
        &own(&[&["never"], &["sometimes"], &["always"]]),
        &[("never", "0"), ("always", "2"), ("sometimes/always", "1-2")],
    );
}

proptest! {
    #[test]
    fn any_text(cell in any::<String>()) {
        for scale in [proficiency(), cefr(), education()] {
            let heard = read(&cell, scale, &Formats::default(), 2024);
            if let Some(range) = heard.understood.hull() {
                prop_assert!(range.low >= 0.0 && range.low <= range.high && range.high <= scale.top() as f64);
            }
            let _ = scale.step(&cell);
        }
    }

    #[test]
    fn dress(row in prop::sample::select(PROFICIENCY_CELLS)) {
        let read = |cell: &str| read(cell, proficiency(), &Formats::default(), 2024).reading();
        let plain = read(row.0);
        prop_assert_eq!(read(&row.0.to_uppercase()), plain);
        prop_assert_eq!(read(&format!("\u{a0}{}\n", row.0.replace(' ', "\u{202f}"))), plain);
        prop_assert_eq!(read(&format!("{} zyxvut", row.0)).hull(), None);
    }
}
