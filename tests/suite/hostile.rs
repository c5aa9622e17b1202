//! Text that is code in Typst, a browser, a template engine or a shell stays text.

use std::path::Path;

use crate::every_text::report;
use crate::pdf::{File, squeeze};
use crate::press::{ROOT, print_cleanly};
use crate::wording::Wording;

const HOSTILE: [&str; 13] = [
    "#panic()",
    "#read(\"../secret.txt\")",
    "$x$",
    "@b",
    "<c>",
    "= h",
    "\\",
    "//",
    "#{",
    "]",
    "<script>alert(1)</script>",
    "{{x}}",
    "%s",
];

/// The text, or the text twice where it would otherwise be a duplicate item of a list.
fn distinct(place: &str, text: &str) -> String {
    if ["second goal", "long work", "work with pictures"].contains(&place) {
        if place == "long work" { format!("{text} {text}") } else { format!("{text} {text} {text}") }
    } else {
        text.to_owned()
    }
}

#[test]
fn hostile_texts_are_printed_unchanged_everywhere() {
    for hostile in HOSTILE {
        let yaml = report(|place| distinct(place, hostile));
        let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
        Wording::of(&yaml).assert_said_by(&file);
        assert_eq!(squeeze(&file.metadata.title), format!("{hostile}. 2023 m. veiklos ataskaita"));
        assert_eq!(file.metadata.author, hostile);
        assert_eq!(file.metadata.xmp_value("dc:creator"), hostile);
        let sections = file.bookmarks[1..].iter().filter(|bookmark| bookmark.depth == 0);
        assert!(sections.clone().count() == 11 && sections.clone().all(|bookmark| bookmark.title == hostile));
        let foot = file.pages[1].text(|glyph| glyph.artifact);
        assert!(foot.contains(hostile), "the foot of the page is {foot}");
    }
}

/// In the middle of other words, where it may be parsed differently.
#[test]
fn hostile_texts_are_printed_unchanged_between_words() {
    for hostile in HOSTILE {
        let mut count = 0;
        let yaml = report(|_| {
            count += 1;
            format!("pirma{count} {hostile} antra{count} x{hostile}y trečia{count}")
        });
        let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
        Wording::of(&yaml).assert_said_by(&file);
    }
}

#[test]
fn texts_can_only_create_links() {
    let yaml = report(|place| match place {
        "mission text" => {
            "*a* **b** [c](https://c.lt) <https://d.lt> `#e` \\*f\\* ![g](h.png) <b>i</b> https://j.lt"
                .to_owned()
        }
        place => format!("x {place}"),
    });
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    let said = squeeze(&file.text());
    let expected = "a b c https://d.lt `#e` *f* ![g](h.png) <b>i</b> https://j.lt";
    assert!(said.contains(expected), "{said}");
    let addresses = file.addresses();
    assert!(addresses.contains(&"https://c.lt/") && addresses.contains(&"https://d.lt/"), "{addresses:?}");
    assert!(!addresses.iter().any(|address| address.contains("j.lt")), "{addresses:?}");
}
