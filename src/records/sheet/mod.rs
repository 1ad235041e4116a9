//! Spreadsheets: one sheet, written out as the text that the rest of the room reads.
//!
//! XLSX and ODS are read here, part by part and element by element, and not through a crate that reads spreadsheets:
//! those set memory aside by what a file says of itself, so that two kilobytes end the program, and nothing outside
//! them can hold them back. Of `zip` and `quick-xml` one takes as much as one asks for. A file may unfold to so many
//! bytes, elements and letters as its own size allows ([`limits`]); beyond that it is refused, with the limit.
//!
//! Old XLS and XLSB are refused: every program that has written them in the last twenty years writes XLSX too.

mod bounded;
mod format;
mod limits;
mod ods;
mod package;
mod strings;
#[cfg(test)]
mod tests;
mod value;
mod write;
mod xlsx;
mod xml;

use std::fs::File;
use std::io::{self, Seek};

use self::limits::{MOST_NAME, MOST_SHEETS, SheetFailure};
use self::package::Package;
use self::write::Out;
use crate::catalogue::{Text, list_and, records as words};
use crate::diagnostic::{Diagnostic, Place};

/// So many sheets are named in a message.
const TOLD_SHEETS: usize = 10;

/// A sheet as text.
pub(super) struct Sheet {
    /// The text, to be read from its start.
    pub(super) text: File,
    /// What is worth knowing about the choice of the sheet and its cells.
    pub(super) notes: Vec<Diagnostic>,
    /// The names of the other sheets, where none was asked for by name.
    pub(super) others: Option<Text>,
}

enum AnyBook {
    Xlsx(xlsx::XlsxBook),
    Ods(ods::OdsBook),
}

/// A sheet of a workbook.
struct ListedSheet {
    name: String,
    visible: bool,
}

/// A sheet that was written out, and its place among the others.
struct WrittenSheet {
    sheet: usize,
    out: Out,
}

impl ListedSheet {
    /// A sheet that comes after so many.
    fn new(name: String, visible: bool, before: usize) -> Result<Self, SheetFailure> {
        if before >= MOST_SHEETS || name.len() > MOST_NAME {
            return Err(SheetFailure::Large(words::too_many_sheets(MOST_SHEETS)));
        }
        Ok(Self { name, visible })
    }

    fn shown(&self) -> Text {
        if self.visible { Text::same(format!("`{}`", self.name)) } else { words::hidden_sheet(&self.name) }
    }
}

/// Writes out the sheet that is wanted, by name or number; without one, the first that can be seen and has something
/// in it.
pub(super) fn read(file: &File, name: &str, wanted: Option<&str>) -> Result<Sheet, Diagnostic> {
    let mut book = open(file).map_err(|failure| tell(failure, name, 0))?;
    let sheets: Vec<ListedSheet> = book.sheets();
    let candidates: Vec<usize> = match wanted {
        Some(wanted) => vec![choose(&sheets, wanted, name)?],
        None => (0..sheets.len()).filter(|at| sheets[*at].visible).collect(),
    };
    let mut row = 0;
    let Some(WrittenSheet { sheet, out }) =
        book.write(&candidates, &mut row).map_err(|failure| tell(failure, name, row))?
    else {
        let what = match wanted {
            Some(wanted) => words::sheet_empty(wanted),
            None => words::sheets_empty(),
        };
        let problem = Diagnostic::error("empty-file", what).at(Place::file(name));
        return Err(if sheets.len() > 1 { problem.help(words::sheets_there(listed(sheets.iter()))) } else { problem });
    };
    let (text, mut notes) = out.finish(name).map_err(|failure| tell(failure, name, 0))?;
    let others = (sheets.len() > 1 && wanted.is_none()).then(|| {
        let others = sheets.iter().enumerate().filter(|(at, _)| *at != sheet).map(|(_, sheet)| sheet);
        listed(others)
    });
    if let Some(others) = &others {
        let what = words::sheet_chosen(&sheets[sheet].name, others.clone());
        notes.insert(0, Diagnostic::note("sheet", what).at(Place::file(name)).help(words::sheet_chosen_help()));
    }
    Ok(Sheet { text, notes, others })
}

/// Writes out every sheet that can be seen and has something in it, one after the other, and shows each to `see` with the
/// name of the file and its own.
pub(super) fn read_each(
    file: &File,
    name: &str,
    mut see: impl FnMut(&str, Sheet) -> Result<(), Diagnostic>,
) -> Result<(), Diagnostic> {
    let mut book = open(file).map_err(|failure| tell(failure, name, 0))?;
    let sheets = book.sheets();
    for (at, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.visible) {
        let mut row = 0;
        let written = book.write(&[at], &mut row).map_err(|failure| tell(failure, name, row))?;
        let Some(WrittenSheet { out, .. }) = written else { continue };
        let name = if sheets.len() > 1 { format!("{name}[{}]", sheet.name) } else { name.to_owned() };
        let (text, notes) = out.finish(&name).map_err(|failure| tell(failure, &name, 0))?;
        see(&name, Sheet { text, notes, others: None })?;
    }
    Ok(())
}

