//! What the header of a column says of it, by the words of the packs.

use crate::fold::fold;
use crate::languages;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Head, Lexicon, Sections, Sense, TimeUnit, Who, sections};
use crate::tokens::TokenKind;

/// What headers are made of.
const SECTIONS: Sections = sections!(; Identity Headers);
/// What stands beside a ground that says only how much of it is asked.
const LIMITS: Sections = sections!(; Identity Headers BoundsBefore BoundsAfter Units);
/// What stands around an age.
const AGES: Sections = sections!(; Identity Headers BoundsBefore BoundsAfter Units Joints);
/// Between a group of questions and one of them.
const GROUPS: [&str; 7] = [" - ", " – ", " — ", ": ", " > ", " | ", "/"];

/// A header with words run together taken apart: `DateOfBirth` is "Date Of Birth", `email_1` is "email 1".
#[must_use]
pub(crate) fn spelled(header: &str) -> String {
    let mut out = String::with_capacity(header.len() + 8);
    let mut chars = header.chars().peekable();
    let (mut last, mut before): (Option<char>, Option<char>) = (None, None);
    while let Some(c) = chars.next() {
        let follows = chars.peek().is_some_and(|next| next.is_lowercase());
        let hump = c.is_uppercase()
            && last.is_some_and(|last| {
                last.is_lowercase() || last.is_uppercase() && follows && before.is_some_and(char::is_uppercase)
            });
        if hump {
            out.push(' ');
        }
        out.push(if c == '_' { ' ' } else { c });
        (before, last) = (last, Some(c));
    }
    out
}

/// The question of a header that names its group (`identity/first_name`, `identity/First name`) or its code (`G01Q02. What is your name?`) as
/// well, else the whole header.
#[must_use]
pub(crate) fn question(header: &str) -> &str {
    let named = |part: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '/');
        !part.is_empty() && part.chars().all(plain)
    };
    let coded = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.chars().any(|c| c.is_ascii_digit())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '[' | ']'))
    };
    if let Some((code, question)) = header.split_once(". ")
        && coded(code)
        && !question.trim().is_empty()
    {
        return question.trim();
    }
    // Groups are codes; what stands below them may be the question itself: `contact/Phone number`.
    let mut rest = header;
    while let Some((group, below)) = rest.split_once('/') {
        let asked = named(below) || below.starts_with(|c: char| c.is_uppercase() || c == '¿');
        if !(named(group) && asked) {
            break;
        }
        rest = below;
    }
    rest
}

/// What a header or a label says, in a few words of at most `most` characters: its first ones, from where it stops asking
/// ("How many", "Quel est votre") on; it ends at a word that says something.
#[must_use]
pub(crate) fn brief(label: &str, most: usize) -> String {
    let label = question(label).split_whitespace().collect::<Vec<_>>().join(" ");
    let lexed = Lexed::of_text(label.as_str().into(), &Lexicon::default(), sections!(; Headers Topics));
    let says = |at: &usize| {
        let mark = lexed.tokens_of(*at).all(|at| lexed.tokens.is(at, TokenKind::Mark));
        !mark && !is(lexed.senses(*at), &[Head::Filler])
    };
    let start = (0..lexed.len()).find(says).map_or(0, |at| lexed.span(at, at + 1).start);
    let mut end = start;
    for word in label[start..].split_inclusive(' ') {
        if label[start..end].chars().count() + word.trim_end().chars().count() > most {
            break;
        }
        end += word.len();
    }
    if end == start {
        return label[start..].chars().take(most.saturating_sub(1)).chain(['…']).collect();
    }
    if end < label.len() {
        let ends = (0..lexed.len()).rev().filter(says).map(|at| lexed.span(at, at + 1).end);
        end = ends.filter(|said| (start + 1..=end).contains(said)).max().unwrap_or(end);
        // What stands in a bracket that is cut says half.
        let open = label[start..end].rfind(['(', '[']).filter(|at| !label[start + at..end].contains([')', ']']));
        end = open.filter(|at| *at > 0).map_or(end, |at| start + at);
    }
    let mut rest = label[start..end].trim_end().chars();
    let capital = label.starts_with(char::is_uppercase);
    let first = rest.next().map(|c| if capital { c.to_uppercase().collect() } else { String::from(c) });
    first.into_iter().chain([rest.collect()]).collect()
}

/// The languages that a text names, by their codes, each once.
#[must_use]
pub(crate) fn tongues(text: &str) -> Vec<&'static str> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), sections!(; Languages));
    let named = |at: usize| {
        // Codes of two letters are words of many languages.
        let long = lexed.span(at, at + 1).len() > 2;
        lexed.senses(at).iter().filter(move |_| long).find_map(|sense| match sense {
            Sense::Language(code) => languages::of_sense(*code),
            _ => None,
        })
    };
    let mut found: Vec<&str> = (0..lexed.len()).filter_map(named).map(languages::Language::code).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The languages that a header names, those in compounds as well: "Englischkenntnisse".
