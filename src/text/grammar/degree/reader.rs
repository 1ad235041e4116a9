//! The way through a cell of degrees: each thing in its place, and whose it is.

use super::entry::{Degree, NamedDegree, finished};
use super::field::{FieldLead, FieldList, Studied, StudyField};
use super::graduation;
use super::{Left, Range};
use crate::lexed::{Cursor, Lexed, is, said};
use crate::lexicon::{Joint, Sense, Study, Topic};
use crate::text::grammar::habit::Habit;
use crate::tokens::{Case, TokenKind};

/// What stands between one degree and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing but words that lead from one to the other.
    None,
    /// A comma, a dash, "then".
    Mark,
    /// "and".
    And,
    /// Either: "or", "to", a slash.
    Or,
    /// A bracket; true where it holds nothing else.
    Bracket(bool),
}

/// What is said before the degree that it is about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ahead {
    pub under_way: bool,
    pub field: StudyField,
    pub ends: Option<i32>,
    /// Where, or at which school.
    pub placed: bool,
}

/// A bracket that is being read: the degree that it is about, and how many there were.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inside {
    about: Option<usize>,
    count: usize,
}

/// Reads a cell in one way.
pub(super) struct DegreeReader<'a> {
    pub lexed: &'a Lexed<'a>,
    pub studied: Studied<'a>,
    pub habit: Habit,
    /// Which lexemes are levels.
    pub levels: &'a [bool],
    /// The cell is a field's.
    pub column: bool,
    pub all: Vec<Degree>,
    pub left: Left,
    /// The first degree since the last strong mark.
    pub clause: usize,
    pub ahead: Ahead,
    /// Words are left since the last strong mark.
    open: bool,
    /// The same in a bracket, before a degree in it.
    aside: bool,
    /// Words are left between two strong marks without a degree: they may be about any.
    lost: bool,
    pub link: Link,
    /// Where a field may start without a word that leads to it.
    pub before: Option<FieldLead>,
    pub inside: Option<Inside>,
    /// The last line break that was heeded.
    line: usize,
    /// Where each numbered item begins, and how many degrees there were before it.
    items: Vec<(usize, usize)>,
    /// Where "none" stands.
    pub nothing: Option<usize>,
}

impl<'a> DegreeReader<'a> {
    pub(super) fn new(lexed: &'a Lexed<'a>, fields: &'a FieldList, habit: Habit, levels: &'a [bool]) -> Self {
        Self {
            lexed,
            studied: Studied { lexed, fields, levels },
            habit,
            levels,
            column: false,
            all: Vec::new(),
            left: Left::default(),
            clause: 0,
            ahead: Ahead::default(),
            open: false,
            aside: false,
            lost: lexed.tokens.cut,
            link: Link::Mark,
            before: Some(FieldLead::Mark),
            inside: None,
            line: 0,
            items: Vec::new(),
            nothing: None,
        }
    }

    /// The degrees of the cell.
    pub(super) fn cell(&mut self) -> Vec<NamedDegree> {
        let zero = self.lexed.len() == 1 && self.lexed.cursor().figure(0) == Some("0");
        if zero {
            return vec![NamedDegree { level: Range::exactly(0.0), ..NamedDegree::ANY }];
        }
        self.list(&mut self.lexed.cursor());
        self.end_clause();
        self.end_item();
        if let Some(at) = self.nothing.filter(|_| !self.all.is_empty()) {
            self.left.add(at);
            self.lost = true;
        }
        self.refer_back();
        let lost = self.lost;
        self.all.iter_mut().for_each(|degree| degree.open |= lost);
        let field = self.ahead.field;
        match self.nothing {
            _ if !self.all.is_empty() => finished(&self.all, self.studied.fields.asks()),
            _ if lost => Vec::new(),
            Some(_) if field == StudyField::Unsaid && !self.ahead.placed => {
                vec![NamedDegree { level: Range::exactly(0.0), ..NamedDegree::ANY }]
            }
            None if field != StudyField::Unsaid => vec![NamedDegree { field, ..NamedDegree::ANY }],
            _ => Vec::new(),
        }
    }

    /// A word for any degree that says of itself only that it is not had, or something that is not understood, speaks of the
    /// degree before it: "Master in Law. Degree not obtained."
    fn refer_back(&mut self) {
        for at in 1..self.all.len() {
            let word = self.all[at];
            let any = word.denial || word.is_wide() && !word.negated;
            let speaks = word.under_way || word.denial || word.open;
            if any && word.field == StudyField::Unsaid && speaks {
                self.all[at - 1].open |= word.open;
                self.all[at - 1].under_way |= !word.open;
            }
        }
    }

    /// What the cell of a field's own column says.
    pub(super) fn column(&mut self) -> NamedDegree {
        self.column = true;
        self.list(&mut self.lexed.cursor());
        let Ahead { under_way, field, ends, .. } = self.ahead;
        NamedDegree { under_way, field, ends, open: self.open || self.lost, ..NamedDegree::ANY }
    }

