//! An audit by group: for people on a terminal or in Markdown; as CSV and as JSON in `machine`.

mod machine;

use super::page::{Grid, Page, PageSection};
use crate::audit::rate::{Impact, Rate, Ratio};
use crate::audit::{Audit, Chance, Cut, Demand, Dimension, FEWEST, Figures, Group, Reads, Sweep};
use crate::catalogue::{Lang, Say, Text, audit as words, decimals, list_and};
use crate::verdict::Verdict;

/// So many cuts of a sweep are shown to people.
const CUTS: usize = 12;
/// So many ids are named in a sentence.
const NAMED: usize = 20;
/// Below this probability, chance is an unlikely reason: the usual convention.
const UNLIKELY: f64 = 0.05;

/// An audit, with what it takes to tell it.
pub struct AuditReport<'a> {
    /// What was found.
    pub audit: &'a Audit,
    /// What it is called: the posting's title, or the file's name.
    pub name: &'a str,
    /// How selection was counted.
    pub selection: Text,
    /// Whether the line is drawn by place.
    pub by_place: bool,
    /// The criteria's ids.
    pub criteria: &'a [String],
    /// Why the criteria that read a protected ground may do so: their ids with the reason.
    pub lawful: &'a [(String, String)],
    /// The candidates' ids, where they are asked for.
    pub who: Option<&'a [String]>,
    /// The language.
    pub lang: Lang,
}