/// The names of the first sheets, and how many more there are.
fn listed<'a>(mut sheets: impl Iterator<Item = &'a ListedSheet>) -> Text {
    let mut names: Vec<Text> = sheets.by_ref().take(TOLD_SHEETS).map(ListedSheet::shown).collect();
    let more = sheets.count();
    if more > 0 {
        names.push(words::sheets_more(more));
    }
    list_and(&names)
}

/// The sheet with this name, in any case, or this number.
fn choose(sheets: &[ListedSheet], wanted: &str, name: &str) -> Result<usize, Diagnostic> {
    let folded = crate::header::fold_name(wanted);
    let exact = sheets.iter().position(|sheet| sheet.name == wanted);
    let alike = || sheets.iter().position(|sheet| crate::header::fold_name(&sheet.name) == folded);
    let number = || wanted.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < sheets.len());
    if let Some(at) = exact.or_else(alike).or_else(number) {
        return Ok(at);
    }
    let near = |sheet: &ListedSheet| strsim::jaro_winkler(&crate::header::fold_name(&sheet.name), &folded);
    let nearest = sheets.iter().map(|sheet| (near(sheet), sheet)).max_by(|a, b| a.0.total_cmp(&b.0));
    let all = listed(sheets.iter());
    let help = match nearest {
        Some((near, sheet)) if near > 0.8 => words::sheet_nearest(&sheet.name, all),
        _ => words::sheets_there(all),
    };
    Err(Diagnostic::error("unknown-sheet", words::unknown_sheet(wanted)).at(Place::file(name)).help(help))
}

/// Tells why a spreadsheet cannot be read, and in which row that was seen, from 0.
fn tell(failure: SheetFailure, name: &str, row: u32) -> Diagnostic {
    let place = if row == 0 { Place::file(name) } else { Place::line(name, u64::from(row) + 1) };
    match failure {
        SheetFailure::Password => {
            let problem = Diagnostic::error("not-a-table", words::is_no_table(words::with_password()));
            problem.at(Place::file(name)).help(words::with_password_help())
        }
        SheetFailure::Kind(what) => {
            let problem = Diagnostic::error("not-a-table", words::is_no_table(what));
            problem.at(Place::file(name)).help(words::save_as_xlsx())
        }
        SheetFailure::Damaged(what) => {
            Diagnostic::error("damaged-sheet", words::damaged_sheet(what)).at(place).help(words::damaged_sheet_help())
        }
        SheetFailure::Large(what) => {
            Diagnostic::error("too-large", words::large_sheet(what)).at(place).help(words::large_sheet_help())
        }
        SheetFailure::Spool(error) => super::spool_failed(&error, name),
    }
}

fn open(file: &File) -> Result<AnyBook, SheetFailure> {
    let mut magic = [0; 2];
    let mut start = file.try_clone()?;
    start.rewind()?;
    let count = super::encoding::read(&mut start, &mut magic)?;
    if !magic[..count].starts_with(b"PK") {
        return Err(old(start)?);
    }
    let package = Package::open(file)?;
    if package.has("content.xml") {
        ods::OdsBook::open(package).map(AnyBook::Ods)
    } else if package.has("_rels/.rels") || package.has("[Content_Types].xml") {
        xlsx::XlsxBook::open(package).map(AnyBook::Xlsx)
    } else {
        Err(SheetFailure::Kind(words::zip_archive()))
    }
}

/// What a container of Microsoft's older kind holds, told from the names of its streams, which are in UTF-16.
fn old(mut file: File) -> io::Result<SheetFailure> {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let (encrypted, workbooks) = (wide("EncryptedPackage"), [wide("Workbook"), wide("Book")]);
    let (mut block, mut kept, mut is_workbook) = (vec![0; 1 << 20], 0, false);
    loop {
        let count = super::encoding::read(&mut file, &mut block[kept..])?;
        let bytes = &block[..kept + count];
        if memchr::memmem::find(bytes, &encrypted).is_some() {
            return Ok(SheetFailure::Password);
        }
        is_workbook |= workbooks.iter().any(|name| memchr::memmem::find(bytes, name).is_some());
        if count == 0 {
            break;
        }
        // A name may stand across two blocks.
        let (length, keep) = (bytes.len(), bytes.len().min(encrypted.len()));
        block.copy_within(length - keep..length, 0);
        kept = keep;
    }
    Ok(if is_workbook {
        SheetFailure::Kind(words::old_workbook())
    } else {
        SheetFailure::Damaged(words::container_damaged())
    })
}

impl AnyBook {
    /// Writes out the first of these sheets that has something in it.
    fn write(&mut self, wanted: &[usize], row: &mut u32) -> Result<Option<WrittenSheet>, SheetFailure> {
        match self {
            Self::Xlsx(book) => book.write(wanted, row),
            Self::Ods(book) => book.write(wanted, row),
        }
    }

    /// The sheets of cells, in their order.
    fn sheets(&self) -> Vec<ListedSheet> {
        let copy = |sheet: &ListedSheet| ListedSheet { name: sheet.name.clone(), visible: sheet.visible };
        match self {
            Self::Xlsx(book) => book.sheets().map(copy).collect(),
            Self::Ods(book) => book.sheets().map(copy).collect(),
        }
    }
}
