//! Words whose looks say that a dictionary of Lithuanian words has nothing to say about them.

/// The most letters of a word in capitals that is taken for an abbreviation; `UNESCO` has six.
const LONGEST_ABBREVIATION: usize = 6;

/// Lower-case words that lead on to a family name.
const NAME_PARTICLES: [&str; 12] =
    ["da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"];

/// Whether the looks of a word tell that it is not for a dictionary: a digit, a single letter, a
/// foreign letter, or a capital where Lithuanian words have none.
pub(super) fn is_exempt_by_form(word: &str) -> bool {
    let letters = word.chars().count();
    letters == 1
        || !word.chars().all(is_lithuanian_letter)
        || word.chars().skip(1).any(char::is_uppercase)
            && (letters <= LONGEST_ABBREVIATION
                || word.chars().any(char::is_lowercase)
                || word.chars().all(|letter| "IVXLCDM".contains(letter)))
}

/// Whether the word leads on to a family name.
pub(super) fn is_name_particle(word: &str) -> bool {
    NAME_PARTICLES.contains(&word)
}

/// Whether the letter is one of the 32 of the alphabet, in either case.
pub(super) fn is_lithuanian_letter(letter: char) -> bool {
    match letter {
        'q' | 'w' | 'x' | 'Q' | 'W' | 'X' => false,
        _ => letter.is_ascii_alphabetic() || "ąčęėįšųūžĄČĘĖĮŠŲŪŽ".contains(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exempt_words_are_recognised() {
        for word in [
            "MTEP",
            "VU",
            "UAB",
            "VšĮ",
            "VŠĮ",
            "GoSocial",
            "R2",
            "9",
            "g",
            "XVIII",
            "MDCCCVIII",
            "web",
            "Café",
        ] {
            assert!(is_exempt_by_form(word), "{word}");
        }
        for word in ["veikla", "Veikla", "Šalis", "SUSISIEKIYE", "ąžuolas"] {
            assert!(!is_exempt_by_form(word), "{word}");
        }
    }
}
