//! Dashes between words and minus signs before numbers.
//!
//! A dash has spaces on both sides (VLKK, consultation *Brūkšnelis, brūkšnys*); the first is a no-break space, so that no
//! line begins with a dash. The minus sign is U+2212 (CLDR `lt`).

use super::context::{NBSP, ends_digit, is_space, last_word};
use super::running_text::{Edit, replace_group};
use super::telephone;
use crate::patterns::patterns;

patterns! {
    /// A hyphen or a dash between spaces, and the space before it.
    SPACED = r"[^\s]([ \u{a0}])(--?|–|—)[ \u{a0}]";
    /// A dash between words with a space on one side: `tikslas –padėti`, `tikslas— padėti`. An en dash right after a
    /// word may be the hyphen of `mikro- ir makroekonomika`.
    AFTER_SPACE = r"[\p{L}.,)“][ \u{a0}][–—]()\p{L}";
    BEFORE_SPACE = r"\p{L}()—[ \u{a0}]\p{L}";
    /// The same after a quotation: `„Viltis“- tai`.
    AFTER_QUOTATION = r"“(-|–|—)[ \u{a0}]\p{L}";
    /// A dash at the start of direct speech.
    SPEECH = r"(?:^|\n)(-|—)[ \u{a0}]„?\p{Lu}";
    /// Two dates with months: `lapkričio 30 d.-gruodžio 2 d.`
    DAYS = r"(?x)
        [0-9][\ \u{a0}]d\.
        (--?|–|—)
        (?:sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio)
        [\ \u{a0}][0-9]{1,2}[\ \u{a0}]d\.";
    /// The same between the terms of a sum: `28 344 - 7 217 = 21 127`.
    DIFFERENCE = r"(?x)
        [0-9]\ (-|–|—)\ [0-9][0-9,.\ \u{a0}]{0,20}(?:\ [+−-]\ [0-9][0-9,.\ \u{a0}]{0,20}){0,3}
        (?:(?:Eur|EUR|€)[\ \u{a0}])?=[\ \u{a0}][0-9−]";
    /// A hyphen directly before a number, without a letter or hyphen after it.
    NEGATIVE = r"(?:^|[\s(„–])(-)[0-9]+(?:[.,][0-9]+)*[ \u{a0}]?(?:%|Eur|€)?(?:[^\p{L}\p{N}_-]|[ \u{a0}]|$)";
}

pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = replace_group(&AFTER_SPACE, text, " ");
    edits.extend(replace_group(&BEFORE_SPACE, text, NBSP));
    edits.extend(replace_group(&AFTER_QUOTATION, text, "\u{a0}–"));
    edits.extend(replace_group(&SPEECH, text, "–"));
    edits.extend(replace_group(&DAYS, text, "\u{a0}– "));
    for found in SPACED.matches(text, |found| Some(found.get(2)?.start())) {
        let (Some(space), Some(dash)) = (found.get(1), found.get(2)) else { break };
        if space.as_str() != NBSP {
            edits.push(Edit::new(space.range(), NBSP));
        }
        if dash.as_str() != "–" {
            edits.push(Edit::new(dash.range(), "–"));
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// Minus signs in sums and before negative numbers.
pub(super) fn minuses(text: &str) -> Vec<Edit> {
    let telephones = telephone::find(text);
    let mut edits = replace_group(&DIFFERENCE, text, "−");
    edits.extend(replace_group(&NEGATIVE, text, "−").into_iter().filter(|edit| {
        let before = text.get(..edit.range.start).unwrap_or_default();
        let word = last_word(before);
        // `5 -10` may be a range, and `COVID -19` a word.
        let follows_number = before.ends_with(is_space) && ends_digit(word);
        let follows_capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        !follows_number && !follows_capitals && !telephone::contain(&telephones, edit.range.start)
    }));
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup();
    edits
}
