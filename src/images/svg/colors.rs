//! Checks that colours are valid.
//!
//! usvg silently replaces an invalid colour with black.

use simplecss::{DeclarationTokenizer, StyleSheet};
use svgtypes::Paint;
use usvg::roxmltree::{Document, Node};

/// The properties that are colours.
pub(super) const PROPERTIES: [&str; 6] =
    ["fill", "stroke", "stop-color", "flood-color", "lighting-color", "color"];
/// The CSS-wide keywords (CSS Cascading 4, 7.3).
const CASCADING: [&str; 3] = ["initial", "unset", "revert"];
/// The maximum number of characters of a colour shown.
const SHOWN: usize = 60;

/// The first invalid colour, if any.
pub(super) fn unreadable(document: &Document<'_>) -> Option<String> {
    let elements = document.root().descendants().filter(Node::is_element);
    elements.into_iter().find_map(|element| {
        let attributes = element.attributes().map(|attribute| (attribute.name(), attribute.value()));
        let found = attributes.into_iter().find_map(|(name, value)| {
            if name == "style" {
                in_declarations(DeclarationTokenizer::from(value).map(|it| (it.name, it.value)))
            } else {
                in_declarations([(name, value)])
            }
        });
        found.or_else(|| {
            let sheet = element.text().filter(|_| element.tag_name().name() == "style")?;
            let sheet = StyleSheet::parse(sheet);
            let declarations = sheet.rules.iter().flat_map(|rule| &rule.declarations);
            in_declarations(declarations.map(|it| (it.name, it.value)))
        })
    })
}

fn in_declarations<'a>(declarations: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<String> {
    declarations
        .into_iter()
        .find(|(name, value)| PROPERTIES.contains(name) && !is_readable(value))
        .map(|(_, value)| value.trim().chars().take(SHOWN).collect())
}

fn is_readable(value: &str) -> bool {
    let value = value.trim();
    value.is_empty() || CASCADING.contains(&value) || Paint::from_str(value).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unreadable_in(body: &str) -> Option<String> {
        unreadable(&Document::parse(&format!("<svg>{body}</svg>")).unwrap())
    }

    #[test]
    fn unsupported_colours_are_found_everywhere() {
        for body in [
            "<rect fill='oklch(0.6 0.2 29)'/>",
            "<rect style='stroke: none; fill: oklch(0.6 0.2 29)'/>",
            "<style>.a{fill:oklch(0.6 0.2 29)}</style>",
            "<stop stop-color=' oklch(0.6 0.2 29)'/>",
        ] {
            assert_eq!(unreadable_in(body).as_deref(), Some("oklch(0.6 0.2 29)"), "{body}");
        }
        for value in [
            "none",
            "red",
            "#0b5563",
            "rgb(1, 2, 3)",
            "hsl(20, 30%, 40%)",
            "currentColor",
            "inherit",
            "url(#a)",
            "url(#a) red",
            "context-stroke",
            "transparent",
            "initial",
            "rgba(1,2,3,.5)",
        ] {
            assert_eq!(unreadable_in(&format!("<rect fill='{value}'/>")), None, "{value}");
        }
        assert_eq!(unreadable_in("<animate values='oklch(1 1 1)'/><text>fill: oklch(1 1 1)</text>"), None);
    }
}
