//! Drafts for reviewers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ataskaita::build::{Draft, DraftOptions, draft};
use ataskaita::export::{Imposition, impose};
use ataskaita::press::annotations::{self, MarkedPdf};
use ataskaita::report::Date;
use ataskaita::review::comments::fingerprints;
use ataskaita::review::{Attachment, FILE_NAME, fingerprint};
use ataskaita::source::Source;
use lopdf::{Dictionary, Document, Object};

use crate::command::Ataskaita;
use crate::full_report::MINIMAL;
use crate::pdf::{File, Glyph, squeeze};
use crate::press::{ROOT, TYPESETTER, shown};
use crate::reports::{REPORTS, named};

fn draft_of(yaml: &str) -> Draft {
    let source = Source::new("report.yaml", named("full").folder(), yaml);
    let options =
        DraftOptions { data_date: Date::from_unix_seconds(1_711_670_400), ..DraftOptions::default() };
    draft(&source, &TYPESETTER, &options).unwrap_or_else(|errors| panic!("{}", shown(&errors)))
}

fn full() -> &'static Draft {
    static DRAFT: LazyLock<Draft> = LazyLock::new(|| draft_of(named("full").yaml));
    &DRAFT
}

/// The content of a page without decoration.
fn text(glyphs: &[Glyph]) -> Vec<(&str, (i64, i64))> {
    #[expect(clippy::cast_possible_truncation, reason = "a page is some hundred points wide")]
    let hundredth = |length: f64| (length * 100.0).round() as i64;
    let glyphs = glyphs.iter().filter(|glyph| !glyph.artifact);
    glyphs.map(|glyph| (&*glyph.text, (hundredth(glyph.origin.x), hundredth(glyph.origin.y)))).collect()
}

/// The decoration of a page as a single text.
fn decoration(glyphs: &[Glyph]) -> String {
    squeeze(&glyphs.iter().filter(|glyph| glyph.artifact).map(|glyph| &*glyph.text).collect::<String>())
}

#[test]
fn draft_pages_match_the_final_edition() {
    let (draft, screen) = (File::read(&full().pdf), File::read(named("full").pdf()));
    assert!(draft.pages.len() > screen.pages.len());
    for (index, (draft, screen)) in draft.pages.iter().zip(&screen.pages).enumerate() {
        assert_eq!(text(&draft.glyphs), text(&screen.glyphs), "page {}", index + 1);
    }
}

#[test]
fn every_draft_page_is_marked_as_draft() {
    let file = File::read(&full().pdf);
    let foot = format!("Juodraštis · 2024 m. kovo 29 d. duomenys · {}", full().fingerprint);
    for (index, page) in file.pages.iter().enumerate() {
        let decoration = decoration(&page.glyphs).replace('\u{a0}', " ");
        assert!(decoration.contains(&foot), "page {}: {decoration}", index + 1);
        // The watermark is drawn as outlines, so it cannot be selected as text.
        assert!(!decoration.contains("JUODRAŠTIS"));
    }
    // The keywords of the PDF include the fingerprint too.
    assert!(file.metadata.xmp.contains(&format!("ataskaita-draft:{}", full().fingerprint)));
}

#[test]
fn references_are_printed_in_the_margin() {
    let file = File::read(&full().pdf);
    let all: Vec<String> = file.pages.iter().map(|page| decoration(&page.glyphs)).collect();
    let all = all.concat();
    assert!(!decoration(&file.pages[1].glyphs).contains("skyrius"), "the contents have no references");
    // Nor is any cut off at the top of the page, where a picture opens a section.
    let glyphs = file.pages.iter().flat_map(|page| &page.glyphs);
    let top = glyphs.map(|glyph| glyph.origin.y).fold(f64::INFINITY, f64::min);
    assert!(top > 6.0, "{top}");
    for reference in [
        "apie 1",
        "misija 1",
        "vizija 1",
        "tikslai 3",
        "tikslai 2.2",
        "žmonės 4",
        "nariai 1",
        "narių sąrašas 1",
        "darbai 5",
        "darbai 2, paveikslas",
        "projektai 3",
        "pajamos 3",
        "sąnaudos 2",
        "kiti duomenys 2",
        "rėmėjai 3",
        "planuojami tikslai 1",
        "planuojami darbai 2",
        "skyrius 1.1",
        "kontaktai 1",
    ] {
        assert!(all.contains(reference), "{reference} is not in {all}");
    }
}

