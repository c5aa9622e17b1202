//! Guesses at the intention behind lines that are neither a key with its value nor an item of a list, or that are the
//! wrong one of the two.

use super::expected;
use super::guess::{Guess, shown};
use super::keys;
use super::line::Line;
use super::quoting::quoted;
use crate::diagnostic::Edit;
use crate::diagnostic::problem::{Problem, Syntax};

/// Characters that people and word processors use as bullets.
const BULLETS: [char; 26] = [
    '•', '·', '●', '▪', '‣', '◦', '○', '➢', '–', '—', '*', '+', '§', '\u{f0b7}', '\u{f0a7}', '✓', '✔', '☑',
    '→', '⇒', '►', '▶', '■', '□', '♦', '❖',
];
/// The maximum number of lines that are examined above or below the reported one.
const MAX_LINES: usize = 60;
/// The indentation of a text relative to its key.
const STEP: usize = 2;

/// The length in bytes of a bullet or an item's number at the beginning of words, with the space after it.
///
/// The letter `o`, the second-level bullet in Word, may also be a word.
pub(super) fn bullet(words: &str) -> Option<usize> {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = words.get(digits..)?;
    let after = match rest.chars().next()? {
        c if digits == 0 && (BULLETS.contains(&c) || c == 'o') => rest.get(c.len_utf8()..)?,
        '-' if digits == 0 => {
            let after = rest.get(1..)?;
            return after.starts_with(|c: char| c.is_alphanumeric() || "„\"{".contains(c)).then_some(1);
        }
        '.' | ')' if (1..=2).contains(&digits) => rest.get(1..)?,
        c if digits == 0 && c.is_ascii_lowercase() && rest.get(1..)?.starts_with(')') => rest.get(2..)?,
        _ => return None,
    };
    let words_after = after.trim_start();
    (words_after.len() < after.len() && !words_after.is_empty()).then(|| words.len() - words_after.len())
}

/// Adds guesses at what is wrong with a line.
pub(super) fn of_line(text: &str, line: &Line, guesses: &mut Vec<Guess>) {
    let Some(words) = text.get(line.start..line.range.end).map(str::trim_end) else { return };
    let place = line.start..line.start + words.len();
    guesses.extend(key(text, line, words));
    guesses.extend(unspaced_item(text, line));
    if line.key.is_some() && words.starts_with("- ") && is_among_keys(text, line) {
        guesses.push(Guess {
            problem: Some(Problem::YamlSyntax(Syntax::Hyphen)),
            place: Some(place.start..place.start + 1),
            shown: shown(words.get(2..).unwrap_or_default()),
            edits: vec![Edit::new(place.start..place.start + 2, "")],
        });
    }
    if line.key.is_none() && !words.starts_with('-') {
        guesses.extend(items(text, line));
    }
    if (line.key.is_none() || words.starts_with('{'))
        && !words.starts_with("- ")
        && is_among_items(text, line)
    {
        guesses.push(Guess {
            problem: Some(Problem::YamlSyntax(Syntax::NoHyphen)),
            place: Some(place.clone()),
            shown: shown(&format!("- {words}")),
            edits: vec![Edit::new(place.start..place.start, "- ")],
        });
    }
}

/// A known key with punctuation around it, or with a character other than a colon after it.
fn key(text: &str, line: &Line, words: &str) -> Option<Guess> {
    let is_sign = |c: char| "*_`#\"'„“”".contains(c);
    if line.key.is_some() || text.get(line.start..)?.starts_with("- ") {
        return None;
    }
    let bare = words.trim_start_matches(|c: char| is_sign(c) || c == ' ');
    let name: &str =
        bare.get(..bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').len())?;
    if !expected::is_key(name.trim_end_matches('_')) {
        return None;
    }
    let name = name.trim_end_matches('_');
    let rest = bare.get(name.len()..)?.trim_start_matches(|c: char| is_sign(c) || c == ' ');
    let is_colon = |c: &char| matches!(c, ':' | '：' | '∶' | '=' | '–' | '—') || rest.starts_with("- ");
    let sign = rest.chars().next().filter(is_colon)?;
    let value = rest.get(sign.len_utf8()..)?.trim_start_matches([' ', '*']);
    let end = line.start + (words.len() - value.len());
    let typed = format!("{name}: ");
    let mut edits = vec![Edit::new(line.start..end, typed.clone())];
    // A line of JSON: `"mission": "…",`.
    let without_comma = value.strip_suffix(',').filter(|value| value.ends_with(['"', '}', ']']));
    if let Some(value) = without_comma {
        edits.push(Edit::new(end + value.len()..end + value.len() + 1, ""));
    }
    Some(Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Key)),
        place: Some(line.start..end.max(line.start + 1)),
        shown: shown(&format!("{typed}{}", without_comma.unwrap_or(value))),
        edits,
    })
}

