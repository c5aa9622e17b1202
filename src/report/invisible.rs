//! Characters that are not seen on the page.
//!
//! They come along when text is copied from a word processor, a web site or a message. An editor keeps those that
//! do something for the reader, deletes those that do nothing, and asks about those that make a text read
//! differently from how it looks.

/// Whether a character has neither a width nor a meaning in a report, so that it is dropped wherever it stands:
/// zero-width spaces, byte-order marks, marks of direction, selectors of variants and the like (Unicode,
/// `Default_Ignorable_Code_Point`).
///
/// Soft hyphens are not among them, and joiners are not, which some scripts need.
pub(crate) fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{34f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// A text without invisible characters.
///
/// Besides those that are [dropped](is_dropped), a soft hyphen is left out where it is not between two letters, which
/// it could part. The line ends of Unicode become `\n`, two for the end of a paragraph; a tab becomes a space.
pub(super) fn without_invisible(text: &str) -> String {
    const SOFT_HYPHEN: char = '\u{ad}';
    let mut seen = String::with_capacity(text.len());
    let mut is_after_soft_hyphen = false;
    for c in text.chars().filter(|c| !is_dropped(*c)) {
        if c == SOFT_HYPHEN {
            is_after_soft_hyphen = seen.ends_with(char::is_alphabetic);
            continue;
        }
        if is_after_soft_hyphen && c.is_alphabetic() {
            seen.push(SOFT_HYPHEN);
        }
        is_after_soft_hyphen = false;
        match c {
            '\u{85}' | '\u{2028}' => seen.push('\n'),
            '\u{2029}' => seen.push_str("\n\n"),
            '\t' => seen.push(' '),
            _ => seen.push(c),
        }
    }
    seen
}

/// Whether a character makes the letters after it read in another direction (Unicode, UAX #9, section 2), so that
/// a text is not what it looks like.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_along_with_pasted_text_is_dropped() {
        for (pasted, text) in [
            ("\u{feff}Sumani\u{200b} visuomenė\u{2060}", "Sumani visuomenė"),
            ("\u{200e}+370 615 96795\u{200f}", "+370 615 96795"),
            ("\u{2709}\u{fe0f}", "\u{2709}"),
            ("pirma\u{2028}antra\u{2029}trečia\u{85}ketvirta\tpenkta", "pirma\nantra\n\ntrečia\nketvirta penkta"),
        ] {
            assert_eq!(without_invisible(pasted), text);
        }
    }

    #[test]
    fn soft_hyphens_stay_inside_words() {
        for (typed, text) in [
            ("ben\u{ad}druo\u{ad}menė", "ben\u{ad}druo\u{ad}menė"),
            ("ben\u{ad}\u{200b}\u{ad}druomenė", "ben\u{ad}druomenė"),
            ("\u{ad}žodis\u{ad} \u{ad}9\u{ad}", "žodis 9"),
            ("\u{ad}\u{ad}", ""),
        ] {
            assert_eq!(without_invisible(typed), text);
        }
    }
}
