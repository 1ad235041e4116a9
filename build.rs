//! Lays out the phrases of the language packs, so that no start of the program has to.

#![allow(dead_code, unreachable_pub, reason = "of what reads a text, the packs need a part")]

#[path = "src/fold.rs"]
mod fold;
#[path = "src/lexicon/laid.rs"]
mod laid;
#[path = "src/lexicon/normal.rs"]
mod normal;
#[path = "src/lexicon/pack.rs"]
mod pack;
#[path = "src/lexicon/packs.rs"]
mod packs;
#[path = "src/tokens.rs"]
mod tokens;

use std::path::Path;

use self::laid::PhraseTable;
use self::pack::PackPhrases;
use self::packs::{EVERYWHERE, PACKS};

/// What the packs are made of, and what reads them.
const SOURCES: [&str; 4] = ["build.rs", "src/fold.rs", "src/tokens.rs", "src/lexicon"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
    }
    let mut laid = PhraseTable::default();
    let mut meanings: Vec<(String, String)> = Vec::new();
    let mut doubled: Vec<String> = Vec::new();
    for (number, (code, files)) in PACKS.iter().enumerate() {
        let mut pack = PackPhrases::default();
        // What is written alike everywhere is of every language.
        let langs = if *code == EVERYWHERE { u8::MAX } else { 1 << number };
        for file in *files {
            let text = std::fs::read_to_string(Path::new("src/lexicon").join(file))
                .map_err(|error| format!("{file}: {error}"))?;
            pack::read(&text, |entry| {
                if !pack.add(entry) {
                    doubled.push(format!("src/lexicon/{file}: `{}` stands twice in `{}`", entry.phrase, entry.section));
                }
                if !meanings
                    .last()
                    .is_some_and(|(section, meaning)| section == entry.section && meaning == entry.meaning)
                {
                    meanings.push((entry.section.to_owned(), entry.meaning.to_owned()));
                }
                laid.add(entry.phrase, langs, u16::try_from(meanings.len() - 1).unwrap_or(u16::MAX));
            })
            .map_err(|(line, text)| {
                format!("src/lexicon/{file}:{line}: `{text}` is not of the form that README.md shows")
            })?;
        }
    }
    if !doubled.is_empty() {
        return Err(doubled.join("; ").into());
    }
    let (texts, phrases, heads) = laid.parts();
    let texts = std::str::from_utf8(texts)?;
    // A phrase a line: a mistake in one is then told by itself.
    let phrases: String = phrases.iter().map(|phrase| format!("    {phrase:?},\n")).collect();
    let table = format!(
        "pub(super) static TEXTS: &str = {texts:?};\n\
         pub(super) static PHRASES: &[Phrase] = &[\n{phrases}];\n\
         pub(super) static HEADS: &[u32] = &{heads:?};\n\
         pub(super) static MEANINGS: &[(&str, &str)] = &{meanings:?};\n"
    );
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("packs.rs"), table)?;
    Ok(())
}
