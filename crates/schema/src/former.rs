//! Municipalities whose code ended: merged, made a city, made a designated city. With the day and the
//! codes that have the area since then, so that an old code can be told from a mistyped one.

use crate::national_list::{Line, ListFault, ListFaultKind, Listed, NationalList, lines};
use crate::scalar::{Day, MunicipalityCode, Scalar as _};

/// Its path below `datasets/`.
pub const PATH: &str = "national/former-municipalities.csv";

const HEADER: &str = "code,prefecture,name,kana,kind,ended_on,change,successors";

/// Every code that ended since April 1970, by code and day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FormerList(Vec<Former>);

/// A code that ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The municipality as it was on its last day.
    pub listed: Listed,
    /// The first day without the code.
    pub ended_on: Day,
    /// Why it ended.
    pub change: Change,
    /// Who has its area since that day; they may have ended later themselves.
    pub successors: Vec<MunicipalityCode>,
}

/// Why a code ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Merged with others into a new municipality.
    Merged,
    /// Became part of another municipality.
    Absorbed,
    /// Became a city.
    BecameCity,
    /// Became a designated city.
    Designated,
    /// Came to another district.
    DistrictChanged,
}

impl Change {
    const ALL: [(&'static str, Self); 5] = [
        ("merged", Self::Merged),
        ("absorbed", Self::Absorbed),
        ("became-city", Self::BecameCity),
        ("designated", Self::Designated),
        ("district-changed", Self::DistrictChanged),
    ];
}

impl FormerList {
    /// Reads the list's text.
    ///
    /// # Errors
    ///
    /// Every line that cannot be right, the first fault of each.
    pub fn parse(text: &str) -> Result<Self, Vec<ListFault>> {
        let (mut entries, mut faults): (Vec<Former>, Vec<ListFault>) = (Vec::new(), Vec::new());
        let mut lines = lines(text).skip_while(|line| line.text.starts_with('#'));
        if let Some(header) = lines.next().filter(|line| line.text != HEADER) {
            faults.push(header.fault(ListFaultKind::FormerHeader, header.text));
        }
        for line in lines {
            match former(&line) {
                Ok(former) if entries.last().is_some_and(|last| last.key() >= former.key()) => {
                    faults.push(line.fault(ListFaultKind::Order, line.text));
                }
                Ok(former) => entries.push(former),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Self(entries)) } else { Err(faults) }
    }

    /// Every code that ended, by code and day.
    #[must_use]
    pub fn all(&self) -> &[Former] {
        &self.0
    }

    /// What a code was last.
    #[must_use]
    pub fn get(&self, code: &MunicipalityCode) -> Option<&Former> {
        self.0.iter().rfind(|former| former.listed.code == *code)
    }

    /// The municipalities of today in whose area a former one is, by code.
    #[must_use]
    pub fn today<'l>(&self, former: &Former, list: &'l NationalList) -> Vec<&'l Listed> {
        let mut found: Vec<&Listed> = Vec::new();
        let (mut asked, mut next) = (Vec::new(), former.successors.clone());
        while let Some(code) = next.pop() {
            if asked.contains(&code) {
                continue;
            }
            match list.get(&code) {
                Some(listed) => found.push(listed),
                None => next.extend(self.get(&code).iter().flat_map(|former| former.successors.clone())),
            }
            asked.push(code);
        }
        found.sort_by(|one, other| one.code.cmp(&other.code));
        found
    }
}

impl Former {
    fn key(&self) -> (&MunicipalityCode, Day) {
        (&self.listed.code, self.ended_on)
    }
}

fn former(line: &Line<'_>) -> Result<Former, ListFault> {
    let cells: Vec<&str> = line.text.split(',').collect();
    let &[code, prefecture, name, kana, kind, ended_on, change, successors] = &cells[..] else {
        return Err(line.fault(ListFaultKind::FormerColumns, line.text));
    };
    let listed = line.listed_of([code, prefecture, name, kana, kind])?;
    let ended_on = Day::parse(ended_on).map_err(|_| line.fault(ListFaultKind::Day, ended_on))?;
    let known = Change::ALL.into_iter().find(|(word, _)| *word == change);
    let (_, change) = known.ok_or_else(|| line.fault(ListFaultKind::Change, change))?;
    let codes: Result<Vec<_>, _> = successors.split(' ').map(MunicipalityCode::parse).collect();
    let codes = codes.ok().filter(|codes| !codes.contains(&listed.code));
    let successors = codes.ok_or_else(|| line.fault(ListFaultKind::Successors, successors))?;
    Ok(Former { listed, ended_on, change, successors })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_code_leads_to_the_municipality_of_today() {
        let list =
            NationalList::parse("code,prefecture,name,kana,kind\n032166,岩手県,滝沢市,たきざわし,city\n").unwrap();
        let text =
            format!("# notes\n{HEADER}\n033057,岩手県,滝沢村,たきざわむら,village,2014-01-01,became-city,032166\n");
        let former = FormerList::parse(&text).unwrap();
        let takizawa = former.get(&MunicipalityCode::parse("033057").unwrap()).unwrap();
        assert_eq!((takizawa.change, takizawa.ended_on.to_string()), (Change::BecameCity, "2014-01-01".to_owned()));
        let today = former.today(takizawa, &list);
        assert_eq!(today.iter().map(|listed| listed.name.as_str()).collect::<Vec<_>>(), ["滝沢市"]);
    }

    #[test]
    fn a_line_that_cannot_be_right_is_named() {
        let right = "033057,岩手県,滝沢村,たきざわむら,village,2014-01-01,became-city,032166";
        for (from, to, expected) in [
            (",became-city", "", "former-columns"),
            ("2014-01-01", "2014-13-01", "day"),
            ("became-city", "vanished", "change"),
            ("032166", "033057", "successors"),
            ("032166", "032165", "successors"),
            ("たきざわむら", "タキザワムラ", "kana"),
        ] {
            let text = format!("{HEADER}\n{}\n", right.replace(from, to));
            let faults = FormerList::parse(&text).unwrap_err();
            assert_eq!(faults.iter().map(|fault| (fault.kind.name(), fault.line)).collect::<Vec<_>>(), [(expected, 2)]);
        }
        let twice = format!("{HEADER}\n{right}\n{right}\n");
        assert_eq!(FormerList::parse(&twice).unwrap_err()[0].kind.name(), "order");
        assert_eq!(FormerList::parse("code\n").unwrap_err()[0].kind.name(), "former-header");
    }
}
