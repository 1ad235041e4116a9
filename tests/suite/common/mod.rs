//! Runs the built program in a folder of its own, with nothing of the environment leaking in.
#![allow(dead_code, reason = "each test file uses some of it")]

pub(crate) mod criteria;
pub(crate) mod pages;
#[cfg(unix)]
pub(crate) mod pty;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A small criteria file: one required size, one required fact, one asset.
pub(crate) const CRITERIA: &str = "\
version: 1
posting:
  title: { en: Programme officer, fr: Responsable de programme }
  organisation: Example
  deadline: 2024-05-26
  time_zone: Europe/Brussels
columns:
  experience: [experience, \"Années d'expérience\"]
identity: [name, email]
criteria:
  - id: experience
    label: { en: Experience, fr: Expérience }
    weight: 20
    years: { column: experience, at_least: 7, full_at: 14 }
  - id: advocacy
    label: { en: Advocacy, fr: Plaidoyer }
    weight: 10
    yes_no: { column: advocacy }
  - id: writing
    label: { en: Writing, fr: Rédaction }
    need: asset
    weight: 10
    level: { column: writing, scale: proficiency, at_least: good, full_at: excellent }
";

/// Candidates for it: eligible, open, open, not eligible, a tie.
pub(crate) const CANDIDATES: &str = "\
id,name,email,experience,advocacy,writing
A1,Ada Fictive,ada.fictive@example.org,10,yes,very good
A2,Bo Sample,bo.sample@example.org,5-8,yes,good
A3,Cy Specimen,cy.specimen@example.org,3,no,basic
A4,Di Placeholder,di.placeholder@example.org,,yes,
A5,Ed Dummy,ed.dummy@example.org,10 ans,oui,très bonne
A6,Flo Mockup,flo.mockup@example.org,6,yes,excellent
";

/// So many cases of what is drawn by chance and runs the program, times what `SCREEN_TEST_TIMES` says: few while one works,
/// more where changes land (`.ci/run`).
pub(crate) fn cases(few: u32) -> u32 {
    let times = std::env::var("SCREEN_TEST_TIMES").map_or(1, |times| times.parse().expect("a number of times"));
    few * times
}

/// One run of the program: what is there, what is asked, what is expected.
pub(crate) struct Test {
    folder: TempDir,
    args: Vec<OsString>,
    stdin: Vec<u8>,
    env: Vec<(String, OsString)>,
    status: i32,
    stdout: String,
    stderr: String,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub status: i32,
    pub stdout: Vec<u8>,
    pub stderr: String,
}

impl Ran {
    /// Standard output as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).unwrap()
    }
}

impl Test {
    /// An empty folder, no arguments; success and silence are expected.
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("screen-test-").tempdir().unwrap();
        std::fs::create_dir(folder.path().join("tmp")).unwrap();
        Self {
            folder,
            args: Vec::new(),
            stdin: Vec::new(),
            env: Vec::new(),
            status: 0,
            stdout: String::new(),
            stderr: String::new(),
        }
    }

    /// The small criteria as `criteria.yaml` and the small list as `candidates.csv`, with the option that names them.
    pub(crate) fn small() -> Self {
        Self::new()
            .file("criteria.yaml", CRITERIA)
            .file("candidates.csv", CANDIDATES)
            .args(["--criteria", "criteria.yaml"])
    }

    /// A file in the folder.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path(name), content).unwrap();
        self
    }

    /// A folder in the folder.
    pub(crate) fn folder(self, name: &str) -> Self {
        std::fs::create_dir(self.path(name)).unwrap();
        self
    }

    /// A file of the project, under its own last name.
    pub(crate) fn of_project(self, path: &str) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        std::fs::copy(&from, self.path(from.file_name().unwrap().to_str().unwrap())).unwrap();
        self
    }

    /// Where a file of the folder is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// One argument more.
    pub(crate) fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Arguments more.
    pub(crate) fn args<I: IntoIterator<Item: Into<OsString>>>(mut self, args: I) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// What comes on standard input; nothing if not said.
    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_vec();
        self
    }

    /// A variable of the environment, which is empty otherwise.
    pub(crate) fn env(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.env.push((name.to_owned(), value.into()));
        self
    }

    /// The exit status expected.
    pub(crate) fn status(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    /// What is expected on standard output.
    pub(crate) fn stdout(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdout);
        self
    }

    /// What is expected on standard error.
    pub(crate) fn stderr(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stderr);
        self
    }

    /// Runs it, and holds what came of it against what is expected.
    #[track_caller]
    pub(crate) fn run(self) {
        let ran = self.output();
        let what = (self.args, ran.status, String::from_utf8_lossy(&ran.stdout).into_owned(), ran.stderr);
        assert_eq!((&what.1, &*what.2, &*what.3), (&self.status, &*self.stdout, &*self.stderr), "{:?}", what.0);
    }

    /// Runs it: the command, the status and both outputs as one text, for a snapshot.
    #[track_caller]
    pub(crate) fn shown(self) -> String {
        let ran = self.output();
        let word = |arg: &OsString| {
            let arg = arg.to_string_lossy();
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,".contains(c);
            if !arg.is_empty() && arg.chars().all(plain) { arg.into_owned() } else { format!("'{arg}'") }
        };
        let command: Vec<String> = std::iter::once("screen".to_owned()).chain(self.args.iter().map(word)).collect();
        let mut text = format!("$ {}\nexit status {}\n", command.join(" "), ran.status);
        for (name, output) in [("out", ran.text()), ("err", &ran.stderr)] {
            if !output.is_empty() {
                text.push_str(&format!("--- {name}\n{output}"));
            }
        }
        text
    }

    /// Runs it. Whatever comes of it, no temporary file may be left.
    #[track_caller]
    pub(crate) fn output(&self) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
        command.args(&self.args).env_clear();
        self.ran(command)
    }

    /// Runs a script of `bash`, which knows the program as `$SCREEN`. No temporary file may be left either.
    #[cfg(unix)]
    #[track_caller]
    pub(crate) fn shell(&self, script: &str) -> Ran {
        let mut command = Command::new("bash");
        command.args(["-c", script]).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("SCREEN", env!("CARGO_BIN_EXE_screen"));
        self.ran(command)
    }

    /// The outputs that have not been finished.
    pub(crate) fn unfinished(&self) -> Vec<OsString> {
        let mut names = names(self.folder.path());
        names.retain(|name| name.to_string_lossy().starts_with(".screen-"));
        names
    }

    fn ran(&self, mut command: Command) -> Ran {
        command.current_dir(self.folder.path()).env("TMPDIR", self.path("tmp"));
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let output = std::thread::scope(|scope| {
            // A program that does not want its input closes it, and that is its right.
            scope.spawn(move || input.write_all(&self.stdin));
            child.wait_with_output().unwrap()
        });
        assert_eq!(names(&self.path("tmp")), [""; 0], "temporary files are left");
        assert_eq!(self.unfinished(), [""; 0], "an unfinished output is left");
        Ran {
            status: output.status.code().unwrap(),
            stdout: output.stdout,
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

fn names(folder: &Path) -> Vec<OsString> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
}

/// A page without its head, whose style and script hold nothing of the candidates, and words that are parts of names.
pub(crate) fn page(text: &str) -> String {
    text.split_once("</head>").unwrap().1.to_owned()
}
