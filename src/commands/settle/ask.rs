//! The questions on a terminal, one after the other.

use std::path::Path;

use dialoguer::console::Term;

use super::super::prompt::Prompter;
use super::super::{Failure, Setting, shown};
use super::kept::DecisionsFile;
use crate::catalogue::{Say, Text, decisions as fixed, init, settle as words};
use crate::decisions::{Decisions, Meaning};
use crate::explain;
use crate::pipeline::Stopped;
use crate::render::{decisions as rows, safe};
use crate::settle::Question;
use crate::verdict::Verdict;

/// Somebody at a terminal, with what is asked and where the answers go.
pub(super) struct Asking<'a> {
    pub setting: &'a Setting,
    pub questions: &'a [Question],
    pub decisions: &'a Decisions,
    pub by: &'a str,
    pub path: &'a Path,
    pub kept: DecisionsFile,
}

/// What an answer comes to.
enum Reply {
    /// A decision, and why.
    Decided(String, String),
    Leave,
    Back,
    Help,
    Quit,
}

impl Asking<'_> {
    /// Asks all questions, or until somebody has had enough. Answers with how many were answered.
    ///
    /// # Errors
    /// An answer that cannot be kept, an interruption.
    pub(super) fn run(mut self) -> Result<usize, Failure> {
        let mut at = 0;
        // Which of the questions so far were answered.
        let mut answered: Vec<bool> = Vec::new();
        while let Some(question) = self.questions.get(at) {
            let terminal = self.setting.config.errors;
            for line in rows::card(question, (at + 1, self.questions.len()), self.setting.config.lang, terminal) {
                self.say(&line)?;
            }
            match self.answer(question).inspect_err(|failure| self.stopped(failure))? {
                Reply::Decided(decision, reason) => {
                    let when = self.setting.config.moment();
                    self.kept.keep(&question.entry(&decision, &reason, self.by, &when))?;
                    answered.push(true);
                    at += 1;
                }
                Reply::Leave | Reply::Help => {
                    answered.push(false);
                    at += 1;
                }
                Reply::Back => {
                    match answered.pop() {
                        Some(true) => self.kept.take_back()?,
                        Some(false) => {}
                        None => {
                            self.tell(&words::first_question())?;
                            continue;
                        }
                    }
                    at -= 1;
                }
                Reply::Quit => break,
            }
            self.say("")?;
        }
        Ok(self.kept.added())
    }

    /// Tells somebody who stops in the middle what was kept.
    fn stopped(&self, failure: &Failure) {
        if let Failure::Interrupted = failure {
            let told = match self.kept.added() {
                0 => init::stopped(),
                added => words::stopped(added, shown(self.path)),
            };
            // Nobody may be left to tell.
            let _ = self.say("").and_then(|()| self.tell(&told));
        }
    }

    /// Asks until there is an answer that can be kept.
    fn answer(&self, question: &Question) -> Result<Reply, Failure> {
        let examples = self.decisions.examples(question.criterion).map(words::such_as);
        let unit = question.unit.clone().or_else(|| examples.clone()).unwrap_or_else(words::its_words);
        let prompt = words::prompt(&unit);
        loop {
            let typed = Prompter::plain(self.setting).line_below(&prompt)?;
            let answer = self.understood(&typed);
            match answer {
                Reply::Help => self.tell(&words::help(examples.as_ref().unwrap_or(&unit)))?,
                Reply::Decided(decision, reason) => match self.decisions.meaning(question.criterion, &decision) {
                    Err((what, help)) => {
                        self.tell(&what)?;
                        self.tell(&help)?;
                    }
                    Ok(meaning) => {
                        let open = self.show(question, &decision, &meaning)?;
                        if !open || self.confirmed()? {
                            return Ok(Reply::Decided(decision, reason));
                        }
                    }
                },
                other => return Ok(other),
            }
        }
    }

    /// Shows an answer as the criterion's own reader reads it. Whether it leaves the criterion open.
    fn show(&self, question: &Question, decision: &str, meaning: &Meaning) -> Result<bool, Failure> {
        let (read, verdict) = match meaning {
            Meaning::Verdict(judged) => (None, Some(judged.verdict)),
            Meaning::Reading(_, judged) => {
                let account = self.decisions.account(question.criterion, meaning);
                (account.map(|account| explain::how_read(&account)), judged.map(|judged| judged.verdict))
            }
            Meaning::Status(_) => (None, None),
        };
        let verdict = match verdict {
            Some(Verdict::Met) => fixed::met(),
            Some(Verdict::NotMet) => fixed::not_met(),
            Some(Verdict::Unknown) => words::still_open(),
            None => words::with_other_cells(),
        };
        let read = read.or_else(|| (!meaning.is_word()).then(|| Text::same(decision)));
        self.tell(&read.map_or_else(|| verdict.clone(), |read| words::shown_back(read, &verdict)))?;
        Ok(verdict == words::still_open())
    }

    fn confirmed(&self) -> Result<bool, Failure> {
        let lang = self.setting.config.lang;
        let answer = Prompter::plain(self.setting).line(&words::keep_it(), None)?.trim().to_lowercase();
        Ok(answer.chars().next().is_some_and(|first| words::yes_letters().to(lang).contains(first)))
    }

    /// What somebody typed: one of the letters, or a decision with a reason after `#`.
    fn understood(&self, typed: &str) -> Reply {
        let lang = self.setting.config.lang;
        let typed = typed.trim();
        let letters = words::letters();
        let letter = Some(typed.to_lowercase()).filter(|typed| typed.chars().count() == 1);
        match letter.and_then(|letter| letters.to(lang).find(&letter)) {
            Some(0) => return Reply::Decided(fixed::met().say(lang), String::new()),
            Some(1) => return Reply::Decided(fixed::not_met().say(lang), String::new()),
            Some(2) => return Reply::Leave,
            Some(3) => return Reply::Back,
            Some(4) => return Reply::Quit,
            Some(_) => return Reply::Help,
            None => {}
        }
        if typed.is_empty() {
            return Reply::Leave;
        }
        let (decision, reason) = typed.split_once(" #").unwrap_or((typed, ""));
        let (decision, reason) = (decision.trim(), reason.trim().to_owned());
        match self.understood_letter(decision) {
            Some(word) if !reason.is_empty() => Reply::Decided(word, reason),
            _ => Reply::Decided(decision.to_owned(), reason),
        }
    }

    /// The word that a letter stands for before a reason.
    fn understood_letter(&self, decision: &str) -> Option<String> {
        let lang = self.setting.config.lang;
        let letter = Some(decision.to_lowercase()).filter(|one| one.chars().count() == 1)?;
        match words::letters().to(lang).find(&letter)? {
            0 => Some(fixed::met().say(lang)),
            1 => Some(fixed::not_met().say(lang)),
            _ => None,
        }
    }

    fn tell(&self, text: &Text) -> Result<(), Failure> {
        let text = safe::terminal(text.to(self.setting.config.lang)).into_owned();
        rows::wrapped(&text, self.setting.config.errors).iter().try_for_each(|line| self.say(line))
    }

    fn say(&self, line: &str) -> Result<(), Failure> {
        let line = self.setting.config.errors.letters(line);
        Term::stderr().write_line(&line).map_err(|error| Stopped::Output(error).into())
    }
}

/// The name of who decides, asked where no option and no variable says it.
pub(super) fn name(setting: &Setting) -> Result<Option<String>, Failure> {
    let name = Prompter::plain(setting).line(&words::your_name(), None)?;
    Ok(Some(name.trim().to_owned()).filter(|name| !name.is_empty()))
}
