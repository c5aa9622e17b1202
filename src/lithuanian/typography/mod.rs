//! Lithuanian text as a copy editor would set it.
//!
//! What is typed on a keyboard becomes what belongs on the page: „quotation marks“, dashes, ranges,
//! ellipses, grouped digits, and the no-break spaces that keep together what belongs together. The
//! module knows nothing of reports; it takes text and gives text.
//!
//! | what            | typed                             | set                                 | source                 |
//! |-----------------|-----------------------------------|-------------------------------------|------------------------|
//! | quotation marks | `"Ramintoja"`, `,,Ramintoja''`    | `„Ramintoja“`                       | VLKK, quotation marks  |
//! | dashes          | `klasteris - tinklas`             | `klasteris·– tinklas`               | VLKK, dash             |
//! | ranges          | `9-12 metų`, `22.00 - 6.00 val.`  | `9–12·metų`, `22.00–6.00·val.`      | VLKK, dash             |
//! | ranges of words | `sausio-kovo`, `Vilnius-Kaunas`   | `sausio–kovo`, `Vilnius–Kaunas`     | VLKK, dash             |
//! | numbers         | `28344 Eur`, `2.5 kWh`            | `28·344·Eur`, `2,5·kWh`             | CLDR `lt`              |
//! | minus           | `-5 °C`                           | `−5·°C`                             | CLDR `lt`              |
//! | signs           | `50 m2`, `3 x 4`                  | `50·m²`, `3·×·4`                    | SI brochure            |
//! | punctuation     | `taip...`, `Kas?...`, `nariai , ` | `taip…`, `Kas?..`, `nariai, `       | VLKK; EU style guide   |
//! | apostrophes     | `D'Artanjanas`                    | `D’Artanjanas`                      | VLKK, apostrophe       |
//! | missing spaces  | `25kg`, `t.y.`, `J.Jonaitis`      | `25·kg`, `t.·y.`, `J.·Jonaitis`     | VLKK; EU style guide   |
//! | spaces          | `į žmogų`, `dr. J. Basanavičius`  | `į·žmogų`, `dr.·J.·Basanavičius`    | EU style guide         |
//!
//! `·` stands for a no-break space (U+00A0). Web and mail addresses stay as they are, and so does whatever the caller
//! marks as [verbatim](Piece). The rules are idempotent: text that is right already does not change. Where the words
//! around a place do not show which rule applies, the text stays as it was typed.
//!
//! All text comes out composed (Unicode's form NFC), so that a letter and its mark are one character, without soft
//! hyphens, and with the hyphen of the keyboard in place of the others that Unicode has.
//!
//! Every rule takes time and memory in proportion to the text.
//!
//! The sources, where they say more than one thing or another than the table:
//!
//! - *VLKK* is the state commission of the Lithuanian language: its consultation *Brūkšnelis, brūkšnys*, and
//!   the norms that it refers to, *Lietuvių kalbos rašyba ir skyryba* (Vilnius, 1992).
//! - *EU style guide* is the institutions' Interinstitutional Style Guide in Lithuanian.
//! - Months, days of the week and names of places that bound a range take a dash (VLKK). A hyphen between other words
//!   stays, since nothing tells a range from a compound, `kultūrinių-kūrybinių`, or a double surname.
//! - CLDR groups digits from the fourth on, so `7·217`. Four digits that may be a year stay, unless they are measured
//!   or joined to a quantity, as no source groups a year.

mod abbreviations;
mod addresses;
mod calendar;
mod codes;
mod context;
mod dashes;
mod missing_spaces;
mod no_break_spaces;
mod numbers;
mod pattern;
mod places;
mod punctuation;
mod quotes;
mod ranges;
mod roman;
mod running_text;
mod symbols;
mod telephone;
mod units;
mod word_ranges;

use running_text::{Edit, RunningText};

/// A part of a running text, such as the words of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Whether they stay as they are, being in another language or no language at all.
    pub verbatim: bool,
}

/// Typesets a text that stands alone.
pub fn set(text: &str) -> String {
    set_pieces([Piece { text, verbatim: false }]).concat()
}

/// Sets the pieces of one running text, each with regard to its neighbours: a quotation mark may
/// open in one piece and close in another. Gives as many texts as there are pieces.
pub fn set_pieces<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> Vec<String> {
    let mut text = RunningText::new(pieces);
    // What one rule sets can be what another waits for, as a dash before a quotation mark is. So the rules run until
    // none finds anything: only then are they idempotent.
    for _ in 0..MOST_ROUNDS {
        let mut has_changed = false;
        for rule in RULES {
            has_changed |= text.apply(rule);
        }
        if !has_changed {
            break;
        }
    }
    text.into_pieces()
}

/// Ties together what belongs on one line, and changes nothing else: for postal addresses, in which
/// digits and hyphens are names.
pub fn tie(text: &str) -> String {
    let mut text = RunningText::new([Piece { text, verbatim: false }]);
    for rule in TIES {
        text.apply(rule);
    }
    text.into_pieces().concat()
}

/// Whether a character is a hyphen of word processors, U+2010 or U+2011, which is set as the one of the keyboard.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}' | '\u{2011}')
}

/// A rule: the edits that a text needs, in order.
type Rule = fn(&str) -> Vec<Edit>;

/// The rules in the order in which they are applied: each finds the signs that the ones before have set.
const RULES: &[Rule] = &[
    punctuation::ellipses,
    punctuation::detached,
    punctuation::apostrophes,
    quotes::edits,
    missing_spaces::edits,
    symbols::powers,
    symbols::times,
    word_ranges::edits,
    ranges::edits,
    dashes::minuses,
    dashes::edits,
    numbers::parted_groups,
    numbers::edits,
    telephone::ties,
    no_break_spaces::edits,
];

/// The rules that only make spaces into such as do not break.
const TIES: &[Rule] = &[numbers::ties, telephone::ties, no_break_spaces::edits];

/// More rounds than any text has needed.
const MOST_ROUNDS: usize = 8;

#[cfg(test)]
mod tests;
