//! The pages of the test reports are well filled.

use std::path::{Path, PathBuf};

use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem, Transform};
use typst_layout::Page;

use crate::full_report::MINIMAL;
use crate::press::{ROOT, lay_out};
use crate::reports::REPORTS;

/// The body of a page, between header and footer, in millimetres.
const BODY: (f64, f64) = (24.0, 297.0 - 26.0);
/// The largest space between two items on a page that is not a gap, in millimetres: a little more than the space
/// between two sections.
const WHITE: f64 = 25.0;

#[test]
fn at_most_one_inner_page_in_ten_is_less_than_half_full() {
    let reports = REPORTS.iter().map(|report| (report.name, report.yaml, report.folder()));
    let mut wasteful = Vec::new();
    for (name, yaml, folder) in reports.chain([("minimal", MINIMAL, PathBuf::from(ROOT))]) {
        let pages = fullness(yaml, &folder);
        assert!(pages.len() > 1, "{name} has inner pages");
        let half_empty = pages.iter().filter(|(_, share)| *share < 0.5).count();
        if half_empty * 10 > pages.len() {
            wasteful.push(format!("{name}: {half_empty} of {} inner pages: {pages:.2?}", pages.len()));
        }
    }
    assert!(wasteful.is_empty(), "pages are less than half full:\n{}", wasteful.join("\n"));
}

/// Checks the measurement itself.
#[test]
fn a_page_with_a_gap_is_not_full() {
    let near = |spans: &[(f64, f64)], share: f64| (covered(spans.to_vec()) - share).abs() < 0.001;
    assert!(near(&[], 0.0));
    assert!(near(&[(24.0, 271.0)], 1.0));
    assert!(near(&[(24.0, 147.5)], 0.5));
    // Two sections, and a gap of half a page.
    assert!(near(&[(24.0, 60.0), (82.0, 85.75), (209.25, 271.0)], 0.5));
    // The header does not count.
    assert!(near(&[(-3.0, 147.5)], 0.5));
}

/// The number of each inner page, and how full it is, from 0 to 1. Pages with a coloured background, such as the cover,
/// are not inner pages.
fn fullness(yaml: &str, folder: &Path) -> Vec<(usize, f64)> {
    let layout = lay_out(yaml, folder);
    let pages = (1..).zip(layout.pages().pages());
    pages
        .filter(|(_, page)| matches!(page.fill, Smart::Auto))
        .map(|(number, page)| (number, covered(spans(page))))
        .collect()
}

/// The share of the body of a page that the spans cover, including the spaces between them unless they are gaps.
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

/// The vertical extent of each item on a page, in millimetres from its top.
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
                let bottom = top + shape.geometry.bbox(shape.stroke.as_ref()).max.y.to_mm();
                spans.push((top, bottom));
            }
            FrameItem::Image(_, size, _) => spans.push((top, top + size.y.to_mm())),
            FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}
