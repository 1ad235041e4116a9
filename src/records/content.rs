//! What a file is, told from its first bytes, never from its name.

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::{Form, encoding, lines};
use crate::catalogue::{Text, records as words};

/// What there is to read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// Text, as far as one can see.
    Text,
    /// A gzip stream.
    Gzip,
    /// A container that spreadsheets come in: ZIP, or the older one of Microsoft Office.
    Workbook,
    /// JSON Lines.
    Lines,
    /// Something that is no table: what it is, and what to do.
    Other(Text, Text),
}

/// What the first bytes are; `whole` says that no others follow. Where these do not tell, the file's name or the user may.
pub(super) fn of(head: &[u8], whole: bool, form: Option<Form>) -> Content {
    if head.starts_with(b"\x1f\x8b") {
        return Content::Gzip;
    }
    if is_container(head) {
        return match document_within(head) {
            Some((what, help)) => Content::Other(what, help),
            None => Content::Workbook,
        };
    }
    if let Some(what) = by_signature(head) {
        return Content::Other(what, words::save_as_table());
    }
    if head.starts_with(b"\xff\xfe\0\0") || head.starts_with(b"\0\0\xfe\xff") {
        return Content::Other(words::utf32(), words::save_as_utf8());
    }
    let found = encoding::find(head, None, false);
    let encoding = found.encoding;
    if encoding != UTF_16LE && encoding != UTF_16BE && is_binary(head) {
        return Content::Other(words::binary(), words::save_as_table());
    }
    let first = || encoding.decode_without_bom_handling(&head[found.mark..]).0;
    match form {
        Some(Form::Lines) => return Content::Lines,
        None if begins_object(head) && lines::are_lines(&first(), whole) => return Content::Lines,
        _ => {}
    }
    match markup(head) {
        Some(what) if what == words::json() => Content::Other(what, words::json_help()),
        Some(what) => Content::Other(what, words::save_as_table()),
        None => Content::Text,
    }
}

/// Whether the first bytes are those of a ZIP or an Office container, which has no lines.
pub(super) fn is_container(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// The document in a ZIP or Office container that is not a spreadsheet, as far as the first bytes tell, and what to do.
fn document_within(head: &[u8]) -> Option<(Text, Text)> {
    let has = |name: &str| memchr::memmem::find(head, name.as_bytes()).is_some();
    let has_wide = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(head, &wide).is_some()
    };
    let what = if head.starts_with(b"PK") {
        if has("xl/") || has("opendocument.spreadsheet") {
            return None;
        } else if has("word/") || has("opendocument.text") {
            words::word_document()
        } else if has("ppt/") || has("opendocument.presentation") {
            words::presentation()
        } else if has("[Content_Types].xml") || has("mimetype") {
            return None;
        } else {
            words::zip_archive()
        }
    } else if has_wide("EncryptedPackage") {
        return Some((words::with_password(), words::with_password_help()));
    } else if has_wide("WordDocument") {
        words::word_document()
    } else if has_wide("PowerPoint Document") {
        words::presentation()
    } else {
        return None;
    };
    Some((what, words::save_as_table()))
}

/// How 7z, RAR, bzip2, xz and Zstandard begin.
const ARCHIVES: [&[u8]; 5] = [b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"];

fn by_signature(head: &[u8]) -> Option<Text> {
    let starts = |signature: &[u8]| head.starts_with(signature);
    if starts(b"%PDF-") {
        Some(words::pdf())
    } else if starts(b"\x89PNG\r\n") || starts(b"\xff\xd8\xff") || starts(b"GIF8") || starts(b"II*\0") {
        Some(words::image())
    } else if starts(b"{\\rtf") {
        Some(words::word_document())
    } else if starts(b"\x7fELF") || (starts(b"MZ") && head.contains(&0)) || starts(b"\xcf\xfa\xed\xfe") {
        Some(words::program())
    } else if ARCHIVES.iter().any(|signature| starts(signature)) {
        Some(words::archive())
    } else if starts(b"SQLite format 3\0") || starts(b"PAR1") {
        Some(words::database())
    } else {
        None
    }
}

/// Whether the first of it that is no space, in any encoding, begins an object of JSON.
fn begins_object(head: &[u8]) -> bool {
    let mut bytes = head.iter().filter(|byte| byte.is_ascii_graphic());
    bytes.next() == Some(&b'{') && bytes.next() == Some(&b'"')
}

/// A web page or XML under a spreadsheet's name, or JSON.
fn markup(head: &[u8]) -> Option<Text> {
    let text = head.strip_prefix(super::split::BOM).unwrap_or(head).trim_ascii_start();
    let starts =
        |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()));
    if starts("<!doctype html") || starts("<html") || starts("<table") {
        Some(words::web_page())
    } else if starts("<?xml") {
        Some(words::xml())
    } else if starts("[{\"") || starts("{\"") || starts("[\n") || starts("{\n") || starts("[\r\n") || starts("{\r\n") {
        Some(words::json())
    } else {
        None
    }
}

/// Whether more than one byte in twenty is one that text does not have.
fn is_binary(head: &[u8]) -> bool {
    let strange = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a | 0x1b);
    let strange = head.iter().filter(strange).count();
    strange >= 8 && strange * 20 > head.len()
}
