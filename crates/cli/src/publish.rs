//! Putting a site in the place of the old one.
//!
//! The new files are made beside the old site. Where many changed, the others are linked into the new folder, and
//! the two folders are exchanged in one step. Where few did, each is put into its place after the last is written;
//! whoever is killed between leaves some of both builds, which the next build sees and mends. Files in the folder
//! that no build wrote are kept. Which files the build wrote stands in a list beside the folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use walkdir::WalkDir;

use crate::failure::Failure;
use crate::files::relative;

/// So many files of others are named.
const MOST_NAMED: usize = 5;

/// Where no more than one file of so many changes, a new folder with a link for each of the others would take far
/// longer than the change.
const FEW: usize = 50;

/// What publishing did.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Files that are new or have new bytes.
    pub(crate) written: usize,
    /// Files of an earlier build that are gone.
    pub(crate) removed: usize,
}

/// The paths beside the site's folder that publishing needs.
struct Beside {
    staging: PathBuf,
    old: PathBuf,
    list: PathBuf,
    lock: PathBuf,
    made: PathBuf,
}

impl Beside {
    fn new(out: &Path) -> Option<Self> {
        let name = out.file_name()?.to_string_lossy();
        let beside = |kind: &str| out.with_file_name(format!(".{name}.{kind}"));
        Some(Self {
            staging: beside("new"),
            old: beside("old"),
            list: beside("files"),
            lock: beside("lock"),
            made: beside("made"),
        })
    }

    /// One build at a time; the lock ends with the file.
    fn lock(&self, out: &Path) -> Result<fs::File, Failure> {
        let file = in_folder(&self.lock, || fs::File::create(&self.lock))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => Err(Failure::Busy(out.to_path_buf())),
            Err(fs::TryLockError::Error(error)) => Err(Failure::Io(self.lock.clone(), error)),
        }
    }
}

/// A folder for a site, while nobody else writes to it.
pub(crate) struct Place {
    out: PathBuf,
    beside: Beside,
    _lock: fs::File,
}

impl Place {
    /// The place at `out`. `project` is the folder that must not be replaced.
    pub(crate) fn of(out: &Path, project: &Path) -> Result<Self, Failure> {
        let impossible = || Failure::OutNotPossible(out.to_path_buf());
        let out = real(out)?.filter(|out| is_possible(out, project)).ok_or_else(impossible)?;
        let beside = Beside::new(&out).ok_or_else(impossible)?;
        let lock = beside.lock(&out)?;
        if !out.exists() && beside.old.exists() {
            // A build was killed between the two renames of a system that cannot exchange folders.
            fs::rename(&beside.old, &out).map_err(Failure::io(&beside.old))?;
        }
        Ok(Self { out, beside, _lock: lock })
    }

    /// The folder, without links.
    pub(crate) fn folder(&self) -> &Path {
        &self.out
    }

    /// Where a build is remembered.
    pub(crate) fn memory(&self) -> &Path {
        &self.beside.made
    }

    /// Begins a site there.
    pub(crate) fn begin(&self) -> Result<Publication<'_>, Failure> {
        let site = Site::read(&self.out, &self.beside)?;
        Ok(Publication { out: &self.out, beside: &self.beside, site, so_far: Mutex::default() })
    }
}

/// A site that is being put in the place of the old one. Where it is dropped unfinished, the old one stays.
pub(crate) struct Publication<'p> {
    out: &'p Path,
    beside: &'p Beside,
    site: Site<'p>,
    so_far: Mutex<SoFar>,
}

/// The files that have come.
#[derive(Default)]
struct SoFar {
    /// Whether each is another than before; such a one lies in the new folder.
    files: BTreeMap<String, bool>,
    /// Whether the new folder is there.
    is_open: bool,
}

