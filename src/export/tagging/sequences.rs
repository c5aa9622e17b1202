//! Marked-content sequences (ISO 32000-1, 14.6) in the content of a page.

use lopdf::content::Operation;
use lopdf::{Dictionary, Object, ObjectId};

use super::structure::Sequence;

/// A part of a page's content.
pub(super) enum Part {
    /// A marked-content sequence.
    Sequence(MarkedContent),
    /// Any other operation.
    Other(Operation),
}

/// A marked-content sequence with its content.
pub(super) struct MarkedContent {
    pub(super) begin: Operation,
    /// The content, including nested sequences.
    pub(super) operations: Vec<Operation>,
    pub(super) end: Option<Operation>,
}

/// The sequences of a page that belong to the structure.
pub(super) fn sequences(
    page: ObjectId,
    parts: &mut [Part],
) -> impl Iterator<Item = (Sequence, &mut MarkedContent)> {
    parts.iter_mut().filter_map(move |part| match part {
        Part::Sequence(marked) => Some((Sequence { page, id: marked.id()? }, marked)),
        Part::Other(_) => None,
    })
}

/// Parses the content of a page.
pub(super) fn parts(operations: Vec<Operation>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut operations = operations.into_iter();
    while let Some(operation) = operations.next() {
        if !begins(&operation) {
            parts.push(Part::Other(operation));
            continue;
        }
        let mut marked = MarkedContent { begin: operation, operations: Vec::new(), end: None };
        let mut depth = 0_u32;
        for operation in operations.by_ref() {
            if operation.operator == "EMC" {
                if depth == 0 {
                    marked.end = Some(operation);
                    break;
                }
                depth -= 1;
            } else if begins(&operation) {
                depth += 1;
            }
            marked.operations.push(operation);
        }
        parts.push(Part::Sequence(marked));
    }
    parts
}

/// Joins the parts of a page's content.
pub(super) fn operations(parts: Vec<Part>) -> Vec<Operation> {
    let mut operations = Vec::new();
    for part in parts {
        match part {
            Part::Sequence(marked) => {
                operations.push(marked.begin);
                operations.extend(marked.operations);
                operations.extend(marked.end);
            }
            Part::Other(operation) => operations.push(operation),
        }
    }
    operations
}

fn begins(operation: &Operation) -> bool {
    matches!(operation.operator.as_str(), "BDC" | "BMC")
}

impl MarkedContent {
    fn properties(&self) -> Option<&Dictionary> {
        self.begin.operands.last()?.as_dict().ok()
    }

    /// Its identifier, if it belongs to the structure.
    pub(super) fn id(&self) -> Option<i64> {
        self.properties()?.get(b"MCID").ok()?.as_i64().ok()
    }

    /// Its language, if specified.
    pub(super) fn lang(&self) -> Option<String> {
        lopdf::decode_text_string(self.properties()?.get(b"Lang").ok()?).ok()
    }

    /// Removes the language.
    pub(super) fn remove_lang(&mut self) {
        if let Some(Object::Dictionary(properties)) = self.begin.operands.last_mut() {
            properties.remove(b"Lang");
        }
    }

    /// Whether it has the same tag and properties as another, except for the identifier.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let properties = |marked: &Self| {
            let mut properties = marked.properties().cloned().unwrap_or_default();
            properties.remove(b"MCID");
            properties
        };
        self.begin.operator == other.begin.operator
            && self.begin.operands.first() == other.begin.operands.first()
            && properties(self) == properties(other)
    }

    /// Whether it is an artifact that contains only paths.
    pub(super) fn is_path_artifact(&self) -> bool {
        let is_artifact =
            self.begin.operands.first().is_some_and(|tag| tag.as_name().is_ok_and(|tag| tag == b"Artifact"));
        let paints_more = |operation: &Operation| {
            matches!(operation.operator.as_str(), "BT" | "Do" | "sh" | "BI" | "BDC" | "BMC" | "gs")
        };
        is_artifact && self.is_self_contained() && !self.operations.iter().any(paints_more)
    }

    /// Whether it restores the graphics state.
    pub(super) fn is_self_contained(&self) -> bool {
        let saves = |operation: &&Operation| operation.operator == "q";
        let restores = |operation: &&Operation| operation.operator == "Q";
        self.end.is_some()
            && self.operations.first().is_none_or(|first| first.operator == "q")
            && self.operations.last().is_none_or(|last| last.operator == "Q")
            && self.operations.iter().filter(saves).count() == self.operations.iter().filter(restores).count()
    }
}
