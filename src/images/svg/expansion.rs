//! Counts the times that each element of an SVG is drawn.
//!
//! A reference draws its target again, so a few lines may expand to billions of elements. The elements are counted here
//! as often as they are drawn, without drawing any.

use std::collections::HashMap;

use usvg::roxmltree::{Document, Node, NodeId};

use super::{ELEMENTS, REFERENCES};
use crate::diagnostic::image_fault::{SvgFault, SvgLimit};

/// The bytes of text and attributes that cost as much as one element.
const BYTES_PER_ELEMENT: u64 = 64;
/// The numbers in a path that cost as much as one element.
const NUMBERS_PER_ELEMENT: u64 = 4;
/// The bytes of an image, which is decoded faster, that cost as much as one element.
const IMAGE_BYTES_PER_ELEMENT: u64 = 1024;
/// The maximum number of bytes of style sheets that are compared with elements and with other rules: reading a style sheet
/// takes time that grows with the square of its length.
const STYLE_WORK: u64 = 200_000_000;
/// The most characters in one text, which is shaped again for every typeface that it needs.
const TEXT: u64 = 10_000;

/// Checks that the elements of an SVG, each counted as often as it is drawn, are not too many.
pub(super) fn check(document: &Document<'_>) -> Result<(), SvgFault> {
    let mut targets = HashMap::new();
    let (mut count, mut style_bytes, mut style_sheets) = (0_u64, 0, Vec::new());
    for node in document.root().descendants().filter(Node::is_element) {
        count += 1;
        if let Some(id) = node.attribute("id") {
            targets.entry(id).or_insert(node);
        }
        match node.tag_name().name() {
            "style" => {
                let text = node.text().unwrap_or_default();
                style_bytes += text.len() as u64;
                style_sheets.push(text);
            }
            "text" => {
                let characters =
                    node.descendants().filter_map(|node| node.text()).map(str::len).sum::<usize>();
                if characters as u64 > TEXT {
                    return Err(SvgFault::TooComplex(SvgLimit::Text(TEXT)));
                }
            }
            _ => {}
        }
    }
    let rules: u64 = style_sheets.iter().map(|text| text.matches('{').count() as u64).sum();
    if style_bytes.saturating_mul(count + rules) > STYLE_WORK {
        return Err(SvgFault::TooComplex(SvgLimit::Styles));
    }
    let mut expansion =
        Expansion { targets, known: HashMap::new(), markers: 0, marks_each_vertex: false, depth: 0 };
    expansion.see_markers(document, &style_sheets)?;
    let mut total = expansion.cost_of(document.root_element())?.weight;
    // A rule of a style sheet may apply to every element. Gradients are light.
    let mut styled = 0;
    for id in style_sheets.iter().flat_map(|text| references(text)).map(|(_, id)| id) {
        styled = expansion.target(id)?.map_or(styled, |target| target.weight.max(styled));
    }
    total = total.saturating_add(styled.saturating_mul(count));
    if total > ELEMENTS { Err(SvgFault::TooComplex(SvgLimit::Elements(ELEMENTS))) } else { Ok(()) }
}

/// The cost of drawing an element.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    /// In elements.
    weight: u64,
    /// The length of the longest chain of references.
    references: u64,
}

struct Expansion<'a, 'input> {
    /// The first element with each ID.
    targets: HashMap<&'a str, Node<'a, 'input>>,
    /// The costs of the elements so far; `None` for an element that is being computed.
    known: HashMap<NodeId, Option<Cost>>,
    /// The cost of the largest marker.
    markers: u64,
    /// Whether markers may be drawn at each vertex, and not just at both ends.
    marks_each_vertex: bool,
    /// The number of references on the way to the current element.
    depth: u64,
}

impl<'a, 'input> Expansion<'a, 'input> {
    fn see_markers(&mut self, document: &'a Document<'input>, style_sheets: &[&str]) -> Result<(), SvgFault> {
        let names_each = |text: &str| text.contains("marker-mid") || text.contains("marker:");
        for node in document.root().descendants().filter(Node::is_element) {
            if node.tag_name().name() == "marker" {
                self.markers = self.markers.max(self.cost_of(node)?.weight);
            }
            self.marks_each_vertex |= node.attributes().any(|attribute| {
                matches!(attribute.name(), "marker-mid" | "marker")
                    || attribute.name() == "style" && names_each(attribute.value())
            });
        }
        self.marks_each_vertex |= style_sheets.iter().any(|text| names_each(text));
        // The costs of elements within markers were computed without markers.
        self.known.clear();
        Ok(())
    }

