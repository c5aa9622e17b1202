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
const EXPENSE: &str = "    - { label: Sąnaudos, amount: 28344 }\n";
const POLICE: &str = "    - |
      Pasirašyta bendradarbiavimo sutartis su Lietuvos policijos departamentu dėl prevencinių
      veiklų organizavimo ir vykdymo.";
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
    ("label: Sąnaudos,", "label:Sąnaudos,", "wrong-type", "label: Sąnaudos"),
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
        "invalid-image-path",
        "images/logo.svg",
    ),
    // Lithuanian keys.
    (MISSION, "misija: Sumani visuomenė.", "unknown-key", "mission:"),
    (
        "contact:\n",
        "valdyba:\n  groups: [ { title: Valdyba, items: [ { name: Ona } ] } ]\ncontact:\n",
        "unknown-key",
        "people:\n  groups: [ { title: Valdyba, items: [ { name: ",
    ),
    (
        "  expenses:\n",
        "  sąnaudos:\n",
        "unknown-key",
        "  expenses:\n    - { label: Sąnaudos, amount: 28344 }",
    ),
    (
        "finance:\n",
        "finansai:\n",
        "unknown-key",
        "finance:\n  currency: EUR\n  income:\n    - { label: Pardavimo pajamos",
    ),
    ("    - { label: Sąnaudos, amount", "    - { pavadinimas: Sąnaudos, suma", "unknown-key", "label: "),
    (EMAIL, "  el. paštas: info@lsik.lt\n", "unknown-key", "email: "),
    // Spaces that are none to YAML.
    (MISSION, "mission:\u{a0}Sumani visuomenė.", "", ""),
    ("    - { label: Sąnaudos", "    -\u{a0}{ label: Sąnaudos", "", ""),
    ("  motto: Vertę kuriame", "\u{a0}\u{a0}motto: Vertę kuriame", "", ""),
    // Keys as people type them.
    (MISSION, "**mission**: Sumani visuomenė.", "yaml-syntax", "mission: Sumani visuomenė."),
    (MISSION, "mission： Sumani visuomenė.", "yaml-syntax", "mission: Sumani visuomenė."),
    (MISSION, "mission = Sumani visuomenė.", "yaml-syntax", "mission: Sumani visuomenė."),
    (MISSION, "mission – Sumani visuomenė.", "yaml-syntax", "mission: Sumani visuomenė."),
    (MISSION, "Mission: Sumani visuomenė.", "unknown-key", "mission"),
    (MISSION, "„mission“: Sumani visuomenė.", "unknown-key", "mission"),
    ("  legal_form: asociacija", "  legalForm: asociacija", "unknown-key", "legal_form"),
    ("  legal_form: asociacija", "  legal-form: asociacija", "unknown-key", "legal_form"),
    ("  persons: legal", "  persons: juridiniai asmenys", "unknown-choice", "legal"),
    // Lines that belong to nothing.
    (MISSION, "Mūsų organizacija\nmission: Sumani.", "yaml-syntax", "# Mūsų organizacija"),
    (MISSION, "**Misija**\nmission: Sumani.", "yaml-syntax", "# **Misija**"),
    (
        "about: |\n  Lietuvos",
        "about: |\nLietuvos",
        "yaml-syntax",
        "  Lietuvos socialinių inovacijų klasteris",
    ),
    ("mission: Sumani", "---\nmission: Sumani", "yaml-documents", "---"),
    ("year: 2023\n", "year: 2023\n...\n", "yaml-documents", "..."),
    (MISSION, "mission: - Sumani visuomenė", "yaml-syntax", "\"- Sumani visuomenė\""),
    (MISSION, "mission: {Sumani visuomenė", "yaml-syntax", "\"{Sumani visuomenė\""),
    (MISSION, "mission: {{misija}}", "wrong-type", "\"{{misija}}\""),
    (MISSION, "mission: [Sumani] visuomenė", "yaml-syntax", "\"[Sumani] visuomenė\""),
    (MISSION, "mission: -", "yaml-syntax", "null"),
    // Hyphens too many and too few.
    ("members:\n  motto: |", "members:\n  - motto: |", "yaml-syntax", "motto: |"),
    ("    - { label: Finansavimo", "    { label: Finansavimo", "yaml-syntax", "- { label: Finansavimo"),
    ("    - count: 9\n", "      count: 9\n", "wrong-type", "- count: 9"),
    (POLICE, "    • Pasirašyta sutartis.", "bullet-list", "- Pasirašyta sutartis."),
    (POLICE, "    -\u{a0}Pasirašyta sutartis.", "", ""),
    (
        "contact:\n",
        "plans:\n  works:\n    1) Surengti sesiją.\n    2) Parengti vadovą.\ncontact:\n",
        "bullet-list",
        "- Surengti sesiją.",
    ),
    (
        "contact:\n",
        "plans:\n  works:\n    o\tSurengti sesiją.\n    o\tParengti vadovą.\ncontact:\n",
        "bullet-list",
        "- Surengti sesiją.",
    ),
    (
        "contact:\n",
        "plans:\n  works:\n    * Surengti sesiją.\n    * Parengti vadovą.\ncontact:\n",
        "bullet-list",
        "- Surengti sesiją.",
    ),
    (
        "contact:\n",
        "plans:\n  works:\n    -surengti: sesiją\n    -parengti vadovą\ncontact:\n",
        "bullet-list",
        "- \"surengti: sesiją\"",
    ),
    // Keys that are not under their section.
    ("  motto: Vertę kuriame", "motto: Vertę kuriame", "yaml-syntax", "  motto: Vertę kuriame"),
    (
        "  email: info@lsik.lt\n  website: www.lsik.lt\n",
        "email: info@lsik.lt\nwebsite: www.lsik.lt\n",
        "yaml-syntax",
        "  email: info@lsik.lt",
    ),
    // Braces, brackets and what else there is.
    (
        EXPENSE,
        "    - ( label: Sąnaudos, amount: 28344 )\n",
        "yaml-syntax",
        "{ label: Sąnaudos, amount: 28344 }",
    ),
    (
        EXPENSE,
        "    - [ label: Sąnaudos, amount: 28344 ]\n",
        "wrong-type",
        "{ label: Sąnaudos, amount: 28344 }",
    ),
    (
        EXPENSE,
        "    - {{ label: Sąnaudos, amount: 28344 }}\n",
        "wrong-type",
        "{ label: Sąnaudos, amount: 28344 }",
    ),
    (
        EXPENSE,
        "    - { label: Sąnaudos; amount: 28344 }\n",
        "yaml-syntax",
        "{ label: Sąnaudos, amount: 28344 }",
    ),
    (EXPENSE, "    - { label: Sąnaudos,\n  amount: 28344 }\n", "yaml-syntax", "  amount: 28344 }"),
    (EXPENSE, "    - Sąnaudos: 28344\n", "unknown-key", "{ label: Sąnaudos, amount: 28344 }"),
    (EXPENSE, "    Sąnaudos: 28000\n    Nuoma: 344\n", "unknown-key", "- { label: Sąnaudos, amount: 28000 }"),
    (EXPENSE, "    - Sąnaudos – 28 344 Eur\n", "wrong-type", "{ label: Sąnaudos, amount: 28 344 Eur }"),
    (
        "contact:\n",
        "numbers:\n  items:\n    - 120 savanorių\ncontact:\n",
        "wrong-type",
        "{ label: savanorių, value: 120 }",
    ),
    // Several in one.
    (EMAIL, "  email: info@lsik.lt, ona@lsik.lt\n", "invalid-email", "[ info@lsik.lt, ona@lsik.lt ]"),
    (EMAIL, "  email: \"El. paštas: info@lsik.lt\"\n", "invalid-email", "info@lsik.lt"),
    (
        "website: www.lsik.lt\n",
        "website: www.lsik.lt ir www.example.org\n",
        "invalid-website",
        "[ www.lsik.lt, www.example.org ]",
    ),
    (
        "phone: +370 615 96795\n",
        "phone: +370 615 96795; 8 615 96796\n",
        "invalid-phone",
        "[ +370 615 96795, 8 615 96796 ]",
    ),
    ("phone: +370 615 96795\n", "phone: +370 615 96795 (Ona)\n", "invalid-phone", "+370 615 96795"),
    ("phone: +370 615 96795\n", "phone: 861596795\n", "wrong-type", "\"861596795\""),
    (
        "spelling: [antreprenerystė, ",
        "spelling: antreprenerystė, holistinis\n# [",
        "wrong-type",
        "[ antreprenerystė, holistinis ]",
    ),
    // Periods.
    (
        "year: 2023\n",
        "year: 2023\nperiod: 2023-09-01 – 2023-12-31\n",
        "wrong-type",
        "{ from: 2023-09-01, to: 2023-12-31 }",
    ),
    ("year: 2023\n", "year: 2023\nperiod: { from: 2023-09, to: 2023-12-31 }\n", "invalid-date", "2023-09-01"),
    ("year: 2023\n", "year: 2023\nperiod: { from: 2023-01-01, to: 2023-02 }\n", "invalid-date", "2023-02-28"),
    // Colours.
    ("contact:\n", "theme: { primary: \"#0b5563\" }\ncontact:\n", "wrong-type", "{ screen: \"#0b5563\" }"),
    (
        "contact:\n",
        "theme:\n  primary: { screen: \"#0b5563\", print: [90%, 45%, 45%, 25%] }\ncontact:\n",
        "wrong-type",
        "90",
    ),
    // More pictures.
    (
        "year: 2023\n",
        "year: 2023\ncover: images/virselis.jpg\n",
        "wrong-type",
        "{ image: { file: \"images/virselis.jpg\", alt: ",
    ),
    (
        "name: Lietuvos socialinių inovacijų klasteris\n",
        "name: Klasteris\n  logo: https://www.example.org/logo.svg\n",
        "invalid-image-path",
        "images/logo.svg",
    ),
    (
        "year: 2023\n",
        "year: 2023\ncover: { image: { file: \"images\\virselis.jpg\", alt: Būrys } }\n",
        "invalid-image-path",
        "images/virselis.jpg",
    ),
    // Names of groups in place of keys.
    (
        "contact:\n",
        "people:\n  Valdyba:\n    - { name: Ona Upė }\n  Treneriai:\n    - name: Jonas\n      role: treneris\ncontact:\n",
        "unknown-key",
        "  groups:\n    - title: Valdyba\n      items:\n        - { name: Ona Upė }",
    ),
    (
        "contact:\n",
        "people:\n  groups:\n    Valdyba:\n      - name: Ona Upė\n        role: pirmininkė\n    Treneriai: [ { name: Jonas } ]\ncontact:\n",
        "unknown-key",
        "    - title: Valdyba\n      items:\n        - name: Ona Upė",
    ),
    (
        "contact:\n",
        "people: { Valdyba: [ { name: Ona } ] }\ncontact:\n",
        "unknown-key",
        "groups: [ { title: Valdyba",
    ),
    (
        "contact:\n",
        "darbuotojai:\n  - name: Ona Upė\n    role: vadovė\ncontact:\n",
        "unknown-key",
        "  groups:\n    - title: Darbuotojai\n      items:\n        - name: Ona Upė",
    ),
    ("contact:\n", "people:\n  - Ona Upė\n  - Jonas\ncontact:\n", "wrong-type", "- title: Valdyba"),
    (
        "contact:\n",
        "supporters:\n  Rėmėjai:\n    - UAB Saulė\ncontact:\n",
        "unknown-key",
        "    - title: Rėmėjai\n      items:\n        - { name: UAB Saulė }",
    ),
    // Keys of the author's own.
    (
        EMAIL,
        "  faksas: 8 5 200 00 00\n  facebook: lsik\n",
        "unknown-key",
        "{ label: Faksas, text: 8 5 200 00 00 }",
    ),
    (
        EMAIL,
        "  other: [ { label: Kodas, text: \"1\" } ]\n  faksas: 8 5 200 00 00\n",
        "unknown-key",
        "label: Faksas",
    ),
    (
        "contact:\n",
        "padėka: Ačiū visiems.\nistorija: |\n  Įkurta 2009 m.\n\n  Auga.\ncontact:\n",
        "unknown-key",
        "sections:\n  - title: Padėka\n    after: finance\n    body: Ačiū visiems.",
    ),
    ("contact:\n", "padėka:\n  - Jonui\n  - Onai\ncontact:\n", "unknown-key", "    body: |\n      - Jonui"),
    // The same key twice.
    (
        "contact:\n",
        "plans:\n  works:\n    - Augti.\n  works:\n    - Žydėti.\ncontact:\n",
        "duplicate-key",
        "works:\n    - Augti.\n    - Žydėti.",
    ),
    (
        "contact:\n",
        "plans: { works: [ Augti. ] }\nplans: { goals: [ Žydėti. ] }\ncontact:\n",
        "duplicate-key",
        "plans: { works: [ Augti. ], goals: [ Žydėti. ] }",
    ),
    (
        "contact:\n",
        "contact:\n    other: [ { label: Kodas, text: \"1\" } ]\nplans: { works: [ Augti. ] }\ncontact:\n",
        "duplicate-key",
        "contact:\n    other: [ { label: Kodas, text: \"1\" } ]\n",
    ),
    (MISSION, "mission: Augti.\nmission:\n", "duplicate-key", "mission: Augti."),
    (EMAIL, "  faksas: \"1\"\n  faksas: \"2\"\n", "unknown-key", "Faksas"),
    // Keys of other parts, and keys that one level is missing above.
    ("contact:\n", "plans:\n  items:\n    - Augti.\ncontact:\n", "unknown-key", "works"),
    ("contact:\n", "plans:\n  - Augti.\n  - Žydėti.\ncontact:\n", "wrong-type", "works:"),
    (
        "contact:\n",
        "sections:\n  - name: Padėka\n    after: plans\n    text: Ačiū.\ncontact:\n",
        "unknown-key",
        "body",
    ),
    (
        "contact:\n",
        "theme: { screen: \"#0b5563\" }\ncontact:\n",
        "missing-key",
        "{ primary: { screen: \"#0b5563\" } }",
    ),
    ("contact:\n", "theme:\n  screen: \"#0b5563\"\ncontact:\n", "missing-key", "primary:\n    screen:"),
    (
        "year: 2023\n",
        "year: 2023\nperiod: rugsėjis–gruodis\n",
        "wrong-type",
        "{ from: 2023-09-01, to: 2023-12-31 }",
    ),
    (
        "year: 2023\n",
        "year: 2023\nperiod: { from: rugsėjo 1 d., to: gruodžio 31 d. }\n",
        "invalid-date",
        "2023-09-01",
    ),
    // Lists of people and supporters at the top level.
    (
        "contact:\n",
        "valdyba:\n  - name: Ona Upė\n    role: pirmininkė\ndarbuotojai:\n  - Jonas Ąžuolas, vadovas\ncontact:\n",
        "unknown-key",
        "people:\n  groups:\n    - title: Valdyba\n      items:\n        - name: Ona Upė",
    ),
    (
        "contact:\n",
        "people:\n  groups:\n    - title: Taryba\n      items: [ { name: Ona Upė } ]\nvaldyba:\n  - name: Jonas\ncontact:\n",
        "unknown-key",
        "    - title: Valdyba\n      items:\n        - name: Jonas",
    ),
    (
        "contact:\n",
        "people:\n  groups:\n    - title: Valdyba\n      items:\n        - Ona Upė: pirmininkė\ncontact:\n",
        "unknown-key",
        "{ name: Ona Upė, role: pirmininkė }",
    ),
    // A key of the author's own whose text has a colon.
    (
        MISSION,
        "mission: Augti.\nPadėka: rėmėjams: Ačiū visiems.",
        "unknown-key",
        "    body: \"rėmėjams: Ačiū visiems.\"",
    ),
    // Images.
    (
        POLICE,
        "    - text: Stovykla.\n      image: images/sodinimas.jpg, images/virselis.jpg",
        "wrong-type",
        "images:\n        - { file: \"images/sodinimas.jpg\", alt: ",
    ),
    (
        POLICE,
        "    - text: Stovykla.\n      image: ![Vaikai prie upės](images/sodinimas.jpg)",
        "wrong-type",
        "{ file: \"images/sodinimas.jpg\", alt: Vaikai prie upės }",
    ),
    // Texts given as lists, and lists given as texts.
    (
        MISSION,
        "mission:\n  items:\n    - Burti žmones.\n    - Ugdyti jaunimą.",
        "wrong-type",
        "Burti žmones. Ugdyti jaunimą.",
    ),
    (
        "contact:\n",
        "sections:\n  - title: Padėka\n    after: finance\n    body:\n      - Onai\n      - Jonui\ncontact:\n",
        "wrong-type",
        "body: |\n      - Onai\n      - Jonui",
    ),
    (
        "contact:\n",
        "plans: |\n  Surengti sesiją.\n  Parengti vadovą.\ncontact:\n",
        "wrong-type",
        "{ works: [ Surengti sesiją., Parengti vadovą. ] }",
    ),
    // Numbers, names and seasons in place of keys.
    (
        "contact:\n",
        "plans:\n  works:\n    1: Surengti sesiją.\n    2: Parengti vadovą.\ncontact:\n",
        "bullet-list",
        "- Surengti sesiją.\n    - Parengti vadovą.",
    ),
    (
        "contact:\n",
        "numbers:\n  savanorių: 120\n  renginių: 15\ncontact:\n",
        "unknown-key",
        "items:\n  - { label: savanorių, value: 120 }\n  - { label: renginių, value: 15 }",
    ),
    (
        "contact:\n",
        "projects:\n  Žalias miestas:\n    funder: Savivaldybė\ncontact:\n",
        "unknown-key",
        "items:\n  - name: Žalias miestas\n    funder: Savivaldybė",
    ),
    // Braces and what follows them.
    (EXPENSE, "    - { label: Sąnaudos, amount: 28344,- }\n", "invalid-amount", "28344"),
    (
        EXPENSE,
        "    - { label: Sąnaudos, amount: 28344 },\n",
        "yaml-syntax",
        "{ label: Sąnaudos, amount: 28344 }",
    ),
    (EXPENSE, "    - { label: Sąnaudos, amount: 28344 } // salė\n", "yaml-syntax", "28344 }  # salė"),
    (
        "  expenses:\n    - { label: Sąnaudos, amount: 28344 }\n",
        "  expenses: - { label: Sąnaudos, amount: 28344 }\n",
        "yaml-syntax",
        "expenses:\n    - { label: Sąnaudos, amount: 28344 }",
    ),
    (
        EXPENSE,
        "    - label: Sąnaudos; amount: 28344\n",
        "yaml-syntax",
        "- label: Sąnaudos\n      amount: 28344",
    ),
    // Figures and dates in words; where they have several readings, all are shown.
    ("amount: 28344 }", "amount: 28,3 tūkst. Eur }", "invalid-amount", "28300"),
    ("year: 2023", "year: 2023\npublished: 05/03/2024", "invalid-date", "2024-05-03"),
    (
        POLICE,
        "    - text: Stovykla.\n      date: gegužės 12–14 d.",
        "invalid-date-span",
        "2023-05-12/2023-05-14",
    ),
    // Values that belong together.
    (EXPENSE, "    - { label: Nuoma, amount: 10000, amount: 18344 }\n", "duplicate-key", "amount: 18344"),
    (MISSION, "mission: Augti.\nmission: Žydėti.", "duplicate-key", "mission: Augti. Žydėti."),
    (
        POLICE,
        "    - title: Talka\n      text: Surinkta šiukšlių.\n      vieta: Kaunas",
        "unknown-key",
        "Surinkta šiukšlių. Vieta: Kaunas.",
    ),
    // Keys at the wrong level.
    (
        "organization:\n  name: Lietuvos socialinių inovacijų klasteris\n  legal_form: asociacija\n",
        "name: Klasteris\nlegal_form: asociacija\n",
        "unknown-key",
        "organization:\n  name: Klasteris\n  legal_form: asociacija",
    ),
    (
        "  expenses:\n    - { label: Sąnaudos, amount: 28344 }\n",
        "expenses:\n  - { label: Sąnaudos, amount: 28344 }\n",
        "yaml-syntax",
        "  expenses:",
    ),
    ("\ncontact:\n", "\n  contact:\n", "unknown-key", "contact:"),
    ("  currency: EUR\n", "  currency: EUR\n  iš viso: 28344\n", "unknown-key", ""),
    (
        POLICE,
        "    - text: Stovykla.\n      image:\n        image:\n          file: images/sodinimas.jpg\n          alt: Vaikai",
        "unknown-key",
        "file: images/sodinimas.jpg\n        alt: Vaikai",
    ),
    // Lines that are not indented.
    (
        "\n  Asociacijos veiklos apima narių",
        "\nAsociacijos veiklos apima narių",
        "yaml-syntax",
        "  Asociacijos veiklos apima narių",
    ),
    (
        POLICE,
        "    - Surengta talka,\nkurioje dalyvavo 120 žmonių.",
        "yaml-syntax",
        "      kurioje dalyvavo 120 žmonių.",
    ),
    (POLICE, "    -\n    - Surengta talka.", "empty-value", ""),
    // Missing parts.
    ("  expenses:\n    - { label: Sąnaudos, amount: 28344 }\n", "", "missing-key", "Darbo užmokestis"),
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

