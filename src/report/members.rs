//! The members of the organisation.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use super::{Code, Count, Image, Line, Prose, list, short_or_long};

/// The section on members, as they were at the end of the year.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Skyrius apie narius metų pabaigoje")]
pub struct Members {
    /// Replaces the default heading.
    #[schemars(description = "Antraštė vietoj įprastos", extend("default" = "Nariai"))]
    pub title: Option<Line>,
    /// A sentence below the heading.
    #[schemars(description = "Sakinys po antrašte")]
    pub motto: Option<Prose>,
    /// A photograph that opens the section: a landscape one over the full width of the page, others below the heading.
    #[schemars(description = "Nuotrauka skyriaus pradžioje; gulsčia – per visą puslapio plotį")]
    pub image: Option<Image>,
    /// The number of members; the sum of the groups, if there are any.
    #[schemars(description = "Kiek narių iš viso; jei nurodytos grupės, turi sutapti su jų suma")]
    pub total: Count,
    /// The number of members at the end of the previous year.
    #[schemars(description = "Kiek narių buvo ankstesnių metų pabaigoje")]
    pub previous: Option<Count>,
    /// Whether the members are legal or natural persons.
    #[serde(default)]
    #[schemars(description = "Kas yra nariai: legal – juridiniai asmenys, natural – fiziniai, any – ir vieni, ir kiti", extend("default" = "any"))]
    pub persons: Persons,
    /// Whether the members are the holders (dalininkai) of the organisation; see [`Members::are_holders`].
    #[schemars(
        description = "Ar nariai yra dalininkai: true – taip, false – ne; nenurodžius jais laikomi viešosios įstaigos nariai"
    )]
    pub holders: Option<bool>,
    /// Replaces the default sentence with the total.
    #[schemars(description = "Sakinys vietoj įprasto sakinio apie narių skaičių", extend("examples" = ["2023 m. pabaigoje mus rėmė 25 organizacijos:"]))]
    pub sentence: Option<Prose>,
    /// The members by kind.
    #[serde(default, deserialize_with = "list::optional_with_items")]
    #[schemars(description = "Nariai pagal rūšį", with = "Option<Vec<MemberGroup>>", length(min = 1))]
    pub groups: Vec<MemberGroup>,
    /// The members that are legal persons.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Nariai – juridiniai asmenys; asociacijoms jų sąrašo reikalauja įstatymas", with = "Option<Vec<LegalPerson>>", extend("default" = []))]
    pub list: Vec<LegalPerson>,
}

impl Members {
    /// The number of members of each kind, or the total if no kinds are given.
    pub fn counts(&self) -> Vec<u32> {
        if self.groups.is_empty() {
            return vec![self.total.get()];
        }
        self.groups.iter().map(|group| group.count.get()).collect()
    }

    /// Whether the members are holders (dalininkai), if the report says so: in `holders`, or in the words of the title
    /// or of all groups. A title with other words says that they are not. If the report does not say, the members of a
    /// public institution are its holders, as in the law.
    pub fn are_holders(&self) -> Option<bool> {
        let names_holders = |line: &Line| line.as_str().to_lowercase().contains("dalinink");
        self.holders.or_else(|| {
            let groups = !self.groups.is_empty()
                && self.groups.iter().all(|group| match &group.label {
                    Label::Fixed(line) => names_holders(line),
                    Label::Plural(forms) => names_holders(&forms.other),
                });
            self.title.as_ref().map(names_holders).or_else(|| groups.then_some(true))
        })
    }
}

/// What kind of persons the members are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(description = "Kas yra nariai")]
pub enum Persons {
    /// Legal persons.
    #[schemars(description = "Juridiniai asmenys")]
    Legal,
    /// Natural persons.
    #[schemars(description = "Fiziniai asmenys")]
    Natural,
    /// Either.
    #[default]
    #[schemars(description = "Ir juridiniai, ir fiziniai asmenys")]
    Any,
}

/// Members of one kind.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Vienos rūšies nariai")]
pub struct MemberGroup {
    /// The number of members in the group.
    #[schemars(description = "Kiek šios rūšies narių")]
    pub count: Count,
    /// Their number at the end of the previous year.
    #[schemars(description = "Kiek jų buvo ankstesnių metų pabaigoje")]
    pub previous: Option<Count>,
    /// The noun after the count.
    #[schemars(description = "Kaip jie vadinami po skaičiaus")]
    pub label: Label,
}

/// A noun that follows a number: in YAML one fixed text, or a mapping of plural forms.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// The same text after every number.
    Fixed(Line),
    /// A form for each plural category.
    Plural(PluralForms),
}

/// The forms of a Lithuanian noun after a number, by CLDR plural category.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Pavadinimas po skaičiaus: atskira forma kiekvienai skaičių rūšiai")]
pub struct PluralForms {
    /// After 1, 21, 31 …
    #[schemars(description = "Po 1, 21, 31 …: verslo organizacija", extend("examples" = ["verslo organizacija"]))]
    pub one: Line,
    /// After 2–9, 22–29 …
    #[schemars(description = "Po 2–9, 22–29 …: verslo organizacijos", extend("examples" = ["verslo organizacijos"]))]
    pub few: Line,
    /// After a fraction; not needed for counts of members.
    #[schemars(description = "Po trupmenos; narių skaičiui nereikia")]
    pub many: Option<Line>,
    /// After 0, 10–20, 30 …
    #[schemars(description = "Po 0, 10–20, 30 …: verslo organizacijų", extend("examples" = ["verslo organizacijų"]))]
    pub other: Line,
}

/// A member that is a legal person.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Narys – juridinis asmuo")]
pub struct LegalPerson {
    /// Its name.
    #[schemars(description = "Pavadinimas", extend("examples" = ["Vilniaus universitetas"]))]
    pub name: Line,
    /// Its legal form, such as `viešoji įstaiga`.
    #[schemars(description = "Teisinė forma, pavyzdžiui, viešoji įstaiga", extend("examples" = ["viešoji įstaiga"]))]
    pub legal_form: Option<Line>,
    /// Its code in the register of legal persons.
    #[schemars(description = "Kodas Juridinių asmenų registre")]
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

impl JsonSchema for Label {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Label".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        short_or_long::json_schema::<Line, PluralForms>(
            generator,
            "Pavadinimas po skaičiaus: vienas visiems skaičiams arba linksniuojamas",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_says_whether_members_are_holders() {
        for (rest, expected) in [
            ("", None),
            ("persons: legal", None),
            ("holders: true", Some(true)),
            ("holders: false", Some(false)),
            ("title: Mūsų dalininkai", Some(true)),
            ("title: Tinklo nariai", Some(false)),
            ("title: Tinklo nariai\nholders: true", Some(true)),
            (
                "groups: [{ count: 2, label: { one: dalininkas, few: dalininkai, other: dalininkų } }]",
                Some(true),
            ),
            ("groups: [{ count: 2, label: Dalininkai – savivaldybės }]", Some(true)),
            ("groups: [{ count: 1, label: dalininkas }, { count: 1, label: rėmėjas }]", None),
        ] {
            let members: Members = serde_yaml::from_str(&format!("total: 2\n{rest}")).unwrap();
            assert_eq!(members.are_holders(), expected, "{rest}");
        }
    }
}