    fn cost_of(&mut self, node: Node<'a, 'input>) -> Result<Cost, SvgFault> {
        match self.known.insert(node.id(), None) {
            Some(Some(known)) => {
                self.known.insert(node.id(), Some(known));
                return Ok(known);
            }
            Some(None) => return Err(SvgFault::Recursive),
            None => {}
        }
        let name = node.tag_name().name();
        let mut own = 1;
        let (mut once, mut inherited) = (Cost::default(), Cost::default());
        for attribute in node.attributes() {
            let bytes = attribute.value().len() as u64;
            match attribute.name() {
                "href" if name == "image" => own += bytes / IMAGE_BYTES_PER_ELEMENT,
                "href" => {
                    if let Some(id) = attribute.value().trim().strip_prefix('#').filter(|_| name != "a") {
                        once.add(self.target(id)?);
                    }
                    own += bytes / BYTES_PER_ELEMENT;
                }
                attribute_name => {
                    if matches!(attribute_name, "d" | "points") {
                        let numbers = numbers(attribute.value());
                        // A vertex may be a single number, such as `h1`.
                        let marked = if self.marks_each_vertex { numbers } else { 2 };
                        own += numbers / NUMBERS_PER_ELEMENT;
                        own = own.saturating_add(self.markers.saturating_mul(marked));
                    } else {
                        own += bytes / BYTES_PER_ELEMENT;
                    }
                    for (property, id) in references(attribute.value()) {
                        let property = if attribute_name == "style" { property } else { attribute_name };
                        let target = self.target(id)?;
                        if matches!(property, "fill" | "stroke") {
                            inherited.add(target);
                        } else {
                            once.add(target);
                        }
                    }
                }
            }
        }
        let mut cost = Cost { weight: own, references: once.references.max(inherited.references) };
        let mut descendants = 0_u64;
        for child in node.children() {
            if child.is_element() {
                let child_cost = self.cost_of(child)?;
                cost.weight = cost.weight.saturating_add(child_cost.weight);
                cost.references = cost.references.max(child_cost.references);
            } else {
                cost.weight += child.text().unwrap_or_default().len() as u64 / BYTES_PER_ELEMENT;
            }
        }
        if inherited.weight > 0 {
            descendants = node.descendants().filter(Node::is_element).count() as u64;
        }
        cost.weight = cost
            .weight
            .saturating_add(once.weight)
            .saturating_add(inherited.weight.saturating_mul(descendants));
        self.known.insert(node.id(), Some(cost));
        Ok(cost)
    }

    /// The cost of drawing the target of a reference; `None` if there is no such element.
    fn target(&mut self, id: &str) -> Result<Option<Cost>, SvgFault> {
        let Some(&node) = self.targets.get(id) else { return Ok(None) };
        let too_deep = SvgFault::TooComplex(SvgLimit::References(REFERENCES));
        self.depth += 1;
        if self.depth > REFERENCES {
            return Err(too_deep);
        }
        let cost = self.cost_of(node)?;
        self.depth -= 1;
        let references = cost.references + 1;
        if references > REFERENCES {
            return Err(too_deep);
        }
        // A gradient that is inherited or styled is not drawn again for each element.
        let is_gradient = node.tag_name().name().ends_with("Gradient");
        Ok(Some(Cost { weight: if is_gradient { 0 } else { cost.weight }, references }))
    }
}

impl Cost {
    fn add(&mut self, other: Option<Self>) {
        let other = other.unwrap_or_default();
        self.weight = self.weight.saturating_add(other.weight);
        self.references = self.references.max(other.references);
    }
}

/// The number of numbers in a path or a list of points (SVG 2, 9.3.9).
fn numbers(path: &str) -> u64 {
    let (mut count, mut is_in_number, mut has_point) = (0, false, false);
    for byte in path.bytes() {
        let is_point = byte == b'.';
        let continues = byte.is_ascii_digit() || is_point;
        if continues && (!is_in_number || (is_point && has_point)) {
            count += 1;
            has_point = false;
        }
        has_point |= is_point;
        is_in_number = continues;
    }
    count
}

