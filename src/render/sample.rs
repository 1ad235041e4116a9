//! What the tests of all formats write: fictional candidates, some of them hostile.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::catalogue::{Lang, Text};
use crate::diagnostic::{Diagnostic, Place};
use crate::score::{Need, Score, Status};
use crate::verdict::{Credit, Finding, Glance};
use crate::view::{Audience, CriterionHead, Foot, Heading, Line, NearMiss, Ranks, Render, Saying, Size, Words};

/// How many lines [`write`] writes.
pub(super) const LINES: usize = 5;

fn criterion(id: &str, label: &str, requirement: &str, need: Need, weight: f64) -> CriterionHead {
    CriterionHead {
        id: id.to_owned(),
        label: label.to_owned(),
        short: id.to_owned(),
        quote: (need == Need::Required).then(|| format!("The posting asks for \"{label}\"")),
        requirement: requirement.to_owned(),
        need,
        earns_only: false,
        weight,
        lawful_basis: None,
        lenient: false,
    }
}

/// Five criteria of a posting.
pub(super) fn heading(lang: Lang) -> Heading {
    Heading {
        decisions: false,
        unchecked: Vec::new(),
        lang,
        title: Some("Director of the Lighthouse Programme".to_owned()),
        organisation: Some("Example Foundation".to_owned()),
        files: vec!["candidates.csv".to_owned()],
        criteria_file: Some("criteria.yaml".to_owned()),
        as_of: NaiveDate::from_ymd_opt(2024, 5, 26).unwrap(),
        as_of_source: "the posting's deadline".to_owned(),
        criteria: vec![
            criterion(
                "degree",
                "University degree",
                "at least a bachelor's degree in a listed field",
                Need::Required,
                15.0,
            ),
            criterion("hrd-experience", "Relevant experience", "at least 7 years", Need::Required, 20.0),
            criterion("postgraduate", "Postgraduate degree", "at least a master's degree", Need::Asset, 5.0),
            criterion("english", "Excellent English", "at least C1", Need::Required, 10.0),
            criterion("languages", "Other languages", "at least 1 of French, Spanish or Russian", Need::Asset, 6.0),
        ],
        fields: None,
        ranked: true,
        blind: false,
        reader: Audience::Committee,
        program: "screen".to_owned(),
        again: ["--criteria", "criteria.yaml"].map(str::to_owned).to_vec(),
        set: Vec::new(),
        shortlist: None,
        by_row: false,
    }
}

/// What is said of five criteria, with one credit each, and what they weigh.
type SampleSayings = LazyLock<Vec<Saying>>;

fn all_of(all: [(Finding, f64, f64, f64); 5]) -> Vec<Saying> {
    let saying = |(finding, low, high, weight)| Saying {
        finding,
        credit: Credit { low, high },
        weight,
        reason: "7 to 9 years; at least 7 are asked".to_owned(),
        unread: Vec::new(),
    };
    all.map(saying).into()
}

static STRONG: SampleSayings = LazyLock::new(|| {
    all_of([
        (Finding::Met, 1.0, 1.0, 15.0),
        (Finding::Met, 7.0 / 15.0, 0.6, 20.0),
        (Finding::Met, 1.0, 1.0, 5.0),
        (Finding::Met, 1.0, 1.0, 10.0),
        (Finding::Met, 0.5, 0.5, 6.0),
    ])
});

static OPEN: SampleSayings = LazyLock::new(|| {
    all_of([
        (Finding::Met, 1.0, 1.0, 15.0),
        (Finding::Unknown, 0.4, 0.6, 20.0),
        (Finding::NotMet, 0.0, 0.0, 5.0),
        (Finding::Unknown, 0.0, 1.0, 10.0),
        (Finding::Skipped, 0.0, 1.0, 0.0),
    ])
});

static WEAK: SampleSayings = LazyLock::new(|| {
    all_of([
        (Finding::Met, 1.0, 1.0, 15.0),
        (Finding::NotMet, 0.2, 0.2, 20.0),
        (Finding::NotMet, 0.8, 0.8, 5.0),
        (Finding::NotMet, 0.5, 0.5, 10.0),
        (Finding::Met, 1.0, 1.0, 6.0),
    ])
});

/// The same at a glance, and in words.
type SampleCriteria = LazyLock<(Vec<Glance>, Words)>;

/// What is told in words, each with this evidence.
pub(super) fn words<'a>(sayings: impl IntoIterator<Item = &'a Saying>, evidence: &str) -> Words {
    let mut words = Words::default();
    for saying in sayings {
        let place = words.say(saying.clone());
        let phrase = words.phrase(place, evidence);
        words.tell(phrase);
    }
    words
}

fn criteria(sayings: &[Saying]) -> (Vec<Glance>, Words) {
    (sayings.iter().map(Saying::glance).collect(), words(sayings, "7-9 ans"))
}

static OF_STRONG: SampleCriteria = LazyLock::new(|| criteria(&STRONG));
static OF_OPEN: SampleCriteria = LazyLock::new(|| criteria(&OPEN));
static OF_WEAK: SampleCriteria = LazyLock::new(|| criteria(&WEAK));

/// All that is said of criteria.
pub(super) fn sayings() -> Vec<Saying> {
    [&STRONG, &OPEN, &WEAK].into_iter().flat_map(|sayings| sayings.iter().cloned()).collect()
}

