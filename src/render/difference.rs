//! Two outputs side by side: for people in a terminal or in Markdown, and as JSON.

use std::borrow::Cow;
use std::io::{self, Write};

use super::people::{self, Escape};
use super::safe;
use super::text::{Pieces, Terminal, Tone, wrap};
use super::value::Value;
use crate::catalogue::{Lang, Say, Text, diff as words, render};
use crate::diff::{
    Cause, Change, ChangedRule, Difference, ListedCriterion, ListedDecision, ListedPerson, Listing, Rated,
};
use crate::score::{Score, Status};
use crate::verdict::Finding;

/// How a difference is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DifferenceFormat {
    /// For people, on a terminal.
    #[default]
    Table,
    /// All of it, for scripts.
    Json,
    /// For a page.
    Markdown,
}

/// Writes what differs.
///
/// # Errors
/// Whatever the writer says.
pub fn write(
    difference: &Difference<'_>,
    format: DifferenceFormat,
    lang: Lang,
    terminal: Terminal,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        DifferenceFormat::Table => {
            DifferencePage { difference, lang, escape: safe::terminal }.on_terminal(terminal, out)
        }
        DifferenceFormat::Markdown => DifferencePage { difference, lang, escape: markdown }.as_markdown(out),
        DifferenceFormat::Json => out.write_all(&document(difference).document()),
    }
}

fn markdown(text: &str) -> Cow<'_, str> {
    Cow::Owned(safe::markdown(text))
}

/// What is told to people.
struct DifferencePage<'a> {
    difference: &'a Difference<'a>,
    lang: Lang,
    escape: Escape,
}

/// A part of it: a head, and each item with the lines below it.
struct DifferenceSection {
    head: Text,
    items: Vec<(String, Vec<String>)>,
}

