//! The program's own Lithuanian wording, and Lithuanian formats of numbers, dates and amounts.
//!
//! Formats follow Unicode CLDR for the locale `lt`, through ICU4X. No-break spaces join numbers to the nouns and
//! units after them.

use std::cmp::Ordering;
use std::sync::LazyLock;

use fixed_decimal::Decimal as FixedDecimal;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::YMD;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use rust_decimal::Decimal;

use super::NoteKind;
use crate::lithuanian::typography;
use crate::report::{Amount, Date, Line, Period, Year};

pub(super) const LANGUAGE: &str = "lt";
pub(super) const LOCALE: Locale = locale!("lt");

pub(super) const KIND: &str = "veiklos ataskaita";
pub(super) const COVER_KIND: &str = "VEIKLOS ATASKAITA";
pub(super) const CONTENTS: &str = "Turinys";
pub(super) const ABOUT: &str = "Apie";
pub(super) const MISSION: &str = "Misija";
pub(super) const VISION: &str = "Vizija";
pub(super) const GOALS: &str = "Veiklos tikslai";
pub(super) const PEOPLE: &str = "Žmonės";
pub(super) const SUPPORTERS: &str = "Rėmėjai ir partneriai";
pub(super) const MEMBER_NAME: &str = "Pavadinimas";
pub(super) const ACTIVITIES: &str = "Nuveikti darbai";
pub(super) const PROJECTS: &str = "Projektai";
pub(super) const FUNDER: &str = "Finansuotojas";
pub(super) const PROJECT_PERIOD: &str = "Laikotarpis";
pub(super) const BUDGET: &str = "Biudžetas";
pub(super) const FINANCE: &str = "Finansai";
pub(super) const INCOME: &str = "Pajamos";
pub(super) const EXPENSES: &str = "Sąnaudos";
pub(super) const OTHER: &str = "Kiti duomenys";
pub(super) const THE_REST: &str = "Kita";
pub(super) const NOT_GIVEN: &str = "nenurodyta";
pub(super) const PARTLY_GIVEN: &str = "nurodytos ne visos sumos";
pub(super) const NEGATIVE_TOTAL: &str = "Neigiama suma juosta nevaizduojama.";
pub(super) const NEGATIVE_ROW: &str = "Yra neigiamų sumų, todėl juosta į dalis neskaidoma.";
pub(super) const NUMBERS: &str = "Metai skaičiais";
pub(super) const TOTAL: &str = "Iš viso";
pub(super) const AMOUNT: &str = "Suma";
pub(super) const PLANNED_GOALS: &str = "Tikslai";
pub(super) const PLANNED_WORKS: &str = "Planuojami darbai";
pub(super) const CONTACT: &str = "Susisiekite";
pub(super) const EMAIL: &str = "El. paštas";
pub(super) const WEBSITE: &str = "Svetainė";
pub(super) const PHONE: &str = "Telefonas";
pub(super) const ADDRESS: &str = "Adresas";
pub(super) const LEGAL_FORM: &str = "Teisinė forma";
pub(super) const CODE: &str = "Kodas";
pub(super) const PUBLISHED: &str = "Paskelbta";
pub(super) const PERIOD: &str = "Laikotarpis";
pub(super) const COVER_CREDIT: &str = "Viršelio nuotrauka";
pub(super) const DRAFT_CHANGES: &str = "Pakeitimai";
pub(super) const DRAFT_CHANGES_LEAD: &str = "Šis puslapis yra tik juodraštyje. Jame – kas pakeista nuo ankstesnio juodraščio; puslapiuose įrašyti žodžiai pabraukti, išbraukti – perbraukti, o paraštėje prie pakeistų eilučių yra brūkšnys.";
pub(super) const DRAFT_GAP: &str = "trūksta";
pub(super) const DRAFT_MISSING: &str = "Ko trūksta";
pub(super) const DRAFT_MISSING_LEAD: &str = "Šis puslapis yra tik juodraštyje. Jame išvardyta, ką dar reikia parašyti, pataisyti ar apsvarstyti, kad ataskaitą būtų galima skelbti.";

/// A line of the report as printed.
pub(super) fn line(line: &Line) -> String {
    typography::apply(line.as_str())
}

/// Printed for a missing value.
pub(super) const NO_VALUE: &str = "–";

/// The no-break space (U+00A0).
pub(super) const NBSP: &str = "\u{a0}";

