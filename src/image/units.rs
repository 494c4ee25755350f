//! Units as they are compared and written.

/// The unit in one spelling: what files write for micrometres becomes "µm", with the micro sign.
pub fn canonical(unit: &str) -> String {
    match unit.trim() {
        "um" | "μm" | "micron" | "microns" | "micrometer" | "micrometre" => "µm".to_owned(),
        unit => unit.replace('μ', "µ"),
    }
}

/// A number with its unit, where it has one.
pub fn with_unit(number: f64, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("{number} {}", canonical(unit)),
        None => format!("{number}"),
    }
}
