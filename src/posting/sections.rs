//! Which part of a posting a sentence stands in: what is required, what is wished for, what the work is, what is offered,
//! how to apply, who recruits.

use super::cues::{announces, cues, cues_of, first_cue, has, is_joint, is_word, one_gender, says, says_following};
use super::lines::{Block, BlockKind, HeadingForm, labelled, says_heading};
use super::tables::{CellSaid, names_columns, row};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};

/// A block that says something, with where it stands.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// The last heading that tells; nothing before the first.
    pub section: Option<Cue>,
    /// What stands before a colon, or in the first cell of a row: "Languages".
    pub label: Option<String>,
    /// Whether it is an item of a list, and not running text.
    pub item: bool,
    /// What it says.
    pub text: String,
    /// Whether it is running text after the list of its section, of which only what asks by its own words counts.
    pub loose: bool,
    /// Which heading it stands under, counted from the first, and whether that heading says what stands there.
    pub under: (usize, bool),
    /// Whether it stands in a list of which one item is enough.
    pub choice: bool,
}

impl Passage {
    /// What a cell of a row says, below a heading.
    fn of_cell(CellSaid { section, label, text }: CellSaid, under: (usize, bool)) -> Self {
        Self { section, label, item: true, text, loose: false, under, choice: false }
    }
}

/// Where in a posting its reader is.
#[derive(Default)]
struct ReaderPlace {
    section: Option<Cue>,
    label: Option<String>,
    /// Which heading this stands under, and whether that says what stands there.
    under: (usize, bool),
    /// The form of the heading that opened the section.
    opened: Option<HeadingForm>,
    /// Whether a list stood since the last heading.
    listed: bool,
    /// Whether one item of the list below that heading is enough.
    choice: bool,
    /// The section to go back to after a list that a sentence leads to: "The following would be an asset."
    back: Option<Option<Cue>>,
    /// How far an item is set in that wishes for those below it: "It would be great if you have experience of:".
    wish: Option<usize>,
}

impl ReaderPlace {
    /// Goes on below a heading, above a block of some kind.
    fn go_below(&mut self, heading: &Block, leads: Option<BlockKind>) {
        let own = announces(&heading.text).is_some();
        let before = self.section;
        // "Required qualifications" / "The ideal candidate should:"
        let insisted = before == Some(Cue::Requirements) && self.label.as_deref().is_some_and(insists);
        let only_ideal = insisted && !says(&heading.text, Cue::Asset) && heading.text.ends_with(':');
        (self.section, self.label) = under((self.section, self.opened), heading, leads);
        if only_ideal && self.section == Some(Cue::Wishes) {
            self.section = before;
        }
        // "Education:" under "DESIRABLE QUALIFICATIONS" opens nothing.
        let within = before == self.section && self.opened.is_some_and(|opened| !heading.form.is_beside(opened));
        // "Preferred certifications:" wishes for them alone.
        let narrow =
            self.section == Some(Cue::Wishes) && heading.form == HeadingForm::Plain && names_one_thing(&heading.text);
        self.opened = if own && !within { Some(heading.form).filter(|_| !narrow) } else { self.opened };
        self.under = (self.under.0 + 1, own);
        self.listed = false;
        self.choice = offers_a_choice(&heading.text);
    }

    /// The section of an item: those set in further than one that wishes for them are wished for.
    fn section_of(&mut self, block: &Block) -> Option<Cue> {
        self.wish = self.wish.filter(|indent| block.kind == BlockKind::Item && block.indent > *indent);
        let wished = self.wish.is_some() && self.section == Some(Cue::Requirements);
        if block.text.ends_with(':') && says(&block.text, Cue::Asset) {
            self.wish = Some(block.indent);
        }
        if wished { Some(Cue::Wishes) } else { self.section }
    }

    /// Goes on to the list below, which a sentence wishes for: that list alone.
    fn lead_to_wishes(&mut self) {
        self.back = Some(self.section);
        self.section = Some(Cue::Wishes);
        self.under = (self.under.0 + 1, true);
    }

