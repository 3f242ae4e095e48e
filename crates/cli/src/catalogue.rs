//! The validator's rules as the plain data that the site shows.

use madoguchi_generator::{RuleLevel, RuleText, RuleWords};
use madoguchi_validator::{Example, Lang, Level, MessageError, Messages, Rule, shown};

/// Every rule, in the validator's order.
pub(crate) fn rules() -> Result<Vec<RuleText>, MessageError> {
    let (ja, en) = (Messages::new(Lang::Ja)?, Messages::new(Lang::En)?);
    madoguchi_validator::rules().map(|rule| text(rule, &ja, &en)).collect()
}

fn text(rule: &Rule, ja: &Messages, en: &Messages) -> Result<RuleText, MessageError> {
    Ok(RuleText {
        code: rule.code.to_owned(),
        name: rule.name.to_owned(),
        level: match rule.level {
            // A rule that is not reported unless somebody asks for it would be worth knowing.
            Level::Off | Level::Note => RuleLevel::Note,
            Level::Warning => RuleLevel::Warning,
            Level::Error => RuleLevel::Error,
        },
        fixed: rule.is_fixed(),
        allowable: rule.can_be_allowed(),
        ja: words(rule, ja)?,
        en: words(rule, en)?,
    })
}

fn words(rule: &Rule, messages: &Messages) -> Result<RuleWords, MessageError> {
    let words = messages.of_rule(rule)?;
    let example = |example: &Example| Ok(shown(example, messages)?.map(|text| outdented(&text)));
    Ok(RuleWords {
        says: words.message,
        help: words.help,
        about: messages.text(rule).about.to_owned(),
        wrong: example(&rule.wrong)?,
        right: example(&rule.right)?,
    })
}

/// A text without the indentation that a terminal needs.
fn outdented(text: &str) -> String {
    text.lines().flat_map(|line| [line.strip_prefix("    ").unwrap_or(line), "\n"]).collect()
}
