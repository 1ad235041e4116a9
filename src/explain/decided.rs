//! What a person decided, as a sentence.

use chrono::DateTime;

use crate::catalogue::{Lang, Say, Text, decisions, explain as words};
use crate::decisions::Entry;

/// Who decided, when, what, and why: "decided by Jo on 2 June 2024: 9 years (told on the phone)".
#[must_use]
pub fn decided(entry: &Entry) -> Text {
    Text::each(|lang| {
        let by = Some(entry.by.trim()).filter(|by| !by.is_empty()).map(str::to_owned);
        let by = by.unwrap_or_else(|| decisions::a_person().say(lang));
        let mut who = words::by_whom(lang, words::by_hand(lang), by).to_string();
        if let Some(when) = when(entry, lang) {
            who = words::on_day(lang, who, when).to_string();
        }
        let mut told = words::decided(lang, who, entry.decision.trim()).to_string();
        if !entry.reason.trim().is_empty() {
            told = words::with_reason(lang, told, entry.reason.trim()).to_string();
        }
        told
    })
}

/// The day, as the language says it; as it is written where that is no moment.
fn when(entry: &Entry, lang: Lang) -> Option<String> {
    let at = entry.at.trim();
    match DateTime::parse_from_rfc3339(at) {
        Ok(moment) => Some(moment.date_naive().say(lang)),
        Err(_) if at.is_empty() => None,
        Err(_) => Some(at.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_when_what_and_why() {
        let entry = |by: &str, at: &str, reason: &str| Entry {
            by: by.into(),
            at: at.into(),
            reason: reason.into(),
            decision: "9 years".into(),
            ..Entry::default()
        };
        let all = decided(&entry("Jo", "2024-06-02T23:30:00+02:00", "told on the phone"));
        assert_eq!(all.en, "decided by Jo on 2 June 2024: 9 years (told on the phone)");
        assert_eq!(all.fr, "décidé par Jo le 2 juin 2024\u{a0}: 9 years (told on the phone)");
        assert_eq!(decided(&entry("", "", "")).en, "decided by a person: 9 years");
        assert_eq!(decided(&entry("Jo", "monday", "")).en, "decided by Jo on monday: 9 years");
    }
}