impl DifferencePage<'_> {
    fn title(&self) -> String {
        let Difference { before, after, .. } = self.difference;
        let name = |listing: &Listing| (self.escape)(&listing.file).into_owned();
        let title = words::title(name(before), name(after)).say(self.lang);
        match (&before.as_of, &after.as_of) {
            (Some(a), Some(b)) if a != b => {
                format!(
                    "{title} · {}",
                    words::as_of((self.escape)(a).as_ref(), (self.escape)(b).as_ref()).to(self.lang)
                )
            }
            _ => title,
        }
    }

    /// How many there are of each status in either, the sum last.
    fn counts(&self) -> Vec<(String, usize, usize)> {
        let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let Difference { before, after, .. } = self.difference;
        let (a, b) = (before.by_status(), after.by_status());
        let each = Status::ALL.into_iter().zip(a.into_iter().zip(b));
        let mut counts: Vec<_> =
            each.map(|(status, (a, b))| (people::status(status).say(self.lang), count(a), count(b))).collect();
        counts.push((words::total().say(self.lang), before.people.len(), after.people.len()));
        counts
    }

    fn sections(&self) -> Vec<DifferenceSection> {
        let Difference { rules, changed, new, gone, .. } = self.difference;
        let (other, same): (Vec<&Change<'_>>, Vec<&Change<'_>>) =
            changed.iter().filter(|change| change.is_own()).partition(|change| change.is_status());
        let each = |changes: &[&Change<'_>]| changes.iter().map(|change| self.change(change)).collect::<Vec<_>>();
        let all =
            |people: &[&ListedPerson]| people.iter().map(|one| (self.person(one), Vec::new())).collect::<Vec<_>>();
        let rules = rules.iter().map(|rule| (self.rule(rule), Vec::new())).collect();
        let mut sections = vec![
            DifferenceSection { head: words::rules(), items: rules },
            DifferenceSection { head: words::other_status(other.len()), items: each(&other) },
            DifferenceSection { head: words::same_status(same.len()), items: each(&same) },
            DifferenceSection { head: words::new(new.len()), items: all(new) },
            DifferenceSection { head: words::gone(gone.len()), items: all(gone) },
        ];
        sections.retain(|section| !section.items.is_empty());
        sections
    }

    /// What is said of those for whom nothing of their own changed, and of how candidates were told apart.
    fn remarks(&self) -> Vec<String> {
        let others = || self.difference.changed.iter().filter(|change| !change.is_own());
        let moved: Vec<u64> = others().filter_map(|change| Some(change.moved()?.unsigned_abs())).collect();
        let reach = others().count() - moved.len();
        let mut remarks = Vec::new();
        if let Some(most) = moved.iter().max() {
            let by = words::at_most_by(*most).say(self.lang);
            remarks.push(format!("{} ({by})", words::moved_by_others(moved.len()).to(self.lang)));
        }
        if reach > 0 {
            remarks.push(words::other_reach(reach).say(self.lang));
        }
        if self.difference.is_none() {
            remarks.push(words::alike(self.difference.after.people.len()).say(self.lang));
        }
        if self.difference.by_line {
            remarks.push(words::by_line().say(self.lang));
        }
        remarks
    }

    fn on_terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let mut paragraph = |text: &str, first: &str, tone| {
            let mut lines = wrap(text, first, terminal.columns()).into_iter();
            lines.try_for_each(|line| terminal.line(&Pieces::one(line, tone), out))
        };
        paragraph(&self.title(), "", Tone::Strong)?;
        for section in self.sections() {
            paragraph("", "", Tone::Plain)?;
            paragraph(section.head.to(self.lang), "", Tone::Strong)?;
            for (item, below) in section.items {
                paragraph(&item, "  ", Tone::Plain)?;
                below.iter().try_for_each(|line| paragraph(line, "      ", Tone::Plain))?;
            }
        }
        let remarks = self.remarks();
        if !remarks.is_empty() {
            paragraph("", "", Tone::Plain)?;
        }
        remarks.iter().try_for_each(|line| paragraph(line, "", Tone::Plain))?;
        paragraph("", "", Tone::Plain)?;
        let heads = [words::before(), words::after()].map(|head| head.say(self.lang));
        let counts = self.counts();
        let width = counts.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
        let [a, b] = [0, 1].map(|at| heads[at].chars().count().max(7));
        terminal.line(&Pieces::one(format!("{:width$}  {:>a$}  {:>b$}", "", heads[0], heads[1]), Tone::Strong), out)?;
        for (name, before, after) in counts {
            let (before, after) = (before.say(self.lang), after.say(self.lang));
            terminal.line(&Pieces::one(format!("{name:width$}  {before:>a$}  {after:>b$}"), Tone::Plain), out)?;
        }
        Ok(())
    }

    fn as_markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}", self.title())?;
        for section in self.sections() {
            writeln!(out, "\n## {}\n", section.head.to(self.lang))?;
            for (item, below) in section.items {
                writeln!(out, "- {item}")?;
                below.iter().try_for_each(|line| writeln!(out, "  - {line}"))?;
            }
        }
        self.remarks().iter().try_for_each(|remark| writeln!(out, "\n{remark}"))?;
        let heads = [words::before(), words::after()].map(|head| head.say(self.lang));
        writeln!(out, "\n|  | {} | {} |\n| --- | --: | --: |", heads[0], heads[1])?;
        for (name, before, after) in self.counts() {
            writeln!(out, "| {name} | {} | {} |", before.say(self.lang), after.say(self.lang))?;
        }
        Ok(())
    }

    /// Who it is.
    fn who(&self, one: &ListedPerson) -> String {
        let (id, name) = ((self.escape)(&one.id), (self.escape)(&one.name));
        if name.is_empty() { id.into_owned() } else { format!("{id} {name}") }
    }

    /// Somebody who is in one of the outputs.
    fn person(&self, one: &ListedPerson) -> String {
        let status = one.status.map(|status| people::status(status).say(self.lang));
        let rank = one.ranks[0].map(|rank| words::rank_at(rank).say(self.lang));
        let parts: Vec<String> = std::iter::once(self.who(one)).chain(status).chain(rank).collect();
        parts.join(" · ")
    }

    /// Somebody who stands elsewhere, and through what.
    fn change(&self, change: &Change<'_>) -> (String, Vec<String>) {
        let Change { before, after, causes } = change;
        let mut parts = vec![self.who(after)];
        if let (Some(a), Some(b), true) = (before.status, after.status, change.is_status()) {
            parts.push(self.change_of(people::status(a), people::status(b)));
        }
        if let (Some(a), Some(b), Some(moved)) = (before.ranks[0], after.ranks[0], change.moved()) {
            let sign = if moved > 0 { '+' } else { '−' };
            parts.push(words::rank(a, b, format!("{sign}{}", moved.unsigned_abs().say(self.lang))).say(self.lang));
        }
        let (a, b) = (self.scores(before), self.scores(after));
        if let (Some(a), Some(b)) = (a, b)
            && before.scores != after.scores
        {
            parts.push(words::score(a, b).say(self.lang));
        }
        // Of a status, what decides it comes first.
        let (first, rest): (Vec<_>, Vec<_>) =
            causes.iter().partition(|cause| change.is_status() && cause.decides && cause.is_verdict());
        let mut below: Vec<String> = first.into_iter().chain(rest).map(|cause| self.cause(cause)).collect();
        if before.decided != after.decided {
            let told = words::cause_same(words::the_status(), self.decided(after.decided.as_ref()));
            below.insert(0, told.say(self.lang));
        } else if change.is_status() && change.deciding().next().is_none() {
            below.insert(0, words::no_cause().say(self.lang));
        }
        (parts.join(" · "), below)
    }

    fn scores(&self, one: &ListedPerson) -> Option<String> {
        let said = |score: Score| people::score(score, self.lang);
        match one.scores {
            [Some(low), Some(high)] if said(low) != said(high) => {
                Some(words::scores(said(low), said(high)).say(self.lang))
            }
            [low, high] => low.or(high).map(said),
        }
    }

    fn change_of(&self, before: impl Say, after: impl Say) -> String {
        words::from_to(before, after).say(self.lang)
    }

    fn label(&self, id: &str, label: Option<&str>) -> String {
        (self.escape)(label.unwrap_or(id)).into_owned()
    }

    fn rule(&self, rule: &ChangedRule<'_>) -> String {
        let label = |rated: &Rated| self.label(&rated.id, rated.label.as_deref());
        match (rule.before, rule.after) {
            (Some(a), Some(b)) => {
                let needs = a.need.zip(b.need).filter(|(a, b)| a != b);
                let needs = needs.map(|(a, b)| self.change_of(people::need(a), people::need(b)));
                let weights = a.weight.zip(b.weight).filter(|(a, b)| a.total_cmp(b).is_ne());
                let weights = weights.map(|(a, b)| words::weight(a, b).say(self.lang));
                let bounds =
                    rule.bounds().map(|(a, b)| self.change_of((self.escape)(a).as_ref(), (self.escape)(b).as_ref()));
                let how: Vec<String> = needs.into_iter().chain(bounds).chain(weights).collect();
                words::rule_changed(label(b), how.join(", ")).say(self.lang)
            }
            (None, Some(one)) => words::rule_new(label(one)).say(self.lang),
            (one, None) => words::rule_gone(one.map(label).unwrap_or_default()).say(self.lang),
        }
    }

    fn cause(&self, cause: &Cause<'_>) -> String {
        let Cause { before, after, .. } = *cause;
        let label = self.label(cause.id, cause.label);
        let verdict = |told: Option<&ListedCriterion>| told.map_or_else(words::not_asked, |told| finding(told.finding));
        let credit = |told: Option<&ListedCriterion>| {
            let [low, high] = told?.credits;
            let (low, high) = (low?.say(self.lang), high?.say(self.lang));
            Some(if low == high { low } else { format!("{low}–{high}") })
        };
        let mut told = match (credit(before), credit(after)) {
            _ if cause.is_verdict() => words::cause(label, verdict(before), verdict(after)),
            (Some(a), Some(b)) if a != b => words::cause_credit(label, verdict(after), a, b),
            _ => words::cause_same(label, verdict(after)),
        };
        let decided = [before, after].map(|told| told.and_then(|told| told.decided.as_ref()));
        if decided[0] != decided[1] {
            told = words::and(told, self.decided(decided[1]));
        }
        if let Some((a, b)) = cause.other_cell() {
            told = words::and(told, words::cells((self.escape)(a).as_ref(), (self.escape)(b).as_ref()));
        }
        told.say(self.lang)
    }

    fn decided(&self, decided: Option<&ListedDecision>) -> String {
        let escape = |text: &str| (self.escape)(text).into_owned();
        match decided {
            None => words::undecided(),
            Some(ListedDecision { decision, .. }) if decision.is_empty() => words::by_hand(),
            Some(ListedDecision { decision, by }) if by.is_empty() => words::decided(escape(decision)),
            Some(ListedDecision { decision, by }) => words::decided_by(escape(decision), escape(by)),
        }
        .say(self.lang)
    }
}