/// The elements that a value or a list of declarations refers to by `url(#id)`, each with the
/// property before it.
fn references(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("url(").filter_map(move |(at, opening)| {
        let (before, after) = (text.get(..at)?, text.get(at + opening.len()..)?);
        let declaration = before.rsplit([';', '{']).next().unwrap_or(before);
        let property = declaration.split(':').next().unwrap_or_default().trim();
        let (inner, _) = after.split_once(')')?;
        let id = inner.trim().trim_matches(['"', '\'']).trim().strip_prefix('#')?;
        Some((property, id))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(body: &str) -> Result<(), SvgFault> {
        check(&Document::parse(&format!("<svg>{body}</svg>")).unwrap())
    }

    const TOO_MANY: Result<(), SvgFault> = Err(SvgFault::TooComplex(SvgLimit::Elements(ELEMENTS)));

    /// Six groups, each of which refers ten times to the one before: a million elements.
    fn doubling(reference: impl Fn(usize) -> String) -> String {
        let group = |level: usize| format!("<g id='g{level}'>{}</g>", reference(level - 1).repeat(10));
        format!("<g id='g0'><rect/></g>{}", (1..=6).map(group).collect::<String>())
    }

    #[test]
    fn drawings_pass() {
        assert_eq!(verdict("<defs><g id='a'><rect/></g></defs><use href='#a'/><use href='#none'/>"), Ok(()));
        let gradients = |n| format!("<linearGradient id='g{n}'/><path style='fill:url(#g{n})'/>");
        let gradients = (0..500).map(gradients).collect::<Vec<_>>().concat();
        assert_eq!(verdict(&gradients), Ok(()));
        assert_eq!(verdict("<a id='x' href='#x'><rect/></a>"), Ok(()), "a link draws nothing");
    }

    #[test]
    fn style_rules_are_limited() {
        let sheet = |count: usize| {
            format!("<style>{}</style><rect/>", "rect.a > rect, g rect.b { fill: red }\n".repeat(count))
        };
        assert_eq!(verdict(&sheet(2000)), Ok(()));
        assert_eq!(verdict(&sheet(4000)), Err(SvgFault::TooComplex(SvgLimit::Styles)));
    }

    #[test]
    fn references_to_references_are_counted_as_often_as_they_are_drawn() {
        assert_eq!(verdict(&doubling(|level| format!("<use href='#g{level}'/>"))), TOO_MANY);
        assert_eq!(verdict(&doubling(|level| format!("<rect fill='url(#g{level})'/>"))), TOO_MANY);
        assert_eq!(
            verdict(&doubling(|level| format!("<rect style='mask: url( \"#g{level}\" )'/>"))),
            TOO_MANY
        );
    }

    #[test]
    fn markers_are_counted_at_each_vertex() {
        let marker = format!("<marker id='m'>{}</marker>", "<rect/>".repeat(100));
        let path = format!("<path d='{}' ", "h1".repeat(2000));
        assert_eq!(verdict(&format!("{marker}{path} marker-mid='url(#m)'/>")), TOO_MANY);
        assert_eq!(verdict(&format!("{marker}{path} marker-end='url(#m)'/>")), Ok(()));
    }

    #[test]
    fn the_numbers_of_a_path_are_counted() {
        assert_eq!(numbers("M10 20h1v-2.5l.5.5-3,4z"), 8);
        assert_eq!(verdict(&format!("<path d='{}'/>", "h1".repeat(500_000))), TOO_MANY);
    }

    #[test]
    fn patterns_are_inherited() {
        let pattern = format!("<pattern id='p'>{}</pattern>", "<rect/>".repeat(500));
        let group = format!("<g fill='url(#p)'>{}</g>", "<rect/>".repeat(500));
        assert_eq!(verdict(&format!("{pattern}{group}")), TOO_MANY);
    }

    #[test]
    fn references_to_themselves_are_refused() {
        assert_eq!(verdict("<g id='a'><use href='#a'/></g>"), Err(SvgFault::Recursive));
        let circle = "<mask id='a' mask='url(#b)'/><mask id='b'><rect style='mask:url(#a)'/></mask>";
        assert_eq!(verdict(circle), Err(SvgFault::Recursive));
    }

    #[test]
    fn long_chains_are_refused() {
        let link = |n| format!("<linearGradient id='g{n}' href='#g{}'/>", n + 1);
        let chain = (0..30).map(link).collect::<Vec<_>>().concat();
        let limit = SvgLimit::References(REFERENCES);
        assert_eq!(verdict(&chain), Err(SvgFault::TooComplex(limit)));
    }
}
