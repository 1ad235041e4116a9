//! Which test a column is for.

use std::sync::Arc;

use std::collections::HashMap;

use chrono::{DateTime, Datelike, NaiveDate};
use chrono_tz::Tz;

use super::meaning::asks_for_pay;
use super::one_line;
use super::survey::Cells;
use crate::fold::fold;
use crate::formats::Formats;
use crate::head::{Words, tongues, tongues_of_header};
use crate::header::fold_name;
use crate::languages;
use crate::lexicon::Head;
use crate::reading::Reading;
use crate::scale;
use crate::text::grammar::value::Values;
use crate::text::grammar::{self, answer, date, degree, number, years};

/// A test, with what a proposal has found out for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Guess {
    /// Years; few have more than `full_at`.
    Years { full_at: f64 },
    /// A number that is the better the larger it is; those that a quarter, half and three quarters of the cells are under.
    Number { full_at: f64, quarters: Vec<f64> },
    /// A number that is asked, such as a salary: the highest one seen; those that stand at its quarters.
    Ceiling { at_most: f64, quarters: Vec<f64> },
    /// A step of a built-in scale, and one in the middle as an example.
    Level { scale: &'static str, such_as: &'static str },
    /// A step of a scale of its own, from the lowest up, each with the words found for it.
    Own { steps: Vec<Vec<String>> },
    /// How well one language is known, in a column of its own or in a list.
    Language { code: &'static str, listed: bool },
    /// Several languages in a cell: those named, the most frequent first, with how often.
    Languages { codes: Vec<(&'static str, usize)> },
    /// Some of these languages: the name of the column of each, and whether that is a list.
    Tongues { of: Vec<(&'static str, String, bool)> },
    /// Degrees; their level and their field in two columns where it is so.
    Degree { two: bool },
    /// Yes or no.
    YesNo,
    /// When the application came.
    Received,
    /// Another day; the last one seen.
    Day { last: NaiveDate },
    /// Something is there.
    Provided,
    /// Consent or a declaration; whether the answers are yes and no.
    Consent { yes_no: bool },
    /// A category: the values seen, and those of them that say none.
    OneOf { values: Vec<String>, not: Vec<String> },
    /// Free text; words that many write.
    Mentions { many: Vec<String> },
    /// A panel's ratings.
    Rating { out_of: f64 },
    /// What a posting asks and no column answers: its test as it would be.
    Wanted { test: String },
}

impl Guess {
    /// Whether it earns credit without a bound.
    pub(super) const fn counts_without_bound(&self) -> bool {
        matches!(self, Self::Years { .. } | Self::Number { .. } | Self::Rating { .. })
    }

    /// The key of the test.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Years { .. } => "years",
            Self::Number { .. } | Self::Ceiling { .. } => "number",
            Self::Level { .. } | Self::Own { .. } => "level",
            Self::Language { .. } => "language",
            Self::Languages { .. } | Self::Tongues { .. } => "some_of",
            Self::Degree { .. } => "degree",
            Self::YesNo | Self::Consent { yes_no: true } => "yes_no",
            Self::Received | Self::Day { .. } => "date",
            Self::Provided | Self::Consent { yes_no: false } => "provided",
            Self::OneOf { .. } => "one_of",
            Self::Mentions { .. } => "mentions",
            Self::Rating { .. } => "rating",
            Self::Wanted { .. } => "",
        }
    }
}

/// What the cells of a column are to its test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Cells that the test reads.
    pub read: usize,
    /// Cells that say nothing.
    pub empty: usize,
    /// Cells that it does not read.
    pub unreadable: usize,
    /// Some of those.
    pub examples: Vec<String>,
}

/// How many examples are shown.
const EXAMPLES: usize = 2;
/// How many characters of one.
const EXAMPLE: usize = 40;

impl Seen {
    fn of(column: &Cells, reads: impl Fn(&str) -> bool) -> Self {
        let mut seen = Self { empty: column.missing, ..Self::default() };
        for (cell, count) in &column.cells {
            if reads(cell) {
                seen.read += count;
            } else {
                seen.unreadable += count;
                let example = one_line(cell, EXAMPLE);
                if seen.examples.len() < EXAMPLES && !example.is_empty() {
                    seen.examples.push(example);
                }
            }
        }
        seen
    }

    fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.empty += other.empty;
        self.unreadable += other.unreadable;
        self.examples.extend(other.examples.iter().cloned());
        self.examples.truncate(EXAMPLES);
    }
}

