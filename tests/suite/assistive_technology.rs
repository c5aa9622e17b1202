//! Accessibility of the test reports: whole words, links and figures with alternative text.

use std::collections::BTreeMap;

use ataskaita::export::Press;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};
use serde_yaml::Value;

use crate::pdf::{Child, Element, File, squeeze};
use crate::press::{print_cleanly, print_for};
use crate::reports::{REPORTS, named};
use crate::wording::{list, pictures, plain, text};

/// A marked-content boundary inside a word splits it for a screen reader. The texts of adjacent sequences in one
/// element are read from the page content and compared.
#[test]
fn no_word_is_split_between_sequences() {
    for report in &REPORTS {
        let file = File::read(report.pdf());
        for element in file.structure.descendants() {
            let texts: Vec<_> = element
                .children
                .iter()
                .map(|child| if let Child::Text(page, text) = child { Some((page, text)) } else { None })
                .collect();
            for pair in texts.windows(2) {
                let [Some((page, before)), Some((next, after))] = pair else { continue };
                let ends = before.ends_with(|c: char| c.is_alphanumeric() || c == '\u{ad}');
                let goes_on = after.starts_with(char::is_alphanumeric);
                let parted = page == next && ends && goes_on;
                assert!(!parted, "{}, page {}: “{before}” and “{after}”", report.name, **page + 1);
            }
        }
    }
}

/// Structure elements and marked-content sequences refer to each other one to one.
#[test]
fn sequences_match_the_structure_tree() {
    for report in &REPORTS {
        let document = Document::load_mem(report.pdf()).unwrap();
        let mut named: Vec<(ObjectId, i64)> = Vec::new();
        for element in elements(&document) {
            let page = element.get(b"Pg").and_then(Object::as_reference).ok();
            for kid in kids(element) {
                match kid {
                    Object::Integer(id) => named.push((page.unwrap(), *id)),
                    Object::Dictionary(dict) if dict.has_type(b"MCR") => {
                        let id = dict.get(b"MCID").unwrap().as_i64().unwrap();
                        named.push((dict.get(b"Pg").unwrap().as_reference().unwrap(), id));
                    }
                    _ => {}
                }
            }
        }
        let mut painted = Vec::new();
        for page in document.page_iter() {
            let content = Content::decode(&document.get_page_content(page)).unwrap();
            for operation in content.operations.iter().filter(|operation| operation.operator == "BDC") {
                let properties = operation.operands[1].as_dict().unwrap();
                painted.extend(properties.get(b"MCID").ok().map(|id| (page, id.as_i64().unwrap())));
            }
        }
        named.sort_unstable();
        painted.sort_unstable();
        assert!(!painted.is_empty());
        assert_eq!(named, painted, "{}", report.name);
    }
}

/// No structure element is empty (Matterhorn protocol, 13-001 and others).
#[test]
fn no_element_is_empty() {
    for report in &REPORTS {
        let file = File::read(report.pdf());
        for element in file.structure.descendants() {
            let is_empty = element.children.is_empty() && !["TD", "TH"].contains(&element.role.as_str());
            assert!(!is_empty, "{}: an empty {} ({:?})", report.name, element.role, element.alt);
        }
    }
}

/// The headings of an amount are the cells with its year and its label (ISO 14289-1, 7.5).
#[test]
fn amounts_are_announced_with_their_year_and_row() {
    for report in &REPORTS {
        let document = Document::load_mem(report.pdf()).unwrap();
        let file = File::read(report.pdf());
        let finance = finance_tables(&file);
        assert!(finance.len() >= 2, "{}: income and expenses", report.name);
        for table in finance {
            let rows = table.all("TR");
            let heads: Vec<String> = cells(rows[0]).iter().map(|cell| squeeze(&cell.text())).collect();
            assert!(heads[1..].iter().all(|head| head.contains(" m.")), "{}: {heads:?}", report.name);
            for row in &rows[1..] {
                let cells = cells(row);
                let roles: Vec<&str> = cells.iter().map(|cell| cell.role.as_str()).collect();
                assert_eq!(roles[0], "TH", "{}", report.name);
                assert!(roles[1..].iter().all(|role| *role == "TD"), "{}: {roles:?}", report.name);
                assert_eq!(cells.len(), heads.len());
            }
        }
        let with_ids: BTreeMap<Vec<u8>, (&[u8], Vec<u8>)> = elements(&document)
            .into_iter()
            .filter_map(|element| {
                let id = element.get(b"ID").ok()?.as_str().ok()?.to_vec();
                Some((id, (element.get(b"S").unwrap().as_name().unwrap(), scope(&document, element))))
            })
            .collect();
        let mut seen = 0;
        for cell in elements(&document) {
            if cell.get(b"S").unwrap().as_name().unwrap() != b"TD" {
                continue;
            }
            let Some(headers) = attribute(&document, cell, b"Headers") else { continue };
            let scopes: Vec<String> = headers
                .as_array()
                .unwrap()
                .iter()
                .map(|id| {
                    let (role, scope) = &with_ids[id.as_str().unwrap()];
                    assert_eq!(*role, b"TH");
                    String::from_utf8(scope.clone()).unwrap()
                })
                .collect();
            // The cell above the row headings has none.
            if scopes.is_empty() {
                continue;
            }
            assert_eq!(scopes, ["Column", "Row"], "{}", report.name);
            seen += 1;
        }
        assert!(seen > 2, "{}", report.name);
    }
}

