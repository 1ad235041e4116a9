//! What a posting asks, each with the column of a file that answers it, by words and by what the cells hold.

use std::collections::{HashMap, HashSet};

use super::columns::Item;
use super::guess::{COLUMN, Guess};
use super::named::NamesAsked;
use super::{Asked, AskedBeyond, Counting, Draft, Names, Note, Unused, id_from, id_of, one_line};
use crate::catalogue::{Text, list_or};
use crate::head::{Topics, tongues_of_header, topics};
use crate::posting::{Ask, Document, Paper, Posting, Requirement, days};

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
struct Wish<'a> {
    requirement: &'a Requirement,
    ask: Ask,
    topics: Topics,
    /// What it is called, where it has a name before a colon.
    name: Option<Topics>,
    /// What it calls by its name.
    named: NamesAsked,
}

/// Which column answers a wish, as a person says: the wish by its place, the header or that none does.
pub type Choices = HashMap<usize, Option<String>>;

/// A wish whose column is not sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The wish, by its place.
    pub wish: usize,
    /// The posting's words.
    pub quote: String,
    /// The headers of the columns that could answer it.
    pub columns: Vec<String>,
    /// The one of them that is the likeliest; none where nothing speaks for any.
    pub likely: Option<usize>,
}

/// The wishes of a posting whose column a person should name: those that are not sure, and those that have none though
/// a column of their kind is left.
pub(super) fn open(items: &[Item<'_>], posting: &Posting) -> Vec<Open> {
    const MOST: usize = 8;
    let wishes: Vec<Wish<'_>> = posting.requirements.iter().flat_map(wishes_of).collect();
    let found = assign(&wishes, items, &Choices::new());
    let taken = |at: usize| {
        let sure = |found: &Matched| found.fit == Fit::Sure && found.places.contains(&at);
        found.iter().flatten().any(sure)
    };
    let mut open = Vec::new();
    for (wish, answer) in wishes.iter().enumerate().zip(&found).map(|((at, _), answer)| (at, answer)) {
        let likely = match answer {
            Some(answer) if answer.fit == Fit::Sure => continue,
            answer => answer.as_ref().and_then(|answer| answer.places.first().copied()),
        };
        let asks = !matches!(wishes[wish].ask, Ask::Fact);
        let could = |at: &usize| likely == Some(*at) || !taken(*at) && may_answer(&wishes[wish], &items[*at]);
        let mut places: Vec<usize> = (0..items.len()).filter(could).collect();
        places.retain(|at| items[*at].columns.len() == 1);
        places.truncate(MOST);
        if places.is_empty() || likely.is_none() && !asks {
            continue;
        }
        open.push(Open {
            wish,
            quote: wishes[wish].requirement.quote.clone(),
            columns: places.iter().map(|at| items[*at].columns[0].header.clone()).collect(),
            likely: likely.and_then(|likely| places.iter().position(|at| *at == likely)),
        });
    }
    open
}

/// Whether a person may be asked if a column answers a wish: its header speaks of something that the wish speaks of, or
/// both are years.
fn may_answer(wish: &Wish<'_>, item: &Item<'_>) -> bool {
    let shared = || topics(item.title()).keys().any(|key| wish.topics.has(key));
    match (&wish.ask, &item.guess) {
        (Ask::Years { .. }, Guess::Years { .. }) => true,
        // How often somebody has done it: "a track record of publications".
        (Ask::Done, Guess::Number { .. }) => shared(),
        _ => likes(wish, item).is_some_and(|liking| liking >= 1.0) && shared(),
    }
}

/// Proposes what a posting asks, in its order, then what it wants handed in, then its deadline.
pub(super) fn propose(
    draft: &mut Draft,
    names: &mut Names,
    mut items: Vec<Item<'_>>,
    posting: &Posting,
    choices: &Choices,
) {
    let wishes: Vec<Wish<'_>> = posting.requirements.iter().flat_map(wishes_of).collect();
    let found = assign(&wishes, &items, choices);
    let mut used: HashSet<usize> = HashSet::new();
    for (wish, found) in wishes.iter().zip(&found) {
        used.extend(found.iter().flat_map(|found| &found.places));
        match found {
            Some(found) => answer(draft, names, &mut items, wish, found),
            None => unanswered(draft, wish),
        }
    }
    for document in &posting.documents {
        let at = (0..items.len()).find(|at| !used.contains(at) && holds(&items[*at], document.paper));
        used.extend(at);
        paper(draft, names, at.map(|at| &mut items[at]), document);
    }
    for (at, item) in items.iter_mut().enumerate().filter(|(at, _)| !used.contains(at)) {
        match item.guess {
            Guess::Received if !used.contains(&at) => {
                let id = id_of(item, names);
                let proposal = draft.propose(&id, item.clone(), Counting::Required);
                let quote = posting.deadline.as_ref().map(|deadline| deadline.quote.clone()).unwrap_or_default();
                proposal.asked = Some(Asked { quote, required: true, fit: Fit::Paper, notes: Vec::new() });
            }
            _ => {
                let headers = item.columns.iter().map(|column| column.header.clone());
                draft.unused.extend(headers.map(|header| (header, Unused::NotAsked(item.guess.key()))));
            }
        }
    }
}

/// What a requirement asks: several languages that are all asked for are asked for one by one.
fn wishes_of(requirement: &Requirement) -> Vec<Wish<'_>> {
    let quote = requirement.quote.as_str();
    let name = || quote.split_once(':').map(|(name, _)| topics(name)).filter(|name| !name.is_empty());
    let wish = |ask: Ask| Wish { requirement, ask, topics: topics(quote), name: name(), named: NamesAsked::of(quote) };
    match &requirement.ask {
        Ask::Languages { codes, any: false, level } => {
            codes.iter().map(|code| wish(Ask::Languages { codes: vec![*code], any: false, level: *level })).collect()
        }
        ask => vec![wish(ask.clone())],
    }
}

