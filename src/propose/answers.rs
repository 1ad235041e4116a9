//! What is proposed for a posting: each requirement with the columns that answer it or without.

use std::collections::HashSet;

use super::columns::Item;
use super::guess::{COLUMN, Guess};
use super::matching::{Choices, Fit, HeadersSaid, Matched, Wish, assign, names, speaks_of_availability, wishes_of};
use super::papers::{holds, named_by_a_word};
use super::short::shorts;
use super::together::{AskedTogether, together};
use super::{Asked, AskedBeyond, Counting, Draft, Names, Note, Unused, id_from, id_of, one_line};
use crate::catalogue::{Text, list_or};
use crate::head::topics;
use crate::posting::{Ask, Document, Posting, Requirement, days};

/// Proposes what a posting asks, in its order, then what it wants handed in, then its deadline.
pub(super) fn propose(
    draft: &mut Draft,
    names: &mut Names,
    mut items: Vec<Item<'_>>,
    posting: &Posting,
    choices: &Choices,
) {
    let wishes: Vec<Wish<'_>> = posting.requirements.iter().flat_map(wishes_of).collect();
    let mut found = assign(&wishes, &items, choices);
    for (at, wish) in wishes.iter().enumerate().filter(|(_, wish)| wish.ask == Ask::Document) {
        let free = |place: usize| !found.iter().flatten().any(|found| found.places.contains(&place));
        let place = named_by_a_word(&items, &wish.requirement.quote, free).filter(|_| found[at].is_none());
        found[at] = place.map(|place| Matched { places: vec![place], fit: Fit::Likely }).or(found[at].take());
    }
    let said = HeadersSaid::of(&items);
    let mut used: HashSet<usize> = HashSet::new();
    for (wish, found) in wishes.iter().zip(&found) {
        let Some(found) = found else {
            unanswered(draft, wish);
            continue;
        };
        let together = together(wish, found, &items, &said, &used);
        used.extend(found.places.iter().chain(together.iter().flat_map(|together| &together.places)));
        answer(draft, names, &mut items, wish, found, together.as_ref());
        // What else is asked in the same words, and no column answers.
        for part in together.iter().filter(|together| !together.any).flat_map(|together| &together.missing) {
            let rest = Requirement { quote: (*part).to_owned(), ..wish.requirement.clone() };
            wishes_of(&rest).iter().for_each(|rest| unanswered(draft, rest));
        }
    }
    for document in &posting.documents {
        let named = (0..items.len()).find(|at| !used.contains(at) && holds(&items[*at], document.paper));
        let at = named.or_else(|| named_by_a_word(&items, &document.quote, |at| !used.contains(&at)));
        used.extend(at);
        paper(draft, names, at.map(|at| &mut items[at]), document);
    }
    hold_to_the_deadline(draft, names, &mut items, posting, &mut used);
    for (_, item) in items.iter_mut().enumerate().filter(|(at, _)| !used.contains(at)) {
        let headers = item.columns.iter().map(|column| column.header.clone());
        draft.unused.extend(headers.map(|header| (header, Unused::NotAsked(item.guess.key()))));
    }
}

