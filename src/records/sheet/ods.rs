//! Workbooks of OpenDocument (ISO/IEC 26300).

use std::collections::HashSet;

use super::limits::{Failure, MOST_NAME, MOST_SHEETS};
use super::package::Package;
use super::value::{Value, is_plain};
use super::write::Out;
use super::xml::{Step, Tag, Xml, plain};
use super::{Listed, Written};
use crate::catalogue::records as words;

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// A workbook and its sheets.
pub(super) struct Book {
    package: Package,
    sheets: Vec<Listed>,
}

/// What a cell's tag says of it.
#[derive(Default)]
struct About {
    kind: Kind,
    /// The value, where the tag holds it.
    value: Option<String>,
    /// Whether it is an error.
    is_error: bool,
    times: u32,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// Also where no kind is given, as LibreOffice has it.
    #[default]
    Text,
    Number,
    Percent,
    Moment,
    Duration,
    Flag,
}

impl Book {
    pub(super) fn open(mut package: Package) -> Result<Self, Failure> {
        if let Some(manifest) = package.part("META-INF/manifest.xml")?
            && is_encrypted(manifest)?
        {
            return Err(Failure::Password);
        }
        let mut sheets = Vec::new();
        let mut xml = package.wanted_part(CONTENT)?;
        each_table(&mut xml, |xml, hidden_styles| {
            let (name, style) = (xml.tag().text("name")?, xml.tag().get("table:style-name")?);
            let visible = style.is_none_or(|style| !hidden_styles.contains(style));
            sheets.push(Listed::new(name.unwrap_or_default(), visible, sheets.len())?);
            xml.skip()?;
            Ok(true)
        })?;
        xml.finish()?;
        package.start_anew();
        Ok(Self { package, sheets })
    }

    pub(super) fn sheets(&self) -> impl Iterator<Item = &Listed> {
        self.sheets.iter()
    }

    /// Writes out the first of these sheets that has something in it.
    pub(super) fn write(&mut self, wanted: &[usize], row: &mut u32) -> Result<Option<Written>, Failure> {
        let limits = self.package.limits;
        let mut xml = self.package.wanted_part(CONTENT)?;
        let (mut at, mut written) = (0, None);
        each_table(&mut xml, |xml, _| {
            let sheet = at;
            at += 1;
            if wanted.binary_search(&sheet).is_err() {
                xml.skip()?;
                return Ok(true);
            }
            let mut out = Out::new(&limits)?;
            let result = Rows { out: &mut out, text: String::new() }.table(xml);
            *row = out.row();
            result?;
            *row = 0;
            let filled = out.is_filled();
            if filled {
                written = Some(Written { sheet, out });
            }
            Ok(!filled)
        })?;
        xml.finish()?;
        Ok(written)
    }
}

