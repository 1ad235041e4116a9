//! What a phrase of a language pack can mean: the sections of a pack, and the meanings of each.
//!
//! A section belongs to the kinds of cells that take it ([`Sections`]): a word added for one kind is not seen by another.

use super::told::{Cue, Head, Who, cue, head, who};

/// A section of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Section {
    /// Number words: `7: [seven]`.
    Numbers,
    /// Round numbers that stand for about as many: `10: [dizaine]`.
    Rounds,
    /// Ordinals: `1: [first]`. A day of a month, or no number at all.
    Ordinals,
    /// Endings of ordinals in figures: `ending: [th]`.
    OrdinalEndings,
    /// Parts of one: `0.5: [half]`.
    Fractions,
    /// What is said for the decimal mark: `mark: [point]`.
    DecimalMarks,
    /// Units of time: `year`, `month`, `week`, `day`, `hour`, `decade`.
    Units,
    /// Months: `1: [january]`.
    Months,
    /// Days of the week: `1: [monday]`.
    Weekdays,
    /// Parts of a year or a month: `some: [early, spring]`.
    Seasons,
    /// Said before an amount: `at_least`, `over`, `at_most`, `under`, `about`, `almost`, `exactly`.
    BoundsBefore,
    /// Said after an amount; the same meanings.
    BoundsAfter,
    /// What joins: `to`, `or`, `and`, `between`, `of_which`, `last`, `makes`, `sum`, `then`, `but`,
    /// `out_of`, `minus`.
    Joints,
    /// Ends of periods: `since`, `until`, `from`, `present`.
    Edges,
    /// How much of the working time: a share from 0 to 1, or `part` where it is not said; `percent` and
    /// `whole` after a figure.
    Shares,
    /// An amount without a number word: `one: [a]`, `some: [several]`, `many`; `both` and `all` of what was
    /// named.
    Quantifiers,
    /// Answers: `yes`, `no`.
    Answers,
    /// Nothing is said: `missing: [n/a]`, or not yet: `later: [to follow]`.
    Missing,
    /// Nothing of it: `years`, `language`, `degree`, `any`.
    Nothing,
    /// Steps of the scale `proficiency`, or from one to another: `good..excellent`.
    Proficiency,
    /// Levels of the CEFR, `A1` to `C2`, `none`, or from one to another.
    Cefr,
    /// Steps of the scale `education`, or from one to another.
    Degrees,
    /// A degree that is not finished, or not for certain: `under_way`.
    UnderWay,
    /// What people study, by a name that is the same in every pack: `law: [law, laws]`; what may well be that, under
    /// another name or as a part of it: `near_law: [legal studies]`; words that only add to a subject: `part`.
    Subjects,
    /// Words around a subject: said before it (`field: [in]`, `of: [of]`), before a result (`grade`), a kind of school
    /// (`institution`); degrees of four or five years where they were `long`, and that other countries call a `licence`.
    Studies,
    /// Languages by their ISO 639 codes: `en: [english]`.
    Languages,
    /// What a language is used for: `skill: [spoken]`.
    Skills,
    /// Certificates of a language, by its code: `fr: [delf]`.
    Certificates,
    /// Countries and cities: `place`.
    Places,
    /// Sexes: `female`, `male`, `other`.
    Sexes,
    /// What somebody works as: `role: [director]`.
    Roles,
    /// What any role may be of: `office: [programme]`.
    Offices,
    /// Words before a name (`name: [at, chez]`), before a place (`place: [in]`) and within a name (`within: [of, de]`).
    Slots,
    /// Words that change nothing, by the kind they stand in: `any`, `years`, `relevant`, `number`, `date`, `level`, `language`,
    /// `degree`, `answer`, `permit`, `provided`, `value`.
    Neutral,
    /// Currencies by their ISO 4217 codes: `chf: [chf, swiss francs]`.
    Currencies,
    /// Said of pay: `net` of what is kept back.
    Pay,
    /// Words that deny what follows: `negation`, or make it depend: `condition`.
    Negations,
    /// Words that look like an abbreviation in small letters: `word`, and `noun` where one may stand by itself.
    Everyday,
    /// Words of a header that tells who somebody is: `name`, `email`, `birth`, `sex`, `origin`, `contact`, `other`, and
    /// `alone` for words that do so only where the header says nothing else.
    Identity,
    /// Other words of a header, by what they say of the column: [`Head`].
    Headers,
    /// What the headings of postings say: [`Cue`].
    Headings,
    /// What the sentences of postings say: [`Cue`].
    Postings,
    /// What requirements and columns are about, by a name that is the same in every pack.
    Topics,
    /// Time zones by the places in them: `Europe/Brussels: [brussels]`.
    Zones,
    /// Said before a date: `before`, `after`, `by`, `not_before`, `at_once` without one.
    WhenBefore,
    /// Said after a date; the same meanings.
    WhenAfter,
    /// Said of a time of day: `am`, `pm`, `noon`, `midnight`, `hour`, `minute`, `time_of` a place, `local`.
    Clock,
    /// What the criteria file calls understood.
    Understood,
}

