//! An output in JSON, one document or one object a line, taken in as it comes: reasons and notes are never held.

use std::fmt;
use std::io::Read;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::listing::{ListedCriterion, ListedDecision, ListedPerson, Listing, Rated, finding, status};
use super::no_output;
use crate::catalogue::diff as words;
use crate::diagnostic::Diagnostic;
use crate::score::{Need, Score};

pub(super) fn read(stream: impl Read, name: &str) -> Result<Listing, Diagnostic> {
    let mut listing = Listing::new(name, false);
    let mut values = serde_json::Deserializer::from_reader(stream);
    while values.end().is_err() {
        let one = JsonEntry { listing: &mut listing, nested: false }.deserialize(&mut values);
        one.map_err(|error| {
            let what = if error.is_data() { words::other_json() } else { words::broken_json(plain(&error)) };
            no_output(name, error.line() as u64, what)
        })?;
    }
    Ok(listing)
}

/// What the parser says, without the place that is told beside it.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// A document, or a candidate.
struct JsonEntry<'a> {
    listing: &'a mut Listing,
    /// Whether it is within a document.
    nested: bool,
}

impl<'de> DeserializeSeed<'de> for JsonEntry<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for JsonEntry<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an output of screen")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { listing, nested } = self;
        let mut person = ListedPerson::default();
        let (mut has_id, mut is_list) = (false, false);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => {
                    person.id = map.next_value::<String>()?.into();
                    has_id = true;
                }
                "name" => person.name = map.next_value::<String>()?.into(),
                "status" => {
                    let name = map.next_value::<String>()?;
                    person.status = Some(status(&name).ok_or_else(|| A::Error::custom("no status"))?);
                }
                "rank" => person.ranks[0] = map.next_value()?,
                "rank_best" => person.ranks[1] = map.next_value()?,
                "rank_worst" => person.ranks[2] = map.next_value()?,
                "score" => person.scores[0] = Some(Score::new(map.next_value()?)),
                "score_max" => person.scores[1] = Some(Score::new(map.next_value()?)),
                "decided" => person.decided = map.next_value::<Option<By>>()?.map(By::into),
                "as_of" if !nested => listing.as_of = map.next_value()?,
                "as_of_source" if !nested => listing.as_of_source = map.next_value()?,
                "source" => person.line = map.next_value::<SourceObject>()?.line,
                "criteria" => map.next_value_seed(JsonCriteria { listing: &mut *listing, person: &mut person })?,
                "candidates" if !nested => {
                    map.next_value_seed(People(&mut *listing))?;
                    is_list = true;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match (has_id, is_list) {
            (true, _) => listing.people.push(person),
            (false, true) => {}
            (false, false) => return Err(A::Error::custom("neither candidates nor an id")),
        }
        Ok(())
    }
}

/// The candidates of a document.
struct People<'a>(&'a mut Listing);

impl<'de> DeserializeSeed<'de> for People<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for People<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of candidates")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(JsonEntry { listing: &mut *self.0, nested: true })?.is_some() {}
        Ok(())
    }
}

/// The criteria of a document, or what is told of each for one candidate.
struct JsonCriteria<'a> {
    listing: &'a mut Listing,
    person: &'a mut ListedPerson,
}

impl<'de> DeserializeSeed<'de> for JsonCriteria<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonCriteria<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("criteria")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(head) = list.next_element::<JsonHead>()? {
            let place = self.listing.place_of(&head.id, self.listing.criteria.len());
            let need = match head.need.as_deref() {
                Some("required") => Some(Need::Required),
                Some("asset") => Some(Need::Asset),
                _ => None,
            };
            let JsonHead { id, label, weight, requirement, .. } = head;
            self.listing.criteria[place] = Rated { id: id.into(), label, need, weight, requirement };
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut expected = 0;
        while let Some((id, one)) = map.next_entry::<String, One>()? {
            let place = self.listing.place_of(&id, expected);
            expected = place + 1;
            let finding = finding(&one.verdict).ok_or_else(|| A::Error::custom("no verdict"))?;
            let evidence = one.evidence.map(|text| self.listing.text(&text));
            let decided = one.decided.map(By::into);
            self.person
                .put(place, ListedCriterion { finding, credits: [one.credit, one.credit_max], evidence, decided });
        }
        Ok(())
    }
}

#[derive(Deserialize)]
struct JsonHead {
    id: String,
    label: Option<String>,
    need: Option<String>,
    weight: Option<f64>,
    requirement: Option<String>,
}

#[derive(Deserialize)]
struct One {
    verdict: String,
    credit: Option<f64>,
    credit_max: Option<f64>,
    evidence: Option<String>,
    decided: Option<By>,
}

#[derive(Deserialize)]
struct SourceObject {
    line: Option<u64>,
}

/// Who decided, and what.
#[derive(Deserialize)]
struct By {
    decision: Option<String>,
    by: Option<String>,
}

impl From<By> for ListedDecision {
    fn from(one: By) -> Self {
        let text = |text: Option<String>| text.unwrap_or_default().into();
        Self { decision: text(one.decision), by: text(one.by) }
    }
}
