//! Transforms from a colour space to the inks of a press, and to colours as they are perceived.

use lcms2::{Flags, Intent, PixelFormat, Pod, Profile, Transform};

/// The transform to the inks of a press with this ICC profile, without the total ink limit.
pub(super) fn to_inks<C: Copy + Pod>(
    source: &Profile,
    format: PixelFormat,
    press: &[u8],
) -> Result<Transform<C, [u8; 4]>, lcms2::Error> {
    Transform::new_flags(
        source,
        format,
        &Profile::new_icc(press)?,
        PixelFormat::CMYK_8,
        Intent::RelativeColorimetric,
        Flags::BLACKPOINT_COMPENSATION,
    )
}

/// The transform to CIE XYZ, relative to the white of the medium.
pub(super) fn to_xyz<C: Copy + Pod>(
    source: &Profile,
    format: PixelFormat,
) -> Result<Transform<C, [f64; 3]>, lcms2::Error> {
    Transform::new_flags(
        source,
        format,
        &Profile::new_xyz(),
        PixelFormat::XYZ_DBL,
        Intent::RelativeColorimetric,
        Flags::default(),
    )
}
