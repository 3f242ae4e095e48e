//! One run of every measurement: the command as a whole process, its stages, the bare parser, and what people
//! would use instead.

mod child;
mod machine;
mod others;
mod plot;
mod report;
mod stages;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Failure, files};
use child::{Used, median, run};
use others::{CHECKERS, MOST_PAGES, Pages, Run, WRITERS};
pub use stages::{STAGES, Stage, lines, stages};

/// From so many municipalities on everything is done once: by then noise is small beside the work.
const ONCE_FROM: usize = 10_000;

/// What is asked for.
pub struct Order {
    /// The project's folder.
    pub project: PathBuf,
    /// The numbers of municipalities.
    pub sizes: Vec<usize>,
    /// How often each is done.
    pub repeats: usize,
    /// Equal seeds make equal datasets.
    pub seed: u64,
    /// For more municipalities than this the other tools are not asked.
    pub others_up_to: usize,
    /// The command; where there is none it is built.
    pub madoguchi: Option<PathBuf>,
    /// The report to write; the plot stands in `docs/benchmarks.svg` beside it.
    pub out: PathBuf,
}

/// What was measured at a size.
struct Size {
    municipalities: usize,
    /// The bytes of the documents.
    bytes: u64,
    /// The files of the site.
    files: usize,
    /// Its pages.
    pages: Pages,
    check: Used,
    clean: Used,
    unchanged: Used,
    changed: Used,
    stages: Vec<Stage>,
    checkers: Vec<Run>,
    writers: Vec<Run>,
}

/// Measures everything and writes the report; the text of it is the result.
///
/// # Errors
///
/// Where the command cannot be built or does not end well, or a file not be written.
pub fn measure(order: &Order) -> Result<String, Failure> {
    let madoguchi = match &order.madoguchi {
        Some(path) => path.canonicalize()?,
        None => built(&order.project)?,
    };
    let mut loads = Loads::default();
    let plot = order.out.parent().unwrap_or(Path::new("")).join("docs/benchmarks.svg");
    let mut sizes = Vec::new();
    let mut text = String::new();
    for municipalities in &order.sizes {
        // A new folder each: what an earlier build left behind must not help.
        let work = tempfile::tempdir()?;
        sizes.push(size(order, &madoguchi, *municipalities, work.path(), &mut loads)?);
        // The largest take long and may find no room; what is known stays.
        files::write(&plot, plot::plot(&sizes)?.as_bytes())?;
        text = report::report(order, &sizes, &loads.0);
        files::write(&order.out, text.as_bytes())?;
    }
    Ok(text)
}

/// The load of the machine before each measurement.
#[derive(Default)]
struct Loads(Vec<f64>);

impl Loads {
    fn note(&mut self) {
        self.0.extend(machine::load());
    }
}

/// The command, built from the project as it is.
fn built(project: &Path) -> Result<PathBuf, Failure> {
    progress("building the command");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.current_dir(project).args(["build", "--release", "--quiet", "--locked", "--package", "madoguchi"]);
    run(&mut build, &[0])?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
    Ok(project.join(target).join("release/madoguchi").canonicalize()?)
}

