use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// A way through a document: keys and positions from its root.
///
/// Whoever checks typed values builds the route as it walks; the tree makes a place of it only
/// when something is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Route(Vec<Part>);

/// One part of a way through a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The value of a key.
    Key(String),
    /// An entry of a list, from 0.
    Index(usize),
}

impl Route {
    /// The route to the root.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The parts, from the root.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The route to a key of this value.
    #[must_use]
    pub fn key(&self, key: impl fmt::Display) -> Self {
        self.with(Part::Key(key.to_string()))
    }

    /// The route to an entry of this list.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Part::Index(index))
    }

    /// The route to the value that holds this one.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.split_last().map(|(_, before)| before.to_vec()).unwrap_or_default())
    }

    fn with(&self, part: Part) -> Self {
        let mut parts = Vec::with_capacity(self.0.len() + 1);
        parts.extend_from_slice(&self.0);
        parts.push(part);
        Self(parts)
    }
}

impl FromIterator<Part> for Route {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        Self(parts.into_iter().collect())
    }
}

impl fmt::Display for Route {
    /// `procedures.pin-reset.steps[2]`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, part) in self.0.iter().enumerate() {
            match part {
                Part::Key(key) if i == 0 => f.write_str(key)?,
                Part::Key(key) => write!(f, ".{key}")?,
                Part::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A text that is no route, with the bytes that are not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteError {
    /// The part between two dots that cannot be read.
    pub at: Range<usize>,
}

impl fmt::Display for RouteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bytes {} to {} are no part of a route", self.at.start, self.at.end)
    }
}

impl std::error::Error for RouteError {}

impl FromStr for Route {
    type Err = RouteError;

    /// Reads what [`Display`](fmt::Display) writes. The root has no text.
    fn from_str(text: &str) -> Result<Self, RouteError> {
        let mut route = Self::root();
        let mut start = 0;
        for part in text.split('.') {
            let at = start..start + part.len();
            let (key, entries) = part.split_at(part.find('[').unwrap_or(part.len()));
            let is_key = !key.is_empty() && !key.contains(|c: char| c == ']' || c.is_whitespace() || c.is_control());
            let is_root_list = start == 0 && key.is_empty() && !entries.is_empty();
            let entries = indices(entries).filter(|_| is_key || is_root_list);
            let Some(entries) = entries else { return Err(RouteError { at }) };
            route.0.extend(is_key.then(|| Part::Key(key.to_owned())));
            route.0.extend(entries.into_iter().map(Part::Index));
            start = at.end + 1;
        }
        Ok(route)
    }
}

/// `[0][12]`
fn indices(mut text: &str) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    while !text.is_empty() {
        let (index, rest) = text.strip_prefix('[')?.split_once(']')?;
        let is_written_so = index.bytes().all(|b| b.is_ascii_digit()) && (index == "0" || !index.starts_with('0'));
        found.push(index.parse().ok().filter(|_| is_written_so)?);
        text = rest;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_read_as_it_is_written() {
        for text in ["municipality", "sources.pin.url", "procedures.pin-reset.at[0]", "a[0][12].b", "[3].a"] {
            assert_eq!(text.parse::<Route>().unwrap().to_string(), text);
        }
        let route = Route::root().key("a").index(2).key("b");
        assert_eq!(route.to_string().parse(), Ok(route));
    }

    #[test]
    fn what_is_no_route_is_refused_at_its_place() {
        for (text, at) in [
            ("", 0..0),
            ("a..b", 2..2),
            ("a.", 2..2),
            ("a.b[", 2..4),
            ("a.b]", 2..4),
            ("a.b[x]", 2..6),
            ("a.b[01]", 2..7),
            ("a.b[0]c", 2..7),
            ("a.[0]", 2..5),
            ("a. b", 2..4),
            ("a[99999999999999999999999]", 0..26),
        ] {
            assert_eq!(text.parse::<Route>(), Err(RouteError { at }), "{text}");
        }
    }
}
