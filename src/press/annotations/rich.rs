//! Rich text (ISO 32000-1, 12.7.3.4), of which only the words count.

use roxmltree::{Document, Node, ParsingOptions};

const NODES_LIMIT: u32 = 20_000;

/// The words of a rich text; paragraphs have line breaks between them.
pub(super) fn words(text: &str) -> String {
    let options = ParsingOptions { nodes_limit: NODES_LIMIT, ..ParsingOptions::default() };
    match Document::parse_with_options(text.trim_start_matches('\u{feff}').trim(), options) {
        Ok(document) => of_nodes(document.root_element()),
        // Some programs write something like XHTML.
        Err(_) => without_tags(text),
    }
}

fn of_nodes(root: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in root.descendants() {
        let is_break = matches!(node.tag_name().name(), "p" | "br" | "div" | "li");
        if node.is_element() && is_break && !words.is_empty() && !words.ends_with('\n') {
            words.push('\n');
        }
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            words.push_str(text);
        }
    }
    words.trim().to_owned()
}

fn without_tags(text: &str) -> String {
    let mut words = String::new();
    let mut in_tag = false;
    for c in text.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            c => words.push(c),
        }
    }
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    words.replace("&nbsp;", " ").replace("&amp;", "&").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_are_left() {
        let text = "<?xml version=\"1.0\"?><body xmlns=\"http://www.w3.org/1999/xhtml\"><p dir=\"ltr\"><span style=\"font-size:12pt\">Žodis &amp; </span><b>kitas</b></p><p>Eilutė</p></body>";
        assert_eq!(words(text), "Žodis & kitas\nEilutė");
        assert_eq!(words("<p>Neuždaryta <b>žymė"), "Neuždaryta žymė");
        assert_eq!(words("Be žymių &lt;"), "Be žymių <");
    }

    /// Nested entities are not expanded.
    #[test]
    fn entities_are_not_expanded() {
        let bomb = "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><b>&b;</b>";
        assert!(words(bomb).len() < 100);
    }
}
