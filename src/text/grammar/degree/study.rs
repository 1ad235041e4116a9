//! What was studied, and where: fields, schools and names.

use super::field::{self, Before, Field};
use super::reader::{Link, Reader};
use crate::lexicon::{Edge, Joint, Sense, Slot, Study};
use crate::text::Cursor;
use crate::tokens::{Case, Kind};

impl Reader<'_> {
    /// A field, after what leads to one or where it can stand alone; or a school that words as those lead to.
    pub(super) fn field(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let from = cursor.at;
        let mut ahead = *cursor;
        let mut before = self.before;
        loop {
            if ahead.take_sense(Sense::Study(Study::Field)) {
                before = Some(Before::In);
                ahead.take_text(&[":"]);
            } else if ahead.take_sense(Sense::Study(Study::Of)) {
                before = before.filter(|before| *before == Before::In).or(Some(Before::Of));
            } else if ahead.at > from && (ahead.take_sense(Sense::Slot(Slot::Within)) || ahead.take_text(&["'"])) {
            } else {
                break;
            }
        }
        let led = ahead.at > from;
        if led && self.is_level(&self.leading(ahead)) {
            // "en master": who is in it has not come out.
            self.ahead.under_way |= before == Some(Before::In) && self.target().is_none();
            *cursor = ahead;
            return true;
        }
        let run = |before: Before| field::run(self.lexed, self.fields, self.levels, ahead.at, before);
        let run = if self.column {
            // The whole cell may be a field that nobody knows.
            let whole = run(Before::Column).filter(|(_, end)| from == 0 && *end == self.lexed.len());
            // "Minor in law"
            let part = |(field, end): &(Field, usize)| {
                *field != Field::Unlisted
                    || !self.lexed.cursor_at(*end).has(0, |sense| sense == Sense::Study(Study::Field))
            };
            whole.or_else(|| run(Before::Level).filter(part))
        } else {
            before.and_then(run)
        };
        let school = field::school(self.lexed, self.levels, ahead.at);
        let long = ahead.has(0, |sense| sense == Sense::Study(Study::Long));
        let placed = led && run.is_none() && (long || ahead.has(0, |sense| sense == Sense::Place));
        let noun = matches!(before, Some(Before::Level | Before::In));
        if placed || school.is_some() && !(noun && run.is_some()) {
            cursor.at = school.unwrap_or(ahead.at + 1);
            self.before = None;
            return true;
        }
        let Some((field, end)) = run else { return false };
        cursor.at = end;
        self.say_field(field, from, cursor);
        self.before = None;
        true
    }

    /// Says a field of whom it is.
    fn say_field(&mut self, field: Field, from: usize, cursor: &Cursor<'_>) {
        let mut next = *cursor;
        let bracket = next.take_text(&["(", "["]);
        let leads = self.is_level(&self.leading(next));
        let joined = |at: usize| self.lexed.senses(at).contains(&Sense::Joint(Joint::And));
        let and = self.link == Link::And || (from..cursor.at).any(joined);
        let target = self.target();
        // "Law (LLB) Human Rights (LLM)"
        let next = bracket && leads && target.is_some_and(|at| !self.all[at].bare);
        let own = self.before != Some(Before::Mark) && !next;
        // "BA History and Law MA": either's.
        let either = leads && !bracket && and && target.is_some();
        let said = if either { Field::Unlisted } else { field };
        let told = (own || !leads || either) && self.about(|degree| degree.field = degree.field.max(said));
        if !told || either {
            self.ahead.field = self.ahead.field.max(said);
        }
    }

    /// A name where one can stand: of who gave the degree, or where.
    pub(super) fn named(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let mut ahead = *cursor;
        let leads = |sense: Sense| matches!(sense, Sense::Slot(Slot::Name | Slot::Place) | Sense::Edge(Edge::From));
        let led = ahead.take_any(leads);
        while led && (ahead.take_sense(Sense::Slot(Slot::Within)) || ahead.take_glued(&["'"])) {}
        let from = ahead.at;
        let school = field::school(self.lexed, self.levels, from);
        let town = |sense: Sense| matches!(sense, Sense::Place | Sense::Study(Study::Long));
        let word = ahead.token(0).is_some_and(|token| token.kind == Kind::Word);
        let known = school.is_some() || word && ahead.has(0, town);
        match school {
            Some(end) => ahead.at = end,
            None if word && ahead.take_any(town) || ahead.take_name() => {}
            None => return false,
        }
        // A line holds a name whole.
        ahead.at = (from + 1..ahead.at).find(|at| self.lexed.cursor_at(*at).line()).unwrap_or(ahead.at);
        let other = |at: usize| self.levels[at] || self.lexed.senses(at).contains(&Sense::Role);
        let run = || field::run(self.lexed, self.fields, self.levels, from, Before::Mark);
        let subject = school.is_none() && run().is_some_and(|(_, end)| end >= ahead.at);
        // The first word of a sentence has a capital anyway, and may be a verb: "Considering LLM".
        let token = ahead.lexed().cursor_at(from);
        let upper = token.token(0).is_some_and(|token| token.case == Case::Upper && token.span.len() > 1);
        let first = self.before == Some(Before::Mark) && self.all.is_empty() && self.inside.is_none();
        let sure = led || known || !first && self.before != Some(Before::Level) || ahead.at > from + 1 || upper;
        let verb = self.before == Some(Before::Mark) && self.is_level(&ahead) && school.is_none();
        if !sure || verb || subject || (from..ahead.at).any(other) {
            return false;
        }
        *cursor = ahead;
        self.about(|_| ());
        self.before = None;
        true
    }
}
