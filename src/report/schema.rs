//! The JSON schema of the data format (JSON Schema, draft 2020-12), generated from the structs of
//! [`crate::report`].
//!
//! Editors use it for completion and validation, and [`crate::source`] finds all structural errors
//! with it at once. It accepts the same values as the structs, with three exceptions that a schema cannot
//! express and that only the program rejects: invalid link targets inside running text, amounts written as numbers
//! with more than two decimals, and image paths in which a later `..` leaves the folder of the report.

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
    fn every_key_has_a_lithuanian_description() {
        fn walk(schema: &Value, place: &str) {
            if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
                for (key, property) in properties {
                    let description = property.get("description").and_then(Value::as_str);
                    assert!(description.is_some(), "{place}.{key} has no description");
                }
            }
            if let Some(description) = schema.get("description").and_then(Value::as_str) {
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
