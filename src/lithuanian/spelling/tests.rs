//! Tests of the spell checker on whole texts.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::*;

/// Correct words of the 2023 report that the dictionary of 2013 does not have.
const REPORT_WORDS: [&str; 6] =
    ["klasteris", "inovatyvus", "holistinis", "inovatorius", "įveiklinimas", "antreprenerystė"];

/// The running text of the 2023 report, scanned from the brochure, with two misread words.
const BROCHURE: &str = include_str!("tests/brochure.md");

/// Paragraphs as in the annual reports, statutes and news of various organisations, with made-up names.
const ORGANISATIONS: &str = include_str!("tests/organisations.md");

fn wrong_words(accepted: &[&str], text: &str) -> Vec<String> {
    Speller::new(accepted.iter().copied()).misspellings(text).into_iter().map(|found| found.word).collect()
}

#[test]
fn the_brochure_has_two_misspelled_words() {
    let found = Speller::new(REPORT_WORDS).misspellings(BROCHURE);
    let words: Vec<_> = found.iter().map(|found| (found.word.as_str(), found.suggestions.first())).collect();
    assert_eq!(
        words,
        [("Susisiekiye", Some(&"Susisiekite".to_owned())), ("pokytj", Some(&"pokytį".to_owned()))]
    );
}

#[test]
fn the_brochure_has_no_false_positives() {
    assert_eq!(wrong_words(&[], BROCHURE), ["Susisiekiye", "pokytj"]);
}

/// At most one false positive per 300 words.
#[test]
fn running_text_has_few_false_positives() {
    let text = ORGANISATIONS;
    let mut speller = Speller::new([]);
    speller.learn_names(text);
    let alarms: Vec<_> = speller.misspellings(text).into_iter().map(|found| found.word).collect();
    let words = text.split_whitespace().count();
    assert!(words > 3500);
    assert!(alarms.len() * 300 <= words, "{words} words: {alarms:?}");
}

/// Typos in the running text, each in place of the correct word.
#[test]
fn every_planted_typo_is_found() {
    for (right, slip) in [
        // Missing diacritics.
        ("žmonių", "zmonių"),
        ("neįgalumo", "neigalumo"),
        ("savanoriškos", "savanoriskos"),
        // Letters that sound similar.
        ("sprendimai", "sprendymai"),
        ("sąskaitą", "saskaitą"),
        ("dalyvavo", "dalivavo"),
        ("bendruomenė", "bendruomėnė"),
        ("visuomeninis", "vysuomeninis"),
        ("rūpinasi", "rupinasi"),
        // A missing, extra, transposed or replaced letter.
        ("organizavome", "organzavome"),
        ("projektą", "projecktą"),
        ("konferencija", "konferncija"),
        ("asociacijos", "asocijacijos"),
        ("informaciją", "informacijją"),
        ("stovyklos", "stovylkos"),
        ("savivaldybė", "savivladybė"),
        ("finansuotos", "finasuotos"),
        ("konsultacijų", "konsultacjų"),
        ("gyventojus", "gyvetojus"),
        // Scanner errors.
        ("gyventojų", "gyventojj"),
        // In words of the supplement, derived words and compounds.
        ("hakatonai", "hakatonnai"),
        ("Mentorystės", "Mentoristės"),
        ("naujienlaiškių", "naujenlaiškių"),
        ("Kofinansavimo", "Kofinasavimo"),
        ("Kaniterapijos", "Kaniterpijos"),
        ("startuoliai", "startuolei"),
        ("tinklaveikos", "tinklaveykos"),
        ("lieptelis", "lieptellis"),
        // At the start of a sentence, before a name and after an abbreviation.
        ("Prieglaudoje", "Prieglaudjoe"),
        ("Asociacijos pirmininkė Rasa", "Asocijacijos pirmininkė Rasa"),
        ("Direktorė Asta", "Direktorre Asta"),
        ("Programos koordinatorė", "Prorgamos koordinatorė"),
        ("Ornitologas Saulius", "Ornitolgas Saulius"),
    ] {
        let text = ORGANISATIONS.replace('\n', " ");
        assert!(text.contains(right), "{right}");
        let mut speller = Speller::new([]);
        let text = text.replacen(right, slip, 1);
        speller.learn_names(&text);
        let word = slip.split(' ').next().unwrap();
        assert!(speller.misspellings(&text).iter().any(|found| found.word.contains(word)), "{slip}");
    }
}

#[test]
fn names_at_the_start_of_a_sentence_pass() {
    for text in [
        "Jankauskaitei padėkota. Petrauskienės pranešimas. Kazlausko komanda. Vaitkūnui talkino Petraityčių šeima.",
        "Liucija Gineitytė pati davė kraujo. Geert van Kuijk atvyko. Mantvydas J. Rimkus dainavo.",
        "Komandą treniruoja Edmundas Pukelis. Pukelio kelionė baigta. Pukeliui padėkota.",
        "„Bangpūtys“ sutvarkė upes.",
        "Nuo 2012 m. Ševčukas vadovauja klubui.",
    ] {
        let mut speller = Speller::new([]);
        speller.learn_names(text);
        assert_eq!(speller.misspellings(text), [], "{text}");
    }
}

#[test]
fn typos_at_the_start_of_a_sentence_are_not_names() {
    for (text, slip) in [
        ("Ataskaitė patvirtinta.", "Ataskaitė"),
        ("Asocijacija Lietuvoje žinoma.", "Asocijacija"),
        ("Dirbame nuo 2012 m. Asocijacija auga.", "Asocijacija"),
        ("Gera. Imonė Vilniuje.", "Imonė"),
    ] {
        assert_eq!(wrong_words(&[], text), [slip], "{text}");
    }
}

