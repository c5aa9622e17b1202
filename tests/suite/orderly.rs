//! Invariants of the PDFs of all reports: a valid structure, and no overlapping text.

use crate::pdf::{Child, Element, File, squeeze};

/// Asserts that headings do not skip levels, that lists, tables and figures are complete, and that the language is set.
pub(crate) fn assert_well_structured(file: &File) {
    let mut level = 0;
    for element in file.structure.descendants() {
        if let Some(next) = element.role.strip_prefix('H').and_then(|level| level.parse::<usize>().ok()) {
            assert!(next <= level + 1, "“{}” leaves out a level", squeeze(&element.text()));
            assert!(!squeeze(&element.text()).is_empty(), "a heading says something");
            level = next;
        }
    }
    assert!(level > 0, "there are headings");
    for list in file.structure.all("L") {
        assert!(has_only(list, &["LI", "Caption", "L"]), "a list holds items: {}", squeeze(&list.text()));
        for item in list.all("LI") {
            assert!(has_only(item, &["Lbl", "LBody"]), "an item holds its label and its body");
            assert!(!squeeze(&item.text()).is_empty(), "an item says something");
        }
    }
    for table in file.structure.all("Table") {
        let widths: Vec<usize> = table.all("TR").into_iter().map(|row| row.children.len()).collect();
        assert!(!widths.is_empty(), "a table has rows");
        let head = table.all("TR")[0];
        assert!(has_only(head, &["TD", "TH"]), "the first row heads the columns");
        assert!(head.all("TD").len() <= 1, "a column has a heading, but for that of the rows' headings");
        assert!(widths.iter().all(|width| *width == widths[0] || *width == 1), "rows are full: {widths:?}");
        for row in table.all("TR").into_iter().skip(1).filter(|row| !has_only(row, &["TH"])) {
            let headers = row.all("TH");
            assert_eq!(headers.len(), 1, "a row begins with what it is about");
            assert_eq!(headers[0].attributes["Table.Scope"], "Row");
        }
        for header in table.all("TH") {
            assert!(header.attributes.contains_key("Table.Scope"), "a header says what it heads");
        }
    }
    for figure in file.structure.all("Figure") {
        assert!(figure.alt.as_deref().is_some_and(|alt| !alt.trim().is_empty()), "a figure has a text");
    }
    assert_eq!(file.metadata.lang, "lt");
}

fn has_only(element: &Element, roles: &[&str]) -> bool {
    element.children.iter().all(|child| match child {
        Child::Element(element) => roles.contains(&element.role.as_str()),
        _ => false,
    })
}

/// Asserts that every page has text, that all text is well inside its page, and that no text overlaps other text or the
/// footer.
pub(crate) fn assert_orderly(file: &File) {
    // The unprintable margin of desktop printers.
    const MARGIN: f64 = 10.0 / 25.4 * 72.0;
    let read = file.structure.pages();
    for (number, page) in file.pages.iter().enumerate().map(|(index, page)| (index + 1, page)) {
        assert_eq!((page.width.round(), page.height.round()), (595.0, 842.0), "page {number} is A4");
        assert!(read.contains(&(number - 1)), "page {number} has something to read");
        for glyph in page.glyphs.iter().filter(|glyph| glyph.ink.area() > 0.0) {
            let ink = glyph.ink;
            let inside = ink.x0 >= MARGIN
                && ink.y0 >= MARGIN
                && ink.x1 <= page.width - MARGIN
                && ink.y1 <= page.height - MARGIN;
            assert!(inside, "“{}” on page {number} leaves the page: {ink:?}", glyph.text);
            assert!(!glyph.text.contains('\u{fffd}'), "a glyph on page {number} says nothing");
        }
        assert_eq!(page.collisions(), Vec::<String>::new(), "page {number}");
    }
}
