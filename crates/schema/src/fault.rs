//! What reading, shaping and resolving can find wrong, as values: a kind, a place, related places,
//! a repair. The words for them belong to the validator.

use crate::national_list::{ListFault, ListFaultKind};
use crate::scalar::ScalarFaultKind;

/// A range of bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// A range of bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether the other range lies within this one.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The range's text.
    #[must_use]
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

/// A replacement of some bytes that repairs a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
    /// Whether the edit can be made without a look: it keeps the meaning, or there is one meaning only.
    pub safe: bool,
}

/// Something wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where.
    pub span: Span,
    /// The other place that it contradicts, in the same file.
    pub related: Option<Span>,
    /// What would repair it.
    pub edit: Option<Edit>,
}

impl Fault {
    /// A fault at a place.
    #[must_use]
    pub fn new(kind: FaultKind, span: Span) -> Self {
        Self { kind, span, related: None, edit: None }
    }

    /// The same fault with the other place that it contradicts.
    #[must_use]
    pub fn related(mut self, span: Span) -> Self {
        self.related = Some(span);
        self
    }

    /// The same fault with its repair.
    #[must_use]
    pub fn edit(mut self, edit: Option<Edit>) -> Self {
        self.edit = edit;
        self
    }
}

impl From<ListFault> for Fault {
    fn from(fault: ListFault) -> Self {
        let kind = FaultKind::NationalList { line: fault.line, kind: fault.kind };
        Self { related: fault.related, ..Self::new(kind, fault.span) }
    }
}

/// What a file's syntax can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SyntaxFault {
    /// A tab where only spaces indent.
    Tab,
    /// An indentation that fits no level.
    Indentation,
    /// A bracket or brace that is not closed, or not opened.
    Unclosed,
    /// A quotation mark that is not closed, or stands in the middle of a text.
    Quote,
    /// A text that begins with a sign that YAML keeps for itself.
    Sign,
    /// A key without `: ` after it, or a text that reads as one.
    Colon,
    /// A full-width colon behind a key.
    WideColon,
    /// A full-width space behind the colon of a key.
    WideSpace,
    /// A no-break space behind the colon of a key.
    NoBreakSpace,
    /// An entry of a list without a space behind its dash.
    Dash,
    /// The line around a block of code of Markdown.
    Fence,
    /// What a merge leaves where two versions differ.
    Conflict,
    /// A `%` directive.
    Directive,
    /// Anything else.
    Other,
}

/// What an id of a file refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    /// A source of the same file.
    Source,
    /// A counter of the same file.
    Counter,
    /// A class of identity documents of the same file.
    Class,
    /// A document of the vocabulary.
    Document,
    /// A procedure of the vocabulary, or of the same file.
    Procedure,
    /// An applicant of the vocabulary.
    Applicant,
    /// A condition of the vocabulary.
    Condition,
    /// A use of the vocabulary.
    Use,
    /// A rule or change of the national layer.
    Rule,
}

impl Reference {
    /// The name of what is referred to, as in message files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Counter => "counter",
            Self::Class => "class",
            Self::Document => "document",
            Self::Procedure => "procedure",
            Self::Applicant => "applicant",
            Self::Condition => "condition",
            Self::Use => "use",
            Self::Rule => "rule",
        }
    }
}

