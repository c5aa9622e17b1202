//! The ICC profile of a printing condition.

use lcms2::{PixelFormat, Profile};

use super::transform::{to_inks, to_xyz};
use crate::files::Unreadable;
use crate::press::icc::{IccHeader, Signature};

/// Of `data/profiles/`.
const COATED_FOGRA39: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/profiles/coated-fogra39.icc"));

/// An ICC profile with which colours are converted for a press: of the device class `prtr`, for the
/// four inks of process printing (ICC.1:2022, 7.2.5 and 7.2.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PressProfile(Vec<u8>);

/// Why a file is not a [`PressProfile`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileError {
    /// There is no such file, or it cannot be read.
    Unreadable(Unreadable),
    /// It is not an ICC profile.
    NotAProfile,
    /// It is for colours other than CMYK: the signature of their space, such as `RGB`.
    Space(String),
    /// It is not for an output device: the signature of its class, such as `mntr`.
    Class(String),
    /// Colours cannot be converted with it: it is damaged, or has no table to the device.
    Unusable,
}

impl PressProfile {
    /// Offset on coated paper, ISO 12647-2:2004: the characterisation FOGRA39.
    pub fn coated_fogra39() -> Self {
        Self(COATED_FOGRA39.to_vec())
    }

    /// Checks the bytes of a file.
    pub fn new(icc: Vec<u8>) -> Result<Self, ProfileError> {
        // Little CMS takes any bytes in these fields of the header for one of the signatures that it knows (ICC.1:2022,
        // 7.2.1), so they are checked first.
        let header = IccHeader::read(&icc).ok_or(ProfileError::NotAProfile)?;
        if header.space != Signature(*b"CMYK") {
            return Err(ProfileError::Space(header.space.to_string()));
        }
        if header.class != Signature(*b"prtr") {
            return Err(ProfileError::Class(header.class.to_string()));
        }
        match works_both_ways(&icc) {
            Ok(()) => Ok(Self(icc)),
            Err(_) => Err(ProfileError::Unusable),
        }
    }

    /// The profile as a file.
    pub fn icc(&self) -> &[u8] {
        &self.0
    }
}

/// Tries to convert colours to the inks of a profile, and back.
fn works_both_ways(icc: &[u8]) -> Result<(), lcms2::Error> {
    to_inks::<[u8; 3]>(&Profile::new_srgb(), PixelFormat::RGB_8, icc)?;
    to_xyz::<[u8; 4]>(&Profile::new_icc(icc)?, PixelFormat::CMYK_8)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(icc: &[u8]) -> Result<(), ProfileError> {
        PressProfile::new(icc.to_vec()).map(|_| ())
    }

    /// FOGRA39 with other bytes at a place.
    fn corrupted(offset: usize, bytes: &[u8]) -> Vec<u8> {
        let mut icc = COATED_FOGRA39.to_vec();
        icc[offset..offset + bytes.len()].copy_from_slice(bytes);
        icc
    }

    #[test]
    fn the_built_in_profile_is_valid() {
        assert_eq!(check(COATED_FOGRA39), Ok(()));
        assert_eq!(PressProfile::coated_fogra39().icc(), COATED_FOGRA39);
    }

    #[test]
    fn a_profile_for_a_screen_is_refused() {
        let srgb = lcms2::Profile::new_srgb().icc().unwrap();
        assert_eq!(check(&srgb), Err(ProfileError::Space("RGB".to_owned())));
    }

    #[test]
    fn profiles_of_other_classes_are_rejected() {
        for class in ["scnr", "mntr", "link", "spac", "abst", "nmcl"] {
            assert_eq!(check(&corrupted(12, class.as_bytes())), Err(ProfileError::Class(class.to_owned())));
        }
    }

    #[test]
    fn garbage_is_refused() {
        assert_eq!(check(b""), Err(ProfileError::NotAProfile));
        assert_eq!(check(b"%PDF-1.7"), Err(ProfileError::NotAProfile));
        assert_eq!(check(&[0; 4096]), Err(ProfileError::NotAProfile));
        assert_eq!(check(&COATED_FOGRA39[..100]), Err(ProfileError::NotAProfile));
        assert_eq!(check(&corrupted(16, b"\xff\xff\0 ")), Err(ProfileError::Space(String::new())));
        // An impossible number of tags, and no table for converting to inks.
        assert_eq!(check(&corrupted(128, &[0xff; 4])), Err(ProfileError::Unusable));
        assert_eq!(check(&corrupted(128, &[0; 4])), Err(ProfileError::Unusable));
        for length in (128..COATED_FOGRA39.len()).step_by(9973) {
            let _ = check(&COATED_FOGRA39[..length]);
        }
    }
}
