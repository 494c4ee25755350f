//! Options: named values, as keywords of the original and of matplotlib. An unknown name is an error that lists
//! the allowed ones; so is a value of another type.

use super::canvas::check_size;
use super::colour::{self, Rgba};
use super::theme::{DARK, LIGHT, Theme};
use crate::context::{Error, Result};
use crate::image::{Metadata, Value};

/// Reads options.
pub struct Options<'a> {
    entries: Option<&'a Metadata>,
}

impl<'a> Options<'a> {
    /// Only these names are allowed.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument).
    pub fn new(entries: Option<&'a Metadata>, allowed: &[&[&str]]) -> Result<Options<'a>> {
        let names = || allowed.iter().copied().flatten().copied();
        for (key, _) in entries.into_iter().flat_map(Metadata::iter) {
            if !names().any(|name| name == key) {
                let all: Vec<&str> = names().collect();
                return Err(Error::argument("options", format!("'{key}'"), all.join(", ")));
            }
        }
        Ok(Options { entries })
    }

    /// The value under a name; none if it is absent or empty.
    pub fn value(&self, key: &str) -> Option<&'a Value> {
        self.entries?.value(key).filter(|value| !matches!(value, Value::None))
    }

    /// Whether the name is present without a value.
    pub fn holds_nothing(&self, key: &str) -> bool {
        matches!(self.entries.and_then(|entries| entries.value(key)), Some(Value::None))
    }

    /// A number.
    ///
    /// # Errors
    /// As [`Options::new`], here and below.
    pub fn number(&self, key: &str) -> Result<Option<f64>> {
        self.value(key)
            .map(|value| match value {
                Value::Int(i) => Ok(*i as f64),
                Value::Float(x) => Ok(*x),
                other => Err(wrong(key, other, "a number")),
            })
            .transpose()
    }

    /// A number within limits.
    ///
    /// # Errors
    /// As above.
    pub fn number_within(&self, key: &str, low: f64, high: f64) -> Result<Option<f64>> {
        match self.number(key)? {
            Some(x) if !(low..=high).contains(&x) => Err(Error::argument(key, x, format!("{low} to {high}"))),
            found => Ok(found),
        }
    }

    /// A count.
    ///
    /// # Errors
    /// As above.
    pub fn count(&self, key: &str, most: usize) -> Result<Option<usize>> {
        self.value(key)
            .map(|value| match value {
                Value::Int(i) if (0..=most as i64).contains(i) => Ok(*i as usize),
                Value::Int(i) => Err(Error::argument(key, i, format!("0 to {most}"))),
                other => Err(wrong(key, other, "an integer")),
            })
            .transpose()
    }

    /// Yes or no.
    ///
    /// # Errors
    /// As above.
    pub fn flag(&self, key: &str) -> Result<bool> {
        match self.value(key) {
            None | Some(Value::Bool(false) | Value::Int(0)) => Ok(false),
            Some(Value::Bool(true) | Value::Int(1)) => Ok(true),
            Some(other) => Err(wrong(key, other, "true or false")),
        }
    }

    /// Text.
    ///
    /// # Errors
    /// As above.
    pub fn text(&self, key: &str) -> Result<Option<&'a str>> {
        self.value(key)
            .map(|value| match value {
                Value::String(text) => Ok(text.as_str()),
                other => Err(wrong(key, other, "text")),
            })
            .transpose()
    }

    /// One of some names.
    ///
    /// # Errors
    /// As above.
    pub fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Result<Option<T>> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        let found = choices.iter().find(|(name, _)| *name == text);
        found.map(|&(_, choice)| Some(choice)).ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            Error::argument(key, format!("'{text}'"), names.join(", "))
        })
    }

    /// A colour.
    ///
    /// # Errors
    /// As above.
    pub fn colour(&self, key: &str) -> Result<Option<Rgba>> {
        self.text(key)?.map(|text| colour::parse(key, text)).transpose()
    }

    /// The values of a list; a single value is a list of one.
    ///
    /// # Errors
    /// As above.
    pub fn list(&self, key: &str) -> Result<Option<Vec<Value>>> {
        self.value(key)
            .map(|value| match value {
                Value::List(values) | Value::Tuple(values) => Ok(values.clone()),
                Value::Array(array) => {
                    let array = array.to_array()?;
                    let values = array.data().to_f64()?;
                    Ok(values.iter().map(|&x| Value::Float(x)).collect())
                }
                single => Ok(vec![single.clone()]),
            })
            .transpose()
    }

    /// The low and the high end of a range.
    ///
    /// # Errors
    /// As above.
    pub fn range(&self, key: &str) -> Result<Option<[f64; 2]>> {
        let Some(values) = self.list(key)? else { return Ok(None) };
        let numbers: Vec<f64> = values.iter().filter_map(Value::as_f64).collect();
        match numbers[..] {
            [low, high] if values.len() == 2 && low.is_finite() && high.is_finite() && low < high => {
                Ok(Some([low, high]))
            }
            _ => Err(Error::argument(key, format!("{numbers:?}"), "two finite numbers, the lower one first")),
        }
    }
}

