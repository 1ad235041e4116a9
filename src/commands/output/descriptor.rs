//! Descriptors that are open already.

use std::fs::{self, File};
use std::io;

use crate::catalogue::{commands as words, system};
use crate::diagnostic::Diagnostic;
use crate::streams;

/// What is open under a number, to be written through, so that its place and its way of writing are kept.
pub(super) fn descriptor(number: i32) -> io::Result<File> {
    match number {
        0 => standard(&io::stdin()),
        1 => standard(&io::stdout()),
        2 => standard(&io::stderr()),
        number => inherited(number),
    }
}

/// What the program was started with under another number than those of the standard ones.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn inherited(number: i32) -> io::Result<File> {
    use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};
    let known = fs::read_to_string(format!("/proc/self/fdinfo/{number}"))?;
    let flags = known.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok()).unwrap_or_default();
    if flags & rustix::fs::OFlags::CLOEXEC.bits() != 0 {
        // The program's own: nothing of that kind was there when it started.
        return Err(io::ErrorKind::NotFound.into());
    }
    let through = pidfd_open(getpid(), PidfdFlags::empty());
    match through.and_then(|own| pidfd_getfd(own, number, PidfdGetfdFlags::empty())) {
        Ok(file) => Ok(file.into()),
        // Where that is not allowed: opened once more.
        Err(_) => fs::OpenOptions::new().append(true).open(format!("/proc/self/fd/{number}")),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn inherited(number: i32) -> io::Result<File> {
    // What is opened there is what is open.
    fs::OpenOptions::new().append(true).open(format!("/dev/fd/{number}"))
}

/// Standard output, to be written through.
///
/// # Errors
/// That it was closed when the program started.
pub(super) fn standard_output() -> Result<File, Diagnostic> {
    let told = |error: io::Error| Diagnostic::error("cannot-write", words::cannot_write_on(system::why(&error)));
    if streams::output_was_closed() {
        return Err(Diagnostic::error("output-closed", words::output_closed()).help(words::output_closed_help()));
    }
    standard(&io::stdout()).map_err(told)
}

/// One of the standard streams as a file: without the standard library's own buffer, and with every error.
#[cfg(unix)]
pub(super) fn standard(stream: &impl std::os::fd::AsFd) -> io::Result<File> {
    Ok(stream.as_fd().try_clone_to_owned()?.into())
}

#[cfg(windows)]
pub(super) fn standard(stream: &impl std::os::windows::io::AsHandle) -> io::Result<File> {
    Ok(stream.as_handle().try_clone_to_owned()?.into())
}
