//! Texts in the other script, character by character.

use super::script_table::{SAME, TRADITIONAL, WORDS};

/// `text` with its Simplified characters in Traditional form or, if it has none, the other way round.
/// No text gets longer or shorter.
///
/// # Errors
/// The first character that the table lacks.
pub(crate) fn other(text: &str) -> Result<String, char> {
    if let Some(unknown) = text.chars().find(|&c| is_han(c) && !is_known(c)) {
        return Err(unknown);
    }
    Ok(if text.chars().any(is_simplified) { traditional(text) } else { simplified(text) })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

fn is_simplified(c: char) -> bool {
    TRADITIONAL.iter().any(|&(simplified, _)| simplified == c) && !SAME.contains(c)
}

fn is_known(c: char) -> bool {
    SAME.contains(c)
        || TRADITIONAL.iter().any(|&(simplified, traditional)| c == simplified || c == traditional)
}

fn simplified(text: &str) -> String {
    let of = |c| TRADITIONAL.iter().find(|&&(_, traditional)| traditional == c).map_or(c, |pair| pair.0);
    text.chars().map(of).collect()
}

/// Words first, for some Simplified characters stand for several Traditional ones: 后 for 后 and 後.
fn traditional(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((word, written)) = WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            out.push_str(written);
            rest = &rest[word.len()..];
        } else {
            let of = TRADITIONAL.iter().find(|&&(simplified, _)| simplified == c);
            out.push(of.map_or(c, |pair| pair.1));
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}
