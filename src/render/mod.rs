//! Pictures: images, histograms and tables as a user sees them, without a screen.
//!
//! How a picture is made: `options` reads the request; `norm` finds the scale, `paint` gives each pixel its
//! colour from a `colour_map`, `resize` scales it to the picture's size; `figure` lays an image out, `chart` the plots of
//! `histogram_plot` and `table_plot`, both with the parts around it (`axis`, `colour_bar`, `scale_bar`, `title`); they draw it on
//! a `sheet`, which is a `canvas` and the font of `text`; `encode` makes a file.
//! All lengths in a figure are multiples of its size of text.

pub mod axis;
pub mod canvas;
mod chart;
pub mod colour;
mod colour_bar;
pub mod colour_map;
mod encode;
mod figure;
mod fontsize;
mod histogram_plot;
pub mod norm;
pub mod options;
mod paint;
mod resize;
mod scale_bar;
mod sheet;
mod table_plot;
pub mod text;
mod theme;
mod ticks;
mod title;

pub use encode::save_png;
pub use figure::{Aspect, Colours, Figure, imshow, imshow_layout, to_rgba};
pub use fontsize::{auto_fit_fontsize, text_size};
pub use histogram_plot::{HistogramPlot, plot_histogram, plot_histogram_layout};
pub use resize::Interpolation;
pub use scale_bar::{Corner, ScaleBar};
pub use sheet::Picture;
pub use table_plot::{LineStyle, TablePlot, Which, table_plot, table_plot_layout};
