//! Legal forms of organisations.

/// A legal form for which the program knows the wording and the law.
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
    /// Parses a legal form as written in a report; `None` for any other form.
    pub fn parse(written: &str) -> Option<Self> {
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
    fn forms_are_recognised_in_any_case_and_abbreviated() {
        assert_eq!(LegalForm::parse("Asociacija"), Some(LegalForm::Association));
        assert_eq!(LegalForm::parse(" VšĮ"), Some(LegalForm::PublicInstitution));
        assert_eq!(LegalForm::parse("VIEŠOJI ĮSTAIGA"), Some(LegalForm::PublicInstitution));
        assert_eq!(LegalForm::parse("labdaros ir paramos fondas"), Some(LegalForm::CharityFund));
        for other in ["", "bendrija", "uždaroji akcinė bendrovė", "asociacijos narys"] {
            assert_eq!(LegalForm::parse(other), None, "{other}");
        }
    }
}
