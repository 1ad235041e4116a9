//! A bar on standard error while a long run lasts.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Setting;
use crate::catalogue::commands as words;

/// A run shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows bytes, records, rate and time left, where somebody watches.
pub(super) struct Progress {
    start: Instant,
    watched: bool,
    size: Option<u64>,
    template: String,
    unicode: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// The progress of reading `size` bytes, where that is known.
    pub(super) fn new(setting: &Setting, size: Option<u64>) -> Self {
        let records = words::records().to(setting.config.lang).to_owned();
        let left = words::left().to(setting.config.lang).to_owned();
        let template = match size {
            Some(_) => format!(
                "{{wide_bar}} {{bytes}}/{{total_bytes}} · {{msg}} {records} · {{bytes_per_sec}} · {{eta}} {left}"
            ),
            None => format!("{{spinner}} {{bytes}} · {{msg}} {records} · {{bytes_per_sec}}"),
        };
        let template = setting.config.errors.letters(&template).into_owned();
        let watched = setting.config.watched && !setting.config.quiet;
        Self {
            start: Instant::now(),
            watched,
            size,
            template,
            unicode: setting.config.errors.unicode,
            bar: OnceLock::new(),
        }
    }

    /// So much has been read.
    pub(super) fn update(&self, bytes: u64, records: u64) {
        if !self.watched || self.start.elapsed() < PATIENCE {
            return;
        }
        let bar = self.bar.get_or_init(|| {
            let bar = ProgressBar::with_draw_target(self.size, ProgressDrawTarget::stderr_with_hz(10));
            let style = ProgressStyle::with_template(&self.template).unwrap_or_else(|_| ProgressStyle::default_bar());
            let style = if self.unicode { style } else { style.progress_chars("#- ").tick_chars("|/-\\ ") };
            bar.with_elapsed(self.start.elapsed()).with_style(style)
        });
        bar.set_position(bytes);
        bar.set_message(records.to_string());
    }

    /// The reading is over.
    pub(super) fn done(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
