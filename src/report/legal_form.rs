//! The legal forms of organisations, as far as the program tells them apart.

/// A legal form with words and laws of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegalForm {
    /// Asociacija: it has members (Asociacijų įstatymas).
    Association,
    /// Viešoji įstaiga: it has holders, dalininkai (Viešųjų įstaigų įstatymas).
    PublicInstitution,
    /// Labdaros ir paramos fondas: it has no members (Labdaros ir paramos fondų įstatymas).
    CharityFund,
}

impl LegalForm {
    /// Reads a legal form as it is written in a report; `None` for any other form.
    pub fn of(written: &str) -> Option<Self> {
        match written.trim().to_lowercase().as_str() {
            "asociacija" => Some(Self::Association),
            "viešoji įstaiga" | "všį" => Some(Self::PublicInstitution),
            "labdaros ir paramos fondas" | "paramos fondas" | "labdaros fondas" => Some(Self::CharityFund),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_known_in_either_case_and_abbreviated() {
        assert_eq!(LegalForm::of("Asociacija"), Some(LegalForm::Association));
        assert_eq!(LegalForm::of(" VšĮ"), Some(LegalForm::PublicInstitution));
        assert_eq!(LegalForm::of("VIEŠOJI ĮSTAIGA"), Some(LegalForm::PublicInstitution));
        assert_eq!(LegalForm::of("labdaros ir paramos fondas"), Some(LegalForm::CharityFund));
        for other in ["", "bendrija", "uždaroji akcinė bendrovė", "asociacijos narys"] {
            assert_eq!(LegalForm::of(other), None, "{other}");
        }
    }
}
