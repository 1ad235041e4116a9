//! What was asked of a run, as its record keeps it, and the other way round.

use std::path::PathBuf;

use clap::ValueEnum;

use super::value_name as name;
use super::{FormatArg, InputArgs, LangArg, Output, PostingArgs, ReadingArgs, Screening, WhenArgs};
use crate::catalogue::Lang;
use crate::criteria::Set;
use crate::record::{File, Options, Record, RecordedTerminal};
use crate::render::{self, Format};
use crate::view::Heading;

fn value<T: ValueEnum>(name: &str) -> Option<T> {
    T::from_str(name, false).ok()
}

impl Screening {
    /// What of it may change the output.
    #[must_use]
    pub(crate) fn options(&self, format: Format, heading: &Heading, terminal: render::Terminal) -> Options {
        let Self { asked, reading, output, .. } = self;
        let lang = if heading.lang == Lang::Fr { LangArg::Fr } else { LangArg::En };
        Options {
            as_of: asked.when.as_of.clone(),
            stage: name(&asked.when.stage),
            set: asked.when.set.iter().map(|set| (set.path.clone(), set.value.clone())).collect(),
            map: reading.map.clone(),
            missing_columns: name(&reading.missing_columns),
            delimiter: reading.input.delimiter.map(|byte| char::from(byte).to_string()),
            encoding: reading.input.encoding.map(|encoding| encoding.name().to_owned()),
            sheet: reading.input.sheet.clone(),
            header_row: reading.input.header_row,
            input_format: reading.input.input_format.as_ref().map(name),
            format: format.name().to_owned(),
            top: output.top.map(|top| top as u64),
            status: output.status.iter().map(name).collect(),
            min_score: output.min_score,
            columns: output.columns.clone(),
            blind: output.blind,
            reader: name(&output.reader),
            sort: name(&output.sort),
            strict: output.strict,
            lang: name(&lang),
            program: heading.program.clone(),
            again: heading.again.clone(),
            terminal: RecordedTerminal {
                width: terminal.width as u64,
                colour: terminal.colour,
                unicode: terminal.unicode,
            },
        }
    }

    /// The same run once more, with its format, language and terminal; nothing where the record holds something that
    /// cannot be asked.
    #[must_use]
    pub(crate) fn again(record: &Record) -> Option<(Self, Format, Lang, render::Terminal)> {
        let Options { terminal, .. } = &record.options;
        let options = record.options.clone();
        let path = |file: &File| file.name.as_deref().map(PathBuf::from);
        let delimiter = match options.delimiter.as_deref() {
            None => None,
            Some(mark) => Some(*mark.as_bytes().first().filter(|_| mark.len() == 1)?),
        };
        let encoding = match &options.encoding {
            None => None,
            Some(name) => Some(encoding_rs::Encoding::for_label(name.as_bytes())?),
        };
        let top = options.top.map(usize::try_from).transpose().ok()?;
        let set = options.set.into_iter().map(|(path, value)| Set { path, value }).collect();
        let when = WhenArgs { as_of: options.as_of, stage: value(&options.stage)?, set };
        let output = Output {
            format: None,
            output: None,
            record: None,
            top,
            status: options.status.iter().map(|status| value(status)).collect::<Option<_>>()?,
            min_score: options.min_score,
            columns: options.columns,
            blind: options.blind,
            reader: value(&options.reader)?,
            sort: value(&options.sort)?,
            strict: options.strict,
            for_merge: false,
            threads: None,
        };
        let input_format = match options.input_format.as_deref() {
            None => None,
            Some(form) => Some(value(form)?),
        };
        let (sheet, header_row) = (options.sheet, options.header_row);
        let input = InputArgs { delimiter, encoding, sheet, header_row, input_format };
        let reading = ReadingArgs { map: options.map, missing_columns: value(&options.missing_columns)?, input };
        let run = Self {
            files: record.inputs.iter().map(path).collect::<Option<_>>()?,
            asked: PostingArgs {
                criteria: path(&record.criteria),
                criteria_from: None,
                decisions: record.decisions.iter().map(path).collect::<Option<_>>()?,
                when,
            },
            reading,
            output,
        };
        let lang = if value::<LangArg>(&options.lang)? == LangArg::Fr { Lang::Fr } else { Lang::En };
        let FormatArg(format) = value(&options.format)?;
        let width = usize::try_from(terminal.width).ok()?;
        let terminal = render::Terminal { width, colour: terminal.colour, unicode: terminal.unicode };
        Some((run, format, lang, terminal))
    }
}
