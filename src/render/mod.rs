//! The output: one file per format behind one trait. Escaping lives here; nothing is read or judged again.

pub mod audit;
mod csv;
pub mod decisions;
pub mod difference;
mod figures;
pub mod found;
mod html;
mod json;
mod listed;
mod markdown;
pub mod page;
mod people;
pub mod problems;
pub mod robust;
pub mod safe;
mod table;
pub mod text;
mod tsv;
pub mod value;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(test)]
mod sample;

pub use text::{Terminal, Tone, paint};

use crate::view::Render;

/// A format of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people, on a terminal.
    #[default]
    Table,
    /// For spreadsheets and scripts.
    Csv,
    /// The same with tabs, one line for each candidate.
    Tsv,
    /// One document, with what stands above and below the candidates.
    Json,
    /// One object per candidate and line.
    Jsonl,
    /// A table for a wiki or an issue.
    Markdown,
    /// A page for a committee.
    Html,
    /// A workbook.
    #[cfg(feature = "xlsx")]
    Xlsx,
}

impl Format {
    /// All of them, in the order of the help.
    pub const ALL: &[Self] = &[
        Self::Table,
        Self::Csv,
        Self::Tsv,
        Self::Json,
        Self::Jsonl,
        Self::Markdown,
        Self::Html,
        #[cfg(feature = "xlsx")]
        Self::Xlsx,
    ];

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Html => "html",
            #[cfg(feature = "xlsx")]
            Self::Xlsx => "xlsx",
        }
    }

    /// The endings of files in it, the one that is told first.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Table => &["txt", "text", "table"],
            Self::Csv => &["csv"],
            Self::Tsv => &["tsv", "tab"],
            Self::Json => &["json"],
            Self::Jsonl => &["jsonl", "ndjson"],
            Self::Markdown => &["md", "markdown"],
            Self::Html => &["html", "htm"],
            #[cfg(feature = "xlsx")]
            Self::Xlsx => &["xlsx"],
        }
    }

    /// Whether a column of it can say why a criterion is met or not.
    #[must_use]
    pub const fn has_reasons(self) -> bool {
        match self {
            Self::Csv | Self::Tsv | Self::Json | Self::Jsonl => true,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => true,
            Self::Table | Self::Markdown | Self::Html => false,
        }
    }

    /// Whether it is bytes that a terminal cannot show.
    #[must_use]
    pub const fn is_binary(self) -> bool {
        match self {
            #[cfg(feature = "xlsx")]
            Self::Xlsx => true,
            _ => false,
        }
    }
}

/// The renderer of a format. The terminal matters to [`Format::Table`] only.
#[must_use]
pub fn renderer(format: Format, terminal: Terminal) -> Box<dyn Render> {
    match format {
        Format::Table => Box::new(table::Table::new(terminal)),
        Format::Csv => Box::new(csv::Csv::default()),
        Format::Tsv => Box::new(tsv::Tsv::default()),
        Format::Json => Box::new(json::Json::default()),
        Format::Jsonl => Box::new(json::Jsonl::default()),
        Format::Markdown => Box::new(markdown::Markdown::default()),
        Format::Html => Box::new(html::Html::default()),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => Box::new(xlsx::Xlsx::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Lang;
    use crate::view::Foot;

    #[test]
    fn every_format_writes_an_empty_list() {
        let mut names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        for format in Format::ALL {
            let mut render = renderer(*format, Terminal::default());
            let bytes = sample::write_bytes(render.as_mut(), &sample::heading(Lang::Fr), &[], &Foot::default());
            assert_eq!(bytes.is_empty(), *format == Format::Jsonl, "{}", format.name());
            assert_eq!(std::str::from_utf8(&bytes).is_err(), format.is_binary(), "{}", format.name());
        }
        names.dedup();
        assert_eq!(names.len(), Format::ALL.len());
    }

    #[test]
    fn a_copy_writes_the_same_line() {
        for format in Format::ALL {
            let mut render = renderer(*format, Terminal::default());
            render.begin(&sample::heading(Lang::En), &mut Vec::new()).unwrap();
            let Some(mut copy) = render.fork() else { continue };
            let (mut first, mut second) = (Vec::new(), Vec::new());
            sample::with_lines(|lines| {
                for line in lines {
                    render.line(line, &mut first).unwrap();
                    copy.line(line, &mut second).unwrap();
                }
            });
            assert!(!first.is_empty());
            assert_eq!(first, second);
        }
    }
}
