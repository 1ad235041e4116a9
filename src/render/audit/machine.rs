//! An audit for scripts: all figures as rows, and as a document.

use super::AuditReport;
use crate::audit::rate::{Impact, Rate, Ratio};
use crate::audit::{Chance, Cut, Demand, Dimension, FEWEST, Figures, Group, Reads, Sweep};
use crate::render::page::Grid;
use crate::render::value::{Value, fine};

/// The columns of the rows.
const HEAD: [&str; 20] = [
    "by",
    "group",
    "measure",
    "at_least",
    "people",
    "least",
    "now",
    "most",
    "rate_least",
    "rate_now",
    "rate_most",
    "ratio_least",
    "ratio_now",
    "ratio_most",
    "four_fifths",
    "more_selections",
    "fisher_p",
    "holm_p",
    "too_small",
    "highest",
];

/// One thing that is counted of a group.
struct GroupFigure {
    measure: String,
    at_least: Option<f64>,
    rate: Rate,
    impact: Option<Impact>,
    rest: Vec<String>,
}

impl GroupFigure {
    /// Its cells, but for those that say of whom and what.
    fn cells(self) -> Vec<String> {
        let at_least = vec![self.at_least.map_or(String::new(), |value| value.to_string())];
        [at_least, csv_rate(self.rate), csv_impact(self.impact), self.rest].concat()
    }
}

