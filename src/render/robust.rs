//! How much a list holds: for people on a terminal or in Markdown, as CSV and as JSON.

mod machine;

use super::page::{Grid, Page, PageSection};
use crate::catalogue::{Lang, Say, Text, decimals, list_and, list_first, robust as words};
use crate::robust::sample::{Acceptability, SampleQuery, Weights};
use crate::robust::{Funnel, Interval, ListChange, Model, OpenCell, ProvedStanding, Turn};
use crate::roll::Roll;
use crate::score::Status;

/// So many candidates, questions or ids are shown to people.
const SHOWN: usize = 20;
/// So many ids stand in a sentence.
const NAMED: usize = 6;

/// All that was found, with what it takes to tell it.
pub struct RobustReport<'a> {
    /// What it is called: the posting's title, or the file's name.
    pub name: &'a str,
    /// Everybody, judged.
    pub roll: &'a Roll,
    /// How many places.
    pub places: usize,
    /// The part of the weights within which places are proved.
    pub around: f64,
    /// What is proved of the first.
    pub standings: &'a [ProvedStanding],
    /// Who could still enter.
    pub could_enter: &'a [(usize, f64)],
    /// How far each weight can move.
    pub intervals: &'a [Interval],
    /// What was drawn, and what came of it.
    pub sample: (&'a SampleQuery, &'a [Acceptability]),
    /// The questions that matter.
    pub questions: &'a [OpenCell],
    /// Who is removed by what.
    pub funnel: &'a Funnel,
    /// Why the criteria that read a protected ground may do so: their ids with the reason.
    pub lawful: &'a [(String, String)],
    /// The language.
    pub lang: Lang,
}

