//! Styles and scripts: every page loads them, so they lose what only their writers need.

use std::collections::{BTreeMap, BTreeSet};

use super::script::small_script;
use crate::{Assets, Page};

/// The files of `assets/`: one style of all the parts in `styles/site/`, and one each of what else
/// is in `styles/`, in `scripts/` and in `pictures/`, for the pages that ask for it. Those that are wanted.
pub(crate) fn files(assets: &Assets, wanted: impl Fn(&str) -> bool) -> Vec<Page> {
    let names = short_properties(assets.0.iter().filter(|(path, _)| path.starts_with("styles/")).map(|(_, css)| css));
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in &assets.0 {
        let Some((folder, name)) = path.split_once('/') else { continue };
        let path = format!("assets/{}", if name.starts_with("site/") { "site.css" } else { name });
        if !wanted(&path) {
            continue;
        }
        let small = match folder {
            "styles" => small_style(text, &names),
            "scripts" => small_script(text),
            "pictures" => text.clone(),
            _ => continue,
        };
        texts.entry(path).or_default().push_str(&small);
    }
    texts.into_iter().map(|(path, text)| Page { path, bytes: text.into_bytes() }).collect()
}

/// A short name for each custom property. They are the styles' own: no page and no script has them.
fn short_properties<'c>(styles: impl Iterator<Item = &'c String>) -> BTreeMap<String, String> {
    let found: BTreeSet<String> = styles.flat_map(|css| properties(css)).collect();
    found.into_iter().zip(short_names()).map(|(name, short)| (name, format!("--{short}"))).collect()
}

fn properties(css: &str) -> Vec<String> {
    without_comments(css).split("--").skip(1).map(|rest| format!("--{}", property_name(rest))).collect()
}

fn property_name(rest: &str) -> &str {
    rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default()
}

/// `a` to `z`, then `aa` and so on.
pub(super) fn short_names() -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').map(String::from);
    letters().chain(letters().flat_map(move |first| letters().map(move |second| first.clone() + &second)))
}

/// The same style in fewer bytes. Texts in double quotes stay as they are.
fn small_style(css: &str, names: &BTreeMap<String, String>) -> String {
    let bare = without_comments(css);
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let joined = lines.join(" ");
    let parts = joined.split('"').enumerate().map(|(at, part)| match at % 2 {
        0 => tight(&renamed(part, names)),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("\"")
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    // What stands before the end of a comment is the comment.
    parts.filter_map(|part| part.split_once("*/")).fold(first, |css, (_, after)| css + after)
}

fn renamed(css: &str, names: &BTreeMap<String, String>) -> String {
    let mut parts = css.split("--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |css, rest| {
        let name = property_name(rest);
        let long = format!("--{name}");
        css + names.get(&long).unwrap_or(&long) + rest.get(name.len()..).unwrap_or_default()
    })
}

/// Spaces that never carry meaning. One before a colon or a bracket does: `a :hover`, `and (`.
fn tight(css: &str) -> String {
    [
        ("; ", ";"),
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("} ", "}"),
        (";}", "}"),
        (": ", ":"),
        (", ", ","),
        (" > ", ">"),
        (" < ", "<"),
        (" >= ", ">="),
        ("(> ", "(>"),
        (" + .", "+."),
        (" + li", "+li"),
    ]
    .into_iter()
    .fold(css.to_owned(), |css, (from, to)| css.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::{short_properties, small_style};

    #[test]
    fn what_a_style_says_stays() {
        let css = "/* why */\n@media (width < 40rem) {\n  a :hover, b > c { content: \": x--y\"; color: red; }\n}\n";
        let small = "@media (width<40rem){a :hover,b>c{content:\": x--y\";color:red}}";
        assert_eq!(small_style(css, &short_properties(std::iter::empty())), small);
    }

    #[test]
    fn a_custom_property_has_one_short_name_in_all_styles() {
        let styles = [
            ":root { --stated-text: red; --stated: blue; }".to_owned(),
            "/* --old */ p { color: var(--stated-text); margin: calc(1px - var(--stated)); }".to_owned(),
        ];
        let names = short_properties(styles.iter());
        assert_eq!(names.len(), 2, "what a comment says is no property");
        assert_eq!(small_style(&styles[0], &names), ":root{--b:red;--a:blue}");
        assert_eq!(small_style(&styles[1], &names), "p{color:var(--b);margin:calc(1px - var(--a))}");
    }
}
