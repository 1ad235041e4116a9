//! The sheets beside the list: what was asked and what was screened, and what is wrong with the data.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::people::{self, ExampleCandidate};
use super::{CellFormats, LONGEST, MOST_ROWS, Xlsx, clean, header, text, whole};
use crate::catalogue::{Lang, Say, render as words};
use crate::mark::Mark;
use crate::view::{Foot, Heading};

impl Xlsx {
    /// What was asked, and what was screened.
    pub(crate) fn criteria(&mut self, heading: &Heading, foot: &Foot) -> Result<(), XlsxError> {
        let (lang, formats) = (heading.lang, &self.formats);
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(words::sheet_criteria().to(lang))?;
        let heads = [
            (words::id(), 22.0),
            (words::criterion_head(), 34.0),
            (words::need_head(), 11.0),
            (words::weight_head(), 9.0),
            (words::requirement_head(), 44.0),
            (words::quote_head(), 70.0),
        ];
        header(sheet, &heads, &formats.head, lang)?;
        let mut row = 1;
        for one in &heading.criteria {
            let (need, asked) = (people::need(one.need), people::asked(one, lang));
            let texts = [
                (0, one.id.as_str()),
                (1, &one.label),
                (2, need.to(lang)),
                (4, &asked),
                (5, one.quote.as_deref().unwrap_or_default()),
            ];
            for (column, text) in texts {
                sheet.write_string_with_format(row, column, clean(text, LONGEST, lang), &formats.wrapped)?;
            }
            if one.weight.is_finite() {
                sheet.write_number_with_format(row, 3, one.weight, &formats.wrapped)?;
            }
            row += 1;
        }
        below(sheet, row + 1, (heading, foot), formats, &self.example)
    }

    /// What is wrong with the data.
    pub(crate) fn problems(&mut self, foot: &Foot, lang: Lang) -> Result<(), XlsxError> {
        let formats = &self.formats;
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(words::sheet_problems().to(lang))?;
        let heads = [
            (words::severity_head(), 14.0),
            (words::file(), 26.0),
            (words::line(), 8.0),
            (words::what_head(), 70.0),
            (words::help_head(), 60.0),
        ];
        header(sheet, &heads, &formats.head, lang)?;
        let mut row = 1;
        for problem in foot.problems.iter().take((MOST_ROWS - 2) as usize) {
            sheet.write_string(row, 0, people::severity(problem.severity).to(lang))?;
            if let Some(place) = &problem.place {
                text(sheet, row, 1, &place.file, lang)?;
                whole(sheet, row, 2, Some(place.line).filter(|line| *line > 0))?;
            }
            sheet.write_string_with_format(row, 3, clean(problem.what.to(lang), LONGEST, lang), &formats.wrapped)?;
            if let Some(help) = &problem.help {
                sheet.write_string_with_format(row, 4, clean(help.to(lang), LONGEST, lang), &formats.wrapped)?;
            }
            row += 1;
        }
        if foot.more_problems > 0 {
            let more = usize::try_from(foot.more_problems).unwrap_or(usize::MAX);
            sheet.write_string(row, 3, words::and_more_noted(more).to(lang))?;
        }
        Ok(())
    }
}

/// Below what was asked: what was screened, what the colours mean, and near misses.
fn below(
    sheet: &mut Worksheet,
    mut row: u32,
    (heading, foot): (&Heading, &Foot),
    formats: &CellFormats,
    example: &ExampleCandidate,
) -> Result<(), XlsxError> {
    let lang = heading.lang;
    let about = [
        people::title(heading, |text| text.into()),
        people::screened(heading, |text| text.into()),
        people::counts(foot, lang),
        words::people_decide().say(lang),
    ];
    let command = example.command(heading);
    let account = command.into_iter().flat_map(|command| [words::whole_account().say(lang), command]);
    for text in about.into_iter().chain(account) {
        sheet.write_string_with_format(row, 0, clean(&text, LONGEST, lang), &formats.strong)?;
        row += 1;
    }
    row += 1;
    for (meaning, format) in [
        (words::legend_eligible(), &formats.status[0]),
        (words::legend_review(), &formats.status[1]),
        (words::legend_not_eligible(), &formats.status[2]),
        (words::legend_share(), formats.mark(Mark::Share(4))),
        (words::legend_decide(), &formats.people),
    ] {
        sheet.write_string_with_format(row, 0, meaning.to(lang), format)?;
        row += 1;
    }
    row += 1;
    let [unchecked, near] =
        [people::unchecked(heading, |text| text.into()), people::near_misses(foot, lang, |text| text.into())];
    for list in [unchecked, near].into_iter().flatten() {
        sheet.write_string_with_format(row, 0, list.head.to(lang), &formats.strong)?;
        for line in list.lines {
            row += 1;
            sheet.write_string(row, 0, clean(&line, LONGEST, lang))?;
        }
        row += 2;
    }
    Ok(())
}
