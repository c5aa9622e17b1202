//! Income, expenses and other finance data.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::scalar::{Text, parsed_from};
use super::{Amount, Blocks, ByYear, Image, Line, Prose, Year, list};

/// The section on finance.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie finansus")]
pub struct Finance {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Finansai"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The currency of every amount.
    #[schemars(description = "Visų sumų valiuta")]
    pub currency: Currency,
    /// Income.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Pajamos", length(min = 1))]
    pub income: Vec<FinanceRow>,
    /// Expenses.
    #[serde(deserialize_with = "list::at_least_one")]
    #[schemars(description = "Sąnaudos", length(min = 1), extend("examples" = [[{ "label": "Darbo užmokestis", "amount": 28344 }]]))]
    pub expenses: Vec<FinanceRow>,
    /// Rows that are neither income nor expenses.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Kiti duomenys, kurie nėra nei pajamos, nei sąnaudos: eilutės ir eilučių grupės", with = "Option<Vec<FinanceEntry>>", extend("default" = []))]
    pub other: Vec<FinanceEntry>,
    /// Notes below the tables.
    #[schemars(description = "Paaiškinimai po lentelėmis")]
    pub notes: Option<Blocks>,
}

/// A row of a finance table.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Finansų lentelės eilutė", extend("required" = ["label", "amount"]))]
pub struct FinanceRow {
    /// The name of the row.
    #[schemars(description = "Eilutės pavadinimas: iš ko gauta ar už ką sumokėta", extend("examples" = ["Pardavimo pajamos"]))]
    pub label: Line,
    /// The amount in the report's year; `None`, written `null`, means that there is no amount.
    #[serde(deserialize_with = "required")]
    #[schemars(description = "Ataskaitinių metų suma; null – sumos nėra, spausdinamas brūkšnys")]
    pub amount: Option<Amount>,
    /// The amount in the previous year.
    #[schemars(description = "Ankstesnių metų suma", extend("examples" = [6900]))]
    pub previous: Option<Amount>,
    /// The amount planned for the report's year.
    #[schemars(description = "Ataskaitiniams metams planuota suma", extend("examples" = [7000]))]
    pub plan: Option<Amount>,
    /// The amounts of earlier years.
    #[serde(default)]
    #[schemars(description = "Dar ankstesnių metų sumos", with = "Option<ByYear<Amount>>", extend("default" = {}), extend("examples" = [{ "2021": 5100, "2020": 4800 }]))]
    pub earlier: ByYear<Amount>,
}

/// A group of rows with a heading.
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
    /// Whether a total is printed below the rows.
    #[serde(default)]
    #[schemars(description = "Ar po eilutėmis rašyti jų sumą: true arba false", extend("default" = false))]
    pub total: bool,
}

/// A row, or a group of rows.
#[derive(Debug, Clone, PartialEq)]
pub enum FinanceEntry {
    /// A single row: `label` and `amount`.
    Row(FinanceRow),
    /// A group: `title` and `rows`.
    Group(FinanceGroup),
}

/// A currency code (ISO 4217).
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
    /// The rejected text.
    pub String,
);

impl Finance {
    /// All rows, in page order.
    pub fn rows(&self) -> impl Iterator<Item = &FinanceRow> {
        self.income.iter().chain(&self.expenses).chain(self.other.iter().flat_map(FinanceEntry::rows))
    }
}

impl FinanceEntry {
    /// The row itself, or the rows of the group.
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
        } else if Some(year) == year_of_report.previous() {
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

/// Deserializes a required key whose value may be `null`. With a custom function, serde does not treat a missing
/// key as `None`.
fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Amount>, D::Error> {
    Option::deserialize(deserializer)
}

parsed_from!(Text => Currency);

/// Rows and groups have no keys in common, so the first key decides. Buffering the whole mapping, as serde's untagged
/// enums do, would lose the exact digits of amounts.
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

/// A mapping whose first key has already been read.
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
