use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// Small letters, digits, single hyphens between them, a letter first.
fn is_kebab(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn kebab_of(text: &str) -> Option<String> {
    let kebab = text
        .trim()
        .split(|c: char| c == '_' || c == '-' || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
        .to_ascii_lowercase();
    is_kebab(&kebab).then_some(kebab)
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $format:literal, $about:literal, [$($example:literal),*];)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Scalar for $name {
            const FORMAT: &'static str = $format;
            const PATTERN: Option<&'static str> = Some("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
            const EXAMPLES: &'static [&'static str] = &[$($example),*];
            const ABOUT: &'static str = $about;

            fn parse(text: &str) -> Result<Self, ScalarFault> {
                if is_kebab(text) {
                    return Ok(Self(text.to_owned()));
                }
                let fault = ScalarFault::whole(ScalarFaultKind::IdShape);
                Err(match kebab_of(text) {
                    Some(kebab) => fault.instead(kebab),
                    None => fault,
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        scalar_traits!($name);
    )+};
}

ids! {
    /// A document, form, letter or other thing to bring (`datasets/vocabulary/documents.yaml`).
    DocumentId = "document-id",
        "書類の識別子。datasets/vocabulary/documents.yaml にあるもの。\n\nA document of the vocabulary.",
        ["my-number-card", "drivers-licence", "power-of-attorney"];
    /// A procedure (`datasets/vocabulary/procedures.yaml`).
    ProcedureId = "procedure-id",
        "手続きの識別子。datasets/vocabulary/procedures.yaml にあるもの。\n\nA procedure of the vocabulary.",
        ["pin-reset", "pin-change"];
    /// Who carries a procedure out (`datasets/vocabulary/applicants.yaml`).
    ApplicantId = "applicant-id",
        "手続きをする人の識別子。datasets/vocabulary/applicants.yaml にあるもの。\n\nA kind of applicant of the vocabulary.",
        ["principal", "legal-representative", "agent"];
    /// A condition of the principal, of the family or of the case (`datasets/vocabulary/conditions.yaml`).
    ConditionId = "condition-id",
        "条件の識別子。datasets/vocabulary/conditions.yaml にあるもの。\n\nA condition of the vocabulary.",
        ["under-15", "adult-ward", "honseki-here"];
    /// What a PIN is used for (`datasets/vocabulary/uses.yaml`).
    UseId = "use-id",
        "暗証番号の使いみちの識別子。datasets/vocabulary/uses.yaml にあるもの。\n\nA use of the vocabulary.",
        ["e-tax", "convenience-store-certificates"];
    /// A source of the same file.
    SourceId = "source-id",
        "このファイルの sources に書いた出典の識別子。\n\nA source of this file.",
        ["pin"];
    /// A counter of the same file.
    CounterId = "counter-id",
        "このファイルの counters に書いた窓口の識別子。\n\nA counter of this file.",
        ["main-desk"];
    /// A rule, change or claim of the national layer.
    RuleId = "rule-id",
        "全国の規則・変更・主張の識別子。\n\nA rule, change or claim of the national layer.",
        ["kiosk-reset-signature"];
}

/// A class of identity documents in a city's own list: `A`, `B`, `C`, `P`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassName(String);

impl ClassName {
    /// The class as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a text has the shape of a class.
    #[must_use]
    pub fn is_class(text: &str) -> bool {
        (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
    }
}

impl Scalar for ClassName {
    const FORMAT: &'static str = "class-name";
    const PATTERN: Option<&'static str> = Some("^[A-Z]{1,2}$");
    const EXAMPLES: &'static [&'static str] = &["A", "B"];
    const ABOUT: &'static str =
        "本人確認書類の区分。大文字1〜2字。\n\nA class of identity documents: one or two capital letters.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        if Self::is_class(text) {
            return Ok(Self(text.to_owned()));
        }
        let fault = ScalarFault::whole(ScalarFaultKind::ClassShape);
        let upper = text.trim().to_ascii_uppercase();
        Err(if Self::is_class(&upper) { fault.instead(upper) } else { fault })
    }
}

impl std::fmt::Display for ClassName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for ClassName {
    fn borrow(&self) -> &str {
        &self.0
    }
}

scalar_traits!(ClassName);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_in_another_spelling_is_refused_with_the_right_one() {
        let fault = DocumentId::parse("My_Number card").unwrap_err();
        assert_eq!(fault.instead.as_deref(), Some("my-number-card"));
        for wrong in ["", "-a", "a-", "a--b", "運転免許証", "1a"] {
            assert!(DocumentId::parse(wrong).is_err(), "{wrong}");
        }
    }
}
