use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::{Assets, Lang, SiteError};

/// The messages of one language. A missing message and a missing argument are errors: nothing
/// falls back in silence.
pub(crate) struct Messages {
    folder: String,
    bundle: FluentBundle<FluentResource>,
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
        if files.is_empty() {
            return Err(SiteError::MissingAsset(folder));
        }
        for (file, text) in files {
            let fault = |fault: String| SiteError::MessageFile { file: file.clone(), fault };
            let resource = FluentResource::try_new(text.replace("\r\n", "\n"))
                .map_err(|(_, errors)| fault(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
            bundle.add_resource(resource).map_err(|errors| fault(describe(&errors)))?;
        }
        Ok(Self { folder, bundle })
    }

    /// A message, with its arguments.
    pub(crate) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, SiteError> {
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
