use serde::Serialize;

use super::Context;
use crate::view::frame::{Frame, LinkView, Place, root};
use crate::view::mark;
use crate::view::words::Worded;
use crate::{Lang, RuleLevel, RuleText, RuleWords};

pub(crate) const LIST: &str = "lints.html";

pub(crate) fn path(rule: &RuleText) -> String {
    format!("lint/{}.html", rule.code)
}

/// Every rule by which the data are checked.
#[derive(Debug, Serialize)]
pub(crate) struct Lints {
    frame: Frame,
    count: usize,
    families: Vec<Family>,
}

/// The rules whose codes begin with one letter.
#[derive(Debug, Serialize)]
struct Family {
    letter: char,
    rules: Vec<RuleLine>,
}

#[derive(Debug, Serialize)]
struct RuleLine {
    link: LinkView,
    name: String,
    level: LevelView,
    says: Vec<Part>,
}

/// A part of a text: code where it stood between backticks.
#[derive(Debug, Serialize)]
struct Part {
    code: bool,
    text: String,
}

#[derive(Debug, Serialize)]
struct LevelView {
    name: &'static str,
    word: String,
}

/// One rule.
#[derive(Debug, Serialize)]
pub(crate) struct LintPage {
    frame: Frame,
    code: String,
    name: String,
    level: LevelView,
    words: RuleView,
    fixed: bool,
    allowable: bool,
    before: Option<LinkView>,
    after: Option<LinkView>,
}

#[derive(Debug, Serialize)]
struct RuleView {
    says: Vec<Part>,
    help: Option<Vec<Part>>,
    /// The paragraphs of why it is there.
    about: Vec<Vec<Part>>,
    wrong: Option<String>,
    right: Option<String>,
}

impl Lints {
    pub(crate) fn new(context: &Context<'_>) -> Worded<Self> {
        let words = context.words;
        let place = Place {
            path: LIST,
            title: words.say("lints-title")?,
            description: words.say("lints-description")?,
            crumbs: Vec::new(),
        };
        let rules = &context.options.rules;
        let mut families: Vec<Family> = Vec::new();
        for rule in rules {
            let letter = rule.code.chars().next().unwrap_or_default();
            if families.last().is_none_or(|family| family.letter != letter) {
                families.push(Family { letter, rules: Vec::new() });
            }
            let line = RuleLine {
                link: LinkView::to(path(rule), &rule.code),
                name: rule.name.clone(),
                level: level(context, rule)?,
                says: text(context, &in_language(context, rule).says),
            };
            if let Some(family) = families.last_mut() {
                family.rules.push(line);
            }
        }
        Ok(Self { frame: context.frame(place)?, count: rules.len(), families })
    }
}

impl LintPage {
    /// The page of the rule at a place of the list.
    pub(crate) fn new(context: &Context<'_>, at: usize, rule: &RuleText) -> Worded<Self> {
        let words = context.words;
        let path = path(rule);
        let says = in_language(context, rule);
        let root = root(&path);
        let place = Place {
            path: &path,
            title: words
                .say_with("lint-title", &[("code", rule.code.as_str().into()), ("name", rule.name.as_str().into())])?,
            description: says.says.replace('`', ""),
            crumbs: vec![LinkView::to(format!("{root}{LIST}"), words.say("lints-title")?)],
        };
        let beside = |at: Option<usize>| {
            let rule = context.options.rules.get(at?)?;
            Some(LinkView::to(format!("{root}{}", self::path(rule)), format!("{} {}", rule.code, rule.name)))
        };
        Ok(Self {
            frame: context.frame(place)?,
            code: rule.code.clone(),
            name: rule.name.clone(),
            level: level(context, rule)?,
            words: RuleView {
                says: text(context, &says.says),
                help: says.help.as_deref().map(|help| text(context, help)),
                about: says
                    .about
                    .split("\n\n")
                    .filter(|part| !part.is_empty())
                    .map(|part| text(context, part))
                    .collect(),
                wrong: says.wrong.clone(),
                right: says.right.clone(),
            },
            fixed: rule.fixed,
            allowable: rule.allowable,
            before: beside(at.checked_sub(1)),
            after: beside(at.checked_add(1)),
        })
    }
}

/// The words of a rule: in plain Japanese too they are those for the people who write the data.
fn in_language<'r>(context: &Context<'_>, rule: &'r RuleText) -> &'r RuleWords {
    match context.words.lang {
        Lang::Ja | Lang::Plain => &rule.ja,
        Lang::En => &rule.en,
    }
}

fn text(context: &Context<'_>, text: &str) -> Vec<Part> {
    let marked = |text: &str| match context.words.lang {
        Lang::Ja | Lang::Plain => text.to_owned(),
        Lang::En => mark::japanese_in(text),
    };
    let parts = text.split('`').enumerate().filter(|(_, text)| !text.is_empty());
    parts.map(|(at, text)| Part { code: at % 2 == 1, text: marked(text) }).collect()
}

fn level(context: &Context<'_>, rule: &RuleText) -> Worded<LevelView> {
    let (name, message) = match rule.level {
        RuleLevel::Note => ("note", "lint-level-note"),
        RuleLevel::Warning => ("warning", "lint-level-warning"),
        RuleLevel::Error => ("error", "lint-level-error"),
    };
    Ok(LevelView { name, word: context.words.say(message)? })
}
