//! Comments that many parameters share. A parameter that needs no other has none in the source.

/// The tag and text of a parameter by its name, its type and its neighbours.
pub fn text(name: &str, c_type: &str, before: Option<&str>, after: Option<&str>) -> Option<&'static str> {
    let text = match (name, c_type) {
        ("buffer", "char *") if after == Some("capacity") => {
            "[text] {C:room for `capacity` bytes; receives }text{C: with its NUL}"
        }
        ("capacity", "int64_t") if before == Some("buffer") => "[count] 0: only the length is wanted",
        ("capacity", "int64_t") => "[count] 0: only the number is wanted",
        ("length", "int64_t *") if before == Some("capacity") => {
            "[count; optional] {C:receives }the length without the NUL{C:; may be NULL when capacity is not 0}"
        }
        ("out", "stoner_image **") => "the new image{C:, to be freed with stoner_image_free}",
        ("out", "stoner_table **") => "the new table{C:, to be freed with stoner_table_free}",
        ("out", "stoner_scan **") => "the new scan{C:, to be freed with stoner_scan_free}",
        ("out", "stoner_live **") => "[live] the new live image{C:, to be freed with stoner_live_free}",
        ("out", "stoner_metadata **") => "the new metadata{C:, to be freed with stoner_metadata_free}",
        ("entry", "const char *") => "[name; optional] an entry's name; NULL: the default one",
        ("detector", "const char *") => {
            "[name; optional] a detector's or monitor's name; NULL: the entry's default one"
        }
        ("key", "const char *") => "[key] the entry's key",
        ("path", "const char *") => "[path] UTF-8",
        ("n", "int64_t *" | "int32_t *") => "[count] {C:receives }how many there are",
        _ => return None,
    };
    Some(text)
}
