use madoguchi_schema::model::{Asked, Item, Person, Said};
use madoguchi_schema::scalar::Formula;
use madoguchi_schema::scalar::formula::Paper;
use serde::Serialize;

use super::city::{City, class_anchor};
use super::words::Worded;

/// A thing to bring.
#[derive(Debug, Default, Serialize)]
pub(crate) struct ItemView {
    /// What it is; why it is unclear, where it is.
    pub(crate) text: String,
    pub(crate) unclear: bool,
    pub(crate) optional: bool,
    /// Ways to satisfy it, of which one is enough; each is papers that are all needed.
    pub(crate) ways: Vec<Vec<PaperView>>,
    /// Lists of things, of which one is enough.
    pub(crate) lists: Vec<Vec<ItemView>>,
    pub(crate) remarks: Vec<String>,
}

/// So many papers of a class, or a document.
#[derive(Debug, Serialize)]
pub(crate) struct PaperView {
    pub(crate) text: String,
    /// Where the class is listed.
    pub(crate) href: Option<String>,
}

/// Whether the page says how many papers it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbers {
    Stated,
    Unstated,
}

impl Numbers {
    pub(crate) fn of(item: &Item) -> Self {
        if item.number_unstated { Self::Unstated } else { Self::Stated }
    }
}

impl City<'_> {
    /// Things to bring, as a list.
    pub(crate) fn items(&self, papers: &[Said<Item>], visitor: Person) -> Worded<Vec<ItemView>> {
        papers
            .iter()
            .map(|said| match said {
                Said::Value(item) => self.item(item, visitor),
                Said::Unclear(note) => {
                    Ok(ItemView { text: self.words.note(note), unclear: true, ..ItemView::default() })
                }
            })
            .collect()
    }

    fn item(&self, item: &Item, visitor: Person) -> Worded<ItemView> {
        let view = ItemView { optional: item.optional, remarks: self.remarks(item)?, ..ItemView::default() };
        match &item.asked {
            Asked::Identity(formula) => {
                let owner = item.of.unwrap_or(visitor);
                Ok(ItemView { text: self.identity_of(owner)?, ways: self.ways(formula, Numbers::of(item))?, ..view })
            }
            Asked::Papers(formula) if formula.0.alternatives().len() == 1 => {
                Ok(ItemView { text: self.owned(item.of, self.formula(formula, Numbers::of(item))?)?, ..view })
            }
            Asked::Papers(formula) => {
                let text = self.owned(item.of, self.words.say("item-any-document")?)?;
                Ok(ItemView { text, ways: self.ways(formula, Numbers::of(item))?, ..view })
            }
            Asked::AnyOf(lists) => Ok(ItemView {
                text: self.words.say("item-any-of")?,
                lists: lists.iter().map(|list| self.items(list, item.of.unwrap_or(visitor))).collect::<Worded<_>>()?,
                ..view
            }),
        }
    }

    /// A thing to bring in one line, for the answer.
    pub(crate) fn item_line(&self, item: &Item, visitor: Person) -> Worded {
        let text = match &item.asked {
            Asked::Identity(formula) => {
                let owner = self.identity_of(item.of.unwrap_or(visitor))?;
                let papers = self.formula(formula, Numbers::of(item))?.into();
                self.words.say_with("item-line", &[("what", owner.into()), ("papers", papers)])?
            }
            Asked::Papers(formula) => self.owned(item.of, self.formula(formula, Numbers::of(item))?)?,
            Asked::AnyOf(lists) => {
                let lines = lists.iter().map(|list| {
                    let items = list.iter().filter_map(Said::value);
                    let lines: Vec<String> =
                        items.map(|inner| self.item_line(inner, item.of.unwrap_or(visitor))).collect::<Worded<_>>()?;
                    self.words.all(&lines)
                });
                self.words.any(&lines.collect::<Worded<Vec<_>>>()?)?
            }
        };
        let conditional = item.only_if.is_some() || item.unless.is_some();
        match (item.optional || item.may_be_asked, conditional) {
            (true, _) => self.words.say_of("item-line-optional", text),
            (false, true) => self.words.say_of("item-line-conditional", text),
            (false, false) => Ok(text),
        }
    }

    pub(crate) fn identity_of(&self, owner: Person) -> Worded {
        self.words.say_of("item-identity", self.words.term(&owner)?)
    }

    pub(crate) fn owned(&self, owner: Option<Person>, thing: String) -> Worded {
        match owner {
            Some(owner) => {
                let owner = self.words.term(&owner)?;
                self.words.say_with("item-owned", &[("owner", owner.into()), ("thing", thing.into())])
            }
            None => Ok(thing),
        }
    }

    /// The alternatives of a formula, each as the papers that it asks for.
    fn ways(&self, formula: &Formula, numbers: Numbers) -> Worded<Vec<Vec<PaperView>>> {
        let way = |counted: Vec<(&Paper, usize)>| {
            counted.into_iter().map(|(paper, count)| self.paper_view(paper, count, numbers)).collect()
        };
        formula.counted().into_iter().map(way).collect()
    }

    fn paper_view(&self, paper: &Paper, count: usize, numbers: Numbers) -> Worded<PaperView> {
        let href = match paper {
            Paper::Class(class) => Some(format!("#{}", class_anchor(class))),
            Paper::Document(_) => None,
        };
        Ok(PaperView { text: self.counted(paper, count, numbers)?, href })
    }

    /// "2 of class A", or a document by its name.
    fn counted(&self, paper: &Paper, count: usize, numbers: Numbers) -> Worded {
        match (paper, count, numbers) {
            (Paper::Document(_), 1, _) | (_, _, Numbers::Unstated) => Ok(self.paper(paper)),
            _ => self.words.say_with("papers-counted", &[("name", self.paper(paper).into()), ("count", count.into())]),
        }
    }

    /// A formula in one line, by the city's own names.
    pub(crate) fn formula(&self, formula: &Formula, numbers: Numbers) -> Worded {
        let ways = formula.counted().into_iter().map(|counted| {
            let papers: Vec<String> =
                counted.into_iter().map(|(paper, count)| self.counted(paper, count, numbers)).collect::<Worded<_>>()?;
            self.words.all(&papers)
        });
        self.words.any(&ways.collect::<Worded<Vec<_>>>()?)
    }

    /// Everything that is said of a thing to bring, as sentences.
    pub(crate) fn remarks(&self, item: &Item) -> Worded<Vec<String>> {
        let words = self.words;
        let mut remarks = Vec::new();
        if let Some(condition) = &item.only_if {
            remarks.push(words.say_of("remark-only-if", words.conditions(condition)?)?);
        }
        if let Some(condition) = &item.unless {
            remarks.push(words.say_of("remark-unless", words.conditions(condition)?)?);
        }
        if !item.excluding.is_empty() {
            let excluded: Vec<String> = item.excluding.iter().map(|id| self.document(id)).collect();
            remarks.push(words.say_of("remark-excluding", words.list(&excluded)?)?);
        }
        if let Some(period) = item.issued_within {
            remarks.push(words.say_of("remark-issued-within", words.period(period)?)?);
        }
        if let Some(original) = item.original {
            remarks.push(words.say(if original { "remark-original" } else { "remark-copy-accepted" })?);
        }
        if let Some(valid) = item.valid {
            remarks.push(words.say(if valid { "remark-valid" } else { "remark-expired-accepted" })?);
        }
        if let Some(document) = &item.inside {
            remarks.push(words.say_of("remark-inside", self.document(document))?);
        }
        if !item.must_show.is_empty() {
            let shown: Vec<String> = item.must_show.iter().map(|id| words.condition(id)).collect();
            remarks.push(words.say_of("remark-must-show", words.list(&shown)?)?);
        }
        if item.number_unstated {
            remarks.push(words.say("remark-number-unstated")?);
        }
        if item.may_be_asked {
            remarks.push(words.say("remark-may-be-asked")?);
        }
        if item.or_similar {
            remarks.push(words.say("remark-or-similar")?);
        }
        remarks.extend(item.note.as_ref().map(|note| words.note(note)));
        Ok(remarks)
    }
}
