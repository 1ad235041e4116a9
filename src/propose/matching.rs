//! What a posting asks, each with the column of a file that answers it, by words and by what the cells hold.

use std::collections::{HashMap, HashSet};

use super::amounts::{amount, counts};
use super::columns::Item;
use super::guess::Guess;
use super::named::NamesAsked;
use crate::head::{HeaderWords, Topics, tongues_of_header, topics};
use crate::lexicon::Head;
use crate::posting::{Ask, Requirement, days};

/// How sure it is that a column answers what a posting asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Its words and its cells say so.
    Sure,
    /// Its cells say so, and its words say nothing else.
    Likely,
    /// It is what the application is handed in with, or when.
    Paper,
    /// No column answers it.
    None,
}

/// One thing to ask: a requirement, or one of the languages that it names.
pub(super) struct Wish<'a> {
    pub requirement: &'a Requirement,
    pub ask: Ask,
    pub topics: Topics,
    /// What it is called, where it has a name before a colon.
    name: Option<Topics>,
    /// What it calls by its name.
    pub named: NamesAsked,
    /// How many of something it asks for: people led, articles published.
    pub amount: Option<f64>,
    /// It names one day by which somebody is to be there.
    pub by_day: bool,
}

/// Which column answers a wish, as a person says: the wish by its place, the header or that none does.
pub type Choices = HashMap<usize, Option<String>>;

/// What a requirement asks: several languages that are all asked for are asked for one by one.
pub(super) fn wishes_of(requirement: &Requirement) -> Vec<Wish<'_>> {
    let quote = requirement.quote.as_str();
    let name = || quote.split_once(':').map(|(name, _)| topics(name)).filter(|name| !name.is_empty());
    let wish = |ask: Ask| {
        let topics = topics(quote);
        let by_day = speaks_of_availability(&topics) && days(quote).len() == 1;
        let (name, named, amount) = (name(), NamesAsked::of(quote), amount(quote));
        Wish { requirement, ask, topics, name, named, amount, by_day }
    };
    match &requirement.ask {
        Ask::Languages { codes, enough: None, level } => {
            codes.iter().map(|code| wish(Ask::Languages { codes: vec![*code], enough: None, level: *level })).collect()
        }
        ask => vec![wish(ask.clone())],
    }
}

/// The columns that answer a wish, by their places, and how sure that is.
pub(super) struct Matched {
    pub places: Vec<usize>,
    pub fit: Fit,
}

/// A column that may answer a wish, and how well.
struct Pair {
    score: f64,
    wish: usize,
    place: usize,
    fit: Fit,
}

/// What the headers of a file speak of.
pub(super) struct HeadersSaid {
    /// Each header's topics.
    pub titles: Vec<Topics>,
    often: HashMap<u64, f64>,
}

