use madoguchi_schema::fault::{Edit, Span};

use crate::rule::{Level, Rule};

/// A finding: which rule, where, with which words, and what would repair it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule.
    pub rule: &'static Rule,
    /// How grave the finding is: the rule's level, or the one that was set for it.
    pub level: Level,
    /// The case of the rule, where it has several messages.
    pub case: Option<&'static str>,
    /// The file's path below `datasets/`.
    pub path: String,
    /// Where in the file; `None` for the file as a whole.
    pub span: Option<Span>,
    /// Other places that it contradicts.
    pub related: Vec<Place>,
    /// What stands in its message.
    pub arguments: Vec<(&'static str, Argument)>,
    /// What would repair it.
    pub edit: Option<Edit>,
}

/// Another place of a file, with the name of the message that says what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file's path below `datasets/`.
    pub path: String,
    /// Where in the file.
    pub span: Span,
    /// The message.
    pub message: &'static str,
}

/// A word in a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    /// As it is written in the file.
    Text(String),
    /// A number.
    Number(usize),
    /// Several words as they are written in files.
    Words(Vec<String>),
    /// A word of the message files.
    Term(String),
    /// Several words of the message files.
    Terms(Vec<String>),
}

impl Diagnostic {
    /// A finding at a place of a file.
    #[must_use]
    pub fn new(rule: &'static Rule, path: &str, span: Option<Span>) -> Self {
        Self {
            rule,
            level: rule.level,
            case: None,
            path: path.to_owned(),
            span,
            related: Vec::new(),
            arguments: Vec::new(),
            edit: None,
        }
    }

    /// With a word of its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: Argument) -> Self {
        self.arguments.push((name, argument));
        self
    }

    /// With a text as it is written in the file.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Argument::Text(text.into()))
    }

    /// In one of the cases of its rule.
    #[must_use]
    pub fn case(mut self, case: &'static str) -> Self {
        self.case = Some(case);
        self
    }
}
