//! Dates (ISO 32000-1, 7.9.4).

/// A date in ISO 8601, as precise as it is given: `2024-03-29T14:05:30+02:00`. `None` if the text is not a date.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix("D:").unwrap_or(text);
    let mut rest = digits.bytes().peekable();
    let mut number = |length: usize| {
        let mut written = String::new();
        while written.len() < length {
            written.push(char::from(rest.next_if(u8::is_ascii_digit)?));
        }
        Some(written)
    };
    let year = number(4)?;
    let mut date = year;
    let parts: Vec<String> = std::iter::from_fn(|| number(2)).take(5).collect();
    let within = [("-", 1, 12), ("-", 1, 31), ("T", 0, 23), (":", 0, 59), (":", 0, 60)];
    for (part, (separator, least, greatest)) in parts.iter().zip(within) {
        if !(least..=greatest).contains(&part.parse::<u32>().ok()?) {
            return None;
        }
        date.push_str(separator);
        date.push_str(part);
    }
    // ISO 8601 has no time of an hour without a minute.
    if parts.len() == 3 {
        date.push_str(":00");
    }
    if parts.len() >= 3 {
        let zone: String = rest.map(char::from).collect();
        let zone = zone.trim_end_matches('\'').replace('\'', ":");
        let is_offset = zone.len() >= 3
            && zone.starts_with(['+', '-'])
            && zone.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':');
        match zone.as_str() {
            zone if zone.starts_with('Z') => date.push('Z'),
            zone if is_offset && zone.len() == 3 => {
                date.push_str(zone);
                date.push_str(":00");
            }
            zone if is_offset && zone.len() == 6 => date.push_str(zone),
            _ => {}
        }
    }
    Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_far_as_they_are_written() {
        for (written, read) in [
            ("D:20240329140530+02'00'", Some("2024-03-29T14:05:30+02:00")),
            ("D:20240329140530+02'00", Some("2024-03-29T14:05:30+02:00")),
            ("D:20240329140530Z", Some("2024-03-29T14:05:30Z")),
            ("D:20240329140530Z00'00'", Some("2024-03-29T14:05:30Z")),
            ("20240329", Some("2024-03-29")),
            ("D:2024", Some("2024")),
            ("D:2024032914", Some("2024-03-29T14:00")),
            ("D:20241329", None),
            ("Friday", None),
            ("", None),
        ] {
            assert_eq!(iso(written).as_deref(), read, "{written}");
        }
    }
}
