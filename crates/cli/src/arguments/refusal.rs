use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::failure::visible;
use crate::words::Words;

/// Why a call cannot be understood, and what could have been meant.
pub(super) fn describe(error: &clap::Error, words: &Words) -> String {
    let of = |kind| context(error, kind);
    let argument = of(ContextKind::InvalidArg).unwrap_or_default();
    let value = of(ContextKind::InvalidValue).unwrap_or_default();
    let command = of(ContextKind::InvalidSubcommand).unwrap_or_default();
    let given: [(&str, &str); 3] = [("argument", &argument), ("value", &value), ("command", &command)];
    let what = match error.kind() {
        ErrorKind::UnknownArgument => words.say("call-unknown-argument", &given),
        ErrorKind::InvalidSubcommand => words.say("call-unknown-command", &given),
        ErrorKind::InvalidValue if value.is_empty() => words.say("call-no-value", &given),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => words.say("call-wrong-value", &given),
        ErrorKind::MissingRequiredArgument => words.say("call-needs", &given),
        ErrorKind::ArgumentConflict => words.say("call-twice", &given),
        _ => words.say("call-not-understood", &[]),
    };
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let listed = |kinds: &[ContextKind]| kinds.iter().copied().find_map(of).filter(|found| !found.is_empty());
    let help = match (listed(&meant), listed(&valid), std::error::Error::source(error)) {
        (Some(meant), ..) => words.say("call-meant", &[("possible", &meant)]),
        (None, Some(valid), _) => words.say("call-possible", &[("possible", &valid)]),
        (None, None, Some(form)) => form.to_string(),
        (None, None, None) => words.say("call-help", &[]),
    };
    format!("{what}\n{help}")
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(visible(text)),
        ContextValue::Strings(texts) => Some(visible(&texts.join(", "))),
        _ => None,
    }
}
