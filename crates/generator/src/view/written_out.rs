//! Macros of templates, written out where they are called: a call costs more than most of what macros say.
//!
//! `{{ chip(one.state) }}` becomes `{% with state=one.state, quiet=false %}`, the macro's text, `{% endwith %}`. A
//! macro inside itself stays a call, and so does one whose arguments would be taken for each other. A macro that is
//! written out would see what its caller has, too; none may use that, so a test makes every page both ways.

use std::collections::{BTreeMap, BTreeSet};

const FROM: &str = "{% from \"";
const MACRO: &str = "{% macro ";
const CALL: &str = "{{ ";
const END: &str = " endmacro ";

/// A macro by the file that has it, and its name.
type Id<'t> = (&'t str, &'t str);

struct Macro<'t> {
    /// With their defaults.
    parameters: Vec<(&'t str, Option<&'t str>)>,
    /// From the end of its first tag to the beginning of its last: ` %}text{%-`.
    text: &'t str,
}

/// Templates by their paths, with the macros that they have and name.
pub(super) struct Macros<'t> {
    templates: &'t BTreeMap<String, String>,
    all: BTreeMap<Id<'t>, Macro<'t>>,
    /// The macros that a template has from another.
    imports: BTreeSet<(&'t str, Id<'t>)>,
}

impl<'t> Macros<'t> {
    pub(super) fn of(templates: &'t BTreeMap<String, String>) -> Self {
        let all = templates.iter().flat_map(|(path, text)| {
            let defined = text.split(MACRO).skip(1).filter_map(definition);
            defined.map(move |(name, found)| ((path.as_str(), name), found))
        });
        let imports = templates.iter().flat_map(|(path, text)| imported(text).map(move |id| (path.as_str(), id)));
        Self { templates, all: all.collect(), imports: imports.collect() }
    }

    /// A template, with the macros in it that it calls.
    pub(super) fn written_out(&self, path: &str) -> Option<String> {
        let (path, text) = self.templates.get_key_value(path)?;
        let mut left = BTreeSet::new();
        let mut pieces = text.split(MACRO);
        let mut out = self.text(pieces.next().unwrap_or_default(), path, &[], &mut left);
        for piece in pieces {
            let name = piece.split('(').next().unwrap_or_default();
            let (definition, after) = piece.split_once(END).unwrap_or((piece, ""));
            out = out + MACRO + &self.text(definition, path, &[(path, name)], &mut left);
            out = out + END + &self.text(after, path, &[], &mut left);
        }
        let own = self.imports.iter().filter(|(by, _)| by == path).map(|(_, id)| *id);
        left.extend(own.filter(|(_, name)| out.contains(&format!("{name}("))));
        let from = left.iter().filter(|(file, _)| file != path);
        let begin = from.map(|(file, name)| format!("{FROM}{file}\" import {name} %}}"));
        Some(begin.collect::<String>() + &without_imports(&out))
    }

    /// A text of a file, within macros that are being written out; `left` are those that stay calls.
    fn text(&self, text: &'t str, file: &'t str, within: &[Id<'t>], left: &mut BTreeSet<Id<'t>>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, call)) = rest.split_once(CALL) {
            out.push_str(before);
            let written = self.call(call, file, within, left);
            out.push_str(written.as_ref().map_or(CALL, |(written, _)| written));
            rest = written.map_or(call, |(_, after)| after);
        }
        out + rest
    }

    /// What a call says, and the text after it.
    fn call(
        &self,
        call: &'t str,
        file: &'t str,
        within: &[Id<'t>],
        left: &mut BTreeSet<Id<'t>>,
    ) -> Option<(String, &'t str)> {
        let (name, rest) = call.split_once('(')?;
        let imported = self.imports.iter().find(|(by, id)| *by == file && id.1 == name).map(|(_, id)| *id);
        let id = imported.unwrap_or((file, name));
        let found = self.all.get(&id)?;
        let (arguments, after) = rest.split_once(") }}")?;
        let Some(values) = found.values(&parts(arguments)).filter(|_| !within.contains(&id)) else {
            left.insert(id);
            return None;
        };
        let text = self.text(found.text, id.0, &[within, &[id]].concat(), left);
        Some((format!("{{%+ with {values}{text} endwith +%}}"), after))
    }
}

