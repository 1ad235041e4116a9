// ATTENTION: another helper writes this file on branch `language`. Do not work on it; leave this stub as it is.
//! Languages and how well they are known.

use crate::catalogue::Text;
use crate::reading::Reading;

/// A language.
#[derive(Debug)]
pub struct Language {
    code: &'static str,
}

impl Language {
    /// Its ISO 639 code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Text {
        Text::default()
    }
}

/// The language with this ISO 639 code.
#[must_use]
pub fn by_code(_code: &str) -> Option<&'static Language> {
    None
}

/// The language that a mistaken code may mean.
#[must_use]
pub fn nearest(_code: &str) -> Option<&'static Language> {
    None
}

/// The CEFR levels that a cell about one language can mean.
#[must_use]
pub fn level(_cell: &str, _language: Option<&Language>) -> Reading {
    Reading::UNREADABLE
}

/// The CEFR levels of one language that a cell with several can mean.
#[must_use]
pub fn in_list(_cell: &str, _language: &Language) -> Reading {
    Reading::UNREADABLE
}
