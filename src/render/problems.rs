//! Problems drawn for people: the line itself with a caret under the place, what is wrong, what to do.

use std::io::{self, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use unicode_width::UnicodeWidthStr;

use super::people;
use super::safe;
use super::text::{Terminal, wrap};
use crate::catalogue::{Lang, Say, Text, list_and, render as words};
use crate::diagnostic::{Diagnostic, Place, Severity};

/// A line of a file is drawn up to so many characters around the place.
const LONGEST: usize = 2000;

/// Help is not wrapped to less than this.
const NARROWEST_HELP: usize = 30;

/// Draws problems, the gravest first and otherwise in their order, and how many there are if there are several; `most` of
/// them, if not all are wanted.
///
/// # Errors
/// Whatever the writer says.
pub fn draw(
    problems: &[Diagnostic],
    most: Option<usize>,
    lang: Lang,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sorted: Vec<&Diagnostic> = problems.iter().collect();
    sorted.sort_by_key(|problem| problem.severity);
    let told = most.unwrap_or(usize::MAX);
    for problem in sorted.into_iter().take(told) {
        writeln!(out, "{}", terminal.letters(&drawn(problem, lang, terminal)))?;
        for command in &problem.commands {
            // On a line of its own and whole, however long, so that it can be copied.
            writeln!(out, "    {}", safe::terminal(command))?;
        }
        writeln!(out)?;
    }
    let counted = counted(problems, lang);
    match problems.len() {
        0 | 1 => Ok(()),
        all if all > told => writeln!(out, "{}", words::first_told(told, counted).say(lang)),
        _ => writeln!(out, "{counted}"),
    }
}

/// Writes one problem in a single line: how grave, where, what.
///
/// # Errors
/// Whatever the writer says.
pub fn line(problem: &Diagnostic, lang: Lang, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", terminal.letters(&people::in_a_line(problem, lang, safe::terminal)))
}

/// One problem, drawn, without a line end.
fn drawn(problem: &Diagnostic, lang: Lang, terminal: Terminal) -> String {
    let renderer = if terminal.colour { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(terminal.columns());
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let name = format!("{}[{}]", people::severity(problem.severity).say(lang), problem.code);
    let what = safe::terminal(problem.what.to(lang));
    let title = level.with_name(words::before_colon(name).say(lang)).primary_title(what);
    let mut elements: Vec<Element<'_>> = Vec::new();
    if let Some(place) = &problem.place {
        elements.extend(located(place));
    }
    if let Some(help) = &problem.help {
        let name = words::before_colon(words::help()).say(lang);
        if elements.is_empty() {
            // Nothing for it to hang from.
            let room = terminal.columns().saturating_sub(name.width() + 2);
            let help = wrap(&safe::terminal(help.to(lang)), "", room.max(NARROWEST_HELP)).join("\n");
            let help = Level::HELP.with_name(name).primary_title(help);
            return format!(
                "{}\n{}",
                renderer.render(&[title.elements(elements)]),
                renderer.render(&[Group::with_title(help)])
            );
        }
        // What stands before it: the line's number, ` = help: `.
        let number = problem.place.as_ref().map_or(0, |place| place.line.to_string().len());
        let room = terminal.columns().saturating_sub(number + name.width() + 5);
        let help = wrap(&safe::terminal(help.to(lang)), "", room.max(NARROWEST_HELP)).join("\n");
        elements.push(Level::HELP.with_name(name).message(help).into());
    }
    renderer.render(&[title.elements(elements)])
}

/// The place, with the line itself where it is known.
fn located(place: &Place) -> Option<Element<'_>> {
    if place.file.is_empty() && place.line == 0 {
        return None;
    }
    let file = safe::terminal(&place.file);
    let (line, column) = (size(place.line), size(place.column));
    match &place.text {
        Some(text) if line > 0 => {
            let (text, span) = marked(text, column, size(place.width));
            let snippet = Snippet::source(text).line_start(line).path(file);
            Some(match span {
                Some(span) => snippet.annotation(AnnotationKind::Primary.span(span)).into(),
                None => snippet.annotation(AnnotationKind::Visible.span(0..0)).into(),
            })
        }
        _ => {
            let mut origin = Origin::path(file);
            if line > 0 {
                origin = origin.line(line);
                if column > 0 {
                    origin = origin.char_column(column);
                }
            }
            Some(origin.into())
        }
    }
}

/// A line made harmless, and which of its bytes are meant. Each character stays one, so that columns still count.
fn marked(text: &str, column: usize, width: usize) -> (String, Option<std::ops::Range<usize>>) {
    let last = if column > 0 { column + width.max(1) } else { 0 };
    let end = text.char_indices().nth(last + LONGEST).map_or(text.len(), |(at, _)| at);
    let text = safe::terminal_each(text[..end].trim_end_matches(['\r', '\n']));
    if column == 0 {
        return (text, None);
    }
    let byte = |nth: usize| text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at);
    let from = byte(column - 1);
    let to = byte(column - 1 + width.max(1)).max(from);
    // Past the end of the line there is still something to point at.
    (text, Some(from..to))
}

