//! The report as its authors wrote it: typed structs for the whole data format.
//!
//! A value that exists is well formed. Each kind of value reads and checks itself in a file of
//! its own: an amount is an exact decimal, a date is a day of the calendar, running text has
//! paragraphs of inline Markdown, and a link leads to the web, a mailbox or a telephone. What can
//! only be judged by looking at several values together is left to [`crate::rules`].
//!
//! Unknown keys are errors everywhere.

mod activities;
mod amount;
mod blocks;
mod by_year;
mod color;
mod contact;
mod count;
mod cover;
mod date;
mod date_span;
mod finance;
pub(crate) mod gap;
mod goals;
mod image;
mod invisible;
mod key_path;
mod language;
mod legal_form;
mod line;
mod list;
mod markdown;
mod members;
mod number;
mod numbers;
mod one_or_more;
mod organization;
mod origin;
mod passage;
mod pasted;
mod people;
mod period;
mod plans;
mod projects;
mod prose;
pub(crate) mod scalar;
pub mod schema;
mod section;
mod short_or_long;
mod supporters;
mod texts;
mod value_error;
pub mod values;
mod year;
mod year_month;

pub use activities::{Activities, Activity, ActivityGroup};
pub use amount::{Amount, AmountError};
pub use blocks::{Alignment, Block, Blocks, Cell, ListItem, Table, Unsupported};
pub use by_year::ByYear;
pub use color::{Cmyk, CmykError, Color, Rgb, RgbError, Theme};
pub use contact::{Contact, Email, EmailError, OtherContact, Phone, PhoneError, Website, WebsiteError};
pub use count::{Count, CountError};
pub use cover::{Cover, CoverImage};
pub use date::{Date, DateError};
pub use date_span::{DateSpan, DateSpanError};
pub use finance::{Currency, CurrencyError, Finance, FinanceEntry, FinanceGroup, FinanceRow};
pub use goals::Goals;
pub(crate) use image::keyed;
pub use image::{Image, ImagePath, ImagePathError};
pub(crate) use invisible::{is_bidi_control, is_dropped};
pub use key_path::{KeyPath, Step};
pub(crate) use language::LANGUAGE_MARK;
pub use language::{LanguageCode, LanguageCodeError};
pub use legal_form::LegalForm;
pub use line::{Line, LineError};
pub use markdown::Markdown;
pub use members::{Label, LegalPerson, MemberGroup, Members, Persons, PluralForms};
pub use number::{Number, NumberError};
pub use numbers::{KeyNumber, Numbers};
pub use one_or_more::OneOrMore;
pub use organization::{Code, CodeError, Organization};
pub use origin::Origin;
pub use passage::Passage;
pub use people::{People, PeopleGroup, Person};
pub use period::Period;
pub use plans::Plans;
pub use projects::{Project, Projects};
pub use prose::{Inline, LinkTarget, LinkTargetError, Paragraph, Prose, ProseError};
pub use section::{Anchor, FreeSection, Quote};
pub use supporters::{Supporter, SupporterGroup, Supporters};
pub use texts::TextRef;
pub use value_error::ValueError;
pub use year::{Year, YearError};
pub use year_month::{YearMonth, YearMonthError};

use schemars::JsonSchema;
use serde::Deserialize;

/// One organisation's report on one year.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Metinė veiklos ataskaita")]
pub struct Report {
    /// Whose report it is.
    #[schemars(description = "Organizacija, kurios tai ataskaita")]
    pub organization: Organization,
    /// The calendar year that it reports on.
    #[schemars(description = "Ataskaitiniai metai")]
    pub year: Year,
    /// The days that it reports on, where they are not the calendar year.
    #[schemars(description = "Ataskaitinis laikotarpis, jei jis nėra kalendoriniai metai")]
    pub period: Option<Period>,
    /// The day on which it is published; also the date of the PDF.
    #[schemars(
        description = "Paskelbimo diena; ji yra ir PDF failo data. Nenurodžius – paskutinė ataskaitinio laikotarpio diena"
    )]
    pub published: Option<Date>,
    /// A photograph for the first page.
    #[schemars(description = "Viršelio nuotrauka")]
    pub cover: Option<Cover>,
    /// What the organisation is and does.
    #[schemars(description = "Apie organizaciją. Įprasta antraštė – „Apie“")]
    pub about: Passage<Blocks>,
    /// What the organisation is for.
    #[schemars(description = "Misija: kam ji veikia", extend("examples" = ["Sumani ir atsakinga visuomenė."]))]
    pub mission: Option<Passage>,
    /// What the organisation strives towards.
    #[schemars(description = "Vizija: ko organizacija siekia")]
    pub vision: Option<Passage>,
    /// The standing goals of its work.
    #[schemars(description = "Veiklos tikslai")]
    pub goals: Option<Goals>,
    /// The people of the organisation.
    #[schemars(description = "Žmonės: valdyba, darbuotojai, revizoriai")]
    pub people: Option<People>,
    /// Its members at the end of the year.
    #[schemars(description = "Nariai metų pabaigoje")]
    pub members: Option<Members>,
    /// The year in figures.
    #[schemars(description = "Metai skaičiais")]
    pub numbers: Option<Numbers>,
    /// What was done in the year.
    #[schemars(description = "Nuveikti darbai")]
    pub activities: Activities,
    /// Projects, which may go on for years.
    #[schemars(description = "Projektai")]
    pub projects: Option<Projects>,
    /// Income, expenses and what else is to be shown in figures.
    #[schemars(description = "Pajamos, sąnaudos ir kiti skaičiai")]
    pub finance: Finance,
    /// Those who support the organisation.
    #[schemars(description = "Rėmėjai ir partneriai")]
    pub supporters: Option<Supporters>,
    /// Goals and planned works of the next year.
    #[schemars(
        description = "Ateinančių metų tikslai ir planuojami darbai; asociacijoms jų reikalauja įstatymas"
    )]
    pub plans: Option<Plans>,
    /// Further sections, each put after one of the usual ones.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Papildomi skyriai", with = "Option<Vec<FreeSection>>", extend("default" = []))]
    pub sections: Vec<FreeSection>,
    /// How to reach the organisation.
    #[schemars(description = "Kaip susisiekti")]
    pub contact: Contact,
    /// The organisation's own colour.
    #[schemars(description = "Organizacijos spalva")]
    pub theme: Option<Theme>,
    /// Words that the spelling check accepts.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Žodžiai, kurių rašybos tikrinti nereikia", with = "Option<Vec<Line>>", extend("default" = []))]
    pub spelling: Vec<Line>,
}

