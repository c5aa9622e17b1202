//! No page is wasted: how full the pages of the test reports are, as Typst has laid them out.

use std::fs;
use std::path::{Path, PathBuf};

use ataskaita::document::Document;
use ataskaita::images::Images;
use ataskaita::source::Source;
use ataskaita::typeset::Edition;
use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem, Transform};
use typst_layout::Page;

use crate::press::{ROOT, TYPESETTER, shown};

/// What stands above or below is the head or the foot of a page, in millimetres.
const BODY: (f64, f64) = (24.0, 297.0 - 26.0);
/// The widest white between two things on a page that is not a hole, in millimetres: a little more than the template
/// leaves between two sections.
const WHITE: f64 = 25.0;

/// Every report of the tests that an organisation could have written.
fn reports() -> Vec<PathBuf> {
    let folder = Path::new(ROOT).join("tests/reports");
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let reports = entries.map(|path| if path.is_dir() { path.join("report.yaml") } else { path });
    let mut reports: Vec<PathBuf> = reports
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        // Its texts are made up by the tests that use it.
        .filter(|path| !path.ends_with("every_text.yaml"))
        .chain([Path::new(ROOT).join("data/2023.yaml")])
        .collect();
    reports.sort();
    reports
}

#[test]
fn at_most_one_inner_page_in_ten_is_less_than_half_full() {
    let mut wasteful = Vec::new();
    for path in reports() {
        let shares = fullness(&path);
        let half_empty: Vec<usize> = (2..)
            .zip(&shares)
            .filter(|(_, share)| share.is_some_and(|share| share < 0.5))
            .map(|(page, _)| page)
            .collect();
        let inner = shares.iter().flatten().count();
        assert!(inner > 1, "{} has inner pages", path.display());
        if half_empty.len() * 10 > inner {
            wasteful.push(format!(
                "{}: pages {half_empty:?} of {inner} inner pages; all: {shares:.2?}",
                path.display()
            ));
        }
    }
    assert!(wasteful.is_empty(), "pages are less than half full:\n{}", wasteful.join("\n"));
}

/// A measure that could not tell a full page from an empty one would be none.
#[test]
fn a_hole_in_a_page_is_not_full() {
    let near = |spans: &[(f64, f64)], share: f64| (covered(spans.to_vec()) - share).abs() < 0.001;
    assert!(near(&[], 0.0));
    assert!(near(&[(24.0, 271.0)], 1.0));
    assert!(near(&[(24.0, 147.5)], 0.5));
    // Two sections, and a hole of half of the page.
    assert!(near(&[(24.0, 60.0), (82.0, 85.75), (209.25, 271.0)], 0.5));
    // What stands above the body does not count.
    assert!(near(&[(-3.0, 147.5)], 0.5));
}

/// How full each page is but the first and the last, from 0 to 1; none for a page of a colour, which holds statements.
fn fullness(path: &Path) -> Vec<Option<f64>> {
    let source = Source::read(path).unwrap();
    let report = source.report().unwrap_or_else(|errors| panic!("{}", shown(&errors)));
    let (images, _) = Images::read(&report, source.folder(), TYPESETTER.svg_fonts());
    let document = Document::new(&report, &images, None);
    let layout = TYPESETTER.typeset(&document, &images, Edition::Screen).unwrap();
    assert_eq!(shown(&layout.warnings), "", "{}", path.display());
    let pages = layout.pages().pages();
    pages[1..pages.len() - 1]
        .iter()
        .map(|page| matches!(page.fill, Smart::Auto).then(|| covered(spans(page))))
        .collect()
}

/// The share of the body of a page that spans cover, with the white between them where that is no hole.
fn covered(mut spans: Vec<(f64, f64)>) -> f64 {
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (top, bottom) = BODY;
    let mut reached = top;
    let mut holes = 0.0;
    for (start, end) in spans.into_iter().filter(|(start, end)| *end > top && *start < bottom) {
        if start - reached > WHITE {
            holes += start - reached;
        }
        reached = f64::max(reached, end.min(bottom));
    }
    1.0 - (holes + bottom - reached) / (bottom - top)
}

/// From where to where each thing on a page reaches, in millimetres from its top.
fn spans(page: &Page) -> Vec<(f64, f64)> {
    let mut spans = Vec::new();
    collect(&page.frame, Transform::identity(), &mut spans);
    spans
}

fn collect(frame: &Frame, outer: Transform, spans: &mut Vec<(f64, f64)>) {
    for (position, item) in frame.items() {
        let here = outer.pre_concat(Transform::translate(position.x, position.y));
        let top = here.ty.to_mm();
        match item {
            FrameItem::Group(group) => collect(&group.frame, here.pre_concat(group.transform), spans),
            FrameItem::Text(text) => spans.push((top - text.size.to_mm(), top)),
            FrameItem::Shape(shape, _) => {
                spans.push((top, top + shape.geometry.bbox(shape.stroke.as_ref()).max.y.to_mm()))
            }
            FrameItem::Image(_, size, _) => spans.push((top, top + size.y.to_mm())),
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}