impl AuditReport<'_> {
    /// For scripts: a row for each group and each thing that is counted of it.
    #[must_use]
    pub fn table(&self) -> Grid {
        let mut rows = Vec::new();
        for dimension in &self.audit.dimensions {
            for (at, group) in dimension.groups.iter().enumerate() {
                let first = |measure: &str| vec![dimension.name.clone(), group.label.clone(), measure.to_owned()];
                match &group.figures {
                    Some(figures) => self.rows(dimension, at, figures, &mut |row| {
                        rows.push([first(&row.measure), row.cells()].concat())
                    }),
                    None if dimension.names_small() => {
                        rows.push([first("people"), vec![String::new(), format!("<{FEWEST}")]].concat());
                    }
                    None => {}
                }
            }
        }
        rows.iter_mut().for_each(|row| row.resize(HEAD.len(), String::new()));
        Grid { head: HEAD.map(str::to_owned).to_vec(), rows, words: HEAD.len() }
    }

    /// The rows of one group.
    fn rows(&self, dimension: &Dimension, at: usize, figures: &Figures, push: &mut dyn FnMut(GroupFigure)) {
        let row = |measure: &str, rate, impact| GroupFigure {
            measure: measure.to_owned(),
            at_least: None,
            rate,
            impact,
            rest: Vec::new(),
        };
        let people = dimension.groups[at].people;
        let chance = |of: &dyn Fn(&Chance) -> f64| figures.chance.as_ref().map_or(String::new(), |one| fine(of(one)));
        let rest = vec![
            chance(&|chance| chance.fisher),
            chance(&|chance| chance.holm),
            figures.too_small.to_string(),
            (dimension.highest == Some(at)).to_string(),
        ];
        push(GroupFigure { rest, ..row("selected", figures.selected, figures.impact) });
        push(row("scoring", figures.scoring, figures.scoring_impact));
        for demand in &dimension.demands {
            if let Some(passing) = demand.groups[at] {
                let id = &self.criteria[demand.criterion];
                push(row(&format!("pass:{id}"), passing.pass, passing.impact));
                push(row(&format!("without:{id}"), passing.selected, passing.without));
            }
        }
        for reads in &dimension.reads {
            if let Some((empty, not)) = reads.groups[at] {
                push(row(&format!("empty:{}", reads.column), Rate::exactly(empty, people), None));
                push(row(&format!("not_understood:{}", reads.column), Rate::exactly(not, people), None));
            }
        }
        for sweep in &dimension.sweeps {
            let measure = sweep.criterion.map_or("score", |at| &self.criteria[at]);
            for cut in &sweep.cuts {
                if let Some((rate, impact)) = cut.groups[at] {
                    push(GroupFigure {
                        at_least: Some(cut.at_least),
                        ..row(&format!("at_least:{measure}"), rate, impact)
                    });
                }
            }
        }
    }

    /// For scripts, all of it.
    #[must_use]
    pub fn document(&self) -> Value {
        let list = |of: &dyn Fn(&Dimension) -> Value| Value::List(self.audit.dimensions.iter().map(of).collect());
        Value::map([
            ("candidates", Value::Whole(self.audit.candidates)),
            ("selection", Value::Text(self.selection.en.clone())),
            ("by", list(&|dimension| self.dimension(dimension))),
        ])
    }

    fn dimension(&self, dimension: &Dimension) -> Value {
        let named = |at: usize| dimension.groups[at].figures.is_some();
        let groups = dimension.groups.iter().enumerate().filter(|(at, _)| named(*at) || dimension.names_small());
        let highest = dimension.highest.map(|at| Value::Text(dimension.groups[at].label.clone()));
        let demands = dimension.demands.iter().map(|demand| self.demand_value(dimension, demand));
        let reads = dimension.reads.iter().map(|reads| reads_value(dimension, reads));
        let sweeps = dimension.sweeps.iter().map(|sweep| self.sweep_value(dimension, sweep));
        let mut members = vec![
            ("column".to_owned(), Value::Text(dimension.name.clone())),
            ("unknown".to_owned(), Value::Whole(dimension.unknown)),
            ("highest".to_owned(), highest.unwrap_or(Value::Null)),
            ("groups".to_owned(), Value::List(groups.map(|(_, group)| group_value(group)).collect())),
            ("open_candidates".to_owned(), Value::Whole(dimension.decide.len() as u64)),
            ("criteria".to_owned(), Value::List(demands.collect())),
            ("cells".to_owned(), Value::List(reads.collect())),
        ];
        if let Some(ids) = self.who {
            let ids = dimension.decide.iter().filter_map(|at| ids.get(*at)).cloned().map(Value::Text);
            members.push(("decided_by".to_owned(), Value::List(ids.collect())));
        }
        if !dimension.sweeps.is_empty() {
            members.push(("sweeps".to_owned(), Value::List(sweeps.collect())));
        }
        Value::Map(members)
    }

    fn demand_value(&self, dimension: &Dimension, demand: &Demand) -> Value {
        let passing = |at: usize| {
            demand.groups[at].map_or(Value::Null, |passing| {
                Value::map([
                    ("pass", rate_value(passing.pass)),
                    ("open", Value::Whole(passing.open)),
                    ("fail", Value::Whole(passing.fail)),
                    ("ratio", impact_value(passing.impact)),
                    ("ratio_without", impact_value(passing.without)),
                ])
            })
        };
        Value::map([("criterion", self.id_value(demand.criterion)), ("groups", each_group(dimension, passing))])
    }

    fn sweep_value(&self, dimension: &Dimension, sweep: &Sweep) -> Value {
        let cut = |cut: &Cut| {
            let group = |at: usize| {
                cut.groups[at].map_or(Value::Null, |(rate, impact)| {
                    Value::map([("pass", rate_value(rate)), ("ratio", impact_value(impact))])
                })
            };
            Value::map([("at_least", Value::Fine(cut.at_least)), ("groups", each_group(dimension, group))])
        };
        let of = sweep.criterion.map_or(Value::Text("score".into()), |at| self.id_value(at));
        Value::map([("of", of), ("cuts", Value::List(sweep.cuts.iter().map(cut).collect()))])
    }

    fn id_value(&self, criterion: usize) -> Value {
        Value::Text(self.criteria[criterion].clone())
    }
}

