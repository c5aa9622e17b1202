//! The YAML as a tree with the position of each part.
//!
//! saphyr-parser gives each of its events a position. It counts characters; the tree counts bytes of the
//! [text](super::text). A text without a tree is not passed to `serde_yaml`, and the tree is equivalent to what
//! `serde_yaml` reads: the test `agreement` of `tests/findings` compares the two.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::report::{KeyPath, Step};

/// The maximum nesting depth; that of a valid report is six.
pub(crate) const DEPTH_LIMIT: usize = 64;
/// The maximum number of values of a report with its aliases expanded.
pub(crate) const SIZE_LIMIT: usize = 50_000;

/// The key of the long form that corresponds to the short form.
pub(super) const SHORT_FORM: &str = "text";

/// A value with its position.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Its range in the file, in bytes; empty for an omitted value.
    pub(super) range: Range<usize>,
    pub(super) value: Value,
}

#[derive(Debug, Clone)]
pub(super) enum Value {
    Scalar(Scalar),
    List(Vec<Node>),
    /// Keys and values in the order of the file, duplicates included.
    Mapping(Vec<(Node, Node)>),
}

#[derive(Debug, Clone)]
pub(super) struct Scalar {
    pub(super) text: String,
    /// Whether it is plain, without quotation marks, so that it may be a number or null.
    pub(super) plain: bool,
}

/// Why there is no tree. Positions are in the text.
#[derive(Debug, Clone)]
pub(super) enum Fault {
    /// The file is empty.
    Empty,
    /// Not YAML.
    Syntax { words: String, at: usize },
    /// A second document.
    Documents { at: Range<usize> },
    /// Too deep.
    Depth { at: usize },
    /// More values than a report may have.
    Size { at: Range<usize> },
    /// An alias inside its own anchor.
    Loop { at: Range<usize> },
    /// A value without its key.
    NoKey { at: usize },
    /// A value that begins with `!`, which YAML reads as a tag, or with `&`, which it reads as an anchor, without an
    /// alias for it.
    Indicator { character: char, at: Range<usize> },
}

impl Node {
    /// A text, never taken for a number or null.
    pub(super) fn of_text(text: &str, range: &Range<usize>) -> Self {
        Self { range: range.clone(), value: Value::Scalar(Scalar { text: text.to_owned(), plain: false }) }
    }

    /// Reads a text.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let bytes = Bytes::new(text);
        let mut builder = Builder::default();
        let mut documents = 0;
        for event in Parser::new_from_str(text) {
            let (event, span) = event.map_err(|error| fault(&error, &bytes))?;
            let range = bytes.range(span);
            // A tag, or an anchor without an alias, would be silently dropped from the value.
            if let Event::Scalar(.., Some(_))
            | Event::SequenceStart(_, Some(_))
            | Event::MappingStart(_, Some(_)) = &event
            {
                return Err(indicator(text, '!', range.start));
            }
            match event {
                Event::DocumentStart(_) if documents == 1 => {
                    return Err(Fault::Documents { at: range });
                }
                Event::DocumentStart(_) => documents += 1,
                Event::Alias(anchor) => builder.alias(anchor, range)?,
                Event::Scalar(value, style, anchor, _) => {
                    let range = match style {
                        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => in_quotes(text, range),
                        // An omitted value has an empty range.
                        ScalarStyle::Plain if value.is_empty() => range.start..range.start,
                        _ => range,
                    };
                    let scalar = Scalar { text: value.into_owned(), plain: style == ScalarStyle::Plain };
                    builder.put(Self { range, value: Value::Scalar(scalar) }, anchor)?;
                }
                Event::SequenceStart(anchor, _) => builder.open(Children::List, anchor, range)?,
                Event::MappingStart(anchor, _) => builder.open(Children::Mapping, anchor, range)?,
                Event::SequenceEnd | Event::MappingEnd => builder.close(range)?,
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        if let Some(anchor) =
            builder.anchors.values().filter(|anchor| !anchor.used).min_by_key(|anchor| anchor.at)
        {
            return Err(indicator(text, '&', anchor.at));
        }
        match builder.root {
            Some(Self { value: Value::Scalar(Scalar { text, plain: true, .. }), .. }) if text.is_empty() => {
                Err(Fault::Empty)
            }
            Some(root) => Ok(root),
            None => Err(Fault::Empty),
        }
    }

    /// The key and the value at the end of a path.
    pub(super) fn find(&self, path: &KeyPath) -> Option<(Option<&Self>, &Self)> {
        let mut found = (None, self);
        for step in path.steps() {
            found = match (step, &found.1.value) {
                (Step::Key(name), Value::Mapping(entries)) => {
                    let (key, value) = entries.iter().find(|(key, _)| key.text() == Some(name))?;
                    (Some(key), value)
                }
                (Step::Item(index), Value::List(items)) => (None, items.get(*index)?),
                // The short form of a value is its text.
                (Step::Key(name), Value::Scalar(_)) if name == SHORT_FORM => found,
                _ => return None,
            };
        }
        Some(found)
    }

    /// The value at the end of a path, for replacing it.
    pub(super) fn find_mut(&mut self, path: &KeyPath) -> Option<&mut Self> {
        let mut found = self;
        for step in path.steps() {
            found = match (step, found) {
                (Step::Key(name), Self { value: Value::Mapping(entries), .. }) => {
                    &mut entries.iter_mut().find(|(key, _)| key.text() == Some(name))?.1
                }
                (Step::Item(index), Self { value: Value::List(items), .. }) => items.get_mut(*index)?,
                (Step::Key(name), text @ Self { value: Value::Scalar(_), .. }) if name == SHORT_FORM => text,
                _ => return None,
            };
        }
        Some(found)
    }

    /// A path without its last key, if that key is the text of a value in its short form.
    pub(super) fn written_out(&self, path: &KeyPath) -> KeyPath {
        match path.parent() {
            Some((parent, Step::Key(last)))
                if last == SHORT_FORM
                    && self.find(&parent).is_some_and(|(_, value)| value.text().is_some()) =>
            {
                parent
            }
            _ => path.clone(),
        }
    }

    /// The text of a single value.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            Value::List(_) | Value::Mapping(_) => None,
        }
    }
}

