//! The same work by what people would use instead.

use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;

use super::child::{self, Used};
use super::machine::version;
use crate::{Failure, files};

/// What checks YAML.
pub(super) const CHECKERS: [&str; 2] = ["yamllint", "check-jsonschema"];
/// What writes pages.
pub(super) const WRITERS: [&str; 3] = ["hugo", "zola", "mdbook"];
/// So many pages are enough to say what one costs; some of the tools need more than their share for more.
pub(super) const MOST_PAGES: usize = 5_000;

/// A tool that was run.
pub(super) struct Run {
    pub(super) tool: &'static str,
    pub(super) used: Used,
    /// The pages that it wrote, and their bytes.
    pub(super) pages: Pages,
}

/// Pages and their bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pages {
    pub(super) count: usize,
    pub(super) bytes: u64,
}

impl Pages {
    /// The pages in a folder.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let mut pages = Self::default();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.path().extension().is_some_and(|extension| extension == "html") {
                pages = Self { count: pages.count + 1, bytes: pages.bytes + entry.metadata()?.len() };
            }
        }
        Ok(pages)
    }

    /// The bytes of a page, on average.
    pub(super) fn mean(self) -> u64 {
        self.bytes.checked_div(self.count as u64).unwrap_or_default()
    }
}

/// Whether a tool is there.
pub(super) fn is_there(tool: &str) -> bool {
    version(tool).is_some()
}

/// Checks the municipalities' files of a dataset, each tool in its own way.
pub(super) fn check(tool: &'static str, root: &Path, schema: &Path) -> Result<Run, Failure> {
    let municipalities = root.join("datasets/municipalities");
    let mut command = Command::new(tool);
    match tool {
        "yamllint" => command.args(["-d", "{extends: relaxed, rules: {line-length: disable}}"]).arg(municipalities),
        _ => {
            let documents = files::documents(&municipalities, &municipalities)?;
            let paths = documents.into_iter().map(|file| municipalities.join(file.path));
            command.arg("--schemafile").arg(schema).args(paths.collect::<Vec<PathBuf>>())
        }
    };
    let (_, used) = child::run(&mut command, &[0])?;
    Ok(Run { tool, used, pages: Pages::default() })
}

/// Writes so many pages of about so many bytes, with texts of a dataset.
pub(super) fn write(tool: &'static str, root: &Path, wanted: Pages, work: &Path) -> Result<Run, Failure> {
    let project = work.join(tool);
    let out = project.join("out");
    let texts = texts(root)?;
    let body = usize::try_from(wanted.mean()).unwrap_or(usize::MAX).saturating_sub(FRAME.len());
    let page = |at: usize| page(&texts, at, body);
    let mut command = Command::new(tool);
    match tool {
        "hugo" => {
            put(
                &project,
                "config.toml",
                "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n",
            )?;
            put(&project, "layouts/_default/single.html", &frame("{{ .Title }}", "{{ .Content }}"))?;
            put(&project, "layouts/_default/list.html", "{{ .Title }}\n")?;
            for at in 0..wanted.count {
                put(&project, &format!("content/p/{at}.md"), &format!("---\ntitle: Page {at}\n---\n{}", page(at)))?;
            }
            command.arg("--quiet").arg("--source").arg(&project).arg("--destination").arg(&out)
        }
        "zola" => {
            put(&project, "config.toml", "base_url = 'https://example.org'\ngenerate_sitemap = false\n")?;
            put(&project, "templates/index.html", "{{ config.base_url }}\n")?;
            put(&project, "templates/section.html", "{{ section.title }}\n")?;
            put(&project, "templates/page.html", &frame("{{ page.title }}", "{{ page.content | safe }}"))?;
            put(&project, "content/p/_index.md", "+++\ntitle = 'Pages'\n+++\n")?;
            for at in 0..wanted.count {
                put(&project, &format!("content/p/{at}.md"), &format!("+++\ntitle = 'Page {at}'\n+++\n{}", page(at)))?;
            }
            command.arg("--root").arg(&project).arg("build").arg("--output-dir").arg(&out)
        }
        _ => {
            put(&project, "book.toml", "[book]\ntitle = 'Pages'\n[output.html.search]\nenable = false\n")?;
            let summary: String = (0..wanted.count).map(|at| format!("- [Page {at}](./{at}.md)\n")).collect();
            put(&project, "src/SUMMARY.md", &summary)?;
            for at in 0..wanted.count {
                put(&project, &format!("src/{at}.md"), &format!("# Page {at}\n{}", page(at)))?;
            }
            command.arg("build").arg(&project).arg("--dest-dir").arg(&out)
        }
    };
    let (_, used) = child::run(&mut command, &[0])?;
    let run = Run { tool, used, pages: Pages::of(&out)? };
    std::fs::remove_dir_all(&project)?;
    Ok(run)
}

fn put(project: &Path, path: &str, text: &str) -> Result<(), Failure> {
    files::write(&project.join(path), text.as_bytes())
}

const FRAME: &str = "<!doctype html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>TITLE</title></head>\n\
<body><main><h1>TITLE</h1>\nCONTENT</main></body></html>\n";

fn frame(title: &str, content: &str) -> String {
    FRAME.replace("TITLE", title).replace("CONTENT", content)
}

/// What the municipalities' files say, a text a line.
fn texts(root: &Path) -> Result<Vec<String>, Failure> {
    let municipalities = root.join("datasets/municipalities");
    let mut found = Vec::new();
    for file in files::documents(&municipalities, &municipalities)?.iter().take(200) {
        let text = String::from_utf8(files::read(&municipalities.join(&file.path))?)?;
        let values = text.lines().filter_map(|line| Some(line.split_once(": ")?.1.to_owned()));
        found.extend(values.filter(|value| !value.starts_with(['{', '[', '"', '|', '>', '*', '&', '#'])));
    }
    Ok(found)
}

/// A page in Markdown: sections with lists, whose HTML has about so many bytes.
fn page(texts: &[String], at: usize, bytes: usize) -> String {
    let mut out = String::new();
    let mut html = 0;
    // No two pages begin at the same place.
    for (line, text) in texts.iter().cycle().skip(at * 37 % texts.len().max(1)).enumerate() {
        if html >= bytes {
            break;
        }
        if line % 12 == 0 {
            out.push_str(&format!("\n## {line}\n\n"));
            html += "<h2 id=\"00\">00</h2>\n<ul>\n</ul>\n".len();
        }
        out.push_str(&format!("- {text}\n"));
        html += text.len() + "<li></li>\n".len();
    }
    out
}
