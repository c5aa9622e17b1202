//! Addresses in a text, which are not checked as words.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};

/// The web and e-mail addresses of a text, and its Markdown link targets.
pub(in crate::lithuanian) struct Addresses {
    /// In order, without overlaps.
    addresses: Vec<Range<usize>>,
    /// In order, without overlaps.
    targets: Vec<Range<usize>>,
}

impl Addresses {
    /// Finds them in a text.
    pub(in crate::lithuanian) fn of(text: &str) -> Self {
        let mut finder = LinkFinder::new();
        finder.url_must_have_scheme(false);
        let addresses = finder
            .links(text)
            .filter(|link| match link.kind() {
                LinkKind::Url => has_scheme(link.as_str()) || is_bare_host(link.as_str()),
                _ => true,
            })
            .map(|link| link.start()..link.end())
            .collect();
        Self { addresses, targets: link_targets(text) }
    }

    /// Whether any of the bytes belong to an address.
    pub(in crate::lithuanian) fn touch(&self, bytes: &Range<usize>) -> bool {
        [&self.addresses, &self.targets].into_iter().any(|ranges| {
            let next = ranges.partition_point(|range| range.end <= bytes.start);
            ranges.get(next).is_some_and(|range| range.start < bytes.end)
        })
    }
}

/// From `](` to the closing bracket or to white space, which may be followed by a title.
fn link_targets(text: &str) -> Vec<Range<usize>> {
    let mut targets = Vec::new();
    let mut from = 0;
    while let Some(target) = text.get(from..).and_then(|rest| {
        let start = rest.find("](")?;
        let length = rest.get(start..)?.find(|end: char| end == ')' || end.is_whitespace());
        Some(from + start..length.map_or(text.len(), |length| from + start + length))
    }) {
        from = target.end;
        targets.push(target);
    }
    targets
}

fn has_scheme(link: &str) -> bool {
    link.contains("://")
}

/// Matches `www.lsik.lt` and `lsik.lt/naujienos`, but not `darbai.Jis`, which lacks a space.
fn is_bare_host(link: &str) -> bool {
    let host = link.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let top = host.rsplit('.').next().unwrap_or_default();
    !host.contains(char::is_uppercase) && top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_lowercase())
}
