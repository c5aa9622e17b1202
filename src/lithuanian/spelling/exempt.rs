//! Words that are exempt from the check because of their form.

/// The maximum number of letters of an abbreviation in capitals; `UNESCO` has six.
const MAX_ABBREVIATION: usize = 6;

/// Lower-case particles before family names.
const NAME_PARTICLES: [&str; 12] =
    ["da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"];

/// Whether a word is exempt because of its form: it has a digit, a single letter, a foreign letter, or a capital inside.
pub(super) fn is_exempt_by_form(word: &str) -> bool {
    let letters = word.chars().count();
    letters == 1
        || !word.chars().all(is_lithuanian_letter)
        || word.chars().skip(1).any(char::is_uppercase)
            && (letters <= MAX_ABBREVIATION
                || word.chars().any(char::is_lowercase)
                || word.chars().all(|letter| "IVXLCDM".contains(letter)))
}

/// Whether a word is a particle before a family name.
pub(super) fn is_name_particle(word: &str) -> bool {
    NAME_PARTICLES.contains(&word)
}

/// Whether a letter is one of the 32 letters of the Lithuanian alphabet, in either case.
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
