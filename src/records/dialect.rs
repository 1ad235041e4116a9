//! Which byte stands between cells, how lines end, and whether the first row is a header at all.

use memchr::memchr2;

use super::row::{Chunk, Dialect, is_blank};
use super::rows::RowReader;

/// The delimiters that are found out, in the order they are preferred in where all else is equal: the rarer in
/// plain text first.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// How many rows are looked at.
const ROWS: usize = 100;

/// The delimiter of a line `sep=;`, and the length of that line with its end.
pub(super) fn sep_line(text: &[u8]) -> Option<(u8, usize)> {
    let end = memchr2(b'\n', b'\r', text).unwrap_or(text.len());
    let line = text[..end].trim_ascii_start();
    let line = line.strip_prefix(b"\"").map_or(line, |line| line.strip_suffix(b"\"").unwrap_or(line));
    let (name, rest) = line.split_at_checked(4)?;
    let delimiter = match rest {
        [one] | [one, b' ', ..] if name.eq_ignore_ascii_case(b"sep=") => *one,
        // A sheet saved anew pads its first line with the delimiter.
        [one, rest @ ..] if name.eq_ignore_ascii_case(b"sep=") && rest.iter().all(|byte| byte == one) => *one,
        _ => return None,
    };
    is_delimiter(delimiter).then(|| (delimiter, super::split::line_end(text, 0)))
}

/// Whether a byte can stand between cells.
pub(super) const fn is_delimiter(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'"' | b'\n' | b'\r' | 0)
}

/// The rows at the start of a text, at most so many of them.
pub(super) struct First {
    /// The cells.
    pub(super) cells: Vec<String>,
    /// The line.
    pub(super) line: u64,
    /// Where it ends in the text, its line end aside.
    pub(super) end: usize,
    /// Whether it is a row like any other.
    pub(super) broken: bool,
}

/// The first rows of a text that ends with a whole row.
pub(super) fn first_rows(text: &[u8], breaks: &[usize], delimiter: u8, newline: u8) -> Vec<First> {
    let dialect = Dialect { delimiter, newline, fewest: 0, most: usize::MAX, noted: false };
    let chunk = Chunk { bytes: text.to_vec(), used: text.len(), breaks: breaks.to_vec(), line: 1, row: 1 };
    let mut rows = Vec::new();
    RowReader::new(dialect).rows(&chunk, |row| {
        if rows.len() < ROWS {
            rows.push(First {
                cells: row.cells().map(str::to_owned).collect(),
                line: row.line,
                end: row.end,
                broken: matches!(row.trouble, Some(super::Trouble::UnclosedQuote { .. })),
            });
        }
    });
    rows
}

/// The delimiter of a text, from its first rows; a comma where there is one column.
pub(super) fn delimiter(text: &[u8], whole: bool) -> u8 {
    by_header(text, whole).or_else(|| below_a_title(text, whole)).unwrap_or(b',')
}

/// Whether a text is surely a table: by one of the delimiters, nearly all of its rows have as many cells, three or more.
pub(crate) fn is_table(text: &str) -> bool {
    const FEWEST: usize = 3;
    DELIMITERS.into_iter().any(|delimiter| {
        let rows = first_rows(text.as_bytes(), &[], delimiter, b'\n');
        let width = rows.first().map_or(0, |row| row.cells.len());
        let same = rows.iter().filter(|row| row.cells.len() == width).count();
        width >= FEWEST && rows.len() >= FEWEST && same * 10 >= rows.len() * 9
    })
}

/// The delimiter by which nearly all rows have as many cells, three or more, below a first that has none of them: a title.
fn below_a_title(text: &[u8], whole: bool) -> Option<u8> {
    const FEWEST: usize = 3;
    DELIMITERS.into_iter().find(|delimiter| {
        let mut rows = first_rows(text, &[], *delimiter, b'\n');
        if !whole {
            rows.pop();
        }
        let body: Vec<&First> = rows.iter().skip_while(|row| row.cells.len() < FEWEST).collect();
        let width = body.first().map_or(0, |row| row.cells.len());
        let same = body.iter().filter(|row| row.cells.len() == width).count();
        body.len() > 1 && body.len() < rows.len() && same * 10 >= body.len() * 9
    })
}

