//! Sections that are words and images.

use serde::Serialize;

use super::{RichText, lithuanian};
use crate::images::Images;
use crate::lithuanian::typography;
use crate::report::{
    Activities, Contact, FreeSection, Goals, Image, Line, OneOrMore, Passage, Plans, Prose, Year,
};

/// The opening of a section.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub motto: Option<RichText>,
}

/// A section of running text.
#[derive(Debug, Clone, Serialize)]
pub struct TextSection {
    /// How it opens.
    pub heading: Heading,
    /// What it says.
    pub body: RichText,
}

/// A section of one great sentence.
#[derive(Debug, Clone, Serialize)]
pub struct Statement {
    /// How it opens.
    pub heading: Heading,
    /// The sentence.
    pub body: RichText,
}

/// The standing goals.
#[derive(Debug, Clone, Serialize)]
pub struct GoalsSection {
    /// How it opens.
    pub heading: Heading,
    /// The goals.
    pub items: Vec<RichText>,
}

/// What was done.
#[derive(Debug, Clone, Serialize)]
pub struct ActivitiesSection {
    /// How it opens.
    pub heading: Heading,
    /// The works.
    pub items: Vec<ActivityView>,
}

/// One work.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityView {
    /// What was done.
    pub text: RichText,
    /// The day, as it is printed.
    pub date: Option<String>,
    /// A image of it.
    pub picture: Option<ImageView>,
}

/// A image on the page.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// The name of its file among the report's [`Images`].
    pub file: String,
    /// What it shows.
    pub alt: String,
    /// A line of text below it.
    pub caption: Option<RichText>,
}

/// The next year.
#[derive(Debug, Clone, Serialize)]
pub struct PlansSection {
    /// How it opens.
    pub heading: Heading,
    /// Goals, then works, each if there are any.
    pub lists: Vec<PlanList>,
}

/// A list under a heading of its own.
#[derive(Debug, Clone, Serialize)]
pub struct PlanList {
    /// The heading.
    pub title: &'static str,
    /// What is listed.
    pub items: Vec<RichText>,
}

/// A section of the author's own.
#[derive(Debug, Clone, Serialize)]
pub struct FreeSectionView {
    /// How it opens.
    pub heading: Heading,
    /// What it says.
    pub body: RichText,
    /// A image below the text.
    pub picture: Option<ImageView>,
}

/// How to reach the organisation.
#[derive(Debug, Clone, Serialize)]
pub struct ContactSection {
    /// How it opens.
    pub heading: Heading,
    /// The ways to reach it.
    pub entries: Vec<ContactEntry>,
}

/// A way to reach the organisation.
#[derive(Debug, Clone, Serialize)]
pub struct ContactEntry {
    /// What kind of way it is.
    pub label: String,
    /// The addresses or numbers, at least one.
    pub items: Vec<ContactItem>,
}

/// An address or number.
#[derive(Debug, Clone, Serialize)]
pub struct ContactItem {
    /// As it is printed.
    pub text: String,
    /// Where a link on it leads.
    pub url: Option<String>,
}

impl Heading {
    pub(super) fn new(title: Option<&Line>, usual: impl Into<String>, motto: Option<&Prose>) -> Self {
        Self { title: title.map_or_else(|| usual.into(), lithuanian::line), motto: motto.map(RichText::from) }
    }
}

impl TextSection {
    pub(super) fn new(passage: &Passage, usual_title: &str) -> Self {
        Self {
            heading: Heading::new(passage.title.as_ref(), usual_title, None),
            body: RichText::from(&passage.text),
        }
    }
}

impl Statement {
    pub(super) fn new(passage: &Passage, usual_title: &str) -> Self {
        let TextSection { heading, body } = TextSection::new(passage, usual_title);
        Self { heading, body }
    }
}

impl GoalsSection {
    pub(super) fn new(goals: &Goals) -> Self {
        Self {
            heading: Heading::new(goals.title.as_ref(), lithuanian::GOALS, goals.motto.as_ref()),
            items: goals.items.iter().map(RichText::from).collect(),
        }
    }
}

impl ActivitiesSection {
    pub(super) fn new(activities: &Activities, images: &Images) -> Self {
        let items = activities.items.iter().map(|item| ActivityView {
            text: RichText::from(&item.text),
            date: item.date.map(lithuanian::long_date),
            picture: item.image.as_ref().and_then(|image| ImageView::new(image, images)),
        });
        Self {
            heading: Heading::new(
                activities.title.as_ref(),
                lithuanian::ACTIVITIES,
                activities.motto.as_ref(),
            ),
            items: items.collect(),
        }
    }
}

impl ImageView {
    /// `None` where the image was not read, which [`Images::read`] has then said.
    fn new(image: &Image, images: &Images) -> Option<Self> {
        Some(Self {
            file: images.file_name(&image.file)?,
            alt: lithuanian::line(&image.alt),
            caption: image.caption.as_ref().map(RichText::from),
        })
    }
}

impl PlansSection {
    /// `None` where nothing is planned: the section then leaves no trace.
    pub(super) fn new(plans: &Plans, year: Year) -> Option<Self> {
        let lists: Vec<PlanList> =
            [(lithuanian::PLANNED_GOALS, &plans.goals), (lithuanian::PLANNED_WORKS, &plans.works)]
                .into_iter()
                .filter(|(_, items)| !items.is_empty())
                .map(|(title, items)| PlanList { title, items: items.iter().map(RichText::from).collect() })
                .collect();
        (!lists.is_empty()).then(|| Self {
            heading: Heading::new(
                plans.title.as_ref(),
                lithuanian::plans_title(year.get() + 1),
                plans.motto.as_ref(),
            ),
            lists,
        })
    }
}

impl FreeSectionView {
    pub(super) fn new(section: &FreeSection, images: &Images) -> Self {
        Self {
            heading: Heading::new(Some(&section.title), "", section.motto.as_ref()),
            body: RichText::from(&section.body),
            picture: section.image.as_ref().and_then(|image| ImageView::new(image, images)),
        }
    }
}

impl ContactSection {
    pub(super) fn new(contact: &Contact) -> Self {
        let usual = [
            entry(lithuanian::EMAIL, contact.email.as_ref(), |email| (email.as_str(), Some(email.url()))),
            entry(lithuanian::WEBSITE, contact.website.as_ref(), |website| {
                (website.as_str(), Some(website.url().to_owned()))
            }),
            entry(lithuanian::PHONE, contact.phone.as_ref(), |phone| (phone.as_str(), Some(phone.url()))),
            entry(lithuanian::ADDRESS, contact.address.as_ref(), |address| (address.as_str(), None)),
        ];
        let other = contact.other.iter().map(|other| ContactEntry {
            label: lithuanian::line(&other.label),
            items: vec![ContactItem { text: typography::tie(other.text.as_str()), url: None }],
        });
        Self {
            heading: Heading::new(contact.title.as_ref(), lithuanian::CONTACT, contact.motto.as_ref()),
            entries: usual.into_iter().flatten().chain(other).collect(),
        }
    }
}

/// The addresses or numbers of one kind; `item` gives how one is written and where a link on it
/// leads.
fn entry<'a, T>(
    label: &str,
    values: Option<&'a OneOrMore<T>>,
    item: impl Fn(&'a T) -> (&'a str, Option<String>),
) -> Option<ContactEntry> {
    let items = values?.as_slice().iter().map(|value| {
        let (text, url) = item(value);
        let text = if url.is_some() { text.to_owned() } else { typography::tie(text) };
        ContactItem { text, url }
    });
    Some(ContactEntry { label: label.to_owned(), items: items.collect() })
}
