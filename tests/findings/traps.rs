//! Mistakes by people who do not know YAML, and the corrections suggested to them.

use std::path::Path;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::messages::Language;
use ataskaita::diagnostic::{Severity, any_error};
use ataskaita::source::Source;

use crate::{REPORT, typesetter};

/// The findings in a report in a folder with images.
fn check(text: &str) -> Vec<Diagnostic> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/full");
    ataskaita::check(&Source::new("report.yaml", folder, text), typesetter(), false)
}

fn errors(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    found.iter().filter(|one| one.severity() == Severity::Error).collect()
}

/// Whether a report passes after all suggestions have been applied.
fn passes_once_mended(text: &str) -> Result<(), String> {
    let mut text = text.to_owned();
    for _ in 0..30 {
        let found = check(&text);
        let Some(error) = errors(&found).first().copied() else { return Ok(()) };
        let suggestion = error
            .suggestions
            .iter()
            .find(|suggestion| !suggestion.edits.is_empty())
            .ok_or_else(|| format!("nothing is suggested for {}", said(error)))?;
        let mended = suggestion.apply(&text);
        if mended == text {
            return Err(format!("the suggestion changes nothing: {}", said(error)));
        }
        text = mended;
    }
    Err(format!("there is no end of mistakes: {}", said(errors(&check(&text))[0])))
}

fn said(diagnostic: &Diagnostic) -> String {
    let words = diagnostic.words(Language::Lithuanian);
    format!("[{}] {}: {:?}", diagnostic.code(), words.message, words.hints)
}

/// A change to the real report, the code of the finding, and the suggestion.
type Trap = (&'static str, &'static str, &'static str, &'static str);

const MISSION: &str =
    "mission: Sumani ir atsakinga visuomenė, gebanti savarankiškai rasti inovatyvius sprendimus.";
const INCOME: &str = "  income:\n    - { label: Pardavimo pajamos, amount: 7217 }\n    - { label: Finansavimo pajamos, amount: 21127 }\n";
const EMAIL: &str = "  email: info@lsik.lt\n";

