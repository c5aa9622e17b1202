//! The report as its authors wrote it: typed structs for the whole data format.
//!
//! Values are well formed by construction: an amount is an exact decimal, a date exists in the
//! calendar, running text consists of paragraphs of inline Markdown, and a link target has a known scheme.
//! Checks that involve several values are in [`crate::rules`].
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
pub(crate) use image::with_keys as images_with_keys;
pub use image::{Image, ImagePath, ImagePathError};
pub(crate) use invisible::{is_bidi_control, is_dropped};
pub use key_path::{KeyPath, Step};
pub(crate) use language::LANGUAGE_PREFIX;
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
    /// The organisation.
    #[schemars(description = "Organizacija, kurios tai ataskaita")]
    pub organization: Organization,
    /// The calendar year of the report.
    #[schemars(description = "Ataskaitiniai metai")]
    pub year: Year,
    /// The reporting period, if it is not the calendar year.
    #[schemars(description = "Ataskaitinis laikotarpis, jei jis nėra kalendoriniai metai")]
    pub period: Option<Period>,
    /// The publication date; also the date of the PDF.
    #[schemars(
        description = "Paskelbimo diena; ji yra ir PDF failo data. Nenurodžius – paskutinė ataskaitinio laikotarpio diena"
    )]
    pub published: Option<Date>,
    /// The cover.
    #[schemars(description = "Viršelio nuotrauka")]
    pub cover: Option<Cover>,
    /// About the organisation.
    #[schemars(description = "Apie organizaciją. Įprasta antraštė – „Apie“")]
    pub about: Passage<Blocks>,
    /// The mission.
    #[schemars(description = "Misija: kam ji veikia", extend("examples" = ["Sumani ir atsakinga visuomenė."]))]
    pub mission: Option<Passage>,
    /// The vision.
    #[schemars(description = "Vizija: ko organizacija siekia")]
    pub vision: Option<Passage>,
    /// The long-term goals.
    #[schemars(description = "Veiklos tikslai")]
    pub goals: Option<Goals>,
    /// The board, the staff and other people.
    #[schemars(description = "Žmonės: valdyba, darbuotojai, revizoriai")]
    pub people: Option<People>,
    /// The members at the end of the year.
    #[schemars(description = "Nariai metų pabaigoje")]
    pub members: Option<Members>,
    /// The year in figures.
    #[schemars(description = "Metai skaičiais")]
    pub numbers: Option<Numbers>,
    /// Completed works.
    #[schemars(description = "Nuveikti darbai")]
    pub activities: Activities,
    /// Projects, which may go on for years.
    #[schemars(description = "Projektai")]
    pub projects: Option<Projects>,
    /// Income, expenses and other finance data.
    #[schemars(description = "Pajamos, sąnaudos ir kiti skaičiai")]
    pub finance: Finance,
    /// Supporters and partners.
    #[schemars(description = "Rėmėjai ir partneriai")]
    pub supporters: Option<Supporters>,
    /// Goals and planned works of the next year.
    #[schemars(
        description = "Ateinančių metų tikslai ir planuojami darbai; asociacijoms jų reikalauja įstatymas"
    )]
    pub plans: Option<Plans>,
    /// Free-form sections, each placed after one of the standard sections.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Papildomi skyriai", with = "Option<Vec<FreeSection>>", extend("default" = []))]
    pub sections: Vec<FreeSection>,
    /// How to reach the organisation.
    #[schemars(description = "Kaip susisiekti")]
    pub contact: Contact,
    /// The organisation's brand colour.
    #[schemars(description = "Organizacijos spalva")]
    pub theme: Option<Theme>,
    /// Words that the spelling check accepts.
    #[serde(default, deserialize_with = "list::optional")]
    #[schemars(description = "Žodžiai, kurių rašybos tikrinti nereikia", with = "Option<Vec<Line>>", extend("default" = []))]
    pub spelling: Vec<Line>,
}

impl Report {
    /// The last day of the reporting period.
    pub fn last_day(&self) -> Date {
        self.period.map_or_else(|| Date::last_day_of(self.year), |period| period.to)
    }

    /// The legal form of the organisation, if it is a known one.
    pub fn legal_form(&self) -> Option<LegalForm> {
        LegalForm::parse(self.organization.legal_form.as_ref()?.as_str())
    }

    /// Every web address that is printed as written, with its key.
    pub fn websites(&self) -> Vec<(KeyPath, &Website)> {
        let key = KeyPath::from("contact.website");
        let mut websites: Vec<_> =
            self.contact.website.iter().flat_map(|websites| websites.with_keys(&key)).collect();
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

    /// Every image with alternative text except the cover's, with its key: those that open sections, then the others in
    /// page order.
    pub fn images(&self) -> impl Iterator<Item = (KeyPath, &Image)> {
        let works = self
            .activities
            .works()
            .flat_map(|(path, work)| image::with_keys(&path, work.image.as_ref(), &work.images));
        let projects = self.projects.iter().flat_map(|projects| &projects.items).enumerate().flat_map(
            |(index, project)| {
                let path = KeyPath::from("projects.items").item(index);
                image::with_keys(&path, project.image.as_ref(), &project.images)
            },
        );
        let sections = self.sections.iter().enumerate().flat_map(|(index, section)| {
            image::with_keys(&KeyPath::from("sections").item(index), section.image.as_ref(), &section.images)
        });
        self.opening_images().chain(works).chain(projects).chain(sections)
    }

    /// The images that open standard sections, with their keys.
    pub fn opening_images(&self) -> impl Iterator<Item = (KeyPath, &Image)> {
        let images = [
            ("goals.image", self.goals.as_ref().and_then(|goals| goals.image.as_ref())),
            ("people.image", self.people.as_ref().and_then(|people| people.image.as_ref())),
            ("members.image", self.members.as_ref().and_then(|members| members.image.as_ref())),
            ("numbers.image", self.numbers.as_ref().and_then(|numbers| numbers.image.as_ref())),
            ("activities.image", self.activities.image.as_ref()),
            ("projects.image", self.projects.as_ref().and_then(|projects| projects.image.as_ref())),
            ("finance.image", self.finance.image.as_ref()),
            ("supporters.image", self.supporters.as_ref().and_then(|supporters| supporters.image.as_ref())),
            ("plans.image", self.plans.as_ref().and_then(|plans| plans.image.as_ref())),
        ];
        images.into_iter().filter_map(|(key, image)| Some((KeyPath::from(key), image?)))
    }

    /// The path of every image file, with its key: the logo, the cover photograph, portraits, logos of supporters and
    /// all [`images`](Self::images).
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
