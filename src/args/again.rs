//! A command line to be typed: what a run was asked, as words that ask it again.

use std::path::Path;

use super::{InputArgs, MissingColumns, PostingArgs, ReadingArgs, StageArg, WhenArgs};
use crate::render::safe;

/// A command line of these words, each quoted where a shell needs that; `placeholder` stands for one that cannot be shown.
#[must_use]
pub(crate) fn command<W: AsRef<str>>(words: impl IntoIterator<Item = W>, placeholder: &str) -> String {
    let quoted = |word: W| safe::shell(word.as_ref()).unwrap_or_else(|| placeholder.to_owned());
    words.into_iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// A file's name as a word that is not taken for an option.
#[must_use]
pub(crate) fn path(path: &Path) -> String {
    let shown = path.display().to_string();
    if shown.starts_with('-') && shown != "-" { format!("./{shown}") } else { shown }
}

fn option(name: &str, value: Option<impl Into<String>>) -> Vec<String> {
    value.map_or_else(Vec::new, |value| vec![name.to_owned(), value.into()])
}

impl InputArgs {
    /// The options that say what the files are.
    #[must_use]
    pub(crate) fn again(&self) -> Vec<String> {
        let delimiter =
            self.delimiter.map(|mark| if mark == b'\t' { "tab".into() } else { char::from(mark).to_string() });
        [
            option("--delimiter", delimiter),
            option("--encoding", self.encoding.map(encoding_rs::Encoding::name)),
            option("--sheet", self.sheet.clone()),
            option("--header-row", self.header_row.map(|row| row.to_string())),
            option("--input-format", self.input_format.map(|form| super::value_name(&form))),
        ]
        .concat()
    }
}

impl ReadingArgs {
    /// The options that say how the files are read.
    #[must_use]
    pub(crate) fn again(&self) -> Vec<String> {
        let maps = self.map.iter().flat_map(|(name, header)| option("--map", Some(format!("{name}={header}"))));
        let lenient = (self.missing_columns == MissingColumns::Review).then_some("review");
        maps.chain(option("--missing-columns", lenient)).chain(self.input.again()).collect()
    }
}

impl WhenArgs {
    /// The options that say on which day and at which stage.
    #[must_use]
    pub(crate) fn again(&self) -> Vec<String> {
        let stage = (self.stage == StageArg::Interview).then_some("interview");
        let sets = self.set.iter().flat_map(|set| option("--set", Some(set.typed()))).collect();
        [option("--as-of", self.as_of.clone()), option("--stage", stage), sets].concat()
    }
}

impl PostingArgs {
    /// The options that say what is asked. Criteria that a variable of the environment names need no option.
    #[must_use]
    pub(crate) fn again(&self) -> Vec<String> {
        let criteria = self.criteria.as_deref().filter(|_| self.criteria_from.is_none());
        let decisions = self.decisions.iter().flat_map(|file| option("--decisions", Some(path(file)))).collect();
        [option("--criteria", criteria.map(path)), decisions, self.when.again()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Args, Before, Parsed, parse};
    use crate::catalogue::Lang;

    fn parsed(words: &[String]) -> Args {
        let argv =
            std::iter::once("screen".to_owned()).chain(words.iter().cloned()).map(Into::into).collect::<Vec<_>>();
        match parse(&argv, Before { lang: Lang::En, width: 80, set: |_| false }) {
            Parsed::Args(args) => *args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_was_asked_is_asked_again() {
        let words = "-c c.yaml --as-of 2024-05-26 --stage interview --set a.weight=5 --map a=b --map c=d --missing-columns review \
                     --delimiter tab --encoding latin1 --sheet 2 --header-row 3 --input-format jsonl x.csv";
        let typed: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let again = |args: &Args| [args.screening.asked.again(), args.screening.reading.again()].concat();
        let once = again(&parsed(&typed));
        assert_eq!(again(&parsed(&once)), once);
        assert!(once.contains(&"tab".to_owned()) && once.contains(&"windows-1252".to_owned()), "{once:?}");
        assert!(again(&parsed(&["x.csv".to_owned()])).is_empty());
        assert_eq!(path(Path::new("-x.csv")), "./-x.csv");
    }
}
