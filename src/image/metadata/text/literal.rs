//! The reader of Python literals, with the calls that the Python package writes among them.

use super::{MAX_DEPTH, time};
use crate::array::{DType, Data, MaskedArray, alloc};
use crate::image::metadata::{Entry, Metadata, Value};
use num_complex::Complex;

/// A text with more elements is no literal: each takes a hundred times the memory of its text.
const MAX_ELEMENTS: usize = 1 << 20;

/// The value of a whole text, if it is a literal. A text with `...` was shortened and is [`Value::None`].
pub(super) fn parse(text: &str) -> Option<Value> {
    let mut reader = Reader { rest: text, depth: 0, elements: MAX_ELEMENTS };
    let node = reader.node()?;
    reader.skip();
    if !reader.rest.is_empty() {
        return None;
    }
    if has_gap(&node) { Some(Value::None) } else { node.into_value() }
}

/// The parts of a literal before calls are interpreted.
enum Node {
    Value(Value),
    /// `...`, or a masked element.
    Gap,
    Masked,
    Name(String),
    Call(String, Vec<Node>, Vec<(String, Node)>),
    List(Vec<Node>),
    Tuple(Vec<Node>),
    Dict(Vec<(Node, Node)>),
}

fn has_gap(node: &Node) -> bool {
    match node {
        Node::Gap => true,
        Node::Value(_) | Node::Masked | Node::Name(_) => false,
        Node::List(items) | Node::Tuple(items) => items.iter().any(has_gap),
        Node::Call(_, items, named) => items.iter().any(has_gap) || named.iter().any(|(_, n)| has_gap(n)),
        Node::Dict(pairs) => pairs.iter().any(|(_, n)| has_gap(n)),
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
    /// How many more there may be.
    elements: usize,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, token: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn node(&mut self) -> Option<Node> {
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.elements = self.elements.checked_sub(1)?;
        self.depth += 1;
        let node = self.node_inside();
        self.depth -= 1;
        node
    }

    fn node_inside(&mut self) -> Option<Node> {
        self.skip();
        match *self.rest.as_bytes().first()? {
            b'[' => {
                self.eat("[");
                self.items("]").map(|(items, _)| Node::List(items))
            }
            b'(' => {
                self.eat("(");
                let (mut items, comma) = self.items(")")?;
                if items.len() == 1 && !comma { items.pop() } else { Some(Node::Tuple(items)) }
            }
            b'{' => {
                self.eat("{");
                self.braces()
            }
            b'\'' | b'"' => self.string(false).map(|s| Node::Value(Value::String(s))),
            _ if self.eat("...") => Some(Node::Gap),
            b'0'..=b'9' | b'.' | b'+' => self.number(),
            b'-' if self.eat("--") => Some(Node::Masked),
            b'-' => self.number(),
            _ => self.word(),
        }
    }

    /// Items up to the closing bracket, and whether a comma follows the last.
    fn items(&mut self, close: &str) -> Option<(Vec<Node>, bool)> {
        let mut items = Vec::new();
        let mut comma = false;
        loop {
            if self.eat(close) {
                return Some((items, comma));
            }
            if !items.is_empty() && !comma {
                return None;
            }
            items.push(self.node()?);
            comma = self.eat(",");
        }
    }

    /// A dict, or a set, which becomes a list.
    fn braces(&mut self) -> Option<Node> {
        let (mut pairs, mut items) = (Vec::new(), Vec::new());
        loop {
            if self.eat("}") {
                break;
            }
            let key = self.node()?;
            if self.eat(":") {
                pairs.push((key, self.node()?))
            } else {
                items.push(key)
            }
            if !self.eat(",") && !self.rest.starts_with('}') {
                return None;
            }
        }
        match (pairs.is_empty(), items.is_empty()) {
            (_, true) => Some(Node::Dict(pairs)),
            (true, false) => Some(Node::List(items)),
            _ => None,
        }
    }

    fn string(&mut self, raw: bool) -> Option<String> {
        let quote = self.rest.chars().next()?;
        let mut chars = self.rest.char_indices().skip(1);
        let mut out = String::new();
        while let Some((at, c)) = chars.next() {
            if c == quote {
                self.rest = &self.rest[at + 1..];
                return Some(out);
            }
            if c != '\\' || raw {
                out.push(c);
                continue;
            }
            match chars.next()?.1 {
                'x' => out.push(char::from_u32(hex(&mut chars, 2)?)?),
                'u' => out.push(char::from_u32(hex(&mut chars, 4)?)?),
                'U' => out.push(char::from_u32(hex(&mut chars, 8)?)?),
                'n' => out.push('\n'),
                'r' => out.push('\r'),
                't' => out.push('\t'),
                '0' => out.push('\0'),
                same @ ('\\' | '\'' | '"') => out.push(same),
                '\n' => {}
                other => out.extend(['\\', other]),
            }
        }
        None
    }

    fn number(&mut self) -> Option<Node> {
        let (first, re, imaginary) = self.real()?;
        if imaginary {
            return Some(Node::Value(Value::Complex(Complex::new(0.0, re))));
        }
        // numpy aligns imaginary parts with blanks.
        let after = self.rest.trim_start_matches(' ');
        if after.starts_with(['+', '-']) {
            self.rest = after;
            let (_, im, imaginary) = self.real()?;
            return imaginary.then_some(Node::Value(Value::Complex(Complex::new(re, im))));
        }
        Some(Node::Value(first))
    }

    /// A signed real number, the same as a float (which keeps the sign of 0), and whether a `j` follows it.
    fn real(&mut self) -> Option<(Value, f64, bool)> {
        let bytes = self.rest.as_bytes();
        let mut end = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
        let word = ["nan", "inf"].into_iter().find(|w| self.rest[end..].starts_with(w));
        if let Some(word) = word {
            end += word.len();
        } else {
            while let Some(&b) = bytes.get(end) {
                let after_e = matches!(bytes[end.saturating_sub(1)], b'e' | b'E');
                match b {
                    b'0'..=b'9' | b'.' | b'_' | b'e' | b'E' => end += 1,
                    b'+' | b'-' if after_e => end += 1,
                    _ => break,
                }
            }
        }
        let text = self.rest[..end].replace('_', "");
        self.rest = &self.rest[end..];
        let float = text.parse::<f64>().ok()?;
        let value = text.parse::<i64>().map_or(Value::Float(float), Value::Int);
        let imaginary = self.rest.starts_with('j');
        if imaginary {
            self.rest = &self.rest[1..];
        }
        Some((value, float, imaginary))
    }

    /// A constant, a prefixed string, a name or a call.
    fn word(&mut self) -> Option<Node> {
        let end = self.rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(self.rest.len());
        let name = &self.rest[..end];
        let is_string = self.rest[end..].starts_with(['\'', '"']);
        if name.starts_with("nan") || name.starts_with("inf") {
            return self.number();
        }
        if is_string {
            let prefix = name.to_ascii_lowercase();
            self.rest = &self.rest[end..];
            let text = self.string(prefix.contains('r'))?;
            return match prefix.as_str() {
                "b" | "br" | "rb" => {
                    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(c as u32).ok()).collect();
                    Some(Node::Value(Value::Bytes(bytes?)))
                }
                "u" | "r" => Some(Node::Value(Value::String(text))),
                _ => None,
            };
        }
        let name = name.to_owned();
        self.rest = &self.rest[end..];
        match name.as_str() {
            "" => None,
            "None" => Some(Node::Value(Value::None)),
            "True" => Some(Node::Value(Value::Bool(true))),
            "False" => Some(Node::Value(Value::Bool(false))),
            "Ellipsis" => Some(Node::Gap),
            _ if self.eat("(") => self.arguments(name),
            _ => Some(Node::Name(name)),
        }
    }

    fn arguments(&mut self, name: String) -> Option<Node> {
        let (mut items, mut named) = (Vec::new(), Vec::new());
        loop {
            if self.eat(")") {
                return Some(Node::Call(name, items, named));
            }
            match self.node()? {
                Node::Name(key) if self.eat("=") => named.push((key, self.node()?)),
                node => items.push(node),
            }
            if !self.eat(",") && !self.rest.starts_with(')') {
                return None;
            }
        }
    }
}

