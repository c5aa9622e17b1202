//! Descriptions of links for screen readers (ISO 14289-1, 7.18.5): where a link leads, in Lithuanian.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Result, decode_text_string, text_string};

use crate::document::link_descriptions;

/// Describes the links of a document.
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

/// Where a chapter begins, and its heading.
struct Chapter {
    place: Object,
    heading: String,
}

/// The chapters, as the bookmarks name them.
fn chapters(document: &Document) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    let first = |dict: &Dictionary| dict.get(b"First").and_then(Object::as_reference).ok();
    let outlines = document.catalog().and_then(|catalog| catalog.get_deref(b"Outlines", document));
    let mut unread: Vec<ObjectId> =
        outlines.and_then(Object::as_dict).ok().and_then(first).into_iter().collect();
    // A bookmark that leads back to one before it would lead on for ever.
    let mut read = HashSet::new();
    while let Some(id) = unread.pop() {
        let Ok(bookmark) = document.get_dictionary(id) else { continue };
        if !read.insert(id) {
            continue;
        }
        unread.extend(bookmark.get(b"Next").and_then(Object::as_reference));
        unread.extend(first(bookmark));
        if let (Some(place), Ok(heading)) =
            (place(document, bookmark), bookmark.get(b"Title").and_then(decode_text_string))
        {
            chapters.push(Chapter { place, heading });
        }
    }
    chapters
}

/// Where a link or a bookmark leads in the document.
fn place(document: &Document, dict: &Dictionary) -> Option<Object> {
    let place = dict.get_deref(b"Dest", document).ok()?;
    place.as_array().ok()?;
    Some(place.clone())
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
    let place = place(document, link)?;
    let page = place.as_array().ok()?.first()?.as_reference().ok()?;
    let number = 1 + pages.iter().position(|other| *other == page)?;
    Some(match chapters.iter().find(|chapter| chapter.place == place) {
        Some(chapter) => link_descriptions::chapter(&chapter.heading, number),
        None => link_descriptions::page(number),
    })
}
