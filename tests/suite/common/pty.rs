//! A terminal for the program to ask on.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

/// A run of the program on a terminal of its own.
pub(crate) struct Session {
    pub child: Child,
    pub keys: File,
    shown: Receiver<Vec<u8>>,
    seen: String,
}

/// How every question ends.
pub(crate) const PROMPT: &str = "[q]uit\r\n> ";

impl Session {
    /// Starts the program in a folder.
    pub(crate) fn start(folder: &Path, args: &[&str]) -> Self {
        let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&terminal).unwrap();
        unlockpt(&terminal).unwrap();
        let name = ptsname(&terminal, Vec::new()).unwrap().into_string().unwrap();
        let end = || File::options().read(true).write(true).open(&name).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
        command.args(args).env_clear().envs([("TERM", "xterm"), ("COLUMNS", "80"), ("LANG", "en_US.UTF-8")]);
        command.current_dir(folder).stdin(end()).stderr(end()).stdout(Stdio::piped());
        let child = command.spawn().unwrap();
        let mut reader = File::from(terminal.as_fd().try_clone_to_owned().unwrap());
        let keys = File::from(terminal);
        let (send, shown) = channel();
        std::thread::spawn(move || {
            let mut piece = [0; 4096];
            // Where the last one who has it open is gone, reading fails.
            while let Ok(count @ 1..) = reader.read(&mut piece) {
                if send.send(piece[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self { child, keys, shown, seen: String::new() }
    }

    /// Waits until a text is shown after what was seen so far, and takes it as seen.
    #[track_caller]
    pub(crate) fn until(&mut self, text: &str) -> String {
        loop {
            if let Some(at) = self.seen.find(text) {
                let rest = self.seen.split_off(at + text.len());
                return std::mem::replace(&mut self.seen, rest);
            }
            match self.shown.recv_timeout(Duration::from_secs(20)) {
                Ok(piece) => self.seen.push_str(&String::from_utf8_lossy(&piece)),
                Err(_) => panic!("`{text}` does not come after {:?}", self.seen),
            }
        }
    }

    /// Answers a question and waits for the next prompt; what is shown between them.
    #[track_caller]
    pub(crate) fn answer(&mut self, keys: &str) -> String {
        self.answer_until(keys, PROMPT)
    }

    /// The same until something else is shown.
    #[track_caller]
    pub(crate) fn answer_until(&mut self, keys: &str, text: &str) -> String {
        self.keys.write_all(format!("{keys}\r").as_bytes()).unwrap();
        // What was typed is shown once as it is typed and once when it is taken.
        self.until("\u{1b}[2K");
        self.until("\n");
        self.until(text)
    }

    /// Answers the last question; the status and what is said at the end.
    #[track_caller]
    pub(crate) fn last(mut self, keys: &str) -> (i32, String) {
        self.keys.write_all(format!("{keys}\r").as_bytes()).unwrap();
        self.end()
    }

    /// Presses Ctrl-C, again where the terminal was just being made ready and dropped the key; the status and what is said.
    #[track_caller]
    pub(crate) fn interrupt(&mut self) -> (i32, String) {
        for _ in 0..100 {
            if self.keys.write_all(b"\x03").is_err() || self.child.try_wait().unwrap().is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        self.end()
    }

    #[track_caller]
    pub(crate) fn end(&mut self) -> (i32, String) {
        let mut said = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        (self.child.wait().unwrap().code().unwrap_or(-1), said)
    }

    /// What was shown since, once the program has ended.
    pub(crate) fn rest(&mut self) -> String {
        while let Ok(piece) = self.shown.recv_timeout(Duration::from_millis(300)) {
            self.seen.push_str(&String::from_utf8_lossy(&piece));
        }
        std::mem::take(&mut self.seen)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