/// Every section with its name in a pack.
pub(crate) const SECTIONS: [(&str, Section); 48] = [
    ("numbers", Section::Numbers),
    ("rounds", Section::Rounds),
    ("ordinals", Section::Ordinals),
    ("ordinal_endings", Section::OrdinalEndings),
    ("fractions", Section::Fractions),
    ("decimal_marks", Section::DecimalMarks),
    ("units", Section::Units),
    ("months", Section::Months),
    ("weekdays", Section::Weekdays),
    ("seasons", Section::Seasons),
    ("bounds_before", Section::BoundsBefore),
    ("bounds_after", Section::BoundsAfter),
    ("joints", Section::Joints),
    ("edges", Section::Edges),
    ("shares", Section::Shares),
    ("quantifiers", Section::Quantifiers),
    ("answers", Section::Answers),
    ("missing", Section::Missing),
    ("nothing", Section::Nothing),
    ("proficiency", Section::Proficiency),
    ("cefr", Section::Cefr),
    ("degrees", Section::Degrees),
    ("under_way", Section::UnderWay),
    ("subjects", Section::Subjects),
    ("studies", Section::Studies),
    ("languages", Section::Languages),
    ("skills", Section::Skills),
    ("certificates", Section::Certificates),
    ("places", Section::Places),
    ("sexes", Section::Sexes),
    ("roles", Section::Roles),
    ("offices", Section::Offices),
    ("slots", Section::Slots),
    ("neutral", Section::Neutral),
    ("currencies", Section::Currencies),
    ("pay", Section::Pay),
    ("negations", Section::Negations),
    ("everyday", Section::Everyday),
    ("identity", Section::Identity),
    ("headers", Section::Headers),
    ("headings", Section::Headings),
    ("postings", Section::Postings),
    ("topics", Section::Topics),
    ("zones", Section::Zones),
    ("when_before", Section::WhenBefore),
    ("when_after", Section::WhenAfter),
    ("clock", Section::Clock),
    ("understood", Section::Understood),
];

impl Section {
    /// The section with this name.
    pub fn named(name: &str) -> Option<Self> {
        SECTIONS.iter().find(|(known, _)| *known == name).map(|(_, section)| *section)
    }
}

/// The sections that one kind of cells takes, and which of the neutral words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sections {
    sections: u64,
    topics: u16,
}

impl Sections {
    /// All sections and topics of cells; what headers and postings say is no matter of cells.
    pub const ALL: Self = Self { sections: !Self::BESIDE, topics: u16::MAX };
    const BESIDE: u64 = 1 << Section::Identity as u64
        | 1 << Section::Headers as u64
        | 1 << Section::Headings as u64
        | 1 << Section::Postings as u64
        | 1 << Section::Topics as u64
        | 1 << Section::Zones as u64;