#[must_use]
pub(crate) fn tongues_of_header(header: &str) -> Vec<&'static str> {
    const TAILS: [&str; 6] = ["kenntnisse", "kenntnissen", "niveau", "kennis", "sprachkenntnisse", "vaardigheid"];
    let part = |word: &str| {
        let word = word.to_lowercase();
        let stem = TAILS.iter().filter_map(|tail| word.strip_suffix(tail)).find(|stem| stem.len() > 3);
        stem.map_or(word.clone(), str::to_owned)
    };
    let parts: Vec<String> = header.split_whitespace().map(part).collect();
    tongues(&parts.join(" "))
}

/// The words of a header.
#[derive(Debug)]
pub(crate) struct HeaderWords {
    /// The senses of each word or phrase; none where the packs know none.
    senses: Vec<Vec<Sense>>,
    /// Whether each of them is of several words.
    long: Vec<bool>,
    /// Whether they are an age and what is said of it: "Over 50".
    aged: bool,
    /// The same header taken otherwise: as it is written, or without its group.
    otherwise: Vec<Self>,
}

impl HeaderWords {
    /// Those of a header.
    pub(crate) fn of(header: &str) -> Self {
        let header = question(header);
        let apart = spelled(header);
        let mut words = Self::cut(&apart);
        if apart != header {
            // "geburtsDatum" is one word that somebody wrote in two.
            words.otherwise.push(Self::cut(header));
        }
        // "Demographics - Race"
        let below = GROUPS.iter().find_map(|mark| apart.rsplit_once(mark));
        let below = below.filter(|(group, _)| !Self::cut(group).are_about_something());
        words.otherwise.extend(below.map(|(_, below)| Self::cut(below)).filter(|below| below.ground().is_some()));
        words
    }

    fn cut(text: &str) -> Self {
        let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
        let says = |at: &usize| {
            let tokens = lexed.tokens_of(*at);
            !lexed.senses(*at).is_empty() || tokens.clone().any(|at| lexed.tokens.is(at, TokenKind::Word))
        };
        let places: Vec<usize> = (0..lexed.len()).filter(says).collect();
        Self {
            senses: places.iter().map(|at| lexed.senses(*at).to_vec()).collect(),
            long: places.iter().map(|at| lexed.tokens_of(*at).len() > 1).collect(),
            aged: is_age(text),
            otherwise: Vec::new(),
        }
    }

    /// Whether one of them says one of these things.
    pub(crate) fn say(&self, heads: &[Head]) -> bool {
        self.senses.iter().any(|senses| is(senses, heads))
    }

    /// Whether they say something of the column beside whose it is.
    pub(crate) fn are_about_something(&self) -> bool {
        let about = |sense: &Sense| matches!(sense, Sense::Head(head) if !matches!(head, Head::Filler | Head::Against | Head::Without | Head::Limit | Head::Sum | Head::Count | Head::Person | Head::Number));
        self.senses.iter().flatten().any(about)
    }

    /// Whether they say one of these things and, beside that, only those.
    pub(crate) fn say_only(&self, heads: &[Head], beside: &[Head]) -> bool {
        self.say(heads) && self.senses.iter().all(|senses| is(senses, heads) || is(senses, beside))
    }

    /// Whether they are one phrase of several words that says this: no other header is like it.
    pub(crate) fn are_one_phrase(&self, head: Head) -> bool {
        self.long == [true] && self.say(&[head])
    }

    /// Whether they may tell who somebody is, were it only in passing.
    pub(crate) fn may_say_who(&self) -> bool {
        let told = self
            .senses
            .iter()
            .flatten()
            .any(|sense| matches!(sense, Sense::Identity(who) if !matches!(who, Who::Name | Who::Given)));
        self.who().is_some() || told && !self.say(&[Head::NotWho])
    }

    /// Whether a question of many words asks people about what the law protects, or the like, and about nothing else: "Do you
    /// consider yourself to have a disability?".
    pub(crate) fn ask_about_oneself(&self) -> bool {
        let own = |senses: &Vec<Sense>| who(senses).is_some_and(|who| who.is_ground() || who == Who::Other);
        self.senses.iter().any(own) && !self.are_about_something()
    }

    /// The ground that the law protects of which they speak and of nothing beside.
    pub(crate) fn ground(&self) -> Option<Who> {
        let beside = |senses: &Vec<Sense>| is(senses, &[Head::Filler, Head::Person]) || ground(senses).is_some();
        let own = || self.senses.iter().find_map(|senses| ground(senses)).filter(|_| self.senses.iter().all(beside));
        let aged = self.aged.then_some(Who::Birth);
        aged.or_else(own).or_else(|| self.otherwise.iter().find_map(Self::ground))
    }

