//! A village community with photographs, which reports on four months.

use crate::drawing::places;
use crate::pdf::{Element, File, squeeze};
use crate::reports::named;

fn pdf() -> &'static [u8] {
    named("community").pdf()
}

/// The elements after a first-level heading, up to the next one.
fn roles_of(file: &File, title: &str) -> Vec<(String, String)> {
    let mut inside = false;
    let mut roles = Vec::new();
    for element in file.structure.descendants() {
        let text = squeeze(&element.text());
        if element.role == "H1" {
            inside = text == title;
        } else if inside {
            roles.push((element.role.clone(), text));
        }
    }
    roles
}

#[test]
fn blocks_have_the_right_tags() {
    let file = File::read(pdf());
    let about = roles_of(&file, "Apie");
    let of = |role: &str| -> Vec<&str> {
        about.iter().filter(|(other, _)| other == role).map(|(_, text)| text.as_str()).collect()
    };
    assert_eq!(of("H2"), ["Kas mes tokie", "Kaip sprendžiame"]);
    assert_eq!(of("BlockQuote"), ["Kai pabeldi į duris, o tau atidaro – jau esi bendruomenė."]);
    assert_eq!(of("L").len(), 2);
    assert_eq!(
        of("LBody"),
        [
            "ežero krantas ir takai;",
            "kaimo namai: remontas, renginiai, biblioteka;",
            "vyresni kaimynai, kuriems reikia pagalbos.",
            "Pasiūlymą gali pateikti kiekvienas gyventojas.",
            "Jį aptariame susirinkime.",
            "Balsuojame pakeldami rankas.",
        ]
    );
    let labels = of("Lbl");
    assert_eq!(labels, ["•", "•", "•", "1.", "2.", "3."]);

    let table = roles_of(&file, "Kas kiek dirbo");
    let heads: Vec<&str> =
        table.iter().filter(|(role, _)| role == "TH").map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        heads,
        ["Žmonės", "Valandos", "Talkos prie ežero", "Kaimo namų remontas", "Renginiai"],
        "the columns and the rows have heads; the corner heads neither"
    );
}

/// The position of each image with an alternative text on its page: left, top, right and bottom, in points.
pub(crate) fn boxes(file: &File, alternatives: &[&str]) -> Vec<(usize, [f64; 4])> {
    let figures: Vec<&Element> = file.structure.all("Figure");
    alternatives
        .iter()
        .map(|alternative| {
            let figure = figures.iter().find(|figure| figure.alt.as_deref() == Some(*alternative)).unwrap();
            let numbers = figure.attributes["Layout.BBox"].split_whitespace();
            let numbers: Vec<f64> = numbers.map(|number| number.parse().unwrap()).collect();
            let height = file.pages[0].height;
            (figure.pages()[0], [numbers[0], height - numbers[3], numbers[2], height - numbers[1]])
        })
        .collect()
}

#[test]
fn images_in_a_row_have_the_same_height() {
    let file = File::read(pdf());
    let row = boxes(
        &file,
        &[
            "Šventės dalyviai aukso spalvos lauke.",
            "Aštuoni choristai rūke.",
            "Vakaronės dalyviai saulei leidžiantis.",
        ],
    );
    let (page, first) = row[0];
    for (index, (other_page, picture)) in row.iter().enumerate() {
        assert_eq!(*other_page, page);
        assert!((picture[1] - first[1]).abs() < 0.5 && (picture[3] - first[3]).abs() < 0.5, "{row:?}");
        if let Some((_, next)) = row.get(index + 1) {
            assert!(next[0] > picture[2], "{row:?}");
        }
    }
    let text_width = 123.5 / 25.4 * 72.0;
    assert!((row[2].1[2] - first[0] - text_width).abs() < 1.0, "they fill the width of the text: {row:?}");
}

#[test]
fn cover_and_section_photographs_have_full_bleed() {
    let file = File::read(pdf());
    let page = &file.pages[0];
    for (_, [left, top, right, _]) in
        boxes(&file, &["Būrys kaimo žmonių pievoje leidžiantis saulei.", "Rūkas virš ežero ir kalvų."])
    {
        assert!(left < 0.5 && top < 0.5 && right > page.width - 0.5, "{left} {top} {right}");
    }
}

/// All pages of a section but its last one are full.
#[test]
fn images_do_not_leave_pages_half_empty() {
    let file = File::read(pdf());
    let pages: Vec<(String, usize)> = file
        .structure
        .all("H1")
        .into_iter()
        .map(|heading| (squeeze(&heading.text()), heading.pages()[0]))
        .collect();
    let index = pages.iter().position(|(title, _)| title == "Nuveikti darbai").unwrap();
    for number in pages[index].1..pages[index + 1].1 - 1 {
        let page = &file.pages[number];
        let foot = page.height - 30.0 / 25.4 * 72.0;
        let words = page.glyphs.iter().filter(|glyph| !glyph.artifact).map(|glyph| glyph.ink.y1);
        let last = words.filter(|bottom| *bottom < foot + 20.0).fold(0.0, f64::max);
        assert!(last > 0.75 * page.height, "page {} ends at {last} of {}", number + 1, page.height);
    }
}

/// A disc is as high as the line next to it, and a date is not closer to its text than two lines of the text.
#[test]
fn discs_and_dates_are_aligned_with_their_texts() {
    let file = File::read(pdf());
    let mut checked = 0;
    for page in &file.pages {
        for (date, text, next) in [
            ("2023 m. spalis", "Pasodinome", None),
            ("2023 m. rugsėjo 30 d.", "Ant kranto", Some("liepto lentų")),
            ("2023 m. spalio 28 d.", "Derliaus", Some("kartos.")),
        ] {
            let place = |words: &str| places(page, words).first().copied();
            let (Some(date), Some(text)) = (place(date), place(text)) else { continue };
            let discs = page.glyphs.iter().filter(|glyph| glyph.text == "•" && glyph.ink.x1 < date.x0);
            let disc =
                discs.map(|disc| (disc.ink.center().y - date.center().y).abs()).fold(f64::INFINITY, f64::min);
            assert!(disc < 1.0, "the disc is {disc} pt off its date");
            if let Some(next) = next.and_then(place) {
                let (before, line) = (text.y0 - date.y1, next.y0 - text.y1);
                assert!(
                    before > line - 1.5,
                    "the text is {before} pt below its date, and its lines {line} pt apart"
                );
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 3);
}

#[test]
fn the_labels_of_a_project_are_on_the_baselines_of_its_facts() {
    let file = File::read(pdf());
    let page = file.pages.iter().find(|page| !places(page, "Biudžetas").is_empty()).unwrap();
    let (label, fact) = (places(page, "Biudžetas")[0], places(page, "14 500 Eur")[0]);
    assert!((label.y1 - fact.y1).abs() < 0.3, "{label:?} {fact:?}");
}
