//! The contents of an image's figure, and its options.

use crate::array::MaskedArray;
use crate::context::{Error, Result, Status};
use crate::image::{Image, Metadata, Value};
use crate::render::colour::{self, Rgba};
use crate::render::colour_map;
use crate::render::norm::{Limit, Norm, Norming};
use crate::render::options::{Options, Page};
use crate::render::paint::Palette;
use crate::render::resize::Interpolation;
use crate::render::scale_bar::{Corner, ScaleBar};

/// How pixels become colours.
#[derive(Debug, Clone)]
pub struct Colours {
    /// The name of a colour map.
    pub cmap: String,
    /// The scale.
    pub norming: Norming,
    /// The colour of NaN; `None`: that of masked pixels.
    pub nan: Option<Rgba>,
    /// The colour of masked pixels.
    pub mask: Rgba,
    /// Which frame of a stack.
    pub frame: usize,
}

impl Default for Colours {
    fn default() -> Self {
        Colours { cmap: "gray".to_owned(), norming: Norming::default(), nan: None, mask: colour::NONE, frame: 0 }
    }
}

/// How the height of an image follows from its width.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Aspect {
    /// By the pixels' size where both axes are places on one thing, in one unit; square without a map; else as `Auto`.
    #[default]
    Equal,
    /// The image fills what room there is.
    Auto,
    /// The height of a pixel divided by its width.
    Pixel(f64),
}

/// An image as a figure. By default, as the original's, grey, without axes and title.
#[derive(Debug, Clone, Default)]
pub struct Figure {
    /// How pixels become colours.
    pub colours: Colours,
    /// How pixels become pixels of the picture.
    pub interpolation: Interpolation,
    /// The image's shape.
    pub aspect: Aspect,
    /// Whether there are axes.
    pub show_axis: bool,
    /// The name of the horizontal axis; `None`: the map's.
    pub xlabel: Option<String>,
    /// The name of the vertical axis; `None`: the map's.
    pub ylabel: Option<String>,
    /// Whether there is a colour bar, with this text beside it.
    pub colorbar: Option<String>,
    /// Whether there is a scale bar.
    pub scale_bar: Option<ScaleBar>,
    /// Whether there is a line of energy, polarization and dwell.
    pub metadata: bool,
    /// Title, theme, sizes.
    pub page: Page,
}

impl Colours {
    /// The names of its options.
    pub const NAMES: &'static [&'static str] = &[
        "cmap",
        "norm",
        "vmin",
        "vmax",
        "vmin_percentile",
        "vmax_percentile",
        "mask_color",
        "mask_alpha",
        "nan_color",
        "frame",
    ];

    /// From options.
    ///
    /// # Errors
    /// As [`Options::new`].
    pub fn from_options(options: &Options<'_>) -> Result<Colours> {
        let limit = |value: &str, percentile: &str| match (options.number(value)?, options.number(percentile)?) {
            (Some(_), Some(_)) => Err(Error::argument(percentile, "given", format!("either this or {value}"))),
            (Some(x), None) => Ok(Limit::Value(x)),
            (None, Some(q)) => Ok(Limit::Percentile(q)),
            (None, None) => Ok(Limit::Found),
        };
        let norms = [("linear", Norm::Linear), ("log", Norm::Log), ("symmetric", Norm::Symmetric)];
        let alpha = options.number_within("mask_alpha", 0.0, 1.0)?;
        let mut mask = options.colour("mask_color")?.unwrap_or(match alpha {
            Some(_) => [128, 128, 128, 255],
            None => colour::NONE,
        });
        if let Some(alpha) = alpha {
            mask[3] = (255.0 * alpha).round() as u8;
        }
        Ok(Colours {
            cmap: options.text("cmap")?.unwrap_or("gray").to_owned(),
            norming: Norming {
                norm: options.choice("norm", &norms)?.unwrap_or_default(),
                low: limit("vmin", "vmin_percentile")?,
                high: limit("vmax", "vmax_percentile")?,
            },
            nan: options.colour("nan_color")?,
            mask,
            frame: options.count("frame", i32::MAX as usize)?.unwrap_or(0),
        })
    }

    /// The frame that is shown, which has pixels.
    ///
    /// # Errors
    /// [`Status::Shape`] for other ranks than 2 and 3 and for an empty image; [`Status::OutOfRange`] for the frame.
    pub(super) fn shown(&self, image: &Image) -> Result<MaskedArray> {
        let (rows, columns) = image.frame_shape()?;
        let mut array = image.array().clone();
        if image.ndim() == 3 {
            let frames = image.shape()[0];
            if self.frame >= frames {
                return Err(Error::out_of_range(
                    "frame",
                    self.frame,
                    format!("less than {frames}, the number of frames"),
                ));
            }
            array.index_first(self.frame);
        } else if self.frame > 0 {
            return Err(Error::out_of_range("frame", self.frame, "0, since the image is not a stack"));
        }
        if rows == 0 || columns == 0 {
            return Err(Error::new(
                Status::Shape,
                format!("an image of shape {:?} has no pixels to show", image.shape()),
            ));
        }
        Ok(array)
    }

    pub(super) fn palette(&self) -> Result<Palette> {
        Ok(Palette::new(&colour_map::table(&self.cmap)?, self.nan.unwrap_or(self.mask), self.mask))
    }
}

