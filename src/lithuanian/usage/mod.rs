//! Words and phrases that the State Commission of the Lithuanian Language (VLKK) or editors advise against.
//!
//! The advice has four sources:
//!
//! - the list of major language errors (Didžiųjų kalbos klaidų sąrašas, VLKK 1997-12-18, No 68), by the number of its
//!   item in the edition at <https://www.vlkk.lt/aktualiausios-temos/didziosios-klaidos>. It was a norm until
//!   2019-01-31, when the resolution was repealed. There are no more fines, but VLKK says that the errors are still
//!   errors. Its parts 1.1 and 1.2 (loanwords), repealed by resolution N-3 (152) of 2014-01-30, are omitted;
//! - the answers of its consultation bank (Konsultacijų bankas, <https://www.vlkk.lt/konsultacijos>), which are advice.
//!   On `įtakoti`, the answer says that linguists disagree;
//! - the handbook of administrative language (*Kanceliarinės kalbos patarimai*, ed. Pranas Kniūkšta, Vilnius, 2002),
//!   which is advice too;
//! - the custom of editors, where no publication of VLKK could be confirmed: `pastoviai` and `VŠĮ`.
//!
//! Usage that VLKK has since accepted is not listed: `virš šimto` is now as correct as `daugiau kaip šimtas`.
//!
//! Every inflected form is found, unless it is also a form of another word: `įtakos` is ignored, because it is usually
//! the genitive of `įtaka`. A word that is correct in another meaning is found too, and the advice gives that meaning
//! ([`RightUse`]). Phrases are found only with the words that make them wrong: `krizės dėka`, but not `rėmėjų dėka`.

mod list;
mod pattern;

use std::ops::Range;

use super::spelling::{Addresses, words};
use list::USAGES;
use pattern::Tokens;

/// Advice on a word or phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The words, as written in the text.
    pub words: String,
    /// Alternatives in their base form, the most common first.
    pub instead: &'static [&'static str],
    /// The meaning in which the words are correct.
    pub right_use: Option<RightUse>,
    /// The source of the advice.
    pub source: Source,
}

/// The source of a piece of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The list of major language errors, with the number of the item.
    MajorErrors(&'static str),
    /// The consultation bank.
    Consultations,
    /// The consultation bank, with the remark that linguists disagree.
    DisputedConsultation,
    /// The handbook of administrative language.
    ClericalLanguage,
    /// The custom of editors.
    Custom,
}

/// A meaning in which a word is correct despite the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RightUse {
    /// `apmokyti`: to train briefly and superficially.
    BriefTraining,
    /// `paskaičiuoti`: to count a little or roughly.
    RoughCount,
    /// `sekantis`: following somebody.
    Following,
    /// `davinys`: a ration of food.
    FoodRation,
    /// `pajungti`: to subjugate.
    Subjugation,
    /// `pašvęsti`: to consecrate.
    Consecration,
    /// `rastis`: to come into being.
    ComingIntoBeing,
    /// `talpinti`: to have room for.
    Capacity,
    /// `pastoviai`: without changing.
    WithoutChange,
    /// `pilnai`: filled to the brim.
    FilledUp,
    /// `pirmoje eilėje`: in the first row.
    FirstRow,
}

/// A piece of advice with its location.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The byte range in the text.
    pub range: Range<usize>,
    /// The number of the rule, the same for all forms of a word.
    pub rule: usize,
    /// The advice.
    pub advice: Advice,
}

/// The advice on a text, plain or with inline Markdown, in the order of the text.
pub fn advice(text: &str) -> Vec<Found> {
    let addresses = Addresses::of(text);
    let tokens = Tokens::of(text, words(text).map(|word| word.range).filter(|range| !addresses.touch(range)));
    let mut found = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let hit = USAGES.iter().enumerate().find_map(|(rule, usage)| {
            let count = tokens.matches(next, usage.pattern, usage.unless)?;
            Some((rule, usage, count))
        });
        let Some((rule, usage, count)) = hit else {
            next += 1;
            continue;
        };
        if let Some((range, words)) = tokens.text(next, count) {
            let advice = Advice {
                words: words.to_owned(),
                instead: usage.instead,
                right_use: usage.right_use,
                source: usage.source,
            };
            found.push(Found { range, rule, advice });
        }
        next += count;
    }
    found
}

#[cfg(test)]
mod tests;