/// Keys at the margin that should be indented like the next key, which belongs to the same section.
pub(super) fn keys_above(text: &str, first: &Line) -> Option<Guess> {
    let is_left = |line: &Line| {
        let key = line.key.clone().filter(|key| key.start == line.start && !line.value.is_empty());
        let key = key.and_then(|key| text.get(key)).unwrap_or_default();
        line.indentation() == 0
            && first.indentation() > 0
            && expected::is_key(key)
            && !expected::is_section(key)
    };
    first.key.as_ref()?;
    let mut lines: Vec<Line> = Vec::new();
    let mut above = first.before(text);
    while let Some(line) = above.filter(|line| lines.len() < MAX_LINES && is_left(line)) {
        above = line.before(text);
        lines.push(line);
    }
    lines.reverse();
    let topmost = lines.first()?;
    let spaces = " ".repeat(first.indentation());
    let words = text.get(topmost.start..topmost.range.end).unwrap_or_default();
    Some(Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Indentation)),
        place: Some(topmost.start..topmost.range.end),
        shown: shown(&format!("{spaces}{words}")),
        edits: lines.iter().map(|line| Edit::new(line.range.start..line.start, spaces.clone())).collect(),
    })
}

/// The nearest line above one whose value opens a bracket that it does not close.
pub(super) fn unclosed_above(text: &str, first: &Line) -> Option<Line> {
    let mut line = first.before(text);
    for _ in 0..MAX_LINES {
        let here = line?;
        let value = text.get(here.value.clone())?;
        if value.starts_with(['{', '[']) && !unclosed(value).is_empty() {
            return Some(here);
        }
        line = here.before(text);
    }
    None
}

