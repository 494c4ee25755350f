//! The comments of the declarations: what belongs to Rust only is dropped, what is missing is named.

/// Drops the sections headed `# Safety`, which the header's preface replaces, and empty lines at a comment's end.
pub fn tidy(declarations: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut dropping = false;
    for line in declarations.lines() {
        if line == " * # Safety" {
            dropping = true;
        } else if line == " */" || line.starts_with(" * # ") || line.starts_with(" * @") {
            dropping = false;
        }
        if line == " */" {
            while lines.last() == Some(&" *") {
                lines.pop();
            }
        }
        if !dropping {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Every function has a comment that says since which version there is the function.
pub fn check(declarations: &str) -> Result<(), String> {
    let mut problems = Vec::new();
    let mut comment = String::new();
    let mut inside = false;
    for line in declarations.lines() {
        if line == "/**" {
            comment.clear();
            inside = true;
        } else if line == " */" {
            inside = false;
        } else if inside {
            comment += line;
        } else if line.trim().is_empty() {
            comment.clear();
        } else if let Some(name) = function_name(line) {
            if comment.is_empty() {
                problems.push(format!("{name} has no comment"));
            } else if !comment.contains("@since ") {
                problems.push(format!("the comment of {name} does not say since when: `@since major.minor.patch`"));
            }
            if comment.contains("[`") {
                problems.push(format!("the comment of {name} has a link that only rustdoc understands"));
            }
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// The name of the function that a line begins to declare. cbindgen indents continued parameters.
fn function_name(line: &str) -> Option<&str> {
    let is_function = !line.starts_with([' ', '#', '/']) && !line.starts_with("typedef");
    let (before, _) = line.split_once('(').filter(|_| is_function)?;
    before.split([' ', '*']).next_back()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rust_only_sections_are_dropped() {
        let rust = "/**\n * Does.\n *\n * # Safety\n * Trust me.\n *\n * @since 0.1.0\n */\nint32_t f(void);";
        assert_eq!(tidy(rust), "/**\n * Does.\n *\n * @since 0.1.0\n */\nint32_t f(void);");
        let last = "/**\n * Does.\n *\n * # Safety\n * Trust me.\n */\nint32_t f(void);";
        assert_eq!(tidy(last), "/**\n * Does.\n */\nint32_t f(void);");
    }

    #[test]
    fn a_function_without_comment_or_version_is_named() {
        let good = "/**\n * Does.\n *\n * @since 0.1.0\n */\nconst char *stoner_f(void);\n";
        assert_eq!(check(good), Ok(()));
        let silent = format!("{good}\nint32_t stoner_g(int32_t a,\n                 int32_t b);\n");
        assert_eq!(check(&silent), Err("stoner_g has no comment".into()));
        let timeless = "/**\n * Does.\n */\nint32_t stoner_h(void);\n";
        assert!(check(timeless).unwrap_err().starts_with("the comment of stoner_h does not say since when"));
        let rustic = "/**\n * As [`g`].\n * @since 0.1.0\n */\nint32_t stoner_i(void);\n";
        assert!(check(rustic).unwrap_err().contains("rustdoc"));
    }
}
