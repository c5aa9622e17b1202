//! The rules as cases: what is typed, and what belongs on the page. `·` stands for a no-break space.

use proptest::prelude::*;

use super::*;

fn page(text: &str) -> String {
    set(text).replace('\u{a0}', "·")
}

fn cases(cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        assert_eq!(page(typed), *expected, "typed: {typed}");
        let set_once = set(typed);
        assert_eq!(set(&set_once), set_once, "set twice: {typed}");
    }
}

#[test]
fn quotation_marks() {
    cases(&[
        ("\"Ramintoja\"", "„Ramintoja“"),
        ("“Ramintoja”", "„Ramintoja“"),
        ("„Ramintoja“", "„Ramintoja“"),
        ("„Ramintoja”", "„Ramintoja“"),
        ("”Ramintoja”", "„Ramintoja“"),
        ("„Ramintoja\"", "„Ramintoja“"),
        (",,Ramintoja“", "„Ramintoja“"),
        (",,Ramintoja”", "„Ramintoja“"),
        (",,Ramintoja,,", "„Ramintoja“"),
        (",,Ramintoja\"", "„Ramintoja“"),
        ("VšĮ (\"Ramintoja\"), taip", "VšĮ („Ramintoja“), taip"),
        ("\"Vienas\", \"du\" ir \"trys\".", "„Vienas“, „du“ ir „trys“."),
        ("\"Išorinė „vidinė“ citata\"", "„Išorinė „vidinė“ citata“"),
        ("\"Išorinė \"vidinė\" citata\"", "„Išorinė „vidinė“ citata“"),
        ("\"\"GoSocial\" festivalis\"", "„„GoSocial“ festivalis“"),
        ("Kursas \"Mes ir \"GoSocial\"\"", "Kursas „Mes ir „GoSocial““"),
        ("\"#LSIK\", \"@lsik\", \"...taip\"", "„#LSIK“, „@lsik“, „…taip“"),
        ("\"Labas!\" - tarė jis.", "„Labas!“·– tarė jis."),
        // What makes no pair stays.
        ("21\" ekranas", "21\" ekranas"),
        ("#read(\"../secret.txt\")", "#read(\"../secret.txt\")"),
        ("a,, b", "a,, b"),
        ("\"\"", "\"\""),
        ("l'été ‚vidinė‘ «Constellation»", "l'été ‚vidinė‘ «Constellation»"),
    ]);
}

#[test]
fn dashes_between_words() {
    cases(&[
        ("klasteris - tinklas", "klasteris·– tinklas"),
        ("klasteris – tinklas", "klasteris·– tinklas"),
        ("klasteris — tinklas", "klasteris·– tinklas"),
        ("klasteris -- tinklas", "klasteris·– tinklas"),
        ("narių – universiteto, kolegijos – studentų", "narių·– universiteto, kolegijos·– studentų"),
        ("https://lsik.lt/a-b - čia \"yra\"", "https://lsik.lt/a-b·– čia „yra“"),
    ]);
}

#[test]
fn ranges_have_no_spaces() {
    cases(&[
        ("9-12 metų", "9–12·metų"),
        ("2021-2023 m.", "2021–2023·m."),
        ("XX-XXI a.", "XX–XXI·a."),
        ("14.30-17.00", "14.30–17.00"),
        ("10-15%", "10–15·%"),
        ("10%-15%", "10·%–15·%"),
        ("1,5-2,5 proc.", "1,5–2,5·proc."),
        ("10 000-15 000 Eur", "10·000–15·000·Eur"),
        ("10000-15000 Eur", "10·000–15·000·Eur"),
        ("Erasmus+ 2021-2027", "Erasmus+ 2021–2027"),
        ("9–12 metų", "9–12·metų"),
    ]);
}

/// Where a unit or the hour shows that it is a range, the spaces that were typed go.
#[test]
fn ranges_lose_their_spaces() {
    cases(&[
        ("9 - 12 metų", "9–12·metų"),
        ("2021 – 2023 m.", "2021–2023·m."),
        ("XX - XXI a.", "XX–XXI·a."),
        ("14.30 - 17.00", "14.30–17.00"),
        ("10 - 15 %", "10–15·%"),
        // These are two thoughts.
        ("2022 - 2500 Eur", "2022·– 2·500·Eur"),
        ("iš 5 - 8 žmonės", "iš 5·– 8·žmonės"),
        ("12 - 9 metų", "12·– 9·metų"),
    ]);
}