fn finding(finding: Finding) -> Text {
    match finding {
        Finding::Met => render::met(),
        Finding::NotMet => render::not_met(),
        Finding::Unknown => render::unknown(),
        Finding::Skipped => render::skipped(),
    }
}

/// All of it as data.
fn document(difference: &Difference<'_>) -> Value {
    let Difference { before, after, rules, changed, new, gone, .. } = difference;
    let people = |people: &[&ListedPerson]| Value::List(people.iter().map(|one| person(one)).collect());
    let whole = |count: usize| Value::Whole(count as u64);
    let moved = changed.iter().filter(|change| change.moved().is_some()).count();
    let counts = Value::map([
        ("changed", whole(changed.len())),
        ("status", whole(difference.other_status())),
        ("rank", whole(moved)),
        ("new", whole(new.len())),
        ("gone", whole(gone.len())),
    ]);
    Value::map([
        ("alike", difference.is_none().into()),
        ("before", listing(before)),
        ("after", listing(after)),
        ("counts", counts),
        ("criteria", Value::List(rules.iter().map(rule).collect())),
        ("changed", Value::List(changed.iter().map(change).collect())),
        ("new", people(new)),
        ("gone", people(gone)),
    ])
}

fn listing(listing: &Listing) -> Value {
    let [eligible, review, not_eligible] = listing.by_status();
    Value::map([
        ("file", listing.file.as_str().into()),
        ("as_of", listing.as_of.as_deref().into()),
        ("candidates", Value::Whole(listing.people.len() as u64)),
        ("eligible", eligible.into()),
        ("review", review.into()),
        ("not_eligible", not_eligible.into()),
    ])
}

