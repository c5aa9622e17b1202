//! What a printing house asks for.

use std::num::NonZeroUsize;

use crate::press::ink::PressProfile;

/// How the pages are prepared for a press. The bleed is part of the layout.
#[derive(Debug, Clone)]
pub struct Press {
    /// What the colours are prepared for.
    pub condition: OutputCondition,
    /// Whether marks outside the bleed show where to cut.
    pub crop_marks: bool,
    /// The number of pages is a multiple of this: blank ones are put before the last.
    pub pages_multiple_of: NonZeroUsize,
}

/// A printing condition: paper, inks and press, as far as they decide on colours.
#[derive(Debug, Clone)]
pub struct OutputCondition {
    profile: PressProfile,
    name: Name,
}

#[derive(Debug, Clone)]
enum Name {
    /// The reference name of the ICC's registry of characterisation data.
    Registered(String),
    /// The words of somebody else.
    Own(String),
}

/// Coated paper, no marks, as many pages as there are.
impl Default for Press {
    fn default() -> Self {
        Self {
            condition: OutputCondition::coated_fogra39(),
            crop_marks: false,
            pages_multiple_of: NonZeroUsize::MIN,
        }
    }
}

impl OutputCondition {
    /// Offset on coated paper by ISO 12647-2:2004, the registry's `FOGRA39`.
    pub fn coated_fogra39() -> Self {
        Self::registered(PressProfile::coated_fogra39(), "FOGRA39")
    }

    /// A condition of the ICC's registry (<http://www.color.org/chardata/drsection1.xalter>).
    pub fn registered(profile: PressProfile, name: impl Into<String>) -> Self {
        Self { profile, name: Name::Registered(name.into()) }
    }

    /// Another condition, which its profile alone describes; `words` say to people what it is.
    pub fn own(profile: PressProfile, words: impl Into<String>) -> Self {
        Self { profile, name: Name::Own(words.into()) }
    }

    /// The profile by which colours are converted.
    pub fn profile(&self) -> &PressProfile {
        &self.profile
    }

    /// The name in the registry.
    pub(super) fn registered_name(&self) -> Option<&str> {
        match &self.name {
            Name::Registered(name) => Some(name),
            Name::Own(_) => None,
        }
    }

    /// What people are told.
    pub(super) fn words(&self) -> &str {
        match &self.name {
            Name::Registered(name) if name == "FOGRA39" => "Coated FOGRA39 (ISO 12647-2:2004)",
            Name::Registered(words) | Name::Own(words) => words,
        }
    }
}
