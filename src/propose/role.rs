//! Columns that are not to be judged: those that say who somebody is, that tell records apart, and that a form keeps for
//! itself.

use chrono::{Datelike, NaiveDate};

use super::guess::tells_nothing;
use super::survey::ColumnCells;
use crate::fold::fold;
use crate::formats::Formats;
use crate::head::{HeaderWords, question as question_of};
use crate::lexed::Lexed;
use crate::lexicon::{Head, Lexicon, Section, Sections, Sense, Sex, Slot, Who};
use crate::text::grammar::date;

/// What a column is for, beside the criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It tells records apart.
    Id,
    /// It says who somebody is; the name by which the criteria file knows that, where it has one.
    Identity(Option<&'static str>),
    /// A form keeps it of itself: how far somebody came, from which device.
    Form,
}

/// Whether a header says by its words alone that the column says who somebody is, or may do so.
#[must_use]
pub fn says_who(header: &str) -> bool {
    let words = HeaderWords::of(header);
    words.may_say_who() || words.ground().is_some()
}

/// Whether a header says by its words alone that the column says who somebody is, and about nothing else.
#[must_use]
pub fn tells_who(header: &str) -> bool {
    let words = HeaderWords::of(header);
    words.who().is_some() || words.ground().is_some() || words.ask_about_oneself()
}

/// Whether a file is what a form hands out: several columns are what forms keep of themselves.
pub(super) fn is_form(columns: &[ColumnCells]) -> bool {
    const ENOUGH: usize = 4;
    let own = |column: &&ColumnCells| {
        let words = HeaderWords::of(&column.header);
        words
            .say_only(&[Head::Form, Head::Start, Head::Received, Head::Id], &[Head::Filler, Head::Person, Head::Number])
    };
    columns.iter().filter(own).count() >= ENOUGH
}

/// What a column of a file is for, which is a form's or not; nothing where it can be judged.
pub(super) fn of(column: &ColumnCells, form: bool, today: NaiveDate) -> Option<Role> {
    let header = HeaderWords::of(&column.header);
    let question = HeaderWords::of(column.title());
    if column.mostly(50, is_email) {
        return Some(Role::Identity(Some("email")));
    }
    if is_sex(column) {
        return Some(Role::Identity(Some("gender")));
    }
    if is_id(column, &header) {
        return Some(Role::Id);
    }
    if let Some(who) = header.who().or_else(|| question.who()) {
        return Some(Role::Identity(called(who, column)));
    }
    if header.say_only(&[Head::Person], &[Head::Filler]) {
        return Some(Role::Identity(Some("name")));
    }
    if header.ground().or(question.ground()).is_some() || question.ask_about_oneself() {
        return Some(Role::Identity(None));
    }
    // "Group time: Personal data"
    let named = HeaderWords::of(column.header.split(':').next().unwrap_or_default());
    let kept =
        |words: &HeaderWords| words.say_only(&[Head::Form, Head::Start], &[Head::Filler, Head::Person, Head::Id]);
    // What a form keeps stands in no group of questions, and is some of it unmistakable.
    let grouped = question_of(&column.header) != column.header;
    if !grouped && (form && (kept(&header) || kept(&named)) || header.are_one_phrase(Head::Form)) {
        return Some(Role::Form);
    }
    if header.are_about_something() || question.are_about_something() {
        return None;
    }
    if column.filled() > 1 && column.mostly(80, is_phone) {
        return Some(Role::Identity(Some("phone")));
    }
    if is_names(column) {
        return Some(Role::Identity(Some("name")));
    }
    (column.filled() > 1 && column.mostly(80, |cell| is_birth(cell, today)))
        .then_some(Role::Identity(Some("date_of_birth")))
}

/// Whether a column whose header is a code (`G01Q01`) holds people's names: two words or more, each with a capital, and nearly
/// every cell another.
fn is_names(column: &ColumnCells) -> bool {
    const ENOUGH: usize = 5;
    let header = column.title();
    let coded = header.chars().all(char::is_alphanumeric) && header.chars().any(|c| c.is_ascii_digit());
    let particle = |word: &str| word.chars().count() < 4 && word.chars().all(char::is_lowercase);
    let named = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    let name = |cell: &str| {
        let words: Vec<&str> = cell.split_whitespace().collect();
        let parts = words.iter().filter(|word| named(word)).count();
        (2..=4).contains(&parts) && words.iter().all(|word| named(word) || particle(word))
    };
    coded && column.filled() >= ENOUGH && column.tells_apart() && column.mostly(90, name)
}

/// What the criteria file calls it.
fn called(who: Who, column: &ColumnCells) -> Option<&'static str> {
    match who {
        Who::Name => Some("name"),
        Who::Given => Some("given_name"),
        Who::Email => Some("email"),
        Who::Sex => Some("gender"),
        Who::Contact if column.mostly(50, is_phone) => Some("phone"),
        Who::Birth => {
            let age = |cell: &str| cell.trim().len() < 4 && is_figures(cell);
            Some(if column.mostly(50, age) { "age" } else { "date_of_birth" })
        }
        _ => None,
    }
}