/// ISO 32000-1: tagged, no standard claimed, nothing encrypted, nothing to tap on.
#[test]
fn a_draft_can_be_commented_on() {
    let document = Document::load_mem(&full().pdf).unwrap();
    assert!(!document.is_encrypted());
    let catalog = document.catalog().unwrap();
    let mark_info = catalog.get_deref(b"MarkInfo", &document).and_then(Object::as_dict).unwrap();
    assert!(mark_info.get(b"Marked").and_then(Object::as_bool).unwrap());
    for page in document.get_pages().values() {
        assert!(document.get_page_annotations(*page).unwrap().is_empty());
    }
    let file = File::read(&full().pdf);
    for standard in ["pdfaid", "pdfuaid", "pdfxid"] {
        assert!(!file.metadata.xmp.contains(standard), "{standard}");
    }
    // The bookmarks are the same as in the report.
    assert!(file.bookmarks.iter().any(|bookmark| bookmark.title == "Pinigai"));
}

/// The files embedded in a PDF.
fn attachments(document: &Document) -> Vec<(String, Vec<u8>)> {
    let files = document.objects.values().filter_map(|object| object.as_dict().ok());
    let files = files.filter(|file| file.get(b"EF").is_ok());
    files
        .map(|file: &Dictionary| {
            let name = lopdf::decode_text_string(file.get(b"UF").unwrap()).unwrap();
            let stream = file.get_deref(b"EF", document).and_then(Object::as_dict).unwrap();
            let stream = stream.get_deref(b"F", document).and_then(Object::as_stream).unwrap();
            (name, stream.get_plain_content().unwrap())
        })
        .collect()
}

#[test]
fn a_draft_embeds_its_values_and_map() {
    let document = Document::load_mem(&full().pdf).unwrap();
    let [(name, bytes)] = &attachments(&document)[..] else { panic!("there is one file") };
    assert_eq!(name, FILE_NAME);
    let attachment: Attachment = serde_json::from_slice(bytes).unwrap();
    let source = Source::new("report.yaml", ".", named("full").yaml);
    assert_eq!(attachment.report, source.values().unwrap());
    assert_eq!(attachment.fingerprint, fingerprint(&attachment.report));
    assert_eq!(attachment.fingerprint, full().fingerprint);
    assert_eq!(attachment.map, full().map);
    let again = Source::new(FILE_NAME, ".", attachment.report.to_string());
    assert_eq!(again.report().unwrap(), source.report().unwrap());
    // Comments in the YAML are not in the draft.
    let comment = named("full").yaml.lines().find_map(|line| line.strip_prefix("# ")).unwrap();
    assert!(!String::from_utf8_lossy(bytes).contains(comment));
}

