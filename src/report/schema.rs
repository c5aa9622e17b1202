//! The JSON schema of the data format (JSON Schema, draft 2020-12), made from the structs of
//! [`crate::report`].
//!
//! Editors complete and check a report by it as it is typed, and [`crate::source`] finds by it
//! every mistake of form at once. It accepts what the structs accept, but for three things that no
//! schema can say, which the program refuses all the same: links inside running text that lead
//! nowhere, amounts written as numbers with more than two decimals, and paths of pictures that
//! leave the folder of the report further along than at their beginning.

use std::sync::LazyLock;

use serde_json::Value;

use crate::report::Report;

/// The schema as JSON.
pub fn json() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
        let mut schema = schemars::schema_for!(Report).to_value();
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("title".to_owned(), "Veiklos ataskaita".into());
        }
        schema
    });
    &SCHEMA
}

/// The schema as a text file.
pub fn text() -> String {
    format!("{:#}\n", json())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_described_and_no_description_is_english() {
        fn walk(schema: &Value, place: &str) {
            if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
                for (key, property) in properties {
                    let description = property.get("description").and_then(Value::as_str);
                    assert!(description.is_some(), "{place}.{key} has no description");
                }
            }
            if let Some(description) = schema.get("description").and_then(Value::as_str) {
                // Keys are English, words around them are not.
                let english = [" the ", "The ", "A ", " of ", "before", "Either", "persons", "`"];
                for word in english {
                    assert!(!description.contains(word), "{place}: {description}");
                }
            }
            for (key, value) in schema.as_object().into_iter().flatten() {
                walk(value, &format!("{place}/{key}"));
            }
            for (index, value) in schema.as_array().into_iter().flatten().enumerate() {
                walk(value, &format!("{place}/{index}"));
            }
        }
        walk(json(), "");
    }
}
