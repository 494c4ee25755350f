//! Operations: the functions that make an image of an image, and the table by which the library calls them by name.

use crate::enumerations;
use crate::model::{Constant, Enumeration, Function, Interface, Parameter, Size};
use crate::tags;
use serde_json::Value;
use std::fmt::Write;

/// These make an image too, but are no operations: they end it, ask a person, or do what calling by name does anyway.
const LEFT_OUT: &[&str] = &[
    "stoner_image_free",
    "stoner_image_clone",
    "stoner_image_assign",
    "stoner_image_get_filename",
    "stoner_image_apply",
    "stoner_image_apply_all",
    "stoner_image_apply_text",
];

/// The name under which a function is called by `stoner_image_apply`, where it is an operation: its subject is an image, all that it
/// needs beside can be given by name, and what it must give is an image, or the subject changed.
pub fn name(function: &Function) -> Option<String> {
    let mut parameters = function.parameters.iter().filter(|parameter| parameter.role != "context");
    let subject = parameters.next().filter(|first| first.role == "handle" && first.kind == "image")?;
    let changes = !subject.c_type.starts_with("const");
    let (outputs, inputs): (Vec<_>, Vec<_>) = parameters.partition(|parameter| is_output(parameter));
    let image = outputs.iter().any(|output| is_image_out(output));
    let rest = outputs.iter().filter(|output| !is_image_out(output));
    let fits = (image != changes)
        && rest.into_iter().all(|output| output.optional)
        && inputs.iter().all(|input| can_be_named(input));
    let short = function.name.strip_prefix("stoner_image_").filter(|_| fits && !LEFT_OUT.contains(&&*function.name))?;
    Some(short.strip_suffix("_as").unwrap_or(short).to_owned())
}

/// The names of all operations. Where a function has a form for numbers of any dtype, that one is called: options have types.
pub fn name_all(functions: &mut [Function]) {
    let names: Vec<String> = functions.iter().map(|function| function.name.clone()).collect();
    for function in functions {
        if !names.contains(&format!("{}_as", function.name)) {
            function.operation = name(function);
        }
    }
}

fn is_output(parameter: &Parameter) -> bool {
    matches!(parameter.role, "new" | "result" | "buffer" | "lent")
}

fn is_image_out(parameter: &Parameter) -> bool {
    parameter.name == "out" && parameter.c_type == "stoner_image **"
}

fn can_be_named(parameter: &Parameter) -> bool {
    match parameter.role {
        "number" | "scalar" | "text" => true,
        "numbers" => !matches!(parameter.size, Some(Size::Per(_))),
        "handle" | "handles" => matches!(&*parameter.kind, "image"),
        _ => false,
    }
}

/// The source of the table: `src/ffi/operations_table.rs`.
pub fn table(interface: &Interface) -> String {
    let mut text = String::from(
        "//! The operations that can be called by name. Made from the comments of `src/ffi` by tools/header: do not edit.\n\n\
         use super::core::enumerations;\n\
         use super::core::operation::{Fallback, Kind, Operation, Parameter, Zero};\n",
    );
    text += "\npub(super) static OPERATIONS: &[Operation] = &[\n";
    for function in &interface.functions {
        if let Some(name) = &function.operation {
            entry(&mut text, name, function, interface);
        }
    }
    text + "];\n"
}

fn entry(text: &mut String, name: &str, function: &Function, interface: &Interface) {
    let inputs = inputs(function);
    let changes = !function.parameters.iter().any(is_image_out);
    let _ = write!(
        text,
        "    Operation {{\n        name: \"{name}\",\n        changes: {changes},\n        parameters: &["
    );
    for input in &inputs {
        let _ = write!(
            text,
            "\n            Parameter {{ name: \"{}\", keyword: \"{}\", kind: Kind::{}, size: {}, fallback: {}, zero: {}, words: {}, decides: \"{}\" }},",
            input.name,
            input.keyword.as_deref().unwrap_or_default(),
            kind(input),
            if let Some(Size::Fixed(size)) = input.size { size } else { 0 },
            fallback(input, &interface.enumerations),
            zero(input, &interface.constants),
            words(input, &interface.enumerations),
            input.decides.as_deref().unwrap_or_default(),
        );
    }
    let arguments: Vec<String> = function.parameters.iter().map(|parameter| argument(parameter, &inputs)).collect();
    let end = if inputs.is_empty() { "]" } else { "\n        ]" };
    let _ = writeln!(
        text,
        "{end},\n        call: |c, {}| unsafe {{ super::{}::{}({}) }},\n    }},",
        if inputs.is_empty() { "_" } else { "a" },
        function.section,
        function.name,
        arguments.join(", ")
    );
}

/// The words of a parameter's enumeration.
fn words(parameter: &Parameter, known: &[Enumeration]) -> String {
    let known = known.iter().find(|known| Some(&known.name) == parameter.enumeration.as_ref());
    known.map_or("&[]".to_owned(), |known| format!("enumerations::{}.words", enumerations::name(known)))
}

