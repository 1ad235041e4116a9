//! `degree`: one or more degrees, in one column or as a level and a field; the best one counts.

use std::sync::Arc;

use chrono::NaiveDate;

use super::bounds::steps;
use super::{Hope, Kind, Lately, Measure, Reader, Said, Unit, step_index};
use crate::catalogue::{Text, kinds as words};
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::reading::{Bound, Range, Reading, Why};
use crate::scale;
use crate::text::grammar::degree::{self, FieldList, NamedDegree, StudyField};
use crate::yaml::{Field, Named, Shape};

const OTHER_FIELD: [&str; 2] = ["review", "fail"];

pub(super) const KIND: Kind = Kind {
    key: "degree",
    doc: "One or more degrees; the best one counts. A degree still under way is unknown.",
    fields: &[
        Field::new("column", Shape::Column, "The column with degrees in free text."),
        Field::new("level", Shape::Column, "The column with the degree's level, where it has a column of its own."),
        Field::new("field", Shape::Column, "The column with the degree's field, where it has a column of its own."),
        Field::new("at_least", Shape::Step, "The lowest step of `education` that passes."),
        Field::new(
            "full_at",
            Shape::Step,
            "The step that earns full credit; `at_least`, else a doctorate, if not given.",
        ),
        Field::new(
            "fields",
            Shape::Words,
            "The fields that count, each in any language, with other words for it; any if not given.",
        ),
        Field::new(
            "other_field",
            Shape::Choice(&OTHER_FIELD),
            "What a degree in another field is: `review` (unknown, if not given) or `fail`.",
        ),
    ],
    example: "degree: { column: degree, at_least: bachelor, full_at: master, fields: [law, { en: human rights, fr: droits humains }] }",
    read: |fields, _| {
        let [column, level, field] = ["column", "level", "field"].map(|name| fields.column(name));
        let place = fields.place();
        match (&column, &level, &field) {
            (None, None, None) if fields.ok() => {
                fields.problem(
                    Diagnostic::error("missing-field", words::degree_needs_column())
                        .at(place)
                        .help(words::degree_needs_column_help()),
                );
            }
            (None, None, Some(_)) => {
                fields.problem(
                    Diagnostic::error("missing-field", words::degree_needs_level())
                        .at(place)
                        .help(words::degree_needs_column_help()),
                );
            }
            (None, Some(level), None) if fields.has("fields") => {
                let problem = Diagnostic::error("missing-field", words::degree_needs_field()).at(level.place.clone());
                fields.problem(problem.help(words::degree_needs_column_help()));
            }
            (Some(_), Some(other), _) | (Some(_), _, Some(other)) => {
                let place = other.place.clone();
                fields.problem(
                    Diagnostic::error("two-ways", words::degree_two_ways())
                        .at(place)
                        .help(words::degree_needs_column_help()),
                );
            }
            _ => {}
        }
        let asked = fields.words("fields");
        if fields.key("fields").is_some() && asked.is_empty() && fields.ok() {
            let place = fields.place_of("fields");
            let problem = Diagnostic::error("empty-list", words::empty_list("fields")).at(place);
            fields.problem(problem.help(words::empty_fields_help()));
        }
        let fail = fields.choice("other_field", &OTHER_FIELD).is_some_and(|choice| choice.value == 1);
        let bound = steps(fields, Some(scale::education()));
        fields.ok().then_some(())?;
        let unit = Unit::Step(Arc::clone(scale::education()));
        let names: Vec<Text> = asked.iter().map(|field| field.name.clone()).collect();
        let subjects: Vec<Vec<String>> = asked.iter().map(Named::texts).collect();
        let requirement = words::degree(asked_level(&unit, bound), &names);
        // A degree in a field is a degree.
        let subject = if subjects.is_empty() { String::new() } else { format!("{subjects:?} {fail}") };
        let parts = column.is_none();
        Some(Box::new(Measure {
            columns: [column, level, field].into_iter().flatten().collect(),
            bound,
            unit,
            subject,
            requirement,
            reader: Box::new(move |binder| {
                Box::new(DegreeTest {
                    any_field: subjects.is_empty(),
                    fields: FieldList::new(&subjects, &binder.formats.lexicon),
                    fail,
                    parts,
                    as_of: binder.as_of,
                    formats: Arc::clone(&binder.formats),
                })
            }),
        }))
    },
};

