//! Replaces features that only browsers support with those of SVG 1.1 and CSS 2.
//!
//! For example, diagrams.net writes separate colours for light and dark screens, and a text about itself for programs
//! that do not support HTML.

use std::ops::Range;

use usvg::roxmltree::{Document, Node};

use super::colors::PROPERTIES;
use crate::diagnostic::image_fault::SvgFault;

const FOREIGN_OBJECT: &str = "foreignObject";
/// An attribute of SVG 1.1 that SVG 2 has dropped, and browsers ignore.
const REQUIRED_FEATURES: &str = "requiredFeatures";
/// The functions that give a colour for light screens and one for dark ones (CSS Color 5), and that of a variable
/// (CSS Variables 1); and the colour by an ICC profile beside that in sRGB (SVG 1.1).
const FUNCTIONS: [&str; 3] = [LIGHT_DARK, VARIABLE, ICC_COLOR];
const LIGHT_DARK: &str = "light-dark(";
const VARIABLE: &str = "var(";
const ICC_COLOR: &str = "icc-color(";
/// The maximum number of functions replaced in a value.
const REPLACEMENTS: usize = 64;
/// The longest value in place of a variable, in bytes.
const MAX_VALUE_LENGTH: usize = 200;

/// Whether a text may have any of these features.
pub(super) fn concerns(text: &str) -> bool {
    [FOREIGN_OBJECT, REQUIRED_FEATURES].iter().chain(&FUNCTIONS).any(|name| text.contains(name))
}

/// A text without HTML and other foreign objects where it has an alternative to draw instead (SVG 2, 5.7 and 12.4),
/// and with colours as SVG 1.1 has them.
pub(super) fn without(text: &str, document: &Document<'_>) -> Result<String, SvgFault> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for node in document.root().descendants() {
        if node.is_comment() {
            edits.push((node.range(), String::new()));
        }
        if !node.is_element() {
            continue;
        }
        if node.tag_name().name() == FOREIGN_OBJECT {
            if !has_alternative(node) {
                return Err(SvgFault::ForeignObject);
            }
            edits.push((node.range(), String::new()));
        }
        for attribute in node.attributes() {
            if attribute.name() == REQUIRED_FEATURES {
                edits.push((attribute.range(), String::new()));
            } else if PROPERTIES.contains(&attribute.name()) || attribute.name() == "style" {
                edits.extend(replaced(text, attribute.range_value()));
            }
        }
        if node.tag_name().name() == "style" {
            let texts = node.children().filter(Node::is_text);
            edits.extend(texts.filter_map(|node| replaced(text, node.range())));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    let mut kept = String::with_capacity(text.len());
    let mut end = 0;
    for (range, replacement) in edits {
        // An edit within an element that is left out.
        let Some(before) = text.get(end..range.start) else { continue };
        kept.push_str(before);
        kept.push_str(&replacement);
        end = range.end;
    }
    kept.push_str(text.get(end..).unwrap_or_default());
    // For example in the value of an attribute, where Typst would take it for an element.
    if kept.contains("<foreignObject") { Err(SvgFault::ForeignObject) } else { Ok(kept) }
}

fn has_alternative(node: Node<'_, '_>) -> bool {
    node.parent_element().is_some_and(|parent| {
        parent.tag_name().name() == "switch"
            && parent.children().any(|other| other.is_element() && other.tag_name().name() != FOREIGN_OBJECT)
    })
}

/// The value in a range of the text without [`FUNCTIONS`], if it has any.
fn replaced(text: &str, range: Range<usize>) -> Option<(Range<usize>, String)> {
    let mut value = text.get(range.clone())?.to_owned();
    let mut has_changed = false;
    for _ in 0..REPLACEMENTS {
        let Some((start, name)) = FUNCTIONS
            .iter()
            .filter_map(|name| Some((value.rfind(name)?, *name)))
            .max_by_key(|(start, _)| *start)
        else {
            break;
        };
        let Some((end, replacement)) = without_function(text, &value, start, name) else { break };
        value.replace_range(start..end, &replacement);
        has_changed = true;
    }
    has_changed.then_some((range, value))
}

/// The replacement for a function at a position of a value, without nested functions, and its end.
fn without_function(text: &str, value: &str, start: usize, name: &str) -> Option<(usize, String)> {
    let arguments = start + name.len();
    let (length, comma) = arguments_of(value.get(arguments..)?)?;
    let end = arguments + length + 1;
    let first = value.get(arguments..arguments + comma.unwrap_or(length))?.trim();
    let second = comma.and_then(|comma| value.get(arguments + comma + 1..arguments + length)).map(str::trim);
    let replacement = match name {
        ICC_COLOR => "",
        VARIABLE => definition(text, first).or(second)?,
        _ => first,
    };
    Some((end, replacement.to_owned()))
}

/// The end of the arguments of a function, and that of the first one if there are several.
fn arguments_of(text: &str) -> Option<(usize, Option<usize>)> {
    let (mut depth, mut comma) = (0_usize, None);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some((at, comma)),
            ')' => depth -= 1,
            ',' if depth == 0 && comma.is_none() => comma = Some(at),
            ';' | '{' | '}' | '<' => return None,
            _ => {}
        }
    }
    None
}

/// The value of a variable, where it is first given one.
fn definition<'a>(text: &'a str, variable: &str) -> Option<&'a str> {
    if !variable.starts_with("--") {
        return None;
    }
    text.match_indices(variable).find_map(|(at, _)| {
        let value = text.get(at + variable.len()..)?.trim_start().strip_prefix(':')?;
        let value = value.get(..value.find([';', '}', '"', '\'', '<'])?)?.trim();
        (!value.is_empty() && value.len() <= MAX_VALUE_LENGTH && !value.contains(VARIABLE)).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adapted(text: &str) -> Result<String, SvgFault> {
        without(text, &Document::parse(text).unwrap())
    }

    #[test]
    fn colours_are_those_of_a_light_screen() {
        for (written, expected) in [
            ("fill='light-dark(#000000, #ffffff)'", "fill='#000000'"),
            (
                "style='fill: light-dark(rgb(1, 2, 3), rgb(4, 5, 6)); x: y'",
                "style='fill: rgb(1, 2, 3); x: y'",
            ),
            ("fill='light-dark(var(--none, red), blue)'", "fill='red'"),
            ("fill='#f00 icc-color(Profilis, 0.1, 0.2)'", "fill='#f00 '"),
            ("style='--a: teal; fill: var(--a)'", "style='--a: teal; fill: teal'"),
            ("fill='var(--none)'", "fill='var(--none)'"),
            ("fill='light-dark(red'", "fill='light-dark(red'"),
            ("data-text='light-dark(a, b)'", "data-text='light-dark(a, b)'"),
        ] {
            assert_eq!(adapted(&format!("<svg {written}/>")), Ok(format!("<svg {expected}/>")));
        }
        assert_eq!(
            adapted("<svg><style>:root{--c:#123} .a{fill:var(--c)}</style><text>var(--c)</text></svg>"),
            Ok("<svg><style>:root{--c:#123} .a{fill:#123}</style><text>var(--c)</text></svg>".to_owned())
        );
    }

    /// The end of an export of diagrams.net.
    #[test]
    fn features_are_not_asked_for() {
        let text = "<svg><switch><g requiredFeatures='http://www.w3.org/TR/SVG11/feature#Extensibility'/>\
                    <text>Text is not SVG</text></switch></svg>";
        let expected = "<svg><switch><g /><text>Text is not SVG</text></switch></svg>";
        assert_eq!(adapted(text), Ok(expected.to_owned()));
    }
}
