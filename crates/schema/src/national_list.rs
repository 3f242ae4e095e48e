//! The national list of municipalities: every code with its prefecture, name, reading and kind.
//!
//! It is a table, not YAML: notes (`# …`), one header line, then a line for each municipality, by
//! code. No cell of it needs quotation marks, so none may have them.

use std::sync::Arc;

use crate::fault::Span;
use crate::romaji;
use crate::scalar::{Kana, MunicipalityCode, Prefecture, Scalar as _, Text};

/// Its path below `datasets/`.
pub const PATH: &str = "national/municipalities.csv";
/// It may have this many bytes (1 MiB); the list of 1,741 municipalities needs 89 KB.
pub const MOST_BYTES: usize = 1024 * 1024;

const HEADER: &str = "code,prefecture,name,kana,kind";

/// Every municipality of the country, by code. A clone shares the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NationalList(Arc<Vec<Listed>>);

/// A municipality of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its code.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: Text,
    /// Its name's reading in hiragana.
    pub kana: Kana,
    /// What it is.
    pub kind: MunicipalityKind,
    /// The bytes of its line in the list.
    pub line_span: Span,
    /// The bytes of its name in the list.
    pub name_span: Span,
    /// The bytes of its reading in the list.
    pub kana_span: Span,
}

impl Listed {
    /// The English name, where the kanji and the reading leave no doubt.
    #[must_use]
    pub fn english_name(&self) -> Option<String> {
        romaji::name(self.name.as_str(), self.kana.as_str())
    }
}

/// What a municipality is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MunicipalityKind {
    /// 市
    City,
    /// 東京都の特別区
    Ward,
    /// 町
    Town,
    /// 村
    Village,
}

/// A line of the list that cannot be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFault {
    /// What is wrong.
    pub kind: ListFaultKind,
    /// The line's number, from 1.
    pub line: usize,
    /// The bytes that are wrong.
    pub span: Span,
    /// The line that it contradicts.
    pub related: Option<Span>,
}

/// What can be wrong with a line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListFaultKind {
    /// The first line that is no note is not the header.
    Header,
    /// Not five cells.
    Columns,
    /// No code of a municipality.
    Code,
    /// Not the prefecture of the code.
    Prefecture,
    /// No name.
    Name,
    /// A reading that is not in hiragana.
    Kana,
    /// No known kind, or not that of the name's last character.
    Kind,
    /// The same code as in an earlier line.
    Twice,
    /// A code that belongs before the line above.
    Order,
    /// A list without a municipality.
    Nothing,
    /// Not the header of the former municipalities.
    FormerHeader,
    /// Not eight cells.
    FormerColumns,
    /// No day.
    Day,
    /// No known reason.
    Change,
    /// No codes of municipalities, or the code itself.
    Successors,
}

impl ListFaultKind {
    /// The name of the case, as in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Columns => "columns",
            Self::Code => "code",
            Self::Prefecture => "prefecture",
            Self::Name => "name",
            Self::Kana => "kana",
            Self::Kind => "kind",
            Self::Twice => "twice",
            Self::Order => "order",
            Self::Nothing => "nothing",
            Self::FormerHeader => "former-header",
            Self::FormerColumns => "former-columns",
            Self::Day => "day",
            Self::Change => "change",
            Self::Successors => "successors",
        }
    }
}

impl MunicipalityKind {
    /// The word in the list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Ward => "ward",
            Self::Town => "town",
            Self::Village => "village",
        }
    }

    /// The kind of a municipality of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name.chars().next_back()? {
            '市' => Self::City,
            '区' => Self::Ward,
            '町' => Self::Town,
            '村' => Self::Village,
            _ => return None,
        })
    }
}

impl Listed {
    /// The prefecture.
    #[must_use]
    pub fn prefecture(&self) -> Prefecture {
        self.code.prefecture()
    }
}

impl NationalList {
    /// Reads the list's text.
    ///
    /// # Errors
    ///
    /// Every line that cannot be right, the first fault of each.
    pub fn parse(text: &str) -> Result<Self, Vec<ListFault>> {
        let mut reader = Reader { entries: Vec::new(), faults: Vec::new(), header: false };
        let mut last = Line { number: 1, text: "", start: 0 };
        for line in lines(text) {
            last = line;
            reader.line(line);
        }
        if reader.entries.is_empty() && reader.faults.is_empty() {
            reader.faults.push(last.fault(ListFaultKind::Nothing, last.text));
        }
        if reader.faults.is_empty() { Ok(Self(Arc::new(reader.entries))) } else { Err(reader.faults) }
    }