fn hex(chars: &mut impl Iterator<Item = (usize, char)>, digits: usize) -> Option<u32> {
    (0..digits).try_fold(0u32, |value, _| {
        let digit = chars.next()?.1.to_digit(16)?;
        value.checked_mul(16)?.checked_add(digit)
    })
}

impl Node {
    fn into_value(self) -> Option<Value> {
        match self {
            Node::Value(value) => Some(value),
            Node::Gap | Node::Masked | Node::Name(_) => None,
            Node::List(items) => items.into_iter().map(Node::into_value).collect::<Option<_>>().map(Value::List),
            Node::Tuple(items) => items.into_iter().map(Node::into_value).collect::<Option<_>>().map(Value::Tuple),
            Node::Dict(pairs) => {
                let mut cluster = Metadata::new();
                for (key, value) in pairs {
                    let key = match key.into_value()? {
                        Value::String(key) => key,
                        other => super::to_text(&other).ok()?,
                    };
                    cluster.insert(key, Entry::from(value.into_value()?));
                }
                Some(Value::Cluster(cluster))
            }
            Node::Call(name, items, named) => call(&name, items, named),
        }
    }
}

fn call(name: &str, items: Vec<Node>, named: Vec<(String, Node)>) -> Option<Value> {
    let last = name.rsplit('.').next().unwrap_or(name);
    match last {
        "array" | "asarray" => array(items, named),
        "masked_array" => masked_array(named),
        "datetime" => datetime(items, named).map(|t| Value::Timestamp(t.to_iso())),
        // numpy 2 prints its scalars as calls.
        _ if items.len() == 1 && named.is_empty() && is_scalar_type(last) => items.into_iter().next()?.into_value(),
        _ => None,
    }
}

