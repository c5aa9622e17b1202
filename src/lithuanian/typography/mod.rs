//! Lithuanian typography.
//!
//! Replaces keyboard characters by correct typography: „quotation marks“, dashes, ranges, ellipses, grouped digits and
//! no-break spaces.
//!
//! | rule            | typed                             | printed                             | source                 |
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
//! `·` is a no-break space (U+00A0). Web and e-mail addresses and [verbatim](Piece) pieces are not changed. The rules are
//! idempotent: correct text is not changed. If the context does not show which rule applies, the text is kept as typed.
//!
//! The result is normalised to NFC, without soft hyphens, and with the hyphen-minus instead of other Unicode hyphens.
//!
//! Every rule takes time and memory linear in the length of the text.
//!
//! Sources and decisions:
//!
//! - *VLKK* is the State Commission of the Lithuanian Language: its consultation *Brūkšnelis, brūkšnys*, and
//!   the norms that it refers to, *Lietuvių kalbos rašyba ir skyryba* (Vilnius, 1992).
//! - *EU style guide* is the Interinstitutional Style Guide in Lithuanian.
//! - Months, days of the week and place names that bound a range take a dash (VLKK). A hyphen between other words is
//!   kept, because a range cannot be distinguished from a compound, `kultūrinių-kūrybinių`, or a double surname.
//! - CLDR groups digits from four on, so `7·217`. Four digits that may be a year are not grouped, unless they have a unit
//!   or are joined to a quantity.

mod abbreviations;
mod addresses;
mod calendar;
mod codes;
mod context;
mod dashes;
mod missing_spaces;
mod names;
mod no_break_spaces;
mod numbers;
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
    /// The text.
    pub text: &'a str,
    /// Whether the text is kept unchanged, because it is foreign or not prose.
    pub verbatim: bool,
}

/// Applies the rules to a single text.
pub fn apply(text: &str) -> String {
    apply_to_pieces([Piece { text, verbatim: false }]).concat()
}

/// Applies the rules to a text in several pieces; a quotation may open in one piece and close in another. Returns as
/// many texts as there are pieces.
pub fn apply_to_pieces<'a>(pieces: impl IntoIterator<Item = Piece<'a>>) -> Vec<String> {
    let mut text = RunningText::new(pieces);
    // A change by one rule may make another rule apply, such as a dash before a quotation mark. So the rules are repeated
    // until nothing changes, which makes them idempotent.
    for _ in 0..MAX_ROUNDS {
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

/// Adds no-break spaces and changes nothing else: for postal addresses, in which digits and hyphens must not change.
pub fn add_no_break_spaces(text: &str) -> String {
    let mut text = RunningText::new([Piece { text, verbatim: false }]);
    for rule in NO_BREAK_SPACE_RULES {
        text.apply(rule);
    }
    text.into_pieces().concat()
}

/// Whether a character is a hyphen of word processors, U+2010 or U+2011, which is replaced by the hyphen-minus.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}' | '\u{2011}')
}

/// A rule returns the edits of a text, in order.
type Rule = fn(&str) -> Vec<Edit>;

/// The rules in the order of application; each sees the changes of the previous ones.
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
    numbers::separated_groups,
    numbers::edits,
    telephone::ties,
    no_break_spaces::edits,
];

/// The rules that only add no-break spaces.
const NO_BREAK_SPACE_RULES: &[Rule] = &[numbers::ties, telephone::ties, no_break_spaces::edits];

/// The maximum number of rounds; no known text needs as many.
const MAX_ROUNDS: usize = 8;

#[cfg(test)]
mod tests;
