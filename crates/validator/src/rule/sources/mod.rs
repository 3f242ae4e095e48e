//! sources

pub(crate) mod copied_page;
pub(crate) mod earlier_version_cited;
pub(crate) mod look_alike_host;
pub(crate) mod page_of_another_municipality;
pub(crate) mod same_page_twice;
pub(crate) mod shortened_address;
pub(crate) mod tracking_address;
pub(crate) mod unofficial_host;
pub(crate) mod version_order;

use super::Rule;

/// The rules of this family, by code.
pub(super) const RULES: &[&Rule] = &[
    &unofficial_host::RULE,
    &shortened_address::RULE,
    &tracking_address::RULE,
    &page_of_another_municipality::RULE,
    &copied_page::RULE,
    &same_page_twice::RULE,
    &look_alike_host::RULE,
    &version_order::RULE,
    &earlier_version_cited::RULE,
];

/// Whether a host is one of these, or below one of them.
fn is_at(host: &str, hosts: &[&str]) -> bool {
    hosts.iter().any(|known| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

/// What two addresses of one page have in common: without scheme, tracking, fragment and last slash.
fn page(address: &str) -> String {
    let clean = tracking_address::cleaned(address);
    let page = clean.split_once("://").map_or(clean.as_str(), |(_, rest)| rest);
    page.trim_end_matches('/').to_owned()
}
