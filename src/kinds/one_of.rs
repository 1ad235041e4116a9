//! `one_of`: a category.

use std::sync::Arc;

use super::bounds::YES;
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::{Text, kinds as words, list_or};
use crate::diagnostic::Diagnostic;
use crate::fold::fold;
use crate::text::grammar::value::Values;
use crate::yaml::{Field, Fields, Named, Shape, short};

const OTHER: [&str; 2] = ["review", "fail"];

const VALUES: Field =
    Field::required("values", Shape::Words, "The values that pass, each in any language, with other words for it.");

pub(super) const KIND: Kind = Kind {
    key: "one_of",
    doc: "A category: one of the values that pass, each with other words for it. A value in neither list is unknown.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the category."),
        VALUES,
        Field::new("not", Shape::Words, "The values that do not pass, written in the same way."),
        Field::new(
            "other",
            Shape::Choice(&OTHER),
            "What a value in neither list is: `review` (unknown, if not given) or `fail`, where the lists are all there is.",
        ),
    ],
    example: "one_of: { column: work_permit, values: [{ en: EU citizen, fr: citoyen UE }, work permit], not: [student visa] }",
    read: |fields, _| {
        let column = fields.column("column");
        let values = fields.words("values");
        let not = fields.words("not");
        let fail = fields.choice("other", &OTHER).is_some_and(|choice| choice.value == 1);
        let place = fields.place_of("values");
        if values.is_empty() && fields.ok() {
            fields.problem(
                Diagnostic::error("empty-list", words::empty_list("values"))
                    .at(place)
                    .help(words::empty_list_help(VALUES.example())),
            );
        }
        tell_in_both(fields, &values, &not);
        fields.ok().then_some(())?;
        let names: Vec<Text> = values.iter().map(|value| value.name.clone()).collect();
        let [values, not] = [values, not].map(|list| list.iter().map(Named::texts).collect::<Vec<_>>());
        let subject = format!("{values:?}{not:?}{fail}");
        let values = Arc::new(Values::new(&values, &not, fail));
        Some(Box::new(Measure {
            columns: vec![column?],
            bound: YES,
            unit: Unit::Category,
            subject,
            requirement: words::one_of(list_or(&names)),
            reader: Box::new(move |binder| {
                let (values, named) = (Arc::clone(&values), Arc::clone(&values));
                let (formats, as_of) = (Arc::clone(&binder.formats), binder.as_of);
                Box::new(OneCell {
                    hear: move |cell: &str| values.read(cell, &formats, as_of),
                    names: move |cell: &str| named.names(cell),
                })
            }),
        }))
    },
};

/// Tells the words that stand in both lists.
fn tell_in_both(fields: &mut Fields<'_, '_>, values: &[Named], not: &[Named]) {
    let words = |list: &[Named]| list.iter().flat_map(|one| one.words.clone()).collect::<Vec<_>>();
    let known: std::collections::HashSet<String> = words(values).iter().map(|word| fold(&word.value)).collect();
    for word in words(not).into_iter().filter(|word| known.contains(&fold(&word.value))) {
        let problem = Diagnostic::error("value-in-both", words::value_in_both(short(&word.value)));
        fields.problem(problem.at(word.place).help(words::value_in_both_help()));
    }
}
