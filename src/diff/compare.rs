//! Two listings held against each other.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::listing::{ListedCriterion, ListedPerson, Listing, Rated};
use crate::fold::fold;
use crate::score::Need;
use crate::verdict::Finding;

/// What differs between two outputs.
#[derive(Debug)]
pub struct Difference<'a> {
    /// The first one.
    pub before: &'a Listing,
    /// The second one.
    pub after: &'a Listing,
    /// The criteria of either that are new, gone or count otherwise, in the order of the second, then of the first.
    pub rules: Vec<ChangedRule<'a>>,
    /// The candidates who are in both and stand elsewhere, in the order of the second.
    pub changed: Vec<Change<'a>>,
    /// The candidates of the second alone, in its order.
    pub new: Vec<&'a ListedPerson>,
    /// The candidates of the first alone, in its order.
    pub gone: Vec<&'a ListedPerson>,
    /// Whether candidates without an id of their own were told by the line that they are on.
    pub by_line: bool,
}

/// A criterion that counts otherwise.
#[derive(Clone, Copy, Debug)]
pub struct ChangedRule<'a> {
    /// As the first output has it.
    pub before: Option<&'a Rated>,
    /// As the second one has it.
    pub after: Option<&'a Rated>,
    /// Whether both outputs speak one language, so that phrases can be compared.
    one_language: bool,
}

/// A candidate who stands elsewhere.
#[derive(Debug)]
pub struct Change<'a> {
    /// As in the first output.
    pub before: &'a ListedPerson,
    /// As in the second one.
    pub after: &'a ListedPerson,
    /// The criteria of which something else is told.
    pub causes: Vec<Cause<'a>>,
}

/// A criterion of which something else is told.
#[derive(Clone, Copy, Debug)]
pub struct Cause<'a> {
    /// The criterion's id.
    pub id: &'a str,
    /// What it is called.
    pub label: Option<&'a str>,
    /// What the first output tells.
    pub before: Option<&'a ListedCriterion>,
    /// What the second one tells.
    pub after: Option<&'a ListedCriterion>,
    /// Whether the status may follow from it: it can reject, or that is not known.
    pub decides: bool,
}

impl Difference<'_> {
    /// Whether nothing that is compared differs.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.rules.is_empty() && self.changed.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }

    /// How many have another status.
    #[must_use]
    pub fn other_status(&self) -> usize {
        self.changed.iter().filter(|change| change.is_status()).count()
    }
}

impl Change<'_> {
    /// Whether the status is another one.
    #[must_use]
    pub fn is_status(&self) -> bool {
        differ(self.before.status, self.after.status)
    }

    /// By how many ranks the candidate is further ahead; negative for further behind.
    #[must_use]
    pub fn moved(&self) -> Option<i64> {
        let rank = |one: &ListedPerson| i64::try_from(one.ranks[0]?).ok();
        Some(rank(self.before)? - rank(self.after)?).filter(|moved| *moved != 0)
    }

    /// Whether the candidate's own status, score or criteria changed, and not only the others'.
    #[must_use]
    pub fn is_own(&self) -> bool {
        let scores = self.before.scores.iter().zip(self.after.scores).any(|(a, b)| differ(*a, b));
        self.is_status() || scores || !self.causes.is_empty() || self.before.decided != self.after.decided
    }

    /// The criteria that the status may have changed through: what can reject and has another verdict.
    pub fn deciding(&self) -> impl Iterator<Item = &Cause<'_>> {
        self.causes.iter().filter(|cause| cause.decides && cause.is_verdict())
    }
}

impl Cause<'_> {
    /// Whether the verdict is another one, or there was or is none.
    #[must_use]
    pub fn is_verdict(&self) -> bool {
        self.before.map(|told| told.finding) != self.after.map(|told| told.finding)
    }
}

impl<'a> ChangedRule<'a> {
    /// What was asked and what is, where it is something else.
    #[must_use]
    pub fn bounds(&self) -> Option<(&'a str, &'a str)> {
        let (before, after) = (self.before?.requirement.as_deref()?, self.after?.requirement.as_deref()?);
        (self.one_language && before != after).then_some((before, after))
    }
}

impl<'a> Cause<'a> {
    /// What the cell said and what it says, where that is told and is another text.
    #[must_use]
    pub fn other_cell(&self) -> Option<(&'a str, &'a str)> {
        let (before, after) = (self.before?.evidence.as_deref()?, self.after?.evidence.as_deref()?);
        (fold(before) != fold(after)).then_some((before, after))
    }
}

