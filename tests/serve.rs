//! `madoguchi serve`, asked over HTTP as a browser would.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the helpers of a test fail as the test does")]

#[path = "support/project.rs"]
mod project;
mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const IZUMI: &str = "datasets/municipalities/27-osaka/272191-izumi.yaml";

/// A server of a copy of the project.
struct Server {
    project: tempfile::TempDir,
    process: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    fn new(project: tempfile::TempDir) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
            .args(["serve", "--today", "2026-11-22", "--lang", "en", "--root"])
            .arg(project.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{address}");
        Self { project, process, address }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.project.path().join(path)
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    fn page(&self, path: &str) -> (u16, String) {
        self.ask("GET", path, "localhost")
    }

    /// Changes a file, and what is said of it.
    fn change(&self, events: &mut Events, path: &str, change: impl Fn(String) -> String) -> serde_json::Value {
        let path = self.at(path);
        let text = fs::read_to_string(&path).unwrap();
        let changed = change(text.clone());
        assert_ne!(text, changed);
        fs::write(path, changed).unwrap();
        events.next()
    }
}

/// What an open page hears.
struct Events(BufReader<TcpStream>);

impl Events {
    fn of(server: &Server) -> Self {
        let mut stream = TcpStream::connect(&server.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET /.madoguchi/events HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).unwrap();
        Self(BufReader::new(stream))
    }

    fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0, "the server ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

/// A page without what makes it follow changes.
fn without_script(page: &str) -> String {
    let begin = page.find("<script src=\"/.madoguchi/page.js\"").unwrap_or_else(|| panic!("no script in {page}"));
    let end = begin + page[begin..].find("</script>").unwrap() + "</script>".len();
    format!("{}{}", &page[..begin], &page[end..])
}

#[test]
fn what_is_served_is_what_would_be_built_and_follows_every_change() {
    let server = Server::new(project::copy());
    let site = server.at("site");
    let built = Command::new(env!("CARGO_BIN_EXE_madoguchi"))
        .args(["build", "--today", "2026-11-22", "--root"])
        .arg(server.project.path())
        .output()
        .unwrap();
    assert!(built.status.success(), "{built:?}");
    for path in ["index.html", "en/m/272191/pin-reset.html", "easy/compare/pin-reset.html"] {
        let (status, page) = server.page(&format!("/{path}"));
        assert_eq!((status, without_script(&page)), (200, fs::read_to_string(site.join(path)).unwrap()), "{path}");
    }
    assert_eq!(server.page("/").1, server.page("/index.html").1);
    let csv = fs::read_to_string(site.join("data/facts.csv")).unwrap();
    assert!(server.page("/data/facts.csv").1.contains(csv.lines().nth(1).unwrap()));

    let mut events = Events::of(&server);
    assert_eq!(events.next()["report"], "");
    let name = |page: &str| page.contains("Izumi the Great");
    assert!(!name(&server.page("/en/m/272191.html").1));
    let said = server.change(&mut events, IZUMI, |text| text.replace("en: Izumi City", "en: Izumi the Great"));
    assert_eq!((&said["is_old"], &said["only_styles"]), (&false.into(), &false.into()), "{said}");
    assert!(name(&server.page("/en/m/272191.html").1));
    // What the editor in the browser works on is what was saved.
    assert_eq!(server.page("/data/yaml/272191.yaml").1, fs::read_to_string(server.at(IZUMI)).unwrap());

    // What is broken is said; the last site that was right stays.
    let said = server.change(&mut events, IZUMI, |text| text.replace("Izumi the Great", "[Izumi"));
    assert!(said["is_old"] == true && said["report"].as_str().unwrap().contains("272191-izumi.yaml"), "{said}");
    assert!(name(&server.page("/en/m/272191.html").1));
    let said = server.change(&mut events, IZUMI, |text| text.replace("[Izumi", "Izumi once more"));
    assert_eq!((&said["is_old"], said["report"].as_str()), (&false.into(), Some("")));
    assert!(server.page("/en/m/272191.html").1.contains("Izumi once more"));

    let said =
        server.change(&mut events, "site-templates/styles/site/1-tokens.css", |text| text + "em { color: red }\n");
    assert_eq!(said["only_styles"], true);
    assert!(server.page("/assets/site.css").1.contains("em{color:red}"));
    let said = server.change(&mut events, "site-templates/pages/home.html", |text| text + "{% if %}");
    assert!(said["is_old"] == true && said["report"].as_str().unwrap().contains("home.html"), "{said}");
    assert_eq!(server.page("/").0, 200);

    fs::remove_file(server.at(IZUMI)).unwrap();
    events.next();
    let said = server.change(&mut events, "site-templates/pages/home.html", |text| text.replace("{% if %}", ""));
    assert_eq!(said["is_old"], false);
    assert_eq!(server.page("/m/272191.html").0, 404);
}

#[test]
fn a_project_that_was_never_right_says_why_until_it_is() {
    let project = project::copy();
    let path = project.path().join(IZUMI);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("sources:", "sorces:")).unwrap();
    let server = Server::new(project);
    let (status, page) = server.page("/");
    assert!(status == 503 && page.contains("sorces") && page.contains("/.madoguchi/page.js"), "{page}");
    let mut events = Events::of(&server);
    assert_eq!(events.next()["is_old"], true);
    fs::write(&path, text).unwrap();
    assert_eq!(events.next()["is_old"], false);
    assert_eq!(server.page("/").0, 200);
}

#[test]
fn nobody_else_is_answered_and_nothing_else_is_given() {
    let server = Server::new(project::copy());
    assert_eq!(server.ask("GET", "/", "example.org").0, 403);
    assert_eq!(server.ask("GET", "/.madoguchi/events", "example.org").0, 403);
    assert_eq!(server.ask("POST", "/", "localhost").0, 405);
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/datasets/national/baseline.yaml",
        "/datasets/national/baseline.yaml",
        "//etc/passwd",
    ] {
        assert_eq!(server.page(path).0, 404, "{path}");
    }
}
