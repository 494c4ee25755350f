//! What only C's readers need of a text is marked: `the new image{C:, to be freed with stoner_image_free}`. The description has two texts
//! of a parameter, one for all languages and one for C.

const BEGIN: &str = "{C:";

/// A text for all languages, and the text for C.
pub fn read(text: &str) -> Result<(String, String), String> {
    let (mut all, mut c) = (String::new(), String::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (inner, behind) = after.split_once('}').ok_or("its comment has `{C:` without `}`")?;
        all += before;
        c += before;
        c += inner;
        rest = behind;
    }
    Ok((all + rest, c + rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_c_alone_is_in_one_text() {
        let (all, c) = read("{C:`n` }values{C:; may be NULL}. {1, 2}").unwrap();
        assert_eq!((all.as_str(), c.as_str()), ("values. {1, 2}", "`n` values; may be NULL. {1, 2}"));
        assert_eq!(read("plain").unwrap(), ("plain".to_owned(), "plain".to_owned()));
        assert!(read("values{C:; may be NULL").is_err());
    }
}
