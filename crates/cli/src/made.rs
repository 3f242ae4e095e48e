//! What the last build was made of, and the files that it wrote: a build of the same makes nothing anew.
//!
//! It is a memory, not a source: without it, or where anything in it is not as it says, everything is made.

use std::fs;
use std::path::Path;

use madoguchi_generator::Assets;
use madoguchi_schema::load::{Content, RawFile};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::arguments::Build;

/// A build.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Made {
    /// A hash of everything that it was made of.
    inputs: String,
    /// What was said of the data.
    pub(crate) said: String,
    pub(crate) municipalities: usize,
    files: Vec<Kept>,
}

/// A file as it was after the build.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    path: String,
    stamp: Stamp,
}

/// What changes about a file when its bytes do, besides the bytes.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    length: u64,
    /// Seconds and nanoseconds; of the last change of the file, and where the system has it, of what it
    /// knows of the file, which nobody can set back.
    times: [(i64, i64); 2],
}

impl Made {
    /// The build that wrote those files at `out`; none where one of them cannot be looked at.
    pub(crate) fn new(inputs: String, said: String, municipalities: usize, out: &Path, files: &[&str]) -> Option<Self> {
        let kept = |path: &&str| Some(Kept { stamp: Stamp::of(&out.join(path))?, path: (*path).to_owned() });
        let files = files.par_iter().map(kept).collect::<Option<_>>()?;
        Some(Self { inputs, said, municipalities, files })
    }

    /// The last build, where it was made of the same and all its files are as it left them.
    pub(crate) fn found(at: &Path, inputs: &str, out: &Path) -> Option<Self> {
        let text = fs::read_to_string(at).ok()?;
        let (sum, body) = text.split_once('\n')?;
        if sum != blake3::hash(body.as_bytes()).to_hex().as_str() {
            return None;
        }
        let made: Self = serde_json::from_str(body).ok()?;
        let is_kept = |kept: &Kept| Stamp::of(&out.join(&kept.path)).as_ref() == Some(&kept.stamp);
        (made.inputs == inputs && made.files.par_iter().all(is_kept)).then_some(made)
    }

    /// Remembers it. Where that fails, the next build makes everything.
    pub(crate) fn remember(&self, at: &Path) {
        let Ok(body) = serde_json::to_string(self) else { return };
        let _ = fs::write(at, format!("{}\n{body}", blake3::hash(body.as_bytes()).to_hex()));
    }

    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let found = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Self { length: found.len(), times: times(&found) })
    }
}

#[cfg(unix)]
fn times(found: &fs::Metadata) -> [(i64, i64); 2] {
    use std::os::unix::fs::MetadataExt as _;
    [(found.mtime(), found.mtime_nsec()), (found.ctime(), found.ctime_nsec())]
}

#[cfg(not(unix))]
fn times(found: &fs::Metadata) -> [(i64, i64); 2] {
    let since = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let time = since.and_then(|since| Some((i64::try_from(since.as_secs()).ok()?, i64::from(since.subsec_nanos()))));
    [time.unwrap_or_default(); 2]
}

/// A hash of everything that a build is made of: the program, the call, the data, the templates. None
/// where the program cannot read itself.
pub(crate) fn inputs(call: &Build, data: &[RawFile], assets: &Assets) -> Option<String> {
    let program = std::env::current_exe().ok().and_then(|path| fs::File::open(path).ok())?;
    let mut of_program = blake3::Hasher::new();
    of_program.update_reader(program).ok()?;
    let mut all = Hasher(blake3::Hasher::new());
    all.add(of_program.finalize().as_bytes());
    all.add(format!("{:?}", (&call.base_url, &call.repository, call.days, call.lang)).as_bytes());
    for file in data {
        all.add(file.path.as_bytes());
        match &file.content {
            Content::Bytes(bytes) => all.add(bytes),
            other => all.add(format!("{other:?}").as_bytes()),
        }
    }
    for (path, text) in &assets.0 {
        all.add(path.as_bytes());
        all.add(text.as_bytes());
    }
    Some(all.0.finalize().to_hex().to_string())
}

struct Hasher(blake3::Hasher);

impl Hasher {
    /// Each part with its length, so that no two lists of parts are alike.
    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Site(tempfile::TempDir);

    impl Site {
        fn new() -> Self {
            let site = Self(tempfile::tempdir().unwrap());
            fs::create_dir(site.out()).unwrap();
            for (path, text) in [("a.html", "a"), ("b.html", "b")] {
                fs::write(site.out().join(path), text).unwrap();
            }
            let made = Made::new("1".into(), "said".into(), 1, &site.out(), &["a.html", "b.html"]).unwrap();
            made.remember(&site.memory());
            site
        }
        fn out(&self) -> std::path::PathBuf {
            self.0.path().join("site")
        }
        fn memory(&self) -> std::path::PathBuf {
            self.0.path().join(".site.made")
        }
        fn is_found(&self, inputs: &str) -> bool {
            Made::found(&self.memory(), inputs, &self.out()).is_some()
        }
    }

    #[test]
    fn a_build_of_the_same_is_found_and_one_of_something_else_is_not() {
        let site = Site::new();
        assert!(site.is_found("1") && !site.is_found("2"));
    }

    #[test]
    fn a_file_that_somebody_took_or_changed_is_noticed() {
        let taken = Site::new();
        fs::remove_file(taken.out().join("b.html")).unwrap();
        assert!(!taken.is_found("1"));
        let changed = Site::new();
        fs::write(changed.out().join("b.html"), "longer").unwrap();
        assert!(!changed.is_found("1"));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_the_same_length_with_its_time_set_back_is_noticed() {
        let site = Site::new();
        let path = site.out().join("b.html");
        let before = fs::metadata(&path).unwrap().modified().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        fs::write(&path, "x").unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
        assert!(!site.is_found("1"));
    }

    #[test]
    fn a_memory_that_is_gone_or_spoiled_says_nothing() {
        let site = Site::new();
        let text = fs::read_to_string(site.memory()).unwrap();
        fs::write(site.memory(), text.replace("b.html", "c.html")).unwrap();
        assert!(!site.is_found("1"));
        fs::remove_file(site.memory()).unwrap();
        assert!(!site.is_found("1"));
    }

    #[test]
    fn parts_that_are_cut_elsewhere_are_other_inputs() {
        let hash = |parts: &[&str]| {
            let mut all = Hasher(blake3::Hasher::new());
            parts.iter().for_each(|part| all.add(part.as_bytes()));
            all.0.finalize()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }
}
