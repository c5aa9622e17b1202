//! Traces the texts and images on the pages back to their origins in the report.
//!
//! Typst records for each glyph and image the source location (span) that produced it. So each text and image is
//! produced at a separate location: line `n` of the file `/origins.typ` has the content for origin `n`, made of the words that
//! `/report.json` lists, or a function where the template makes that content itself, of marked pieces or as an image. Nothing
//! is added to the pages, and line breaks do not change.

use std::collections::HashMap;
use std::fmt::Write;

use serde_json::{Map as Object, Value, json};
use typst::syntax::{LinkedNode, Source, Span};

use crate::document::{DELETED, Document, Edit, ORIGIN, WORDS};
use crate::report::{Origin, gap};

/// The origins of the texts and images of a document, each with its number.
#[derive(Debug, Default)]
pub(super) struct Origins {
    origins: Vec<Origin>,
    /// What the template needs of each.
    made: Vec<Made>,
}

/// How a text or image is made at its own location.
#[derive(Debug, Clone, Copy)]
enum Made {
    /// Words that are printed as they are.
    Words,
    /// Words in several pieces, some of them marked as changed.
    Pieces,
    Picture,
}

impl Origins {
    /// Replaces the origins in the JSON of a document by numbers. The words of a gap are replaced by an ellipsis; words
    /// that have changed are split into pieces.
    pub(super) fn take(json: &mut Value, document: &Document) -> Self {
        let mut origins = Self::default();
        for restored in &document.restored {
            restored.put_into(json);
        }
        let mut all_words = Vec::new();
        let mut edited = Edited { edits: &document.edits, rest: HashMap::new() };
        replace(json, &mut |Original { origin, words, is_deleted }| {
            let origin: Origin = serde_json::from_value(origin).unwrap_or_default();
            let is_gap = document.gaps.iter().any(|gap| origin.path.steps().starts_with(gap.steps()));
            let number = origins.origins.len();
            let words = if is_gap { words.map(|_| gap::ELLIPSIS.into()) } else { words };
            let pieces = words.as_ref().and_then(Value::as_str).and_then(|words| {
                let deleted = || vec![json!({ "kind": "deleted", "text": words })];
                if is_deleted { Some(deleted()) } else { edited.pieces(&origin, words) }
            });
            origins.origins.push(origin);
            let (made, value) = match (words.is_some(), pieces) {
                (true, Some(pieces)) => (Made::Pieces, json!({ "origin": number, "pieces": pieces })),
                (true, None) => (Made::Words, json!({ "origin": number })),
                (false, _) => (Made::Picture, json!({ "origin": number })),
            };
            origins.made.push(made);
            all_words.push(words.unwrap_or_default());
            value
        });
        if let Value::Object(json) = json {
            json.insert("words".to_owned(), Value::Array(all_words));
        }
        origins
    }

    /// Removes the origins from the JSON of a document.
    pub(super) fn drop(json: &mut Value) {
        replace(json, &mut |Original { words, .. }| words.unwrap_or_default());
    }

    /// The source of `/origins.typ`.
    pub(super) fn source(&self) -> String {
        let mut source = String::from("#let words = json(\"/report.json\").words; #let origins = (\n");
        for (number, made) in self.made.iter().enumerate() {
            // The different argument names distinguish the functions in Typst's cache of evaluations.
            let _ = match made {
                Made::Words => writeln!(source, "[#words.at({number})],"),
                Made::Pieces => writeln!(source, "w{number} => [#w{number}],"),
                Made::Picture => writeln!(source, "(..p{number}) => image(..p{number}),"),
            };
        }
        source.push_str(")\n");
        source
    }

    /// The origin of each span in a file with the contents of [`source`](Self::source).
    pub(super) fn places(&self, source: &Source) -> HashMap<Span, &Origin> {
        fn collect<'a>(
            node: &LinkedNode<'_>,
            source: &Source,
            origins: &'a [Origin],
            places: &mut HashMap<Span, &'a Origin>,
        ) {
            // The first line opens the list.
            let line = source.lines().byte_to_line(node.offset()).and_then(|line| line.checked_sub(1));
            if let Some(origin) = line.and_then(|line| origins.get(line)) {
                places.insert(node.span(), origin);
            }
            for child in node.children() {
                collect(&child, source, origins, places);
            }
        }
        let mut places = HashMap::new();
        collect(&LinkedNode::new(source.root()), source, &self.origins, &mut places);
        places
    }
}

/// Distributes the edits of a text among the pieces in which it is typeset.
struct Edited<'a> {
    edits: &'a HashMap<Origin, Vec<Vec<Edit>>>,
    /// The remaining edits of each text, in reverse order.
    rest: HashMap<Origin, Vec<Edit>>,
}

impl Edited<'_> {
    /// The edits of the next words of a text.
    fn pieces(&mut self, origin: &Origin, words: &str) -> Option<Vec<Value>> {
        let rest = self.rest.entry(origin.clone()).or_default();
        // A text that occurs in several places is marked in each.
        if rest.is_empty() {
            let forms = self.edits.get(origin)?;
            let whole = forms.iter().find(|edits| new_text(edits) == words);
            // Texts with a mark or an ending are typeset in several pieces.
            let form = whole.or_else(|| forms.iter().find(|edits| new_text(edits).starts_with(words)))?;
            *rest = form.iter().rev().cloned().collect();
        }
        let mut pieces = Vec::new();
        let mut left = words.len();
        while let Some(edit) = rest.pop() {
            let (kind, mut text) = match edit {
                Edit::Deleted(text) => {
                    pieces.push(json!({ "kind": "deleted", "text": text }));
                    continue;
                }
                Edit::Kept(text) => ("kept", text),
                Edit::Inserted(text) => ("inserted", text),
            };
            if left == 0 && !text.is_empty() {
                rest.push(if kind == "kept" { Edit::Kept(text) } else { Edit::Inserted(text) });
                break;
            }
            let end = text.floor_char_boundary(left);
            let later = text.split_off(end);
            left -= text.len();
            if !text.is_empty() {
                pieces.push(json!({ "kind": kind, "text": text }));
            }
            if !later.is_empty() {
                rest.push(if kind == "kept" { Edit::Kept(later) } else { Edit::Inserted(later) });
                break;
            }
        }
        Some(pieces)
    }
}

/// The new text.
fn new_text(edits: &[Edit]) -> String {
    let is = |edit: &Edit| match edit {
        Edit::Kept(words) | Edit::Inserted(words) => Some(words.clone()),
        Edit::Deleted(_) => None,
    };
    edits.iter().filter_map(is).collect()
}

/// A text with its origin, or the origin of an image, without words.
struct Original {
    origin: Value,
    words: Option<Value>,
    /// Whether it was deleted from the report.
    is_deleted: bool,
}

/// Replaces every text with an origin, and every origin of an image.
fn replace(json: &mut Value, replacement: &mut impl FnMut(Original) -> Value) {
    match json {
        Value::Object(object) => {
            if let Some(origin) = object.remove(ORIGIN) {
                let is_deleted = object.remove(DELETED).is_some();
                *json = replacement(Original { origin, words: object.remove(WORDS), is_deleted });
            } else {
                Object::values_mut(object).for_each(|value| replace(value, replacement));
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, replacement)),
        _ => {}
    }
}