/// Of the delimiters that are in the header, the one by which most rows have as many cells as the header, then the one
/// with the most cells.
fn by_header(text: &[u8], whole: bool) -> Option<u8> {
    let mut best = (b',', (false, false, 0, 0));
    for delimiter in DELIMITERS {
        let mut rows = first_rows(text, &[], delimiter, b'\n');
        if !whole && rows.len() > 1 && rows.last().is_some_and(|row| row.end == text.len()) {
            rows.pop();
        }
        let Some((header, rows)) = rows.split_first() else { continue };
        let width = header.cells.len();
        let fits = |cells: &[String]| {
            cells.len() >= width && cells.get(width..).unwrap_or_default().iter().all(|cell| is_blank(cell))
        };
        let fitting = rows.iter().filter(|row| fits(&row.cells)).count();
        // Prose has a space after a comma; between headers there is seldom one.
        let spaced = header.cells.iter().skip(1).filter(|cell| cell.starts_with(' ')).count();
        // By the wrong delimiter, quotes stay in the cells.
        let clean = !header.cells.iter().any(|cell| cell.contains('"'));
        let rank = (fitting * 2 >= rows.len(), clean, width - spaced.min(width - 1), fitting);
        if width > 1 && (best.1.2 == 0 || rank > best.1) {
            best = (delimiter, rank);
        }
    }
    (best.1.2 > 0).then_some(best.0)
}

/// Whether nothing speaks for another delimiter: each of the first rows has as many cells as the header by this one, and
/// by none other.
pub(super) fn is_sure(text: &[u8], delimiter: u8, whole: bool) -> bool {
    let fits = |delimiter: u8| {
        let mut rows = first_rows(text, &[], delimiter, b'\n');
        if !whole && rows.len() > 1 {
            rows.pop();
        }
        let width = rows.first().map_or(0, |header| header.cells.len());
        width > 1 && rows.len() > 1 && rows.iter().all(|row| row.cells.len() == width)
    };
    fits(delimiter) && !DELIMITERS.iter().any(|other| *other != delimiter && fits(*other))
}

/// Whether a first row is surely a candidate and not a header: there is an address for mail in it.
pub(super) fn is_data(cells: &[String]) -> bool {
    cells.iter().any(|cell| is_address(cell.trim()))
}

/// Whether a first row may be a candidate: nothing but numbers and dates, or mostly those. Years alone can be headers.
pub(super) fn may_be_data(cells: &[String]) -> bool {
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(|cell| !is_blank(cell)).collect();
    let data = cells.iter().filter(|cell| is_value(cell) && !is_year(cell)).count();
    data > 0 && (data == cells.len() || (data >= 2 && data * 2 > cells.len()))
}

fn is_address(cell: &str) -> bool {
    let Some((user, host)) = cell.split_once('@') else { return false };
    let plain = |text: &str| !text.is_empty() && !text.contains(char::is_whitespace) && !text.contains('@');
    plain(user) && plain(host) && host.split_once('.').is_some_and(|(name, end)| !name.is_empty() && end.len() >= 2)
}

