//! Workbooks of Office Open XML (ECMA-376).

use super::format::{self, NumberFormat};
use super::limits::{MOST_COLUMNS, MOST_NAME, MOST_ROWS, MOST_SHEETS, SheetFailure};
use super::package::Package;
use super::strings::{self, Strings};
use super::value::{CellValue, is_plain};
use super::write::Out;
use super::xml::{Tag, Xml};
use super::{ListedSheet, WrittenSheet};
use crate::catalogue::records as words;

/// A workbook: its sheets, and what their cells refer to.
pub(super) struct XlsxBook {
    package: Package,
    /// The sheets, and the part that each one is.
    sheets: Vec<(ListedSheet, String)>,
    cells: CellReader,
}

/// What it takes to read cells.
struct CellReader {
    formats: Vec<NumberFormat>,
    strings: Strings,
    since_1904: bool,
    text: String,
}

/// What a cell's value is, as its `t` says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum XlsxType {
    Number,
    /// No kind is given: a number, and a text where it is none.
    Unsaid,
    Shared,
    Text,
    Inline,
    Flag,
    Moment,
}

/// One relation of a part to another.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    /// The part it leads to.
    target: String,
}

impl XlsxBook {
    pub(super) fn open(mut package: Package) -> Result<Self, SheetFailure> {
        let main = relations(&mut package, "")?.into_iter().find(|relation| relation.kind == "officeDocument");
        let Some(main) = main.map(|relation| relation.target) else {
            return Err(SheetFailure::Damaged(words::part_missing("xl/workbook.xml")));
        };
        if main.ends_with(".bin") {
            return Err(SheetFailure::Kind(words::binary_workbook()));
        }
        let relations = relations(&mut package, &main)?;
        let part = |kind: &str, usual: &str| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map_or_else(|| resolve(&main, usual), |relation| relation.target.clone())
        };
        let (sheets, since_1904) = workbook(package.wanted_part(&main)?, &relations)?;
        let formats = match package.part(&part("styles", "styles.xml"))? {
            Some(xml) => format::read(xml)?,
            None => Vec::new(),
        };
        let limits = package.limits;
        let strings = match package.part(&part("sharedStrings", "sharedStrings.xml"))? {
            Some(xml) => Strings::read(xml, &limits)?,
            None => Strings::default(),
        };
        Ok(Self { package, sheets, cells: CellReader { formats, strings, since_1904, text: String::new() } })
    }

    pub(super) fn sheets(&self) -> impl Iterator<Item = &ListedSheet> {
        self.sheets.iter().map(|(sheet, _)| sheet)
    }

    /// Writes out the first of these sheets that has something in it.
    pub(super) fn write(&mut self, wanted: &[usize], row: &mut u32) -> Result<Option<WrittenSheet>, SheetFailure> {
        for &sheet in wanted {
            let Some((_, part)) = self.sheets.get(sheet) else { continue };
            let mut out = Out::new(&self.package.limits)?;
            let mut xml = self.package.wanted_part(part)?;
            let result = if xml.find("worksheet")? && xml.find("sheetData")? {
                self.cells.rows(&mut xml, &mut out)
            } else {
                Err(SheetFailure::Damaged(words::part_damaged(part.as_str())))
            };
            *row = out.row();
            result?;
            *row = 0;
            xml.finish()?;
            if out.is_filled() {
                return Ok(Some(WrittenSheet { sheet, out }));
            }
        }
        Ok(None)
    }
}

/// The relations of a part; those of the package where the part has no name.
fn relations(package: &mut Package, of: &str) -> Result<Vec<Relation>, SheetFailure> {
    let (folder, name) = of.rsplit_once('/').map_or(("", of), |(folder, name)| (folder, name));
    let part = format!("{folder}/_rels/{name}.rels");
    let mut xml = package.wanted_part(part.trim_start_matches('/'))?;
    let mut relations = Vec::new();
    if xml.find("Relationships")? {
        while let Some(tag) = xml.child()? {
            if let (Some(id), Some(kind), Some(target)) = (tag.text("Id")?, tag.text("Type")?, tag.text("Target")?) {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = resolve(of, &target);
                if [&id, &target].iter().any(|text| text.len() > MOST_NAME) || relations.len() > 2 * MOST_SHEETS {
                    return Err(SheetFailure::Large(words::too_many_sheets(MOST_SHEETS)));
                }
                relations.push(Relation { id, kind, target });
            }
            xml.skip()?;
        }
    }
    xml.finish()?;
    Ok(relations)
}

