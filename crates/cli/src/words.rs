//! The command's own words, in the language of `--lang` or of the environment.

use std::ffi::OsString;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use madoguchi_validator::Lang;
use unic_langid::LanguageIdentifier;

use crate::failure::Failure;

/// The messages of one language.
pub(crate) struct Words {
    bundle: FluentBundle<FluentResource>,
    /// The language.
    pub(crate) lang: Lang,
}

/// The language to speak: that of `--lang`, else that of the locale; Japanese where neither says.
pub(crate) fn language(arguments: impl Iterator<Item = OsString>, variable: impl Fn(&str) -> Option<String>) -> Lang {
    let arguments: Vec<String> = arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let given = arguments.iter().enumerate().find_map(|(i, argument)| match argument.strip_prefix("--lang") {
        Some("") => arguments.get(i + 1).cloned(),
        Some(rest) => rest.strip_prefix('=').map(str::to_owned),
        None => None,
    });
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(&variable).find(|value| !value.is_empty());
    match given.or_else(locale).as_deref() {
        None | Some("C" | "POSIX" | "C.UTF-8" | "C.utf8") => Lang::Ja,
        Some(name) if name.starts_with("ja") => Lang::Ja,
        Some(_) => Lang::En,
    }
}

impl Words {
    /// The messages of a language.
    pub(crate) fn new(lang: Lang) -> Result<Self, Failure> {
        let file = match lang {
            Lang::Ja => include_str!("../messages/ja.ftl"),
            Lang::En => include_str!("../messages/en.ftl"),
        };
        let resource =
            FluentResource::try_new(file.to_owned()).map_err(|(_, errors)| Failure::Broken(format!("{errors:?}")))?;
        let id: LanguageIdentifier = lang.code().parse().map_err(Failure::broken)?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).map_err(|errors| Failure::Broken(format!("{errors:?}")))?;
        Ok(Self { bundle, lang })
    }

    /// A message; its name where the file lacks it, which a test excludes.
    pub(crate) fn say(&self, id: &str, arguments: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(*name, *value);
        }
        match self.bundle.get_message(id).and_then(|message| message.value()) {
            Some(pattern) => self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned(),
            None => id.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(arguments: &[&str], locale: Option<&str>) -> Lang {
        language(arguments.iter().map(OsString::from), |name| {
            (name == "LANG").then(|| locale.map(str::to_owned)).flatten()
        })
    }

    #[test]
    fn the_option_comes_before_the_locale_and_japanese_where_neither_says() {
        assert_eq!(spoken(&["check"], None), Lang::Ja);
        assert_eq!(spoken(&["check"], Some("C.UTF-8")), Lang::Ja);
        assert_eq!(spoken(&["check"], Some("en_GB.UTF-8")), Lang::En);
        assert_eq!(spoken(&["check", "--lang", "ja"], Some("en_GB.UTF-8")), Lang::Ja);
        assert_eq!(spoken(&["--lang=en"], Some("ja_JP.UTF-8")), Lang::En);
    }

    #[test]
    fn both_languages_have_every_message_that_the_command_uses() {
        let source = [
            include_str!("arguments/mod.rs"),
            include_str!("arguments/command.rs"),
            include_str!("arguments/refusal.rs"),
            include_str!("failure.rs"),
            include_str!("serve/mod.rs"),
            include_str!("serve/workshop.rs"),
            include_str!("say.rs"),
            include_str!("command/build.rs"),
            include_str!("command/check.rs"),
            include_str!("command/diff.rs"),
            include_str!("command/explain.rs"),
            include_str!("command/fmt.rs"),
            include_str!("command/lsp/actions.rs"),
            include_str!("command/lsp/answer.rs"),
            include_str!("ask.rs"),
            include_str!("command/migrate.rs"),
            include_str!("command/new.rs"),
            include_str!("command/schema.rs"),
            include_str!("command/sources.rs"),
            include_str!("../../sources/src/report.rs"),
        ]
        .concat();
        let mut used: Vec<&str> = source
            .split('"')
            .filter(|part| {
                // Files and folders are no messages.
                !part.contains(['.', '/'])
                    && [
                        "help-",
                        "failure-",
                        "build-",
                        "fmt-",
                        "new-",
                        "schema-",
                        "check-",
                        "call-",
                        "sources-",
                        "migrate-",
                        "lsp-",
                        "progress-",
                        "serve-",
                    ]
                    .iter()
                    .any(|p| part.starts_with(p))
            })
            .collect();
        used.sort_unstable();
        used.dedup();
        assert!(used.len() > 10);
        for file in [include_str!("../messages/ja.ftl"), include_str!("../messages/en.ftl")] {
            for id in &used {
                assert!(file.lines().any(|line| line.starts_with(&format!("{id} ="))), "{id}");
            }
            for line in file.lines().filter(|line| !line.starts_with(['#', ' ', '}']) && !line.is_empty()) {
                let id = line.split(" =").next().unwrap();
                assert!(used.contains(&id), "{id} is not used");
            }
        }
    }
}