/// Steps that people use in order, from the lowest up; each with its other words.
const FAMILIES: &[&[&[&str]]] = &[
    &[
        &["never", "jamais"],
        &["rarely", "rarement", "seldom", "yearly", "once a year"],
        &[
            "sometimes",
            "parfois",
            "occasionally",
            "occasionnellement",
            "monthly",
            "mensuel",
            "chaque mois",
            "a few times",
        ],
        &["weekly", "often", "souvent", "regularly", "regulierement", "hebdomadaire", "chaque semaine", "once a week"],
        &["several times a week", "plusieurs fois par semaine"],
        &["daily", "always", "toujours", "quotidien", "quotidiennement", "every day", "tous les jours", "chaque jour"],
    ],
    &[
        &["low", "faible", "bas", "basse"],
        &["medium", "moyen", "moyenne", "mid", "modere"],
        &["high", "eleve", "elevee", "haut", "fort", "forte"],
    ],
    &[
        &["intern", "stagiaire", "trainee"],
        &["junior", "debutant", "debutante", "entry level"],
        &["confirmed", "confirme", "confirmee", "mid level", "mid-level", "intermediate", "intermediaire"],
        &["senior"],
        &["lead", "expert", "experte", "principal", "principale"],
    ],
];

/// Words that join what a header asks for.
const JOINTS: &[&str] = &["and", "et", "und", "en", "y"];

fn reads(reading: Reading) -> bool {
    reading.why().is_none()
}

/// Whether a reading says one thing, or nearly.
fn is_narrow(reading: Reading, width: f64) -> bool {
    reading.hull().is_some_and(|range| range.high - range.low <= width)
}

fn decided(reading: Reading) -> bool {
    is_narrow(reading, 0.0)
}

