//! Recognises names of people and organisations at the start of a sentence, where every word is capitalised.

use std::collections::HashSet;

/// The suffixes of surnames, with their case endings, singular and plural.
const SURNAMES: [(&[&str], &[&str]); 4] = [
    // Petraitytė, Jankauskaitė, Butkutė, Stankevičiūtė.
    (&["ait", "yt", "ut", "ūt"], &["ė", "ės", "ei", "ę", "e", "ėje", "ėj", "ėms", "es", "ėmis", "ėse"]),
    // Petrauskienė, Kalvaitienė.
    (&["ien"], &["ė", "ės", "ei", "ę", "e", "ėje", "ėj", "ių", "ėms", "es", "ėmis", "ėse"]),
    // Kazlauskas, Vaičekauskas, Lapinskas, Sadauskas, Baronas; Norkūnas, Kalvėnas.
    (
        &["ausk", "insk", "ick", "eck", "ūn", "ėn"],
        &["as", "o", "ui", "ą", "u", "e", "ai", "ų", "ams", "us", "ais", "uje", "uose"],
    ),
    // Stankevičius, Adamavičius.
    (&["evič", "avič"], &["ius", "iaus", "iui", "ių", "iumi", "iuje", "iau", "iai", "iams", "iais", "iuose"]),
];

/// The forms in which `t` becomes `č`, and the forms of `-aitis` and `-utis` in which it does not.
const SURNAMES_IN_OTHER_FORMS: [(&[&str], &[&str]); 2] = [
    (&["aič", "yč", "uč", "ūč"], &["ių", "io", "iui", "iu", "iai", "iams", "ius", "iais"]),
    (&["ait", "ut"], &["is", "į", "yje", "i"]),
];

/// The minimum number of letters before the suffix of a surname.
const MIN_LETTERS_BEFORE: usize = 3;

/// The case endings of names, the longest first.
const CASE_ENDINGS: [&str; 54] = [
    "iuose", "iumis", "iams", "iais", "iaus", "iomis", "ioms", "iose", "iumi", "iuje", "ėmis", "omis",
    "uose", "iau", "iai", "iui", "ius", "ams", "ais", "aus", "ėje", "ėms", "ėse", "oje", "oms", "ose", "uje",
    "umi", "imi", "yje", "ias", "ios", "iu", "ių", "io", "ia", "ią", "ai", "as", "ei", "ės", "es", "is",
    "os", "ui", "us", "ys", "ėj", "au", "ie", "om", "ėm", "oj", "uo",
];

/// Names that were found in unambiguous positions.
#[derive(Debug, Default)]
pub(super) struct Names(HashSet<String>);

impl Names {
    /// Adds a name.
    pub(super) fn insert(&mut self, word: &str) {
        self.0.insert(stem(word));
    }

    /// Whether the word is one of the names, in any case.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.contains(&stem(word))
    }
}

/// Whether a capitalised word has the ending of a surname in any case, and is not a common word with a wrong ending, such
/// as `Ataskaitė`.
pub(super) fn is_surname(word: &str, is_common: impl Fn(&str) -> bool) -> bool {
    let word = word.to_lowercase();
    let stem = SURNAMES.iter().chain(&SURNAMES_IN_OTHER_FORMS).find_map(|(suffixes, endings)| {
        endings.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| {
            suffixes
                .iter()
                .filter_map(|suffix| stem.strip_suffix(suffix))
                .any(|first| first.chars().count() >= MIN_LETTERS_BEFORE)
        })
    });
    stem.is_some_and(|stem| {
        !["as", "a", "is", "ys", "us", "ė", "i", "ių"]
            .iter()
            .any(|ending| is_common(&format!("{stem}{ending}")))
    })
}

/// A name without its case ending, in lower case: `petrait` for `Petraitis` and `Petraičio`.
fn stem(name: &str) -> String {
    let name = name.to_lowercase();
    let stem = CASE_ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .or_else(|| name.strip_suffix(['a', 'ą', 'e', 'ė', 'ę', 'i', 'į', 'o', 'u', 'ų', 'y']))
        .unwrap_or(&name);
    if let Some(stem) = stem.strip_suffix("dž") {
        format!("{stem}d")
    } else if let Some(stem) = stem.strip_suffix('č') {
        format!("{stem}t")
    } else {
        stem.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(stem: &str, endings: &str) -> Vec<String> {
        endings.split(' ').map(|ending| format!("{stem}{ending}")).collect()
    }

    #[test]
    fn surnames_are_recognised_in_every_case() {
        let mut surnames = Vec::new();
        for stem in ["Jankauskait", "Petraityt", "Butkut", "Stankevičiūt"] {
            surnames.extend(forms(stem, "ė ės ei ę e ėje ės ėms es ėmis ėse"));
        }
        for stem in ["Jankauskaič", "Butkuč"] {
            surnames.extend(forms(stem, "ių"));
        }
        surnames.extend(forms("Petrauskien", "ė ės ei ę e ėje ių ėms es ėmis ėse"));
        for stem in ["Kazlausk", "Lapinsk", "Norkūn", "Vaitkūn"] {
            surnames.extend(forms(stem, "as o ui ą u e ai ų ams us ais uose"));
        }
        surnames.extend(forms("Stankevič", "ius iaus iui ių iumi iuje iau iai iams iais"));
        surnames.extend(forms("Adomait", "is į yje i"));
        surnames.extend(forms("Adomaič", "io iui iu iai ių iams ius iais"));
        for surname in surnames {
            assert!(is_surname(&surname, |_| false), "{surname}");
        }
    }

    #[test]
    fn other_words_are_not_surnames() {
        let common = |word: &str| ["ataskaita", "rezultatas", "minutė"].contains(&word);
        for word in
            ["Ataskaitė", "Minuti", "Susisiekiye", "Zodis", "Metė", "Kūnas", "Asocijacija", "Projektss"]
        {
            assert!(!is_surname(word, common), "{word}");
        }
    }

    #[test]
    fn a_name_is_known_in_its_other_cases() {
        let mut names = Names::default();
        for name in ["Pukelis", "Gučys", "Petraitis", "Rimkus", "Daukša", "Rožė", "Bangpūtys"] {
            names.insert(name);
        }
        for name in [
            "Pukelio",
            "Pukeliui",
            "Gučiui",
            "Petraičiu",
            "Rimkaus",
            "Rimkumi",
            "Daukšos",
            "Rožei",
            "Bangpūčio",
        ] {
            assert!(names.contains(name), "{name}");
        }
        for word in ["Puikus", "Rožinis", "Petras"] {
            assert!(!names.contains(word), "{word}");
        }
    }
}
