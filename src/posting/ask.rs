//! What a test could ask of applicants where a requirement says so.

use super::Requirement;
use crate::formats::Formats;
use crate::head::tongues;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Head, Joint, Lexicon, Section, Sections, Sense, Topic};
use crate::text::grammar::years;
use crate::tokens::Case;

/// What a requirement asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// So many years of something.
    Years {
        /// The least, in years.
        at_least: f64,
    },
    /// A degree.
    Degree {
        /// The least, as the scale `education` calls it; nothing where only the field is said.
        level: Option<&'static str>,
        /// In one of these fields, as the posting calls them.
        fields: Vec<String>,
        /// Whether experience counts in its stead.
        or_experience: bool,
    },
    /// Languages by their ISO 639 codes.
    Languages {
        /// Which.
        codes: Vec<&'static str>,
        /// Whether one of them is enough.
        any: bool,
        /// The least level of the CEFR; nothing where none is said.
        level: Option<&'static str>,
    },
    /// How well something is known.
    Level {
        /// The least, as the scale `proficiency` calls it; nothing where none is said.
        step: Option<&'static str>,
    },
    /// Something that somebody has done.
    Done,
    /// Anything else.
    Fact,
}

impl Ask {
    /// Whether it is something that people say of themselves.
    pub(super) const fn is_claim(&self) -> bool {
        matches!(self, Self::Fact | Self::Level { .. } | Self::Done)
    }
}

/// What degrees and ages are told by.
const SECTIONS: Sections =
    Sections::of(&[Topic::Degree], &[Section::Degrees, Section::Studies, Section::Joints, Section::Identity]);
/// What tells how well something is known. The packs' words of each kind are looked up apart: the longest phrase of one
/// ("very good knowledge") would hide those of another ("knowledge").
const LEVELS: Sections = Sections::of(&[], &[Section::Proficiency]);
const TONGUES: Sections = Sections::of(&[], &[Section::Cefr, Section::Languages, Section::Skills]);

/// Whether a text has a cue of postings.
fn says(text: &str, cue: Cue) -> bool {
    super::sections::cues(text).iter().any(|(found, _)| *found == cue)
}

/// What the packs call the steps of `proficiency`, the levels of the CEFR and the steps of `education`.
const PROFICIENCY: [&str; 5] = ["none", "basic", "good", "very_good", "excellent"];
const CEFR: [&str; 7] = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];
const EDUCATION: [&str; 6] = ["none", "secondary", "short_cycle", "bachelor", "master", "doctorate"];

/// What a requirement asks, said under a label, after another one of the same sentence.
pub(super) fn of(text: &str, label: Option<&str>, last: Option<&Ask>) -> Ask {
    // "Six ans à un poste similaire" is no range.
    let text = &without_figures_again(text).replace(" à un ", " ,  un ").replace(" à une ", " ,  une ");
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let has = |cue: Cue| says(text, cue);
    if let Some(held) = experience_instead(text, &lexed) {
        return match of(held, label, last) {
            Ask::Degree { level, fields, .. } => Ask::Degree { level, fields, or_experience: true },
            _ => Ask::Fact,
        };
    }
    if let Some(at_least) = years(text, &lexed, label) {
        return Ask::Years { at_least };
    }
    if let Some(ask) = degree(text, &lexed, last) {
        return ask;
    }
    if let Some(ask) = languages(text, label, has(Cue::Experience) || has(Cue::Ability)) {
        return ask;
    }
    const FEW: usize = 6;
    let step = proficiency(&without_wish(text));
    let able = has(Cue::Ability);
    if has(Cue::Skill) && !able
        || able && step.is_some_and(|step| step != "basic") && text.split_whitespace().count() <= FEW
    {
        return Ask::Level { step };
    }
    if has(Cue::Experience) && !able { Ask::Done } else { Ask::Fact }
}