    /// These sections, the neutral words of these topics and of any, and what the criteria file calls understood.
    pub const fn of(topics: &[Topic], sections: &[Section]) -> Self {
        let mut all = Self {
            sections: 1 << Section::Understood as u8 | 1 << Section::Neutral as u8,
            topics: 1 << Topic::Any as u8,
        };
        let mut at = 0;
        while at < sections.len() {
            all.sections |= 1 << sections[at] as u8;
            at += 1;
        }
        at = 0;
        while at < topics.len() {
            all.topics |= 1 << topics[at] as u8;
            at += 1;
        }
        all
    }

    /// These and those.
    pub const fn and(self, other: Self) -> Self {
        Self { sections: self.sections | other.sections, topics: self.topics | other.topics }
    }

    /// Whether this section is one of theirs.
    pub const fn has(self, section: Section) -> bool {
        self.sections & (1 << section as u8) != 0
    }

    /// Whether a phrase with this sense, in this section, is one of theirs.
    pub const fn take(self, section: Section, sense: Sense) -> bool {
        let topic = match sense {
            Sense::Neutral(topic) | Sense::Nothing(topic) => self.topics & (1 << topic as u8) != 0,
            _ => true,
        };
        topic && self.has(section)
    }
}

/// What is said of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    AtLeast,
    Over,
    AtMost,
    Under,
    About,
    Almost,
    Exactly,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
}

/// What joins two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// From one to the other.
    To,
    /// Either.
    Or,
    /// Both.
    And,
    /// Before two ends: "between 5 and 7".
    Between,
    /// A part of what came before.
    OfWhich,
    /// A part at one end of it: "the last".
    Last,
    /// The same said otherwise: "that is", "soit".
    Makes,
    /// Added: "plus".
    Sum,
    /// One after the other: "then".
    Then,
    /// Between two bounds: "more than 5 but less than 7".
    But,
    /// Before the whole that a result is out of: "16 sur 20".
    OutOf,
    /// Before a number below zero: "minus 5".
    Minus,
}

/// What is said of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Before,
    After,
    /// Then or before.
    By,
    /// Then or later.
    NotBefore,
    /// As soon as can be.
    AtOnce,
}

/// What is said of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    Am,
    Pm,
    Noon,
    Midnight,
    Hour,
    Minute,
    /// "heure de", "time": of a place.
    TimeOf,
    /// Of a place that is not named.
    Local,
}

/// An end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Since,
    From,
    Until,
    Present,
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

/// An amount without a number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quantifier {
    One,
    Some,
    Many,
    /// Of two that were named.
    Both,
    /// Of all that was named.
    All,
}

/// The kinds of cells that have neutral words of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    Any,
    Years,
    /// Which of the years count.
    Relevant,
    Number,
    Date,
    Level,
    Language,
    Degree,
    Answer,
    /// What a yes may name that is held: a driving licence.
    Permit,
    /// What can be provided, and that it was or was not.
    Provided,
    Value,
}

/// What is said around a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Study {
    /// A subject follows: "in", "majoring in".
    Field,
    /// A subject may follow, or many another thing: "of".
    Of,
    /// A kind of school.
    Institution,
    /// A result in figures follows.
    Grade,
    /// A degree that took four or five years in some places.
    Licence,
    /// One of these places, or that it took so long.
    Long,
}

/// Where a name or a place can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    Name,
    Place,
    Within,
}

