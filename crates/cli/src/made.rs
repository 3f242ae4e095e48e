//! What the last build was made of, and the files that it wrote: a build of the same makes nothing anew.
//!
//! It is a memory, not a source: without it, or where anything in it is not as it says, everything is made.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use blake3::Hash;
use madoguchi_generator::{Assets, Dependence};
use madoguchi_schema::json_schema::DocumentType;
use madoguchi_schema::load::{Content, RawFile};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::arguments::Build;
use crate::stamp::Stamp;

/// What a build is made of, as hashes.
pub(crate) struct Inputs {
    /// Everything but the municipalities' files: the program, the call, the shared data, the templates,
    /// the module of the editor.
    shared: String,
    /// The municipalities' files by their paths.
    files: BTreeMap<String, Hash>,
}

/// A build.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Made {
    shared: String,
    all: String,
    /// What was said of the data.
    pub(crate) said: String,
    pub(crate) municipalities: usize,
    parts: BTreeMap<String, Part>,
}

/// A part of the site.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    /// A hash of what it was made of, besides what is shared; none where it hangs on everything.
    made_of: Option<String>,
    files: Vec<Kept>,
}

/// A file as it was after the build.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    path: String,
    stamp: Stamp,
}

/// The parts of a build that is under way: what each is made of, and its files.
#[derive(Debug, Default)]
pub(crate) struct Parts(BTreeMap<String, (Option<String>, Vec<String>)>);

impl Parts {
    pub(crate) fn made_of(&mut self, part: &str, hash: String) {
        self.0.entry(part.to_owned()).or_default().0 = Some(hash);
    }

    pub(crate) fn add(&mut self, part: &str, path: String) {
        self.0.entry(part.to_owned()).or_default().1.push(path);
    }
}

impl Made {
    /// The build that wrote those parts at `out`; none where a file cannot be looked at.
    pub(crate) fn new(inputs: &Inputs, said: String, municipalities: usize, out: &Path, parts: Parts) -> Option<Self> {
        let kept = |path: String| Some(Kept { stamp: Stamp::of(&out.join(&path))?, path });
        let part = |(name, (made_of, files)): (String, (Option<String>, Vec<String>))| {
            Some((name, Part { made_of, files: files.into_iter().map(kept).collect::<Option<_>>()? }))
        };
        let parts = parts.0.into_par_iter().map(part).collect::<Option<_>>()?;
        Some(Self { shared: inputs.shared.clone(), all: inputs.all(), said, municipalities, parts })
    }

    /// The last build; none where there is no whole memory of it.
    pub(crate) fn read(at: &Path) -> Option<Self> {
        let text = fs::read_to_string(at).ok()?;
        let (sum, body) = text.split_once('\n')?;
        if sum != blake3::hash(body.as_bytes()).to_hex().as_str() {
            return None;
        }
        serde_json::from_str(body).ok()
    }

    /// Whether it was made of the same, and all its files are as it left them.
    pub(crate) fn is_of(&self, inputs: &Inputs, out: &Path) -> bool {
        self.all == inputs.all() && self.parts.par_iter().all(|(_, part)| part.is_as_it_was(out))
    }

    /// The files of a part, where it was made of the same, and they are as the build left them.
    pub(crate) fn kept(&self, inputs: &Inputs, part: &str, made_of: &str, out: &Path) -> Option<Vec<String>> {
        let part = self.parts.get(part).filter(|_| self.shared == inputs.shared)?;
        let is_same = part.made_of.as_deref() == Some(made_of) && part.is_as_it_was(out);
        is_same.then(|| part.files.iter().map(|file| file.path.clone()).collect())
    }

    /// Remembers it. Where that fails, the next build makes everything.
    pub(crate) fn remember(&self, at: &Path) {
        let Ok(body) = serde_json::to_string(self) else { return };
        let _ = fs::write(at, format!("{}\n{body}", blake3::hash(body.as_bytes()).to_hex()));
    }

    /// How many files it left.
    pub(crate) fn len(&self) -> usize {
        self.parts.values().map(|part| part.files.len()).sum()
    }
}

impl Part {
    fn is_as_it_was(&self, out: &Path) -> bool {
        self.files.iter().all(|kept| Stamp::of(&out.join(&kept.path)).as_ref() == Some(&kept.stamp))
    }
}

impl Inputs {
    /// None where the program cannot read itself.
    pub(crate) fn of(
        call: &Build,
        data: &[RawFile],
        assets: &Assets,
        module: &BTreeMap<String, Vec<u8>>,
    ) -> Option<Self> {
        let program = std::env::current_exe().ok().and_then(|path| fs::File::open(path).ok())?;
        let mut of_program = blake3::Hasher::new();
        of_program.update_reader(program).ok()?;
        let mut shared = Hasher::default();
        shared.add(of_program.finalize().as_bytes());
        shared.add(format!("{:?}", (&call.base_url, &call.repository, call.days, call.lang)).as_bytes());
        let mut files = BTreeMap::new();
        for file in data {
            if DocumentType::of_path(&file.path) == Some(DocumentType::Municipality) {
                files.insert(file.path.clone(), hash(&file.content));
            } else {
                shared.add(file.path.as_bytes());
                shared.add(hash(&file.content).as_bytes());
            }
        }
        for (path, text) in &assets.0 {
            shared.add(path.as_bytes());
            shared.add(text.as_bytes());
        }
        for (name, bytes) in module {
            shared.add(name.as_bytes());
            shared.add(bytes);
        }
        Some(Self { shared: shared.done(), files })
    }