/// Each finance table is under a separate heading.
#[test]
fn every_finance_table_has_a_heading() {
    for report in &REPORTS {
        let file = File::read(report.pdf());
        let finance = finance_tables(&file).len();
        let mut heading = String::new();
        let mut headings = Vec::new();
        for element in file.structure.descendants() {
            match element.role.as_str() {
                "H1" | "H2" => heading = squeeze(&element.text()),
                "Table" if is_of_amounts(element) => headings.push(heading.clone()),
                _ => {}
            }
        }
        assert_eq!(headings.len(), finance);
        assert_eq!(headings[..2], ["Pajamos", "Sąnaudos"], "{}", report.name);
        let mut apart = headings.clone();
        apart.dedup();
        assert_eq!(apart, headings, "{}: a heading for each", report.name);
    }
}

#[test]
fn links_have_lithuanian_descriptions() {
    for report in &REPORTS {
        let document = Document::load_mem(report.pdf()).unwrap();
        let file = File::read(report.pdf());
        let headings: Vec<String> = file.structure.all("H1").iter().map(|h| squeeze(&h.text())).collect();
        let mut chapters = Vec::new();
        for (number, page) in file.pages.iter().enumerate() {
            for link in &page.links {
                match &link.address {
                    Some(address) => {
                        let begins = match address.split_once(':').unwrap().0 {
                            "mailto" => "Rašyti laišką ",
                            "tel" => "Skambinti +370 ",
                            _ => "Atverti svetainę ",
                        };
                        assert!(link.contents.starts_with(begins), "{}: {}", report.name, link.contents);
                    }
                    None => chapters.push((number, squeeze(&link.contents))),
                }
            }
        }
        let bookmarks: BTreeMap<String, usize> =
            file.bookmarks.iter().map(|bookmark| (squeeze(&bookmark.title), bookmark.page + 1)).collect();
        // The table of contents does not list itself.
        let expected: Vec<String> = headings
            .iter()
            .filter(|heading| *heading != "Turinys")
            .map(|heading| format!("{heading}, {} puslapis", bookmarks[heading]))
            .collect();
        let described: Vec<String> = chapters.into_iter().map(|(_, contents)| contents).collect();
        assert_eq!(described, expected, "{}", report.name);
        assert!(document.catalog().unwrap().has(b"Outlines"));
    }
}

/// A text of mostly digits and signs does not read as language (the rule FIG-012 of `outloud`).
#[test]
fn alternative_texts_are_mostly_words() {
    for report in &REPORTS {
        let file = File::read(report.pdf());
        for alt in file.structure.descendants().into_iter().filter_map(|element| element.alt.as_deref()) {
            let letters = alt.chars().filter(|letter| letter.is_alphabetic()).count();
            assert!(letters * 2 >= alt.chars().count(), "{}: {alt}", report.name);
        }
    }
}

#[test]
fn captions_are_tagged_next_to_their_figures() {
    let file = File::read(named("full").pdf());
    let captions: Vec<String> = file.structure.all("Caption").iter().map(|it| squeeze(&it.text())).collect();
    assert!(
        captions.contains(&"Pirmasis giraitės ąžuolas. Sąjungos archyvo nuotr.".to_owned()),
        "{captions:?}"
    );
    for report in &REPORTS {
        let file = File::read(report.pdf());
        for element in std::iter::once(&file.structure).chain(file.structure.descendants()) {
            for pair in element.children.windows(2) {
                if let [Child::Element(before), Child::Element(after)] = pair
                    && after.role == "Caption"
                {
                    assert_eq!(before.role, "Figure", "{}: {}", report.name, after.text());
                }
            }
        }
    }
}

