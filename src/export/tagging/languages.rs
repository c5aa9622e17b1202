//! Moves the language of foreign words to the structure tree.
//!
//! Typst marks the language on marked-content sequences (ISO 32000-1, 14.9.2), which few readers evaluate, and gives
//! an element the language of its first words, even if the other words are in a different language.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Document, ObjectId, Result, decode_text_string};

use super::structure::{Element, Kid, Sequence, Structure};

/// Puts words in a different language than their surroundings into elements with that language. `languages` are those
/// that sequences say of themselves. Returns the sequences of such words.
pub(super) fn mark(
    document: &mut Document,
    structure: &mut Structure,
    mut languages: BTreeMap<Sequence, String>,
) -> Result<BTreeSet<Sequence>> {
    let document_language = decode_text_string(document.catalog()?.get(b"Lang")?)?;
    let mut foreign = BTreeSet::new();
    for id in structure.in_order() {
        let Some(parent) = structure.elements.get(&id).map(|element| element.parent) else { continue };
        let inherited = language(structure, parent).unwrap_or_else(|| document_language.clone());
        push_down(structure, id, &inherited, &mut languages);
        let Some(element) = structure.elements.get_mut(&id) else { continue };
        let own = element.lang.clone().unwrap_or(inherited);
        let mut spans: BTreeMap<ObjectId, Element> = BTreeMap::new();
        let mut kids: Vec<Kid> = Vec::new();
        for kid in std::mem::take(&mut element.kids) {
            let Some((sequence, lang)) = kid
                .sequence()
                .and_then(|sequence| Some((sequence, languages.get(&sequence)?)))
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
    Ok(foreign)
}

/// The language of an element, which may be inherited.
fn language(structure: &Structure, id: ObjectId) -> Option<String> {
    let mut element = structure.elements.get(&id)?;
    while element.lang.is_none() {
        element = structure.elements.get(&element.parent)?;
    }
    element.lang.clone()
}

/// Moves the language of an element to those of its kids that have no other, if any of its words are in the inherited
/// language.
fn push_down(
    structure: &mut Structure,
    id: ObjectId,
    inherited: &str,
    languages: &mut BTreeMap<Sequence, String>,
) {
    let Some(element) = structure.elements.get_mut(&id) else { return };
    let Some(own) = element.lang.clone().filter(|own| own != inherited) else { return };
    let sequences: Vec<Sequence> = element.kids.iter().filter_map(Kid::sequence).collect();
    let is_inherited = |sequence: &Sequence| languages.get(sequence).is_some_and(|lang| lang == inherited);
    if !sequences.iter().any(is_inherited) {
        return;
    }
    for sequence in sequences {
        languages.entry(sequence).or_insert_with(|| own.clone());
    }
    element.lang = None;
    for kid in element.elements().collect::<Vec<_>>() {
        if let Some(kid) = structure.elements.get_mut(&kid) {
            kid.lang.get_or_insert_with(|| own.clone());
        }
    }
}
