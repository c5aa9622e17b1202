//! The requirements of a printing house.

use std::num::NonZeroUsize;

use crate::press::ink::PressProfile;

/// The requirements of a printing house, except the bleed, which is part of the layout.
#[derive(Debug, Clone)]
pub struct Press {
    /// The printing condition.
    pub condition: OutputCondition,
    /// Whether to add crop marks.
    pub crop_marks: bool,
    /// The page count must be a multiple of this number; blank pages are inserted before the last page.
    pub pages_multiple_of: NonZeroUsize,
}

/// A printing condition: the combination of press, inks and paper that determines the colours.
#[derive(Debug, Clone)]
pub struct OutputCondition {
    profile: PressProfile,
    name: Name,
}

#[derive(Debug, Clone)]
enum Name {
    /// The reference name in the ICC characterisation data registry.
    Registered(String),
    /// A description.
    Custom(String),
}

/// Coated paper, no crop marks, any number of pages.
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
    /// Offset printing on coated paper according to ISO 12647-2:2004, registered as `FOGRA39`.
    pub fn coated_fogra39() -> Self {
        Self::registered(PressProfile::coated_fogra39(), "FOGRA39")
    }

    /// A condition in the ICC registry (<http://www.color.org/chardata/drsection1.xalter>).
    pub fn registered(profile: PressProfile, name: impl Into<String>) -> Self {
        Self { profile, name: Name::Registered(name.into()) }
    }

    /// A condition that is not registered, with a human-readable description.
    pub fn custom(profile: PressProfile, description: impl Into<String>) -> Self {
        Self { profile, name: Name::Custom(description.into()) }
    }

    /// The profile for colour conversion.
    pub fn profile(&self) -> &PressProfile {
        &self.profile
    }

    /// The name in the registry.
    pub(super) fn registered_name(&self) -> Option<&str> {
        match &self.name {
            Name::Registered(name) => Some(name),
            Name::Custom(_) => None,
        }
    }

    /// A human-readable description.
    pub(super) fn description(&self) -> &str {
        match &self.name {
            Name::Registered(name) if name == "FOGRA39" => "Coated FOGRA39 (ISO 12647-2:2004)",
            Name::Registered(description) | Name::Custom(description) => description,
        }
    }
}
