//! Spaces that were not typed: `25kg`, `2023m.`, `t.y.`, `Nr.5`, `J.Jonaitis`.
//!
//! Numbers and units, abbreviations in two parts, initials and names have a space between them (VLKK; EU style guide),
//! and it is one that does not break.

use super::abbreviations::{BEFORE_DIGITS, PAIRS};
use super::context::{NBSP, OPENING_MARKS, head, tail};
use super::pattern::patterns;
use super::running_text::Edit;
use super::units;

patterns! {
    /// A digit and the letters or the sign after it.
    MEASURED = r"[0-9]()[\p{L}%‰€°]";
    /// A full stop between an abbreviation, or an initial, and what it belongs to.
    STOP = r"\p{L}\.()[\p{L}0-9]";
    /// One more initial perhaps, and a name.
    NAME = r"^(?:\p{Lu}\.)?(?:[ \u{a0}]?\p{Lu}\p{Ll}{2})";
}

/// Units of one letter or two that are letters of classes, houses and models as well: `5g`, `12t`.
const LETTERS: &[&str] = &["m", "g", "t", "l", "W", "s", "h"];

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = MEASURED
        .replace_group(text, NBSP)
        .into_iter()
        .filter(|edit| {
            let (before, after) = around(text, edit);
            is_number_with_unit(before, after)
        })
        .collect();
    edits.extend(STOP.replace_group(text, NBSP).into_iter().filter(|edit| {
        let (before, after) = around(text, edit);
        is_abbreviation(before, after) || is_initial(before, after)
    }));
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

fn around<'t>(text: &'t str, edit: &Edit) -> (&'t str, &'t str) {
    text.split_at_checked(edit.range.start).unwrap_or_default()
}

/// Whether a text ends in a number that stands alone, and the other begins with its unit.
fn is_number_with_unit(before: &str, after: &str) -> bool {
    let before = tail(before);
    let number_start = before.trim_end_matches(|c: char| c.is_ascii_digit() || ".,:–-".contains(c)).len();
    let (context, number) = before.split_at_checked(number_start).unwrap_or_default();
    if context.ends_with(|c: char| c.is_alphanumeric() || "_/\\@#&=+".contains(c))
        || number.starts_with(['.', ',', ':'])
    {
        return false;
    }
    let unit = units::word(after);
    if unit.starts_with(['%', '‰', '€']) {
        return true;
    }
    let rest = after.get(unit.len()..).unwrap_or_default();
    let goes_on =
        rest.starts_with(|c: char| c.is_alphanumeric() && !unit.ends_with('.') || c == '-' || c == '_');
    let bare = unit.trim_end_matches('.');
    let is_letter = LETTERS.contains(&bare) && !matches!(unit, "m.");
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_long = number.contains(',') || digits > 2 || bare == "m" && digits == 2;
    let is_street = matches!(unit, "a." | "g." | "l." | "t.");
    unit != "°" && !goes_on && !is_street && units::at_start(after).is_some() && (!is_letter || is_long)
}

/// Whether a text ends in an abbreviation that what begins the other belongs to.
fn is_abbreviation(before: &str, after: &str) -> bool {
    let word = last_part(before);
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        let word = word.to_lowercase();
        return BEFORE_DIGITS.contains(&word.as_str()) || matches!(word.as_str(), "tel." | "mob." | "faks.");
    }
    let word = word.to_lowercase();
    let after = head(after);
    PAIRS.iter().any(|(first, second)| {
        let rest = after.strip_prefix(second);
        word == *first && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

/// Whether a text ends in an initial, and the other begins with a name or with one more initial before it.
fn is_initial(before: &str, after: &str) -> bool {
    let word = last_part(before);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "." && NAME.is_match(head(after))
}

/// The letters at the end of a text and the full stop after them; empty where a letter, a digit or a sign that joins
/// goes before.
fn last_part(text: &str) -> &str {
    let text = tail(text);
    let letters = text.trim_end_matches('.').trim_end_matches(char::is_alphabetic).len();
    let (before, word) = text.split_at_checked(letters).unwrap_or_default();
    let is_alone = before
        .chars()
        .next_back()
        .is_none_or(|c| c.is_whitespace() || OPENING_MARKS.contains(&c) || "-–—/.,;:".contains(c));
    if is_alone { word } else { "" }
}
