//! The header as a tree: `name = value;`, where a value is a structure `{ name = value; ... }`, a list `(n, item, ...)`, a text in quotes, a
//! number, or a block of numbers in braces.

use crate::context::{Context, Error, Result, Status};
use crate::io::limits::Budget;

/// Structures nested deeper than this are refused.
const MAX_DEPTH: usize = 64;
/// What a node takes in memory beside its text.
const NODE: u64 = 128;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Structure(Vec<(String, Node)>),
}

impl Node {
    /// The value under a name; names are compared without regard to case.
    pub fn get(&self, name: &str) -> Option<&Node> {
        match self {
            Node::Structure(entries) => {
                entries.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, node)| node)
            }
            _ => None,
        }
    }

    /// Its number.
    pub fn number(&self) -> Option<f64> {
        match self {
            Node::Number(x) => Some(*x),
            _ => None,
        }
    }

    /// Its text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list. The number of items, with which a list begins, is left out where it is one; it comes beside them.
    pub fn items(&self) -> (&[Node], Option<usize>) {
        match self {
            Node::List(items) => match items.split_first() {
                Some((Node::Number(n), rest)) if *n >= 0.0 && n.fract() == 0.0 => (rest, Some(*n as usize)),
                _ => (items, None),
            },
            _ => (std::slice::from_ref(self), None),
        }
    }
}

/// Reads a header.
///
/// # Errors
/// [`Status::Corrupt`] with the line; [`Status::NoMemory`], [`Status::Cancelled`].
pub fn parse(ctx: &Context, text: &str) -> Result<Node> {
    let budget = Budget::new(ctx, text.len() as u64);
    let mut parser = Parser { ctx, text, at: 0, budget, depth: 0 };
    let entries = parser.entries(None)?;
    Ok(Node::Structure(entries))
}

struct Parser<'t> {
    ctx: &'t Context,
    text: &'t str,
    at: usize,
    budget: Budget,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    fn damaged(&self, what: &str) -> Error {
        let line = self.text[..self.at].bytes().filter(|&b| b == b'\n').count() + 1;
        Error::new(Status::Corrupt, format!("line {line} of the header: {what}"))
    }

    fn take(&self, bytes: usize) -> Result<()> {
        self.budget.take(NODE + 2 * bytes as u64, "the header")
    }

    /// `name = value;` again and again, up to the bracket that ends them, or the end of the text.
    fn entries(&mut self, end: Option<char>) -> Result<Vec<(String, Node)>> {
        let mut entries = Vec::new();
        loop {
            match self.peek() {
                None if end.is_none() => return Ok(entries),
                None => return Err(self.damaged("the header ends within a structure")),
                Some(c) if Some(c) == end => {
                    self.at += 1;
                    return Ok(entries);
                }
                Some(';' | ',') => self.at += 1,
                // One bracket too many at the outermost level does no harm.
                Some('}' | ')') if end.is_none() => self.at += 1,
                Some(_) => {
                    self.ctx.check_cancelled()?;
                    let Some(length) = self.name() else {
                        return Err(self.damaged("a name and '=' are expected"));
                    };
                    let name = self.rest()[..length].trim().to_owned();
                    self.at += length + 1;
                    self.take(name.len())?;
                    let value = self.value()?;
                    entries.push((name, value));
                }
            }
        }
    }

    /// The length of a name that `=` follows.
    fn name(&self) -> Option<usize> {
        let rest = self.rest();
        let end = rest.find(['=', ';', '{', '}', '(', ')', ',', '"', '\n'])?;
        (rest[end..].starts_with('=') && !rest[..end].trim().is_empty()).then_some(end)
    }

    fn value(&mut self) -> Result<Node> {
        if self.depth >= MAX_DEPTH {
            return Err(self.damaged(&format!("structures are nested deeper than {MAX_DEPTH}")));
        }
        self.depth += 1;
        let value = self.any_value();
        self.depth -= 1;
        value
    }

    fn any_value(&mut self) -> Result<Node> {
        match self.peek() {
            Some('{') => {
                self.at += 1;
                match self.peek() {
                    Some('}') => {
                        self.at += 1;
                        Ok(Node::Structure(Vec::new()))
                    }
                    _ if self.name().is_some() => self.entries(Some('}')).map(Node::Structure),
                    Some('{' | '(' | '"') => self.list('}'),
                    _ => self.block(),
                }
            }
            Some('(') => {
                self.at += 1;
                self.list(')')
            }
            Some('"') => {
                let rest = &self.rest()[1..];
                let end = rest.find('"').ok_or_else(|| self.damaged("a text has no end"))?;
                self.take(end)?;
                self.at += end + 2;
                Ok(Node::Text(rest[..end].to_owned()))
            }
            _ => {
                let rest = self.rest();
                let end = rest.find([';', ',', ')', '}', '\n']).unwrap_or(rest.len());
                self.at += end;
                self.take(end)?;
                Ok(scalar(rest[..end].trim()))
            }
        }
    }

    fn list(&mut self, end: char) -> Result<Node> {
        let mut items = Vec::new();
        loop {
            match self.peek() {
                None => return Err(self.damaged("the header ends within a list")),
                Some(c) if c == end => {
                    self.at += 1;
                    return Ok(Node::List(items));
                }
                Some(',' | ';') => self.at += 1,
                Some(other @ ('}' | ')')) => {
                    return Err(self.damaged(&format!("'{other}' stands where '{end}' is expected")));
                }
                Some(_) => {
                    items.try_reserve(1).map_err(no_memory)?;
                    items.push(self.value()?);
                }
            }
        }
    }

    /// Numbers in braces with blanks between them; anything else in braces is a text.
    fn block(&mut self) -> Result<Node> {
        let rest = self.rest();
        let end = rest.find('}').ok_or_else(|| self.damaged("the header ends within a structure"))?;
        let text = rest[..end].trim();
        self.at += end + 1;
        let mut numbers = Vec::new();
        for word in text.split([' ', '\t', '\r', '\n', ',', ';']).filter(|word| !word.is_empty()) {
            match number(word) {
                Some(x) => {
                    self.take(0)?;
                    numbers.try_reserve(1).map_err(no_memory)?;
                    numbers.push(Node::Number(x));
                }
                None => {
                    self.take(text.len())?;
                    return Ok(Node::Text(text.to_owned()));
                }
            }
        }
        Ok(Node::List(numbers))
    }
}