/// Sexes, as forms ask for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sex {
    Female,
    Male,
    Other,
}

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sense {
    Number(f64),
    Round(f64),
    Ordinal(f64),
    OrdinalEnding,
    Fraction(f64),
    DecimalMark,
    Unit(Unit),
    Month(u32),
    Weekday(u32),
    Season,
    Before(Bound),
    After(Bound),
    Joint(Joint),
    Edge(Edge),
    Share(Share),
    Quantifier(Quantifier),
    Answer(bool),
    Missing,
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
    Skill,
    /// A certificate of the language with this code.
    Certificate([u8; 3]),
    Place,
    Sex(Sex),
    Role,
    /// What any role may be of: "programme".
    Office,
    Slot(Slot),
    Neutral(Topic),
    /// A currency by its ISO 4217 code.
    Currency([u8; 3]),
    /// What is left of pay once taxes are taken.
    Net,
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
    WhenBefore(When),
    WhenAfter(When),
    Clock(Clock),
    Understood,
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
    let only = |word: &str, sense: Sense| (meaning == word).then_some(sense);
    match section {
        Section::Numbers => number().map(Sense::Number),
        Section::Rounds => number().map(Sense::Round),
        Section::Ordinals => number().map(Sense::Ordinal),
        Section::Fractions => number().map(Sense::Fraction),
        Section::OrdinalEndings => only("ending", Sense::OrdinalEnding),
        Section::DecimalMarks => only("mark", Sense::DecimalMark),
        Section::Units => unit(meaning).map(Sense::Unit),
        Section::Months => one_to(12).map(Sense::Month),
        Section::Weekdays => one_to(7).map(Sense::Weekday),
        Section::Seasons => only("some", Sense::Season),
        Section::BoundsBefore => bound(meaning).map(Sense::Before),
        Section::BoundsAfter => bound(meaning).map(Sense::After),
        Section::Joints => joint(meaning).map(Sense::Joint),
        Section::Edges => edge(meaning).map(Sense::Edge),
        Section::Shares => match meaning {
            "part" => Some(Sense::Share(Share::Part)),
            "percent" => Some(Sense::Share(Share::Percent)),
            "whole" => Some(Sense::Share(Share::Whole)),
            _ => number().map(|share| Sense::Share(Share::Of(share))),
        },
        Section::Quantifiers => match meaning {
            "one" => Some(Sense::Quantifier(Quantifier::One)),
            "some" => Some(Sense::Quantifier(Quantifier::Some)),
            "many" => Some(Sense::Quantifier(Quantifier::Many)),
            "both" => Some(Sense::Quantifier(Quantifier::Both)),
            "all" => Some(Sense::Quantifier(Quantifier::All)),
            _ => None,
        },
        Section::Answers => match meaning {
            "yes" => Some(Sense::Answer(true)),
            "no" => Some(Sense::Answer(false)),
            _ => None,
        },
        Section::Missing => matches!(meaning, "missing" | "later").then_some(Sense::Missing),
        Section::Nothing => topic(meaning).map(Sense::Nothing),
        Section::Proficiency => steps(&PROFICIENCY, meaning).map(|(low, high)| Sense::Proficiency(low, high)),
        Section::Cefr => steps(&CEFR, meaning).map(|(low, high)| Sense::Cefr(low, high)),
        Section::Degrees => steps(&EDUCATION, meaning).map(|(low, high)| Sense::Degree(low, high)),
        Section::UnderWay => only("under_way", Sense::UnderWay),
        Section::Subjects => Some(subject(meaning)),
        Section::Studies => study(meaning).map(Sense::Study),
        Section::Languages => code(meaning).map(Sense::Language),
        Section::Skills => only("skill", Sense::Skill),
        Section::Certificates => code(meaning).map(Sense::Certificate),
        Section::Places => only("place", Sense::Place),
        Section::Sexes => match meaning {
            "female" => Some(Sense::Sex(Sex::Female)),
            "male" => Some(Sense::Sex(Sex::Male)),
            "other" => Some(Sense::Sex(Sex::Other)),
            _ => None,
        },
        Section::Roles => only("role", Sense::Role),
        Section::Offices => only("office", Sense::Office),
        Section::Slots => match meaning {
            "name" => Some(Sense::Slot(Slot::Name)),
            "place" => Some(Sense::Slot(Slot::Place)),
            "within" => Some(Sense::Slot(Slot::Within)),
            _ => None,
        },
        Section::Neutral => topic(meaning).map(Sense::Neutral),
        Section::Currencies => code(meaning).map(Sense::Currency),
        Section::Pay => only("net", Sense::Net),
        Section::Negations => match meaning {
            "negation" => Some(Sense::Negation(true)),
            "condition" => Some(Sense::Negation(false)),
            _ => None,
        },
        Section::Everyday => match meaning {
            "word" => Some(Sense::Everyday(false)),
            "noun" => Some(Sense::Everyday(true)),
            _ => None,
        },
        Section::Identity => who(meaning).map(Sense::Identity),
        Section::Headers => head(meaning).map(Sense::Head),
        Section::Headings | Section::Postings => cue(meaning).map(Sense::Cue),
        Section::Topics => Some(Sense::About(number_of(meaning))),
        Section::Zones => meaning.parse().ok().map(Sense::Zone),
        Section::WhenBefore => when(meaning).map(Sense::WhenBefore),
        Section::WhenAfter => when(meaning).map(Sense::WhenAfter),
        Section::Clock => clock(meaning).map(Sense::Clock),
        Section::Understood => only("understood", Sense::Understood),
    }
}

