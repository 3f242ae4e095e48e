//! Styles lose their comments and spaces: every page loads them.

/// The same style in fewer bytes. Texts in double quotes stay as they are.
pub(crate) fn small(css: &str) -> String {
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
    [("; ", ";"), (" {", "{"), ("{ ", "{"), (" }", "}"), ("} ", "}"), (";}", "}"), (": ", ":"), (", ", ",")]
        .into_iter()
        .fold(css.to_owned(), |css, (from, to)| css.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn what_a_style_says_stays() {
        let css = "/* why */\n@media (max-width: 40rem) {\n  a :hover, b > c { content: \": x\"; color: red; }\n}\n";
        assert_eq!(small(css), "@media (max-width:40rem){a :hover,b > c{content:\": x\";color:red}}");
    }
}
