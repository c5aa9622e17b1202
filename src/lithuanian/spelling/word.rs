//! The words of a text with their context.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::exempt::is_name_particle;

const SOFT_HYPHEN: char = '\u{ad}';
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// A word with its context.
pub(in crate::lithuanian) struct Word<'a> {
    /// The byte range in the text.
    pub(in crate::lithuanian) range: Range<usize>,
    /// The word as written.
    pub(in crate::lithuanian) text: &'a str,
    /// The previous word.
    pub(in crate::lithuanian) previous: Option<&'a str>,
    /// The text between the previous word, or the start of the text, and this word.
    pub(in crate::lithuanian) gap: &'a str,
    /// The text after it.
    pub(in crate::lithuanian) after: &'a str,
}

/// The words of a text, in order.
pub(in crate::lithuanian) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut previous: Option<Range<usize>> = None;
    text.unicode_word_indices()
        // UAX #29 takes `darbai.Jis` and `_darbai_` as one word.
        .flat_map(|(start, word)| {
            word.split_inclusive(is_separator).scan(start, |end, part| {
                let start = *end;
                *end += part.len();
                Some((start, part.trim_end_matches(is_separator)))
            })
        })
        .filter(|(_, word)| !word.is_empty())
        .map(move |(start, word)| {
            let range = start..start + word.len();
            let before = previous.replace(range.clone());
            Word {
                text: word,
                previous: before.clone().and_then(|before| text.get(before)),
                gap: text.get(before.map_or(0, |before| before.end)..start).unwrap_or_default(),
                after: text.get(range.end..).unwrap_or_default(),
                range,
            }
        })
}

fn is_separator(letter: char) -> bool {
    !(letter.is_alphanumeric() || is_combining_mark(letter) || matches!(letter, SOFT_HYPHEN | '\'' | '’'))
}

/// The word as in a dictionary: composed (NFC) and without soft hyphens.
pub(in crate::lithuanian) fn normalized(word: &str) -> String {
    word.chars().filter(|letter| *letter != SOFT_HYPHEN).nfc().collect()
}

impl<'a> Word<'a> {
    /// Whether a hyphen joins it to the previous word.
    pub(super) fn follows_hyphen(&self) -> bool {
        let mut gap = self.gap.chars();
        gap.next().is_some_and(|only| HYPHENS.contains(&only)) && gap.next().is_none()
    }

    /// Whether a hyphen directly follows it.
    pub(super) fn precedes_hyphen(&self) -> bool {
        self.after.starts_with(HYPHENS)
    }

    /// Whether its first letter is a capital.
    pub(super) fn is_capitalized(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether the next word is capitalised, with only white space in between.
    pub(super) fn precedes_capital(&self) -> bool {
        self.after.trim_start().starts_with(char::is_uppercase)
    }

    /// The next word, if it is capitalised, with only white space, initials and name particles in between.
    pub(super) fn next_capitalized(&self) -> Option<&'a str> {
        let mut rest = self.after.strip_prefix(char::is_whitespace)?.trim_start();
        loop {
            let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
            let (next, after) = rest.split_at_checked(end)?;
            if is_name_particle(next) {
                rest = after.trim_start();
                continue;
            }
            if !next.starts_with(char::is_uppercase) {
                return None;
            }
            match after.strip_prefix('.') {
                Some(after) if next.chars().count() == 1 => rest = after.trim_start(),
                _ => return Some(next),
            }
        }
    }

    /// Whether it is the only word in quotation marks.
    pub(super) fn is_quoted(&self) -> bool {
        self.opens_quotation() && self.closes_quotation()
    }

    /// Whether an opening quotation mark directly precedes it.
    pub(super) fn opens_quotation(&self) -> bool {
        self.gap.ends_with(['„', '"', '«', '“', '‚'])
    }

    /// Whether a closing quotation mark directly follows it.
    pub(super) fn closes_quotation(&self) -> bool {
        self.after.starts_with(['“', '"', '”', '»', '‘'])
    }
}
