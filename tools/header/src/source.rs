//! Reads the description of the interface from the sources: signatures by `syn`, comments by their tags.

use crate::model::*;
use crate::{marks, standard, tags};
use serde_json::{Map, Value};
use std::collections::HashMap;
use syn::{
    Attribute, Expr, FnArg, GenericArgument, Item, ItemConst, ItemFn, Lit, Pat, PathArguments, ReturnType, Type,
};

/// What one file of `src/ffi` describes.
#[derive(Default)]
pub struct Described {
    pub handles: Vec<(String, String)>,
    /// Constant, value, comment, enumeration.
    pub constants: Vec<Constant>,
    pub functions: Vec<Raw>,
}

/// A function as it stands in the source, before references are followed.
pub struct Raw {
    pub name: String,
    pub section: String,
    pub body: Vec<String>,
    pub result: Option<String>,
    pub returns: String,
    pub since: String,
    pub parameters: Vec<RawParameter>,
    /// Comments on parameters that the function does not have.
    pub foreign: Vec<String>,
}

pub struct RawParameter {
    pub name: String,
    pub c_type: String,
    pub declaration: Option<String>,
    pub text: Option<String>,
}

/// Says since which version there is a function or, at the top of a file, all of its functions that do not say it themselves.
pub const SINCE: &str = "@since ";

/// Says at the top of a file what the parameters of a name are of all its functions that do not say it themselves.
pub const COMMON: &str = "@param ";

/// Whether a line at the top of a file is no text for readers: a tag, or the rest of one.
pub fn is_tag(line: &str) -> bool {
    line.starts_with(SINCE) || line.starts_with(COMMON) || line.starts_with("       ")
}

/// The comments on parameters at the top of a file.
fn common(source: &str) -> HashMap<String, String> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in source.lines().map_while(|line| line.strip_prefix("//! ").or(line.strip_prefix("//!"))) {
        match (line.strip_prefix(COMMON).and_then(|text| text.split_once(' ')), found.last_mut()) {
            (Some((name, text)), _) => found.push((name.to_owned(), text.to_owned())),
            (None, Some((_, text))) if line.starts_with("       ") => {
                text.push(' ');
                text.push_str(line.trim_start());
            }
            _ => {}
        }
    }
    found.into_iter().collect()
}

pub fn read(section: &str, source: &str, left_out: &[&str]) -> Result<Described, String> {
    let file = syn::parse_file(source).map_err(|error| error.to_string())?;
    let head = source.lines().map_while(|line| line.strip_prefix("//!"));
    let since = head.filter_map(|line| line.trim_start().strip_prefix(SINCE)).next().unwrap_or_default();
    let common = common(source);
    let mut found = Described::default();
    for item in &file.items {
        match item {
            Item::Struct(item) if item.ident.to_string().starts_with("stoner_") => {
                found.handles.push((item.ident.to_string(), lines(&item.attrs).join(" ")));
            }
            Item::Const(item) if item.ident.to_string().starts_with("STONER_") && is_public(&item.vis) => {
                found.constants.push(constant(section, item)?);
            }
            Item::Fn(item) if is_exported(item) && !left_out.contains(&item.sig.ident.to_string().as_str()) => {
                let mut function = function(section, item)?;
                if function.since.is_empty() {
                    since.clone_into(&mut function.since);
                }
                for parameter in function.parameters.iter_mut().filter(|parameter| parameter.text.is_none()) {
                    parameter.text = common.get(&parameter.name).cloned();
                }
                found.functions.push(function);
            }
            _ => {}
        }
    }
    Ok(found)
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

fn is_exported(item: &ItemFn) -> bool {
    item.attrs.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("unsafe") && list.tokens.to_string() == "no_mangle",
        _ => false,
    })
}

/// The lines of a documentation comment.
fn lines(attributes: &[Attribute]) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in attributes {
        if let syn::Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(literal) = &pair.value
            && let Lit::Str(text) = &literal.lit
        {
            let text = text.value();
            found.push(text.strip_prefix(' ').unwrap_or(&text).trim_end().to_owned());
        }
    }
    found
}