    /// What a part is made of that hangs on some municipalities, besides what is shared.
    pub(crate) fn of_part(&self, part: &Dependence<'_>) -> Option<String> {
        let mut hasher = Hasher::default();
        hasher.add(part.others.as_bytes());
        for path in part.files {
            hasher.add(path.as_bytes());
            hasher.add(self.files.get(*path)?.as_bytes());
        }
        Some(hasher.done())
    }

    fn all(&self) -> String {
        let mut hasher = Hasher::default();
        hasher.add(self.shared.as_bytes());
        for (path, hash) in &self.files {
            hasher.add(path.as_bytes());
            hasher.add(hash.as_bytes());
        }
        hasher.done()
    }
}

fn hash(content: &Content) -> Hash {
    match content {
        Content::Bytes(bytes) => blake3::hash(bytes),
        other => blake3::hash(format!("{other:?}").as_bytes()),
    }
}

#[derive(Default)]
struct Hasher(blake3::Hasher);

impl Hasher {
    /// Each part with its length, so that no two lists of parts are alike.
    fn add(&mut self, part: &[u8]) {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    fn done(&self) -> String {
        self.0.finalize().to_hex().to_string()
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
            let mut parts = Parts::default();
            parts.made_of("a", "of a".into());
            for (part, text) in [("a", "a"), ("b", "b")] {
                let path = format!("{part}.html");
                fs::write(site.out().join(&path), text).unwrap();
                parts.add(part, path);
            }
            Made::new(&inputs("1", "1"), "said".into(), 1, &site.out(), parts).unwrap().remember(&site.memory());
            site
        }
        fn out(&self) -> std::path::PathBuf {
            self.0.path().join("site")
        }
        fn memory(&self) -> std::path::PathBuf {
            self.0.path().join(".site.made")
        }
        fn is_found(&self, inputs: &Inputs) -> bool {
            Made::read(&self.memory()).is_some_and(|made| made.is_of(inputs, &self.out()))
        }
        fn is_kept(&self, inputs: &Inputs, made_of: &str) -> bool {
            Made::read(&self.memory()).unwrap().kept(inputs, "a", made_of, &self.out()).is_some()
        }
    }

    fn inputs(shared: &str, file: &str) -> Inputs {
        let files = BTreeMap::from([("m.yaml".to_owned(), blake3::hash(file.as_bytes()))]);
        Inputs { shared: shared.into(), files }
    }

    #[test]
    fn a_build_of_the_same_is_found_and_one_of_something_else_is_not() {
        let site = Site::new();
        assert!(site.is_found(&inputs("1", "1")));
        assert!(!site.is_found(&inputs("2", "1")) && !site.is_found(&inputs("1", "2")));
    }

    #[test]
    fn a_part_is_kept_where_it_was_made_of_the_same() {
        let site = Site::new();
        assert!(site.is_kept(&inputs("1", "2"), "of a"), "another file has changed");
        assert!(!site.is_kept(&inputs("1", "2"), "of another"));
        assert!(!site.is_kept(&inputs("2", "1"), "of a"));
        fs::write(site.out().join("b.html"), "longer").unwrap();
        assert!(site.is_kept(&inputs("1", "1"), "of a"));
        fs::write(site.out().join("a.html"), "longer").unwrap();
        assert!(!site.is_kept(&inputs("1", "1"), "of a"));
    }

    #[test]
    fn a_file_that_somebody_took_or_changed_is_noticed() {
        let taken = Site::new();
        fs::remove_file(taken.out().join("b.html")).unwrap();
        assert!(!taken.is_found(&inputs("1", "1")));
        let changed = Site::new();
        fs::write(changed.out().join("b.html"), "longer").unwrap();
        assert!(!changed.is_found(&inputs("1", "1")));
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
        assert!(!site.is_found(&inputs("1", "1")));
    }

    #[test]
    fn a_memory_that_is_gone_or_spoiled_says_nothing() {
        let site = Site::new();
        let text = fs::read_to_string(site.memory()).unwrap();
        fs::write(site.memory(), text.replace("b.html", "c.html")).unwrap();
        assert_eq!(Made::read(&site.memory()), None);
        fs::remove_file(site.memory()).unwrap();
        assert_eq!(Made::read(&site.memory()), None);
    }

    #[test]
    fn parts_that_are_cut_elsewhere_are_other_inputs() {
        let hash = |parts: &[&str]| {
            let mut all = Hasher::default();
            parts.iter().for_each(|part| all.add(part.as_bytes()));
            all.done()
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
    }
}
