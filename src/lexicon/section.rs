//! The sections of a language pack.

/// Makes enums of what packs name, each variant with its name there.
macro_rules! named {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub(crate) enum $name { $($(#[$about])* $variant),+ }

        impl $name {
            /// Each with its name.
            pub(crate) const ALL: &[(&str, Self)] = &[$(($text, Self::$variant)),+];

            /// The one with this name.
            pub(crate) fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, found)| *found)
            }
        }
    )+ };
}

pub(super) use named;

named! {
    /// A section of a pack.
    Section {
        /// Number words: `7: [seven]`; `x1000: [k]` multiplies the number before it and is none by itself.
        Numbers = "numbers",
        /// Round numbers that stand for about as many: `10: [dizaine]`.
        Rounds = "rounds",
        /// Ordinals: `1: [first]`. A day of a month, or no number at all.
        Ordinals = "ordinals",
        /// Endings of ordinals in figures: `ending: [th]`.
        OrdinalEndings = "ordinal_endings",
        /// Parts of one: `0.5: [half]`.
        Fractions = "fractions",
        /// What is said for the decimal mark: `mark: [point]`.
        DecimalMarks = "decimal_marks",
        /// Units of time: `year`, `month`, `week`, `day`, `hour`, `minute`, `decade`.
        Units = "units",
        /// Months: `1: [january]`.
        Months = "months",
        /// Days of the week: `1: [monday]`.
        Weekdays = "weekdays",
        /// Parts of a year or a month: `some: [early, spring]`; `winter`, which is of two years.
        Seasons = "seasons",
        /// Said before an amount: `at_least`, `over`, `at_most`, `under`, `about`, `almost`, `exactly`.
        BoundsBefore = "bounds_before",
        /// Said after an amount; the same meanings.
        BoundsAfter = "bounds_after",
        /// What joins: `to`, `or`, `and`, `between`, `of_which`, `last`, `makes`, `sum`, `then`, `but`,
        /// `out_of`, `minus`, `ahead`.
        Joints = "joints",
        /// Ends of periods: `since`, `until`, `from`, `present`.
        Edges = "edges",
        /// How much of the working time: a share from 0 to 1, or `part` where it is not said; `percent` and
        /// `whole` after a figure.
        Shares = "shares",
        /// An amount without a number word: `one: [a]`, `some: [several]`, `many`; `both` and `all` of what was
        /// named.
        Quantifiers = "quantifiers",
        /// Answers: `yes`, `no`.
        Answers = "answers",
        /// Nothing is said: `missing: [n/a]`, or not yet: `later: [to follow]`, or elsewhere:
        /// `elsewhere: [see cv]`.
        Missing = "missing",
        /// Nothing of it: `years`, `language`, `degree`, `any`.
        Nothing = "nothing",
        /// Steps of the scale `proficiency`, or from one to another: `good..excellent`.
        Proficiency = "proficiency",
        /// Levels of the CEFR, `A1` to `C2`, `none`, or from one to another.
        Cefr = "cefr",
        /// Steps of the scale `education`, or from one to another.
        Degrees = "degrees",
        /// A degree that is not finished, or not for certain: `under_way`.
        UnderWay = "under_way",
        /// What people study, by a name that is the same in every pack: `law: [law, laws]`; what may well be that, under
        /// another name or as a part of it: `near_law: [legal studies]`; words that only add to a subject: `part`.
        Subjects = "subjects",
        /// Words around a subject: said before it (`field: [in]`, `of: [of]`), before a result (`grade`), a kind of school
        /// (`institution`); degrees of four or five years where they were `long`, and that other countries call a `licence`.
        Studies = "studies",
        /// Languages by their ISO 639 codes: `en: [english]`.
        Languages = "languages",
        /// What of a language a level is of: `part: [grammar]`.
        Skills = "skills",
        /// Certificates of a language, by its code: `fr: [delf]`.
        Certificates = "certificates",
        /// Countries and cities: `place`.
        Places = "places",
        /// Who people work for, where one word with a capital names them: `employer: [oxfam]`; what
        /// an abbreviation names that is none: `other: [hr]`.
        Employers = "employers",
        /// Sexes: `female`, `male`, `other`.
        Sexes = "sexes",
        /// What somebody works as: `role: [director]`.
        Roles = "roles",
        /// Time that was no work: `away: [parental leave, retired]`.
        Away = "away",
        /// What any role may be of: `office: [programme]`.
        Offices = "offices",
        /// What is counted beside years: `thing: [staff, countries]`, `team`, `lead: [managing]`.
        Counted = "counted",
        /// Words before a name (`name: [at, chez]`), before a place (`place: [in]`) and within a name (`within: [of, de]`);
        /// `with: [with]` before a name or what somebody had or worked with.
        Slots = "slots",
        /// Words that change nothing, by the kind they stand in: `any`, `years`, `relevant`, `number`, `date`, `level`, `language`,
        /// `degree`, `answer`, `permit`, `provided`, `value`.
        Neutral = "neutral",
        /// Currencies by their ISO 4217 codes: `chf: [chf, swiss francs]`.
        Currencies = "currencies",
        /// Said of pay: `net` of what is kept back; per `hour`, `day`, `week`, `month` or `year`.
        Pay = "pay",
        /// Words that deny what follows: `negation`, or make it depend: `condition`.
        Negations = "negations",
        /// Words that look like an abbreviation in small letters: `word`, and `noun` where one may stand by itself.
        Everyday = "everyday",
        /// Words of a header that tells who somebody is: `name`, `email`, `contact`, `other`, the grounds that the law
        /// protects (`birth`, `sex`, `health` and so on), and `alone` for words that do so only where the header says
        /// nothing else.
        Identity = "identity",
        /// Other words of a header, by what they say of the column: [`Head`](super::Head).
        Headers = "headers",
        /// What the headings of postings say: [`Cue`](super::Cue).
        Headings = "headings",
        /// What the sentences of postings say: [`Cue`](super::Cue).
        Postings = "postings",
        /// What stands around what is asked, and around a level or a language that nobody is asked for: [`Cue`](super::Cue).
        Around = "around",
        /// What requirements and columns are about, by a name that is the same in every pack.
        Topics = "topics",
        /// Time zones by the places in them: `Europe/Brussels: [brussels]`.
        Zones = "zones",
        /// Abbreviations of time zones by how many hours they are ahead of UTC: `1: [cet]`, `1..6: [bst]`.
        Offsets = "offsets",
        /// Said before a date: `before`, `after`, `by`, `not_before`, `at_once` without one.
        WhenBefore = "when_before",
        /// Said after a date; the same meanings.
        WhenAfter = "when_after",
        /// Said of a time of day: `am`, `pm`, `noon`, `midnight`, `hour`, `minute`, `time_of` a place, `local`.
        Clock = "clock",
        /// What the criteria file calls understood.
        Understood = "understood",
    }
}
