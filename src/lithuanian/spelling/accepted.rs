//! Words accepted by the author.

use unicode_segmentation::UnicodeSegmentation;

use super::dictionary::Dictionary;
use super::exempt::is_lithuanian_letter;
use super::word::normalized;

/// The affix flags for words by their ending; the first matching ending applies. Nouns: D, I, M, V; adjectives: B, with
/// adverbs and degrees (Q, U) and negation (N); verbs: N, T, X.
const INFLECTIONS: [(&str, &str); 12] = [
    ("iškas", "BNQ"),
    ("inis", "BDNU"),
    ("as", "D"),
    ("tis", "DIM"),
    ("is", "D"),
    ("ys", "D"),
    ("us", "BDNQ"),
    ("os", "D"),
    ("a", "D"),
    ("ė", "D"),
    ("uo", "V"),
    ("ti", "NTX"),
];

/// A dictionary of the words. They are accepted with any capitalisation and, if they are base forms of a common
/// pattern, in their inflected forms.
pub(super) fn dictionary<'a>(words: impl IntoIterator<Item = &'a str>) -> Dictionary {
    let mut dictionary = Dictionary::without_words();
    for word in words.into_iter().flat_map(str::unicode_words).map(normalized) {
        let word = word.to_lowercase();
        for part in word.split(|letter| !is_lithuanian_letter(letter)).filter(|part| !part.is_empty()) {
            let flags =
                INFLECTIONS.iter().find(|(ending, _)| part.ends_with(ending)).map_or("", |(_, flags)| flags);
            dictionary.add(part, flags);
        }
    }
    dictionary
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_forms_include_their_inflected_forms() {
        let accepted = dictionary(["klasteris", "inovatyvus", "holistinis", "Antreprenerystė", "Gluk Media"]);
        for word in [
            "klasteriuose",
            "Klasterį",
            "neinovatyvus",
            "inovatyviai",
            "inovatyviausių",
            "holistinį",
            "gluk",
            "antreprenerystės",
            "Media",
        ] {
            assert!(accepted.contains(word), "{word}");
        }
        for word in ["klastaris", "inovatyvas", "antreprenerysti"] {
            assert!(!accepted.contains(word), "{word}");
        }
    }

    #[test]
    fn any_list_of_words_is_accepted() {
        let accepted =
            dictionary(["", " ", "a/b", "#žodis", "žodis/BDN\nkitas", "\u{0}", "i\u{307}", "R&D", "Ą́"]);
        assert!(accepted.contains("kitas"));
    }
}