    /// Goes back to what stood before such a list, where a block is no item of it.
    fn go_back(&mut self, block: &Block) {
        if block.kind != BlockKind::Item
            && let Some(section) = self.back.take()
        {
            self.section = section;
            self.under = (self.under.0 + 1, true);
        }
    }

    /// Goes on with what no heading announces.
    fn leave(&mut self) {
        (self.section, self.label, self.choice) = (None, None, false);
        self.under = (self.under.0 + 1, false);
    }
}

/// Words that lead to a list, without the colon at their end.
fn without_colon(words: &str) -> &str {
    words.trim_end_matches([':', ' ', '\u{a0}', '\u{202f}'])
}

/// Whether a plain heading of a few words ends with what no heading is named by.
fn names_one_thing(heading: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let last = without_colon(heading).split_whitespace().next_back();
    heading.split_whitespace().count() <= MOST_WORDS && last.is_some_and(|word| !says_heading(word))
}

/// Whether a heading says of the list below it that one of its items is enough: "The post is open to:".
fn offers_a_choice(heading: &str) -> bool {
    heading.trim_end().ends_with(':') && says(heading, Cue::OneOf)
}

/// The blocks that say something, each in its section.
pub(super) fn passages(blocks: &[Block]) -> Vec<Passage> {
    const MOST_WORDS: usize = 30;
    let mut passages = Vec::new();
    let mut place = ReaderPlace::default();
    let mut columns: Vec<Option<Cue>> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let (before, after) = (at.checked_sub(1).map(|at| &blocks[at]), blocks.get(at + 1));
        place.go_back(block);
        if after.is_some_and(|after| wishes_for_what_follows(block, after)) {
            place.lead_to_wishes();
            continue;
        }
        if block.kind == BlockKind::Heading || is_two_headings(block) {
            place.go_below(block, after.map(|next| next.kind).filter(|kind| *kind != BlockKind::Heading));
            columns.clear();
            continue;
        }
        if !block.cells.is_empty() {
            let first = block.gap || before.is_none_or(|before| before.cells.is_empty());
            if !(first && names_columns(&block.cells)) {
                let said = row(&block.cells, place.section, first, &mut columns);
                passages.extend(said.into_iter().map(|said| Passage::of_cell(said, place.under)));
            }
            continue;
        }
        // "Minimum qualifications: graduation from high school" is as good as an item of a list.
        let name = labelled(&block.text).map(|(name, _)| name);
        let own = name.and_then(announces);
        let short = block.text.split_whitespace().count() <= MOST_WORDS;
        let required = short && matches!(own, Some(Cue::Requirements | Cue::Wishes));
        let item = block.kind == BlockKind::Item || required;
        if block.anew && before.is_some_and(|before| before.kind == BlockKind::Item) {
            // A second list right below the first is of something else.
            place.leave();
        }
        // Running text after a list says something else, unless its words ask.
        place.listed |= before.is_some_and(|before| before.kind == BlockKind::Item && before.cells.is_empty());
        let loose = !item && place.listed && own.is_none();
        if !item && is_about_post(&block.text) {
            // What the post is called, where and until when: the lines beside it ask nothing of themselves.
            place.section = None;
        }
        let section = place.section_of(block);
        let (section, label) = match name.filter(|_| own.is_some() || item) {
            Some(name) => (named_line(section, name, own), Some(name.to_owned())),
            None => (section, place.label.clone()),
        };
        let (text, under, choice) = (block.text.clone(), place.under, place.choice && item);
        passages.push(Passage { section, label, item, text, loose, under, choice });
        if let Some(last) = after.and_then(|after| leads_at_end(block, after)) {
            if let Some(cue) = announced(last) {
                place.leave();
                (place.section, place.under.1) = (Some(cue), true);
            }
            place.label = Some(without_colon(last).to_owned());
        }
    }
    passages
}

