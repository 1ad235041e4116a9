//! Column names: folding, nearest names, and which header goes to which name.

use std::collections::HashMap;

use crate::catalogue::{Text, header as words, list_and, list_first};
use crate::diagnostic::{Diagnostic, Place};

/// A name as it is compared: case, accents, spaces, punctuation and `_` no longer matter.
#[must_use]
pub fn fold_name(name: &str) -> String {
    let folded = crate::fold::fold(name);
    let mut words = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// A file's header.
#[derive(Clone, Debug)]
pub struct Header {
    names: Vec<String>,
    folded: Vec<String>,
    /// The columns by their folded names.
    by_name: HashMap<String, Vec<usize>>,
}

/// So many headers are named in a sentence, and so many criteria.
const NAMED: usize = 50;
/// For so many missing columns the nearest header is sought.
const SOUGHT: usize = 50;

/// What a criterion asks of a header: a column, the headers it may have, and whether the run can do without it.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The name used in the criteria file.
    pub name: String,
    /// The headers it may have, the name itself among them where it has no others.
    pub headers: Vec<String>,
    /// The criteria that read it.
    pub read_by: Vec<String>,
    /// Whether a required criterion reads it.
    pub required: bool,
}

/// A header given by hand for a name: `--map name="Header"`.
pub type Map = (String, String);

impl Header {
    /// The header with these names, in order.
    #[must_use]
    pub fn new(names: Vec<String>) -> Self {
        let folded: Vec<String> = names.iter().map(|name| fold_name(name)).collect();
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, name) in folded.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            by_name.entry(name.clone()).or_default().push(at);
        }
        Self { names, folded, by_name }
    }

    /// The names as they are in the file.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The columns that have one of these headers.
    #[must_use]
    pub fn find(&self, headers: &[String]) -> Vec<usize> {
        let columns = headers.iter().filter_map(|name| self.by_name.get(&fold_name(name)));
        let mut found: Vec<usize> = columns.flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The one column whose header is written just so.
    fn exactly(&self, header: &str) -> Option<usize> {
        let mut same = (0..self.names.len()).filter(|at| self.names[*at].trim() == header.trim());
        same.next().filter(|_| same.next().is_none())
    }

    /// The header nearest to one of these, where one is near enough to be meant.
    #[must_use]
    pub fn nearest(&self, headers: &[String]) -> Option<&str> {
        /// Longer ones are no slip of a name.
        const LONGEST: usize = 200;
        let wanted = headers.iter().take(NAMED).map(|name| fold_name(name)).filter(|name| name.len() <= LONGEST);
        let wanted: Vec<String> = wanted.collect();
        let near = |a: &str, b: &str| {
            let words: Vec<&str> = b.split(' ').collect();
            if a.split(' ').all(|word| words.contains(&word)) {
                return 0.95;
            }
            strsim::jaro_winkler(a, b)
        };
        self.folded
            .iter()
            .enumerate()
            .filter(|(_, name)| !name.is_empty() && name.len() <= LONGEST)
            .flat_map(|(i, name)| wanted.iter().map(move |wanted| (near(wanted, name), i)))
            .filter(|(near, _)| *near > 0.82)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, i)| self.names[i].as_str())
    }

    /// Binds every wanted column, and tells what cannot be bound: all of it at once. `lenient` goes on without
    /// required columns.
    ///
    /// # Errors
    /// A required column in no header, two headers for one name, a `--map` that fits nothing; and the warnings with
    /// them.
    pub fn bind(
        &self,
        file: &str,
        wanted: &[Wanted],
        maps: &[Map],
        lenient: bool,
    ) -> Result<(HashMap<String, usize>, Vec<Diagnostic>), Vec<Diagnostic>> {
        let place = || Place::line(file, 1);
        let mut problems = self.unfit(file, wanted, maps);
        let mut bound = HashMap::new();
        let mut missing: Vec<&Wanted> = Vec::new();
        for wanted in wanted {
            let by_hand = maps.iter().find(|(name, _)| fold_name(name) == fold_name(&wanted.name));
            let found = match by_hand {
                Some((_, header)) => match self.exactly(header) {
                    Some(one) => vec![one],
                    None => self.find(std::slice::from_ref(header)),
                },
                None => self.find(&wanted.headers),
            };
            match found.as_slice() {
                [one] => {
                    bound.insert(wanted.name.clone(), *one);
                }
                [] if by_hand.is_some() || wanted.read_by.is_empty() => {}
                [] => missing.push(wanted),
                several => problems.push(self.two_headers(wanted, several).at(place())),
            }
        }
        let missing = missing.into_iter().enumerate();
        problems.extend(missing.map(|(at, wanted)| self.missing(wanted, lenient, at < SOUGHT).at(place())));
        if problems.iter().any(|problem| problem.severity == crate::diagnostic::Severity::Error) {
            Err(problems)
        } else {
            Ok((bound, problems))
        }
    }

    /// What is wrong with the headers given by hand.
    fn unfit(&self, file: &str, wanted: &[Wanted], maps: &[Map]) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        for (name, header) in maps {
            if !wanted.iter().any(|wanted| fold_name(&wanted.name) == fold_name(name)) {
                let known: Vec<String> = wanted.iter().map(|wanted| format!("`{}`", wanted.name)).collect();
                let problem = Diagnostic::error("map-unknown-name", words::map_unknown_name(name));
                problems.push(problem.help(words::map_known_names(list_and(&known))));
            } else if self.find(std::slice::from_ref(header)).is_empty() {
                let problem = Diagnostic::error("map-unknown-header", words::map_unknown_header(header, name));
                problems.push(problem.at(Place::line(file, 1)).help(words::headers_there(self.listed())));
            }
        }
        problems
    }

    fn two_headers(&self, wanted: &Wanted, several: &[usize]) -> Diagnostic {
        let names: Vec<String> = several.iter().map(|i| format!("`{}`", self.names[*i])).collect();
        let problem = Diagnostic::error("two-headers", words::two_headers(&wanted.name, list_and(&names)));
        let first = &self.names[several[0]];
        problem.help(match self.exactly(first) {
            Some(_) => words::two_headers_help(&wanted.name, first),
            None => words::same_headers_help(),
        })
    }

    /// A column that is in no header; the nearest one is `sought`.
    fn missing(&self, wanted: &Wanted, lenient: bool, sought: bool) -> Diagnostic {
        let readers: Vec<String> = wanted.read_by.iter().map(|id| format!("`{id}`")).collect();
        let what = words::missing_column(readers.len(), &wanted.name, list_first(&readers, NAMED));
        let needed = wanted.required && !lenient;
        let problem = if needed {
            Diagnostic::error("missing-column", what)
        } else {
            Diagnostic::warning("missing-column", what)
        };
        let near = if sought { self.nearest(&wanted.headers) } else { None };
        problem.help(match near {
            Some(near) => words::nearest_header(near, &wanted.name, self.listed()),
            None if needed => words::headers_there_needed(self.listed()),
            None => words::headers_there(self.listed()),
        })
    }

    fn listed(&self) -> Text {
        let names: Vec<String> =
            self.names.iter().filter(|name| !name.trim().is_empty()).map(|name| format!("`{}`", name.trim())).collect();
        list_first(&names, NAMED)
    }
}
