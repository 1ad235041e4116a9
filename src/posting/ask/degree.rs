//! Degrees that are asked for, and their fields.

use std::ops::Range;

use super::super::Requirement;
use super::super::cues::around;
use super::{Ask, says};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};
use crate::tokens::Case;

/// What the packs call the steps of `education`.
const EDUCATION: [&str; 6] = ["none", "secondary", "short_cycle", "bachelor", "master", "doctorate"];

/// The degree that is asked for.
pub(super) fn degree(text: &str, lexed: &Lexed<'_>, last: Option<&Ask>) -> Option<Ask> {
    let has = |cue: Cue| says(text, cue);
    let held = has(Cue::Hold);
    let claimed = has(Cue::Skill) || has(Cue::Experience) && !has(Cue::Equivalent) || has(Cue::Ability);
    let levels: Vec<(usize, (u8, u8))> =
        (0..lexed.len()).filter_map(|at| Some((at, level(text, lexed, at, held)?))).collect();
    let Some((first, _)) = levels.first().copied().filter(|_| held || !claimed) else {
        // "You must have a sound knowledge of the law" after a degree asks for no other.
        return if claimed || has(Cue::Must) { None } else { preferred_fields(text, last) };
    };
    // "... preferably in economics or a similar degree"
    if begins_with(text, Cue::Asset)
        && let Some(ask) = preferred_fields(&text[..lexed.span(first, first + 1).start], last)
    {
        return Some(ask);
    }
    // "A postgraduate teaching certificate" is no degree; "maturity" and "teaching at undergraduate level" ask for no school.
    let lower = text.to_lowercase();
    let certificate = lower.contains("graduate ") && lower.contains("certificate");
    // "Secondary pupils" and "a collegial environment" are whom and what one works with.
    const BESIDE: [&str; 5] = ["pupil", "élève", "teacher", "environment", "environnement"];
    let beside = !held && BESIDE.iter().any(|word| lower.contains(word));
    let school = ["secondary", "school", "secondaire", "étude", "scolaire"].iter().any(|word| lower.contains(word));
    if certificate || beside || !held && !school && levels.iter().all(|(_, (step, _))| *step < 2) {
        return None;
    }
    // "No doctorate yet" asks for none.
    if is_denied(&text[..lexed.span(first, first + 1).start]) {
        return None;
    }
    // "Bachelor's or master's": the lower; "university degree (master's)": the higher.
    let (last, _) = levels.last().copied()?;
    // Fields between two levels are no choice of levels.
    const NEAR: usize = 5;
    let slash = |at: usize| text.get(lexed.span(at, at + 1)).is_some_and(|mark| mark == "/");
    let is_or = |at: usize| lexed.senses(at).contains(&Sense::Joint(Joint::Or)) || slash(at);
    let or = last - first <= NEAR && (first..last).any(is_or);
    // "A degree of higher education (bachelor or master)": the words that say which.
    let narrow = levels.iter().any(|(_, (_, width))| *width == 0);
    let steps = levels.iter().filter(|(_, (_, width))| !narrow || *width == 0);
    let steps = steps.map(|(_, (step, _))| *step).filter(|step| *step > 0);
    let step = if or { steps.min() } else { steps.max() }?;
    let after = |at: usize| fields(text.get(lexed.span(at, at + 1).end..).unwrap_or_default());
    let named = |at: usize| field_before(&text[..lexed.span(at, at + 1).start]);
    let found = [after(last), after(first), named(first)].into_iter().find(|fields| !fields.is_empty());
    let fields = found.unwrap_or_default();
    Some(Ask::Degree { level: EDUCATION.get(usize::from(step)).copied(), fields, or_experience: has(Cue::Equivalent) })
}

/// The lowest level of education that a word may mean, and how many steps it leaves open.
fn level(text: &str, lexed: &Lexed<'_>, at: usize, held: bool) -> Option<(u8, u8)> {
    const BACHELOR: u8 = 3;
    const MASTER: u8 = 4;
    let span = lexed.span(at, at + 1);
    let word = text.get(span.clone()).unwrap_or_default().to_lowercase();
    // A "candidature" is what is sent; "a degree of management" is some of it.
    let sent = word.starts_with("candidat");
    let some =
        word == "degree" && text[..span.start].trim_end().ends_with(" a") && text[span.end..].starts_with(" of ");
    let said = lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Degree(low, _) if *low < BACHELOR));
    if sent || some || is_permit(text, span.clone()) || !is_written_as_degree(text, lexed, at, held) {
        return None;
    }
    if is_to_come(&text[..span.start]) || is_of_somebody(text, span, said) {
        return None;
    }
    lexed.senses(at).iter().find_map(|sense| match sense {
        // What comes after a first degree: "a postgraduate qualification".
        Sense::Degree(BACHELOR, high) if *high > MASTER && word.starts_with("post") => Some((MASTER, 0)),
        // A "qualification" may be anything.
        Sense::Degree(low, high) if *high > 0 && high - low < 4 => Some((*low, high - low)),
        // University studies that are asked for end with a degree.
        Sense::Degree(_, high) if *high >= BACHELOR && word.contains("universit") => Some((BACHELOR, 0)),
        _ => None,
    })
}