/// Whether running text only says of the list right below it that it is wished for: "The following would be an asset." A
/// sentence that names what is wished for is said of no list.
fn wishes_for_what_follows(block: &Block, after: &Block) -> bool {
    const MOST_WORDS: usize = 14;
    let text = block.text.as_str();
    let one = block.text.split_whitespace().count() <= MOST_WORDS && !text.contains(':');
    let kinds = block.kind == BlockKind::Prose && after.kind == BlockKind::Item;
    kinds && one && text.ends_with('.') && says_following(text) && says(text, Cue::Asset) && !says(text, Cue::Aside)
}

/// Whether a line is made of two headings: "Your profile: qualifications and experience".
fn is_two_headings(block: &Block) -> bool {
    let fits = |word: &str| says_heading(word) || word == "&" || is_joint(word, &[Joint::And]);
    let both = |(name, said): (&str, &str)| announces(name).is_some() && said.split_whitespace().all(fits);
    block.kind == BlockKind::Prose && block.gap && labelled(&block.text).is_some_and(both)
}

/// The last sentence of running text where it leads to the list below: "... The candidates should:".
fn leads_at_end<'a>(block: &'a Block, after: &Block) -> Option<&'a str> {
    let leads = block.kind == BlockKind::Prose && after.kind == BlockKind::Item && block.text.ends_with(':');
    block.text.rsplit(['.', '!', '?']).next().filter(|_| leads)
}

/// What such a sentence announces.
fn announced(last: &str) -> Option<Cue> {
    if says(last, Cue::Asset) && !says(last, Cue::Must) { Some(Cue::Wishes) } else { announces(last) }
}

/// The section of a line that has a name, which says `own`: "Languages: English", "Contract: two years".
fn named_line(section: Option<Cue>, name: &str, own: Option<Cue>) -> Option<Cue> {
    match (own, section) {
        (Some(Cue::Duties | Cue::About), Some(Cue::Requirements | Cue::Wishes)) => section,
        // "Driven by results and evaluation: ..." is no evaluation of applications.
        (Some(Cue::Apply), Some(Cue::Requirements | Cue::Wishes)) if !says_heading(name) => section,
        // "Languages: Arabic" among wishes is one, "Required: Arabic" is not.
        (Some(Cue::Requirements), Some(Cue::Wishes)) if !insists(name) => section,
        (Some(own), _) => Some(own),
        (None, section) => section,
    }
}

/// Whether a heading says of a few things that they are required: "Driving licence required".
fn ends_with_must(name: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let words = name.split_whitespace().count();
    // "She or he must:" leads to duties as well.
    !is_word(last, &[Cue::Should]) && (2..=MOST_WORDS).contains(&words) && says(last, Cue::Must)
}

/// Whether the only words of a heading that could lead to documents are its last, "including": it names parts of what the
/// section it stands in is about.
fn only_includes(name: &str) -> bool {
    let lexed = Lexed::of_text(name.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let mut sends = (0..lexed.len()).filter(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Send)));
    sends.next().is_some_and(|at| at > 0 && at + 1 == lexed.len())
}

/// Whether a name of a few words says that something is required.
fn insists(name: &str) -> bool {
    const MOST_WORDS: usize = 3;
    says(name, Cue::Must) && name.split_whitespace().count() <= MOST_WORDS
}

/// Whether a line says what the post is called, where it is, who recruits, until when.
fn is_about_post(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let about = |cue: Cue| matches!(cue, Cue::Title | Cue::Place | Cue::Deadline | Cue::Organisation);
    labelled(text).is_some_and(|(name, _)| {
        name.split_whitespace().count() <= MOST_WORDS
            && announces(name).is_none()
            && cues(name).iter().any(|(cue, _)| about(*cue))
    })
}

