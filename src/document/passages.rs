//! Sections that are words and images.

use serde::Serialize;

use super::blocks::BlockView;
use super::pictures::{self, ImageView};
use super::{RichText, dates, lithuanian};
use crate::images::Images;
use crate::lithuanian::typography;
use crate::report::{
    Activities, Activity, Blocks, Contact, FreeSection, Goals, Line, OneOrMore, Passage, Plans, Prose, Quote,
    Year,
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
    pub body: Vec<BlockView>,
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
    /// The works, in groups; those that stand in none are one without a title.
    pub groups: Vec<ActivityGroupView>,
}

/// Works under a heading of their own.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityGroupView {
    /// The heading.
    pub title: Option<String>,
    /// The works.
    pub items: Vec<ActivityView>,
}

/// One work.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityView {
    /// What was done.
    pub text: RichText,
    /// When, as it is printed.
    pub date: Option<String>,
    /// Its pictures, in rows.
    pub pictures: Vec<Vec<ImageView>>,
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
    /// A photograph over the whole width of the page, before the heading.
    pub opening: Option<ImageView>,
    /// What it says.
    pub body: Vec<BlockView>,
    /// Somebody's words, below.
    pub quote: Option<QuoteView>,
    /// Pictures at the end, in rows.
    pub pictures: Vec<Vec<ImageView>>,
}

/// Somebody's words.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteView {
    /// The words.
    pub text: RichText,
    /// Who says them.
    pub name: String,
    /// What that person is or does.
    pub role: Option<String>,
    /// A photograph of that person.
    pub portrait: Option<ImageView>,
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
    pub(super) fn new(passage: &Passage<Blocks>, usual_title: &str) -> Self {
        Self {
            heading: Heading::new(passage.title.as_ref(), usual_title, None),
            body: BlockView::all(&passage.text),
        }
    }
}

impl Statement {
    pub(super) fn new(passage: &Passage, usual_title: &str) -> Self {
        Self {
            heading: Heading::new(passage.title.as_ref(), usual_title, None),
            body: RichText::from(&passage.text),
        }
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
        let views =
            |items: &[Activity]| items.iter().map(|work| ActivityView::new(work, images)).collect::<Vec<_>>();
        let alone = (!activities.items.is_empty())
            .then(|| ActivityGroupView { title: None, items: views(&activities.items) });
        let groups = activities.groups.iter().map(|group| ActivityGroupView {
            title: Some(lithuanian::line(&group.title)),
            items: views(&group.items),
        });
        Self {
            heading: Heading::new(
                activities.title.as_ref(),
                lithuanian::ACTIVITIES,
                activities.motto.as_ref(),
            ),
            groups: alone.into_iter().chain(groups).collect(),
        }
    }
}

impl ActivityView {
    fn new(work: &Activity, images: &Images) -> Self {
        Self {
            text: RichText::from(&work.text),
            date: work.date.map(dates::span),
            pictures: pictures::in_rows(work.image.iter().chain(&work.images), images),
        }
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
            opening: images.opening(section).and_then(|image| ImageView::with_text(image, images)),
            body: BlockView::all(&section.body),
            quote: section.quote.as_ref().map(|quote| QuoteView::new(quote, images)),
            pictures: pictures::in_rows(images.below(section), images),
        }
    }
}

impl QuoteView {
    fn new(quote: &Quote, images: &Images) -> Self {
        let name = lithuanian::line(&quote.name);
        let portrait = quote.portrait.as_ref();
        Self {
            text: RichText::from(&quote.text),
            portrait: portrait.and_then(|path| ImageView::new(path, lithuanian::portrait_alt(&name), images)),
            role: quote.role.as_ref().map(lithuanian::line),
            name,
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
