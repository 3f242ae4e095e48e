//! The network itself: addresses of private networks are not asked, whatever a name says.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use madoguchi_sources::Unreachable;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

use super::Manners;

/// What asks: no cookies, no redirects of its own, no proxy that would look names up for us.
pub(super) fn agent(manners: &Manners) -> ureq::Agent {
    let config = Config::builder()
        .user_agent(&manners.agent)
        .accept("text/html, application/xhtml+xml, text/plain;q=0.5, */*;q=0.1")
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .timeout_global(Some(manners.time))
        .build();
    ureq::Agent::with_parts(
        config,
        DefaultConnector::new(),
        Public { inner: DefaultResolver::default(), testing: manners.testing },
    )
}

/// Looks names up, and refuses addresses that are not of the public network.
#[derive(Debug)]
struct Public {
    inner: DefaultResolver,
    testing: Option<SocketAddr>,
}

impl Resolver for Public {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut allowed = self.empty();
        if let Some(server) = self.testing {
            allowed.push(server);
            return Ok(allowed);
        }
        let found = match self.inner.resolve(uri, config, timeout) {
            Err(Error::Io(_)) => return Err(Error::HostNotFound),
            found => found?,
        };
        found.iter().filter(|address| is_public(address.ip())).for_each(|address| allowed.push(*address));
        if allowed.is_empty() { Err(Error::Other(Box::new(Private))) } else { Ok(allowed) }
    }
}

/// A name led into a private network.
#[derive(Debug)]
struct Private;

impl fmt::Display for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the address is not of the public network")
    }
}

impl std::error::Error for Private {}

/// Whether an address is of the public network (the special ones are of RFC 6890 and its successors).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => match embedded(v6) {
            Some(v4) => is_public_v4(v4),
            // Global unicast, without what is for documentation or for tests.
            None => {
                v6.segments()[0] & 0xe000 == 0x2000
                    && !matches!(v6.segments(), [0x2001, 0xdb8 | 0x0..0x200, ..] | [0x3fff, 0..0x1000, ..])
            }
        },
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let is_special = a == 0
        || a >= 240
        || v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_multicast()
        || v4.is_broadcast()
        || v4.is_documentation()
        || a == 100 && (64..128).contains(&b)
        || a == 198 && (b == 18 || b == 19)
        || [a, b, c] == [192, 0, 0]
        || [a, b, c] == [192, 88, 99];
    !is_special
}

/// The address of the old kind that stands in one of the new: mapped, translated (64:ff9b::), or 6to4.
fn embedded(v6: Ipv6Addr) -> Option<Ipv4Addr> {
    let v4 = |a: u16, b: u16| Ipv4Addr::from((u32::from(a) << 16) | u32::from(b));
    match v6.segments() {
        [0, 0, 0, 0, 0, 0xffff, a, b] | [0x64, 0xff9b, 0, 0, 0, 0, a, b] | [0x2002, a, b, ..] => Some(v4(a, b)),
        _ => None,
    }
}

/// Why there was no answer.
pub(super) fn why(error: &Error) -> Unreachable {
    match error {
        Error::HostNotFound => Unreachable::Name,
        Error::Other(other) if other.is::<Private>() => Unreachable::PrivateAddress,
        Error::Timeout(_) => Unreachable::Time,
        Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => Unreachable::Certificate,
        Error::LargeResponseHeader(..) | Error::BodyExceedsLimit(_) => Unreachable::Size,
        Error::Io(io) => of_io(io),
        Error::Protocol(_) | Error::Decompress(..) | Error::Http(_) | Error::BadUri(_) => Unreachable::Garbled,
        _ => Unreachable::Connection,
    }
}

fn of_io(error: &std::io::Error) -> Unreachable {
    use std::io::ErrorKind::{InvalidData, InvalidInput, TimedOut};
    match error.kind() {
        TimedOut => Unreachable::Time,
        // What is no HTTP has an error of its own: before it comes the secure connection.
        InvalidData => Unreachable::Certificate,
        InvalidInput => Unreachable::Garbled,
        _ => Unreachable::Connection,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_refused_in_every_spelling() {
        for text in [
            "127.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
            "::7f00:1",
        ] {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
        for text in ["203.104.1.1", "8.8.8.8", "2400:2410::1", "2001:200::1", "::ffff:8.8.8.8"] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }
}