/// The enumeration that a constant's comment names, and the rest of the comment.
pub fn enumeration(text: &str) -> (Option<&str>, &str) {
    match text.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        Some((name, rest)) if name.chars().all(char::is_alphanumeric) => (Some(name), rest.trim_start()),
        _ => (None, text),
    }
}

fn constant(section: &str, item: &ItemConst) -> Result<Constant, String> {
    let name = item.ident.to_string();
    let text = lines(&item.attrs).join(" ");
    let (of, doc) = enumeration(&text);
    let value = number(&item.expr).ok_or_else(|| format!("{name}: its value is no number"))?;
    Ok(Constant { name, value, doc: doc.to_owned(), section: section.to_owned(), enumeration: of.map(str::to_owned) })
}

/// The value of a constant: a number, its negative, `i32::MIN`, `i64::MIN`.
fn number(value: &Expr) -> Option<i64> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        Expr::Unary(unary) => number(&unary.expr).map(|value: i64| -value),
        Expr::Path(path) if path.path.segments.last()?.ident == "MIN" => {
            match path.path.segments.first()?.ident == "i32" {
                true => Some(i64::from(i32::MIN)),
                false => Some(i64::MIN),
            }
        }
        _ => None,
    }
}

fn function(section: &str, item: &ItemFn) -> Result<Raw, String> {
    let name = item.sig.ident.to_string();
    let result = match &item.sig.output {
        ReturnType::Default => None,
        ReturnType::Type(_, kind) => Some(c_type(kind).map_err(|kind| format!("{name} gives back {kind}"))?),
    };
    let mut parameters = Vec::new();
    for input in &item.sig.inputs {
        let FnArg::Typed(input) = input else { return Err(format!("{name} has a receiver")) };
        let Pat::Ident(pattern) = &*input.pat else { return Err(format!("{name}: a parameter without a name")) };
        let own = pattern.ident.to_string().trim_start_matches("r#").to_owned();
        let declaration = callback(&own, &input.ty);
        let c_type = match &declaration {
            Some(_) => "callback".to_owned(),
            None => c_type(&input.ty).map_err(|kind| format!("{name}: {own} is {kind}"))?,
        };
        parameters.push(RawParameter { name: own, c_type, declaration, text: None });
    }
    let mut raw = Raw {
        name,
        section: section.to_owned(),
        body: Vec::new(),
        result,
        returns: String::new(),
        since: String::new(),
        parameters,
        foreign: Vec::new(),
    };
    take_comment(&mut raw, &lines(&item.attrs));
    Ok(raw)
}

/// Shares the lines of a comment out among the function and its parameters.
fn take_comment(raw: &mut Raw, lines: &[String]) {
    let mut blocks: Vec<Vec<&str>> = vec![Vec::new()];
    for line in lines.iter().take_while(|line| *line != "# Safety") {
        if line.starts_with("@param ") || line.starts_with("@return ") || line.starts_with(SINCE) {
            blocks.push(Vec::new());
        }
        blocks.last_mut().expect("there is a first block").push(line);
    }
    let mut blocks = blocks.into_iter();
    raw.body = blocks.next().unwrap_or_default().into_iter().map(str::to_owned).collect();
    while raw.body.last().is_some_and(String::is_empty) {
        raw.body.pop();
    }
    for block in blocks {
        let text = block.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").trim().to_owned();
        if let Some(text) = text.strip_prefix("@return ") {
            raw.returns = text.to_owned();
        } else if let Some(text) = text.strip_prefix(SINCE) {
            raw.since = text.to_owned();
        } else if let Some(text) = text.strip_prefix("@param ") {
            let (name, text) = text.split_once(' ').unwrap_or((text, ""));
            match raw.parameters.iter_mut().find(|parameter| parameter.name == name) {
                Some(parameter) => parameter.text = Some(text.to_owned()),
                None => raw.foreign.push(name.to_owned()),
            }
        }
    }
}