/// How many words a cue may stand from what it is said of.
const NEAR: usize = 3;

/// The last few words of a text.
fn last_words(text: &str) -> &str {
    let parted = |c: char| !c.is_alphanumeric();
    let starts = text.char_indices().filter(|(at, c)| !parted(*c) && (*at == 0 || text[..*at].ends_with(parted)));
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    let first = starts.len().saturating_sub(NEAR);
    starts.get(first).map_or("", |at| &text[*at..])
}

/// Whether the words before a degree say that it is yet to be had: "before considering a PhD", "pour préparer un master".
fn is_to_come(before: &str) -> bool {
    let clause = before.rsplit([',', ';', '.', ':']).next().unwrap_or_default();
    !around(last_words(clause), Cue::Ahead).is_empty()
}

/// Whether a level says at which one somebody else learns: "young people at secondary school", "PhD students".
fn is_of_somebody(text: &str, span: Range<usize>, school: bool) -> bool {
    let near = last_words(&text[..span.start]);
    let says = |cue: Cue| !around(near, cue).is_empty();
    // "Un étudiant titulaire du bac" has it.
    let before = school && (says(Cue::Learners) || says(Cue::Audience)) && !says(Cue::Holder);
    let next = text[span.end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    before || around(next, Cue::Learners).first().is_some_and(|place| place.start == 0)
}

/// Whether a few letters are written as degrees are: "des" and "ma" are words, "DES" and "MA" degrees.
fn is_written_as_degree(text: &str, lexed: &Lexed<'_>, at: usize, held: bool) -> bool {
    const SHORT: [&str; 9] = ["bac", "bts", "dut", "bep", "phd", "msc", "bsc", "mba", "llm"];
    const FEW_WORDS: usize = 12;
    let span = lexed.span(at, at + 1);
    let token = lexed.tokens.all().get(lexed.tokens_of(at).start);
    let short = token.is_some_and(|token| SHORT.contains(&lexed.tokens.text_of(token)));
    let capital = token.is_some_and(|token| token.case != Case::Lower);
    // In a long sentence a few capitals may be anything.
    let alone = || held && text.split_whitespace().count() <= FEW_WORDS;
    span.len() > 3 || short || capital && (alone() || names_degree(text, span))
}

/// Whether a "licence" is a permit: "a forklift licence", and not "une licence en droit".
fn is_permit(text: &str, span: Range<usize>) -> bool {
    const OF_DEGREES: [&str; 17] = [
        "une",
        "la",
        "de",
        "d",
        "niveau",
        "ou",
        "et",
        "en",
        "votre",
        "sa",
        "son",
        "titulaire",
        "diplôme",
        "minimum",
        "moins",
        "type",
        "grade",
    ];
    if !text.get(span.clone()).is_some_and(|word| word.to_lowercase().starts_with("licen")) {
        return false;
    }
    let before =
        text[..span.start].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ':' && c != ',');
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    !word.is_empty() && !OF_DEGREES.contains(&word.as_str())
}

/// Whether a few capitals name a degree by their place: "MA in law", "BA or higher", "a BA"; "the team of MS" has none.
fn names_degree(text: &str, span: Range<usize>) -> bool {
    const AFTER: [&str; 7] = ["in", "en", "of", "or", "ou", "degree", "level"];
    const ENDS: [&str; 5] = ["", "is", "est", "required", "minimum"];
    const ARTICLES: [&str; 4] = ["a", "an", "un", "une"];
    let first = !text[..span.start].chars().any(char::is_alphanumeric);
    let rest = text[span.end..].trim_start_matches(['.', ' ', '\u{a0}']);
    let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let before = text[..span.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let one = ARTICLES.contains(&before.as_str()) && ENDS.contains(&next.as_str());
    first || one || rest.starts_with(['/', '(']) || AFTER.contains(&next.as_str())
}

/// Whether the words before something deny it.
fn is_denied(before: &str) -> bool {
    let lexed = Lexed::of_text(before.into(), &Lexicon::default(), Sections::of(&[], &[Section::Negations]));
    let negates = |sense: &Sense| matches!(sense, Sense::Negation(true));
    (0..lexed.len()).any(|at| lexed.senses(at).iter().any(negates))
}

/// Whether the first words of a text say this.
fn begins_with(text: &str, cue: Cue) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    lexed.len() > 0 && lexed.senses(0).contains(&Sense::Cue(cue))
}

/// Fields that are wished for of a degree that was just asked for: "preferably in law".
fn preferred_fields(text: &str, last: Option<&Ask>) -> Option<Ask> {
    let Some(Ask::Degree { level, .. }) = last else { return None };
    let fields = fields(text);
    (!fields.is_empty()).then_some(Ask::Degree { level: *level, fields, or_experience: false })
}

