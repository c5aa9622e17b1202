//! Escapes user text for Markdown.

use ataskaita::diagnostic::terminal::single_line;

/// Escapes a text and joins its lines, so that Markdown shows it unchanged anywhere (`CommonMark` 0.31, section 2.4).
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let mut begins_list = true;
    for c in single_line(text).chars() {
        let is_mark =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$');
        // List markers and heading underlines are recognised only at the start of a line.
        if is_mark || begins_list && matches!(c, '-' | '+' | '=' | '.' | ')') {
            escaped.push('\\');
        }
        begins_list &= c.is_ascii_digit() || c == ' ';
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    /// The rendered text.
    fn shown(markdown: &str) -> String {
        let events = pulldown_cmark::Parser::new_ext(markdown, pulldown_cmark::Options::all());
        let mut shown = String::new();
        for event in events {
            match event {
                pulldown_cmark::Event::Text(text) => shown.push_str(&text),
                pulldown_cmark::Event::Start(pulldown_cmark::Tag::Paragraph)
                | pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                other => {
                    let _ = write!(shown, "{other:?}");
                }
            }
        }
        shown
    }

    #[test]
    fn user_text_is_never_markup() {
        for text in [
            "# a",
            "-",
            "+ a",
            "12) a",
            "===",
            "- [x] a",
            "1. a",
            "<b>a</b>",
            "[a](https://b.lt)",
            "*a* __b__ ~~c~~ `d`",
            "a | b",
            "&amp;",
            "$x$",
            "a\n\n# b",
        ] {
            let text = text.replace('\n', " ");
            assert_eq!(shown(&escaped(&text)), text);
            assert_eq!(shown(&format!("x {}", escaped(&text))), format!("x {text}"));
        }
    }
}
