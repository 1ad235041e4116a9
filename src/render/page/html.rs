//! A page of figures as one HTML file that any browser opens, offline, and that prints: no script, and a policy that
//! allows nothing but its own style.

use std::io::{self, Write};

use minijinja::value::Serde;
use serde::Serialize;

use super::super::html::{lean, policy, templates, unmade};
use super::{Grid, Page, PageSection};
use crate::catalogue::Lang;

const NAME: &str = "page.html";

/// What the template is given.
#[derive(Serialize)]
struct PageContext<'a> {
    lang: &'a str,
    policy: String,
    style: &'a str,
    title: &'a str,
    sections: Vec<HtmlPart<'a>>,
}

#[derive(Serialize)]
struct HtmlPart<'a> {
    head: &'a str,
    /// What its table is called by who does not see it: the section's head, or that of the section it belongs to.
    name: &'a str,
    before: &'a [String],
    table: Option<HtmlTable<'a>>,
    after: &'a [String],
}

#[derive(Serialize)]
struct HtmlTable<'a> {
    head: &'a [String],
    rows: &'a [Vec<String>],
    words: usize,
}

pub(super) fn write(page: &Page, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let style = lean(include_str!("page.css"));
    let mut name = page.title.as_str();
    let part = |section| part(section, &mut name);
    let given = PageContext {
        lang: lang.code(),
        policy: policy(&style, None),
        style: &style,
        title: &page.title,
        sections: page.sections.iter().map(part).collect(),
    };
    let templates = templates([(NAME, concat!(include_str!("../html/head.html"), include_str!("page.html")))])?;
    let page = templates.get_template(NAME).and_then(|template| template.render(Serde(given))).map_err(unmade)?;
    out.write_all(page.as_bytes())
}

fn part<'a>(section: &'a PageSection, name: &mut &'a str) -> HtmlPart<'a> {
    let PageSection { head, before, table, after } = section;
    if !head.is_empty() {
        *name = head;
    }
    let table = table.as_ref().map(|Grid { head, rows, words }| HtmlTable { head, rows, words: *words });
    HtmlPart { head, name, before, table, after }
}