    /// What they tell of who somebody is.
    pub(crate) fn who(&self) -> Option<Who> {
        if self.aged {
            return Some(Who::Birth);
        }
        let told: Vec<(Who, bool)> =
            self.senses.iter().zip(&self.long).filter_map(|(senses, long)| Some((who(senses)?, *long))).collect();
        let rest = self.senses.iter().filter(|senses| who(senses).is_none());
        let rest: Vec<_> = rest.filter(|senses| !is(senses, &[Head::Filler, Head::Person, Head::Number])).collect();
        if rest.iter().any(|senses| is(senses, &[Head::NotWho])) {
            return None;
        }
        // A phrase that is nothing else leaves room for a word or two that nobody knows.
        let most = |(who, long): &(Who, bool)| match who {
            Who::Name | Who::Given | Who::Alone => 0,
            _ if *long => 2,
            _ => 1,
        };
        let strong = told.iter().filter(|(who, _)| !matches!(who, Who::Name | Who::Given | Who::Alone));
        // "Prénom et nom": of both, all of it.
        let name = told.iter().filter(|(who, _)| *who == Who::Name);
        let told = strong.chain(name).chain(&told).find(|told| rest.len() <= most(told));
        told.map(|(who, _)| *who).or_else(|| self.otherwise.iter().find_map(Self::who))
    }
}

/// What a word tells of who somebody is.
fn who(senses: &[Sense]) -> Option<Who> {
    let told = || senses.iter().filter_map(|sense| if let Sense::Identity(who) = sense { Some(*who) } else { None });
    told().find(|who| *who == Who::Alone).or_else(|| told().next())
}

/// The ground that the law protects of which a word speaks.
fn ground(senses: &[Sense]) -> Option<Who> {
    senses.iter().find_map(|sense| match sense {
        Sense::Identity(who) if who.is_ground() => Some(*who),
        _ => None,
    })
}

/// The ground of which a text speaks by itself, or beside what only says how much of it is asked ("Maximum age: 35"), and by
/// which words.
pub(crate) fn limited_ground(text: &str) -> Option<(Who, String)> {
    let apart = spelled(text);
    let lexed = Lexed::of_text(apart.as_str().into(), &Lexicon::default(), LIMITS);
    let mut found = None;
    for at in 0..lexed.len() {
        let senses = lexed.senses(at);
        let beside = is(senses, &[Head::Filler, Head::Limit, Head::Person, Head::Number])
            || senses
                .iter()
                .any(|sense| matches!(sense, Sense::Before(_) | Sense::After(_) | Sense::Unit(TimeUnit::Year)))
            || !lexed.tokens_of(at).any(|at| lexed.tokens.is(at, TokenKind::Word));
        match ground(senses) {
            Some(ground) => found = found.or_else(|| Some((ground, fold(lexed.text.get(lexed.span(at, at + 1))?)))),
            None if beside => {}
            None => return None,
        }
    }
    found
}

/// Whether a text is what stands before a sum of a column, and nothing else: "Total", "Moyenne : 12".
pub(crate) fn sums_up(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let sum = |at: usize| is(lexed.senses(at), &[Head::Sum]);
    let beside = |at: usize| {
        is(lexed.senses(at), &[Head::Filler, Head::Person, Head::Number])
            || !lexed.tokens_of(at).any(|at| lexed.tokens.is(at, TokenKind::Word))
    };
    (0..lexed.len()).any(sum) && (0..lexed.len()).all(|at| sum(at) || beside(at))
}

/// Whether a text is an age and what is said of it: "Over 50", "Plus de 50 ans", "18-25 years old", "Age (years)".
fn is_age(text: &str) -> bool {
    const AGED: std::ops::RangeInclusive<u32> = 16..=99;
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), AGES);
    let (mut figures, mut bounds, mut years, mut named) = (0, 0, false, false);
    for at in 0..lexed.len() {
        let senses = lexed.senses(at);
        let token = lexed.tokens_of(at).start;
        if lexed.tokens.is(token, TokenKind::Figure) {
            if !lexed.tokens.text(token).parse().is_ok_and(|age| AGED.contains(&age)) {
                return false;
            }
            figures += 1;
        } else if senses.contains(&Sense::Identity(Who::Birth)) {
            named = true;
        } else if senses.iter().any(|sense| matches!(sense, Sense::Before(_) | Sense::After(_)))
            || matches!(lexed.tokens.text(token), "+" | "<" | ">")
        {
            bounds += 1;
        } else if senses.contains(&Sense::Unit(TimeUnit::Year)) {
            years = true;
        } else if !(is(senses, &[Head::Filler, Head::Person])
            || senses.iter().any(|sense| matches!(sense, Sense::Joint(_)))
            || lexed.tokens.is(token, TokenKind::Mark))
        {
            return false;
        }
    }
    let bounded = bounds > 0 || named;
    figures == 0 && named && years || figures == 1 && bounded || figures == 2 && years
}