/// The C type of a Rust type, or its name where it has none.
fn c_type(kind: &Type) -> Result<String, String> {
    match kind {
        Type::Ptr(pointer) => {
            let inner = c_type(&pointer.elem)?;
            Ok(match (pointer.mutability.is_some(), inner.ends_with('*')) {
                (true, true) => format!("{inner}*"),
                (true, false) => format!("{inner} *"),
                (false, true) => format!("{inner}const *"),
                (false, false) => format!("const {inner} *"),
            })
        }
        Type::Path(path) => {
            let name = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            Ok(match name.as_str() {
                "i32" => "int32_t".into(),
                "i64" => "int64_t".into(),
                "u64" => "uint64_t".into(),
                "u8" => "uint8_t".into(),
                "f64" => "double".into(),
                "c_char" => "char".into(),
                "c_void" => "void".into(),
                _ if name.starts_with("stoner_") => name,
                _ => return Err(name),
            })
        }
        _ => Err("of an unknown type".into()),
    }
}

/// The C declaration of a callback: `Option<extern "C" fn(...)>`.
fn callback(name: &str, kind: &Type) -> Option<String> {
    let Type::Path(path) = kind else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let Some(GenericArgument::Type(Type::BareFn(function))) = arguments.args.first() else { return None };
    let result = match &function.output {
        ReturnType::Default => "void".to_owned(),
        ReturnType::Type(_, kind) => c_type(kind).ok()?,
    };
    let mut parameters = Vec::new();
    for input in &function.inputs {
        let kind = c_type(&input.ty).ok()?;
        let name = input.name.as_ref().map(|(name, _)| name.to_string()).unwrap_or_default();
        parameters.push(format!("{kind}{}{name}", if kind.ends_with('*') { "" } else { " " }));
    }
    Some(format!("{result} (*{name})({})", parameters.join(", ")))
}

// ---------------------------------------------------------------------------------------------------------------------
// References, roles, checks

/// The functions with all references followed. Every fault is named.
pub fn resolve(raw: &[Raw], enumerations: &[Enumeration]) -> Result<Vec<Function>, String> {
    let texts: HashMap<(&str, &str), &str> = raw
        .iter()
        .flat_map(|function| function.parameters.iter().map(move |parameter| (function, parameter)))
        .filter_map(|(f, p)| Some(((f.name.as_str(), p.name.as_str()), p.text.as_deref()?)))
        .collect();
    let mut faults = Vec::new();
    let mut functions = Vec::new();
    for function in raw {
        let mut fault = |text: String| faults.push(format!("{}: {text}", function.name));
        for name in &function.foreign {
            fault(format!("there is no parameter {name}"));
        }
        if function.body.is_empty() {
            fault("it has no comment".into());
        }
        if function.since.is_empty() {
            fault("its comment does not say since when: `@since major.minor.patch`".into());
        }
        let mut parameters = Vec::new();
        for position in 0..function.parameters.len() {
            match parameter(function, position, &texts, enumerations) {
                Ok(parameter) => parameters.push(parameter),
                Err(text) => fault(format!("@param {}: {text}", function.parameters[position].name)),
            }
        }
        // What a mode decides about is looked at with that mode only.
        let decided: Vec<String> = parameters.iter().filter_map(|parameter| parameter.decides.clone()).collect();
        for parameter in parameters.iter_mut().filter(|parameter| decided.contains(&parameter.name)) {
            parameter.default.get_or_insert(Value::Null);
        }
        let names: Vec<&str> = function.parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        for parameter in &parameters {
            let named = [
                parameter.decides.as_deref(),
                parameter.imaginary_of.as_deref(),
                parameter.dtype.as_deref(),
                match &parameter.size {
                    Some(Size::Parameter(name)) => Some(name),
                    _ => None,
                },
            ];
            for name in named.into_iter().flatten().filter(|name| !names.contains(name)) {
                fault(format!("@param {}: there is no parameter {name}", parameter.name));
            }
        }
        let doc = function.body.join("\n");
        let result = function.result.clone().unwrap_or_else(|| "void".into());
        let (kind, said) = result_kind(&function.name, &result, &function.returns);
        functions.push(Function {
            name: function.name.clone(),
            section: function.section.clone(),
            summary: summary(&doc),
            result: FunctionResult { c_type: result, kind, doc: said.0.to_owned() },
            errors: Errors { text: said.1.to_owned(), codes: Vec::new() },
            since: function.since.clone(),
            operation: None,
            parameters,
            doc,
        });
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    collect_codes(&mut functions);
    Ok(functions)
}

/// Functions that texts speak of and that there are not.
pub fn dangling_functions(functions: &[Function]) -> Vec<String> {
    let known: Vec<&str> = functions.iter().map(|function| function.name.as_str()).collect();
    let mut faults = Vec::new();
    for function in functions {
        let texts = [&function.doc, &function.errors.text, &function.result.doc];
        for text in texts.into_iter().chain(function.parameters.iter().map(|parameter| &parameter.doc)) {
            for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')) {
                let handle = word.matches('_').count() == 1;
                // `stoner_image_box_from_` and the like are beginnings of names.
                let begins = word.ends_with('_') && known.iter().any(|name| name.starts_with(word));
                if word.starts_with("stoner_") && !(known.contains(&word) || handle || begins) {
                    faults.push(format!("{}: it speaks of {word}, which there is not", function.name));
                }
            }
        }
    }
    faults
}