fn both(before: impl Into<Value>, after: impl Into<Value>) -> Value {
    Value::map([("before", before.into()), ("after", after.into())])
}

fn rule(rule: &ChangedRule<'_>) -> Value {
    let id = rule.after.or(rule.before).map(|rated| &*rated.id);
    let need = |rated: Option<&Rated>| rated.and_then(|rated| rated.need).map(|need| need.name());
    let asked = |rated: Option<&Rated>| rated.and_then(|rated| rated.requirement.clone()).map(Value::Text);
    let weight = |rated: Option<&Rated>| rated.and_then(|rated| rated.weight);
    Value::map([
        ("id", id.into()),
        ("asked", both(rule.before.is_some(), rule.after.is_some())),
        ("need", both(need(rule.before), need(rule.after))),
        ("weight", both(weight(rule.before), weight(rule.after))),
        ("requirement", both(asked(rule.before), asked(rule.after))),
    ])
}

fn person(one: &ListedPerson) -> Value {
    Value::map([
        ("id", (&*one.id).into()),
        ("name", (&*one.name).into()),
        ("rank", one.ranks[0].into()),
        ("status", one.status.map(Status::name).into()),
        ("score", one.scores[0].map(Score::points).into()),
        ("score_max", one.scores[1].map(Score::points).into()),
    ])
}

fn change(change: &Change<'_>) -> Value {
    let Change { before, after, causes } = change;
    let of = |get: &dyn Fn(&ListedPerson) -> Value| both(get(before), get(after));
    let through =
        if change.is_status() { change.deciding().map(|cause| cause.id.into()).collect() } else { Vec::new() };
    Value::map([
        ("id", (&*after.id).into()),
        ("name", (&*after.name).into()),
        ("status", of(&|one| one.status.map(Status::name).into())),
        ("through", Value::List(through)),
        ("rank", of(&|one| one.ranks[0].into())),
        ("rank_best", of(&|one| one.ranks[1].into())),
        ("rank_worst", of(&|one| one.ranks[2].into())),
        ("score", of(&|one| one.scores[0].map(Score::points).into())),
        ("score_max", of(&|one| one.scores[1].map(Score::points).into())),
        ("decided", of(&|one| decided(one.decided.as_ref()))),
        ("own", change.is_own().into()),
        ("criteria", Value::Map(causes.iter().map(|cause| (cause.id.to_owned(), told_of(cause))).collect())),
    ])
}

fn told_of(cause: &Cause<'_>) -> Value {
    let of = |get: &dyn Fn(&ListedCriterion) -> Value| {
        let one = |told: Option<&ListedCriterion>| told.map_or(Value::Null, get);
        both(one(cause.before), one(cause.after))
    };
    Value::map([
        ("verdict", of(&|told| told.finding.name().into())),
        ("credit", of(&|told| told.credits[0].into())),
        ("credit_max", of(&|told| told.credits[1].into())),
        ("evidence", of(&|told| told.evidence.as_deref().into())),
        ("decided", of(&|told| decided(told.decided.as_ref()))),
    ])
}

fn decided(decided: Option<&ListedDecision>) -> Value {
    decided.map_or(Value::Null, |one| Value::map([("decision", (&*one.decision).into()), ("by", (&*one.by).into())]))
}
