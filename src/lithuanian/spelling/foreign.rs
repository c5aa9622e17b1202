//! English phrases in a Lithuanian text: `learning by doing`, „North European platform“.
//!
//! Authors should mark foreign words, but most do not. A phrase is distinguished from misspelled Lithuanian words, and
//! from words typed without diacritics, by an English function word or suffix next to another unknown word; in quotation
//! marks, if all words are unknown, by the ending of one of them.

use super::word::Word;

/// English function words that are not also Lithuanian words, with or without diacritics: `is`, `as`, `to` and `no` are
/// left out.
const FUNCTION_WORDS: &[&str] = &[
    "about", "all", "an", "and", "are", "at", "been", "being", "but", "by", "can", "for", "from", "have",
    "he", "her", "his", "how", "in", "it", "its", "more", "my", "not", "of", "on", "or", "our", "she",
    "that", "the", "their", "them", "there", "they", "this", "we", "was", "were", "what", "when", "where",
    "which", "who", "will", "with", "would", "you", "your",
];

/// English suffixes that do not occur in Lithuanian words.
const SUFFIXES: &[&str] = &["ing", "tion", "sion", "ment", "ness", "ship", "ity", "ful", "ous", "ics"];

/// Letters at the end of few Lithuanian words.
const RARE_ENDINGS: &[char] = &['b', 'c', 'd', 'f', 'g', 'h', 'l', 'y', 'z'];

/// A word of a text with the result of looking it up.
pub(super) struct Judged<'a> {
    pub(super) word: Word<'a>,
    /// The normalised spelling.
    pub(super) spelling: String,
    /// Whether it is in no dictionary.
    pub(super) is_unknown: bool,
}

impl Judged<'_> {
    /// Whether only white space or a hyphen is between it and the previous word.
    fn is_joined(&self) -> bool {
        self.word.follows_hyphen() || self.word.gap.chars().all(char::is_whitespace)
    }

    fn may_be_english(&self) -> bool {
        self.spelling.chars().all(|letter| letter.is_ascii_alphabetic() || matches!(letter, '\'' | '’'))
            && (self.is_unknown || self.is_function_word())
    }

    fn is_function_word(&self) -> bool {
        FUNCTION_WORDS.contains(&self.spelling.to_lowercase().as_str())
    }

    fn has_suffix(&self) -> bool {
        self.spelling.chars().count() > 4 && SUFFIXES.iter().any(|suffix| self.spelling.ends_with(suffix))
    }

    fn ends_rarely(&self) -> bool {
        self.is_function_word() || self.has_suffix() || self.spelling.ends_with(RARE_ENDINGS)
    }
}

/// Which words of a text are parts of English phrases.
pub(super) fn in_phrases(words: &[Judged<'_>]) -> Vec<bool> {
    let mut in_phrase = vec![false; words.len()];
    let mut start = 0;
    while start < words.len() {
        let end = words
            .iter()
            .enumerate()
            .skip(start)
            .find(|(at, word)| !word.may_be_english() || *at > start && !word.is_joined())
            .map_or(words.len(), |(at, _)| at);
        let phrase = words.get(start..end).unwrap_or_default();
        let is_quoted = phrase.first().is_some_and(|first| first.word.opens_quotation())
            && phrase.last().is_some_and(|last| last.word.closes_quotation());
        let is_english = phrase
            .iter()
            .any(|word| word.is_function_word() || word.has_suffix() || is_quoted && word.ends_rarely());
        if phrase.len() > 1 && is_english {
            in_phrase.iter_mut().take(end).skip(start).for_each(|word| *word = true);
        }
        start = end.max(start + 1);
    }
    in_phrase
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;

    fn found(text: &str, known: &[&str]) -> Vec<String> {
        let judged: Vec<Judged<'_>> = words(text)
            .map(|word| Judged {
                spelling: word.text.to_owned(),
                is_unknown: !known.contains(&word.text),
                word,
            })
            .collect();
        let in_phrase = in_phrases(&judged);
        judged.into_iter().zip(in_phrase).filter(|(_, is)| *is).map(|(word, _)| word.spelling).collect()
    }

    #[test]
    fn phrases_need_a_function_word_or_suffix() {
        let known = ["metodas", "padeda", "visi", "nariai", "dirba"];
        assert_eq!(found("metodas learning by doing padeda", &known), ["learning", "by", "doing"]);
        assert_eq!(found("visi speed friending nariai", &known), ["speed", "friending"]);
        assert_eq!(found("zmoniu imone dirba", &known), [""; 0]);
        assert_eq!(found("visi of nariai", &known), [""; 0]);
        assert_eq!(found("žodyne the book", &known), ["the", "book"]);
    }

    #[test]
    fn quoted_unknown_words_are_foreign_by_their_endings() {
        assert_eq!(found("„North European platform“", &[]), ["North", "European", "platform"]);
        assert_eq!(found("„zmoniu imone“", &[]), [""; 0]);
    }
}