/// Whether a text points at other text without naming it. A section is named by its title in quotes.
pub fn points_nowhere(text: &str, titles: &[&str]) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["as there", ", above", "the above", "as above", "this section", "section before", "section's"] {
        let found = text.match_indices(words).map(|(at, _)| &text[at + words.len()..]);
        // "As far as there is" and "above 0" point at nothing.
        let mut meant =
            found.filter(|rest| !rest.starts_with([' ', '-']) || !(words == "as there" || words == ", above"));
        if meant.next().is_some() {
            return Some(format!("\"{words}\" has no target; name it"));
        }
    }
    for (at, words) in text.match_indices("the section") {
        let rest = &text[at + words.len()..];
        if !titles.iter().any(|title| rest.starts_with(&format!(" \"{title}\""))) {
            return Some("\"the section\" is not followed by a section's title in quotes".into());
        }
    }
    None
}

/// What a function gives back, and which of the two its `@return` speaks of: the result or the errors.
fn result_kind<'a>(name: &str, c_type: &str, returns: &'a str) -> (&'static str, (&'a str, &'a str)) {
    match c_type {
        "int32_t" if !matches!(name, "stoner_version_number" | "stoner_last_error_status") => ("status", ("", returns)),
        "const char *" => ("text", (returns, "")),
        _ => ("number", (returns, "")),
    }
}

/// The status codes that the comment on errors names, with those of a function that it refers to.
fn collect_codes(functions: &mut [Function]) {
    let own: HashMap<String, (Vec<String>, Option<String>)> = functions
        .iter()
        .map(|function| {
            let words = function.errors.text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
            let codes = words.clone().filter(|word| word.starts_with("STONER_ERR_")).map(str::to_owned).collect();
            let other = words.clone().find(|word| word.starts_with("stoner_")).map(str::to_owned);
            (function.name.clone(), (codes, other.filter(|_| function.errors.text.starts_with("as "))))
        })
        .collect();
    for function in functions {
        let mut next = Some(function.name.clone());
        while let Some((codes, other)) = next.as_ref().and_then(|name| own.get(name)) {
            for code in codes {
                if !function.errors.codes.contains(code) {
                    function.errors.codes.push(code.clone());
                }
            }
            next = other.clone();
        }
    }
}

/// The first sentence.
fn summary(doc: &str) -> String {
    let first = doc.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let end = first.find(". ").map_or(first.len(), |end| end + 1);
    first[..end].to_owned()
}

