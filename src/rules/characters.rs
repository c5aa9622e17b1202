//! Checks for lookalike, control and unsupported characters.

use std::collections::{HashMap, HashSet};

use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::{Alphabet, Problem};
use crate::lithuanian::typography;
use crate::report::{KeyPath, Report, is_bidi_control};

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        let words = text.words();
        for word in words.split(|c: char| !c.is_alphanumeric()) {
            found.extend(lookalike(&path, word));
        }
        // Each character is reported once per text.
        let mut known = HashSet::new();
        for c in words.chars() {
            if let Some(problem) = character_problem(c)
                && known.insert(c)
            {
                found.push(Finding::new(problem).at_words(&path, c, Role::Here));
            }
        }
    }
    found
}

/// Every character without a glyph in any font, once per text. PDF/A forbids references to the missing glyph
/// (ISO 19005-2, 6.2.11.8). Special hyphens are accepted, because they are printed as ordinary hyphens.
pub fn unsupported(report: &Report, shows: impl Fn(char) -> bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut supported = HashMap::new();
    for (path, text) in report.texts() {
        let mut known = HashSet::new();
        for c in text.words().chars() {
            // White space and joiners need no glyph; other problematic characters have a separate finding.
            let needs_glyph = !c.is_whitespace()
                && !is_soft(c)
                && !typography::is_hyphen(c)
                && character_problem(c).is_none();
            if needs_glyph && !*supported.entry(c).or_insert_with(|| shows(c)) && known.insert(c) {
                found.push(Finding::new(Problem::UnsupportedCharacter(c)).at_words(&path, c, Role::Here));
            }
        }
    }
    found
}

/// The problem with a character that is wrong in any context.
fn character_problem(c: char) -> Option<Problem> {
    if c == char::REPLACEMENT_CHARACTER {
        Some(Problem::ReplacementCharacter)
    } else if is_bidi_control(c) {
        Some(Problem::BidiControl(c))
    } else if c.is_control() && c != '\n' {
        Some(Problem::ControlCharacter(c))
    } else {
        None
    }
}

/// The first letter of another alphabet that looks like a Latin letter, in a word with Latin letters.
fn lookalike(path: &KeyPath, word: &str) -> Option<Finding> {
    if !word.chars().any(|c| c.script() == Script::Latin) {
        return None;
    }
    word.chars().find_map(|letter| {
        let alphabet = match letter.script() {
            Script::Cyrillic => Alphabet::Cyrillic,
            Script::Greek => Alphabet::Greek,
            _ => return None,
        };
        let latin =
            skeleton(letter.encode_utf8(&mut [0; 4])).next().filter(|c| c.script() == Script::Latin)?;
        let problem = Problem::LookalikeLetter { word: word.to_owned(), letter, latin, alphabet };
        Some(Finding::new(problem).at_words(path, word, Role::Here))
    })
}

/// Soft hyphens, and the joiners of other scripts.
fn is_soft(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(word: &str) -> Option<(char, char)> {
        match lookalike(&KeyPath::default(), word)?.problem {
            Problem::LookalikeLetter { letter, latin, .. } => Some((letter, latin)),
            _ => None,
        }
    }

    #[test]
    fn letters_of_other_alphabets_are_found_among_latin_ones() {
        assert_eq!(found("kl\u{430}steris"), Some(('\u{430}', 'a')));
        assert_eq!(found("\u{395}uropa"), Some(('\u{395}', 'E')));
        for word in ["klasteris", "Vilnius", "Київ", "šąžįų", "10\u{b5}m", "MTEP"] {
            assert_eq!(found(word), None, "{word}");
        }
    }
}