#[test]
fn gaps_are_marked_and_listed() {
    let replace = |text: String, (old, new): (&str, &str)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    };
    let yaml = [
        ("  total: 34\n", "  total: TODO\n"),
        ("amount: 3400, plan: 3300", "amount: …, plan: 3300"),
        ("          role: pirmininkė\n", "          role: TODO\n"),
        ("  text: Kad kiekvienas kaimynas turėtų medį, kurio pavėsyje gera *susitikti*.", "  text: \"\""),
        ("file: images/dirbtuves.png", "file: images/nera.png"),
        ("budget: 48000", "budget: TODO"),
    ]
    .into_iter()
    .fold(named("full").yaml.to_owned(), replace);
    let draft = draft_of(&yaml);
    let codes: BTreeSet<&str> = draft.findings.iter().map(ataskaita::Diagnostic::code).collect();
    for code in ["invalid-count", "invalid-amount", "gap", "empty-text", "image-missing"] {
        assert!(codes.contains(code), "{code}: {codes:?}");
    }
    let file = File::read(&draft.pdf);
    let pages = file
        .pages
        .iter()
        .map(|page| squeeze(&text(&page.glyphs).into_iter().map(|(text, _)| text).collect::<String>()));
    let last: String = pages.skip_while(|text| !text.contains("Ko trūksta")).collect();
    for said in
        ["Ko trūksta", "misija", "nariai", "žmonės 1", "pajamos 1", "report.yaml", "„images/nera.png“"]
    {
        assert!(last.contains(said), "{said} is not in {last}");
    }
    let notes: Vec<String> = file.pages.iter().map(|page| decoration(&page.glyphs)).collect();
    let notes = notes.concat();
    for note in [
        "žmonės 1 – trūksta",
        "pajamos 1 – trūksta",
        "misija 1 – trūksta",
        "nariai – trūksta",
        // Without its budget, a project has no line for it.
        "projektai 1 – trūksta",
    ] {
        assert!(notes.contains(note), "{note} is not in {notes}");
    }
    let said = |pointer: &str| {
        let item = draft.map.items.iter().find(|item| item.origin.path.pointer() == pointer).unwrap();
        item.words.iter().map(|word| &*word.text).collect::<String>()
    };
    assert_eq!(said("/members/total"), "……");
    assert_eq!(said("/mission/text"), "…");
    assert_eq!(said("/finance/income/0/amount"), "…");
}

