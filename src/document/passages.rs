//! Sections that are words and images.

use serde::Serialize;

use super::blocks::BlockView;
use super::pictures::{self, ImageView};
use super::{RichText, Text, dates, lithuanian};
use crate::images::Images;
use crate::lithuanian::typography;
use crate::report::{
    Activities, Activity, Blocks, Contact, FreeSection, Goals, KeyPath, Line, OneOrMore, Passage, Plans,
    Prose, Quote, Year,
};

/// The opening of a section.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// The heading.
    pub title: Text,
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
    /// Whether it stands on a dark ground: statements that follow each other take turns, and the first is dark.
    pub dark: bool,
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
    /// The works, in groups; those in no group form one without a title.
    pub groups: Vec<ActivityGroupView>,
}

/// Works under a separate heading.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityGroupView {
    /// The heading.
    pub title: Option<Text>,
    /// The works.
    pub items: Vec<ActivityView>,
}

/// One work.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityView {
    /// What was done.
    pub text: RichText,
    /// When, as it is printed.
    pub date: Option<Text>,
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

/// A list under a separate heading.
#[derive(Debug, Clone, Serialize)]
pub struct PlanList {
    /// The heading.
    pub title: Text,
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
    pub name: Text,
    /// What that person is or does.
    pub role: Option<Text>,
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
    pub label: Text,
    /// The addresses or numbers, at least one.
    pub items: Vec<ContactItem>,
}

/// An address or number.
#[derive(Debug, Clone, Serialize)]
pub struct ContactItem {
    /// As it is printed.
    pub text: Text,
    /// Where a link on it leads.
    pub url: Option<String>,
}

impl Heading {
    /// The opening of the section at `path`; a usual title comes from the section itself.
    pub(super) fn new(
        title: Option<&Line>,
        usual: impl Into<String>,
        motto: Option<&Prose>,
        path: &KeyPath,
    ) -> Self {
        Self {
            title: Text::optional(title, path, "title").unwrap_or_else(|| Text::new(usual, path)),
            motto: motto.map(|motto| RichText::new(motto, &path.key("motto"))),
        }
    }
}

impl TextSection {
    pub(super) fn new(passage: &Passage<Blocks>, path: &KeyPath, usual_title: &str) -> Self {
        Self {
            heading: Heading::new(passage.title.as_ref(), usual_title, None, path),
            body: BlockView::all(&passage.text, &path.key("text")),
        }
    }
}

impl Statement {
    pub(super) fn new(passage: &Passage, path: &KeyPath, usual_title: &str) -> Self {
        Self {
            heading: Heading::new(passage.title.as_ref(), usual_title, None, path),
            body: RichText::new(&passage.text, &path.key("text")),
            dark: true,
        }
    }
}

impl GoalsSection {
    pub(super) fn new(goals: &Goals) -> Self {
        let path = KeyPath::from("goals");
        Self {
            heading: Heading::new(goals.title.as_ref(), lithuanian::GOALS, goals.motto.as_ref(), &path),
            items: items(&goals.items, &path.key("items")),
        }
    }
}

impl ActivitiesSection {
    pub(super) fn new(activities: &Activities, images: &Images) -> Self {
        let path = KeyPath::from("activities");
        let views = |works: &[Activity], path: &KeyPath| {
            let works = works.iter().enumerate();
            works.map(|(index, work)| ActivityView::new(work, &path.item(index), images)).collect::<Vec<_>>()
        };
        let alone = (!activities.items.is_empty())
            .then(|| ActivityGroupView { title: None, items: views(&activities.items, &path.key("items")) });
        let groups = activities.groups.iter().enumerate().map(|(index, group)| {
            let path = path.key("groups").item(index);
            ActivityGroupView {
                title: Some(Text::line(&group.title, &path.key("title"))),
                items: views(&group.items, &path.key("items")),
            }
        });
        Self {
            heading: Heading::new(
                activities.title.as_ref(),
                lithuanian::ACTIVITIES,
                activities.motto.as_ref(),
                &path,
            ),
            groups: alone.into_iter().chain(groups).collect(),
        }
    }
}

impl ActivityView {
    fn new(work: &Activity, path: &KeyPath, images: &Images) -> Self {
        Self {
            text: RichText::new(&work.text, &path.key("text")),
            date: work.date.map(|date| Text::new(dates::span(date), path.key("date"))),
            pictures: pictures::in_rows(work.images(path), images),
        }
    }
}

