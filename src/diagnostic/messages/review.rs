//! Messages about changes and comments.

use rust_decimal::Decimal;

use super::{Language, Term, en, lt};
use crate::press::annotations::Kind;

impl Language {
    /// A term in a list of changes or comments.
    pub fn term(self, term: Term) -> &'static str {
        match self {
            Self::Lithuanian => lt::review::term(term),
            Self::English => en::review::term(term),
        }
    }

    /// The reference of a deleted value, in which another may stand now.
    pub fn former(self, reference: &str) -> String {
        match self {
            Self::Lithuanian => format!("buv. {reference}"),
            Self::English => format!("former {reference}"),
        }
    }

    /// The previous reference of a moved value.
    pub fn moved_from(self, place: &str) -> String {
        match self {
            Self::Lithuanian => format!("buvo {place}"),
            Self::English => format!("was {place}"),
        }
    }

    /// The number of changes.
    pub fn changes(self, count: usize) -> String {
        match self {
            Self::Lithuanian => lt::review::changes(count),
            Self::English => en::review::changes(count),
        }
    }

    /// The number of comments and of files.
    pub fn comments(self, count: usize, files: usize) -> String {
        match self {
            Self::Lithuanian => lt::review::comments(count, files),
            Self::English => en::review::comments(count, files),
        }
    }

    /// The kind of a comment, printed before the marked words.
    pub fn comment_kind(self, kind: Kind) -> &'static str {
        match self {
            Self::Lithuanian => lt::review::kind(kind),
            Self::English => en::review::kind(kind),
        }
    }

    /// A page number, from 1.
    pub fn page(self, number: usize) -> String {
        match self {
            Self::Lithuanian => format!("{number} psl."),
            Self::English => format!("p. {number}"),
        }
    }

    /// The review state of a comment; unknown states are returned unchanged.
    pub fn comment_state(self, state: &str) -> &str {
        match self {
            Self::Lithuanian => lt::review::state(state),
            Self::English => en::review::state(state),
        }
    }

    /// A text in quotation marks.
    pub fn quoted(self, text: &str) -> String {
        match self {
            Self::Lithuanian => format!("„{text}“"),
            Self::English => format!("“{text}”"),
        }
    }

    /// An amount with grouped digits, and with two decimals if it has cents.
    pub fn amount(self, amount: Decimal) -> String {
        let written = self.number(amount);
        if amount.normalize().scale() == 1 { written + "0" } else { written }
    }

    /// A number with grouped digits.
    pub fn number(self, number: Decimal) -> String {
        let (group, point) = match self {
            Self::Lithuanian => ("\u{a0}", ","),
            Self::English => (",", "."),
        };
        let written = number.normalize().to_string();
        let (sign, digits) = match written.strip_prefix('-') {
            Some(digits) => ("\u{2212}", digits),
            None => ("", written.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                grouped.push_str(group);
            }
            grouped.push(digit);
        }
        let fraction = match fraction.len() {
            0 => String::new(),
            _ => format!("{point}{fraction}"),
        };
        format!("{sign}{grouped}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats_depend_on_the_language() {
        let of = |language: Language, text: &str| language.number(text.parse().unwrap());
        assert_eq!(of(Language::Lithuanian, "-1234567.50"), "\u{2212}1\u{a0}234\u{a0}567,5");
        assert_eq!(of(Language::English, "1234567.50"), "1,234,567.5");
        assert_eq!(of(Language::Lithuanian, "120"), "120");
        let amount = |text: &str| Language::Lithuanian.amount(text.parse().unwrap());
        assert_eq!(["7.5", "7.25", "7.00"].map(amount), ["7,50", "7,25", "7"]);
    }
}
