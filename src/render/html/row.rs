//! A candidate's rows on the page: who and where they stand, and the whole account.

use serde::Serialize;

use super::super::people;
use super::page::Column;
use crate::catalogue::{Lang, Say as _, decimals, html as words, places_beside, render as people_words};
use crate::mark::{Mark, share};
use crate::verdict::Finding;
use crate::view::account::{Account, Point};
use crate::view::{Audience, CriterionHead, Heading, Line, OutputColumn};

/// So many candidates are laid out at once.
const NEAR: usize = 200;

/// What `row.html` is given.
#[derive(Serialize)]
pub(super) struct ListRow {
    /// Whether it is too far down to be laid out before the script has decided what is shown.
    far: bool,
    cells: Vec<ListCell>,
    id: String,
    notes: Vec<String>,
    points: Vec<AccountItem>,
    to_ask: String,
    change: Vec<String>,
}

/// A cell of the list.
#[derive(Serialize)]
struct ListCell {
    tag: &'static str,
    class: String,
    text: String,
}

/// A criterion of the account.
#[derive(Serialize)]
struct AccountItem {
    said: String,
    cell: String,
    same: String,
    unread: String,
    points: String,
}

impl ListRow {
    /// The row of a candidate before whom so many others stand on the page.
    pub(super) fn new(account: &Account<'_>, before: usize, heading: &Heading, columns: &[Column]) -> Self {
        let lang = heading.lang;
        let rater = heading.reader == Audience::Rater;
        let shown =
            heading.criteria.iter().zip(account.criteria).enumerate().filter(|(_, (_, point))| !(rater && point.rated));
        let mut seen: Vec<&str> = Vec::new();
        let points = shown.map(|(_, (head, point))| item(point, head, &mut seen, heading)).collect();
        Self {
            far: before >= NEAR,
            cells: columns.iter().map(|column| cell(column, account, heading)).collect(),
            id: account.line.id.to_owned(),
            notes: account.line.notes.iter().map(|note| note.say(lang)).collect(),
            points,
            to_ask: words::to_ask().say(lang),
            change: if rater { Vec::new() } else { account.change.to_vec() },
        }
    }
}

/// The mark of a point.
fn mark(point: &Point, head: &CriterionHead) -> Mark {
    Mark::of(point.finding, point.credit.low, head.need, head.earns_only)
}

fn cell(column: &Column, account: &Account<'_>, heading: &Heading) -> ListCell {
    let plain = |text: String| ListCell { tag: "td", class: String::new(), text };
    let Account { line, criteria, .. } = account;
    let lang = heading.lang;
    let rank = |of: fn(crate::view::Ranks) -> u64| line.ranks.map_or(String::new(), |ranks| of(ranks).to_string());
    let cell = match &column.field {
        OutputColumn::Rank => plain(column.ranks(line)),
        OutputColumn::RankBest => plain(rank(|ranks| ranks.best)),
        OutputColumn::RankWorst => plain(rank(|ranks| ranks.worst)),
        OutputColumn::Id => plain(line.id.to_owned()),
        OutputColumn::Name => plain(line.name.to_owned()),
        OutputColumn::Status => {
            let noted = if line.notes.is_empty() { "" } else { " !" };
            plain(people::status(line.status).say(lang) + noted)
        }
        OutputColumn::Score => plain(column.scores(line, lang)),
        OutputColumn::ScoreMax => plain(people::score(line.score_max, lang)),
        OutputColumn::Criterion(at) => match criteria.get(*at).zip(heading.criteria.get(*at)) {
            Some((point, head)) => {
                // The word is what is read; the style shows its mark.
                let mark = mark(point, head);
                let said = match mark {
                    Mark::Share(_) => share(point.credit.low, lang),
                    mark => mark.meaning(true).say(lang),
                };
                match point.decided {
                    true => {
                        let by = people_words::by_a_person().say(lang);
                        ListCell { class: format!("{} d", mark_class(mark)), ..plain(format!("{said}, {by}")) }
                    }
                    false => ListCell { class: class(mark).to_owned(), ..plain(said) },
                }
            }
            None => plain(String::new()),
        },
        // The page gives reasons where they belong.
        OutputColumn::Reason(_) | OutputColumn::Unread(_) => plain(String::new()),
        OutputColumn::SourceFile => plain(line.file.to_owned()),
        OutputColumn::SourceLine => plain(line.row.to_string()),
        OutputColumn::Notes => plain(line.notes_in(lang)),
        OutputColumn::Decided => plain(line.decided_in(&heading.criteria)),
        OutputColumn::Cell(at, _) => plain(line.cells.get(*at).copied().unwrap_or_default().to_owned()),
    };
    ListCell { tag: if column.names { "th scope=row" } else { "td" }, ..cell }
}