pub(super) fn document_title(organization: &str, year: u16) -> String {
    format!("{organization}. {} veiklos ataskaita", self::year(year))
}

/// The copyright notice: `© 2024 Lietuvos socialinių inovacijų klasteris`.
pub(super) fn rights(organization: &str, published: Date) -> String {
    format!("©{NBSP}{} {organization}", published.year())
}

pub(super) fn write_to(mailbox: &str) -> String {
    format!("Rašyti laišką {mailbox}")
}

pub(super) fn call(number: &str) -> String {
    format!("Skambinti {number}")
}

pub(super) fn open_website(address: &str) -> String {
    format!("Atverti svetainę {address}")
}

pub(super) fn page_number(page: usize) -> String {
    format!("{page} puslapis")
}

pub(super) fn running_title(year: u16) -> String {
    format!("{} veiklos ataskaita", self::year(year))
}

/// The kind of a change, in one word.
pub(super) fn change_word(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Inserted => "nauja",
        NoteKind::Deleted => "išbraukta",
        NoteKind::Moved => "perkelta",
        NoteKind::Changed => "pakeista",
    }
}

/// The previous reference of a moved value.
pub(super) fn moved_from(reference: &str) -> String {
    format!("anksčiau – {reference}")
}

/// The reference of a deleted value.
pub(super) fn former(reference: &str) -> String {
    format!("buv. {reference}")
}

/// The previous text of a changed value.
pub(super) fn changed_from(words: &str) -> String {
    if words.is_empty() { "anksčiau nieko nebuvo".to_owned() } else { format!("buvo: {words}") }
}

/// The page footer of a draft.
pub(super) fn draft_footer(fingerprint: &str, date: Option<Date>) -> String {
    let date = date.map_or_else(String::new, |date| format!(" · {} duomenys", long_date(date)));
    format!("Juodraštis{date} · {fingerprint}")
}

pub(super) fn logo_alt(organization: &str) -> String {
    format!("Logotipas: {organization}")
}

pub(super) fn portrait_alt(name: &str) -> String {
    format!("Portretas: {name}")
}

pub(super) fn plans_title(year: u16) -> String {
    format!("{} planai", self::year(year))
}

/// What the members are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MemberNames {
    /// Nariai.
    Members,
    /// Asociacijos nariai.
    MembersOfAssociation,
    /// Asociacijos nariai, each of them a juridinis asmuo.
    LegalPersons,
    /// Dalininkai.
    Holders,
}

/// The default heading of the section on members.
pub(super) fn members_title(names: MemberNames) -> &'static str {
    match names {
        MemberNames::LegalPersons | MemberNames::MembersOfAssociation => "Asociacijos nariai",
        MemberNames::Holders => "Dalininkai",
        MemberNames::Members => "Nariai",
    }
}

/// The heading of the table of members.
pub(super) fn member_list_title(names: MemberNames) -> &'static str {
    if names == MemberNames::Holders { "Dalininkų sąrašas" } else { "Narių sąrašas" }
}

/// The sentence on the number of members: `2023 m. pabaigoje turėjome 25 narius:`. Members of an
/// association that are all legal persons are called „juridiniai asmenys“. `time` is the time of the count, and
/// `previous` the count a year before, with its own time. A colon announces the groups of members, if there are any.
pub(super) fn members_sentence(
    names: MemberNames,
    time: &str,
    total: u32,
    previous: Option<&str>,
    has_groups: bool,
) -> String {
    let number = integer(total);
    let counted = match (total, names) {
        (0, MemberNames::LegalPersons) => "Asociacija narių neturėjo".to_owned(),
        (0, MemberNames::Holders) => "dalininkų neturėjome".to_owned(),
        (0, _) => "narių neturėjome".to_owned(),
        (_, MemberNames::LegalPersons) => {
            let noun = agree(total, "juridinis asmuo", "juridiniai asmenys", "juridinių asmenų");
            // „Nariu“ is singular only for 1; for 21 it is plural, although the noun after the number is singular.
            let members = if total == 1 { "nariu" } else { "nariais" };
            format!("Asociacijos {members} buvo {number}{NBSP}{noun}")
        }
        (_, MemberNames::Holders) => {
            format!("turėjome {number}{NBSP}{}", agree(total, "dalininką", "dalininkus", "dalininkų"))
        }
        _ => format!("turėjome {number}{NBSP}{}", agree(total, "narį", "narius", "narių")),
    };
    let previous = previous.map(|previous| format!(" ({previous})")).unwrap_or_default();
    let end = if has_groups && total > 0 { ':' } else { '.' };
    format!("{time} {counted}{previous}{end}")
}

