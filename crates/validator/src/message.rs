//! The words of the validator, from its message files.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use madoguchi_schema::scalar::is_forbidden;
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Argument, Diagnostic};
use crate::rule::{Rule, Text, rules};

/// A language of the validator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Lang {
    /// The language's code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Ja => include_str!("../messages/ja.ftl"),
            Self::En => include_str!("../messages/en.ftl"),
        }
    }
}

/// The messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    lang: Lang,
}

/// A message file that is broken: a fault of the program, not of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageError(String);

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a message file of this program is broken: {}", self.0)
    }
}

impl std::error::Error for MessageError {}

/// What a diagnostic says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// The message of a rule as Fluent writes it.
fn fluent(rule: &Rule, lang: Lang) -> String {
    let text = match lang {
        Lang::Ja => &rule.ja,
        Lang::En => &rule.en,
    };
    let cases = text.cases.iter().map(|(case, words)| format!("    .{case} = {words}\n"));
    let cases: String = cases.collect();
    format!("{} = {}\n    .help = {}\n{cases}", rule.name, text.message, text.help)
}

impl Messages {
    /// The messages of a language.
    ///
    /// # Errors
    ///
    /// Where the message file is broken.
    pub fn new(lang: Lang) -> Result<Self, MessageError> {
        let broken = |detail: String| MessageError(format!("{}: {detail}", lang.code()));
        let file = format!("{}\n{}", lang.file(), rules().map(|rule| fluent(rule, lang)).collect::<String>());
        let resource = FluentResource::try_new(file).map_err(|(_, errors)| broken(format!("{errors:?}")))?;
        let id: LanguageIdentifier = lang.code().parse().map_err(|error| broken(format!("{error}")))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| broken(format!("{errors:?}")))?;
        Ok(Self { bundle, lang })
    }

    /// The language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without arguments.
    ///
    /// # Errors
    ///
    /// Where the message file does not have it.
    pub fn plain(&self, id: &str) -> Result<String, MessageError> {
        self.get(id, None, &FluentArgs::new())?.ok_or_else(|| MessageError(format!("{id} is missing")))
    }

    /// A message with a number as its `count`.
    ///
    /// # Errors
    ///
    /// Where the message file does not have it.
    pub fn counted(&self, id: &str, count: usize) -> Result<String, MessageError> {
        let mut args = FluentArgs::new();
        args.set("count", count);
        self.get(id, None, &args)?.ok_or_else(|| MessageError(format!("{id} is missing")))
    }

    /// What a diagnostic says.
    ///
    /// # Errors
    ///
    /// Where the message file lacks its message or an argument of it.
    pub fn words(&self, diagnostic: &Diagnostic) -> Result<Words, MessageError> {
        let mut args = FluentArgs::new();
        for (name, argument) in &diagnostic.arguments {
            match argument {
                Argument::Number(number) => args.set(*name, *number),
                Argument::Text(text) => args.set(*name, visible(text)),
                Argument::Words(words) => {
                    let words: Vec<String> = words.iter().map(|word| visible(word)).collect();
                    args.set(*name, words.join(", "));
                }
                Argument::Term(term) => args.set(*name, self.plain(term)?),
                Argument::Terms(terms) => {
                    let terms: Vec<String> = terms.iter().map(|term| self.plain(term)).collect::<Result<_, _>>()?;
                    args.set(*name, terms.join(" / "));
                }
            }
        }
        let name = diagnostic.rule.name;
        // A case can have a message of its own beside its help.
        let message = match diagnostic.case {
            Some(case) => self.get(name, Some(&format!("{case}-message")), &args)?,
            None => None,
        };
        let message = match message {
            Some(message) => Some(message),
            None => self.get(name, None, &args)?,
        };
        let message = message.ok_or_else(|| MessageError(format!("{name} is missing")))?;
        let help = match diagnostic.case {
            Some(case) => self.get(name, Some(case), &args)?,
            None => None,
        };
        let help = match help {
            Some(help) => Some(help),
            None => self.get(name, Some("help"), &args)?,
        };
        Ok(Words { message, help })
    }

    /// What a rule says wherever it is broken: its words, with `…` for what differs.
    ///
    /// # Errors
    ///
    /// Where the rule's words are no message.
    pub fn of_rule(&self, rule: &Rule) -> Result<Words, MessageError> {
        let text = self.text(rule);
        let mut args = FluentArgs::new();
        for part in text.message.split('$').skip(1).chain(text.help.split('$').skip(1)) {
            let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
            args.set(&part[..end.unwrap_or(part.len())], "…");
        }
        let message = self.get(rule.name, None, &args)?;
        let message = message.ok_or_else(|| MessageError(format!("{} is missing", rule.name)))?;
        Ok(Words { message, help: self.get(rule.name, Some("help"), &args)? })
    }

    /// The words of a rule in this language.
    #[must_use]
    pub fn text(&self, rule: &Rule) -> Text {
        match self.lang {
            Lang::Ja => rule.ja,
            Lang::En => rule.en,
        }
    }

    fn get(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Result<Option<String>, MessageError> {
        let Some(message) = self.bundle.get_message(id) else {
            return Ok(None);
        };
        let pattern = match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        };
        let Some(pattern) = pattern else {
            return Ok(None);
        };
        let mut errors: Vec<FluentError> = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        match errors.first() {
            None => Ok(Some(text)),
            Some(error) => Err(MessageError(format!("{id}: {error}"))),
        }
    }
}

/// A text from a file, shortened, with everything that a terminal would obey made visible.
pub(crate) fn visible(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => escaped(&text[..end]) + "…",
        None => escaped(text),
    }
}

/// A text with everything that a terminal would obey, and all that hides in a line, made visible.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match is_forbidden(c) {
            true => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every message and attribute of a file.
    fn keys(lang: Lang) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut message = String::new();
        for line in lang.file().lines().filter(|line| !line.starts_with('#')) {
            if let Some(attribute) = line.trim_start().strip_prefix('.').filter(|_| line.starts_with(' ')) {
                keys.insert(format!("{message}.{}", attribute.split(" =").next().unwrap()));
            } else if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                message = name.to_owned();
                keys.insert(message.clone());
            }
        }
        keys
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let (ja, en) = (keys(Lang::Ja), keys(Lang::En));
        assert_eq!(ja.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn every_rule_says_the_same_cases_in_both_languages() {
        for rule in rules() {
            let cases = |text: &crate::rule::Text| text.cases.iter().map(|(case, _)| *case).collect::<Vec<_>>();
            assert_eq!(cases(&rule.ja), cases(&rule.en), "{rule:?}");
            for text in [&rule.ja, &rule.en] {
                assert!(!text.message.is_empty() && !text.help.is_empty(), "{rule:?}");
            }
        }
    }

    #[test]
    fn every_rule_says_something_without_a_finding() {
        for lang in [Lang::Ja, Lang::En] {
            let messages = Messages::new(lang).unwrap();
            for rule in rules() {
                let words = messages.of_rule(rule).unwrap();
                assert!(!words.message.contains(['{', '$']) || words.message.contains('`'), "{rule:?} {words:?}");
            }
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_made_visible() {
        assert_eq!(visible("a\u{1b}[31mb\n"), "a\\u{1b}[31mb\\u{a}");
    }
}
