//! Changes in the words of a document since an earlier version.

use std::collections::HashMap;

use serde_json::Value;

use super::{Document, ORIGIN, WORDS};
use crate::report::Origin;

/// A run of words in a changed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Unchanged words.
    Kept(String),
    /// Inserted words.
    Inserted(String),
    /// Deleted words.
    Deleted(String),
}

impl Document {
    /// The printed words of each value, by paragraph, without markup.
    pub fn printed_words(&self) -> HashMap<Origin, String> {
        let mut printed = Printed::default();
        printed.visit(&serde_json::to_value(self).unwrap_or_default());
        printed.words
    }
}

#[derive(Default)]
struct Printed {
    words: HashMap<Origin, String>,
    /// The origin of the previous words. A paragraph may consist of several consecutive pieces.
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
        let continues = origin.part.is_some() && self.last.as_ref() == Some(&origin);
        match self.words.get_mut(&origin) {
            Some(before) if continues => before.push_str(words),
            // A repeated value, such as the organisation's name on the cover and in the footer.
            Some(_) => {}
            None => {
                self.words.insert(origin.clone(), words.to_owned());
            }
        }
        self.last = Some(origin);
    }
}
