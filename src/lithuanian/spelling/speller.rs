//! The check of a text.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::abbreviation::is_abbreviation;
use super::accepted;
use super::address::Addresses;
use super::dictionary::Dictionary;
use super::exempt::{by_looks, is_name_particle};
use super::first_part::{after_first_part, is_first_part};
use super::sentence;
use super::suggestion::suggestions;
use super::word::{Word, normalized, words};

/// The most different words that one speller looks for suggestions to, at 5 to 20 ms each. A text
/// with more wrong words is hardly Lithuanian.
const MOST_SUGGESTED: usize = 50;

/// Finds wrong words in texts; see [the module](super) for which words those are.
pub struct Speller {
    lithuanian: &'static Dictionary,
    accepted: Dictionary,
    /// What was suggested for words so far.
    suggested: Mutex<HashMap<String, Vec<String>>>,
}

/// A word that is in no dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling {
    /// The bytes of the text that it takes.
    pub range: Range<usize>,
    /// The word as it stands in the text.
    pub word: String,
    /// What may have been meant, the likeliest first; at most five, and none for a word of more
    /// than 20 letters or after fifty different wrong words.
    pub suggestions: Vec<String>,
}

impl Speller {
    /// A speller that accepts further words, whatever their capitals.
    ///
    /// A word in its base form (`klasteris`, `inovatyvus`, `antreprenerystė`) is
    /// accepted in its inflected forms as well. Of several words in one text, such as a name, each
    /// is accepted.
    pub fn new<'a>(accepted: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            lithuanian: Dictionary::lithuanian(),
            accepted: accepted::dictionary(accepted),
            suggested: Mutex::default(),
        }
    }

    /// The wrong words of a text, plain or with inline Markdown, in their order.
    pub fn misspellings(&self, text: &str) -> Vec<Misspelling> {
        let addresses = Addresses::of(text);
        words(text)
            .filter(|word| !addresses.touch(&word.range))
            .filter_map(|word| {
                let spelling = normalized(word.text);
                (!is_exempt(&word, &spelling) && !self.is_right(&spelling)).then(|| Misspelling {
                    suggestions: self.suggestions(&spelling),
                    word: word.text.to_owned(),
                    range: word.range,
                })
            })
            .collect()
    }

    fn is_right(&self, word: &str) -> bool {
        self.is_known(word) || {
            let lower = word.to_lowercase();
            after_first_part(&lower).any(|rest| self.is_known(rest))
        }
    }

    fn is_known(&self, word: &str) -> bool {
        self.lithuanian.contains(word) || self.accepted.contains(word)
    }

    fn suggestions(&self, word: &str) -> Vec<String> {
        let mut suggested = self.suggested.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = suggested.get(word) {
            return known.clone();
        }
        if suggested.len() >= MOST_SUGGESTED {
            return Vec::new();
        }
        let new = suggestions(word, &[&self.accepted, self.lithuanian]);
        suggested.insert(word.to_owned(), new.clone());
        new
    }
}

/// Whether a word need not be in a dictionary, by its looks or by its neighbours.
fn is_exempt(word: &Word<'_>, spelling: &str) -> bool {
    by_looks(spelling)
        || is_ending(word)
        || (word.after.starts_with('.') && is_abbreviation(spelling))
        || (word.precedes_hyphen() && is_first_part(&spelling.to_lowercase()))
        || (is_name_particle(spelling) && word.precedes_capital())
        || (word.is_capitalized() && !sentence::starts_after(word.previous, word.gap))
}

/// Whether it is what a hyphen joins to a number or to capitals.
fn is_ending(word: &Word<'_>) -> bool {
    word.follows_hyphen()
        && word
            .previous
            .is_some_and(|previous| previous.ends_with(|last: char| last.is_numeric() || last.is_uppercase()))
}
