//! `madoguchi sources check` against a server on loopback that plays what servers of municipalities do, and worse.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::Value;

/// A request as the server saw it.
#[derive(Debug, Clone)]
struct Request {
    host: String,
    path: String,
    headers: BTreeMap<String, String>,
}

/// What the server does with a request.
type Play = dyn Fn(&Request, &mut TcpStream) + Send + Sync;

/// A server that stands for every host.
struct Server {
    address: SocketAddr,
    play: Arc<Mutex<Arc<Play>>>,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    fn new(play: impl Fn(&Request, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let play: Arc<Mutex<Arc<Play>>> = Arc::new(Mutex::new(Arc::new(play)));
        let server = Self {
            address: listener.local_addr().unwrap(),
            play: play.clone(),
            seen: Arc::new(Mutex::new(Vec::new())),
        };
        let seen = server.seen.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (play, seen) = (play.lock().unwrap().clone(), seen.clone());
                std::thread::spawn(move || serve(stream, &*play, &seen));
            }
        });
        server
    }

    fn now(&self, play: impl Fn(&Request, &mut TcpStream) + Send + Sync + 'static) {
        *self.play.lock().unwrap() = Arc::new(play);
        self.seen.lock().unwrap().clear();
    }

    fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap().clone()
    }

    fn paths(&self) -> Vec<String> {
        self.seen().into_iter().map(|request| request.path).filter(|path| path != "/robots.txt").collect()
    }
}

fn serve(mut stream: TcpStream, play: &Play, seen: &Mutex<Vec<Request>>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let Some(Ok(first)) = lines.next() else {
        // The beginning of a secure connection, which this is none of.
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        return;
    };
    let mut headers = BTreeMap::new();
    for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
        if let Some((name, value)) = line.split_once(':') {
            headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
        }
    }
    let host = headers.get("host").cloned().unwrap_or_default();
    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
    let request = Request { host, path, headers };
    seen.lock().unwrap().push(request.clone());
    play(&request, &mut stream);
}

/// Sends an answer and closes.
fn send(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body));
}

const HTML: &str = "Content-Type: text/html; charset=utf-8\r\n";

/// The page of a source: its heading is 受付.
fn page(text: &str) -> String {
    format!(
        "<!doctype html><title>案内</title><h1>案内</h1><p>前置き</p><h2>受付</h2><p>{text}</p><h2>問い合わせ</h2><p>x</p>"
    )
}

fn ok(stream: &mut TcpStream, text: &str) {
    send(stream, "200 OK", HTML, page(text).as_bytes());
}

/// Answers every robots.txt with "there is none", and pages as the function does.
fn pages(play: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> impl Fn(&Request, &mut TcpStream) {
    move |request, stream| match request.path.as_str() {
        "/robots.txt" => send(stream, "404 Not Found", "", b""),
        path => play(path.trim_start_matches('/'), stream),
    }
}

/// A dataset of one file, with a source for each name; `host` says at which host.
fn project(names: &[&str], host: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut text =
        "# 見本\nmunicipality: \"991007\"\nname: { ja: 見本市, kana: みほんし, en: Mihon }\n\nsources:\n".to_owned();
    for name in names {
        text += &format!(
            "  {name}:\n    url: {}/{name}\n    title: \"案内 @octocat <b>{name}</b>\"\n    page_date: unknown\n    \
             read_on: 2026-11-21 # day of {name}\n    read: whole\n",
            host(name)
        );
    }
    text += "\ncounters:\n";
    for name in names {
        text += &format!(
            "  {name}:\n    source: {name}\n    section: 受付\n    kind: main\n    name: {{ ja: 窓口, kana: まどぐち, en: Counter }}\n"
        );
    }
    let path = folder.path().join(FILE);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
    folder
}

const FILE: &str = "datasets/municipalities/99-fiction/991007-mihon.yaml";
const KEPT: &str = "fingerprints/municipalities/99-fiction/991007-mihon.json";

fn own_host(name: &str) -> String {
    format!("http://{name}.mihon.example")
}

fn one_host(_: &str) -> String {
    "http://www.mihon.example".to_owned()
}

fn command(root: &Path, server: &Server, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.args(["sources", "check", "--root", root.to_str().unwrap(), "--pause", "0.002", "--time", "3"]);
    command.args(["--testing-server", &server.address.to_string(), "--format", "json", "--lang", "en"]);
    command.args(["--contact", "data@mihon.example", "--today"]);
    command.args(if arguments.is_empty() { &["2026-11-28"] } else { arguments }).stdin(Stdio::null());
    command
}

fn check(root: &Path, server: &Server, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = command(root, server, arguments).output().unwrap();
    let report = serde_json::from_slice(&output.stdout);
    (output.status.code(), report.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr))))
}

