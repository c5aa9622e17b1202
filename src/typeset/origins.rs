//! Where the texts and pictures of a document come from, through Typst and back.
//!
//! Typst keeps of each glyph and picture on the pages at which place in a source file it was made. So every text and
//! picture is made at a place of its own: in the file `/origins.typ`, whose line `n` has a function for the origin
//! `n`. The template calls it with the words that it finds in `/report.json`. Nothing is added to the pages, and lines
//! end where they would end without.

use std::collections::HashMap;
use std::fmt::Write;

use serde_json::{Map as Object, Value, json};
use typst::syntax::{LinkedNode, Source, Span};

use crate::document::{ORIGIN, WORDS};
use crate::report::{KeyPath, Origin, gap};

/// The origins of the texts and pictures of a document, each with its number.
#[derive(Debug, Default)]
pub(super) struct Origins(Vec<Origin>);

impl Origins {
    /// Takes the origins out of the JSON of a document. Where they are wanted, a number stands in the place of each.
    /// An ellipsis takes the place of the words that come from a gap.
    pub(super) fn take(json: &mut Value, gaps: &[KeyPath]) -> Self {
        let mut origins = Self::default();
        replace(json, &mut |origin, words| {
            let origin: Origin = serde_json::from_value(origin).unwrap_or_default();
            let is_gap = gaps.iter().any(|gap| origin.path.steps().starts_with(gap.steps()));
            origins.0.push(origin);
            let number = origins.0.len() - 1;
            match words {
                Some(_) if is_gap => json!({ "origin": number, "words": gap::ELLIPSIS }),
                Some(words) => json!({ "origin": number, "words": words }),
                None => json!({ "origin": number }),
            }
        });
        origins
    }

    /// Takes the origins out of the JSON of a document, so that nothing of them is left.
    pub(super) fn drop(json: &mut Value) {
        replace(json, &mut |_, words| words.unwrap_or_default());
    }

    /// The source of `/origins.typ`.
    pub(super) fn source(&self) -> String {
        let mut source = String::from("#let origins = (\n");
        for number in 0..self.0.len() {
            // The names of the arguments tell the functions apart for Typst's memory of what it has evaluated.
            let _ = writeln!(
                source,
                "(words: w{number} => [#w{number}], picture: (..p{number}) => image(..p{number})),"
            );
        }
        source.push_str(")\n");
        source
    }

    /// The origins of all places in a file that was made of its [source](Self::source).
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
        collect(&LinkedNode::new(source.root()), source, &self.0, &mut places);
        places
    }
}

/// Replaces every text that has an origin, and every origin of a picture.
fn replace(json: &mut Value, replacement: &mut impl FnMut(Value, Option<Value>) -> Value) {
    match json {
        Value::Object(object) => {
            if let Some(origin) = object.remove(ORIGIN) {
                *json = replacement(origin, object.remove(WORDS));
            } else {
                Object::values_mut(object).for_each(|value| replace(value, replacement));
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, replacement)),
        _ => {}
    }
}
