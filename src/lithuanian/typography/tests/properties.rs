//! Properties of the rules, checked on random texts.

use proptest::prelude::*;

use super::*;

/// Words and symbols that the rules are about, by themselves and in contexts typical of reports.
const TOKENS: &[&str] = &[
    "į",
    "o",
    "klasteris",
    "Žemė",
    "kultūrinių-kūrybinių",
    "25-asis",
    "-",
    "–",
    "—",
    "--",
    "\"",
    "„",
    "“",
    "”",
    ",,",
    "'",
    "...",
    "?...",
    "…",
    "''",
    "'Artanjanas",
    "9\u{2011}12",
    "25kg",
    "7-11m.",
    "50 m2",
    "3 x 4",
    "t.y.",
    "Nr.5",
    "J.Jonaitis",
    "IX-X klasių",
    "22.00-6.00 val.",
    "sausio - kovo",
    "Lietuvos-Lenkijos",
    "1500-2000 Eur",
    "1850 + 2100 = 3950",
    "(8-615) 96795",
    "44300 Kaunas",
    "ISSN 1392-4095",
    " ,",
    ".",
    ",",
    ":",
    "!",
    "(",
    ")",
    "[",
    "*",
    "**",
    "#",
    "9-12",
    "9 - 12 metų",
    "14.30-17.00",
    "14.30 - 17.00",
    "XX-XXI",
    "28344",
    "2023",
    "2021 - 2023 m.",
    "7 217",
    "10 000-15 000",
    "1234567.5",
    "2.5 mln.",
    "-120",
    "0",
    "%",
    "€",
    "Eur",
    "m.",
    "a.",
    "t. y.",
    "J.",
    "van Kuijk",
    "dr.",
    "p.",
    "Nr.",
    "UAB",
    "VšĮ \"Ramintoja\"",
    "www.lsik.lt",
    "https://lsik.lt/a-b?c=28344",
    "a-1@b.lt",
    "\u{a0}",
    "+370",
    "615-96795",
    "tel. 8",
    "302296711",
    "LT-01127",
    "2023-05-12",
    "Ąžuolyno g. 7-12",
    "\"a \"b\" c\"",
];

/// A text of such words, with or without spaces between them.
fn any_text() -> impl Strategy<Value = String> {
    let word = (prop::sample::select(TOKENS), prop::bool::weighted(0.7));
    proptest::collection::vec(word, 0..14).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, space)| if space { format!("{word} ") } else { word.to_owned() })
            .collect()
    })
}

/// A text without spaces, in which all kinds of quotation marks are the same, as are all dashes, apostrophes, ellipses,
/// exponents and multiplication signs.
fn normalized(text: &str) -> String {
    text.replace("...", "…")
        .replace("?..", "?…")
        .replace("!..", "!…")
        .replace("--", "-")
        .replace(",,", "\"")
        .replace("''", "\"")
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '„' | '“' | '”' => '"',
            '–' | '—' | '−' | '\u{2011}' => '-',
            '’' => '\'',
            '²' => '2',
            '³' => '3',
            '×' => 'x',
            c => c,
        })
        .collect()
}

/// A text with ordinary hyphens in place of non-breaking ones, as the rules write them.
fn hyphenated(text: &str) -> String {
    text.replace('\u{2011}', "-")
}

/// The runs of letters of a text. An x between numbers is not a word.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !matches!(*word, "" | "x" | "X")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: proptest::test_runner::RngSeed::Fixed(4),
        failure_persistence: None,
        ..ProptestConfig::with_cases(2000)
    })]

    #[test]
    fn rules_are_idempotent(text in any_text()) {
        let once = apply(&text);
        prop_assert_eq!(apply(&once), once);
    }

    #[test]
    fn only_symbols_and_spaces_change(text in any_text()) {
        let set = apply(&text);
        prop_assert_eq!(words(&set), words(&text));
        // A decimal point may become a comma. No other character becomes one of a different kind.
        prop_assert_eq!(normalized(&set).replace(',', "."), normalized(&text).replace(',', "."));
    }

    #[test]
    fn no_break_spaces_change_only_spaces(text in any_text()) {
        let bare = |text: &str| hyphenated(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let tied = add_no_break_spaces(&text);
        prop_assert_eq!(bare(&tied), bare(&text));
        prop_assert_eq!(add_no_break_spaces(&tied), tied);
    }

    #[test]
    fn verbatim_parts_are_not_changed(before in any_text(), verbatim in any_text(), after in any_text()) {
        let piece = |text, verbatim| Piece { text, verbatim };
        let pieces = [piece(&before, false), piece(&verbatim, true), piece(&after, false)];
        let once = apply_to_pieces(pieces);
        prop_assert_eq!(&once[1], &hyphenated(&verbatim));
        let again = apply_to_pieces([piece(&once[0], false), piece(&once[1], true), piece(&once[2], false)]);
        prop_assert_eq!(again, once);
    }

    /// Codes, dates and addresses among words.
    #[test]
    fn codes_are_not_changed(text in proptest::collection::vec(prop::sample::select(&[
        "302296711", "LT-01127", "2023-05-12", "+370 615-96795", "www.lsik.lt/9-12", "a-1@b.lt", "kodas 28344", "Nr. 1-23",
        "ISO 26000", "25-asis", "eko-inovacijų", "2023",
    ][..]), 0..8)) {
        let text = text.join(" ir ");
        prop_assert_eq!(apply(&text).replace('\u{a0}', " "), text);
    }

    #[test]
    fn splitting_into_pieces_changes_nothing(text in any_text(), cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| bounds[cut.index(bounds.len())]).chain([0, text.len()]).collect();
        cuts.sort_unstable();
        let pieces = cuts.windows(2).map(|cut| Piece { text: &text[cut[0]..cut[1]], verbatim: false });
        let pieces = apply_to_pieces(pieces);
        prop_assert_eq!(pieces.len(), cuts.len() - 1);
        prop_assert_eq!(pieces.concat(), apply(&text));
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC*") {
        apply(&text);
    }
}