/// How many cells of a column said nothing, and how many were not understood.
fn reads_value(dimension: &Dimension, reads: &Reads) -> Value {
    let counts = |at: usize| {
        reads.groups[at].map_or(Value::Null, |(empty, not)| {
            Value::map([("empty", Value::Whole(empty)), ("not_understood", Value::Whole(not))])
        })
    };
    Value::map([("column", Value::Text(reads.column.clone())), ("groups", each_group(dimension, counts))])
}

/// Something of each group that is large enough to be shown.
fn each_group(dimension: &Dimension, of: impl Fn(usize) -> Value) -> Value {
    let shown = dimension.groups.iter().enumerate().filter(|(_, group)| group.figures.is_some());
    Value::Map(shown.map(|(at, group)| (group.label.clone(), of(at))).collect())
}

fn csv_rate(rate: Rate) -> Vec<String> {
    let [least, now, most] = rate.parts();
    let counts = [rate.of, rate.least, rate.now, rate.most].map(|count| count.to_string());
    counts.into_iter().chain([least, now, most].map(|part| fine(part.share()))).collect()
}

fn csv_impact(impact: Option<Impact>) -> Vec<String> {
    let Some(impact) = impact else { return vec![String::new(); 5] };
    let now = impact.now.map(Ratio::value);
    let more = impact.now.map_or(String::new(), |now| now.more_for_four_fifths().to_string());
    let ratio =
        [Some(impact.low.value()), now, Some(impact.high.value())].map(|ratio| ratio.map_or(String::new(), fine));
    ratio.into_iter().chain([impact.four_fifths().name().to_owned(), more]).collect()
}

fn rate_value(rate: Rate) -> Value {
    let [least, now, most] = rate.parts();
    Value::map([
        ("of", Value::Whole(rate.of)),
        ("least", Value::Whole(rate.least)),
        ("now", Value::Whole(rate.now)),
        ("most", Value::Whole(rate.most)),
        ("rate_least", Value::Fine(least.share())),
        ("rate_now", Value::Fine(now.share())),
        ("rate_most", Value::Fine(most.share())),
    ])
}

fn impact_value(impact: Option<Impact>) -> Value {
    let Some(impact) = impact else { return Value::Null };
    let now = impact.now.map_or(Value::Null, |now| Value::Fine(now.value()));
    Value::map([
        ("least", Value::Fine(impact.low.value())),
        ("now", now),
        ("most", Value::Fine(impact.high.value())),
        ("four_fifths", Value::Text(impact.four_fifths().name().to_owned())),
        ("more_selections", impact.now.map_or(Value::Null, |now| Value::Whole(now.more_for_four_fifths()))),
    ])
}

fn chance_value(chance: &Chance) -> Value {
    let pair = |pair: Option<(f64, f64)>| {
        pair.map_or(Value::Null, |(low, high)| Value::List(vec![Value::Fine(low), Value::Fine(high)]))
    };
    Value::map([
        ("fisher_p", Value::Fine(chance.fisher)),
        ("fisher_p_range", pair(chance.fisher_range)),
        ("holm_p", Value::Fine(chance.holm)),
        ("z", Value::Fine(chance.z)),
        ("z_p", Value::Fine(chance.z_chance)),
        ("ratio_95", pair(chance.interval)),
    ])
}

fn group_value(group: &Group) -> Value {
    let label = Value::Text(group.label.clone());
    let Some(figures) = &group.figures else {
        return Value::map([("group", label), ("people", Value::Text(format!("<{FEWEST}")))]);
    };
    Value::map([
        ("group", label),
        ("people", Value::Whole(group.people)),
        ("too_small", Value::Flag(figures.too_small)),
        ("selected", rate_value(figures.selected)),
        ("ratio", impact_value(figures.impact)),
        ("scoring", rate_value(figures.scoring)),
        ("scoring_ratio", impact_value(figures.scoring_impact)),
        ("chance", figures.chance.as_ref().map_or(Value::Null, chance_value)),
    ])
}
