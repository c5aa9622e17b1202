//! Web and e-mail addresses in running text.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

use super::abbreviations::{BEFORE_ANY_WORD, TITLES};
use super::units;

/// Top-level domains after which even a host name that looks like an abbreviation is an address: `doc.lt`.
const COMMON_DOMAINS: &[&str] = &["lt", "eu", "com", "org", "net", "info"];

/// The ranges of the addresses in a text, in order.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
        .links(text)
        .filter_map(|link| {
            // linkify accepts no-break spaces in addresses.
            let address = link.as_str().split(char::is_whitespace).next().unwrap_or_default();
            let is_address = *link.kind() == LinkKind::Email || address.contains("://") || is_host(address);
            is_address.then(|| link.start()..link.start() + address.len())
        })
        .collect()
}

/// Whether an address without a scheme begins with a host name. Words joined by a full stop look similar: `J.Jonaitis`,
/// `pr.Kr.`, `2023m.gegužės`. A top-level domain has ASCII letters of one case.
fn is_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
        return true;
    }
    let Some((name, domain)) = host.rsplit_once('.') else { return false };
    let of_one_case = domain.chars().all(|c| c.is_ascii_lowercase())
        || host.chars().all(|c| !c.is_ascii_lowercase()) && domain.chars().all(|c| c.is_ascii_uppercase());
    name.chars().count() > 1 && domain.len() > 1 && of_one_case && !is_abbreviation(name, domain)
}

/// Whether a supposed host name is an abbreviation with a word after it: `el.paslaugos`, `prof.dr.`, `10proc.nuolaida`
fn is_abbreviation(name: &str, domain: &str) -> bool {
    let abbreviation = format!("{}.", name.to_lowercase());
    let is_known = [TITLES, BEFORE_ANY_WORD].iter().any(|list| list.contains(&abbreviation.as_str()));
    let unit = abbreviation.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_unit = unit.len() < abbreviation.len() && units::at_start(unit).is_some();
    (is_known || is_unit) && !COMMON_DOMAINS.contains(&domain)
}