fn no_memory(_: std::collections::TryReserveError) -> Error {
    Error::new(Status::NoMemory, "there is no memory for the header")
}

fn scalar(text: &str) -> Node {
    number(text).map_or_else(|| Node::Text(text.to_owned()), Node::Number)
}

/// A number, also as C's runtime library of Microsoft writes what is none: `1.#QNAN`, `-1.#IND`, `1.#INF`, and these cut to a few digits.
pub fn number(text: &str) -> Option<f64> {
    if let Ok(x) = text.parse() {
        return Some(x);
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let special = unsigned.strip_prefix("1.#")?;
    match special.to_ascii_uppercase() {
        infinite if infinite.starts_with("INF") => {
            Some(if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY })
        }
        _ => Some(f64::NAN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_a_tree() {
        let text = "\r\nScanDefinition = { Label = \"a;{b}\"; Dwell = 1.5;\r\n\tRegions = (2, { PAxis = { Points = (3, 1, 2.5, 3); }; }, {});\n};\n \
                    Time = \"2020\"; On = false; Harmonics = {1\t2\n3 4}; Odd = 1.#QNAN0; Big = -1.#INF; Empty = ; Note = {some text};}";
        let tree = parse(&Context::new(), text).unwrap();
        let scan = tree.get("scandefinition").unwrap();
        assert_eq!(scan.get("Label").unwrap().text(), Some("a;{b}"));
        assert_eq!(scan.get("Dwell").unwrap().number(), Some(1.5));
        let (regions, count) = scan.get("Regions").unwrap().items();
        assert_eq!((regions.len(), count), (2, Some(2)));
        let points = regions[0].get("PAxis").unwrap().get("Points").unwrap();
        assert_eq!(points.items().0.iter().map(|p| p.number().unwrap()).collect::<Vec<_>>(), [1.0, 2.5, 3.0]);
        assert_eq!(tree.get("Harmonics").unwrap(), &Node::List([1.0, 2.0, 3.0, 4.0].map(Node::Number).to_vec()));
        assert!(tree.get("Odd").unwrap().number().unwrap().is_nan());
        assert_eq!(tree.get("Big").unwrap().number(), Some(f64::NEG_INFINITY));
        assert_eq!(tree.get("On").unwrap().text(), Some("false"));
        assert_eq!(tree.get("Empty").unwrap().text(), Some(""));
        assert_eq!(tree.get("Note").unwrap().text(), Some("some text"));
    }

    #[test]
    fn damage_is_told_with_its_line() {
        let ctx = Context::new();
        for text in ["A = {\n", "A = (1,\n", "A = \"x\n", "\n= 3", "A = (1, 2};", "A = {1 2", "word"] {
            let error = parse(&ctx, text).unwrap_err();
            assert_eq!(error.status(), Status::Corrupt, "{text:?}");
            assert!(error.to_string().contains("line "), "{error}");
        }
        let deep = "A = ".to_owned() + &"{ B = ".repeat(200);
        assert_eq!(parse(&ctx, &deep).unwrap_err().status(), Status::Corrupt);
        ctx.set_memory_limit(1 << 16);
        let long = "A = {".to_owned() + &"1 ".repeat(1 << 16) + "}";
        assert_eq!(parse(&ctx, &long).unwrap_err().status(), Status::NoMemory);
    }

    #[test]
    fn numbers_that_are_none_have_many_spellings() {
        for text in ["1.#QNAN", "-1.#IND", "1.#J", "-1.#R00", "nan", "1.#SNAN"] {
            assert!(number(text).unwrap().is_nan(), "{text}");
        }
        assert_eq!(number("1.#INF00"), Some(f64::INFINITY));
        for text in ["", "x", "1,5", "0x10", "1.5.2"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
