//! What is under the cursor, in words.

use madoguchi_schema::fault::{Reference, Span};
use madoguchi_schema::names::named;
use madoguchi_validator::{Lang, Rule};

use crate::define::Target;
use crate::outline::Outline;
use crate::project::Project;
use crate::shape::Forms;
use crate::words::{described, name};

/// What is under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// Its bytes.
    pub span: Span,
    /// What it is, as Markdown.
    pub markdown: String,
}

impl Project {
    /// What the schema and the vocabularies say of a place.
    #[must_use]
    pub fn hover(&self, path: &str, offset: usize, lang: Lang) -> Option<Hover> {
        let (_, schema) = self.schema(path)?;
        let text = self.text(path);
        let outline = Outline::of(&text);
        let piece = outline.at(offset)?;
        let (mut span, mut parts) = (piece.span, Vec::new());
        if let Some((target, at)) = self.target(path, offset) {
            span = at;
            parts.extend(match target {
                Target::Id(of, id) => self.about_id(path, &outline, of, &id, lang),
                Target::Lint(rule) => Some(self.explained(rule, lang)),
                Target::Place(_) => None,
            });
        }
        let written = piece.inner(&text).slice(&text).unwrap_or_default();
        if piece.is_key {
            let keys = Forms::at(schema, &piece.route.parent()).with_keys(outline.keys(&piece.route.parent())).keys();
            let known = keys.into_iter().find(|known| known.key == written);
            parts.extend(known.map(|known| format!("**{written}**: {}", described(known.about, lang))));
        } else {
            let forms = Forms::at(schema, &piece.route);
            let choice = forms.choices().into_iter().find(|choice| choice.value == written && !choice.about.is_empty());
            parts.extend(choice.map(|choice| format!("**{written}**: {}", described(choice.about, lang))));
            parts.push(described(forms.description(), lang).to_owned());
        }
        parts.retain(|part| !part.is_empty());
        (!parts.is_empty()).then(|| Hover { span, markdown: parts.join("\n\n") })
    }

    fn about_id(&self, path: &str, outline: &Outline, of: Reference, id: &str, lang: Lang) -> Option<String> {
        let vocabulary = self.loaded().vocabulary();
        if let Some(one) = named(&vocabulary, of).into_iter().find(|one| one.id == id) {
            let other = if lang == Lang::Ja { &one.en } else { &one.ja };
            return Some(format!("**{}** ({other})", name(&one, lang)));
        }
        let (_, about) = self.defined(path, outline, of).into_iter().find(|(defined, _)| defined == id)?;
        (!about.is_empty()).then(|| format!("**{about}**"))
    }

    /// A rule in words: what it says, and why it is there.
    fn explained(&self, rule: &Rule, lang: Lang) -> String {
        let about = self.messages(lang).text(rule).about;
        format!("**{} {}**: {}\n\n{about}", rule.code, rule.name, self.about_rule(rule, lang)).trim_end().to_owned()
    }
}