impl HeadersSaid {
    pub(super) fn of(items: &[Item<'_>]) -> Self {
        let titles: Vec<Topics> = items.iter().map(|item| topics(without_legend(item.title()))).collect();
        let mut often: HashMap<u64, f64> = HashMap::new();
        titles.iter().flat_map(Topics::keys).for_each(|key| *often.entry(key).or_default() += 1.0);
        Self { titles, often }
    }

    /// How much a topic tells: what many headers speak of tells little apart; what none speaks of, nothing.
    pub(super) fn weight(&self, key: u64) -> f64 {
        self.often.get(&key).map_or(0.0, |count| 1.0 / count)
    }

    /// How much of what a header speaks of a wish speaks of too.
    pub(super) fn shared(&self, wish: &Wish<'_>, place: usize) -> f64 {
        self.titles[place].keys().filter(|key| wish.topics.has(*key)).map(|key| self.weight(key)).sum()
    }
}

/// Finds the column for each wish: the best pairs first, so that a column goes to what it says most of.
pub(super) fn assign(wishes: &[Wish<'_>], items: &[Item<'_>], choices: &Choices) -> Vec<Option<Matched>> {
    let mut found: Vec<Option<Matched>> = wishes.iter().map(|wish| by_kind(wish, items)).collect();
    let mut taken: HashSet<usize> = HashSet::new();
    for (wish, header) in choices.iter().filter(|(wish, _)| **wish < wishes.len()) {
        let has = |item: &Item<'_>| item.columns.iter().any(|column| Some(&column.header) == header.as_ref());
        let place = items.iter().position(has);
        taken.extend(place);
        found[*wish] = place.map(|place| Matched { places: vec![place], fit: Fit::Sure });
    }
    let said = HeadersSaid::of(items);
    let mut pairs: Vec<Pair> = Vec::new();
    for (at, wish) in wishes.iter().enumerate().filter(|(at, _)| found[*at].is_none()) {
        for (place, item) in items.iter().enumerate() {
            let Some(liking) = likes(wish, item) else { continue };
            if let Some((near, fit)) = nearness(wish, item, &said.titles[place], |key| said.weight(key)) {
                pairs.push(Pair { score: near * liking, wish: at, place, fit });
            }
        }
    }
    pairs.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.wish.cmp(&b.wish)).then(a.place.cmp(&b.place)));
    for Pair { wish, place, fit, .. } in pairs {
        if found[wish].is_none() && !choices.contains_key(&wish) && taken.insert(place) {
            found[wish] = Some(Matched { places: vec![place], fit });
        }
    }
    // A list of what somebody knows may answer for several things.
    let taken_by = |place: &usize, found: &Option<Matched>| found.iter().any(|found| found.places.contains(place));
    let is_free = |place: &usize| {
        let chosen = |at: usize| choices.get(&at).is_some_and(Option::is_some);
        let mut taken = wishes.iter().zip(&found).enumerate().filter(|(_, (_, found))| taken_by(place, found));
        taken.all(|(at, (wish, _))| chosen(at) || names(wish, &items[*place]))
    };
    let free: Vec<usize> = (0..items.len()).filter(is_free).collect();
    for (at, wish) in wishes.iter().enumerate().filter(|(at, _)| !choices.contains_key(at)) {
        let place = free.iter().find(|place| names(wish, &items[**place]));
        if let Some(place) = place.filter(|_| found[at].is_none()) {
            found[at] = Some(Matched { places: vec![*place], fit: Fit::Likely });
        }
    }
    found
}

/// Whether the cells of a column name what is asked by its name: "R or Python", "a licence of category B".
pub(super) fn names(wish: &Wish<'_>, item: &Item<'_>) -> bool {
    matches!(wish.ask, Ask::Level { .. } | Ask::Done | Ask::Fact) && wish.named.are_in(item)
}

/// A header without what its marks mean: "(1 = none, 5 = expert)".
fn without_legend(title: &str) -> &str {
    title.split_once('(').filter(|(_, legend)| legend.contains('=')).map_or(title, |(asked, _)| asked)
}

/// How near a header is to what is asked, from 0 to 1: how much of what both speak of they share.
fn nearness(wish: &Wish<'_>, item: &Item<'_>, title: &Topics, weight: impl Fn(u64) -> f64) -> Option<(f64, Fit)> {
    const SURE: f64 = 0.5;
    const LIKELY: f64 = 0.34;
    let sum = |keys: &mut dyn Iterator<Item = u64>| keys.map(&weight).sum::<f64>();
    let all = sum(&mut title.keys());
    if all <= 0.0 {
        // "Years of experience" says nothing else, and may be what is asked.
        let years = matches!((&wish.ask, &item.guess), (Ask::Years { .. }, Guess::Years { .. }));
        let fit = if wish.topics.is_empty() { Fit::Sure } else { Fit::Likely };
        return years.then_some((0.01, fit));
    }
    let of = |topics: &Topics| {
        let shared = sum(&mut title.keys().filter(|key| topics.has(*key)));
        (shared / all, shared / (all + sum(&mut topics.keys()) - shared))
    };
    // What a requirement is called counts before what it says at length.
    let named = wish.name.as_ref().map(of).filter(|(said, _)| *said >= SURE);
    let (said, near) = named.map_or_else(|| of(&wish.topics), |(said, near)| (said, near + 1.0));
    let shared = title.keys().filter(|key| wish.topics.has(*key)).count();
    let other = shared < title.keys().count();
    let few = matches!(item.guess, Guess::Mentions { .. } | Guess::OneOf { .. }) && shared < 2 && other;
    let fit = if said >= SURE { Fit::Sure } else { Fit::Likely };
    (said >= LIKELY && !few).then_some((near, fit))
}

