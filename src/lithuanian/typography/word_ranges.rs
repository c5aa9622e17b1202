//! Ranges of words: `sausio–kovo`, `pirmadieniais–penktadieniais`, `Vilnius–Kaunas`.
//!
//! VLKK (consultation *Brūkšnelis, brūkšnys*) prescribes a dash without spaces between single words that bound a time or
//! a place. A hyphen between other words is kept, because such a range cannot be distinguished from a compound,
//! `kultūrinių-kūrybinių`, or a double surname, `Žemkalnis-Landsbergis`.

use super::context::{is_space, last_word, starts_digit};
use super::running_text::Edit;
use super::{calendar, places};
use crate::patterns::patterns;

patterns! {
    /// Two words and the sign between them.
    WORDS = r"(?:^|[^\p{L}\p{N}])(\p{L}+)([ \u{a0}]?(?:--?|–|—)[ \u{a0}]?)(\p{L}+)";
}

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    // The end of one range may be the start of the next.
    for found in WORDS.matches(text, |found| Some(found.get(2)?.end() - 1)) {
        let (Some(first), Some(between), Some(second)) = (found.get(1), found.get(2), found.get(3)) else {
            break;
        };
        let before = text.get(..first.start()).unwrap_or_default();
        let after = text.get(second.end()..).unwrap_or_default();
        // A compound of more than two words is kept.
        let follows_range = edits.last().is_some_and(|last| last.range.end == first.start());
        let goes_on =
            after.starts_with(|c: char| c.is_alphanumeric()) || before.ends_with('-') && !follows_range;
        let is_spaced = between.as_str().contains(is_space);
        // A month with a day is a bound of two words, so the dash keeps its spaces.
        let has_days = last_word(before).ends_with("d.") || starts_digit(after.trim_start_matches(is_space));
        let is_range = calendar::are_months(first.as_str(), second.as_str()) && !(is_spaced && has_days)
            || calendar::are_weekdays(first.as_str(), second.as_str())
            || !is_spaced && places::are_of_one_case(first.as_str(), second.as_str());
        if is_range && !goes_on && between.as_str() != "–" {
            edits.push(Edit::new(between.range(), "–"));
        }
    }
    edits
}