/// A draft of a changed report, compared with an earlier one.
#[test]
fn changes_are_marked_and_listed() {
    let old = named("full").yaml;
    let replace = |text: String, (old, new): (&str, &str)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    };
    let yaml = [
        ("    - kasmet pasodinti", "    - išsaugoti senuosius Vilniaus medžius;\n    - kasmet pasodinti"),
        ("kurio pavėsyje gera *susitikti*", "po kuriuo gera *susitikti*"),
        ("amount: 3400, plan: 3300", "amount: 3600, plan: 3300"),
        ("        - { name: Ąžuolas Šimkūnas-Įlankauskas, role: pirmininkės pavaduotojas }\n", ""),
        ("    - atstovauti gyventojams, kai savivaldybės sprendžia dėl želdynų.\n", ""),
        ("  total: 34\n", "  total: 33\n"),
        ("    - count: 1\n      label: medelynas (angl. tree nursery)\n", ""),
        ("    - { label: Grąžinta parama, amount: -150, previous: 0 }\n", ""),
        ("    | 2021 | 870 | 91 % |\n", ""),
        ("  - title: Kiti darbai\n    after: projects\n    body: Kitų projektų nevykdėme.\n", ""),
        (
            "    - Vienyti bent keturiasdešimt narių.\n    - Turėti savo medelyną Žemaitijoje.\n",
            "    - Turėti savo medelyną Žemaitijoje.\n    - Vienyti bent keturiasdešimt narių.\n",
        ),
    ]
    .into_iter()
    .fold(old.to_owned(), replace);
    let folder = named("full").folder();
    let since = Some(Source::new("old.yaml", &folder, old));
    let options = DraftOptions { since, ..DraftOptions::default() };
    let source = Source::new("report.yaml", folder, yaml);
    let draft = draft(&source, &TYPESETTER, &options).unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    let said = |pointer: &str| {
        let item = draft.map.items.iter().find(|item| item.origin.path.pointer() == pointer).unwrap();
        item.words.iter().map(|word| &*word.text).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        said("/mission/text"),
        "Kad kiekvienas kaimynas turėtų medį, kurio pavėsyje po kuriuo gera susitikti."
    );
    assert_eq!(said("/finance/income/0/amount"), "3 400,00 3 600,00");
    let file = File::read(&draft.pdf);
    let notes: Vec<String> = file.pages.iter().map(|page| decoration(&page.glyphs)).collect();
    let notes = notes.concat();
    for note in [
        "tikslai 1 – nauja",
        "žmonės 2 – išbraukta",
        "tikslai 3 – išbraukta",
        "nariai 4 – išbraukta",
        "kiti duomenys 6 – išbraukta",
        "apie 15 – išbraukta",
        "skyrius 3 – išbraukta",
        "planuojami tikslai 2 – perkelta",
    ] {
        assert_eq!(notes.matches(note).count(), 1, "{note} in {notes}");
    }
    // A figure is marked in each of its forms, and so are sums that have changed with it.
    assert!(said("/members/total").starts_with("34 33 "), "{}", said("/members/total"));
    assert!(said("/members/total").contains("buvo 34 33 juridiniai"), "{}", said("/members/total"));
    assert!(said("/finance/income").contains("22 562,57 22 762,57"), "{}", said("/finance/income"));
    assert!(!said("/finance/expenses").contains("20 050,40 20 050,40"), "{}", said("/finance/expenses"));
    // Deleted items are struck through at their former positions, and belong to their lists.
    assert_eq!(said("/people/groups/0/items"), "Ąžuolas Šimkūnas-Įlankauskas pirmininkės pavaduotojas");
    assert_eq!(said("/goals/items"), "atstovauti gyventojams, kai savivaldybės sprendžia dėl želdynų.");
    assert_eq!(said("/members/groups"), "1 medelynas (angl. tree nursery)");
    assert_eq!(said("/finance/other").replace("Kiti duomenys", "").trim(), "Grąžinta parama −150,00 0,00");
    let others = notes.replace("planuojami tikslai", "");
    assert!(!others.contains("tikslai 2 – "), "what only stands further down has not changed: {notes}");
    let pages: Vec<String> = file
        .pages
        .iter()
        .map(|page| squeeze(&text(&page.glyphs).into_iter().map(|(text, _)| text).collect::<String>()))
        .collect();
    let list = pages.iter().find(|page| page.starts_with("Pakeitimai")).unwrap().replace('\u{a0}', " ");
    for change in [
        "nauja: išsaugoti senuosius Vilniaus medžius",
        "buvo: 3 400,00",
        "išbraukta: Ąžuolas Šimkūnas-Įlankauskas",
        "išbraukta: 2021 · 870 · 91 %",
        "perkelta: Vienyti bent keturiasdešimt narių.",
        "anksčiau – planuojami tikslai 1",
        "pakeista: Kad kiekvienas kaimynas turėtų medį, po kuriuo",
    ] {
        assert!(list.contains(change), "{change} is not in {list}");
    }
}

const EARLIER: &str = "organization: { name: Draugija }
year: 2023
about: |
  Esame draugija.

  | Metai | Medžių | Dalis |
  |---|--:|--:|
  | 2020 | 870 | 91 % |
  | 2021 | 870 | 91 % |
  | 2022 | 900 | 95 % |

  Po lentele.

  | Vieta | Plotas |
  |---|---|
  | Kaunas | 5 ha |
  | Vilnius | 7 ha |
activities: { items: [Susitikome su kaimynais., Pasodinome ąžuolą.] }
finance:
  currency: EUR
  income: [{ label: Parama, amount: 100 }]
  expenses: [{ label: Išlaidos, amount: 90 }]
sections:
  - title: Kelionė
    after: activities
    body: Keliavome po Dzūkiją.
  - title: Padėka
    after: finance
    body: Dėkojame visiems.
contact: { email: info@draugija.lt, phone: +370 600 00000 }
";

/// The draft of a report in which texts were replaced, compared with it before.
fn since(replacements: &[(&str, &str)]) -> Draft {
    compared(EARLIER, replacements)
}

fn compared(before: &str, replacements: &[(&str, &str)]) -> Draft {
    let yaml = replacements.iter().fold(before.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    });
    let since = Some(Source::new("old.yaml", ROOT, before));
    let source = Source::new("report.yaml", ROOT, yaml);
    draft(&source, &TYPESETTER, &DraftOptions { since, ..DraftOptions::default() })
        .unwrap_or_else(|errors| panic!("{}", shown(&errors)))
}