/// What a bound asks of a degree: in French with its article, "au moins une licence".
fn asked_level(unit: &Unit, bound: Bound) -> Text {
    let asked = unit.sizes(bound);
    let Unit::Step(scale) = unit else { return asked };
    let Some(least) = bound.at_least.filter(|_| bound.at_most.is_none()) else { return asked };
    match words::with_article(&scale.name(step_index(least)).en) {
        Some(fr) if step_index(least) == scale.top() => Text { fr: fr.to_owned(), ..asked },
        Some(fr) => Text { fr: format!("au moins {fr}"), ..asked },
        None => asked,
    }
}

struct DegreeTest {
    fields: FieldList,
    /// No field is asked for.
    any_field: bool,
    /// A degree in another field is none, for certain.
    fail: bool,
    /// The cells are a level and a field, not free text.
    parts: bool,
    /// A degree of a later month is still under way.
    as_of: NaiveDate,
    formats: Arc<Formats>,
}

/// One degree, as far as it counts.
struct CountedDegree {
    range: Range,
    doubt: Option<Why>,
}

impl DegreeTest {
    fn found(&self, cells: &[Option<&str>]) -> degree::Degrees {
        let read = |cell: &str| degree::read(cell, &self.fields, &self.formats, self.as_of);
        let nothing = || degree::Degrees { ways: vec![vec![NamedDegree::ANY]], left: Vec::new() };
        let first = cells.first().copied().flatten();
        if !self.parts {
            return first.map_or_else(nothing, read);
        }
        let mut found = first.map_or_else(nothing, read);
        let field = cells.get(1).copied().flatten();
        let said = field.map(|cell| degree::field(cell, &self.fields, &self.formats, self.as_of));
        let (mut said, left) = said.unwrap_or((NamedDegree::ANY, Vec::new()));
        found.left.extend(left);
        if first.is_none() {
            // A field says no level where its own column says none.
            said.level = NamedDegree::ANY.level;
        }
        let mut apart = false;
        for way in &mut found.ways {
            // A field in the level's column says no level.
            way.retain(|degree| degree.field == StudyField::Unsaid || degree.level != NamedDegree::ANY.level);
            for degree in way {
                let level = degree.level.both(said.level);
                apart |= level.is_none();
                degree.level = level.unwrap_or(degree.level);
                degree.field = said.field;
                degree.under_way |= said.under_way;
                degree.ends = degree.ends.max(said.ends);
                degree.open |= said.open || level.is_none();
            }
        }
        // Which of the two is meant is not told: "Bachelor", "Master in law".
        found.left.extend(field.filter(|_| apart).map(str::to_owned));
        found
    }

    /// What is in doubt about a degree that may turn out well.
    fn whys(&self, degree: &NamedDegree) -> Vec<Why> {
        let field = match degree.field {
            _ if self.any_field => None,
            StudyField::Listed => None,
            StudyField::Other | StudyField::Unlisted => Some(Why::Elsewhere),
            StudyField::Unsaid => Some(Why::Unsaid),
        };
        let under_way = (!degree.is_finished(self.as_of)).then_some(Why::UnderWay);
        degree.open.then_some(Why::Words).into_iter().chain(under_way).chain(field).collect()
    }

