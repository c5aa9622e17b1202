//! The year in figures.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::scalar::{Text, parsed_from};
use super::{Amount, Blocks, ByYear, Line, Prose, Year, list};

/// The section on finance.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie finansus")]
pub struct Finance {
    /// In place of the usual heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Finansai"))]
    pub title: Option<Line>,
    /// A sentence to go before.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// The currency of every amount.
    #[schemars(description = "Visų sumų valiuta")]
    pub currency: Currency,
    /// What came in.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Pajamos", length(min = 1))]
    pub income: Vec<FinanceRow>,
    /// What went out.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Sąnaudos", length(min = 1))]
    pub expenses: Vec<FinanceRow>,
    /// What is shown but belongs to neither.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Kiti duomenys, kurie nėra nei pajamos, nei sąnaudos: eilutės ir eilučių grupės", with = "Option<Vec<FinanceEntry>>", extend("default" = []))]
    pub other: Vec<FinanceEntry>,
    /// What there is to say of the figures.
    #[schemars(description = "Paaiškinimai po lentelėmis")]
    pub notes: Option<Blocks>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Finansų lentelės eilutė", extend("required" = ["label", "amount"]))]
pub struct FinanceRow {
    /// What the amount is of.
    #[schemars(description = "Eilutės pavadinimas: iš ko gauta ar už ką sumokėta", extend("examples" = ["Pardavimo pajamos"]))]
    pub label: Line,
    /// The amount in the report's year; `None`, written `null`, means that there is none.
    #[serde(deserialize_with = "present")]
    #[schemars(description = "Ataskaitinių metų suma; null – sumos nėra, spausdinamas brūkšnys")]
    pub amount: Option<Amount>,
    /// The amount in the year before, if it is given.
    #[schemars(description = "Ankstesnių metų suma", extend("examples" = [6900]))]
    pub previous: Option<Amount>,
    /// The amount that was planned for the report's year.
    #[schemars(description = "Ataskaitiniams metams planuota suma", extend("examples" = [7000]))]
    pub plan: Option<Amount>,
    /// The amounts of years before that.
    #[serde(default)]
    #[schemars(description = "Dar ankstesnių metų sumos", with = "Option<ByYear<Amount>>", extend("default" = {}), extend("examples" = [{ "2021": 5100, "2020": 4800 }]))]
    pub earlier: ByYear<Amount>,
}

/// Rows with a heading of their own.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Eilučių grupė su savo antrašte")]
pub struct FinanceGroup {
    /// Its heading.
    #[schemars(description = "Grupės antraštė", extend("examples" = ["Lėšos sąskaitoje"]))]
    pub title: Line,
    /// The rows.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Grupės eilutės", length(min = 1))]
    pub rows: Vec<FinanceRow>,
    /// Whether their amounts add up to something.
    #[serde(default)]
    #[schemars(description = "Ar po eilutėmis rašyti jų sumą: true arba false", extend("default" = false))]
    pub total: bool,
}

/// A row, or a group of rows.
#[derive(Debug, Clone, PartialEq)]
pub enum FinanceEntry {
    /// A row on its own: `label` and `amount`.
    Row(FinanceRow),
    /// A group: `title` and `rows`.
    Group(FinanceGroup),
}

/// A currency by its code (ISO 4217).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "Text")]
#[schemars(
    with = "Text",
    description = "Valiutos trijų raidžių kodas",
    extend("pattern" = "^[A-Z]{3}$"),
    extend("examples" = ["EUR"]),
)]
pub struct Currency(String);

/// Why a text is not a [`Currency`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyError(
    /// What was written.
    pub String,
);

impl Finance {
    /// All rows, in the order of the page.
    pub fn rows(&self) -> impl Iterator<Item = &FinanceRow> {
        self.income.iter().chain(&self.expenses).chain(self.other.iter().flat_map(FinanceEntry::rows))
    }
}

impl FinanceEntry {
    /// The row itself, or those of the group.
    pub fn rows(&self) -> &[FinanceRow] {
        match self {
            Self::Row(row) => std::slice::from_ref(row),
            Self::Group(group) => &group.rows,
        }
    }
}

impl FinanceRow {
    /// The amount of a year, in a report on `year_of_report`.
    pub fn amount_of(&self, year: Year, year_of_report: Year) -> Option<Amount> {
        if year == year_of_report {
            self.amount
        } else if Some(year) == year_of_report.before() {
            self.previous.or(self.earlier.get(year))
        } else {
            self.earlier.get(year)
        }
    }
}

impl Currency {
    /// The three letters of the code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// Lets a key hold `null` and still be asked for: serde takes a missing `Option` for `None`.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Amount>, D::Error> {
    Option::deserialize(deserializer)
}

parsed_from!(Text => Currency);

/// The keys of a row and of a group have none in common, so the first key decides which it is: whatever serde
/// would buffer to look at all of them loses the digits of amounts.
impl<'de> Deserialize<'de> for FinanceEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entry;
        impl<'de> Visitor<'de> for Entry {
            type Value = FinanceEntry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a row or a group of rows")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FinanceEntry, A::Error> {
                let key = map.next_key::<String>()?;
                let is_group = matches!(key.as_deref(), Some("title" | "rows" | "total"));
                let entry = MapAccessDeserializer::new(WithKey { key, map });
                if is_group {
                    FinanceGroup::deserialize(entry).map(FinanceEntry::Group)
                } else {
                    FinanceRow::deserialize(entry).map(FinanceEntry::Row)
                }
            }
        }
        deserializer.deserialize_any(Entry)
    }
}

impl JsonSchema for FinanceEntry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FinanceEntry".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (row, group) =
            (generator.subschema_for::<FinanceRow>(), generator.subschema_for::<FinanceGroup>());
        json_schema!({ "description": "Eilutė arba eilučių grupė", "anyOf": [row, group] })
    }
}

/// A mapping whose first key has been read already.
struct WithKey<A> {
    key: Option<String>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for WithKey<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.key.take() {
            Some(key) => seed.deserialize(key.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CurrencyError(text.to_owned()))
        }
    }
}
