//! How a workbook's number formats show numbers: as such, as hundredths, as moments.

use std::collections::HashMap;

use super::limits::{MOST_FORMATS, SheetFailure};
use super::xml::Xml;
use crate::catalogue::records as words;

/// What a cell's format makes of its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// A number.
    #[default]
    Number,
    /// Hundredths.
    Percent,
    /// A day, a time of day, or both.
    Moment,
    /// Hours, more than a day has.
    Duration,
}

/// Reads the formats of cells, in the order in which cells name them.
pub(super) fn read(mut xml: Xml<'_>) -> Result<Vec<NumberFormat>, SheetFailure> {
    let (mut own, mut formats) = (HashMap::new(), Vec::new());
    let enough = |count: usize| {
        if count <= MOST_FORMATS { Ok(()) } else { Err(SheetFailure::Large(words::too_many_formats(MOST_FORMATS))) }
    };
    if xml.find("styleSheet")? {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "numFmts" => {
                    while let Some(tag) = xml.child()? {
                        if let (Some(id), Some(code)) = (tag.text("numFmtId")?, tag.text("formatCode")?) {
                            own.insert(id.trim().parse::<u32>().unwrap_or(0), of(&code));
                            enough(own.len())?;
                        }
                        xml.skip()?;
                    }
                }
                "cellXfs" => {
                    while let Some(tag) = xml.child()? {
                        if tag.name() == "xf" {
                            let id = tag.get("numFmtId")?.and_then(|id| id.trim().parse().ok()).unwrap_or(0);
                            formats.push(id);
                            enough(formats.len())?;
                        }
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            }
        }
    }
    xml.finish()?;
    Ok(formats.into_iter().map(|id: u32| own.get(&id).copied().unwrap_or(built_in(id))).collect())
}

/// The formats that have a number and no code in the file (ECMA-376, part 1, 18.8.30).
const fn built_in(id: u32) -> NumberFormat {
    match id {
        9 | 10 => NumberFormat::Percent,
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => NumberFormat::Moment,
        46 => NumberFormat::Duration,
        _ => NumberFormat::Number,
    }
}

/// What a format's code makes of a number that is positive.
fn of(code: &str) -> NumberFormat {
    let mut percent = false;
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            // What follows is shown as it is, is as wide as, or fills the cell.
            '\\' | '_' | '*' => drop(chars.next()),
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            // A colour, a language, a condition, or hours beyond a day.
            '[' => {
                let within: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let alike = |unit: char| !within.is_empty() && within.chars().all(|c| c.eq_ignore_ascii_case(&unit));
                if ['h', 'm', 's'].into_iter().any(alike) {
                    return NumberFormat::Duration;
                }
            }
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return NumberFormat::Moment,
            '%' => percent = true,
            ';' => break,
            _ => {}
        }
    }
    if percent { NumberFormat::Percent } else { NumberFormat::Number }
}

#[cfg(test)]
mod tests {
    use super::NumberFormat::{Duration, Moment, Number, Percent};
    use super::{built_in, of};

    #[test]
    fn codes_say_what_a_number_is() {
        for (code, format) in [
            ("General", Number),
            ("#,##0.00", Number),
            ("0.00E+00", Number),
            ("0%", Percent),
            ("0.0\" %\"", Number),
            ("0\\%", Number),
            ("[Red]0.0%", Percent),
            ("0;-0%", Number),
            ("yyyy-mm-dd", Moment),
            ("DD/MM/YY", Moment),
            ("H:MM:SS;@", Moment),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Moment),
            ("[h]:mm:ss", Duration),
            ("[HH]:MM", Duration),
            ("[ss]", Duration),
            ("#,##0\\ [$\\u20bd-46D]", Number),
            ("0 \"days\"", Number),
            ("_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", Number),
            ("\"unclosed", Number),
            ("[", Number),
            ("", Number),
        ] {
            assert_eq!(of(code), format, "{code}");
        }
        let built_in = [0, 1, 9, 10, 13, 14, 22, 46, 47, 49, 164].map(built_in);
        let expected = [Number, Number, Percent, Percent, Number, Moment, Moment, Duration, Moment, Number, Number];
        assert_eq!(built_in, expected);
    }
}
