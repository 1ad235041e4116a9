//! Which of the standard streams were closed when the program was started.
//!
//! The standard library puts `/dev/null` in the place of a closed one before `main`, open to be read and to be written.
//! So do Python (`subprocess.DEVNULL`), Node (`stdio: "ignore"`) and others who start a program and want none of its
//! output, and from `main` on nobody can tell the two apart: the one loses what somebody waits for, the other is asked
//! for. Therefore it is looked earlier than that.

#[cfg(unix)]
use rustix::stdio::{stdin, stdout};
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(unix)]
static INPUT_CLOSED: AtomicBool = AtomicBool::new(false);
#[cfg(unix)]
static OUTPUT_CLOSED: AtomicBool = AtomicBool::new(false);

/// Runs before `main`: two calls of the system, and nothing of the standard library that needs its start.
#[cfg(unix)]
#[ctor::ctor(unsafe)]
fn look() {
    let closed = |stream: rustix::fd::BorrowedFd<'_>| rustix::io::fcntl_getfd(stream).is_err();
    INPUT_CLOSED.store(closed(stdin()), Ordering::Relaxed);
    OUTPUT_CLOSED.store(closed(stdout()), Ordering::Relaxed);
}

/// Whether standard input was closed when the program was started.
#[cfg(unix)]
pub(crate) fn input_was_closed() -> bool {
    INPUT_CLOSED.load(Ordering::Relaxed)
}

/// Whether standard output was closed when the program was started.
#[cfg(unix)]
pub(crate) fn output_was_closed() -> bool {
    OUTPUT_CLOSED.load(Ordering::Relaxed)
}

/// Whether standard input was closed when the program was started: never, since this system has no such thing.
#[cfg(not(unix))]
pub(crate) fn input_was_closed() -> bool {
    false
}

/// Whether standard output was closed when the program was started: never, since this system has no such thing.
#[cfg(not(unix))]
pub(crate) fn output_was_closed() -> bool {
    false
}
