//! Finds parts of a drawing that would be silently lost: references to other files, and elements that only one program
//! draws.

use usvg::roxmltree::{Document, Node};

use crate::diagnostic::image_fault::SvgFault;

/// Elements that draw the target of a reference, or use it for drawing. Images are checked elsewhere.
const REFERRING: [&str; 6] = ["use", "textPath", "linearGradient", "radialGradient", "pattern", "filter"];
/// The maximum number of characters of an address shown.
const SHOWN: usize = 100;

/// Finds the first such part.
pub(super) fn check(document: &Document<'_>) -> Result<(), SvgFault> {
    for element in document.root().descendants().filter(Node::is_element) {
        match element.tag_name().name() {
            "flowRoot" => return Err(SvgFault::FlowedText),
            "meshgradient" | "mesh" => return Err(SvgFault::MeshGradient),
            name if REFERRING.contains(&name) => {
                let addresses = element.attributes().filter(|attribute| attribute.name() == "href");
                let mut addresses = addresses.map(|attribute| attribute.value().trim());
                if let Some(address) = addresses.find(|it| !it.is_empty() && !it.starts_with('#')) {
                    return Err(SvgFault::LinkedImage(address.chars().take(SHOWN).collect()));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(body: &str) -> Result<(), SvgFault> {
        let text = format!("<svg xmlns:xlink='http://www.w3.org/1999/xlink'>{body}</svg>");
        check(&Document::parse(&text).unwrap())
    }

    #[test]
    fn parts_that_would_be_missing_are_found() {
        let linked = |address: &str| Err(SvgFault::LinkedImage(address.to_owned()));
        assert_eq!(verdict("<use href='kitas.svg#a'/>"), linked("kitas.svg#a"));
        assert_eq!(
            verdict("<linearGradient xlink:href='https://a.lt/b.svg#c'/>"),
            linked("https://a.lt/b.svg#c")
        );
        assert_eq!(verdict("<g><flowRoot/></g>"), Err(SvgFault::FlowedText));
        assert_eq!(verdict("<meshgradient/>"), Err(SvgFault::MeshGradient));
        assert_eq!(
            verdict("<use href='#a'/><use href=''/><a href='https://a.lt'/><image href='a.png'/>"),
            Ok(())
        );
    }
}
