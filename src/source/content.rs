//! The values in the tree, according to the schema.

use rust_decimal::Decimal;
use serde_json::Value as Schema;

use super::expected::{Expected, Shape};
use super::tree::{Node, SHORT_FORM, Scalar, Value as Yaml};
use super::values::ScalarType;
use crate::diagnostic::problem::Kind;
use crate::report::scalar::{Text as PlainText, TextOrNumber};
use crate::report::values::{Content, PARTS, Text, Value};
use crate::report::{Amount, Blocks, Count, KeyPath, Number, Prose, TextRef, schema};

/// The keys for a single image and for several.
const ONE_IMAGE: &str = "image";
const SEVERAL_IMAGES: &str = "images";

/// The values of a report.
pub(super) fn values(tree: &Node) -> Value {
    let root = schema::json();
    let path = KeyPath::default();
    let mut report = value(root, tree, &Expected::of(root, root), &path)
        .unwrap_or_else(|| Value { path, content: Content::Mapping(Vec::new()) });
    if let Content::Mapping(entries) = &mut report.content {
        let place = |name: &str| PARTS.iter().position(|part| *part == name).unwrap_or(PARTS.len());
        entries.sort_by_key(|(name, _)| place(name));
    }
    report
}

/// A value; `None` if it is empty.
fn value(root: &'static Schema, node: &Node, expected: &Expected<'static>, path: &KeyPath) -> Option<Value> {
    let content = match (&expected.shape, &node.value) {
        (_, Yaml::Scalar(scalar)) if is_nothing(scalar) => return None,
        (Shape::Either { short, long }, found) => return either(root, (node, found), (short, long), path),
        (Shape::Single { name, kind }, Yaml::Scalar(scalar)) => single(scalar, name, *kind),
        (_, Yaml::Scalar(scalar)) => Content::Text(plain(&scalar.text)),
        // A colour is one value, though it is written as a list.
        (Shape::List { most: Some(_), .. }, Yaml::List(nodes)) => {
            let inks: Vec<&str> = nodes.iter().filter_map(Node::text).collect();
            Content::Text(plain(&inks.join(", ")))
        }
        (Shape::List { items: Some(items), name, .. }, Yaml::List(nodes)) => {
            list(root, nodes, &Expected::named(root, items, name), path)
        }
        (_, Yaml::List(nodes)) => list(root, nodes, &Expected::anything(), path),
        (Shape::Mapping { properties, .. }, Yaml::Mapping(entries)) => {
            let of = |name: &str| {
                properties.get(name).map_or_else(Expected::anything, |schema| Expected::of(root, schema))
            };
            let mut values = mapping(root, entries, of, path);
            if properties.contains_key(SEVERAL_IMAGES) {
                join_images(&mut values, path);
            }
            Content::Mapping(values)
        }
        (Shape::ByYear { values }, Yaml::Mapping(entries)) => {
            Content::Mapping(mapping(root, entries, |_| Expected::of(root, values), path))
        }
        (_, Yaml::Mapping(entries)) => {
            Content::Mapping(mapping(root, entries, |_| Expected::anything(), path))
        }
    };
    Some(Value { path: path.clone(), content })
}

/// A value with a short and a long form.
fn either(
    root: &'static Schema,
    (node, found): (&Node, &Yaml),
    (short, long): (&Expected<'static>, &Expected<'static>),
    path: &KeyPath,
) -> Option<Value> {
    match (found, &long.shape) {
        (Yaml::Scalar(_), Shape::Mapping { properties, .. }) if properties.contains_key(SHORT_FORM) => {
            let text = value(root, node, short, &path.key(SHORT_FORM))?;
            let content = Content::Mapping(vec![(SHORT_FORM.to_owned(), text)]);
            Some(Value { path: path.clone(), content })
        }
        (Yaml::Scalar(_), Shape::List { .. }) => {
            let only = value(root, node, short, path)?;
            Some(Value { path: path.clone(), content: Content::List(vec![only]) })
        }
        (Yaml::Scalar(_), _) => value(root, node, short, path),
        (Yaml::Mapping(entries), _) if short.kind() == Kind::Mapping => {
            let meant = if long.keys_in(entries) > short.keys_in(entries) { long } else { short };
            value(root, node, meant, path)
        }
        (Yaml::List(_) | Yaml::Mapping(_), _) => value(root, node, long, path),
    }
}

fn list(root: &'static Schema, nodes: &[Node], expected: &Expected<'static>, path: &KeyPath) -> Content {
    let items = nodes.iter().enumerate();
    Content::List(items.filter_map(|(index, node)| value(root, node, expected, &path.item(index))).collect())
}

fn mapping(
    root: &'static Schema,
    entries: &[(Node, Node)],
    expected: impl Fn(&str) -> Expected<'static>,
    path: &KeyPath,
) -> Vec<(String, Value)> {
    let mut values: Vec<(String, Value)> = Vec::with_capacity(entries.len());
    for (key, node) in entries {
        let Some(name) = key.text() else { continue };
        if let Some(value) = value(root, node, &expected(name), &path.key(name))
            && !values.iter().any(|(known, _)| known == name)
        {
            values.push((name.to_owned(), value));
        }
    }
    values
}