/// "sept (7) ans" is read as "sept ans": the figures in brackets say the word before them once more.
fn without_figures_again(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        let (before, after) = rest.split_at(open);
        out.push_str(before);
        let close = after.find(')').filter(|close| after[1..*close].trim().chars().all(|c| c.is_ascii_digit()));
        let word = before.trim_end().ends_with(char::is_alphabetic);
        match close.filter(|_| word) {
            Some(close) => {
                out.push_str(&" ".repeat(close + 1));
                rest = &after[close + 1..];
            }
            None => {
                out.push('(');
                rest = &after[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A text without the words that make a wish of it, which say nothing of how well something is known: "a strong asset".
fn without_wish(text: &str) -> String {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let mut out = text.to_owned();
    for at in (0..lexed.len()).rev().filter(|at| lexed.senses(*at).contains(&Sense::Cue(Cue::Asset))) {
        out.replace_range(lexed.span(at, at + 1), "-");
    }
    out
}

/// The least number of years of experience.
fn years(text: &str, lexed: &Lexed<'_>, label: Option<&str>) -> Option<f64> {
    let experienced = says(text, Cue::Experience);
    let held = label.is_some_and(|label| super::sections::cues(label).iter().any(|(cue, _)| *cue == Cue::Experience));
    let aged = (0..lexed.len()).any(|at| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Identity(_))));
    let found = years::durations(text, &Formats::default());
    let spent = found.first().is_some_and(|(span, _)| spent_in(text, span));
    if aged || !(experienced || held || spent) {
        return None;
    }
    found.iter().map(|(_, range)| range.low).find(|low| *low > 0.0 && low.is_finite())
}

/// What is to be held where years of experience are another way to meet it: "a diploma or several years of practice".
fn experience_instead<'a>(text: &'a str, lexed: &Lexed<'_>) -> Option<&'a str> {
    const SOON: usize = 4;
    let found = years::durations(text, &Formats::default());
    let first = found.first().map(|(span, _)| span.start)?;
    let is_or = |at: &usize| lexed.senses(*at).contains(&Sense::Joint(Joint::Or));
    let or = (0..lexed.len()).filter(is_or).map(|at| lexed.span(at, at + 1)).rfind(|or| or.end <= first);
    or.filter(|or| {
        let mut between = text[or.end..first].split_whitespace().filter(|word| word.len() > 1);
        let own = between.clone().any(|word| matches!(word, "et" | "and"));
        between.by_ref().count() <= SOON && !own && says(&text[..or.start], Cue::Hold)
    })
    .map(|or| &text[..or.start])
}

/// Whether a text begins with years and says what they were spent in: "4+ years in sales".
fn spent_in(text: &str, span: &std::ops::Range<usize>) -> bool {
    const INS: [&str; 9] = ["in", "as", "within", "working", "dans", "en", "comme", "auprès", "sur"];
    let begins = text[..span.start].split_whitespace().count() < 2;
    let unit = text[span.clone()].to_lowercase();
    let years = ["year", "yr", "an", "month", "mois"].iter().any(|unit_name| unit.contains(unit_name));
    let next = text[span.end..].split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    begins && years && INS.contains(&next.to_lowercase().as_str())
}

/// The degree that is asked for.
fn degree(text: &str, lexed: &Lexed<'_>, last: Option<&Ask>) -> Option<Ask> {
    let has = |cue: Cue| says(text, cue);
    // "des" and "ma" are words, "DES" and "MA" degrees.
    let written = |at: usize| {
        let token = lexed.tokens.all().get(lexed.tokens_of(at).start);
        const SHORT: [&str; 9] = ["bac", "bts", "dut", "bep", "phd", "msc", "bsc", "mba", "llm"];
        let short = token.is_some_and(|token| SHORT.contains(&lexed.tokens.text_of(token)));
        lexed.span(at, at + 1).len() > 3 || short || token.is_some_and(|token| token.case != Case::Lower)
    };
    // A "candidature" is what is sent.
    let sent =
        |at: usize| text.get(lexed.span(at, at + 1)).is_some_and(|word| word.to_lowercase().starts_with("candidat"));
    const BACHELOR: u8 = 3;
    let of_university =
        |at: usize| text.get(lexed.span(at, at + 1)).is_some_and(|word| word.to_lowercase().contains("universit"));
    let permit = |at: usize| is_permit(text, lexed.span(at, at + 1));
    let level = |at: usize| {
        lexed.senses(at).iter().filter(|_| written(at) && !sent(at) && !permit(at)).find_map(|sense| match sense {
            // A "qualification" may be anything.
            Sense::Degree(low, high) if *high > 0 && high - low < 4 => Some((*low, high - low)),
            // University studies that are asked for end with a degree.
            Sense::Degree(_, high) if *high >= BACHELOR && of_university(at) => Some((BACHELOR, 0)),
            _ => None,
        })
    };
    let held = has(Cue::Hold);
    let claimed = has(Cue::Skill) || has(Cue::Experience) && !has(Cue::Equivalent) || has(Cue::Ability);
    let levels: Vec<(usize, (u8, u8))> = (0..lexed.len()).filter_map(|at| Some((at, level(at)?))).collect();
    let Some((first, _)) = levels.first().copied().filter(|_| held || !claimed) else {
        return preferred_fields(text, last);
    };
    // "A postgraduate teaching certificate" is no degree; "maturity" and "teaching at undergraduate level" ask for no school.
    let lower = text.to_lowercase();
    let certificate = lower.contains("graduate ") && lower.contains("certificate");
    let school = ["secondary", "school", "secondaire", "étude", "scolaire"].iter().any(|word| lower.contains(word));
    if certificate || !held && !school && levels.iter().all(|(_, (step, _))| *step < 2) {
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
    let fields = Some(after(last)).filter(|fields| !fields.is_empty()).unwrap_or_else(|| after(first));
    Some(Ask::Degree { level: EDUCATION.get(usize::from(step)).copied(), fields, or_experience: has(Cue::Equivalent) })
}

/// Whether a "licence" is a permit: "a forklift licence", and not "une licence en droit".
fn is_permit(text: &str, span: std::ops::Range<usize>) -> bool {
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

/// Whether the words before something deny it.
fn is_denied(before: &str) -> bool {
    let lexed = Lexed::of_text(before.into(), &Lexicon::default(), Sections::of(&[], &[Section::Negations]));
    let negates = |sense: &Sense| matches!(sense, Sense::Negation(true));
    (0..lexed.len()).any(|at| lexed.senses(at).iter().any(negates))
}

/// Fields that are wished for of a degree that was just asked for: "preferably in law".
fn preferred_fields(text: &str, last: Option<&Ask>) -> Option<Ask> {
    let Some(Ask::Degree { level, .. }) = last else { return None };
    let fields = fields(text);
    (!fields.is_empty()).then_some(Ask::Degree { level: *level, fields, or_experience: false })
}

/// The fields that a degree is to be in: what follows "in", up to the end of the list.
fn fields(text: &str) -> Vec<String> {
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
    const STOPS: [&str; 26] = [
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
    let lower = text.to_lowercase();
    // Lower case may have other lengths than the text: then nothing is cut out of it.
    if lower.len() != text.len() {
        return Vec::new();
    }
    let lead = LEADS.iter().filter_map(|lead| {
        let at = lower.find(&format!(" {lead} "))?;
        Some((at, at + lead.len() + 2))
    });
    let Some((_, start)) = lead.min_by_key(|(at, end)| (*at, usize::MAX - *end)) else { return Vec::new() };
    let rest = &lower[start..];
    let stop = STOPS.iter().filter_map(|stop| rest.find(stop)).chain(rest.find(['(', ';', '.', ':'])).min();
    let list = &text[start..start + stop.unwrap_or(rest.len())];
    let mut found: Vec<String> = Vec::new();
    for part in list.split([',', '/']).flat_map(|part| part.split(" or ")).flat_map(|part| part.split(" ou ")) {
        let part = bare_field(part);
        let words = part.split_whitespace().count();
        let known = super::sections::cues(&part)
            .iter()
            .any(|(cue, _)| matches!(cue, Cue::Related | Cue::Equivalent | Cue::Asset));
        let same = part.contains("quivalen");
        if (1..=6).contains(&words)
            && !known
            && !same
            && !part.chars().any(|c| c.is_ascii_digit())
            && !found.contains(&part)
        {
            found.push(part);
        }
    }
    found
}

/// A field without the small words before it.
fn bare_field(part: &str) -> String {
    const SMALL: [&str; 20] = [
        "et ", "and ", "or ", "ou ", "en ", "in ", "dans ", "le ", "la ", "les ", "the ", "l'", "l’", "a ", "any ",
        "either ", "du ", "des ", "de ", "d'",
    ];
    let mut part = part.trim();
    while let Some(rest) = SMALL.iter().find_map(|small| {
        part.get(..small.len()).filter(|head| head.to_lowercase() == *small).map(|_| part[small.len()..].trim_start())
    }) {
        part = rest;
    }
    part.trim_end_matches(['.', ',', ' ']).to_owned()
}

/// The languages that are asked for.
fn languages(text: &str, label: Option<&str>, done: bool) -> Option<Ask> {
    let bare = without_wish(text);
    let lexed = Lexed::of_text(bare.as_str().into(), &Lexicon::default(), TONGUES);
    let mut codes = tongues(text);
    for code in written_codes(text) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    // "Turkish: fluent"
    let own = label.filter(|label| codes.is_empty() && label.split_whitespace().count() < 4).map(tongues);
    let called = own.is_some_and(|own| {
        codes = own;
        !codes.is_empty()
    });
    if codes.is_empty() {
        return None;
    }
    let senses = || (0..lexed.len()).flat_map(|at| lexed.senses(at));
    let or = text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "or" | "ou"));
    let mut levels = senses().filter_map(|sense| match sense {
        Sense::Cefr(low, high) => Some((*low + *high) / 2),
        _ => None,
    });
    // Of "bilingual or very good", the lower is enough.
    let level = if or { levels.min() } else { levels.next() };
    let figures = written_level(text);
    let skilled = says(text, Cue::Skill) || senses().any(|sense| matches!(sense, Sense::Skill));
    let labelled = label.is_some_and(|label| {
        let words = crate::head::Words::of(label);
        words.say(&[Head::Languages])
    });
    // "Another language such as Polish"
    let generic = ["language", "languages", "langue", "langues"];
    let named = text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| generic.contains(&word));
    let words = text.split_whitespace().count();
    let short = words <= 5 || words <= 8 && (says(text, Cue::Asset) || says(text, Cue::Must));
    // "Experience in French-speaking countries" asks for no French.
    let meant = labelled || called || named || level.is_some() || figures.is_some() || skilled || short;
    if !meant || done && !(skilled || figures.is_some()) {
        return None;
    }
    let level = figures.or(level.map(usize::from));
    let in_order = by_place(text, codes);
    // "French and Dutch, or very good Dutch" asks for Dutch.
    let always = if or { on_both_sides(text, &in_order) } else { Vec::new() };
    let any = or && in_order.len() > 1 && always.is_empty();
    Some(Ask::Languages {
        any,
        codes: if always.is_empty() { in_order } else { always },
        level: level.and_then(|level| CEFR.get(level).copied()).filter(|level| *level != "none"),
    })
}

/// Those of some languages that are named before an "or" and after it.
fn on_both_sides(text: &str, codes: &[&'static str]) -> Vec<&'static str> {
    let lower = text.to_lowercase();
    let or = [" or ", " ou "].iter().find_map(|or| lower.find(or)).filter(|_| lower.len() == text.len());
    let Some((before, after)) = or.map(|at| text.split_at(at)) else { return Vec::new() };
    let named = |part: &str| [tongues(part), written_codes(part)].concat();
    let (before, after) = (named(before), named(after));
    codes.iter().filter(|code| before.contains(code) && after.contains(code)).copied().collect()
}

/// Languages that are named by two capitals: "FR/NL".
fn written_codes(text: &str) -> Vec<&'static str> {
    text.split(|c: char| !c.is_alphanumeric()).filter_map(written_code).collect()
}

/// The language that two capitals name; "IT" and "NO" may be something else.
pub(super) fn written_code(word: &str) -> Option<&'static str> {
    const CODES: [(&str, &str); 7] =
        [("FR", "fr"), ("EN", "en"), ("NL", "nl"), ("DE", "de"), ("ES", "es"), ("PT", "pt"), ("LU", "lb")];
    CODES.iter().find(|(written, _)| *written == word).map(|(_, code)| *code)
}

/// Languages in the order in which a text names them.
fn by_place(text: &str, codes: Vec<&'static str>) -> Vec<&'static str> {
    let mut placed: Vec<(usize, &'static str)> = Vec::new();
    for (at, _) in text.char_indices().filter(|(at, _)| *at == 0 || !text[..*at].ends_with(char::is_alphanumeric)) {
        let end = text[at..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |end| at + end);
        for code in tongues(&text[at..end]).into_iter().chain(written_code(&text[at..end])) {
            if codes.contains(&code) && !placed.iter().any(|(_, known)| *known == code) {
                placed.push((at, code));
            }
        }
    }
    let mut all: Vec<&str> = placed.into_iter().map(|(_, code)| code).collect();
    let rest: Vec<&str> = codes.into_iter().filter(|code| !all.contains(code)).collect();
    all.extend(rest);
    all
}

/// The lowest level that is written as the CEFR does: `C1`, `B2/C1`.
fn written_level(text: &str) -> Option<usize> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| CEFR.iter().position(|level| word.eq_ignore_ascii_case(level)).filter(|at| *at > 0)).min()
}

/// How well something is to be known.
fn proficiency(text: &str) -> Option<&'static str> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), LEVELS);
    let step = (0..lexed.len()).flat_map(|at| lexed.senses(at)).find_map(|sense| match sense {
        Sense::Proficiency(low, high) => Some((*low + *high) / 2),
        _ => None,
    })?;
    PROFICIENCY.get(usize::from(step)).copied().filter(|step| *step != "none")
}

/// A degree that is wished for beside one that is required is a higher one.
pub(super) fn higher_wish(made: &mut [Requirement]) {
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
