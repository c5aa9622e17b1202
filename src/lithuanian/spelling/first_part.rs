//! Prefixes and first parts of compounds. They are so productive that a dictionary cannot list all compounds.

/// International first parts, and native ones and prefixes that are as productive.
const FIRST_PARTS: [&str; 59] = [
    "aero", "agro", "anti", "aroma", "arte", "astro", "audio", "auto", "bendra", "bio", "daugia", "eko",
    "elektro", "etno", "euro", "fito", "foto", "geo", "hidro", "hiper", "hipo", "info", "inter", "kani",
    "kardio", "kiber", "kino", "makro", "mega", "mikro", "mini", "mono", "moto", "multi", "muziko", "nano",
    "nebe", "neo", "neuro", "onko", "prieš", "pseudo", "psicho", "radio", "savi", "socio", "super", "surdo",
    "tarp", "tebe", "tele", "termo", "tiflo", "trans", "turbo", "ultra", "vice", "video", "virš",
];

/// The minimum number of letters after a first part. With fewer, typing errors would too often produce other correct
/// words.
const MIN_LETTERS_AFTER: usize = 5;

/// First parts that many other words begin with, which require more letters after them.
const SHORT_FIRST_PARTS: [&str; 4] = ["iki", "ko", "ne", "post"];

/// The minimum number of letters after one of [`SHORT_FIRST_PARTS`]: as in `koterapija`, and more than in `kolegija`.
const MIN_LETTERS_AFTER_SHORT: usize = 7;

/// Whether a lower-case word is a first part.
pub(super) fn is_first_part(word: &str) -> bool {
    FIRST_PARTS.contains(&word) || SHORT_FIRST_PARTS.contains(&word)
}

/// The possible second parts of a lower-case word.
pub(super) fn after_first_part(word: &str) -> impl Iterator<Item = &str> {
    let parts = |parts: &'static [&'static str], fewest: usize| {
        parts
            .iter()
            .filter_map(move |part| word.strip_prefix(part))
            .filter(move |rest| rest.chars().count() >= fewest)
    };
    parts(&FIRST_PARTS, MIN_LETTERS_AFTER).chain(parts(&SHORT_FIRST_PARTS, MIN_LETTERS_AFTER_SHORT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_first_part_needs_a_long_second_one() {
        let after = |word| after_first_part(word).collect::<Vec<_>>();
        assert_eq!(after("hipoterapija"), ["terapija"]);
        assert_eq!(after("kofinansavimo"), ["finansavimo"]);
        assert_eq!(after("kolegija"), [""; 0]);
        assert_eq!(after("ekoūkis"), [""; 0]);
    }
}
