//! The interface as data: what `interface/interface.json` holds. `docs/interface.md` says what each member means.

use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
pub struct Interface {
    pub schema: u32,
    pub version: String,
    pub handles: Vec<Handle>,
    pub enumerations: Vec<Enumeration>,
    pub constants: Vec<Constant>,
    pub sections: Vec<Section>,
    pub functions: Vec<Function>,
}

#[derive(Serialize)]
pub struct Handle {
    pub name: String,
    pub doc: String,
    /// None where the program never frees it.
    pub free: Option<String>,
}

#[derive(Serialize)]
pub struct Enumeration {
    pub name: String,
    pub values: Vec<EnumerationValue>,
}

#[derive(Serialize)]
pub struct EnumerationValue {
    pub constant: String,
    /// The value's name within its enumeration.
    pub word: String,
    pub value: i64,
    pub doc: String,
}

#[derive(Serialize)]
pub struct Constant {
    pub name: String,
    pub value: i64,
    pub doc: String,
    pub section: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enumeration: Option<String>,
}

#[derive(Serialize)]
pub struct Section {
    pub name: String,
    /// Which programs need it.
    pub tier: String,
    pub title: String,
    pub text: String,
}

#[derive(Serialize)]
pub struct Function {
    pub name: String,
    pub section: String,
    pub summary: String,
    pub doc: String,
    pub result: FunctionResult,
    #[serde(skip_serializing_if = "Errors::is_empty")]
    pub errors: Errors,
    pub since: String,
    /// The name by which `stoner_image_apply` calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    pub parameters: Vec<Parameter>,
}

#[derive(Serialize)]
pub struct FunctionResult {
    pub c_type: String,
    /// status, text, count or number.
    pub kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doc: String,
}

#[derive(Serialize)]
pub struct Errors {
    pub text: String,
    pub codes: Vec<String>,
}

impl Errors {
    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

impl Parameter {
    /// The whole comment on it.
    pub fn full(&self) -> &str {
        if self.comment.is_empty() { &self.doc } else { &self.comment }
    }

    /// Whether the number 0 is outside of its range, so that in C it can mean the default.
    pub fn refuses_zero(&self) -> bool {
        let end = |word: &str| self.range.get(word).and_then(Value::as_f64);
        let outside = end("min").is_some_and(|low| low > 0.0) || end("above").is_some_and(|low| low >= 0.0);
        self.role == "number" && self.unset == Some(Value::from(0)) && outside
    }
}

#[derive(Clone, Serialize)]
pub struct Parameter {
    pub name: String,
    pub c_type: String,
    pub role: &'static str,
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enumeration: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// What it is, without default and range.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub doc: String,
    /// The whole comment of C's header, where it says more.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// Whether NULL may be given.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// Absent where a value must be given; null where the function finds one itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// What stands for the default in C.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unset: Option<Value>,
    /// The constant that C has for the number 0, where 0 means the default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zero: Option<String>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub range: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Size>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imaginary_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyword: Option<String>,
    /// Of a scalar, the parameter that says its dtype.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtype: Option<String>,
    /// Whether an image's values are indices, which count from 0 here and from 1 in some languages.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub indices: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<&'static str>,
    /// Of a callback, its C declaration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declaration: Option<String>,
}

/// How many elements a pointer points to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    Fixed(u32),
    /// As many as another parameter says.
    Parameter(String),
    /// One for each "axis" or "element" of the subject.
    Per(String),
}
