//! Corrects the tags of lists (ISO 32000-1, 14.8.4.3.3).
//!
//! Typst gives every item a label, even if no marker is printed, and tags the markers of all lists as circles. It puts a
//! nested list after its item instead of into it.

use lopdf::{Dictionary, Document, Object, ObjectId, Result, dictionary};

use super::structure::{Element, Kid, Structure};

/// Removes empty labels, moves nested lists into their items, and corrects the kind of markers.
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
        set_numbering(document.get_dictionary_mut(list)?, is_labelled);
    }
    Ok(())
}

fn has_role(structure: &Structure, id: ObjectId, role: &[u8]) -> bool {
    structure.elements.get(&id).is_some_and(|element| element.role == role)
}

/// Moves each list among the items of another list into the body of the preceding item.
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

/// Sets `ListNumbering` of an unordered list: `None` or `Disc`.
fn set_numbering(list: &mut Dictionary, is_labelled: bool) {
    let markers = if is_labelled { "Disc" } else { "None" };
    let Ok(Object::Array(owners)) = list.get_mut(b"A") else { return };
    for owner in owners {
        let Object::Dictionary(owner) = owner else { continue };
        if owner.get(b"ListNumbering").is_ok_and(|numbering| *numbering == Object::from("Circle")) {
            *owner = dictionary! { "O" => "List", "ListNumbering" => markers };
        }
    }
}