fn parameter(
    function: &Raw,
    position: usize,
    texts: &HashMap<(&str, &str), &str>,
    enumerations: &[Enumeration],
) -> Result<Parameter, String> {
    let raw = &function.parameters[position];
    let following = |steps: usize| function.parameters.get(position + steps).map(|next| next.name.as_str());
    let before = position.checked_sub(1).map(|at| function.parameters[at].name.as_str());
    let standard = standard::text(&raw.name, &raw.c_type, before, following(1));
    let counts = function.parameters.iter().any(|other| is_counted_by(other, &raw.name));
    let text = raw.text.as_deref().or(standard).or(counts.then_some("[count]")).unwrap_or_default();
    let (tag, marked) = tagged(&function.name, &raw.name, text, texts, 0)?;
    let (doc, in_c) = marks::read(&marked)?;
    let role = match (role(raw), &tag.dtype_of) {
        ("memory", Some(_)) => "scalar",
        ("buffer", Some(_)) => "result",
        (role, None) if tag.kind != "scalar" => role,
        _ => return Err("a scalar is `void *` and has a dtype: `[scalar; of dtype]`".into()),
    };
    let buffer = matches!(role, "buffer" | "result") && matches!(following(1), Some("capacity" | "buffer_bytes"));
    let (role, size) = match (&tag.size, following(1)) {
        (_, Some(count)) if buffer => ("buffer", Some(Size::Parameter(count.to_owned()))),
        (size, _) => (role, size.clone()),
    };
    let needs_kind =
        matches!(role, "number" | "numbers" | "scalar" | "result" | "text" | "texts" | "memory" | "buffer");
    if needs_kind && tag.kind.is_empty() {
        return Err("its comment does not say what it is: `[kind; ...]`, see docs/interface.md".into());
    }
    let handle = matches!(role, "handle" | "handles" | "new" | "context").then(|| {
        let base = raw.c_type.replace("const ", "");
        base.trim_end_matches(['*', ' ']).trim_start_matches("stoner_").split(' ').next().unwrap_or_default().to_owned()
    });
    if matches!(role, "numbers" | "texts" | "handles" | "memory") && size.is_none() && tag.kind != "axis" {
        return Err("its tag does not say how many there are: `size N`, `size parameter` or `per element`".into());
    }
    if let Some(name) = &tag.enumeration
        && !enumerations.iter().any(|known| known.name == *name)
    {
        return Err(format!("there is no enumeration {name}"));
    }
    check_default(&tag, enumerations)?;
    check_zero(&tag, role, enumerations)?;
    let mut range = tag.range.clone();
    if tag.kind == "bool" && range.is_empty() {
        range = Map::from_iter([("min".into(), Value::from(0)), ("max".into(), Value::from(1))]);
    }
    let may_be_null = tag.optional || matches!(role, "context" | "callback" | "user");
    // NULL is the default of what may be NULL.
    let default = tag.default.clone().or((may_be_null && !tag.required).then_some(Value::Null));
    let null_is_default = may_be_null && default == Some(Value::Null);
    Ok(Parameter {
        name: raw.name.clone(),
        c_type: raw.c_type.clone(),
        kind: match &handle {
            Some(handle) if tag.kind != "options" => handle.clone(),
            _ if tag.kind.is_empty() => role.to_owned(),
            _ => tag.kind.clone(),
        },
        enumeration: tag.enumeration.clone(),
        unit: tag.unit.clone(),
        comment: Some(tags::comment(&in_c, &tag)).filter(|comment| *comment != doc).unwrap_or_default(),
        optional: may_be_null,
        unset: tag.unset.clone().or(null_is_default.then_some(Value::Null)),
        zero: tag.zero.clone(),
        default,
        range,
        size,
        decides: tag.decides.clone(),
        imaginary_of: tag.imaginary_of.clone(),
        keyword: tag.keyword.clone(),
        dtype: tag.dtype_of.clone(),
        indices: handle.is_some() && tag.kind == "index",
        owner: match role {
            "new" => Some("caller"),
            "lent" => Some("library"),
            _ => None,
        },
        declaration: raw.declaration.clone(),
        role,
        doc,
    })
}

