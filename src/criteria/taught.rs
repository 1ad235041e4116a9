//! The words that a criteria file teaches: `words:`, and the languages whose packs are read.

use crate::catalogue::{criteria as words, list_or, yaml as yaml_words};
use crate::diagnostic::Diagnostic;
use crate::lexicon::{Lexicon, Own, PACKS, Section, Sense, sense};
use crate::yaml::{Node, NodeValue, Spanned, nearest};

/// What every cell may say and that changes nothing.
const UNDERSTOOD: &str = "understood";

/// Reads `words:`: phrases that are understood, and sections as in a language pack, under the pack's language.
pub(super) fn read(node: Option<&Node>, languages: &[Spanned<String>], problems: &mut Vec<Diagnostic>) -> Lexicon {
    let mut own = Own::default();
    if let Some(Node { value: NodeValue::Map(entries), .. }) = node {
        for (key, node) in entries {
            match &node.value {
                _ if key.value == UNDERSTOOD => {
                    phrases(node, problems, |phrase| own.add(phrase, Section::Understood, Sense::Understood));
                }
                NodeValue::Map(sections) if is_language(&key.value) => {
                    sections.iter().for_each(|(name, node)| section(name, node, &mut own, problems));
                }
                _ => {
                    let known: Vec<String> = known().map(|known| format!("`{known}`")).collect();
                    let problem = Diagnostic::error("unknown-words", words::unknown_words(&key.value));
                    let help = match nearest(&key.value, self::known()) {
                        _ if is_language(&key.value) => words::words_of_language_help(&key.value),
                        _ if Section::named(&key.value).is_some() => words::words_section_help(&key.value),
                        Some(near) if near != key.value => yaml_words::did_you_mean(near),
                        _ => words::unknown_words_help(list_or(&known)),
                    };
                    problems.push(problem.at(key.place.clone()).help(help));
                }
            }
        }
    }
    for language in languages.iter().filter(|language| !is_language(&language.value)) {
        let known: Vec<String> = PACKS.iter().map(|(code, _)| format!("`{code}`")).collect();
        let problem = Diagnostic::error("unknown-pack", words::unknown_pack(&language.value));
        problems.push(problem.at(language.place.clone()).help(words::unknown_pack_help(list_or(&known))));
    }
    Lexicon::of(languages.iter().map(|language| language.value.as_str()), own)
}

fn known() -> impl Iterator<Item = &'static str> {
    std::iter::once(UNDERSTOOD).chain(PACKS.iter().map(|(code, _)| *code))
}

fn is_language(code: &str) -> bool {
    PACKS.iter().any(|(known, _)| *known == code)
}

/// One section: a mapping from meanings to phrases; or a meaning that only one section has, with its phrases.
fn section(name: &Spanned<String>, node: &Node, own: &mut Own, problems: &mut Vec<Diagnostic>) {
    if let (Some(section), NodeValue::Map(meanings)) = (Section::named(&name.value), &node.value) {
        for (meaning, node) in meanings {
            match sense(section, &meaning.value) {
                Some(sense) => phrases(node, problems, |phrase| own.add(phrase, section, sense)),
                None => {
                    let problem =
                        Diagnostic::error("unknown-meaning", words::unknown_meaning(&meaning.value, &name.value));
                    problems.push(problem.at(meaning.place.clone()).help(words::unknown_meaning_help()));
                }
            }
        }
        return;
    }
    // A few letters may be the code of any language or currency, and any word may name a subject.
    const OPEN: [Section; 5] =
        [Section::Languages, Section::Certificates, Section::Currencies, Section::Subjects, Section::Topics];
    let named = Section::ALL.iter().filter(|(_, section)| !OPEN.contains(section));
    let mut found = named.filter_map(|(_, section)| Some((*section, sense(*section, &name.value)?)));
    match (found.next(), found.next()) {
        (Some((section, sense)), None) => phrases(node, problems, |phrase| own.add(phrase, section, sense)),
        _ => {
            let problem = Diagnostic::error("unknown-section", words::unknown_section(&name.value));
            let help = match nearest(&name.value, Section::ALL.iter().map(|(name, _)| *name)) {
                Some(near) if near != name.value => yaml_words::did_you_mean(near),
                _ => words::unknown_meaning_help(),
            };
            problems.push(problem.at(name.place.clone()).help(help));
        }
    }
}

/// The phrases of a list, or one alone.
fn phrases(node: &Node, problems: &mut Vec<Diagnostic>, mut each: impl FnMut(&str)) {
    let items = match &node.value {
        NodeValue::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    for item in items {
        match item.as_written() {
            Some(phrase) if !phrase.trim().is_empty() => each(&phrase),
            _ => {
                let problem = Diagnostic::error("wrong-type", words::phrase_not_text()).at(item.place.clone());
                problems.push(problem.help(words::phrase_not_text_help()));
            }
        }
    }
}
