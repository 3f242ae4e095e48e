/// A language of the site. It runs through everything that becomes text, so that a further
/// language is a folder of messages, its prose, and its name in [`Lang::ALL`].
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
    /// Every language of the site.
    pub const ALL: [Self; 3] = [Self::Ja, Self::Plain, Self::En];

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

    /// The language's own name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::Plain => "やさしい日本語",
            Self::En => "English",
        }
    }
}