/// Whether a parameter's tag says that another one counts its elements.
fn is_counted_by(parameter: &RawParameter, counter: &str) -> bool {
    let text = parameter.text.as_deref().unwrap_or_default();
    text.strip_prefix('[').and_then(|inner| inner.split_once(']')).is_some_and(|(tag, _)| {
        tag.split(';').any(|part| part.trim().strip_prefix("size ") == Some(counter))
            // The same parameter of another function, counted by a parameter of the same name.
            || tag.starts_with("as ") && counter.starts_with("n_")
    })
}

/// A parameter's tag and text. `[as function]` takes both from there; what the tag says beside replaces it, text is added.
fn tagged(
    function: &str,
    name: &str,
    text: &str,
    texts: &HashMap<(&str, &str), &str>,
    depth: usize,
) -> Result<(tags::Tag, String), String> {
    let Some((own, doc)) = tags::split(text)? else { return Ok((tags::Tag::default(), text.to_owned())) };
    let Some(target) = &own.same_as else { return Ok((own, doc)) };
    let (other, wanted) = target.split_once('.').unwrap_or((target, name));
    let other = if other.is_empty() { function } else { other };
    let there =
        texts.get(&(other, wanted)).ok_or_else(|| format!("{other} has no parameter {wanted} with a comment"))?;
    if depth > 3 {
        return Err(format!("its comment refers to {other}, which refers further"));
    }
    let (mut tag, mut said) = tagged(other, wanted, there, texts, depth + 1)?;
    tag.default = own.default.or(tag.default);
    tag.unset = own.unset.or(tag.unset);
    tag.zero = own.zero.or(tag.zero);
    tag.keyword = own.keyword.or(tag.keyword);
    tag.optional |= own.optional;
    tag.required |= own.required;
    tag.size = own.size.or(tag.size);
    if !own.range.is_empty() {
        tag.range = own.range;
    }
    if !doc.is_empty() {
        said = format!("{}; {doc}", said.trim_end_matches('.'));
    }
    Ok((tag, said))
}

/// A default has its parameter's type, and lies in its range.
fn check_default(tag: &tags::Tag, enumerations: &[Enumeration]) -> Result<(), String> {
    let values = match &tag.default {
        None | Some(Value::Null) => return Ok(()),
        Some(Value::Array(values)) => values.clone(),
        Some(value) => vec![value.clone()],
    };
    for value in &values {
        let fits = match tag.kind.as_str() {
            "bool" => value.is_boolean(),
            "enum" => enumerations
                .iter()
                .filter(|known| Some(&known.name) == tag.enumeration.as_ref())
                .any(|known| known.values.iter().any(|each| *value == each.constant)),
            "text" | "path" | "name" | "key" => value.is_string(),
            _ => value.is_number() || value == "NaN",
        };
        if !fits {
            return Err(format!("the default {value} is no {}", tag.kind));
        }
        let bound = |word: &str| tag.range.get(word).and_then(Value::as_f64);
        if let Some(number) = value.as_f64()
            && (bound("min").is_some_and(|low| number < low)
                || bound("max").is_some_and(|high| number > high)
                || bound("above").is_some_and(|low| number <= low)
                || bound("below").is_some_and(|high| number >= high))
        {
            return Err(format!("the default {number} is outside of the range"));
        }
    }
    Ok(())
}

/// In C, 0 is the default of an enumeration, an order, a count and all numbers that cannot be 0; NULL is that of what is optional.
fn check_zero(tag: &tags::Tag, role: &str, enumerations: &[Enumeration]) -> Result<(), String> {
    let number = |value: &Value| match value {
        Value::String(name) => {
            let mut values = enumerations.iter().flat_map(|known| &known.values);
            values.find(|known| known.constant == *name).map(|known| known.value as f64)
        }
        value => value.as_f64(),
    };
    let Some(default) = &tag.default else { return Ok(()) };
    if role != "number" || tag.kind == "bool" {
        let is_null = tag.unset.is_none() || tag.unset == Some(Value::Null);
        return if role == "number" || is_null { Ok(()) } else { Err("NULL is its default: `unset NULL`".into()) };
    }
    let bound = |word: &str| tag.range.get(word).and_then(Value::as_f64);
    let can_be_0 = bound("min").is_none_or(|low| low <= 0.0) && bound("above").is_none_or(|low| low < 0.0);
    let counted = matches!(tag.kind.as_str(), "enum" | "order" | "count" | "degree" | "bits" | "pixels");
    let is_default = tag.unset.as_ref().or(Some(default)).and_then(number) == Some(0.0);
    if !is_default && (counted || !can_be_0) {
        return Err("0 is its default in C: `unset 0`".into());
    }
    let differs = tag.enumeration.is_none() && number(default) != Some(0.0) && !default.is_null();
    if is_default && differs && can_be_0 && tag.zero.is_none() {
        return Err("0 means its default and a value: give that a constant, `zero STONER_X`".into());
    }
    Ok(())
}