/// The text of all pages without spaces, and what is in their margins.
fn texts_and_notes(draft: &Draft) -> (String, String) {
    let file = File::read(&draft.pdf);
    let text = |wanted: bool| {
        let glyphs = file.pages.iter().flat_map(|page| &page.glyphs);
        let text = glyphs.filter(|glyph| glyph.artifact == wanted).map(|glyph| &*glyph.text);
        without_spaces(&text.collect::<String>())
    };
    (text(false), text(true))
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Where texts stand on the pages, each after the one before it.
#[track_caller]
fn assert_in_order(pages: &str, texts: &[&str]) {
    let mut rest = pages;
    for text in texts {
        let text = without_spaces(text);
        rest = rest.split_once(&text).unwrap_or_else(|| panic!("{text} is not in {rest}")).1;
    }
}

/// A row is compared as a whole, also where its cells are the same as those of others, and stands struck in its table.
#[test]
fn a_deleted_row_of_a_table_is_shown_in_its_place() {
    for (row, table) in [
        ("  | 2020 | 870 | 91 % |\n", "Dalis 2020 870 91 % 2021 870 91 % 2022"),
        ("  | 2021 | 870 | 91 % |\n", "Dalis 2020 870 91 % 2021 870 91 % 2022"),
        ("  | Vilnius | 7 ha |\n", "Plotas Kaunas 5 ha Vilnius 7 ha Nuveikti"),
    ] {
        let (text, notes) = texts_and_notes(&since(&[(row, "")]));
        let (pages, list) = text.split_once("Pakeitimai").unwrap();
        assert!(pages.contains(&without_spaces(table)), "{table} is not in {pages}");
        assert_eq!(notes.matches("–išbraukta").count(), 1, "{notes}");
        let cells = without_spaces(row.trim().trim_matches('|')).replace('|', "·");
        assert!(list.contains(&format!("išbraukta:{cells}")), "{list}");
        assert_eq!(list.matches("išbraukta:").count(), 1, "{list}");
    }
}

/// A cell is compared with that of the same row.
#[test]
fn a_changed_cell_of_a_table_is_marked_alone() {
    let (text, notes) = texts_and_notes(&since(&[("| 2021 | 870 |", "| 2021 | 880 |")]));
    let (pages, list) = text.split_once("Pakeitimai").unwrap();
    assert!(pages.contains("202087091%202187088091%2022"), "{pages}");
    assert!(list.contains("apie4pakeista:880buvo:870"), "{list}");
    assert!(!list.contains("išbraukta:") && !notes.contains("išbraukta"), "{list}");
}

#[test]
fn a_deleted_section_is_shown_in_its_place() {
    let section = "  - title: Kelionė\n    after: activities\n    body: Keliavome po Dzūkiją.\n";
    let (text, notes) = texts_and_notes(&since(&[(section, "")]));
    assert_eq!(notes.matches("skyrius1–išbraukta").count(), 1, "{notes}");
    assert!(text.contains("skyrius1išbraukta:Kelionė·KeliavomepoDzūkiją."), "{text}");
    assert_in_order(
        &text,
        &["Pasodinome ąžuolą.", "Kelionė", "Keliavome po Dzūkiją.", "Dėkojame visiems.", "Pakeitimai"],
    );
    // Both sections, and with them their key.
    let sections = &EARLIER[EARLIER.find("sections:").unwrap()..EARLIER.find("contact:").unwrap()];
    let (text, notes) = texts_and_notes(&since(&[(sections, "")]));
    for note in ["skyrius1–išbraukta", "skyrius2–išbraukta"] {
        assert_eq!(notes.matches(note).count(), 1, "{notes}");
    }
    let pages = ["ąžuolą.", "Keliavome po Dzūkiją.", "viršijo", "Dėkojame visiems.", "info@", "Pakeitimai"];
    assert_in_order(&text, &pages);
}

/// A list goes with its heading, an address with its label, and a motto, a date or notes stand where they were.
#[test]
fn deleted_parts_are_shown_in_their_places() {
    let plans = "plans:\n  goals: [Pasiekti jūrą.]\n  works: [Nupinti tinklą.]\n";
    let notes =
        "  expenses: [{ label: Išlaidos, amount: 90 }]\n  notes: |\n    Skolų nėra.\n\n    Viskas gerai.\n";
    let work = "activities: { motto: Kartu, items: [{ text: Susitikome su kaimynais., date: 2023-05-07 }, Pasodinome ąžuolą.] }";
    let table = "\n  | Vieta | Plotas |\n  |---|---|\n  | Kaunas | 5 ha |\n  | Vilnius | 7 ha |\n";
    let before = EARLIER
        .replace("  expenses: [{ label: Išlaidos, amount: 90 }]\n", &format!("{notes}{plans}"))
        .replace("activities: { items: [Susitikome su kaimynais., Pasodinome ąžuolą.] }", work);
    for (was, expected, count) in [
        (
            "  goals: [Pasiekti jūrą.]\n",
            "planai Tikslai • Pasiekti jūrą. Planuojami darbai • Nupinti tinklą.",
            1,
        ),
        (", phone: +370 600 00000", "info@draugija.lt Telefonas +370 600 00000 Pakeitimai", 1),
        ("motto: Kartu, ", "Nuveikti darbai Kartu •", 1),
        (", date: 2023-05-07", "2023 m. gegužės 7 d. Susitikome", 1),
        ("  notes: |\n    Skolų nėra.\n\n    Viskas gerai.\n", "10 Eur. Skolų nėra. Viskas gerai.", 1),
        ("\n    Viskas gerai.\n", "10 Eur. Skolų nėra. Viskas gerai.", 1),
        // Each row has a reference of its own.
        (table, "Po lentele. Vieta Plotas Kaunas 5 ha Vilnius 7 ha Nuveikti", 3),
    ] {
        let (text, notes) = texts_and_notes(&compared(&before, &[(was, "")]));
        assert!(text.contains(&without_spaces(expected)), "{expected} is not in {text}");
        assert_eq!(notes.matches("–išbraukta").count(), count, "{was}: {notes}");
        assert_eq!(text.matches("išbraukta:").count(), count, "{was}: {text}");
    }
}

/// Nothing on a picture shows that it is another one; the year on the cover is too large to be there twice.
#[test]
fn a_changed_picture_has_a_note_and_a_changed_year_fits() {
    let full = named("full");
    let yaml = full.yaml.replacen(
        "file: images/sodinimas.jpg\n            alt: Prie",
        "file: images/lapas.png\n            alt: Prie",
        1,
    );
    let yaml = yaml.replacen("year: 2022", "year: 2023", 1);
    let since = Some(Source::new("old.yaml", full.folder(), full.yaml));
    let options = DraftOptions { since, ..DraftOptions::default() };
    let draft = draft(&Source::new("report.yaml", full.folder(), yaml), &TYPESETTER, &options);
    let draft = draft.unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    let file = File::read(&draft.pdf);
    let notes: String = file.pages.iter().map(|page| decoration(&page.glyphs)).collect();
    assert_eq!(notes.matches("darbai 2, paveikslas – pakeista").count(), 1, "{notes}");
    let cover: String = text(&file.pages[0].glyphs).into_iter().map(|(text, _)| text).collect();
    assert!(cover.contains("2023") && !cover.contains("2022"), "{cover}");
}

/// Where a section stands is not given by its key.
#[test]
fn a_moved_section_is_listed_by_its_title() {
    let (text, _) = texts_and_notes(&since(&[("after: activities", "after: finance")]));
    assert!(text.contains("skyrius1perkelta:Kelionė"), "{text}");
    assert!(!text.contains("activities"), "{text}");
}

/// The note about a new title is beside it, and not in the table of contents.
#[test]
fn a_note_about_a_title_is_on_the_page_of_its_section() {
    let draft = since(&[("  currency: EUR", "  title: Pinigai\n  currency: EUR")]);
    let file = File::read(&draft.pdf);
    let pages = file.pages.iter().filter(|page| decoration(&page.glyphs).contains("finansai – nauja"));
    let pages: Vec<String> =
        pages.map(|page| text(&page.glyphs).into_iter().map(|(text, _)| text).collect()).collect();
    assert_eq!(pages.len(), 1);
    assert!(!pages[0].contains("Turinys"), "{pages:?}");
}

/// What is computed from a changed value is changed too, and only the lines with changed words have a bar.
#[test]
fn computed_words_are_marked() {
    let numbers = "numbers: { items: [{ value: 150, previous: 120, label: { one: medis, few: medžiai, other: medžių } }] }\n";
    let people = "people: { groups: [{ title: Valdyba, items: [{ name: Ona, role: pirmininkė }] }] }\n";
    let before = EARLIER.replace("activities:", &format!("{people}{numbers}activities:"));
    let (text, _) = texts_and_notes(&compared(&before, &[("value: 150", "value: 160")]));
    assert!(text.contains("150160medžių3040daugiaunei2022m.(120)"), "{text}");
    // Of two rows, one remains, and with it no total in the table; the chart still has it.
    let two = before.replace("amount: 90 }]", "amount: 90 }, { label: Nuoma, amount: 7 }]");
    let (text, _) = texts_and_notes(&compared(&two, &[(", { label: Nuoma, amount: 7 }", "")]));
    assert!(text.contains("Sąnaudos97Eur90Eur"), "{text}");
    let (text, _) = texts_and_notes(&compared(&before, &[("role: pirmininkė", "role: valdybos pirmininkė")]));
    assert!(text.contains("pakeista:valdybospirmininkėbuvo:pirmininkė"), "{text}");
}

/// What was replaced by `TODO`, or emptied, is changed where it stands.
#[test]
fn a_value_that_became_a_gap_is_changed() {
    for (was, replacement, said) in [
        ("email: info@draugija.lt", "email: TODO", "info@draugija.lt …"),
        ("phone: +370 600 00000", "phone: TODO", "+370 600 00000 …"),
        ("amount: 100", "amount: TODO", "100 …"),
        ("amount: 100", "amount:", "Parama 100 –"),
        ("body: Dėkojame visiems.", "body: TODO", "Dėkojame visiems. TODO"),
        ("[Susitikome su kaimynais.,", "[TODO,", "Susitikome su kaimynais. TODO"),
        ("name: Draugija", "name: \"\"", "Draugija …"),
    ] {
        let (text, notes) = texts_and_notes(&since(&[(was, replacement)]));
        let (pages, list) = text.split_once("Pakeitimai").unwrap();
        assert!(pages.contains(&without_spaces(said)), "{said} is not in {pages}");
        let list = list.split("Kotrūksta").next().unwrap();
        assert_eq!(list.matches("pakeista:").count(), 1, "{replacement}: {list}");
        for word in ["išbraukta:", "nauja:"] {
            assert!(!list.contains(word), "{replacement}: {list}");
        }
        assert!(!notes.contains("išbraukta") && !notes.contains("nauja"), "{replacement}: {notes}");
    }
}

/// No final edition has content for drafts, either as text or in any object.
#[test]
fn final_editions_contain_nothing_of_a_draft() {
    let sheets =
        [Imposition::Booklet, Imposition::Spreads].map(|way| impose(named("full").pdf(), way).unwrap());
    let editions = REPORTS.iter().flat_map(|report| [report.pdf(), report.print()]);
    for pdf in editions.chain(sheets.iter().map(Vec::as_slice)) {
        let mut document = Document::load_mem(pdf).unwrap();
        assert!(attachments(&document).is_empty());
        document.decompress();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        for leak in ["ataskaita-draft", "EmbeddedFile", "origins", "/finance/income", &full().fingerprint] {
            assert!(!bytes.windows(leak.len()).any(|window| window == leak.as_bytes()), "{leak}");
        }
        assert!(fingerprints(&marked(pdf)).is_empty());
        for leak in ["Juodraštis", "JUODRAŠTIS", &full().fingerprint] {
            assert!(!letters(pdf).contains(leak), "{leak}");
        }
    }
    for report in &REPORTS {
        // The text of a report may have these words; the margins have not.
        let file = File::read(report.pdf());
        let margins: String = file.pages.iter().map(|page| decoration(&page.glyphs)).collect();
        for leak in ["darbai 1", "apie 1", "trūksta"] {
            assert!(!margins.contains(leak), "{leak}");
        }
        // The print edition does not tell margins from text, but has the same letters.
        assert_eq!(letters(report.print()), letters(report.pdf()), "{}", report.name);
    }
    // The pages of sheets are in another order.
    for sheets in &sheets {
        assert_eq!(letters(sheets).chars().count(), letters(named("full").pdf()).chars().count());
    }
}

/// A PDF as `ataskaita comments` reads it.
fn marked(pdf: &[u8]) -> MarkedPdf {
    annotations::read(pdf, FILE_NAME).unwrap()
}

/// The letters on all pages of a PDF.
fn letters(pdf: &[u8]) -> String {
    let pages = marked(pdf).pages;
    let texts = pages.iter().flat_map(|page| &page.texts);
    texts.flat_map(|text| text.text.chars()).filter(|c| c.is_alphanumeric()).collect()
}

/// Comments on a draft made with such a template could not be placed.
#[test]
fn a_template_without_the_parts_of_a_draft_is_refused() {
    let mut program = Ataskaita::new();
    let template = "#set document(title: [x], date: datetime(year: 2023, month: 1, day: 1))\nPuslapis\n";
    program.file("a.yaml", MINIMAL).file("design/report.typ", template);
    let draft =
        |language: &str| program.run(&["draft", "a.yaml", "--template", "design", "--lang", language]);
    let run = draft("lt");
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("klaida[draft-template]: pagal šį šabloną juodraščio"), "{}", run.stderr);
    assert!(draft("en").stderr.contains("error[draft-template]: the template cannot make a draft"));
    assert!(!program.path("output").exists());
    // A copy of the usual template has them.
    let usual = Path::new(ROOT).join("templates");
    program.run(&["draft", "a.yaml", "--template", usual.to_str().unwrap()]).assert_done();
}

