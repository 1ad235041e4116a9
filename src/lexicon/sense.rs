//! What a phrase of a language pack can mean, as the sections of a pack name it.

use super::section::{Section, named};
use super::told::{Cue, Head, Who};

named! {
    /// What is said of an amount.
    Modifier {
        AtLeast = "at_least", Over = "over", AtMost = "at_most", Under = "under", About = "about",
        Almost = "almost", Exactly = "exactly",
    }

    /// A unit of time.
    TimeUnit {
        Minute = "minute", Hour = "hour", Day = "day", Week = "week", Month = "month", Year = "year",
        Decade = "decade",
    }

    /// What joins two things.
    Joint {
        /// From one to the other.
        To = "to",
        /// Either.
        Or = "or",
        /// Both.
        And = "and",
        /// Before two ends: "between 5 and 7".
        Between = "between",
        /// A part of what came before.
        OfWhich = "of_which",
        /// A part at one end of it: "the last".
        Last = "last",
        /// The same said otherwise: "that is", "soit".
        Makes = "makes",
        /// Added: "plus".
        Sum = "sum",
        /// One after the other: "then".
        Then = "then",
        /// Between two bounds: "more than 5 but less than 7".
        But = "but",
        /// Before the whole that a result is out of: "16 sur 20".
        OutOf = "out_of",
        /// Before a number below zero: "minus 5".
        Minus = "minus",
        /// Before a time that is to come: Dutch "over 2 jaar".
        Ahead = "ahead",
    }

    /// What is said of a date.
    When {
        Before = "before", After = "after",
        /// Then or before.
        By = "by",
        /// Then or later.
        NotBefore = "not_before",
        /// As soon as can be.
        AtOnce = "at_once",
    }

    /// What is said of a time of day.
    Clock {
        Am = "am", Pm = "pm", Noon = "noon", Midnight = "midnight", Hour = "hour", Minute = "minute",
        /// "heure de", "time": of a place.
        TimeOf = "time_of",
        /// Of a place that is not named.
        Local = "local",
    }

    /// What of a language a level is of.
    Skill {
        Spoken = "spoken", Written = "written",
        /// Both of them.
        Whole = "whole",
        /// Less than either: reading, grammar.
        Part = "part",
    }

    /// An end of a period.
    Edge {
        Since = "since", From = "from", Until = "until", Present = "present",
    }

    /// An amount without a number word.
    Quantifier {
        One = "one", Some = "some", Many = "many",
        /// Of two that were named.
        Both = "both",
        /// Of all that was named.
        All = "all",
    }

    /// The kinds of cells that have neutral words of their own.
    Topic {
        Any = "any", Years = "years",
        /// Before a number of years, which may be an age.
        Age = "age",
        /// Which of the years count.
        Relevant = "relevant",
        Number = "number", Date = "date", Level = "level", Language = "language",
        /// What proves how well a language is known: "certificate". To have none is not to know it.
        Proof = "proof",
        Degree = "degree",
        Answer = "answer",
        /// What a yes may name that is held: a driving licence.
        Permit = "permit",
        /// What can be provided, and that it was or was not.
        Provided = "provided",
        Value = "value",
    }

    /// What is said around a subject.
    Study {
        /// A subject follows: "in", "majoring in".
        Field = "field",
        /// A subject may follow, or many another thing: "of".
        Of = "of",
        /// A kind of school.
        Institution = "institution",
        /// A result in figures follows.
        Grade = "grade",
        /// A degree that took four or five years in some places.
        Licence = "licence",
        /// One of these places, or that it took so long.
        Long = "long",
        /// A degree that is said before its holder's name as well.
        Title = "title",
    }

    /// Where a name or a place can follow.
    Slot {
        Name = "name", Place = "place", Article = "article", Within = "within", Level = "level",
        /// A name can follow, or what somebody had or worked with: "with".
        With = "with",
    }

    /// What is said of what somebody counts beside their years.
    Counted {
        /// What is counted: people led, countries, projects.
        Thing = "thing",
        /// People together.
        Team = "team",
        /// What was done with them: "managing".
        Lead = "lead",
    }

    /// What is said of pay.
    Pay {
        /// What is left of it once taxes are taken.
        Net = "net",
        /// What is paid besides: the whole is more than the figure.
        Besides = "besides",
        /// That it may be less.
        Negotiable = "negotiable",
        Hour = "hour", Day = "day", Week = "week", Month = "month", Year = "year",
    }

    /// Sexes, as forms ask for them.
    Sex {
        Female = "female", Male = "male", Other = "other",
    }
}

