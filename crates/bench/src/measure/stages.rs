//! The work of `check` and `build` stage by stage, in a process of its own: the same public functions that the
//! command calls.

use std::path::Path;
use std::time::{Duration, Instant};

use granit_parser::Parser;
use madoguchi_generator::facet::Survey;
use madoguchi_generator::{Assets, Editor, Options, build};
use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::load::{Content, RawFile, load};
use madoguchi_schema::scalar::Day;
use madoguchi_schema::shape::Shapes;
use madoguchi_schema::yaml;
use rustix::time::{ClockId, clock_gettime};

use crate::{Failure, files};

/// A stage, and what it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its name, one of [`STAGES`].
    pub name: String,
    /// Time of the processors, of all threads.
    pub cpu: Duration,
    /// Time from start to end.
    pub wall: Duration,
}

/// The stages, in their order.
pub const STAGES: [&str; 8] = ["read", "events", "parse", "shape", "load", "lints", "facets", "pages"];

/// Runs every stage once over a dataset that has no fault.
///
/// # Errors
///
/// Where the dataset cannot be read, or is not right.
pub fn stages(root: &Path, day: Day) -> Result<Vec<Stage>, Failure> {
    let mut done = Vec::new();
    let datasets = root.join("datasets");
    let raw = timed(&mut done, "read", || files::documents(&datasets, &datasets))?;
    let texts = texts(&raw)?;
    timed(&mut done, "events", || texts.iter().map(|text| events(text)).sum::<Result<usize, _>>())?;
    let trees =
        timed(&mut done, "parse", || texts.iter().filter_map(|text| yaml::read(text.as_bytes()).0).collect::<Vec<_>>());
    let shapes = Shapes::new()?;
    let kinds: Vec<DocumentType> = raw.iter().filter_map(|file| DocumentType::of_path(&file.path)).collect();
    if trees.len() != texts.len() || kinds.len() != texts.len() {
        return Err("a file is no document: see `madoguchi check`".into());
    }
    timed(&mut done, "shape", || {
        let all = kinds.iter().zip(&trees).zip(&texts);
        all.map(|((kind, tree), text)| shapes.check(*kind, tree, text).len()).sum::<usize>()
    });
    drop((trees, texts));
    let loaded = timed(&mut done, "load", || load(raw, &shapes));
    timed(&mut done, "lints", || madoguchi_validator::check(&loaded, day).diagnostics.len());
    let dataset = loaded.dataset.ok_or("the dataset has faults: see `madoguchi check`")?;
    drop(loaded.files);
    timed(&mut done, "facets", || {
        let procedures = dataset.vocabulary.procedures.keys();
        procedures.map(|id| Survey::new(&dataset, id, day).columns.len()).sum::<usize>()
    });
    let assets = Assets(files::texts(&root.join("site-templates"))?);
    let options =
        Options { today: day, base_url: None, repository: None, rules: Vec::new(), editor: Editor::default() };
    // Each is let go at once: all of a large dataset find no room.
    timed(&mut done, "pages", || build(&dataset, &assets, &options, &|_: &str, _: &[u8]| Ok(())))?;
    Ok(done)
}

/// Stages as lines, for the process that started this one.
#[must_use]
pub fn lines(stages: &[Stage]) -> String {
    let line = |stage: &Stage| format!("{} {} {}\n", stage.name, stage.cpu.as_nanos(), stage.wall.as_nanos());
    stages.iter().map(line).collect()
}

/// The stages of such lines.
pub(super) fn parse(lines: &str) -> Option<Vec<Stage>> {
    let line = |line: &str| {
        let [name, cpu, wall] = line.split(' ').collect::<Vec<_>>()[..] else { return None };
        let time = |nanos: &str| nanos.parse().ok().map(Duration::from_nanos);
        Some(Stage { name: name.to_owned(), cpu: time(cpu)?, wall: time(wall)? })
    };
    lines.lines().map(line).collect()
}

/// The texts of the YAML documents.
fn texts(raw: &[RawFile]) -> Result<Vec<String>, Failure> {
    let is_yaml = |file: &&RawFile| file.path.ends_with(".yaml");
    let text = |file: &RawFile| match &file.content {
        Content::Bytes(bytes) => Ok(String::from_utf8(bytes.clone())?),
        _ => Err(Failure::from(format!("{} is no file", file.path))),
    };
    raw.iter().filter(is_yaml).map(text).collect()
}

/// The bare parser: what nobody who reads YAML can do without.
fn events(text: &str) -> Result<usize, Failure> {
    let mut count = 0;
    for event in Parser::new_from_str(text) {
        event.map_err(|error| error.to_string())?;
        count += 1;
    }
    Ok(count)
}

fn timed<T>(done: &mut Vec<Stage>, name: &str, work: impl FnOnce() -> T) -> T {
    let (start, cpu) = (Instant::now(), processors());
    let result = work();
    done.push(Stage { name: name.to_owned(), cpu: processors() - cpu, wall: start.elapsed() });
    result
}

/// The time of the processors that this process has used.
fn processors() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    // The clock begins at zero.
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_process_says_of_its_stages_is_read_by_the_one_that_started_it() {
        let stage = |name: &str, cpu| Stage { name: name.to_owned(), cpu, wall: cpu * 2 };
        let stages = [stage("read", Duration::from_micros(7)), stage("parse", Duration::from_secs(3))];
        assert_eq!(parse(&lines(&stages)).unwrap(), stages);
        assert_eq!(parse("read\n"), None);
    }
}
