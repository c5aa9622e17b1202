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

/// Whether a character makes the letters after it read in another direction (Unicode, UAX #9, section 2), so that
/// a text is not what it looks like.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