/// What is read aloud, in order, with alternative texts in brackets.
struct Aloud {
    report: &'static str,
    blocks: Vec<String>,
}

impl Aloud {
    /// The position of blocks that directly follow each other. Alternative texts may go on.
    #[track_caller]
    fn find(&self, blocks: &[String]) -> usize {
        let matches = |said: &String, wanted: &String| match wanted.strip_suffix('…') {
            Some(start) => said.starts_with(start),
            None => said == wanted,
        };
        let found = self
            .blocks
            .windows(blocks.len())
            .position(|said| said.iter().zip(blocks).all(|(said, wanted)| matches(said, wanted)));
        found.unwrap_or_else(|| panic!("{}: {blocks:#?} is not in {:#?}", self.report, self.blocks))
    }

    #[track_caller]
    fn position(&self, block: &str) -> usize {
        self.find(&[block.to_owned()])
    }
}

/// An image is read after the text of its item, and directly before its caption and credit; an image that opens a section
/// directly before the heading.
#[test]
fn images_are_read_with_their_captions_after_their_texts() {
    let mut checked = 0;
    for report in &REPORTS {
        let yaml: Value = serde_yaml::from_str(report.yaml).unwrap();
        let aloud = Aloud { report: report.name, blocks: File::read(report.pdf()).structure.read_aloud() };
        let blocks_of = |image: &Value| {
            let mut blocks = vec![format!("[{}]", squeeze(&text(&image["alt"]).unwrap()))];
            blocks.extend(text(&image["caption"]).map(|caption| plain(&caption)));
            blocks.extend(text(&image["credit"]).map(|credit| squeeze(&credit)));
            blocks
        };
        let grouped = list(&yaml["activities"]["groups"]).flat_map(|group| list(&group["items"]));
        let items = list(&yaml["activities"]["items"]).chain(grouped).chain(list(&yaml["projects"]["items"]));
        for item in items {
            for image in pictures(item) {
                let place = aloud.find(&blocks_of(image));
                let words = text(&item["text"]).or(text(&item["name"])).unwrap();
                let last = plain(words.split("\n\n").last().unwrap());
                assert!(aloud.position(&last) < place, "{}: {last} comes before its image", report.name);
                checked += 1;
            }
        }
        // The images of a group or a project are not below the name of the next one.
        let groups = list(&yaml["activities"]["groups"])
            .map(|group| (&group["title"], list(&group["items"]).flat_map(pictures).collect::<Vec<_>>()));
        let projects = list(&yaml["projects"]["items"])
            .map(|project| (&project["name"], pictures(project).collect::<Vec<_>>()));
        for named in [groups.collect::<Vec<_>>(), projects.collect()] {
            for pair in named.windows(2) {
                let [(_, images), (name, _)] = pair else { unreachable!() };
                let name = text(name).unwrap();
                let next = aloud.blocks.iter().rposition(|block| *block == name).unwrap();
                for image in images {
                    assert!(aloud.find(&blocks_of(image)) < next, "{}: {name}", report.name);
                    checked += 1;
                }
            }
        }
        for section in list(&yaml["sections"]).chain(yaml.as_mapping().unwrap().values()) {
            let (Some(title), Some(image)) = (text(&section["title"]), section.get("image")) else {
                continue;
            };
            let blocks = blocks_of(image);
            let heading = aloud.blocks.iter().rposition(|block| *block == squeeze(&title)).unwrap();
            let place = aloud.find(&blocks);
            assert!(place + blocks.len() == heading || place > heading, "{}: {title}", report.name);
            checked += 1;
        }
    }
    assert!(checked > 15, "{checked} images");
}

