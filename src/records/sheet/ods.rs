//! Workbooks of OpenDocument (ISO/IEC 26300).

use std::collections::HashSet;

use super::limits::{MOST_NAME, MOST_SHEETS, SheetFailure};
use super::package::Package;
use super::value::{CellValue, is_plain};
use super::write::Out;
use super::xml::{Tag, Xml, XmlStep, plain};
use super::{ListedSheet, WrittenSheet};
use crate::catalogue::records as words;

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// A workbook and its sheets.
pub(super) struct OdsBook {
    package: Package,
    sheets: Vec<ListedSheet>,
}

/// What a cell's tag says of it.
#[derive(Default)]
struct OdsTag {
    kind: OdsType,
    /// The value, where the tag holds it.
    value: Option<String>,
    /// Whether it is an error.
    is_error: bool,
    times: u32,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum OdsType {
    /// Also where no kind is given, as LibreOffice has it.
    #[default]
    Text,
    Number,
    Percent,
    Moment,
    Duration,
    Flag,
}

impl OdsBook {
    pub(super) fn open(mut package: Package) -> Result<Self, SheetFailure> {
        if let Some(manifest) = package.part("META-INF/manifest.xml")?
            && is_encrypted(manifest)?
        {
            return Err(SheetFailure::Password);
        }
        let mut sheets = Vec::new();
        let mut xml = package.wanted_part(CONTENT)?;
        each_table(&mut xml, |xml, hidden_styles| {
            let (name, style) = (xml.tag().text("name")?, xml.tag().get("table:style-name")?);
            let visible = style.is_none_or(|style| !hidden_styles.contains(style));
            sheets.push(ListedSheet::new(name.unwrap_or_default(), visible, sheets.len())?);
            xml.skip()?;
            Ok(true)
        })?;
        xml.finish()?;
        package.start_anew();
        Ok(Self { package, sheets })
    }

    pub(super) fn sheets(&self) -> impl Iterator<Item = &ListedSheet> {
        self.sheets.iter()
    }

    /// Writes out the first of these sheets that has something in it.
    pub(super) fn write(&mut self, wanted: &[usize], row: &mut u32) -> Result<Option<WrittenSheet>, SheetFailure> {
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
            let result = OdsRows { out: &mut out, text: String::new() }.table(xml);
            *row = out.row();
            result?;
            *row = 0;
            let filled = out.is_filled();
            if filled {
                written = Some(WrittenSheet { sheet, out });
            }
            Ok(!filled)
        })?;
        xml.finish()?;
        Ok(written)
    }
}

/// Whether the list of parts says that one of them is encrypted.
fn is_encrypted(mut xml: Xml<'_>) -> Result<bool, SheetFailure> {
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
    mut see: impl FnMut(&mut Xml<'_>, &HashSet<String>) -> Result<bool, SheetFailure>,
) -> Result<(), SheetFailure> {
    let mut hidden = HashSet::new();
    if !xml.find("document-content")? {
        return Err(SheetFailure::Damaged(words::part_damaged(CONTENT)));
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
fn hidden_styles(xml: &mut Xml<'_>, hidden: &mut HashSet<String>) -> Result<(), SheetFailure> {
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
struct OdsRows<'a> {
    out: &'a mut Out,
    text: String,
}

impl OdsRows<'_> {
    /// Reads the rows of a table, or of a group of its rows.
    fn table(&mut self, xml: &mut Xml<'_>) -> Result<(), SheetFailure> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "table-row" => self.row(xml)?,
                "table-rows" | "table-header-rows" | "table-row-group" => self.table(xml)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    fn row(&mut self, xml: &mut Xml<'_>) -> Result<(), SheetFailure> {
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

    fn cell(&mut self, xml: &mut Xml<'_>, column: u32, about: OdsTag) -> Result<(), SheetFailure> {
        self.text.clear();
        // What is shown of an error is its name, whatever value stands beside it.
        let told = about.value.filter(|_| !about.is_error);
        let kind = if told.is_some() { about.kind } else { OdsType::Text };
        if told.is_none() {
            paragraphs(xml, &mut self.text, 0)?;
        } else {
            xml.skip()?;
        }
        let text = told.as_deref().unwrap_or(&self.text);
        if text.is_empty() {
            return Ok(());
        }
        let bad = || SheetFailure::Damaged(words::bad_cell(text.chars().take(30).collect::<String>()));
        let number = || text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(bad);
        let value = match kind {
            OdsType::Text => CellValue::Text(text),
            OdsType::Number if is_plain(text) => CellValue::Plain(text),
            OdsType::Number => CellValue::Number(number()?),
            OdsType::Percent => CellValue::Percent(number()?),
            OdsType::Moment => CellValue::MomentIso(text),
            OdsType::Duration => CellValue::DurationIso(text),
            OdsType::Flag => CellValue::Flag(text.eq_ignore_ascii_case("true")),
        };
        self.out.cell(column, about.times, &value)
    }
}

/// How often a cell or a row stands there.
fn repeated(value: &str) -> Result<u32, SheetFailure> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit()) && !value.is_empty();
    // A number beyond all rows and columns is one that is too large, as which it is told where it matters.
    let times = digits.then(|| value.parse::<u32>().unwrap_or(u32::MAX)).filter(|times| *times > 0);
    times.ok_or_else(|| SheetFailure::Damaged(words::bad_place(value.chars().take(30).collect::<String>())))
}

fn about(tag: Tag<'_>) -> Result<OdsTag, SheetFailure> {
    let mut about = OdsTag { times: 1, ..OdsTag::default() };
    let (mut times, mut value) = (Ok(1), None);
    tag.each(|key, text| match key {
        "table:number-columns-repeated" => times = repeated(text),
        "office:value-type" => {
            about.kind = match text {
                "float" | "currency" => OdsType::Number,
                "percentage" => OdsType::Percent,
                "date" => OdsType::Moment,
                "time" => OdsType::Duration,
                "boolean" => OdsType::Flag,
                _ => OdsType::Text,
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
fn paragraphs(xml: &mut Xml<'_>, out: &mut String, before: usize) -> Result<usize, SheetFailure> {
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
fn inline(xml: &mut Xml<'_>, out: &mut String, from: usize) -> Result<(), SheetFailure> {
    loop {
        let at = out.len();
        let step = xml.step(Some(out))?;
        collapse(out, from, at);
        if step == XmlStep::End {
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

fn spaces(out: &mut String, count: u32) -> Result<(), SheetFailure> {
    use super::limits::MOST_CELL;
    if out.len() + count as usize > MOST_CELL {
        return Err(SheetFailure::Large(words::too_long_a_cell(MOST_CELL >> 20)));
    }
    out.extend(std::iter::repeat_n(' ', count as usize));
    Ok(())
}