/// The closing brackets that are missing at the end of a value.
pub(super) fn unclosed(value: &str) -> String {
    let mut open = Vec::new();
    for c in value.chars() {
        match c {
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' if open.last() == Some(&c) => drop(open.pop()),
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}

/// Whether the next line that is not indented further is a key with the same indentation: then the line is no item.
pub(super) fn is_among_keys(text: &str, line: &Line) -> bool {
    not_deeper(text, line, Line::after).is_some_and(|after| {
        after.indentation() == line.indentation() && after.key.is_some() && !is_item(text, &after)
    })
}

/// Whether the nearest line above that is not indented further begins an item with the same indentation.
fn is_among_items(text: &str, line: &Line) -> bool {
    not_deeper(text, line, Line::before)
        .is_some_and(|before| before.indentation() == line.indentation() && is_item(text, &before))
}

fn is_item(text: &str, line: &Line) -> bool {
    text.get(line.start..).is_some_and(|words| words.starts_with("- "))
}

/// The nearest line in the direction of `next` that is neither blank nor indented further than this one.
fn not_deeper(text: &str, line: &Line, next: impl Fn(&Line, &str) -> Option<Line>) -> Option<Line> {
    std::iter::successors(next(line, text), |line| next(line, text))
        .take(MAX_LINES)
        .find(|other| !other.is_blank(text) && other.indentation() <= line.indentation())
}

/// Makes items of this line and its neighbours that begin with the same kind of bullet.
pub(super) fn items(text: &str, line: &Line) -> Option<Guess> {
    let kind = |line: &Line| {
        let words = text.get(line.start..line.range.end)?;
        let sign = words.chars().next().map(|c| if c.is_ascii_digit() { '1' } else { c })?;
        bullet(words).map(|length| (sign, line.indentation(), length))
    };
    let (sign, indentation, _) = kind(line)?;
    let is_same = |other: &Line| {
        other.key.is_none() && kind(other).is_some_and(|(a, b, _)| (a, b) == (sign, indentation))
    };
    let mut lines = vec![line.clone()];
    let mut above = line.before(text);
    while let Some(before) = above.filter(|before| {
        lines.len() < MAX_LINES
            && (is_same(before) || before.indentation() > indentation && !before.is_blank(text))
    }) {
        above = before.before(text);
        if is_same(&before) {
            lines.push(before);
        }
    }
    let mut below = line.after(text);
    while let Some(after) = below.filter(|after| {
        lines.len() < MAX_LINES
            && (is_same(after) || after.indentation() > indentation && !after.is_blank(text))
    }) {
        below = after.after(text);
        if is_same(&after) {
            lines.push(after);
        }
    }
    lines.sort_by_key(|line| line.start);
    if sign == 'o' && lines.len() < 2 {
        return None;
    }
    let mut edits = Vec::new();
    let mut first_item = None;
    for line in &lines {
        let words = text.get(line.start..line.range.end)?.trim_end();
        let item = words.get(bullet(words)?..)?;
        let is_whole = line.value_to_its_end(text).end <= line.range.end;
        let needs_marks = is_whole
            && !item.starts_with('{')
            && (item.contains(": ") || item.ends_with(':') || item.contains(" #"));
        let item = if needs_marks { quoted(item) } else { item.to_owned() };
        let typed = format!("- {item}");
        edits.push(Edit::new(line.start..line.start + words.len(), typed.clone()));
        first_item.get_or_insert(typed);
    }
    let first = lines.first()?;
    Some(Guess {
        problem: Some(Problem::BulletList),
        place: Some(first.start..first.range.end),
        shown: shown(&first_item?),
        edits,
    })
}

/// Lines at the margin that have no key, at or above the reported line: an unindented text if they follow its key,
/// otherwise notes without a `#`.
pub(super) fn above(text: &str, first: &Line) -> Vec<Guess> {
    strays_above(text, first).unwrap_or_default()
}

fn strays_above(text: &str, first: &Line) -> Option<Vec<Guess>> {
    let is_stray = |line: &Line| {
        line.indentation() == 0 && line.key.is_none() && !line.is_blank(text) && !line.range.is_empty()
    };
    let mut strays: Vec<Line> = Vec::new();
    let mut opener: Option<Line> = None;
    let mut current = Some(first.clone());
    for _ in 0..MAX_LINES {
        let Some(line) = current else { break };
        if is_stray(&line) {
            strays.push(line.clone());
        } else if line.indentation() == 0 && line.key.is_some() && line.start != first.start {
            opener = Some(line);
            break;
        }
        current = line.before(text);
    }
    strays.reverse();
    let topmost = strays.first()?;
    let place = topmost.start..topmost.range.end;
    let words = text.get(place.clone())?.trim_end();
    let follows = topmost.before(text).is_some_and(|before| !before.range.is_empty());
    let holds_text = opener.as_ref().is_some_and(|opener| {
        let value = text.get(opener.value.clone()).unwrap_or_default();
        value.is_empty() || value.starts_with(['|', '>'])
    });
    let is_block = opener.as_ref().is_some_and(|opener| {
        text.get(opener.value.clone()).is_some_and(|value| value.starts_with(['|', '>']))
    });
    let guess = |syntax: Syntax, sign: &str| Guess {
        problem: Some(Problem::YamlSyntax(syntax)),
        place: Some(place.clone()),
        shown: shown(&format!("{sign}{words}")),
        edits: strays.iter().map(|line| Edit::new(line.start..line.start, sign)).collect(),
    };
    let mut guesses = Vec::new();
    // The text goes on after these lines.
    let goes_on = || {
        let after =
            std::iter::successors(strays.last().and_then(|line| line.after(text)), |line| line.after(text));
        after.take(MAX_LINES).find(|line| !line.is_blank(text)).is_some_and(|line| line.indentation() > 0)
    };
    if opener.is_some() && ((is_block && goes_on()) || (follows && (holds_text || strays.len() == 1))) {
        guesses.push(guess(Syntax::Indentation, &" ".repeat(STEP)));
        // An item of a list continues further to the right.
        let before = std::iter::successors(topmost.before(text), |line| line.before(text))
            .take(MAX_LINES)
            .find(|line| !line.is_blank(text));
        let deeper =
            before.map_or(0, |line| line.indentation() + if is_item(text, &line) { STEP } else { 0 });
        if deeper > STEP {
            guesses.push(guess(Syntax::Indentation, &" ".repeat(deeper)));
        }
    }
    guesses.push(guess(Syntax::NoKey, "# "));
    Some(guesses)
}

/// A first word without its colon, in a line among keys.
pub(super) fn first_word(text: &str, line: &Line) -> Option<Guess> {
    let words = text.get(line.start..line.range.end)?.trim_end();
    let (first, rest) = words.split_once(' ')?;
    let is_word = first.chars().all(char::is_alphabetic) && !rest.trim().is_empty();
    let beside_key = not_deeper(text, line, Line::before)
        .is_some_and(|before| before.indentation() == line.indentation() && before.key.is_some());
    let at = line.start + first.len();
    (is_word && beside_key && line.key.is_none() && line.indentation() > 0).then(|| Guess {
        problem: Some(Problem::YamlSyntax(Syntax::NoColon)),
        place: Some(line.start..line.start + words.len()),
        shown: shown(&format!("{first}: {rest}")),
        edits: vec![Edit::new(at..at, ":")],
    })
}

/// A key at the margin with its lines, which should be indented like the next key of the same section.
pub(super) fn block_above(text: &str, first: &Line) -> Option<Guess> {
    first.key.as_ref().filter(|_| first.indentation() > 0)?;
    let mut lines: Vec<Line> = Vec::new();
    let mut above = first.before(text);
    while let Some(line) = above.filter(|_| lines.len() < MAX_LINES) {
        above = line.before(text);
        let is_at_margin = line.indentation() == 0 && !line.is_blank(text) && !line.range.is_empty();
        lines.push(line);
        if is_at_margin {
            break;
        }
    }
    lines.reverse();
    let topmost = lines.first()?;
    let key = text.get(topmost.key.clone()?)?;
    let belongs = topmost.indentation() == 0
        && !expected::is_section(key)
        && (expected::is_key(key) || keys::elsewhere(key).is_some_and(|path| path.contains('.')));
    let spaces = " ".repeat(first.indentation());
    let words = text.get(topmost.range.clone())?;
    belongs.then(|| Guess {
        problem: Some(Problem::YamlSyntax(Syntax::Indentation)),
        place: Some(topmost.start..topmost.range.end),
        shown: shown(&format!("{spaces}{words}")),
        edits: lines
            .iter()
            .filter(|line| !line.range.is_empty())
            .map(|line| Edit::new(line.range.start..line.range.start, spaces.clone()))
            .collect(),
    })
}

/// A hyphen without a space before the first key of an item, with the further keys of the item.
pub(super) fn unspaced_item(text: &str, line: &Line) -> Option<Guess> {
    let words = text.get(line.start..line.range.end)?;
    let key = words.strip_prefix('-')?.split_once(':')?.0;
    if !expected::is_key(key) {
        return None;
    }
    let at = line.start + 1;
    let mut edits = vec![Edit::new(at..at, " ")];
    let mut next = line.after(text);
    while let Some(after) =
        next.filter(|after| after.indentation() > line.indentation() && edits.len() < MAX_LINES)
    {
        let missing = (line.indentation() + STEP).saturating_sub(after.indentation());
        if missing > 0 && !after.is_blank(text) {
            edits.push(Edit::new(after.start..after.start, " ".repeat(missing)));
        }
        next = after.after(text);
    }
    Some(Guess {
        problem: Some(Problem::YamlSyntax(Syntax::NoSpace('-'))),
        place: Some(line.start..line.range.end),
        shown: shown(&format!("- {}", words.get(1..)?)),
        edits,
    })
}