/// The first reading, on the day on which a person read the pages.
fn read_first(root: &Path, server: &Server) {
    let (status, report) = check(root, server, &["2026-11-21", "--record"]);
    assert_eq!(status, Some(0), "{report}");
}

/// The result of each source, by its name, with its reason.
fn results(report: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let sources = report["sources"].as_array().unwrap();
    sources.iter().map(|one| (text(&one["id"]), format!("{} {}", text(&one["result"]), text(&one["reason"])))).collect()
}

fn git_apply(root: &Path, patch: &Path) -> Output {
    Command::new("git").arg("-C").arg(root).arg("apply").arg(patch).output().unwrap()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn every_way_in_which_a_page_can_be_is_told_from_the_others() {
    let expected = [
        ("unchanged", "unchanged "),
        ("layout", "unchanged "),
        ("changed", "changed "),
        ("heading", "heading-gone "),
        ("twice", "changed "),
        ("same-host", "moved "),
        ("other-host", "moved "),
        ("scheme", "unreachable redirects"),
        ("loop", "unreachable redirects"),
        ("chain", "unreachable redirects"),
        ("no-location", "unreachable garbled"),
        ("missing", "gone status 404"),
        ("gone", "gone status 410"),
        ("forbidden", "blocked status 403"),
        ("many", "blocked status 429"),
        ("error", "unreachable status 500"),
        ("closed", "blocked status 503"),
        ("unasked", "unreachable status 304"),
        ("slow", "unreachable time"),
        ("endless", "unreachable size"),
        ("dripping", "unreachable time"),
        ("huge", "unreachable size"),
        ("cut", "unreachable connection"),
        ("no-http", "unreachable garbled"),
        ("gzip", "unchanged "),
        ("bad-gzip", "unreachable garbled"),
        ("bomb", "unreachable size"),
        ("sjis", "unchanged "),
        ("euc", "unchanged "),
        ("wrong-charset", "unchanged "),
        ("pdf", "not-comparable application/pdf"),
    ];
    let names: Vec<&str> = expected.iter().map(|(name, _)| *name).collect();
    let project = project(&names, own_host);
    let server = Server::new(pages(|_, stream| ok(stream, "9時から17時")));
    read_first(project.path(), &server);
    server.now(pages(play));
    let (status, report) = check(project.path(), &server, &[]);
    let found = results(&report);
    for (name, result) in expected {
        assert_eq!(found[name], result, "{name}");
    }
    assert_eq!((status, report["unvisited"].as_u64()), (Some(1), Some(0)));
    let moved = |name: &str| {
        let sources = report["sources"].as_array().unwrap();
        sources.iter().find(|one| one["id"] == name).unwrap()["moved_to"].clone()
    };
    assert_eq!(moved("same-host"), "http://same-host.mihon.example/new");
    assert_eq!(moved("other-host"), "http://evil.example/%3Cb%3E%60x");
    assert!(server.seen().iter().all(|request| request.host != "evil.example"), "nobody goes there unnoticed");
    // No text of a page is kept, only what it was like.
    for path in [project.path().join(KEPT), project.path().join("sources-check/state.json")] {
        assert!(!read(&path).contains("9時"), "{}", path.display());
    }
}

fn play(name: &str, stream: &mut TcpStream) {
    let text = "9時から17時";
    let redirect = |stream: &mut TcpStream, to: &str| send(stream, "302 Found", &format!("Location: {to}\r\n"), b"");
    let encoded = |encoding: &'static encoding_rs::Encoding| encoding.encode(&page(text)).0.into_owned();
    match name {
        "layout" => {
            let other = page(text).replace("<p>", "<div class=x>\n  ").replace("9時", "<span>\u{ff19} 時</span>");
            send(stream, "200 OK", HTML, other.as_bytes());
        }
        "changed" => ok(stream, "9時から16時"),
        "heading" => send(stream, "200 OK", HTML, page(text).replace("受付", "ご案内").as_bytes()),
        "twice" => send(stream, "200 OK", HTML, format!("{}<h2>受付</h2><p>夜</p>", page(text)).as_bytes()),
        "same-host" => redirect(stream, "/new"),
        "other-host" => redirect(stream, "http://evil.example/<b>`x"),
        "scheme" => redirect(stream, "javascript:alert(1)"),
        "loop" => redirect(stream, "/loop"),
        "no-location" => send(stream, "301 Moved", "", b""),
        "missing" => send(stream, "404 Not Found", HTML, page(text).as_bytes()),
        "gone" => send(stream, "410 Gone", "", b""),
        "forbidden" => send(stream, "403 Forbidden", "", b""),
        "many" => send(stream, "429 Too Many Requests", "Retry-After: 3600\r\n", b""),
        "error" => send(stream, "500 Internal Server Error", HTML, page(text).as_bytes()),
        "closed" => send(stream, "503 Service Unavailable", "Retry-After: 3600\r\n", b""),
        "unasked" => send(stream, "304 Not Modified", "", b""),
        "slow" => std::thread::park(),
        "endless" => {
            let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{HTML}\r\n").as_bytes());
            while stream.write_all(&[b'a'; 65536]).is_ok() {}
        }
        "dripping" => {
            let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\n{HTML}\r\n").as_bytes());
            while stream.write_all(b"a").is_ok() {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
        }
        "huge" => send(stream, "200 OK", HTML, &vec![b'a'; 5 * 1024 * 1024]),
        "cut" => {
            let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n{HTML}\r\n<h1>").as_bytes());
        }
        "no-http" => {
            let _ = stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n\r\n");
        }
        "gzip" => send(stream, "200 OK", &format!("{HTML}Content-Encoding: gzip\r\n"), &gzip(page(text).as_bytes())),
        "bad-gzip" => {
            let mut bytes = gzip(page(text).as_bytes());
            bytes[12..40].fill(0xff);
            send(stream, "200 OK", &format!("{HTML}Content-Encoding: gzip\r\n"), &bytes);
        }
        "bomb" => {
            send(stream, "200 OK", &format!("{HTML}Content-Encoding: gzip\r\n"), &gzip(&vec![b' '; 64 * 1024 * 1024]))
        }
        "sjis" => {
            send(stream, "200 OK", "Content-Type: text/html; charset=Shift_JIS\r\n", &encoded(encoding_rs::SHIFT_JIS))
        }
        "euc" => send(stream, "200 OK", "Content-Type: text/html\r\n", &encoded(encoding_rs::EUC_JP)),
        "wrong-charset" => send(stream, "200 OK", HTML, &encoded(encoding_rs::SHIFT_JIS)),
        "pdf" => send(stream, "200 OK", "Content-Type: application/pdf\r\n", b"%PDF-1.7"),
        name if name.starts_with("chain") => redirect(stream, &format!("/{name}x")),
        _ => ok(stream, text),
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

#[test]
fn a_version_that_is_known_is_asked_for_only_if_it_is_another() {
    let project = project(&["pin"], own_host);
    let version = "ETag: \"v1\"\r\nLast-Modified: Sat, 21 Nov 2026 00:00:00 GMT\r\n";
    let server = Server::new(move |request, stream| match request.path.as_str() {
        "/robots.txt" => send(stream, "404 Not Found", "", b""),
        _ if request.headers.get("if-none-match").is_some_and(|etag| etag == "\"v1\"") => {
            send(stream, "304 Not Modified", "", b"");
        }
        _ => send(stream, "200 OK", &format!("{HTML}{version}"), page("a").as_bytes()),
    });
    read_first(project.path(), &server);
    let (status, report) = check(project.path(), &server, &[]);
    assert_eq!((status, results(&report)["pin"].as_str()), (Some(0), "unchanged "));
    let last = server.seen().pop().unwrap();
    assert_eq!(last.headers["if-modified-since"], "Sat, 21 Nov 2026 00:00:00 GMT");
    assert_eq!(last.headers["user-agent"], format!("madoguchi/{} (+data@mihon.example)", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_patch_sets_the_day_of_pages_that_are_as_they_were_read_and_nothing_else() {
    let names = ["same", "changed", "elsewhere"];
    let project = project(&names, own_host);
    let root = project.path();
    let server = Server::new(pages(|_, stream| ok(stream, "9時")));
    read_first(root, &server);
    server.now(pages(|name, stream| match name {
        "changed" => ok(stream, "10時"),
        "elsewhere" => send(stream, "200 OK", HTML, page("9時").replace("前置き", "新しい前置き").as_bytes()),
        _ => ok(stream, "9時"),
    }));
    let (_, report) = check(root, &server, &[]);
    assert_eq!(report["sources"][1]["rest_changed"], true, "{report}");
    let before = read(&root.join(FILE));
    let applied = git_apply(root, &root.join("sources-check/read-on.patch"));
    assert!(applied.status.success(), "{applied:?}");
    let after = read(&root.join(FILE));
    assert_eq!(after, before.replace("read_on: 2026-11-21 # day of same", "read_on: 2026-11-28 # day of same"));
    assert_eq!(read(&root.join("sources-check/fingerprints.patch")), "");
}

#[test]
fn a_page_first_seen_after_it_was_read_is_kept_by_a_patch_and_never_called_as_read() {
    let project = project(&["pin"], own_host);
    let root = project.path();
    let server = Server::new(pages(|_, stream| ok(stream, "9時")));
    let (status, report) = check(root, &server, &["2026-11-25"]);
    assert_eq!((status, results(&report)["pin"].as_str()), (Some(0), "first "));
    assert!(!root.join(KEPT).exists());
    let applied = git_apply(root, &root.join("sources-check/fingerprints.patch"));
    assert!(applied.status.success() && root.join(KEPT).exists(), "{applied:?}");
    let (_, report) = check(root, &server, &[]);
    assert_eq!(results(&report)["pin"], "unchanged ");
    assert_eq!(read(&root.join("sources-check/read-on.patch")), "", "nobody knows what it said when it was read");
}

#[test]
fn robots_txt_is_obeyed_and_one_that_fails_forbids_everything() {
    let names = ["allowed", "forbidden", "error", "absent", "elsewhere"];
    let project = project(&names, own_host);
    let server =
        Server::new(|request, stream| match (request.path.as_str(), request.host.split('.').next().unwrap()) {
            ("/robots.txt", "allowed") => send(stream, "200 OK", "", b"User-agent: *\nDisallow: /private\n"),
            ("/robots.txt", "forbidden") => send(stream, "200 OK", "", b"User-agent: Madoguchi\nDisallow: /\n"),
            ("/robots.txt", "error") => send(stream, "500 Internal Server Error", "", b""),
            ("/robots.txt", "elsewhere") => {
                send(stream, "301 Moved", "Location: http://other.example/robots.txt\r\n", b"")
            }
            ("/robots.txt", _) => send(stream, "404 Not Found", "", b""),
            _ => ok(stream, "9時"),
        });
    let (_, report) = check(project.path(), &server, &[]);
    let found = results(&report);
    assert_eq!(found["allowed"], "first ");
    assert_eq!(found["absent"], "first ");
    assert_eq!(found["elsewhere"], "first ");
    assert_eq!(found["forbidden"], "blocked robots");
    assert_eq!(found["error"], "blocked robots unreadable");
    assert_eq!(server.paths(), ["/allowed", "/absent", "/elsewhere"]);
    assert!(server.seen().iter().all(|request| request.host != "other.example"));
}

#[test]
fn a_host_that_asks_for_a_pause_is_left_alone() {
    let project = project(&["a", "b", "c"], one_host);
    let server = Server::new(pages(|_, stream| send(stream, "429 Too Many Requests", "Retry-After: 60\r\n", b"")));
    let (_, report) = check(project.path(), &server, &[]);
    let found = results(&report);
    assert_eq!((&*found["a"], &*found["b"], &*found["c"]), ("blocked status 429", "blocked pause", "blocked pause"));
    assert_eq!(server.paths(), ["/a"]);
}

#[test]
fn what_was_seen_stays_when_the_visits_are_killed() {
    let names = ["a", "b", "c"];
    let project = project(&names, one_host);
    let server = Server::new(pages(|name, stream| if name == "c" { std::thread::park() } else { ok(stream, "9時") }));
    let mut running = command(project.path(), &server, &[]);
    let mut running = running.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    while !server.paths().contains(&"/c".to_owned()) {
        assert_eq!(running.try_wait().unwrap(), None, "it ended before it was killed");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    running.kill().unwrap();
    running.wait().unwrap();
    server.now(pages(|_, stream| ok(stream, "9時")));
    let (status, report) = check(project.path(), &server, &["2026-11-29"]);
    assert_eq!((status, results(&report).len()), (Some(0), 3));
    assert_eq!(server.paths(), ["/c"], "what was seen the day before is not asked for again");
    let (_, report) = check(project.path(), &server, &["2026-11-30"]);
    assert_eq!((server.paths().len(), results(&report).len()), (3, 3), "what is older is");
}

#[test]
fn when_the_network_fails_the_visits_stop_and_go_on_later() {
    let names = ["a", "b", "c", "d", "e", "f", "g"];
    let project = project(&names, own_host);
    // A connection that is broken off is no answer, to robots.txt neither.
    let server = Server::new(|request, stream| match (request.path.as_str(), request.host.as_str()) {
        ("/a", _) => ok(stream, "9時"),
        ("/robots.txt", "a.mihon.example" | "b.mihon.example") => send(stream, "404 Not Found", "", b""),
        _ => {}
    });
    let (status, report) = check(project.path(), &server, &[]);
    assert_eq!((status, report["unvisited"].as_u64()), (Some(2), Some(1)), "{report}");
    server.now(pages(|_, stream| ok(stream, "9時")));
    let (status, report) = check(project.path(), &server, &[]);
    assert_eq!((status, results(&report).len(), report["unvisited"].as_u64()), (Some(0), 7, Some(0)));
    assert_eq!(server.paths().len(), 6);
}

#[test]
fn nobody_goes_out_without_an_address_to_write_to() {
    let project = project(&["pin"], own_host);
    let root = project.path();
    let server = Server::new(pages(|_, stream| ok(stream, "9時")));
    let call = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
        command.args(["sources", "check", "--root", root.to_str().unwrap(), "--lang", "en", "--pause", "0"]);
        command.args(["--testing-server", &server.address.to_string()]).args(arguments);
        let output = command.stdin(Stdio::null()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for contact in
        [&[][..], &["--contact", "nobody"], &["--contact", "a@b.example\r\nX: y"], &["--contact", "http://x.example/"]]
    {
        let (status, said) = call(contact);
        assert!(status == Some(2) && said.contains("--contact you@example.org"), "{contact:?} {said}");
    }
    assert!(server.seen().is_empty());
    fs::write(root.join("madoguchi.yaml"), "visits: { contact: data@mihon.example, seconds_at_most: 5 }\n").unwrap();
    assert_eq!(call(&[]).0, Some(0));
    assert!(server.seen()[0].headers["user-agent"].ends_with("(+data@mihon.example)"));
}

#[test]
fn a_host_in_a_private_network_is_not_visited() {
    let project = project(&["pin"], |_| "http://localhost.localdomain".to_owned());
    let mut command = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    command.args(["sources", "check", "--root", project.path().to_str().unwrap(), "--format", "json"]);
    let output = command.args(["--contact", "data@mihon.example", "--time", "5"]).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    // Whether this name is known depends on the machine; no answer may come of it.
    assert!(["unreachable private address", "unreachable name"].contains(&&*results(&report)["pin"]), "{report}");
    let mut refused = Command::new(env!("CARGO_BIN_EXE_madoguchi"));
    let refused = refused.args(["sources", "check", "--testing-server", "192.0.2.1:80"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn the_text_of_the_issue_is_for_people_and_does_nothing() {
    let project = project(&["changed", "other-host"], own_host);
    let server = Server::new(pages(|_, stream| ok(stream, "9時から17時")));
    read_first(project.path(), &server);
    server.now(pages(play));
    check(project.path(), &server, &[]);
    let issue = read(&project.path().join("sources-check/issue.md"));
    for part in [
        "Pages to read again (2026-11-28)",
        "受付",
        "`http://changed.mihon.example/changed`",
        "`datasets/municipalities",
    ] {
        assert!(issue.contains(part), "{part}\n{issue}");
    }
    assert!(!issue.contains("@octocat") && !issue.contains("<b>"), "{issue}");
    server.now(pages(|_, stream| ok(stream, "9時から17時")));
    check(project.path(), &server, &["2026-12-05"]);
    assert_eq!(read(&project.path().join("sources-check/issue.md")), "", "nothing to read, no issue");
}

#[test]
fn a_secure_page_without_a_certificate_is_unreachable() {
    let project = project(&["pin"], |_| "https://www.mihon.example".to_owned());
    let server = Server::new(pages(|_, stream| ok(stream, "9時")));
    let (_, report) = check(project.path(), &server, &[]);
    assert_eq!(results(&report)["pin"], "unreachable certificate");
    assert!(server.paths().is_empty());
}