impl Publication<'_> {
    /// Takes a file, from any thread.
    pub(crate) fn take(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let is_changed = !is_same(&self.out.join(path), bytes);
        if is_changed {
            self.open_staging()?;
            let to = self.beside.staging.join(path);
            in_folder(&to, || fs::write(&to, bytes))?;
        }
        self.so_far()?.files.insert(path.to_owned(), is_changed);
        Ok(())
    }

    /// Keeps a file that is as it should be.
    pub(crate) fn keep(&self, path: &str) -> Result<(), Failure> {
        self.so_far()?.files.insert(path.to_owned(), false);
        Ok(())
    }

    /// Puts the site in its place. What was done, and how many files it has.
    pub(crate) fn finish(self) -> Result<(Written, usize), Failure> {
        let files = std::mem::take(&mut self.so_far()?.files);
        let changed: BTreeSet<&str> =
            files.iter().filter(|(_, is_changed)| **is_changed).map(|(path, _)| path.as_str()).collect();
        let foreign = self.site.in_the_way(&changed)?;
        if !foreign.is_empty() {
            return Err(Failure::Foreign(self.out.to_path_buf(), foreign.into_iter().take(MOST_NAMED).collect()));
        }
        let gone = self.site.gone(&files);
        let written = Written { written: changed.len(), removed: gone.len() };
        if !self.out.exists() || written != Written::default() {
            // Both builds' files are ours until the new ones are in place; what lies beside the folder is ours, too.
            let both = self.site.ours.iter().chain(files.keys()).map(String::as_str);
            write_list(&self.beside.list, both)?;
            self.open_staging()?;
            if self.out.exists() && (changed.len() + gone.len()) * FEW <= files.len() {
                self.put_in_place(&changed, &gone)?;
            } else {
                self.keep_others(&files)?;
                exchange(self.out, self.beside)?;
            }
        }
        write_list(&self.beside.list, files.keys().map(String::as_str))?;
        Ok((written, files.len()))
    }

    fn so_far(&self) -> Result<MutexGuard<'_, SoFar>, Failure> {
        self.so_far.lock().map_err(Failure::broken)
    }

    /// Makes the folder of the new site, with what says that it is ours. Whoever comes meanwhile waits.
    fn open_staging(&self) -> Result<(), Failure> {
        let mut so_far = self.so_far()?;
        if so_far.is_open {
            return Ok(());
        }
        if !self.beside.list.exists() {
            write_list(&self.beside.list, std::iter::empty())?;
        }
        fs::create_dir_all(&self.beside.staging).map_err(Failure::io(&self.beside.staging))?;
        so_far.is_open = true;
        Ok(())
    }

    /// Changed files to where they belong, and what is gone out of the way.
    fn put_in_place(&self, changed: &BTreeSet<&str>, gone: &[&str]) -> Result<(), Failure> {
        // A file may have to go before a folder of its name can be made.
        for path in gone {
            let old = self.out.join(path);
            fs::remove_file(&old).map_err(Failure::io(&old))?;
            self.remove_empty_folders(&old);
        }
        for path in changed {
            let (new, to) = (self.beside.staging.join(path), self.out.join(path));
            in_folder(&to, || fs::rename(&new, &to))?;
        }
        remove(&self.beside.staging)
    }

    /// The folders of a file that is gone, as far as nothing else is in them.
    fn remove_empty_folders(&self, file: &Path) {
        let inside = |folder: &&Path| folder.starts_with(self.out) && *folder != self.out;
        for folder in file.ancestors().skip(1).take_while(inside) {
            if fs::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    /// What has not changed, and what is not ours, into the new folder.
    fn keep_others(&self, files: &BTreeMap<String, bool>) -> Result<(), Failure> {
        let unchanged = files.iter().filter(|(_, is_changed)| !**is_changed).map(|(path, _)| path);
        let foreign = self.site.foreign_below("")?;
        for path in unchanged.chain(foreign.iter().filter(|path| !files.contains_key(*path))) {
            keep(&self.out.join(path), &self.beside.staging.join(path))?;
        }
        Ok(())
    }
}

impl Drop for Publication<'_> {
    fn drop(&mut self) {
        // After an exchange nothing is left there; what cannot be removed is removed by the next build.
        let _ = remove(&self.beside.staging);
    }
}

/// The path without links; none where its end does not exist and leads back.
fn real(out: &Path) -> Result<Option<PathBuf>, Failure> {
    let Some(there) = out.ancestors().find(|folder| folder.exists()) else { return Ok(None) };
    let rest = out.strip_prefix(there).unwrap_or(out);
    let folder = there.canonicalize().map_err(Failure::io(there))?;
    let leads_on = rest.components().all(|part| matches!(part, Component::Normal(_)));
    Ok((leads_on && !out.is_symlink()).then(|| rest.components().fold(folder, |path, part| path.join(part))))
}

