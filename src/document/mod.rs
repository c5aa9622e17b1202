//! What the pages say: the view of a report that the template sets.
//!
//! Numbers, dates and words are ready to print here, in Lithuanian, beside the raw numbers that
//! charts are drawn from. The template decides how all this looks and never what it says.

mod blocks;
mod dates;
mod draft;
mod edits;
mod file_facts;
mod finance;
mod finance_chart;
mod finance_rows;
pub mod link_descriptions;
mod lithuanian;
mod members;
mod note_kind;
mod numbers;
mod passages;
mod people;
mod pictures;
mod printed;
mod projects;
mod rich_text;
mod series;
mod text;

use std::collections::HashMap;

use serde::Serialize;

use crate::images::Images;
use crate::report::{Anchor, Cmyk, Date, FreeSection, ImagePath, KeyPath, Origin, Report};

pub use blocks::{BlockView, ItemView, TableView};
pub use draft::{
    ChangeBar, DraftItem, DraftList, DraftView, Frame, Note, PageNotes, Side, change_text, changed_note,
    missing_note,
};
pub use edits::Edit;
pub use file_facts::FileFacts;
pub use finance::{FinanceSection, FinanceTable, FinanceTableRow};
pub use finance_chart::{Bar, BarGroup, BarKind, FinanceChart};
pub use members::{GroupView, MemberList, MembersSection};
pub use note_kind::NoteKind;
pub use numbers::{NumberView, NumbersSection};
pub use passages::{
    ActivitiesSection, ActivityGroupView, ActivityView, ContactEntry, ContactItem, ContactSection,
    FreeSectionView, GoalsSection, Heading, PlanList, PlansSection, QuoteView, Statement, TextSection,
};
pub use people::{
    PeopleGroupView, PeopleSection, PersonView, SupporterGroupView, SupporterView, SupportersSection,
};
pub use pictures::ImageView;
pub use printed::printed;
pub use projects::{Fact, ProjectView, ProjectsSection};
pub use rich_text::{RichText, Span};
pub use series::{Point, Series};
pub(crate) use text::{ORIGIN, WORDS};
pub use text::{PictureOrigin, Text};

/// Everything that the pages of one report say.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// The language of the text (BCP 47).
    pub lang: &'static str,
    /// The title of the PDF.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// The date of the PDF.
    pub date: DocumentDate,
    /// What else the file says of itself.
    pub file: FileFacts,
    /// The accent colour, in place of the default.
    pub primary: Option<AccentColor>,
    /// The first page.
    pub cover: Cover,
    /// The table of contents.
    pub contents: Contents,
    /// The foot of every page.
    pub footer: Footer,
    /// The sections, in the order of the pages.
    pub sections: Vec<Section>,
    /// Values of a draft that are still missing: an ellipsis stands for what would be printed of them.
    #[serde(skip)]
    pub gaps: Vec<KeyPath>,
    /// What a draft marks as changed in the words of a value.
    #[serde(skip)]
    pub edits: HashMap<Origin, Vec<Edit>>,
}

/// The accent colour of each edition.
#[derive(Debug, Clone, Serialize)]
pub struct AccentColor {
    /// On the screen: `#` and six hexadecimal digits.
    pub screen: String,
    /// In print: cyan, magenta, yellow and black in per cent. Where there is none, the screen's is
    /// converted.
    pub print: Option<[u8; 4]>,
}

/// A day in parts, for the metadata of the PDF.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct DocumentDate {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// What stands on the cover.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    /// The organisation's name.
    pub organization: Text,
    /// The report's year.
    pub year: Text,
    /// What the document is, in capitals.
    pub kind: &'static str,
    /// The organisation's logo.
    pub logo: Option<ImageView>,
    /// The days that it reports on, where they are not the calendar year.
    pub period: Option<Text>,
    /// A photograph in place of the motif.
    pub image: Option<ImageView>,
    /// How many nodes of each tint the motif has.
    pub motif: Vec<u32>,
}

/// What stands on the page of the table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct Contents {
    /// Its heading.
    pub heading: &'static str,
    /// Lines about the organisation and the report, each with what it tells.
    pub imprint: Vec<ImprintLine>,
}