/// The columns that answer a wish, by their places, and how sure that is.
struct Matched {
    places: Vec<usize>,
    fit: Fit,
}

/// A column that may answer a wish, and how well.
struct Pair {
    score: f64,
    wish: usize,
    place: usize,
    fit: Fit,
}

/// Finds the column for each wish: the best pairs first, so that a column goes to what it says most of.
fn assign(wishes: &[Wish<'_>], items: &[Item<'_>], choices: &Choices) -> Vec<Option<Matched>> {
    let mut found: Vec<Option<Matched>> = wishes.iter().map(|wish| by_kind(wish, items)).collect();
    let mut taken: HashSet<usize> = HashSet::new();
    for (wish, header) in choices.iter().filter(|(wish, _)| **wish < wishes.len()) {
        let has = |item: &Item<'_>| item.columns.iter().any(|column| Some(&column.header) == header.as_ref());
        let place = items.iter().position(has);
        taken.extend(place);
        found[*wish] = place.map(|place| Matched { places: vec![place], fit: Fit::Sure });
    }
    let titles: Vec<Topics> = items.iter().map(|item| topics(without_legend(item.title()))).collect();
    let mut often: HashMap<u64, f64> = HashMap::new();
    titles.iter().flat_map(Topics::keys).for_each(|key| *often.entry(key).or_default() += 1.0);
    // What many headers speak of tells little apart; what none speaks of, nothing.
    let weight = |key: u64| often.get(&key).map_or(0.0, |count| 1.0 / count);
    let mut pairs: Vec<Pair> = Vec::new();
    for (at, wish) in wishes.iter().enumerate().filter(|(at, _)| found[*at].is_none()) {
        for (place, item) in items.iter().enumerate() {
            let Some(liking) = likes(wish, item) else { continue };
            if let Some((near, fit)) = nearness(wish, item, &titles[place], weight) {
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
        wishes.iter().zip(&found).all(|(wish, found)| !taken_by(place, found) || names(wish, &items[*place]))
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
fn names(wish: &Wish<'_>, item: &Item<'_>) -> bool {
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
        let years = matches!(wish.ask, Ask::Years { .. });
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

/// How well a test fits what is asked; nothing where it does not.
fn likes(wish: &Wish<'_>, item: &Item<'_>) -> Option<f64> {
    let claims = wish.topics.claims();
    Some(match (&wish.ask, &item.guess) {
        (Ask::Years { .. }, Guess::Years { .. }) => 2.0,
        (Ask::Level { .. }, Guess::Level { .. } | Guess::Own { .. }) | (Ask::Done, Guess::YesNo) => 1.3,
        (Ask::Done | Ask::Fact, Guess::Level { scale, .. }) if *scale != "education" => 1.0,
        (Ask::Level { .. } | Ask::Done | Ask::Fact, Guess::YesNo | Guess::Own { .. }) => 1.0,
        (Ask::Done, Guess::Years { .. }) => 1.0,
        (Ask::Fact, Guess::Years { .. }) if !wish.requirement.required && !claims => 1.0,
        (Ask::Level { .. } | Ask::Fact, Guess::Rating { .. }) => 1.0,
        // "From 1 = none to 5 = expert"
        (Ask::Level { .. }, Guess::Number { .. }) => 0.9,
        (Ask::Document, Guess::Provided | Guess::YesNo) => 1.3,
        (Ask::Fact, Guess::Provided | Guess::Day { .. } | Guess::OneOf { .. }) => 0.9,
        (Ask::Level { .. } | Ask::Done, Guess::OneOf { .. } | Guess::Mentions { .. }) => 0.6,
        _ => return None,
    })
}

/// Proposes a wish with the columns that answer it.
fn answer(draft: &mut Draft, names: &mut Names, items: &mut [Item<'_>], wish: &Wish<'_>, found: &Matched) {
    let mut item = together(&found.places, items, names);
    let (mut terms, mut notes) = terms(wish);
    fit_to(wish, found, items, &mut item.guess, &mut notes);
    // A step of one scale is none of another.
    let other_scale = !matches!(item.guess, Guess::Level { scale: "proficiency", .. });
    if matches!(wish.ask, Ask::Level { .. }) && other_scale {
        terms.at_least = None;
    }
    let named = if let Guess::Mentions { named, .. } = &item.guess { named.len() } else { 0 };
    if named > 1 && !wish.named.any {
        terms.at_least = Some(named.to_string());
    }
    let required = wish.requirement.required && !notes.iter().any(is_waiver);
    // What people say of themselves turns nobody down, and what has no bound cannot.
    let number = matches!(wish.ask, Ask::Level { .. })
        && matches!(item.guess, Guess::Number { .. } | Guess::Rating { panel: false, .. });
    let declared = number || matches!(item.guess, Guess::Level { .. } | Guess::Own { .. });
    if let Guess::Day { .. } = item.guess {
        terms.at_least = by_day(wish, &item);
    }
    let waits = matches!(item.guess, Guess::OneOf { .. } | Guess::Day { .. });
    let bounded =
        terms.at_least.is_some() || waits || named > 0 || matches!(item.guess, Guess::YesNo | Guess::Provided);
    if required && declared {
        notes.push(Note::SelfDeclared);
    } else if required && !bounded && item.guess.counts_without_bound() {
        notes.push(Note::NoBound);
    }
    let need = if required && bounded && !declared { Counting::Required } else { Counting::Asset };
    let label = match &item.guess {
        Guess::Tongues { of } => list_or(&of.iter().map(|(code, ..)| called(code)).collect::<Vec<_>>()),
        Guess::Language { code, listed: true } => called(code),
        _ => Text::same(item.label.clone()),
    };
    let words = words_of(wish.requirement);
    // What is asked of the same columns again is told apart by its words.
    let again = draft.proposals.iter().any(|one| one.label == label);
    let id = match &item.guess {
        _ if again => id_from(&words),
        Guess::Tongues { .. } => "other-languages".to_owned(),
        Guess::Language { code, listed: true } => id_from(&called(code).en),
        _ => id_of(&mut item, names),
    };
    let proposal = draft.propose(&id, item, need);
    proposal.label = if again { Text::same(words) } else { label };
    proposal.terms = terms;
    proposal.asked = Some(Asked {
        quote: wish.requirement.quote.clone(),
        required: wish.requirement.required,
        fit: found.fit,
        notes,
    });
}

/// The day by which somebody is to be available, where the posting names one and the column asks from when they are.
fn by_day(wish: &Wish<'_>, item: &Item<'_>) -> Option<String> {
    let (about, title) = (topics("availability"), topics(item.title()));
    let asks = about.keys().any(|key| wish.topics.has(key) && title.has(key));
    match days(&wish.requirement.quote).as_slice() {
        [day] if asks => Some(day.to_string()),
        _ => None,
    }
}

/// Whether a note says that who does not meet the test may meet the posting all the same.
const fn is_waiver(note: &Note) -> bool {
    matches!(note, Note::OrExperience | Note::NotAll | Note::Examples)
}

/// The columns at some places as one item, named.
fn together<'a>(places: &[usize], items: &mut [Item<'a>], names: &mut Names) -> Item<'a> {
    let mut places = places.to_vec();
    places.sort_unstable();
    places.dedup();
    for place in &places {
        items[*place].named(names);
    }
    let mut item = items[places[0]].clone();
    item.names = places.iter().flat_map(|place| items[*place].names.clone()).collect();
    item
}

/// What a wish asks, and what a person should know of it.
fn terms(wish: &Wish<'_>) -> (AskedBeyond, Vec<Note>) {
    let mut terms = AskedBeyond::default();
    let mut notes = Vec::new();
    match &wish.ask {
        Ask::Years { at_least } => terms.at_least = Some(at_least.to_string()),
        Ask::Degree { level, fields, or_experience } => {
            terms.at_least = Some(level.unwrap_or("secondary").to_owned());
            terms.fields.clone_from(fields);
            terms.whole = !wish.requirement.required;
            notes.extend(or_experience.then_some(Note::OrExperience));
        }
        Ask::Languages { level, .. } => {
            let required = wish.requirement.required;
            // A wish is not given a level that nobody named: nobody would know why it is that one.
            notes.extend(level.is_none().then_some(if required { Note::NoLevel } else { Note::AnyLevel }));
            terms.at_least = level.or(required.then_some("B2")).map(str::to_owned);
        }
        Ask::Level { step } => terms.at_least = step.map(str::to_owned),
        Ask::Document | Ask::Done | Ask::Fact => {}
    }
    (terms, notes)
}

/// Makes of the test that columns lend themselves to the one that is asked of them.
fn fit_to(wish: &Wish<'_>, found: &Matched, items: &[Item<'_>], guess: &mut Guess, notes: &mut Vec<Note>) {
    match &wish.ask {
        Ask::Degree { .. } if !matches!(guess, Guess::Degree { .. }) => *guess = Guess::Degree { two: false },
        Ask::Languages { codes, any, .. } => {
            let listed = |place: usize| matches!(items[place].guess, Guess::Languages { .. });
            let column = |place: usize| items[place].names[0].0.clone();
            let of = spoken_in(codes, &found.places, items);
            let of: Vec<_> = of.iter().map(|(code, place)| (*code, column(*place), listed(*place))).collect();
            // Who knows another one of them than the file asks for is not to be turned down.
            let note = if of.len() < codes.len() { Note::NotAll } else { Note::Examples };
            notes.extend((*any && (note == Note::NotAll || wish.named.examples)).then_some(note));
            *guess = match of.as_slice() {
                [(code, _, listed)] if !any => Guess::Language { code, listed: *listed },
                _ => Guess::Tongues { of },
            };
        }
        _ if names(wish, &items[found.places[0]]) => {
            notes.extend(wish.named.others.then_some(Note::Examples));
            *guess = Guess::Mentions { many: Vec::new(), named: wish.named.names.clone() };
        }
        _ => {}
    }
}

/// Some languages, each with the place of the column that tells how well it is known: its own, or one that is not of another.
fn spoken_in(codes: &[&'static str], places: &[usize], items: &[Item<'_>]) -> Vec<(&'static str, usize)> {
    let own = |place: usize| if let Guess::Language { code, .. } = items[place].guess { Some(code) } else { None };
    let place = |code: &str| {
        let of_its_own = places.iter().find(|place| own(**place) == Some(code));
        of_its_own.or_else(|| places.iter().find(|place| own(**place).is_none())).copied()
    };
    codes.iter().filter_map(|code| Some((*code, place(code)?))).collect()
}

/// What a language is called.
fn called(code: &str) -> Text {
    crate::languages::by_code(code).map_or_else(|| Text::same(code), crate::languages::Language::name)
}

/// The words of a requirement, as many as a label holds.
fn words_of(requirement: &Requirement) -> String {
    one_line(requirement.quote.split(['.', ';', ':']).next().unwrap_or_default(), 60)
}

/// Proposes a wish that no column answers: as a comment, with the test it would be.
fn unanswered(draft: &mut Draft, wish: &Wish<'_>) {
    let test = match &wish.ask {
        Ask::Years { at_least } => Guess::Years { full_at: *at_least },
        Ask::Degree { .. } => Guess::Degree { two: false },
        Ask::Languages { codes, any: true, .. } => {
            Guess::Tongues { of: codes.iter().map(|code| (*code, COLUMN.to_owned(), false)).collect() }
        }
        Ask::Languages { codes, .. } => Guess::Language { code: codes.first().copied().unwrap_or("en"), listed: false },
        Ask::Level { .. } => Guess::Level { scale: "proficiency", such_as: "" },
        Ask::Document => Guess::Provided,
        Ask::Done | Ask::Fact => Guess::YesNo,
    };
    let (terms, notes) = terms(wish);
    let label = words_of(wish.requirement);
    let required = wish.requirement.required && !notes.iter().any(is_waiver);
    let need = if required { Counting::Required } else { Counting::Asset };
    let proposal = draft.propose(&id_from(&label), wanted(label, test), need);
    proposal.terms = terms;
    proposal.asked = Some(Asked {
        quote: wish.requirement.quote.clone(),
        required: wish.requirement.required,
        fit: Fit::None,
        notes,
    });
}

/// A test of a column that is not there.
fn wanted<'a>(label: String, test: Guess) -> Item<'a> {
    Item {
        columns: Vec::new(),
        label,
        guess: Guess::Wanted { test: Box::new(test) },
        seen: super::guess::Seen::default(),
        names: Vec::new(),
    }
}

/// Whether a column is for a document.
fn holds(item: &Item<'_>, paper: Paper) -> bool {
    let there = matches!(item.guess, Guess::Provided | Guess::YesNo | Guess::OneOf { .. } | Guess::Mentions { .. });
    there && paper.is_named(item.title())
}

/// Proposes a document that is to be handed in.
fn paper(draft: &mut Draft, names: &mut Names, item: Option<&mut Item<'_>>, document: &Document) {
    let name = document.paper.name();
    let (id, item, fit) = match item {
        Some(item) => (id_of(item, names), Item { guess: Guess::Provided, ..item.clone() }, Fit::Paper),
        None => (name.replace(' ', "-"), wanted(name.to_owned(), Guess::Provided), Fit::None),
    };
    let proposal = draft.propose(&id, item, Counting::Required);
    if fit == Fit::None {
        proposal.label = document.paper.title();
    }
    proposal.asked = Some(Asked { quote: document.quote.clone(), required: true, fit, notes: Vec::new() });
}
