//! What was studied, and where: fields, schools and names.

use super::field::{FieldLead, StudyField};
use super::reader::{DegreeReader, Link};
use crate::lexed::{Cursor, is};
use crate::lexicon::{Edge, Joint, Sense, Slot, Study};
use crate::tokens::TokenKind;

impl DegreeReader<'_> {
    /// A field, after what leads to one or where it can stand alone; or a school that words as those lead to.
    pub(super) fn field(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let from = cursor.at;
        let before = lead(cursor, self.before);
        let led = cursor.at > from;
        if led && self.is_level(&self.leading(*cursor)) {
            // "en master": who is in it has not come out.
            self.ahead.under_way |= before == Some(FieldLead::In) && self.target().is_none();
            return true;
        }
        // "Master in law in Abwägung": of a degree whose field is said, another noun may say anything.
        let said = self.target().is_some_and(|at| self.all[at].field != StudyField::Unsaid);
        let before = before.map(|lead| if said && lead == FieldLead::In { FieldLead::Mark } else { lead });
        let at = cursor.at;
        let run =
            if self.column { self.run_of_column(at) } else { before.and_then(|before| self.studied.run(at, before)) };
        let school = self.studied.school(at);
        let placed = led && run.is_none() && cursor.has(0, is!(Sense::Place | Sense::Study(Study::Long)));
        let noun = matches!(before, Some(FieldLead::Level | FieldLead::In));
        if placed || school.is_some() && !(noun && run.is_some()) {
            cursor.at = school.unwrap_or(at + 1);
            self.place();
        } else if let Some((field, end)) = run {
            cursor.at = end;
            // "MA Journalism, Human Rights Watch": words of a longer name, which may be anybody's.
            let longer = before == Some(FieldLead::Mark) && self.studied.is_name(end);
            self.say_field(if longer { field.min(StudyField::Unlisted) } else { field }, from, cursor);
        } else {
            return false;
        }
        self.before = None;
        true
    }

    /// A field in a column of its own: the whole cell may be one that nobody knows.
    fn run_of_column(&self, from: usize) -> Option<(StudyField, usize)> {
        let whole = self.studied.run(from, FieldLead::Column).filter(|(_, end)| from == 0 && *end == self.lexed.len());
        // "Minor in law"
        let part = |(field, end): &(StudyField, usize)| {
            *field != StudyField::Unlisted || !self.lexed.has(*end, is!(Sense::Study(Study::Field)))
        };
        whole.or_else(|| self.studied.run(from, FieldLead::Level).filter(part))
    }

    /// Says a field of whom it is.
    fn say_field(&mut self, field: StudyField, from: usize, cursor: &Cursor<'_>) {
        let mut next = *cursor;
        let bracket = next.take_text(&["(", "["]);
        let leads = self.is_level(&self.leading(next));
        let and = self.link == Link::And || cursor.had(from, is!(Sense::Joint(Joint::And)));
        let target = self.target();
        // "Law (LLB) Human Rights (LLM)"
        let next = bracket && leads && target.is_some_and(|at| !self.all[at].bare);
        let own = self.before != Some(FieldLead::Mark) && !next;
        // "BA History and Law MA": either's.
        let either = leads && !bracket && and && target.is_some();
        // "History or law"
        let before = target.map(|at| self.all[at].field).filter(|before| *before != StudyField::Unsaid);
        let or = before.is_some_and(|before| before != field && before.max(field) == StudyField::Listed);
        let or = or && self.link == Link::Or;
        let said = if either || or { StudyField::Unlisted } else { field };
        let told = (own || !leads || either)
            && self.about(|degree| {
                degree.field = if or { StudyField::Unlisted } else { degree.field.max(said) };
            });
        if !told || either {
            self.ahead.field = self.ahead.field.max(said);
        }
    }

    /// A name where one can stand: of who gave the degree, or where.
    pub(super) fn named(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let led = cursor.take_any(is!(Sense::Slot(Slot::Name | Slot::Place) | Sense::Edge(Edge::From)));
        if led {
            cursor.take_within();
        }
        let (from, start) = (cursor.at, *cursor);
        let town = is!(Sense::Place | Sense::Study(Study::Long));
        let place = self.lexed.is(from, TokenKind::Word) && start.has(0, town);
        let school = self.studied.school(from);
        match school {
            Some(end) => cursor.at = end,
            None if place => cursor.at += 1,
            None if cursor.take_school() => {}
            None => return false,
        }
        // A line holds a name whole.
        let lines = |at: &usize| self.lexed.cursor_at(*at).line();
        cursor.at = (from + 1..cursor.at).find(lines).unwrap_or(cursor.at);
        let run = || self.studied.run(from, FieldLead::Mark);
        let subject = school.is_none() && run().is_some_and(|(_, end)| end >= cursor.at);
        // The first word of a sentence has a capital anyway, and may be a verb: "Considering LLM".
        let marked = self.before == Some(FieldLead::Mark);
        let first = marked && self.all.is_empty() && self.inside.is_none();
        let apart = !first && self.before != Some(FieldLead::Level);
        let sure = led || place || school.is_some() || apart || cursor.at > from + 1 || start.is_upper();
        let verb = marked && self.is_level(cursor) && school.is_none();
        let other = |at: usize| self.levels[at] || self.lexed.has(at, is!(Sense::Role));
        if !sure || verb || subject || (from..cursor.at).any(other) {
            return false;
        }
        self.place();
        self.about(|_| ());
        self.before = None;
        true
    }
}

/// Takes what leads to a field, and answers where one may stand then.
fn lead(cursor: &mut Cursor<'_>, before: Option<FieldLead>) -> Option<FieldLead> {
    let (from, mut before) = (cursor.at, before);
    loop {
        if cursor.take_sense(Sense::Study(Study::Field)) {
            before = Some(FieldLead::In);
            cursor.take_text(&[":"]);
        } else if cursor.take_sense(Sense::Study(Study::Of)) {
            before = before.filter(|before| *before == FieldLead::In).or(Some(FieldLead::Of));
        } else if cursor.at == from || !(cursor.take_small() || cursor.take_text(&["'"])) {
            return before;
        }
    }
}