    fn count(&self, degree: &NamedDegree) -> CountedDegree {
        let doubtful = |why| CountedDegree { range: Range::between(0.0, degree.level.high), doubt: Some(why) };
        match degree.field {
            // What words are left may say anything of it.
            _ if degree.open => CountedDegree { range: NamedDegree::ANY.level, doubt: Some(Why::Words) },
            // No degree at all is in no field.
            _ if degree.level.high <= 0.0 => CountedDegree { range: degree.level, doubt: None },
            StudyField::Other if !self.any_field && self.fail => {
                CountedDegree { range: Range::exactly(0.0), doubt: Some(Why::Elsewhere) }
            }
            _ if !degree.is_finished(self.as_of) => doubtful(Why::UnderWay),
            StudyField::Other | StudyField::Unlisted if !self.any_field => doubtful(Why::Elsewhere),
            StudyField::Unsaid if !self.any_field => doubtful(Why::Unsaid),
            _ => CountedDegree { range: degree.level, doubt: None },
        }
    }

    /// The best degree; nothing is known where words are left of each that may count.
    fn best(&self, found: &degree::Degrees) -> Reading {
        let open = found.ways.iter().flatten().any(|degree| degree.open);
        match degree::best(&found.ways, |degree| self.count(degree).range) {
            Reading::Within(range) if open && range.low <= 0.0 => Reading::Unknown(Why::Words),
            Reading::UNREADABLE if !found.left.is_empty() => Reading::Unknown(Why::Words),
            reading => reading,
        }
    }

    /// The same, as if no words were left.
    fn best_understood(&self, found: &degree::Degrees) -> Reading {
        degree::best(&found.ways, |degree| self.count(&NamedDegree { open: false, ..*degree }).range)
    }

    fn doubt_of(&self, found: &degree::Degrees) -> Option<Why> {
        found.ways.iter().find_map(|way| {
            let counted: Vec<CountedDegree> = way.iter().map(|degree| self.count(degree)).collect();
            let best = counted.iter().map(|degree| degree.range.low).fold(0.0, f64::max);
            counted.iter().filter(|degree| degree.range.high > best || best <= 0.0).find_map(|degree| degree.doubt)
        })
    }
}

impl Reader for DegreeTest {
    fn read(&self, cells: &[Option<&str>], _: Lately<'_>) -> Reading {
        self.best(&self.found(cells))
    }

    fn understood(&self, cells: &[Option<&str>]) -> Option<Reading> {
        Some(self.best_understood(&self.found(cells)))
    }

    fn doubt(&self, cells: &[Option<&str>]) -> Option<Why> {
        self.doubt_of(&self.found(cells))
    }

