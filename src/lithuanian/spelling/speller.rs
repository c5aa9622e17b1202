//! The spell checker.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::abbreviation::is_abbreviation;
use super::accepted;
use super::address::Addresses;
use super::derivation::is_derived;
use super::dictionary::Dictionary;
use super::exempt::{is_exempt_by_form, is_name_particle};
use super::first_part::{after_first_part, is_first_part};
use super::foreign::{Judged, in_phrases};
use super::name::{Names, is_surname};
use super::sentence::{Start, start_after};
use super::suggestion::{differs_in_similar_letters, suggestions};
use super::word::{HYPHENS, Word, normalized, words};

/// The maximum number of different words for which one speller searches for suggestions, at 5 to 20 ms each. A text
/// with more misspelled words is probably not Lithuanian.
const MAX_SUGGESTED: usize = 50;

/// The minimum number of letters of a capitalised word that is taken as a common word with a typo rather than a name,
/// because it is one edit away from a common word. Short names are often one letter away from some word.
const MIN_LETTERS_OF_TYPO: usize = 8;

/// Finds misspelled words in texts; see [the module](super) for the rules.
pub struct Speller {
    lithuanian: &'static Dictionary,
    accepted: Dictionary,
    names: Names,
    /// The cached suggestions.
    suggested: Mutex<HashMap<String, Vec<String>>>,
}

/// A word that is in no dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling {
    /// The byte range in the text.
    pub range: Range<usize>,
    /// The word as written in the text.
    pub word: String,
    /// Suggestions, the most likely first; at most five, and none for a word of more than 20 letters or after
    /// fifty different misspelled words.
    pub suggestions: Vec<String>,
}

impl Speller {
    /// A speller that accepts additional words, with any capitalisation.
    ///
    /// Base forms (`klasteris`, `inovatyvus`, `antreprenerystė`) are accepted in their inflected forms as well. A text
    /// may contain several words, such as a name, each of which is accepted.
    pub fn new<'a>(accepted: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            lithuanian: Dictionary::lithuanian(),
            accepted: accepted::dictionary(accepted),
            names: Names::default(),
            suggested: Mutex::default(),
        }
    }

    /// Learns the names in a text: unknown capitalised words inside a sentence. They are then accepted at the start of
    /// a sentence as well, in any case and any text.
    pub fn learn_names(&mut self, text: &str) {
        for word in words(text) {
            if word.is_capitalized() && start(&word) == Start::None {
                let spelling = normalized(word.text);
                if !is_exempt_by_form(&spelling) && !self.is_right(&spelling) {
                    self.names.insert(&spelling);
                }
            }
        }
    }

    /// The misspelled words of a text, plain or with inline Markdown, in order.
    pub fn misspellings(&self, text: &str) -> Vec<Misspelling> {
        let addresses = Addresses::of(text);
        let judged: Vec<Judged<'_>> = words(text)
            .filter(|word| !addresses.touch(&word.range))
            .map(|word| {
                let spelling = normalized(word.text);
                Judged { is_unknown: !self.is_right(&spelling), spelling, word }
            })
            .collect();
        let in_phrases = in_phrases(&judged);
        judged
            .into_iter()
            .zip(in_phrases)
            .filter_map(|(Judged { word, spelling, is_unknown }, in_phrase)| {
                let is_wrong = is_unknown
                    && !in_phrase
                    && !is_exempt(&word, &spelling)
                    && !self.is_name(&word, &spelling);
                is_wrong.then(|| Misspelling {
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
                || is_derived(&lower, |word| self.lithuanian.contains(word))
        }
    }

    fn is_known(&self, word: &str) -> bool {
        self.lithuanian.contains(word) || self.accepted.contains(word)
    }

    /// Whether an unknown word is taken as a name.
    fn is_name(&self, word: &Word<'_>, spelling: &str) -> bool {
        if !word.is_capitalized() {
            return false;
        }
        let is_common = |word: &str| self.lithuanian.contains(word);
        match start(word) {
            Start::None => true,
            _ if is_surname(spelling, is_common) || self.names.contains(spelling) || word.is_quoted() => true,
            Start::Possible => !self.is_typo(spelling),
            Start::Certain => match word.next_capitalized() {
                None => false,
                Some(next) => {
                    let next = normalized(next);
                    !self.is_known(&next) || is_surname(&next, is_common) || !self.is_typo(spelling)
                }
            },
        }
    }

    /// Whether a capitalised word is a common word with a typo.
    fn is_typo(&self, word: &str) -> bool {
        let is_long = word.chars().count() >= MIN_LETTERS_OF_TYPO;
        self.suggestions(word).iter().any(|suggestion| {
            (is_long || differs_in_similar_letters(word, suggestion))
                && self.lithuanian.contains(&suggestion.to_lowercase())
        })
    }

    fn suggestions(&self, word: &str) -> Vec<String> {
        let mut suggested = self.suggested.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = suggested.get(word) {
            return known.clone();
        }
        if suggested.len() >= MAX_SUGGESTED {
            return Vec::new();
        }
        let new = suggestions(word, &[&self.accepted, self.lithuanian]);
        suggested.insert(word.to_owned(), new.clone());
        new
    }
}

/// Whether a word is exempt from the check because of its form or its context.
fn is_exempt(word: &Word<'_>, spelling: &str) -> bool {
    is_exempt_by_form(spelling)
        || is_ending(word)
        // `#hashtag`, `@account`, and the rest of `(Un)discovered`.
        || word.gap.ends_with(['#', '@'])
        || word.gap == ")"
        || (word.after.starts_with('.') && is_abbreviation(spelling))
        || (word.precedes_hyphen() && is_first_part(&spelling.to_lowercase()))
        || (is_name_particle(spelling) && word.precedes_capital())
}

/// The maximum number of letters of an alternative gender ending in brackets or after a slash; `(-čiosioms)` has eight.
const MAX_ENDING: usize = 9;
/// The maximum after a space, where it could be a word after a dash: `vadovas, -ė`.
const MAX_ENDING_AFTER_SPACE: usize = 4;

/// Whether a word is an ending joined by a hyphen to a number or to capitals, or an alternative gender ending.
fn is_ending(word: &Word<'_>) -> bool {
    let of_number = word.follows_hyphen()
        && word.previous.is_some_and(|previous| {
            previous.ends_with(|last: char| last.is_numeric() || last.is_uppercase())
        });
    of_number || is_ending_of_gender(word)
}

fn is_ending_of_gender(word: &Word<'_>) -> bool {
    let letters = word.text.chars().count();
    let before = word.gap.trim_end_matches(HYPHENS);
    if before.len() == word.gap.len() {
        // Without a hyphen, it directly follows the word: `nariai(ės)`.
        return word.gap == "(" && word.after.starts_with(')') && letters <= MAX_ENDING;
    }
    before.ends_with(['(', '/', '[']) && letters <= MAX_ENDING
        || before.ends_with([',', ' ', '\u{a0}']) && letters <= MAX_ENDING_AFTER_SPACE
}

fn start(word: &Word<'_>) -> Start {
    start_after(word.previous, word.gap)
}