fn wrong(key: &str, found: &Value, allowed: &str) -> Error {
    Error::argument(key, format!("of type {}", found.type_name()), allowed)
}

/// The options of all figures.
#[derive(Debug, Clone)]
pub struct Page {
    /// The title.
    pub title: Title,
    /// The title's size in pixels; `None`: in proportion to the rest.
    pub title_size: Option<f64>,
    /// The title's colour; `None`: the theme's.
    pub title_colour: Option<Rgba>,
    /// Where the title stands.
    pub title_place: Place,
    /// Paper and ink.
    pub theme: Theme,
    /// The size of text in pixels; `None`: in proportion to the picture.
    pub font_size: Option<f64>,
    /// The picture's width; `None`: as the rest needs it.
    pub width: Option<usize>,
    /// The picture's height; `None`: as the rest needs it.
    pub height: Option<usize>,
    /// The requested result.
    pub output: Output,
}

/// The requested result of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Output {
    /// The picture.
    #[default]
    Picture,
    /// The places of its parts: no picture is made, so that time and memory do not grow with its size.
    Places,
}

/// A title.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Title {
    /// None.
    #[default]
    No,
    /// The subject's own.
    Own,
    /// This text.
    Text(String),
}

/// Where a title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// At the left.
    Left,
    /// In the middle.
    #[default]
    Centre,
    /// At the right.
    Right,
}

impl Default for Page {
    fn default() -> Self {
        Page {
            title: Title::No,
            title_size: None,
            title_colour: None,
            title_place: Place::Centre,
            theme: LIGHT,
            font_size: None,
            width: None,
            height: None,
            output: Output::Picture,
        }
    }
}

impl Page {
    /// The names of its options.
    pub const NAMES: &'static [&'static str] = &["title", "title_args", "theme", "font_size", "width", "height"];

    /// From options.
    ///
    /// # Errors
    /// As [`Options::new`].
    pub fn from_options(options: &Options<'_>) -> Result<Page> {
        let title = match options.value("title") {
            None if options.holds_nothing("title") => Title::Own,
            None | Some(Value::Bool(false)) => Title::No,
            Some(Value::Bool(true)) => Title::Own,
            Some(Value::String(text)) => Title::Text(text.clone()),
            Some(other) => return Err(wrong("title", other, "text; true or none: the subject's own; false: no title")),
        };
        let arguments = match options.value("title_args") {
            None => None,
            Some(Value::Cluster(arguments)) => Some(arguments),
            Some(other) => return Err(wrong("title_args", other, "a cluster of fontsize, color, loc")),
        };
        let during = |error: Error| error.during("`title_args`");
        let arguments = Options::new(arguments, &[&["fontsize", "color", "loc"]]).map_err(during)?;
        let places = [("left", Place::Left), ("center", Place::Centre), ("right", Place::Right)];
        Ok(Page {
            title,
            title_size: arguments.number_within("fontsize", 4.0, 512.0).map_err(during)?,
            title_colour: arguments.colour("color").map_err(during)?,
            title_place: arguments.choice("loc", &places).map_err(during)?.unwrap_or_default(),
            theme: options.choice("theme", &[("light", LIGHT), ("dark", DARK)])?.unwrap_or(LIGHT),
            font_size: options.number_within("font_size", 4.0, 512.0)?,
            width: options.count("width", super::canvas::MAX_SIDE)?,
            height: options.count("height", super::canvas::MAX_SIDE)?,
            output: Output::Picture,
        })
    }

    /// The title's text, and a warning for what the font lacks.
    pub fn title<'a>(&'a self, own: &'a str) -> &'a str {
        match &self.title {
            Title::No => "",
            Title::Own => own,
            Title::Text(text) => text,
        }
    }
    /// Checks that a given width and height are valid.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument).
    pub fn check_size(&self) -> Result<()> {
        check_size(self.width.unwrap_or(1), self.height.unwrap_or(1))
    }

    /// The size of text: as given, or in proportion to the picture, whose area is `usual` where no size is given.
    pub fn text_size(&self, usual: (f64, f64)) -> f64 {
        let side = match (self.width, self.height) {
            (Some(width), Some(height)) => width.min(height) as f64,
            (Some(side), None) | (None, Some(side)) => 0.9 * side as f64,
            (None, None) => 1.2 * usual.0.max(usual.1),
        };
        self.font_size.unwrap_or_else(|| (0.024 * side).clamp(9.0, 120.0).round())
    }
}
