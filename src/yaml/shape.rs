//! What a field may hold.

use crate::catalogue::Text;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text; a number or true or false is taken as it is written.
    Text,
    /// A name in the output: text whose every character can be seen.
    Id,
    /// Text, or one text per language.
    Label,
    /// The name of a column.
    Column,
    /// The names of several columns, or of one.
    Columns,
    /// Several texts, or one, or none.
    Texts,
    /// The same; or a mapping with these alone under `only`.
    Missing,
    /// Any number.
    Number,
    /// A number that is not below 0.
    Size,
    /// A whole number that is not below 0.
    Count,
    /// True or false.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A date.
    Day,
    /// A date, or the word `deadline`.
    DayOrDeadline,
    /// A step of a scale.
    Step,
    /// The name of a scale, or its steps.
    Scale,
    /// A list whose items are a word, a word and other words for it, or a word for each language.
    Words,
    /// The code of a language.
    Language,
    /// A list of tests.
    Tests,
    /// A mapping with fields of its own.
    Mapping(&'static [Field]),
    /// A mapping of names to texts.
    Names,
    /// The words that a criteria file teaches.
    Taught,
    /// A mapping of cells to verdicts.
    Examples,
    /// A list of criteria.
    Criteria,
    /// A test: its own table tells what it holds.
    Test,
}

/// A field of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, for the documentation and the schema.
    pub doc: &'static str,
}

impl Field {
    /// A field that may be left out.
    #[must_use]
    pub const fn new(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { name, shape, required: false, doc }
    }

    /// A field that must be there.
    #[must_use]
    pub const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { required: true, ..Self::new(name, shape, doc) }
    }

    /// What to write, where nothing better is known: the field with a value of its kind.
    #[must_use]
    pub fn example(&self) -> Text {
        if let Shape::Mapping(fields) = self.shape {
            let within = fields[0].example();
            return Text::each(|lang| format!("{}: {{ {} }}", self.name, within.to(lang)));
        }
        let (en, fr) = self.in_words().unwrap_or_else(|| (self.value(), self.value()));
        Text { en: format!("{}: {en}", self.name), fr: format!("{}: {fr}", self.name) }
    }

    /// A value that is made of words.
    fn in_words(&self) -> Option<(&'static str, &'static str)> {
        Some(match (self.name, self.shape) {
            ("title", _) => ("Programme officer", "Responsable de programme"),
            ("identity", _) => ("[name, email]", "[nom, courriel]"),
            ("values", _) => ("[EU citizen, work permit]", "[citoyen UE, permis de travail]"),
            ("terms", _) => ("[human rights, advocacy]", "[droits humains, plaidoyer]"),
            (_, Shape::Columns) => ("[motivation, cover_letter]", "[motivation, lettre]"),
            (_, Shape::Texts | Shape::Missing) => ("[to follow, \"--\"]", "[à venir, \"--\"]"),
            (_, Shape::Words) => ("[law, economics]", "[droit, économie]"),
            (_, Shape::Tests) => ("[{ yes_no: { column: advocacy } }]", "[{ yes_no: { column: plaidoyer } }]"),
            (_, Shape::Names) => ("{ experience: [Years, Experience] }", "{ experience: [Années, Expérience] }"),
            (_, Shape::Examples) => ("{ \"5-8\": unknown, \"7 years\": met }", "{ \"5-8\": unknown, \"7 ans\": met }"),
            (_, Shape::Taught) => ("{ understood: [human rights, NGO] }", "{ understood: [droits humains, ONG] }"),
            (_, Shape::Criteria) => (
                "[{ id: advocacy, yes_no: { column: advocacy } }]",
                "[{ id: plaidoyer, yes_no: { column: plaidoyer } }]",
            ),
            _ => return None,
        })
    }

    /// Any other value.
    fn value(&self) -> &'static str {
        match (self.name, self.shape) {
            ("version", _) => "1",
            ("weight", _) => "10",
            ("at_least", Shape::Count) => "1",
            ("full_at", Shape::Count) => "2",
            ("full_at", Shape::Step) => "C1",
            ("full_at", _) => "15",
            ("at_most", _) => "5100",
            ("out_of", _) => "5",
            ("list", _) => "languages",
            ("level", _) => "degree_level",
            ("field", _) => "degree_field",
            ("time_zone", _) => "Europe/Brussels",
            (_, Shape::Number | Shape::Size | Shape::Count) => "7",
            (_, Shape::Flag) => "true",
            (_, Shape::Choice(choices)) => choices[0],
            (_, Shape::Day | Shape::DayOrDeadline) => "2024-05-26",
            (_, Shape::Step) => "B2",
            (_, Shape::Scale) => "proficiency",
            (_, Shape::Language) => "fr",
            (_, Shape::Test) => "{ column: experience }",
            _ => "experience",
        }
    }
}
