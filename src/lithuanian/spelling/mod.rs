//! Spell checking of Lithuanian text, with suggestions.
//!
//! The dictionary is Hunspell's, with a supplement (`data/hunspell/`), and is read with `spellbook`. A [`Speller`] adds
//! the words accepted by the author, in all their inflected forms.
//!
//! The text may contain inline Markdown. It is split into words according to UAX #29, and each part of a hyphenated
//! compound is a separate word. A word is correct if
//!
//! - it is in the dictionary or in the list of accepted words;
//! - it consists of a first part such as `tarp-`, `eko-` or `arte-` and a correct word of at least five letters
//!   (seven after `ko-` and similar first parts);
//! - it is a diminutive (`lieptelis`) or an illative (`nuosavybėn`) of a noun in the dictionary, an adjective from such
//!   a noun (`fakultetinis`, `ekspertiškas`), or a verbal noun from a verb in -uoti (`reitingavimas`).
//!
//! The following are not checked:
//!
//! - web and e-mail addresses, and Markdown link targets;
//! - words with a digit, endings joined by a hyphen to a number or to capitals (`2023-iaisiais`, `NVO-ams`), and
//!   alternative gender endings (`dalyvių (-čių)`, `nariai(ės)`);
//! - single letters;
//! - words with a capital after the first letter: abbreviations of up to six capitals (`MTEP`, `VšĮ`), Roman numerals,
//!   names such as `GoSocial`. Longer words in capitals are checked;
//! - words with a letter outside the Lithuanian alphabet, including `q`, `w` and `x`, which are foreign;
//! - English phrases, recognised by their function words (`learning by doing`);
//! - common abbreviations before a full stop (`angl.`);
//! - names.
//!
//! A capitalised word inside a sentence is taken as a name, and so is a particle such as `van` before one. At the start
//! of a sentence, where every word is capitalised, an unknown word is taken as a name if
//!
//! - it has the ending of a surname in any case (`Petrauskienei`, `Norkūno`), unless it is a common word with a wrong
//!   ending (`Ataskaitė`);
//! - it is a name that [`Speller::learn_names`] found inside a sentence, in any case;
//! - it is on its own in quotation marks (`„Bangpūtys“`);
//! - another capitalised word follows (`Liucija Gineitytė`), unless that word is known and the first is a common word
//!   with a typo (`Asocijacija Lietuvoje`).
//!
//! A sentence starts at the start of the text, after a blank line, and after `.`, `!`, `?` or `…`, except if the full
//! stop belongs to an abbreviation or a single letter (`dr.`, `g.`). After abbreviations that often end a sentence
//! (`m.`, `kt.`), only common words with a typo are reported.
//!
//! The time is linear in the text: a word takes microseconds. Searching for suggestions takes milliseconds, and is done
//! for at most fifty different words.

mod abbreviation;
mod accepted;
mod address;
mod derivation;
mod dictionary;
mod exempt;
mod first_part;
mod foreign;
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