fn is_possible(out: &Path, project: &Path) -> bool {
    let project = project.canonicalize().unwrap_or_else(|_| project.to_path_buf());
    let holds_the_project = project.starts_with(out);
    let is_a_source = ["datasets", "site-templates", "schema"].iter().any(|part| out.starts_with(project.join(part)));
    !holds_the_project && !is_a_source && (!out.exists() || out.is_dir())
}

/// The folder as it is now.
struct Site<'p> {
    out: &'p Path,
    /// The files that builds wrote, by their paths from there.
    ours: BTreeSet<String>,
}

impl<'p> Site<'p> {
    /// A folder in which no build has written must be empty: it is replaced as a whole.
    fn read(out: &'p Path, beside: &Beside) -> Result<Self, Failure> {
        let ours = read_list(&beside.list)?;
        if ours.is_none() && beside.staging.exists() {
            return Err(Failure::Foreign(beside.staging.clone(), vec![".".to_owned()]));
        }
        let site = Self { out, ours: ours.unwrap_or_default() };
        // Without a list every file is somebody else's. With one, a walk through all of them can wait.
        let foreign = if beside.list.exists() { BTreeSet::new() } else { site.foreign_below("")? };
        if !foreign.is_empty() {
            return Err(Failure::Foreign(out.to_path_buf(), foreign.into_iter().take(MOST_NAMED).collect()));
        }
        // What an earlier build left half made.
        remove(&beside.staging)?;
        Ok(site)
    }

    /// Files of earlier builds that are still there, and are none of these.
    fn gone(&self, files: &BTreeMap<String, bool>) -> Vec<&str> {
        let others = self.ours.iter().filter(|path| !files.contains_key(*path));
        let there = others.filter(|path| self.what_is_at(path) == Some(There::File));
        // What lies behind a link that stands where a folder was is not ours to remove.
        let below_folders = |path: &&String| folders(path).all(|it| self.what_is_at(it) == Some(There::Folder));
        there.filter(below_folders).map(String::as_str).collect()
    }

    /// Files of others that stand where a changed file would, or its folder.
    fn in_the_way(&self, changed: &BTreeSet<&str>) -> Result<BTreeSet<String>, Failure> {
        let folders: BTreeSet<&str> = changed.iter().flat_map(|path| folders(path)).collect();
        let mut found = BTreeSet::new();
        for path in changed.iter().filter(|path| self.what_is_at(path) == Some(There::Folder)) {
            found.extend(self.foreign_below(path)?);
        }
        let files = folders.union(changed).filter(|path| self.what_is_at(path) == Some(There::File));
        found.extend(files.filter(|path| !self.ours.contains(**path)).map(|path| (*path).to_owned()));
        Ok(found)
    }

    /// The files of others in a folder of the site.
    fn foreign_below(&self, folder: &str) -> Result<BTreeSet<String>, Failure> {
        if !self.out.exists() {
            return Ok(BTreeSet::new());
        }
        WalkDir::new(self.out.join(folder))
            .into_iter()
            .filter(|entry| entry.as_ref().map_or(true, |entry| !entry.file_type().is_dir()))
            .map(|entry| entry.map(|entry| relative(self.out, entry.path())))
            .filter(|path| path.as_ref().map_or(true, |path| !self.ours.contains(path)))
            .map(|path| path.map_err(|error| Failure::Io(self.out.to_path_buf(), error.into())))
            .collect()
    }

    fn what_is_at(&self, path: &str) -> Option<There> {
        let found = fs::symlink_metadata(self.out.join(path)).ok()?;
        Some(if found.is_dir() { There::Folder } else { There::File })
    }
}

/// The folders above a file of the site, the highest first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| path.split_at(end).0)
}

/// What stands at a path. A link is a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum There {
    File,
    Folder,
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let is_file = fs::symlink_metadata(path)
        .is_ok_and(|found| found.is_file() && usize::try_from(found.len()).is_ok_and(|length| length == bytes.len()));
    is_file && fs::read(path).is_ok_and(|found| found == bytes)
}