/// The columns that what is asked names by itself: degrees and languages.
fn by_kind(wish: &Wish<'_>, items: &[Item<'_>]) -> Option<Matched> {
    let at = |fits: &dyn Fn(&Guess) -> bool| items.iter().position(|item| fits(&item.guess));
    match &wish.ask {
        Ask::Degree { .. } => {
            let place = at(&|guess| matches!(guess, Guess::Degree { .. }))
                .or_else(|| at(&|guess| matches!(guess, Guess::Level { scale: "education", .. })))?;
            Some(Matched { places: vec![place], fit: Fit::Sure })
        }
        Ask::Languages { codes, .. } => {
            let list = at(&|guess| matches!(guess, Guess::Languages { .. }));
            let own = |code: &str| at(&|guess| matches!(guess, Guess::Language { code: own, .. } if *own == code));
            // What is named beside the languages that have a box of their own says nothing of those.
            let boxed = |code: &str| {
                let named = |item: &Item<'_>| tongues_of_header(item.title()) == [code];
                items.iter().any(|item| item.guess == Guess::YesNo && named(item))
            };
            let listed = |code: &str| list.filter(|_| !boxed(code));
            let places: Vec<usize> = codes.iter().filter_map(|code| own(code).or_else(|| listed(code))).collect();
            (!places.is_empty()).then_some(Matched { places, fit: Fit::Sure })
        }
        _ => None,
    }
}

/// Nobody has worked for more years.
const LONGEST: f64 = 50.0;

/// How well a test fits what is asked; nothing where it does not.
fn likes(wish: &Wish<'_>, item: &Item<'_>) -> Option<f64> {
    let claims = wish.topics.claims();
    // A diploma in nursing answers nothing about health.
    let diploma = |text: &str| HeaderWords::of(text).say(&[Head::Degree]);
    if matches!(wish.ask, Ask::Fact | Ask::Done) && diploma(item.title()) && !diploma(&wish.requirement.quote) {
        return None;
    }
    Some(match (&wish.ask, &item.guess) {
        // Years go first to what asks for years.
        (Ask::Years { .. }, Guess::Years { .. }) => 4.0,
        // "Of which in advocacy": a number, below a header that says nothing of years.
        (Ask::Years { .. }, Guess::Number { full_at, .. }) if *full_at <= LONGEST && !counts(item) => 1.0,
        (Ask::Level { .. }, Guess::Level { .. } | Guess::Own { .. }) => 1.3,
        (Ask::Done | Ask::Denied, Guess::YesNo) => 1.3,
        (Ask::Done | Ask::Fact, Guess::Level { scale, .. }) if *scale != "education" => 1.0,
        (Ask::Level { .. } | Ask::Done | Ask::Fact, Guess::YesNo | Guess::Own { .. }) => 1.0,
        (Ask::Done, Guess::Years { .. }) => 0.5,
        (Ask::Fact, Guess::Years { .. }) if !wish.requirement.required && !claims => 1.0,
        (Ask::Level { .. } | Ask::Fact, Guess::Rating { .. }) => 1.0,
        // "A team of three" is an amount.
        (Ask::Done | Ask::Fact, Guess::Number { .. }) if wish.amount.is_some() => 1.4,
        (Ask::Level { .. }, Guess::Number { .. }) if rates(wish, item) => 0.9,
        (Ask::Fact | Ask::Done, Guess::Day { .. }) if wish.by_day => 2.0,
        (Ask::Document, Guess::Provided | Guess::YesNo) => 1.3,
        (Ask::Fact, Guess::Provided | Guess::Day { .. } | Guess::OneOf { .. }) | (Ask::Denied, Guess::OneOf { .. }) => {
            0.9
        }
        (Ask::Level { .. } | Ask::Done, Guess::OneOf { .. } | Guess::Mentions { .. }) => 0.6,
        _ => return None,
    })
}

/// Whether the numbers of a column may be marks that somebody gives themselves for what is asked, "from 1 = none to 5 = expert",
/// and no amounts of anything. What a wish calls by its name, such a column names as well.
pub(super) fn rates(wish: &Wish<'_>, item: &Item<'_>) -> bool {
    const HIGHEST: f64 = 10.0;
    let marks = matches!(item.guess, Guess::Number { full_at, .. } if full_at <= HIGHEST);
    let title = item.title();
    let named = wish.named.names.is_empty() || wish.named.is_in(title);
    marks && named && !HeaderWords::of(title).say(&[Head::Count])
}

/// Whether a text speaks of when somebody is available.
pub(super) fn speaks_of_availability(said: &Topics) -> bool {
    topics("availability").keys().any(|key| said.has(key))
}
