//! Checks the structure of XML before it is parsed.
//!
//! Parsing takes time and memory that grow with the square of how many attributes an element has, and of how many
//! namespaces are in scope. This lexer scans the text once and knows just enough of XML 1.0 to find tags.

use super::{ATTRIBUTES, ELEMENTS, NESTING};
use crate::diagnostic::image_fault::SvgLimit;

/// The most namespaces that a file declares.
const NAMESPACES: usize = 256;

/// Checks that tags are not too many, too large or nested too deeply.
pub(super) fn check(text: &str) -> Result<(), SvgLimit> {
    let mut rest = text;
    let (mut elements, mut depth, mut namespaces) = (0_u64, 0_u64, 0_usize);
    while let Some(start) = rest.find('<') {
        rest = rest.get(start + 1..).unwrap_or_default();
        if let Some(end) = rest.strip_prefix("!--").map(|_| "-->").or_else(|| {
            let data = rest.strip_prefix("![CDATA[").map(|_| "]]>");
            data.or_else(|| rest.strip_prefix('?').map(|_| "?>"))
        }) {
            rest = rest.split_once(end).map_or("", |(_, after)| after);
        } else if rest.starts_with("!DOCTYPE") {
            rest = after_doctype(rest)?;
        } else if rest.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else {
            let tag = Tag::read(rest);
            rest = tag.rest;
            elements += 1;
            namespaces += tag.namespaces;
            depth += u64::from(!tag.is_empty);
            if elements > ELEMENTS || namespaces > NAMESPACES {
                return Err(SvgLimit::Elements(ELEMENTS));
            }
            if depth > NESTING {
                return Err(SvgLimit::Nesting(NESTING));
            }
            if tag.attributes > ATTRIBUTES {
                return Err(SvgLimit::Attributes(ATTRIBUTES));
            }
        }
    }
    Ok(())
}

/// A start tag, or the tag of an empty element.
struct Tag<'a> {
    attributes: u64,
    namespaces: usize,
    is_empty: bool,
    /// What follows it.
    rest: &'a str,
}

impl<'a> Tag<'a> {
    fn read(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let (mut attributes, mut namespaces, mut quote) = (0, 0, None);
        for (at, &byte) in bytes.iter().enumerate() {
            match (quote, byte) {
                (Some(open), _) => quote = quote.filter(|_| open != byte),
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => attributes += 1,
                (None, b'x') => {
                    let is_namespace = text.get(at..).is_some_and(|text| text.starts_with("xmlns"));
                    namespaces += usize::from(is_namespace);
                }
                (None, b'>') => {
                    let is_empty = at.checked_sub(1).and_then(|before| bytes.get(before)) == Some(&b'/');
                    let rest = text.get(at + 1..).unwrap_or_default();
                    return Self { attributes, namespaces, is_empty, rest };
                }
                _ => {}
            }
        }
        Self { attributes, namespaces, is_empty: true, rest: "" }
    }
}

/// The text after the document type. Its entities may not contain elements, since an entity could be used any number of
/// times.
fn after_doctype(text: &str) -> Result<&str, SvgLimit> {
    let (mut quote, mut brackets) = (None, 0_u32);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("<!--") {
            rest = rest.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match (quote, c) {
            (Some(_), '<' | '&') => return Err(SvgLimit::Elements(ELEMENTS)),
            (Some(open), _) => quote = quote.filter(|_| open != c),
            (None, '"' | '\'') => quote = Some(c),
            (None, '[') => brackets += 1,
            (None, ']') => brackets = brackets.saturating_sub(1),
            (None, '>') if brackets == 0 => break,
            _ => {}
        }
    }
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> String {
        format!("{}{}", "<g>".repeat(depth), "</g>".repeat(depth))
    }

    #[test]
    fn ordinary_markup_passes() {
        let text = "<?xml version='1.0'?><!DOCTYPE svg [ <!ENTITY ns \"http://a>b\"> ]><!-- <b ' -->\
                    <svg xmlns='http://www.w3.org/2000/svg'><path d='a>b'/><![CDATA[ <a b=\" ]]></svg>";
        assert_eq!(check(text), Ok(()));
        assert_eq!(check(&nested(100)), Ok(()));
        assert_eq!(check(&"<g></g><g/>".repeat(40_000)), Ok(()));
    }

    #[test]
    fn markup_that_takes_too_long_to_parse_is_refused() {
        assert_eq!(check(&nested(101)), Err(SvgLimit::Nesting(NESTING)));
        assert_eq!(check(&"<g/>".repeat(100_001)), Err(SvgLimit::Elements(ELEMENTS)));
        let attributes = |count: usize| format!("<!-- ' --><g{}/>", " a=''".repeat(count));
        assert_eq!(check(&attributes(256)), Ok(()));
        assert_eq!(check(&attributes(257)), Err(SvgLimit::Attributes(ATTRIBUTES)));
        assert!(check(&"<g xmlns:a='b'/>".repeat(300)).is_err());
        assert!(check("<!DOCTYPE svg [ <!ENTITY a '<g/>'> ]><svg>&a;</svg>").is_err());
    }
}
