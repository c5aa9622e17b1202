//! Placeholder values in a tree, for parts that are missing or cannot be read.

use std::collections::HashSet;
use std::fmt::Write;
use std::ops::Range;

use serde_json::Value as Json;

use super::tree::{Node, Scalar, Value};
use super::values::ScalarType;
use crate::report::KeyPath;

/// The paths of placeholder values.
#[derive(Debug, Clone, Default)]
pub(super) struct Placeholders {
    places: HashSet<KeyPath>,
    /// The paths of the values that contain any of them.
    above: HashSet<KeyPath>,
}

impl Placeholders {
    /// Adds a path.
    pub(super) fn insert(&mut self, path: &KeyPath) {
        self.places.insert(path.clone());
        let mut here = path.clone();
        while let Some((parent, _)) = here.parent() {
            if !self.above.insert(parent.clone()) {
                break;
            }
            here = parent;
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether a finding at a path may be caused by a placeholder: at the path, inside its value, or around it.
    pub(super) fn affect(&self, path: &KeyPath) -> bool {
        if self.above.contains(path) {
            return true;
        }
        let mut here = Some(path.clone());
        while let Some(path) = here {
            if self.places.contains(&path) {
                return true;
            }
            here = path.parent().map(|(parent, _)| parent);
        }
        false
    }
}

/// A value as a node at a range.
pub(super) fn node(value: &Json, range: &Range<usize>) -> Node {
    let scalar = |text: String, plain| Value::Scalar(Scalar { text, plain });
    let value = match value {
        Json::String(text) => scalar(text.clone(), false),
        Json::Array(items) => Value::List(items.iter().map(|item| node(item, range)).collect()),
        Json::Object(entries) => Value::Mapping(
            entries
                .iter()
                .map(|(key, value)| {
                    let key = Node { range: range.clone(), value: scalar(key.clone(), true) };
                    (key, node(value, range))
                })
                .collect(),
        ),
        other => scalar(other.to_string(), true),
    };
    Node { range: range.clone(), value }
}

/// A tree as YAML that both parsers read identically.
pub(super) fn yaml(node: &Node) -> String {
    let mut yaml = String::new();
    write_node(node, &mut yaml);
    yaml
}

fn write_node(node: &Node, yaml: &mut String) {
    let separate = |yaml: &mut String, index: usize| {
        if index > 0 {
            yaml.push_str(", ");
        }
    };
    match &node.value {
        Value::Scalar(scalar) => match ScalarType::of(scalar) {
            ScalarType::Null => yaml.push_str("null"),
            ScalarType::Text => yaml.push_str(&in_quotes(&scalar.text)),
            ScalarType::Bool | ScalarType::Integer(_) | ScalarType::Number => yaml.push_str(&scalar.text),
        },
        Value::List(items) => {
            yaml.push('[');
            for (index, item) in items.iter().enumerate() {
                separate(yaml, index);
                write_node(item, yaml);
            }
            yaml.push(']');
        }
        Value::Mapping(entries) => {
            yaml.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                separate(yaml, index);
                yaml.push_str(&in_quotes(key.text().unwrap_or_default()));
                yaml.push_str(": ");
                write_node(value, yaml);
            }
            yaml.push('}');
        }
    }
}

/// A text with all characters escaped that are special in double quotes (YAML 1.2.2, section 5.7).
fn in_quotes(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            ' '..='~' | '\u{a1}'..='\u{1fff}' | '\u{2030}'..='\u{d7ff}' => quoted.push(c),
            c => {
                let _ = write!(quoted, "\\U{:08x}", u32::from(c));
            }
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_values_are_read_back_unchanged() {
        let text = "a: \"x\\\"y\\n\\u2028\"\nb: [1, 2.50, ~, true, 'true', [], {}]\nc: { 2021: ąžuolas }\nd: |\n  a\n  b\n";
        let tree = Node::parse(text).unwrap();
        let (before, after): (serde_yaml::Value, serde_yaml::Value) =
            (serde_yaml::from_str(text).unwrap(), serde_yaml::from_str(&yaml(&tree)).unwrap());
        // A year is a number as a key, and read as a text.
        assert_eq!(before["a"], after["a"]);
        assert_eq!((&before["b"], &before["d"]), (&after["b"], &after["d"]));
    }

    #[test]
    fn nested_positions_are_related() {
        let mut placeholders = Placeholders::default();
        assert!(placeholders.is_empty());
        placeholders.insert(&KeyPath::from("finance.income").item(0).key("amount"));
        for path in ["finance", "finance.income"] {
            assert!(placeholders.affect(&path.into()), "{path}");
        }
        assert!(placeholders.affect(&KeyPath::from("finance.income").item(0).key("amount").key("x")));
        for path in ["members", "finance.expenses"] {
            assert!(!placeholders.affect(&path.into()), "{path}");
        }
        assert!(!placeholders.affect(&KeyPath::from("finance.income").item(0).key("label")));
    }
}
