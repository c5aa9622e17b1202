//! The language of every word, said by the structure.
//!
//! Typst says it in the marked-content sequences of a page (ISO 32000-1, 14.9.2), where few readers look for it,
//! and gives an element the language of its first words, whatever the others are.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, ObjectId, Result, decode_text_string};

use super::sequences::PageParts;
use super::structure::{Element, Kid, Sequence, Structure};

/// Gives words of another language than those around them an element that says so.
pub(super) fn mark(
    document: &mut Document,
    structure: &mut Structure,
    pages: &mut [PageParts],
) -> Result<()> {
    let of_document = decode_text_string(document.catalog()?.get(b"Lang")?)?;
    let mut said: BTreeMap<Sequence, String> = pages
        .iter_mut()
        .flat_map(PageParts::sequences)
        .filter_map(|(sequence, marked)| Some((sequence, marked.lang()?)))
        .collect();
    let mut foreign = BTreeSet::new();
    for id in structure.in_order() {
        let Some(parent) = structure.elements.get(&id).map(|element| element.parent) else { continue };
        let around = language(structure, parent).unwrap_or_else(|| of_document.clone());
        leave_to_words(structure, id, &around, &mut said);
        let Some(element) = structure.elements.get_mut(&id) else { continue };
        let own = element.lang.clone().unwrap_or(around);
        let mut spans: BTreeMap<ObjectId, Element> = BTreeMap::new();
        let mut kids: Vec<Kid> = Vec::new();
        for kid in std::mem::take(&mut element.kids) {
            let Some((sequence, lang)) = kid
                .sequence()
                .and_then(|sequence| Some((sequence, said.get(&sequence)?)))
                .filter(|(_, lang)| **lang != own)
            else {
                kids.push(kid);
                continue;
            };
            foreign.insert(sequence);
            let open = match kids.last() {
                Some(Kid::Element(last)) => {
                    spans.get_mut(last).filter(|span| span.lang.as_ref() == Some(lang))
                }
                _ => None,
            };
            if let Some(span) = open {
                span.kids.push(kid);
            } else {
                let span = document.new_object_id();
                kids.push(Kid::Element(span));
                spans.insert(span, Element::span(id, lang, kid));
            }
        }
        element.kids = kids;
        structure.elements.extend(spans);
    }
    for (sequence, marked) in pages.iter_mut().flat_map(PageParts::sequences) {
        if !foreign.contains(&sequence) {
            marked.remove_lang();
        }
    }
    Ok(())
}

/// The language of an element or of those around it.
fn language(structure: &Structure, id: ObjectId) -> Option<String> {
    let mut element = structure.elements.get(&id)?;
    while element.lang.is_none() {
        element = structure.elements.get(&element.parent)?;
    }
    element.lang.clone()
}

/// Takes the language of an element's first words from it and says it of them, if others are of the language
/// around it.
fn leave_to_words(
    structure: &mut Structure,
    id: ObjectId,
    around: &str,
    said: &mut BTreeMap<Sequence, String>,
) {
    let Some(element) = structure.elements.get_mut(&id) else { return };
    let Some(own) = element.lang.clone().filter(|own| own != around) else { return };
    let sequences: Vec<Sequence> = element.kids.iter().filter_map(Kid::sequence).collect();
    let is_around = |sequence: &Sequence| said.get(sequence).is_some_and(|lang| lang == around);
    if !sequences.iter().any(is_around) {
        return;
    }
    for sequence in sequences {
        said.entry(sequence).or_insert_with(|| own.clone());
    }
    element.lang = None;
    for kid in element.elements().collect::<Vec<_>>() {
        if let Some(kid) = structure.elements.get_mut(&kid) {
            kid.lang.get_or_insert_with(|| own.clone());
        }
    }
}