/// The time of the member count: `2023 m. pabaigoje`, or the last day of a period that does not end with the year.
pub(super) fn at_the_end_of(year: Year, last_day: Date) -> String {
    if last_day == Date::last_day_of(year) {
        format!("{} pabaigoje", self::year(year.get()))
    } else {
        long_date(last_day)
    }
}

/// The number of members a year before, printed in brackets: `2021 m. pabaigoje – 31`.
pub(super) fn previous_members(year: Year, last_day: Date, count: u32) -> String {
    let count = if count == 0 { "nė vieno".to_owned() } else { integer(count) };
    if last_day == Date::last_day_of(year) {
        format!("{} pabaigoje{NBSP}– {count}", self::year(year.get() - 1))
    } else {
        format!("prieš metus{NBSP}– {count}")
    }
}

/// A period: `2023 m. rugsėjo 1 d. – 2024 m. rugpjūčio 31 d.` Lines break only after the dash.
pub(super) fn period(period: Period) -> String {
    let unbroken = |date: Date| long_date(date).replace(' ', NBSP);
    let (from, to) = (unbroken(period.from), unbroken(period.to));
    let year = format!("{}{NBSP}", self::year(u16::try_from(period.to.year()).unwrap_or_default()));
    // A common year is not repeated.
    let to = if period.from.year() == period.to.year() { to.trim_start_matches(&year) } else { &to };
    format!("{from}{NBSP}– {to}")
}

pub(super) fn in_year(year: u16, count: u32) -> String {
    format!("{} – {}", self::year(year), integer(count))
}

pub(super) fn finance_chart_alt(bars: &[String]) -> String {
    format!("Juostinė diagrama: pajamos ir sąnaudos, juostų ilgis atitinka sumas. {}.", bars.join("; "))
}

/// The time that a bar of the chart of finances is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum BarTime {
    /// A year.
    Year(u16),
    /// The plan for a year.
    PlanOf(u16),
}

/// A bar in the alternative text of the chart of finances. `text` is its amount, or the reason why it is not known.
pub(super) fn bar_alt<'a>(
    group: &str,
    time: BarTime,
    text: &str,
    is_known: bool,
    parts: impl Iterator<Item = (&'a str, String)>,
) -> String {
    let (time, verb) = match time {
        BarTime::Year(year) => (format!("{year} metais"), " sudarė"),
        BarTime::PlanOf(year) => (format!("pagal {year} metų planą"), " turėjo sudaryti"),
    };
    let verb = if is_known { verb } else { ":" };
    let parts: Vec<String> = parts.map(|(part, amount)| format!("„{part}“ sudarė {amount}")).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
    format!("{group} {time}{verb} {text}{parts}")
}

/// The alternative text of a chart of years; years without a value are gaps in it.
pub(super) fn series_alt<'a>(label: &str, years: impl Iterator<Item = (u16, Option<&'a str>)>) -> String {
    let year = |(year, text): (u16, Option<&str>)| match text {
        Some(text) => format!("{year} metais buvo {text}"),
        None => format!("{year} metų duomenų nėra"),
    };
    let years: Vec<String> = years.map(year).collect();
    format!("Stulpelių diagrama, rodanti pokytį per kelerius metus: {label}. {}.", years.join("; "))
}

pub(super) fn plan_of(year: u16) -> String {
    format!("{} planas", self::year(year))
}

/// The difference between a number and that of an earlier year.
pub(super) fn change(number: Decimal, year: u16, before: Decimal) -> String {
    let (year, before_text) = (self::year(year), self::number(before));
    match number.cmp(&before) {
        Ordering::Greater => format!("{} daugiau nei {year} ({before_text})", self::number(number - before)),
        Ordering::Less => format!("{} mažiau nei {year} ({before_text})", self::number(before - number)),
        Ordering::Equal => format!("tiek pat kaip {year}"),
    }
}

pub(super) fn amounts_in(currency: &str) -> String {
    format!("Suma, {currency}")
}