/// A fact about the organisation or the report.
#[derive(Debug, Clone, Serialize)]
pub struct ImprintLine {
    /// What is told.
    pub label: &'static str,
    /// The fact.
    pub text: Text,
}

/// What stands at the foot of every page, beside its number.
#[derive(Debug, Clone, Serialize)]
pub struct Footer {
    /// Whose report it is.
    pub organization: Text,
    /// Which report it is.
    pub report: Text,
}

/// A section of the report; `kind` names its place in the template.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Section {
    /// What the organisation is and does.
    About(TextSection),
    /// The mission or the vision.
    Statement(Statement),
    /// The standing goals.
    Goals(GoalsSection),
    /// The people of the organisation.
    People(PeopleSection),
    /// Who belongs to the organisation.
    Members(MembersSection),
    /// The year in figures.
    Numbers(NumbersSection),
    /// What was done.
    Activities(ActivitiesSection),
    /// Projects, which may go on for years.
    Projects(ProjectsSection),
    /// The year's money.
    Finance(FinanceSection),
    /// Those who support the organisation.
    Supporters(SupportersSection),
    /// The next year.
    Plans(PlansSection),
    /// A section of the author's own.
    Free(Box<FreeSectionView>),
    /// How to reach the organisation.
    Contact(ContactSection),
}

impl Document {
    /// Writes out what a report says.
    ///
    /// The PDF's date is the day of publication; a report that names none takes `fallback_date`,
    /// and without that the last day that it reports on.
    pub fn new(report: &Report, images: &Images, fallback_date: Option<Date>) -> Self {
        let organization = lithuanian::line(&report.organization.name);
        let date = report.published.or(fallback_date).unwrap_or_else(|| report.last_day());
        let year = report.year.get();
        let name_path = KeyPath::from("organization.name");
        Self {
            lang: lithuanian::LANGUAGE,
            title: lithuanian::document_title(&organization, year),
            author: organization.clone(),
            date: DocumentDate { year: date.year(), month: date.month(), day: date.day() },
            file: FileFacts::new(report, date),
            primary: report.theme.as_ref().map(|theme| AccentColor {
                screen: theme.primary.screen.to_string(),
                print: theme.primary.print.map(Cmyk::percent),
            }),
            cover: Cover {
                organization: Text::new(&*organization, name_path.clone()),
                year: Text::new(year.to_string(), KeyPath::from("year")),
                kind: lithuanian::COVER_KIND,
                logo: report
                    .organization
                    .logo
                    .as_ref()
                    .and_then(|logo| logo_image(logo, images, &organization)),
                period: report
                    .period
                    .map(|period| Text::new(lithuanian::period(period), KeyPath::from("period"))),
                image: report.cover.as_ref().and_then(|cover| {
                    let alt = lithuanian::line(&cover.image.alt);
                    ImageView::new(&cover.image.file, &"cover.image".into(), alt, images)
                }),
                motif: motif(report),
            },
            contents: Contents { heading: lithuanian::CONTENTS, imprint: imprint(report) },
            footer: Footer {
                organization: Text::optional(
                    report.organization.short_name.as_ref(),
                    &KeyPath::from("organization"),
                    "short_name",
                )
                .unwrap_or_else(|| Text::new(organization, name_path)),
                report: Text::new(lithuanian::running_title(year), KeyPath::from("year")),
            },
            sections: sections(report, images),
            gaps: Vec::new(),
            edits: HashMap::new(),
        }
    }
}

/// A network of the members by group; of few members there is none to see, and the motif is drawn
/// from the first numbers of Fibonacci that fill the page.
fn motif(report: &Report) -> Vec<u32> {
    const FEWEST_MEMBERS: u64 = 12;
    let members = report.members.iter().flat_map(|members| &members.groups);
    let counts: Vec<u32> = members.map(|group| group.count.get()).collect();
    let total: u64 = counts.iter().copied().map(u64::from).sum();
    if total < FEWEST_MEMBERS { vec![8, 13, 21, 34] } else { counts }
}

