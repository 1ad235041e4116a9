//! What is said of a proposal in the comments above it.

use super::super::Note;
use super::super::guess::{Guess, Seen};
use crate::catalogue::{Lang, Say, Text, init as words};
use crate::languages;

/// "70 cells: 65 read as years, 3 empty, 2 unreadable, such as “…”".
pub(super) fn seen(guess: &Guess, seen: &Seen) -> Text {
    let kind = match guess {
        Guess::Years { .. } => words::as_years(),
        Guess::Number { .. } | Guess::Ceiling { .. } => words::as_numbers(),
        Guess::Level { scale, .. } => words::as_steps(format!("`{scale}`")),
        Guess::Own { .. } => words::as_own_steps(),
        Guess::Language { code, .. } => {
            words::as_level_of(languages::by_code(code).map_or_else(Text::default, languages::Language::name))
        }
        Guess::Languages { .. } | Guess::Tongues { .. } => words::as_languages(),
        Guess::Degree { .. } => words::as_degrees(),
        Guess::YesNo | Guess::Several { .. } | Guess::Consent { yes_no: true } => words::as_yes_no(),
        Guess::Received | Guess::Day { .. } => words::as_days(),
        Guess::Provided | Guess::Consent { .. } => words::as_provided(),
        Guess::OneOf { .. } => words::as_categories(),
        Guess::Mentions { .. } => words::as_text(),
        Guess::Rating { .. } | Guess::Wanted { .. } => words::as_ratings(),
    };
    let total = seen.read + seen.empty + seen.unreadable;
    let parts = [
        Some(words::read_as(seen.read, kind)),
        (seen.empty > 0).then(|| words::empty(seen.empty)),
        (seen.unreadable > 0).then(|| words::unreadable(seen.unreadable)),
    ];
    let parts: Vec<Text> = parts.into_iter().flatten().collect();
    let joined = Text::each(|lang| parts.iter().map(|part| part.to(lang)).collect::<Vec<_>>().join(", "));
    let line = words::seen(total, joined);
    if seen.examples.is_empty() { line } else { words::with_examples(line, examples(seen)) }
}

pub(super) fn examples(seen: &Seen) -> Text {
    let shown = |lang| {
        let quotes = match lang {
            Lang::En => ["“", "”"],
            Lang::Fr => ["«\u{a0}", "\u{a0}»"],
        };
        let each: Vec<String> =
            seen.examples.iter().map(|example| format!("{}{example}{}", quotes[0], quotes[1])).collect();
        each.join(", ")
    };
    Text::each(shown)
}

/// What a person is to do with a proposal.
pub(super) fn hints(guess: &Guess) -> Vec<Text> {
    match guess {
        Guess::Years { full_at } => vec![words::hint_years(*full_at)],
        Guess::Number { full_at, .. } => vec![words::hint_number(*full_at)],
        Guess::Ceiling { at_most, .. } => vec![words::hint_ceiling(*at_most)],
        Guess::Level { such_as, .. } => vec![words::hint_level(*such_as)],
        Guess::Own { .. } => vec![words::hint_own()],
        Guess::Language { .. } => vec![words::hint_level("C1")],
        Guess::Languages { codes } => {
            let named = Text::each(|lang| {
                let name = |code: &str| languages::by_code(code).map_or_else(String::new, |one| one.name().say(lang));
                codes.iter().map(|(code, count)| format!("{} {count}", name(code))).collect::<Vec<_>>().join(", ")
            });
            vec![words::hint_languages(named)]
        }
        Guess::Degree { .. } => vec![words::hint_degree()],
        Guess::YesNo | Guess::Several { .. } | Guess::Tongues { .. } | Guess::Wanted { .. } => Vec::new(),
        Guess::Provided => vec![words::hint_formality()],
        Guess::Consent { .. } => vec![words::hint_consent()],
        Guess::Received => vec![words::hint_received()],
        Guess::Day { .. } => vec![words::hint_day()],
        Guess::OneOf { .. } => vec![words::hint_one_of()],
        Guess::Mentions { named, .. } if !named.is_empty() => vec![words::hint_named()],
        Guess::Mentions { many, .. } => {
            let mut hints = vec![words::hint_mentions()];
            if !many.is_empty() {
                hints.push(words::hint_frequent(many.join(", ")));
            }
            hints
        }
        Guess::Rating { out_of, .. } => vec![words::hint_rating((out_of * 0.6).to_string())],
    }
}

pub(super) fn told(note: Note) -> Text {
    match note {
        Note::SelfDeclared => words::note_self_declared(),
        Note::NoBound => words::note_no_bound(),
        Note::OrExperience => words::note_or_experience(),
        Note::NoLevel => words::note_no_level(),
        Note::NoDegree => words::note_no_degree(),
        Note::AnyLevel => words::note_any_level(),
        Note::NotAll => words::note_not_all(),
        Note::Examples => words::note_examples(),
        Note::NotOthers => words::note_not_others(),
        Note::Denied => words::note_denied(),
        Note::OtherDay => words::note_other_day(),
    }
}
