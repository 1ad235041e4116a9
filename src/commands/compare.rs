//! `screen compare FILE A B [C...]`: why one stands above the other, criterion by criterion.

use super::explain::{at_terminal, shown_as};
use super::find::{Query, find};
use super::{Failure, Setting};
use crate::args::{AccountFormat, Compare};
use crate::catalogue::commands as words;
use crate::exit::Exit;
use crate::explain::{self, PageLayout};

pub(super) fn run(asked: &Compare, setting: &Setting) -> anyhow::Result<Exit> {
    let mut people = Vec::new();
    let mut all = Vec::new();
    let question = Query { file: &asked.file, judging: &asked.judging, who: &asked.ids };
    find(&question, setting, &mut |_, keys, person| {
        if all.is_empty() {
            all = keys.to_vec();
        }
        people.push(person);
        Ok(())
    })?;
    if people.len() < 2 {
        return Err(Failure::Usage(words::two_wanted()).into());
    }
    let accounts: Vec<_> = people.iter().map(|person| person.account(&all)).collect();
    let layout = match asked.written.format.unwrap_or(AccountFormat::Text) {
        AccountFormat::Text => at_terminal(setting),
        AccountFormat::Markdown => PageLayout::Markdown,
        AccountFormat::Json => {
            let each: Result<Vec<String>, _> =
                accounts.iter().map(|account| explain::account_json(account, setting.config.lang)).collect();
            return setting.say(&format!("[\n{}\n]\n", each?.join(",\n")));
        }
    };
    let mut text = String::new();
    shown_as(layout, setting, |show| explain::compare(&accounts, show, &mut text))?;
    setting.say(&text)
}
