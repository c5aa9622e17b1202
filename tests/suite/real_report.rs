//! The report that the program was written for, `data/2023.yaml`.

use crate::orderly::assert_well_structured;
use crate::pdf::{File, squeeze};
use crate::reports::named;
use crate::wording::{assert_in_order, find_words};

pub(crate) const YAML: &str = include_str!("../../data/2023.yaml");

/// Its screen edition.
pub(crate) fn pdf() -> &'static [u8] {
    named("real").pdf()
}

fn file() -> File {
    File::read(pdf())
}

/// The same without any knowledge of the data format, to detect a key in the YAML that the template ignores.
#[test]
fn every_string_of_the_yaml_is_printed() {
    fn strings(value: &serde_yaml::Value, found: &mut Vec<String>) {
        match value {
            serde_yaml::Value::String(text) => found.push(text.clone()),
            serde_yaml::Value::Sequence(items) => items.iter().for_each(|item| strings(item, found)),
            serde_yaml::Value::Mapping(map) => {
                // Only one form of a label is printed, which another test covers, EUR is printed as Eur, and words for
                // the spelling check are not printed.
                let skipped = ["one", "few", "other", "currency", "spelling"];
                let values = map.iter().filter(|(key, _)| !skipped.contains(&key.as_str().unwrap()));
                values.for_each(|(_, value)| strings(value, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    strings(&serde_yaml::from_str(YAML).unwrap(), &mut found);
    assert!(found.len() > 25, "the YAML has its strings");
    let text = squeeze(&file().text());
    for string in found {
        for paragraph in string.trim().split("\n\n") {
            let paragraph = squeeze(paragraph)
                .replace(
                    "[www.constellationart.org](http://www.constellationart.org)",
                    "www.constellationart.org",
                )
                .replace("[Constellation](lang:fr)", "Constellation");
            // The kind of the members determines the words of a sentence, but is not printed itself.
            if paragraph == "legal" {
                continue;
            }
            assert!(find_words(&text, &paragraph).is_some(), "“{paragraph}” is not in the text");
        }
    }
}

#[test]
fn the_sentences_of_the_source_document_are_printed() {
    let file = file();
    assert_in_order(
        &file.text(),
        &[
            "Lietuvos socialinių inovacijų klasteris",
            "2023",
            "VEIKLOS ATASKAITA",
            "gebančią savarankiškai rasti inovatyvius sprendimus",
            "kultūrinių-kūrybinių, skaitmeninių, švietimo ir eko-inovacijų",
            "2023 m. pabaigoje Asociacijos nariais buvo 25 juridiniai asmenys:",
            "8 verslo organizacijos",
            "9 universitetai ir kolegijos",
            "6 nevyriausybinės organizacijos",
            "2 tyrimo ir vystymo (angl. R&D) institucijos",
            "„Constellation“ (www.constellationart.org), jungiančia",
            "Pardavimo pajamos 7 217",
            "Finansavimo pajamos 21 127",
            "Iš viso 28 344",
            "Sąnaudos Suma, Eur 2023 m. Iš viso 28 344",
            "Suteiktos paslaugos –",
            "Kurkime pokytį kartu!",
        ],
    );
}

#[test]
fn bookmarks_are_the_headings_in_order() {
    let file = file();
    let sections = file.sections();
    let chapters: Vec<_> = file.bookmarks.iter().filter(|bookmark| bookmark.depth == 0).collect();
    let titles: Vec<&str> = chapters.iter().map(|bookmark| bookmark.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Turinys",
            "Apie",
            "Misija",
            "Vizija",
            "Veiklos tikslai",
            "Asociacijos nariai",
            "Nuveikti darbai",
            "Finansai",
            "Susisiekite"
        ]
    );
    let headings = file.structure.all("H1");
    assert_eq!(headings.len(), sections.len());
    for (bookmark, heading) in chapters.iter().zip(headings) {
        assert_eq!(vec![bookmark.page], heading.pages(), "the page of “{}”", bookmark.title);
    }
    let below: Vec<&str> = file
        .bookmarks
        .iter()
        .filter(|bookmark| bookmark.depth == 1)
        .map(|bookmark| bookmark.title.as_str())
        .collect();
    assert_eq!(below, ["Pajamos", "Sąnaudos", "Kiti duomenys"], "the tables of finance");
}

#[test]
fn the_contents_have_the_page_of_each_section() {
    let file = file();
    let lines: Vec<String> =
        file.structure.all("TOCI").into_iter().map(|line| squeeze(&line.text())).collect();
    let expected: Vec<String> = file.bookmarks[1..]
        .iter()
        .filter(|bookmark| bookmark.depth == 0)
        .map(|bookmark| format!("{} {}", bookmark.page + 1, bookmark.title))
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn the_file_has_title_author_and_language() {
    let metadata = file().metadata;
    let title = "Lietuvos socialinių inovacijų klasteris. 2023 m. veiklos ataskaita";
    let author = "Lietuvos socialinių inovacijų klasteris";
    assert_eq!(squeeze(&metadata.title), title);
    assert_eq!(metadata.author, author);
    assert_eq!(metadata.lang, "lt");
    assert_eq!((metadata.created, metadata.modified), ((2023, 12, 31), (2023, 12, 31)));
    assert!(metadata.shows_title, "readers show the title, not the file's name");
    assert_eq!(squeeze(&metadata.xmp_value("dc:title")), title);
    assert_eq!(metadata.xmp_value("dc:creator"), author);
    assert_eq!(metadata.xmp_value("dc:language"), "lt");
    assert!(metadata.xmp_value("xmp:CreateDate").starts_with("2023-12-31"));
    assert!(metadata.xmp_value("xmp:ModifyDate").starts_with("2023-12-31"));
    assert_eq!(metadata.xmp_value("pdfaid:part"), "2");
    assert_eq!(metadata.xmp_value("pdfaid:conformance"), "A");
    assert_eq!(metadata.xmp_value("pdfuaid:part"), "1");
}

#[test]
fn links_have_targets() {
    let file = file();
    let mut addresses = file.addresses();
    addresses.dedup();
    assert_eq!(
        addresses,
        [
            "http://www.constellationart.org/",
            "mailto:info@lsik.lt",
            "https://www.lsik.lt/",
            "tel:+37061596795"
        ]
    );
    for link in file.pages.iter().flat_map(|page| &page.links) {
        assert!(!link.contents.is_empty(), "{link:?} says what it is");
    }
    let read: Vec<String> =
        file.structure.all("Link").into_iter().map(|link| squeeze(&link.text())).collect();
    for text in ["www.constellationart.org", "info@lsik.lt", "www.lsik.lt", "+370 615 96795"] {
        assert!(read.iter().any(|link| link == text), "“{text}” is a link: {read:?}");
    }
}

#[test]
fn headings_lists_tables_and_figures_are_tagged() {
    let file = file();
    assert_well_structured(&file);
    assert_eq!(file.structure.all("LI").len(), 5 + 4 + 8, "goals, groups and works are listed");
    let tables = file.structure.all("Table");
    let headers: Vec<Vec<String>> = tables
        .iter()
        .map(|table| table.all("TH").into_iter().map(|cell| squeeze(&cell.text())).collect())
        .collect();
    assert_eq!(
        headers,
        [
            vec!["2023 m.", "Pardavimo pajamos", "Finansavimo pajamos", "Iš viso"],
            vec!["2023 m.", "Iš viso"],
            vec!["2023 m.", "Suteiktos paslaugos"],
        ],
        "each table has its years above and its rows beside"
    );
    let alternatives: Vec<String> = file
        .structure
        .all("Figure")
        .into_iter()
        .filter_map(|figure| figure.alt.as_deref().map(squeeze))
        .collect();
    // The network of the members is decoration next to their list.
    assert_eq!(
        alternatives,
        [
            "Juostinė diagrama: pajamos ir sąnaudos, juostų ilgis atitinka sumas. Pajamos 2023 metais sudarė 28 344 Eur („Pardavimo pajamos“ sudarė 7 217 Eur, „Finansavimo pajamos“ sudarė 21 127 Eur); Sąnaudos 2023 metais sudarė 28 344 Eur."
        ]
    );
}
