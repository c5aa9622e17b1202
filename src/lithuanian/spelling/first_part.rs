//! First parts of compounds, which Lithuanian joins to any noun or adjective.
//!
//! A dictionary can't list their compounds: new ones are made every day.

/// International first parts, and the native ones that are as free.
const FIRST_PARTS: [&str; 38] = [
    "agro", "anti", "audio", "auto", "bendra", "bio", "daugia", "eko", "elektro", "euro", "foto", "geo",
    "hidro", "info", "inter", "kiber", "kino", "makro", "mega", "mikro", "mini", "moto", "mono", "multi",
    "nano", "neo", "neuro", "pseudo", "psicho", "radio", "socio", "super", "tarp", "tele", "termo", "trans",
    "ultra", "video",
];

/// The fewest letters of what follows a first part. In shorter words a slip of the hand would too
/// often make another right one.
const FEWEST_LETTERS_AFTER: usize = 5;

/// Whether the word, in lower case, is such a part.
pub(super) fn is_first_part(word: &str) -> bool {
    FIRST_PARTS.contains(&word)
}

/// What may follow a first part at the beginning of a word in lower case.
pub(super) fn after_first_part(word: &str) -> impl Iterator<Item = &str> {
    FIRST_PARTS
        .iter()
        .filter_map(|part| word.strip_prefix(part))
        .filter(|rest| rest.chars().count() >= FEWEST_LETTERS_AFTER)
}
