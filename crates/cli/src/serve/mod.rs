//! The site while it is written: each page is made when it is asked for, and those that are open follow every
//! change of the files.

mod net;
mod seen;
mod workshop;

use std::collections::VecDeque;
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use madoguchi_generator::{Page, Shared, Site};
use notify::{RecursiveMode, Watcher as _};
use tokio::sync::{oneshot, watch};

use crate::arguments::Serve;
use crate::failure::Failure;
use crate::root::Root;
use crate::words::Words;
use crate::{files, say};
use seen::{News, Seen};
use workshop::{Said, Workshop};

/// An editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(8);

/// What comes in.
enum Event {
    /// Something about the files may have changed.
    Look,
    /// A file of the site is asked for.
    Ask(Ask),
    /// The server has ended: nobody asks any more.
    Ended,
}

/// A file of the site that is asked for, by its path.
struct Ask {
    path: String,
    answer: oneshot::Sender<Answer>,
}

/// What is answered.
enum Answer {
    File(Page),
    NoFile,
    /// The data have not been right since the start.
    NoSite(String),
    /// A template fails when it is used.
    Fault(String),
}

/// Serves until the process is ended.
pub(crate) fn run(call: &Serve, words: &Words) -> Result<(), Failure> {
    let root = Root::find(call.root.as_deref())?;
    let (inbox, events) = channel();
    // What changes while the project is read is seen at the next look.
    let _watcher = watcher(&root, inbox.clone())?;
    let module = files::bytes(&root.editor())?;
    let mut seen = Seen::new(root);
    let workshop = Workshop::new(call, words, seen.look()?, module)?;
    let address = SocketAddr::new(call.host, call.port);
    let listener = TcpListener::bind(address).map_err(|error| Failure::NoAddress(address, error))?;
    let address = listener.local_addr().map_err(|error| Failure::NoAddress(address, error))?;
    let (told, tell) = watch::channel(workshop.said().clone());
    let ended = net::serve(listener, inbox, tell)?;
    say::aside(&workshop.said().report);
    say::result(&format!("{}\n", words.say("serve-ready", &[("address", &format!("http://{address}/"))])))?;
    work(workshop, &mut seen, &events, &told, words);
    ended.join().unwrap_or_else(|_| Err(Failure::broken("the server ended")))
}

fn watcher(root: &Root, inbox: Sender<Event>) -> Result<notify::RecommendedWatcher, Failure> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Whatever it is: the files are looked at. Reading them is no change.
        if event.map_or(true, |event| !event.kind.is_access()) {
            let _ = inbox.send(Event::Look);
        }
    })
    .map_err(Failure::broken)?;
    let folders = [
        (root.datasets(), RecursiveMode::Recursive),
        (root.templates(), RecursiveMode::Recursive),
        (root.folder().to_path_buf(), RecursiveMode::NonRecursive),
    ];
    for (folder, mode) in folders {
        watcher.watch(&folder, mode).map_err(|error| Failure::Io(folder, std::io::Error::other(error)))?;
    }
    Ok(watcher)
}

/// Answers, and takes what changes, until the server has ended.
fn work(
    mut workshop: Workshop<'_>,
    seen: &mut Seen,
    events: &Receiver<Event>,
    told: &watch::Sender<Said>,
    words: &Words,
) {
    let mut waiting = VecDeque::new();
    while let Some(news) = answer(&workshop, seen, events, &mut waiting, words) {
        if let Err(failure) = workshop.take(news) {
            say::failure(&failure, words.lang);
            continue;
        }
        let said = workshop.said();
        let ending = if said.is_old { "serve-kept" } else { "serve-taken" };
        say::aside(&format!("{}{}\n", said.report, words.say(ending, &[])));
        told.send_replace(said.clone());
    }
}

/// Answers until something has changed; none where nobody is left.
fn answer(
    workshop: &Workshop<'_>,
    seen: &mut Seen,
    events: &Receiver<Event>,
    waiting: &mut VecDeque<Ask>,
    words: &Words,
) -> Option<News> {
    let data = workshop.site();
    let shared = data.map(|(dataset, templates)| (Shared::new(dataset, &workshop.options), templates));
    let site = shared.as_ref().map(|(shared, templates)| Site::new(shared, templates));
    // An open page asks whether it is another now, and then for the page.
    let mut last: Option<Page> = None;
    loop {
        while let Some(ask) = waiting.pop_front() {
            let known = last.take().filter(|page| page.path == ask.path);
            let made = known.map_or_else(
                || site.as_ref().map(|site| site.file(&ask.path)).transpose(),
                |page| Ok(Some(Some(page))),
            );
            let answer = match made {
                Ok(None) => Answer::NoSite(workshop.said().report.clone()),
                Ok(Some(None)) => Answer::NoFile,
                Ok(Some(Some(file))) => {
                    last = Some(file.clone());
                    Answer::File(file)
                }
                Err(error) => Answer::Fault(words.say("serve-templates", &[("fault", &error.to_string())])),
            };
            // Who asked may have gone.
            let _ = ask.answer.send(answer);
        }
        match events.recv().ok()? {
            Event::Ended => return None,
            Event::Ask(ask) => waiting.push_back(ask),
            Event::Look => {
                until_quiet(events, waiting)?;
                match seen.look() {
                    Ok(news) if news.is_empty() => {}
                    Ok(news) => return Some(news),
                    Err(failure) => say::failure(&failure, words.lang),
                }
            }
        }
    }
}

/// Waits until nothing has happened to the files for a moment; none where nobody is left.
fn until_quiet(events: &Receiver<Event>, waiting: &mut VecDeque<Ask>) -> Option<()> {
    loop {
        match events.recv_timeout(QUIET) {
            Ok(Event::Look) => {}
            Ok(Event::Ask(ask)) => waiting.push_back(ask),
            Ok(Event::Ended) => return None,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Some(()),
        }
    }
}