fn is_scalar_type(name: &str) -> bool {
    DType::from_name(name).is_some() || ["bool_", "str_", "bytes_", "float_", "int_", "complex_"].contains(&name)
}

fn take(named: &mut Vec<(String, Node)>, key: &str) -> Option<Node> {
    let at = named.iter().position(|(k, _)| k == key)?;
    Some(named.swap_remove(at).1)
}

/// The dtype of a keyword; `Some(None)` for one that we do not have, such as text.
fn dtype_of(named: &mut Vec<(String, Node)>) -> Option<Option<DType>> {
    let name = match take(named, "dtype")? {
        Node::Name(name) => name,
        Node::Value(Value::String(name)) => name,
        _ => return Some(None),
    };
    Some(DType::from_name(name.rsplit('.').next().unwrap_or(&name)))
}

fn array(items: Vec<Node>, mut named: Vec<(String, Node)>) -> Option<Value> {
    let dtype = dtype_of(&mut named);
    let value = items.into_iter().next()?.into_value()?;
    if let (Value::List(list), Some(Node::Tuple(shape))) = (&value, take(&mut named, "shape"))
        && list.is_empty()
    {
        let shape: Option<Vec<usize>> = shape
            .into_iter()
            .map(|n| match n {
                Node::Value(Value::Int(n)) => usize::try_from(n).ok(),
                _ => None,
            })
            .collect();
        let shape = shape.filter(|s| s.contains(&0) && s.len() <= crate::array::MAX_NDIM)?;
        let data = Data::zeros(dtype.flatten().unwrap_or(DType::F64), &shape).ok()?;
        return Some(MaskedArray::from(data).into());
    }
    match value {
        Value::List(list) => match dtype {
            Some(None) => Some(Value::List(list)),
            _ => array_of(&list, dtype.flatten()).or(Some(Value::List(list))),
        },
        scalar => {
            let one = array_of(std::slice::from_ref(&scalar), dtype.flatten())?;
            let Value::Array(one) = one else { return None };
            let mut one = one.to_array().ok()?;
            one.index_first(0);
            Some(one.into())
        }
    }
}

