//! What a command is at, on a terminal: only of work that takes longer than a moment, and never in CI.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is done sooner is not spoken of.
const MOMENT: Duration = Duration::from_millis(500);
const TICK: Duration = Duration::from_millis(100);

/// A line that says the stage and counts. It is gone when this is dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Dropping it ends the wait for the moment.
    done: Option<Sender<()>>,
    waiting: Option<JoinHandle<()>>,
}

impl Progress {
    /// Nothing is shown where standard error is no terminal.
    pub(crate) fn new() -> Self {
        let bar = ProgressBar::hidden();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {human_pos} ({elapsed})") {
            bar.set_style(style);
        }
        let (done, wait) = channel();
        let shown = bar.clone();
        let waiting = std::thread::spawn(move || {
            if wait.recv_timeout(MOMENT) == Err(RecvTimeoutError::Timeout) && std::env::var_os("CI").is_none() {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(TICK);
            }
        });
        Self { bar, done: Some(done), waiting: Some(waiting) }
    }

    /// The next stage; what it counts begins anew.
    pub(crate) fn stage(&self, name: String) {
        self.bar.set_message(name);
        self.bar.set_position(0);
    }

    /// One more.
    pub(crate) fn count(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.done.take());
        // A thread that panicked has nothing to say.
        let _ = self.waiting.take().map(JoinHandle::join);
        self.bar.finish_and_clear();
    }
}
