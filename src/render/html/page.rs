//! All that stands around the candidates: the head, the criteria, what became of everybody.

use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

use super::super::people;
use super::super::safe;
use super::funnel::{FunnelRow, FunnelTable};
use super::parts;
use crate::catalogue::render::by_a_person;
use crate::catalogue::{Lang, Say as _, decimals, html as words};
use crate::mark::Mark;
use crate::verdict::Finding;
use crate::view::account::{Account, Point};
use crate::view::{Audience, CriterionHead, Foot, Heading, NearMiss, OutputColumn};

/// So many candidates are many for one page.
const MANY: u64 = 5_000;
/// So many near misses are told one by one.
const MOST_NEAR: usize = 200;

/// A column of the list.
pub(super) struct Column {
    pub field: OutputColumn,
    /// Whether it says as much as two or three of the fields that are named alone.
    pub wide: bool,
    /// Whether it is the head of its rows.
    pub names: bool,
}

/// The columns of the list: those asked for, else who it is, where they stand and a mark for each criterion.
pub(super) fn columns(heading: &Heading, points: &[Point]) -> Vec<Column> {
    let rater = heading.reader == Audience::Rater;
    let own = || {
        let mut fields =
            vec![OutputColumn::Rank, OutputColumn::Id, OutputColumn::Name, OutputColumn::Status, OutputColumn::Score];
        fields.extend((0..heading.criteria.len()).map(OutputColumn::Criterion));
        fields
    };
    let mut fields = heading.fields.clone().unwrap_or_else(own);
    let unasked = heading.fields.is_none();
    let stands = |field: &OutputColumn| {
        matches!(
            field,
            OutputColumn::Rank
                | OutputColumn::RankBest
                | OutputColumn::RankWorst
                | OutputColumn::Status
                | OutputColumn::Score
                | OutputColumn::ScoreMax
        )
    };
    fields.retain(|field| match field {
        OutputColumn::Name => !(unasked && heading.blind),
        OutputColumn::Rank => !(rater || unasked && !heading.ranked),
        OutputColumn::Criterion(at) => !(rater && points.get(*at).is_some_and(|point| point.rated)),
        field => !(rater && stands(field)),
    });
    let names = fields.iter().position(|field| *field == OutputColumn::Name);
    let names = names.or_else(|| fields.iter().position(|field| *field == OutputColumn::Id));
    let column = |(at, field)| Column { field, wide: unasked, names: Some(at) == names };
    fields.into_iter().enumerate().map(column).collect()
}

/// What is gathered of the candidates for the tables around the list.
#[derive(Clone, Debug, Default)]
pub(super) struct AroundList {
    criteria: Vec<CriterionCounts>,
    near: HashMap<String, usize>,
    near_misses: Vec<String>,
    funnel: FunnelTable,
    /// What the last candidate's account was like: whether a criterion is a panel's ratings is the same for all.
    points: Vec<Point>,
}

/// What a criterion says of everybody.
#[derive(Clone, Debug, Default)]
struct CriterionCounts {
    met: usize,
    open: usize,
    not_met: usize,
}

impl AroundList {
    /// One more candidate.
    pub(super) fn add(&mut self, account: &Account<'_>) {
        self.criteria.resize_with(account.criteria.len(), CriterionCounts::default);
        for (counts, point) in self.criteria.iter_mut().zip(account.criteria) {
            match point.finding {
                Finding::Met => counts.met += 1,
                Finding::Unknown => counts.open += 1,
                Finding::NotMet => counts.not_met += 1,
                Finding::Skipped => {}
            }
        }
        self.funnel.add(account);
        if self.points.is_empty() {
            self.points = account.criteria.to_vec();
        }
    }

    /// Somebody misses one criterion only, and that nearly.
    pub(super) fn add_near_miss(&mut self, miss: &NearMiss<'_>, lang: Lang) {
        *self.near.entry(miss.criterion.to_owned()).or_default() += 1;
        if self.near_misses.len() < MOST_NEAR {
            self.near_misses.push(miss.told.to(lang).to_owned());
        }
    }

    /// The near misses, the nearest first.
    fn near_misses(&self, lang: Lang) -> Vec<String> {
        let all: usize = self.near.values().sum();
        let more = (all > MOST_NEAR).then(|| crate::catalogue::render::and_more_near(all - MOST_NEAR).say(lang));
        self.near_misses.iter().cloned().chain(more).collect()
    }
}

