//! Text that would be code to Typst, a browser, a template engine or a shell is text.

use std::path::Path;

use serde_yaml::{Mapping, Value};

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

/// A report whose every text is what `text` makes of the name of its place.
fn report(mut text: impl FnMut(&str) -> String) -> String {
    let mut text = |place: &str| Value::String(text(place));
    let section = |entries: &[(&str, Value)]| {
        Value::Mapping(entries.iter().map(|(key, value)| ((*key).into(), value.clone())).collect::<Mapping>())
    };
    let image = |text: &mut dyn FnMut(&str) -> Value, place: &str| {
        section(&[
            ("file", "tests/cases/full/images/dirbtuves.png".into()),
            ("alt", text(&format!("{place} alt"))),
            ("caption", text(&format!("{place} caption"))),
        ])
    };
    let passage = |text: &mut dyn FnMut(&str) -> Value, place: &str| {
        section(&[("title", text(&format!("{place} title"))), ("text", text(&format!("{place} text")))])
    };
    let row = |text: &mut dyn FnMut(&str) -> Value, place: &str| {
        Value::Sequence(vec![section(&[
            ("label", text(place)),
            ("amount", 1.into()),
            ("previous", 2.into()),
        ])])
    };
    let forms = [("one", text("one")), ("few", text("few")), ("other", text("other"))];
    let report = section(&[
        ("organization", section(&[("name", text("name")), ("legal_form", text("form"))])),
        ("year", 2023.into()),
        ("about", passage(&mut text, "about")),
        ("mission", passage(&mut text, "mission")),
        ("vision", passage(&mut text, "vision")),
        (
            "goals",
            section(&[
                ("title", text("goals title")),
                ("motto", text("goals motto")),
                ("items", Value::Sequence(vec![text("first goal"), text("second goal")])),
            ]),
        ),
        (
            "members",
            section(&[
                ("title", text("members title")),
                ("motto", text("members motto")),
                ("total", 3.into()),
                (
                    "groups",
                    Value::Sequence(vec![
                        section(&[("count", 1.into()), ("label", section(&forms))]),
                        section(&[("count", 2.into()), ("label", text("fixed label"))]),
                    ]),
                ),
                (
                    "list",
                    Value::Sequence(vec![section(&[
                        ("name", text("member")),
                        ("legal_form", text("member form")),
                    ])]),
                ),
            ]),
        ),
        (
            "activities",
            section(&[
                ("title", text("works title")),
                ("motto", text("works motto")),
                (
                    "items",
                    Value::Sequence(vec![
                        text("short work"),
                        section(&[("text", text("long work")), ("image", image(&mut text, "work"))]),
                    ]),
                ),
            ]),
        ),
        (
            "finance",
            section(&[
                ("title", text("finance title")),
                ("motto", text("finance motto")),
                ("currency", "EUR".into()),
                ("income", row(&mut text, "income")),
                ("expenses", row(&mut text, "expenses")),
                ("other", row(&mut text, "other money")),
            ]),
        ),
        (
            "plans",
            section(&[
                ("title", text("plans title")),
                ("motto", text("plans motto")),
                ("goals", Value::Sequence(vec![text("planned goal")])),
                ("works", Value::Sequence(vec![text("planned work")])),
            ]),
        ),
        (
            "sections",
            Value::Sequence(vec![section(&[
                ("title", text("free title")),
                ("after", "plans".into()),
                ("motto", text("free motto")),
                ("body", text("free body")),
                ("image", image(&mut text, "free")),
            ])]),
        ),
        (
            "contact",
            section(&[
                ("title", text("contact title")),
                ("motto", text("contact motto")),
                ("email", "a@b.lt".into()),
                ("website", "www.b.lt".into()),
                ("phone", "112".into()),
                ("address", text("address")),
            ]),
        ),
        ("spelling", Value::Sequence(vec![text("spelling")])),
    ]);
    serde_yaml::to_string(&report).unwrap()
}

#[test]
fn hostile_texts_stand_as_they_are_in_every_place() {
    for hostile in HOSTILE {
        let yaml = report(|_| hostile.to_owned());
        let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
        Wording::of(&yaml).assert_said_by(&file);
        assert_eq!(squeeze(&file.metadata.title), format!("{hostile}. 2023 m. veiklos ataskaita"));
        assert_eq!(file.metadata.author, hostile);
        assert_eq!(file.metadata.xmp_value("dc:creator"), hostile);
        let sections = file.bookmarks[1..].iter().filter(|bookmark| bookmark.depth == 0);
        assert!(sections.clone().count() == 10 && sections.clone().all(|bookmark| bookmark.title == hostile));
        let foot = file.pages[1].text(|glyph| glyph.artifact);
        assert!(foot.contains(hostile), "the foot of the page is {foot}");
    }
}

/// In the middle of other words, where another reading may begin.
#[test]
fn hostile_texts_stand_as_they_are_between_words() {
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
fn a_link_is_all_that_a_text_can_do() {
    let yaml = report(|place| match place {
        "about text" => {
            "*a* **b** [c](https://c.lt) <https://d.lt> `#e` \\*f\\* ![g](h.png) <b>i</b> https://j.lt"
                .to_owned()
        }
        _ => "x".to_owned(),
    });
    let file = File::read(&print_cleanly(&yaml, Path::new(ROOT)));
    let about = &file.sections()[1].text;
    assert_eq!(about, "a b c https://d.lt `#e` *f* ![g](h.png) <b>i</b> https://j.lt");
    let addresses = file.addresses();
    assert!(addresses.contains(&"https://c.lt/") && addresses.contains(&"https://d.lt/"), "{addresses:?}");
    assert!(!addresses.iter().any(|address| address.contains("j.lt")), "{addresses:?}");
}