/// A part that is named from another part.
fn resolve(from: &str, target: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut path: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').filter(|name| !name.is_empty()).collect() };
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    path.join("/")
}

/// The sheets of cells, and whether days are counted from 1904.
fn workbook(mut xml: Xml<'_>, relations: &[Relation]) -> Result<(Vec<(ListedSheet, String)>, bool), SheetFailure> {
    let by_id: std::collections::HashMap<&str, &Relation> =
        relations.iter().map(|relation| (relation.id.as_str(), relation)).collect();
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    if xml.find("workbook")? {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "workbookPr" => {
                    since_1904 = tag.get("date1904")?.is_some_and(is_true);
                    xml.skip()?;
                }
                "sheets" => {
                    while let Some(tag) = xml.child()? {
                        let relation = tag.text("id")?.and_then(|id| by_id.get(id.as_str()).copied());
                        let (name, state) = (tag.text("name")?, tag.get("state")?);
                        let Some((name, relation)) = name.zip(relation) else {
                            return Err(SheetFailure::Damaged(words::sheet_nowhere(sheets.len() + 1)));
                        };
                        if relation.kind == "worksheet" {
                            let visible = state.is_none_or(|state| state == "visible");
                            sheets.push((ListedSheet::new(name, visible, sheets.len())?, relation.target.clone()));
                        }
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            }
        }
    }
    xml.finish()?;
    Ok((sheets, since_1904))
}

fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

impl CellReader {
    /// Reads the rows of a sheet.
    fn rows(&mut self, xml: &mut Xml<'_>, out: &mut Out) -> Result<(), SheetFailure> {
        while let Some(tag) = xml.child()? {
            if tag.name() != "row" {
                xml.skip()?;
                continue;
            }
            let (mut row, mut hidden) = (Ok(out.row()), false);
            tag.each(|key, value| match key {
                "r" => row = row_number(value).ok_or(value),
                "hidden" => hidden = is_true(value),
                _ => {}
            })?;
            let row = row.map_err(no_place)?;
            out.begin(row, hidden)?;
            let mut column = 0;
            loop {
                self.text.clear();
                if xml.plain_cell(&mut self.text)? {
                    let about = self.about(xml.tag(), row, column)?;
                    self.value(&about, out)?;
                    column = about.column + 1;
                    continue;
                }
                match xml.child()? {
                    Some(tag) if tag.name() == "c" => column = self.cell(xml, out, row, column)? + 1,
                    Some(_) => xml.skip()?,
                    None => break,
                }
            }
            out.end(1)?;
        }
        Ok(())
    }

    /// Reads a cell, which stands in this column if it does not say where; answers in which.
    fn cell(&mut self, xml: &mut Xml<'_>, out: &mut Out, row: u32, next: u32) -> Result<u32, SheetFailure> {
        let mut about = self.about(xml.tag(), row, next)?;
        if !out.wants(about.column) {
            xml.skip()?;
            return Ok(about.column);
        }
        let mut found = false;
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "v" if !found => {
                    xml.text(&mut self.text)?;
                    found = true;
                }
                "is" => {
                    self.text.clear();
                    strings::rich(xml, &mut self.text)?;
                    (about.kind, found) = (XlsxType::Inline, true);
                }
                _ => xml.skip()?,
            }
        }
        self.value(&about, out)?;
        Ok(about.column)
    }

    /// Writes out a cell with the text that was read.
    fn value(&mut self, about: &XlsxTag, out: &mut Out) -> Result<(), SheetFailure> {
        let XlsxTag { column, kind, format } = *about;
        if self.text.is_empty() || !out.wants(column) {
            return Ok(());
        }
        if kind == XlsxType::Text {
            strings::unescape(&mut self.text, 0);
        }
        let value = value(&self.text, kind, format, self.since_1904, &mut self.strings)?;
        out.cell(column, 1, &value)
    }

    /// What the tag of a cell says of it.
    fn about(&self, tag: Tag<'_>, row: u32, next: u32) -> Result<XlsxTag, SheetFailure> {
        let mut column = Ok(next);
        let mut kind = Ok(XlsxType::Unsaid);
        let mut format = NumberFormat::default();
        tag.each(|key, value| match key {
            "r" => column = reference(value).filter(|(_, at)| *at == row).map(|(column, _)| column).ok_or(value),
            "t" => kind = kind_of(value).ok_or(value),
            "s" => format = value.parse().ok().and_then(|s: usize| self.formats.get(s).copied()).unwrap_or_default(),
            _ => {}
        })?;
        let column = column.map_err(no_place)?;
        if column >= MOST_COLUMNS {
            return Err(SheetFailure::Large(words::too_many_columns(u64::from(MOST_COLUMNS))));
        }
        Ok(XlsxTag { column, kind: kind.map_err(|kind| SheetFailure::Damaged(words::bad_cell(short(kind))))?, format })
    }
}