    fn list(&mut self, cursor: &mut Cursor<'_>) {
        while !cursor.is_done() {
            if self.inside.is_some() && matches!(cursor.text(0), ")" | "]") {
                return;
            }
            if cursor.line() && self.line < cursor.at {
                self.line = cursor.at;
                self.end_clause();
            }
            let from = cursor.at;
            let taken = cursor.follows(|cursor| {
                self.item(cursor)
                    || self.bracket(cursor)
                    || self.time(cursor)
                    || cursor.follows(|cursor| self.level(cursor))
                    || self.remark(cursor)
                    || cursor.follows(|cursor| self.field(cursor))
                    || self.mark(cursor)
                    || self.word(cursor)
                    || self.named(cursor)
            });
            if !taken {
                self.leave(from);
                cursor.at = from + 1;
            }
            let long = cursor.had(from, is!(Sense::Study(Study::Long)));
            if let Some(at) = self.target().filter(|_| long) {
                self.all[at].long = true;
            }
        }
    }

    /// "1) BA History 2) MA Law": the number of an item of the cell's list, which begins with the first.
    fn item(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let next = cursor.figure(0).is_some_and(|figure| figure.parse() == Ok(self.items.len() + 1));
        let starts = if self.items.is_empty() { cursor.at == 0 } else { self.inside.is_none() };
        // "1) LLM or 2) LLB"
        let joined = cursor.before().is_some_and(|before| before.has(0, is!(Sense::Joint(_))));
        if !starts || joined || !next || cursor.text(1) != ")" || cursor.gap(1) {
            return false;
        }
        self.end_clause();
        self.end_item();
        self.items.push((cursor.at, self.all.len()));
        cursor.at += 2;
        true
    }

    /// Each item has a degree of its own, or it cannot be told whose its words are.
    fn end_item(&mut self) {
        if let Some((at, _)) = self.items.last().filter(|(_, before)| *before == self.all.len()) {
            self.left.add(*at);
            self.lost = true;
        }
    }

    pub(super) fn is_level(&self, cursor: &Cursor<'_>) -> bool {
        self.studied.is_level(cursor.at)
    }

