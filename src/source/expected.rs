//! What the schema expects at each position of a report, and samples of it.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde_json::Value as Schema;

use super::quoting::quoted;
use super::tree::{Node, Scalar};
use super::values::{self, ScalarType};
use crate::diagnostic::problem::Kind;
use crate::report::schema;

/// What the schema expects at one position.
pub(super) struct Expected<'s> {
    pub(super) shape: Shape<'s>,
    /// Whether an empty value is also allowed.
    pub(super) optional: bool,
    /// The schema of the value.
    schema: &'s Schema,
}

pub(super) enum Shape<'s> {
    /// A scalar, with the name of its type in the schema.
    Single { name: &'s str, kind: Kind },
    /// One of these words.
    Choice(Vec<&'s str>),
    /// A mapping with these keys.
    Mapping { properties: &'s serde_json::Map<String, Schema>, required: Vec<&'s str> },
    /// Values by year.
    ByYear { values: &'s Schema },
    /// A list; the name is that of its type in the schema, if the list as a whole is one value.
    List { items: Option<&'s Schema>, name: &'s str, least: u64, most: Option<u64> },
    /// A short and a long form, or two mappings without a common key.
    Either { short: Box<Expected<'s>>, long: Box<Expected<'s>> },
    /// Anything.
    Anything,
}

impl Expected<'_> {
    /// Accepts anything, where the schema has no constraint.
    pub(super) fn anything() -> Self {
        static NOTHING: Schema = Schema::Null;
        Self { shape: Shape::Anything, optional: true, schema: &NOTHING }
    }
}

impl<'s> Expected<'s> {
    /// Reads the subset of JSON Schema that schemars generates from the structs.
    pub(super) fn of(root: &'s Schema, schema: &'s Schema) -> Self {
        Self { schema, ..Self::named(root, schema, "") }
    }

    pub(super) fn named(root: &'s Schema, schema: &'s Schema, name: &'s str) -> Self {
        let is_null = |schema: &&Schema| schema.get("type").and_then(Schema::as_str) == Some("null");
        if let Some(target) = schema.get("$ref").and_then(Schema::as_str) {
            let found = target.strip_prefix('#').and_then(|pointer| root.pointer(pointer));
            let name = target.rsplit('/').next().unwrap_or_default();
            return found.map_or(Self { shape: Shape::Anything, optional: true, schema }, |found| {
                Self::named(root, found, name)
            });
        }
        if let Some(forms) = schema.get("anyOf").and_then(Schema::as_array) {
            let optional = forms.iter().any(|form| is_null(&form));
            let forms: Vec<_> =
                forms.iter().filter(|form| !is_null(form)).map(|form| Self::of(root, form)).collect();
            let mut forms = forms.into_iter();
            return match (forms.next(), forms.next()) {
                (Some(short), Some(long)) => {
                    let shape = Shape::Either { short: Box::new(short), long: Box::new(long) };
                    Self { shape, optional, schema }
                }
                (Some(only), None) => Self { optional: optional || only.optional, ..only },
                (None, _) => Self { shape: Shape::Anything, optional, schema },
            };
        }
        if let Some(words) = choices(schema) {
            return Self { shape: Shape::Choice(words), optional: false, schema };
        }
        let types: Vec<&str> = match schema.get("type") {
            Some(Schema::String(only)) => vec![only],
            Some(Schema::Array(several)) => several.iter().filter_map(Schema::as_str).collect(),
            _ => Vec::new(),
        };
        let is = |kind: &str| types.contains(&kind);
        let length = |key: &str| schema.get(key).and_then(Schema::as_u64);
        let shape = if let Some(properties) = schema.get("properties").and_then(Schema::as_object) {
            let required = schema.get("required").and_then(Schema::as_array).into_iter().flatten();
            Shape::Mapping { properties, required: required.filter_map(Schema::as_str).collect() }
        } else if let Some(years) = schema.get("patternProperties").and_then(Schema::as_object) {
            years.values().next().map_or(Shape::Anything, |values| Shape::ByYear { values })
        } else if is("array") {
            let (least, most) = (length("minItems").unwrap_or(0), length("maxItems"));
            Shape::List { items: schema.get("items"), name, least, most }
        } else if is("string") {
            let kind = if is("number") || is("integer") { Kind::TextOrNumber } else { Kind::Text };
            Shape::Single { name, kind }
        } else if is("integer") {
            Shape::Single { name, kind: Kind::Integer }
        } else if is("boolean") {
            Shape::Single { name, kind: Kind::Bool }
        } else {
            Shape::Anything
        };
        Self { shape, optional: is("null"), schema }
    }

    /// The number of keys of a mapping that are expected.
    pub(super) fn keys_in(&self, entries: &[(Node, Node)]) -> usize {
        let Shape::Mapping { properties, .. } = &self.shape else { return 0 };
        let known = |(key, _): &&(Node, Node)| key.text().is_some_and(|key| properties.contains_key(key));
        entries.iter().filter(known).count()
    }

    /// Where a list of mappings is expected but a scalar was found: an item with the scalar under the key that it fits.
    pub(super) fn item_of(&self, root: &'static Schema, text: &str) -> Option<(String, bool)> {
        let Shape::List { items: Some(items), .. } = &self.shape else { return None };
        Expected::of(root, items).holding(root, text)
    }

    /// Whether the items of a list may be texts.
    pub(super) fn takes_texts(&self, root: &'static Schema) -> bool {
        let Shape::List { items: Some(items), .. } = &self.shape else { return false };
        Expected::of(root, items).takes_text()
    }

    /// Whether a value may be a text.
    pub(super) fn takes_text(&self) -> bool {
        match &self.shape {
            Shape::Single { kind, .. } => matches!(kind, Kind::Text | Kind::TextOrNumber),
            Shape::Either { short, .. } => matches!(short.kind(), Kind::Text),
            _ => false,
        }
    }

    /// Where a list of lines, or of names with numbers, is expected but one text was found: the list of its parts.
    pub(super) fn list_of_lines(&self, root: &'static Schema, text: &str) -> Option<String> {
        let Shape::List { items: Some(items), .. } = &self.shape else { return None };
        let item = Expected::of(root, items);
        let parts = match item.shape {
            Shape::Single { name: "Line", .. } => {
                let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
                Some(parts.map(in_braces).collect::<Vec<_>>()).filter(|parts| parts.len() > 1)
            }
            _ => item.named_numbers(root, text),
        };
        Some(format!("[ {} ]", parts?.join(", ")))
    }

    /// The mappings of all names with numbers in a text: one on each line, or several on a line with commas between
    /// them. In a pasted table there is a tab or a semicolon between the two.
    fn named_numbers(&self, root: &'static Schema, text: &str) -> Option<Vec<String>> {
        let mut found = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let several: Option<Vec<String>> = line
                .replace("; ", ", ")
                .split(", ")
                .map(|part| self.named_number(root, part.trim()))
                .collect();
            match several {
                Some(several) => found.extend(several),
                None => found.push(self.named_number(root, line.replace([';', '\t'], " ").trim())?),
            }
        }
        (!found.is_empty()).then_some(found)
    }

    /// The keys of a name and of a number, if exactly these two are required, and the name of the number's type.
    fn name_and_number(&self, root: &'static Schema) -> Option<(&'s str, &'s str, &'static str)> {
        let Shape::Mapping { properties, required } = &self.shape else { return None };
        let (mut of_name, mut of_number) = (None, None);
        for key in required {
            let expected = Expected::named(root, properties.get(*key)?, "");
            let single = match &expected.shape {
                Shape::Either { short, .. } => &short.shape,
                shape => shape,
            };
            match single {
                Shape::Single { name: "Line", .. } => of_name = Some(*key),
                Shape::Single { name: "Amount", .. } => of_number = Some((*key, "Amount")),
                Shape::Single { name: "Number", .. } => of_number = Some((*key, "Number")),
                Shape::Single { name: "Count", .. } => of_number = Some((*key, "Count")),
                _ => return None,
            }
        }
        let (number, name_of_type) = of_number?;
        Some((of_name?, number, name_of_type))
    }

    /// A mapping of a name and a number.
    pub(super) fn pair(&self, root: &'static Schema, name: &str, number: &str) -> Option<String> {
        let (of_name, of_number, type_of_number) = self.name_and_number(root)?;
        let Shape::Mapping { properties, .. } = &self.shape else { return None };
        // Digits before the number may belong to it.
        let is_pair = !properties.contains_key(name)
            && !name.ends_with(|c: char| c.is_ascii_digit())
            && name.chars().any(char::is_alphabetic)
            && nearest(name, properties.keys().map(String::as_str)).is_none()
            && values::text_error(type_of_number, number).is_none();
        let number = if number.contains(',') { quoted(number) } else { number.to_owned() };
        is_pair.then(|| format!("{{ {of_name}: {}, {of_number}: {number} }}", in_braces(name)))
    }

    /// Where a mapping of a name and a number is expected but one text with both was found: that mapping.
    pub(super) fn named_number(&self, root: &'static Schema, text: &str) -> Option<String> {
        /// Characters between a name and its number.
        const BETWEEN: [char; 7] = [' ', '\u{a0}', '–', '—', '-', ':', ','];
        let (_, _, type_of_number) = self.name_and_number(root)?;
        short(text)?;
        let spaces = || text.match_indices(char::is_whitespace).map(|(at, _)| at);
        let is_number = |words: &str| values::text_error(type_of_number, words.trim()).is_none();
        let last = spaces().find(|at| text.get(*at..).is_some_and(is_number));
        if let Some((name, number)) = last.map(|at| text.split_at(at)) {
            // A dash followed by a space is not a minus sign.
            let number = number.trim();
            let apart =
                number.strip_prefix(['–', '—', '-']).filter(|rest| rest.starts_with(char::is_whitespace));
            return self.pair(root, name.trim_end_matches(BETWEEN), apart.unwrap_or(number).trim());
        }
        let first = spaces().rfind(|at| text.get(..*at).is_some_and(is_number));
        let (number, name) = text.split_at(first?);
        self.pair(root, name.trim_matches(BETWEEN), number.trim())
    }

    /// Where a mapping is expected but a scalar was found: the mapping, with the scalar under the key that it fits. The
    /// flag is whether nothing else had to be made up.
    pub(super) fn holding(&self, root: &'static Schema, text: &str) -> Option<(String, bool)> {
        let Shape::Mapping { properties, required } = &self.shape else { return None };
        if required.is_empty() {
            return None;
        }
        let mut rest = Some(short(text)?);
        // Any text fits a key for a line or running text, so these keys are tried last.
        let fits = |(name, kind): (&str, Kind), text: &str| match name {
            "Line" | "Prose" | "Blocks" => false,
            "ImagePath" => text.contains('.') && values::text_error(name, text).is_none(),
            "" => kind != Kind::Text && values::text_error(name, text).is_none(),
            _ => values::text_error(name, text).is_none(),
        };
        let mut entries: Vec<(&str, Option<String>)> = Vec::new();
        for key in required {
            let value = match Expected::of(root, properties.get(*key)?).shape {
                Shape::Single { name, kind }
                    if rest.as_deref().is_some_and(|text| fits((name, kind), text)) =>
                {
                    rest.take()
                }
                _ => None,
            };
            entries.push((key, value));
        }
        let mut is_whole = true;
        let entries: Option<Vec<String>> = entries
            .into_iter()
            .map(|(key, value)| {
                let schema = properties.get(key)?;
                let expected = Expected::of(root, schema);
                if value.is_none()
                    && let Some((held, is_held_whole)) =
                        rest.as_deref().and_then(|text| expected.holding(root, text))
                {
                    rest = None;
                    is_whole &= is_held_whole;
                    return Some(format!("{key}: {held}"));
                }
                let takes_text = match expected.shape {
                    Shape::Single { name: "Prose", .. } => key == "text",
                    // In a quotation, the scalar is more likely its text than its author's name.
                    Shape::Single { name: "Line", .. } => !required.contains(&"text"),
                    _ => false,
                };
                let value = value.or_else(|| rest.take_if(|_| takes_text));
                is_whole &= value.is_some();
                let value = value.map_or_else(|| in_flow(&expected.sample(root)), |value| in_braces(&value));
                Some(format!("{key}: {value}"))
            })
            .collect();
        Some((format!("{{ {} }}", entries?.join(", ")), is_whole && rest.is_none()))
    }

    pub(super) fn kind(&self) -> Kind {
        match &self.shape {
            Shape::Single { kind, .. } => *kind,
            Shape::Choice(_) | Shape::Anything => Kind::Text,
            Shape::Mapping { .. } | Shape::ByYear { .. } => Kind::Mapping,
            Shape::List { .. } => Kind::List,
            Shape::Either { long, .. } if matches!(long.shape, Shape::List { .. }) => Kind::TextOrList,
            Shape::Either { short, .. } if short.kind() == Kind::Mapping => Kind::Mapping,
            Shape::Either { .. } => Kind::TextOrMapping,
        }
    }
}

