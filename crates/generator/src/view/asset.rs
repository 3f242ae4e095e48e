//! Styles and scripts: every page loads them, so they lose what only their writers need.

use std::collections::BTreeMap;

use crate::{Assets, Page};

/// The files of `assets/`: one style of all the parts in `styles/site/`, and one each of what else
/// is in `styles/` and in `scripts/`, for the pages that ask for it.
pub(crate) fn files(assets: &Assets) -> Vec<Page> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for (path, text) in &assets.0 {
        let Some((folder, name)) = path.split_once('/') else { continue };
        let small = match folder {
            "styles" => small_style(text),
            "scripts" => small_script(text),
            _ => continue,
        };
        let name = if name.starts_with("site/") { "site.css" } else { name };
        texts.entry(format!("assets/{name}")).or_default().push_str(&small);
    }
    texts.into_iter().map(|(path, text)| Page { path, bytes: text.into_bytes() }).collect()
}

/// The same style in fewer bytes. Texts in double quotes stay as they are.
fn small_style(css: &str) -> String {
    let bare = without_comments(css);
    let lines: Vec<&str> = bare.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let joined = lines.join(" ");
    let parts = joined.split('"').enumerate().map(|(at, part)| match at % 2 {
        0 => tight(part),
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
    ]
    .into_iter()
    .fold(css.to_owned(), |css, (from, to)| css.replace(from, to))
}

/// A script without lines of comment, indentation, and spaces that carry no meaning. Comments after
/// code and texts over several lines have no place in the scripts.
fn small_script(js: &str) -> String {
    let lines = js.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [tight_line(line), "\n".to_owned()]).collect()
}

/// A line of a script without the spaces beside its signs. Texts and patterns stay as they are.
fn tight_line(line: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let last = out.chars().next_back();
        match c {
            ' ' => {
                let next = chars.peek().copied();
                let both = |is: fn(char) -> bool| last.is_some_and(is) && next.is_some_and(is);
                // Two signs in a row could become another one: `a + +b`.
                if both(|c| c.is_alphanumeric() || "_$".contains(c)) || both(|c| "+-/".contains(c)) {
                    out.push(c);
                }
            }
            '"' | '`' => literal(&mut out, &mut chars, c),
            // What follows a value divides it; anything else begins a pattern.
            '/' if last.is_none_or(|last| !is_word(last) && !")]}".contains(last)) => literal(&mut out, &mut chars, c),
            _ => out.push(c),
        }
    }
    out
}

/// A text or a pattern up to its end. In a class of a pattern its end is a sign as any other.
fn literal(out: &mut String, chars: &mut impl Iterator<Item = char>, end: char) {
    out.push(end);
    let mut in_class = false;
    while let Some(c) = chars.next() {
        out.push(c);
        match c {
            '\\' => out.extend(chars.next()),
            '[' if end == '/' => in_class = true,
            ']' if end == '/' => in_class = false,
            c if c == end && !in_class => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{small_script, small_style};

    #[test]
    fn what_a_style_says_stays() {
        let css = "/* why */\n@media (max-width: 40rem) {\n  a :hover, b > c { content: \": x\"; color: red; }\n}\n";
        assert_eq!(small_style(css), "@media (max-width:40rem){a :hover,b>c{content:\": x\";color:red}}");
    }

    #[test]
    fn what_a_script_does_stays() {
        assert_eq!(small_script("// why\nif (a) {\n  b(\"//\");\n}\n"), "if(a){\nb(\"//\");\n}\n");
        let js = "const f = a => a + +b - -c;\n  return x / y / z, d.replace(/ [/ ] /g, \"a , b\") + `a ${b} c`;\n";
        let small = "const f=a=>a+ +b- -c;\nreturn x/y/z,d.replace(/ [/ ] /g,\"a , b\")+`a ${b} c`;\n";
        assert_eq!(small_script(js), small);
    }
}
