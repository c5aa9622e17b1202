//! Options for the requirements of the printing house.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use ataskaita::Diagnostic;
use ataskaita::diagnostic::problem::Problem;
use ataskaita::export::{OutputCondition, Press};
use ataskaita::files;
use ataskaita::press::ink::{PressProfile, ProfileError};
use ataskaita::typeset::{Bleed, Edition};
use clap::Args;

/// The heading of these options in the help.
pub(super) const PRINT_OPTIONS: &str = "Options of the print edition";

#[derive(Debug, Args)]
#[command(next_help_heading = PRINT_OPTIONS)]
pub(super) struct PressOptions {
    /// The ICC profile of the press and paper; the default is FOGRA39, coated paper
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// The name of the printing condition in the ICC registry, such as FOGRA51
    #[arg(long, value_name = "NAME", requires = "profile")]
    condition: Option<String>,
    /// The bleed on every side, in millimetres
    #[arg(long, value_name = "MM", default_value_t)]
    bleed: Bleed,
    /// Add crop marks outside the bleed
    #[arg(long)]
    crop_marks: bool,
    /// Insert blank pages before the last page until the page count is a multiple of N
    #[arg(long, value_name = "N", default_value = "1", value_parser = parse_multiple)]
    pages_multiple_of: NonZeroUsize,
}

/// The maximum size of a profile, in bytes; CMYK profiles have one to three million.
const PROFILE_SIZE_LIMIT: u64 = 16 << 20;

/// The maximum number of pages per folded sheet.
pub(super) const MAX_MULTIPLE: usize = 64;

fn parse_multiple(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .ok()
        .filter(|multiple: &NonZeroUsize| multiple.get() <= MAX_MULTIPLE)
        .ok_or_else(|| format!("expected a whole number from 1 to {MAX_MULTIPLE}"))
}

impl PressOptions {
    /// The file of the profile.
    pub(super) fn profile(&self) -> Option<&PathBuf> {
        self.profile.as_ref()
    }

    pub(super) fn edition(&self) -> Edition {
        Edition::Print { bleed: self.bleed }
    }

    /// The requirements given by the options.
    ///
    /// # Errors
    /// If the profile cannot be used.
    pub(super) fn press(&self) -> Result<Press, Diagnostic> {
        let condition = match &self.profile {
            None => OutputCondition::coated_fogra39(),
            Some(path) => {
                let wrong =
                    |why| Diagnostic::new(Problem::PressProfile { name: path.display().to_string(), why });
                let icc = files::read(path, PROFILE_SIZE_LIMIT)
                    .map_err(|why| wrong(ProfileError::Unreadable(why)))?;
                let profile = PressProfile::new(icc).map_err(wrong)?;
                if let Some(condition) = &self.condition {
                    OutputCondition::registered(profile, condition)
                } else {
                    let stem = path.file_stem().unwrap_or_default();
                    OutputCondition::custom(profile, stem.to_string_lossy())
                }
            }
        };
        let Self { crop_marks, pages_multiple_of, .. } = *self;
        Ok(Press { condition, crop_marks, pages_multiple_of })
    }
}