/// Whether the list of parts says that one of them is encrypted.
fn is_encrypted(mut xml: Xml<'_>) -> Result<bool, Failure> {
    if xml.find("manifest")? {
        while xml.find("file-entry")? {
            if xml.find("encryption-data")? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Shows each table of the document, which `see` is to read to its end, with the names of the styles that hide one.
/// Stops where `see` answers false.
fn each_table(
    xml: &mut Xml<'_>,
    mut see: impl FnMut(&mut Xml<'_>, &HashSet<String>) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let mut hidden = HashSet::new();
    if !xml.find("document-content")? {
        return Err(Failure::Damaged(words::part_damaged(CONTENT)));
    }
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "automatic-styles" => hidden_styles(xml, &mut hidden)?,
            "body" => {
                while xml.find("spreadsheet")? {
                    while xml.find("table")? {
                        if !see(xml, &hidden)? {
                            return Ok(());
                        }
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(())
}

/// The names of the styles whose tables are not shown.
fn hidden_styles(xml: &mut Xml<'_>, hidden: &mut HashSet<String>) -> Result<(), Failure> {
    while xml.find("style")? {
        let name = xml.tag().get("style:name")?.map(str::to_owned);
        while let Some(tag) = xml.child()? {
            if tag.name() == "table-properties"
                && tag.get("table:display")? == Some("false")
                && hidden.len() < MOST_SHEETS
                && let Some(name) = name.as_ref().filter(|name| name.len() <= MOST_NAME)
            {
                hidden.insert(name.clone());
            }
            xml.skip()?;
        }
    }
    Ok(())
}

/// Reads the rows of a table.
struct Rows<'a> {
    out: &'a mut Out,
    text: String,
}

impl Rows<'_> {
    /// Reads the rows of a table, or of a group of its rows.
    fn table(&mut self, xml: &mut Xml<'_>) -> Result<(), Failure> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "table-row" => self.row(xml)?,
                "table-rows" | "table-header-rows" | "table-row-group" => self.table(xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn row(&mut self, xml: &mut Xml<'_>) -> Result<(), Failure> {
        let (mut times, mut hidden) = (Ok(1), false);
        xml.tag().each(|key, value| match key {
            "table:number-rows-repeated" => times = repeated(value),
            "table:visibility" => hidden = value != "visible",
            _ => {}
        })?;
        let times = times?;
        // Empty rows below all others may be more than there is room for.
        self.out.begin_next(hidden);
        let mut column = 0_u32;
        while let Some(tag) = xml.child()? {
            if matches!(tag.name(), "table-cell" | "covered-table-cell") {
                let about = about(tag)?;
                let times = about.times;
                if self.out.wants(column) {
                    self.cell(xml, column, about)?;
                } else {
                    xml.skip()?;
                }
                column = column.saturating_add(times);
            } else {
                xml.skip()?;
            }
        }
        self.out.end(times)
    }

    fn cell(&mut self, xml: &mut Xml<'_>, column: u32, about: About) -> Result<(), Failure> {
        self.text.clear();
        // What is shown of an error is its name, whatever value stands beside it.
        let told = about.value.filter(|_| !about.is_error);
        let kind = if told.is_some() { about.kind } else { Kind::Text };
        if told.is_none() {
            paragraphs(xml, &mut self.text, 0)?;
        } else {
            xml.skip()?;
        }
        let text = told.as_deref().unwrap_or(&self.text);
        if text.is_empty() {
            return Ok(());
        }
        let bad = || Failure::Damaged(words::bad_cell(text.chars().take(30).collect::<String>()));
        let number = || text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(bad);
        let value = match kind {
            Kind::Text => Value::Text(text),
            Kind::Number if is_plain(text) => Value::Plain(text),
            Kind::Number => Value::Number(number()?),
            Kind::Percent => Value::Percent(number()?),
            Kind::Moment => Value::MomentIso(text),
            Kind::Duration => Value::DurationIso(text),
            Kind::Flag => Value::Flag(text.eq_ignore_ascii_case("true")),
        };
        self.out.cell(column, about.times, &value)
    }
}

/// How often a cell or a row stands there.
fn repeated(value: &str) -> Result<u32, Failure> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit()) && !value.is_empty();
    // A number beyond all rows and columns is one that is too large, as which it is told where it matters.
    let times = digits.then(|| value.parse::<u32>().unwrap_or(u32::MAX)).filter(|times| *times > 0);
    times.ok_or_else(|| Failure::Damaged(words::bad_place(value.chars().take(30).collect::<String>())))
}

fn about(tag: Tag<'_>) -> Result<About, Failure> {
    let mut about = About { times: 1, ..About::default() };
    let (mut times, mut value) = (Ok(1), None);
    tag.each(|key, text| match key {
        "table:number-columns-repeated" => times = repeated(text),
        "office:value-type" => {
            about.kind = match text {
                "float" | "currency" => Kind::Number,
                "percentage" => Kind::Percent,
                "date" => Kind::Moment,
                "time" => Kind::Duration,
                "boolean" => Kind::Flag,
                _ => Kind::Text,
            }
        }
        "office:value" | "office:date-value" | "office:time-value" | "office:boolean-value" | "office:string-value" => {
            value = Some(text);
        }
        "calcext:value-type" => about.is_error = text == "error",
        _ => {}
    })?;
    about.times = times?;
    about.value = value.map(|value| plain(value, tag.name())).transpose()?;
    Ok(about)
}

/// Adds the paragraphs of a cell, each on a line of its own; answers how many there were before and are now.
fn paragraphs(xml: &mut Xml<'_>, out: &mut String, before: usize) -> Result<usize, Failure> {
    let mut count = before;
    while let Some(tag) = xml.child()? {
        match tag.name() {
            "p" | "h" => {
                if count > 0 {
                    out.push('\n');
                }
                count += 1;
                let from = out.len();
                inline(xml, out, from)?;
            }
            "list" | "list-item" | "list-header" => count = paragraphs(xml, out, count)?,
            // A note beside the cell, a picture: no value of the cell.
            _ => xml.skip()?,
        }
    }
    Ok(count)
}

/// Adds the text of a paragraph that begins at this byte, its white space as one space each (ODF 1.3, part 3, 6.1.2).
fn inline(xml: &mut Xml<'_>, out: &mut String, from: usize) -> Result<(), Failure> {
    loop {
        let at = out.len();
        let step = xml.step(Some(out))?;
        collapse(out, from, at);
        if step == Step::End {
            return Ok(());
        }
        let tag = xml.tag();
        match tag.name() {
            "s" => {
                let count = tag.get("text:c")?.map_or(Ok(1), repeated)?;
                spaces(out, count)?;
                xml.skip()?;
            }
            "tab" => {
                out.push('\t');
                xml.skip()?;
            }
            "line-break" => {
                out.push('\n');
                xml.skip()?;
            }
            "annotation" | "ruby-text" | "note" | "frame" | "custom-shape" => xml.skip()?,
            _ => inline(xml, out, from)?,
        }
    }
}

/// Makes white space that was added from this byte on one space, and none where the paragraph begins or after a space.
fn collapse(out: &mut String, from: usize, at: usize) {
    let added = &out[at..];
    let plain = !added.contains(['\t', '\n', '\r']) && !added.contains("  ") && !added.starts_with(' ');
    if plain {
        return;
    }
    let added = out.split_off(at);
    for c in added.chars() {
        if !matches!(c, '\t' | '\n' | '\r' | ' ') {
            out.push(c);
        } else if out.len() > from && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

fn spaces(out: &mut String, count: u32) -> Result<(), Failure> {
    use super::limits::MOST_CELL;
    if out.len() + count as usize > MOST_CELL {
        return Err(Failure::Large(words::too_long_a_cell(MOST_CELL >> 20)));
    }
    out.extend(std::iter::repeat_n(' ', count as usize));
    Ok(())
}