/// The array of nested lists of numbers, if they have one shape.
pub(super) fn array_of(list: &[Value], dtype: Option<DType>) -> Option<Value> {
    let mut shape = Vec::new();
    let mut level = list;
    loop {
        shape.push(level.len());
        match level.first() {
            Some(Value::List(inner)) => level = inner,
            _ => break,
        }
    }
    if shape.len() > crate::array::MAX_NDIM {
        return None;
    }
    let mut flat = Vec::new();
    flatten(list, &shape, &mut flat)?;
    let found = flat.iter().try_fold(DType::Bool, |found, value| {
        let one = match value {
            Value::Bool(_) => DType::Bool,
            Value::Int(_) => DType::I64,
            Value::Float(_) => DType::F64,
            Value::Complex(_) => DType::C128,
            _ => return None,
        };
        Some(if one.code() > found.code() { one } else { found })
    })?;
    let found = if flat.is_empty() { DType::F64 } else { found };
    let data = match found {
        DType::I64 => {
            let integers = flat.iter().map(|v| match v {
                Value::Int(i) => *i,
                other => i64::from(matches!(other, Value::Bool(true))),
            });
            Data::from(alloc::from_vec(&shape, integers.collect()).ok()?)
        }
        DType::C128 => {
            let numbers = flat.iter().map(|v| match v {
                Value::Complex(z) => *z,
                other => Complex::new(other.as_f64().unwrap_or(f64::NAN), 0.0),
            });
            Data::from(alloc::from_vec(&shape, numbers.collect()).ok()?)
        }
        _ => {
            let reals = flat.iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect();
            Data::from(alloc::from_vec(&shape, reals).ok()?).cast(found).ok()?
        }
    };
    Some(MaskedArray::from(data.cast(dtype.unwrap_or(found)).ok()?).into())
}

fn flatten<'a>(list: &'a [Value], shape: &[usize], out: &mut Vec<&'a Value>) -> Option<()> {
    if list.len() != shape[0] {
        return None;
    }
    for value in list {
        match value {
            Value::List(inner) if shape.len() > 1 => flatten(inner, &shape[1..], out)?,
            Value::List(_) => return None,
            _ if shape.len() > 1 => return None,
            value => out.push(value),
        }
    }
    Some(())
}

fn masked_array(mut named: Vec<(String, Node)>) -> Option<Value> {
    let dtype = dtype_of(&mut named).flatten();
    let data = unmask(take(&mut named, "data")?).into_value()?;
    let mask = take(&mut named, "mask")?.into_value()?;
    let (Value::List(data), Value::List(mask)) = (data, mask) else { return None };
    let (Value::Array(data), Value::Array(mask)) = (array_of(&data, dtype)?, array_of(&mask, None)?) else {
        return None;
    };
    let mask = mask.to_array().ok()?;
    let mask = mask.data().typed::<bool>()?.clone();
    let mut array = data.to_array().ok()?;
    array.set_mask(Some(mask)).ok()?;
    Some(array.into())
}

/// Masked elements hold 0.
fn unmask(node: Node) -> Node {
    match node {
        Node::Masked => Node::Value(Value::Int(0)),
        Node::List(items) => Node::List(items.into_iter().map(unmask).collect()),
        other => other,
    }
}

fn datetime(items: Vec<Node>, mut named: Vec<(String, Node)>) -> Option<time::Instant> {
    if !(3..=7).contains(&items.len()) {
        return None;
    }
    let mut fields = [0; 7];
    for (field, node) in fields.iter_mut().zip(items) {
        let Node::Value(Value::Int(i)) = node else { return None };
        *field = i;
    }
    let offset = match take(&mut named, "tzinfo") {
        None => None,
        Some(node) => Some(zone(node)?),
    };
    time::Instant::new(fields, offset)
}

fn zone(node: Node) -> Option<i64> {
    match node {
        Node::Name(name) if name.ends_with("utc") => Some(0),
        Node::Call(name, items, _) if name.ends_with("timezone") => match items.into_iter().next()? {
            Node::Call(name, _, named) if name.ends_with("timedelta") => {
                named.into_iter().try_fold(0i64, |sum, (key, node)| {
                    let Node::Value(Value::Int(i)) = node else { return None };
                    let unit = match key.as_str() {
                        "days" => 86_400,
                        "seconds" => 1,
                        _ => return None,
                    };
                    sum.checked_add(i.checked_mul(unit)?)
                })
            }
            _ => None,
        },
        _ => None,
    }
}
