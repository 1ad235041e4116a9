//! The menus of columns: for what a posting asks and no column surely answers, those that may, the best guess first.

use std::collections::HashSet;

use super::amounts::counts;
use super::columns::Item;
use super::guess::Guess;
use super::matching::{Choices, Fit, HeadersSaid, Matched, Wish, assign, names, rates, wishes_of};
use crate::head::is_asked_of_oneself;
use crate::posting::{Ask, Posting};

/// A wish whose column is not sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The wish, by its place.
    pub wish: usize,
    /// The posting's words.
    pub quote: String,
    /// The headers of the columns that could answer it, the best guess first.
    pub columns: Vec<String>,
    /// The one of them that is the likeliest; none where nothing speaks for any.
    pub likely: Option<usize>,
    /// Whether the cells of that one name what is asked, so that it may answer for something else as well.
    pub named: bool,
}

/// A column that may answer a wish.
struct Candidate {
    wish: usize,
    place: usize,
    score: f64,
    /// Whether enough speaks for it that Enter may take it.
    plausible: bool,
}

/// All that is looked at to make menus.
struct Menus<'a> {
    wishes: &'a [Wish<'a>],
    items: &'a [Item<'a>],
    said: HeadersSaid,
    found: Vec<Option<Matched>>,
}

/// The wishes of a posting whose column a person should name: those that are not sure.
pub(super) fn open(items: &[Item<'_>], posting: &Posting) -> Vec<Open> {
    let wishes: Vec<Wish<'_>> = posting.requirements.iter().flat_map(wishes_of).collect();
    let found = assign(&wishes, items, &Choices::new());
    let menus = Menus { wishes: &wishes, items, said: HeadersSaid::of(items), found };
    let free = menus.free();
    let asked: Vec<usize> = (0..wishes.len()).filter(|wish| menus.is_to_ask(*wish, &free)).collect();
    let mut candidates: Vec<Candidate> = asked
        .iter()
        .flat_map(|wish| free.iter().filter_map(|place| menus.candidate(*wish, *place)).collect::<Vec<_>>())
        .collect();
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.wish.cmp(&b.wish)).then(a.place.cmp(&b.place)));
    let usual = menus.usual(&asked, &candidates);
    asked.iter().zip(usual).filter_map(|(wish, usual)| menus.menu(*wish, usual, &candidates)).collect()
}

