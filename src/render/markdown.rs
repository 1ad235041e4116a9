//! Markdown: a table for an issue, a wiki or a page, with what was screened above and what came of it below.

use std::borrow::Cow;
use std::io::{self, Write};

use super::listed::ShortlistSeen;
use super::people::{self, ExampleCandidate};
use super::safe;
use crate::catalogue::{Say, render as words};
use crate::mark::Mark;
use crate::score::Need;
use crate::view::{Foot, Heading, Line, OutputColumn, Render};

/// Writes Markdown.
#[derive(Clone, Debug, Default)]
pub(super) struct Markdown {
    heading: Option<Heading>,
    columns: Vec<MarkdownColumn>,
    example: ExampleCandidate,
    listed: ShortlistSeen,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum MarkdownColumn {
    Field(OutputColumn),
    /// The rank and how far it could move.
    Rank,
    /// The proven and the possible score.
    Scores,
    /// The mark of a criterion.
    Mark(usize),
}

fn escape(text: &str) -> Cow<'_, str> {
    Cow::Owned(safe::markdown(text))
}

/// The columns asked for, else the table's own, required criteria first.
fn columns(heading: &Heading) -> Vec<MarkdownColumn> {
    if let Some(fields) = &heading.fields {
        return fields.iter().cloned().map(MarkdownColumn::Field).collect();
    }
    let mut columns = Vec::new();
    columns.extend(heading.ranked.then_some(MarkdownColumn::Rank));
    columns.push(MarkdownColumn::Field(OutputColumn::Id));
    columns.extend((!heading.blind).then_some(MarkdownColumn::Field(OutputColumn::Name)));
    columns.extend([MarkdownColumn::Field(OutputColumn::Status), MarkdownColumn::Scores]);
    for need in [Need::Required, Need::Asset] {
        columns.extend(people::with_need(heading, need).into_iter().map(MarkdownColumn::Mark));
    }
    // The words that decide nothing stand beside what does.
    columns
        .extend(heading.criteria.iter().any(|one| one.lenient).then_some(MarkdownColumn::Field(OutputColumn::Notes)));
    columns
}

impl Render for Markdown {
    fn begin(&mut self, heading: &Heading, out: &mut dyn Write) -> io::Result<()> {
        self.columns = columns(heading);
        writeln!(out, "# {}\n\n{}\n", people::title(heading, escape), people::screened(heading, escape))?;
        let (mut heads, mut rules) = (String::from("|"), String::from("|"));
        let mut number = 0;
        for column in &self.columns {
            let (head, rule) = match column {
                MarkdownColumn::Field(field) => (safe::markdown(&people::head(field, heading)), rule(field)),
                MarkdownColumn::Rank => (words::rank().say(heading.lang), " --: |"),
                MarkdownColumn::Scores => (words::score().say(heading.lang), " --: |"),
                MarkdownColumn::Mark(_) => {
                    number += 1;
                    (number.to_string(), " :-: |")
                }
            };
            heads.push_str(&format!(" {head} |"));
            rules.push_str(rule);
        }
        self.heading = Some(heading.clone());
        writeln!(out, "{heads}\n{rules}")
    }

    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        self.example.see(line);
        let Some(heading) = &self.heading else { return Ok(()) };
        self.listed.see(heading, line);
        out.push(b'|');
        for column in &self.columns {
            out.push(b' ');
            out.extend_from_slice(cell(column, line, heading).as_bytes());
            out.extend_from_slice(b" |");
        }
        out.push(b'\n');
        Ok(())
    }

    fn near_misses(&self) -> usize {
        people::MOST_NEAR_MISSES
    }

    fn end(&mut self, foot: &Foot, out: &mut dyn Write) -> io::Result<()> {
        let Some(heading) = &self.heading else { return Ok(()) };
        let lang = heading.lang;
        if foot.shown == 0 {
            writeln!(out, "\n{}", people::nobody(foot).to(lang))?;
        }
        if self.columns.iter().any(|column| matches!(column, MarkdownColumn::Mark(_))) {
            let marks = [Mark::Met, Mark::NotMet, Mark::Unknown, Mark::Share(0), Mark::Skipped];
            let mut marks = marks.map(|mark| format!("{} {}", mark.signs(true), mark.meaning(true).to(lang))).to_vec();
            if heading.decisions {
                marks.push(format!("\\* {}", words::by_a_person().to(lang)));
            }
            writeln!(out, "\n{}\n", marks.join(" · "))?;
            let needs = [Need::Required, Need::Asset];
            let order = needs.into_iter().flat_map(|need| people::with_need(heading, need));
            for (criterion, number) in order.filter_map(|i| heading.criteria.get(i)).zip(1..) {
                let need = people::need(criterion.need);
                writeln!(out, "{number}. {} ({})", people::criterion(criterion, lang, escape), need.to(lang))?;
            }
        }
        writeln!(out, "\n**{}**", people::counts(foot, lang))?;
        if let Some(told) = people::decisions(foot) {
            writeln!(out, "\n{}", told.to(lang))?;
        }
        if let Some(told) = self.listed.told(heading, escape) {
            writeln!(out, "\n{told}")?;
        }
        for list in people::lists(heading, foot, escape) {
            writeln!(out, "\n{}\n", list.head.to(lang))?;
            list.lines.iter().try_for_each(|line| writeln!(out, "- {line}"))?;
        }
        writeln!(out, "\n{}", words::people_decide().to(lang))?;
        if let Some(command) = self.example.command(heading) {
            writeln!(out, "{}\n\n    {command}", words::whole_account().to(lang))?;
        }
        Ok(())
    }
}

