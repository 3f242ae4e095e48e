use madoguchi_schema::model::{Label, Note};

/// A language of the site. It runs through everything that becomes text, so that a further
/// language is a message file, its prose, and its name in [`Lang::RENDERED`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Japanese.
    Ja,
    /// Plain Japanese (やさしい日本語).
    Plain,
    /// English.
    En,
}

impl Lang {
    /// The languages that are written today.
    pub const RENDERED: [Self; 1] = [Self::Ja];

    /// The tag for `lang` attributes. Plain Japanese is Japanese: `ja-easy` is no tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja | Self::Plain => "ja",
            Self::En => "en",
        }
    }

    /// The folder of the language's pages below the site's root.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Ja => "",
            Self::Plain => "easy/",
            Self::En => "en/",
        }
    }

    /// The language's name in `messages/` and `prose/`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::Plain => "easy",
            Self::En => "en",
        }
    }

    /// A city's label; Japanese where it has not been written in this language.
    #[must_use]
    pub fn label(self, label: &Label) -> &str {
        let other = match self {
            Self::Ja => None,
            Self::Plain => label.plain.as_ref(),
            Self::En => label.en.as_ref(),
        };
        other.unwrap_or(&label.ja).as_str()
    }

    /// A note; Japanese where it has not been written in this language.
    #[must_use]
    pub fn note(self, note: &Note) -> &str {
        let other = match self {
            Self::Ja | Self::Plain => None,
            Self::En => note.en.as_ref(),
        };
        other.unwrap_or(&note.ja).as_str()
    }
}