/// Makes a file; its folder only where it is not there, which is seldom.
fn in_folder<T>(path: &Path, make: impl Fn() -> std::io::Result<T>) -> Result<T, Failure> {
    match make() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            make_folder(path)?;
            make().map_err(Failure::io(path))
        }
        made => made.map_err(Failure::io(path)),
    }
}

/// Makes the folder of a file.
fn make_folder(path: &Path) -> Result<(), Failure> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(Failure::io(parent))
}

/// The same file at another path: its bytes and times are those that it had.
fn keep(from: &Path, to: &Path) -> Result<(), Failure> {
    if to.parent().is_some_and(|parent| !parent.exists()) {
        make_folder(to)?;
    }
    // Some file systems have no hard links.
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop)).map_err(Failure::io(from))
}

fn exchange(out: &Path, beside: &Beside) -> Result<(), Failure> {
    if !out.exists() {
        return fs::rename(&beside.staging, out).map_err(Failure::io(out));
    }
    if swap(out, &beside.staging).is_err() {
        remove(&beside.old)?;
        fs::rename(out, &beside.old).map_err(Failure::io(out))?;
        fs::rename(&beside.staging, out).map_err(Failure::io(out))?;
    }
    remove(&beside.staging)?;
    remove(&beside.old)
}

/// Exchanges two folders in one step, where the system can.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Exchanges two folders in one step, where the system can.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Failure::Io(folder.to_path_buf(), error)),
        _ => Ok(()),
    }
}

/// The files that builds wrote; none where there was no build.
fn read_list(list: &Path) -> Result<Option<BTreeSet<String>>, Failure> {
    match fs::read_to_string(list) {
        Ok(text) => Ok(Some(text.lines().map(str::to_owned).collect())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::Io(list.to_path_buf(), error)),
    }
}

