//! What a slip of syntax was. The parser stops where reading no longer goes on; the line that it stops
//! at, and the one before, say what was meant.

use super::scan::Stop;
use crate::fault::{Edit, Fault, FaultKind, Span, SyntaxFault};

/// What was read before the parser stopped.
pub(super) struct Before {
    /// Where the last key, value, list or map that was read begins or ends.
    pub(super) end: usize,
    /// Where the last key or scalar begins.
    pub(super) text: usize,
    /// The bracket or brace that is open.
    pub(super) bracket: Option<Span>,
}

/// Space that only looks like the one that YAML knows.
const OTHER_SPACE: [char; 2] = ['\u{3000}', '\u{a0}'];
/// The beginnings of the lines that a merge with conflicts leaves.
const CONFLICT: [&str; 3] = ["<<<<<<< ", "=======", ">>>>>>> "];
const FENCE: &str = "```";

/// The faults at which the parser stopped: one, or the same one in several lines.
pub(super) fn slips(text: &str, stop: &Stop, before: &Before) -> Vec<Fault> {
    let at = (0..=stop.at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let place = character_at(text, at);
    let FaultKind::Syntax(found) = stop.kind else {
        return vec![Fault::new(stop.kind.clone(), place)];
    };
    let line = line_at(text, place.start);
    let here = part(text, line);
    let first_conflict = lines_from(text, 0).find(|line| part(text, *line).starts_with(CONFLICT[0]));
    let is_conflict = CONFLICT.iter().any(|sign| here.starts_with(sign));
    if let Some(line) = first_conflict.or(is_conflict.then_some(line)) {
        return vec![fault(SyntaxFault::Conflict, line)];
    }
    if here.trim_start().starts_with(FENCE) {
        let fences = lines_from(text, line.start).filter(|line| part(text, *line).trim_start().starts_with(FENCE));
        return fences.map(|line| fence(text, line)).collect();
    }
    if matches!(found, SyntaxFault::Tab | SyntaxFault::Indentation)
        && let Some(tab) = tab(text, at)
    {
        return vec![tab];
    }
    if found == SyntaxFault::Colon {
        let slip = |line: Span| other_sign(text, line).or_else(|| dash(text, line));
        // What has no colon or no dash of its own is one text for the parser, with the lines behind it.
        let unread = line_at(text, before.text.min(line.start)).start;
        let first = lines_from(text, unread).take_while(|other| other.start <= line.start).find(|l| slip(*l).is_some());
        let slips: Vec<Fault> = lines_from(text, first.unwrap_or(line).start).map_while(slip).collect();
        if !slips.is_empty() {
            return slips;
        }
        if let Some(deep) = too_deep(text, line, place) {
            return vec![deep];
        }
    }
    if matches!(found, SyntaxFault::Quote | SyntaxFault::Unclosed) {
        // The parser reads ahead of what it gives: a bracket that it has not told of is the last one.
        let bracket = before.bracket.map(|bracket| (found, bracket));
        let opened = opened(text, before.end, place.start).or(bracket);
        if let Some((found, sign)) = opened.filter(|(_, sign)| sign.end <= place.start) {
            return vec![fault(found, place).related(sign)];
        }
    }
    vec![fault(found, place)]
}

fn fault(found: SyntaxFault, span: Span) -> Fault {
    Fault::new(FaultKind::Syntax(found), span)
}

/// The character at a byte, or the last one of the text where it has ended.
fn character_at(text: &str, at: usize) -> Span {
    match text[at..].chars().next().filter(|c| *c != '\n' && *c != '\r') {
        Some(c) => Span::new(at, at + c.len_utf8()),
        None => {
            let before = text[..at].trim_end();
            let length = before.chars().next_back().map_or(0, char::len_utf8);
            Span::new(before.len() - length, before.len())
        }
    }
}

fn part(text: &str, span: Span) -> &str {
    span.slice(text).unwrap_or_default()
}

/// The line of a byte, without its end.
fn line_at(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    Span::new(start, start + line.len())
}

/// The lines from the one that begins at a byte on, without their ends.
fn lines_from(text: &str, start: usize) -> impl Iterator<Item = Span> {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        Span::new(start, start + line.trim_end_matches(['\n', '\r']).len())
    })
}

