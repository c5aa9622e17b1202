//! Invisible characters.
//!
//! They are pasted along with text from word processors, web sites and messages. Those with a visible effect are kept,
//! those without one are dropped, and bidirectional controls, which make a text look different from what it is, are
//! reported.

use unicode_script::{Script, UnicodeScript};

/// A JSON schema pattern that requires at least one visible character.
pub(super) const VISIBLE: &str =
    r"[^\s\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]";

/// Whether a character is dropped everywhere because it has no effect in a report: zero-width spaces, byte-order
/// marks, directional marks, variation selectors and the like (Unicode, `Default_Ignorable_Code_Point`).
///
/// Soft hyphens and joiners are not among them.
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

/// Removes invisible characters.
///
/// Besides characters that are always [dropped](is_dropped), this removes soft hyphens that are not between two
/// letters, and joiners after Latin letters, digits and punctuation, where they have no effect. Unicode line
/// separators become `\n`, paragraph separators `\n\n`; tabs and the Ogham space mark, which few fonts have, become
/// spaces.
pub(super) fn without_invisible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut before = None;
    let mut soft = None;
    for c in text.chars().filter(|c| !is_dropped(*c)) {
        match c {
            '\u{ad}' | '\u{200c}' | '\u{200d}' => {
                soft = Some(c);
                continue;
            }
            '\u{85}' | '\u{2028}' => seen.push('\n'),
            '\u{2029}' => seen.push_str("\n\n"),
            '\t' | '\u{1680}' => seen.push(' '),
            _ => {
                let kept = soft.filter(|soft| before.is_some_and(|before| has_effect(before, *soft, c)));
                seen.extend(kept);
                seen.push(c);
            }
        }
        before = Some(c);
        soft = None;
    }
    seen
}

/// Whether a soft hyphen or a joiner has an effect between two characters.
fn has_effect(before: char, soft: char, after: char) -> bool {
    if soft == '\u{ad}' {
        before.is_alphabetic() && after.is_alphabetic()
    } else {
        !matches!(before.script(), Script::Latin | Script::Common) && !after.is_whitespace()
    }
}

/// Whether a character is an explicit bidirectional control (UAX #9, section 2), which can make a text look
/// different from what it is.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ineffective_characters_are_dropped() {
        for (pasted, text) in [
            ("\u{feff}Sumani\u{200b} visuomenė\u{2060}", "Sumani visuomenė"),
            ("\u{200e}+370 615 96795\u{200f}", "+370 615 96795"),
            ("\u{2709}\u{fe0f}", "\u{2709}"),
            (
                "pirma\u{2028}antra\u{2029}trečia\u{85}ketvirta\tpenkta",
                "pirma\nantra\n\ntrečia\nketvirta penkta",
            ),
        ] {
            assert_eq!(without_invisible(pasted), text);
        }
    }

    #[test]
    fn effective_soft_hyphens_and_joiners_are_kept() {
        for (typed, text) in [
            ("ben\u{ad}druo\u{ad}menė", "ben\u{ad}druo\u{ad}menė"),
            ("ben\u{ad}\u{200b}\u{ad}druomenė", "ben\u{ad}druomenė"),
            ("\u{ad}žodis\u{ad} \u{ad}9\u{ad}", "žodis 9"),
            ("\u{ad}\u{ad}", ""),
            ("jau\u{200d}nimas\u{200c}", "jaunimas"),
            ("\u{915}\u{94d}\u{200d}\u{937}", "\u{915}\u{94d}\u{200d}\u{937}"),
        ] {
            assert_eq!(without_invisible(typed), text);
        }
    }
}
