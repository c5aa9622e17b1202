//! Characters that are not what they seem, or cannot be shown.

use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::{Alphabet, Problem};
use crate::lithuanian::typography;
use crate::report::KeyPath;
use crate::report::Report;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        let words = text.words();
        for word in words.split(|c: char| !c.is_alphanumeric()) {
            found.extend(lookalike(&path, word));
        }
        // Each kind of character is pointed out once in a text.
        let mut known: Vec<char> = Vec::new();
        for c in words.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER || is_control(*c)) {
            if !known.contains(&c) {
                known.push(c);
                let problem = if c == char::REPLACEMENT_CHARACTER {
                    Problem::ReplacementCharacter
                } else {
                    Problem::ControlCharacter(c)
                };
                found.push(Finding::new(problem).at_words(&path, c, Role::Here));
            }
        }
    }
    found
}

/// Every character that no typeface can show, once in each text. PDF/A allows none of them: a
/// character without a shape has no meaning on the page (ISO 19005-2, 6.2.11.8). The hyphens of word processors are
/// printed as the ordinary one.
pub fn unsupported(report: &Report, shows: impl Fn(char) -> bool) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in report.texts() {
        let mut known: Vec<char> = Vec::new();
        for c in text.words().chars() {
            let has_shape =
                !c.is_whitespace() && !is_control(c) && !is_invisible(c) && !typography::is_hyphen(c);
            // The replacement character has a finding of its own.
            if has_shape && c != char::REPLACEMENT_CHARACTER && !known.contains(&c) && !shows(c) {
                known.push(c);
                found.push(Finding::new(Problem::UnsupportedCharacter(c)).at_words(&path, c, Role::Here));
            }
        }
    }
    found
}

/// The first letter of a word of Latin letters that is of another alphabet and looks like one.
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

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{85}')
}

/// Characters that take no ink by their nature: soft hyphens, joiners, marks of direction,
/// selectors of variants (Unicode, `Default_Ignorable_Code_Point`).
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
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
