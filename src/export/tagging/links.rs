//! Adds Lithuanian descriptions of links for screen readers (ISO 14289-1, 7.18.5).

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Result, decode_text_string, text_string};

use crate::document::link_descriptions;

/// Adds descriptions to the links of a document.
pub(super) fn describe(document: &mut Document) -> Result<()> {
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let chapters = chapters(document);
    let mut descriptions = Vec::new();
    for page in &pages {
        let page = document.get_dictionary(*page)?;
        let Ok(annotations) = page.get_deref(b"Annots", document).and_then(Object::as_array) else {
            continue;
        };
        for id in annotations.iter().filter_map(|annotation| annotation.as_reference().ok()) {
            if let Some(description) = description(document, document.get_dictionary(id)?, &pages, &chapters)
            {
                descriptions.push((id, description));
            }
        }
    }
    for (id, description) in descriptions {
        document.get_dictionary_mut(id)?.set("Contents", text_string(&description));
    }
    Ok(())
}

/// A section of the report that has a bookmark.
struct Chapter {
    destination: Object,
    heading: String,
}

/// The sections of the report, from the bookmarks.
fn chapters(document: &Document) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    let first = |dict: &Dictionary| dict.get(b"First").and_then(Object::as_reference).ok();
    let outlines = document.catalog().and_then(|catalog| catalog.get_deref(b"Outlines", document));
    let mut unread: Vec<ObjectId> =
        outlines.and_then(Object::as_dict).ok().and_then(first).into_iter().collect();
    // Guards against cycles of bookmarks.
    let mut read = HashSet::new();
    while let Some(id) = unread.pop() {
        let Ok(bookmark) = document.get_dictionary(id) else { continue };
        if !read.insert(id) {
            continue;
        }
        unread.extend(bookmark.get(b"Next").and_then(Object::as_reference));
        unread.extend(first(bookmark));
        if let (Some(destination), Ok(heading)) =
            (destination(document, bookmark), bookmark.get(b"Title").and_then(decode_text_string))
        {
            chapters.push(Chapter { destination, heading });
        }
    }
    chapters
}

/// The explicit destination of a link or a bookmark.
fn destination(document: &Document, dict: &Dictionary) -> Option<Object> {
    let destination = dict.get_deref(b"Dest", document).ok()?;
    destination.as_array().ok()?;
    Some(destination.clone())
}

fn description(
    document: &Document,
    link: &Dictionary,
    pages: &[ObjectId],
    chapters: &[Chapter],
) -> Option<String> {
    if link.get(b"Subtype").ok()?.as_name().ok()? != b"Link" {
        return None;
    }
    if let Ok(action) = link.get_deref(b"A", document).and_then(Object::as_dict) {
        let address = action.get(b"URI").ok()?.as_str().ok()?;
        return Some(link_descriptions::address(&String::from_utf8_lossy(address)));
    }
    let destination = destination(document, link)?;
    let page = destination.as_array().ok()?.first()?.as_reference().ok()?;
    let number = 1 + pages.iter().position(|other| *other == page)?;
    Some(match chapters.iter().find(|chapter| chapter.destination == destination) {
        Some(chapter) => link_descriptions::chapter(&chapter.heading, number),
        None => link_descriptions::page(number),
    })
}