    /// Every municipality, by code.
    #[must_use]
    pub fn all(&self) -> &[Listed] {
        &self.0
    }

    /// The municipality of a code.
    #[must_use]
    pub fn get(&self, code: &MunicipalityCode) -> Option<&Listed> {
        let at = self.0.binary_search_by(|listed| listed.code.cmp(code)).ok()?;
        self.0.get(at)
    }

    /// Every municipality of a name: more than one where the name is a homonym (松前町, 府中市).
    pub fn named<'l>(&'l self, name: &str) -> impl Iterator<Item = &'l Listed> {
        self.0.iter().filter(move |listed| listed.name.as_str() == name)
    }

    /// The municipalities of a prefecture, by its number in JIS X 0401.
    #[must_use]
    pub fn by_prefecture(&self, number: u8) -> &[Listed] {
        let number_of = |listed: &Listed| listed.prefecture().number;
        let start = self.0.partition_point(|listed| number_of(listed) < number);
        let end = self.0.partition_point(|listed| number_of(listed) <= number);
        self.0.get(start..end).unwrap_or_default()
    }
}

/// A line with its place in the file.
#[derive(Clone, Copy)]
pub(crate) struct Line<'t> {
    pub(crate) number: usize,
    pub(crate) text: &'t str,
    start: usize,
}

/// The lines of a text, without their ends.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n').enumerate().map(move |(i, whole)| {
        let line = Line { number: i + 1, text: whole.trim_end_matches(['\n', '\r']), start };
        start += whole.len();
        line
    })
}

impl<'t> Line<'t> {
    /// The bytes of a part of the line.
    fn span(&self, part: &str) -> Span {
        // Parts are slices of the line, so the distance of their addresses is that of their places.
        let from = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(self.start + from, self.start + from + part.len())
    }

    pub(crate) fn fault(&self, kind: ListFaultKind, part: &str) -> ListFault {
        // An empty cell has no place of its own.
        let span = self.span(if part.is_empty() { self.text } else { part });
        ListFault { kind, line: self.number, span, related: None }
    }

    /// The municipality that the line says.
    fn listed(&self) -> Result<Listed, ListFault> {
        let cells: Vec<&'t str> = self.text.split(',').collect();
        let &[code, prefecture, name, kana, kind] = &cells[..] else {
            return Err(self.fault(ListFaultKind::Columns, self.text));
        };
        self.listed_of([code, prefecture, name, kana, kind])
    }

    /// The municipality of five cells of the line.
    pub(crate) fn listed_of(&self, [code, prefecture, name, kana, kind]: [&'t str; 5]) -> Result<Listed, ListFault> {
        use ListFaultKind as Kind;
        let right = |ok: bool, kind: Kind, cell: &str| if ok { Ok(()) } else { Err(self.fault(kind, cell)) };
        let code_read = MunicipalityCode::parse(code).ok().filter(|code| !code.is_fictional());
        let code_read = code_read.ok_or_else(|| self.fault(Kind::Code, code))?;
        right(code_read.prefecture().ja == prefecture, Kind::Prefecture, prefecture)?;
        let name_read = Text::parse(name).ok().filter(|_| name.chars().all(char::is_alphanumeric));
        let name_read = name_read.ok_or_else(|| self.fault(Kind::Name, name))?;
        let is_hiragana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー');
        let kana_read = Kana::parse(kana).ok().filter(|_| kana.chars().all(is_hiragana));
        let kana_read = kana_read.ok_or_else(|| self.fault(Kind::Kana, kana))?;
        let of_name = MunicipalityKind::of_name(name).filter(|of_name| of_name.name() == kind);
        let kind_read = of_name.ok_or_else(|| self.fault(Kind::Kind, kind))?;
        Ok(Listed {
            code: code_read,
            name: name_read,
            kana: kana_read,
            kind: kind_read,
            line_span: self.span(self.text),
            name_span: self.span(name),
            kana_span: self.span(kana),
        })
    }
}

struct Reader {
    entries: Vec<Listed>,
    faults: Vec<ListFault>,
    header: bool,
}

impl Reader {
    fn line(&mut self, line: Line<'_>) {
        if !self.header {
            if !line.text.starts_with('#') {
                self.header = true;
                if line.text != HEADER {
                    self.faults.push(line.fault(ListFaultKind::Header, line.text));
                }
            }
            return;
        }
        match line.listed() {
            Ok(listed) => self.entry(line, listed),
            Err(fault) => self.faults.push(fault),
        }
    }

