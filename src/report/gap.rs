//! Gaps: places that an author means to fill in later.

/// What stands in the place of words that are still to come.
pub(crate) const ELLIPSIS: &str = "…";
/// The mark of something to be done.
pub(crate) const TODO: &str = "TODO";

/// What marks a text as not written yet: `TODO` anywhere in it, or dots in place of any words. None if nothing does.
pub(crate) fn mark(text: &str) -> Option<&'static str> {
    let is_whole = |word: &str| word == TODO;
    if text.split(|c: char| !c.is_alphanumeric() && c != '_').any(is_whole) {
        return Some(TODO);
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
    fn todo_and_dots_alone_are_gaps() {
        for (text, expected) in [
            ("TODO", Some("TODO")),
            ("TODO: kas dalyvavo?", Some("TODO")),
            ("Susitikome.\n\n…", Some("…")),
            ("...", Some("...")),
            ("Ir taip toliau…", None),
            ("TODOROVAS", None),
            ("visa tai – to do", None),
            ("", None),
        ] {
            assert_eq!(mark(text), expected, "{text}");
        }
    }
}
