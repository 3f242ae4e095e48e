/// A rule of the validator as plain data: the generator shows rules and does not know what finds
/// them.
#[derive(Debug, Clone)]
pub struct RuleText {
    /// Its code: `K001`.
    pub code: String,
    /// Its name: `unknown-key`.
    pub name: String,
    /// How grave breaking it is, where nothing else is set.
    pub level: RuleLevel,
    /// Whether its level cannot be set.
    pub fixed: bool,
    /// Whether a finding can be accepted in the data, with a reason.
    pub allowable: bool,
    /// Its words in Japanese.
    pub ja: RuleWords,
    /// Its words in English.
    pub en: RuleWords,
}

/// How grave the breaking of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleLevel {
    /// Worth knowing.
    Note,
    /// Probably wrong.
    Warning,
    /// Wrong: nothing is built.
    Error,
}

/// The words of a rule in one language.
#[derive(Debug, Clone)]
pub struct RuleWords {
    /// What is wrong, with `…` for what differs.
    pub says: String,
    /// What to do.
    pub help: Option<String>,
    /// Why the rule is there: paragraphs with an empty line between them.
    pub about: String,
    /// An example that breaks it.
    pub wrong: Option<String>,
    /// The same put right.
    pub right: Option<String>,
}
