//! A page of text: for a terminal, as lines to be mailed, or as Markdown.

use std::fmt::Write as _;

use super::wrap::paragraph;
use crate::catalogue::Lang;
use crate::mark::Mark;

/// What a piece of a page is, for whoever colours it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// The candidate's line, and the headings.
    Heading,
    /// The mark of a criterion that is met.
    Met,
    /// The mark of a criterion that is not met.
    NotMet,
    /// The mark of a criterion that adds some of its points.
    Share,
    /// The mark of a criterion that is open or does not count.
    Open,
}

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageLayout {
    /// In lines of so many columns.
    Lines(usize),
    /// Each paragraph in one line, for what is mailed or pasted: whoever reads it has a width of their own.
    Whole,
    /// As Markdown.
    Markdown,
}

/// How a page is shown.
#[derive(Clone, Copy)]
pub struct Show<'a> {
    /// The language.
    pub lang: Lang,
    /// The layout.
    pub layout: PageLayout,
    /// Whether more than ASCII can be shown.
    pub unicode: bool,
    /// Makes a text harmless for where it is shown.
    pub safe: &'a dyn Fn(&str) -> String,
    /// Colours a piece of a line; it may add nothing that takes up room.
    pub paint: &'a dyn Fn(Emphasis, &str) -> String,
}

/// A page as it is written.
pub(super) struct AccountPage<'a> {
    pub show: &'a Show<'a>,
    pub text: String,
}

impl<'a> AccountPage<'a> {
    pub(super) const fn new(show: &'a Show<'a>) -> Self {
        Self { show, text: String::new() }
    }

    pub(super) const fn lang(&self) -> Lang {
        self.show.lang
    }

    /// An empty line, where there is none yet.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph; what it says is made harmless.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.item("", text);
        if self.show.layout == PageLayout::Markdown {
            self.text.push('\n');
        }
    }

    /// A line of a list after `first`, such as `- `; what it says is made harmless.
    pub(super) fn item(&mut self, first: &str, text: &str) {
        let text = (self.show.safe)(text);
        match self.show.layout {
            PageLayout::Lines(width) => paragraph(&mut self.text, first, &text, width),
            PageLayout::Whole => paragraph(&mut self.text, first, &text, usize::MAX),
            // What belongs to the item before it is a paragraph of that.
            PageLayout::Markdown if first.trim().is_empty() && !first.is_empty() => {
                let _ = writeln!(self.text, "\n{first}{text}");
            }
            PageLayout::Markdown => {
                let depth = first.len() - first.trim_start().len();
                let _ = writeln!(self.text, "{}{}{text}", " ".repeat(depth.saturating_sub(2)), first.trim_start());
            }
        }
    }

    /// An entry of a list: after `first` where lines are laid out, and an item in Markdown.
    pub(super) fn entry(&mut self, first: &str, text: &str) {
        self.item(if self.show.layout == PageLayout::Markdown { "- " } else { first }, text);
    }

    /// An empty line in Markdown, where a paragraph would else go on with the list before it.
    pub(super) fn list_ends(&mut self) {
        if self.show.layout == PageLayout::Markdown {
            self.gap();
        }
    }

    /// A heading, the lower the smaller from 1 on; it stands out.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        let text = (self.show.safe)(text);
        let width = match self.show.layout {
            PageLayout::Lines(width) => width,
            PageLayout::Whole => usize::MAX,
            PageLayout::Markdown => {
                let _ = writeln!(self.text, "{} {text}\n", "#".repeat(level));
                return;
            }
        };
        let mut lines = String::new();
        paragraph(&mut lines, "", &text, width);
        for line in lines.lines() {
            let _ = writeln!(self.text, "{}", (self.show.paint)(Emphasis::Heading, line));
        }
    }

    /// A line after a mark; a heading where it is not indented.
    pub(super) fn marked(&mut self, indent: &str, mark: Mark, text: &str) {
        let sign = mark.sign(self.show.unicode).to_string();
        let text = (self.show.safe)(text);
        let width = match self.show.layout {
            PageLayout::Lines(width) => width,
            PageLayout::Whole => usize::MAX,
            PageLayout::Markdown if indent.is_empty() => {
                let _ = writeln!(self.text, "### {sign} {text}\n");
                return;
            }
            PageLayout::Markdown => {
                let _ = writeln!(self.text, "{indent}- {sign} {text}");
                return;
            }
        };
        let mut lines = String::new();
        paragraph(&mut lines, &format!("{indent}{sign} "), &text, width);
        let rest = lines.strip_prefix(indent).and_then(|lines| lines.strip_prefix(&sign));
        self.text.push_str(indent);
        self.text.push_str(&(self.show.paint)(part_of(mark), &sign));
        self.text.push_str(rest.unwrap_or(&lines));
    }

    /// A line under its label.
    pub(super) fn row(&mut self, label: &impl std::fmt::Display, text: &str) {
        let label = label.to_string();
        if self.show.layout == PageLayout::Markdown {
            let _ = writeln!(self.text, "- **{label}** {}", (self.show.safe)(text));
        } else {
            self.item(&format!("  {label:<9}"), text);
        }
    }
}

const fn part_of(mark: Mark) -> Emphasis {
    match mark {
        Mark::Met => Emphasis::Met,
        Mark::NotMet => Emphasis::NotMet,
        Mark::Share(_) => Emphasis::Share,
        Mark::Unknown | Mark::Skipped => Emphasis::Open,
    }
}
