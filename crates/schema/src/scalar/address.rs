use super::{Scalar, ScalarFault, ScalarFaultKind, scalar_traits};

/// The address of a web page: `https`, or `http` where the page has no other; no user name, no
/// bare IP number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress {
    text: String,
    host: String,
}

impl WebAddress {
    /// The address as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The host's name.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }
}

impl Scalar for WebAddress {
    const FORMAT: &'static str = "web-address";
    const PATTERN: Option<&'static str> = Some("^https?://");
    const EXAMPLES: &'static [&'static str] = &["https://www.city.example.lg.jp/mynumber/pin.html"];
    const ABOUT: &'static str = "出典ページのアドレス(https。ほかにないときだけ http)。\n\nThe address of the page: https, or http where it has no other.";

    fn parse(text: &str) -> Result<Self, ScalarFault> {
        use ScalarFaultKind::{Control, UrlHost, UrlScheme, UrlShape, UrlUser};
        if let Some(at) = text.find(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(ScalarFault::at(Control, at..at + text[at..].chars().next().map_or(1, char::len_utf8)));
        }
        let scheme_end = text.find(':').unwrap_or(0);
        let parsed = url::Url::parse(text).map_err(|_| ScalarFault::whole(UrlShape))?;
        if !matches!(&text[..scheme_end], "https" | "http") {
            let small = text[..scheme_end].to_ascii_lowercase();
            let fault = ScalarFault::at(UrlScheme, 0..scheme_end);
            let is_large = matches!(small.as_str(), "https" | "http");
            return Err(if is_large { fault.instead(small + &text[scheme_end..]) } else { fault });
        }
        // The parser forgives `https:/host` and `https:host`; a reader of the file does not.
        if !text[scheme_end..].starts_with("://") {
            return Err(ScalarFault::whole(UrlShape));
        }
        let authority = text[scheme_end + 3..].split(['/', '\\', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(ScalarFault::whole(UrlUser));
        }
        match parsed.host() {
            Some(url::Host::Domain(host)) if is_host_name(host) => {
                Ok(Self { text: text.to_owned(), host: host.to_owned() })
            }
            _ => Err(ScalarFault::whole(UrlHost)),
        }
    }
}

/// Two labels at least, each of letters, digits and inner hyphens, the last of letters.
fn is_host_name(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    labels.len() >= 2
        && labels.iter().all(is_label)
        && labels.last().is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()))
}

impl std::fmt::Display for WebAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

scalar_traits!(WebAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_are_no_page_of_the_web_are_refused() {
        for (text, kind) in [
            ("javascript:alert(1)", ScalarFaultKind::UrlScheme),
            ("data:text/html,x", ScalarFaultKind::UrlScheme),
            ("htps://www.city.example.jp/", ScalarFaultKind::UrlScheme),
            ("https:/www.city.example.jp/", ScalarFaultKind::UrlShape),
            ("www.city.example.jp", ScalarFaultKind::UrlShape),
            ("HTTPS://www.city.example.jp/", ScalarFaultKind::UrlScheme),
            ("https://user:pass@city.example.jp/", ScalarFaultKind::UrlUser),
            ("https://@www.city.example.jp/", ScalarFaultKind::UrlUser),
            ("https://127.0.0.1/", ScalarFaultKind::UrlHost),
            ("https://localhost/", ScalarFaultKind::UrlHost),
            ("https://www.city.example.jp/a b", ScalarFaultKind::Control),
        ] {
            assert_eq!(WebAddress::parse(text).unwrap_err().kind, kind, "{text}");
        }
    }
}