const TRAPS: &[Trap] = &[
    // Text that YAML silently drops.
    (
        MISSION,
        "mission: Dalyvavome akcijoje #DaromLietuva ir sutvarkėme parką.",
        "comment-in-text",
        "\"Dalyvavome akcijoje #DaromLietuva ir sutvarkėme parką.\"",
    ),
    (MISSION, "mission: \"Ramintoja\" #DaromLietuva", "comment-in-text", "\"Ramintoja #DaromLietuva\""),
    (MISSION, "mission: #DaromLietuva ir mes", "comment-in-text", "\"#DaromLietuva ir mes\""),
    (
        MISSION,
        "mission: Sutvarkėme parką\n  #DaromLietuva akcijoje\n  ir upę.",
        "comment-in-text",
        "Sutvarkėme parką",
    ),
    ("contact:\n", "theme: { primary: { screen: #0b5563 } }\ncontact:\n", "", ""),
    ("contact:\n", "theme:\n  primary:\n    screen: #0b5563\ncontact:\n", "comment-in-text", "\"#0b5563\""),
    // Commas and colons.
    ("label: Sąnaudos,", "label: 1,2 proc. GPM,", "comma-in-braces", "\"1,2 proc. GPM\""),
    ("amount: 28344 }", "amount: 28344,50 }", "comma-in-braces", "\"28344,50\""),
    ("amount: 28344 }", "amount: 28,50 }", "comma-in-braces", "\"28,50\""),
    (
        "label: Sąnaudos,",
        "label: Sodmenys, įrankiai, trąšos,",
        "comma-in-braces",
        "\"Sodmenys, įrankiai, trąšos\"",
    ),
    (MISSION, "mission: Tikslas: augti", "yaml-syntax", "\"Tikslas: augti\""),
    (
        MISSION,
        "mission: Tikslas: augti\n  ir žydėti: visiems",
        "yaml-syntax",
        "\"Tikslas: augti ir žydėti: visiems\"",
    ),
    (
        "    - |\n      Pasirašyta jungtinės",
        "    - Renginys: dirbtuvės\n    - |\n      Pasirašyta jungtinės",
        "text-with-colon",
        "\"Renginys: dirbtuvės\"",
    ),
    (
        "    - |\n      Pasirašyta jungtinės",
        "    - Renginys: dirbtuvės\n      Dalyviai: 25\n    - |\n      Pasirašyta jungtinės",
        "text-with-colon",
        "\"Renginys: dirbtuvės Dalyviai: 25\"",
    ),
    ("label: Sąnaudos,", "label: Sąnaudos: visos,", "yaml-syntax", "\"Sąnaudos: visos\""),
    ("label: Sąnaudos,", "label:Sąnaudos,", "", ""),
    ("year: 2023", "year:2023", "yaml-syntax", "year: 2023"),
    ("mission: Sumani", "mission Sumani", "yaml-syntax", "mission: Sumani"),
    ("    - { label: Sąnaudos", "    -{ label: Sąnaudos", "yaml-syntax", "- { label: Sąnaudos"),
    (
        "label: Sąnaudos, amount",
        "label: Sąnaudos amount",
        "yaml-syntax",
        "{ label: Sąnaudos, amount: 28344 }",
    ),
    ("amount: 28344 }", "amount: 28344", "yaml-syntax", "{ label: Sąnaudos, amount: 28344 }"),
    // Quotation marks of every kind.
    (MISSION, "mission: \"Ramintoja\" bendruomenė", "yaml-syntax", "'\"Ramintoja\" bendruomenė'"),
    (MISSION, "mission: 'Ramintoja' bendruomenė", "yaml-syntax", "\"'Ramintoja' bendruomenė\""),
    (MISSION, "mission: \"Sumani visuomenė", "yaml-syntax", "\"Sumani visuomenė\""),
    (MISSION, "mission: \"Tekstas \"viduje\" kabučių\"", "yaml-syntax", "'\"Tekstas \"viduje\" kabučių\"'"),
    (
        "name: Lietuvos socialinių inovacijų klasteris\n",
        "name: Klasteris\n  code: “302296711”\n",
        "invalid-code",
        "\"302296711\"",
    ),
    (EMAIL, "  email: „info@lsik.lt“\n", "invalid-email", "info@lsik.lt"),
    (
        "label: Sąnaudos, amount: 28344 }",
        "label: \"Sąnaudos\" kitos, amount: 28344 }",
        "yaml-syntax",
        "'\"Sąnaudos\" kitos'",
    ),
    // Special characters at the beginning of a value.
    (MISSION, "mission: @visuomenė yra čia", "yaml-syntax", "\"@visuomenė yra čia\""),
    (MISSION, "mission: % nuo pajamų", "yaml-syntax", "\"% nuo pajamų\""),
    (MISSION, "mission: *Sumani* visuomenė", "yaml-syntax", "\"*Sumani* visuomenė\""),
    (MISSION, "mission: **Sumani** visuomenė", "yaml-syntax", "\"**Sumani** visuomenė\""),
    (MISSION, "mission: `Sumani` visuomenė", "yaml-syntax", "\"`Sumani` visuomenė\""),
    (
        MISSION,
        "mission: [Klasteris](https://www.lsik.lt) jungia",
        "yaml-syntax",
        "\"[Klasteris](https://www.lsik.lt) jungia\"",
    ),
    (MISSION, "mission: > Sumani visuomenė", "yaml-syntax", "\"> Sumani visuomenė\""),
    (MISSION, "mission: ! Sumani visuomenė", "yaml-syntax", "\"! Sumani visuomenė\""),
    // Amounts and counts.
    ("amount: 28344 }", "amount: 7.217 }", "invalid-amount", "7217"),
    ("amount: 28344 }", "amount: - }", "invalid-amount", "null"),
    ("amount: null", "amount: \"-\"", "invalid-amount", "null"),
    ("amount: 28344 }", "amount: 28344 eurų }", "invalid-amount", "28344"),
    (INCOME, "  income: 350 000 Eur\n", "wrong-type", "- { label: Pardavimo pajamos, amount: 350 000 Eur }"),
    (
        INCOME,
        "  income: { label: Pardavimo pajamos, amount: 35000 }\n",
        "wrong-type",
        "[ { label: Pardavimo pajamos, amount: 35000 } ]",
    ),
    (
        INCOME,
        "  income:\n    label: Pardavimo pajamos\n    amount: 35000\n",
        "wrong-type",
        "- label: Pardavimo pajamos",
    ),
    ("currency: EUR", "currency: \"12\"", "invalid-currency", "EUR"),
    ("currency: EUR", "currency: Eur", "invalid-currency", "EUR"),
    ("currency: EUR", "currency: €", "invalid-currency", "EUR"),
    ("total: 25\n", "total: dvidešimt penki\n", "invalid-count", "25"),
    ("total: 25\n", "total: 25 nariai\n", "invalid-count", "25"),
    // Years and dates.
    ("year: 2023", "year: 2013-2014", "invalid-year", "2014"),
    ("year: 2023", "year: 2023 m.", "invalid-year", "2023"),
    ("year: 2023", "year: \"2023\"", "wrong-type", "2023"),
    ("year: 2023", "year: 2023\npublished: 2024.03.29", "invalid-date", "2024-03-29"),
    ("year: 2023", "year: 2023\npublished: 2024 m. kovo 29 d.", "invalid-date", "2024-03-29"),
    ("year: 2023", "year: 2023\npublished: 20240329", "invalid-date", "2024-03-29"),
    // Text that YAML reads as another type.
    ("name: Lietuvos socialinių inovacijų klasteris", "name: 2023", "wrong-type", "\"2023\""),
    (MISSION, "mission: true", "wrong-type", "\"true\""),
    (
        "amount: null }",
        "amount: 5 }\n    - { title: Lėšos, rows: [ { label: Pradžioje, amount: 5 } ], total: taip }",
        "wrong-type",
        "true",
    ),
    // Lists and tabs.
    ("goals:\n  motto", "goals:\n\tmotto", "yaml-syntax", ""),
    ("plans:\n", "plans:\n", "", ""),
    (
        "contact:\n",
        "plans:\n  works:\n    • Surengti sesiją.\n    • Parengti vadovą.\ncontact:\n",
        "bullet-list",
        "- Surengti sesiją.",
    ),
    (
        "contact:\n",
        "plans:\n  works:\n    -Surengti sesiją.\n    -Parengti vadovą.\ncontact:\n",
        "bullet-list",
        "- Surengti sesiją.",
    ),
    ("contact:\n", "plans:\n  works: Surengti sesiją.\ncontact:\n", "wrong-type", "- Surengti sesiją."),
    (
        "contact:\n",
        "supporters:\n  - { title: Rėmėjai, items: [ { name: Fondas } ] }\ncontact:\n",
        "wrong-type",
        "groups:",
    ),
    // Images.
    (
        "name: Lietuvos socialinių inovacijų klasteris\n",
        "name: Klasteris\n  logo: images\\logo.svg\n",
        "invalid-image-path",
        "images/logo.svg",
    ),
    (
        "name: Lietuvos socialinių inovacijų klasteris\n",
        "name: Klasteris\n  logo: 'C:\\Ona\\logo.svg'\n",
        "invalid-image-path",
        "images/logo.svg",
    ),
    (
        "name: Lietuvos socialinių inovacijų klasteris\n",
        "name: Klasteris\n  logo: \"images\\logo.svg\"\n",
        "yaml-syntax",
        "images\\logo.svg",
    ),
    // Lithuanian keys.
    (MISSION, "misija: Sumani visuomenė.", "unknown-key", "mission:"),
    (
        "contact:\n",
        "valdyba:\n  groups: [ { title: Valdyba, items: [ { name: Ona } ] } ]\ncontact:\n",
        "unknown-key",
        "people:\n  groups: [ { title: Valdyba, items: [ { name: ",
    ),
    ("  expenses:\n", "  sąnaudos:\n", "unknown-key", "expenses: [ { label: "),
    ("finance:\n", "finansai:\n", "unknown-key", "finance:\n  { currency: EUR, income: [ { label: "),
    ("    - { label: Sąnaudos, amount", "    - { pavadinimas: Sąnaudos, suma", "unknown-key", "label: "),
    (EMAIL, "  el. paštas: info@lsik.lt\n", "unknown-key", "email: "),
    // Missing parts.
    (EMAIL, "  email:\n", "", ""),
    ("  currency: EUR\n", "", "missing-key", "currency: EUR"),
];

