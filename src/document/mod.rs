//! The content of the pages: the view model of a report for the template.
//!
//! Numbers, dates and text are formatted for printing, in Lithuanian, next to the raw numbers for charts. The
//! template controls only the appearance.

mod blocks;
mod dates;
mod draft;
mod edits;
mod file_metadata;
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
use crate::report::{Anchor, Cmyk, Date, FreeSection, ImagePath, KeyPath, Members, Origin, Report};

pub use blocks::{BlockView, ItemView, TableView};
pub use draft::{
    ChangeBar, DraftItem, DraftList, DraftView, Frame, Note, PageNotes, Side, change_text, changed_note,
    former_reference, missing_note,
};
pub(crate) use edits::DELETED;
pub use edits::{Edit, Place, PrintedWords, Restored};
pub use file_metadata::FileMetadata;
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
pub use text::{ImageOrigin, Text};
pub(crate) use text::{ORIGIN, WORDS};

/// The content of all pages of a report.
#[derive(Debug, Clone, Serialize)]
pub struct Document {
    /// The language of the text (BCP 47).
    pub lang: &'static str,
    /// The title of the PDF.
    pub title: String,
    /// The publisher.
    pub author: String,
    /// The date of the PDF.
    pub date: DocumentDate,
    /// Other metadata of the PDF.
    pub file: FileMetadata,
    /// The accent colour, if it is not the default.
    pub primary: Option<AccentColor>,
    /// The cover page.
    pub cover: Cover,
    /// The page with the table of contents.
    pub contents: Contents,
    /// The page footer.
    pub footer: Footer,
    /// The sections, in page order.
    pub sections: Vec<Section>,
    /// Values of a draft that are still missing; an ellipsis is printed for each.
    #[serde(skip)]
    pub gaps: Vec<KeyPath>,
    /// What a draft marks as changed in the words of a value, in each of the forms in which it is printed.
    #[serde(skip)]
    pub edits: HashMap<Origin, Vec<Vec<Edit>>>,
    /// Items of an earlier document that a draft shows where they stood, in the order of that document.
    #[serde(skip)]
    pub restored: Vec<Restored>,
}

/// The accent colour of each edition.
#[derive(Debug, Clone, Serialize)]
pub struct AccentColor {
    /// On the screen: `#` and six hexadecimal digits.
    pub screen: String,
    /// In print: cyan, magenta, yellow and black in per cent. If it is `None`, the screen colour is converted.
    pub print: Option<[u8; 4]>,
}

/// A date, for the metadata of the PDF.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct DocumentDate {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// The content of the cover.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    /// The organisation's name.
    pub organization: Text,
    /// The report's year.
    pub year: Text,
    /// The kind of document, in capitals.
    pub kind: &'static str,
    /// The organisation's logo.
    pub logo: Option<ImageView>,
    /// The reporting period, if it is not the calendar year.
    pub period: Option<Text>,
    /// A photograph instead of the motif.
    pub image: Option<ImageView>,
    /// The number of nodes of each tint in the motif.
    pub motif: Vec<u32>,
}

/// The content of the page with the table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct Contents {
    /// The heading.
    pub heading: &'static str,
    /// Lines about the organisation and the report.
    pub imprint: Vec<ImprintLine>,
}

/// A line of the imprint.
#[derive(Debug, Clone, Serialize)]
pub struct ImprintLine {
    /// The label.
    pub label: &'static str,
    /// The value.
    pub text: Text,
}

/// The page footer, besides the page number.
#[derive(Debug, Clone, Serialize)]
pub struct Footer {
    /// The organisation's short name, or its name.
    pub organization: Text,
    /// The running title.
    pub report: Text,
}

/// A section of the report; `kind` selects the template function.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Section {
    /// About the organisation.
    About(TextSection),
    /// The mission or the vision.
    Statement(Statement),
    /// The long-term goals.
    Goals(GoalsSection),
    /// The board, the staff and other people.
    People(PeopleSection),
    /// The members.
    Members(MembersSection),
    /// Key numbers.
    Numbers(NumbersSection),
    /// Completed works.
    Activities(ActivitiesSection),
    /// Projects.
    Projects(ProjectsSection),
    /// Finance.
    Finance(FinanceSection),
    /// Supporters and partners.
    Supporters(SupportersSection),
    /// Plans for the next year.
    Plans(PlansSection),
    /// A free-form section.
    Free(Box<FreeSectionView>),
    /// Contacts.
    Contact(ContactSection),
}

impl Document {
    /// Whether the words on the pages are those of the final editions: nothing is missing, and no change is marked.
    pub fn has_final_words(&self) -> bool {
        self.gaps.is_empty() && self.edits.is_empty() && self.restored.is_empty()
    }

    /// Formats the content of a report.
    ///
    /// The date of the PDF is the publication date, else `fallback_date`, else the last day of the reporting period.
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
            file: FileMetadata::new(report, date),
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
            restored: Vec::new(),
        }
    }
}

/// The cover motif is a network of the members by group. Without groups, they have one tint. For too few members it is drawn from
/// Fibonacci numbers that fill the page.
fn motif(report: &Report) -> Vec<u32> {
    const MIN_MEMBERS: u64 = 12;
    let counts = report.members.as_ref().map(Members::counts).unwrap_or_default();
    let total: u64 = counts.iter().copied().map(u64::from).sum();
    if total < MIN_MEMBERS { vec![8, 13, 21, 34] } else { counts }
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
        (Anchor::Goals, report.goals.as_ref().map(|goals| Section::Goals(GoalsSection::new(goals, images)))),
        (
            Anchor::People,
            report.people.as_ref().map(|people| Section::People(PeopleSection::new(people, images))),
        ),
        (
            Anchor::Members,
            report
                .members
                .as_ref()
                .map(|members| Section::Members(MembersSection::new(members, report, images))),
        ),
        (
            Anchor::Numbers,
            report
                .numbers
                .as_ref()
                .map(|numbers| Section::Numbers(NumbersSection::new(numbers, report.year, images))),
        ),
        (Anchor::Activities, Some(Section::Activities(ActivitiesSection::new(&report.activities, images)))),
        (Anchor::Projects, projects.map(Section::Projects)),
        (Anchor::Finance, Some(Section::Finance(FinanceSection::new(&report.finance, report.year, images)))),
        (
            Anchor::Supporters,
            report.supporters.as_ref().map(|supporters| {
                Section::Supporters(SupportersSection::new(supporters, &report.finance.currency, images))
            }),
        ),
        (
            Anchor::Plans,
            report
                .plans
                .as_ref()
                .and_then(|plans| PlansSection::new(plans, report.year, images))
                .map(Section::Plans),
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
    alternate_backgrounds(&mut sections);
    sections
}

/// Alternates dark and light backgrounds among consecutive statements.
fn alternate_backgrounds(sections: &mut [Section]) {
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
