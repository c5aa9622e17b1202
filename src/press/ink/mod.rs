//! Ink: the conversion of RGB colours to those of a printing condition.
//!
//! Colours are converted by Little CMS with relative colorimetric intent and black point
//! compensation (ISO 18619). What the press can print stays as it is, so that the organisation's
//! colours are met; only what it cannot print moves, to the nearest colour that it can; and shadows
//! keep their drawing, since the darkest colour of the picture becomes the darkest of the press. The
//! perceptual intent would change every colour of a picture for the sake of those few that are out
//! of reach, and by as much as each maker of profiles saw fit.

mod colorimetry;
mod grays;
mod limit;
mod press_profile;
mod separation;
mod transform;

pub use colorimetry::{Colorimetry, SeenColor};
pub use grays::Grays;
pub use limit::{MAX_TOTAL_INK, limited, limited_under_black};
pub use press_profile::{PressProfile, ProfileError};
pub use separation::Separation;