    fn account<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], _: Lately<'_>) -> Said<'a> {
        let found = self.found(cells);
        let parts = all.iter().map(|cell| (*cell).into()).collect();
        let reading = self.best(&found);
        // What is left beside a better degree changes nothing.
        let counts = self.doubt_of(&found) == Some(Why::Words) || reading.why() == Some(Why::Words);
        Said {
            understood: self.best_understood(&found),
            left: if counts { found.left.clone() } else { Vec::new() },
            ..Said::whole(reading, self.doubt_of(&found), parts)
        }
    }

    fn hopes(&self, cells: &[Option<&str>]) -> Vec<Hope> {
        let mut hopes = Vec::new();
        let ways = self.found(cells).ways;
        for way in &ways {
            let sure = way.iter().map(|degree| self.count(degree).range.low).fold(0.0, f64::max);
            for degree in way {
                let CountedDegree { range, doubt } = self.count(degree);
                // One that counts as none for certain is not to be hoped for, nor one below another.
                if doubt.is_some() && range.high > sure && degree.level.high > sure {
                    // Where the cell can be cut in another way as well, its level is not settled with it.
                    let low = if ways.len() > 1 { 0.0 } else { degree.level.low.max(sure) };
                    let range = Range::between(low, degree.level.high);
                    hopes.push(Hope { whys: self.whys(degree), range });
                }
            }
        }
        hopes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Verdict;

    fn reader(fields: &[&[&str]], parts: bool, fail: bool) -> DegreeTest {
        let fields: Vec<Vec<String>> =
            fields.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect();
        let formats = Arc::new(Formats::default());
        let as_of = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap_or_default();
        let any_field = fields.is_empty();
        DegreeTest { any_field, fields: FieldList::new(&fields, &formats.lexicon), fail, parts, as_of, formats }
    }

    #[test]
    fn a_level_and_a_field() {
        let reader = reader(&[&["law", "droit"], &["geography"]], true, true);
        for (level, field, verdict) in [
            (Some("Master"), Some("Law"), Verdict::Met),
            (Some("Master"), Some("Géographie"), Verdict::Met),
            (Some("Licence"), Some("droit"), Verdict::NotMet),
            (Some("Master"), Some("Philosophy"), Verdict::NotMet),
            (Some("Master"), Some("Basket weaving"), Verdict::Unknown),
            (Some("Master"), Some("Legal studies"), Verdict::Unknown),
            (Some("Master"), Some("Law (in progress)"), Verdict::Unknown),
            (Some("Master"), Some("law, I guess"), Verdict::Unknown),
            (Some("Master"), Some("Law, 2026"), Verdict::Unknown),
            (Some("Bac+5 (Master 2)"), Some("Master 2 droit"), Verdict::Met),
            (Some("Master"), Some("Law degree"), Verdict::Met),
            (Some("Master"), Some("MA in law, in progress"), Verdict::Unknown),
            (Some("Bac+3"), Some("Licence de droit"), Verdict::NotMet),
            // Which of two degrees is meant.
            (Some("Bac+5"), Some("Licence de droit"), Verdict::Unknown),
            (Some("Bac+3"), Some("Master en droit"), Verdict::Unknown),
            (Some("Master"), Some("Diploma in law"), Verdict::Unknown),
            (Some("Master"), Some("LLB"), Verdict::Unknown),
            (Some("Master"), Some("LLM"), Verdict::Met),
            (None, Some("Master in law"), Verdict::Unknown),
            (None, Some("LLB"), Verdict::Unknown),
            (Some("Master"), Some("BA in history, MA in law"), Verdict::Unknown),
            (Some("Master"), Some("MA History; LLB"), Verdict::Unknown),
            (Some("Master"), Some("LLB, LLM"), Verdict::Met),
            (Some("Master"), Some("Minor in law"), Verdict::Unknown),
            (Some("Master en cours"), Some("Law"), Verdict::Unknown),
            (Some("Master, jamais fini zyxvut"), Some("Law"), Verdict::Unknown),
            (Some("Master"), None, Verdict::Unknown),
            (None, Some("Law"), Verdict::Unknown),
            (Some("see CV"), Some("Law"), Verdict::Unknown),
            (Some("none"), None, Verdict::NotMet),
        ] {
            let reading = reader.best(&reader.found(&[level, field]));
            let found = reading.decide(|range| range.at_least(4.0));
            assert_eq!(found, verdict, "{level:?} {field:?}: {reading:?}");
        }
    }

    #[test]
    fn what_is_in_doubt() {
        let reader = reader(&[&["law", "droit"]], false, false);
        let between = Range::between;
        for (cell, doubt, hopes) in [
            ("Master in Law", None, vec![]),
            ("Master in Law (in progress)", Some(Why::UnderWay), vec![(vec![Why::UnderWay], between(4.0, 4.0))]),
            ("Master in History", Some(Why::Elsewhere), vec![(vec![Why::Elsewhere], between(4.0, 4.0))]),
            ("Master in Legal Studies", Some(Why::Elsewhere), vec![(vec![Why::Elsewhere], between(4.0, 4.0))]),
            ("Master", Some(Why::Unsaid), vec![(vec![Why::Unsaid], between(4.0, 4.0))]),
            ("Master in Law, whatever", Some(Why::Words), vec![(vec![Why::Words], between(4.0, 4.0))]),
            ("LLB; LLM (2026)", Some(Why::UnderWay), vec![(vec![Why::UnderWay], between(4.0, 4.0))]),
            ("LLM; LLB zyxvut", Some(Why::Words), vec![]),
            ("LLM; LLM zyxvut", Some(Why::Words), vec![]),
            ("LLM; LLM (2026)", None, vec![]),
        ] {
            let cells = [Some(cell)];
            let found: Vec<(Vec<Why>, Range)> =
                reader.hopes(&cells).into_iter().map(|hope| (hope.whys, hope.range)).collect();
            assert_eq!((reader.doubt(&cells), found), (doubt, hopes), "{cell:?}");
        }
        // Of a cell that can be cut in two ways no level is settled.
        let hopes = reader.hopes(&[Some("maîtrise de Word")]);
        assert!(!hopes.is_empty() && hopes.iter().all(|hope| hope.range.low == 0.0), "{hopes:?}");
        // Where another field is none for certain, it is not hoped for.
        let certain = self::reader(&[&["law", "droit"]], false, true);
        assert_eq!(certain.hopes(&[Some("Master in History")]), []);
    }

    #[test]
    fn what_is_in_doubt_and_what_is_left() {
        let (any, asked, parts) =
            (reader(&[], false, false), reader(&[&["law"]], false, false), reader(&[&["law"]], true, false));
        let (open, unreadable) = (Reading::Unknown(Why::Words), Reading::UNREADABLE);
        for (reader, cells, reading, doubt, left) in [
            (&any, ["Master in History", ""], Reading::exactly(4.0), None, &[][..]),
            (&any, ["Master", ""], Reading::exactly(4.0), None, &[]),
            (&any, ["Master in progress", ""], Reading::between(0.0, 4.0), Some(Why::UnderWay), &[]),
            (&any, ["PhD zyx, Master in law", ""], open, Some(Why::Words), &["zyx"]),
            // What is left beside the highest degree changes nothing.
            (&any, ["PhD in law; Master zyx", ""], Reading::exactly(5.0), None, &[]),
            (&asked, ["Master in Basketry", ""], Reading::between(0.0, 4.0), Some(Why::Elsewhere), &[]),
            (&asked, ["Master", ""], Reading::between(0.0, 4.0), Some(Why::Unsaid), &[]),
            (&asked, ["Master in law zyx", ""], open, Some(Why::Words), &["zyx"]),
            (&asked, ["none", ""], Reading::exactly(0.0), None, &[]),
            (&asked, ["zyx", ""], open, None, &["zyx"]),
            (&parts, ["Master", "LLB"], open, Some(Why::Words), &["LLB"]),
            (&parts, ["none", "law"], Reading::exactly(0.0), None, &[]),
            (&parts, ["zyx", "law"], open, None, &["zyx"]),
            // A field in the level's column says no level.
            (&parts, ["law", "law"], unreadable, None, &[]),
            (&parts, ["Master, law", "History"], Reading::between(0.0, 4.0), Some(Why::Elsewhere), &[]),
        ] {
            let given = cells.map(|cell| Some(cell).filter(|cell| !cell.is_empty()));
            let found = reader.found(&given);
            let said = reader.account(&given, &cells, crate::kinds::Kept::default().of(0));
            assert_eq!((reader.best(&found), said.reading), (reading, reading), "{cells:?}");
            assert_eq!((said.doubt, said.left), (doubt, left.iter().map(ToString::to_string).collect()), "{cells:?}");
        }
        // No field is in doubt where none is asked for.
        let whys = |reader: &DegreeTest| {
            reader.hopes(&[Some("Master in progress")]).into_iter().map(|hope| hope.whys).collect::<Vec<_>>()
        };
        assert_eq!(whys(&any), [[Why::UnderWay]]);
        assert_eq!(whys(&asked), [[Why::UnderWay, Why::Unsaid]]);
    }
}
