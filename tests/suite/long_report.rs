//! A report whose sections span many pages.

use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

use crate::full_report::MINIMAL;
use crate::orderly::{assert_orderly, assert_well_structured};
use crate::pdf::{File, squeeze};
use crate::press::{ROOT, print_cleanly};
use crate::wording::{Wording, count_words};

const WORKS: usize = 200;
const MEMBERS: usize = 150;

/// 200 activities and 150 listed members, under mottos.
static YAML: LazyLock<String> = LazyLock::new(|| {
    let mut works = String::from("  motto: Vertę kuriame kartu\n  items:\n");
    for number in 1..=WORKS {
        let more = "Dalyvauta renginyje, kuriame kalbėta apie bendradarbiavimą. ".repeat(number % 5);
        writeln!(works, "    - Atliktas darbas numeris {number}. {more}").unwrap();
    }
    let mut members = String::from("  motto: Vienijame narius iš skirtingų regionų\n  list:\n");
    for number in 1..=MEMBERS {
        let code = 300_000_000 + number;
        writeln!(
            members,
            "    - {{ name: Įmonė Nr. {number}, legal_form: mažoji bendrija, code: \"{code}\" }}"
        )
        .unwrap();
    }
    MINIMAL
        .replace("  items:\n    - Susitikome.\n", &works)
        .replace("members:\n", &format!("members:\n{members}"))
        .replace("total: 1", &format!("total: {MEMBERS}"))
        .replace("count: 1", &format!("count: {MEMBERS}"))
});

pub(crate) fn pdf() -> &'static [u8] {
    static PDF: LazyLock<Vec<u8>> = LazyLock::new(|| print_cleanly(&YAML, Path::new(ROOT)));
    &PDF
}

/// Parsed once, because it has many pages.
fn with_file<T>(test: impl FnOnce(&File) -> T) -> T {
    test(&File::read(pdf()))
}

#[test]
fn all_works_and_members_are_printed_in_order() {
    with_file(|file| {
        Wording::of(&YAML).assert_said_by(file);
        let bodies = file.structure.all("LBody");
        let works = bodies.iter().filter(|body| squeeze(&body.text()).starts_with("Atliktas darbas numeris"));
        assert_eq!(works.count(), WORKS);
        let rows = file.structure.all("TR");
        let members = rows.iter().filter(|row| squeeze(&row.text()).contains("mažoji bendrija"));
        assert_eq!(members.count(), MEMBERS);
    });
}

#[test]
fn a_long_report_is_orderly() {
    with_file(|file| {
        assert_orderly(file);
        assert_well_structured(file);
    });
}

#[test]
fn heading_and_motto_are_repeated_on_each_page_of_a_section() {
    with_file(|file| {
        let starts: Vec<(String, usize)> = file
            .structure
            .all("H1")
            .into_iter()
            .map(|heading| (squeeze(&heading.text()), heading.pages()[0]))
            .collect();
        for (title, motto, least) in [
            ("Nuveikti darbai", "Vertę kuriame kartu", 10),
            ("Nariai", "Vienijame narius iš skirtingų regionų", 3),
        ] {
            let index = starts.iter().position(|(other, _)| other == title).unwrap();
            let (first, next) = (starts[index].1, starts[index + 1].1);
            assert!(next - first > least, "{title} has {} pages", next - first);
            for number in first + 1..next {
                let page = &file.pages[number];
                let body = page.glyphs.iter().filter(|glyph| !glyph.artifact && glyph.ink.area() > 0.0);
                let top = body.map(|glyph| glyph.ink.y0).fold(f64::INFINITY, f64::min);
                let above = page.text(|glyph| glyph.artifact && glyph.origin.y < top).replace(' ', "");
                let again = format!("{title}{motto}").replace(' ', "");
                // The column headings of a table may be between them and the text.
                let rest =
                    above.strip_prefix(&again).map(|rest| rest.replace("PavadinimasTeisinėformaKodas", ""));
                assert_eq!(
                    rest.as_deref(),
                    Some(""),
                    "“{above}” stands above the text of page {}",
                    number + 1
                );
            }
            let first_page = file.pages[first].text(|glyph| glyph.artifact);
            assert!(
                !first_page.contains(title),
                "the first page of {title} has its heading once: {first_page}"
            );
            let text = squeeze(&file.text());
            assert_eq!(count_words(&text, motto), 1, "the motto is read aloud once");
            // In the table of contents and above its section.
            assert_eq!(count_words(&text, title), 2, "the heading is read aloud once");
        }
    });
}

/// Column headings are repeated on every page of a table.
#[test]
fn table_headers_are_repeated_on_each_page() {
    with_file(|file| {
        let tables = file.structure.all("Table");
        let list = tables.iter().find(|table| squeeze(&table.text()).contains("Įmonė Nr. 1")).unwrap();
        let pages = list.pages();
        assert!(pages.len() > 2, "the list has {} pages", pages.len());
        for number in pages {
            let text = file.pages[number].text(|_| true);
            for head in ["Pavadinimas", "Teisinė forma", "Kodas"] {
                assert!(text.contains(head), "“{head}” is not on page {}: {text}", number + 1);
            }
        }
    });
}
