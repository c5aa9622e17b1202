//! The report as its authors wrote it: typed structs for the whole data format.
//!
//! A value that exists is well formed. Each kind of value reads and checks itself in a file of
//! its own: an amount is an exact decimal, a date is a day of the calendar, running text has
//! paragraphs of inline Markdown, and a link leads to the web, a mailbox or a telephone. What can
//! only be judged by looking at several values together is left to [`crate::rules`].
//!
//! Unknown keys are errors everywhere.

mod activities;
mod amount;
mod color;
mod contact;
mod count;
mod date;
mod finance;
mod goals;
mod image;
mod line;
mod members;
mod organization;
mod passage;
mod plans;
mod prose;
mod section;
mod short_or_long;
mod year;

pub use activities::{Activities, Activity};
pub use amount::{Amount, AmountError};
pub use color::{Cmyk, CmykError, Color, Rgb, RgbError, Theme};
pub use contact::{Contact, Email, Phone, PhoneError, Website, WebsiteError};
pub use count::{Count, CountError};
pub use date::{Date, DateError};
pub use finance::{Currency, CurrencyError, Finance, FinanceRow};
pub use goals::Goals;
pub use image::{Image, ImagePath, ImagePathError};
pub use line::{Line, LineError};
pub use members::{Label, LegalPerson, MemberGroup, Members, PluralForms};
pub use organization::{Code, CodeError, Organization};
pub use passage::Passage;
pub use plans::Plans;
pub use prose::{Inline, LinkTarget, LinkTargetError, Paragraph, Prose, ProseError};
pub use section::{Anchor, FreeSection};
pub use year::{Year, YearError};

use serde::Deserialize;

/// One organisation's report on one year.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Whose report it is.
    pub organization: Organization,
    /// The calendar year that it reports on.
    pub year: Year,
    /// The day on which it is published; also the date of the PDF.
    pub published: Option<Date>,
    /// What the organisation is and does.
    pub about: Passage,
    /// What the organisation is for.
    pub mission: Passage,
    /// What the organisation strives towards.
    pub vision: Passage,
    /// The standing goals of its work.
    pub goals: Goals,
    /// Its members at the end of the year.
    pub members: Members,
    /// What was done in the year.
    pub activities: Activities,
    /// Income, expenses and what else is to be shown in figures.
    pub finance: Finance,
    /// Goals and planned works of the next year.
    pub plans: Option<Plans>,
    /// Further sections, each put after one of the usual ones.
    #[serde(default)]
    pub sections: Vec<FreeSection>,
    /// How to reach the organisation.
    pub contact: Contact,
    /// The organisation's own colour.
    pub theme: Option<Theme>,
    /// Words that the spelling check accepts.
    #[serde(default)]
    pub spelling: Vec<Line>,
}

impl Report {
    /// Every image of the report with the place of its key, in the order of the pages. The logo
    /// is not among them.
    pub fn images(&self) -> impl Iterator<Item = (String, &Image)> {
        let activities = self.activities.items.iter().enumerate().filter_map(|(index, item)| {
            Some((format!("activities.items[{index}].image"), item.image.as_ref()?))
        });
        let sections = self.sections.iter().enumerate().filter_map(|(index, section)| {
            Some((format!("sections[{index}].image"), section.image.as_ref()?))
        });
        activities.chain(sections)
    }
}