/// The sentence on the result of the year: income less expenses.
pub(super) fn result(result: Amount, cents: Cents, currency: &str) -> String {
    let amount = |of: Amount| format!("{}{NBSP}{currency}", amount(of, cents));
    match result.cmp(&Amount::ZERO) {
        Ordering::Greater => format!("Pajamos viršijo sąnaudas {}.", amount(result)),
        Ordering::Less => format!("Sąnaudos viršijo pajamas {}.", amount(Amount::ZERO - result)),
        Ordering::Equal => format!("Pajamos lygios sąnaudoms: metų veiklos rezultatas – 0{NBSP}{currency}."),
    }
}

/// An amount with its currency: `28 344 Eur`.
pub(super) fn money(of: Amount, cents: Cents, currency: &str) -> String {
    format!("{}{NBSP}{currency}", amount(of, cents))
}

/// A currency as written after an amount: the Lithuanian abbreviation of the euro, or the currency code.
pub(super) fn currency(code: &str) -> &str {
    if code == "EUR" { "Eur" } else { code }
}

/// A year in running text: `2023 m.`
pub(super) fn year(year: u16) -> String {
    format!("{year}{NBSP}m.")
}

/// A date in words: `2023 m. gruodžio 31 d.`
pub(super) fn long_date(date: Date) -> String {
    #[expect(clippy::expect_used, reason = "the data for lt is compiled in; every test of a date sees it")]
    static FORMATTER: LazyLock<DateTimeFormatter<YMD>> = LazyLock::new(|| {
        DateTimeFormatter::try_new(DateTimeFormatterPreferences::from(&LOCALE), YMD::long())
            .expect("CLDR has long dates for lt")
    });
    FORMATTER
        .format(&date.to_icu())
        .to_string()
        .replace(" m.", &format!("{NBSP}m."))
        .replace(" d.", &format!("{NBSP}d."))
}

/// A whole number with grouped digits: `28 344`.
pub(super) fn integer(number: u32) -> String {
    decimal_formatter().format(&FixedDecimal::from(number)).to_string()
}

/// Whether the amounts of a table are printed with cents. All of them are if any amount has cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cents {
    Shown,
    Hidden,
}

impl Cents {
    pub(super) fn of(mut amounts: impl Iterator<Item = Amount>) -> Self {
        if amounts.any(|amount| !amount.decimal().is_integer()) { Self::Shown } else { Self::Hidden }
    }
}

/// An amount: `28 344` or, with cents, `28 344,50`.
pub(super) fn amount(amount: Amount, cents: Cents) -> String {
    let mut decimal = fixed(amount.decimal());
    if cents == Cents::Shown {
        decimal.absolute.pad_end(-2);
    }
    decimal_formatter().format(&decimal).to_string()
}

/// A number with all its decimals: `1 204` or `3,5`.
pub(super) fn number(number: Decimal) -> String {
    decimal_formatter().format(&fixed(number)).to_string()
}

/// Converts a decimal for ICU4X, exactly.
fn fixed(decimal: Decimal) -> FixedDecimal {
    FixedDecimal::try_from_str(&decimal.normalize().to_string()).unwrap_or_default()
}

fn decimal_formatter() -> &'static DecimalFormatter {
    #[expect(clippy::expect_used, reason = "the data for lt is compiled in; every test of a number sees it")]
    static FORMATTER: LazyLock<DecimalFormatter> = LazyLock::new(|| {
        DecimalFormatter::try_new((&LOCALE).into(), icu_decimal::options::DecimalFormatterOptions::default())
            .expect("CLDR has numbers for lt")
    });
    &FORMATTER
}

/// The form of a noun that agrees with a whole number (CLDR plural rules for `lt`).
pub(super) fn agree<T>(number: u32, one: T, few: T, other: T) -> T {
    match plural_rules().category_for(number) {
        PluralCategory::One => one,
        PluralCategory::Few => few,
        _ => other,
    }
}

/// The form of a noun that agrees with a decimal number (CLDR plural rules for `lt`).
pub(super) fn agree_with<T>(number: Decimal, one: T, few: T, many: T, other: T) -> T {
    match plural_rules().category_for(&fixed(number)) {
        PluralCategory::One => one,
        PluralCategory::Few => few,
        PluralCategory::Many => many,
        _ => other,
    }
}

fn plural_rules() -> &'static PluralRules {
    #[expect(clippy::expect_used, reason = "the data for lt is compiled in; every test of agreement sees it")]
    static RULES: LazyLock<PluralRules> = LazyLock::new(|| {
        PluralRules::try_new_cardinal((&LOCALE).into()).expect("CLDR has plural rules for lt")
    });
    &RULES
}