#[test]
fn every_suggestion_fixes_its_trap() {
    let mut wrong = Vec::new();
    for (before, after, code, typed) in TRAPS {
        assert!(REPORT.contains(before) || before == after || *before == "plans:\n", "{before}");
        let text = REPORT.replacen(before, after, 1);
        let found = check(&text);
        let about = found.iter().filter(|one| one.code() == *code).collect::<Vec<_>>();
        if !code.is_empty() {
            let shown = about.iter().any(|one| {
                [Language::Lithuanian, Language::English]
                    .into_iter()
                    .all(|language| one.words(language).hints.iter().any(|hint| hint.contains(typed)))
            });
            if !shown {
                let said: Vec<_> = errors(&found).into_iter().map(said).collect();
                wrong.push(format!("{after:?}: “{typed}” is not shown with {code}: {said:#?}"));
            }
        }
        if let Err(why) = passes_once_mended(&text) {
            wrong.push(format!("{after:?}: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Dropped text is an error only if it cannot be a comment.
#[test]
fn separate_comments_are_not_reported() {
    for comment in [
        "mission: Augti ir žydėti.  # misija",
        "mission: Augti. # misija",
        "# #DaromLietuva\nmission: Augti.",
        "mission: |\n  Dalyvavome #DaromLietuva",
        "mission: \"Akcija #DaromLietuva\"",
        "mission: Augti#DaromLietuva",
    ] {
        let found = check(&REPORT.replace(MISSION, comment));
        assert!(found.iter().all(|one| one.code() != "comment-in-text"), "{comment}");
    }
    let found = check(&REPORT.replace(MISSION, "mission: Laimėjome vietą # 1 konkurse."));
    let warning = found.iter().find(|one| one.code() == "comment-in-text").unwrap();
    assert_eq!(warning.severity(), Severity::Warning);
    assert!(said(warning).contains("Laimėjome vietą # 1 konkurse."), "{}", said(warning));
}

/// No mistake hides findings in the rest of the report.
#[test]
fn all_problems_are_found_at_once() {
    let text = REPORT
        .replace(MISSION, "mission: Tikslas: augti")
        .replace("total: 25", "total: 26")
        .replace(
            "year: 2023",
            "year: 2023\npublished: 2023.12.01\ncover: { image: { file: images/nera.jpg, alt: Nieko } }",
        )
        .replace("label: Sąnaudos, amount: 28344", "label: Sąnaudos, amount: 28344 Lt")
        .replace("motto: Vertę kuriame kartu", "motto: Vertę kuriаme kartu")
        .replace(EMAIL, "  email: info\n")
        .replace("  motto: Kurkime", "\tmotto: <b>Kurkime</b>");
    let found = check(&text);
    let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
    for code in [
        "yaml-syntax",
        "members-total",
        "invalid-date",
        "published-early",
        "image-missing",
        "invalid-amount",
        "lookalike-letter",
        "invalid-email",
        "markdown",
        "statute",
    ] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
    // The total of the expenses is not checked, because it is unknown.
    assert!(!codes.contains(&"result") && !codes.contains(&"deficit"), "{codes:?}");
}

/// A part that cannot be repaired is left out, and the rest is checked.
#[test]
fn an_unreadable_section_does_not_hide_others() {
    let text = REPORT.replace("goals:\n", "goals:\n  ]]] : {{{ \"\n").replace("total: 25", "total: 26");
    let found = check(&text);
    let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
    assert!(
        any_error(&found) && codes.contains(&"yaml-syntax") && codes.contains(&"members-total"),
        "{codes:?}"
    );
}

/// Tabs beyond the indentation of a text are spaces. All others are reported, once for consecutive lines.
#[test]
fn tabs_are_accepted_only_in_texts() {
    let about = "  Asociacijos veiklos apima narių";
    let found = check(&REPORT.replace(about, "  \tAsociacijos veiklos apima narių"));
    assert!(errors(&found).is_empty(), "{:?}", found.iter().map(said).collect::<Vec<_>>());
    let tabs = REPORT
        .replace("  email:", "\temail:")
        .replace("  website:", "\twebsite:")
        .replace("  phone:", "\tphone:");
    let found = check(&tabs);
    assert_eq!(errors(&found).len(), 1, "{:?}", found.iter().map(said).collect::<Vec<_>>());
    passes_once_mended(&tabs).unwrap();
}