/// What a binding has to do with a parameter: `docs/interface.md`.
fn role(p: &RawParameter) -> &'static str {
    let pointers = p.c_type.matches('*').count();
    let constant = p.c_type.starts_with("const");
    let base = p.c_type.trim_start_matches("const ");
    match (p.name.as_str(), base) {
        (_, "callback") => "callback",
        ("ctx", _) => "context",
        ("user_data", _) => "user",
        _ if base.starts_with("stoner_") => match (pointers, constant) {
            (1, _) => "handle",
            (_, true) => "handles",
            (_, false) => "new",
        },
        _ if base.starts_with("char") => match (constant, pointers) {
            (false, _) => "buffer",
            (true, 2) => "texts",
            (true, _) => "text",
        },
        _ if base.starts_with("void") => match (pointers, constant) {
            (2, _) => "lent",
            (_, true) => "memory",
            (_, false) => "buffer",
        },
        _ => match (pointers, constant) {
            (0, _) => "number",
            (_, true) => "numbers",
            (_, false) => "result",
        },
    }
}

/// The enumerations, in the order in which their first constants come.
pub fn enumerations(constants: &[Constant]) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> = Vec::new();
    for constant in constants {
        let Some(name) = &constant.enumeration else { continue };
        let value = EnumerationValue {
            constant: constant.name.clone(),
            word: word(name, &constant.name),
            value: constant.value,
            doc: constant.doc.clone(),
        };
        match found.iter_mut().find(|known| known.name == *name) {
            Some(known) => known.values.push(value),
            None => found.push(Enumeration { name: name.clone(), values: vec![value] }),
        }
    }
    found
}