/// How much of the working time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Share {
    /// So much of it, from 0 to 1.
    Of(f64),
    /// Some of it.
    Part,
    /// After a figure: so many hundredths of it.
    Percent,
    /// After a figure: so many times the whole of it.
    Whole,
}

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sense {
    Number(f64),
    /// By how much the number before it is multiplied.
    Multiple(f64),
    Round(f64),
    Ordinal(f64),
    OrdinalEnding,
    Fraction(f64),
    DecimalMark,
    Unit(TimeUnit),
    Month(u32),
    Weekday(u32),
    /// A part of a year or a month; true of one that is of two years.
    Season(bool),
    Before(Modifier),
    After(Modifier),
    Joint(Joint),
    Edge(Edge),
    Share(Share),
    Quantifier(Quantifier),
    Answer(bool),
    /// A yes that may begin a sentence about something else: "I have".
    Agrees,
    Missing,
    /// It is said elsewhere: "see CV".
    Elsewhere,
    Nothing(Topic),
    /// From one step of `proficiency` to another.
    Proficiency(u8, u8),
    /// From one level of the CEFR to another; 0 is below A1.
    Cefr(u8, u8),
    /// From one step of `education` to another.
    Degree(u8, u8),
    UnderWay,
    /// A subject, told apart from others by its number.
    Subject(u32),
    /// What may well be the subject with this number.
    Near(u32),
    /// What only adds to a subject.
    Part,
    Study(Study),
    /// A language by its ISO 639 code.
    Language([u8; 3]),
    Skill(Skill),
    /// A certificate of the language with this code.
    Certificate([u8; 3]),
    Place,
    /// Who people work for, by one word; false of what an abbreviation names else: "HR".
    Employer(bool),
    Sex(Sex),
    Role,
    /// Time that was no work, or who has it.
    Away,
    /// What any role may be of: "programme".
    Office,
    Counted(Counted),
    Slot(Slot),
    Neutral(Topic),
    /// A currency by its ISO 4217 code.
    Currency([u8; 3]),
    Pay(Pay),
    /// A negation; false where it is a condition.
    Negation(bool),
    /// An everyday word that an abbreviation may look like; true where it may stand by itself.
    Everyday(bool),
    Identity(Who),
    Head(Head),
    Cue(Cue),
    /// What something is about, told apart from others by its number.
    About(u32),
    Zone(chrono_tz::Tz),
    /// From so many minutes ahead of UTC to so many.
    Offset(i16, i16),
    WhenBefore(When),
    WhenAfter(When),
    Clock(Clock),
    Understood,
}

impl Sense {
    /// What it says of the amount that follows.
    pub(crate) fn before(self) -> Option<Modifier> {
        if let Self::Before(bound) = self { Some(bound) } else { None }
    }

    /// What it says of the amount before it.
    pub(crate) fn after(self) -> Option<Modifier> {
        if let Self::After(bound) = self { Some(bound) } else { None }
    }

    /// The month that it names, from 1.
    pub(crate) fn month(self) -> Option<u32> {
        if let Self::Month(month) = self { Some(month) } else { None }
    }
}

/// The steps of `proficiency`, the lowest first.
pub(crate) const PROFICIENCY: [&str; 5] = ["none", "basic", "good", "very_good", "excellent"];
/// The levels of the CEFR, below A1 first. Council of Europe, Companion Volume (2020).
pub(crate) const CEFR: [&str; 7] = ["none", "a1", "a2", "b1", "b2", "c1", "c2"];
/// The steps of `education`, the lowest first: none, then EQF 4, 5, 6, 7 and 8.
pub(crate) const EDUCATION: [&str; 6] = ["none", "secondary", "short_cycle", "bachelor", "master", "doctorate"];