fn is(senses: &[Sense], heads: &[Head]) -> bool {
    senses.iter().any(|sense| matches!(sense, Sense::Head(head) if heads.contains(head)))
}

/// What a text is about: topics and subjects of the packs, languages, and its longer words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topics {
    keys: Vec<u64>,
    claims: bool,
}

impl Topics {
    /// The topics, each as a number.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u64> {
        self.keys.iter().copied()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether this is one of them.
    pub(crate) fn has(&self, key: u64) -> bool {
        self.keys.contains(&key)
    }

    /// Whether the text speaks of what somebody is able or willing to do.
    pub(crate) const fn claims(&self) -> bool {
        self.claims
    }
}

/// Whether a text says that somebody is to be willing or bound to something, which a form may ask: "willingness to travel".
pub(crate) fn is_asked_of_oneself(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), sections!(; Around));
    (0..lexed.len()).any(|at| lexed.senses(at).contains(&Sense::Cue(Cue::Willing)))
}

/// What a requirement or a header is about. Words that say which kind of thing it is ("years", "knowledge") say nothing of
/// that.
pub(crate) fn topics(text: &str) -> Topics {
    const ABOUT: Sections = sections!(; Topics);
    const KINDS: Sections = sections!(
        ; Postings Headers Joints Edges Slots Units Numbers BoundsBefore BoundsAfter Quantifiers
    );
    const STEM: usize = 6;
    let spelled = spelled(question(text));
    let about = Lexed::of_text(spelled.as_str().into(), &Lexicon::default(), ABOUT);
    let mut topics = Topics::default();
    let mut add = |key: u64| {
        if !topics.keys.contains(&key) {
            topics.keys.push(key);
        }
    };
    let (mut plain, mut claims) = (String::new(), false);
    for at in 0..about.len() {
        let mut named = false;
        // "UN" is an organisation, "un" an article.
        let word = about.text.get(about.span(at, at + 1)).unwrap_or_default();
        let article = word.len() < 3 && word.chars().all(char::is_lowercase);
        for sense in about.senses(at).iter().filter(|_| !article) {
            if let Sense::About(number) = sense {
                add(u64::from(*number));
                named = true;
            }
        }
        plain.push_str(if named { " - " } else { about.text.get(about.span(at, at + 1)).unwrap_or_default() });
        plain.push(' ');
    }
    let kinds = Lexed::of_text(plain.as_str().into(), &Lexicon::default(), KINDS);
    for at in 0..kinds.len() {
        claims |= kinds.senses(at).contains(&Sense::Cue(Cue::Ability));
        // What may speak against somebody is what is asked.
        let said = kinds.senses(at).iter().any(|sense| !matches!(sense, Sense::Head(Head::Against)));
        let word = kinds.tokens.text(kinds.tokens_of(at).start);
        if said || word.chars().count() < 4 || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let stem: String = word.chars().take(STEM).collect();
        let number = stem
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        add(number | 1 << 63);
    }
    topics.claims = claims;
    topics
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_a_few_words() {
        for (label, expected) in [
            ("Confidentiality certificate", "Confidentiality"),
            ("A degree, or ten years in the field", "Degree, or ten years"),
            ("Un diplôme, ou dix ans de terrain", "Diplôme, ou dix ans"),
            ("What is your highest degree, and in which field?", "Highest degree"),
            ("How many years of professional experience do you have?", "Years of professional"),
            ("How would you rate your languages? [English]", "Languages? [English]"),
            ("Combien d'années d'expérience avez-vous ?", "Années d'expérience"),
            ("Quel est votre niveau d'anglais à l'oral ?", "Niveau d'anglais"),
            ("Expérience de terrain en Afrique de l'Ouest (durée)", "Expérience de terrain"),
            ("First aid certificate, of two years at most", "First aid certificate"),
            ("Références professionnelles (deux contacts)", "Références"),
            ("experience of drafting things", "experience of drafting"),
            ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsg…"),
        ] {
            assert_eq!(brief(label, 24), expected, "{label}");
        }
    }

    #[test]
    fn words_that_are_run_together() {
        for (header, expected) in [
            ("DateOfBirth", "Date Of Birth"),
            ("candidateID", "candidate ID"),
            ("IPAddress", "IP Address"),
            ("recipient_email", "recipient email"),
            ("Numéro de téléphone", "Numéro de téléphone"),
            ("CVs", "CVs"),
            ("phoneCell", "phone Cell"),
            ("QID5_TEXT", "QID5 TEXT"),
            ("", ""),
        ] {
            assert_eq!(spelled(header), expected);
        }
    }
}
