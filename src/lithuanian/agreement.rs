//! Agreement of nouns with numbers (CLDR plural rules, through ICU4X).

use std::sync::LazyLock;

use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};

/// A number with a Lithuanian noun, given its forms after 1, 2 and 10.
pub(crate) fn lithuanian(number: u64, [one, few, other]: [&str; 3]) -> String {
    static RULES: LazyLock<Option<PluralRules>> = LazyLock::new(|| rules(&locale!("lt")));
    let noun = match category(RULES.as_ref(), number) {
        PluralCategory::One => one,
        PluralCategory::Few => few,
        _ => other,
    };
    format!("{} {noun}", grouped(number))
}

/// A number with an English noun, given its forms after 1 and 2.
pub(crate) fn english(number: u64, [one, other]: [&str; 2]) -> String {
    static RULES: LazyLock<Option<PluralRules>> = LazyLock::new(|| rules(&locale!("en")));
    let noun = if category(RULES.as_ref(), number) == PluralCategory::One { one } else { other };
    format!("{} {noun}", grouped(number))
}

/// A number with spaces between groups of three digits (ISO 80000-1, 7.3.1).
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

/// The rules are compiled in. If they could not be loaded, the wrong form would be better than an error.
fn rules(locale: &Locale) -> Option<PluralRules> {
    PluralRules::try_new_cardinal(locale.into()).ok()
}

fn category(rules: Option<&PluralRules>, number: u64) -> PluralCategory {
    rules.map_or(PluralCategory::Other, |rules| rules.category_for(number))
}
