//! Below the table: what its marks and numbers mean, and the words that decided nothing.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::super::people;
use super::super::safe;
use super::super::text::{Pieces, Terminal, Tone, wrap};
use super::layout::Layout;
use super::marks;
use super::{State, TableColumn};
use crate::catalogue::{Say, render as words};
use crate::mark::Mark;
use crate::score::Need;
use crate::view::OutputColumn;

impl State {
    /// The words that decided nothing, unless a column tells them.
    pub(super) fn unread(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let told = self.columns.iter().any(|column| matches!(column, TableColumn::Text(OutputColumn::Notes)));
        if told || self.seen.unread.is_empty() {
            return Ok(());
        }
        let lang = self.heading.lang;
        terminal.line(&Pieces::default(), out)?;
        terminal.line(&Pieces::one(words::unread().say(lang), Tone::Strong), out)?;
        let more = (self.seen.more_unread > 0).then(|| words::more_unread(self.seen.more_unread).say(lang));
        for text in self.seen.unread.iter().chain(&more) {
            for line in wrap(text, "  ", terminal.columns()) {
                terminal.line(&Pieces::one(line, Tone::Plain), out)?;
            }
        }
        Ok(())
    }

    /// What the marks and numbers mean, and what is asked.
    pub(super) fn key(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let marks = self.columns.iter().any(|column| matches!(column, TableColumn::Marks { .. }));
        if !marks || !self.seen.any {
            return Ok(());
        }
        terminal.line(&Pieces::default(), out)?;
        self.signs(terminal, out)?;
        self.numbers(terminal, out)?;
        self.asked(terminal, out)
    }

    /// What each sign means, as many on a line as fit.
    fn signs(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let mut line = Pieces::default();
        for (sign, meaning, tone) in self.signs_seen(terminal) {
            let gap = if line.is_empty() { "" } else { "   " };
            if line.width() + gap.width() + sign.width() + 1 + meaning.width() > terminal.columns() && !line.is_empty()
            {
                terminal.line(&std::mem::take(&mut line).cut(terminal.columns()), out)?;
            } else {
                line.push(gap, Tone::Plain);
            }
            line.push(sign, tone);
            line.push(format!(" {meaning}"), Tone::Plain);
        }
        terminal.line(&line.cut(terminal.columns()), out)
    }

    /// The signs that have come up, or may: each with what it means.
    fn signs_seen(&self, terminal: Terminal) -> Vec<(String, String, Tone)> {
        let lang = self.heading.lang;
        let assets = self.heading.criteria.iter().any(|criterion| criterion.need == Need::Asset);
        let mut shown = vec![Mark::Met, Mark::NotMet, Mark::Unknown];
        shown.extend(assets.then_some(Mark::Share(0)));
        shown.extend(self.seen.skipped.then_some(Mark::Skipped));
        let told = |mark: Mark| {
            let tone = marks::tone(if let Mark::Share(_) = mark { Mark::Share(4) } else { mark }, Need::Required);
            (mark.signs(terminal.unicode), mark.meaning(terminal.unicode).say(lang), tone)
        };
        let mut items: Vec<(String, String, Tone)> = shown.into_iter().map(told).collect();
        if self.seen.by_hand || self.seen.status_by_hand {
            let signs = [Mark::Met, Mark::NotMet, Mark::Unknown].map(|mark| marks::sign(mark, true, terminal));
            let star = self.seen.status_by_hand.then(|| "*".to_owned());
            let signs = signs.into_iter().filter(|_| self.seen.by_hand).chain(star);
            let sign = signs.collect::<Vec<_>>().join(" ");
            items.push((sign, words::by_a_person().say(lang), Tone::Dim.by_hand()));
        }
        if self.seen.noted {
            items.push(("!".to_owned(), words::noted().say(lang), Tone::Open));
        }
        items
    }

    /// What two scores and three ranks mean, where there are any.
    fn numbers(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let tails = match &self.layout {
            Some(Layout::Wide(laid, _)) => laid.first().is_some_and(|rank| rank.tail),
            _ => true,
        };
        let notes = [(self.seen.scores, words::score_key()), (self.seen.ranks && tails, words::rank_key())];
        let lines = notes.iter().filter(|(seen, _)| *seen);
        lines
            .flat_map(|(_, note)| wrap(note.to(self.heading.lang), "", terminal.columns()))
            .try_for_each(|line| terminal.line(&Pieces::one(line, Tone::Plain), out))
    }

    /// What each criterion asks, under the name or the number over its marks.
    fn asked(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let (criteria, lang) = (&self.heading.criteria, self.heading.lang);
        let named =
            matches!(&self.layout, Some(Layout::Wide(laid, _)) if laid.iter().any(|one| !one.widths.is_empty()));
        let digits = criteria.len().to_string().len();
        let names = criteria.iter().map(|one| safe::terminal(&one.short).width()).max().unwrap_or(0);
        for column in &self.columns {
            let TableColumn::Marks { need, criteria: these, from } = column else { continue };
            terminal.line(&Pieces::default(), out)?;
            terminal.line(&Pieces::one(marks::title(*need, lang), Tone::Strong), out)?;
            for (number, criterion) in (*from..).zip(these.iter().filter_map(|i| criteria.get(*i))) {
                let text = people::criterion(criterion, lang, safe::terminal);
                let short = safe::terminal(&criterion.short);
                let first = if named { format!("{short:<names$}  ") } else { format!("{number:>digits$}  ") };
                for line in wrap(&text, &first, terminal.columns()) {
                    terminal.line(&Pieces::one(line, Tone::Plain), out)?;
                }
            }
        }
        Ok(())
    }
}