fn write_list<'p>(list: &Path, paths: impl Iterator<Item = &'p str>) -> Result<(), Failure> {
    let paths: BTreeSet<&str> = paths.collect();
    let text: String = paths.into_iter().flat_map(|path| [path, "\n"]).collect();
    if fs::read_to_string(list).is_ok_and(|found| found == text) {
        return Ok(());
    }
    let new = list.with_extension("files-new");
    fs::write(&new, text).map_err(Failure::io(&new))?;
    fs::rename(&new, list).map_err(Failure::io(list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stamp::Stamp;

    struct Folder {
        folder: tempfile::TempDir,
    }

    impl Folder {
        fn new() -> Self {
            Self { folder: tempfile::tempdir().unwrap() }
        }
        fn out(&self) -> PathBuf {
            self.folder.path().join("site")
        }
        fn publish(&self, files: &[(&str, &str)]) -> Result<Written, Failure> {
            let place = Place::of(&self.out(), Path::new("/nowhere"))?;
            let publication = place.begin()?;
            files.iter().try_for_each(|(path, text)| publication.take(path, text.as_bytes()))?;
            publication.finish().map(|(written, _)| written)
        }
        fn text(&self, path: &str) -> Option<String> {
            fs::read_to_string(self.out().join(path)).ok()
        }
    }

    #[test]
    fn unchanged_files_keep_their_times_and_changed_ones_their_place() {
        let place = Folder::new();
        place.publish(&[("index.html", "1"), ("m/a.html", "a")]).unwrap();
        let time = || fs::metadata(place.out().join("m/a.html")).unwrap().modified().unwrap();
        let before = time();
        std::thread::sleep(std::time::Duration::from_millis(20));
        assert_eq!(
            place.publish(&[("index.html", "2"), ("m/a.html", "a")]).unwrap(),
            Written { written: 1, removed: 0 }
        );
        assert_eq!((place.text("index.html").as_deref(), time()), (Some("2"), before));
        assert_eq!(
            place.publish(&[("index.html", "2"), ("m/a.html", "a")]).unwrap(),
            Written { written: 0, removed: 0 }
        );
    }

    #[test]
    fn few_changes_are_put_into_their_place_and_nothing_else_is_touched() {
        let place = Folder::new();
        let pages: Vec<String> = (0..300).map(|number| format!("m/{number}.html")).collect();
        let site = |others: &[(&'static str, &'static str)]| {
            let pages = pages.iter().map(|path| (path.as_str(), "page"));
            place.publish(&pages.chain(others.iter().copied()).collect::<Vec<_>>()).unwrap()
        };
        site(&[("index.html", "1"), ("old/deep/a.html", "a"), ("x", "a file")]);
        fs::write(place.out().join("CNAME"), "example").unwrap();
        let kept = Stamp::of(&place.out().join("m/7.html"));
        let written = site(&[("index.html", "2"), ("new/b.html", "b"), ("x/y.html", "in a folder of that name")]);
        assert_eq!(written, Written { written: 3, removed: 2 });
        assert_eq!(place.text("index.html").as_deref(), Some("2"));
        assert_eq!(place.text("new/b.html").as_deref(), Some("b"));
        assert_eq!(place.text("x/y.html").as_deref(), Some("in a folder of that name"));
        assert_eq!(place.text("CNAME").as_deref(), Some("example"));
        assert!(!place.out().join("old").exists() && !place.folder.path().join(".site.new").exists());
        // A link would have changed what the system knows of the file.
        assert_eq!(Stamp::of(&place.out().join("m/7.html")), kept);
        assert_eq!(site(&[("index.html", "2")]), Written { written: 0, removed: 2 });
        assert!(!place.out().join("x").exists());
    }

    #[test]
    fn what_a_build_left_that_was_killed_between_two_files_is_mended() {
        let place = Folder::new();
        let old = [("index.html", "1"), ("a.html", "a")];
        place.publish(&old).unwrap();
        // Its list has the files of both builds; one is changed, one is new, one is still beside the folder.
        fs::write(place.folder.path().join(".site.files"), "a.html\nindex.html\nnew.html\n").unwrap();
        fs::write(place.out().join("index.html"), "2").unwrap();
        fs::write(place.out().join("new.html"), "2").unwrap();
        fs::create_dir(place.folder.path().join(".site.new")).unwrap();
        fs::write(place.folder.path().join(".site.new/a.html"), "2").unwrap();
        assert_eq!(place.publish(&old).unwrap(), Written { written: 1, removed: 1 });
        assert_eq!(place.text("index.html").as_deref(), Some("1"));
        assert_eq!(place.text("a.html").as_deref(), Some("a"));
        assert_eq!(place.text("new.html"), None);
    }

    #[test]
    fn several_threads_may_bring_the_first_files_at_once() {
        for _ in 0..50 {
            let folder = Folder::new();
            let place = Place::of(&folder.out(), Path::new("/nowhere")).unwrap();
            let publication = place.begin().unwrap();
            std::thread::scope(|scope| {
                for thread in 0..8 {
                    let publication = &publication;
                    scope.spawn(move || publication.take(&format!("{thread}.html"), b"x").unwrap());
                }
            });
            assert_eq!(publication.finish().unwrap(), (Written { written: 8, removed: 0 }, 8));
        }
    }

    #[test]
    fn files_that_no_longer_belong_go_and_those_of_others_stay() {
        let place = Folder::new();
        place.publish(&[("index.html", "1"), ("old/a.html", "a")]).unwrap();
        fs::write(place.out().join("CNAME"), "example").unwrap();
        assert_eq!(place.publish(&[("index.html", "2")]).unwrap(), Written { written: 1, removed: 1 });
        assert_eq!(place.text("CNAME").as_deref(), Some("example"));
        assert_eq!(place.text("old/a.html"), None);
        assert!(!place.out().join("old").exists());
    }

    #[test]
    fn a_file_of_somebody_else_is_never_replaced() {
        let place = Folder::new();
        fs::create_dir_all(place.out()).unwrap();
        fs::write(place.out().join("index.html"), "mine").unwrap();
        assert!(matches!(place.publish(&[("index.html", "1")]), Err(Failure::Foreign(..))));
        assert_eq!(place.text("index.html").as_deref(), Some("mine"));
    }

    #[test]
    fn a_build_that_is_killed_half_way_leaves_the_old_site_whole() {
        let place = Folder::new();
        place.publish(&[("index.html", "1"), ("a.html", "a")]).unwrap();
        // Half of a new site lies beside the old one.
        let staging = place.folder.path().join(".site.new");
        fs::create_dir_all(&staging).unwrap();
        fs::write(staging.join("index.html"), "half").unwrap();
        assert_eq!(place.text("index.html").as_deref(), Some("1"));
        place.publish(&[("index.html", "2"), ("a.html", "a")]).unwrap();
        assert_eq!(place.text("index.html").as_deref(), Some("2"));
        assert!(!staging.exists());
    }

    #[test]
    fn the_project_itself_and_its_data_are_no_place_for_a_site() {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("project");
        for part in ["datasets", "schema", "x"] {
            fs::create_dir_all(project.join(part)).unwrap();
        }
        let outs =
            ["", "datasets", "datasets/site", "x/../datasets/site", "schema/..", "../project", "new/../datasets"];
        for out in outs {
            let out = project.join(out);
            assert!(matches!(Place::of(&out, &project), Err(Failure::OutNotPossible(_))), "{out:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_the_project_is_no_way_around() {
        let folder = tempfile::tempdir().unwrap();
        let (project, link) = (folder.path().join("project"), folder.path().join("link"));
        fs::create_dir_all(project.join("datasets")).unwrap();
        std::os::unix::fs::symlink(project.join("datasets"), &link).unwrap();
        for out in [link.clone(), link.join("site")] {
            assert!(matches!(Place::of(&out, &project), Err(Failure::OutNotPossible(_))), "{out:?}");
        }
    }

    #[test]
    fn a_folder_of_somebody_else_is_left_as_it_is() {
        let place = Folder::new();
        fs::create_dir_all(place.out().join("empty")).unwrap();
        fs::write(place.out().join("notes.txt"), "mine").unwrap();
        assert!(matches!(place.publish(&[("index.html", "1")]), Err(Failure::Foreign(..))));
        assert!(place.out().join("empty").exists() && place.text("index.html").is_none());
        let staging = Folder::new();
        fs::create_dir_all(staging.folder.path().join(".site.new/mine")).unwrap();
        assert!(matches!(staging.publish(&[("index.html", "1")]), Err(Failure::Foreign(..))));
        assert!(staging.folder.path().join(".site.new/mine").exists());
    }

    #[test]
    fn a_file_of_somebody_else_where_a_folder_belongs_is_named() {
        let place = Folder::new();
        place.publish(&[("index.html", "1")]).unwrap();
        fs::write(place.out().join("m"), "mine").unwrap();
        let refused = place.publish(&[("index.html", "1"), ("m/a.html", "a")]);
        assert!(matches!(refused, Err(Failure::Foreign(_, files)) if files == ["m"]));
        assert!(!place.folder.path().join(".site.new").exists());
    }

    #[test]
    fn a_folder_of_somebody_else_where_a_file_belongs_is_named_by_its_files() {
        let place = Folder::new();
        place.publish(&[("index.html", "1")]).unwrap();
        fs::create_dir_all(place.out().join("a.html/mine")).unwrap();
        fs::write(place.out().join("a.html/mine/notes.txt"), "mine").unwrap();
        let refused = place.publish(&[("index.html", "1"), ("a.html", "a")]);
        assert!(matches!(refused, Err(Failure::Foreign(_, files)) if files == ["a.html/mine/notes.txt"]));
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_removed_behind_a_link_that_stands_where_a_folder_was() {
        let place = Folder::new();
        place.publish(&[("index.html", "1"), ("m/a.html", "a")]).unwrap();
        let elsewhere = place.folder.path().join("elsewhere");
        fs::rename(place.out().join("m"), &elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, place.out().join("m")).unwrap();
        assert_eq!(place.publish(&[("index.html", "1")]).unwrap(), Written::default());
        assert!(elsewhere.join("a.html").exists() && place.out().join("m").is_symlink());
    }

    #[test]
    fn two_builds_do_not_write_one_site_at_once() {
        let place = Folder::new();
        place.publish(&[("index.html", "1")]).unwrap();
        let other = fs::File::open(place.folder.path().join(".site.lock")).unwrap();
        other.lock().unwrap();
        assert!(matches!(place.publish(&[("index.html", "2")]), Err(Failure::Busy(_))));
        assert_eq!(place.text("index.html").as_deref(), Some("1"));
    }
}
