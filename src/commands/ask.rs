//! The questions of `screen init`: only what neither the file nor the posting says, each with an answer that Enter takes.
//!
//! They are put on standard error, so that what is written stays apart from them. What they quote is somebody else's
//! text: it is made harmless first.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::output::{CRITERIA_ENDINGS, by_ending};
use super::preview::KeptRows;
use super::prompt::Prompter;
use super::{Failure, Setting, shown};
use crate::catalogue::{Say as _, Text, init as words};
use crate::posting::{days, hour};
use crate::propose::{Choices, Counting, Draft, Open, PostingSaid, Proposal, one_line};
use crate::render::safe;

/// The most characters of a name, or of an answer that is quoted.
const MOST: usize = 120;

/// Somebody who can be asked.
pub(super) struct Asker<'a> {
    setting: &'a Setting,
    prompter: Prompter<'a>,
}

impl<'a> Asker<'a> {
    /// Asks in the language, the colours and the letters of the terminal.
    pub(super) fn new(setting: &'a Setting) -> Self {
        Self { setting, prompter: Prompter::new(setting) }
    }

    /// Asks for a line; Enter takes the usual answer, or none.
    fn line(&self, question: &Text, usual: Option<&str>) -> Result<Option<String>, Failure> {
        let answer = self.prompter.line(question, usual)?;
        Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
    }

    /// Asks to choose; Enter takes the usual answer.
    fn choose(&self, question: &Text, answers: &[Text], usual: usize) -> Result<usize, Failure> {
        self.prompter.one(question, answers, usual)
    }

    /// Asks what is not known of the posting, and whether its title and who recruits are what was read.
    pub(super) fn posting(&self, posting: &mut PostingSaid) -> Result<(), Failure> {
        self.name(&mut posting.title, [words::ask_title(), words::is_title()])?;
        self.name(&mut posting.organisation, [words::ask_organisation(), words::is_organisation()])?;
        if posting.deadline.is_none() {
            let asked = self.day()?;
            posting.deadline = asked.as_ref().map(|(day, _)| *day);
            posting.hour = asked.and_then(|(_, hour)| hour);
        }
        Ok(())
    }

    /// Asks for a name: by the first question where none was read, else by the second, and Enter takes what was read.
    fn name(&self, read: &mut Option<String>, [unknown, known]: [Text; 2]) -> Result<(), Failure> {
        let shown = read.as_ref().map(|name| safe::terminal(&one_line(name, MOST)).into_owned());
        let question = if shown.is_some() { known } else { unknown };
        let answer = self.line(&question, shown.as_deref())?;
        if answer != shown {
            *read = answer;
        }
        Ok(())
    }

    /// Asks for the deadline, in the ways people write days, with the hour of it that was typed.
    fn day(&self) -> Result<Option<(NaiveDate, Option<String>)>, Failure> {
        loop {
            let Some(answer) = self.line(&words::ask_deadline(), None)? else { return Ok(None) };
            match days(&answer).as_slice() {
                [day] => return Ok(Some((*day, hour(&answer)))),
                [] => say(&words::ask_deadline_again(answer), self.setting),
                several => {
                    let named: Vec<Text> =
                        several.iter().map(|day| Text::same(day.format("%Y-%m-%d").to_string())).collect();
                    let chosen = several.get(self.choose(&words::ask_which_day(), &named, 0)?);
                    return Ok(chosen.map(|day| (*day, hour(&answer))));
                }
            }
        }
    }

    /// Asks which columns answer what the posting asks, where that is not sure.
    pub(super) fn columns(&self, open: &[Open]) -> Result<Choices, Failure> {
        let mut choices = Choices::new();
        for one in open {
            let mut left: Vec<&String> = one.columns.iter().collect();
            // A column that was named answers one thing.
            left.retain(|header| !choices.values().any(|taken| taken.as_ref() == Some(header)));
            let likely = one.likely.and_then(|at| left.iter().position(|header| **header == one.columns[at]));
            // What the cells of a chosen column name beside is found there without asking.
            if left.is_empty() || one.named && likely.is_none() {
                continue;
            }
            let mut answers: Vec<Text> = left.iter().map(|header| words::answer_column(one_line(header, 60))).collect();
            answers.push(words::answer_no_column());
            let usual = likely.unwrap_or(answers.len() - 1);
            let chosen = self.choose(&words::ask_which_column(one_line(&one.quote, 90)), &answers, usual)?;
            choices.insert(one.wish, left.get(chosen).map(|header| (*header).clone()));
        }
        Ok(choices)
    }

    /// Asks which answers of a column the posting accepts; Enter without any leaves it to be filled in later.
    fn accepted(&self, proposal: &mut Proposal) -> Result<(), Failure> {
        let answers: Vec<Text> = proposal.answers().iter().map(|answer| Text::same(one_line(answer, MOST))).collect();
        if !answers.is_empty() {
            let chosen = self.prompter.several(&words::ask_accepted(question_of(proposal)), &answers)?;
            proposal.accept(&chosen);
        }
        Ok(())
    }

    /// Asks for the bounds that a posting leaves open, and which answers it accepts.
    pub(super) fn open_bounds(
        &self,
        draft: &mut Draft,
        posting: &PostingSaid,
        rows: &KeptRows,
        as_of: NaiveDate,
    ) -> Result<(), Failure> {
        for at in 0..draft.proposals.len() {
            if draft.proposals[at].lacks_bound() && draft.proposals[at].ready(posting) {
                self.bound(draft, at, posting, rows, as_of)?;
            }
            self.accepted(&mut draft.proposals[at])?;
        }
        Ok(())
    }