/// Whether the cells tell records apart, and the header says so.
fn is_id(column: &ColumnCells, header: &HeaderWords) -> bool {
    // What is the same everywhere tells nobody apart: "R-2024", the posting's own reference.
    if column.filled() > 2 && !column.tells_apart() {
        return false;
    }
    let coded = |cell: &str| cell.split_whitespace().count() == 1 || cell.chars().any(|c| c.is_ascii_digit());
    if column.filled() > 0 && !column.mostly(80, coded) {
        return false;
    }
    let fillers = [Head::Filler, Head::Person];
    let figures = || column.mostly(50, |cell| cell.chars().any(|c| c.is_ascii_digit()));
    header.say_only(&[Head::Id, Head::Number], &fillers)
        || header.say_only(&[Head::Person], &fillers) && figures()
        || header.say(&[Head::Id]) && !header.say(&[Head::Languages]) && column.tells_apart() && figures()
}

fn is_figures(cell: &str) -> bool {
    cell.trim().chars().all(|c| c.is_ascii_digit())
}

fn is_email(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.contains(char::is_whitespace)
        && cell.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// Whether the cells are sexes: in words, or by the letters of two of them that stand in one language.
fn is_sex(column: &ColumnCells) -> bool {
    const PAIRS: [[&str; 2]; 5] = [["f", "m"], ["f", "h"], ["m", "w"], ["m", "v"], ["h", "m"]];
    let folded: Vec<String> = column.cells.iter().map(|(cell, _)| fold(cell)).collect();
    let letters = folded.iter().filter(|cell| cell.chars().count() == 1).count();
    if letters * 2 < folded.len() {
        let said = |cell: &str| !sexes_in(cell).is_empty();
        let sexes: Vec<Sex> = column.cells.iter().flat_map(|(cell, _)| sexes_in(cell)).collect();
        // "Other" and "I prefer not to say" stand beside women and men.
        let [female, male] = [Sex::Female, Sex::Male].map(|sex| sexes.contains(&sex));
        let fits = |cell: &str| said(cell) || female && male && tells_nothing(cell);
        return column.filled() > 2 && (female || male) && column.mostly(90, fits);
    }
    let within =
        |pair: &[&str; 2]| folded.iter().all(|cell| pair.contains(&cell.as_str()) || matches!(&**cell, "x" | "d"));
    PAIRS.iter().any(|pair| within(pair) && pair.iter().all(|letter| folded.iter().any(|cell| cell == letter)))
}

/// The sexes that a cell names, where it says nothing else but articles and what points: "une femme".
fn sexes_in(cell: &str) -> Vec<Sex> {
    let lexed = Lexed::of_text(
        cell.into(),
        &Lexicon::default(),
        Sections::of(&[], &[Section::Sexes, Section::Slots, Section::Numbers]),
    );
    let sex = |at: usize| {
        lexed.senses(at).iter().find_map(|sense| if let Sense::Sex(sex) = sense { Some(*sex) } else { None })
    };
    let small = |sense: &Sense| matches!(sense, Sense::Slot(Slot::Article) | Sense::Number(_));
    let beside = |at: usize| lexed.senses(at).iter().any(small);
    let all = (0..lexed.len()).all(|at| sex(at).is_some() || beside(at));
    if all { (0..lexed.len()).filter_map(sex).collect() } else { Vec::new() }
}

/// An international number, or a long one that begins with 0: neither a date nor a sum.
fn is_phone(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (9..=15).contains(&digits)
        && cell.starts_with(['+', '0', '('])
        && cell.chars().all(|c| c.is_ascii_digit() || " +().-/\u{a0}\u{202f}".contains(c))
        && cell.matches('/').count() < 2
}

/// A day on which somebody of working age may have been born.
fn is_birth(cell: &str, today: NaiveDate) -> bool {
    const AGES: std::ops::RangeInclusive<i32> = 15..=90;
    const DAY: f64 = 86_400.0;
    let year = |seconds: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "seconds of a calendar year")]
        let moment = chrono::DateTime::from_timestamp(seconds as i64, 0);
        moment.map(|moment| moment.year())
    };
    let Some(range) = date::read(cell, &Formats::default(), chrono_tz::Tz::UTC, today).reading().hull() else {
        return false;
    };
    // Two orders of day and month may be meant; hours say that it is no birthday.
    let days = range.high - range.low;
    let aged = |seconds| year(seconds).is_some_and(|year| AGES.contains(&(today.year() - year)));
    (DAY - 1.0..366.0 * DAY).contains(&days)
        && aged(range.low)
        && aged(range.high)
        && cell.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Headers of columns that say who somebody is, of forms in five languages.
    const WHO: &str = include_str!("role/who.txt");
    /// Headers that use the same words and speak of what somebody has done or knows.
    const SKILLS: &str = include_str!("role/skills.txt");

    fn headers(list: &str) -> impl Iterator<Item = &str> {
        list.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(';')).map(str::trim)
    }

    #[test]
    fn who_somebody_is_and_what_they_can_do() {
        let missed: Vec<&str> = headers(WHO).filter(|header| !header.is_empty() && !tells_who(header)).collect();
        let taken: Vec<&str> = headers(SKILLS).filter(|header| tells_who(header)).collect();
        assert_eq!((missed, taken), (Vec::new(), Vec::new()));
    }
}
