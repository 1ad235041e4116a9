//! The parts of a ZIP package, as XML within limits.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::bounded::{Allowance, Bounded};
use super::limits::{Limits, SheetFailure};
use super::xml::Xml;
use crate::catalogue::records as words;
use crate::records::encoding::Decoding;

/// How much is unpacked at a time.
const BLOCK: usize = 64 << 10;

/// A ZIP file and what may yet be read of it.
pub(super) struct Package {
    zip: ZipArchive<BufReader<File>>,
    /// Where each part is; names are told apart without regard to case, as Office does.
    places: HashMap<String, usize>,
    pub(super) limits: Limits,
    left: Allowance,
}

impl Package {
    /// Reads the list of parts.
    pub(super) fn open(file: &File) -> Result<Self, SheetFailure> {
        let mut file = file.try_clone()?;
        let limits = Limits::of(file.seek(io::SeekFrom::End(0))?);
        file.rewind()?;
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|error| match error {
            ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => SheetFailure::Spool(error),
            _ => SheetFailure::Damaged(words::container_damaged()),
        })?;
        let mut places = HashMap::with_capacity(zip.len());
        for (at, name) in zip.file_names_raw().enumerate() {
            // Two parts of one name are two tables: which of them is meant cannot be told.
            if places.insert(folded(&String::from_utf8_lossy(name)), at).is_some() {
                return Err(SheetFailure::Damaged(words::part_twice(String::from_utf8_lossy(name).into_owned())));
            }
        }
        if zip.has_duplicate_names() {
            return Err(SheetFailure::Damaged(words::part_twice("?")));
        }
        Ok(Self { zip, places, left: Allowance::of(&limits), limits })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, part: &str) -> bool {
        self.places.contains_key(&folded(part))
    }

    /// Grants what the limits allow anew: for another reading from the start.
    pub(super) fn start_anew(&mut self) {
        self.left = Allowance::of(&self.limits);
    }

    /// A part, to be read as XML; nothing where it is not there.
    pub(super) fn part<'a>(&'a mut self, part: &str) -> Result<Option<Xml<'a>>, SheetFailure> {
        let Some(&at) = self.places.get(&folded(part)) else { return Ok(None) };
        let mut packed = self.zip.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => SheetFailure::Password,
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
                SheetFailure::Damaged(words::part_packed(part))
            }
            ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => SheetFailure::Spool(error),
            _ => SheetFailure::Damaged(words::part_damaged(part)),
        })?;
        let mut head = Vec::new();
        let looked = packed.by_ref().take(3).read_to_end(&mut head);
        looked.map_err(|_| SheetFailure::Damaged(words::part_damaged(part)))?;
        let encoding = encoding_rs::Encoding::for_bom(&head);
        head.drain(..encoding.map_or(0, |(_, mark)| mark));
        let whole = io::Cursor::new(head).chain(packed);
        let text: Box<dyn Read + 'a> = match encoding {
            Some((encoding, _)) if encoding != encoding_rs::UTF_8 => Box::new(Decoding::new(whole, encoding)),
            _ => Box::new(whole),
        };
        let bounded = Bounded::new(BufReader::with_capacity(BLOCK, text), &self.left);
        Ok(Some(Xml::new(bounded, part, &self.limits)))
    }

    /// The same where it has to be there.
    pub(super) fn wanted_part(&mut self, part: &str) -> Result<Xml<'_>, SheetFailure> {
        self.part(part)?.ok_or_else(|| SheetFailure::Damaged(words::part_missing(part)))
    }
}

/// A part's name as it is compared.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
