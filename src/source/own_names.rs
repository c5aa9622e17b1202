//! Names of the author's own in place of keys, and what is written under them.

use super::expected::{self, nearest};
use super::keys;
use super::tree::{Node, Value};
use super::values::ScalarType;

/// The keys of a group.
pub(super) const TITLE: &str = "title";
pub(super) const ITEMS: &str = "items";

/// Whether a key is the author's own: neither known nor like a known one.
pub(super) fn is_own(name: &str, properties: &serde_json::Map<String, serde_json::Value>) -> bool {
    !expected::is_key(name)
        && keys::here(name, |key| properties.contains_key(key)).is_none()
        && nearest(name, properties.keys().map(String::as_str)).is_none()
}

/// A key as a title: `bendri_projektai` is „Bendri projektai“.
pub(super) fn capitalized(key: &str) -> String {
    let key = key.trim().replace('_', " ");
    let mut letters = key.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Groups with the names as their titles.
pub(super) fn groups_of(named: &[(Node, Node)]) -> Vec<Node> {
    named
        .iter()
        .map(|(name, items)| {
            let start = name.range.start..name.range.start;
            let title = Node::of_text(&capitalized(name.text().unwrap_or_default()), &name.range);
            let entries =
                vec![(Node::of_text(TITLE, &start), title), (Node::of_text(ITEMS, &start), items.clone())];
            Node { range: name.range.start..items.range.end, value: Value::Mapping(entries) }
        })
        .collect()
}

/// The words of a text or of a list of texts.
pub(super) fn words_of(value: &Node) -> Option<String> {
    match &value.value {
        Value::Scalar(scalar) if ScalarType::of(scalar) != ScalarType::Null => {
            Some(scalar.text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Value::List(items) => {
            let words: Option<Vec<String>> = items
                .iter()
                .map(|item| match &item.value {
                    Value::Scalar(_) => words_of(item),
                    _ => None,
                })
                .collect();
            let words = words.filter(|words| !words.is_empty())?;
            let are_sentences = words.iter().all(|words| words.ends_with(['.', '!', '?', '…', ';', ',']));
            Some(words.join(if are_sentences { " " } else { ", " }))
        }
        _ => None,
    }
}
