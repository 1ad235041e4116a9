//! The writing crate keeps a large sheet in a temporary file, and panics where that cannot be written. Here that is an
//! error like others.

use std::cell::Cell;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use rust_xlsxwriter::XlsxError;

thread_local! {
    /// Whether a panic of this thread is told as an error.
    static HELD: Cell<bool> = const { Cell::new(false) };
}

/// A panic that is told as an error is told no other way.
static QUIET: Once = Once::new();

/// What the work comes to; `unwritten` where it panics.
pub(super) fn held<T>(unwritten: &str, work: impl FnOnce() -> Result<T, XlsxError>) -> io::Result<T> {
    QUIET.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !HELD.get() {
                usual(panic);
            }
        }));
    });
    HELD.set(true);
    // What is half done is not used again: an error ends the run.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    HELD.set(false);
    match done {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(XlsxError::IoError(error))) => Err(error),
        Err(_) | Ok(Err(XlsxError::TempFileError(..))) => Err(io::Error::other(unwritten)),
        Ok(Err(error)) => Err(io::Error::other(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let error = held("not written", || -> Result<(), XlsxError> { panic!("Couldn't write to xml file") });
        assert_eq!(error.unwrap_err().to_string(), "not written");
        assert_eq!(held("not written", || Ok(1)).unwrap(), 1);
        let own = io::Error::from(io::ErrorKind::StorageFull);
        let error = held("not written", || -> Result<(), XlsxError> { Err(XlsxError::IoError(own)) });
        assert_eq!(error.unwrap_err().kind(), io::ErrorKind::StorageFull);
    }
}