/// The test that a column is for, if one is, and what its cells are to it.
pub(super) fn of(column: &Cells, as_of: NaiveDate) -> (Option<Guess>, Seen) {
    let header = Words::of(column.title());
    let formats = Formats::default();
    let seen = |reads: &dyn Fn(&str) -> bool| Seen::of(column, reads);
    let years = |cell: &str| reads(years::read(cell, &formats, as_of, false).reading());
    let numeric = |cell: &str| reads(number::read(cell, &formats).reading());
    let moment = |cell: &str| reads(date::read(cell, &formats, Tz::UTC, as_of).reading());
    let long = column.words() >= 8;

    let answers = |cell: &str| decided(answer::read(cell, &formats).reading());
    let provided = |cell: &str| decided(answer::provided(cell, &formats).reading());
    let is_yes_no = column.mostly(90, answers) && !column.mostly(50, numeric);
    if header.say(&[Head::Consent])
        && !long
        && (column.mostly(90, answers) || !column.mostly(50, numeric))
        && column.mostly(80, provided)
    {
        return (Some(Guess::Consent { yes_no: is_yes_no }), seen(&provided));
    }
    if !long
        && (column.mostly(60, is_document)
            || header.say(&[Head::Document]) && !column.mostly(50, moment) && column.mostly(80, provided))
    {
        return (Some(Guess::Provided), seen(&|cell| provided(cell) || is_document(cell)));
    }
    if is_yes_no {
        return (Some(Guess::YesNo), seen(&|cell| reads(answer::read(cell, &formats).reading())));
    }
    let named = tongues_of_header(column.title());
    if let [code] = named.as_slice() {
        let tongue = languages::by_code(code);
        let heard = |cell: &str| reads(grammar::language::level(cell, tongue, &formats, as_of.year()).reading());
        // A box beside a language's name is ticked or not.
        if column.mostly(50, heard) && !column.mostly(90, answers) {
            return (Some(Guess::Language { code, listed: false }), seen(&heard));
        }
    }
    let lists = |least: usize| move |cell: &str| tongues(cell).len() >= least;
    if header.say(&[Head::Languages]) && column.mostly(40, lists(1))
        || column.mostly(60, lists(1)) && column.mostly(20, lists(2)) && !long
    {
        let codes = most_named(column);
        let first = codes.first().and_then(|(code, _)| languages::by_code(code));
        let heard = |cell: &str| {
            first.is_some_and(|one| reads(grammar::language::in_list(cell, one, &formats, as_of.year()).reading()))
        };
        return (Some(Guess::Languages { codes }), seen(&heard));
    }
    let degrees = |cell: &str| degree::level(cell, &formats, as_of.year()).understood.hull().is_some();
    if header.say(&[Head::Degree]) && !is_field(column) && column.mostly(50, degrees)
        || column.mostly(80, degrees) && !long
    {
        return (Some(Guess::Degree { two: false }), seen(&degrees));
    }
    let surely = |cell: &str| years(cell) && !numeric(cell) && !moment(cell);
    if header.say(&[Head::Years]) && column.mostly(50, years)
        || column.mostly(70, surely)
        || column.mostly(70, years) && column.mostly(5, surely) && column.count(moment) <= column.count(surely)
    {
        let full_at = few_have_more(column, |cell| years::read(cell, &formats, as_of, false).reading()).max(1.0);
        return (Some(Guess::Years { full_at }), seen(&years));
    }
    if column.mostly(90, answers) && !asks_for_pay(&header, column.title()) {
        return (Some(Guess::YesNo), seen(&|cell| reads(answer::read(cell, &formats).reading())));
    }
    if column.mostly(80, numeric) {
        return (Some(of_numbers(column, asks_for_pay(&header, column.title()), &formats)), seen(&numeric));
    }
    if column.mostly(70, moment) {
        let guess = match last_day(column) {
            _ if is_received(column) => Guess::Received,
            Some(last) => Guess::Day { last },
            None => Guess::Received,
        };
        return (Some(guess), seen(&moment));
    }
    let step = |scale: &scale::Scale, cell: &str| grammar::scale::read(cell, scale, &formats, as_of.year()).reading();
    if !long && let Some((scale, such_as)) = built_in(column, &step) {
        return (Some(Guess::Level { scale: scale.id(), such_as }), seen(&|cell| reads(step(scale, cell))));
    }
    if let Some(steps) = own_steps(column) {
        return (Some(Guess::Own { steps: steps.clone() }), seen(&|cell| family_step(cell).is_some()));
    }
    if header.say(&[Head::Degree]) && !is_field(column) && column.cells.len() * 2 > column.filled() {
        return (Some(Guess::Degree { two: false }), seen(&degrees));
    }
    if let Some(values) = categories(column) {
        let none = |value: &String| {
            let reading = Values::new(&[], &[], false).read(value, &formats).reading();
            reading == Reading::exactly(0.0)
        };
        let (not, values): (Vec<String>, Vec<String>) = values.into_iter().partition(none);
        if !values.is_empty() {
            return (Some(Guess::OneOf { values, not }), seen(&|_| true));
        }
    }
    if column.words() >= 3 {
        return (Some(Guess::Mentions { many: frequent(column) }), seen(&|_| true));
    }
    (None, seen(&|_| false))
}

/// Whether a column says what a degree is in, and not which degree it is.
pub(super) fn is_field(column: &Cells) -> bool {
    let header = Words::of(column.title());
    // "Diplômes et domaines d'études" asks for both.
    let both = fold_name(column.title()).split(' ').any(|word| JOINTS.contains(&word));
    header.say(&[Head::Degree]) && header.say(&[Head::Field]) && !both
}

/// Whether a column says which degree somebody has, and leaves its field to another column.
pub(super) fn is_level(column: &Cells) -> bool {
    let header = Words::of(column.title());
    header.say(&[Head::Degree]) && header.say(&[Head::Step])
}

/// Whether a column says when an application came.
pub(super) fn is_received(column: &Cells) -> bool {
    Words::of(column.title()).say(&[Head::Received]) || Words::of(&column.header).say(&[Head::Received])
}

/// The last day that a column surely names.
pub(super) fn last_day(column: &Cells) -> Option<NaiveDate> {
    let formats = Formats::default();
    let today = NaiveDate::default();
    let moment = |cell: &str| date::read(cell, &formats, Tz::UTC, today).reading().hull();
    let exact =
        column.cells.iter().filter_map(|(cell, _)| moment(cell)).filter(|range| range.high - range.low <= 86_400.0);
    let last = exact.map(|range| range.low).max_by(f64::total_cmp)?;
    #[expect(clippy::cast_possible_truncation, reason = "seconds of a calendar year")]
    DateTime::from_timestamp(last as i64, 0).map(|moment| moment.date_naive())
}

