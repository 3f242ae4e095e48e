//! What a status and its headers say.

use madoguchi_schema::scalar::Day;
use madoguchi_sources::{Answer, Blocked, Unreachable};
use ureq::http::{HeaderMap, header};
use url::Url;

/// How a visit goes on.
pub(super) enum Next {
    /// The page is here.
    Page,
    /// It ends so.
    Is(Answer),
    /// It ends so, and the host wants to be left alone.
    Pause(Answer),
    /// It goes on at another address of the same host.
    To(Url),
}

pub(super) fn next(at: &Url, status: u16, headers: &HeaderMap) -> Next {
    let refused = Answer::Blocked(Blocked::Status { status });
    match status {
        200 | 203 => Next::Page,
        304 => Next::Is(Answer::NotModified),
        301 | 302 | 303 | 307 | 308 => redirect(at, headers),
        404 | 410 => Next::Is(Answer::Gone { status }),
        401 | 403 | 451 => Next::Is(refused),
        429 => Next::Pause(refused),
        503 if headers.contains_key(header::RETRY_AFTER) => Next::Pause(refused),
        _ => Next::Is(Answer::Unreachable(Unreachable::Status { status })),
    }
}

fn redirect(at: &Url, headers: &HeaderMap) -> Next {
    let to = headers.get(header::LOCATION).and_then(|to| to.to_str().ok()).and_then(|to| at.join(to).ok());
    match to {
        Some(to) if !matches!(to.scheme(), "http" | "https") => Next::Is(Answer::Unreachable(Unreachable::Redirects)),
        Some(to) if is_same_host(at, &to) => Next::To(to),
        Some(to) => Next::Is(Answer::OtherHost { to: to.to_string() }),
        None => Next::Is(Answer::Unreachable(Unreachable::Garbled)),
    }
}

/// The same name, and no other port than that of its scheme.
fn is_same_host(a: &Url, b: &Url) -> bool {
    a.host_str() == b.host_str() && a.port() == b.port() && b.username().is_empty() && b.password().is_none()
}

/// The day in Japan of a time in a header.
pub(super) fn day(text: &str) -> Option<Day> {
    let time = jiff::fmt::rfc2822::parse(text).ok()?;
    Some(time.with_time_zone(jiff::tz::TimeZone::fixed(jiff::tz::offset(9))).date().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_day_in_japan() {
        let of = |text| day(text).map(|day| day.to_string());
        assert_eq!(of("Sat, 21 Nov 2026 15:30:00 GMT").as_deref(), Some("2026-11-22"));
        assert_eq!(of("yesterday"), None);
    }

    #[test]
    fn only_the_same_host_is_followed() {
        let at = Url::parse("https://www.city.mihon.example/a").unwrap();
        let to = |to: &str| {
            let headers = HeaderMap::from_iter([(header::LOCATION, to.parse().unwrap())]);
            match next(&at, 301, &headers) {
                Next::To(to) => to.to_string(),
                Next::Is(Answer::OtherHost { to }) => format!("other: {to}"),
                _ => "nothing".to_owned(),
            }
        };
        assert_eq!(to("/b"), "https://www.city.mihon.example/b");
        assert_eq!(to("http://www.city.mihon.example/a"), "http://www.city.mihon.example/a");
        assert_eq!(to("//city.mihon.example/"), "other: https://city.mihon.example/");
        assert_eq!(to("https://www.city.mihon.example:8443/"), "other: https://www.city.mihon.example:8443/");
        assert_eq!(to("https://a@www.city.mihon.example/"), "other: https://a@www.city.mihon.example/");
        assert_eq!(to("javascript:alert(1)"), "nothing");
        assert_eq!(to("file:///etc/passwd"), "nothing");
    }
}