impl Report {
    /// The last day that it reports on.
    pub fn last_day(&self) -> Date {
        self.period.map_or_else(|| Date::last_of(self.year), |period| period.to)
    }

    /// The legal form of the organisation, if it is one that the program knows.
    pub fn legal_form(&self) -> Option<LegalForm> {
        LegalForm::of(self.organization.legal_form.as_ref()?.as_str())
    }

    /// Every web address that is printed as it was written, with its key.
    pub fn websites(&self) -> Vec<(KeyPath, &Website)> {
        let key = KeyPath::from("contact.website");
        let mut websites: Vec<_> =
            self.contact.website.iter().flat_map(|websites| websites.at(&key)).collect();
        for (group, supporters) in self.supporters.iter().flat_map(|all| all.groups.iter().enumerate()) {
            let items = KeyPath::from("supporters.groups").item(group).key("items");
            websites.extend(supporters.items.iter().enumerate().filter_map(|(index, supporter)| {
                Some((items.item(index).key("website"), supporter.website.as_ref()?))
            }));
        }
        websites
    }

    /// The portraits of people, with their keys.
    pub fn portraits(&self) -> impl Iterator<Item = (KeyPath, &ImagePath)> {
        let groups = self.people.iter().flat_map(|people| people.groups.iter().enumerate());
        groups.flat_map(|(group, people)| {
            let items = KeyPath::from("people.groups").item(group).key("items");
            people.items.iter().enumerate().filter_map(move |(index, person)| {
                Some((items.item(index).key("portrait"), person.portrait.as_ref()?))
            })
        })
    }

    /// The logos of supporters, with their keys.
    pub fn supporter_logos(&self) -> impl Iterator<Item = (KeyPath, &ImagePath)> {
        let groups = self.supporters.iter().flat_map(|supporters| supporters.groups.iter().enumerate());
        groups.flat_map(|(group, supporters)| {
            let items = KeyPath::from("supporters.groups").item(group).key("items");
            supporters.items.iter().enumerate().filter_map(move |(index, supporter)| {
                Some((items.item(index).key("logo"), supporter.logo.as_ref()?))
            })
        })
    }

    /// Every picture that has a text of its own, with its key, in the order of the pages.
    pub fn images(&self) -> impl Iterator<Item = (KeyPath, &Image)> {
        let works = self
            .activities
            .works()
            .flat_map(|(path, work)| image::keyed(&path, work.image.as_ref(), &work.images));
        let projects = self.projects.iter().flat_map(|projects| &projects.items).enumerate().flat_map(
            |(index, project)| {
                let path = KeyPath::from("projects.items").item(index);
                image::keyed(&path, project.image.as_ref(), &project.images)
            },
        );
        let sections = self.sections.iter().enumerate().flat_map(|(index, section)| {
            image::keyed(&KeyPath::from("sections").item(index), section.image.as_ref(), &section.images)
        });
        works.chain(projects).chain(sections)
    }

    /// The path of every picture file, with the key under which it stands: the logo, the cover's photograph, portraits,
    /// logos of supporters and all [`images`](Self::images).
    pub fn image_paths(&self) -> impl Iterator<Item = (KeyPath, &ImagePath)> {
        let logo = self.organization.logo.iter().map(|logo| (KeyPath::from("organization.logo"), logo));
        let cover = self.cover.iter().map(|cover| (KeyPath::from("cover.image.file"), &cover.image.file));
        let images = self.images().map(|(key, image)| (key.key("file"), &image.file));
        let portraits = self.sections.iter().enumerate().filter_map(|(index, section)| {
            let path = KeyPath::from("sections").item(index).key("quote").key("portrait");
            Some((path, section.quote.as_ref()?.portrait.as_ref()?))
        });
        let people = self.portraits().chain(self.supporter_logos());
        logo.chain(cover).chain(images).chain(portraits).chain(people)
    }
}
