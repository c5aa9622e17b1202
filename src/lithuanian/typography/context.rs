//! The text before and after a position.
//!
//! Each function reads a bounded number of characters, so that the rules take linear time.

pub(super) const NBSP: &str = "\u{a0}";

/// Marks that may directly precede a word.
pub(super) const OPENING_MARKS: &[char] = &['(', '[', '{', '„', '“', '"', '«', '*', '…'];

/// The maximum number of bytes read in either direction.
const REACH: usize = 80;

/// Whether a character is a space or a no-break space.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

/// The end of a text.
pub(super) fn tail(text: &str) -> &str {
    text.get(text.floor_char_boundary(text.len().saturating_sub(REACH))..).unwrap_or_default()
}

/// The beginning of a text.
pub(super) fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(REACH.min(text.len()))).unwrap_or_default()
}

/// The last word of a text with its punctuation, without opening marks and trailing spaces.
pub(super) fn last_word(text: &str) -> &str {
    let text = tail(text).trim_end_matches(is_space);
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.trim_start_matches(OPENING_MARKS)
}

/// A text without a leading space.
pub(super) fn after_space(text: &str) -> &str {
    text.strip_prefix(is_space).unwrap_or(text)
}

/// The letters at the start of a text.
pub(super) fn letters(text: &str) -> &str {
    let text = head(text);
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Whether a text begins with a lower-case letter.
pub(super) fn starts_lower(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Whether a text begins with a capital letter.
pub(super) fn starts_upper(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Whether a text begins with a digit.
pub(super) fn starts_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text ends in a digit.
pub(super) fn ends_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}