#[test]
fn abbreviations_and_first_parts_pass() {
    let text = "Skambinkite mob. numeriu, ieškokite 5 kab. prie Ąžuolų tak. ir Sodų skg. Koterapija, kofinansuojamas, \
                arteterapijos, hipoterapija, kaniterapijai, ko-vadovas, nebeatitinka, sociokultūrinės.";
    assert_eq!(wrong_words(&[], text), Vec::<String>::new());
}

#[test]
fn exempt_words_pass() {
    for text in [
        "Rašykite info@lsik.lt, skaitykite www.lsik.lt, lsik.lt ir https://lsik.lt/naujienos?kalba=lt.",
        "Žr. [svetainę](http://www.zxcv.org/qwe_(rt)/asdf), [paštą](mailto:asdf@lsik.lt \"adresas\").",
        "MTEP, VU, UAB, VšĮ, VŠĮ ir NVO-ams XVIII–XIX a. 2023-iaisiais, 20-mečio COVID-19.",
        "Vyksta „GoSocial 2023“ su UAB Gluk Media ir Geert van Kuijk (angl. R&D) Pylimo g. Žxcvbn.",
        "9–12 metų, 7 217 Eur, 3,5 proc., t. y. ir t. t. bei kt.",
        "Kultūrinių-kūrybinių ir eko-inovacijų, mikro- ir makroekonomikos, tarpinstitucinio.",
        "Vadovas dr. Zxcvbnas ir A. Zxcvbnas",
        "_Veiklos_ *tikslai*, **darbai**: darbai.Jis.",
        "veik\u{ad}los i\u{328}mone\u{307}s",
        "",
    ] {
        assert_eq!(wrong_words(&[], text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn misspelled_words_are_found_in_any_context() {
    for (text, wrong) in [
        ("ąžolas", "ąžolas"),
        ("Čionykštis ir šoks. Žmones, žmonij", "žmonij"),
        ("Kultūrinių-kurybinių", "kurybinių"),
        ("SUSISIEKIYE", "SUSISIEKIYE"),
        ("Viskas gerai. Zodis", "Zodis"),
        ("Viskas\n\nZodis", "Zodis"),
        ("zodis.Viskas", "zodis"),
        ("[zodis](http://www.lsik.lt)", "zodis"),
        ("_zodis_", "zodis"),
        ("tarpinstitucinia", "tarpinstitucinia"),
        ("vilniuje", "vilniuje"),
        ("angl zodis", "angl"),
    ] {
        assert!(wrong_words(&[], text).contains(&wrong.to_owned()), "{text}");
    }
}

#[test]
fn the_most_likely_word_is_suggested_first() {
    let speller = Speller::new(["klasteris"]);
    for (wrong, meant) in [
        ("pokytj", "pokytį"),
        ("Susisiekiye", "Susisiekite"),
        ("zmoniu", "žmonių"),
        ("Imone", "Įmone"),
        ("aciu", "ačiū"),
        ("bendradarbiavima", "bendradarbiavimą"),
        ("veiklla", "veikla"),
        ("ąžuoals", "ąžuolas"),
        ("sprendymas", "sprendimas"),
        ("visūomenę", "visuomenę"),
        ("klastero", "klasterio"),
        ("vilniuje", "Vilniuje"),
        ("Lietuvospolicijos", "Lietuvos policijos"),
    ] {
        let found = speller.misspellings(wrong);
        let suggestions = &found[0].suggestions;
        assert!(suggestions.len() <= 5);
        assert_eq!(suggestions.first().map(String::as_str), Some(meant), "{wrong}: {suggestions:?}");
    }
}

#[test]
fn accepted_words_pass_in_any_case_and_capitalisation() {
    let text = "Antreprenerystės lyderiai, įveiklinimą, ĮVEIKLINIMAS. Kuijk.";
    assert_eq!(
        wrong_words(&["antreprenerystė", "Įveiklinimas", "Geert van Kuijk"], text),
        Vec::<String>::new()
    );
}

#[test]
fn hostile_text_is_checked_in_time() {
    let text: Vec<String> = (0..20_000).map(|number: u32| letters(number)).collect();
    let found = Speller::new([]).misspellings(&text.join(" "));
    assert!(found.len() > 10_000);
    for text in ["](", "a.", "a@", "„", "\n", "-", "ą\u{328}", "žžž", "www."] {
        Speller::new([]).misspellings(&text.repeat(50_000));
    }
}

/// A made-up word for each number.
fn letters(number: u32) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| ["ž", "b", "č", "d", "f", "g", "k", "p", "r", "šš"][usize::from(digit - b'0')])
        .collect()
}

#[test]
fn every_range_is_the_word_in_the_text() {
    let speller = Speller::new(["klasteris"]);
    let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[a-zA-ZąčęėįšųūžĄČĘĖĮŠŲŪŽ]{1,12}",
        "[a-ząčęėįšųūž.:_@/()\\[\\]'’„“\u{ad}\u{328}\u{307}\u{200d}\u{2011}\r\n \t-]{0,12}",
    ];
    runner
        .run(&prop::collection::vec(piece, 0..12), |pieces| {
            let text = pieces.join(" ");
            let mut end = 0;
            for found in speller.misspellings(&text) {
                prop_assert!(found.range.start >= end);
                prop_assert_eq!(text.get(found.range.clone()), Some(found.word.as_str()));
                prop_assert!(!found.word.is_empty() && found.suggestions.len() <= 5);
                end = found.range.end;
            }
            Ok(())
        })
        .unwrap();
}