/// What a list of fields begins after.
const LEADS: [&str; 12] = [
    "in the field of",
    "in the area of",
    "in",
    "dans le domaine de",
    "dans le domaine du",
    "dans le domaine des",
    "dans le domaine",
    "en",
    "dans",
    "spécialisé en",
    "majoring in",
    "of",
];
/// What ends it.
const STOPS: [&str; 28] = [
    "or similar",
    "or a similar",
    "or equivalent",
    "ou équivalent",
    "or an equivalent",
    "with ",
    "avec ",
    "obtained",
    "obtenu",
    "from a",
    "from an",
    "combined",
    "is required",
    "est requis",
    "est exigé",
    "exigé",
    "requis",
    "required",
    "is an asset",
    "is desirable",
    "un atout",
    "un plus",
    "souhaité",
    "étant",
    "would be",
    "serait",
    "sera",
    "ou expérience",
];

/// The fields that a degree is to be in: what follows "in", up to the end of the list.
fn fields(text: &str) -> Vec<String> {
    let list = list_of_fields(text).unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for part in list.split([',', '/']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" ou ")) {
        let field = bare_field(part);
        if may_be_field(&field) && !found.contains(&field) {
            found.push(field);
        }
    }
    found
}

/// The field that the words right before a degree name: "nursing degree".
fn field_before(text: &str) -> Vec<String> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Subjects]));
    let subject = |sense: &Sense| matches!(sense, Sense::Subject(_));
    let named = lexed.len().checked_sub(1).filter(|at| lexed.senses(*at).iter().any(subject));
    named.map(|at| lexed.written(at, at + 1).to_lowercase()).into_iter().collect()
}

/// What "in" leads where it leads no field.
const RELATIONS: [&str; 11] = [
    "lien ",
    "rapport ",
    "relation ",
    "regard ",
    "adéquation",
    "vue ",
    "cours ",
    "line with",
    "accordance",
    "connection",
    "progress",
];

/// The words of a text that list fields.
fn list_of_fields(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    // Lower case may have other lengths than the text: then nothing is cut out of it.
    if lower.len() != text.len() {
        return None;
    }
    let lead = LEADS.iter().filter_map(|lead| {
        let at = lower.find(&format!(" {lead} "))?;
        Some((at, at + lead.len() + 2))
    });
    let (_, start) = lead.min_by_key(|(at, end)| (*at, usize::MAX - *end))?;
    let rest = &lower[start..];
    // "En lien avec", "in relation to": no field, but what the degree has to do with.
    if RELATIONS.iter().any(|relation| rest.starts_with(relation)) {
        return None;
    }
    let stop = STOPS.iter().filter_map(|stop| rest.find(stop)).chain(rest.find(['(', ';', '.', ':'])).min();
    Some(&text[start..start + stop.unwrap_or(rest.len())])
}

/// Whether a part of such a list can be a field: a few words that say nothing else.
fn may_be_field(part: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let other = |cue: &Cue| matches!(cue, Cue::Related | Cue::Equivalent | Cue::Asset);
    (1..=MOST_WORDS).contains(&part.split_whitespace().count())
        && !part.contains("quivalen")
        && !part.chars().any(|c| c.is_ascii_digit())
        && !crate::posting::cues::cues(part).iter().any(|(cue, _)| other(cue))
}

/// A field without the small words before it.
fn bare_field(part: &str) -> String {
    const SMALL: [&str; 26] = [
        "et ",
        "and ",
        "or ",
        "ou ",
        "en ",
        "in ",
        "dans ",
        "le ",
        "la ",
        "les ",
        "the ",
        "l'",
        "l’",
        "a ",
        "any ",
        "either ",
        "du ",
        "des ",
        "de ",
        "d'",
        "such as ",
        "including ",
        "tel que ",
        "telle que ",
        "comme ",
        "notamment ",
    ];
    let mut part = part.trim();
    while let Some(rest) = SMALL.iter().find_map(|small| {
        part.get(..small.len()).filter(|head| head.to_lowercase() == *small).map(|_| part[small.len()..].trim_start())
    }) {
        part = rest;
    }
    part.trim_end_matches(['.', ',', ' ']).to_owned()
}

/// A degree that is wished for beside one that is required is a higher one.
pub(in super::super) fn higher_wish(made: &mut [Requirement]) {
    let place = |level: Option<&str>| EDUCATION.iter().position(|step| Some(*step) == level);
    let asked = made.iter().filter(|one| one.required).find_map(|one| match &one.ask {
        Ask::Degree { level, fields, .. } => Some((place(*level)?, fields.clone())),
        _ => None,
    });
    let Some((asked, fields)) = asked else { return };
    for one in made.iter_mut().filter(|one| !one.required) {
        if let Ask::Degree { level, fields: own, .. } = &mut one.ask
            && own.is_empty()
            && place(*level).is_some_and(|step| step <= asked)
        {
            *level = EDUCATION.get(asked + 1).copied();
            own.clone_from(&fields);
        }
    }
}
