//! On what is measured.

use std::fs;
use std::process::Command;

/// Lines that say what the machine is, as far as it tells.
pub(super) fn machine() -> Vec<(&'static str, String)> {
    let cores = std::thread::available_parallelism().map_or_else(|_| "?".to_owned(), |cores| cores.to_string());
    let memory = value("/proc/meminfo", "MemTotal", ':').and_then(|text| {
        let kibibytes: u64 = text.split(' ').next()?.parse().ok()?;
        Some(format!("{} GiB", kibibytes / 1024 / 1024))
    });
    let unknown = || "unknown".to_owned();
    vec![
        ("Processor", value("/proc/cpuinfo", "model name", ':').unwrap_or_else(unknown)),
        ("Cores", cores),
        ("Memory", memory.unwrap_or_else(unknown)),
        ("System", value("/etc/os-release", "PRETTY_NAME", '=').unwrap_or_else(unknown)),
        ("Kernel", line("/proc/sys/kernel/osrelease").unwrap_or_else(unknown)),
        ("Rust", version("rustc").unwrap_or_else(unknown)),
    ]
}

/// The load of the last minute.
pub(super) fn load() -> Option<f64> {
    line("/proc/loadavg")?.split(' ').next()?.parse().ok()
}

/// What a program says of its version; nothing where it is not there.
pub(super) fn version(program: &str) -> Option<String> {
    // Each tool has its own way to be asked.
    let said = ["--version", "version"].iter().find_map(|argument| {
        let output = Command::new(program).arg(argument).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    })?;
    Some(said.lines().next()?.trim().to_owned())
}

fn line(path: &str) -> Option<String> {
    Some(fs::read_to_string(path).ok()?.lines().next()?.trim().to_owned())
}

/// The value of the first line of a file that has this key.
fn value(path: &str, key: &str, sign: char) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let value = text.lines().filter_map(|line| line.split_once(sign)).find(|(before, _)| before.trim() == key)?.1;
    Some(value.trim().trim_matches('"').to_owned())
}
