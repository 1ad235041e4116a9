//! Why a verdict is what it is, what would change it, and the account of one candidate.
//!
//! A run may need a reason for every criterion of every candidate, in one language only. The phrases here are
//! therefore made for the language that is asked for, and written straight to where they are shown.

use std::fmt::{self, Display, Formatter};

use super::Lang;

/// Something that is written when it is shown.
struct Spoken<F>(F);

impl<F: Fn(&mut Formatter<'_>) -> fmt::Result> Display for Spoken<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Declares phrases as [`super::catalogue!`] declares sentences; each is made for one language, the first argument.
/// With `one` and `many` forms, the first placeholder is a count.
macro_rules! phrases {
    () => {};
    ($(#[$meta:meta])* $name:ident($($arg:ident),* $(,)?) { en: $en:literal, fr: $fr:literal $(,)? } $($rest:tt)*) => {
        $(#[$meta])*
        pub fn $name(lang: Lang $(, $arg: impl Display)*) -> impl Display {
            #[deny(unused_variables)]
            fn en(f: &mut Formatter<'_> $(, $arg: &dyn Display)*) -> fmt::Result { write!(f, $en) }
            #[deny(unused_variables)]
            fn fr(f: &mut Formatter<'_> $(, $arg: &dyn Display)*) -> fmt::Result { write!(f, $fr) }
            Spoken(move |f: &mut Formatter<'_>| match lang {
                Lang::En => en(f $(, &$arg)*),
                Lang::Fr => fr(f $(, &$arg)*),
            })
        }
        phrases! { $($rest)* }
    };
    ($(#[$meta:meta])* $name:ident($count:ident $(, $arg:ident)* $(,)?) {
        en: $en_one:literal | $en_many:literal, fr: $fr_one:literal | $fr_many:literal $(,)?
    } $($rest:tt)*) => {
        $(#[$meta])*
        pub fn $name(lang: Lang, $count: usize $(, $arg: impl Display)*) -> impl Display {
            #[allow(unused_variables)] // "one criterion" need not name its number
            fn en(f: &mut Formatter<'_>, one: bool, $count: &dyn Display $(, $arg: &dyn Display)*) -> fmt::Result {
                if one { write!(f, $en_one) } else { write!(f, $en_many) }
            }
            #[allow(unused_variables)]
            fn fr(f: &mut Formatter<'_>, one: bool, $count: &dyn Display $(, $arg: &dyn Display)*) -> fmt::Result {
                if one { write!(f, $fr_one) } else { write!(f, $fr_many) }
            }
            Spoken(move |f: &mut Formatter<'_>| {
                let said = crate::catalogue::Say::say(&$count, lang);
                match lang {
                    Lang::En => en(f, $count == 1, &said $(, &$arg)*),
                    Lang::Fr => fr(f, $count < 2, &said $(, &$arg)*),
                }
            })
        }
        phrases! { $($rest)* }
    };
}

mod accounts;
mod hopes;
mod verdicts;

pub use self::accounts::*;
pub use self::hopes::*;
pub use self::verdicts::*;