/// A range that begins with a quotation mark, up to the closing one: the parser includes the white space and the comment
/// after it.
fn in_quotes(text: &str, range: Range<usize>) -> Range<usize> {
    let mut rest = text.get(range.clone()).unwrap_or_default().char_indices().skip(1).peekable();
    let quote = text.get(range.start..).and_then(|text| text.chars().next());
    while let Some((at, c)) = rest.next() {
        let is_escaped = match c {
            '\\' => quote == Some('"'),
            '\'' if quote == Some('\'') => rest.peek().is_some_and(|(_, next)| *next == '\''),
            _ => false,
        };
        if is_escaped {
            rest.next();
        } else if Some(c) == quote {
            return range.start..range.start + at + c.len_utf8();
        }
    }
    range
}

/// The last indicator before a position in a text.
fn indicator(text: &str, character: char, at: usize) -> Fault {
    let start = text.get(..at).and_then(|before| before.rfind(character)).unwrap_or(at);
    let rest = text.get(start..).unwrap_or_default();
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    Fault::Indicator { character, at: start..start + length }
}

fn fault(error: &ScanError, bytes: &Bytes) -> Fault {
    let at = bytes.offset(error.marker().index());
    if error.info().contains("recursion limit") {
        Fault::Depth { at }
    } else {
        Fault::Syntax { words: error.info().to_owned(), at }
    }
}

/// Converts positions in characters to positions in bytes.
struct Bytes {
    /// The offset of each character, and of the end of the text.
    starts: Vec<usize>,
}

