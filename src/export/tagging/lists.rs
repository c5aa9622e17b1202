//! Lists as a reader expects them (ISO 32000-1, 14.8.4.3.3).
//!
//! Typst gives an item a label even where nothing is printed before it, and calls the markers of every list circles;
//! it puts a list that belongs to an item after that item.

use lopdf::{Dictionary, Document, Object, ObjectId, Result, dictionary};

use super::structure::{Element, Kid, Structure};

/// Takes out empty labels, puts lists into the items that they belong to, and names the markers.
pub(super) fn complete(document: &mut Document, structure: &mut Structure) -> Result<()> {
    for list in structure.in_order() {
        if !has_role(structure, list, b"L") {
            continue;
        }
        nest(structure, list);
        let Some(items) = structure.elements.get(&list).map(|list| list.elements().collect::<Vec<_>>())
        else {
            continue;
        };
        let mut is_labelled = false;
        for item in items {
            let Some(parts) = structure.elements.get(&item).map(|item| item.elements().collect::<Vec<_>>())
            else {
                continue;
            };
            let is_label = |id: &ObjectId| has_role(structure, *id, b"Lbl");
            let Some(label) = parts.into_iter().find(is_label) else { continue };
            if structure.elements.get(&label).is_some_and(|label| label.kids.is_empty()) {
                structure.remove(label);
            } else {
                is_labelled = true;
            }
        }
        name_markers(document.get_dictionary_mut(list)?, is_labelled);
    }
    Ok(())
}

fn has_role(structure: &Structure, id: ObjectId, role: &[u8]) -> bool {
    structure.elements.get(&id).is_some_and(|element| element.role == role)
}

/// Puts each list that stands among the items of another into the body of the item before it.
fn nest(structure: &mut Structure, list: ObjectId) {
    let Some(element) = structure.elements.get_mut(&list) else { return };
    let kids = std::mem::take(&mut element.kids);
    let mut kept: Vec<Kid> = Vec::new();
    for kid in kids {
        let body = match (&kid, kept.last()) {
            (Kid::Element(inner), Some(Kid::Element(item))) if has_role(structure, *inner, b"L") => {
                let bodies = structure.elements.get(item).into_iter().flat_map(Element::elements);
                let body = bodies.filter(|id| has_role(structure, *id, b"LBody")).last();
                body.map(|body| (*inner, body))
            }
            _ => None,
        };
        let Some((inner, body)) = body else {
            kept.push(kid);
            continue;
        };
        if let Some(inner) = structure.elements.get_mut(&inner) {
            inner.parent = body;
        }
        if let Some(body) = structure.elements.get_mut(&body) {
            body.kids.push(kid);
        }
    }
    if let Some(element) = structure.elements.get_mut(&list) {
        element.kids = kept;
    }
}

/// Sets the markers of a list without numbers: none, or discs.
fn name_markers(list: &mut Dictionary, is_labelled: bool) {
    let markers = if is_labelled { "Disc" } else { "None" };
    let Ok(Object::Array(owners)) = list.get_mut(b"A") else { return };
    for owner in owners {
        let Object::Dictionary(owner) = owner else { continue };
        if owner.get(b"ListNumbering").is_ok_and(|numbering| *numbering == Object::from("Circle")) {
            *owner = dictionary! { "O" => "List", "ListNumbering" => markers };
        }
    }
}