fn size(
    order: &Order,
    madoguchi: &Path,
    municipalities: usize,
    work: &Path,
    loads: &mut Loads,
) -> Result<Size, Failure> {
    let root = work.join("root");
    progress(&format!("{municipalities}: making the dataset"));
    // In a process of its own: what this one holds would be counted for those that it starts.
    let this = std::env::current_exe()?;
    let mut synth = Command::new(&this);
    synth.arg("synth").arg("--municipalities").arg(municipalities.to_string());
    synth.arg("--seed").arg(order.seed.to_string()).arg(&root);
    let (said, _) = run(&mut synth, &[0])?;
    let day = said.trim().rsplit(' ').next().unwrap_or_default().to_owned();
    let out = work.join("sites/site");
    let command = |arguments: &[&str]| {
        let mut command = Command::new(madoguchi);
        command.args(arguments).arg("--root").arg(&root).arg("--today").arg(&day);
        command
    };
    let build = || {
        let mut build = command(&["build"]);
        build.arg("--out").arg(&out);
        build
    };
    let mut city = City::of(&root)?;
    let (mut check, mut clean, mut unchanged, mut changed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut repeated = Vec::new();
    // The first to run reads the program from the disk.
    run(&mut command(&["check"]), &[0])?;
    let repeats = if municipalities < ONCE_FROM { order.repeats.max(1) } else { 1 };
    for repeat in 1..=repeats {
        progress(&format!("{municipalities}: {repeat} of {repeats}"));
        loads.note();
        let (said, _) = run(Command::new(&this).arg("stages").arg(&root).arg(&day), &[0])?;
        repeated.push(stages::parse(&said).ok_or("the stages cannot be read")?);
        check.push(run(&mut command(&["check"]), &[0])?.1);
        if let Some(sites) = out.parent().filter(|sites| sites.exists()) {
            fs::remove_dir_all(sites)?;
        }
        clean.push(run(&mut build(), &[0])?.1);
        // What a clean build leaves for the disk would be waited for by the next.
        rustix::fs::sync();
        unchanged.push(run(&mut build(), &[0])?.1);
        city.change()?;
        changed.push(run(&mut build(), &[0])?.1);
    }
    let pages = Pages::of(&out)?;
    let files = walkdir::WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file()).count();
    if let Some(sites) = out.parent() {
        fs::remove_dir_all(sites)?;
    }
    let (mut checkers, mut writers) = (Vec::new(), Vec::new());
    if municipalities <= order.others_up_to {
        let schema = order.project.join("schema/municipality.schema.json");
        for tool in CHECKERS.into_iter().filter(|tool| others::is_there(tool)) {
            progress(&format!("{municipalities}: {tool}"));
            loads.note();
            checkers.push(others::check(tool, &root, &schema)?);
        }
        let wanted =
            Pages { count: pages.count.min(MOST_PAGES), bytes: pages.mean() * pages.count.min(MOST_PAGES) as u64 };
        for tool in WRITERS.into_iter().filter(|tool| others::is_there(tool)) {
            progress(&format!("{municipalities}: {tool}"));
            loads.note();
            writers.push(others::write(tool, &root, wanted, work)?);
        }
    }
    let median = Used::median;
    Ok(Size {
        municipalities,
        bytes: bytes(&root.join("datasets"))?,
        files,
        pages,
        check: median(&check),
        clean: median(&clean),
        unchanged: median(&unchanged),
        changed: median(&changed),
        stages: typical(&repeated),
        checkers,
        writers,
    })
}

/// The median of each stage.
fn typical(repeated: &[Vec<Stage>]) -> Vec<Stage> {
    let of = |name: &str| {
        let all = || repeated.iter().flatten().filter(|stage| stage.name == name);
        let (cpu, wall) = (median(all().map(|stage| stage.cpu)), median(all().map(|stage| stage.wall)));
        Stage { name: name.to_owned(), cpu, wall }
    };
    STAGES.map(of).into()
}

/// A municipality whose file is changed: a page's title gets one more word, or loses it.
struct City {
    path: PathBuf,
    texts: [String; 2],
    at: usize,
}

impl City {
    const WORD: &'static str = " 改";

    fn of(root: &Path) -> Result<Self, Failure> {
        let municipalities = root.join("datasets/municipalities");
        let documents = files::documents(&municipalities, &municipalities)?;
        let document = documents.get(documents.len() / 2).ok_or("the dataset has no municipality")?;
        let path = municipalities.join(&document.path);
        let text = String::from_utf8(files::read(&path)?)?;
        let start = text.find("\n    title: ").ok_or("a municipality's page has no title")? + 1;
        let end = start + text[start..].find('\n').unwrap_or(text.len() - start);
        let changed = format!("{}{}{}", &text[..end], Self::WORD, &text[end..]);
        Ok(Self { path, texts: [text, changed], at: 0 })
    }

    fn change(&mut self) -> Result<(), Failure> {
        self.at = 1 - self.at;
        files::write(&self.path, self.texts[self.at].as_bytes())
    }
}

fn bytes(folder: &Path) -> Result<u64, Failure> {
    let mut sum = 0;
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        sum += if entry.file_type().is_file() { entry.metadata()?.len() } else { 0 };
    }
    Ok(sum)
}

#[expect(clippy::print_stderr, reason = "this takes long, and who waits wants to know for what")]
fn progress(what: &str) {
    eprintln!("{what}");
}
