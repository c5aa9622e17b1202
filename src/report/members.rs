//! Who belongs to the organisation.

use serde::{Deserialize, Deserializer};

use super::{Code, Count, Line, Prose, short_or_long};

/// The section on members, as they were at the end of the year.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Members {
    /// In place of the usual heading.
    pub title: Option<Line>,
    /// A sentence to go before.
    pub motto: Option<Prose>,
    /// How many there are; the sum of the groups.
    pub total: Count,
    /// How many there were at the end of the year before.
    pub previous: Option<Count>,
    /// The members by kind.
    pub groups: Vec<MemberGroup>,
    /// The legal persons among them, by name.
    #[serde(default)]
    pub list: Vec<LegalPerson>,
}

/// Members of one kind.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberGroup {
    /// How many there are.
    pub count: Count,
    /// How many there were at the end of the year before.
    pub previous: Option<Count>,
    /// What they are called, after their number.
    pub label: Label,
}

/// A name that follows a number: in the YAML one fixed text, or a form for each kind of number.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// The same after every number.
    Fixed(Line),
    /// A form for each kind of number.
    Plural(PluralForms),
}

/// The forms of a Lithuanian noun after a number, by the plural categories of Unicode CLDR.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PluralForms {
    /// After 1, 21, 31 …
    pub one: Line,
    /// After 2–9, 22–29 …
    pub few: Line,
    /// After a fraction; a count of members has none.
    pub many: Option<Line>,
    /// After 0, 10–20, 30 …
    pub other: Line,
}

/// A member that is a legal person.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalPerson {
    /// Its name.
    pub name: Line,
    /// Its legal form, such as `viešoji įstaiga`.
    pub legal_form: Option<Line>,
    /// Its code in the register of legal persons.
    pub code: Option<Code>,
}

impl From<Line> for Label {
    fn from(line: Line) -> Self {
        Self::Fixed(line)
    }
}

impl From<PluralForms> for Label {
    fn from(forms: PluralForms) -> Self {
        Self::Plural(forms)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        short_or_long::deserialize::<D, Line, PluralForms, Self>(deserializer)
    }
}