/// The class of a mark. Most are of what is met, which has none.
const fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Met => "",
        Mark::Share(0) => "p0",
        Mark::Share(1) => "p1",
        Mark::Share(2) => "p2",
        Mark::Share(3) => "p3",
        Mark::Share(_) => "p4",
        Mark::Unknown => "q",
        Mark::NotMet => "n",
        Mark::Skipped => "s",
    }
}

/// The same where it is not left out.
const fn mark_class(mark: Mark) -> &'static str {
    if matches!(mark, Mark::Met) { "y" } else { class(mark) }
}

fn item<'a>(point: &'a Point, head: &CriterionHead, seen: &mut Vec<&'a str>, heading: &Heading) -> AccountItem {
    let lang = heading.lang;
    let sign = mark(point, head).sign(true);
    let text = point.evidence.trim();
    let same = shown_before(text, point.finding, seen);
    seen.push(if same.is_some() { "" } else { text });
    AccountItem {
        said: format!("{sign} {}", point.reason),
        cell: if same.is_some() { String::new() } else { text.to_owned() },
        same: same.unwrap_or_default(),
        unread: if point.unread.is_empty() { String::new() } else { words::unread(point.unread.join("; ")).say(lang) },
        points: match point.finding {
            _ if heading.reader == Audience::Rater => String::new(),
            Finding::Skipped => "–".to_owned(),
            _ => points(point, head, lang),
        },
    }
}

/// The number of an earlier point whose cell is the same; of what is met, one that has it among others, with three dots.
fn shown_before(text: &str, finding: Finding, seen: &[&str]) -> Option<String> {
    const SHORT: usize = 12;
    if text.is_empty() {
        return None;
    }
    if let Some(at) = seen.iter().position(|known| *known == text) {
        return Some((at + 1).to_string());
    }
    let among =
        (finding == Finding::Met && text.len() > SHORT).then(|| seen.iter().position(|known| known.contains(text)));
    among.flatten().map(|at| format!("{}…", at + 1))
}

/// The points that are proven, and those that are possible where these are more; nothing for all of the weight.
fn points(point: &Point, head: &CriterionHead, lang: Lang) -> String {
    let of = |credit: f64| {
        let points = head.weight * credit;
        decimals(points, places_beside(points, 2, &[0.0, head.weight]), lang)
    };
    let (low, high) = (of(point.credit.low), of(point.credit.high));
    match (low == high, point.credit.low >= 1.0) {
        // The style says it of all who earn all of the weight.
        (true, true) => String::new(),
        (true, false) => low,
        _ => format!("{low}–{high}"),
    }
}

impl Column {
    /// The rank, and how far the unknowns may move it where they may.
    fn ranks(&self, line: &Line<'_>) -> String {
        match line.ranks {
            Some(ranks) if self.wide && (ranks.best, ranks.worst) != (ranks.rank, ranks.rank) => {
                format!("{} ({}–{})", ranks.rank, ranks.best, ranks.worst)
            }
            Some(ranks) => ranks.rank.to_string(),
            None => String::new(),
        }
    }

    /// The score, and the possible one where it is another.
    fn scores(&self, line: &Line<'_>, lang: Lang) -> String {
        let score = people::score(line.score, lang);
        let most = people::score(line.score_max, lang);
        if self.wide && score != most { format!("{score}–{most}") } else { score }
    }
}
