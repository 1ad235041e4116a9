//! Degrees that are asked for, and their fields.

use std::ops::Range;

use super::super::Requirement;
use super::super::cues::{after, apart, around, has, is_joint, is_word, joints, opens, parts};
use super::{Ask, says};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};
use crate::tokens::Case;

/// What the packs call the steps of `education`.
const EDUCATION: [&str; 6] = ["none", "secondary", "short_cycle", "bachelor", "master", "doctorate"];

/// The degree that is asked for.
pub(super) fn degree(text: &str, lexed: &Lexed<'_>, last: Option<&Ask>) -> Option<Ask> {
    let tells = |cue: Cue| says(text, cue);
    let held = tells(Cue::Hold);
    let claimed = tells(Cue::Skill) || tells(Cue::Experience) && !tells(Cue::Equivalent) || tells(Cue::Ability);
    let levels: Vec<(usize, (u8, u8))> =
        (0..lexed.len()).filter_map(|at| Some((at, level(text, lexed, at, held)?))).collect();
    let Some((first, _)) = levels.first().copied().filter(|_| held || !claimed) else {
        // "You must have a sound knowledge of the law" after a degree asks for no other.
        let preferred = || if claimed || tells(Cue::Must) { None } else { preferred_fields(text, last) };
        return preferred().or_else(|| if held { of_any_level(text, lexed) } else { None });
    };
    // "... preferably in economics or a similar degree"
    if begins_with(text, Cue::Asset)
        && let Some(ask) = preferred_fields(&text[..lexed.span(first, first + 1).start], last)
    {
        return Some(ask);
    }
    // "A postgraduate teaching certificate" is no degree; "maturity" and "teaching at undergraduate level" ask for no school.
    let certificate = has(text, &[Cue::Graduate]) && has(text, &[Cue::Certificate]);
    // "Secondary pupils" and "a collegial environment" are whom and what one works with.
    let beside = !held && has(text, &[Cue::NoSchool]);
    let school = has(text, &[Cue::School]);
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
    Some(Ask::Degree {
        level: EDUCATION.get(usize::from(step)).copied(),
        fields,
        or_experience: tells(Cue::Equivalent),
    })
}

/// A degree of which the field alone is asked: "a diploma in economics". Only what people study makes it one.
fn of_any_level(text: &str, lexed: &Lexed<'_>) -> Option<Ask> {
    let wide = |sense: &Sense| matches!(sense, Sense::Degree(low, high) if high - low >= 4);
    let at = (0..lexed.len()).find(|at| lexed.senses(*at).iter().any(wide))?;
    let span = lexed.span(at, at + 1);
    let fields = fields(text.get(span.end..)?);
    let studied = fields.iter().any(|field| field_before(field) != Vec::<String>::new());
    let before = &text[..span.start];
    let degree = studied && !has(text, &[Cue::Certificate]);
    let asked = degree && !is_denied(before) && !is_to_come(before) && !is_of_somebody(text, span, false);
    asked.then_some(Ask::Degree { level: None, fields, or_experience: says(text, Cue::Equivalent) })
}

