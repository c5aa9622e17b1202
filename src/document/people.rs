//! The sections on people and supporters.

use serde::Serialize;

use super::lithuanian::{self, Cents};
use super::{Heading, ImageView, RichText, Text};
use crate::images::Images;
use crate::report::{Currency, KeyPath, People, Person, Supporter, Supporters};

/// The people section.
#[derive(Debug, Clone, Serialize)]
pub struct PeopleSection {
    /// The heading.
    pub heading: Heading,
    /// The people by group.
    pub groups: Vec<PeopleGroupView>,
}

/// A group of people.
#[derive(Debug, Clone, Serialize)]
pub struct PeopleGroupView {
    /// The name of the group.
    pub title: Text,
    /// The people.
    pub items: Vec<PersonView>,
}

/// A person.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView {
    /// The person's name.
    pub name: Text,
    /// The person's role in the organisation.
    pub role: Option<RichText>,
    /// The organisation that the person works for or represents.
    pub organization: Option<RichText>,
    /// A photograph of the person.
    pub portrait: Option<ImageView>,
    /// A few words about the person.
    pub text: Option<RichText>,
}

/// The supporters section.
#[derive(Debug, Clone, Serialize)]
pub struct SupportersSection {
    /// The heading.
    pub heading: Heading,
    /// The supporters by kind.
    pub groups: Vec<SupporterGroupView>,
}

/// Supporters of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct SupporterGroupView {
    /// The name of the group.
    pub title: Text,
    /// The supporters.
    pub items: Vec<SupporterView>,
}

/// A supporter.
#[derive(Debug, Clone, Serialize)]
pub struct SupporterView {
    /// The supporter's name.
    pub name: Text,
    /// The amount given, with its currency.
    pub amount: Option<Text>,
    /// The supporter's logo.
    pub logo: Option<ImageView>,
    /// The supporter's web site as printed.
    pub website: Option<Text>,
    /// The link target of the web site.
    pub url: Option<String>,
}

impl PeopleSection {
    pub(super) fn new(people: &People, images: &Images) -> Self {
        let path = KeyPath::from("people");
        Self {
            heading: Heading::new(people.title.as_ref(), lithuanian::PEOPLE, people.motto.as_ref(), &path)
                .with_image(people.image.as_ref(), &path, images),
            groups: people
                .groups
                .iter()
                .enumerate()
                .map(|(index, group)| {
                    let path = path.key("groups").item(index);
                    let items = path.key("items");
                    let people = group.items.iter().enumerate();
                    PeopleGroupView {
                        title: Text::line(&group.title, &path.key("title")),
                        items: people
                            .map(|(index, person)| PersonView::new(person, &items.item(index), images))
                            .collect(),
                    }
                })
                .collect(),
        }
    }
}

impl PersonView {
    fn new(person: &Person, path: &KeyPath, images: &Images) -> Self {
        let name = Text::line(&person.name, &path.key("name"));
        let line = |line, key| Text::optional(line, path, key).map(|text| RichText::of_line(&text));
        Self {
            role: line(person.role.as_ref(), "role"),
            organization: line(person.organization.as_ref(), "organization"),
            portrait: person.portrait.as_ref().and_then(|portrait| {
                let alt = lithuanian::portrait_alt(name.words());
                ImageView::new(portrait, &path.key("portrait"), alt, images)
            }),
            text: person.text.as_ref().map(|text| RichText::new(text, &path.key("text"))),
            name,
        }
    }
}

impl SupportersSection {
    pub(super) fn new(supporters: &Supporters, currency: &Currency, images: &Images) -> Self {
        let amounts = supporters.groups.iter().flat_map(|group| &group.items).filter_map(|item| item.amount);
        let cents = Cents::of(amounts);
        let currency = lithuanian::currency(currency.code());
        let path = KeyPath::from("supporters");
        Self {
            heading: Heading::new(
                supporters.title.as_ref(),
                lithuanian::SUPPORTERS,
                supporters.motto.as_ref(),
                &path,
            )
            .with_image(supporters.image.as_ref(), &path, images),
            groups: supporters
                .groups
                .iter()
                .enumerate()
                .map(|(index, group)| {
                    let path = path.key("groups").item(index);
                    let view = |(index, supporter)| {
                        let path = path.key("items").item(index);
                        SupporterView::new(supporter, &path, cents, currency, images)
                    };
                    SupporterGroupView {
                        title: Text::line(&group.title, &path.key("title")),
                        items: group.items.iter().enumerate().map(view).collect(),
                    }
                })
                .collect(),
        }
    }
}

impl SupporterView {
    fn new(supporter: &Supporter, path: &KeyPath, cents: Cents, currency: &str, images: &Images) -> Self {
        let name = Text::line(&supporter.name, &path.key("name"));
        let website = supporter.website.as_ref();
        Self {
            amount: supporter
                .amount
                .map(|amount| Text::new(lithuanian::money(amount, cents, currency), path.key("amount"))),
            logo: supporter.logo.as_ref().and_then(|logo| {
                ImageView::new(logo, &path.key("logo"), lithuanian::logo_alt(name.words()), images)
            }),
            website: website.map(|website| Text::new(website.as_str(), path.key("website"))),
            url: website.map(|website| website.url().to_owned()),
            name,
        }
    }
}
