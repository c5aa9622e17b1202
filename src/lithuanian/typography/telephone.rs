//! Telephone numbers, whose digits and hyphens are nobody's to change.

use std::sync::LazyLock;

use regex::Regex;

/// Whether a text ends within a telephone number or right before one: after `+370 615 `, `(8 615) ` or
/// `tel. 8 `.
pub(super) fn ends_in(text: &str) -> bool {
    static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(
            r"(?x)(?:
                (?:^|\W)\+\d[\d\ \u{a0}()-]*
                | (?:^|[^\w.,])\(?8[\ \u{a0}-]\(?\d{1,3}\)?[\ \u{a0}-]
                | \b(?i:tel|mob|faks)\w*\.?:?[\d\ \u{a0}()-]*
            )$",
        )
        .ok()
    });
    NUMBER.as_ref().is_some_and(|number| number.is_match(last_words(text)))
}

/// The end of a text, long enough to tell what comes next.
pub(super) fn last_words(text: &str) -> &str {
    /// In bytes.
    const LENGTH: usize = 80;
    text.get(text.floor_char_boundary(text.len().saturating_sub(LENGTH))..).unwrap_or_default()
}
