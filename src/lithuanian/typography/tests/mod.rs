//! Tests of the rules: typed texts and the expected result. A no-break space is written `·` here, and `␣` in the files
//! of cases.

mod properties;

use super::*;

fn page(text: &str) -> String {
    apply(text).replace('\u{a0}', "·")
}

fn cases(cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        assert_eq!(page(typed), *expected, "typed: {typed}");
        let set_once = apply(typed);
        assert_eq!(apply(&set_once), set_once, "applied twice: {typed}");
    }
}

/// The cases of a file: each line is the typed text, an arrow and the result. Lines that begin with `#` are headings.
fn cases_of(file: &str) {
    let mut wrong = Vec::new();
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let (typed, expected) =
            line.split_once(" => ").unwrap_or_else(|| panic!("a case without an arrow: {line}"));
        let expected = expected.replace('␣', "\u{a0}");
        let once = apply(typed);
        if once != expected || apply(&once) != once {
            wrong.push(format!("{typed} => {}", once.replace('\u{a0}', "␣")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_as_people_type_them() {
    let cases = include_str!("cases.txt");
    assert_eq!(cases.lines().count(), 77);
    cases_of(cases);
}

#[test]
fn more_of_each_rule() {
    cases_of(include_str!("more_cases.txt"));
}

/// More than two hundred texts of the kind that occurs in reports.
#[test]
fn reports_as_people_type_them() {
    cases_of(include_str!("typed.txt"));
}

/// Only spaces change in texts that are, or may be, correct.
#[test]
fn text_that_stays() {
    let mut changed = Vec::new();
    for typed in
        include_str!("unchanged.txt").lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
    {
        let set = apply(typed).replace('\u{a0}', " ");
        if set != typed.replace('\u{a0}', " ") {
            changed.push(format!("{typed} => {set}"));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
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
        // Unpaired marks are kept.
        ("21\" ekranas", "21\" ekranas"),
        ("#read(\"../secret.txt\")", "#read(\"../secret.txt\")"),
        ("a,, b", "a,, b"),
        ("\"\"", "\"\""),
        ("‚vidinė‘ «Constellation»", "‚vidinė‘ «Constellation»"),
        ("ekranas 21''", "ekranas 21''"),
        ("\"L''été\"", "„L''été“"),
        // An inch sign does not close a quotation.
        ("\"ekranas 21''\"", "„ekranas 21''“"),
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

/// Spaces are removed where a unit or times of day show that it is a range.
#[test]
fn ranges_lose_their_spaces() {
    cases(&[
        ("9 - 12 metų", "9–12·metų"),
        ("2021 – 2023 m.", "2021–2023·m."),
        ("XX - XXI a.", "XX–XXI·a."),
        ("14.30 - 17.00", "14.30–17.00"),
        ("10 - 15 %", "10–15·%"),
        // These are two clauses.
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
        "Nr.\u{a0}XIII-1234",
        "COVID-19",
        "Ąžuolyno g.\u{a0}7-12",
    ] {
        assert_eq!(apply(text), text);
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
        assert_eq!(apply(text), text);
    }
    assert_eq!(page("+370 615 96795"), "+370 615 96795");
    assert_eq!(page("tel. (8 615) 96795, (8 615) 96795"), "tel. (8·615) 96795, (8·615) 96795");
    assert_eq!(page("Ąžuolyno g. 7-12, 44300 Kaunas"), "Ąžuolyno g.·7-12, 44300·Kaunas");
    assert_eq!(
        add_no_break_spaces("Ąžuolyno g. 7-12, 44300 Kaunas").replace('\u{a0}', "·"),
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
fn numbers_are_joined_to_their_nouns() {
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
        assert_eq!(apply(text), text);
    }
    let pieces = [
        Piece { text: "Iniciatyva \"", verbatim: false },
        Piece { text: "The \"Big\" 28344 - a name...", verbatim: true },
        Piece { text: "\" - nauja", verbatim: false },
    ];
    assert_eq!(apply_to_pieces(pieces), ["Iniciatyva „", "The \"Big\" 28344 - a name...", "“\u{a0}– nauja"]);
}

#[test]
fn letters_are_composed_and_soft_hyphens_are_removed() {
    assert_eq!(apply("z\u{30c}ole\u{307}, ino\u{ad}vacijos"), "žolė, inovacijos");
}

/// The rules look across the boundaries of pieces, and the words stay in their pieces.
#[test]
fn pieces_are_one_text() {
    let pieces = ["a - ", "\"b", "\" į", " 1", "0-1", "2 m"].map(|text| Piece { text, verbatim: false });
    assert_eq!(apply_to_pieces(pieces), ["a\u{a0}– ", "„b", "“ į", "\u{a0}1", "0–1", "2\u{a0}m"]);
}

/// The rules are applied in a limited number of rounds. A rule that needed a round for each match would leave the rest
/// of a long text unchanged.
#[test]
fn long_texts_are_set_to_the_end() {
    for (unit, last) in [
        ("į o ", "į\u{a0}o\u{a0}"),
        ("1 000 000; ", "1\u{a0}000\u{a0}000; "),
        ("9-12 metų, ", "9–12\u{a0}metų, "),
        ("\"a\" ", "„a“ "),
        ("J.K.Petraitis ", "J.\u{a0}K.\u{a0}Petraitis "),
        ("3 x ", "3\u{a0}×\u{a0}"),
        ("t.y. ", "t.\u{a0}y. "),
        ("Kas?... ", "Kas?.. "),
        ("a , ", "a, "),
        ("d'a'", "d’a’"),
        ("Lietuvos-", "Lietuvos-"),
        ("+370 ", "+370 "),
        ("(8-", "(8-"),
        ("Nr. 5, ", "Nr.\u{a0}5, "),
        ("1500 + ", "1500 + "),
    ] {
        let text = unit.repeat(20_000 / unit.len());
        let once = apply(&text);
        assert!(apply(&once) == once, "applied twice: {unit}");
        // In the middle, away from the ends of the text.
        let near = once.ceil_char_boundary(once.len() / 2);
        assert!(once[near..].contains(last), "{unit}: {}", &once[near..near + 40]);
    }
}