/// How a column is aligned.
const fn rule(field: &OutputColumn) -> &'static str {
    match field {
        OutputColumn::Rank
        | OutputColumn::RankBest
        | OutputColumn::RankWorst
        | OutputColumn::Score
        | OutputColumn::ScoreMax
        | OutputColumn::SourceLine => " --: |",
        _ => " --- |",
    }
}

fn cell(column: &MarkdownColumn, line: &Line<'_>, heading: &Heading) -> String {
    let lang = heading.lang;
    let rank = |rank: Option<u64>| rank.map_or_else(String::new, |rank| rank.say(lang));
    let (low, high) = (people::score(line.score, lang), people::score(line.score_max, lang));
    let told = |i: usize| line.criteria.get(i).zip(heading.criteria.get(i));
    match column {
        MarkdownColumn::Rank => match line.ranks {
            Some(ranks) if (ranks.best, ranks.worst) != (ranks.rank, ranks.rank) => {
                format!("{} ({}–{})", ranks.rank.say(lang), ranks.best.say(lang), ranks.worst.say(lang))
            }
            ranks => rank(ranks.map(|ranks| ranks.rank)),
        },
        MarkdownColumn::Scores if low == high => low,
        MarkdownColumn::Scores => format!("{low}–{high}"),
        MarkdownColumn::Mark(i) => {
            let by_hand = if line.by_hand(*i).is_some() { "\\*" } else { "" };
            let sign = |(told, criterion)| format!("{}{by_hand}", people::mark(told, criterion).sign(true));
            told(*i).map_or_else(String::new, sign)
        }
        MarkdownColumn::Field(field) => match field {
            OutputColumn::Rank => rank(line.ranks.map(|ranks| ranks.rank)),
            OutputColumn::RankBest => rank(line.ranks.map(|ranks| ranks.best)),
            OutputColumn::RankWorst => rank(line.ranks.map(|ranks| ranks.worst)),
            OutputColumn::Id => safe::markdown(line.id),
            OutputColumn::Name => safe::markdown(line.name),
            OutputColumn::Status => people::status(line.status).say(lang),
            OutputColumn::Score => low,
            OutputColumn::ScoreMax => high,
            OutputColumn::Criterion(i) => {
                told(*i).map_or_else(String::new, |(told, criterion)| people::verdict(told, criterion).say(lang))
            }
            OutputColumn::Reason(_) | OutputColumn::Unread(_) => String::new(),
            OutputColumn::SourceFile => safe::markdown(line.file),
            OutputColumn::SourceLine => line.row.to_string(),
            OutputColumn::Notes => {
                let notes: Vec<String> = line.all_notes().map(|note| safe::markdown(note.to(lang))).collect();
                notes.join("; ")
            }
            OutputColumn::Decided => safe::markdown(&line.decided_in(&heading.criteria)),
            OutputColumn::Cell(i, _) => safe::markdown(line.cells.get(*i).copied().unwrap_or_default()),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Lang;
    use crate::render::sample;

    #[test]
    fn a_page() {
        let written = sample::write(&mut Markdown::default(), &sample::heading(Lang::En));
        insta::assert_snapshot!(written);
    }

    /// Pipes that end a cell.
    fn pipes(row: &str) -> usize {
        let mut escaped = false;
        row.chars()
            .filter(|c| {
                let counts = *c == '|' && !escaped;
                escaped = *c == '\\' && !escaped;
                counts
            })
            .count()
    }

    proptest! {
        #[test]
        fn no_cell_breaks_the_table(id in any::<String>(), name in "[|\\\\`<>&\\[\\]*_~#\r\n a@:/.!-]{0,20}") {
            let mut heading = sample::heading(Lang::En);
            heading.fields = Some(vec![OutputColumn::Id, OutputColumn::Name]);
            let mut line = sample::line();
            (line.id, line.name) = (&id, &name);
            let mut markdown = Markdown::default();
            markdown.begin(&heading, &mut Vec::new()).unwrap();
            let mut out = Vec::new();
            markdown.line(&line, &mut out).unwrap();
            let row = String::from_utf8(out).unwrap();
            prop_assert_eq!(row.lines().count(), 1);
            prop_assert_eq!(pipes(&row), 3, "{:?}", row);
            prop_assert!(!row.replace("<!-- -->", "").contains(['<', '>']));
        }
    }
}
