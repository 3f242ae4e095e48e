use madoguchi_schema::model::{Asked, ClassKind, Item, Person, Said};
use madoguchi_schema::scalar::Formula;
use madoguchi_schema::scalar::formula::Paper;
use serde::Serialize;

use super::city::{City, class_anchor};
use super::state::LineView;
use super::words::{Glosses, Worded};

/// A thing to bring.
#[derive(Debug, Default, PartialEq, Serialize)]
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
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct PaperView {
    pub(crate) text: String,
    /// Where the class is listed.
    pub(crate) href: Option<String>,
}

impl ItemView {
    /// Takes out what has been explained before.
    pub(crate) fn explain_once(&mut self, glosses: &mut Glosses) {
        glosses.once(&mut self.text);
        self.ways.iter_mut().flatten().for_each(|paper| glosses.once(&mut paper.text));
        self.lists.iter_mut().flatten().for_each(|item| item.explain_once(glosses));
        self.remarks.iter_mut().for_each(|text| glosses.once(text));
    }
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
        self.items_of(papers, None, visitor)
    }

    /// Things to bring; whose they are, where they do not say it themselves.
    fn items_of(&self, papers: &[Said<Item>], owner: Option<Person>, visitor: Person) -> Worded<Vec<ItemView>> {
        papers
            .iter()
            .map(|said| match said {
                Said::Value(item) => self.item(item, owner, visitor),
                Said::Unclear(note) => {
                    Ok(ItemView { text: self.words.note(note), unclear: true, ..ItemView::default() })
                }
            })
            .collect()
    }

    fn item(&self, item: &Item, owner: Option<Person>, visitor: Person) -> Worded<ItemView> {
        let owner = item.of.or(owner);
        let view = ItemView { optional: item.optional, remarks: self.remarks(item)?, ..ItemView::default() };
        match &item.asked {
            Asked::Identity(formula) => {
                let text = self.identity_of(owner.unwrap_or(visitor))?;
                Ok(ItemView { text, ways: self.ways(formula, Numbers::of(item))?, ..view })
            }
            Asked::Papers(formula) if formula.0.alternatives().len() == 1 => {
                Ok(ItemView { text: self.owned(owner, self.formula(formula, Numbers::of(item))?)?, ..view })
            }
            Asked::Papers(formula) => {
                let text = self.owned(owner, self.words.say("item-any-document")?)?;
                Ok(ItemView { text, ways: self.ways(formula, Numbers::of(item))?, ..view })
            }
            Asked::AnyOf(lists) => Ok(ItemView {
                text: self.words.say("item-any-of")?,
                lists: lists.iter().map(|list| self.items_of(list, owner, visitor)).collect::<Worded<_>>()?,
                ..view
            }),
        }
    }

    /// A thing to bring for the answer: what it is, and when it is needed.
    pub(crate) fn item_brief(&self, item: &Item, visitor: Person) -> Worded<LineView> {
        let text = self.item_line(item, visitor)?;
        Ok(LineView { text, own: None, remarks: self.conditions_of(item)? })
    }

    pub(crate) fn item_line(&self, item: &Item, visitor: Person) -> Worded {
        self.line_of(item, None, visitor)
    }

    fn line_of(&self, item: &Item, owner: Option<Person>, visitor: Person) -> Worded {
        let owner = item.of.or(owner);
        let numbers = Numbers::of(item);
        let text = match &item.asked {
            Asked::Identity(formula) => self.identity_line(formula, owner.unwrap_or(visitor), numbers)?,
            Asked::Papers(formula) => self.owned(owner, self.brief(formula, numbers)?)?,
            Asked::AnyOf(lists) => {
                let lines = lists.iter().map(|list| {
                    let items = list.iter().filter_map(Said::value);
                    let lines: Vec<String> =
                        items.map(|inner| self.inner_line(inner, owner, visitor)).collect::<Worded<_>>()?;
                    self.words.all(&lines)
                });
                self.words.any(&lines.collect::<Worded<Vec<_>>>()?)?
            }
        };
        match item.optional || item.may_be_asked {
            true => self.words.say_of("item-line-optional", text),
            false => Ok(text),
        }
    }

    /// Identity documents of a person. Those of any kind need no word for their kind.
    fn identity_line(&self, formula: &Formula, owner: Person, numbers: Numbers) -> Worded {
        let is_any = |paper: &Paper| match paper {
            Paper::Class(name) => {
                self.municipality.identity_documents.get(name).is_some_and(|class| class.kind == ClassKind::Any)
            }
            Paper::Document(_) => false,
        };
        match formula.counted().as_slice() {
            [way] if matches!(way.as_slice(), [(paper, count)] if is_any(paper) && (*count == 1 || numbers == Numbers::Stated)) => {
                way.iter().map(|(_, count)| self.counted_identity(owner, *count, numbers)).collect()
            }
            _ => {
                let (owner, papers) = (self.identity_of(owner)?, self.brief(formula, numbers)?);
                self.words.say_with("item-line", &[("what", owner.into()), ("papers", papers.into())])
            }
        }
    }

    /// "1 identity document of the agent"; without a number where the page has none.
    fn counted_identity(&self, owner: Person, count: usize, numbers: Numbers) -> Worded {
        match numbers {
            Numbers::Unstated => self.identity_of(owner),
            _ => {
                let owner = self.words.term(&owner)?;
                self.words.say_with("item-identity-counted", &[("owner", owner.into()), ("count", count.into())])
            }
        }
    }

    /// A thing among others, where there is no room for its conditions.
    fn inner_line(&self, item: &Item, owner: Option<Person>, visitor: Person) -> Worded {
        let text = self.line_of(item, owner, visitor)?;
        match item.only_if.is_some() || item.unless.is_some() {
            true => self.words.say_of("item-line-conditional", text),
            false => Ok(text),
        }
    }

    /// A formula in one line, its classes by what they are and not by the city's letter for them.
    fn brief(&self, formula: &Formula, numbers: Numbers) -> Worded {
        self.formula_by(formula, |paper, count| self.counted_as(self.brief_paper(paper)?, paper, count, numbers))
    }

    /// A class by its kind; by its name where another class is of the same kind.
    fn brief_paper(&self, paper: &Paper) -> Worded {
        let classes = &self.municipality.identity_documents;
        let class = match paper {
            Paper::Class(name) => classes.get(name),
            Paper::Document(_) => None,
        };
        match class.filter(|class| classes.values().filter(|other| other.kind == class.kind).count() == 1) {
            Some(class) => self.words.term(&class.kind),
            None => Ok(self.paper(paper)),
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
        self.counted_as(self.paper(paper), paper, count, numbers)
    }

    fn counted_as(&self, name: String, paper: &Paper, count: usize, numbers: Numbers) -> Worded {
        match (paper, count, numbers) {
            (Paper::Document(_), 1, _) | (_, _, Numbers::Unstated) => Ok(name),
            _ => self.words.say_with("papers-counted", &[("name", name.into()), ("count", count.into())]),
        }
    }

    /// A formula in one line, by the city's own names.
    pub(crate) fn formula(&self, formula: &Formula, numbers: Numbers) -> Worded {
        self.formula_by(formula, |paper, count| self.counted(paper, count, numbers))
    }

    fn formula_by(&self, formula: &Formula, name: impl Fn(&Paper, usize) -> Worded) -> Worded {
        let ways = formula.counted().into_iter().map(|counted| {
            let papers: Vec<String> =
                counted.into_iter().map(|(paper, count)| name(paper, count)).collect::<Worded<_>>()?;
            self.words.all(&papers)
        });
        self.words.any(&ways.collect::<Worded<Vec<_>>>()?)
    }

    /// Everything that is said of a thing to bring, as sentences.
    pub(crate) fn remarks(&self, item: &Item) -> Worded<Vec<String>> {
        let words = self.words;
        let mut remarks = self.conditions_of(item)?;
        if !item.must_show.is_empty() {
            let shown: Vec<String> = item.must_show.iter().map(|id| words.condition(id)).collect();
            remarks.push(words.say_of("remark-must-show", words.list(&shown)?)?);
        }
        if item.may_be_asked {
            remarks.push(words.say("remark-may-be-asked")?);
        }
        remarks.extend(item.note.as_ref().map(|note| words.note(note)));
        Ok(remarks)
    }

    /// What decides whether a thing is needed, and which one will do.
    fn conditions_of(&self, item: &Item) -> Worded<Vec<String>> {
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
        if let Some(document) = &item.inside {
            remarks.push(words.say_of("remark-inside", self.document(document))?);
        }
        if item.number_unstated {
            remarks.push(words.say("remark-number-unstated")?);
        }
        if item.or_similar {
            remarks.push(words.say("remark-or-similar")?);
        }
        if let Some(original) = item.original {
            remarks.push(words.say(if original { "remark-original" } else { "remark-copy-accepted" })?);
        }
        if let Some(valid) = item.valid {
            remarks.push(words.say(if valid { "remark-valid" } else { "remark-expired-accepted" })?);
        }
        Ok(remarks)
    }
}