/// A number, a date, or the like: figures, and marks between them.
fn is_value(cell: &str) -> bool {
    let figures = cell.chars().filter(char::is_ascii_digit).count();
    let mark = |c: char| matches!(c, '.' | ',' | '/' | '-' | ':' | '+' | '%' | ' ' | '\'' | '\u{a0}' | '\u{202f}');
    let stamp = |c: char| matches!(c, 'T' | 'Z') && figures >= 8;
    figures > 0 && cell.chars().all(|c| c.is_ascii_digit() || mark(c) || stamp(c))
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20")) && cell.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::split::newline;
    use super::{delimiter, is_data, may_be_data, sep_line};

    #[test]
    fn finds_the_delimiter() {
        for (text, expected) in [
            ("id,name,years\n1,Ann,7\n", b','),
            ("id;name;years\n1;Ann;7,5\n2;Bob;3,25\n", b';'),
            ("id\tname\tyears\n1\tAnn, B\t7,5\n", b'\t'),
            ("id|name|years\n1|Ann|7\n", b'|'),
            // Commas in the header of a file with semicolons.
            ("id;name, first name;years (whole, part);note, free\n1;A;7;x\n2;B;8;y\n", b';'),
            ("id;salary, EUR\n1;7,5\n2;8,5\n", b';'),
            ("name, first;salary, EUR\n\"A, b\";7,5\n", b';'),
            // Semicolons and bars in the cells of a file with commas.
            ("id,languages,note\n1,fr;en,a|b\n2,\"es;ru\",c|d;e\n", b','),
            ("id,\"a;b;c;d\",note\n1,\"x;y;z;w\",n\n", b','),
            // A longer header, rows with too many cells.
            ("a,b,c,d\n1,2,3\n1,2,3\n", b','),
            ("a,b\n1,x, y, z\n2,x, y\n", b','),
            // One column.
            ("name\nAnn\nBob\n", b','),
            ("name\nSmith; Ann\nDoe; Bob\n", b','),
            ("a;b;c;\n1;2;3;\n", b';'),
            ("a;b\n", b';'),
            // A title above the header.
            ("Form 2026\n\nid;name;years\n1;Ann;7,5\n2;Bob;3\n", b';'),
            ("names\nSmith; Ann; B\nDoe; Bob\n", b','),
            ("", b','),
        ] {
            assert_eq!(char::from(delimiter(text.as_bytes(), true)), char::from(expected), "{text:?}");
        }
    }

    #[test]
    fn honours_a_sep_line() {
        for (text, expected) in [
            ("sep=;\nid;name", Some((b';', 6))),
            ("SEP=,\r\nid,name", Some((b',', 7))),
            ("\"sep=;\"\nid;name", Some((b';', 8))),
            ("sep=\t\nid", Some((b'\t', 6))),
            ("sep=;;;\nid;name", Some((b';', 8))),
            ("sep=|", Some((b'|', 5))),
            ("separator;x\n", None),
            ("sep=\nid", None),
            ("sep=a\nid", None),
            ("sep", None),
            ("sep=é\n", None),
        ] {
            assert_eq!(sep_line(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn finds_how_lines_end() {
        for (text, expected) in [
            ("a,b\n1,2\n", b'\n'),
            ("a,b\r\n1,2\r\n", b'\n'),
            ("a,b\r1,2\r", b'\r'),
            ("a,b\r1,\"x\ny\"\r2,z\r", b'\r'),
            ("a,b\n1,\"x\ry\"\n", b'\n'),
            ("a,b", b'\n'),
            ("a,b\r", b'\n'),
        ] {
            assert_eq!(newline(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn tells_data_from_a_header() {
        for (cells, sure, maybe) in [
            ("id,name,years", false, false),
            ("1,Ann Example,ann@example.org", true, false),
            ("1,7.5,2024-05-26", false, true),
            ("1,Ann,7,2024-05-26T10:00:00Z", false, true),
            ("name,2019,2020,2021", false, false),
            ("2019,2020,2021", false, false),
            ("id,1,2,3", false, true),
            ("id,name,Q1,Q2,Q3", false, false),
            ("numéro,nom,courriel (x@y)", false, false),
            ("Ann Example,C1,yes", false, false),
            (",,", false, false),
        ] {
            let cells: Vec<String> = cells.split(',').map(str::to_owned).collect();
            assert_eq!((is_data(&cells), may_be_data(&cells)), (sure, maybe), "{cells:?}");
        }
    }
}