/// A file's name or an address.
fn is_document(cell: &str) -> bool {
    const ENDINGS: [&str; 10] = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".png", ".jpg", ".jpeg", ".zip", ".txt"];
    let cell = cell.trim().to_lowercase();
    cell.starts_with("http://") || cell.starts_with("https://") || ENDINGS.iter().any(|ending| cell.ends_with(ending))
}

fn of_numbers(column: &Cells, pay: bool, formats: &Formats) -> Guess {
    let read = |cell: &str| number::read(cell, formats).reading();
    let sizes = sizes(column, read);
    let mut quarters: Vec<f64> = (1..4).filter_map(|at| sizes.get(sizes.len() * at / 4).copied()).collect();
    quarters.dedup();
    if pay {
        let highest = column.cells.iter().filter_map(|(cell, _)| read(cell).hull());
        let at_most = highest.map(|range| range.high).filter(|high| high.is_finite()).max_by(f64::total_cmp);
        return Guess::Ceiling { at_most: at_most.unwrap_or(0.0), quarters };
    }
    Guess::Number { full_at: few_have_more(column, read), quarters }
}

/// A size that one cell in ten is over: the whole number at the ninth tenth of the lowest each can mean.
fn few_have_more(column: &Cells, read: impl Fn(&str) -> Reading) -> f64 {
    let sizes = sizes(column, read);
    sizes.get(sizes.len().saturating_sub(1) * 9 / 10).copied().unwrap_or(1.0).ceil()
}

/// The lowest that each cell can mean, from the lowest up.
fn sizes(column: &Cells, read: impl Fn(&str) -> Reading) -> Vec<f64> {
    let mut sizes: Vec<f64> = Vec::new();
    for (cell, count) in &column.cells {
        if let Some(range) = read(cell).hull().filter(|range| range.low.is_finite()) {
            sizes.extend(std::iter::repeat_n(range.low, *count));
        }
    }
    sizes.sort_by(f64::total_cmp);
    sizes
}

/// The built-in scale whose words the cells are.
fn built_in(
    column: &Cells,
    read: &dyn Fn(&scale::Scale, &str) -> Reading,
) -> Option<(&'static Arc<scale::Scale>, &'static str)> {
    let scales = [(scale::proficiency(), "good"), (scale::cefr(), "B2"), (scale::education(), "bachelor")];
    let fits = |scale: &scale::Scale| column.count(|cell| is_narrow(read(scale, cell), 1.0));
    // The first of equals: `proficiency` has the commonest words.
    let (at, count) = scales.iter().map(|(scale, _)| fits(scale)).enumerate().rev().max_by_key(|(_, count)| *count)?;
    (count * 10 >= column.filled() * 7).then_some(scales[at])
}

/// Where a cell stands in the first family that has it: the family, the step.
fn family_step(cell: &str) -> Option<(usize, usize)> {
    let folded = fold(cell);
    FAMILIES.iter().enumerate().find_map(|(family, steps)| {
        let step = steps.iter().position(|words| words.contains(&folded.as_str()))?;
        Some((family, step))
    })
}

/// The steps of a scale of the column's own, from the lowest up, where nearly all cells are steps of one family.
fn own_steps(column: &Cells) -> Option<Vec<Vec<String>>> {
    let family = (0..FAMILIES.len())
        .max_by_key(|family| column.count(|cell| family_step(cell).is_some_and(|(found, _)| found == *family)))?;
    if !column.mostly(80, |cell| family_step(cell).is_some_and(|(found, _)| found == family)) {
        return None;
    }
    let mut steps: Vec<(usize, Vec<String>)> = Vec::new();
    for (cell, _) in &column.cells {
        let Some((_, step)) = family_step(cell).filter(|(found, _)| *found == family) else { continue };
        let word = one_line(cell, EXAMPLE);
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, words)) if words.iter().any(|known| fold(known) == fold(&word)) => {}
            Some((_, words)) => words.push(word),
            None => steps.push((step, vec![word])),
        }
    }
    steps.sort_by_key(|(step, _)| *step);
    (steps.len() > 1).then(|| steps.into_iter().map(|(_, words)| words).collect())
}