    fn entry(&mut self, line: Line<'_>, listed: Listed) {
        let code = line.text.get(..6).unwrap_or(line.text);
        match self.entries.last().filter(|last| last.code >= listed.code) {
            None => self.entries.push(listed),
            Some(last) => {
                let earlier = self.entries.iter().find(|entry| entry.code == listed.code);
                let kind = if earlier.is_some() { ListFaultKind::Twice } else { ListFaultKind::Order };
                let related = Some(earlier.unwrap_or(last).line_span);
                self.faults.push(ListFault { related, ..line.fault(kind, code) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [&str; 5] = [
        "# notes",
        HEADER,
        "013315,北海道,松前町,まつまえちょう,town",
        "132063,東京都,府中市,ふちゅうし,city",
        "384011,愛媛県,松前町,まさきちょう,town",
    ];

    fn faults(text: &str) -> Vec<(&'static str, usize, &str)> {
        let faults = NationalList::parse(text).err().unwrap_or_default();
        faults.iter().map(|fault| (fault.kind.name(), fault.line, fault.span.slice(text).unwrap())).collect()
    }

    #[test]
    fn a_list_is_found_by_code_name_and_prefecture() {
        for end in ["\n", "\r\n"] {
            let text = LINES.join(end);
            let list = NationalList::parse(&text).unwrap();
            let code = |listed: &Listed| listed.code.to_string();
            assert_eq!(list.named("松前町").map(code).collect::<Vec<_>>(), ["013315", "384011"]);
            assert_eq!(list.by_prefecture(13).iter().map(code).collect::<Vec<_>>(), ["132063"]);
            assert!(list.by_prefecture(47).is_empty());
            let masaki = list.get(&MunicipalityCode::parse("384011").unwrap()).unwrap();
            assert_eq!((masaki.prefecture().ja, masaki.kind), ("愛媛県", MunicipalityKind::Town));
            assert_eq!(masaki.kana_span.slice(&text), Some("まさきちょう"));
            assert_eq!(masaki.line_span.slice(&text), Some(LINES[4]));
            assert_eq!(list.get(&MunicipalityCode::parse("172014").unwrap()), None);
        }
    }

    #[test]
    fn a_broken_line_is_named_with_its_number_and_place() {
        for (from, to, expected) in [
            (HEADER, "code,name", ("header", 2, "code,name")),
            (",まさきちょう", "", ("columns", 5, "384011,愛媛県,松前町,town")),
            ("384011", "384012", ("code", 5, "384012")),
            ("384011", "991007", ("code", 5, "991007")),
            ("愛媛県", "香川県", ("prefecture", 5, "香川県")),
            ("府中市", "府 中市", ("name", 4, "府 中市")),
            ("府中市", "\"府中市\"", ("name", 4, "\"府中市\"")),
            ("まさきちょう", "マサキチョウ", ("kana", 5, "マサキチョウ")),
            ("ふちゅうし,city", "ふちゅうし,town", ("kind", 4, "town")),
            ("132063,東京都,府中市,ふちゅうし,city", LINES[2], ("twice", 4, "013315")),
            ("384011,愛媛県,松前町,まさきちょう,town", "011002,北海道,札幌市,さっぽろし,city", ("order", 5, "011002")),
        ] {
            assert_eq!(faults(&LINES.join("\n").replacen(from, to, 1)), [expected]);
        }
        assert_eq!(faults(&LINES[..2].join("\n")), [("nothing", 2, HEADER)]);
        assert_eq!(faults(""), [("nothing", 1, "")]);
    }

    #[test]
    fn every_broken_line_is_named() {
        let text = LINES.join("\n").replace("town", "city");
        assert_eq!(faults(&text), [("kind", 3, "city"), ("kind", 5, "city")]);
    }
}
