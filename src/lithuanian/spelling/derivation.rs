//! Words derived from dictionary words by productive rules.

/// Cases of nouns in -is, such as the diminutives in -elis and -ėlis.
const CASES_OF_IS: &[&str] =
    &["is", "io", "iui", "į", "iu", "yje", "i", "iai", "ių", "iams", "ius", "iais", "iuose"];

/// Cases of nouns in -ė, such as the diminutives in -elė and -ėlė.
const CASES_OF_Ė: &[&str] = &["ė", "ės", "ei", "ę", "e", "ėje", "ėj", "ių", "ėms", "es", "ėmis", "ėse"];

/// Cases of nouns in -as, such as the diminutives in -ukas and -iukas.
const CASES_OF_AS: &[&str] = &["as", "o", "ui", "ą", "u", "e", "ai", "ų", "ams", "us", "ais", "uose"];

/// The suffixes of diminutives with their cases.
const DIMINUTIVES: [(&str, &[&str]); 6] = [
    ("ėl", CASES_OF_IS),
    ("el", CASES_OF_IS),
    ("ėl", CASES_OF_Ė),
    ("el", CASES_OF_Ė),
    ("iuk", CASES_OF_AS),
    ("uk", CASES_OF_AS),
];

/// Cases of adjectives in -inis, in both genders.
const CASES_OF_INIS: &[&str] = &[
    "is", "io", "iam", "į", "iu", "iame", "iai", "ių", "iems", "ius", "iais", "iuose", "ė", "ės", "ei", "ę",
    "e", "ėje", "ėms", "es", "ėmis", "ėse",
];

/// Cases of adjectives in -iškas, in both genders, and their adverb.
const CASES_OF_IŠKAS: &[&str] = &[
    "as", "o", "am", "ą", "u", "ame", "i", "ų", "iems", "us", "ais", "uose", "a", "os", "ai", "oje", "oms",
    "omis", "ose",
];

/// The suffixes of adjectives and abstract nouns derived from nouns, with their cases.
const DERIVATIVES: [(&str, &[&str]); 3] =
    [("in", CASES_OF_INIS), ("išk", CASES_OF_IŠKAS), ("iškum", CASES_OF_AS)];

/// The endings of the nouns from which these are derived: `fakultetinis`, `klimatologinis`, `motyvacinis`.
const BASES: [&str; 8] = ["as", "is", "ys", "us", "a", "ė", "ija", "ika"];

/// The minimum number of letters of such a noun without its ending.
const MIN_BASE: usize = 5;

/// The suffixes of demonyms, with their cases.
const DEMONYMS: [(&str, &[&str]); 3] = [
    ("iet", &["is", "į", "yje", "i"]),
    ("ieč", &["io", "iui", "iu", "iai", "ių", "iams", "ius", "iais", "iuose"]),
    ("iet", CASES_OF_Ė),
];

/// The endings of place names.
const PLACES: [&str; 7] = ["a", "ė", "as", "is", "ai", "os", "us"];

/// The nominative endings of nouns from which diminutives are derived.
const NOMINATIVES: [&str; 6] = ["as", "is", "ys", "us", "a", "ė"];

/// The minimum number of letters of a noun without its ending from which diminutives are derived. Diminutives of
/// shorter nouns are too similar to other words.
const MIN_STEM: usize = 4;

/// The endings of the illative, which legal texts use, with those of the nominative. Illatives in -in and
/// -yn are omitted: they are rare, and look like words with a missing last letter.
const ILLATIVES: [(&str, &[&str]); 5] =
    [("ėn", &["ė"]), ("on", &["a"]), ("an", &["as"]), ("uosna", &["as", "is", "ys", "us"]), ("osna", &["a"])];

/// Families of suffixes: if the dictionary has a word with the first, words with the others are correct as well, with
/// these affix flags.
pub(super) const FAMILIES: [(&str, &[(&str, &str)]); 6] = [
    ("ologija", &[("ologas", "D"), ("ologė", "D"), ("ologinis", "BU")]),
    ("acija", &[("uoti", "NTX"), ("uoja", "ENX"), ("avo", "NPX")]),
    ("ininkas", &[("ininkė", "D")]),
    ("tojas", &[("toja", "D")]),
    ("istas", &[("istė", "D")]),
    ("iškas", &[("iškumas", "D")]),
];

/// Whether a lower-case word is derived from a correct word: a diminutive or an illative, an adjective from a noun, a
/// verbal noun from a verb in -uoti, or a demonym.
pub(super) fn is_derived(word: &str, is_right: impl Fn(&str) -> bool) -> bool {
    is_diminutive(word, &is_right)
        || is_illative(word, &is_right)
        || is_from_noun(word, &is_right)
        || is_action(word, &is_right)
        || is_demonym(word, &is_right)
}