/// One candidate with nothing odd.
pub(super) fn line() -> Line<'static> {
    Line {
        decided: &[],
        status_decided: None,
        ranks: Some(Ranks { rank: 1, best: 1, worst: 2 }),
        id: "C-001",
        name: "Ana Ejemplo",
        status: Status::Eligible,
        score: Score::from_steps(82_456_789),
        score_max: Score::from_steps(87_000_000),
        criteria: &OF_STRONG.0,
        told: &OF_STRONG.1,
        file: "candidates.csv",
        line: 2,
        row: 2,
        notes: &[],
        unread: &[],
        cells: &["ana@example.test"],
    }
}

/// What stands below the candidates.
pub(super) fn foot() -> Foot {
    let ragged = |line| {
        Diagnostic::warning("ragged-row", Text::same("this row has 3 cells, the header has 12"))
            .at(Place::line("candidates.csv", line))
    };
    Foot {
        decisions: None,
        candidates: LINES as u64,
        by_status: [2, 1, 2],
        shown: LINES as u64,
        near_misses: vec![Text::same("`C-004` lacks 0.5 years for `hrd-experience`")],
        more_near_misses: 0,
        problems: vec![ragged(5), ragged(9)],
        more_problems: 7,
    }
}

/// Candidates of every status, one of them hostile.
#[expect(clippy::too_many_lines, reason = "a table of lines")]
pub(super) fn with_lines<T>(then: impl FnOnce(&[Line<'_>]) -> T) -> T {
    let notes = [
        Text { en: "this row has 3 cells".to_owned(), fr: "cette ligne a 3 cellules".to_owned() },
        Text::same("second note"),
    ];
    let plain = line();
    let lines = [
        plain,
        Line {
            ranks: Some(Ranks { rank: 2, best: 1, worst: 2 }),
            id: "=HYPERLINK(\"http://x.test\")",
            name: "Zoé \x1b[31mÉvil\u{202e}|*bold*",
            score: Score::from_steps(62_500_000),
            score_max: Score::from_steps(62_500_000),
            line: 3,
            row: 3,
            cells: &["-5"],
            ..plain
        },
        Line {
            ranks: Some(Ranks { rank: 3, best: 1, worst: 5 }),
            id: "C-003",
            name: "山田 花子, dite \"Hanako\"",
            status: Status::Review,
            score: Score::from_steps(40_000_000),
            score_max: Score::from_steps(100_000_000),
            criteria: &OF_OPEN.0,
            told: &OF_OPEN.1,
            line: 4,
            row: 4,
            notes: &notes,
            cells: &["+1+1"],
            ..plain
        },
        Line {
            ranks: Some(Ranks { rank: 4, best: 4, worst: 4 }),
            id: "C-004",
            name: "Jean-Baptiste-Emmanuel de l'Exemple-Fictif\r\nsecond line",
            status: Status::NotEligible,
            score: Score::from_steps(33_333_333),
            score_max: Score::from_steps(33_333_333),
            criteria: &OF_WEAK.0,
            told: &OF_WEAK.1,
            line: 5,
            row: 5,
            ..plain
        },
        Line {
            ranks: Some(Ranks { rank: 5, best: 5, worst: 5 }),
            id: "C-005",
            name: "",
            status: Status::NotEligible,
            score: Score::from_steps(0),
            score_max: Score::from_steps(0),
            criteria: &OF_WEAK.0,
            told: &OF_WEAK.1,
            line: 6,
            row: 6,
            cells: &[],
            ..plain
        },
    ];
    then(&lines)
}

/// Somebody who misses one requirement nearly.
pub(super) fn near_miss() -> NearMiss<'static> {
    NearMiss {
        id: "=C-004\"",
        criterion: "hrd-experience",
        sizes: Some((Size::Number(6.5), Size::Number(7.0))),
        open: 1,
        file: "candidates.csv",
        line: 5,
        reason: Text::same("6.5 of 7 years"),
        told: Text::same("=C-004\" Jean: Relevant experience: 6.5 of 7 years; 1 other requirement open"),
    }
}

/// All that a renderer writes of these lines.
pub(super) fn write_bytes(render: &mut dyn Render, heading: &Heading, lines: &[Line<'_>], foot: &Foot) -> Vec<u8> {
    let mut out = Vec::new();
    render.begin(heading, &mut out).unwrap();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            out.extend_from_slice(render.between());
        }
        render.line(line, &mut out).unwrap();
    }
    if render.near_misses() == usize::MAX && !lines.is_empty() {
        let name = |name: &str| Size::Name(name.to_owned());
        let other = NearMiss { sizes: Some((name("B2"), name("C1"))), open: 0, ..near_miss() };
        for miss in [near_miss(), other, NearMiss { sizes: None, ..near_miss() }] {
            render.near_miss(&miss, &mut out).unwrap();
        }
    }
    render.end(foot, &mut out).unwrap();
    out
}

/// All that a renderer writes of these lines, as text.
pub(super) fn write_lines(render: &mut dyn Render, heading: &Heading, lines: &[Line<'_>]) -> String {
    let foot = if lines.is_empty() { Foot::default() } else { foot() };
    String::from_utf8(write_bytes(render, heading, lines, &foot)).unwrap()
}

/// All that a renderer writes of the usual lines, as text.
pub(super) fn write(render: &mut dyn Render, heading: &Heading) -> String {
    with_lines(|lines| write_lines(render, heading, lines))
}