/// A portrait or a logo is read directly before the name, a quotation between the portrait and the name.
#[test]
fn portraits_and_logos_are_read_before_names() {
    let mut checked = 0;
    for report in &REPORTS {
        let yaml: Value = serde_yaml::from_str(report.yaml).unwrap();
        let aloud = Aloud { report: report.name, blocks: File::read(report.pdf()).structure.read_aloud() };
        let items = |part: &str| list(&yaml[part]["groups"]).flat_map(|group| list(&group["items"]));
        let said = |value: &Value| text(value).map(|words| plain(&words));
        for person in items("people") {
            let portrait =
                person.get("portrait").map(|_| format!("[Portretas: {}]", text(&person["name"]).unwrap()));
            let words = ["name", "role", "organization", "text"].iter().filter_map(|key| said(&person[*key]));
            aloud.find(&portrait.into_iter().chain(words).collect::<Vec<_>>());
            checked += 1;
        }
        for supporter in items("supporters") {
            let logo =
                supporter.get("logo").map(|_| format!("[Logotipas: {}]", text(&supporter["name"]).unwrap()));
            let words = ["name", "website"].iter().filter_map(|key| said(&supporter[*key]));
            aloud.find(&logo.into_iter().chain(words).collect::<Vec<_>>());
            checked += 1;
        }
        for quote in list(&yaml["sections"]).filter_map(|section| section.get("quote")) {
            let name = said(&quote["name"]).unwrap();
            let role = said(&quote["role"]).map(|role| format!(", {role}")).unwrap_or_default();
            let portrait = quote.get("portrait").map(|_| format!("[Portretas: {name}]"));
            let words = [said(&quote["text"]).unwrap(), format!("{name}{role}")];
            aloud.find(&portrait.into_iter().chain(words).collect::<Vec<_>>());
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked} names");
}

/// The chart of the finances is read between the heading and the tables; a chart of years after its label, or after the
/// number and its change.
#[test]
fn charts_are_read_after_what_they_show() {
    let mut checked = 0;
    for report in &REPORTS {
        let aloud = Aloud { report: report.name, blocks: File::read(report.pdf()).structure.read_aloud() };
        let bars = aloud.position("[Juostinė diagrama…");
        let tables = aloud.find(&["Pajamos".to_owned(), "Suma, Eur".to_owned()]);
        let after = aloud.blocks[bars + 1..tables].iter();
        let in_between: Vec<&str> = after.map(String::as_str).collect();
        for pair in in_between.chunks(2) {
            let [label, chart] = pair else { panic!("{}: {in_between:#?}", report.name) };
            let start = format!("[Stulpelių diagrama, rodanti pokytį per kelerius metus: {label}.");
            assert!(chart.starts_with(&start), "{}: {label} {chart}", report.name);
            checked += 1;
        }
        for (index, block) in aloud.blocks[..bars].iter().enumerate() {
            let Some(chart) = block.strip_prefix("[Stulpelių diagrama, rodanti pokytį per kelerius metus: ")
            else {
                continue;
            };
            let [number, label, change] = &aloud.blocks[index - 3..index] else { unreachable!() };
            assert!(chart.starts_with(&format!("{label}. ")), "{}: {label}: {chart}", report.name);
            assert!(chart.ends_with(&format!("{number}.]")), "{}: {number}: {chart}", report.name);
            assert!(change.contains("nei 20"), "{}: {change}", report.name);
            checked += 1;
        }
    }
    assert!(checked > 8, "{checked} charts of years");
}

/// Words in another language have a `Lang` in the structure tree, and only they do.
#[test]
fn foreign_words_have_a_language() {
    for (name, expected) in
        [("real", &["fr: Constellation", "en: R&D"][..]), ("full", &["en: Plant trees", "en: tree nursery"])]
    {
        let document = Document::load_mem(named(name).pdf()).unwrap();
        let file = File::read(named(name).pdf());
        let mut said = Vec::new();
        for element in file.structure.descendants() {
            if let Some(lang) = element.lang.as_deref().filter(|lang| *lang != "lt") {
                assert_eq!(element.role, "Span");
                said.push(format!("{lang}: {}", squeeze(&element.text())));
            }
        }
        for words in expected {
            assert!(said.iter().any(|other| other == words), "{name}: {words} is not in {said:?}");
        }
        assert_eq!(document.catalog().unwrap().get(b"Lang").and_then(decode_text_string).unwrap(), "lt");
    }
}

/// So do those on the lines about numbers, amounts, people and projects.
#[test]
fn foreign_words_in_short_lines_have_a_language() {
    let report = named("full");
    let mut yaml = report.yaml.to_owned();
    for (line, foreign) in [
        ("few: pasodinti medžiai", "angl. saplings"),
        ("label: savanorių talkose", "vok. Subbotnik"),
        ("label: Mokymai", "pranc. formation"),
        ("label: Motorinis grąžtas", "isp. barrena"),
        ("role: pirmininkės pavaduotojas", "lot. vicarius"),
        ("organization: Antakalnio paupio bendruomenė", "lenk. nabrzeże"),
        ("funder: Aplinkos apsaugos rėmimo programa", "it. ambiente"),
    ] {
        assert_eq!(yaml.matches(line).count(), 1, "{line}");
        yaml = yaml.replace(line, &format!("{line} ({foreign})"));
    }
    let file = File::read(&print_cleanly(&yaml, &report.folder()));
    let said: Vec<String> = file
        .structure
        .descendants()
        .into_iter()
        .filter_map(|element| Some((element.lang.as_deref().filter(|lang| *lang != "lt")?, element.text())))
        .map(|(lang, text)| format!("{lang}: {}", squeeze(&text)))
        .collect();
    for words in [
        "en: saplings",
        "de: Subbotnik",
        "fr: formation",
        "es: barrena",
        "la: vicarius",
        "pl: nabrzeże",
        "it: ambiente",
    ] {
        assert!(said.iter().any(|other| other == words), "{words} is not in {said:?}");
    }
    let text = squeeze(&file.structure.text());
    for line in ["pasodinti medžiai (angl. saplings)", "Mokymai (pranc. formation)", "(lenk. nabrzeże)"] {
        assert!(text.contains(line), "{line} is not in {text}");
    }
}

#[test]
fn the_file_has_complete_metadata() {
    let report = named("real");
    let print = print_for(&Press::default(), report.yaml, &report.folder());
    for pdf in [report.pdf(), &print] {
        let file = File::read(pdf);
        let program = concat!("ataskaita ", env!("CARGO_PKG_VERSION"), " (Typst 0.15");
        let keywords = "veiklos ataskaita, 2023, Lietuvos socialinių inovacijų klasteris";
        assert!(file.metadata.xmp_value("pdf:Producer").starts_with(program));
        assert_eq!(squeeze(&file.metadata.xmp_value("pdf:Keywords")), keywords);
        let rights = squeeze(&file.metadata.xmp_value("dc:rights"));
        assert!(
            rights.starts_with("© 20") && rights.ends_with(" Lietuvos socialinių inovacijų klasteris"),
            "{rights}"
        );
        let document = Document::load_mem(pdf).unwrap();
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let info = document.get_dictionary(info).unwrap();
        let text = |key| decode_text_string(info.get(key).unwrap()).unwrap();
        assert_eq!(text(b"Producer"), file.metadata.xmp_value("pdf:Producer"));
        assert_eq!(squeeze(&text(b"Keywords")), keywords);
    }
}

/// A tagged file mostly consists of small objects, so they are in compressed object streams.
#[test]
fn the_file_is_small() {
    for report in &REPORTS {
        let document = Document::load_mem(report.pdf()).unwrap();
        let mut plain = Vec::new();
        document.clone().save_to(&mut plain).unwrap();
        let size = |pdf: &[u8]| pdf.len() / 1024;
        let saved = plain.len() - report.pdf().len();
        assert!(saved > 30 * 1024, "{}: {} of {} kB", report.name, size(report.pdf()), size(&plain));
    }
    assert!(named("real").pdf().len() < 80 * 1024, "the real report has {} bytes", named("real").pdf().len());
}

fn finance_tables(file: &File) -> Vec<&Element> {
    file.structure.all("Table").into_iter().filter(|table| is_of_amounts(table)).collect()
}

fn is_of_amounts(table: &Element) -> bool {
    squeeze(&table.all("TR")[0].text()).starts_with("Suma, Eur")
}

fn cells(row: &Element) -> Vec<&Element> {
    row.children
        .iter()
        .filter_map(|child| if let Child::Element(cell) = child { Some(cell) } else { None })
        .collect()
}

/// The structure element dictionaries.
fn elements(document: &Document) -> Vec<&Dictionary> {
    let root = document.catalog().unwrap().get_deref(b"StructTreeRoot", document).unwrap();
    let mut unread = vec![root.as_dict().unwrap()];
    let mut found = Vec::new();
    while let Some(dict) = unread.pop() {
        for kid in kids(dict) {
            if let Object::Reference(id) = kid {
                let element = document.get_dictionary(*id).unwrap();
                found.push(element);
                unread.push(element);
            }
        }
    }
    found
}

fn kids(dict: &Dictionary) -> &[Object] {
    match dict.get(b"K") {
        Ok(Object::Array(kids)) => kids,
        Ok(kid) => std::slice::from_ref(kid),
        Err(_) => &[],
    }
}

fn attribute<'a>(document: &'a Document, element: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let owners = element.get_deref(b"A", document).ok()?.as_array().ok()?;
    owners.iter().find_map(|owner| owner.as_dict().ok()?.get(key).ok())
}

fn scope(document: &Document, element: &Dictionary) -> Vec<u8> {
    attribute(document, element, b"Scope").map(|scope| scope.as_name().unwrap().to_vec()).unwrap_or_default()
}