fn logo_image(path: &ImagePath, images: &Images, organization: &str) -> Option<ImageView> {
    ImageView::new(path, &"organization.logo".into(), lithuanian::logo_alt(organization), images)
}

fn imprint(report: &Report) -> Vec<ImprintLine> {
    let organization = &report.organization;
    let line = |label, path: &str, text: Option<String>| {
        text.map(|text| ImprintLine { label, text: Text::new(text, KeyPath::from(path)) })
    };
    [
        line(
            lithuanian::LEGAL_FORM,
            "organization.legal_form",
            organization.legal_form.as_ref().map(lithuanian::line),
        ),
        line(
            lithuanian::CODE,
            "organization.code",
            organization.code.as_ref().map(|code| code.as_str().to_owned()),
        ),
        line(lithuanian::PERIOD, "period", report.period.map(lithuanian::period)),
        line(lithuanian::PUBLISHED, "published", report.published.map(lithuanian::long_date)),
        line(
            lithuanian::COVER_CREDIT,
            "cover.image.credit",
            report.cover.as_ref().and_then(|cover| cover.image.credit.as_ref()).map(lithuanian::line),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn sections(report: &Report, images: &Images) -> Vec<Section> {
    let statement =
        |passage, key: &str, usual| Section::Statement(Statement::new(passage, &key.into(), usual));
    let projects = report
        .projects
        .as_ref()
        .map(|projects| ProjectsSection::new(projects, &report.finance.currency, images));
    let usual = [
        (Anchor::Cover, None),
        (
            Anchor::About,
            Some(Section::About(TextSection::new(&report.about, &"about".into(), lithuanian::ABOUT))),
        ),
        (
            Anchor::Mission,
            report.mission.as_ref().map(|mission| statement(mission, "mission", lithuanian::MISSION)),
        ),
        (
            Anchor::Vision,
            report.vision.as_ref().map(|vision| statement(vision, "vision", lithuanian::VISION)),
        ),
        (Anchor::Goals, report.goals.as_ref().map(|goals| Section::Goals(GoalsSection::new(goals)))),
        (
            Anchor::People,
            report.people.as_ref().map(|people| Section::People(PeopleSection::new(people, images))),
        ),
        (
            Anchor::Members,
            report.members.as_ref().map(|members| Section::Members(MembersSection::new(members, report))),
        ),
        (
            Anchor::Numbers,
            report
                .numbers
                .as_ref()
                .map(|numbers| Section::Numbers(NumbersSection::new(numbers, report.year))),
        ),
        (Anchor::Activities, Some(Section::Activities(ActivitiesSection::new(&report.activities, images)))),
        (Anchor::Projects, projects.map(Section::Projects)),
        (Anchor::Finance, Some(Section::Finance(FinanceSection::new(&report.finance, report.year)))),
        (
            Anchor::Supporters,
            report.supporters.as_ref().map(|supporters| {
                Section::Supporters(SupportersSection::new(supporters, &report.finance.currency, images))
            }),
        ),
        (
            Anchor::Plans,
            report.plans.as_ref().and_then(|plans| PlansSection::new(plans, report.year)).map(Section::Plans),
        ),
    ];
    let free = |anchor| {
        let follows = move |(_, section): &(usize, &FreeSection)| section.after == anchor;
        report.sections.iter().enumerate().filter(follows).map(|(index, section)| {
            let path = KeyPath::from("sections").item(index);
            Section::Free(Box::new(FreeSectionView::new(section, &path, images)))
        })
    };
    let mut sections: Vec<Section> = usual
        .into_iter()
        .flat_map(|(anchor, section)| section.into_iter().chain(free(anchor)))
        .chain([Section::Contact(ContactSection::new(&report.contact))])
        .collect();
    alternate(&mut sections);
    sections
}

/// Statements that follow each other take turns between a dark and a light ground.
fn alternate(sections: &mut [Section]) {
    let mut dark = true;
    for section in sections {
        if let Section::Statement(statement) = section {
            statement.dark = dark;
            dark = !dark;
        } else {
            dark = true;
        }
    }
}