/// The parameters that are given by name.
fn inputs(function: &Function) -> Vec<&Parameter> {
    // Sizes and dtypes follow from what is given.
    let sizes = |parameter: &Parameter| {
        let name = &parameter.name;
        let follows = |other: &Parameter| {
            other.size.as_ref() == Some(&Size::Parameter(name.clone())) || other.dtype.as_ref() == Some(name)
        };
        function.parameters.iter().any(follows)
    };
    let named = function.parameters.iter().filter(|parameter| parameter.role != "context" && !is_output(parameter));
    named.skip(1).filter(|parameter| !sizes(parameter)).collect()
}

fn kind(parameter: &Parameter) -> &'static str {
    match (parameter.role, &*parameter.kind, &*parameter.c_type) {
        ("text", ..) => "Text",
        ("scalar", ..) => "Scalar",
        ("handle", ..) => "Image",
        ("handles", ..) => "Images",
        (_, "bool", _) => "Bool",
        (_, "box", _) => "Box",
        (_, _, "int32_t") => "Int32",
        (_, _, "int64_t") => "Int64",
        (_, _, "double") => "Real",
        (_, _, "const int32_t *") => "Int32s",
        (_, _, "const int64_t *") => "Int64s",
        (_, _, "const uint8_t *") => "Flags",
        _ => "Reals",
    }
}

/// What stands for a value that is not given. Of arrays and texts NULL, where that stands for the default.
fn fallback(parameter: &Parameter, enumerations: &[Enumeration]) -> String {
    let number = |value: &Value| -> String {
        match value {
            Value::Bool(value) => format!("Fallback::Int({})", i32::from(*value)),
            Value::String(text) if text == "NaN" => "Fallback::Real(f64::NAN)".into(),
            Value::String(name) => {
                let mut values = enumerations.iter().flat_map(|enumeration| &enumeration.values);
                let value = values.find(|value| value.constant == *name).map(|value| value.value);
                format!("Fallback::Int({})", value.unwrap_or_default())
            }
            value if parameter.c_type.contains("double") => {
                format!("Fallback::Real({:?})", value.as_f64().unwrap_or_default())
            }
            value => format!("Fallback::Int({value})"),
        }
    };
    let pointer = parameter.role != "number";
    match (&parameter.default, &parameter.unset) {
        (None, _) => "Fallback::Required".into(),
        (Some(Value::Null), Some(Value::Null)) => "Fallback::Null".into(),
        (Some(_), Some(Value::Null)) if pointer => "Fallback::Null".into(),
        (Some(Value::Null), Some(unset)) => number(unset),
        (Some(Value::Null), None) if pointer => "Fallback::Null".into(),
        (Some(Value::Null), None) => number(&Value::from(0)),
        (Some(value), _) => number(value),
    }
}

/// What a caller means who gives the number 0, which C has for the default.
fn zero(parameter: &Parameter, constants: &[Constant]) -> String {
    if let Some(name) = &parameter.zero {
        let constant = constants.iter().find(|constant| constant.name == *name);
        return format!("Zero::Code({})", constant.map(|constant| constant.value).unwrap_or_default());
    }
    match parameter.refuses_zero() {
        true => format!("Zero::Refused(\"{}\")", tags::range(&parameter.range, None).join("; ")),
        false => "Zero::Number".into(),
    }
}

/// The Rust expression of one argument of the C function.
fn argument(parameter: &Parameter, inputs: &[&Parameter]) -> String {
    if parameter.role == "context" {
        return "c.ctx".into();
    }
    if is_image_out(parameter) {
        return "c.out".into();
    }
    if is_output(parameter) {
        return "std::ptr::null_mut()".into();
    }
    let place = |name: &str| inputs.iter().position(|input| input.name == name);
    if let Some(at) = place(&parameter.name) {
        let method = match kind(parameter) {
            "Bool" | "Int32" => "i32",
            "Int64" => "i64",
            "Real" => "f64",
            "Int32s" => "i32s",
            "Int64s" | "Box" => "i64s",
            "Flags" => "u8s",
            "Text" => "text",
            "Scalar" => "scalar",
            "Image" => "image",
            "Images" => "images",
            _ => "f64s",
        };
        return format!("a.{method}({at})");
    }
    if let Some(at) = inputs.iter().position(|input| input.dtype.as_ref() == Some(&parameter.name)) {
        return format!("a.dtype({at})");
    }
    // How many elements one of the inputs has.
    let counted = inputs.iter().position(|input| input.size == Some(Size::Parameter(parameter.name.clone())));
    match counted {
        Some(at) => format!("a.len({at}){}", if parameter.c_type == "int32_t" { " as i32" } else { "" }),
        None => "c.image".into(),
    }
}