    /// Asks of each proposal whether it is required, an asset or left out, and what its bound is.
    pub(super) fn needs(
        &self,
        draft: &mut Draft,
        posting: &PostingSaid,
        rows: &KeptRows,
        as_of: NaiveDate,
    ) -> Result<(), Failure> {
        for at in 0..draft.proposals.len() {
            let proposal = &draft.proposals[at];
            if !(proposal.ready(posting) || proposal.waits_for_a_word()) || proposal.weight() == 0 {
                continue;
            }
            let question = words::ask_column(proposal.label(), proposal.test());
            let answers = [words::answer_asset(), words::answer_required(), words::answer_left_out()];
            let need = [Counting::Asset, Counting::Required, Counting::LeftOut][self.choose(&question, &answers, 0)?];
            (draft.proposals[at].need, draft.proposals[at].confirmed) = (need, true);
            if need != Counting::LeftOut {
                self.bound(draft, at, posting, rows, as_of)?;
                // Without a bound nothing can be required.
                if need == Counting::Required && draft.proposals[at].needs_bound() {
                    draft.proposals[at].need = Counting::Asset;
                    say(&words::required_needs_bound(), self.setting);
                }
            }
        }
        Ok(())
    }

    /// Asks for a bound, each with what it would do to the candidates.
    fn bound(
        &self,
        draft: &mut Draft,
        at: usize,
        posting: &PostingSaid,
        rows: &KeptRows,
        as_of: NaiveDate,
    ) -> Result<(), Failure> {
        let bounds = draft.proposals[at].bounds();
        if bounds.is_empty() {
            return Ok(());
        }
        let before = draft.proposals[at].terms.at_least.take();
        let ceiling = draft.proposals[at].is_ceiling();
        let mut answers = vec![if ceiling { words::answer_no_ceiling() } else { words::answer_no_bound() }];
        for bound in &bounds {
            draft.proposals[at].terms.at_least = Some(bound.clone());
            let tried = rows.try_out(draft, at, posting, as_of).map(super::preview::Tried::say).unwrap_or_default();
            answers.push(words::answer_bound(bound, tried));
        }
        let usual = before.as_ref().and_then(|before| bounds.iter().position(|bound| bound == before));
        let usual = usual.or_else(|| middle(&draft.proposals[at], &bounds)).map_or(0, |at| at + 1);
        let figures = bounds.iter().all(|bound| bound.parse::<f64>().is_ok());
        answers.extend(figures.then(words::answer_another));
        draft.proposals[at].terms.at_least = None;
        let name = question_of(&draft.proposals[at]);
        let question = if ceiling { words::ask_ceiling(name) } else { words::ask_bound(name) };
        let chosen = self.choose(&question, &answers, usual)?;
        let bound = match chosen.checked_sub(1) {
            Some(at) if at == bounds.len() => self.figure()?,
            at => at.and_then(|at| bounds.get(at)).cloned(),
        };
        draft.proposals[at].bind(bound);
        Ok(())
    }

    /// Asks for a number, until it is one or none is given.
    fn figure(&self) -> Result<Option<String>, Failure> {
        loop {
            let Some(answer) = self.line(&words::ask_figure(), None)? else { return Ok(None) };
            match answer.replace(',', ".").parse::<f64>() {
                Ok(number) if number.is_finite() && number >= 0.0 => return Ok(Some(number.to_string())),
                _ => say(&words::ask_figure_again(answer), self.setting),
            }
        }
    }

    /// Asks where to write; a file that is there already is asked for again.
    pub(super) fn output(&self, file: &Path) -> Result<Option<PathBuf>, Failure> {
        let stem = file.file_stem().map_or_else(|| "criteria".to_owned(), |stem| stem.to_string_lossy().into_owned());
        let usual = |count: usize| {
            let number = if count == 0 { String::new() } else { format!("-{}", count + 1) };
            format!("{stem}{number}.yaml")
        };
        let free = (0..100).map(usual).find(|name| !Path::new(name).exists()).unwrap_or_else(|| usual(100));
        loop {
            let Some(answer) = self.line(&words::ask_output(), Some(&free))? else { return Ok(None) };
            if answer == "-" {
                return Ok(None);
            }
            let path = PathBuf::from(answer);
            match by_ending(Some(&path), &[((), CRITERIA_ENDINGS)], words::criteria_ending_help) {
                Err(Failure::Problems(problems)) => {
                    self.setting.tell(&problems);
                    continue;
                }
                named => named?,
            };
            if !path.exists() {
                return Ok(Some(path));
            }
            say(&words::already_there(shown(&path)), self.setting);
        }
    }
}

/// What a proposal is about: the posting's words, else the header.
fn question_of(proposal: &Proposal) -> Text {
    match &proposal.asked {
        // Several things may be asked in the same words.
        Some(asked) if proposal.is_one_of_several() => {
            let named = |lang| words::quoted_of(one_line(&asked.quote, 80), proposal.label().to(lang)).say(lang);
            Text::each(named)
        }
        Some(asked) => Text::each(|lang| words::quoted(one_line(&asked.quote, 80)).say(lang)),
        None => proposal.label().clone(),
    }
}

/// The bound that stands for one where the posting names a requirement and no bound.
fn middle(proposal: &Proposal, bounds: &[String]) -> Option<usize> {
    let asked = proposal.asked.as_ref()?;
    let level = bounds.iter().position(|bound| bound == "B2");
    level.filter(|_| asked.required)
}

/// Tells somebody on standard error.
pub(super) fn say(text: &Text, setting: &Setting) {
    let mut errors = std::io::stderr().lock();
    for line in text.to(setting.config.lang).lines() {
        let _ = writeln!(errors, "{}", setting.config.errors.letters(&safe::terminal(line)));
    }
}
