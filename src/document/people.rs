//! What the pages say of the people and the supporters.

use serde::Serialize;

use super::lithuanian::{self, Cents};
use super::{Heading, ImageView, RichText};
use crate::images::Images;
use crate::report::{Currency, People, Person, Supporter, Supporters};

/// The people of the organisation.
#[derive(Debug, Clone, Serialize)]
pub struct PeopleSection {
    /// How it opens.
    pub heading: Heading,
    /// The people by what they belong to.
    pub groups: Vec<PeopleGroupView>,
}

/// People who belong together.
#[derive(Debug, Clone, Serialize)]
pub struct PeopleGroupView {
    /// What they belong to.
    pub title: String,
    /// The people.
    pub items: Vec<PersonView>,
}

/// A person.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView {
    /// The person's name.
    pub name: String,
    /// What the person does here.
    pub role: Option<String>,
    /// Where else the person works.
    pub organization: Option<String>,
    /// A photograph of the person.
    pub portrait: Option<ImageView>,
    /// A few words about the person.
    pub text: Option<RichText>,
}

/// Those who support the organisation.
#[derive(Debug, Clone, Serialize)]
pub struct SupportersSection {
    /// How it opens.
    pub heading: Heading,
    /// The supporters by kind.
    pub groups: Vec<SupporterGroupView>,
}

/// Supporters of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct SupporterGroupView {
    /// What they are.
    pub title: String,
    /// The supporters.
    pub items: Vec<SupporterView>,
}

/// A supporter.
#[derive(Debug, Clone, Serialize)]
pub struct SupporterView {
    /// The supporter's name.
    pub name: String,
    /// What the supporter gave, with its currency.
    pub amount: Option<String>,
    /// The supporter's logo.
    pub logo: Option<ImageView>,
    /// The supporter's web site, as it is printed.
    pub website: Option<String>,
    /// Where a link on it leads.
    pub url: Option<String>,
}

impl PeopleSection {
    pub(super) fn new(people: &People, images: &Images) -> Self {
        Self {
            heading: Heading::new(people.title.as_ref(), lithuanian::PEOPLE, people.motto.as_ref()),
            groups: people
                .groups
                .iter()
                .map(|group| PeopleGroupView {
                    title: lithuanian::line(&group.title),
                    items: group.items.iter().map(|person| PersonView::new(person, images)).collect(),
                })
                .collect(),
        }
    }
}

impl PersonView {
    fn new(person: &Person, images: &Images) -> Self {
        let name = lithuanian::line(&person.name);
        Self {
            role: person.role.as_ref().map(lithuanian::line),
            organization: person.organization.as_ref().map(lithuanian::line),
            portrait: person
                .portrait
                .as_ref()
                .and_then(|path| ImageView::new(path, lithuanian::portrait_alt(&name), images)),
            text: person.text.as_ref().map(RichText::from),
            name,
        }
    }
}

impl SupportersSection {
    pub(super) fn new(supporters: &Supporters, currency: &Currency, images: &Images) -> Self {
        let amounts = supporters.groups.iter().flat_map(|group| &group.items).filter_map(|item| item.amount);
        let cents = Cents::of(amounts);
        let currency = lithuanian::currency(currency.code());
        let view = |supporter: &Supporter| SupporterView::new(supporter, cents, currency, images);
        Self {
            heading: Heading::new(
                supporters.title.as_ref(),
                lithuanian::SUPPORTERS,
                supporters.motto.as_ref(),
            ),
            groups: supporters
                .groups
                .iter()
                .map(|group| SupporterGroupView {
                    title: lithuanian::line(&group.title),
                    items: group.items.iter().map(view).collect(),
                })
                .collect(),
        }
    }
}

impl SupporterView {
    fn new(supporter: &Supporter, cents: Cents, currency: &str, images: &Images) -> Self {
        let name = lithuanian::line(&supporter.name);
        Self {
            amount: supporter.amount.map(|amount| lithuanian::money(amount, cents, currency)),
            logo: supporter
                .logo
                .as_ref()
                .and_then(|path| ImageView::new(path, lithuanian::logo_alt(&name), images)),
            website: supporter.website.as_ref().map(|website| website.as_str().to_owned()),
            url: supporter.website.as_ref().map(|website| website.url().to_owned()),
            name,
        }
    }
}