/// Whether two things are both told, and differ.
fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// Holds two outputs against each other. A candidate is known by the id; those who have the same id, in the order of their
/// lines; those without an id, for whom the line stands, by their name as far as they have one.
#[must_use]
pub(crate) fn compare<'a>(before: &'a Listing, after: &'a Listing) -> Difference<'a> {
    let criteria = BothCriteria::of(before, after);
    let (keys, pairs) = pair(before, after);
    let mut paired = vec![false; before.people.len()];
    let (mut changed, mut new) = (Vec::new(), Vec::new());
    for (one, pair) in after.people.iter().zip(&pairs) {
        let Some(pair) = *pair else {
            new.push(one);
            continue;
        };
        paired[pair] = true;
        changed.extend(criteria.change(&before.people[pair], one));
    }
    let gone = before.people.iter().zip(paired).filter(|(_, paired)| !paired).map(|(one, _)| one).collect();
    let by_line = keys.iter().any(|key| matches!(key, KnownBy::Line(_)));
    Difference { before, after, rules: criteria.rules(), changed, new, gone, by_line }
}

/// The criteria of both, each with its place in either.
struct BothCriteria<'a> {
    before: &'a Listing,
    after: &'a Listing,
    places: Vec<(Option<usize>, Option<usize>)>,
}

impl<'a> BothCriteria<'a> {
    fn of(before: &'a Listing, after: &'a Listing) -> Self {
        let each = after.criteria.iter().enumerate();
        let mut places: Vec<_> = each.map(|(at, criterion)| (before.place(&criterion.id), Some(at))).collect();
        let gone = before.criteria.iter().enumerate().filter(|(_, criterion)| after.place(&criterion.id).is_none());
        places.extend(gone.map(|(at, _)| (Some(at), None)));
        Self { before, after, places }
    }

    fn rated(&self, (before, after): (Option<usize>, Option<usize>)) -> ChangedRule<'a> {
        let [before, after] = [before.map(|at| &self.before.criteria[at]), after.map(|at| &self.after.criteria[at])];
        ChangedRule { before, after, one_language: false }
    }

    /// Those that are new, gone or count otherwise. Of a list with nobody on it, CSV and JSON Lines tell no criteria.
    fn rules(&self) -> Vec<ChangedRule<'a>> {
        let told = |listing: &Listing| !listing.criteria.is_empty();
        if !told(self.before) || !told(self.after) {
            return Vec::new();
        }
        let [words, others] = [self.before, self.after].map(|listing| listing.as_of_source.as_deref());
        let one_language = words.is_some() && words == others;
        let other = |rule: &ChangedRule<'_>| match (rule.before, rule.after) {
            (Some(a), Some(b)) => differ(a.need, b.need) || differ(a.weight, b.weight) || rule.bounds().is_some(),
            _ => true,
        };
        let each = self.places.iter().map(|places| ChangedRule { one_language, ..self.rated(*places) });
        each.filter(other).collect()
    }

    /// What changed for a candidate, where something did.
    fn change(&self, before: &'a ListedPerson, after: &'a ListedPerson) -> Option<Change<'a>> {
        let mut causes = Vec::new();
        for places in &self.places {
            let (a, b) = (before.told(places.0), after.told(places.1));
            let rule = self.rated(*places);
            let needs = [rule.before, rule.after].map(|rated| rated.and_then(|rated| rated.need));
            let other_need = differ(needs[0], needs[1]);
            if same(a, b) && !(other_need && [a, b].iter().flatten().any(|told| told.finding != Finding::Met)) {
                continue;
            }
            let rated = rule.after.or(rule.before);
            causes.push(Cause {
                id: rated.map_or("", |rated| &rated.id),
                label: rated.and_then(|rated| rated.label.as_deref()),
                before: a,
                after: b,
                decides: needs == [None, None] || needs.contains(&Some(Need::Required)),
            });
        }
        let change = Change { before, after, causes };
        let ranks = before.ranks.iter().zip(after.ranks).any(|(a, b)| differ(*a, b));
        (change.is_own() || ranks).then_some(change)
    }
}

/// Whether the same is told of a criterion, as far as both tell it.
fn same(a: Option<&ListedCriterion>, b: Option<&ListedCriterion>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let credits = a.credits.iter().zip(b.credits).all(|(a, b)| !differ(*a, b));
            a.finding == b.finding && credits && a.decided.is_some() == b.decided.is_some()
        }
        _ => false,
    }
}

/// By what a candidate is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum KnownBy {
    Id(Arc<str>),
    /// Without an id of their own.
    Name(String),
    /// Without either.
    Line(Arc<str>),
}