/// Proposes the deadline with the columns that say when an application came. Where none does, the only column of days that
/// nothing else is asked of may be it, which a person has to say; and where there is none the deadline waits for a column.
fn hold_to_the_deadline(
    draft: &mut Draft,
    names: &mut Names,
    items: &mut [Item<'_>],
    posting: &Posting,
    used: &mut HashSet<usize>,
) {
    let quote = posting.deadline.as_ref().map(|deadline| &deadline.quote).or(posting.unclear.as_ref()).cloned();
    let free = |like: fn(&Guess) -> bool| {
        let fits = |at: &usize| !used.contains(at) && like(&items[*at].guess);
        (0..items.len()).filter(fits).collect::<Vec<_>>()
    };
    let received = free(|guess| *guess == Guess::Received);
    let days = free(|guess| matches!(guess, Guess::Day { .. }));
    let (places, fit, notes) = match (received.as_slice(), days.as_slice(), &quote) {
        ([_, ..], ..) => (received, Fit::Paper, Vec::new()),
        ([], [_], Some(_)) => (days, Fit::Likely, vec![Note::OtherDay]),
        ([], _, Some(quote)) => return draft.wait_for_the_day(quote.clone()),
        ([], _, None) => return,
    };
    for at in places {
        used.insert(at);
        items[at].guess = Guess::Received;
        let id = id_of(&mut items[at], names);
        let proposal = draft.propose(&id, items[at].clone(), Counting::Required);
        let quote = quote.clone().unwrap_or_default();
        proposal.asked = Some(Asked { quote, required: true, fit, notes: notes.clone() });
    }
}

/// Proposes a wish with the columns that answer it.
fn answer(
    draft: &mut Draft,
    names: &mut Names,
    items: &mut [Item<'_>],
    wish: &Wish<'_>,
    found: &Matched,
    together: Option<&AskedTogether<'_>>,
) {
    let places = together.map_or(&found.places, |together| &together.places);
    let mut item = as_one(places, items, names);
    let (mut terms, mut notes) = terms(wish);
    fit_to(wish, found, items, &mut item.guess, &mut notes);
    if let Some(together) = together {
        notes.extend((together.any && !together.missing.is_empty()).then_some(Note::NotOthers));
        if together.places.len() > 1 {
            let of = together.places.iter().map(|at| (items[*at].names[0].0.clone(), items[*at].guess.clone()));
            item.guess = Guess::Several { any: together.any, of: of.collect() };
        }
    }
    terms.at_least = bound_for(wish, &item.guess, terms.at_least);
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
        terms.at_least = by_day(wish, found, &item);
    }
    let waits = matches!(item.guess, Guess::OneOf { .. } | Guess::Day { .. });
    let bounded = terms.at_least.is_some()
        || waits
        || named > 0
        || matches!(item.guess, Guess::YesNo | Guess::Several { .. } | Guess::Provided);
    if required && declared {
        notes.push(Note::SelfDeclared);
    } else if required && !bounded && item.guess.counts_without_bound() {
        notes.push(Note::NoBound);
    }
    let need = if required && bounded && !declared { Counting::Required } else { Counting::Asset };
    let label = match &item.guess {
        Guess::Tongues { of, .. } => list_or(&of.iter().map(|(code, ..)| called(code)).collect::<Vec<_>>()),
        Guess::Language { code, listed: true } => called(code),
        _ => Text::same(item.label.clone()),
    };
    let words = words_of(wish.requirement);
    // What is asked of the same columns again is told apart by its words.
    let again = matches!(item.guess, Guess::Several { .. }) || draft.proposals.iter().any(|one| one.label == label);
    let id = match &item.guess {
        _ if again => id_from(&words),
        Guess::Tongues { .. } => "other-languages".to_owned(),
        Guess::Language { code, listed: true } => id_from(&called(code).en),
        _ => id_of(&mut item, names),
    };
    let label = if again { Text::same(words) } else { label };
    let taken = |short: &Text| draft.proposals.iter().any(|one| one.short.as_ref() == Some(short));
    let short = shorts(wish, &label, named > 0).into_iter().find(|short| !taken(short));
    let proposal = draft.propose(&id, item, need);
    (proposal.label, proposal.short) = (label, short);
    proposal.terms = terms;
    proposal.asked = Some(Asked {
        quote: wish.requirement.quote.clone(),
        required: wish.requirement.required,
        fit: found.fit,
        notes,
    });
}

/// The bound that a test can have: a step of one scale is none of another, years are no steps, and an amount is one of what
/// is counted.
fn bound_for(wish: &Wish<'_>, guess: &Guess, bound: Option<String>) -> Option<String> {
    match (&wish.ask, guess) {
        (Ask::Level { .. }, Guess::Level { scale: "proficiency", .. }) => bound,
        (Ask::Years { .. }, Guess::Years { .. } | Guess::Number { .. }) => bound,
        (_, Guess::Number { .. }) => wish.amount.map(|amount| amount.to_string()),
        (Ask::Level { .. } | Ask::Years { .. }, _) => None,
        (Ask::Degree { .. } | Ask::Languages { .. }, Guess::YesNo) => None,
        _ => bound,
    }
}

/// The day by which somebody is to be available, where the posting names one and the column asks from when they are, or a
/// person says that it does.
fn by_day(wish: &Wish<'_>, found: &Matched, item: &Item<'_>) -> Option<String> {
    let asks = found.fit == Fit::Sure || speaks_of_availability(&topics(item.title()));
    match days(&wish.requirement.quote).as_slice() {
        [day] if asks && wish.by_day => Some(day.to_string()),
        _ => None,
    }
}

/// Whether a note says that who does not meet the test may meet the posting all the same.
const fn is_waiver(note: &Note) -> bool {
    matches!(note, Note::OrExperience | Note::NotAll | Note::NotOthers | Note::Examples)
}

/// The columns at some places as one item, named.
fn as_one<'a>(places: &[usize], items: &mut [Item<'a>], names: &mut Names) -> Item<'a> {
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
            notes.extend(level.is_none().then_some(Note::NoDegree));
            notes.extend(or_experience.then_some(Note::OrExperience));
        }
        Ask::Languages { level, enough, .. } => {
            // How many of several are known is told by a level alone.
            let required = wish.requirement.required || enough.is_some_and(|some| some > 1);
            // A wish is not given a level that nobody named: nobody would know why it is that one.
            notes.extend(level.is_none().then_some(if required { Note::NoLevel } else { Note::AnyLevel }));
            terms.at_least = level.or(required.then_some("B2")).map(str::to_owned);
        }
        Ask::Level { step } => terms.at_least = step.map(str::to_owned),
        Ask::Denied => notes.push(Note::Denied),
        Ask::Document | Ask::Done | Ask::Fact => {}
    }
    (terms, notes)
}

