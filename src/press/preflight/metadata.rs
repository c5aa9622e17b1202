//! The metadata of the file: what PDF/X-4 requires is there, and the Info dictionary agrees with the XMP.

use icu_calendar::Date;

use super::{Fault, Findings};
use crate::press::pdf::{Pdf, Xmp};

const XMP: &str = "http://ns.adobe.com/xap/1.0/";
const XMP_MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
const PDF: &str = "http://ns.adobe.com/pdf/1.3/";
const DC: &str = "http://purl.org/dc/elements/1.1/";

/// What the XMP must have: its name for people, its namespace and name.
const REQUIRED: [(&str, &str, &str); 8] = [
    ("xmp:CreateDate", XMP, "CreateDate"),
    ("xmp:ModifyDate", XMP, "ModifyDate"),
    ("xmp:MetadataDate", XMP, "MetadataDate"),
    ("xmpMM:DocumentID", XMP_MM, "DocumentID"),
    ("xmpMM:VersionID", XMP_MM, "VersionID"),
    ("xmpMM:RenditionClass", XMP_MM, "RenditionClass"),
    ("pdf:Trapped", PDF, "Trapped"),
    ("dc:title", DC, "title"),
];

/// What the Info dictionary contains, too: its key, the namespace and name in the XMP, and whether it is a date.
const TWICE: [(&str, &str, &str, bool); 6] = [
    ("Title", DC, "title", false),
    ("CreationDate", XMP, "CreateDate", true),
    ("ModDate", XMP, "ModifyDate", true),
    ("Trapped", PDF, "Trapped", false),
    ("Creator", XMP, "CreatorTool", false),
    ("Producer", PDF, "Producer", false),
];
/// Of these, what the Info dictionary must have.
const REQUIRED_OF_INFO: [(&str, &str); 4] = [
    ("Title", "Info/Title"),
    ("CreationDate", "Info/CreationDate"),
    ("ModDate", "Info/ModDate"),
    ("Trapped", "Info/Trapped"),
];

pub(super) fn check(pdf: &Pdf<'_>, xmp: Option<&Xmp>, findings: &mut Findings) {
    if xmp.is_none() {
        findings.add(Fault::NoXmp);
    }
    let of_xmp = xmp.into_iter().flat_map(|xmp| {
        REQUIRED
            .iter()
            .filter(|(_, namespace, key)| xmp.get(namespace, key).is_none())
            .map(|(name, ..)| *name)
    });
    let of_info = REQUIRED_OF_INFO.iter().filter(|(key, _)| info(pdf, key).is_none()).map(|(_, name)| *name);
    let id = (!pdf.has_id()).then_some("ID");
    let missing: Vec<&str> = of_xmp.chain(of_info).chain(id).collect();
    if !missing.is_empty() {
        findings.add(Fault::Metadata(missing));
    }
    let trapped = [info(pdf, "Trapped"), xmp.and_then(|xmp| xmp.get(PDF, "Trapped").map(str::to_owned))];
    if trapped.into_iter().flatten().any(|trapped| trapped != "True" && trapped != "False") {
        findings.add(Fault::Trapped);
    }
    for (key, namespace, name, is_date) in TWICE {
        let (Some(info), Some(xmp)) = (info(pdf, key), xmp.and_then(|xmp| xmp.get(namespace, name))) else {
            continue;
        };
        let is_same = if is_date { is_same_moment(&info, xmp) } else { info.trim() == xmp.trim() };
        if !is_same {
            findings.add(Fault::MetadataDiffers { key, info, xmp: xmp.to_owned() });
        }
    }
}

/// A value of the Info dictionary; `None` if it is missing or empty.
fn info(pdf: &Pdf<'_>, key: &str) -> Option<String> {
    let info = pdf.info()?;
    let name = || pdf.name(info, key).map(|name| String::from_utf8_lossy(name).into_owned());
    pdf.text(info, key).or_else(name).filter(|value| !value.is_empty())
}

/// Whether a date of PDF (ISO 32000-1, 7.9.4) and one of XMP (ISO 8601) mean the same moment; `false` if either is not
/// a date.
fn is_same_moment(pdf: &str, xmp: &str) -> bool {
    let (Some(pdf), Some(xmp)) = (Moment::of(pdf), Moment::of(xmp)) else { return false };
    pdf.seconds == xmp.seconds
}

/// A moment, in UTC if no time zone is given.
struct Moment {
    /// Since the first day of the calendar.
    seconds: i64,
}

impl Moment {
    fn of(text: &str) -> Option<Self> {
        let mut digits = String::new();
        let mut rest = text.strip_prefix("D:").unwrap_or(text).chars();
        let mut zone = None;
        let mut is_fraction = false;
        for letter in rest.by_ref() {
            match letter {
                '0'..='9' if is_fraction => {}
                '0'..='9' => digits.push(letter),
                '.' => is_fraction = true,
                // Before the eighth digit, a hyphen is part of the date.
                'Z' | '+' | '-' if digits.len() >= 8 => {
                    zone = Some(letter);
                    break;
                }
                _ => {}
            }
        }
        let number = |from: usize, length: usize, missing: i64| match digits.get(from..from + length) {
            Some(digits) => digits.parse().ok(),
            None => Some(missing),
        };
        let (year, month, day) = (digits.get(..4)?.parse().ok()?, number(4, 2, 1)?, number(6, 2, 1)?);
        let date = Date::try_new_iso(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()?;
        let offset: String = rest.filter(char::is_ascii_digit).take(4).collect();
        let offset = match offset.parse::<i64>() {
            Ok(hours) if offset.len() == 2 => hours * 60,
            Ok(both) => both / 100 * 60 + both % 100,
            Err(_) => 0,
        };
        let offset = if zone == Some('-') { -offset } else { offset };
        let minutes =
            (date.to_rata_die().to_i64_date() * 24 + number(8, 2, 0)?) * 60 + number(10, 2, 0)? - offset;
        Some(Self { seconds: minutes * 60 + number(12, 2, 0)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_across_formats_and_zones() {
        assert!(is_same_moment("D:20240329", "2024-03-29"));
        assert!(is_same_moment("D:20240329", "2024-03-29T00:00:00Z"));
        assert!(is_same_moment("D:20240329120000+02'00'", "2024-03-29T12:00:00+02:00"));
        assert!(is_same_moment("D:20240329120000+02'00", "2024-03-29T10:00:00.5Z"));
        assert!(is_same_moment("D:20240301003000+0300", "2024-02-29T21:30:00Z"));
        assert!(!is_same_moment("D:20240329120000Z", "2024-03-29T12:00:01Z"));
        assert!(!is_same_moment("2024-13-29", "2024-13-29"));
        assert!(!is_same_moment("", "2024-03-29"));
    }
}