/// Matches `vilijampolietis`, from `Vilijampolė`.
fn is_demonym(word: &str, is_right: &impl Fn(&str) -> bool) -> bool {
    DEMONYMS.iter().any(|(suffix, cases)| {
        cases.iter().filter_map(|case| word.strip_suffix(case)?.strip_suffix(suffix)).any(|stem| {
            let mut letters = stem.chars();
            let Some(first) = letters.next() else { return false };
            let stem: String = first.to_uppercase().chain(letters).collect();
            stem.chars().count() >= MIN_STEM
                && PLACES.iter().any(|ending| {
                    let place = format!("{stem}{ending}");
                    // Place names are correct only when capitalised.
                    is_right(&place) && !is_right(&place.to_lowercase())
                })
        })
    })
}

fn is_from_noun(word: &str, is_right: &impl Fn(&str) -> bool) -> bool {
    DERIVATIVES.iter().any(|(suffix, cases)| {
        cases.iter().filter_map(|case| word.strip_suffix(case)?.strip_suffix(suffix)).any(|stem| {
            stem.chars().count() >= MIN_BASE
                && !stem.ends_with(['a', 'e', 'ė', 'i', 'o', 'u', 'y'])
                && BASES.iter().any(|ending| is_right(&format!("{stem}{ending}")))
        })
    })
}

/// Matches `reitingavimas`, from `reitinguoti`.
fn is_action(word: &str, is_right: &impl Fn(&str) -> bool) -> bool {
    CASES_OF_AS
        .iter()
        .filter_map(|case| word.strip_suffix(case)?.strip_suffix("avim"))
        .any(|stem| stem.chars().count() >= MIN_STEM && is_right(&format!("{stem}uoti")))
}

fn is_diminutive(word: &str, is_right: &impl Fn(&str) -> bool) -> bool {
    DIMINUTIVES.iter().any(|(suffix, cases)| {
        cases.iter().filter_map(|case| word.strip_suffix(case)?.strip_suffix(suffix)).any(|stem| {
            stem.chars().count() >= MIN_STEM
                && (has_nominative(stem, is_right)
                    || stem
                        .strip_suffix("dž")
                        .is_some_and(|stem| has_nominative(&format!("{stem}d"), is_right))
                    || stem
                        .strip_suffix('č')
                        .is_some_and(|stem| has_nominative(&format!("{stem}t"), is_right)))
        })
    })
}

fn has_nominative(stem: &str, is_right: &impl Fn(&str) -> bool) -> bool {
    NOMINATIVES.iter().any(|ending| is_right(&format!("{stem}{ending}")))
}

fn is_illative(word: &str, is_right: &impl Fn(&str) -> bool) -> bool {
    ILLATIVES.iter().any(|(illative, nominatives)| {
        word.strip_suffix(illative).is_some_and(|stem| {
            stem.chars().count() >= MIN_STEM
                && nominatives.iter().any(|ending| is_right(&format!("{stem}{ending}")))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_right(word: &str) -> bool {
        ["pagalvė", "lieptas", "ruonis", "medis", "medžias", "atsakomybė", "kiemas", "savininkas"]
            .contains(&word)
    }

    #[test]
    fn demonyms_are_derived() {
        let is_right = |word: &str| ["Vilijampolė", "Palestina", "Namas", "namas"].contains(&word);
        assert!(is_derived("vilijampoliečiams", is_right));
        assert!(is_derived("palestinietės", is_right));
        assert!(!is_derived("palestinetės", is_right));
        assert!(!is_derived("namiečiai", is_right));
    }

    #[test]
    fn adjectives_and_actions_are_derived() {
        let is_right =
            |word: &str| ["fakultetas", "motyvacija", "ekspertas", "reitinguoti", "kava"].contains(&word);
        for word in ["fakultetinėms", "motyvacinio", "ekspertiškai", "ekspertiškumo", "reitingavimas"] {
            assert!(is_derived(word, is_right), "{word}");
        }
        for word in ["fakultetinios", "motyvacino", "ekspertiškiai", "reitingavima", "kavinis"] {
            assert!(!is_derived(word, is_right), "{word}");
        }
    }

    #[test]
    fn diminutives_and_illatives_are_derived_from_nouns() {
        for word in
            ["pagalvėlės", "lieptelį", "ruoniukai", "atsakomybėn", "kieman", "kiemuosna", "savininkėlis"]
        {
            assert!(is_derived(word, is_right), "{word}");
        }
        for word in ["pagalvėlos", "lieptelas", "ruoniokai", "atsakomyben", "kiemen", "liepte", "pagalvėla"]
        {
            assert!(!is_derived(word, is_right), "{word}");
        }
    }
}
