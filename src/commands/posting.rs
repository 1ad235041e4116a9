//! `--posting FILE`: a posting's text, and what was found in it told line by line.

use std::io::Read as _;
use std::path::Path;

use super::{Failure, Setting, shown};
use crate::catalogue::{Say as _, Text, init as words};
use crate::criteria;
use crate::diagnostic::{Diagnostic, Place};
use crate::languages;
use crate::posting::{self, Posting};
use crate::propose::{Counting, Draft, Fit, PostingSaid, Proposal, alone, one_line};
use crate::records;
use crate::render::safe;

/// No posting is longer.
const MOST_BYTES: u64 = 2 << 20;

/// Reads a posting; what cannot be read as text is told.
pub(super) fn read(path: &Path, setting: &Setting) -> Result<Posting, Failure> {
    let name = shown(path);
    let fail = |error: &std::io::Error| {
        let problem = if error.kind() == std::io::ErrorKind::NotFound {
            let problem = Diagnostic::error("no-file", crate::catalogue::records::no_file(&name));
            problem.help(words::no_posting_help())
        } else {
            super::cannot_read(error, &name)
        };
        problem.at(Place::file(&name))
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(setting.place(path)).map_err(|error| fail(&error))?;
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| fail(&error))?;
    if bytes.starts_with(b"%PDF") {
        let problem = Diagnostic::error("posting-is-no-text", words::posting_is_pdf(&name)).at(Place::file(&name));
        return Err(problem.help(words::posting_is_pdf_help()).into());
    }
    let text = decoded(&bytes);
    // Signs that no text has tell that it is none.
    if text.chars().take(4096).any(|c| c.is_control() && !c.is_whitespace()) {
        let problem = Diagnostic::error("posting-is-no-text", words::posting_is_no_text(&name)).at(Place::file(&name));
        return Err(problem.help(words::posting_is_no_text_help()).into());
    }
    if records::is_table(&text) {
        let problem = Diagnostic::error("posting-is-no-text", words::posting_is_table(&name)).at(Place::file(&name));
        return Err(problem.help(words::posting_is_table_help()).into());
    }
    if let Some(code) = posting::unread(&text) {
        let language = languages::by_code(code).map_or_else(|| Text::same(code), languages::Language::name);
        let problem = Diagnostic::error("posting-language", words::posting_language(&name, language));
        return Err(problem.at(Place::file(&name)).help(words::posting_language_help()).into());
    }
    let read = posting::read(&text);
    if read.requirements.is_empty() {
        let warning = Diagnostic::warning("no-requirements", words::no_requirements()).at(Place::file(&name));
        setting.tell_unless_quiet(&[warning.help(words::no_requirements_help())]);
    }
    Ok(read)
}

/// A text in UTF-8, in UTF-16 with its mark, or else in Windows-1252.
fn decoded(bytes: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(),
        },
    }
}

/// What was found for each requirement, on standard error.
pub(super) fn tell(draft: &Draft, posting: &PostingSaid, setting: &Setting) {
    if setting.config.quiet {
        return;
    }
    let quoted = |proposal: &Proposal| proposal.asked.as_ref().is_some_and(|asked| !asked.quote.is_empty());
    let asked = || draft.proposals.iter().enumerate().filter(|(_, proposal)| quoted(proposal));
    let without = asked().filter(|(_, proposal)| fit(proposal) == Fit::None).count();
    let counting = asked().filter(|(_, proposal)| counts(proposal, posting)).count();
    let waiting = asked().count() - counting - without;
    super::ask::say(&words::found_requirements(asked().count(), counting, waiting, without), setting);
    for (at, proposal) in asked() {
        super::ask::say(&line(proposal, requirement(draft, at, posting).as_ref()), setting);
    }
    if let Some(hour) = &posting.hour {
        let hour = one_line(hour, 40);
        super::ask::say(&words::hour_told(&*safe::terminal(&hour)), setting);
    }
}

/// Whether a proposal counts as it is written.
fn counts(proposal: &Proposal, posting: &PostingSaid) -> bool {
    proposal.ready(posting) && fit(proposal) != Fit::None
}

/// What a proposal asks, as a table says it; nothing where it waits for a person.
fn requirement(draft: &Draft, at: usize, posting: &PostingSaid) -> Option<Text> {
    let proposal = draft.proposals.get(at).filter(|proposal| counts(proposal, posting))?;
    let criteria = criteria::read("", &alone(draft, at, posting)).ok();
    let said = criteria.and_then(|criteria| Some(criteria.criteria.first()?.rule.requirement()));
    Some(said.unwrap_or_else(|| Text::same(proposal.summary())))
}

fn fit(proposal: &Proposal) -> Fit {
    proposal.asked.as_ref().map_or(Fit::None, |asked| asked.fit)
}

/// One requirement in a line: how sure its column is, its words, the column and the test.
fn line(proposal: &Proposal, test: Option<&Text>) -> Text {
    const LONGEST: usize = 58;
    let quote = proposal.asked.as_ref().map_or("", |asked| asked.quote.as_str());
    let quote = one_line(quote, LONGEST);
    let header = one_line(proposal.header().unwrap_or_default(), 40);
    let header = safe::terminal(&header).into_owned();
    let need = match proposal.need {
        Counting::Required => words::is_required(),
        _ if proposal.asked.as_ref().is_some_and(|asked| asked.required) => words::is_asset_here(),
        _ => words::is_asset(),
    };
    Text::each(|lang| {
        let quote = safe::terminal(&quote).into_owned();
        match (fit(proposal), test) {
            (Fit::None, _) => words::line_none(&quote).say(lang),
            (_, None) => words::line_waits(&quote, &header).say(lang),
            (Fit::Sure | Fit::Paper, Some(test)) => words::line_sure(&quote, &header, test, need.say(lang)).say(lang),
            (Fit::Likely, Some(test)) => words::line_likely(&quote, &header, test, need.say(lang)).say(lang),
        }
    })
}