/// STONER_BYTE_ORDER_SWAP of ByteOrder is `swap`. Constants of Dtype and Status have shorter prefixes than their enumerations.
fn word(enumeration: &str, constant: &str) -> String {
    let mut prefix = String::from("STONER");
    for character in enumeration.chars() {
        if character.is_uppercase() {
            prefix.push('_');
        }
        prefix.push(character.to_ascii_uppercase());
    }
    prefix.push('_');
    let shorter = if enumeration == "Status" { "STONER_ERR_" } else { "STONER_" };
    [prefix.as_str(), shorter, "STONER_"]
        .iter()
        .find_map(|prefix| constant.strip_prefix(prefix))
        .unwrap_or(constant)
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: &str = "pub const STONER_A_X: i32 = 0;";

    /// What is said of a function with one number `n` whose comment is `text`.
    fn faults(text: &str) -> String {
        let source = format!(
            "/// [A] X.\n{SHAPE}\n/// Does.\n///\n/// @param n {text}\n/// @since 0.1.0\n#[unsafe(no_mangle)]\n\
             pub unsafe extern \"C\" fn stoner_f(ctx: *mut stoner_context, n: i32) -> i32 {{ 0 }}"
        );
        let described = read("a", &source, &[]).unwrap();
        resolve(&described.functions, &enumerations(&described.constants)).err().unwrap_or_default()
    }

    #[test]
    fn what_does_not_fit_is_named() {
        assert_eq!(faults("[enum A; default STONER_A_X] how"), "");
        let untold = "stoner_f: @param n: its comment does not say what it is: `[kind; ...]`, see docs/interface.md";
        assert_eq!(faults("how"), untold);
        assert_eq!(faults("[enum B] how"), "stoner_f: @param n: there is no enumeration B");
        assert_eq!(faults("[enum A; default STONER_B] how"), "stoner_f: @param n: the default \"STONER_B\" is no enum");
        assert_eq!(faults("[bool; default 1] how"), "stoner_f: @param n: the default 1 is no bool");
        assert_eq!(
            faults("[count; default 3; max 2] how"),
            "stoner_f: @param n: the default 3 is outside of the range"
        );
        assert_eq!(faults("[count; decides m] how"), "stoner_f: @param n: there is no parameter m");
        assert_eq!(faults("[count; default 3] how"), "stoner_f: @param n: 0 is its default in C: `unset 0`");
        let both = "stoner_f: @param n: 0 means its default and a value: give that a constant, `zero STONER_X`";
        assert_eq!(faults("[count; default 3; unset 0] how"), both);
        assert_eq!(faults("[count; default 3; unset 0; zero STONER_A_X] how"), "");
        assert_eq!(faults("[count; default 3; unset 0; min 1] how"), "");
        assert_eq!(faults("[value; default 3] how"), "");
        let foreign = faults("[as stoner_g] how");
        assert_eq!(foreign, "stoner_f: @param n: stoner_g has no parameter n with a comment");
        assert_eq!(faults("[count] how\n/// @param m [count] what"), "stoner_f: there is no parameter m");
        assert!(faults("[as stoner_f.n] how").contains("which refers further"));
    }

    #[test]
    fn texts_point_at_what_they_name() {
        let points = |text: &str| points_nowhere(text, &["Pictures"]).is_some();
        assert!(
            points("as there") && points("those of colours, above") && points("see the section") && points("as above.")
        );
        assert!(points("one of the section's names") && points("see the section \"Music\""));
        assert!(!points("as far as there is; above 0") && !points("see the section\n\"Pictures\""));
        let source = "/// As stoner_g_does.\n/// @since 0.1.0\n#[unsafe(no_mangle)]\npub extern \"C\" fn stoner_f() -> i64 { 0 }";
        let functions = resolve(&read("a", source, &[]).unwrap().functions, &[]).unwrap();
        assert_eq!(dangling_functions(&functions), ["stoner_f: it speaks of stoner_g_does, which there is not"]);
    }

    #[test]
    fn a_file_says_since_when_for_functions_that_do_not() {
        let function = |name: &str, since: &str| {
            format!("/// Does.\n{since}#[unsafe(no_mangle)]\npub extern \"C\" fn {name}() -> i64 {{ 0 }}\n")
        };
        let source = format!(
            "//! Title\n//!\n//! @since 0.1.0\n\n{}{}",
            function("stoner_f", ""),
            function("stoner_g", "/// @since 0.2.0\n")
        );
        let described = read("a", &source, &[]).unwrap();
        let since: Vec<&str> = described.functions.iter().map(|function| function.since.as_str()).collect();
        assert_eq!(since, ["0.1.0", "0.2.0"]);
    }

    #[test]
    fn a_function_says_what_it_does_and_since_when() {
        let source = "#[unsafe(no_mangle)]\npub extern \"C\" fn stoner_g() -> i32 { 0 }";
        let described = read("a", source, &[]).unwrap();
        let said = resolve(&described.functions, &[]).err().unwrap();
        assert_eq!(
            said,
            "stoner_g: it has no comment\nstoner_g: its comment does not say since when: `@since major.minor.patch`"
        );
    }

    #[test]
    fn types_become_those_of_c() {
        let c = |text: &str| c_type(&syn::parse_str(text).unwrap());
        assert_eq!(c("*const *const stoner_image").unwrap(), "const stoner_image *const *");
        assert_eq!(c("*mut *mut stoner_image").unwrap(), "stoner_image **");
        assert_eq!(c("*mut *const c_void").unwrap(), "const void **");
        assert_eq!(c("u16").unwrap_err(), "u16");
    }
}
