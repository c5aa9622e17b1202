//! Pages end where readers expect it.

use std::fmt::Write;
use std::path::Path;

use crate::full_report::MINIMAL;
use crate::pdf::{File, squeeze};
use crate::press::{ROOT, print_cleanly};
use crate::reports::REPORTS;

/// The text of each page without headers and footers.
fn texts(file: &File) -> Vec<String> {
    let text = |glyphs: &[crate::pdf::Glyph]| {
        squeeze(&glyphs.iter().filter(|glyph| !glyph.artifact).map(|glyph| &*glyph.text).collect::<String>())
    };
    file.pages.iter().map(|page| text(&page.glyphs)).collect()
}

/// The sentence with the result does not open a page.
#[test]
fn the_result_is_below_a_table() {
    for report in &REPORTS {
        let pages = texts(&File::read(report.pdf()));
        let is_result = |text: &str| {
            ["Pajamos viršijo sąnaudas", "Sąnaudos viršijo pajamas", "Pajamos lygios sąnaudoms"]
                .iter()
                .any(|start| text.starts_with(&squeeze(start)))
        };
        let wrong: Vec<_> =
            (1..).zip(&pages).filter(|(_, text)| is_result(text)).map(|(page, _)| page).collect();
        assert!(wrong.is_empty(), "{}: pages {wrong:?} begin with the result", report.name);
    }
}

/// Lists of several pages that would leave the last item alone on a page.
#[test]
fn the_last_item_of_a_list_is_not_alone_on_a_page() {
    const ITEM: &str = "Surengėme dviejų dienų mokymus nariams, kaip tvarkyti dokumentus ir rengti paraiškas; juose \
                        dalyvavo trisdešimt žmonių iš dešimties rajonų";
    let items = |count: usize, text: &str, end: &str| {
        (1..=count).fold(String::new(), |mut items, number| {
            let _ = writeln!(items, "    - {text} ({number}){end}");
            items
        })
    };
    let with = |part: &str, items: &str| {
        let mut report: serde_yaml::Value = serde_yaml::from_str(MINIMAL).unwrap();
        report[part] = serde_yaml::from_str(&format!("items:\n{items}")).unwrap();
        texts(&File::read(&print_cleanly(&serde_yaml::to_string(&report).unwrap(), Path::new(ROOT))))
    };
    for count in [13, 22] {
        let bullets: Vec<usize> = with("activities", &items(count, ITEM, "."))
            .iter()
            .map(|text| text.matches('•').count())
            .collect();
        let last = bullets.iter().rfind(|count| **count > 0).unwrap();
        assert!(bullets.iter().sum::<usize>() >= count && *last > 1, "{count}: {bullets:?}");
    }

    // The numbers of goals continue on the next page.
    let long = format!("{ITEM}; {}", ITEM.to_lowercase());
    let pages = with("goals", &items(8, &long, ";"));
    let goals =
        |text: &str| (1..=8).filter(|number| text.contains(&format!("({number})"))).collect::<Vec<_>>();
    let [first, second] = pages.iter().filter(|text| !goals(text).is_empty()).collect::<Vec<_>>()[..] else {
        panic!("the goals are on two pages: {pages:?}");
    };
    let last = goals(second);
    assert!(last.len() > 1 && last == (goals(first).len() + 1..=8).collect::<Vec<_>>(), "{last:?}");
    assert!(last.iter().all(|number| second.contains(&format!("{number}Surengėme"))), "{second}");
}
