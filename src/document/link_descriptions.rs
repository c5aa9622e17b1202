//! Descriptions of links for screen readers.

use percent_encoding::percent_decode_str;

use super::lithuanian;

/// A link to an address: `Rašyti laišką info@lsik.lt`, `Skambinti +370 615 96795`, `Atverti svetainę www.lsik.lt`.
pub fn address(url: &str) -> String {
    let readable = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    match url.split_once(':') {
        Some(("mailto", rest)) => {
            let (mailbox, _) = rest.split_once('?').unwrap_or((rest, ""));
            lithuanian::write_to(&readable(mailbox))
        }
        Some(("tel", number)) => lithuanian::call(&in_groups(number)),
        _ => {
            let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
            let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
            let (host, _) = idna::domain_to_unicode(host);
            let path = readable(path);
            lithuanian::open_website(&format!("{host}{}", if path == "/" { "" } else { &path }))
        }
    }
}

/// A link to a section of the report, by its heading and page number, from 1.
pub fn chapter(heading: &str, page: usize) -> String {
    format!("{heading}, {}", lithuanian::page_number(page))
}

/// A link to any other place in the report, by page number, from 1.
pub fn page(page: usize) -> String {
    lithuanian::page_number(page)
}

/// Splits a telephone number into groups that are easy to follow when read aloud: for Lithuanian numbers the country
/// code, three digits and five digits; for others, groups of three.
fn in_groups(number: &str) -> String {
    let (code, rest) = number.strip_prefix("+370").map_or(("", number), |rest| ("+370 ", rest));
    let digits: Vec<char> = rest.chars().collect();
    let groups: Vec<String> = match digits.split_at_checked(3) {
        Some((first, last)) if !code.is_empty() && last.len() == 5 => vec![first, last],
        _ => digits.chunks(3).collect(),
    }
    .into_iter()
    .map(|group| group.iter().collect())
    .collect();
    format!("{code}{}", groups.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_described_by_their_action() {
        for (url, description) in [
            ("mailto:info@lsik.lt", "Rašyti laišką info@lsik.lt"),
            ("mailto:info@lsik.lt?subject=Ataskaita", "Rašyti laišką info@lsik.lt"),
            ("tel:+37061596795", "Skambinti +370 615 96795"),
            ("tel:+48221234567", "Skambinti +48 221 234 567"),
            ("tel:112", "Skambinti 112"),
            ("https://www.lsik.lt/", "Atverti svetainę www.lsik.lt"),
            ("https://www.lsik.lt/nariai?metai=2023", "Atverti svetainę www.lsik.lt/nariai?metai=2023"),
            ("https://xn--ekoly-zdb.lt/%C5%A1alys", "Atverti svetainę ekolyš.lt/šalys"),
        ] {
            assert_eq!(address(url), description);
        }
        assert_eq!(chapter("Misija", 4), "Misija, 4 puslapis");
        assert_eq!(page(12), "12 puslapis");
    }
}