    /// A cursor after words that lead on to a degree and change nothing.
    pub(super) fn leading<'c>(&self, mut cursor: Cursor<'c>) -> Cursor<'c> {
        let of = is!(Sense::Study(Study::Of | Study::Field));
        while !self.is_level(&cursor) && (cursor.take_neutral(Topic::Degree) || cursor.take_any(of)) {}
        cursor
    }

    /// The degree that is spoken of.
    pub(super) fn target(&self) -> Option<usize> {
        match self.inside {
            Some(Inside { about, count }) if self.all.len() == count => about,
            inside => self.all.len().checked_sub(1).filter(|last| *last >= self.clause || inside.is_some()),
        }
    }

    /// Says something of the degree that is spoken of, and of those named together with it; false where there is none.
    pub(super) fn about(&mut self, say: impl Fn(&mut Degree)) -> bool {
        let mut next = self.target();
        let found = next.is_some();
        while let Some(at) = next {
            let degree = &mut self.all[at];
            say(degree);
            degree.bare = false;
            next = at.checked_sub(1).filter(|_| degree.with);
        }
        found
    }

    /// Says of the degree that is spoken of, or of the next, that a place or a school is named with it.
    pub(super) fn place(&mut self) {
        match self.target() {
            Some(at) => self.all[at].placed = true,
            None => self.ahead.placed = true,
        }
    }

    /// Leaves a lexeme: what it says is open, and with it the degrees that it may be about.
    fn leave(&mut self, at: usize) {
        self.left.add(at);
        match self.target().filter(|_| self.inside.is_some()) {
            // "BA, MA (both forged)"
            Some(about) => {
                self.all[self.clause.min(about)..=about].iter_mut().for_each(|degree| degree.open = true);
                self.aside |= self.inside.is_some_and(|inside| inside.count == self.all.len());
            }
            None => self.open = true,
        }
    }

    /// A strong mark: what was said before a degree that did not come is about the one before.
    fn end_clause(&mut self) {
        let (open, ahead) = (self.open, self.ahead);
        self.lost |= open && self.all.len() == self.clause;
        self.all[self.clause..].iter_mut().for_each(|degree| degree.open |= open);
        if let Some(last) = self.all.last_mut() {
            last.under_way |= ahead.under_way;
            last.ends = last.ends.max(ahead.ends);
            // "MA History; Law" may name another field of it, or none.
            let apart = last.field != StudyField::Unsaid && ahead.field == StudyField::Listed;
            last.field = last.field.max(if apart { StudyField::Unlisted } else { ahead.field });
            self.ahead = Ahead::default();
        }
        (self.clause, self.open) = (self.all.len(), false);
        (self.link, self.before) = (Link::Mark, Some(FieldLead::Mark));
    }

    fn bracket(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if self.inside.is_some() || !cursor.take_text(&["(", "["]) {
            return false;
        }
        let (link, before, count) = (self.link, self.before, self.all.len());
        self.inside = Some(Inside { about: self.target(), count });
        let closed = cursor.token(1).is_none() || matches!(cursor.text(1), ")" | "]");
        (self.link, self.before) = (Link::Bracket(self.is_level(cursor) && closed), Some(FieldLead::Mark));
        self.list(cursor);
        cursor.take_text(&[")", "]"]);
        // "BA (supervisor: PhD)"
        if std::mem::take(&mut self.aside) {
            self.all[count..].iter_mut().for_each(|degree| degree.open = true);
        }
        self.inside = None;
        self.link = if self.target().is_some() { Link::None } else { link };
        // "BA (Hons) Law", "Law (LLB) Human Rights (LLM)"
        let named = before == Some(FieldLead::Mark) || self.all.len() > count;
        self.before = if named { Some(FieldLead::Level) } else { before };
        true
    }

    /// When a degree was had: of the one before, or at the start of an entry of the one after.
    fn time(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let Some(time) = graduation::find(cursor, self.habit) else { return false };
        let mut next = *cursor;
        next.take_text(&[":", "-"]);
        let leads = self.is_level(&self.leading(next)) && self.before == Some(FieldLead::Mark);
        let said = !leads
            && self.about(|degree| {
                degree.ends = degree.ends.max(Some(time.ends));
                degree.under_way |= time.goes_on;
            });
        if !said {
            self.ahead.ends = self.ahead.ends.max(Some(time.ends));
            self.ahead.under_way |= time.goes_on;
        }
        self.before = self.before.filter(|_| leads);
        true
    }

    /// What stands between one thing and the next.
    fn mark(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let joins = said!(
            Sense::Joint(Joint::And | Joint::Sum) => Link::And,
            Sense::Joint(Joint::Or | Joint::To) => Link::Or,
            Sense::Joint(Joint::Then | Joint::But) => Link::Mark,
            Sense::Joint(Joint::Makes) => Link::None,
        );
        let spaced = cursor.gap(0) && cursor.gap(1);
        let ends = cursor.token(1).is_none_or(|next| next.gap);
        // "Pol. Sci., Univ. of Essex": of an abbreviation.
        let abbreviated = !cursor.gap(0) && cursor.token(1).is_some_and(|next| next.kind == TokenKind::Mark);
        let link = match cursor.text(0) {
            ";" | "|" | "•" | "·" | "▪" | "●" | "→" | ">" => {
                self.end_clause();
                Link::Mark
            }
            "." if abbreviated => self.link,
            "." if ends => {
                let before = cursor.before().map_or("", |before| before.text(0));
                // "St. Gallen"
                if before.len() > 3 || before.is_empty() {
                    self.end_clause();
                }
                self.link
            }
            "," => Link::Mark,
            "-" if cursor.gap(0) || cursor.gap(1) => Link::Mark,
            // What a bracket explains is one thing: "Bac+4 (Maîtrise / Master 1)"; "Licence / Maîtrise" is either.
            "/" if spaced && self.inside.is_none() && !self.target().is_some_and(|at| self.all[at].bare) => Link::Mark,
            "&" | "+" => Link::And,
            "/" => Link::Or,
            "=" => Link::None,
            ":" | "\"" | "*" | "!" | "¡" => self.link,
            _ => match cursor.sense(0, joins) {
                // What joins stands between two things.
                Some(Link::Or) if self.target().is_none() => return false,
                Some(link) if cursor.token(1).is_some_and(|next| next.kind != TokenKind::Mark) => link,
                _ => return false,
            },
        };
        cursor.at += 1;
        (self.link, self.before) = (link, Some(FieldLead::Mark));
        true
    }

    /// A word that changes nothing, a place, or a result.
    fn word(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let licence = self.target().is_some_and(|at| self.all[at].licence);
        let place = cursor.has(0, is!(Sense::Place));
        if cursor.take_neutral(Topic::Degree) || cursor.take_sense(Sense::Place) {
            if place {
                self.place();
            }
            rest_of_school(cursor);
            return true;
        }
        licence && cursor.take_sense(Sense::Study(Study::Long)) || graduation::grade(cursor)
    }
}

/// "Paris-Saclay", "Lyon 3", "Paris X": the name of a school goes on after a place; a figure is its number where nothing is
/// counted by it.
fn rest_of_school(cursor: &mut Cursor<'_>) {
    const ROMAN: [&str; 13] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"];
    while cursor.follows(|cursor| cursor.take_glued(&["-"]) && !cursor.gap(0) && cursor.take_school()) {}
    let town = cursor.before().is_some_and(|before| before.has(0, is!(Sense::Place)));
    let roman = cursor.token(0).is_some_and(|token| token.case == Case::Upper) && ROMAN.contains(&cursor.text(0));
    let number = cursor.figure(0).and_then(|figure| figure.parse().ok());
    let next = cursor.skip(1);
    let marked = next.token(0).is_none_or(|next| next.kind == TokenKind::Mark)
        && (next.gap(0) || next.gap(1) || next.figure(1).is_none());
    let counts_nothing = marked || next.clone().take_school();
    if town && counts_nothing && (roman || number.is_some_and(|number| (1..=ROMAN.len()).contains(&number))) {
        cursor.at += 1;
    }
}