/// The last line before another in which something stands that is no comment.
fn line_before(text: &str, line: Span) -> Option<Span> {
    let mut start = line.start;
    while start > 0 {
        let before = line_at(text, start - 1);
        let content = part(text, before).trim();
        if !content.is_empty() && !content.starts_with('#') {
            return Some(before);
        }
        start = before.start;
    }
    None
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How far in a line its first key or value stands: behind the indentation and the dashes.
fn column(line: &str) -> usize {
    let mut rest = line.trim_start_matches(' ');
    while let Some(entry) = rest.strip_prefix("- ") {
        rest = entry.trim_start_matches(' ');
    }
    line.len() - rest.len()
}

/// The length of the key that a text may begin with.
fn key_length(text: &str) -> Option<usize> {
    let is_key = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.find(|c| !is_key(c)).filter(|length| *length > 0 && text.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// The line of a block of code of Markdown, which was copied along.
fn fence(text: &str, line: Span) -> Fault {
    let end = text[line.end..].find('\n').map_or(text.len(), |end| line.end + end + 1);
    let edit = Edit { span: Span::new(line.start, end), text: String::new(), safe: false };
    fault(SyntaxFault::Fence, line).edit(Some(edit))
}

/// A sign that looks like the colon or the space behind a key.
fn other_sign(text: &str, line: Span) -> Option<Fault> {
    let content = line.start + column(part(text, line));
    let at = content + key_length(part(text, Span::new(content, line.end)))?;
    let rest = part(text, Span::new(at, line.end));
    let (found, from) = match (rest.strip_prefix('\u{ff1a}'), rest.strip_prefix(':')) {
        (Some(_), _) => (SyntaxFault::WideColon, at),
        (_, Some(value)) if value.starts_with('\u{3000}') => (SyntaxFault::WideSpace, at + 1),
        (_, Some(value)) if value.starts_with('\u{a0}') => (SyntaxFault::NoBreakSpace, at + 1),
        _ => return None,
    };
    let sign = rest[from - at..].chars().next()?;
    let value = rest.trim_start_matches([':', '\u{ff1a}', ' ', OTHER_SPACE[0], OTHER_SPACE[1]]);
    let edit = Edit {
        span: Span::new(at, line.end - value.len()),
        text: if value.is_empty() { ":" } else { ": " }.to_owned(),
        safe: false,
    };
    Some(fault(found, Span::new(from, from + sign.len_utf8())).edit(Some(edit)))
}

/// An entry of a list without the space behind its dash.
fn dash(text: &str, line: Span) -> Option<Fault> {
    let content = part(text, line).trim_start_matches(' ');
    content.strip_prefix('-').filter(|entry| !entry.is_empty() && !entry.starts_with([' ', '-', '\t']))?;
    let start = line.end - content.len();
    let span = Span::new(start, start + 1);
    Some(fault(SyntaxFault::Dash, span).edit(Some(Edit { span, text: "- ".to_owned(), safe: false })))
}

/// A key that stands deeper than the one before it, which has a value already.
fn too_deep(text: &str, line: Span, place: Span) -> Option<Fault> {
    let has_value = |content: &str| {
        let (_, rest) = content.split_at_checked(key_length(content)?)?;
        Some(rest.starts_with(": ") && !rest[1..].trim_start().starts_with('#'))
    };
    let depth = indentation(part(text, line));
    let key = Span::new(line.start + depth, place.start);
    let is_key = key_length(&text[key.start..]) == Some(key.end - key.start) && part(text, place) == ":";
    let before = part(text, line_before(text, line)?);
    let right = column(before);
    if !is_key || depth <= right || has_value(&before[right..]) != Some(true) {
        return None;
    }
    let is_part = |line: &Span| indentation(part(text, *line)) >= depth;
    let end = lines_from(text, line.start).take_while(is_part).last().map_or(line.end, |last| last.end);
    let span = Span::new(line.start, end);
    let moved: Vec<&str> = part(text, span).split('\n').map(|line| line.get(depth - right..).unwrap_or("")).collect();
    let edit = Edit { span, text: moved.join("\n"), safe: false };
    Some(fault(SyntaxFault::Indentation, key).edit(Some(edit)))
}

/// The tabs that indent the line at a byte, or the one after it: the parser may stop before its end.
fn tab(text: &str, at: usize) -> Option<Fault> {
    let is_space = |c: char| c == ' ' || c == '\t';
    let indented = |line: Span| line.end - part(text, line).trim_start_matches(is_space).len();
    let tabs = |line: Span| {
        let start = line.start + text[line.start..indented(line)].find('\t')?;
        let length = text[start..].len() - text[start..].trim_start_matches('\t').len();
        Some(Span::new(start, start + length))
    };
    let line = lines_from(text, line_at(text, at).start).take(2).find(|line| tabs(*line).is_some())?;
    let span = tabs(line)?;
    let is_tabbed = |line: &Span| tabs(*line).is_some();
    let lines = lines_from(text, line.start).take_while(is_tabbed);
    let last = lines.last().unwrap_or(line);
    let width = tab_width(text, line);
    let edit = Span::new(span.start, indented(last));
    // The lines that follow are indented with tabs as well.
    let spaces: Vec<String> = part(text, edit)
        .split('\n')
        .map(|line| {
            let rest = line.trim_start_matches(is_space);
            line[..line.len() - rest.len()].replace('\t', &" ".repeat(width)) + rest
        })
        .collect();
    let edit = Edit { span: edit, text: spaces.join("\n"), safe: false };
    Some(fault(SyntaxFault::Tab, span).edit(Some(edit)))
}

/// How many spaces a tab stands for, as far as the lines before tell: those with which the line is as
/// deep as the one before it, one level deeper below a key without a value, or as deep as any before.
fn tab_width(text: &str, line: Span) -> usize {
    const WIDTHS: [usize; 3] = [2, 4, 8];
    let content = part(text, line);
    let indented = &content[..content.len() - content.trim_start_matches([' ', '\t']).len()];
    let depth = |width: usize| indented.replace('\t', &" ".repeat(width)).len();
    let fits = |right: &dyn Fn(usize) -> bool| WIDTHS.into_iter().find(|width| right(depth(*width)));
    let Some(before) = line_before(text, line).map(|line| part(text, line)) else { return WIDTHS[0] };
    let below = column(before) + if before.trim_end().ends_with(':') { 2 } else { 0 };
    let others = || lines_from(text, 0).take_while(|other| other.start < line.start);
    fits(&|depth| depth == below)
        .or_else(|| fits(&|depth| others().any(|other| indentation(part(text, other)) == depth && depth > 0)))
        .unwrap_or(WIDTHS[0])
}

/// The quotation mark, bracket or brace between two bytes that is not closed before the second, and
/// which of the two it is.
fn opened(text: &str, from: usize, to: usize) -> Option<(SyntaxFault, Span)> {
    let mut characters = text.get(from..to)?.char_indices();
    let mut brackets: Vec<usize> = Vec::new();
    let mut before = ' ';
    while let Some((at, c)) = characters.next() {
        let begins = before.is_whitespace() || matches!(before, '[' | '{' | ',');
        match c {
            '#' if before.is_whitespace() => drop(characters.find(|(_, c)| *c == '\n')),
            '"' | '\'' if begins && !skip_quoted(&mut characters, c) => {
                return Some((SyntaxFault::Quote, Span::new(from + at, from + at + 1)));
            }
            '[' | '{' if begins => brackets.push(from + at),
            ']' | '}' => drop(brackets.pop()),
            _ => {}
        }
        before = c;
    }
    brackets.pop().map(|at| (SyntaxFault::Unclosed, Span::new(at, at + 1)))
}

/// Goes on behind the end of a quoted text; whether there is one.
fn skip_quoted(characters: &mut std::str::CharIndices<'_>, quote: char) -> bool {
    while let Some((_, c)) = characters.next() {
        let is_doubled = quote == '\'' && c == quote && characters.as_str().starts_with(quote);
        if is_doubled || (quote == '"' && c == '\\') {
            characters.next();
        } else if c == quote {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::SyntaxFault as S;
    use super::*;

    fn syntax(text: &str) -> Vec<Fault> {
        let (tree, faults) = crate::yaml::read(text.as_bytes());
        assert!(tree.is_none(), "{text}");
        faults
    }

    /// The fault of a text, what it points at, where that was opened, and the text after the repair.
    fn slip(text: &str) -> (S, &str, Option<usize>, Option<String>) {
        let faults = syntax(text);
        let [Fault { kind: FaultKind::Syntax(found), span, related, edit }] = &faults[..] else {
            panic!("{text}: {faults:?}");
        };
        let repaired = |edit: &Edit| format!("{}{}{}", &text[..edit.span.start], edit.text, &text[edit.span.end..]);
        (*found, part(text, *span), related.map(|span| span.start), edit.as_ref().map(repaired))
    }

    fn repaired(text: &str, found: S, place: &str, right: &str) {
        assert_eq!(slip(text), (found, place, None, Some(right.to_owned())), "{text}");
        assert!(crate::yaml::read(right.as_bytes()).0.is_some(), "{right}");
    }

    #[test]
    fn a_tab_is_shown_where_it_stands_and_becomes_spaces() {
        for (text, right) in [
            ("a:\n  b:\n    c: x\n\td: y\n", "a:\n  b:\n    c: x\n    d: y\n"),
            ("a:\n\tb:\n\t\tc: x\n", "a:\n  b:\n    c: x\n"),
            ("a:\n  - b: 1\n\tc: 2\n", "a:\n  - b: 1\n    c: 2\n"),
            ("a:\n  b: 1\n \tc: 2\n", "a:\n  b: 1\n   c: 2\n"),
        ] {
            let (found, place, _, edited) = slip(text);
            assert_eq!((found, place, edited.as_deref()), (S::Tab, "\t", Some(right)), "{text}");
            assert_eq!(syntax(text)[0].span.start, text.find('\t').unwrap(), "{text}");
        }
    }

    #[test]
    fn a_sign_that_looks_like_a_colon_or_a_space_is_named() {
        let right = "a:\n  b: 1\n  title: x\n  c: 1\n";
        let text = |sign: &str| right.replace("title: ", &format!("title{sign}"));
        for sign in ["\u{ff1a}", "\u{ff1a} ", "\u{ff1a}\u{3000}"] {
            repaired(&text(sign), S::WideColon, "\u{ff1a}", right);
        }
        repaired(&text(":\u{3000}"), S::WideSpace, "\u{3000}", right);
        repaired(&text(":\u{a0}"), S::NoBreakSpace, "\u{a0}", right);
        repaired("a:\n  b\u{ff1a}\n    c: 1\n", S::WideColon, "\u{ff1a}", "a:\n  b:\n    c: 1\n");
        assert_eq!(syntax("a\u{ff1a}1\nb\u{ff1a}1\nc: 1\n").len(), 2);
    }

    #[test]
    fn everyday_slips_are_repaired() {
        repaired("a:\n  - b\n  -c\n", S::Dash, "-", "a:\n  - b\n  - c\n");
        assert_eq!(syntax("a:\n  - b\n  -c\n  -d\n").len(), 2);
        repaired("a: 1\n```\n", S::Fence, "```", "a: 1\n");
        let text = "a:\n  -b\n  - c\n  - { d: 1 }\n";
        repaired(text, S::Dash, "-", &text.replace("-b", "- b"));
        assert_eq!(syntax("```yaml\na: 1\n```\n").len(), 2);
        repaired("a:\n  b: 1\n    c: 2\n    d: 3\n", S::Indentation, "c", "a:\n  b: 1\n  c: 2\n  d: 3\n");
        repaired("a:\n  - b: 1\n      c: 2\n", S::Indentation, "c", "a:\n  - b: 1\n    c: 2\n");
        let conflict = "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> c\n";
        assert_eq!(slip(conflict), (S::Conflict, "<<<<<<< HEAD", None, None));
    }

    #[test]
    fn what_is_not_closed_is_shown_where_it_was_opened() {
        for (text, found, place, opened) in [
            ("a:\n  b: \"x\n  c: \"1\"\n", S::Quote, "c", 8),
            ("a: { b: \"x }\nd: 1\n", S::Quote, "d", 8),
            ("# it's \"this\na: 'b\nc: 1\n", S::Quote, "c", 16),
            ("a: [1, 2\nb: 1\n", S::Unclosed, "b", 3),
            ("a:\n  - { b: 1, c: 2\n  - { b: 1 }\n", S::Unclosed, "-", 7),
            ("a: { b: { c: 1 }\nd: 1\n", S::Unclosed, "d", 3),
        ] {
            assert_eq!(slip(text), (found, place, Some(opened), None), "{text}");
        }
        assert_eq!(slip("a: [1]]\n").2, None);
    }
}
