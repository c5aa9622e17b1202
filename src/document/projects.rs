//! The projects section.

use serde::Serialize;

use super::lithuanian::{self, Cents};
use super::pictures::{self, ImageView};
use super::{Heading, RichText, Text, dates};
use crate::images::Images;
use crate::report::{Currency, KeyPath, Project, Projects, images_with_keys};

/// The projects section.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectsSection {
    /// The heading.
    pub heading: Heading,
    /// The projects.
    pub items: Vec<ProjectView>,
}

/// One project.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectView {
    /// Its name.
    pub name: Text,
    /// The funder, the period and the budget; unknown ones are omitted.
    pub facts: Vec<Fact>,
    /// The description.
    pub text: Option<RichText>,
    /// The images, in rows.
    pub pictures: Vec<Vec<ImageView>>,
}

/// A fact with its label.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// The label.
    pub label: &'static str,
    /// The fact.
    pub text: RichText,
}

impl ProjectsSection {
    pub(super) fn new(projects: &Projects, currency: &Currency, images: &Images) -> Self {
        let path = KeyPath::from("projects");
        let cents = Cents::of(projects.items.iter().filter_map(|project| project.budget));
        Self {
            heading: Heading::new(
                projects.title.as_ref(),
                lithuanian::PROJECTS,
                projects.motto.as_ref(),
                &path,
            )
            .with_image(projects.image.as_ref(), &path, images),
            items: projects
                .items
                .iter()
                .enumerate()
                .map(|(index, project)| {
                    ProjectView::new(project, &path.key("items").item(index), cents, currency, images)
                })
                .collect(),
        }
    }
}

impl ProjectView {
    fn new(project: &Project, path: &KeyPath, cents: Cents, currency: &Currency, images: &Images) -> Self {
        let period = match (project.from, project.to) {
            (Some(from), Some(to)) => Some(dates::months(from, to)),
            (Some(from), None) => Some(dates::since(from)),
            (None, Some(to)) => Some(dates::until(to)),
            (None, None) => None,
        };
        let budget = project.budget.map(|budget| {
            let currency = lithuanian::currency(currency.code());
            format!("{}{}{currency}", lithuanian::amount(budget, cents), lithuanian::NBSP)
        });
        let first_month = if project.from.is_some() { "from" } else { "to" };
        let facts = [
            (lithuanian::FUNDER, "funder", project.funder.as_ref().map(lithuanian::line)),
            (lithuanian::PROJECT_PERIOD, first_month, period),
            (lithuanian::BUDGET, "budget", budget),
        ];
        Self {
            name: Text::line(&project.name, &path.key("name")),
            facts: facts
                .into_iter()
                .filter_map(|(label, key, text)| {
                    Some(Fact { label, text: RichText::of_line(&Text::new(text?, path.key(key))) })
                })
                .collect(),
            text: project.text.as_ref().map(|text| RichText::new(text, &path.key("text"))),
            pictures: pictures::in_rows(
                images_with_keys(path, project.image.as_ref(), &project.images),
                images,
            ),
        }
    }
}