/// Whole files of running text or tables are put into the smallest report.
#[test]
fn files_that_are_no_reports_become_one() {
    for text in [
        "Veiklos ataskaita 2023\n",
        "Mūsų organizacija dirba nuo 2009 metų.\n\nSurengėme talką: dalyvavo 120 žmonių.",
        "Pavadinimas;Suma\nNuoma;1200,50\nAlgos;18344\n",
        "  Įvadas\n\tTekstas „kabutėse“: ir toliau\n",
        "",
        "# Tik pastaba\n",
    ] {
        passes_once_mended(text).unwrap_or_else(|why| panic!("{text:?}: {why}"));
        let found = check(text);
        assert_eq!(errors(&found).len(), 1, "{text:?}: {:?}", found.iter().map(said).collect::<Vec<_>>());
        let mended = found[0].suggestions[0].apply(text);
        assert!(text.lines().all(|line| mended.contains(line.trim())), "{mended}");
    }
}

/// A suggestion has the words and figures of the author, not those of a sample.
#[test]
fn suggestions_keep_the_words_of_the_author() {
    for (before, after, kept) in [
        (EXPENSE, "    - { label: Nuoma, amount: 1200,- }\n", &["label: Nuoma", "amount: 1200"] as &[&str]),
        (EXPENSE, "    - { label: Nuoma, amount: 28344 } }\n", &["label: Nuoma", "amount: 28344"]),
        (
            EXPENSE,
            "    Nuoma;28 000 Eur\n    Arbata;344\n",
            &["label: Nuoma, amount: 28 000 Eur", "label: Arbata, amount: 344"],
        ),
        ("contact:\n", "plans: Surengti mugę.\ncontact:\n", &["Surengti mugę."]),
        (
            "contact:\n",
            "people:\n  groups:\n    - title: Valdyba\n      items:\n        - Ona Upė\n          role: pirmininkė\ncontact:\n",
            &["- name: Ona Upė\n          role: pirmininkė"],
        ),
        (
            POLICE,
            "    - text: Pasirašyta sutartis.\n    date: 2023-05\n    image:\n      file: images/sodinimas.jpg\n      alt: Medis",
            &[
                "    - text: Pasirašyta sutartis.\n      date: 2023-05\n      image:\n        file: images/sodinimas.jpg\n",
            ],
        ),
        ("contact:\n", "people: Ona Upė, Jonas\ncontact:\n", &["name: Ona Upė", "name: Jonas"]),
        (EMAIL, "  El. paštas: ona@lsik.lt\n", &["email: ona@lsik.lt"]),
        (MISSION, "MISIJA: Augti.", &["mission: Augti."]),
        (MISSION, "mission - Augti.", &["mission: Augti."]),
        (MISSION, "mission:\n  Augti.\n\n  Ir dar: žydėti.", &["mission: |\n  Augti.\n\n  Ir dar: žydėti."]),
        ("amount: 28344 }", "amount: daug }", &["amount: null"]),
    ] {
        let text = REPORT.replacen(before, after, 1);
        let found = check(&text);
        let [error] = errors(&found)[..] else {
            panic!("{after}: {:?}", found.iter().map(said).collect::<Vec<_>>())
        };
        let mended = error.suggestions[0].apply(&text);
        assert!(errors(&check(&mended)).is_empty(), "{after}");
        for words in kept {
            assert!(mended.contains(words), "{words} is not in {mended}");
        }
    }
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

/// A key that is repeated is reported as such, not as unknown a second time, and what both hold is checked.
#[test]
fn repeated_keys_are_checked_and_reported_once() {
    let text = REPORT.replace(EMAIL, "  faksas: \"1\"\n  faksas: \"2\"\n  phone: [ 1 ]\n  phone: [ abc ]\n");
    let found = check(&text);
    let count = |code: &str, words: &str| {
        errors(&found).iter().filter(|one| one.code() == code && said(one).contains(words)).count()
    };
    assert_eq!((count("unknown-key", "faksas"), count("duplicate-key", "faksas")), (1, 1));
    assert_eq!(count("invalid-phone", "abc"), 1);
    let text = REPORT.replace(MISSION, "mission: Augti.\nmission: [ Augti. ]\n");
    let kinds = "vienoje vietoje – tekstas, kitoje – sąrašas";
    assert!(check(&text).iter().any(|one| one.code() == "duplicate-key" && said(one).contains(kinds)));
}

/// Images are judged at their sizes on the pages, which shows whatever else is wrong in a report.
#[test]
fn images_are_judged_beside_every_other_mistake() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let image =
        |file: &str| format!("    - text: Festivalis.\n      image: {{ file: {file}, alt: Festivalis }}\n");
    let images = [image("image-resolution/a.png"), image("image-svg-thin-line/a.svg")].concat();
    let report = REPORT.replace(POLICE, images.trim_end());
    for (before, after, code) in [
        ("total: 25", "total: 26", "members-total"),
        ("year: 2023", "year: du tūkstančiai", "wrong-type"),
        (EMAIL, "", ""),
        ("  items:\n    - |\n      stiprinti", "  itms:\n    - |\n      stiprinti", "unknown-key"),
        (MISSION, "mission: Tikslas: augti", "yaml-syntax"),
        ("goals:\n", "goals:\n  ]]] : {{{ \"\n", "yaml-syntax"),
        ("motto: Vertę kuriame kartu", &format!("motto: {}", "ilgas".repeat(200)), "text-too-long"),
    ] {
        let text = report.replace(before, after);
        assert_ne!(text, report);
        let found = ataskaita::check(&Source::new("report.yaml", &folder, text), typesetter(), false);
        let codes: Vec<_> = found.iter().map(Diagnostic::code).collect();
        for code in ["image-resolution", "image-svg", code] {
            assert!(code.is_empty() || codes.contains(&code), "{code} is not among {codes:?} of {after}");
        }
    }
}

/// A problem in a list that is used twice, by means of an alias, is reported once.
#[test]
fn a_problem_found_twice_at_one_position_is_reported_once() {
    let text = REPORT
        .replace("contact:\n", "plans:\n  goals: &planai [ Augti., TODO ]\n  works: *planai\ncontact:\n");
    let found = check(&text);
    let gaps: Vec<_> = found.iter().filter(|one| one.code() == "gap").map(said).collect();
    assert_eq!(gaps.len(), 1, "{gaps:?}");
    // The same problem at two positions is reported for both.
    let text = text.replace("[ Augti., TODO ]", "[ TODO, TODO ]");
    let gaps = check(&text).iter().filter(|one| one.code() == "gap").count();
    assert_eq!(gaps, 2);
}

/// A section that cannot be repaired is left out, and the rest is checked.
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
