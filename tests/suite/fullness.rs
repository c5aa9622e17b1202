//! The pages of the test reports are well filled.

use std::path::{Path, PathBuf};

use serde_yaml::Value;
use typst::foundations::Smart;
use typst::layout::{Frame, FrameItem, Transform};
use typst_layout::Page;

use crate::full_report::MINIMAL;
use crate::press::{ROOT, lay_out};
use crate::reports::{REPORTS, named};

/// The body of a page, between header and footer, in millimetres.
const BODY: (f64, f64) = (24.0, 297.0 - 26.0);
/// The largest space between two items on a page that is not a gap, in millimetres: a little more than the space
/// between two sections.
const WHITE: f64 = 25.0;

#[test]
fn at_most_one_inner_page_in_ten_is_less_than_half_full() {
    let reports =
        REPORTS.iter().map(|report| (report.name.to_owned(), report.yaml.to_owned(), report.folder()));
    let minimal = ("minimal".to_owned(), MINIMAL.to_owned(), PathBuf::from(ROOT));
    // Projects with a short paragraph each, which is not broken.
    let projects = (1..=5).fold(format!("{MINIMAL}\nprojects:\n  items:\n"), |report, number| {
        let text = "Surengėme dviejų dienų mokymus nariams, kaip tvarkyti dokumentus ir rengti paraiškas; \
                    juose dalyvavo trisdešimt žmonių iš dešimties rajonų";
        report
            + &format!(
                "    - {{ name: Projektas {number}, funder: Pajūrio programa, from: 2023-04, to: 2025-03, "
            )
            + &format!("budget: {number}000, text: \"{text} ({number}).\" }}\n")
    });
    let projects = ("minimal with projects".to_owned(), projects, PathBuf::from(ROOT));
    assert_well_filled(reports.chain([minimal, projects]));
}

type Change<'a> = &'a dyn Fn(&mut Value);

/// Reports that differ from the test reports in what a year brings: without a part, with half of the items, with
/// photographs that open sections.
#[test]
fn pages_are_as_full_when_a_report_changes() {
    let without =
        |part: &'static str| move |report: &mut Value| assert!(take(report, part), "there is {part}");
    let variants: [(&str, &str, Change<'_>); 11] = [
        ("association", "without supporters", &without("supporters")),
        ("association", "without plans", &without("plans")),
        ("association", "without photographs", &|report| drop_keys(report, &["image", "images"])),
        ("association", "with sections of a sentence and a photograph", &photographed_sections),
        ("full", "without goals", &without("goals")),
        ("full", "without members", &without("members")),
        ("full", "with half of the items", &halve_items),
        ("full", "with five opening photographs", &open_with_photographs),
        ("fund", "with half of the items", &halve_items),
        ("society", "with five opening photographs", &open_with_photographs),
        ("real", "with a single paragraph about the organisation", &|report| {
            let about = report["about"].as_str().unwrap().split("\n\n").next().unwrap().to_owned();
            report["about"] = about.into();
        }),
    ];
    assert_well_filled(variants.into_iter().map(|(name, what, change)| {
        let report = named(name);
        let mut value: Value = serde_yaml::from_str(report.yaml).unwrap();
        change(&mut value);
        (format!("{name} {what}"), serde_yaml::to_string(&value).unwrap(), report.folder())
    }));
}

#[track_caller]
fn assert_well_filled(reports: impl Iterator<Item = (String, String, PathBuf)>) {
    let mut wasteful = Vec::new();
    for (name, yaml, folder) in reports {
        let pages = fullness(&yaml, &folder);
        assert!(pages.len() > 1, "{name} has inner pages");
        let half_empty = pages.iter().filter(|(_, share)| *share < 0.5).count();
        if half_empty * 10 > pages.len() {
            wasteful.push(format!("{name}: {half_empty} of {} inner pages: {pages:.2?}", pages.len()));
        }
    }
    assert!(wasteful.is_empty(), "pages are less than half full:\n{}", wasteful.join("\n"));
}

fn take(report: &mut Value, part: &str) -> bool {
    report.as_mapping_mut().unwrap().remove(part).is_some()
}

fn drop_keys(value: &mut Value, keys: &[&str]) {
    match value {
        Value::Mapping(mapping) => {
            mapping.retain(|key, _| !key.as_str().is_some_and(|key| keys.contains(&key)));
            mapping.values_mut().for_each(|value| drop_keys(value, keys));
        }
        Value::Sequence(sequence) => sequence.iter_mut().for_each(|value| drop_keys(value, keys)),
        _ => {}
    }
}

fn halve_items(report: &mut Value) {
    for part in ["goals", "numbers", "activities", "projects"] {
        let Some(part) = report.get_mut(part) else { continue };
        let groups = part.get_mut("groups").and_then(Value::as_sequence_mut).map(std::mem::take);
        let halve = |of: &mut Value| {
            if let Some(items) = of.get_mut("items").and_then(Value::as_sequence_mut) {
                items.truncate(items.len().div_ceil(2));
            }
        };
        halve(part);
        if let Some(mut groups) = groups {
            groups.iter_mut().for_each(halve);
            part["groups"] = groups.into();
        }
    }
}

/// Four sections in place of the others, with the first image of the activities.
fn photographed_sections(report: &mut Value) {
    let image = first_image(&report["activities"]).expect("there is a photograph").clone();
    let sections = (1..=4).map(|number| {
        let mut section: Value = serde_yaml::from_str("{ after: activities, body: Dalyvavo visi. }").unwrap();
        section["title"] = format!("Renginys {number}").into();
        section["image"] = image.clone();
        section
    });
    report["sections"] = sections.collect();
}

/// Opens sections with the first image of the activities.
fn open_with_photographs(report: &mut Value) {
    let image = first_image(&report["activities"]).expect("there is a photograph").clone();
    for part in ["people", "members", "numbers", "activities", "plans"] {
        if let Some(part) = report.get_mut(part) {
            part["image"] = image.clone();
        }
    }
}

fn first_image(value: &Value) -> Option<&Value> {
    match value {
        Value::Mapping(mapping) => {
            let first = value.get("image").or_else(|| value.get("images")?.get(0));
            first.or_else(|| mapping.values().find_map(first_image))
        }
        Value::Sequence(sequence) => sequence.iter().find_map(first_image),
        _ => None,
    }
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
