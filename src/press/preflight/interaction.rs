//! Interactive features, which have no meaning in print: actions, scripts, forms, annotations.

use std::collections::BTreeSet;
use std::ptr;

use kurbo::Rect;

use super::{Fault, FileProperties, Findings};
use crate::press::pdf::{Dictionary, Object, Page, Pdf};

/// Kinds of annotations that play something.
const MEDIA: [&[u8]; 5] = [b"3D", b"Movie", b"RichMedia", b"Screen", b"Sound"];
/// Those that are made for print.
const OF_PRINT: [&[u8]; 2] = [b"PrinterMark", b"TrapNet"];
/// What an annotation costs, as work.
const ANNOTATION_WORK: usize = 200;
/// What a bookmark costs, as work.
const ITEM_WORK: usize = 100;

pub(super) fn check(
    pdf: &Pdf<'_>,
    pages: &[Page<'_>],
    properties: &mut FileProperties,
    findings: &mut Findings,
) {
    let Some(catalog) = pdf.catalog() else { return };
    let names = pdf.dict(catalog, "Names");
    if names.is_some_and(|names| names.has(b"JavaScript")) || pdf.any_object(is_script) {
        findings.add(Fault::Script);
    }
    // An action that only opens a page is harmless.
    let opens = pdf.dict(catalog, "OpenAction").is_some_and(|action| any_bookmark_acts(pdf, action));
    if opens || catalog.has(b"AA") {
        findings.add(Fault::Action);
    }
    if let Some(form) = pdf.dict(catalog, "AcroForm")
        && (form.has(b"XFA") || pdf.array(form, "Fields").is_some_and(|fields| !fields.is_empty()))
    {
        findings.add(Fault::Form);
    }
    for page in pages {
        if page.dict.has(b"AA") {
            findings.on(page.number, Fault::Action);
        }
        for annotation in pdf.array(page.dict, "Annots").unwrap_or_default() {
            if let Some(annotation) = pdf.resolve(annotation).as_dict() {
                check_annotation(pdf, page, annotation, findings);
            }
            if !pdf.spend(ANNOTATION_WORK) {
                return;
            }
        }
    }
    if pdf.dict(catalog, "Outlines").is_some_and(|outline| any_bookmark_acts(pdf, outline)) {
        findings.add(Fault::BookmarkAction);
    }
    layers(pdf, catalog, properties);
    let files = names.and_then(|names| pdf.dict(names, "EmbeddedFiles"));
    properties.attachments = files.map_or(0, |files| names_in(pdf, files));
}

/// Whether an object is a JavaScript action, or has one in it.
fn is_script(object: &Object) -> bool {
    match object {
        Object::Array(items) => items.iter().any(is_script),
        Object::Dictionary(dict) => is_script_dict(dict),
        Object::Stream(stream) => is_script_dict(&stream.dict),
        _ => false,
    }
}

fn is_script_dict(dict: &Dictionary) -> bool {
    dict.get(b"S").and_then(Object::as_name) == Some(b"JavaScript")
        || dict.has(b"JS")
        || dict.iter().any(|(_, value)| is_script(value))
}

fn check_annotation(pdf: &Pdf<'_>, page: &Page<'_>, annotation: &Dictionary, findings: &mut Findings) {
    let kind = pdf.name(annotation, "Subtype").unwrap_or_default();
    if OF_PRINT.contains(&kind) {
        return;
    }
    if MEDIA.contains(&kind) {
        findings.on(page.number, Fault::Media);
    }
    let rect = pdf.annotation_rect(page, annotation);
    let is_inside = |rect: Rect| {
        let bleed = page.bleed_box.or(page.finished()).or(page.media_box);
        bleed.is_none_or(|bleed| {
            rect.x0 < bleed.x1 && rect.x1 > bleed.x0 && rect.y0 < bleed.y1 && rect.y1 > bleed.y0
        })
    };
    if rect.is_none_or(is_inside) {
        findings.on(page.number, Fault::Annotation { kind: String::from_utf8_lossy(kind).into_owned() });
    }
}

/// Whether any bookmark does something other than go to a page of the file (ISO 32000-1, 12.3.3). Each item is visited
/// once, since links may form cycles.
fn any_bookmark_acts(pdf: &Pdf<'_>, outline: &Dictionary) -> bool {
    let mut visited = BTreeSet::new();
    let mut ahead = vec![outline];
    while let Some(item) = ahead.pop() {
        if !visited.insert(ptr::from_ref(item)) || !pdf.spend(ITEM_WORK) {
            continue;
        }
        // Actions are followed by others as bookmarks are, under the same key (12.6.2).
        if item.has(b"S") && pdf.name(item, "S") != Some(b"GoTo") {
            return true;
        }
        ahead.extend(pdf.dict(item, "A"));
        let others = pdf.array(item, "Next").unwrap_or_default();
        if pdf.spend(others.len()) {
            ahead.extend(others.iter().filter_map(|action| pdf.resolve(action).as_dict()));
        }
        ahead.extend(["First", "Next"].into_iter().filter_map(|key| pdf.dict(item, key)));
    }
    false
}

/// Optional content, and how much of it is off to begin with (ISO 32000-1, 8.11.4).
fn layers(pdf: &Pdf<'_>, catalog: &Dictionary, properties: &mut FileProperties) {
    let Some(optional_content) = pdf.dict(catalog, "OCProperties") else { return };
    properties.layers = pdf.array(optional_content, "OCGs").map_or(0, <[_]>::len);
    let Some(config) = pdf.dict(optional_content, "D") else { return };
    properties.hidden_layers = if pdf.name(config, "BaseState") == Some(b"OFF") {
        properties.layers.saturating_sub(pdf.array(config, "ON").map_or(0, <[_]>::len))
    } else {
        pdf.array(config, "OFF").map_or(0, <[_]>::len)
    };
}

/// The number of names in a name tree (ISO 32000-1, 7.9.6). Each node is visited once, since the tree may contain
/// cycles.
fn names_in(pdf: &Pdf<'_>, tree: &Dictionary) -> usize {
    let mut visited = BTreeSet::new();
    let mut ahead = vec![tree];
    let mut names = 0;
    while let Some(node) = ahead.pop() {
        if !visited.insert(ptr::from_ref(node)) || !pdf.spend(1) {
            continue;
        }
        names += pdf.array(node, "Names").map_or(0, |names| names.len() / 2);
        let kids = pdf.array(node, "Kids").unwrap_or_default();
        if pdf.spend(kids.len()) {
            ahead.extend(kids.iter().filter_map(|kid| pdf.resolve(kid).as_dict()));
        }
    }
    names
}