/// Compares two names in Lithuanian order (CLDR collation for `lt`), in which i and y, and a and ą, sort together.
/// Numbers in names are compared by value.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    #[expect(clippy::expect_used, reason = "the data for lt is compiled in; every test of order sees it")]
    static COLLATOR: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
        Collator::try_new(locale!("lt-u-kn").into(), CollatorOptions::default())
            .expect("CLDR has an order for lt")
    });
    COLLATOR.compare(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_with_no_break_spaces() {
        for (number, written) in
            [(0, "0"), (25, "25"), (7217, "7\u{a0}217"), (1_234_567, "1\u{a0}234\u{a0}567")]
        {
            assert_eq!(integer(number), written);
        }
    }

    #[test]
    fn amounts_have_a_decimal_comma_a_minus_sign_and_two_decimals() {
        let write = |text: &str, cents| amount(text.parse().unwrap(), cents);
        assert_eq!(write("28344", Cents::Hidden), "28\u{a0}344");
        assert_eq!(write("28344.5", Cents::Shown), "28\u{a0}344,50");
        assert_eq!(write("28344", Cents::Shown), "28\u{a0}344,00");
        assert_eq!(write("-120", Cents::Hidden), "\u{2212}120");
        assert_eq!(write("999999999999.99", Cents::Shown), "999\u{a0}999\u{a0}999\u{a0}999,99");
    }

    #[test]
    fn dates_are_written_in_words() {
        assert_eq!(long_date("2023-12-31".parse().unwrap()), "2023\u{a0}m. gruodžio 31\u{a0}d.");
        assert_eq!(long_date("2024-03-09".parse().unwrap()), "2024\u{a0}m. kovo 9\u{a0}d.");
    }

    fn sentence(names: MemberNames, total: u32) -> String {
        members_sentence(names, "2023\u{a0}m. pabaigoje", total, None, true).replace('\u{a0}', " ")
    }

    #[test]
    fn the_members_sentence_agrees_with_its_number() {
        for (total, persons) in [
            (2, "juridiniai asmenys"),
            (10, "juridinių asmenų"),
            (11, "juridinių asmenų"),
            (21, "juridinis asmuo"),
            (25, "juridiniai asmenys"),
            (111, "juridinių asmenų"),
        ] {
            let expected = format!("2023 m. pabaigoje Asociacijos nariais buvo {total} {persons}:");
            assert_eq!(sentence(MemberNames::LegalPersons, total), expected);
        }
        let one = sentence(MemberNames::LegalPersons, 1);
        assert_eq!(one, "2023 m. pabaigoje Asociacijos nariu buvo 1 juridinis asmuo:");
    }

    #[test]
    fn zero_members_are_described_without_a_number() {
        for (names, expected) in [
            (MemberNames::LegalPersons, "Asociacija narių neturėjo."),
            (MemberNames::MembersOfAssociation, "narių neturėjome."),
            (MemberNames::Holders, "dalininkų neturėjome."),
            (MemberNames::Members, "narių neturėjome."),
        ] {
            assert_eq!(sentence(names, 0), format!("2023 m. pabaigoje {expected}"));
        }
        let year = Year::try_from(2023).unwrap();
        let say = |total, before| {
            let before = previous_members(year, Date::last_day_of(year), before);
            members_sentence(MemberNames::Members, "2023\u{a0}m. pabaigoje", total, Some(&before), true)
                .replace('\u{a0}', " ")
        };
        assert_eq!(say(0, 31), "2023 m. pabaigoje narių neturėjome (2022 m. pabaigoje – 31).");
        assert_eq!(say(0, 0), "2023 m. pabaigoje narių neturėjome (2022 m. pabaigoje – nė vieno).");
        assert_eq!(say(31, 0), "2023 m. pabaigoje turėjome 31 narį (2022 m. pabaigoje – nė vieno):");
    }

    #[test]
    fn other_members_are_called_members_or_holders() {
        for (names, total, expected) in [
            (MemberNames::MembersOfAssociation, 61, "turėjome 61 narį:"),
            (MemberNames::MembersOfAssociation, 25, "turėjome 25 narius:"),
            (MemberNames::Members, 12, "turėjome 12 narių:"),
            (MemberNames::Members, 12_480, "turėjome 12 480 narių:"),
            (MemberNames::Holders, 1, "turėjome 1 dalininką:"),
            (MemberNames::Holders, 3, "turėjome 3 dalininkus:"),
            (MemberNames::Holders, 10, "turėjome 10 dalininkų:"),
        ] {
            assert_eq!(sentence(names, total), format!("2023 m. pabaigoje {expected}"));
        }
    }

    #[test]
    fn a_total_without_groups_is_not_followed_by_a_colon() {
        let say = |names, previous| members_sentence(names, "2023 m. pabaigoje", 25, previous, false);
        assert_eq!(say(MemberNames::Members, None), "2023 m. pabaigoje turėjome 25\u{a0}narius.");
        assert_eq!(
            say(MemberNames::LegalPersons, Some("prieš metus – 24")),
            "2023 m. pabaigoje Asociacijos nariais buvo 25\u{a0}juridiniai asmenys (prieš metus – 24)."
        );
    }

    #[test]
    fn the_previous_count_is_part_of_the_sentence() {
        let year = Year::try_from(2022).unwrap();
        let (end, other) = (Date::last_day_of(year), "2022-08-31".parse().unwrap());
        let say = |last_day| {
            let before = previous_members(year, last_day, 31);
            let time = at_the_end_of(year, last_day);
            members_sentence(MemberNames::LegalPersons, &time, 34, Some(&before), true).replace('\u{a0}', " ")
        };
        assert_eq!(
            say(end),
            "2022 m. pabaigoje Asociacijos nariais buvo 34 juridiniai asmenys (2021 m. pabaigoje – 31):"
        );
        assert_eq!(
            say(other),
            "2022 m. rugpjūčio 31 d. Asociacijos nariais buvo 34 juridiniai asmenys (prieš metus – 31):"
        );
    }

    #[test]
    fn periods_do_not_repeat_a_common_year_and_break_after_the_dash() {
        let say = |from: &str, to: &str| {
            period(Period { from: from.parse().unwrap(), to: to.parse().unwrap() }).replace(NBSP, "·")
        };
        assert_eq!(say("2023-09-01", "2023-12-31"), "2023·m.·rugsėjo·1·d.·– gruodžio·31·d.");
        assert_eq!(say("2023-09-01", "2024-08-31"), "2023·m.·rugsėjo·1·d.·– 2024·m.·rugpjūčio·31·d.");
    }

    /// CLDR 48, cardinal rules of `lt` for integers: one is n % 10 = 1 and n % 100 != 11..19, few is n % 10 = 2..9 and
    /// n % 100 != 11..19, and everything else is other.
    #[test]
    fn nouns_agree_with_numbers_by_cldr_plural_rules() {
        for number in 0..=1_000_000 {
            let teens = (11..=19).contains(&(number % 100));
            let expected = if number % 10 == 1 && !teens {
                "one"
            } else if (2..=9).contains(&(number % 10)) && !teens {
                "few"
            } else {
                "other"
            };
            assert_eq!(agree(number, "one", "few", "other"), expected, "{number}");
        }
    }

    #[test]
    fn names_sort_by_the_lithuanian_alphabet() {
        let in_order = [
            "Akmenė",
            "Ąžuolas",
            "Birutė",
            "Cirkas",
            "Čekija",
            "Ignalina",
            "Ylakiai",
            "Įmonė Nr. 2",
            "Įmonė Nr. 10",
            "Jonava",
            "Sodas",
            "Šiauliai",
            "Ukmergė",
            "Ūla",
            "Vilnius",
            "Zarasai",
            "Žagarė",
        ];
        let mut sorted = in_order;
        sorted.reverse();
        sorted.sort_by(|a, b| compare(a, b));
        assert_eq!(sorted, in_order);
    }

    #[test]
    fn the_result_is_a_surplus_a_deficit_or_zero() {
        let say = |text: &str| result(text.parse().unwrap(), Cents::Hidden, "Eur");
        assert_eq!(say("1200"), "Pajamos viršijo sąnaudas 1\u{a0}200\u{a0}Eur.");
        assert_eq!(say("-1200"), "Sąnaudos viršijo pajamas 1\u{a0}200\u{a0}Eur.");
        let zero = "Pajamos lygios sąnaudoms: metų veiklos rezultatas – 0\u{a0}Eur.";
        assert_eq!(say("0"), zero);
        assert_eq!(result(Amount::ZERO, Cents::Shown, "Eur"), zero, "zero needs no cents");
    }
}