/// The values of a column of few short ones that repeat.
fn categories(column: &Cells) -> Option<Vec<String>> {
    const MOST: usize = 12;
    let mut values: Vec<(String, String)> = Vec::new();
    for (cell, _) in &column.cells {
        let folded = fold(cell);
        if !values.iter().any(|(known, _)| *known == folded) {
            values.push((folded, one_line(cell, EXAMPLE)));
        }
    }
    let short = values.iter().all(|(folded, shown)| folded.chars().count() < EXAMPLE && !shown.is_empty());
    let repeat = values.len() <= 8 || values.len() <= MOST && column.filled() >= values.len() * 2;
    (short && repeat).then(|| values.into_iter().map(|(_, shown)| shown).collect())
}

/// The languages that cells name, the most frequent first.
fn most_named(column: &Cells) -> Vec<(&'static str, usize)> {
    const MOST: usize = 6;
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for (cell, count) in &column.cells {
        for code in tongues(cell) {
            match counts.iter_mut().find(|(known, _)| *known == code) {
                Some((_, total)) => *total += count,
                None => counts.push((code, *count)),
            }
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    counts.truncate(MOST);
    counts
}

/// Long words that several cells have: what applicants write about, not what the posting asks.
fn frequent(column: &Cells) -> Vec<String> {
    const MOST: usize = 6;
    const LONG: usize = 7;
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for (cell, count) in column.cells.iter().take(200) {
        let folded = fold(cell);
        let mut words: Vec<&str> = folded
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| (LONG..30).contains(&word.chars().count()))
            .collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            let place = *at.entry(word.to_owned()).or_insert_with(|| {
                counts.push((word.to_owned(), 0));
                counts.len() - 1
            });
            counts[place].1 += count;
        }
    }
    counts.retain(|(_, count)| *count > 1);
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().take(MOST).map(|(word, _)| word).collect()
}

/// Columns of one panel's ratings of one thing.
pub(super) struct Panel {
    /// The numbers of the columns.
    pub columns: Vec<usize>,
    /// What is rated; empty where the headers do not say.
    pub label: String,
    /// The highest rating there is.
    pub out_of: f64,
    /// What the cells are.
    pub seen: Seen,
}

/// The panels among some columns.
pub(super) fn panels(columns: &[&Cells]) -> Vec<Panel> {
    let formats = Formats::default();
    let mut panels: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let Some(base) = panel_base(column) else { continue };
        if column.filled() > 0 && !column.mostly(80, |cell| reads(number::read(cell, &formats).reading())) {
            continue;
        }
        match panels.iter_mut().find(|(known, _)| *known == base) {
            Some((_, members)) => members.push(at),
            None => panels.push((base, vec![at])),
        }
    }
    panels.retain(|(_, members)| members.len() > 1);
    let made = panels.into_iter().map(|(_, members)| {
        let mut seen = Seen::default();
        let mut highest = 0.0_f64;
        for at in &members {
            let column = columns[*at];
            seen.add(&Seen::of(column, |cell| reads(number::read(cell, &formats).reading())));
            for (cell, _) in &column.cells {
                let high = number::read(cell, &formats).reading().hull().map_or(0.0, |range| range.low);
                highest = highest.max(high);
            }
        }
        let out_of = [5.0, 10.0, 20.0, 100.0].into_iter().find(|out_of| highest <= *out_of).unwrap_or(highest);
        let label = members.first().map_or_else(String::new, |at| panel_label(columns[*at].title()));
        Panel { columns: members, label, out_of, seen }
    });
    made.collect()
}

/// A rater's header without the number or the letter of the rater.
fn panel_base(column: &Cells) -> Option<String> {
    let folded = fold_name(column.title());
    let (base, last) = folded.rsplit_once(' ')?;
    let tells_apart = last.chars().all(|c| c.is_ascii_digit()) || last.chars().count() == 1;
    (tells_apart && Words::of(base).say(&[Head::Rater])).then(|| base.to_owned())
}

/// What stands before the rater in a header, if anything does.
fn panel_label(header: &str) -> String {
    let before = header.split(['(', '[', ':', '–', '—']).next().unwrap_or_default().trim();
    if Words::of(before).say(&[Head::Rater]) { String::new() } else { one_line(before, 80) }
}
