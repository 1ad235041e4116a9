//! `screen explain FILE ID...`: the whole account of candidates, or letters to them.

mod letters;

use anyhow::Context as _;

use self::letters::Letters;
use super::find::{FoundPerson, Query, find};
use super::output::{Target, by_ending};
use super::{Failure, Setting};
use crate::args::{AccountFormat, Explain};
use crate::catalogue::commands;
use crate::criteria::Criteria;
use crate::exit::Exit;
use crate::explain::{self, CandidateAccount, Emphasis, Letter, PageLayout, Show};
use crate::rank::Key;
use crate::render::{Format, Tone, paint, safe};

pub(super) fn run(asked: &Explain, setting: &Setting) -> anyhow::Result<Exit> {
    let question = Query { file: &asked.file, judging: &asked.judging, who: if asked.all { &[] } else { &asked.ids } };
    let format = asked.written.format.map_or_else(|| format_of(asked), Ok)?;
    if let (true, Some(folder)) = (asked.all, &asked.output) {
        let mut letters = Letters::into(folder)?;
        find(&question, setting, &mut |criteria, all, person| {
            let text = page((asked, format), setting, PageLayout::Whole, criteria, all, &person)?;
            letters.write(&person.id, &person.name, format, &text)
        })?;
        setting.tell_unless_quiet(&[letters.told()]);
        return Ok(Exit::Well);
    }
    let layout = if asked.output.is_none() && !asked.for_candidate { at_terminal(setting) } else { PageLayout::Whole };
    let mut pages: Vec<(usize, String)> = Vec::new();
    let found = find(&question, setting, &mut |criteria, all, person| {
        pages.push((person.nth, page((asked, format), setting, layout, criteria, all, &person)?));
        Ok(())
    });
    // Those who were found are told of, and who was not is told after them.
    pages.sort_by_key(|(nth, _)| *nth);
    let pages: Vec<String> = pages.into_iter().map(|(_, page)| page).collect();
    let text = together(asked, format, &pages);
    let done = match &asked.output {
        _ if pages.is_empty() => Ok(Exit::Well),
        Some(path) => write(path, &text, &question, setting),
        None => setting.say(&text),
    };
    found.and(done)
}

/// The format that the output's name says; text if it says none. A folder's name says nothing.
fn format_of(asked: &Explain) -> Result<AccountFormat, Failure> {
    let formats = [
        (AccountFormat::Text, Format::Table.endings()),
        (AccountFormat::Markdown, Format::Markdown.endings()),
        (AccountFormat::Json, Format::Json.endings()),
    ];
    let path = asked.output.as_deref().filter(|_| !asked.all);
    Ok(by_ending(path, &formats, commands::output_ending_help)?.unwrap_or(AccountFormat::Text))
}

/// The pages as one text.
fn together(asked: &Explain, format: AccountFormat, pages: &[String]) -> String {
    match format {
        AccountFormat::Json => match pages {
            [one] if !asked.all => format!("{one}\n"),
            several => format!("[\n{}\n]\n", several.join(",\n")),
        },
        AccountFormat::Markdown => pages.join("\n---\n\n"),
        AccountFormat::Text => pages.join("\n"),
    }
}

/// What is written of one candidate.
fn page(
    (asked, format): (&Explain, AccountFormat),
    setting: &Setting,
    layout: PageLayout,
    criteria: &Criteria,
    all: &[Key],
    person: &FoundPerson,
) -> anyhow::Result<String> {
    let lang = setting.config.lang;
    let unchecked = criteria.unchecked();
    let account = CandidateAccount { unchecked: &unchecked, ..person.account(all) };
    let letter = Letter {
        id: &person.id,
        name: &person.name,
        title: criteria.posting.title.as_ref().map(|title| title.to(lang)),
        organisation: criteria.posting.organisation.as_deref(),
        criteria: &person.criteria,
        decided: person.decided.is_some(),
    };
    let mut text = String::new();
    match format {
        AccountFormat::Json if !asked.for_candidate => return Ok(explain::account_json(&account, lang)?),
        AccountFormat::Json => {
            let plain = |text: &str| text.to_owned();
            let show = Show {
                lang,
                layout: PageLayout::Whole,
                unicode: true,
                safe: &plain,
                paint: &|_, text| text.to_owned(),
            };
            explain::for_candidate(&letter, &show, &mut text)?;
            return explain::letter_json(&person.id, &person.name, &text).context("a letter as JSON");
        }
        AccountFormat::Text | AccountFormat::Markdown => {}
    }
    let layout = if format == AccountFormat::Markdown { PageLayout::Markdown } else { layout };
    shown_as(layout, setting, |show| {
        if asked.for_candidate {
            explain::for_candidate(&letter, show, &mut text)
        } else {
            explain::account_text(&account, show, &mut text)
        }
    })?;
    Ok(text)
}

/// The layout of what is read on a terminal.
pub(super) fn at_terminal(setting: &Setting) -> PageLayout {
    PageLayout::Lines(setting.config.output.width)
}

/// Writes something in a layout, coloured where a terminal shows it.
pub(super) fn shown_as(
    layout: PageLayout,
    setting: &Setting,
    write: impl FnOnce(&Show<'_>) -> std::fmt::Result,
) -> anyhow::Result<()> {
    let output = setting.config.output;
    let colour = output.colour && matches!(layout, PageLayout::Lines(_));
    let paint = |part: Emphasis, text: &str| if colour { paint(tone(part), text) } else { text.to_owned() };
    let safe = |text: &str| match layout {
        PageLayout::Markdown => safe::markdown(text),
        _ => safe::terminal(text).into_owned(),
    };
    let show = Show { lang: setting.config.lang, layout, unicode: output.unicode, safe: &safe, paint: &paint };
    Ok(write(&show)?)
}

const fn tone(part: Emphasis) -> Tone {
    match part {
        Emphasis::Heading => Tone::Strong,
        Emphasis::Met => Tone::Good,
        Emphasis::NotMet => Tone::Bad,
        Emphasis::Share => Tone::Part,
        Emphasis::Open => Tone::Open,
    }
}

/// Writes a text into a file, whole or not at all.
fn write(path: &std::path::Path, text: &str, question: &Query<'_>, setting: &Setting) -> anyhow::Result<Exit> {
    use std::io::Write as _;
    let inputs = question.inputs();
    let target = Target::of(Some(path), &inputs).map_err(Failure::from)?;
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    match sink.write_all(text.as_bytes()) {
        Err(_) if sink.closed() => {}
        done => {
            done.map_err(|error| Failure::from(crate::pipeline::Stopped::Output(error)))?;
            sink.finish()?;
        }
    }
    Ok(Exit::Well)
}
