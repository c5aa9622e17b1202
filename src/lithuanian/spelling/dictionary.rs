//! The embedded dictionary.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

use super::derivation::FAMILIES;

static AFFIXES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/hunspell/lt_LT.aff.gz"));
static WORDS: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/hunspell/lt_LT.dic.gz"));

/// Additional words, in the same format.
const SUPPLEMENT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/hunspell/supplement.dic"));

/// The minimum number of letters before the suffix of a word whose family is added; `nacija`, for example, has no verb.
const MIN_STEM: usize = 3;

/// A dictionary with inflected forms.
#[derive(Clone)]
pub struct Dictionary(spellbook::Dictionary);

impl Dictionary {
    /// The Lithuanian dictionary with its supplement. It is loaded on first use.
    pub fn lithuanian() -> &'static Self {
        static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
            let words = unpacked(WORDS);
            let mut dictionary = dictionary(&words);
            for entry in supplement() {
                dictionary.add(entry.word, entry.flags);
            }
            for word in words.lines().map(base_form).chain(supplement().map(|entry| entry.word)) {
                dictionary.add_family(word);
            }
            dictionary
        });
        &DICTIONARY
    }

    /// An empty dictionary with the Lithuanian affixes.
    pub(super) fn without_words() -> Self {
        // The first line of a dictionary file is the number of words.
        static EMPTY: LazyLock<Dictionary> = LazyLock::new(|| dictionary("0"));
        EMPTY.clone()
    }

    /// Adds a base form with its affix flags. The word must consist of letters only.
    pub(super) fn add(&mut self, word: &str, flags: &str) {
        // Adding fails only for flags that are not single characters; the base form would still be correct.
        if self.0.add(&format!("{word}/{flags}")).is_err() {
            debug_assert!(false, "the affix file has no flags {flags}");
        }
    }

    /// Adds the words of the same family as a base form, if the dictionary lacks them.
    fn add_family(&mut self, word: &str) {
        for (suffix, others) in FAMILIES {
            if let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.chars().count() >= MIN_STEM) {
                for (other, flags) in others {
                    let word = format!("{stem}{other}");
                    if !self.contains(&word) {
                        self.add(&word, flags);
                    }
                }
            }
        }
    }

    /// Whether a word form is correct. Any word may be capitalised or in capitals.
    pub fn contains(&self, word: &str) -> bool {
        self.0.check(word)
    }

    /// Correct words, or two of them with a space or a hyphen in between, at an edit distance of one from a misspelled
    /// word.
    ///
    /// Hunspell's n-gram suggestions are not used: they are seldom intended, take 50 ms per word, and their order is not
    /// deterministic.
    pub(super) fn one_edit_away(&self, word: &str) -> Vec<String> {
        let mut words = Vec::new();
        self.0.suggester().with_ngram_suggestions(false).suggest(word, &mut words);
        words
    }
}

/// A base form with its affix flags.
struct Entry {
    word: &'static str,
    flags: &'static str,
}

/// The word in a line of a dictionary file.
fn base_form(line: &str) -> &str {
    line.split_once('/').map_or(line, |(word, _)| word)
}

/// The entries of the supplement; its first line is their number.
fn supplement() -> impl Iterator<Item = Entry> {
    SUPPLEMENT.lines().skip(1).map(|line| {
        let (word, flags) = line.split_once('/').unwrap_or((line, ""));
        Entry { word, flags }
    })
}

#[expect(clippy::expect_used, reason = "the files are part of the binary, and every test here reads them")]
fn dictionary(words: &str) -> Dictionary {
    Dictionary(
        spellbook::Dictionary::new(&unpacked(AFFIXES), words).expect("the embedded dictionary is sound"),
    )
}

