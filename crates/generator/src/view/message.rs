use std::collections::{BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::{Assets, Lang, SiteError};

/// The messages of one language. A missing message and a missing argument are errors: nothing
/// falls back in silence.
pub(crate) struct Messages {
    folder: String,
    bundle: FluentBundle<FluentResource>,
    /// Those that need no argument, which are most of what a page says.
    fixed: HashMap<String, String>,
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
        let mut ids: Vec<String> = Vec::new();
        if files.is_empty() {
            return Err(SiteError::MissingAsset(folder));
        }
        for (file, text) in files {
            let fault = |fault: String| SiteError::MessageFile { file: file.clone(), fault };
            let resource = FluentResource::try_new(text.replace("\r\n", "\n"))
                .map_err(|(_, errors)| fault(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
            ids.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource(resource).map_err(|errors| fault(describe(&errors)))?;
        }
        let mut messages = Self { folder, bundle, fixed: HashMap::new() };
        let ids = ids.into_iter();
        messages.fixed = ids.filter_map(|id| messages.formatted(&id, &[]).ok().map(|text| (id, text))).collect();
        Ok(messages)
    }

    /// A message, with its arguments.
    pub(crate) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, SiteError> {
        match self.fixed.get(id) {
            Some(text) => Ok(text.clone()),
            None => self.formatted(id, args),
        }
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

fn describe(errors: &[FluentError]) -> String {
    let faults: BTreeSet<String> = errors.iter().map(ToString::to_string).collect();
    faults.into_iter().collect::<Vec<_>>().join("; ")
}
