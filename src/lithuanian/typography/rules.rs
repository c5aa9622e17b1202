//! Rules that a pattern can say: ellipses, dashes, and spaces that do not break.
//!
//! The dash stands between spaces (VLKK, consultation *Brūkšnelis, brūkšnys*); minus is U+2212 and per cent has
//! a no-break space before its sign (CLDR `lt`). What is kept together, and the ellipsis as one sign, follow
//! the EU institutions' Lithuanian style guide and the rules of Vilnius Tech press for authors.

use std::sync::LazyLock;

use fancy_regex::Regex;

use super::galley::Edit;

/// A pattern and what stands in place of all that it finds. Its context is in look-around, so that
/// what it finds never overlaps.
pub(super) struct Rule {
    pattern: Regex,
    set: &'static str,
}

/// Three full stops are one sign; more are somebody's own.
const ELLIPSES: &[(&str, &str)] = &[(r"(?<!\.)\.\.\.(?!\.)", "…")];

/// The dash between words has spaces, of which the first does not break, so that no line begins with
/// it. Before a number without a space, a hyphen is a minus.
const DASHES: &[(&str, &str)] = &[
    (r"(?<=\S) (?=(?:-|--|–|—) )", "\u{a0}"),
    (r"(?<=\u{a0})(?:--?|—)(?= )", "–"),
    (r"(?<![^\s(„–])-(?=\d+(?:[.,]\d+)*\u{a0}?(?:%|Eur|€)?(?![\w-]))", "−"),
];

/// What belongs together stays on one line.
const SPACES: &[(&str, &str)] = &[
    // Per cent: 50 %.
    (r"(?<=\d) (?=[%‰])", "\u{a0}"),
    (r"(?<=\d)(?=[%‰])", "\u{a0}"),
    // Money: 7 217 €.
    (r"(?<=\d)(?=€)", "\u{a0}"),
    // Digits in groups that were typed with spaces: 28 344.
    (r"(?<![\d+] )(?<![\d\w+\u{a0}-])\d{1,3}\K (?=\d{3}(?!\d))", "\u{a0}"),
    (r"(?<=\u{a0}\d{3}) (?=\d{3}(?!\d))", "\u{a0}"),
    // A number and its noun or unit: 25 nariai, 15 mln., 5 d., 100 €.
    (r"(?<=\d) (?=[\p{L}€°§])", "\u{a0}"),
    (r"§\K (?=\d)", "\u{a0}"),
    // A Roman numeral and what it counts: XXI a., II ketv.
    (r"(?<![\p{L}\d])[IVX]+\K (?=(?:a|ketv|kl|sk|d|t)\.|amži|ketvir|pusm|etap|kurs|dal|tom|skyri)", "\u{a0}"),
    // One-letter words: į žmogų.
    (r"(?<![\w.’'\u{a0}-])\p{L}\K (?=\S)", "\u{a0}"),
    (r"(?<=\u{a0})\p{L}\K (?=\S)", "\u{a0}"),
    // Initials: G. van Kuijk, J. Basanavičius.
    (r"(?<!\w)\p{Lu}\.\K (?=\p{L})", "\u{a0}"),
    // Abbreviations in two parts: t. y., a. k.
    (r"(?<!\w)\p{Ll}\.\K (?=\p{Ll}\.)", "\u{a0}"),
    // The short word of e. paštas.
    (r"(?<!\w)e\.\K (?=\p{Ll})", "\u{a0}"),
    // Titles before names.
    (r"(?<!\w)(?<!\d[ \u{a0}])p\.\K (?=\p{Lu})", "\u{a0}"),
    (
        r"(?<!\w)(?:[Dd]r|[Pp]rof|[Dd]oc|[Aa]kad|[Hh]abil|[Ll]ekt|[Kk]un|[Šš]v|[Gg]en|[Pp]lk|[Mm]jr|[Kk]pt)\.\K (?=\p{L})",
        "\u{a0}",
    ),
    // References and addresses before numbers: Nr. 5, p. 7, g. 4.
    (r"(?<!\w)(?:[Nn]r|[Pp]|[Pp]sl|[Pp]av|[Ll]ent|[Ss]tr|[Gg]|[Pp]r|[Aa]l|[Kk]ab|[Bb])\.\K (?=\d)", "\u{a0}"),
    // Legal forms before names: UAB Gluk Media, VšĮ „Ramintoja“.
    (r"(?<!\w)(?:UAB|AB|MB|IĮ|VĮ|SĮ|BĮ|VšĮ|VŠĮ|TŪB|KŪB|ŽŪB|ŽŪK|KB|KU)\K (?=[\p{Lu}„])", "\u{a0}"),
];

pub(super) fn ellipses() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| compile(ELLIPSES));
    &RULES
}

pub(super) fn dashes() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| compile(DASHES));
    &RULES
}

pub(super) fn spaces() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| compile(SPACES));
    &RULES
}

impl Rule {
    pub(super) fn edits(&self, text: &str) -> Vec<Edit> {
        // A pattern can fail on a text that makes it look too far; the text then stays as it is.
        self.pattern
            .find_iter(text)
            .map_while(Result::ok)
            .map(|found| Edit::new(found.range(), self.set))
            .collect()
    }
}

#[expect(clippy::expect_used, reason = "the patterns are written above, and every test compiles them")]
fn compile(rules: &[(&str, &'static str)]) -> Vec<Rule> {
    rules
        .iter()
        .map(|(pattern, set)| Rule { pattern: Regex::new(pattern).expect("a pattern"), set })
        .collect()
}