/// The lowest level of education that a word may mean, and how many steps it leaves open.
fn level(text: &str, lexed: &Lexed<'_>, at: usize, held: bool) -> Option<(u8, u8)> {
    const BACHELOR: u8 = 3;
    const MASTER: u8 = 4;
    let span = lexed.span(at, at + 1);
    let word = text.get(span.clone()).unwrap_or_default();
    // A "candidature" is what is sent; "a degree of management" is some of it.
    let sent = opens(word, &[Cue::Applying, Cue::Applicant]);
    let some = around(text, Cue::SomeOf).iter().any(|some| some.contains(&span.start));
    let said = lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Degree(low, _) if *low < BACHELOR));
    if sent || some || is_permit(text, span.clone()) || !is_written_as_degree(text, lexed, at, held) {
        return None;
    }
    if is_to_come(&text[..span.start]) || is_of_somebody(text, span, said) {
        return None;
    }
    lexed.senses(at).iter().find_map(|sense| match sense {
        // What comes after a first degree: "a postgraduate qualification".
        Sense::Degree(BACHELOR, high) if *high > MASTER && opens(word, &[Cue::Postgraduate]) => Some((MASTER, 0)),
        // A "qualification" may be anything.
        Sense::Degree(low, high) if *high > 0 && high - low < 4 => Some((*low, high - low)),
        // University studies that are asked for end with a degree.
        Sense::Degree(_, high) if *high >= BACHELOR && has(word, &[Cue::University]) => Some((BACHELOR, 0)),
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
    has(last_words(clause), &[Cue::Ahead])
}

/// Whether a level says at which one somebody else learns: "young people at secondary school", "PhD students".
fn is_of_somebody(text: &str, span: Range<usize>, school: bool) -> bool {
    let near = last_words(&text[..span.start]);
    // "Un étudiant titulaire du bac" has it.
    let before = school && has(near, &[Cue::Learners, Cue::Audience]) && !has(near, &[Cue::Holder]);
    before || opens(text[span.end..].trim_start_matches(|c: char| !c.is_alphanumeric()), &[Cue::Learners])
}

/// Whether a few letters are written as degrees are: "des" and "ma" are words, "DES" and "MA" degrees.
fn is_written_as_degree(text: &str, lexed: &Lexed<'_>, at: usize, held: bool) -> bool {
    const FEW_WORDS: usize = 12;
    let span = lexed.span(at, at + 1);
    let token = lexed.tokens.all().get(lexed.tokens_of(at).start);
    let short = token.is_some_and(|token| is_word(lexed.tokens.text_of(token), &[Cue::Lettered]));
    let capital = token.is_some_and(|token| token.case != Case::Lower);
    // In a long sentence a few capitals may be anything.
    let alone = || held && text.split_whitespace().count() <= FEW_WORDS;
    span.len() > 3 || short || capital && (alone() || names_degree(text, span))
}

/// Whether a "licence" is a permit: "a forklift licence", and not "une licence en droit".
fn is_permit(text: &str, span: Range<usize>) -> bool {
    if !text.get(span.clone()).is_some_and(|word| is_word(word, &[Cue::Permit])) {
        return false;
    }
    let before =
        text[..span.start].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '(' && c != ':' && c != ',');
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !word.is_empty() && !is_word(word, &[Cue::LicenceMark])
}

/// Whether a few capitals name a degree by their place: "MA in law", "BA or higher", "a BA"; "the team of MS" has none.
fn names_degree(text: &str, span: Range<usize>) -> bool {
    let first = !text[..span.start].chars().any(char::is_alphanumeric);
    let rest = text[span.end..].trim_start_matches(['.', ' ', '\u{a0}']);
    let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let before = text[..span.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let ends = next.is_empty() || is_word(next, &[Cue::Is]) || says(next, Cue::Must);
    let goes_on = is_word(next, &[Cue::DegreeMark]) || is_joint(next, &[Joint::Or]);
    first || is_word(before, &[Cue::Indefinite]) && ends || rest.starts_with(['/', '(']) || goes_on
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

/// The fields that a degree is to be in: what follows "in", up to the end of the list.
fn fields(text: &str) -> Vec<String> {
    let list = list_of_fields(text).unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    for part in list.split([',', '/']).flat_map(|part| parts(part, joints(part, &[Joint::Or]))) {
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

/// The words of a text that list fields.
fn list_of_fields(text: &str) -> Option<&str> {
    let rest = text[apart(text, Cue::Field).first()?.end..].trim_start();
    // "En lien avec", "in relation to": no field, but what the degree has to do with.
    if opens(rest, &[Cue::Relation]) {
        return None;
    }
    let end = around(rest, Cue::FieldEnd).first().map(|end| end.start);
    let end = end.into_iter().chain(rest.find(['(', ';', '.', ':'])).min();
    Some(&rest[..end.unwrap_or(rest.len())])
}

/// Whether a part of such a list can be a field: a few words that say nothing else.
fn may_be_field(part: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let other = |cue: &Cue| matches!(cue, Cue::Related | Cue::Equivalent | Cue::Asset);
    (1..=MOST_WORDS).contains(&part.split_whitespace().count())
        && !has(part, &[Cue::Equal])
        && !part.chars().any(|c| c.is_ascii_digit())
        && !crate::posting::cues::cues(part).iter().any(|(cue, _)| other(cue))
}

/// A field without the small words before it.
fn bare_field(part: &str) -> String {
    const SMALL: [Cue; 6] = [Cue::In, Cue::Of, Cue::OfThe, Cue::Definite, Cue::Indefinite, Cue::Such];
    let mut part = part.trim();
    let joint = |part: &str| part.split(' ').next().is_some_and(|word| is_joint(word, &[Joint::And, Joint::Or]));
    while let Some(rest) =
        after(part, &SMALL).or_else(|| part.split_once(' ').map(|(_, rest)| rest).filter(|_| joint(part)))
    {
        part = rest;
    }
    let part = part.trim_end_matches(['.', ',', ' ']);
    // "management and / or audit"
    let ends = |(_, last): &(&str, &str)| is_joint(last, &[Joint::And, Joint::Or]);
    part.rsplit_once(' ').filter(ends).map_or(part, |(field, _)| field).to_owned()
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
