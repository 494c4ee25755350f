//! Drawing: shapes onto an image or onto its mask.
//!
//! Coordinates are (x, y) = (column, row), pixel centres at integers, angles clockwise on the screen. A shape is first turned
//! into runs of pixels, clipped to the image, then these are painted, of a stack in every frame: what fails changes nothing,
//! and however far a shape reaches, it costs no more than the part of it that is inside.
//!
//! The sets of pixels are those of skimage.draw for the shapes that it has.

mod bezier;
mod canvas;
mod circle;
mod ellipse;
mod line;
mod polygon;
mod rectangle;

pub use bezier::BezierCurve;
pub use canvas::{Canvas, Drawing, LARGEST, Shape, Target, check_radius, draw};
pub use circle::{CircleMethod, CirclePerimeter};
pub use ellipse::{Annulus, Ellipse, EllipsePerimeter};
pub use line::Line;
pub use polygon::{Polygon, PolygonPerimeter};
pub use rectangle::{Rectangle, RectanglePerimeter, RotatedRectangle};

#[cfg(test)]
mod tests;
