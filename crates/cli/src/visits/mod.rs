//! Visits of web pages, politely: one request at a time, a pause between those to one host, under a name with an
//! address to write to, and none that robots.txt forbids. The only place that goes out to the network.

mod answer;
mod network;
mod robots;
mod state;

use std::collections::{HashMap, HashSet};
use std::io::Read as _;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use madoguchi_schema::scalar::Day;
use madoguchi_sources::{Answer, Blocked, Unreachable};
use ureq::http::{HeaderMap, header};
use url::Url;

use robots::Robots;
pub(crate) use state::State;

/// Pages that send on to each other more often than this lead nowhere.
const MOST_REDIRECTS: usize = 5;
/// A robots.txt may ask for a longer pause, but not for one without end.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// More than this of what a server says of a version is not kept.
const MOST_OF_A_HEADER: usize = 256;

/// How visits are made.
#[derive(Debug, Clone)]
pub(crate) struct Manners {
    /// The name under which they are made, with an address to write to.
    pub(crate) agent: String,
    /// The pause between two requests to one host.
    pub(crate) pause: Duration,
    /// How long a page may take.
    pub(crate) time: Duration,
    /// How many bytes a page may have.
    pub(crate) bytes: u64,
    /// For tests: the server that stands for every host.
    pub(crate) testing: Option<SocketAddr>,
}

/// The version of a page that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
}

/// What a visit brought.
pub(crate) struct Visit {
    /// The address at which the page was, where it is another of the same host.
    pub(crate) moved_to: Option<String>,
    pub(crate) version: Known,
    pub(crate) modified_on: Option<Day>,
    pub(crate) brought: Brought,
}

/// A page, or what stands in its place.
pub(crate) enum Brought {
    Page { bytes: Vec<u8>, content_type: String },
    Nothing(Answer),
}

/// Who visits.
pub(crate) struct Visitor {
    agent: ureq::Agent,
    manners: Manners,
    robots: HashMap<String, Robots>,
    /// When a host was last asked for something.
    asked: HashMap<String, Instant>,
    /// Hosts that asked for a pause: they are not asked again.
    paused: HashSet<String>,
}

/// What one request brought.
struct Response {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Visitor {
    pub(crate) fn new(manners: Manners) -> Self {
        let agent = network::agent(&manners);
        Self { agent, manners, robots: HashMap::new(), asked: HashMap::new(), paused: HashSet::new() }
    }

    /// Visits a page; if a version is known, only another one is asked for.
    pub(crate) fn visit(&mut self, url: &Url, known: &Known) -> Visit {
        let mut at = url.clone();
        for hop in 0..=MOST_REDIRECTS {
            if let Some(answer) = self.forbidden(&at) {
                return Visit::nothing(answer);
            }
            let nothing_known = Known::default();
            let response = match self.get(&at, if hop == 0 { known } else { &nothing_known }, self.manners.bytes) {
                Ok(response) => response,
                Err(why) => return Visit::nothing(Answer::Unreachable(why)),
            };
            match answer::next(&at, response.status, &response.headers) {
                answer::Next::Page => return Visit::page(response, (at != *url).then(|| at.to_string())),
                answer::Next::Is(is) => return Visit::nothing(is),
                answer::Next::Pause(is) => {
                    self.paused.insert(host(&at));
                    return Visit::nothing(is);
                }
                answer::Next::To(to) => at = to,
            }
        }
        Visit::nothing(Answer::Unreachable(Unreachable::Redirects))
    }

    /// How a host says that a page is not to be visited.
    fn forbidden(&mut self, url: &Url) -> Option<Answer> {
        if self.paused.contains(&host(url)) {
            return Some(Answer::Blocked(Blocked::Pause));
        }
        let site = url.origin().ascii_serialization();
        if !self.robots.contains_key(&site) {
            let robots = self.robots_of(url);
            self.robots.insert(site.clone(), robots);
        }
        match self.robots.get(&site) {
            Some(Robots::Unreadable) => Some(Answer::Blocked(Blocked::RobotsUnreadable)),
            Some(Robots::Unreachable(why)) => Some(Answer::Unreachable(*why)),
            Some(robots) if !robots.allows(url) => Some(Answer::Blocked(Blocked::Robots)),
            _ => None,
        }
    }

    /// The robots.txt of a page's host.
    fn robots_of(&mut self, page: &Url) -> Robots {
        let mut at = page.clone();
        at.set_path("/robots.txt");
        at.set_query(None);
        for _ in 0..=MOST_REDIRECTS {
            // A rule beyond so many bytes need not be obeyed (RFC 9309); a file that is longer is cut there.
            let response = match self.get(&at, &Known::default(), robots::MOST_BYTES) {
                Ok(response) => response,
                Err(why) => return Robots::Unreachable(why),
            };
            if (300..400).contains(&response.status)
                && let answer::Next::To(to) = answer::next(&at, response.status, &response.headers)
            {
                at = to;
                continue;
            }
            return Robots::read(response.status, &response.bytes);
        }
        Robots::Unreadable
    }

    /// One request, after the pause that its host is owed.
    fn get(&mut self, url: &Url, known: &Known, most_bytes: u64) -> Result<Response, Unreachable> {
        self.wait_for(url);
        let mut request = self.agent.get(url.as_str());
        if let Some(etag) = &known.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(day) = &known.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, day);
        }
        let answer = request.call();
        self.asked.insert(host(url), Instant::now());
        let response = answer.map_err(|error| network::why(&error))?;
        let (parts, body) = response.into_parts();
        let mut bytes = Vec::new();
        if parts.status.is_success() {
            // What is unpacked counts, whatever was sent.
            let mut reader = body.into_with_config().limit(u64::MAX).reader().take(most_bytes + 1);
            let read = reader.read_to_end(&mut bytes);
            self.asked.insert(host(url), Instant::now());
            read.map_err(|error| match network::why(&ureq::Error::from(error)) {
                // The connection stood by then: it is the page that cannot be unpacked.
                Unreachable::Certificate => Unreachable::Garbled,
                why => why,
            })?;
        }
        if bytes.len() as u64 > most_bytes {
            if !url.path().ends_with("/robots.txt") {
                return Err(Unreachable::Size);
            }
            bytes.truncate(usize::try_from(most_bytes).unwrap_or(usize::MAX));
        }
        Ok(Response { status: parts.status.as_u16(), headers: parts.headers, bytes })
    }

    fn wait_for(&self, url: &Url) {
        let asked_for = self.robots.get(&url.origin().ascii_serialization()).and_then(Robots::pause);
        let pause = asked_for.map_or(self.manners.pause, |pause| pause.min(LONGEST_PAUSE).max(self.manners.pause));
        if let Some(last) = self.asked.get(&host(url)) {
            std::thread::sleep(pause.saturating_sub(last.elapsed()));
        }
    }
}

impl Visit {
    fn nothing(answer: Answer) -> Self {
        Self { moved_to: None, version: Known::default(), modified_on: None, brought: Brought::Nothing(answer) }
    }

    fn page(response: Response, moved_to: Option<String>) -> Self {
        let said = |name: header::HeaderName| {
            let text = response.headers.get(name)?.to_str().ok()?;
            (text.len() <= MOST_OF_A_HEADER).then(|| text.to_owned())
        };
        let version = Known { etag: said(header::ETAG), last_modified: said(header::LAST_MODIFIED) };
        let modified_on = version.last_modified.as_deref().and_then(answer::day);
        let content_type = said(header::CONTENT_TYPE).unwrap_or_default();
        Self { moved_to, version, modified_on, brought: Brought::Page { bytes: response.bytes, content_type } }
    }
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}