#[test]
fn hyphens_that_stay() {
    for text in [
        "kultūrinių-kūrybinių",
        "25-asis",
        "LT-01127",
        "2023-05-12",
        "+370 615-96795",
        "2023-05",
        "5-3",
        "615-96795",
        "8\u{a0}615-96795",
        "(ES) 2016/679-1",
        "Nr.\u{a0}1-23",
        "Nr. XIII-1234",
        "COVID-19",
        "Ąžuolyno g.\u{a0}7-12",
    ] {
        assert_eq!(set(text), text);
    }
}

#[test]
fn numbers_in_groups() {
    cases(&[
        ("7217", "7·217"),
        ("28344", "28·344"),
        ("1234567.5", "1·234·567,5"),
        ("7217 Eur", "7·217·Eur"),
        ("7217 €", "7·217·€"),
        ("7217€", "7·217·€"),
        ("28 344 Eur", "28·344·Eur"),
        ("2023 Eur", "2·023·Eur"),
        ("(28344)", "(28·344)"),
        ("2,5 mln., 2.5 mln., 12.5 %, 7.50 Eur", "2,5·mln., 2,5·mln., 12,5·%, 7,50·Eur"),
        ("2023 eurai", "2·023·eurai"),
        ("-28344.50 Eur", "−28·344,50·Eur"),
    ]);
}

#[test]
fn numbers_that_are_names() {
    for text in [
        "2023",
        "2023.",
        "01127",
        "302296711",
        "+37061596795",
        "LT-01127",
        "kodas: 28344",
        "Nr.\u{a0}28344",
        "28344-A",
        "COVID19000",
        "192.168.10000.1",
        "ISBN 9786091234567",
        "ISO 26000",
        "2023\u{a0}Europos",
        "14.30\u{a0}val.",
        "12.31",
        "LT12 3456 7890 1234 5678",
    ] {
        assert_eq!(set(text), text);
    }
    assert_eq!(page("+370 615 96795"), "+370 615 96795");
    assert_eq!(page("tel. (8 615) 96795, (8 615) 96795"), "tel. (8·615) 96795, (8·615) 96795");
    assert_eq!(page("Ąžuolyno g. 7-12, 44300 Kaunas"), "Ąžuolyno g.·7-12, 44300·Kaunas");
    assert_eq!(
        tie("Ąžuolyno g. 7-12, 44300 Kaunas").replace('\u{a0}', "·"),
        "Ąžuolyno g.·7-12, 44300·Kaunas"
    );
}

#[test]
fn minus_and_per_cent() {
    cases(&[
        ("-120", "−120"),
        ("nuo -5 iki -1", "nuo −5·iki −1"),
        ("50%", "50·%"),
        ("50 %", "50·%"),
        ("(-120 Eur)", "(−120·Eur)"),
        ("-5 °C", "−5·°C"),
        ("\"-5\"", "„−5“"),
    ]);
}

#[test]
fn numbers_stay_with_what_they_count() {
    cases(&[
        ("25 nariai", "25·nariai"),
        ("15 mln.", "15·mln."),
        ("10 val.", "10·val."),
        ("5 d.", "5·d."),
        ("2023 m. gruodžio 31 d.", "2023·m. gruodžio 31·d."),
        ("XXI a., XXI amžius, II ketv.", "XXI·a., XXI·amžius, II·ketv."),
        ("5 m², § 5", "5·m², §·5"),
    ]);
}

#[test]
fn short_words_initials_titles_and_forms_stay_with_names() {
    cases(&[
        ("o taip", "o·taip"),
        ("orientuotą į žmogų", "orientuotą į·žmogų"),
        ("ir į o namus", "ir į·o·namus"),
        ("I ir a klasė", "I·ir a·klasė"),
        ("G. van Kuijk", "G.·van Kuijk"),
        ("dr. J. Basanavičius", "dr.·J.·Basanavičius"),
        ("J. S. Bachas", "J.·S.·Bachas"),
        ("su p. Jonaite, 5 p. Tikslai", "su p.·Jonaite, 5·p. Tikslai"),
        ("e. paštas", "e.·paštas"),
        ("Nr. 5", "Nr.·5"),
        ("p. 7", "p.·7"),
        ("Augustijonų g. 4", "Augustijonų g.·4"),
        ("UAB Gluk Media", "UAB·Gluk Media"),
        ("VšĮ \"Ramintoja\"", "VšĮ·„Ramintoja“"),
        ("t. y.", "t.·y."),
        ("t. t.", "t.·t."),
        ("a. k.", "a.·k."),
    ]);
}

#[test]
fn an_ellipsis_is_one_sign() {
    cases(&[("taip...", "taip…"), ("... ir", "… ir"), ("taip….", "taip…."), ("a....b", "a....b")]);
}

