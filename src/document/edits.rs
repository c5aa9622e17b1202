//! What has changed in the words of a document since an earlier one.

use std::collections::HashMap;

use serde_json::Value;

use super::{Document, ORIGIN, WORDS};
use crate::report::Origin;

/// A piece of a text that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Words that are as they were.
    Kept(String),
    /// Words that are new.
    Inserted(String),
    /// Words that are no longer there.
    Deleted(String),
}

impl Document {
    /// What is printed of each value, paragraph by paragraph, without marks.
    pub fn printed_words(&self) -> HashMap<Origin, String> {
        let mut printed = Printed::default();
        printed.visit(&serde_json::to_value(self).unwrap_or_default());
        printed.words
    }
}

#[derive(Default)]
struct Printed {
    words: HashMap<Origin, String>,
    /// Where the last words came from: a paragraph is in several pieces, one after another.
    last: Option<Origin>,
}

impl Printed {
    fn visit(&mut self, value: &Value) {
        match value {
            Value::Object(object) => match (object.get(ORIGIN), object.get(WORDS).and_then(Value::as_str)) {
                (Some(origin), Some(words)) => self.add(origin, words),
                _ => object.values().for_each(|value| self.visit(value)),
            },
            Value::Array(values) => values.iter().for_each(|value| self.visit(value)),
            _ => {}
        }
    }

    fn add(&mut self, origin: &Value, words: &str) {
        let Ok(origin) = serde_json::from_value::<Origin>(origin.clone()) else { return };
        let goes_on = origin.part.is_some() && self.last.as_ref() == Some(&origin);
        match self.words.get_mut(&origin) {
            Some(before) if goes_on => before.push_str(words),
            // The name of the organisation is on the cover and at the foot of the pages.
            Some(_) => {}
            None => {
                self.words.insert(origin.clone(), words.to_owned());
            }
        }
        self.last = Some(origin);
    }
}
