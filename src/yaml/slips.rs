//! What is wrong with a text that the parser cannot read, in the words of who writes it.

use serde_yaml::budget::BudgetBreach;

use super::lines::Lines;
use super::tree::{MOST_DEPTH, MOST_NODES};
use crate::catalogue::unseen::{code_point, is_odd_space};
use crate::catalogue::{Text, yaml as words};
use crate::diagnostic::{Diagnostic, Place};

/// The parser's mistake, told.
pub(super) fn told(lines: &Lines<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let error = error.without_snippet();
    let place = error.location().map_or_else(|| lines.whole(), |location| lines.place(location, 1));
    if let Some(problem) = over_a_limit(error) {
        return problem.at(place);
    }
    if let Some(tab) = lines.tab_near(place.line) {
        return slip(words::tab(), words::tab_help()).at(tab);
    }
    let said = error.to_string();
    let said = said.lines().next().unwrap_or_default();
    let before = place.line.checked_sub(1).map(|line| lines.last_written(line));
    if begins_anew(&place)
        && let Some((bracket, place)) = lines.open_bracket(place.line)
    {
        return slip(words::open_bracket(bracket.to_string()), words::bracket_help()).at(place);
    }
    at(said, &place, before.flatten())
}

/// A file in which something is too many, where that is what stops the parser.
fn over_a_limit(error: &serde_yaml::Error) -> Option<Diagnostic> {
    use serde_yaml::Error as E;
    let breach = match error {
        E::AliasError { error, .. } => return over_a_limit(error),
        E::Budget { breach, .. } => breach,
        E::MultipleDocuments { .. } => return Some(several_documents()),
        E::AliasReplayCounterOverflow { .. }
        | E::AliasReplayLimitExceeded { .. }
        | E::AliasExpansionLimitExceeded { .. }
        | E::AliasReplayStackDepthExceeded { .. }
        | E::RecursiveReferencesRequireWeakTypes { .. } => return Some(too_many_aliases()),
        _ => return None,
    };
    Some(match breach {
        BudgetBreach::Depth { .. } => too_deep(),
        BudgetBreach::Documents { .. } => several_documents(),
        BudgetBreach::Nodes { .. } | BudgetBreach::Events { .. } => {
            Diagnostic::error("too-many-values", words::too_many_values(MOST_NODES)).help(words::too_many_values_help())
        }
        // A text within its limit of bytes is longer only by what is said again.
        _ => too_many_aliases(),
    })
}

/// Brackets in brackets in brackets.
pub(super) fn too_deep() -> Diagnostic {
    Diagnostic::error("too-deep", words::too_deep(MOST_DEPTH)).help(words::too_deep_help())
}

fn several_documents() -> Diagnostic {
    Diagnostic::error("several-documents", words::several_documents()).help(words::several_documents_help())
}

fn too_many_aliases() -> Diagnostic {
    Diagnostic::error("too-many-aliases", words::too_many_aliases()).help(words::too_many_aliases_help())
}

fn slip(what: Text, help: Text) -> Diagnostic {
    Diagnostic::error("not-yaml", what).help(help)
}

/// A slip in how it is written. `said` is the parser's own word for it, `before` the last line above that is not blank.
fn at(said: &str, place: &Place, before: Option<Place>) -> Diagnostic {
    let line = place.text.as_deref().unwrap_or_default();
    let has = |part: &str| said.contains(part);
    if let Some(problem) = [Some(place), before.as_ref()].into_iter().flatten().find_map(unseen) {
        return problem;
    }
    if has("mapping values are not allowed") || has("simple key expected") {
        return if let Some(problem) = [Some(place), before.as_ref()].into_iter().flatten().find_map(no_space) {
            problem
        } else if has("simple key expected") {
            slip(words::no_colon(), words::mapping_help()).at(place.clone())
        } else if let Some((name, text)) = value_before(line, place.column) {
            slip(words::colon_within(), words::quotes_help(name, in_quotes(text))).at(place.clone())
        } else {
            slip(words::indented(), words::indented_help()).at(place.clone())
        };
    }
    let (what, help) = if has("did not find expected key") || has("expected '-' indicator") {
        (words::indented(), words::indented_help())
    } else if has("expected ',' or '}'") || has("expected ',' or ']'") {
        match character(place) {
            Some(':') => (words::second_colon(), words::second_colon_help()),
            _ => (words::no_comma(), words::comma_help()),
        }
    } else if has("bracket") || has("EOF while parsing a flow") || has("EOF while parsing an implicit flow") {
        (words::bracket(), words::bracket_help())
    } else if has("invalid trailing content") {
        (words::after_quotes(), words::after_quotes_help())
    } else if has("unclosed quote") || has("while scanning a quoted scalar") {
        (words::open_quote(), words::open_quote_help())
    } else if has("while parsing a quoted scalar") {
        (words::escape(), words::escape_help())
    } else if let Some(c) = character(place).filter(|c| "@`%*&!|>?-[]{},".contains(*c)) {
        (words::begins_with(if c == '`' { "“`”".to_owned() } else { format!("`{c}`") }), words::begins_with_help())
    } else {
        (words::not_yaml(), words::not_yaml_help())
    };
    slip(what, help).at(place.clone())
}

