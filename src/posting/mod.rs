//! A posting in plain text: what it asks of applicants, and what else it says that a criteria file needs.
//!
//! It is read by the language packs and the grammars that read cells: the text is cut into headings, items and sentences
//! ([`lines`], [`signs`]), what their words announce is told ([`cues`]), the parts that speak of qualifications are found
//! ([`sections`], [`tables`], [`content`]), items of which one is enough are put together ([`choices`]), each sentence that
//! asks something of applicants ([`speech`]) is split into requirements ([`split`], [`cuts`]), what is only denied is left out
//! ([`denial`]), and each of the rest is read as what a test could ask ([`ask`]). Every requirement keeps the posting's own words. Nothing is added to them: what is not
//! understood is a requirement like the others, without a test. A posting in another language than English and French is
//! known by its words ([`tongue`]), and not read.

mod about;
mod ask;
mod choices;
mod content;
mod cues;
mod cuts;
mod denial;
mod lines;
mod names;
mod sections;
mod signs;
mod speech;
mod split;
mod tables;
#[cfg(test)]
mod tests;
mod tongue;

use chrono::NaiveDate;
use chrono_tz::Tz;

pub(crate) use self::about::{Deadline, Document, Paper, days, hour};
pub(crate) use self::ask::Ask;
pub(crate) use self::cues::joints;
pub(crate) use self::tongue::unread;

/// What a posting says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Posting {
    /// Its title.
    pub title: Option<String>,
    /// Who recruits.
    pub organisation: Option<String>,
    /// The last day on which an application counts.
    pub deadline: Option<Deadline>,
    /// The sentence that says it where it may be two days: "12/02/27".
    pub unclear: Option<String>,
    /// Where that day ends, and the place that says so.
    pub zone: Option<(Tz, String)>,
    /// What it asks of applicants, in its order.
    pub requirements: Vec<Requirement>,
    /// What is to be handed in.
    pub documents: Vec<Document>,
}

/// One thing that a posting asks of applicants.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Its words, as they stand but for line breaks.
    pub quote: String,
    /// What stands before it and says what it is about: "Languages:".
    pub label: Option<String>,
    /// Whether it is required; else it is an asset.
    pub required: bool,
    /// What a test could ask.
    pub ask: Ask,
}

/// Reads a posting.
#[must_use]
pub(crate) fn read(text: &str) -> Posting {
    let blocks = lines::blocks(text);
    let mut passages = sections::passages(&blocks);
    content::by_content(&mut passages);
    let passages = choices::join(passages);
    let (deadline, unclear) = match about::deadline(&blocks, &passages) {
        Ok(deadline) => (deadline, None),
        Err(sentence) => (None, Some(sentence)),
    };
    let mut requirements = split::requirements(&passages);
    // The day on which it has to be there is no fact about a candidate beside.
    let said = |quote: &String| deadline.as_ref().is_some_and(|deadline| deadline.quote == *quote);
    requirements.retain(|one| !(matches!(one.ask, Ask::Fact) && said(&one.quote)));
    requirements.extend(about::other_documents(&passages));
    requirements.extend(about::other_papers(&passages));
    Posting {
        title: names::title(&blocks),
        organisation: names::organisation(&blocks),
        deadline,
        unclear,
        zone: about::zone(&blocks),
        requirements,
        documents: about::documents(&passages),
    }
}

impl Posting {
    /// The last day on which an application counts.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.deadline.as_ref().map(|deadline| deadline.day)
    }
}