/// The section and the label under a heading, after another section that a heading of some form opened.
fn under(
    (section, opened): (Option<Cue>, Option<HeadingForm>),
    block: &Block,
    leads: Option<BlockKind>,
) -> (Option<Cue>, Option<String>) {
    let heading = block.text.as_str();
    let name = without_colon(heading).to_owned();
    let asks = matches!(section, Some(Cue::Requirements | Cue::Wishes));
    // "It would be an advantage if the candidate:"
    let said = cues(heading);
    let has = |wanted: Cue| said.iter().any(|(cue, _)| *cue == wanted);
    // "Ideally you have experience in:"
    let wished = has(Cue::Asset) && (!has(Cue::Must) || first_cue(heading) == Some(Cue::Asset));
    match announces(heading).map(|cue| if wished { Cue::Wishes } else { cue }) {
        // "Qualified candidates should forward a resume to:"
        _ if (has(Cue::Cv) || has(Cue::Letter)) && heading.trim_end().ends_with(':') => (Some(Cue::Apply), Some(name)),
        // "L'offre technique devra inclure :" offers nothing.
        Some(Cue::Offer) if has(Cue::Must) && has(Cue::Send) && heading.trim_end().ends_with(':') => {
            (Some(Cue::Apply), Some(name))
        }
        // "Plus exactement, elle ou il sera responsable de :"
        _ if has(Cue::Aside) && heading.trim_end().ends_with(':') => (Some(Cue::Duties), None),
        None if wished => (Some(Cue::Wishes), None),
        // "You will be at home here if:"
        None if names_you(&name)
            && name.split_whitespace().next_back().is_some_and(|last| is_word(last, &[Cue::If])) =>
        {
            (Some(Cue::Requirements), None)
        }
        None if ends_with_must(&name) => (Some(Cue::Requirements), Some(name)),
        // "Fill in the form and attach:" below "How to apply"
        None if has(Cue::Send)
            && (matches!(section, None | Some(Cue::Apply)) || !only_includes(&name))
            && heading.trim_end().ends_with(':') =>
        {
            (Some(Cue::Apply), Some(name))
        }
        // "Education:" under "DESIRABLE QUALIFICATIONS" is wished for.
        Some(Cue::Requirements)
            if section == Some(Cue::Wishes)
                && !insists(&name)
                && !names_you(&name)
                && opened.is_some_and(|opened| !block.form.is_beside(opened))
                && (heading.trim_end().ends_with(':') || opened != Some(HeadingForm::Plain)) =>
        {
            (section, Some(name))
        }
        // "Gestion des animations et formations" among duties is one of them.
        Some(Cue::Requirements)
            if matches!(section, Some(Cue::Duties | Cue::About)) && !leads_with_requirements(heading) =>
        {
            (section, Some(name))
        }
        // "Under 'Requirements': 'Mission support'" stays what it is only where nothing else is said.
        Some(cue) => (Some(cue), Some(name)),
        // "What makes you right for us" after what is wished for.
        None if section == Some(Cue::Wishes) && leads == Some(BlockKind::Item) && names_you(&name) => {
            (Some(Cue::Requirements), Some(name))
        }
        // "Life in our team"
        None if asks && names_us(&name) && !names_you(&name) && !heading.trim_end().ends_with(':') => (None, None),
        // A subheading leaves the section as it is.
        None if asks && heading.trim_end().ends_with(':') => (section, Some(name)),
        None if leads.is_some() && section.is_some() && !asks => (section, None),
        // Another beside it, or another question.
        None if asks && (shouts(heading) || heading.ends_with('?')) => (None, None),
        None if asks && opened.is_some_and(|opened| block.form.is_beside(opened)) => (None, None),
        // A few words above running text are another subject, above a list they are a part of this one.
        None if asks && leads == Some(BlockKind::Prose) => (None, None),
        None => (section, Some(name)),
    }
}

/// Whether a heading speaks to its reader: "Apply if you are:".
fn names_you(heading: &str) -> bool {
    has(heading, &[Cue::You])
}

/// Whether a heading speaks of who recruits: "Life in our team".
fn names_us(heading: &str) -> bool {
    has(heading, &[Cue::We, Cue::Us, Cue::Our])
}

/// Whether a heading says in its first words, or in more than one, that it is about requirements.
fn leads_with_requirements(heading: &str) -> bool {
    const SOON: usize = 4;
    let cues = cues_of(&one_gender(heading), Section::Headings);
    let few = heading.split_whitespace().count() <= 3;
    few || cues.iter().any(|(cue, place)| *cue == Cue::Requirements && (place.at < SOON || place.size > 1))
}

fn shouts(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}