/// A count that can still be counted on from.
fn size(count: u64) -> usize {
    const MOST: usize = 1_000_000_000;
    usize::try_from(count).map_or(MOST, |count| count.min(MOST))
}

/// "2 errors and 1 warning"
fn counted(problems: &[Diagnostic], lang: Lang) -> String {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let counts: Vec<Text> = [
        (count(Severity::Error), words::errors as fn(usize) -> Text),
        (count(Severity::Warning), words::warnings),
        (count(Severity::Note), words::notes_counted),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, say)| say(count))
    .collect();
    list_and(&counts).say(lang)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(problems: &[Diagnostic], lang: Lang) -> String {
        let mut out = Vec::new();
        draw(problems, None, lang, Terminal::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn place(line: u64, column: u64, width: u64, text: &str) -> Place {
        Place { file: "criteria.yaml".into(), line, column, width, text: Some(text.into()) }
    }

    fn text(en: &str, fr: &str) -> Text {
        Text { en: en.to_owned(), fr: fr.to_owned() }
    }

    fn some() -> Vec<Diagnostic> {
        vec![
            Diagnostic::warning(
                "missing-column",
                text("no column for `motivation`", "aucune colonne pour `motivation`"),
            )
            .at(Place::line("candidates.csv", 1))
            .help(text("the headers are `id` and `nom`", "les en-têtes sont `id` et `nom`")),
            Diagnostic::error(
                "unknown-key",
                text("`years` has no field `at_leest`", "`years` n'a pas de champ `at_leest`"),
            )
            .at(place(12, 34, 8, "    years: { column: expérience, at_leest: 7 }"))
            .help(text("did you mean `at_least`?", "vouliez-vous dire `at_least` ?")),
            Diagnostic::error("not-yaml", text("this is not YAML", "ce n'est pas du YAML")).at(place(
                7,
                3,
                2,
                "\t\t漢字: \u{202e}x",
            )),
            Diagnostic::error("empty", text("the file is empty", "le fichier est vide"))
                .at(Place::file("a\x1b[2Jb.csv")),
            Diagnostic::note("encoding", text("read as Windows-1252", "lu comme Windows-1252")),
        ]
    }

    #[test]
    fn of_many_the_first_are_drawn_and_all_are_counted() {
        let many: Vec<Diagnostic> =
            (0..1234).map(|at| Diagnostic::error("x", Text::same(format!("slip {at}")))).collect();
        for (lang, count) in [
            (Lang::En, "1,234 errors; the first 2 are shown\n"),
            (Lang::Fr, "1\u{202f}234 erreurs ; les 2 premiers messages sont affichés\n"),
        ] {
            let mut out = Vec::new();
            draw(&many, Some(2), lang, Terminal::default(), &mut out).unwrap();
            let told = String::from_utf8(out).unwrap();
            assert!(told.contains("slip 1") && !told.contains("slip 2") && told.ends_with(count), "{told}");
        }
    }

    #[test]
    fn drawn_in_english() {
        insta::assert_snapshot!(told(&some(), Lang::En));
    }

    #[test]
    fn drawn_in_french() {
        insta::assert_snapshot!(told(&some()[..2], Lang::Fr));
    }

    #[test]
    fn the_caret_is_under_the_place() {
        for (line, column, width, under) in [
            ("id: é", 5, 1, "é"),
            ("漢字: x", 5, 1, "x"),
            ("\ta: b", 2, 1, "a"),
            ("a: \u{200b}b", 5, 1, "b"),
            ("a:", 3, 1, ""),
        ] {
            let (text, span) = marked(line, column, width);
            assert_eq!(&text[span.unwrap()], under, "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn any_problem_can_be_drawn(what in any::<String>(), line in any::<String>(), file in any::<String>(), at in any::<[u64; 3]>(), near in 0_u64..40, colour: bool) {
            for [number, column, width] in [at, [near, near, near]] {
                let place = Place { file: file.as_str().into(), line: number, column, width, text: Some(line.as_str().into()) };
                let problem = Diagnostic::error("x", Text::same(&what)).at(place).help(Text::same(&what));
                let mut out = Vec::new();
                draw(&[problem], None, Lang::En, Terminal { colour, ..Terminal::default() }, &mut out).unwrap();
                let drawn = String::from_utf8(out).unwrap();
                if !colour {
                    prop_assert!(!drawn.chars().any(|c| c != '\n' && safe::is_unseen(c)), "{:?}", drawn);
                }
            }
        }
    }
}
