//! What a rule is about, in words: for a terminal.

use crate::message::{MessageError, Messages, escaped};
use crate::rule::{Example, Rule, rules};

/// Every rule, one a line: code, level, name, what it says.
///
/// # Errors
///
/// Where a message file is broken.
pub fn list(messages: &Messages) -> Result<String, MessageError> {
    let width = rules().map(|rule| rule.name.len()).max().unwrap_or_default();
    let line = |rule: &Rule| {
        let message = messages.of_rule(rule)?.message;
        Ok(format!("{}  {:7}  {:width$}  {}\n", rule.code, rule.level.name(), rule.name, first_sentence(&message)))
    };
    rules().map(line).collect()
}

/// One rule: what it says, why it is there, an example that breaks it and the same put right.
///
/// # Errors
///
/// Where a message file is broken.
pub fn explain(rule: &Rule, messages: &Messages) -> Result<String, MessageError> {
    let words = messages.of_rule(rule)?;
    let level = messages.plain(&format!("level-{}", rule.level))?;
    let mut page = format!("{level}[{} {}]: {}\n", rule.code, rule.name, words.message);
    if let Some(help) = &words.help {
        page.push_str(&format!("{}: {help}\n", messages.plain("level-help")?));
    }
    let about = messages.text(rule).about;
    if !about.is_empty() {
        page.push_str(&format!("\n{about}\n"));
    }
    if rule.is_fixed() {
        page.push_str(&format!("\n{}\n", messages.plain("explain-fixed")?));
    }
    for (title, example) in [("explain-wrong", &rule.wrong), ("explain-right", &rule.right)] {
        if let Some(example) = shown(example, messages)? {
            page.push_str(&format!("\n{}\n\n{example}", messages.plain(title)?));
        }
    }
    Ok(page)
}

/// Where the site shows a rule, if the package names the address of the site.
#[must_use]
pub fn address(rule: &Rule) -> Option<String> {
    let site = env!("CARGO_PKG_HOMEPAGE").trim_end_matches('/');
    (!site.is_empty()).then(|| format!("{site}/lint/{}.html", rule.code))
}

/// An example as it is shown to a reader, indented by four; nothing where it has not been written.
///
/// # Errors
///
/// Where a message file is broken.
pub fn shown(example: &Example, messages: &Messages) -> Result<Option<String>, MessageError> {
    let line = |id: &str| messages.plain(id).map(|text| format!("    {text}\n"));
    Ok(Some(match example {
        Example::Blocks("") | Example::Files([]) => return Ok(None),
        Example::Blocks(text) | Example::File(text) => indented(text),
        Example::Files(files) => {
            let mut shown = String::new();
            for (i, (path, text)) in files.iter().enumerate() {
                let text = if text.is_empty() { line("explain-absent")? } else { indented(text) };
                let gap = if i == 0 { "" } else { "\n" };
                shown.push_str(&format!("{gap}    # {}\n{text}", crate::report::shown(path)));
            }
            shown
        }
        Example::Bytes(_) => line("explain-bytes")?,
        Example::Link => line("explain-link")?,
    }))
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {}\n", escaped(line)) };
    text.lines().map(line).collect()
}

pub(crate) fn first_sentence(text: &str) -> &str {
    let ends = [text.find('。').map(|at| at + '。'.len_utf8()), text.find(". ").map(|at| at + 1)];
    ends.into_iter().flatten().min().map_or(text, |end| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Lang;
    use crate::rule::rule;

    #[test]
    fn every_rule_stands_in_the_list_with_one_sentence() {
        for lang in [Lang::Ja, Lang::En] {
            let list = list(&Messages::new(lang).unwrap()).unwrap();
            assert_eq!(list.lines().count(), rules().count());
            for (line, rule) in list.lines().zip(rules()) {
                assert!(
                    line.starts_with(&format!("{}  {}", rule.code, rule.level)) && line.contains(rule.name),
                    "{line}"
                );
            }
        }
        assert_eq!(first_sentence("ちがいます。直してください。"), "ちがいます。");
        assert_eq!(first_sentence("`a.b` is wrong. Correct it."), "`a.b` is wrong.");
        assert_eq!(first_sentence("`a.b` is wrong"), "`a.b` is wrong");
    }

    #[test]
    fn a_rule_is_explained_with_both_examples_and_nothing_that_a_terminal_obeys() {
        for lang in [Lang::Ja, Lang::En] {
            let messages = Messages::new(lang).unwrap();
            let page = explain(rule("A001").unwrap(), &messages).unwrap();
            assert!(page.contains("[A001 unused-allowance]: "), "{page}");
            assert_eq!(page.matches("    allow:\n").count(), 2, "{page}");
            for rule in rules() {
                let page = explain(rule, &messages).unwrap();
                assert_eq!(page.replace('\n', ""), escaped(&page.replace('\n', "")), "{rule:?}");
            }
        }
    }
}
