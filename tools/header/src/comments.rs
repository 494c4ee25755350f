//! The comments of the declarations: made from the description; what is missing is named.

use crate::model::Function;
use crate::source;

const WIDTH: usize = 117;

/// Puts a macro, which cbindgen writes on a line of its own before a declaration of several lines, on the declaration's first line.
pub fn beside_declarations(declarations: &str, prefix: &str) -> String {
    let mut made: Vec<String> = Vec::new();
    let (mut first, mut inside) = (false, false);
    for line in declarations.lines() {
        if line == prefix {
            (first, inside) = (true, true);
            continue;
        }
        made.push(match (first, inside) {
            (true, _) => format!("{prefix} {line}"),
            (false, true) => format!("{:width$}{line}", "", width = prefix.len() + 1),
            (false, false) => line.to_owned(),
        });
        first = false;
        inside &= !line.ends_with(';');
    }
    made.join("\n")
}

/// Declarations with the comments of functions made from their descriptions. cbindgen's own, which have the tags in them, go.
pub fn of_functions(declarations: &str, functions: &[Function]) -> String {
    let mut made: Vec<String> = Vec::new();
    let mut pending: Vec<&str> = Vec::new();
    let mut inside = false;
    for line in declarations.lines() {
        if line == "/**" {
            inside = true;
        }
        if inside {
            pending.push(line);
            inside = line != " */";
            continue;
        }
        match function_name(line).and_then(|name| functions.iter().find(|function| function.name == name)) {
            Some(function) => made.push(block("/**", &text(function))),
            None => made.extend(pending.iter().map(|line| (*line).to_owned())),
        }
        pending.clear();
        made.push(line.to_owned());
    }
    made.join("\n")
}

/// Takes the names of enumerations from the comments of constants.
pub fn without_tags(declarations: &str) -> String {
    let mut made: Vec<String> = Vec::new();
    for line in declarations.lines() {
        match line.strip_prefix(" * ").filter(|_| made.last().is_some_and(|last| last == "/**")) {
            Some(text) => made.push(format!(" * {}", source::enumeration(text).1)),
            None => made.push(line.to_owned()),
        }
    }
    made.join("\n")
}

/// A comment of C.
pub fn block(begin: &str, text: &str) -> String {
    let mut lines = vec![begin.to_owned()];
    lines.extend(text.lines().map(|line| format!(" * {line}").trim_end().to_owned()));
    lines.push(" */".into());
    lines.join("\n")
}

fn text(function: &Function) -> String {
    let mut lines = vec![function.doc.clone(), String::new()];
    for parameter in function.parameters.iter().filter(|parameter| !parameter.full().is_empty()) {
        lines.push(wrapped(&format!("@param {} {}", parameter.name, parameter.full())));
    }
    let returns = if function.result.doc.is_empty() { &function.errors.text } else { &function.result.doc };
    if !returns.is_empty() {
        lines.push(wrapped(&format!("@return {returns}")));
    }
    lines.push(format!("@since {}", function.since));
    lines.join("\n")
}

pub fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().expect("there is a first line");
        let long = line.chars().count() + 1 + word.chars().count() > WIDTH;
        match line.is_empty() {
            true => lines.last_mut().expect("as before").push_str(word),
            false if long => lines.push(format!("       {word}")),
            false => *lines.last_mut().expect("as before") += &format!(" {word}"),
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