/// What `page.html` is given.
#[derive(Serialize)]
pub(super) struct ListPage {
    lang: &'static str,
    policy: String,
    style: String,
    script: String,
    data: String,
    rater: bool,
    title: String,
    screened: String,
    counts: String,
    /// What came of people's decisions.
    decisions: Option<String>,
    /// What underlined marks are.
    by_hand: Option<String>,
    problems: Vec<String>,
    /// What the posting requires and nothing looks at, with what leads to it.
    unchecked: Option<(String, Vec<String>)>,
    marks: Vec<(String, String)>,
    heads: Vec<ColumnHead>,
    rows: String,
    nobody: Option<String>,
    criteria: Vec<PageCriterion>,
    near: Vec<String>,
    funnel: Vec<FunnelRow>,
    all: usize,
    /// The page's own words, by name.
    t: BTreeMap<&'static str, &'static str>,
}

/// The head of a column.
#[derive(Serialize)]
struct ColumnHead {
    class: &'static str,
    label: String,
    /// The number of a criterion.
    number: Option<usize>,
    /// What the script knows the column by.
    key: String,
}

#[derive(Serialize)]
struct PageCriterion {
    number: Option<usize>,
    label: String,
    need: String,
    weight: String,
    asked: String,
    quote: String,
    met: usize,
    open: usize,
    not_met: usize,
    near: usize,
}

impl ListPage {
    pub(super) fn new(heading: &Heading, foot: &Foot, told: &AroundList, rows: String, data: String) -> Self {
        let lang = heading.lang;
        let rater = heading.reader == Audience::Rater;
        let shown = ShownCriteria::of(heading, told);
        let columns = columns(heading, &told.points);
        let style = parts::style(&labels(heading, &shown, &columns));
        let script = parts::script();
        Self {
            lang: lang.code(),
            policy: parts::policy(&style, Some(&script)),
            style,
            script,
            data,
            rater,
            title: people::title(heading, |text| text.into()),
            screened: people::screened(heading, |text| text.into()),
            counts: if rater { String::new() } else { people::counts(foot, lang) },
            decisions: people::decisions(foot).filter(|_| !rater).map(|told| told.say(lang)),
            by_hand: heading.decisions.then(|| by_a_person().say(lang)),
            problems: problems(foot, lang),
            unchecked: people::unchecked(heading, |text| text.into()).map(|list| (list.head.say(lang), list.lines)),
            marks: [Mark::Met, Mark::Share(2), Mark::Unknown, Mark::NotMet, Mark::Skipped]
                .map(|mark| (mark.signs(true), mark.meaning(true).say(lang)))
                .into(),
            heads: columns.iter().map(|column| head(column, heading, &shown)).collect(),
            nobody: rows.is_empty().then(|| people::nobody(foot).say(lang)),
            rows,
            criteria: (0..heading.criteria.len()).map(|at| criterion(heading, told, &shown, at)).collect(),
            near: if rater { Vec::new() } else { told.near_misses(lang) },
            funnel: if rater { Vec::new() } else { told.funnel.steps(heading) },
            all: told.funnel.count(),
            t: words::all(lang).into_iter().collect(),
        }
    }
}

/// The numbers of the criteria that are shown, from 1.
struct ShownCriteria(Vec<Option<usize>>);

impl ShownCriteria {
    /// All, but those that others rated for a rater.
    fn of(heading: &Heading, told: &AroundList) -> Self {
        let hidden =
            |at: usize| heading.reader == Audience::Rater && told.points.get(at).is_some_and(|point| point.rated);
        let mut next = 0;
        let number = |at| {
            (!hidden(at)).then(|| {
                next += 1;
                next
            })
        };
        Self((0..heading.criteria.len()).map(number).collect())
    }

    fn number(&self, at: usize) -> Option<usize> {
        self.0.get(at).copied().flatten()
    }
}