impl Expected<'_> {
    /// The smallest valid value.
    pub(super) fn sample(&self, root: &Schema) -> Schema {
        match example(root, self.schema) {
            // The first of several lines is enough.
            Some(Schema::String(text)) => return text.lines().next().unwrap_or_default().into(),
            Some(example) => return example,
            None => {}
        }
        match &self.shape {
            Shape::Single { kind: Kind::Integer | Kind::TextOrNumber, .. } => 1.into(),
            Shape::Single { kind: Kind::Bool, .. } => false.into(),
            Shape::Single { .. } | Shape::Anything => "Tekstas".into(),
            Shape::Choice(words) => words.first().copied().unwrap_or_default().into(),
            Shape::ByYear { .. } => Schema::Object(serde_json::Map::new()),
            Shape::Either { short, .. } => short.sample(root),
            Shape::List { items, least, .. } => {
                let item = items.map_or(Schema::Null, |items| Expected::of(root, items).sample(root));
                vec![item; usize::try_from((*least).max(1)).unwrap_or(1)].into()
            }
            Shape::Mapping { properties, required } => {
                // Where every key is optional, at least one is still required.
                let usual = ["items", "email", "goals"].into_iter().find(|key| properties.contains_key(*key));
                let keys = if required.is_empty() { usual.into_iter().collect() } else { required.clone() };
                let entries = keys.into_iter().filter_map(|key| {
                    let value = Expected::of(root, properties.get(key)?).sample(root);
                    Some((key.to_owned(), value))
                });
                Schema::Object(entries.collect())
            }
        }
    }
}

