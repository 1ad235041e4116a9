//! How much a list holds, for scripts.

use super::RobustReport;
use crate::render::value::Value;
use crate::robust::sample::{Acceptability, Weights};
use crate::robust::{Funnel, FunnelStep, Interval, ListChange, OpenCell, ProvedStanding, Turn};

impl RobustReport<'_> {
    /// For scripts, all of it.
    #[must_use]
    pub fn document(&self) -> Value {
        let standings = self.standings.iter().map(|standing| self.standing_value(standing));
        let enters = |(person, part): &(usize, f64)| {
            Value::map([("id", self.id_value(*person)), ("surely_out_within", Value::Fine(*part))])
        };
        let intervals = self.intervals.iter().map(|interval| self.interval_value(interval));
        let questions = self.questions.iter().map(|question| self.question_value(question));
        Value::map([
            ("places", Value::Whole(self.places as u64)),
            ("around", Value::Fine(self.around)),
            ("first", Value::List(standings.collect())),
            ("could_enter", Value::List(self.could_enter.iter().map(enters).collect())),
            ("weights", Value::List(intervals.collect())),
            ("sample", self.sample_value()),
            ("questions", Value::List(questions.collect())),
            ("funnel", self.funnel_value()),
        ])
    }

    fn id_value(&self, person: usize) -> Value {
        Value::Text(self.id(person).to_owned())
    }

    fn ids_value(&self, people: &[usize]) -> Value {
        Value::List(people.iter().map(|at| self.id_value(*at)).collect())
    }

    fn criterion_value(&self, criterion: usize) -> Value {
        Value::Text(self.criterion(criterion).to_owned())
    }

    fn weights_value(&self, weights: &[f64]) -> Value {
        let weights = weights.iter().enumerate();
        Value::Map(weights.map(|(at, weight)| (self.criterion(at).to_owned(), Value::Fine(*weight))).collect())
    }

    fn standing_value(&self, standing: &ProvedStanding) -> Value {
        let turned = standing.turned.as_ref().map_or(Value::Null, |turn| self.turn_value(turn));
        Value::map([
            ("id", self.id_value(standing.person)),
            ("proved", Value::Flag(standing.holds > self.around || standing.holds >= 1.0)),
            ("holds", Value::Fine(standing.holds)),
            ("turned", turned),
        ])
    }

    fn interval_value(&self, interval: &Interval) -> Value {
        let change = |change: &Option<ListChange>| {
            change.as_ref().map_or(Value::Null, |ListChange { leaves, enters }| {
                Value::map([("leaves", self.ids_value(leaves)), ("enters", self.ids_value(enters))])
            })
        };
        Value::map([
            ("criterion", self.criterion_value(interval.criterion)),
            ("weight", Value::Fine(self.roll.asked[interval.criterion].weight)),
            ("low", Value::Fine(interval.low)),
            ("high", interval.high.map_or(Value::Null, Value::Fine)),
            ("below", change(&interval.below)),
            ("above", change(&interval.above)),
        ])
    }

    fn sample_value(&self) -> Value {
        let (ask, found) = self.sample;
        let weights = match ask.weights {
            Weights::Any => Value::Text("any".to_owned()),
            Weights::Around(part) => Value::map([("around", Value::Fine(part))]),
            Weights::Ordered => Value::Text("ordered".to_owned()),
        };
        let acceptability = |one: &Acceptability| {
            Value::map([
                ("id", self.id_value(one.person)),
                ("in_first", Value::Fine(one.first)),
                ("ranks", Value::List(one.ranks.iter().map(|share| Value::Fine(*share)).collect())),
                ("central_weights", one.central.as_deref().map_or(Value::Null, |weights| self.weights_value(weights))),
                ("confidence", one.confidence.map_or(Value::Null, Value::Fine)),
            ])
        };
        Value::map([
            ("draws", Value::Whole(u64::from(ask.draws))),
            ("seed", Value::Whole(ask.seed)),
            ("weights", weights),
            ("candidates", Value::List(found.iter().map(acceptability).collect())),
        ])
    }

    fn question_value(&self, question: &OpenCell) -> Value {
        Value::map([
            ("id", self.id_value(question.person)),
            ("criterion", self.criterion_value(question.criterion)),
            ("decides_status", Value::Flag(question.decides_status)),
            ("points", Value::Fine(question.points)),
        ])
    }

    fn turn_value(&self, turn: &Turn) -> Value {
        let answer = |(person, criterion): &(usize, usize)| {
            Value::map([("id", self.id_value(*person)), ("criterion", self.criterion_value(*criterion))])
        };
        Value::map([
            ("by", Value::Fine(turn.by)),
            ("weights", self.weights_value(&turn.weights)),
            ("ahead", self.ids_value(&turn.ahead)),
            ("answers", Value::List(turn.answers.iter().map(answer).collect())),
        ])
    }

    fn funnel_value(&self) -> Value {
        let Funnel { candidates, steps, together, eligible, review } = self.funnel;
        let count = |count: usize| Value::Whole(count as u64);
        let step = |step: &FunnelStep| {
            Value::map([
                ("criterion", self.criterion_value(step.criterion)),
                ("come", count(step.come)),
                ("removed", count(step.removed)),
                ("alone", self.ids_value(&step.alone)),
                ("with_others", count(step.with_others)),
                ("near", self.ids_value(&step.near)),
            ])
        };
        let both = |(criteria, people): &(Vec<usize>, usize)| {
            let criteria = criteria.iter().map(|at| self.criterion_value(*at));
            Value::map([("criteria", Value::List(criteria.collect())), ("count", count(*people))])
        };
        Value::map([
            ("candidates", count(*candidates)),
            ("steps", Value::List(steps.iter().map(step).collect())),
            ("together", Value::List(together.iter().map(both).collect())),
            ("eligible", count(*eligible)),
            ("review", count(*review)),
        ])
    }
}
