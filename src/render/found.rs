//! What is found in a file, for programs that show it where it is: editors, and the annotations of a workflow.

use std::fmt::Write as _;

use super::value::Value;
use crate::catalogue::Lang;
use crate::diagnostic::{Diagnostic, Severity};

/// The name of a severity, the same in every language.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The gravest first, otherwise in their order.
fn sorted(problems: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = problems.iter().collect();
    sorted.sort_by_key(|problem| problem.severity);
    sorted
}

/// Problems as a document: whether there is no error among them, and each with its place. Lines and columns count from 1;
/// columns count characters, and `end_column` is the first one behind.
#[must_use]
pub fn document(problems: &[Diagnostic], lang: Lang) -> Value {
    let one = |problem: &&Diagnostic| {
        let place = problem.place.as_ref();
        let number = |number: u64| (number > 0).then_some(number);
        let column = place.and_then(|place| number(place.column));
        Value::map([
            ("code", problem.code.into()),
            ("severity", severity(problem.severity).into()),
            ("file", place.map(|place| &*place.file).filter(|file| !file.is_empty()).into()),
            ("line", place.and_then(|place| number(place.line)).into()),
            ("column", column.into()),
            ("end_column", place.zip(column).map(|(place, column)| column + place.width.max(1)).into()),
            ("what", problem.what.to(lang).into()),
            ("help", problem.help.as_ref().map(|help| help.to(lang)).into()),
        ])
    };
    Value::map([
        ("right", (!problems.iter().any(|problem| problem.severity == Severity::Error)).into()),
        ("problems", Value::List(sorted(problems).iter().map(one).collect())),
    ])
}

/// Problems as the commands of a workflow on GitHub that annotate files, a line each.
#[must_use]
pub fn annotations(problems: &[Diagnostic], lang: Lang) -> String {
    let mut text = String::new();
    for problem in sorted(problems) {
        let command = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let _ = write!(text, "::{command} ");
        if let Some(place) = problem.place.as_ref().filter(|place| !place.file.is_empty()) {
            let _ = write!(text, "file={},", property(&place.file));
            if place.line > 0 {
                let _ = write!(text, "line={},", place.line);
            }
            if place.column > 0 {
                let _ = write!(text, "col={},endColumn={},", place.column, place.column + place.width.max(1));
            }
        }
        let help = problem.help.as_ref().map_or_else(String::new, |help| format!("\n{}", help.to(lang)));
        let what = [problem.what.to(lang), &help].concat();
        let _ = writeln!(text, "title={}::{}", property(problem.code), message(&what));
    }
    text
}

/// What may stand in a message: nothing that ends the line, and no percent sign that could be taken for an escape.
fn message(text: &str) -> String {
    let plain: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    plain.replace('%', "%25").replace('\n', "%0A")
}

/// What may stand in a property, which ends with a comma or two colons.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Text;
    use crate::diagnostic::Place;

    fn problems() -> Vec<Diagnostic> {
        let place = Place { file: "a,b:c.yaml".into(), line: 3, column: 5, width: 4, text: None };
        let warning = Diagnostic::warning("small", Text::same("100 % of\r\n::error::it"));
        vec![
            warning,
            Diagnostic::error("wrong", Text::same("no such key")).at(place).help(Text::same("did you mean `id`?")),
        ]
    }

    #[test]
    fn annotations_stay_on_their_lines() {
        assert_eq!(
            annotations(&problems(), Lang::En),
            "::error file=a%2Cb%3Ac.yaml,line=3,col=5,endColumn=9,title=wrong::no such key%0Adid you mean `id`?\n\
             ::warning title=small::100 %25 of%0A::error::it\n"
        );
    }

    #[test]
    fn a_document_has_each_problem_with_its_place() {
        let document = document(&problems(), Lang::En).document();
        let back: serde_json::Value = serde_json::from_slice(&document).unwrap();
        assert_eq!((&back["right"], &back["screen"]["format"]), (&false.into(), &1.into()));
        let first = &back["problems"][0];
        assert_eq!((&first["code"], &first["line"], &first["end_column"]), (&"wrong".into(), &3.into(), &9.into()));
        assert!(back["problems"][1]["file"].is_null());
    }
}
