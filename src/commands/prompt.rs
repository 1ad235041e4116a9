//! What is typed or chosen on a terminal. The prompts are `dialoguer`'s; a question that is wider than the terminal is said
//! above an empty prompt, since a prompt on several lines would be drawn again one line below.

use std::fmt::{self, Write};
use std::io;

use dialoguer::console::Term;
use dialoguer::theme::{ColorfulTheme, Theme};
use dialoguer::{Input, MultiSelect, Select};
use unicode_width::UnicodeWidthStr as _;

use super::{Failure, Setting};
use crate::catalogue::{Lang, Say as _, Text, init as words, system};
use crate::diagnostic::Diagnostic;
use crate::render::{safe, text};

/// What a theme puts around a question, at most.
const AROUND: usize = 4;
/// What it puts before a choice.
const MARK: usize = 8;

/// Somebody who is asked in the language, the colours and the letters of the terminal.
pub(super) struct Prompter<'a> {
    setting: &'a Setting,
    theme: Box<dyn Theme>,
}

impl<'a> Prompter<'a> {
    /// Asks in colours where there are some.
    pub(super) fn new(setting: &'a Setting) -> Self {
        let errors = setting.config.errors;
        match errors.colour && errors.unicode {
            true => Self { setting, theme: Box::new(ColorfulTheme::default()) },
            false => Self::plain(setting),
        }
    }

    /// Asks without colours.
    pub(super) fn plain(setting: &'a Setting) -> Self {
        Self { setting, theme: Box::new(PlainTheme(setting.config.lang)) }
    }

    /// Asks for a line; Enter takes the usual answer, or none.
    ///
    /// # Errors
    /// The prompt was ended, or nothing can be read.
    pub(super) fn line(&self, question: &Text, usual: Option<&str>) -> Result<String, Failure> {
        let room = AROUND + usual.map_or(0, |usual| usual.width() + 3);
        let question = self.prompt(question, room)?;
        let mut input = Input::<String>::with_theme(&*self.theme).with_prompt(question).allow_empty(true);
        if let Some(usual) = usual {
            input = input.default(usual.to_owned());
        }
        input.interact_text_on(&Term::stderr()).map_err(|error| ended(&error))
    }

    /// Asks for a line below what can be typed.
    ///
    /// # Errors
    /// The prompt was ended, or nothing can be read.
    pub(super) fn line_below(&self, question: &Text) -> Result<String, Failure> {
        self.say(&self.show(question))?;
        self.line(&Text::same(""), None)
    }

    /// Asks to choose one; Enter takes the usual answer.
    ///
    /// # Errors
    /// The prompt was ended, or nothing can be read.
    pub(super) fn one(&self, question: &Text, answers: &[Text], usual: usize) -> Result<usize, Failure> {
        let (question, answers) = (self.prompt(question, AROUND)?, self.choices(answers));
        let select = Select::with_theme(&*self.theme).with_prompt(question).items(&answers).default(usual);
        select.interact().map_err(|error| ended(&error))
    }

    /// Asks to choose any number; Enter takes those that are marked.
    ///
    /// # Errors
    /// The prompt was ended, or nothing can be read.
    pub(super) fn several(&self, question: &Text, answers: &[Text]) -> Result<Vec<usize>, Failure> {
        let (question, answers) = (self.prompt(question, AROUND)?, self.choices(answers));
        let select = MultiSelect::with_theme(&*self.theme).with_prompt(question).items(&answers);
        select.interact().map_err(|error| ended(&error))
    }

    /// Answers on one line each.
    fn choices(&self, answers: &[Text]) -> Vec<String> {
        let room = self.setting.config.errors.columns().saturating_sub(MARK).max(MARK);
        answers.iter().map(|answer| text::cut(&self.show(answer), room)).collect()
    }

    /// The question as a prompt, where a line holds it with `room` more; else it is said in lines above an empty prompt.
    fn prompt(&self, question: &Text, room: usize) -> Result<String, Failure> {
        let (question, width) = (self.show(question), self.setting.config.errors.columns());
        if question.width() + room <= width {
            return Ok(question);
        }
        self.say(&question)?;
        Ok(String::new())
    }

    fn say(&self, shown: &str) -> Result<(), Failure> {
        let lines = text::wrap(shown, "", self.setting.config.errors.columns());
        lines.iter().try_for_each(|line| Term::stderr().write_line(line)).map_err(|error| no_answer(&error))
    }

    fn show(&self, text: &Text) -> String {
        let said = safe::terminal(&text.say(self.setting.config.lang)).into_owned();
        self.setting.config.errors.letters(&said).into_owned()
    }
}

/// A prompt that was ended: by Ctrl-C, or since the terminal is gone.
fn ended(error: &dialoguer::Error) -> Failure {
    let _ = Term::stderr().show_cursor();
    let dialoguer::Error::IO(error) = error;
    match error.kind() {
        io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof | io::ErrorKind::NotConnected => Failure::Interrupted,
        _ => no_answer(error),
    }
}

fn no_answer(error: &io::Error) -> Failure {
    Diagnostic::error("no-answer", words::no_answer(system::why(error))).into()
}

/// Questions as they are written in a language: no colon after a mark that ends one, and a sign where nothing is asked anew.
struct PlainTheme(Lang);

impl PlainTheme {
    fn colon(&self, prompt: &str) -> &'static str {
        match self.0 {
            _ if prompt.is_empty() => ">",
            _ if prompt.ends_with(['?', ')', ':']) => "",
            Lang::En => ":",
            Lang::Fr => "\u{a0}:",
        }
    }
}

impl Theme for PlainTheme {
    fn format_prompt(&self, f: &mut dyn Write, prompt: &str) -> fmt::Result {
        write!(f, "{prompt}{}", self.colon(prompt))
    }

    fn format_input_prompt(&self, f: &mut dyn Write, prompt: &str, usual: Option<&str>) -> fmt::Result {
        match usual {
            Some(usual) => write!(f, "{prompt} [{usual}]{} ", self.colon("]")),
            None => write!(f, "{prompt}{} ", self.colon(prompt)),
        }
    }

    fn format_input_prompt_selection(&self, f: &mut dyn Write, prompt: &str, answer: &str) -> fmt::Result {
        write!(f, "{prompt}{} {answer}", self.colon(prompt))
    }

    fn format_multi_select_prompt_selection(&self, f: &mut dyn Write, prompt: &str, answers: &[&str]) -> fmt::Result {
        write!(f, "{prompt}{} {}", self.colon(prompt), answers.join(", "))
    }
}