#[test]
fn addresses_and_verbatim_pieces_stay() {
    for text in [
        "https://www.lsik.lt/a-b/12345?x=28344",
        "www.lsik.lt/12345",
        "info-12345@lsik.lt",
        "lsik.lt/a...b",
        "https://lsik.lt/1-2",
    ] {
        assert_eq!(set(text), text);
    }
    let pieces = [
        Piece { text: "Iniciatyva \"", verbatim: false },
        Piece { text: "The \"Big\" 28344 - a name...", verbatim: true },
        Piece { text: "\" - nauja", verbatim: false },
    ];
    assert_eq!(set_pieces(pieces), ["Iniciatyva „", "The \"Big\" 28344 - a name...", "“\u{a0}– nauja"]);
}

#[test]
fn letters_are_composed_and_soft_hyphens_go() {
    assert_eq!(set("z\u{30c}ole\u{307}, ino\u{ad}vacijos"), "žolė, inovacijos");
}

/// The rules look across the bounds of pieces, and give each piece its own words back.
#[test]
fn pieces_are_one_text() {
    let pieces = ["a - ", "\"b", "\" į", " 1", "0-1", "2 m"].map(|text| Piece { text, verbatim: false });
    assert_eq!(set_pieces(pieces), ["a\u{a0}– ", "„b", "“ į", "\u{a0}1", "0–1", "2\u{a0}m"]);
}

/// Words and signs that the rules are about, alone and in the company that they keep in reports.
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
    "…",
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

/// Text of such words, with spaces or without.
fn any_text() -> impl Strategy<Value = String> {
    let word = (prop::sample::select(TOKENS), prop::bool::weighted(0.7));
    proptest::collection::vec(word, 0..14).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, space)| if space { format!("{word} ") } else { word.to_owned() })
            .collect()
    })
}

/// What is left of a text when one kind of quotation mark, dash, decimal sign or ellipsis is as good as
/// another, and spaces do not count.
fn bones(text: &str) -> String {
    text.replace("...", "…")
        .replace("--", "-")
        .replace(",,", "\"")
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '„' | '“' | '”' => '"',
            '–' | '—' | '−' => '-',
            c => c,
        })
        .collect()
}

/// The runs of letters of a text: spaces neither part words nor join them.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: proptest::test_runner::RngSeed::Fixed(4),
        failure_persistence: None,
        ..ProptestConfig::with_cases(2000)
    })]

    #[test]
    fn setting_twice_changes_nothing(text in any_text()) {
        let once = set(&text);
        prop_assert_eq!(set(&once), once);
    }

    #[test]
    fn nothing_but_signs_and_spaces_changes(text in any_text()) {
        let set = set(&text);
        prop_assert_eq!(words(&set), words(&text));
        // A decimal point may become a comma; no other sign becomes of another kind.
        prop_assert_eq!(bones(&set).replace(',', "."), bones(&text).replace(',', "."));
    }

    #[test]
    fn tying_changes_nothing_but_spaces(text in any_text()) {
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let tied = tie(&text);
        prop_assert_eq!(bare(&tied), bare(&text));
        prop_assert_eq!(tie(&tied), tied);
    }

    #[test]
    fn what_is_no_text_stays(before in any_text(), verbatim in any_text(), after in any_text()) {
        let piece = |text, verbatim| Piece { text, verbatim };
        let pieces = [piece(&before, false), piece(&verbatim, true), piece(&after, false)];
        let once = set_pieces(pieces);
        prop_assert_eq!(&once[1], &verbatim);
        let again = set_pieces([piece(&once[0], false), piece(&once[1], true), piece(&once[2], false)]);
        prop_assert_eq!(again, once);
    }

    /// Codes, dates and addresses among words.
    #[test]
    fn names_made_of_digits_stay(text in proptest::collection::vec(prop::sample::select(&[
        "302296711", "LT-01127", "2023-05-12", "+370 615-96795", "www.lsik.lt/9-12", "a-1@b.lt", "kodas 28344", "Nr. 1-23",
        "ISO 26000", "25-asis", "eko-inovacijų", "2023",
    ][..]), 0..8)) {
        let text = text.join(" ir ");
        prop_assert_eq!(set(&text).replace('\u{a0}', " "), text);
    }

    #[test]
    fn cutting_a_text_changes_nothing(text in any_text(), cuts in proptest::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| bounds[cut.index(bounds.len())]).chain([0, text.len()]).collect();
        cuts.sort_unstable();
        let pieces = cuts.windows(2).map(|cut| Piece { text: &text[cut[0]..cut[1]], verbatim: false });
        let set_pieces = set_pieces(pieces);
        prop_assert_eq!(set_pieces.len(), cuts.len() - 1);
        prop_assert_eq!(set_pieces.concat(), set(&text));
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC*") {
        set(&text);
    }
}
