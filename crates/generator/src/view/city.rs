use madoguchi_schema::model::{Extent, IdentityClass, Label, Municipality, Person, State};
use madoguchi_schema::scalar::formula::Paper;
use madoguchi_schema::scalar::{ClassName, Day, DocumentId};
use serde::Serialize;

use super::state::{EntryView, FactView, OriginView, StateView};
use super::words::{Worded, Words};
use crate::facet::Origin;
use crate::{Lang, SiteError};

/// A municipality in words: its own names of classes and forms.
#[derive(Clone, Copy)]
pub(crate) struct City<'a> {
    pub(crate) words: Words<'a>,
    pub(crate) municipality: &'a Municipality,
    pub(crate) names: Names,
}

/// By which names a municipality's forms go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// By its own, which can be very long.
    Own,
    /// By its own where they are short, else by the vocabulary's. Other languages have the vocabulary's.
    Short,
    /// By the vocabulary's, which are short and the same everywhere.
    Shared,
}

/// Own names with more characters than this are not short.
const MOST_OF_A_NAME: usize = 12;

/// A class of identity documents, as the city's page lists it.
#[derive(Debug, Serialize)]
pub(crate) struct ClassView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    /// The page has no name for the class; this is the file's.
    pub(crate) named_here: bool,
    pub(crate) documents: Vec<ListedView>,
    /// The list was not read.
    pub(crate) documents_unread: Option<StateView>,
    /// The list was not read to its end.
    pub(crate) documents_cut: bool,
    pub(crate) open_ended: bool,
    pub(crate) list_elsewhere: bool,
    pub(crate) facts: Vec<FactView>,
    pub(crate) must_show: Option<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) origin: Option<OriginView>,
}

/// A document of a class.
#[derive(Debug, Serialize)]
pub(crate) struct ListedView {
    pub(crate) name: String,
    pub(crate) remarks: Vec<String>,
}

/// A slip of the page.
#[derive(Debug, Serialize)]
pub(crate) struct SlipView {
    pub(crate) printed: String,
    pub(crate) read_as: Option<String>,
    pub(crate) why: String,
    pub(crate) section: Option<String>,
}

/// The city's own name for a form or letter.
#[derive(Debug, Serialize)]
pub(crate) struct FormView {
    pub(crate) name: String,
    pub(crate) own: String,
    /// Other names on the page.
    pub(crate) also: Option<String>,
    pub(crate) downloadable: bool,
    pub(crate) notes: Vec<String>,
}

/// Where a class stands on a page.
pub(crate) fn class_anchor(class: &ClassName) -> String {
    format!("class-{}", class.as_str().to_ascii_lowercase())
}

impl<'a> City<'a> {
    /// The same with other names of forms.
    pub(crate) fn with(self, names: Names) -> Self {
        Self { names, ..self }
    }

    /// A document by the city's own name for it, where it is one of its forms.
    pub(crate) fn document(&self, id: &DocumentId) -> String {
        match self.municipality.forms.get(id) {
            Some(form) if self.goes_by(&form.name) => self.words.label(&form.name),
            _ => self.words.document(id),
        }
    }

    fn goes_by(&self, own: &Label) -> bool {
        match self.names {
            Names::Own => true,
            Names::Short => self.words.lang == Lang::Ja && own.ja.as_str().chars().count() <= MOST_OF_A_NAME,
            Names::Shared => false,
        }
    }

    pub(crate) fn class(&self, class: &ClassName) -> String {
        match self.municipality.identity_documents.get(class) {
            Some(known) => self.words.label(&known.name),
            None => class.to_string(),
        }
    }

    /// A paper of a formula: a class or a document.
    pub(crate) fn paper(&self, paper: &Paper) -> String {
        match paper {
            Paper::Class(class) => self.class(class),
            Paper::Document(document) => self.document(document),
        }
    }

    pub(crate) fn classes(&self, day: Day) -> Worded<Vec<ClassView>> {
        self.municipality.identity_documents.iter().map(|(name, class)| self.class_view(name, class, day)).collect()
    }

    fn class_view(&self, name: &ClassName, class: &'a IdentityClass, day: Day) -> Worded<ClassView> {
        let words = self.words;
        let origin = Origin::of(self.municipality, class.source.as_ref(), class.section.as_ref());
        let facts = [
            words.fact_if("label-originals-only", class.originals_only.as_ref(), |yes| words.yes_no(*yes))?,
            words.fact_if("label-valid-only", class.valid_only.as_ref(), |yes| words.yes_no(*yes))?,
        ];
        let must_show: Vec<String> = class.must_show.iter().map(|id| words.condition(id)).collect();
        Ok(ClassView {
            id: class_anchor(name),
            name: words.label(&class.name),
            kind: words.term(&class.kind)?,
            named_here: class.named_here,
            documents: class.documents.iter().map(|listed| self.listed_on(listed, day)).collect::<Worded<_>>()?,
            documents_unread: (class.documents_read == Some(Extent::Part) || self.class_extent(class) == Extent::Part)
                .then(|| words.state(State::Unread))
                .transpose()?,
            documents_cut: class.documents_read == Some(Extent::Part),
            open_ended: class.open_ended,
            list_elsewhere: class.list_elsewhere,
            facts: facts.into_iter().flatten().collect(),
            must_show: if must_show.is_empty() { None } else { Some(words.any(&must_show)?) },
            notes: words.notes(&class.notes),
            origin: origin.map(|origin| words.origin(origin)).transpose()?,
        })
    }