#[test]
fn a_draft_is_written_to_the_output_folder_or_a_given_path() {
    let mut program = Ataskaita::new();
    program.file("data/2023.yaml", MINIMAL).env("SOURCE_DATE_EPOCH", "1711670400");
    let run = program.run(&["draft", "data/2023.yaml"]);
    run.assert_done();
    assert!(run.stderr.ends_with("wrote output/2023-draft.pdf\n"), "{}", run.stderr);
    let draft = fs::read(program.path("output/2023-draft.pdf")).unwrap();
    for (target, file) in [("naujas/", "naujas/2023-draft.pdf"), ("kitas.pdf", "kitas.pdf")] {
        program.run(&["draft", "data/2023.yaml", "-o", target]).assert_done();
        assert!(fs::read(program.path(file)).unwrap() == draft, "{target}");
    }
    let run = program.run(&["draft", "data/2023.yaml", "-o", "-"]);
    assert!(run.stdout == draft);
    assert_eq!(program.run(&["draft", "data/2023.yaml", "-o", "data/2023.yaml"]).status, 2);
    assert_eq!(program.run(&["draft"]).status, 2);
    assert_eq!(program.run(&["draft", "nera.yaml"]).status, 1);
}

#[test]
fn no_draft_is_made_if_nothing_can_be_laid_out() {
    let mut program = Ataskaita::new();
    program.file("a.yaml", MINIMAL.replace("currency: EUR", "curency: EUR"));
    let run = program.run(&["draft", "a.yaml"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("unknown-key"), "{}", run.stderr);
    assert_eq!(program.names(), ["a.yaml"]);
}