impl PlansSection {
    /// `None` where nothing is planned: the section then leaves no trace.
    pub(super) fn new(plans: &Plans, year: Year) -> Option<Self> {
        let path = KeyPath::from("plans");
        let lists: Vec<PlanList> = [
            (lithuanian::PLANNED_GOALS, "goals", &plans.goals),
            (lithuanian::PLANNED_WORKS, "works", &plans.works),
        ]
        .into_iter()
        .filter(|(_, _, list)| !list.is_empty())
        .map(|(title, key, list)| {
            let path = path.key(key);
            PlanList { title: Text::new(title, &path), items: items(list, &path) }
        })
        .collect();
        (!lists.is_empty()).then(|| Self {
            heading: Heading::new(
                plans.title.as_ref(),
                lithuanian::plans_title(year.get() + 1),
                plans.motto.as_ref(),
                &path,
            ),
            lists,
        })
    }
}

impl FreeSectionView {
    pub(super) fn new(section: &FreeSection, path: &KeyPath, images: &Images) -> Self {
        Self {
            heading: Heading::new(Some(&section.title), "", section.motto.as_ref(), path),
            opening: images
                .opening(section)
                .and_then(|image| ImageView::with_text(image, &path.key("image"), images)),
            body: BlockView::all(&section.body, &path.key("body")),
            quote: section.quote.as_ref().map(|quote| QuoteView::new(quote, &path.key("quote"), images)),
            pictures: pictures::in_rows(images.below(section, path), images),
        }
    }
}

impl QuoteView {
    fn new(quote: &Quote, path: &KeyPath, images: &Images) -> Self {
        let name = Text::line(&quote.name, &path.key("name"));
        Self {
            text: RichText::new(&quote.text, &path.key("text")),
            portrait: quote.portrait.as_ref().and_then(|portrait| {
                let alt = lithuanian::portrait_alt(name.words());
                ImageView::new(portrait, &path.key("portrait"), alt, images)
            }),
            role: Text::optional(quote.role.as_ref(), path, "role"),
            name,
        }
    }
}

impl ContactSection {
    pub(super) fn new(contact: &Contact) -> Self {
        let path = KeyPath::from("contact");
        let usual = [
            entry(lithuanian::EMAIL, (&path, "email"), contact.email.as_ref(), |email| {
                (email.as_str(), Some(email.url()))
            }),
            entry(lithuanian::WEBSITE, (&path, "website"), contact.website.as_ref(), |website| {
                (website.as_str(), Some(website.url().to_owned()))
            }),
            entry(lithuanian::PHONE, (&path, "phone"), contact.phone.as_ref(), |phone| {
                (phone.as_str(), Some(phone.url()))
            }),
            entry(lithuanian::ADDRESS, (&path, "address"), contact.address.as_ref(), |address| {
                (address.as_str(), None)
            }),
        ];
        let other = contact.other.iter().enumerate().map(|(index, other)| {
            let path = path.key("other").item(index);
            let text = Text::new(typography::tie(other.text.as_str()), path.key("text"));
            ContactEntry {
                label: Text::line(&other.label, &path.key("label")),
                items: vec![ContactItem { text, url: None }],
            }
        });
        Self {
            heading: Heading::new(contact.title.as_ref(), lithuanian::CONTACT, contact.motto.as_ref(), &path),
            entries: usual.into_iter().flatten().chain(other).collect(),
        }
    }
}

/// The addresses or numbers of one kind; `item` gives how one is written and where a link on it
/// leads.
fn entry<'a, T>(
    label: &str,
    (contact, key): (&KeyPath, &str),
    values: Option<&'a OneOrMore<T>>,
    item: impl Fn(&'a T) -> (&'a str, Option<String>),
) -> Option<ContactEntry> {
    let items = values?.with_keys(&contact.key(key)).into_iter().map(|(path, value)| {
        let (text, url) = item(value);
        let text = if url.is_some() { text.to_owned() } else { typography::tie(text) };
        ContactItem { text: Text::new(text, path), url }
    });
    Some(ContactEntry { label: Text::new(label, contact), items: items.collect() })
}

/// The texts of a list at a path.
fn items(list: &[Prose], path: &KeyPath) -> Vec<RichText> {
    list.iter().enumerate().map(|(index, prose)| RichText::new(prose, &path.item(index))).collect()
}
