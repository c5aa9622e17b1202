//! Adds no-break spaces.
//!
//! The rules follow the EU Interinstitutional Style Guide in Lithuanian and the author guidelines of Vilnius Tech press;
//! the space before the per cent sign and the currency follows CLDR `lt`.

use super::abbreviations::{BEFORE_DIGITS, BEFORE_WORDS, LEGAL_FORMS, TITLES};
use super::context::{
    NBSP, ends_digit, head, is_space, last_word, letters, starts_digit, starts_lower, starts_upper, tail,
};
use super::running_text::Edit;
use super::{codes, roman, units};

/// Words that do not belong to a preceding numeral or abbreviation.
const CONJUNCTIONS: &[&str] = &[
    "ar", "arba", "bei", "bet", "buvo", "dėl", "iki", "ir", "kai", "kaip", "kad", "nes", "nuo", "per", "po",
    "prie", "su", "už", "yra",
];

pub(super) fn edits(text: &str) -> Vec<Edit> {
    text.match_indices(' ')
        .filter(|(at, space)| {
            let before = text.get(..*at).unwrap_or_default();
            let after = text.get(at + space.len()..).unwrap_or_default();
            let has_neighbours =
                !before.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace);
            has_neighbours && !after.is_empty() && is_tied(before, after)
        })
        .map(|(at, space)| Edit::new(at..at + space.len(), NBSP))
        .collect()
}

/// Whether the space between two texts must not break.
fn is_tied(before: &str, after: &str) -> bool {
    let word = last_word(before);
    is_number_of(word, after)
        || is_short_word(before, word, after)
        || is_part_of_name(before, word, after)
        || is_abbreviation_of(word, after)
}

/// A number with its noun, unit or sign: `25 nariai`, `100 €`, `XXI a.`, `§ 5`, `€ 5`.
fn is_number_of(word: &str, after: &str) -> bool {
    if ends_digit(word) {
        return after.starts_with(|c: char| c.is_alphabetic() || "%‰€$£°§".contains(c));
    }
    let (_, numeral) = word.rsplit_once(['–', '-']).unwrap_or(("", word));
    let numbers_noun = starts_lower(after) && !CONJUNCTIONS.contains(&letters(after));
    matches!(word, "§" | "€" | "$" | "£") && starts_digit(after)
        || numbers_noun && roman::value(numeral).is_some_and(|value| value < 40)
}

/// A single-letter word before the next word, `į žmogų`, unless it is the unit of a number.
fn is_short_word(before: &str, word: &str, after: &str) -> bool {
    let mut chars = word.chars();
    let is_letter = chars.next().is_some_and(char::is_alphabetic) && chars.as_str().is_empty();
    let is_unit = || {
        let start = tail(before).trim_end_matches(is_space).strip_suffix(word).unwrap_or_default();
        let number = start.trim_end_matches(is_space);
        (ends_digit(number) || number.ends_with("kv.") || number.ends_with("kub."))
            && units::at_start(word).is_some()
    };
    is_letter && !after.starts_with(['-', '–', '—']) && !is_unit()
}

/// Initials, titles and legal forms before names: `G. van Kuijk`, `dr. J. Basanavičius`, `UAB Gluk Media`.
fn is_part_of_name(before: &str, word: &str, after: &str) -> bool {
    let last =
        word.rsplit(['.', '-', '–', '/', '(']).nth(1).filter(|_| word.ends_with('.')).unwrap_or_default();
    let is_initial = matches!(last, "Dž" | "Ch") || last.chars().count() == 1 && starts_upper(last);
    if is_initial && after.starts_with(char::is_alphabetic) {
        return true;
    }
    // `p.` is a page or clause after a number, and a form of address before a name.
    let is_page = || {
        let start = tail(before).trim_end_matches(is_space).strip_suffix("p.").unwrap_or_default();
        ends_digit(start.trim_end_matches(is_space))
    };
    let is_title = TITLES.contains(&word.to_lowercase().as_str()) && after.starts_with(char::is_alphabetic)
        || word == "p." && starts_upper(after) && !is_page();
    let is_form = LEGAL_FORMS.contains(&word) && (starts_upper(after) || after.starts_with(['„', '"']));
    is_title || is_form
}

/// Abbreviations with the following word: `t. y.`, `Nr. 5`, `2 mln. eurų`, `el. paštas`, `pr. Kr.`
fn is_abbreviation_of(word: &str, after: &str) -> bool {
    let lower = word.to_lowercase();
    if starts_digit(after) {
        return BEFORE_DIGITS.contains(&lower.as_str());
    }
    if lower == "nr." && codes::begins_code(head(after)) {
        return true;
    }
    let is_one_letter = |text: &str| {
        let mut chars = text.chars();
        chars.next().is_some_and(char::is_lowercase) && chars.as_str().starts_with('.')
    };
    let is_short = word.len() <= "š.".len() && word.ends_with('.') && is_one_letter(word);
    is_short && is_one_letter(after)
        || matches!(word, "r." | "m.") && after.starts_with("sav.")
        || word == "e." && starts_lower(after) && !CONJUNCTIONS.contains(&letters(after))
        || BEFORE_WORDS.contains(&lower.as_str())
            && (starts_lower(after) || units::at_start(after) == Some(units::Unit::Money))
        || matches!((word, letters(after)), ("pr." | "po", "Kr"))
        || word == "pr." && after.starts_with("m. e.")
}
