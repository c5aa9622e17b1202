//! Patterns of words.
//!
//! A pattern consists of words with alternatives, separated by spaces: `aptarnau*|aptarnav* sąskait*`.
//!
//! - `*` matches any ending, and such a word may be negated with `ne-` or `nebe-`;
//! - `#` is a number that is not a year;
//! - `~`, at the end, requires an infinitive or a gerund among the next words of the sentence, and is not part of the
//!   phrase;
//! - `,` is a comma, before the next word or after the last one;
//! - a word with a capital is case-sensitive, any other word is not.

use std::ops::Range;

use crate::lithuanian::spelling::normalized;

/// The words of a text, in lower case and as written.
pub(super) struct Tokens<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

struct Token {
    range: Range<usize>,
    normalized: String,
    lower: String,
}

impl<'a> Tokens<'a> {
    /// The words at the given ranges of the text.
    pub(super) fn of(text: &'a str, ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let tokens = ranges
            .map(|range| {
                let normalized = normalized(text.get(range.clone()).unwrap_or_default());
                Token { range, lower: normalized.to_lowercase(), normalized }
            })
            .collect();
        Self { text, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The number of words from the given one on that match the pattern, if it matches and neither the previous nor the
    /// next word begins with one of the stems in `unless`.
    pub(super) fn matches(&self, first: usize, pattern: &str, unless: &[&str]) -> Option<usize> {
        let mut count = 0;
        let mut comma = false;
        for part in pattern.split(' ') {
            if part == "," {
                comma = true;
                continue;
            }
            if part == "~" {
                return self.precedes_infinitive(first + count).then_some(count);
            }
            let token = self.tokens.get(first + count)?;
            if count > 0 && !self.is_gap(first + count - 1, comma) {
                return None;
            }
            if !part.split('|').any(|alternative| token.matches(alternative)) {
                return None;
            }
            comma = false;
            count += 1;
        }
        if comma && !self.after(first + count - 1).starts_with(',') {
            return None;
        }
        let before = first.checked_sub(1).and_then(|before| self.tokens.get(before));
        let after = self.tokens.get(first + count);
        // `sekantis iš paskos`
        let after_next = after.filter(|after| after.lower == "iš").and(self.tokens.get(first + count + 1));
        let is_excepted = [before, after, after_next]
            .into_iter()
            .flatten()
            .any(|token| unless.iter().any(|stem| token.lower.starts_with(stem)));
        (!is_excepted).then_some(count)
    }

    /// Whether an infinitive or a gerund is among the next words of the sentence.
    fn precedes_infinitive(&self, first: usize) -> bool {
        const REACH: usize = 4;
        (first..first + REACH)
            .map_while(|index| {
                let is_same_sentence =
                    index == first || !self.between(index - 1).contains(['.', '!', '?', ';']);
                self.tokens.get(index).filter(|_| is_same_sentence)
            })
            .any(|token| ["ti", "tis", "ant", "int"].iter().any(|ending| token.lower.ends_with(ending)))
    }

    /// A number of words from the given one on, with their range.
    pub(super) fn text(&self, first: usize, count: usize) -> Option<(Range<usize>, &'a str)> {
        let last = self.tokens.get(first + count.checked_sub(1)?)?;
        let range = self.tokens.get(first)?.range.start..last.range.end;
        Some((range.clone(), self.text.get(range)?))
    }

    /// Whether only white space, and a comma if requested, is between a word and the next one.
    fn is_gap(&self, index: usize, comma: bool) -> bool {
        self.between(index).trim() == if comma { "," } else { "" }
    }

    /// The text between a word and the next one.
    fn between(&self, index: usize) -> &str {
        let after = self.tokens.get(index).map_or(0, |token| token.range.end);
        let next = self.tokens.get(index + 1).map_or(after, |token| token.range.start);
        self.text.get(after..next).unwrap_or_default()
    }

    fn after(&self, index: usize) -> &str {
        self.tokens.get(index).and_then(|token| self.text.get(token.range.end..)).unwrap_or_default()
    }
}

impl Token {
    fn matches(&self, alternative: &str) -> bool {
        if alternative == "#" {
            return is_quantity(&self.lower);
        }
        match alternative.strip_suffix('*') {
            Some(stem) => {
                self.lower.starts_with(stem)
                    || ["nebe", "ne"].iter().any(|prefix| {
                        self.lower.strip_prefix(prefix).is_some_and(|word| word.starts_with(stem))
                    })
            }
            None if alternative.starts_with(char::is_uppercase) => self.normalized == alternative,
            None => self.lower == alternative,
        }
    }
}

/// Whether a word is a number other than 1900 to 2099, which is likely to be a year.
fn is_quantity(word: &str) -> bool {
    let is_year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    !is_year && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
