//! The one place that knows the parser: its events, limits and error kinds.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, StructureStyle};

use super::{MOST_DEPTH, Style};
use crate::fault::{FaultKind, Span, SyntaxFault};

/// An event of a YAML document, with its bytes.
pub(super) enum Token<'t> {
    DocumentStart,
    Text { text: Cow<'t, str>, style: Style },
    ListStart(Style),
    MapStart(Style),
    End,
    Anchor,
    Alias,
    Tag,
}

/// The place at which the parser could not go on, and why.
pub(super) struct Stop {
    pub(super) kind: FaultKind,
    pub(super) at: usize,
}

/// The tokens of a text, up to the first error of syntax.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Result<(Token<'_>, Span), Stop>> {
    let options = granit_parser::options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        disallow_directives: true,
        strict_indentation: true,
        flow_nesting_limit: MOST_DEPTH,
        block_nesting_limit: MOST_DEPTH,
    };
    Parser::new_from_str_with_options(text, options)
        .flat_map(move |next| match next {
            Ok((event, span)) => {
                let bytes = span.byte_range().map_or(Span::default(), |range| Span::new(range.start, range.end));
                let tag = span
                    .tag_span()
                    .and_then(|tag| tag.byte_range())
                    .map(|range| Ok((Token::Tag, Span::new(range.start, range.end))));
                let token = token(event).map(|token| Ok((token, bytes)));
                [tag, token]
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
                [Some(Err(Stop { kind: fault(error.kind()), at })), None]
            }
        })
        .flatten()
}

fn token(event: Event<'_>) -> Option<Token<'_>> {
    let structure = |style| match style {
        StructureStyle::Flow => Style::Flow,
        _ => Style::Block,
    };
    Some(match event {
        Event::DocumentStart(..) => Token::DocumentStart,
        Event::Scalar(text, style, ..) => Token::Text {
            text,
            style: match style {
                ScalarStyle::Plain => Style::Plain,
                ScalarStyle::SingleQuoted => Style::SingleQuoted,
                ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
                _ => Style::BlockText,
            },
        },
        Event::SequenceStart(style, ..) => Token::ListStart(structure(style)),
        Event::MappingStart(style, ..) => Token::MapStart(structure(style)),
        Event::SequenceEnd | Event::MappingEnd => Token::End,
        Event::Anchor(..) => Token::Anchor,
        Event::Alias(_) | Event::UnresolvedAlias(_) => Token::Alias,
        _ => return None,
    })
}

fn fault(kind: &ErrorKind) -> FaultKind {
    use ErrorKind as E;
    FaultKind::Syntax(match kind {
        E::RecursionLimitExceeded => return FaultKind::TooDeep { most: MOST_DEPTH },
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => SyntaxFault::Tab,
        E::ExpectedBlockSequenceEntry | E::ExpectedBlockMappingKey | E::InvalidBlockScalarIndent => {
            SyntaxFault::Indentation
        }
        // The parser says so only inside brackets: a line that belongs to no bracket any more.
        E::InvalidIndentation
        | E::InvalidFlowScalarIndent
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::UnclosedFlowCollection { .. } => SyntaxFault::Unclosed,
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::InvalidTrailingSingleQuotedScalar
        | E::InvalidTrailingDoubleQuotedScalar
        | E::UnknownQuotedScalarEscape => SyntaxFault::Quote,
        E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::MappingKeyNotAllowed
        | E::InvalidColonPlacement
        | E::MappingValueNotAllowed => SyntaxFault::Colon,
        // A text that begins with `!` is read as a tag.
        E::UnexpectedCharacter { .. }
        | E::ExpectedTagBang
        | E::MissingTagUri
        | E::InvalidTagTerminator
        | E::InvalidTagEscape
        | E::UndeclaredTagHandle => SyntaxFault::Sign,
        E::DirectiveDisallowed | E::MissingDocumentEndBeforeDirective => SyntaxFault::Directive,
        _ => SyntaxFault::Other,
    })
}
