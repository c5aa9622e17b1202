//! Sections that consist of text and images.

use serde::Serialize;

use super::blocks::BlockView;
use super::pictures::{self, ImageView};
use super::{RichText, Text, dates, lithuanian};
use crate::images::Images;
use crate::lithuanian::typography;
use crate::report::{
    Activities, Activity, Blocks, Contact, FreeSection, Goals, Image, KeyPath, Line, OneOrMore, Passage,
    Plans, Prose, Quote, Year,
};

/// The heading of a section.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// The title.
    pub title: Text,
    /// A sentence below it.
    pub motto: Option<RichText>,
    /// A photograph over the full width of the page, above the title.
    pub opening: Option<ImageView>,
    /// An image that cannot be that; below the motto, in rows.
    pub pictures: Vec<Vec<ImageView>>,
}

/// A section of running text.
#[derive(Debug, Clone, Serialize)]
pub struct TextSection {
    /// The heading.
    pub heading: Heading,
    /// The text.
    pub body: Vec<BlockView>,
}

/// A section with a single prominent text: the mission or the vision.
#[derive(Debug, Clone, Serialize)]
pub struct Statement {
    /// The heading.
    pub heading: Heading,
    /// The text.
    pub body: RichText,
    /// Whether the background is dark. Consecutive statements alternate, starting with dark.
    pub dark: bool,
}

/// The long-term goals.
#[derive(Debug, Clone, Serialize)]
pub struct GoalsSection {
    /// The heading.
    pub heading: Heading,
    /// The goals.
    pub items: Vec<RichText>,
}

/// Completed works.
#[derive(Debug, Clone, Serialize)]
pub struct ActivitiesSection {
    /// The heading.
    pub heading: Heading,
    /// The works by group; ungrouped works form a group without a title.
    pub groups: Vec<ActivityGroupView>,
}

/// A group of works.
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
    /// The printed date.
    pub date: Option<Text>,
    /// The images, in rows.
    pub pictures: Vec<Vec<ImageView>>,
}

/// Plans for the next year.
#[derive(Debug, Clone, Serialize)]
pub struct PlansSection {
    /// The heading.
    pub heading: Heading,
    /// The list of goals and the list of works; empty lists are omitted.
    pub lists: Vec<PlanList>,
}

/// A list of goals or works.
#[derive(Debug, Clone, Serialize)]
pub struct PlanList {
    /// The heading.
    pub title: Text,
    /// The goals or works.
    pub items: Vec<RichText>,
}

/// A free-form section.
#[derive(Debug, Clone, Serialize)]
pub struct FreeSectionView {
    /// The heading.
    pub heading: Heading,
    /// The text.
    pub body: Vec<BlockView>,
    /// A quotation below the text.
    pub quote: Option<QuoteView>,
    /// Images at the end, in rows.
    pub pictures: Vec<Vec<ImageView>>,
}

/// A quotation.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteView {
    /// The words.
    pub text: RichText,
    /// The speaker.
    pub name: Text,
    /// The speaker's role.
    pub role: Option<Text>,
    /// A photograph of the speaker.
    pub portrait: Option<ImageView>,
}

/// The contacts of the organisation.
#[derive(Debug, Clone, Serialize)]
pub struct ContactSection {
    /// The heading.
    pub heading: Heading,
    /// The contacts.
    pub entries: Vec<ContactEntry>,
}

/// The addresses or numbers of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct ContactEntry {
    /// The label.
    pub label: Text,
    /// The addresses or numbers, at least one.
    pub items: Vec<ContactItem>,
}

/// An address or number.
#[derive(Debug, Clone, Serialize)]
pub struct ContactItem {
    /// The printed text.
    pub text: Text,
    /// The link target.
    pub url: Option<String>,
}

impl Heading {
    /// The heading of the section at `path`; the origin of the default title is the section.
    pub(super) fn new(
        title: Option<&Line>,
        usual: impl Into<String>,
        motto: Option<&Prose>,
        path: &KeyPath,
    ) -> Self {
        Self {
            title: Text::optional(title, path, "title").unwrap_or_else(|| Text::new(usual, path)),
            motto: motto.map(|motto| RichText::new(motto, &path.key("motto"))),
            opening: None,
            pictures: Vec::new(),
        }
    }

    /// With the `image` of the section at `path`.
    pub(super) fn with_image(self, image: Option<&Image>, path: &KeyPath, images: &Images) -> Self {
        let path = path.key("image");
        match image {
            Some(image) if images.can_open(image) => {
                Self { opening: ImageView::with_text(image, &path, images), ..self }
            }
            Some(image) => Self { pictures: pictures::in_rows([(path, image)].into_iter(), images), ..self },
            None => self,
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
    pub(super) fn new(goals: &Goals, images: &Images) -> Self {
        let path = KeyPath::from("goals");
        Self {
            heading: Heading::new(goals.title.as_ref(), lithuanian::GOALS, goals.motto.as_ref(), &path)
                .with_image(goals.image.as_ref(), &path, images),
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
        let ungrouped = (!activities.items.is_empty())
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
            )
            .with_image(activities.image.as_ref(), &path, images),
            groups: ungrouped.into_iter().chain(groups).collect(),
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
    /// Returns `None` if there are no plans.
    pub(super) fn new(plans: &Plans, year: Year, images: &Images) -> Option<Self> {
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
            )
            .with_image(plans.image.as_ref(), &path, images),
            lists,
        })
    }
}

impl FreeSectionView {
    pub(super) fn new(section: &FreeSection, path: &KeyPath, images: &Images) -> Self {
        Self {
            heading: Heading::new(Some(&section.title), "", section.motto.as_ref(), path).with_image(
                section.image.as_ref().filter(|image| images.can_open(image)),
                path,
                images,
            ),
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
            let text = Text::new(typography::add_no_break_spaces(other.text.as_str()), path.key("text"));
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

/// The addresses or numbers of one kind; `item` returns the text and the link target of each.
fn entry<'a, T>(
    label: &str,
    (contact, key): (&KeyPath, &str),
    values: Option<&'a OneOrMore<T>>,
    item: impl Fn(&'a T) -> (&'a str, Option<String>),
) -> Option<ContactEntry> {
    let items = values?.with_keys(&contact.key(key)).into_iter().map(|(path, value)| {
        let (text, url) = item(value);
        let text = if url.is_some() { text.to_owned() } else { typography::add_no_break_spaces(text) };
        ContactItem { text: Text::new(text, path), url }
    });
    Some(ContactEntry { label: Text::new(label, contact), items: items.collect() })
}

/// The texts of a list at a path.
fn items(list: &[Prose], path: &KeyPath) -> Vec<RichText> {
    list.iter().enumerate().map(|(index, prose)| RichText::new(prose, &path.item(index))).collect()
}