/// A bound of a number, or of the entries of a list or map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// The number is at least this.
    Least(String),
    /// The number is at most this.
    Most(String),
    /// There are at least this many entries.
    Fewest(u64),
    /// Anything else.
    Other,
}

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// More bytes than a file may have.
    TooLarge {
        /// The file's bytes.
        bytes: usize,
        /// What is allowed.
        most: usize,
    },
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A byte-order mark.
    ByteOrderMark,
    /// A character that no file may have.
    ForbiddenCharacter {
        /// The character.
        character: char,
    },
    /// Lines that end with CR alone.
    LineEnds,
    /// A full-width space where only ASCII spaces indent.
    WideIndentation,
    /// No YAML.
    Syntax(SyntaxFault),
    /// A file without content.
    Nothing,
    /// A second document in the file.
    SecondDocument,
    /// `&name`.
    Anchor,
    /// `*name`.
    Alias,
    /// `!tag`.
    Tag,
    /// `<<`.
    MergeKey,
    /// A key that is a list or a map.
    KeyNotText,
    /// The same key twice in a map.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// Lists and maps nested deeper than a rule can be.
    TooDeep {
        /// What is allowed.
        most: usize,
    },
    /// More keys and values than a rule can have.
    TooManyNodes {
        /// What is allowed.
        most: usize,
    },
    /// A number that no computer number holds.
    Number,
    /// A key that is not known here.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that is nearest to it.
        nearest: Option<String>,
        /// The keys that are known.
        known: Vec<String>,
        /// The only key that is missing beside this one.
        missing: Option<String>,
    },
    /// A known key and its value in one word: no space stands behind the colon.
    NoSpaceAfterColon {
        /// The key with its value.
        written: String,
        /// The key.
        key: String,
    },
    /// A key that must be there.
    MissingKey {
        /// The key.
        key: String,
    },
    /// None, or more than one, of keys of which exactly one must be there.
    ExactlyOne {
        /// The keys.
        keys: Vec<String>,
    },
    /// A value of another type.
    WrongType {
        /// JSON types that are right here.
        expected: Vec<String>,
        /// The JSON type that was found.
        found: String,
        /// A number or truth value as it is written, where the text reads as one.
        instead: Option<String>,
    },
    /// A key without a value.
    NoValue,
    /// A value that is not one of the known ones.
    UnknownValue {
        /// The value.
        value: String,
        /// The known value that is nearest to it.
        nearest: Option<String>,
        /// The values that are known.
        known: Vec<String>,
    },
    /// A number out of its range, or a list with too few or too many entries.
    OutOfRange {
        /// The bound that it breaks.
        bound: Bound,
    },
    /// A text that breaks the rules of its place.
    Scalar {
        /// Which rule.
        kind: ScalarFaultKind,
        /// The text.
        text: String,
        /// A text that would be right.
        instead: Option<String>,
    },
    /// A name of ordinary language where an id belongs.
    NameForId {
        /// The name.
        name: String,
        /// Whose id, where a vocabulary defines it.
        of: Option<Reference>,
        /// The id that is called so.
        meant: Option<String>,
    },
    /// Anything else that the types refuse.
    Untyped {
        /// What they say.
        detail: String,
    },
    /// An id that is not defined.
    UnknownReference {
        /// What it refers to.
        to: Reference,
        /// The id.
        id: String,
        /// The defined id that is nearest to it.
        nearest: Option<String>,
    },
    /// An id that is defined and not used, while a similar one is used and not defined.
    MisspelledDefinition {
        /// What it defines.
        of: Reference,
        /// The id as it is defined.
        id: String,
        /// The id as it is used.
        used: String,
    },
    /// No source is named, and the file has several.
    SourceNotNamed,
    /// The file's name or folder is not that of its code and name.
    FileName {
        /// The path that would be right, below `datasets/`.
        expected: String,
    },
    /// A second file for the same municipality.
    SameMunicipality {
        /// The other file.
        other: String,
    },
    /// A symbolic link.
    Link,
    /// A file where no document of the dataset has its place.
    UnknownFile,
    /// A document of the dataset that is not there.
    MissingFile {
        /// Its path below `datasets/`.
        path: String,
    },
    /// A line of the national list of municipalities that cannot be right.
    NationalList {
        /// The line's number, from 1.
        line: usize,
        /// What is wrong with it.
        kind: ListFaultKind,
    },
    /// Both `steps` and `flows`.
    StepsAndFlows,
    /// A procedure that is the same as itself, or as one that is the same as another.
    SameAsLoop,
    /// A superseded rule without the day on which it ended, and not of an earlier version of the page.
    EarlierWithoutEnd,
}