/// What is the same for everybody, so that the style says it once: what the points of an account are called and weigh, and
/// which columns are no marks.
fn labels(heading: &Heading, shown: &ShownCriteria, columns: &[Column]) -> String {
    let lang = heading.lang;
    let mut style = String::new();
    let text = safe::style;
    for (at, head) in heading.criteria.iter().enumerate() {
        let Some(number) = shown.number(at) else { continue };
        let label = text(&words::point(&*head.label).say(lang));
        let weight = text(&decimals(head.weight, 2, lang));
        style.push_str(&format!("ol>:nth-child({number}){{--label:{label};--weight:{weight}}}\n"));
    }
    for (nth, column) in (1..).zip(columns).filter(|(_, column)| !matches!(column.field, OutputColumn::Criterion(_))) {
        let side = if is_number(&column.field) { "right" } else { "left" };
        let cell = format!("#candidates>tbody>tr:first-child>td:nth-child({nth})");
        style.push_str(&format!("{cell}{{font-size:1em;text-align:{side};width:auto;padding:.2rem .5rem}}\n"));
        style.push_str(&format!("{cell}::before{{content:none}}\n"));
    }
    let marks = columns.iter().filter(|column| matches!(column.field, OutputColumn::Criterion(_))).count();
    style.push_str(&format!(":root{{--marks:{marks};--others:{}}}\n", columns.len() - marks));
    let account = text(&(words::account().say(lang) + " "));
    let same = text(&words::same_cell().say(lang));
    let title = people::title(heading, |text| text.into());
    let printed = text(&words::printed(title, heading.as_of).say(lang));
    style.push_str(&format!("#candidates td>details>summary::before{{content:{account}}}\n"));
    style.push_str(&format!("li>i::before{{content:{same}}}\n@page{{@bottom-left{{content:{printed}}}}}\n"));
    style
}

fn problems(foot: &Foot, lang: Lang) -> Vec<String> {
    let mut problems: Vec<String> = Vec::new();
    if foot.shown > MANY {
        problems.push(words::many(usize::try_from(foot.shown).unwrap_or(usize::MAX)).say(lang));
    }
    problems.extend(people::problems(foot, lang, |text| text.into()).into_iter().flat_map(|list| list.lines));
    problems
}

fn head(column: &Column, heading: &Heading, shown: &ShownCriteria) -> ColumnHead {
    let key = match &column.field {
        OutputColumn::Rank => "rank".to_owned(),
        OutputColumn::RankBest => "best".to_owned(),
        OutputColumn::RankWorst => "worst".to_owned(),
        OutputColumn::Id => "id".to_owned(),
        OutputColumn::Name => "name".to_owned(),
        OutputColumn::Status => "status".to_owned(),
        OutputColumn::Score => "score".to_owned(),
        OutputColumn::ScoreMax => "most".to_owned(),
        OutputColumn::Criterion(at) => at.to_string(),
        OutputColumn::SourceLine => "line".to_owned(),
        OutputColumn::Reason(_)
        | OutputColumn::Unread(_)
        | OutputColumn::SourceFile
        | OutputColumn::Notes
        | OutputColumn::Decided
        | OutputColumn::Cell(..) => "text".to_owned(),
    };
    match &column.field {
        OutputColumn::Criterion(at) => ColumnHead {
            class: "c",
            label: heading.criteria.get(*at).map(|one| one.label.clone()).unwrap_or_default(),
            number: shown.number(*at),
            key,
        },
        field => ColumnHead {
            class: if is_number(field) { "r" } else { "" },
            label: people::head(field, heading),
            number: None,
            key,
        },
    }
}

/// Whether a column is one of numbers, which stand under each other by their last digit.
pub(super) const fn is_number(field: &OutputColumn) -> bool {
    matches!(
        field,
        OutputColumn::Rank
            | OutputColumn::RankBest
            | OutputColumn::RankWorst
            | OutputColumn::Score
            | OutputColumn::ScoreMax
            | OutputColumn::SourceLine
    )
}

fn criterion(heading: &Heading, told: &AroundList, shown: &ShownCriteria, at: usize) -> PageCriterion {
    let lang = heading.lang;
    let head: &CriterionHead = &heading.criteria[at];
    let counts = told.criteria.get(at).cloned().unwrap_or_default();
    PageCriterion {
        number: shown.number(at),
        label: head.label.clone(),
        need: people::need(head.need).say(lang),
        weight: decimals(head.weight, 2, lang),
        asked: people::asked(head, lang),
        quote: head.quote.as_deref().unwrap_or_default().trim().to_owned(),
        met: counts.met,
        open: counts.open,
        not_met: counts.not_met,
        near: told.near.get(&head.id).copied().unwrap_or_default(),
    }
}
