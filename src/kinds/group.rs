//! `some_of`, `any_of`, `all_of`: tests within a test, for equivalences such as "a degree, or ten years".

use super::bounds::counts;
use super::check::{TestGroup, of_tests};
use super::{Binder, Check, How, Kind, Rule, RuleSetting};
use crate::catalogue::{Text, kinds as words};
use crate::diagnostic::Diagnostic;
use crate::reading::Bound;
use crate::yaml::{Field, Fields, NodeValue, Shape, Spanned};

const OF: Field = Field::required("of", Shape::Tests, "The tests within, each a test's key with its fields.");

pub(super) const SOME_OF: Kind = Kind {
    key: "some_of",
    doc: "So many of the tests within are met; the more, the more credit.",
    fields: &[
        OF,
        Field::new("at_least", Shape::Count, "How many must be met; 1 if not given."),
        Field::new("full_at", Shape::Count, "How many earn full credit; `at_least` if not given."),
    ],
    example: "some_of:\n  at_least: 1\n  full_at: 2\n  of:\n    - language: { language: fr, list: languages, at_least: B2 }\n    - language: { language: es, list: languages, at_least: B2 }",
    read: |fields, setting| read(fields, setting, How::Some),
};

pub(super) const ANY_OF: Kind = Kind {
    key: "any_of",
    doc: "Any of the tests within is met; the largest credit counts.",
    fields: &[OF],
    example: "any_of:\n  of:\n    - degree: { column: degree, at_least: bachelor }\n    - years: { column: experience, at_least: 10 }",
    read: |fields, setting| read(fields, setting, How::Any),
};

pub(super) const ALL_OF: Kind = Kind {
    key: "all_of",
    doc: "All of the tests within are met; the mean credit counts.",
    fields: &[OF],
    example: "all_of:\n  of:\n    - provided: { column: cv }\n    - provided: { column: cover_letter }",
    read: |fields, setting| read(fields, setting, How::All),
};

struct Tests {
    how: How,
    bound: Bound,
    tests: Vec<Box<dyn Rule>>,
}

fn read(fields: &mut Fields<'_, '_>, setting: &RuleSetting<'_>, how: How) -> Option<Box<dyn Rule>> {
    let Some(NodeValue::List(nodes)) = fields.node("of").map(|node| &node.value) else {
        return None;
    };
    let place = fields.place_of("of");
    if nodes.is_empty() {
        fields.problem(
            Diagnostic::error("empty-list", words::empty_list("of"))
                .at(place)
                .help(words::empty_list_help(words::a_test())),
        );
    }
    let bound = if how == How::Some { counts(fields, nodes.len()) } else { Bound::default() };
    let mut problems = Vec::new();
    let tests: Vec<Option<Box<dyn Rule>>> = nodes.iter().map(|node| (setting.nested)(node, &mut problems)).collect();
    for problem in problems {
        fields.problem(problem);
    }
    fields.ok().then_some(())?;
    Some(Box::new(Tests { how, bound, tests: tests.into_iter().collect::<Option<_>>()? }))
}

impl Tests {
    /// What it asks, made of what each of its tests asks.
    fn asks(&self, parts: &[Text]) -> Text {
        match (self.how, parts) {
            // One alone is asked as it is: all or nothing, where it would earn a part of the credit by itself.
            (_, [alone]) => alone.clone(),
            (How::Some, _) => words::some_of(of_tests(parts.len()).sizes(self.bound), parts),
            (How::Any, _) => words::any_of(parts),
            (How::All, _) => words::all_of(parts),
        }
    }
}

impl Rule for Tests {
    fn columns(&self) -> Vec<&Spanned<String>> {
        self.tests.iter().flat_map(|test| test.columns()).collect()
    }

    fn requirement(&self) -> Text {
        self.asks(&self.tests.iter().map(|test| test.requirement()).collect::<Vec<_>>())
    }

    fn unbound(&self) -> Option<String> {
        let open = self.how == How::Some && self.bound.at_least.is_some_and(|least| least <= 0.0);
        open.then(|| "at_least: 1".to_owned())
    }

    fn earns_only(&self) -> bool {
        self.how.earns_only(|| self.tests.iter().any(|test| test.earns_only()))
    }

    fn bind(&self, binder: &Binder<'_>) -> Check {
        let tests: Vec<Check> = self.tests.iter().map(|test| test.bind(binder)).collect();
        let parts: Vec<Text> = tests.iter().map(|test| test.requirement().clone()).collect();
        Check::Group(TestGroup { how: self.how, bound: self.bound, requirement: self.asks(&parts).into(), tests })
    }
}
