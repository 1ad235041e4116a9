//! `screen --for-merge FILE...`: a part of a run, judged here and ranked with others by `screen merge`.

use super::load::{self, Binding};
use super::output::Target;
use super::progress::Progress;
use super::{Failure, Setting, screen, shown};
use crate::args::{ReaderArg, Screening};
use crate::catalogue::merge as words;
use crate::exit::Exit;
use crate::merge::{PartAsked, Rules, Writer};
use crate::pipeline::Stopped;
use crate::record::FileSum;
use crate::render::Format;

pub(super) fn run(asked: &Screening, setting: &Setting) -> anyhow::Result<Exit> {
    refuse(asked)?;
    let inputs = screen::inputs(asked);
    let target = Target::of(asked.output.output.as_deref(), &inputs).map_err(Failure::from)?;
    let (posting, reading) = (&asked.asked, &asked.reading);
    let path = posting.criteria.as_deref();
    let text = load::criteria_text(path, posting.criteria_from, setting)?;
    let criteria = load::criteria_of(path, &text, &posting.when.set)?;
    let stage = load::stage(posting.when.stage);
    let (as_of, _) = load::as_of(posting.when.as_of.as_deref(), &criteria, setting)?;
    let of = Binding::of((&criteria, stage, as_of), reading, path.is_none());
    let binding = Binding { at_once: true, may_be_empty: true, ..of };
    let mut candidates = load::candidates(&asked.files, &binding, setting)?;
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    setting.tell_unless_quiet(&candidates.warnings);
    let source = screen::as_of_source(posting.when.as_of.as_deref(), &criteria);
    let asked_for = asked_for(asked, text.into_owned(), as_of.to_string(), source);
    let progress = Progress::new(setting, candidates.size());
    let mut write = || {
        let mut writer = Writer::new(asked_for.clone(), env!("CARGO_PKG_VERSION"), &mut sink)?;
        let mut read_before = 0;
        for (source, file) in candidates.sources.iter_mut().zip(&candidates.files) {
            writer.file(source, file, &mut |bytes, records| {
                progress.update(read_before + bytes, records);
                if setting.stop.load(std::sync::atomic::Ordering::Relaxed) { Err(Stopped::Interrupted) } else { Ok(()) }
            })?;
            read_before += source.bytes_read();
        }
        Ok(writer.finish()?)
    };
    let done: Result<_, Stopped> = write();
    progress.done();
    match done {
        Err(Stopped::Output(_)) if sink.closed() => return Ok(Exit::Well),
        done => done.map_err(Failure::from)?,
    };
    setting.tell_unless_quiet(&sink.finish()?);
    Ok(Exit::Well)
}

/// What the merge needs to know, to ask the same of all parts.
fn asked_for(asked: &Screening, text: String, as_of: String, as_of_source: &str) -> PartAsked {
    let (posting, reading) = (&asked.asked, &asked.reading);
    let input = reading.input.again();
    let mut options = [posting.when.again(), reading.again()].concat();
    // The last of them say what the files are.
    options.truncate(options.len() - input.len());
    let rules = Rules {
        name: posting.criteria.as_deref().map(shown),
        by_variable: posting.criteria_from.is_some(),
        sha256: FileSum::of(text.as_bytes()).sha256,
        text,
    };
    PartAsked { criteria: rules, as_of, as_of_source: as_of_source.to_owned(), options, input }
}

/// A part holds everybody, as they came: what is chosen, hidden or decided of all of them is said to `screen merge`.
fn refuse(asked: &Screening) -> Result<(), Failure> {
    let output = &asked.output;
    let given = [
        ("--format", output.format.is_some_and(|format| format.0 != Format::Jsonl)),
        ("--top", output.top.is_some()),
        ("--status", !output.status.is_empty()),
        ("--min-score", output.min_score.is_some()),
        ("--columns", !output.columns.is_empty()),
        ("--blind", output.blind),
        ("--for", output.reader != ReaderArg::Committee),
        ("--record", output.record.is_some()),
        ("--strict", output.strict),
        ("--decisions", !asked.asked.decisions.is_empty()),
    ];
    match given.iter().find(|(_, given)| *given) {
        Some((option, _)) => Err(Failure::Usage(words::for_merge(option))),
        None => Ok(()),
    }
}