impl Macro<'_> {
    /// What each parameter is, as a `with` says it. None where that would not be the same: each would see those before.
    fn values(&self, arguments: &[&str]) -> Option<String> {
        let placed = arguments.iter().take_while(|argument| named(argument).is_none()).count();
        let named: BTreeMap<&str, &str> = arguments[placed..].iter().filter_map(|argument| named(argument)).collect();
        let mut said: Vec<(&str, &str)> = Vec::new();
        for (at, (name, default)) in self.parameters.iter().enumerate() {
            let value = arguments[..placed].get(at).or_else(|| named.get(name)).copied().or(*default)?;
            let mut words = value.split(|c| !is_of_name(c));
            if words.any(|word| said.iter().any(|(before, _)| *before == word)) {
                return None;
            }
            said.push((name, value));
        }
        let is_whole = placed <= said.len() && named.keys().all(|name| said.iter().any(|(known, _)| known == name));
        let own = said.iter().filter(|(name, value)| name != value);
        is_whole.then(|| own.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", "))
    }
}

/// `level=4`.
pub(super) fn named(argument: &str) -> Option<(&str, &str)> {
    argument.split_once('=').filter(|(name, _)| name.chars().all(is_of_name))
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// `chip(state, quiet=false) %}text{%- endmacro %}`.
fn definition(text: &str) -> Option<(&str, Macro<'_>)> {
    let (name, rest) = text.split_once('(')?;
    let (parameters, rest) = rest.split_once(')')?;
    let (text, _) = rest.split_once(END)?;
    let parameters = parts(parameters).into_iter();
    let parameters = parameters.map(|one| one.split_once('=').map_or((one, None), |(name, value)| (name, Some(value))));
    Some((name, Macro { parameters: parameters.collect(), text }))
}

/// The macros that a template has from others: `{% from "components/state.html" import chip, entry %}`.
fn imported(template: &str) -> impl Iterator<Item = Id<'_>> {
    let lines = template.split(FROM).skip(1).filter_map(|rest| {
        let (file, rest) = rest.split_once("\" import ")?;
        Some((file, rest.split_once(" %}")?.0))
    });
    lines.flat_map(|(file, names)| names.split(", ").map(move |name| (file, name)))
}

fn without_imports(template: &str) -> String {
    let lines = template.split_inclusive('\n').filter(|line| !line.starts_with(FROM));
    lines.collect()
}

/// What commas outside brackets and quotes separate.
pub(super) fn parts(list: &str) -> Vec<&str> {
    let (mut depth, mut quoted) = (0, false);
    let separated = list.split(|c| {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0 && !quoted
    });
    separated.map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Macros;
    use crate::tests::data::assets;

    #[test]
    fn a_macro_stands_where_it_is_called_with_what_it_is_given() {
        let parts = "{% macro mark(one, big=false) %}\n<b>{{ one.text }}{{ big }}</b>\n{%- endmacro %}\n\
                     {% macro list(all, one) %}{{ mark(all[0, 1], big=one) }}{{ list(all, 1) }}{% endmacro %}\n";
        let page = "{% from \"parts.html\" import mark, list %}\n{{ mark(one) }}\n{{ mark(big, one) }}{{ list(x, y) }}";
        let templates = BTreeMap::from([("page.html", page), ("parts.html", parts)].map(|(a, b)| (a.into(), b.into())));
        assert_eq!(
            Macros::of(&templates).written_out("page.html").unwrap(),
            "{% from \"parts.html\" import list %}{% from \"parts.html\" import mark %}\
             {%+ with big=false %}\n<b>{{ one.text }}{{ big }}</b>\n{%- endwith +%}\n\
             {{ mark(big, one) }}\
             {%+ with all=x, one=y %}{{ mark(all[0, 1], big=one) }}{{ list(all, 1) }}{% endwith +%}",
            "where arguments would be taken for each other, and in itself, a macro stays a call"
        );
    }

    #[test]
    fn a_template_calls_no_macro_but_one_in_itself() {
        let mut templates = assets().0;
        templates.retain(|path, _| path.ends_with(".html"));
        let macros = Macros::of(&templates);
        let pages = templates.keys().filter(|path| path.starts_with("pages/"));
        let pages: String = pages.filter_map(|path| macros.written_out(path)).collect();
        let imports: Vec<&str> = super::imported(&pages).map(|(_, name)| name).collect();
        assert!(imports.iter().all(|name| ["items", "things"].contains(name)), "{imports:?}");
        assert!(!imports.is_empty());
    }
}
