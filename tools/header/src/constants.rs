//! Constants as a table: `#define NAME value /**< comment */`, in the groups that blank lines make in the source.

const WIDTH: usize = 140;
const COMMENT_COLUMN: usize = 42;

/// Puts a constant's comment of one line behind it, and closes the gaps within a group.
pub fn align(declarations: &str, source: &str) -> String {
    let lines: Vec<&str> = declarations.lines().collect();
    let mut made: Vec<String> = Vec::new();
    let mut rest = lines.as_slice();
    while let [line, tail @ ..] = rest {
        rest = tail;
        let Some((text, define, after)) = commented_constant(line, tail) else {
            made.push((*line).to_owned());
            continue;
        };
        let entry = format!("{define:COMMENT_COLUMN$} /**< {text} */");
        if entry.len() > WIDTH {
            made.push((*line).to_owned());
            continue;
        }
        let follows = made.len() >= 2 && made[made.len() - 1].is_empty() && made[made.len() - 2].starts_with("#define");
        if follows && !starts_a_group(define, source) {
            made.pop();
        }
        made.push(entry);
        rest = after;
    }
    made.join("\n")
}

/// The comment, the `#define` and the lines after, where a constant with a comment of one line begins.
fn commented_constant<'a>(line: &str, tail: &'a [&'a str]) -> Option<(&'a str, &'a str, &'a [&'a str])> {
    match tail {
        [text, " */", define, after @ ..] if line == "/**" && define.starts_with("#define ") => {
            Some((text.strip_prefix(" * ")?, define, after))
        }
        _ => None,
    }
}

/// Whether a blank line stands before the constant's comment in the source.
fn starts_a_group(define: &str, source: &str) -> bool {
    let name = define.split(' ').nth(1).unwrap_or_default();
    let declaration = format!("pub const {name}:");
    let before: Vec<&str> = source.lines().take_while(|line| !line.starts_with(&declaration)).collect();
    before.iter().rev().find(|line| !line.starts_with("///")).is_none_or(|line| line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_stand_in_groups() {
        let source =
            "/// One.\npub const A: i32 = 1;\n/// Two.\npub const B: i32 = 2;\n\n/// Three.\npub const C: i32 = 3;\n";
        let c =
            "/**\n * One.\n */\n#define A 1\n\n/**\n * Two.\n */\n#define B 2\n\n/**\n * Three.\n */\n#define C 3\n";
        let made = align(c, source);
        let squeezed: Vec<String> =
            made.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(
            squeezed,
            ["#define A 1 /**< One. */", "#define B 2 /**< Two. */", "", "#define C 3 /**< Three. */"]
        );
    }

    #[test]
    fn a_long_comment_stays_above() {
        let c = format!("/**\n * {}\n */\n#define A 1", "long ".repeat(25).trim());
        assert_eq!(align(&c, ""), c);
    }
}