/// Makes of the test that columns lend themselves to the one that is asked of them.
fn fit_to(wish: &Wish<'_>, found: &Matched, items: &[Item<'_>], guess: &mut Guess, notes: &mut Vec<Note>) {
    match &wish.ask {
        // A person may say that a yes is the answer.
        Ask::Degree { .. } | Ask::Languages { .. } if *guess == Guess::YesNo => notes.clear(),
        Ask::Degree { .. } if !matches!(guess, Guess::Degree { .. }) => *guess = Guess::Degree { two: false },
        Ask::Languages { codes, enough, .. } => {
            let listed = |place: usize| matches!(items[place].guess, Guess::Languages { .. });
            let column = |place: usize| items[place].names[0].0.clone();
            let of = spoken_in(codes, &found.places, items);
            let of: Vec<_> = of.iter().map(|(code, place)| (*code, column(*place), listed(*place))).collect();
            // Who knows another one of them than the file asks for is not to be turned down.
            let note = if of.len() < codes.len() { Note::NotAll } else { Note::Examples };
            notes.extend((enough.is_some() && (note == Note::NotAll || wish.named.examples)).then_some(note));
            *guess = match of.as_slice() {
                [(code, _, listed)] if enough.is_none() => Guess::Language { code, listed: *listed },
                _ => Guess::Tongues { of, enough: enough.unwrap_or(1) },
            };
        }
        Ask::Years { .. } => {
            if let Guess::Number { full_at, .. } = guess {
                *guess = Guess::Years { full_at: *full_at };
            }
        }
        _ if matches!(guess, Guess::Consent { .. }) => {
            *guess = if *guess == (Guess::Consent { yes_no: true }) { Guess::YesNo } else { Guess::Provided };
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
        Ask::Languages { codes, enough: Some(enough), .. } => {
            let of = codes.iter().map(|code| (*code, COLUMN.to_owned(), false)).collect();
            Guess::Tongues { of, enough: *enough }
        }
        Ask::Languages { codes, .. } => Guess::Language { code: codes.first().copied().unwrap_or("en"), listed: false },
        Ask::Level { .. } => Guess::Level { scale: "proficiency", such_as: "" },
        Ask::Document => Guess::Provided,
        Ask::Done | Ask::Denied | Ask::Fact => Guess::YesNo,
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
pub(super) fn wanted<'a>(label: String, test: Guess) -> Item<'a> {
    Item {
        columns: Vec::new(),
        label,
        guess: Guess::Wanted { test: Box::new(test) },
        seen: super::guess::Seen::default(),
        names: Vec::new(),
    }
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
