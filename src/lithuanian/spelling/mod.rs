//! Words that no Lithuanian dictionary knows, in any text, with what may have been meant.
//!
//! The dictionary is Hunspell's, with a supplement of words that it lacks (`data/hunspell/`); `spellbook`
//! reads it. A [`Speller`] adds the words that the writer accepts, in all their inflected forms.
//!
//! The text may be plain or contain inline Markdown. It is cut into words by the rules of Unicode (UAX #29),
//! and each part of a hyphenated compound is a separate word. A word is right when
//!
//! - the dictionary or the list of accepted words has it;
//! - it joins a first part such as `tarp-`, `eko-` or `arte-` to a right word of five letters or more
//!   (seven after `ko-` and the like);
//! - it is a diminutive (`lieptelis`) or an illative (`nuosavybėn`) of a noun in the dictionary, an adjective of such a
//!   noun (`fakultetinis`, `ekspertiškas`), or the action of a verb in -uoti (`reitingavimas`).
//!
//! These are not checked, since a dictionary has nothing to say about them:
//!
//! - web and mail addresses, and the targets of Markdown links;
//! - words with a digit, and the ending that a hyphen joins to a number or to capitals
//!   (`2023-iaisiais`, `NVO-ams`), or that stands for another gender (`dalyvių (-čių)`, `nariai(ės)`);
//! - single letters;
//! - words with a capital after their first letter: abbreviations of up to six capitals (`MTEP`,
//!   `VšĮ`), Roman numerals, names such as `GoSocial`. Longer words in capitals are checked;
//! - words with a letter outside the Lithuanian alphabet, `q`, `w` and `x` included: they are foreign;
//! - English phrases, which are told by their function words (`learning by doing`);
//! - usual abbreviations before a full stop (`angl.`);
//! - names.
//!
//! A word with a capital first letter within a sentence is taken for a name, and so is a particle such as
//! `van` before one. At the start of a sentence, where any word has a capital, an unknown word is a name when
//!
//! - it ends as a surname does in some case (`Petrauskienei`, `Norkūno`), unless it is a common word with a
//!   wrong ending (`Ataskaitė`);
//! - it is a name that [`Speller::learn_names`] met within a sentence, in any case;
//! - it stands alone in quotation marks (`„Bangpūtys“`);
//! - another word with a capital follows (`Liucija Gineitytė`), unless that word is known and the first is a
//!   common word with a slip (`Asocijacija Lietuvoje`).
//!
//! A sentence starts with the text, after a blank line and after `.`, `!`, `?` or `…`, except when the full
//! stop belongs to an abbreviation or a single letter (`dr.`, `g.`). After those that often end a sentence
//! (`m.`, `kt.`), only common words with a slip are found.
//!
//! The time is linear in the text: a word takes microseconds, and the search for suggestions, which takes
//! milliseconds, is made for fifty different words at most.

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
