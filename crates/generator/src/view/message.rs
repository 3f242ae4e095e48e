use std::collections::{BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, PatternElement};
use unic_langid::LanguageIdentifier;

use crate::{Assets, Lang, SiteError};

/// The messages of one language. A missing message and a missing argument are errors: nothing
/// falls back in silence.
pub(crate) struct Messages {
    folder: String,
    bundle: FluentBundle<FluentResource>,
    /// Those that are a text with arguments in it, which are most of what a page says.
    texts: HashMap<String, Vec<Piece>>,
}

/// A piece of a message that nothing in it chooses.
pub(crate) enum Piece {
    Text(String),
    /// An argument by its name.
    Argument(String),
}

impl Messages {
    /// Reads the language's message files.
    pub(crate) fn read(assets: &Assets, lang: Lang) -> Result<Self, SiteError> {
        let folder = format!("messages/{}/", lang.name());
        let tag: LanguageIdentifier = lang.tag().parse().map_err(|_| SiteError::MessageFile {
            file: folder.clone(),
            fault: format!("no language `{}`", lang.tag()),
        })?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks around arguments would end up in attributes and in copied text.
        bundle.set_use_isolating(false);
        let files: Vec<_> = assets.0.iter().filter(|(path, _)| path.starts_with(&folder)).collect();
        let mut texts = HashMap::new();
        if files.is_empty() {
            return Err(SiteError::MissingAsset(folder));
        }
        for (file, text) in files {
            let fault = |fault: String| SiteError::MessageFile { file: file.clone(), fault };
            let resource = FluentResource::try_new(text.replace("\r\n", "\n"))
                .map_err(|(_, errors)| fault(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
            texts.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some((message.id.name.to_owned(), pieces(message)?)),
                _ => None,
            }));
            bundle.add_resource(resource).map_err(|errors| fault(describe(&errors)))?;
        }
        Ok(Self { folder, bundle, texts })
    }

    /// A message, with its arguments.
    pub(crate) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, SiteError> {
        let pieces = self.pieces(id);
        pieces.and_then(|pieces| together(pieces, args)).map_or_else(|| self.formatted(id, args), Ok)
    }

    /// What a message is made of, where nothing in it chooses.
    pub(crate) fn pieces(&self, id: &str) -> Option<&[Piece]> {
        self.texts.get(id).map(Vec::as_slice)
    }

    fn formatted(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, SiteError> {
        let missing = || SiteError::MissingMessage { id: id.to_owned(), file: self.folder.clone() };
        let pattern = self.bundle.get_message(id).and_then(|message| message.value()).ok_or_else(missing)?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if errors.is_empty() {
            Ok(text)
        } else {
            Err(SiteError::Message { id: id.to_owned(), file: self.folder.clone(), fault: describe(&errors) })
        }
    }
}

/// None where the message has more than text and arguments.
fn pieces(message: &Message<&str>) -> Option<Vec<Piece>> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(Piece::Argument(id.name.to_owned()))
        }
        PatternElement::Placeable { .. } => None,
    };
    message.value.as_ref()?.elements.iter().map(piece).collect()
}

/// The text of a message. None where an argument is missing, or more than a text or a number.
fn together(pieces: &[Piece], args: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Argument(name) => match args.iter().find(|(known, _)| known == name)? {
                (_, FluentValue::String(text)) => out.push_str(text),
                (_, FluentValue::Number(number)) => out.push_str(&number.as_string()),
                _ => return None,
            },
        }
    }
    Some(out)
}

fn describe(errors: &[FluentError]) -> String {
    let faults: BTreeSet<String> = errors.iter().map(ToString::to_string).collect();
    faults.into_iter().collect::<Vec<_>>().join("; ")
}