impl Menus<'_> {
    fn is_sure(&self, wish: usize) -> bool {
        self.found[wish].as_ref().is_some_and(|found| found.fit == Fit::Sure)
    }

    /// The columns that nothing surely uses and that may say something of a candidate.
    fn free(&self) -> Vec<usize> {
        let sure = |place: &usize| {
            self.found.iter().flatten().any(|found| found.fit == Fit::Sure && found.places.contains(place))
        };
        let single = |place: &usize| self.items[*place].columns.len() == 1;
        (0..self.items.len()).filter(|place| !sure(place) && single(place)).collect()
    }

    /// Whether a person is asked which column answers a wish: not where that is sure, of papers, nor of what no form asks.
    fn is_to_ask(&self, at: usize, free: &[usize]) -> bool {
        if self.is_sure(at) {
            return false;
        }
        let wish = &self.wishes[at];
        let shares = |place: &usize| self.said.shared(wish, *place) > 0.0;
        let scale = |place: &usize| {
            let item = &self.items[*place];
            matches!(item.guess, Guess::Level { .. } | Guess::Own { .. } | Guess::Rating { .. }) || rates(wish, item)
        };
        match &wish.ask {
            _ if self.found[at].is_some() => true,
            Ask::Document => false,
            Ask::Level { .. } if wish.named.names.is_empty() => free.iter().any(|place| shares(place) || scale(place)),
            Ask::Fact => {
                let soft = wish.topics.claims() && !wish.by_day && !is_asked_of_oneself(&wish.requirement.quote);
                !self.is_said_elsewhere(at) && (!soft || free.iter().any(shares))
            }
            _ => true,
        }
    }

    /// Whether a mere wish speaks of nothing but what the posting asks elsewhere and a column surely answers: "start in
    /// January" beside "available by the first of February".
    fn is_said_elsewhere(&self, at: usize) -> bool {
        let wish = &self.wishes[at];
        let covers = |other: &Wish<'_>| {
            let mut said = wish.topics.keys().filter(|key| self.said.weight(*key) > 0.0).peekable();
            said.peek().is_some() && said.all(|key| other.topics.has(key))
        };
        !wish.requirement.required
            && self.wishes.iter().enumerate().any(|(place, other)| self.is_sure(place) && covers(other))
    }

    /// How well a column may answer a wish; nothing where no person would say that it does.
    fn candidate(&self, at: usize, place: usize) -> Option<Candidate> {
        const LONG: usize = 8;
        const LITTLE: f64 = 0.05;
        const ENOUGH: f64 = 0.4;
        let (wish, item) = (&self.wishes[at], &self.items[place]);
        let shared = self.said.shared(wish, place);
        let named = names(wish, item);
        let carries = match item.guess {
            Guess::Received | Guess::Languages { .. } | Guess::Ceiling { .. } => false,
            Guess::Consent { .. } | Guess::Provided => shared > 0.0,
            // Nobody reads "yes" out of a page.
            Guess::Mentions { .. } => shared > 0.0 || named || item.columns.iter().all(|column| column.words() < LONG),
            _ => true,
        };
        let found = self.found[at].as_ref().is_some_and(|found| found.places.contains(&place));
        if !(carries || found) {
            return None;
        }
        let fits = fitness(wish, item);
        // What is counted, or when somebody can come, few columns ask.
        let alone = wish.by_day && fits > 1.0 || wish.amount.is_some() && fits > 1.0 && counts(item);
        let plausible = found || named || alone || shared > 0.0 && fits >= ENOUGH;
        let score = fits * (LITTLE + shared) + if found { 2.0 } else { 0.0 } + if named { 1.0 } else { 0.0 };
        Some(Candidate { wish: at, place, score, plausible })
    }

    /// The column that Enter takes for each wish that is asked: the best pairs first, each column once, but where its cells
    /// name what is asked.
    fn usual(&self, asked: &[usize], candidates: &[Candidate]) -> Vec<Option<usize>> {
        let mut usual: Vec<Option<usize>> = vec![None; asked.len()];
        let mut taken: HashSet<usize> = HashSet::new();
        for one in candidates.iter().filter(|one| one.plausible) {
            let Some(at) = asked.iter().position(|wish| *wish == one.wish) else { continue };
            let named = names(&self.wishes[one.wish], &self.items[one.place]);
            if usual[at].is_none() && (named || taken.insert(one.place)) {
                usual[at] = Some(one.place);
            }
        }
        for at in 0..asked.len() {
            let part = || self.part_of(asked[at], asked, &usual);
            if let Some(place) = Some(()).filter(|()| usual[at].is_none()).and_then(|()| part())
                && candidates.iter().any(|one| one.wish == asked[at] && one.place == place)
                && taken.insert(place)
            {
                usual[at] = Some(place);
            }
        }
        usual
    }

    /// The column of years that stands behind that of the years just asked for: "of these, with donors?".
    fn part_of(&self, wish: usize, asked: &[usize], usual: &[Option<usize>]) -> Option<usize> {
        let years = |wish: &Wish<'_>| matches!(wish.ask, Ask::Years { .. });
        let whole = wish.checked_sub(1).filter(|whole| years(&self.wishes[*whole]) && years(&self.wishes[wish]))?;
        let found = self.found[whole].as_ref().filter(|_| self.is_sure(whole));
        let place = match found {
            Some(found) => *found.places.first()?,
            None => usual[asked.iter().position(|one| *one == whole)?]?,
        };
        let next = self.items.get(place + 1)?;
        let part = self.wishes[wish].requirement.quote.starts_with(char::is_lowercase);
        (part && matches!(next.guess, Guess::Years { .. })).then_some(place + 1)
    }

    /// The menu of a wish; none where no column is left for it.
    fn menu(&self, wish: usize, usual: Option<usize>, candidates: &[Candidate]) -> Option<Open> {
        const MOST: usize = 9;
        let others = candidates.iter().filter(|one| one.wish == wish).map(|one| one.place);
        let mut places: Vec<usize> = usual.into_iter().chain(others.filter(|place| Some(*place) != usual)).collect();
        places.truncate(MOST);
        let named = usual.is_some_and(|place| names(&self.wishes[wish], &self.items[place]));
        (!places.is_empty()).then(|| Open {
            wish,
            quote: self.wishes[wish].requirement.quote.clone(),
            columns: places.iter().map(|at| self.items[*at].columns[0].header.clone()).collect(),
            likely: usual.map(|_| 0),
            named,
        })
    }
}

/// How well the answers of a column are such as a wish waits for, whatever it speaks of.
fn fitness(wish: &Wish<'_>, item: &Item<'_>) -> f64 {
    match (&wish.ask, &item.guess) {
        (Ask::Years { .. }, Guess::Years { .. }) => 2.0,
        (_, Guess::Day { .. }) => {
            if wish.by_day {
                2.0
            } else {
                0.1
            }
        }
        (Ask::Years { .. }, Guess::Number { .. }) => 0.3,
        (_, Guess::Number { .. }) if wish.amount.is_some() => 1.5,
        (Ask::Level { .. }, Guess::Number { .. }) if rates(wish, item) => 0.8,
        (_, Guess::Number { .. }) => 0.1,
        (Ask::Level { .. }, Guess::Level { .. } | Guess::Own { .. } | Guess::Rating { .. }) => 1.2,
        (Ask::Done | Ask::Denied | Ask::Fact, Guess::YesNo | Guess::Consent { .. }) => 1.0,
        (Ask::Done, Guess::Years { .. }) => 0.5,
        (_, Guess::Degree { .. } | Guess::Language { .. } | Guess::Years { .. } | Guess::Provided) => 0.1,
        (Ask::Years { .. }, _) => 0.2,
        (_, Guess::YesNo | Guess::Level { .. } | Guess::OneOf { .. } | Guess::Mentions { .. }) => 0.5,
        _ => 0.3,
    }
}