/// Merges `image` and `images` into one list.
fn join_images(values: &mut Vec<(String, Value)>, path: &KeyPath) {
    let Some(at) = values.iter().position(|(name, _)| name == ONE_IMAGE) else { return };
    let (_, image) = values.remove(at);
    if let Some((_, Value { content: Content::List(several), .. })) =
        values.iter_mut().find(|(name, _)| name == SEVERAL_IMAGES)
    {
        several.insert(0, image);
    } else {
        let list = Value { path: path.key(SEVERAL_IMAGES), content: Content::List(vec![image]) };
        values.insert(at, (SEVERAL_IMAGES.to_owned(), list));
    }
}

fn is_nothing(scalar: &Scalar) -> bool {
    scalar.text.trim().is_empty() || ScalarType::of(scalar) == ScalarType::Null
}

fn single(scalar: &Scalar, name: &str, kind: Kind) -> Content {
    let text = || PlainText::new(&scalar.text);
    let number: Option<Decimal> = match (name, ScalarType::of(scalar)) {
        ("Amount", _) => Amount::try_from(TextOrNumber::new(&scalar.text)).ok().map(Amount::decimal),
        ("Number", _) => Number::try_from(TextOrNumber::new(&scalar.text)).ok().map(Number::decimal),
        ("Count", _) => Count::try_from(TextOrNumber::new(&scalar.text)).ok().map(|count| count.get().into()),
        // A year is compared as text.
        (name, ScalarType::Integer(number)) if kind == Kind::Integer && name != "Year" => {
            i64::try_from(number).ok().map(Decimal::from)
        }
        _ => None,
    };
    if let Some(number) = number {
        return Content::Figure(number.normalize());
    }
    let parts = match name {
        "Prose" => Prose::try_from(text()).ok().map(|prose| {
            let parts = TextRef::Prose(&prose).parts();
            (vec![1; parts.len()], parts)
        }),
        "Blocks" => {
            let blocks = Blocks::try_from(text()).ok();
            blocks.map(|blocks| (blocks.rows(), TextRef::Blocks(&blocks).parts()))
        }
        _ => None,
    };
    let plain = plain(&scalar.text);
    Content::Text(match parts {
        Some((rows, parts)) => Text { parts, rows, is_running: true, ..plain },
        None => plain,
    })
}

/// A text without markup.
fn plain(text: &str) -> Text {
    let typed = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Text { parts: vec![typed.clone()], rows: vec![1], is_running: false, typed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    /// The leaves as `pointer=text`.
    fn leaves(text: &str) -> Vec<String> {
        let values = Source::new("a.yaml", ".", text).data().unwrap();
        let leaves = values.leaves().into_iter().map(|leaf| {
            let text = match &leaf.content {
                Content::Text(text) => text.words(),
                Content::Figure(number) => number.to_string(),
                Content::List(_) | Content::Mapping(_) => unreachable!("not a leaf"),
            };
            format!("{}={text}", leaf.path.pointer())
        });
        leaves.collect()
    }

    #[test]
    fn both_forms_of_a_value_are_one() {
        let long = "contact: { email: [a@b.lt] }\nactivities:\n  items:\n    - { text: Darbas., images: [{ alt: X }] }\n";
        let short = "activities:\n  items:\n    - text: Darbas.\n      image: { alt: X }\ncontact:\n  email: a@b.lt\n";
        assert_eq!(
            leaves(long),
            [
                "/activities/items/0/text=Darbas.",
                "/activities/items/0/images/0/alt=X",
                "/contact/email/0=a@b.lt"
            ]
        );
        assert_eq!(
            leaves(short),
            ["/activities/items/0/text=Darbas.", "/activities/items/0/image/alt=X", "/contact/email=a@b.lt"]
        );
        assert_eq!(leaves("mission: Viena *eilutė*.\n"), ["/mission/text=Viena eilutė."]);
    }

    #[test]
    fn numbers_are_compared_as_numbers_and_years_as_names() {
        let report = "year: 2023\nmembers: { total: \"1 025\" }\nfinance:\n  income: [{ amount: \"7 217,50 Eur\", plan: null, earlier: { 2021: 5 } }]\ntheme: { primary: { print: [90, 45, 45, 25] } }\n";
        assert_eq!(
            leaves(report),
            [
                "/year=2023",
                "/members/total=1025",
                "/finance/income/0/amount=7217.5",
                "/finance/income/0/earlier/2021=5",
                "/theme/primary/print=90, 45, 45, 25",
            ]
        );
    }

    /// A draft may have gaps, and a report in an older format still has values.
    #[test]
    fn gaps_and_unknown_keys_are_tolerated() {
        let report =
            "mission: \"\"\nfinance: { income: [{ label: TODO, amount: daug }] }\nnauja: { a: [b, 1] }\n";
        assert_eq!(
            leaves(report),
            ["/finance/income/0/label=TODO", "/finance/income/0/amount=daug", "/nauja/a/0=b", "/nauja/a/1=1"]
        );
    }
}