/// The character that a place begins with.
fn character(place: &Place) -> Option<char> {
    place.text.as_deref()?.chars().nth(usize::try_from(place.column).ok()?.checked_sub(1)?)
}

/// A line that cannot be read for a control character in it, or for a space in its indentation that is none to YAML.
fn unseen(place: &Place) -> Option<Diagnostic> {
    let line = place.text.as_deref()?;
    let start = line.chars().take_while(|c| c.is_whitespace()).count();
    let bad = |(at, c): &(usize, char)| c.is_control() && *c != '\t' || *at < start && is_odd_space(*c);
    let (at, c) = line.chars().enumerate().find(bad)?;
    let place = Place { column: at as u64 + 1, width: 1, ..place.clone() };
    Some(slip(words::unseen_here(code_point(c)), words::unseen_help()).at(place))
}

/// Whether the parser stopped where a line begins a field or an item: at its dash, or at its first colon.
fn begins_anew(place: &Place) -> bool {
    let line = place.text.as_deref().unwrap_or_default();
    let column = usize::try_from(place.column).unwrap_or_default().saturating_sub(1);
    let mut before = line.chars().take(column);
    match character(place) {
        Some(':') => !before.any(|c| matches!(c, ':' | '{' | '[' | ',')),
        Some('-' | '{' | '[' | '"' | '\'') => {
            line.trim_start().starts_with("- ") && before.all(|c| matches!(c, ' ' | '-'))
        }
        _ => false,
    }
}

/// A line on which a space is missing after a colon or after a dash, so that it is no field: `weight:3`, `-id: a`.
fn no_space(place: &Place) -> Option<Diagnostic> {
    let line = place.text.as_deref()?;
    let item = line.trim_start();
    let tell = |what: Text, written: String| slip(what, words::write_help(written)).at(place.clone());
    if let Some(rest) = item.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic)) {
        return Some(tell(words::no_space_after_dash(), format!("- {rest}")));
    }
    let field = item.strip_prefix("- ").unwrap_or(item).trim_start();
    let (name, value) = field.split_once([':', '：'])?;
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    let joined = !value.is_empty() && !value.starts_with(' ') || field[name.len()..].starts_with('：');
    if !joined || name.is_empty() || !name.chars().all(plain) || value.starts_with("//") {
        return None;
    }
    let shown = format!("{}{name}: {}", &item[..item.len() - field.len()], value.trim_start());
    Some(tell(words::no_space_after_colon(), shown))
}

/// The name and the value of the field that a line holds, where its value is plain text that goes on to this column.
fn value_before(line: &str, column: u64) -> Option<(&str, &str)> {
    let column = usize::try_from(column).ok()?.checked_sub(1)?;
    let end = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let (name, value) = line.split_once(": ").filter(|(name, _)| name.len() < end)?;
    Some((name.trim_start().trim_start_matches("- ").trim_start(), value.trim()))
}

/// A text in double quotes, as YAML reads it back; only its start where it is long.
fn in_quotes(text: &str) -> String {
    const LONGEST: usize = 60;
    let start: String = text.chars().take(LONGEST).collect();
    let more = if start.len() < text.len() { "…" } else { "" };
    format!("\"{}{more}\"", start.replace('\\', "\\\\").replace('"', "\\\""))
}