impl RobustReport<'_> {
    fn say(&self, what: &impl Say) -> String {
        what.say(self.lang)
    }

    fn id(&self, person: usize) -> &str {
        &self.roll.people[person].id
    }

    fn criterion(&self, criterion: usize) -> &str {
        &self.roll.asked[criterion].id
    }

    fn ids(&self, people: &[usize]) -> Text {
        list_first(&people.iter().map(|at| self.id(*at)).collect::<Vec<_>>(), NAMED)
    }

    fn cells(&self, cells: &[(usize, usize)]) -> Text {
        let cell = |(person, criterion): &(usize, usize)| words::cell(self.id(*person), self.criterion(*criterion));
        list_first(&cells.iter().map(cell).collect::<Vec<_>>(), NAMED)
    }

    /// A part in per cent, rounded down: what is proved is not said of more.
    fn percent(&self, part: f64) -> String {
        decimals((part * 1000.0).floor() / 10.0, 1, self.lang)
    }

    fn share(&self, part: f64) -> String {
        format!("{}\u{a0}%", decimals(100.0 * part, 1, self.lang))
    }

    /// For people.
    #[must_use]
    pub fn page(&self) -> Page {
        let title = self.say(&words::title(self.name, self.places));
        let mut sections = vec![self.proved()];
        let basis =
            self.lawful.iter().map(|(id, why)| self.say(&crate::catalogue::render::on_basis(format!("`{id}`"), why)));
        sections[0].after.extend(basis);
        if !self.standings.is_empty() {
            sections.extend([self.moves(), self.sampled(), self.asked()]);
        }
        sections.push(self.removed());
        Page { title, sections }
    }

    fn proved(&self) -> PageSection {
        let mut told: Vec<String> = self.standings.iter().map(|standing| self.standing(standing)).collect();
        if told.is_empty() {
            told.push(self.say(&words::nobody()));
        } else {
            let percent = self.percent(self.around);
            let who: Vec<usize> = self.could_enter.iter().map(|(person, _)| *person).collect();
            told.push(self.say(&match who.len() {
                0 => words::nobody_enters(percent),
                n => words::could_enter(n, percent, self.ids(&who)),
            }));
        }
        PageSection { head: self.say(&words::places()), before: told, ..PageSection::default() }
    }

    /// What is known of one place, as a sentence.
    fn standing(&self, standing: &ProvedStanding) -> String {
        let id = self.id(standing.person);
        if self.roll.people[standing.person].standing.status != Status::Eligible {
            let answers = standing.turned.as_ref().map_or(&[][..], |turn| &turn.answers);
            return self.say(&words::own_open(answers.len(), id, self.cells(answers)));
        }
        if standing.holds >= 1.0 {
            return self.say(&words::always(id));
        }
        if standing.holds > self.around {
            return self.say(&words::stays(id, self.percent(self.around)));
        }
        match &standing.turned {
            Some(turn) if turn.by <= 0.0 => {
                self.say(&words::answers_turn(turn.newly.len(), id, self.ids(&turn.newly), self.cells(&turn.answers)))
            }
            turn => {
                let holds = words::holds(id, self.percent(standing.holds));
                let turned = turn.as_ref().map(|turn| self.turned(turn));
                let parts: Vec<String> = std::iter::once(self.say(&holds)).chain(turned).collect();
                format!("{}.", parts.join(if self.lang == Lang::Fr { "\u{a0}; " } else { "; " }))
            }
        }
    }

    fn turned(&self, turn: &Turn) -> String {
        let given = self.roll.asked.iter().map(|asked| asked.weight);
        let moved: Vec<(usize, f64)> =
            given.zip(&turn.weights).map(|(given, weight)| weight - given).enumerate().collect();
        let named = |up: bool| {
            let those = moved.iter().filter(|(_, by)| if up { *by > 0.0 } else { *by < 0.0 });
            let ids: Vec<String> = those.map(|(at, _)| format!("`{}`", self.criterion(*at))).collect();
            (ids.len(), list_first(&ids, NAMED))
        };
        let (n, ahead, percent) =
            (turn.newly.len(), self.ids(&turn.newly), decimals((turn.by * 1000.0).ceil() / 10.0, 1, self.lang));
        let told = match (named(true), named(false)) {
            ((0, _), (_, down)) => words::turned_down(n, ahead, percent, down),
            ((_, up), (0, _)) => words::turned_up(n, ahead, percent, up),
            ((_, up), (_, down)) => words::turned(n, ahead, percent, up, down),
        };
        let answers = (!turn.answers.is_empty()).then(|| self.say(&words::with_answers(self.cells(&turn.answers))));
        std::iter::once(self.say(&told)).chain(answers).collect::<Vec<_>>().join(", ")
    }

    fn moves(&self) -> PageSection {
        let heads =
            [words::criterion(), words::weight(), words::same_from(), words::same_to(), words::below(), words::above()];
        let weight = |weight: f64| decimals(weight, 2, self.lang);
        let change = |change: &Option<ListChange>| match change {
            None => String::new(),
            Some(ListChange { leaves, enters }) => self.say(&match (leaves.is_empty(), enters.is_empty()) {
                (false, false) => words::change(self.ids(leaves), self.ids(enters)),
                (true, _) => words::enters(self.ids(enters)),
                _ => words::leaves(self.ids(leaves)),
            }),
        };
        let row = |interval: &Interval| {
            vec![
                self.criterion(interval.criterion).to_owned(),
                weight(self.roll.asked[interval.criterion].weight),
                weight(interval.low),
                interval.high.map_or_else(|| self.say(&words::any()), weight),
                change(&interval.below),
                change(&interval.above),
            ]
        };
        let grid = Grid {
            head: heads.iter().map(|head| self.say(head)).collect(),
            rows: self.intervals.iter().map(row).collect(),
            words: 1,
        };
        PageSection {
            head: self.say(&words::intervals()),
            table: Some(grid),
            after: vec![self.say(&words::about_intervals())],
            ..PageSection::default()
        }
    }

    fn sampled(&self) -> PageSection {
        let (ask, found) = self.sample;
        let ways = match ask.weights {
            Weights::Any => words::any_weights(),
            Weights::Around(part) => words::around(decimals(100.0 * part, 1, self.lang)),
            Weights::Ordered => words::ordered(),
        };
        let heads = [
            words::candidate(),
            words::in_first(self.places),
            words::very_first(),
            words::confidence(),
            words::central(),
        ];
        let row = |one: &Acceptability| {
            vec![
                self.id(one.person).to_owned(),
                self.share(one.first),
                one.ranks.first().map_or(String::new(), |share| self.share(*share)),
                one.confidence.map_or(String::new(), |share| self.share(share)),
                one.central.as_ref().map_or(String::new(), |central| self.heaviest(central)),
            ]
        };
        let more = found.len().saturating_sub(SHOWN);
        let mut after = vec![self.say(&words::about_draws(ask.seed))];
        after.extend((more > 0).then(|| self.say(&words::more_people(more))));
        PageSection {
            head: self.say(&words::sampled(u64::from(ask.draws))),
            before: vec![self.say(&ways)],
            table: Some(Grid {
                head: heads.iter().map(|head| self.say(head)).collect(),
                rows: found.iter().take(SHOWN).map(row).collect(),
                words: 1,
            }),
            after,
        }
    }

    /// The criteria that weigh most in a candidate's central weights, against the mean of all.
    fn heaviest(&self, central: &[f64]) -> String {
        let mut order: Vec<usize> = (0..central.len()).filter(|at| central[*at] > 0.0).collect();
        order.sort_by(|a, b| central[*b].total_cmp(&central[*a]).then(a.cmp(b)));
        order.iter().take(2).map(|at| self.criterion(*at)).collect::<Vec<_>>().join(", ")
    }

    fn asked(&self) -> PageSection {
        let head = self.say(&words::questions());
        if self.questions.is_empty() {
            return PageSection { head, before: vec![self.say(&words::no_question())], ..PageSection::default() };
        }
        let model = Model::of(self.roll);
        let all: usize = model.people.iter().map(|one| one.open.iter().filter(|open| **open).count()).sum();
        let heads = [words::candidate(), words::criterion(), words::decides()];
        let row = |question: &OpenCell| {
            let points = (question.points > 0.0).then(|| self.say(&words::points(question.points)));
            let status = question.decides_status.then(|| self.say(&words::the_status()));
            vec![
                self.id(question.person).to_owned(),
                self.criterion(question.criterion).to_owned(),
                status.into_iter().chain(points).collect::<Vec<_>>().join(", "),
            ]
        };
        let more = self.questions.len().saturating_sub(SHOWN);
        PageSection {
            head,
            before: vec![self.say(&words::about_questions(self.questions.len(), all))],
            table: Some(Grid {
                head: heads.iter().map(|head| self.say(head)).collect(),
                rows: self.questions.iter().take(SHOWN).map(row).collect(),
                words: 3,
            }),
            after: (more > 0).then(|| self.say(&words::more_questions(more))).into_iter().collect(),
        }
    }

    fn removed(&self) -> PageSection {
        let Funnel { candidates, steps, together, eligible, review } = self.funnel;
        let heads =
            [words::criterion(), words::come(), words::removed(), words::alone(), words::with_others(), words::near()];
        let rows = steps.iter().map(|step| {
            let counts = [step.come, step.removed, step.alone.len(), step.with_others, step.near.len()];
            let counts = counts.map(|count| self.say(&count));
            std::iter::once(self.criterion(step.criterion).to_owned()).chain(counts).collect()
        });
        let mut after = vec![self.say(&words::left(*eligible, *review))];
        let alone = steps.iter().filter(|step| !step.alone.is_empty());
        after.extend(
            alone.map(|step| self.say(&words::alone_who(self.criterion(step.criterion), self.ids(&step.alone)))),
        );
        let both = together.iter().take(SHOWN).map(|(criteria, count)| {
            let ids: Vec<String> = criteria.iter().map(|at| format!("`{}`", self.criterion(*at))).collect();
            self.say(&words::together(list_and(&ids), *count))
        });
        after.extend(both);
        let grid = Grid { head: heads.iter().map(|head| self.say(head)).collect(), rows: rows.collect(), words: 1 };
        PageSection {
            head: self.say(&words::funnel(*candidates)),
            table: (!steps.is_empty()).then_some(grid),
            after,
            ..PageSection::default()
        }
    }

    /// For scripts: a row for each candidate who may be among the first.
    #[must_use]
    pub fn table(&self) -> Grid {
        let head = ["id", "listed", "holds", "turned_by", "in_first", "very_first", "confidence", "open_that_matter"];
        let (_, found) = self.sample;
        let row = |one: &Acceptability| {
            let standing = self.standings.iter().find(|standing| standing.person == one.person);
            let questions = self.questions.iter().filter(|question| question.person == one.person);
            let turned = standing.and_then(|standing| standing.turned.as_ref());
            vec![
                self.id(one.person).to_owned(),
                standing.is_some().to_string(),
                standing.map_or(String::new(), |standing| standing.holds.to_string()),
                turned.map_or(String::new(), |turn| turn.by.to_string()),
                one.first.to_string(),
                one.ranks.first().map_or(String::new(), f64::to_string),
                one.confidence.map_or(String::new(), |share| share.to_string()),
                questions.map(|question| self.criterion(question.criterion)).collect::<Vec<_>>().join(" "),
            ]
        };
        Grid { head: head.map(str::to_owned).to_vec(), rows: found.iter().map(row).collect(), words: head.len() }
    }
}