/// What the tag of a cell says of it.
struct XlsxTag {
    column: u32,
    kind: XlsxType,
    format: NumberFormat,
}

fn kind_of(value: &str) -> Option<XlsxType> {
    Some(match value {
        "n" => XlsxType::Number,
        "s" => XlsxType::Shared,
        // An error is told as it stands.
        "str" | "e" => XlsxType::Text,
        "inlineStr" | "is" => XlsxType::Inline,
        "b" => XlsxType::Flag,
        "d" => XlsxType::Moment,
        _ => return None,
    })
}

/// A cell's text as the value that it is.
fn value<'a>(
    text: &'a str,
    kind: XlsxType,
    format: NumberFormat,
    since_1904: bool,
    strings: &'a mut Strings,
) -> Result<CellValue<'a>, SheetFailure> {
    let bad = || SheetFailure::Damaged(words::bad_cell(short(text)));
    Ok(match kind {
        XlsxType::Text | XlsxType::Inline => CellValue::Text(text),
        XlsxType::Moment => CellValue::MomentIso(text),
        XlsxType::Shared => {
            let index = text.trim_ascii().parse().map_err(|_| bad())?;
            CellValue::Text(strings.get(index)?.ok_or_else(bad)?)
        }
        XlsxType::Flag => match text.trim_ascii() {
            "0" | "false" | "FALSE" => CellValue::Flag(false),
            "1" | "true" | "TRUE" => CellValue::Flag(true),
            "" => CellValue::Text(""),
            _ => return Err(bad()),
        },
        XlsxType::Number | XlsxType::Unsaid if format == NumberFormat::Number && is_plain(text) => {
            CellValue::Plain(text)
        }
        XlsxType::Number | XlsxType::Unsaid => match text.trim_ascii().parse::<f64>() {
            Ok(number) if number.is_finite() => match format {
                NumberFormat::Number => CellValue::Number(number),
                NumberFormat::Percent => CellValue::Percent(number),
                NumberFormat::Moment => CellValue::Moment { days: number, since_1904 },
                NumberFormat::Duration => CellValue::Duration(number),
            },
            _ if kind == XlsxType::Unsaid => CellValue::Text(text),
            _ => return Err(bad()),
        },
    })
}

fn no_place(reference: &str) -> SheetFailure {
    SheetFailure::Damaged(words::bad_place(short(reference)))
}

/// What a file says, where it could be long.
fn short(text: &str) -> String {
    text.chars().take(30).collect()
}

/// A row's number, from 0.
fn row_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // What is beyond all rows is told as that.
    let number = digits.then(|| text.parse::<u64>().unwrap_or(u64::MAX).min(u64::from(MOST_ROWS) + 1))?;
    u32::try_from(number.checked_sub(1)?).ok()
}

/// The column and the row of `C7`, from 0.
fn reference(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let letter = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = text.bytes().take(letters).fold(0, |column, byte| column * 26 + letter(byte));
    Some((column - 1, row_number(&text[letters..])?))
}

#[cfg(test)]
mod tests {
    use super::{reference, resolve};

    #[test]
    fn references_are_a_column_and_a_row() {
        let places = ["A1", "b2", "Z10", "AA1", "XFD1048576", "ZZZ1"].map(|text| reference(text).unwrap());
        assert_eq!(places, [(0, 0), (1, 1), (25, 9), (26, 0), (16_383, 1_048_575), (18_277, 0)]);
        for wrong in ["", "A", "1", "A0", "AAAA1", "A-1", "A1:B2", "$A$1", "é1", "A1 ", "A+1"] {
            assert_eq!(reference(wrong), None, "{wrong}");
        }
        assert_eq!(reference("A1000000000000000000").map(|(_, row)| row), Some(1 << 20));
    }

    #[test]
    fn parts_are_named_from_where_they_are_named() {
        for (from, target, part) in [
            ("xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/workbook.xml", "../other/./sheet.xml", "other/sheet.xml"),
            ("workbook.xml", "../../../../sheet.xml", "sheet.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
        ] {
            assert_eq!(resolve(from, target), part);
        }
    }
}
