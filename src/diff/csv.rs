//! An output in CSV, also as a spreadsheet saved it.

use super::listing::{ListedCriterion, ListedDecision, ListedPerson, Listing, finding, status};
use super::no_output;
use crate::catalogue::diff as words;
use crate::diagnostic::Diagnostic;
use crate::records::{self, Chunk, ReadOptions, Row, RowReader};
use crate::score::Score;

/// What follows a criterion's id where a column says more of it than its verdict.
const SAID: [&str; 2] = [".reason", ".unread"];

/// The fields that are no criterion.
struct OtherFields {
    id: usize,
    name: Option<usize>,
    status: Option<usize>,
    ranks: [Option<usize>; 3],
    scores: [Option<usize>; 2],
    line: Option<usize>,
    decided: Option<usize>,
    /// The columns that may be criteria, each with its id.
    others: Vec<(usize, String)>,
}

pub(super) fn read(input: records::Input, name: &str) -> Result<Listing, Diagnostic> {
    let mut source = records::open(input, name, &ReadOptions::default(), false)?;
    let fields = OtherFields::of(source.header()).ok_or_else(|| no_output(name, 1, words::no_fields()))?;
    let mut listing = Listing::new(name, true);
    // A column is a criterion's where every cell is a verdict: others show what the candidates' file holds.
    let mut verdicts = vec![true; fields.others.len()];
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    let mut wrong = None;
    while wrong.is_none() && source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            if wrong.is_some() {
                return;
            }
            if let Some(trouble) = row.trouble {
                wrong = Some(no_output(name, row.line, trouble.say()));
                return;
            }
            match fields.person(&row, &mut verdicts) {
                Ok(person) => listing.people.push(person),
                Err(field) => wrong = Some(no_output(name, row.line, words::bad_field(field))),
            }
        });
    }
    if let Some(wrong) = wrong {
        return Err(wrong);
    }
    for ((_, id), _) in fields.others.iter().zip(&verdicts).filter(|(_, kept)| **kept) {
        listing.place_of(id, listing.criteria.len());
    }
    for person in &mut listing.people {
        let mut each = verdicts.iter();
        person.told.retain(|_| each.next().copied().unwrap_or_default());
    }
    Ok(listing)
}

impl OtherFields {
    fn of(header: &[String]) -> Option<Self> {
        let at = |name: &str| header.iter().position(|known| known == name);
        let fields = Self {
            id: at("id")?,
            name: at("name"),
            status: at("status"),
            ranks: ["rank", "rank_best", "rank_worst"].map(at),
            scores: ["score", "score_max"].map(at),
            line: at("source.line"),
            decided: at("decided"),
            others: Vec::new(),
        };
        let known =
            [Some(fields.id), fields.name, fields.status, fields.line, fields.decided, at("source.file"), at("notes")];
        let known: Vec<usize> = known.into_iter().chain(fields.ranks).chain(fields.scores).flatten().collect();
        let first = |at: usize| header.iter().position(|known| *known == header[at]) == Some(at);
        let is_said = |name: &str| SAID.iter().any(|after| name.ends_with(after));
        let others = header.iter().cloned().enumerate();
        let others =
            others.filter(|(at, name)| !known.contains(at) && !name.is_empty() && !is_said(name) && first(*at));
        Some(Self { others: others.collect(), ..fields })
    }

    /// The candidate of a row; the field that cannot be one where there is one. Clears those of `verdicts` whose column
    /// holds something else.
    fn person(&self, row: &Row<'_>, verdicts: &mut [bool]) -> Result<ListedPerson, &'static str> {
        let cell = |at: Option<usize>| at.map(|at| row.get(at).trim()).filter(|cell| !cell.is_empty());
        let whole = |at: Option<usize>, name| cell(at).map(str::parse::<u64>).transpose().map_err(|_| name);
        // A spreadsheet may have written the decimal comma of its language.
        let score = |at: Option<usize>, name| {
            let points = cell(at).map(|cell| cell.replace(',', ".").parse::<f64>()).transpose().map_err(|_| name)?;
            Ok::<_, &'static str>(points.map(Score::new))
        };
        let by_hand: Vec<&str> =
            cell(self.decided).map_or_else(Vec::new, |ids| ids.split(';').map(str::trim).collect());
        let told = self.others.iter().zip(verdicts).map(|((at, id), verdict)| {
            let text = row.get(*at).trim();
            let finding = finding(text);
            *verdict &= finding.is_some();
            let decided = by_hand.contains(&id.as_str()).then(ListedDecision::default);
            finding.map(|finding| ListedCriterion { finding, credits: [None, None], evidence: None, decided })
        });
        Ok(ListedPerson {
            id: row.get(self.id).into(),
            name: cell(self.name).unwrap_or_default().into(),
            line: whole(self.line, "source.line")?,
            ranks: [
                whole(self.ranks[0], "rank")?,
                whole(self.ranks[1], "rank_best")?,
                whole(self.ranks[2], "rank_worst")?,
            ],
            status: cell(self.status).map(|name| status(name).ok_or("status")).transpose()?,
            decided: by_hand.contains(&"status").then(ListedDecision::default),
            scores: [score(self.scores[0], "score")?, score(self.scores[1], "score_max")?],
            told: told.collect(),
        })
    }
}
