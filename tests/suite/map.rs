//! The positions of a report's values on the pages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ataskaita::document::{Document, printed};
use ataskaita::images::Images;
use ataskaita::report::{Amount, FinanceRow, KeyPath, Origin, Report, Step, TextRef};
use ataskaita::source::Source;
use ataskaita::typeset::{Edition, Layout, Map, Placed};
use rust_decimal::Decimal;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};

use crate::every_text;
use crate::full_report::MINIMAL;
use crate::press::{ROOT, TYPESETTER};
use crate::reports::{REPORTS, TestReport, named};

/// A visible glyph: its page, its horizontal centre on the line, and its text.
#[derive(Debug, Clone, PartialEq)]
struct Printed {
    page: usize,
    x: f64,
    y: f64,
    glyph: u16,
    text: String,
}

fn glyphs(layout: &Layout<'_>) -> Vec<Printed> {
    fn walk(frame: &Frame, transform: Transform, page: usize, found: &mut Vec<Printed>) {
        for (position, item) in frame.items() {
            let here = transform.pre_concat(Transform::translate(position.x, position.y));
            match item {
                FrameItem::Group(group) => {
                    walk(&group.frame, here.pre_concat(group.transform), page, found);
                }
                FrameItem::Text(text) => {
                    let mut cursor = Abs::zero();
                    for glyph in &text.glyphs {
                        let advance = glyph.x_advance.at(text.size);
                        // Just above the baseline, within the box of every glyph.
                        let middle = Point::new(cursor + advance / 2.0, text.size * -0.1).transform(here);
                        cursor += advance;
                        let printed = &text.text[glyph.range()];
                        if !printed.chars().all(char::is_whitespace) {
                            let (x, y) = (middle.x.to_pt(), middle.y.to_pt());
                            found.push(Printed { page, x, y, glyph: glyph.id, text: printed.to_owned() });
                        }
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    for (index, page) in layout.pages().pages().iter().enumerate() {
        walk(&page.frame, Transform::identity(), index, &mut found);
    }
    found
}

/// A report, its map, and the glyphs of the pages laid out with and without a map.
struct Mapped {
    report: Report,
    map: Map,
    glyphs: Vec<Printed>,
    without: Vec<Printed>,
}

fn mapped(source: &Source) -> Mapped {
    let typesetter = &*TYPESETTER;
    let report = source.report().unwrap();
    let (images, _) = Images::read(&report, source.folder(), typesetter.svg_fonts());
    let document = Document::new(&report, &images, None);
    let (layout, map) =
        typesetter.compose(document.clone(), &images).lay_out_with_map(Edition::Screen).unwrap();
    let without = glyphs(&typesetter.compose(document, &images).lay_out(Edition::Screen).unwrap());
    Mapped { map, glyphs: glyphs(&layout), without, report }
}

static MAPPED: LazyLock<Vec<(&str, Mapped)>> =
    LazyLock::new(|| REPORTS.iter().map(|report| (report.name, mapped(&source(report)))).collect());

/// A text without white space and line-end hyphens.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}' | '\u{ad}')).collect()
}

/// The printed text of each origin. Forms of a label that do not agree with the number are not printed.
fn texts(report: &Report) -> Vec<(Origin, String)> {
    let unprinted = |path: &KeyPath| {
        let last = path.parent().map(|(_, step)| step.clone());
        matches!(last, Some(Step::Key(key)) if ["alt", "one", "few", "many", "other"].contains(&&*key))
    };
    let texts = report.texts().into_iter().filter(|(path, _)| !unprinted(path));
    texts
        .flat_map(|(path, text)| {
            let paragraphs = printed(text).into_iter().map(|(_, printed)| printed).enumerate();
            paragraphs
                .map(|(index, words)| match text {
                    TextRef::Line(_) => (Origin::from(&path), words),
                    TextRef::Prose(_) | TextRef::Blocks(_) => (Origin::part(&path, index), words),
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn assert_whole(mapped: &Mapped) {
    let items: BTreeMap<&Origin, &Placed> =
        mapped.map.items.iter().map(|item| (&item.origin, item)).collect();
    for (origin, words) in texts(&mapped.report) {
        // An empty cell of a table.
        if bare(&words).is_empty() {
            continue;
        }
        let item = items.get(&origin).unwrap_or_else(|| panic!("{origin:?} is nowhere: {words}"));
        let found = bare(&item.words.iter().map(|word| &*word.text).collect::<String>());
        // A section title may also be in the header of its pages.
        let expected = bare(&words);
        assert_eq!(found, expected.repeat(found.len().div_ceil(expected.len())), "{origin:?}");
    }
}

/// The rectangles of an item contain its glyphs and no others.
fn assert_exact(mapped: &Mapped) {
    for item in &mapped.map.items {
        let inside = mapped.glyphs.iter().filter(|glyph| {
            item.words.iter().any(|word| word.page == glyph.page && word.rect.contains(glyph.x, glyph.y))
        });
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        let inside = inside.map(|glyph| &*glyph.text).collect::<String>();
        let words = item.words.iter().map(|word| &*word.text).collect::<String>();
        assert_eq!(sorted(&inside), sorted(&words), "{:?}: {inside} is not {words}", item.origin);
    }
}

fn assert_mapped(mapped: &Mapped) {
    assert_eq!(mapped.glyphs, mapped.without);
    assert_whole(mapped);
    assert_exact(mapped);
}

fn source(report: &TestReport) -> Source {
    Source::new("report.yaml", report.folder(), report.yaml)
}

#[test]
fn every_text_of_every_report_is_mapped() {
    for (name, mapped) in &*MAPPED {
        eprintln!("{name}");
        assert_mapped(mapped);
        let pictures =
            mapped.map.items.iter().filter(|item| item.words.iter().any(|word| word.text.is_empty()));
        let found: Vec<String> = pictures.map(|item| item.origin.path.pointer()).collect();
        for (path, _) in mapped.report.image_paths() {
            let pointer = path.pointer();
            let picture = pointer.strip_suffix("/file").unwrap_or(&pointer);
            assert!(found.iter().any(|found| found == picture), "{picture} is not in {found:?}");
        }
    }
}

#[test]
fn every_text_of_the_shortest_report_is_mapped() {
    assert_mapped(&mapped(&Source::new("report.yaml", ROOT, MINIMAL)));
}

/// Texts of the same words are distinguished.
#[test]
fn equal_texts_are_mapped_separately() {
    let yaml = every_text::report(|_| "Susitikimas su bendruomene".to_owned());
    assert_mapped(&mapped(&Source::new("report.yaml", ROOT, yaml)));
}

#[test]
fn figures_are_mapped_to_their_values() {
    let mapped = mapped(&source(named("full")));
    let said = |pointer: &str| {
        let item = mapped.map.items.iter().find(|item| item.origin.path.pointer() == pointer);
        item.unwrap_or_else(|| panic!("{pointer} is nowhere"))
            .words
            .iter()
            .map(|word| &*word.text)
            .collect::<String>()
    };
    assert_eq!(said("/finance/income/0/amount"), "3400,00");
    assert_eq!(said("/finance/income/1/previous"), "15999,99");
    assert_eq!(said("/finance/other/3/amount"), "−150,00");
}

/// Whatever the pages say comes from the report, except page numbers, bullets, the years above columns and the words of
/// the template.
#[test]
fn every_printed_glyph_has_an_origin() {
    let words = [
        "VEIKLOS",
        "ATASKAITA",
        "Turinys",
        "Teisinė",
        "forma",
        "Kodas",
        "Pavadinimas",
        "Paskelbta",
        "Viršelio",
        "nuotrauka",
        "Finansuotojas",
        "Laikotarpis",
        "Biudžetas",
        "planas",
        "m",
        ".",
        ",",
        "•",
    ];
    for (name, mapped) in &*MAPPED {
        let covered = |glyph: &Printed| {
            let mut words = mapped.map.items.iter().flat_map(|item| &item.words);
            words.any(|word| word.page == glyph.page && word.rect.contains(glyph.x, glyph.y))
        };
        let mut rest = String::new();
        let mut line = (0, 0.0);
        for glyph in mapped.glyphs.iter().filter(|glyph| !covered(glyph)) {
            if std::mem::replace(&mut line, (glyph.page, glyph.y)) != (glyph.page, glyph.y) {
                rest.push(' ');
            }
            rest.push_str(&glyph.text);
        }
        assert!(rest.contains("VEIKLOSATASKAITA"), "{name}");
        for word in words {
            rest = rest.replace(word, " ");
        }
        let year = usize::from(mapped.report.year.get());
        for number in rest.split_whitespace() {
            let number: usize = number.parse().unwrap_or_else(|_| panic!("{name}: {number}"));
            assert!(
                (1..=mapped.map.pages.len()).contains(&number) || (year - 9..=year).contains(&number),
                "{name}: {number}"
            );
        }
    }
}

/// The amount of a row in one of the columns of its table.
type Column = fn(&FinanceRow) -> Option<Amount>;

/// A total has the origin of the rows that are added up, and the result that of the section.
#[test]
fn computed_figures_are_mapped_to_their_sources() {
    let printed = |amount: Decimal| amount.abs().to_string().replace('.', ",");
    let mut compared = 0;
    for (name, mapped) in &*MAPPED {
        let said = |pointer: &str| {
            let items = mapped.map.items.iter().filter(|item| item.origin.path.pointer() == pointer);
            bare(&items.flat_map(|item| &item.words).map(|word| &*word.text).collect::<String>())
        };
        let finance = &mapped.report.finance;
        let columns: [Column; 3] = [|row| row.amount, |row| row.previous, |row| row.plan];
        let total = |rows: &[FinanceRow], column: Column| {
            rows.iter().map(|row| column(row).map(Amount::decimal)).sum::<Option<Decimal>>()
        };
        for (pointer, rows) in
            [("/finance/income", &finance.income), ("/finance/expenses", &finance.expenses)]
        {
            for column in columns {
                let Some(total) = total(rows, column).filter(|_| rows.len() > 1) else { continue };
                let said = said(pointer);
                assert!(said.contains(&printed(total)), "{name} {pointer}: {total} is not in {said}");
                compared += 1;
            }
        }
        if let (Some(income), Some(expenses)) =
            (total(&finance.income, columns[0]), total(&finance.expenses, columns[0]))
        {
            let (result, said) = (income - expenses, said("/finance"));
            assert!(said.contains(&printed(result)), "{name}: {result} is not in {said}");
            compared += 1;
        }
    }
    // Four or more figures of each report.
    assert!(compared >= 4 * REPORTS.len(), "{compared}");
}