impl Figure {
    /// The names of its options beside those of [`Colours`] and [`Page`].
    pub const NAMES: &'static [&'static str] = &[
        "interpolation",
        "aspect",
        "show_axis",
        "xlabel",
        "ylabel",
        "colorbar",
        "colorbar_label",
        "scale_bar",
        "scale_bar_length",
        "scale_bar_color",
        "scale_bar_loc",
        "metadata",
    ];

    /// From options.
    ///
    /// # Errors
    /// [`Status::InvalidArgument`] for an unknown option (the message lists the allowed ones) or a value that is not allowed.
    pub fn from_options(options: Option<&Metadata>) -> Result<Figure> {
        let options = Options::new(options, &[Colours::NAMES, Self::NAMES, Page::NAMES])?;
        let interpolations =
            [("auto", Interpolation::Auto), ("nearest", Interpolation::Nearest), ("bilinear", Interpolation::Bilinear)];
        let corners = [
            ("lower right", Corner::LowerRight),
            ("lower left", Corner::LowerLeft),
            ("upper right", Corner::UpperRight),
            ("upper left", Corner::UpperLeft),
        ];
        let aspect = match options.value("aspect") {
            Some(Value::String(_)) => {
                options.choice("aspect", &[("equal", Aspect::Equal), ("auto", Aspect::Auto)])?.unwrap_or_default()
            }
            _ => options.number_within("aspect", 1e-6, 1e6)?.map_or(Aspect::Equal, Aspect::Pixel),
        };
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let label = owned(options.text("colorbar_label")?);
        let length = options.number("scale_bar_length")?;
        if let Some(length) = length.filter(|x| !(*x > 0.0 && x.is_finite())) {
            return Err(Error::argument("scale_bar_length", length, "a number above 0"));
        }
        let bar = ScaleBar {
            length,
            colour: options.colour("scale_bar_color")?,
            corner: options.choice("scale_bar_loc", &corners)?.unwrap_or_default(),
        };
        Ok(Figure {
            colours: Colours::from_options(&options)?,
            interpolation: options.choice("interpolation", &interpolations)?.unwrap_or_default(),
            aspect,
            show_axis: options.flag("show_axis")?,
            xlabel: owned(options.text("xlabel")?),
            ylabel: owned(options.text("ylabel")?),
            colorbar: options.flag("colorbar")?.then(|| label.unwrap_or_default()),
            scale_bar: options.flag("scale_bar")?.then_some(bar),
            metadata: options.flag("metadata")?,
            page: Page::from_options(&options)?,
        })
    }
}
