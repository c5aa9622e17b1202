//! Words that no Lithuanian dictionary knows, in any text, with what may have been meant.
//!
//! The dictionary is Hunspell's (`data/hunspell/`), and `spellbook` reads it. A [`Speller`] adds
//! the words that the writer accepts, in all their inflected forms.
//!
//! The text may be plain or hold inline Markdown. It is cut into words by the rules of Unicode
//! (UAX #29), and each part of a hyphenated compound is a word of its own. A word is right when
//! the dictionary or the list of accepted words has it, or when it joins a first part such as
//! `tarp-` or `eko-` to a right word of five letters or more.
//!
//! These are not checked at all, since a dictionary can say nothing about them:
//!
//! - web and mail addresses, and the targets of Markdown links;
//! - words with a digit, and the ending that a hyphen joins to a number or to capitals
//!   (`2023-iaisiais`, `NVO-ams`);
//! - single letters;
//! - words with a capital after their first letter: abbreviations of up to six capitals (`MTEP`,
//!   `VšĮ`), Roman numerals, names such as `GoSocial`. Longer words in capitals are checked;
//! - words with a letter outside the Lithuanian alphabet, `q`, `w` and `x` included: they are
//!   foreign;
//! - usual abbreviations before a full stop (`angl.`);
//! - a word with a capital first letter anywhere but at the start of a sentence: it is taken for a
//!   name. So is a particle such as `van` before one. At the start of a sentence the word is
//!   checked, since any word has a capital there; a name that stands there goes into the accepted
//!   words. A sentence starts with the text, after a blank line and after `.`, `!`, `?` or `…`,
//!   except when the full stop belongs to an abbreviation or a single letter (`dr.`, `g.`).

mod abbreviation;
mod accepted;
mod address;
mod derivation;
mod dictionary;
mod exempt;
mod first_part;
mod name;
mod sentence;
mod speller;
mod suggestion;
mod word;

#[cfg(test)]
mod tests;

pub(super) use address::Addresses;
pub use dictionary::Dictionary;
pub use speller::{Misspelling, Speller};
pub(super) use word::{normalized, words};