/// The sense of a meaning as a pack writes it; nothing where the section has no such meaning.
pub(crate) fn sense(section: Section, meaning: &str) -> Option<Sense> {
    let number = || meaning.parse::<f64>().ok().filter(|number| number.is_finite());
    let one_to = |most: u32| meaning.parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    let either = |yes: &str, no: &str| (meaning == yes || meaning == no).then_some(meaning == yes);
    let only = |word: &str, sense: Sense| (meaning == word).then_some(sense);
    match section {
        Section::Numbers => multiple(meaning).or_else(|| number().map(Sense::Number)),
        Section::Rounds => number().map(Sense::Round),
        Section::Ordinals => number().map(Sense::Ordinal),
        Section::Fractions => number().map(Sense::Fraction),
        Section::OrdinalEndings => only("ending", Sense::OrdinalEnding),
        Section::DecimalMarks => only("mark", Sense::DecimalMark),
        Section::Units => TimeUnit::named(meaning).map(Sense::Unit),
        Section::Months => one_to(12).map(Sense::Month),
        Section::Weekdays => one_to(7).map(Sense::Weekday),
        Section::Seasons => either("winter", "some").map(Sense::Season),
        Section::BoundsBefore => Modifier::named(meaning).map(Sense::Before),
        Section::BoundsAfter => Modifier::named(meaning).map(Sense::After),
        Section::Joints => Joint::named(meaning).map(Sense::Joint),
        Section::Edges => Edge::named(meaning).map(Sense::Edge),
        Section::Shares => share(meaning, number()),
        Section::Quantifiers => Quantifier::named(meaning).map(Sense::Quantifier),
        Section::Answers => only("agrees", Sense::Agrees).or_else(|| either("yes", "no").map(Sense::Answer)),
        Section::Missing if meaning == "elsewhere" => Some(Sense::Elsewhere),
        Section::Missing => matches!(meaning, "missing" | "later").then_some(Sense::Missing),
        Section::Nothing => Topic::named(meaning).map(Sense::Nothing),
        Section::Proficiency => steps(&PROFICIENCY, meaning).map(|(low, high)| Sense::Proficiency(low, high)),
        Section::Cefr => steps(&CEFR, meaning).map(|(low, high)| Sense::Cefr(low, high)),
        Section::Degrees => steps(&EDUCATION, meaning).map(|(low, high)| Sense::Degree(low, high)),
        Section::UnderWay => only("under_way", Sense::UnderWay),
        Section::Subjects => Some(subject(meaning)),
        Section::Studies => Study::named(meaning).map(Sense::Study),
        Section::Languages => code(meaning).map(Sense::Language),
        Section::Skills => Skill::named(meaning).map(Sense::Skill),
        Section::Certificates => code(meaning).map(Sense::Certificate),
        Section::Places => only("place", Sense::Place),
        Section::Employers => either("employer", "other").map(Sense::Employer),
        Section::Sexes => Sex::named(meaning).map(Sense::Sex),
        Section::Roles => only("role", Sense::Role),
        Section::Away => only("away", Sense::Away),
        Section::Offices => only("office", Sense::Office),
        Section::Counted => Counted::named(meaning).map(Sense::Counted),
        Section::Slots => Slot::named(meaning).map(Sense::Slot),
        Section::Neutral => Topic::named(meaning).map(Sense::Neutral),
        Section::Currencies => code(meaning).map(Sense::Currency),
        Section::Pay => Pay::named(meaning).map(Sense::Pay),
        Section::Negations => either("negation", "condition").map(Sense::Negation),
        Section::Everyday => either("noun", "word").map(Sense::Everyday),
        Section::Identity => Who::named(meaning).map(Sense::Identity),
        Section::Headers => Head::named(meaning).map(Sense::Head),
        Section::Headings | Section::Postings | Section::Around => Cue::named(meaning).map(Sense::Cue),
        Section::Topics => Some(Sense::About(number_of(meaning))),
        Section::Zones => meaning.parse().ok().map(Sense::Zone),
        Section::Offsets => offset(meaning).map(|(low, high)| Sense::Offset(low, high)),
        Section::WhenBefore => When::named(meaning).map(Sense::WhenBefore),
        Section::WhenAfter => When::named(meaning).map(Sense::WhenAfter),
        Section::Clock => Clock::named(meaning).map(Sense::Clock),
        Section::Understood => only("understood", Sense::Understood),
    }
}

/// By how much the number before it is multiplied: `x1000`.
fn multiple(meaning: &str) -> Option<Sense> {
    let times = meaning.strip_prefix('x')?.parse::<f64>().ok();
    times.filter(|times| times.is_finite()).map(Sense::Multiple)
}

/// A share of the working time.
fn share(meaning: &str, number: Option<f64>) -> Option<Sense> {
    let share = match meaning {
        "part" => Share::Part,
        "percent" => Share::Percent,
        "whole" => Share::Whole,
        _ => Share::Of(number?),
    };
    Some(Sense::Share(share))
}

/// The subject with this name: any name is one, so that a subject is added by the packs alone.
fn subject(meaning: &str) -> Sense {
    match (meaning, meaning.strip_prefix("near_")) {
        ("part", _) => Sense::Part,
        (_, Some(name)) => Sense::Near(number_of(name)),
        (name, None) => Sense::Subject(number_of(name)),
    }
}

/// The number that stands for a name: FNV-1a.
fn number_of(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Hours ahead of UTC in minutes: `5.5`, or `1..6`.
fn offset(meaning: &str) -> Option<(i16, i16)> {
    let minutes = |hours: &str| {
        let (hours, half) = hours.strip_suffix(".5").map_or((hours, 0), |hours| (hours, 30));
        Some(hours.parse::<i16>().ok().filter(|hours| hours.abs() < 15)? * 60 + half)
    };
    let (low, high) = meaning.split_once("..").unwrap_or((meaning, meaning));
    Some((minutes(low)?, minutes(high)?))
}

/// A code of two or three letters: of a language, of a currency.
pub(crate) fn code(meaning: &str) -> Option<[u8; 3]> {
    match meaning.as_bytes() {
        [a, b] => Some([*a, *b, b' ']),
        [a, b, c] => Some([*a, *b, *c]),
        _ => None,
    }
}

/// One step of a scale, or `low..high`.
fn steps(scale: &[&str], meaning: &str) -> Option<(u8, u8)> {
    let step = |name: &str| scale.iter().position(|step| *step == name).and_then(|at| u8::try_from(at).ok());
    match meaning.split_once("..") {
        Some((low, high)) => Some((step(low)?, step(high)?)),
        None => step(meaning).map(|step| (step, step)),
    }
}
