//! Comments that many parameters share. A parameter that needs no other has none in the source.

/// The tag and text of a parameter by its name, its type and its neighbours.
pub fn text(name: &str, c_type: &str, before: Option<&str>, after: Option<&str>) -> Option<&'static str> {
    let text = match (name, c_type) {
        ("buffer", "char *") if after == Some("capacity") => {
            "[text] room for `capacity` bytes; receives text with its NUL"
        }
        ("capacity", "int64_t") if before == Some("buffer") => "[count] 0: only the length is wanted",
        ("capacity", "int64_t") => "[count] 0: only the number is wanted",
        ("length", "int64_t *") if before == Some("capacity") => {
            "[count; optional] receives the length without the NUL; may be NULL when capacity is not 0"
        }
        ("out", "stoner_image **") => "the new image, to be freed with stoner_image_free",
        ("out", "stoner_table **") => "the new table, to be freed with stoner_table_free",
        ("out", "stoner_metadata **") => "the new metadata, to be freed with stoner_metadata_free",
        ("key", "const char *") => "[key] the entry's key",
        ("path", "const char *") => "[path] UTF-8",
        ("n", "int64_t *" | "int32_t *") => "[count] receives how many there are",
        _ => return None,
    };
    Some(text)
}