/// The keys of the second one's candidates, and of each the place of the same candidate in the first one.
fn pair(before: &Listing, after: &Listing) -> (Vec<KnownBy>, Vec<Option<usize>>) {
    // What a spreadsheet would take for a formula has an apostrophe in the one and none in the other.
    let plain = before.for_sheets != after.for_sheets;
    let by_line = are_lines(before) && are_lines(after);
    let key = |one: &ListedPerson| match () {
        () if !by_line => KnownBy::Id(if plain { one.id.replace('\'', "").into() } else { Arc::clone(&one.id) }),
        () if one.name.is_empty() => KnownBy::Line(Arc::clone(&one.id)),
        () => KnownBy::Name(fold(&one.name)),
    };
    let mut known: HashMap<KnownBy, Vec<usize>, FixedState> = HashMap::default();
    for (at, one) in before.people.iter().enumerate() {
        known.entry(key(one)).or_default().push(at);
    }
    let line = |listing: &Listing, at: usize| (listing.people[at].line, at);
    for same in known.values_mut() {
        same.sort_by_key(|at| std::cmp::Reverse(line(before, *at)));
    }
    let keys: Vec<KnownBy> = after.people.iter().map(key).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|at| line(after, *at));
    let mut pairs = vec![None; keys.len()];
    for at in order {
        pairs[at] = known.get_mut(&keys[at]).and_then(Vec::pop);
    }
    (keys, pairs)
}

/// Whether the line stands for every candidate's id.
fn are_lines(listing: &Listing) -> bool {
    let is_line = |one: &ListedPerson| one.line.is_some_and(|line| *one.id == *line.to_string());
    !listing.people.is_empty() && listing.people.iter().all(is_line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::score::{Score, Status};

    /// Candidates of a few ids, some of them twice, with one criterion.
    fn listing() -> impl Strategy<Value = Listing> {
        let one = (0_u8..6, 0_usize..3, 0_u32..4, 0_usize..4, 1_u64..40);
        prop::collection::vec(one, 0..8).prop_map(|all| {
            let mut listing = Listing::new("x.json", false);
            listing.criteria.push(Rated { id: "c".into(), ..Rated::default() });
            for (id, status, score, finding, line) in all {
                let mut person = ListedPerson { id: format!("A{id}").into(), ..ListedPerson::default() };
                person.line = Some(line);
                person.status = Some(Status::ALL[status]);
                person.scores = [Some(Score::from_steps(score)); 2];
                let finding = Finding::ALL[finding];
                person.put(0, ListedCriterion { finding, credits: [None; 2], evidence: None, decided: None });
                listing.people.push(person);
            }
            listing
        })
    }

    proptest! {
        #[test]
        fn everybody_is_told_of_once(a in listing(), b in listing()) {
            let there = compare(&a, &b);
            let back = compare(&b, &a);
            let count = |listing: &Listing, id: &str| listing.people.iter().filter(|one| &*one.id == id).count();
            for id in ["A0", "A1", "A2", "A3", "A4", "A5"] {
                let of = |people: &[&ListedPerson]| people.iter().filter(|one| &*one.id == id).count();
                prop_assert_eq!(of(&there.new), count(&b, id).saturating_sub(count(&a, id)));
                prop_assert_eq!(of(&there.gone), count(&a, id).saturating_sub(count(&b, id)));
            }
            prop_assert_eq!(there.changed.len(), back.changed.len());
            prop_assert_eq!(there.other_status(), back.other_status());
            prop_assert!(compare(&a, &a).is_none());
            for change in &there.changed {
                prop_assert_eq!(&change.before.id, &change.after.id);
                let told = |one: &ListedPerson| (one.status, one.scores, one.told[0].as_ref().map(|told| told.finding));
                prop_assert_ne!(told(change.before), told(change.after));
            }
        }
    }

    #[test]
    fn those_without_ids_are_known_by_their_names() {
        let people = |names: &[&str]| {
            let mut listing = Listing::new("x.csv", true);
            for (line, name) in (2_u64..).zip(names) {
                let id = line.to_string().into();
                listing.people.push(ListedPerson {
                    id,
                    name: (*name).into(),
                    line: Some(line),
                    ..ListedPerson::default()
                });
            }
            listing
        };
        let (before, after) = (people(&["Ada", "Bo"]), people(&["New", "ADA", "Bo"]));
        let found = compare(&before, &after);
        assert_eq!((found.new.len(), &*found.new[0].name, found.gone.len(), found.by_line), (1, "New", 0, false));
        let (before, after) = (people(&["", ""]), people(&[""]));
        let found = compare(&before, &after);
        assert_eq!((found.new.len(), found.gone.len(), found.by_line), (0, 1, true));
    }
}