impl Bytes {
    fn new(text: &str) -> Self {
        Self { starts: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    fn offset(&self, index: usize) -> usize {
        self.starts.get(index).or(self.starts.last()).copied().unwrap_or_default()
    }

    fn range(&self, span: Span) -> Range<usize> {
        let start = self.offset(span.start.index());
        start..self.offset(span.end.index()).max(start)
    }
}

/// The contents read so far of a list or mapping.
struct Open {
    children: Children,
    nodes: Vec<Node>,
    range: Range<usize>,
    anchor: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Children {
    List,
    Mapping,
}

/// A value with an anchor.
struct Anchored {
    node: Node,
    /// The number of values in it.
    size: usize,
    /// The number of levels in it.
    height: usize,
    /// Its start.
    at: usize,
    /// Whether an alias refers to it.
    used: bool,
}

/// Builds the tree from the parser's events.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchored>,
    size: usize,
    root: Option<Node>,
}

impl Builder {
    fn open(&mut self, children: Children, anchor: usize, range: Range<usize>) -> Result<(), Fault> {
        if self.open.len() == DEPTH_LIMIT {
            return Err(Fault::Depth { at: range.start });
        }
        self.open.push(Open { children, nodes: Vec::new(), range, anchor });
        Ok(())
    }

    fn close(&mut self, end: Range<usize>) -> Result<(), Fault> {
        let Some(Open { children, nodes, mut range, anchor }) = self.open.pop() else { return Ok(()) };
        // A flow sequence ends with its bracket, a block sequence with its last item.
        range.end = if end.is_empty() {
            nodes.last().map_or(range.start, |last| last.range.end).max(range.start)
        } else {
            end.end.max(range.start)
        };
        let value = if children == Children::List {
            Value::List(nodes)
        } else {
            let mut entries = Vec::with_capacity(nodes.len() / 2);
            let mut nodes = nodes.into_iter();
            while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
                if matches!(&key.value, Value::Scalar(scalar) if scalar.plain && scalar.text.is_empty()) {
                    return Err(Fault::NoKey { at: key.range.start });
                }
                entries.push((key, value));
            }
            Value::Mapping(entries)
        };
        self.put(Node { range, value }, anchor)
    }

    fn alias(&mut self, anchor: usize, range: Range<usize>) -> Result<(), Fault> {
        let Some(anchored) = self.anchors.get_mut(&anchor) else { return Err(Fault::Loop { at: range }) };
        anchored.used = true;
        if self.open.len() + anchored.height > DEPTH_LIMIT {
            return Err(Fault::Depth { at: range.start });
        }
        self.size += anchored.size;
        if self.size > SIZE_LIMIT {
            return Err(Fault::Size { at: range });
        }
        let node = anchored.node.clone();
        self.attach(node);
        Ok(())
    }

    fn put(&mut self, node: Node, anchor: usize) -> Result<(), Fault> {
        self.size += 1;
        if self.size > SIZE_LIMIT {
            return Err(Fault::Size { at: node.range });
        }
        if anchor > 0 {
            let (size, height) = extent(&node);
            let anchored = Anchored { at: node.range.start, node: node.clone(), size, height, used: false };
            self.anchors.insert(anchor, anchored);
        }
        self.attach(node);
        Ok(())
    }

    fn attach(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = Some(node),
        }
    }
}

/// The number of values and of levels in a node.
fn extent(node: &Node) -> (usize, usize) {
    let sum = |(size, height): (usize, usize), node: &Node| {
        let (more, level) = extent(node);
        (size + more, height.max(level + 1))
    };
    match &node.value {
        Value::Scalar(_) => (1, 0),
        Value::List(items) => items.iter().fold((1, 1), sum),
        Value::Mapping(entries) => entries.iter().flat_map(|(key, value)| [key, value]).fold((1, 1), sum),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place<'a>(text: &'a str, path: &KeyPath) -> &'a str {
        let tree = Node::parse(text).unwrap();
        &text[tree.find(path).unwrap().1.range.clone()]
    }

    #[test]
    fn places_are_counted_in_bytes() {
        let text = "ąž: 'šuo'\r\nb:\r\n  - {ę: ė, c: 1}\r\n  - d: č ū # pastaba\r\n    e: [į, \"š\"]\r\n";
        let at = |path: KeyPath| place(text, &path);
        assert_eq!(at("ąž".into()), "'šuo'");
        assert_eq!(at(KeyPath::from("b").item(0)), "{ę: ė, c: 1}");
        assert_eq!(at(KeyPath::from("b").item(0).key("ę")), "ė");
        assert_eq!(at(KeyPath::from("b").item(1).key("d")), "č ū");
        assert_eq!(at(KeyPath::from("b").item(1).key("e")), "[į, \"š\"]");
        assert_eq!(at(KeyPath::from("b").item(1)), "d: č ū # pastaba\r\n    e: [į, \"š\"]");
    }

    #[test]
    fn aliases_are_expanded_up_to_a_limit() {
        let tree = Node::parse("a: &x [1, 2]\nb: *x\n").unwrap();
        assert_eq!(tree.find(&KeyPath::from("b").item(1)).unwrap().1.text(), Some("2"));
        let levels = (1..20).map(|level| {
            let inner = vec![format!("*a{}", level - 1); 10].join(", ");
            format!("a{level}: &a{level} [{inner}]\n")
        });
        let bomb: String =
            ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned()].into_iter().chain(levels).collect();
        assert!(matches!(Node::parse(&bomb), Err(Fault::Size { .. })));
        assert!(matches!(Node::parse("a: &x [*x]"), Err(Fault::Loop { .. })));
    }

    #[test]
    fn texts_without_a_single_tree_are_named() {
        assert!(matches!(Node::parse("# vien pastaba\n"), Err(Fault::Empty)));
        assert!(matches!(Node::parse("---\n"), Err(Fault::Empty)));
        assert!(matches!(Node::parse("a: 1\n---\nb: 2\n"), Err(Fault::Documents { at }) if at == (5..8)));
        for deep in ["[".repeat(10_000), "- ".repeat(10_000), "{a: ".repeat(10_000)] {
            assert!(matches!(Node::parse(&deep), Err(Fault::Depth { .. })));
        }
    }
}
