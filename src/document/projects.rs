//! Projects.

use serde::Serialize;

use super::lithuanian::{self, Cents};
use super::pictures::{self, ImageView};
use super::{Heading, RichText, dates};
use crate::images::Images;
use crate::report::{Currency, Project, Projects};

/// The projects.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectsSection {
    /// How it opens.
    pub heading: Heading,
    /// The projects.
    pub items: Vec<ProjectView>,
}

/// One project.
#[derive(Debug, Clone, Serialize)]
pub struct ProjectView {
    /// Its name.
    pub name: String,
    /// Who pays for it, when it goes on and what it may cost, each where it is known.
    pub facts: Vec<Fact>,
    /// What is done.
    pub text: Option<RichText>,
    /// Its pictures, in rows.
    pub pictures: Vec<Vec<ImageView>>,
}

/// A fact with its label.
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What is told.
    pub label: &'static str,
    /// The fact.
    pub text: String,
}

impl ProjectsSection {
    pub(super) fn new(projects: &Projects, currency: &Currency, images: &Images) -> Self {
        let cents = Cents::of(projects.items.iter().filter_map(|project| project.budget));
        Self {
            heading: Heading::new(projects.title.as_ref(), lithuanian::PROJECTS, projects.motto.as_ref()),
            items: projects
                .items
                .iter()
                .map(|project| ProjectView::new(project, cents, currency, images))
                .collect(),
        }
    }
}

impl ProjectView {
    fn new(project: &Project, cents: Cents, currency: &Currency, images: &Images) -> Self {
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
        let facts = [
            (lithuanian::FUNDER, project.funder.as_ref().map(lithuanian::line)),
            (lithuanian::PROJECT_PERIOD, period),
            (lithuanian::BUDGET, budget),
        ];
        Self {
            name: lithuanian::line(&project.name),
            facts: facts.into_iter().filter_map(|(label, text)| Some(Fact { label, text: text? })).collect(),
            text: project.text.as_ref().map(RichText::from),
            pictures: pictures::in_rows(project.image.iter().chain(&project.images), images),
        }
    }
}