impl AuditReport<'_> {
    fn say(&self, what: &impl Say) -> String {
        what.say(self.lang)
    }

    /// A group's name: sexes in the language, other groups as they are written.
    fn label(&self, label: &str) -> String {
        let part = |part: &str| match part {
            "female" => self.say(&words::female()),
            "male" => self.say(&words::male()),
            "other" => self.say(&words::other()),
            part => part.to_owned(),
        };
        label.split(crate::audit::BETWEEN).map(part).collect::<Vec<_>>().join(crate::audit::BETWEEN)
    }

    fn percent(&self, part: f64) -> String {
        self.say(&words::percent(decimals(100.0 * part, 1, self.lang)))
    }

    /// A range of two figures; one alone where they are the same.
    fn range(&self, low: String, high: String) -> String {
        if low == high { low } else { self.say(&words::range(low, high)) }
    }

    fn counts(&self, rate: Rate) -> String {
        self.range(self.say(&rate.least), self.say(&rate.most))
    }

    fn rate(&self, rate: Rate) -> String {
        let [least, _, most] = rate.parts();
        let of = |part: f64| decimals(100.0 * part, 1, self.lang);
        self.say(&words::percent(self.range(of(least.share()), of(most.share()))))
    }

    fn ratio(&self, impact: Option<Impact>) -> String {
        let of = |ratio: Ratio| decimals(ratio.value(), 3, self.lang);
        impact.map_or_else(|| "–".to_owned(), |impact| self.range(of(impact.low), of(impact.high)))
    }

    fn chance(&self, chance: f64) -> String {
        let least = decimals(0.001, 3, self.lang);
        if chance < 0.001 { format!("<{least}") } else { decimals(chance, 3, self.lang) }
    }

    /// For people.
    #[must_use]
    pub fn page(&self) -> Page {
        let title = self.say(&words::title(self.name, self.audit.candidates));
        let mut sections = vec![PageSection {
            before: vec![self.say(&words::selection(self.selection.clone()))],
            ..PageSection::default()
        }];
        let basis =
            self.lawful.iter().map(|(id, why)| self.say(&crate::catalogue::render::on_basis(format!("`{id}`"), why)));
        sections[0].after.extend(basis);
        for dimension in &self.audit.dimensions {
            sections.push(self.groups(dimension));
            sections.push(self.beside(dimension));
            sections.push(self.demands(dimension));
            sections.push(self.reads(dimension));
            sections.extend(dimension.sweeps.iter().map(|sweep| self.sweep(dimension, sweep)));
        }
        sections.retain(|section| *section != PageSection::default());
        let by_place = self.by_place.then(|| self.say(&words::about_places()));
        let about = [self.say(&words::about_ranges())].into_iter().chain(by_place).chain([self.say(&words::about())]);
        sections.push(PageSection { before: about.collect(), ..PageSection::default() });
        Page { title, sections }
    }

    fn groups(&self, dimension: &Dimension) -> PageSection {
        let heads =
            [words::group(), words::people(), words::selected(), words::rate(), words::ratio(), words::four_fifths()];
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (at, group) in dimension.groups.iter().enumerate() {
            match &group.figures {
                Some(figures) => rows.push(self.group(self.marked(dimension, at), group, figures)),
                None if dimension.names_small() => {
                    rows.push(vec![self.label(&group.label), self.say(&words::fewer(FEWEST))]);
                }
                None => {}
            }
        }
        let unnamed = dimension.groups.iter().filter(|group| group.figures.is_none()).count();
        if unnamed > 0 && !dimension.names_small() {
            rows.push(vec![self.say(&words::small_groups(unnamed)), self.say(&words::fewer(FEWEST))]);
        }
        rows.iter_mut().for_each(|row| row.resize(heads.len(), String::new()));
        let mut before = Vec::new();
        if dimension.unknown > 0 {
            before.push(self.say(&words::unknown(usize::try_from(dimension.unknown).unwrap_or(usize::MAX))));
        }
        if dimension.groups.is_empty() {
            before.push(self.say(&words::no_groups()));
        }
        let grid = Grid { head: heads.iter().map(|head| self.say(head)).collect(), rows, words: 1 };
        PageSection {
            head: self.say(&words::by(&dimension.name)),
            before,
            table: (!dimension.groups.is_empty()).then_some(grid),
            after: self.sentences(dimension),
        }
    }

    fn marked(&self, dimension: &Dimension, at: usize) -> String {
        let label = self.label(&dimension.groups[at].label);
        let small = dimension.groups[at].figures.as_ref().is_some_and(|figures| figures.too_small);
        match (dimension.highest == Some(at), small) {
            (true, _) => self.say(&words::highest(label)),
            (_, true) => self.say(&words::too_small(label)),
            _ => label,
        }
    }

    fn group(&self, label: String, group: &Group, figures: &Figures) -> Vec<String> {
        let four_fifths = figures.impact.map(|impact| match impact.four_fifths() {
            Verdict::Met => words::reached(),
            Verdict::NotMet => words::not_reached(),
            Verdict::Unknown => words::open_yet(),
        });
        vec![
            label,
            self.say(&group.people),
            self.counts(figures.selected),
            self.rate(figures.selected),
            self.ratio(figures.impact),
            four_fifths.map_or(String::new(), |text| self.say(&text)),
        ]
    }

    /// The scores, and what chance may do.
    fn beside(&self, dimension: &Dimension) -> PageSection {
        let heads = [
            words::group(),
            words::scoring(),
            words::ratio(),
            words::fisher(),
            words::holm(),
            Text::same("z"),
            words::interval(),
        ];
        let row = |(at, group): (usize, &Group)| {
            let figures = group.figures.as_ref()?;
            let of = |of: &dyn Fn(&Chance) -> String| figures.chance.as_ref().map_or(String::new(), of);
            let two = |number: f64| decimals(number, 2, self.lang);
            let interval = |(low, high)| self.range(two(low), two(high));
            Some(vec![
                self.marked(dimension, at),
                self.rate(figures.scoring),
                self.ratio(figures.scoring_impact),
                of(&|chance| self.chance(chance.fisher)),
                of(&|chance| self.chance(chance.holm)),
                of(&|chance| two(chance.z)),
                of(&|chance| chance.interval.map_or(String::new(), interval)),
            ])
        };
        let rows: Vec<Vec<String>> = dimension.groups.iter().enumerate().filter_map(row).collect();
        if rows.is_empty() {
            return PageSection::default();
        }
        PageSection {
            head: self.say(&words::beside()),
            table: Some(Grid { head: heads.iter().map(|head| self.say(head)).collect(), rows, words: 1 }),
            after: vec![self.say(&words::about_beside())],
            before: Vec::new(),
        }
    }

    /// What follows from the figures.
    fn sentences(&self, dimension: &Dimension) -> Vec<String> {
        let mut told = Vec::new();
        let highest = dimension.highest.map(|at| self.label(&dimension.groups[at].label));
        for (at, group) in dimension.groups.iter().enumerate() {
            let Some(figures) = group.figures.as_ref().filter(|figures| !figures.too_small) else { continue };
            if let (Some(impact), Some(highest), false) = (figures.impact, &highest, dimension.highest == Some(at)) {
                told.push(self.sentence(&self.label(&group.label), figures, impact, highest));
            }
        }
        if let Some(whom) = Some(&dimension.decide).filter(|whom| !whom.is_empty()) {
            told.push(match self.who {
                Some(ids) => {
                    let ids: Vec<&str> = whom.iter().filter_map(|at| ids.get(*at)).map(String::as_str).collect();
                    self.say(&words::decide_who(whom.len(), crate::catalogue::list_first(&ids, NAMED)))
                }
                None => self.say(&words::decide(whom.len())),
            });
        }
        if dimension.groups.iter().any(|group| group.figures.as_ref().is_some_and(|figures| figures.too_small)) {
            told.push(self.say(&words::about_too_small()));
        }
        told
    }

    fn sentence(&self, label: &str, figures: &Figures, impact: Impact, highest: &str) -> String {
        let of = |ratio: Ratio| decimals(ratio.value(), 3, self.lang);
        let mut sentence = match impact.four_fifths() {
            Verdict::Met => return self.say(&words::within(label)),
            Verdict::Unknown => self.say(&words::open(label, of(impact.low), of(impact.high))),
            Verdict::NotMet if impact.low == impact.high => self.say(&words::below_now(label, of(impact.low), highest)),
            Verdict::NotMet => {
                let range = self.range(of(impact.low), of(impact.high));
                self.say(&words::below(label, range, highest))
            }
        };
        let now = impact.now.filter(|now| now.is_under_four_fifths());
        if let Some(more) = now.map(Ratio::more_for_four_fifths).and_then(|more| usize::try_from(more).ok()) {
            sentence = format!("{sentence} {}", self.say(&words::more(more)));
        }
        if let Some(chance) = figures.chance {
            let p = self.chance(chance.holm);
            let told = if chance.holm < UNLIKELY { words::not_likely_chance(p) } else { words::may_be_chance(p) };
            sentence = format!("{sentence} {}", self.say(&told));
        }
        sentence
    }

    fn demands(&self, dimension: &Dimension) -> PageSection {
        let heads = [
            words::requirement(),
            words::group(),
            words::pass(),
            words::open_head(),
            words::fail(),
            words::ratio(),
            words::without(),
        ];
        let mut rows = Vec::new();
        for demand in &dimension.demands {
            for (group, passing) in dimension.groups.iter().zip(&demand.groups) {
                let Some(passing) = passing else { continue };
                let share = |count: u64| self.percent(Rate::exactly(count, passing.pass.of).parts()[1].share());
                rows.push(vec![
                    self.criteria[demand.criterion].clone(),
                    self.label(&group.label),
                    share(passing.pass.least),
                    share(passing.open),
                    share(passing.fail),
                    self.ratio(passing.impact),
                    self.ratio(passing.without),
                ]);
            }
        }
        if rows.is_empty() {
            return PageSection::default();
        }
        let mut after = vec![self.say(&words::about_demands())];
        after.extend(self.difference(dimension));
        PageSection {
            head: self.say(&words::demands()),
            table: Some(Grid { head: heads.iter().map(|head| self.say(head)).collect(), rows, words: 2 }),
            after,
            before: Vec::new(),
        }
    }

    /// Which requirement makes the difference: the one without which the lowest ratio as things stand would rise most.
    fn difference(&self, dimension: &Dimension) -> Option<String> {
        let now = |impact: Option<Impact>| impact.and_then(|impact| impact.now).map(Ratio::value);
        let counted = |at: &usize| dimension.groups[*at].figures.as_ref().is_some_and(|figures| !figures.too_small);
        let ratio = |at: usize| now(dimension.groups[at].figures.as_ref()?.impact).map(|ratio| (at, ratio));
        let lowest = (0..dimension.groups.len()).filter(counted).filter_map(ratio).min_by(|a, b| a.1.total_cmp(&b.1));
        let (group, from) = lowest.filter(|(_, ratio)| *ratio < 0.8)?;
        let without = |demand: &Demand| Some((demand.criterion, now(demand.groups[group]?.without)?));
        let most = dimension.demands.iter().filter_map(without).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let (criterion, to) = most.filter(|(_, to)| *to > from)?;
        let told = [from, to].map(|ratio| decimals(ratio, 3, self.lang));
        let label = self.label(&dimension.groups[group].label);
        let [from, to] = told;
        Some(self.say(&words::makes_difference(&self.criteria[criterion], label, from, to)))
    }

    /// The columns of which cells are empty or not understood, a column for each group.
    fn reads(&self, dimension: &Dimension) -> PageSection {
        let shown = |at: &usize| dimension.groups[*at].figures.is_some();
        let groups: Vec<usize> = (0..dimension.groups.len()).filter(shown).collect();
        let some = |reads: &&Reads| reads.groups.iter().flatten().any(|counts| *counts != (0, 0));
        let share = |count: u64, of: u64| decimals(100.0 * Rate::exactly(count, of).parts()[1].share(), 1, self.lang);
        let row = |reads: &Reads| {
            let figures = groups.iter().map(|at| {
                let (empty, not) = reads.groups[*at].unwrap_or_default();
                let of = dimension.groups[*at].people;
                format!("{} / {}", share(empty, of), share(not, of))
            });
            std::iter::once(reads.column.clone()).chain(figures).collect()
        };
        let rows: Vec<Vec<String>> = dimension.reads.iter().filter(some).map(row).collect();
        if rows.is_empty() {
            return PageSection::default();
        }
        let labels = groups.iter().map(|at| self.label(&dimension.groups[*at].label));
        let head = std::iter::once(self.say(&words::column())).chain(labels).collect();
        PageSection {
            head: self.say(&words::reads()),
            before: vec![self.say(&words::about_reads())],
            table: Some(Grid { head, rows, words: 1 }),
            ..PageSection::default()
        }
    }

    /// The cuts at which what is said of four fifths changes, first; as many more as there is room for, evenly.
    fn sweep(&self, dimension: &Dimension, sweep: &Sweep) -> PageSection {
        let head = match sweep.criterion {
            Some(criterion) => words::sweep(&self.criteria[criterion]),
            None => words::sweep_score(),
        };
        let shown = |at: &usize| dimension.groups[*at].figures.is_some();
        let groups: Vec<usize> = (0..dimension.groups.len()).filter(shown).collect();
        let verdicts = |cut: &Cut| -> Vec<_> {
            cut.groups.iter().map(|one| one.and_then(|(_, impact)| impact).map(Impact::four_fifths)).collect()
        };
        let changes = |at: &usize| *at > 0 && verdicts(&sweep.cuts[*at]) != verdicts(&sweep.cuts[*at - 1]);
        let all = sweep.cuts.len();
        let mut told: Vec<usize> = (0..all).filter(changes).take(CUTS).collect();
        let step = all.div_ceil(CUTS - told.len().min(CUTS - 1)).max(1);
        told.extend((0..all).step_by(step));
        told.sort_unstable();
        told.dedup();
        let row = |at: &usize| {
            let cut = &sweep.cuts[*at];
            let figures = groups.iter().flat_map(|group| match cut.groups[*group] {
                Some((rate, impact)) => [self.counts(rate), self.ratio(impact)],
                None => [String::new(), String::new()],
            });
            std::iter::once(decimals(cut.at_least, 2, self.lang)).chain(figures).collect()
        };
        let heads = groups.iter().flat_map(|group| {
            let label = self.label(&dimension.groups[*group].label);
            [label, self.say(&words::ratio())]
        });
        let grid = Grid {
            head: std::iter::once(self.say(&words::at_least())).chain(heads).collect(),
            rows: told.iter().map(row).collect(),
            words: 1,
        };
        let more = all - told.len();
        let after = (more > 0).then(|| self.say(&words::more_cuts(more))).into_iter().collect();
        PageSection { head: self.say(&head), table: Some(grid), after, ..PageSection::default() }
    }
}

/// How selection is counted, in words.
#[must_use]
pub fn selection(statuses: crate::shortlist::Statuses, shortlist: Option<crate::shortlist::Shortlist>) -> Text {
    let of = crate::score::Status::ALL.into_iter().filter(|status| statuses[*status as usize]);
    let of = list_and(&of.map(super::people::status).collect::<Vec<_>>());
    let Some(shortlist) = shortlist else { return of };
    let line = super::listed::line(&shortlist);
    words::of_status(of, line)
}