/// The keys that are usually written first, in this order.
const FIRST: [&str; 10] =
    ["name", "title", "label", "total", "value", "count", "file", "from", "currency", "income"];

/// A value on one line, in YAML's flow style.
pub(super) fn in_flow(value: &Schema) -> String {
    match value {
        Schema::String(text) => {
            let scalar = Scalar { text: text.clone(), plain: true };
            if ScalarType::of(&scalar) == ScalarType::Text { in_braces(text) } else { quoted(text) }
        }
        Schema::Array(items) if items.is_empty() => "[]".to_owned(),
        Schema::Array(items) => {
            format!("[ {} ]", items.iter().map(in_flow).collect::<Vec<_>>().join(", "))
        }
        Schema::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Schema::Object(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries
                .sort_by_key(|(key, _)| FIRST.iter().position(|first| first == key).unwrap_or(FIRST.len()));
            let entries = entries.into_iter().map(|(key, value)| format!("{key}: {}", in_flow(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// A key at any depth with a sample value, and the keys above it, on a line each.
pub(super) fn entry(path: &str) -> Option<String> {
    let root = schema::json();
    let mut expected = Expected::of(root, root);
    let mut lines = String::new();
    for (depth, key) in path.split('.').enumerate() {
        let Shape::Mapping { properties, .. } = &expected.shape else { return None };
        expected = Expected::of(root, properties.get(key)?);
        if depth > 0 {
            lines.push('\n');
        }
        lines.push_str(&"  ".repeat(depth));
        lines.push_str(key);
        lines.push(':');
    }
    let depth = path.split('.').count();
    let break_or_space = match expected.kind() {
        Kind::Mapping | Kind::List if depth == 1 => format!("\n{}", "  ".repeat(depth)),
        _ => " ".to_owned(),
    };
    let sample = expected.sample(root);
    // A single key is easier to read on a separate line than in braces.
    let value = match sample.as_object().map(|entries| entries.iter().collect::<Vec<_>>()).as_deref() {
        Some([(key, value)]) if depth == 1 => format!("{key}: {}", in_flow(value)),
        _ => in_flow(&sample),
    };
    Some(format!("{lines}{break_or_space}{value}"))
}

/// The path of a key that occurs only once, at the top level of a report or in one of its sections.
pub(super) fn place_of(key: &str) -> Option<String> {
    let root = schema::json();
    let Shape::Mapping { properties: sections, .. } = Expected::of(root, root).shape else { return None };
    if sections.contains_key(key) {
        return Some(key.to_owned());
    }
    let mut places = sections.iter().filter(|(_, schema)| match Expected::of(root, schema).shape {
        Shape::Mapping { properties, .. } => properties.contains_key(key),
        _ => false,
    });
    match (places.next(), places.next()) {
        (Some((section, _)), None) => Some(format!("{section}.{key}")),
        _ => None,
    }
}

/// Whether a word is a key at the top level of a report.
pub(super) fn is_section(word: &str) -> bool {
    schema::json().get("properties").is_some_and(|sections| sections.get(word).is_some())
}

/// The keys of a section at the top level of a report.
pub(super) fn keys_of(section: &str) -> Vec<&'static str> {
    let root = schema::json();
    let section = root.get("properties").and_then(|sections| sections.get(section));
    match section.map(|section| Expected::of(root, section).shape) {
        Some(Shape::Mapping { properties, .. }) => properties.keys().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether a section of the author's own may follow the part with this key.
pub(super) fn is_anchor(key: &str) -> bool {
    static ANCHORS: LazyLock<Vec<&'static str>> =
        LazyLock::new(|| schema::json().pointer("/$defs/Anchor").and_then(choices).unwrap_or_default());
    ANCHORS.contains(&key)
}

/// Whether a word is a key at any level of a report that may hold a list.
pub(super) fn takes_list(word: &str) -> bool {
    is_key_of(word, |expected| match &expected.shape {
        Shape::List { .. } => true,
        Shape::Either { long, .. } => matches!(long.shape, Shape::List { .. }),
        _ => false,
    })
}

/// Whether a word is a key at any level of a report that may hold a text.
pub(super) fn takes_text(word: &str) -> bool {
    is_key_of(word, Expected::takes_text)
}

/// Whether a word is a key at any level of a report for a value of some kind.
fn is_key_of(word: &str, kind: impl Fn(&Expected<'static>) -> bool) -> bool {
    let root = schema::json();
    let definitions = root["$defs"].as_object().into_iter().flatten().map(|(_, schema)| schema);
    let mut values = definitions.chain([root]).filter_map(|schema| schema.get("properties")?.get(word));
    values.any(|schema| kind(&Expected::of(root, schema)))
}

/// Whether a word is a key at any level of a report.
pub(super) fn is_key(word: &str) -> bool {
    static KEYS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let definitions = schema::json()["$defs"].as_object().into_iter().flatten().map(|(_, schema)| schema);
        definitions
            .chain([schema::json()])
            .filter_map(|schema| schema.get("properties").and_then(Schema::as_object))
            .flat_map(|properties| properties.keys().map(String::as_str))
            .collect()
    });
    KEYS.contains(word)
}

/// The words of an enumeration, in either form that schemars generates.
fn choices(schema: &Schema) -> Option<Vec<&str>> {
    let constant = |one: &'_ Schema| one.get("const").is_some();
    if let Some(words) = schema.get("enum").and_then(Schema::as_array) {
        return Some(words.iter().filter_map(Schema::as_str).collect());
    }
    let one_of = schema.get("oneOf").and_then(Schema::as_array)?;
    let words = one_of.iter().flat_map(|one| {
        let several = one.get("enum").and_then(Schema::as_array).into_iter().flatten();
        several.chain(one.get("const").filter(|_| constant(one))).filter_map(Schema::as_str)
    });
    Some(words.collect())
}

/// The first example that the schema has for a value.
fn example(root: &Schema, schema: &Schema) -> Option<Schema> {
    if let Some(example) = schema.get("examples").and_then(|examples| examples.get(0)) {
        return Some(example.clone());
    }
    if let Some(target) = schema.get("$ref").and_then(Schema::as_str) {
        return example(root, root.pointer(target.strip_prefix('#')?)?);
    }
    schema.get("anyOf").and_then(Schema::as_array)?.iter().find_map(|form| example(root, form))
}

/// A text as a scalar in flow style: within braces or brackets.
pub(super) fn in_braces(value: &str) -> String {
    let is_plain = value.chars().all(|c| c.is_alphanumeric() || " .-€".contains(c))
        && value.starts_with(char::is_alphanumeric)
        && value == value.trim();
    if is_plain { value.to_owned() } else { quoted(value) }
}

/// The known word that is closest to a mistyped one, if any is close enough.
pub(super) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    /// The maximum length of a compared word, in bytes; known words are less than half as long.
    const MAX_LENGTH: usize = 64;
    if word.len() > MAX_LENGTH {
        return None;
    }
    let word = word.to_lowercase();
    known
        .map(|known| (strsim::damerau_levenshtein(&word, known), known))
        .filter(|(distance, known)| *distance <= known.chars().count().div_ceil(3))
        .min()
        .map(|(_, known)| known.to_owned())
}

/// A text that is short enough to be quoted in a message.
pub(super) fn short(text: &str) -> Option<String> {
    (text.chars().count() <= 40 && !text.contains('\n')).then(|| text.to_owned())
}
