//! Questions and answers over HTTP, and the stream of what changed.

use std::convert::Infallible;
use std::net::{IpAddr, TcpListener};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, HOST};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{Stream, unfold};
use tokio::sync::{oneshot, watch};

use super::workshop::Said;
use super::{Answer, Ask, Event};
use crate::failure::Failure;

/// What an open page loads besides its own files.
const SCRIPT: &str = include_str!("page.js");
/// Where it stands, with what it listens to: no page of the site begins so.
const SCRIPT_PATH: &str = "/.madoguchi/page.js";
const EVENTS_PATH: &str = "/.madoguchi/events";
/// An idle connection is seen to be alive so often.
const ALIVE: Duration = Duration::from_secs(15);

#[derive(Clone)]
struct Counter {
    inbox: Sender<Event>,
    said: watch::Receiver<Said>,
}

/// Serves in a thread of its own.
pub(super) fn serve(
    listener: TcpListener,
    inbox: Sender<Event>,
    said: watch::Receiver<Said>,
) -> Result<JoinHandle<Result<(), Failure>>, Failure> {
    listener.set_nonblocking(true).map_err(Failure::broken)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
    let runtime = runtime.map_err(Failure::broken)?;
    let last = inbox.clone();
    let router = Router::new()
        .route(SCRIPT_PATH, get(|| async { ([(CONTENT_TYPE, "text/javascript")], SCRIPT) }))
        .route(EVENTS_PATH, get(events))
        .fallback(file)
        .layer(from_fn(only_own_names))
        .with_state(Counter { inbox, said });
    Ok(std::thread::spawn(move || {
        let ended = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).map_err(Failure::broken)?;
            axum::serve(listener, router).await.map_err(Failure::broken)
        });
        // Who would be told may have ended first.
        let _ = last.send(Event::Ended);
        ended
    }))
}

/// A page of somebody else, under a name that leads here, is not answered.
async fn only_own_names(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(is_own_name) { next.run(request).await } else { StatusCode::FORBIDDEN.into_response() }
}

fn is_own_name(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name == "localhost" || name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
}

async fn events(State(counter): State<Counter>) -> impl IntoResponse {
    Sse::new(messages(counter.said)).keep_alive(KeepAlive::new().interval(ALIVE))
}

/// What is said now, and whatever is said from then on.
fn messages(mut said: watch::Receiver<Said>) -> impl Stream<Item = Result<Message, Infallible>> {
    said.mark_changed();
    unfold(said, |mut said| async {
        said.changed().await.ok()?;
        let text = serde_json::to_string(&*said.borrow_and_update()).ok()?;
        Some((Ok(Message::default().data(text)), said))
    })
}

async fn file(State(counter): State<Counter>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    let path = format!("{path}{index}");
    let (answer, answered) = oneshot::channel();
    let asked = counter.inbox.send(Event::Ask(Ask { path: path.clone(), answer }));
    match (asked, answered.await) {
        (Ok(()), Ok(answer)) => response(answer, &path),
        _ => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn response(answer: Answer, path: &str) -> Response {
    match answer {
        Answer::File(page) => whole(StatusCode::OK, kind(path), page.bytes),
        Answer::NoFile => whole(StatusCode::NOT_FOUND, kind("404.html"), message("404")),
        Answer::NoSite(report) => whole(StatusCode::SERVICE_UNAVAILABLE, kind("503.html"), message(&report)),
        Answer::Fault(fault) => whole(StatusCode::INTERNAL_SERVER_ERROR, kind("500.html"), message(&fault)),
    }
}

/// A response with a hash of its body, by which an open page sees whether it is another.
fn whole(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Response {
    let hash = format!("\"{}\"", blake3::hash(&bytes).to_hex());
    let body = if kind.starts_with("text/html") { with_script(&bytes, &hash) } else { bytes };
    let mut response = (status, [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")], Body::from(body)).into_response();
    if let Ok(hash) = HeaderValue::from_str(&hash) {
        response.headers_mut().insert(ETAG, hash);
    }
    response
}

fn with_script(html: &[u8], hash: &str) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    let hash = hash.trim_matches('"');
    let script = format!("<script src=\"{SCRIPT_PATH}\" data-made=\"{hash}\" defer></script></head>");
    html.replacen("</head>", &script, 1).into_bytes()
}

/// A page that is not the site's.
fn message(text: &str) -> Vec<u8> {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Madoguchi</title></head><body><pre>{text}</pre></body></html>")
        .into_bytes()
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" | "jsonld" => "application/json",
        "atom" | "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "ttl" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_somebody_else_is_not_ours() {
        for own in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:80", "[::1]", "192.168.0.2:3000"] {
            assert!(is_own_name(own), "{own}");
        }
        for other in ["example.org", "example.org:8080", "localhost.example.org", "", "127.0.0.1.example.org:80"] {
            assert!(!is_own_name(other), "{other}");
        }
    }

    #[test]
    fn what_is_said_is_no_markup() {
        let page = String::from_utf8(message("<script>alert(1)</script>")).unwrap();
        assert!(!page.contains("<script>"), "{page}");
    }
}