fn unit(meaning: &str) -> Option<Unit> {
    Some(match meaning {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        _ => return None,
    })
}

fn bound(meaning: &str) -> Option<Bound> {
    Some(match meaning {
        "at_least" => Bound::AtLeast,
        "over" => Bound::Over,
        "at_most" => Bound::AtMost,
        "under" => Bound::Under,
        "about" => Bound::About,
        "almost" => Bound::Almost,
        "exactly" => Bound::Exactly,
        _ => return None,
    })
}

fn joint(meaning: &str) -> Option<Joint> {
    Some(match meaning {
        "to" => Joint::To,
        "or" => Joint::Or,
        "and" => Joint::And,
        "between" => Joint::Between,
        "of_which" => Joint::OfWhich,
        "last" => Joint::Last,
        "makes" => Joint::Makes,
        "sum" => Joint::Sum,
        "then" => Joint::Then,
        "but" => Joint::But,
        "out_of" => Joint::OutOf,
        "minus" => Joint::Minus,
        _ => return None,
    })
}

fn when(meaning: &str) -> Option<When> {
    Some(match meaning {
        "before" => When::Before,
        "after" => When::After,
        "by" => When::By,
        "not_before" => When::NotBefore,
        "at_once" => When::AtOnce,
        _ => return None,
    })
}

fn clock(meaning: &str) -> Option<Clock> {
    Some(match meaning {
        "am" => Clock::Am,
        "pm" => Clock::Pm,
        "noon" => Clock::Noon,
        "midnight" => Clock::Midnight,
        "hour" => Clock::Hour,
        "minute" => Clock::Minute,
        "time_of" => Clock::TimeOf,
        "local" => Clock::Local,
        _ => return None,
    })
}

fn edge(meaning: &str) -> Option<Edge> {
    Some(match meaning {
        "since" => Edge::Since,
        "from" => Edge::From,
        "until" => Edge::Until,
        "present" => Edge::Present,
        _ => return None,
    })
}

fn topic(meaning: &str) -> Option<Topic> {
    Some(match meaning {
        "any" => Topic::Any,
        "years" => Topic::Years,
        "relevant" => Topic::Relevant,
        "number" => Topic::Number,
        "date" => Topic::Date,
        "level" => Topic::Level,
        "language" => Topic::Language,
        "degree" => Topic::Degree,
        "answer" => Topic::Answer,
        "permit" => Topic::Permit,
        "provided" => Topic::Provided,
        "value" => Topic::Value,
        _ => return None,
    })
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

fn study(meaning: &str) -> Option<Study> {
    Some(match meaning {
        "field" => Study::Field,
        "of" => Study::Of,
        "institution" => Study::Institution,
        "grade" => Study::Grade,
        "licence" => Study::Licence,
        "long" => Study::Long,
        _ => return None,
    })
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