#[expect(clippy::expect_used, reason = "the files are part of the binary, and every test here reads them")]
fn unpacked(file: &[u8]) -> String {
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).expect("the embedded dictionary unpacks");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_forms_are_known() {
        for word in ["visuomenė", "visuomenės", "Žmonių", "ąžuolą", "VEIKLA", "nesusisiekėme", "įmonę"]
        {
            assert!(Dictionary::lithuanian().contains(word), "{word}");
        }
        for word in ["visuomėnė", "vilnius", "zmoniu"] {
            assert!(!Dictionary::lithuanian().contains(word), "{word}");
        }
    }

    /// Cases of nouns, genders of adjectives and tenses of verbs in the supplement are correct, and forms of other
    /// classes are not.
    #[test]
    fn supplement_words_are_inflected_by_class() {
        for (right, wrong) in [
            (
                "savanorystė savanorystės savanorystei savanorystę savanoryste savanorystėje savanorystės savanorysčių \
                 savanorystėms savanorystes savanorystėmis savanorystėse",
                "savanorysta savanorystia savanorystių savanorystas savanorystėi",
            ),
            (
                "edukacija edukacijos edukacijai edukaciją edukacijoje edukacijų edukacijoms edukacijas edukacijomis \
                 edukacijose",
                "edukacijė edukacijei edukacijių edukacijio",
            ),
            (
                "įtrauktis įtraukties įtraukčiai įtrauktį įtrauktimi įtrauktyje įtrauktys įtraukčių įtrauktims \
                 įtrauktimis įtrauktyse",
                "įtraukčio įtraukčiui įtraukčiams įtrauktės",
            ),
            (
                "startuolis startuolio startuoliui startuolį startuoliu startuolyje startuoliai startuolių startuoliams \
                 startuolius startuoliais startuoliuose",
                "startuolas startuolios startuolies startuolų",
            ),
            (
                "naujienlaiškis naujienlaiškio naujienlaiškiui naujienlaiškį naujienlaiškyje naujienlaiškiai \
                 naujienlaiškių naujienlaiškiams naujienlaiškiuose",
                "naujienlaiška naujienlaiškies naujienlaiškų",
            ),
            (
                "hakatonas hakatono hakatonui hakatoną hakatonu hakatone hakatonai hakatonų hakatonams hakatonus \
                 hakatonais hakatonuose",
                "hakatonis hakatonio hakatoniai hakatonos",
            ),
            (
                "mentorius mentoriaus mentoriui mentorių mentoriumi mentoriuje mentoriai mentoriams mentoriais \
                 mentoriuose mentorė mentorės mentorei mentorių mentorėms mentores",
                "mentoras mentoro mentorūs mentorims mentorai",
            ),
            (
                "bendruomeniškumas bendruomeniškumo bendruomeniškumui bendruomeniškumą bendruomeniškumu bendruomeniškume",
                "bendruomeniškumio bendruomeniškumė",
            ),
            (
                "tinklaveika tinklaveikos tinklaveikai tinklaveiką tinklaveikoje skaitmenizacija skaitmenizacijos \
                 skaitmenizaciją skaitmenizacijoje mentorystė mentorystės mentorystę kofinansavimas kofinansavimo \
                 kofinansavimui kofinansavimą kofinansavimu",
                "tinklaveikė skaitmenizacijė mentorystia kofinansavimio",
            ),
            (
                "labdarys labdario labdariui labdarį labdariu labdaryje labdariai labdarių labdariams labdarė labdarės",
                "labdaryjui labdarėi",
            ),
            ("nuotekos nuotekų nuotekoms nuotekas nuotekomis nuotekose", "nuotekių nuotekėms"),
            ("želmuo želmens želmeniui želmenį želmenys želmenų želmenims", "želmuas želmuonis"),
            (
                "inovatyvus inovatyvaus inovatyviam inovatyvų inovatyviu inovatyviame inovatyvūs inovatyvių inovatyviems \
                 inovatyvius inovatyviais inovatyviuose inovatyvi inovatyvios inovatyviai inovatyvią inovatyvia \
                 inovatyvioje inovatyvioms inovatyvias inovatyviomis inovatyviose neinovatyvus inovatyvesnis \
                 inovatyviausių inovatyvusis inovatyviosios",
                "inovatyvas inovatyvo inovatyvė inovatyvūš inovatyvinis",
            ),
            (
                "holistinis holistinio holistiniam holistinį holistiniu holistiniame holistiniai holistinių holistiniams \
                 holistinius holistiniais holistiniuose holistinė holistinės holistinei holistinę holistine holistinėje \
                 holistinėms holistines holistinėmis holistinėse",
                "holistinas holistinos holistiną",
            ),
            (
                "bendruomeniškas bendruomeniško bendruomeniškam bendruomenišką bendruomeniškai bendruomeniškesnis \
                 bendruomeniškiausia bendruomeniškos",
                "bendruomeniškis bendruomeniškio",
            ),
            (
                "savanoriauti savanoriauja savanoriavo savanoriausime savanoriautų savanoriaudami savanoriaujantis \
                 savanoriavusi savanoriaujame savanoriavimo nesavanoriauja",
                "savanoriauna savanoriaujo savanoriauvo",
            ),
            (
                "įveiklinti įveiklina įveiklino įveiklinsime įveiklintas įveiklintos įveiklinome įveiklinimas \
                 įveiklinimo neįveiklino skaitmeninti skaitmenina skaitmenino supaprastinta supaprastinome",
                "įveiklinė įveiklinavo skaitmeninavo",
            ),
            (
                "socializuoti socializuotis socializuojasi socializavosi socializavo socializuojant socializavimas \
                 atsipalaiduoti atsipalaidavo atsipalaiduojame",
                "socializavė socializuona atsipalaiduojo",
            ),
        ] {
            for word in right.split_whitespace() {
                assert!(Dictionary::lithuanian().contains(word), "{word}");
            }
            for word in wrong.split_whitespace() {
                assert!(!Dictionary::lithuanian().contains(word), "{word}");
            }
        }
    }

    #[test]
    fn the_supplement_has_the_format_of_a_dictionary() {
        let entries: Vec<_> = supplement().collect();
        let count: usize = SUPPLEMENT.lines().next().unwrap().parse().unwrap();
        assert_eq!(entries.len(), count);
        let words: std::collections::HashSet<_> =
            entries.iter().map(|entry| (entry.word, entry.flags)).collect();
        assert_eq!(words.len(), count, "no entry twice");
        for Entry { word, flags } in entries {
            assert!(word.chars().all(char::is_lowercase), "{word}");
            // A flag that does not match the word would add no form.
            let mut alone = Dictionary::without_words();
            alone.add(word, flags);
            assert!(alone.contains(word), "{word}");
        }
    }
}
