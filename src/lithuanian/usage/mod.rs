//! Words and phrases that the State Commission of the Lithuanian Language (VLKK) advises against.
//!
//! The advice is of three sources:
//!
//! - the list of major language errors (Didžiųjų kalbos klaidų sąrašas, VLKK 1997-12-18, No 68), by the
//!   number of its item. The resolution was repealed on 2019-01-31, so no one is fined any more; VLKK says
//!   that the errors are still errors. Its parts 1.1 and 1.2 (loanwords), repealed in 2014, are left out;
//! - the answers of its consultation bank (Konsultacijų bankas, <https://www.vlkk.lt/konsultacijos>);
//! - the handbook on the language of offices (*Kanceliarinės kalbos patarimai*, ed. Pranas Kniūkšta, Vilnius, 2002).
//!
//! What VLKK has come to accept is not advised against: `virš šimto` is now as good as `daugiau kaip šimtas`.
//!
//! Every inflected form is found, except where it is also a form of another word: `įtakos` is left alone,
//! since it is mostly the genitive of `įtaka`. A word that is right in another meaning is found too; its advice
//! names the meaning in which it is right ([`RightUse`]). Phrases are found only with the words that make
//! them wrong: `krizės dėka`, but not `rėmėjų dėka`.

mod list;
mod pattern;

use std::ops::Range;

use super::spelling::{Addresses, words};
use list::USAGES;
use pattern::Tokens;

/// What VLKK advises to write in place of a word or phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The words, as written in the text.
    pub words: String,
    /// What to write instead, each in its base form, the most usual first.
    pub instead: &'static [&'static str],
    /// The meaning in which the words are right.
    pub right_use: Option<RightUse>,
    /// Where VLKK says so.
    pub source: Source,
}

/// Where VLKK gives the advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// An item of the list of major language errors, by its number.
    MajorErrors(&'static str),
    /// An answer in the consultation bank.
    Consultations,
    /// The handbook on the language of offices.
    ClericalLanguage,
}

/// A meaning in which a word that is advised against is right.
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

/// A piece of advice and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the text that it is about.
    pub range: Range<usize>,
    /// The number of the rule, the same for all forms of a word.
    pub rule: usize,
    /// What to say.
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
