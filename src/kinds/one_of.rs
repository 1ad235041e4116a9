//! `one_of`: a category.

use std::sync::Arc;

use super::bounds::YES;
use super::{Kind, Lately, Measure, Reader, Unit};
use crate::catalogue::{Text, kinds as words, list_or};
use crate::diagnostic::Diagnostic;
use crate::reading::Reading;
use crate::text::category::{Found, Values};
use crate::yaml::{Field, Named, Shape};

pub const KIND: Kind = Kind {
    key: "one_of",
    doc: "A category: one of the values listed, each with other words for it.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the category."),
        Field::required("values", Shape::Words, "The values that pass, each in any language, with other words for it."),
    ],
    example: "one_of: { column: work_permit, values: [{ en: EU citizen, fr: citoyen UE }, work permit] }",
    read: |fields, _| {
        let column = fields.column("column");
        let listed = fields.words("values");
        let place = fields.place_of("values");
        if listed.is_empty() && fields.ok() {
            fields.problem(
                Diagnostic::error("empty-list", words::empty_list("values"))
                    .at(place)
                    .help(words::empty_list_help("values: [EU citizen, work permit]")),
            );
        }
        fields.ok().then_some(())?;
        let names: Vec<Text> = listed.iter().map(|value| value.name.clone()).collect();
        let values: Vec<Vec<String>> = listed.iter().map(Named::texts).collect();
        let subject = format!("{values:?}");
        let values = Arc::new(Values::new(values));
        Some(Box::new(Measure {
            columns: vec![column?],
            bound: YES,
            unit: Unit::Category,
            subject,
            requirement: words::one_of(list_or(&names)),
            reader: Box::new(move |_| Box::new(Category(Arc::clone(&values)))),
        }))
    },
};

struct Category(Arc<Values>);

impl Reader for Category {
    fn read(&self, cells: &[Option<&str>], _: Lately<'_>) -> Reading {
        match cells {
            [Some(cell), ..] => match self.0.read(cell) {
                Found::Listed => Reading::exactly(1.0),
                Found::Other => Reading::exactly(0.0),
                Found::Mixed => Reading::between(0.0, 1.0),
            },
            _ => Reading::MISSING,
        }
    }

    fn names(&self, cell: &str) -> bool {
        self.0.names(cell)
    }
}
