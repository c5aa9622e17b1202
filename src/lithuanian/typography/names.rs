//! Numbers that are part of a name: `Boeing 7370`, `Peugeot 3008`, `Boeing 737-800`.
//!
//! A number directly after a name is taken for a part of that name unless something is counted or measured. A
//! capitalised word that begins a sentence is taken for a name too, `Nokia 3310`, unless it announces a count:
//! `Sekėjų 7370`, `Pajamos 7217`, `Surinkta 7217`.

use super::context::{OPENING_MARKS, is_space, last_word, tail};
use super::places;
use super::units::{self, Unit};

/// Words that announce an amount, other than nouns in the plural.
const ANNOUNCING: &[&str] = &[
    "apie",
    "apsilankė",
    "balansas",
    "bent",
    "beveik",
    "biudžetas",
    "daugiau",
    "dalyvauja",
    "dalyvavo",
    "gauta",
    "iki",
    "iš",
    "išdalyta",
    "išleista",
    "išmokėta",
    "kaina",
    "likutis",
    "maždaug",
    "mažiau",
    "net",
    "nuo",
    "nuostolis",
    "paaukota",
    "parama",
    "paskirta",
    "pelnas",
    "per",
    "rezultatas",
    "skirta",
    "skola",
    "sudaro",
    "sudarė",
    "sukaupta",
    "suma",
    "surinkta",
    "tik",
    "turtas",
    "užsiregistravo",
    "vertė",
    "virš",
    "viso",
];

/// Whether the number after a text belongs to the name at the end of that text. `unit` follows the number.
pub(super) fn end_with_name(before: &str, unit: Option<Unit>) -> bool {
    if unit.is_some() || !before.ends_with(is_space) {
        return false;
    }
    let word = last_word(before);
    let letters = word.trim_end_matches(['“', '”', '"', '»']);
    // `i7 8700`, `iPhone 1500`
    let is_model = letters.chars().all(char::is_alphanumeric)
        && letters.contains(|c: char| c.is_ascii_digit())
        && letters.contains(char::is_alphabetic)
        || letters.starts_with(char::is_lowercase) && letters.contains(char::is_uppercase);
    if is_model {
        return true;
    }
    let is_capitalised = letters.starts_with(char::is_uppercase);
    if !is_capitalised || letters.chars().count() < 3 || !letters.chars().all(char::is_alphabetic) {
        return false;
    }
    let is_all_capitals = !letters.chars().any(char::is_lowercase);
    let is_count = announces_count(letters) && (is_foreign(letters) || begins_sentence(before, word));
    !is_count && (is_foreign(letters) || !is_all_capitals && !is_locative(letters))
}

/// Whether a word has a letter or an ending that Lithuanian words lack. Declined words end in a vowel or in `s`.
fn is_foreign(word: &str) -> bool {
    let word = word.to_lowercase();
    word.contains(['q', 'w', 'x'])
        || !word.ends_with(|c: char| "aąeęėiįyouųūs".contains(c)) && units::at_start(&word).is_none()
}

/// Whether a word says where something is: `Lietuvoje`, `Šiauliuose`, `Kaune`.
fn is_locative(word: &str) -> bool {
    let is_town = |stem: &str| ["as", "is", "us"].iter().any(|end| places::is_town(&format!("{stem}{end}")));
    word.ends_with("je") || word.ends_with("se") || word.strip_suffix('e').is_some_and(is_town)
}

/// Whether a word announces a count: a noun in the plural, or one of the words for amounts.
fn announces_count(word: &str) -> bool {
    let word = word.to_lowercase();
    ["ų", "ai", "os", "ės"].iter().any(|ending| word.ends_with(ending)) || ANNOUNCING.contains(&word.as_str())
}

/// Whether the last word of a text is the first of a sentence, a line or a quotation.
fn begins_sentence(before: &str, word: &str) -> bool {
    let text = tail(before).trim_end_matches(is_space);
    let start = text.strip_suffix(word).unwrap_or_default().trim_end_matches(OPENING_MARKS);
    start.trim_end_matches(is_space).chars().next_back().is_none_or(|c| ".!?…:;–-•*\n".contains(c))
}
