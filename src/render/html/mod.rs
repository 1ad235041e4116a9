//! The committee's page: one file that any browser opens, offline.
//!
//! The list and every account are HTML before any script runs: `page.html` and `row.html` make them, every text escaped
//! by the one formatter. The script only enhances what is there, from the data beside it. Nothing is loaded: a policy in
//! the page allows its own style and its own script by their hashes, and nothing else.

mod data;
mod funnel;
mod page;
mod parts;
mod row;

use std::io::{self, Write};

use minijinja::value::{Serde, Value};
use minijinja::{Environment, Error, UndefinedBehavior};

use self::data::PageData;
use self::page::AroundList;
pub(super) use self::parts::{lean, policy};
use super::safe;
use crate::view::account::Account;
use crate::view::{Audience, Foot, Heading, Line, NearMiss, Render};

/// Writes a page.
#[derive(Default)]
pub(super) struct Html {
    templates: Environment<'static>,
    heading: Option<Heading>,
    /// The candidates' rows: their number in the order of reading, and their markup.
    rows: Vec<(u64, String)>,
    data: PageData,
    told: AroundList,
}

impl Render for Html {
    fn wants_accounts(&self) -> bool {
        true
    }

    fn begin(&mut self, heading: &Heading, _: &mut dyn Write) -> io::Result<()> {
        *self = Self { templates: templates(parts::TEMPLATES)?, heading: Some(heading.clone()), ..Self::default() };
        Ok(())
    }

    fn line(&mut self, _: &Line<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    fn account(&mut self, account: &Account<'_>, _: &mut dyn Write) -> io::Result<()> {
        let Some(heading) = &self.heading else { return Ok(()) };
        let columns = page::columns(heading, account.criteria);
        let row = row::ListRow::new(account, self.rows.len(), heading, &columns);
        let markup = self.templates.get_template(parts::ROW).and_then(|template| template.render(Serde(row)));
        self.rows.push((account.nth, markup.map_err(unmade)?));
        self.data.add(account, heading);
        self.told.add(account);
        Ok(())
    }

    fn near_misses(&self) -> usize {
        usize::MAX
    }

    fn near_miss(&mut self, miss: &NearMiss<'_>, _: &mut dyn Write) -> io::Result<()> {
        let lang = self.heading.as_ref().map_or_else(Default::default, |heading| heading.lang);
        self.told.add_near_miss(miss, lang);
        Ok(())
    }

    fn end(&mut self, foot: &Foot, out: &mut dyn Write) -> io::Result<()> {
        let Some(heading) = self.heading.take() else { return Ok(()) };
        if heading.reader == Audience::Rater {
            self.data.sort_by_reading();
            self.rows.sort_by_key(|(nth, _)| *nth);
        }
        self.data.number();
        let rows: String = std::mem::take(&mut self.rows).into_iter().map(|(_, row)| row).collect();
        let page = page::ListPage::new(&heading, foot, &self.told, rows, self.data.json(&heading, foot));
        let template = self.templates.get_template(parts::PAGE).map_err(unmade)?;
        let page = template.render(Serde(page)).map_err(unmade)?;
        out.write_all(page.as_bytes())
    }
}

pub(super) fn unmade(error: Error) -> io::Error {
    io::Error::other(error)
}

/// Templates, every text in them escaped; a name that they use and nobody gives is an error. Their lines are joined: what
/// divides words stands within one.
pub(super) fn templates<const N: usize>(of: [(&'static str, &str); N]) -> io::Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(|out, _, value: &Value| match value.as_str() {
        Some(text) if !value.is_safe() => Ok(out.write_str(&safe::page(text))?),
        Some(text) => Ok(out.write_str(text)?),
        None => Ok(write!(out, "{value}")?),
    });
    for (name, text) in of {
        let text: String = text.lines().map(str::trim).collect();
        environment.add_template_owned(name, text).map_err(unmade)?;
    }
    Ok(environment)
}
