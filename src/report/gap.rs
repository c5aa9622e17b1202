//! Gaps: texts that the author has yet to write.

/// The placeholder for missing text.
pub(crate) const ELLIPSIS: &str = "…";
/// The marker of a gap in a text.
pub(crate) const TODO: &str = "TODO";

/// The marker of a gap in a text: `TODO` anywhere, a line of nothing but dots, or nothing but a dash.
pub(crate) fn marker(text: &str) -> Option<&'static str> {
    let is_whole = |word: &str| word == TODO;
    if text.split(|c: char| !c.is_alphanumeric() && c != '_').any(is_whole) {
        return Some(TODO);
    }
    match text.trim() {
        "-" => return Some("-"),
        "–" => return Some("–"),
        "—" => return Some("—"),
        _ => {}
    }
    text.lines().map(str::trim).find_map(|line| match line {
        "…" => Some("…"),
        "..." => Some("..."),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn todo_and_lines_of_dots_are_gaps() {
        for (text, expected) in [
            ("TODO", Some("TODO")),
            ("TODO: kas dalyvavo?", Some("TODO")),
            ("Susitikome.\n\n…", Some("…")),
            ("...", Some("...")),
            (" – ", Some("–")),
            ("Kaunas – Vilnius", None),
            ("Ir taip toliau…", None),
            ("TODOROVAS", None),
            ("visa tai – to do", None),
            ("", None),
        ] {
            assert_eq!(marker(text), expected, "{text}");
        }
    }
}