    /// A document of a class, and whether copies of it are still valid.
    fn listed_on(&self, listed: &madoguchi_schema::model::ListedDocument, day: Day) -> Worded<ListedView> {
        let words = self.words;
        let mut view = self.listed(listed)?;
        if let Some(from) = words
            .vocabulary
            .documents
            .get(&listed.document)
            .and_then(|entry| entry.invalid_from)
            .filter(|from| *from <= day)
        {
            view.remarks.push(words.say_of("listed-invalid-from", words.date(from)?.text)?);
        }
        Ok(view)
    }

    pub(crate) fn listed(&self, listed: &madoguchi_schema::model::ListedDocument) -> Worded<ListedView> {
        let words = self.words;
        let mut remarks = Vec::new();
        if !listed.only_for.is_empty() {
            let persons: Vec<String> = listed.only_for.iter().map(|p: &Person| words.term(p)).collect::<Worded<_>>()?;
            remarks.push(words.say_of("listed-only-for", words.list(&persons)?)?);
        }
        if listed.with_photo {
            remarks.push(words.say("listed-with-photo")?);
        }
        if let Some(day) = listed.issued_from {
            remarks.push(words.say_of("listed-issued-from", words.date(day)?.text)?);
        }
        if listed.own_name {
            remarks.push(words.say("listed-own-name")?);
        }
        remarks.extend(listed.note.as_ref().map(|note| words.note(note)));
        Ok(ListedView { name: words.document(&listed.document), remarks })
    }

    pub(crate) fn slips(&self) -> Vec<SlipView> {
        let slips = self.municipality.slips.iter();
        slips
            .map(|slip| SlipView {
                printed: self.words.japanese(slip.printed.as_str()),
                read_as: slip.read_as.as_ref().map(|text| self.words.japanese(text.as_str())),
                why: self.words.note(&slip.why),
                section: slip.section.as_ref().map(|text| self.words.japanese(text.as_str())),
            })
            .collect()
    }

    pub(crate) fn forms(&self) -> Worded<Vec<FormView>> {
        let words = self.words;
        let forms = self.municipality.forms.iter();
        forms
            .map(|(id, form)| {
                let also: Vec<String> = form.also_called.iter().map(|name| words.japanese(&name.to_string())).collect();
                Ok(FormView {
                    name: words.document(id),
                    own: words.label(&form.name),
                    also: if also.is_empty() { None } else { Some(words.list(&also)?) },
                    downloadable: form.downloadable == Some(true),
                    notes: words.notes(&form.notes),
                })
            })
            .collect()
    }

    pub(crate) fn sources(&self) -> Result<Vec<SourceView>, SiteError> {
        let sources = self.municipality.sources.iter();
        sources
            .map(|(id, source)| {
                Ok(SourceView {
                    origin: self.words.origin(Origin { id, source, section: None })?,
                    host: source.url.host().to_owned(),
                    replaced_by: source.replaced_by.as_ref().map(ToString::to_string),
                    note: source.note.as_ref().map(|note| self.words.note(note)),
                })
            })
            .collect()
    }

    /// What the page calls the things of the field.
    pub(crate) fn terms(&self) -> Vec<EntryView> {
        let terms = self.municipality.terms.values();
        terms.map(|term| EntryView { text: self.words.japanese(&term.to_string()), unclear: false }).collect()
    }

    /// How much of the page was read on which a class stands.
    pub(crate) fn class_extent(&self, class: &'a IdentityClass) -> Extent {
        self.extent(Origin::of(self.municipality, class.source.as_ref(), class.section.as_ref()))
    }

    /// How much was read of the source of a block.
    pub(crate) fn extent(&self, origin: Option<Origin<'_>>) -> Extent {
        origin.map_or(Extent::Part, |origin| origin.source.read)
    }
}

/// A source of the file.
#[derive(Debug, Serialize)]
pub(crate) struct SourceView {
    pub(crate) origin: OriginView,
    pub(crate) host: String,
    /// The id of the version in its place, where it is an earlier one.
    pub(crate) replaced_by: Option<String>,
    pub(crate) note: Option<String>,
}
