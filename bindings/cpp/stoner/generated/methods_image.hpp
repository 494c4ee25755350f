/// @file methods_image.hpp
/// The members of Image that are functions of C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_METHODS_IMAGE_HPP
#define STONER_METHODS_IMAGE_HPP

#include "../context.hpp"
#include "../handle.hpp"
#include "../keywords.hpp"
#include "options.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> class ImageMethods : public Owner<stoner_image> {
public:
#if STONER_EXCEPTIONS
    // Files: loading and saving

    /// Saves an image to a temporary file, which is then renamed, so that a crash or a full disk leaves an old file
    /// complete.
    ///
    /// All functions that save do so. The new file keeps the old one's permissions, owner, group and extended
    /// attributes, as far as the process may set them. A symbolic link stays, and its target is replaced. Other names
    /// of the old file (hard links) keep the old contents. What killed saves left in the folder (".stoner-*.tmp") is
    /// removed. A file-size limit of the process (RLIMIT_FSIZE) is Status::io; its signal does not reach the program.
    /// @param path UTF-8; not given: the image's file name, with the extension of the format NeXus HDF5 ("nxs") holds
    /// everything: pixels of any rank and dtype, mask, fill value, planes, map, metadata, title, axis of frames, what
    /// Image::apply_all did, and the SHA-256 of the file that the image was loaded from, if that is unchanged and has
    /// up to 256 MiB. It is an NXstxm scan where the image has all that this asks for, else an NXdata. Row 0 is written
    /// first. Two saves under one name are the same bytes. scan_open opens it too where it has the axes of a scan.
    /// Another program's HDF5 file is not replaced: the file name of an image that was loaded from a scan is the
    /// scan's.
    /// @throws Error with Status::invalid_argument for an unknown format (the message lists them), before anything is
    /// written, and for the name of another program's HDF5 file; Status::file_not_found (no such folder); Status::io;
    /// and what saving to each format gives
    /// @see SaveOptions
    void save(const std::optional<Path> &path = {}, const SaveOptions &options = {}, ContextRef context = {}) const;

    /// Saves a TIFF with the metadata in its ImageDescription; planes, map and mask travel in a private tag. A stack
    /// becomes a file of several pages. Python's Stoner package reads it. The map's pixel size is the file's
    /// resolution; labels of frames (the entry "Labels", else a stack's energies) stand where ImageJ looks for them.
    /// @param path UTF-8
    /// @param forcetype false: u8, u16, u32 and i32 as they are, bool as u8, i8 and i16 as i32, all else as 32-bit
    /// float (a warning where that loses); true: every dtype exactly (complex has no TIFF type: Status::unsupported)
    void save_tiff(const Path &path, bool forcetype = false, ContextRef context = {}) const;

    /// Saves an 8-bit grey PNG, round(255 (v - min) / (max - min)), with the metadata in its text chunks. For pictures:
    /// the pixels' values are lost.
    /// @param path UTF-8
    /// @throws Error with Status::shape when the image has not rank 2
    void save_png(const Path &path, ContextRef context = {}) const;

    /// Saves the array alone, of any rank and dtype, as numpy's npy. Mask and metadata are not in it.
    /// @param path UTF-8
    void save_npy(const Path &path, ContextRef context = {}) const;

    // Images: creation, copies, properties

    /// One frame of a stack as an image, with its map, planes, mask, and its own energy, dwell and polarization. Copies
    /// no pixels.
    /// @param index which one, from 0; a negative one is counted from the end
    /// @throws Error with Status::shape unless the rank is 3; Status::out_of_range (index)
    Image frame(std::int64_t index, ContextRef context = {}) const;

    /// Makes an existing image what another one is: pixels, mask, planes, map, metadata, names. Copies no pixels. So a
    /// program that shows `target` all the time can put the result of any function there.
    /// @param source stays as it is, and must still be freed
    void assign(const Image &source, ContextRef context = {});

    /// Does nothing: a copy, as Image::Image makes it. For testing a program's calls.
    Image do_nothing(ContextRef context = {}) const;

    /// Whether two images are equal: dtype, shape, mask and every unmasked element (NaN equals NaN), and with `all`
    /// also planes, map, metadata, file name and title.
    /// @param all false: pixels and mask only; true: everything
    /// @return 0 or true
    bool equal(const Image &b, bool all = false, ContextRef context = {}) const;

    /// The rank: 2 for an image, 3 for a stack.
    /// @return the rank
    std::int32_t ndim(ContextRef context = {}) const;

    /// The lengths of the axes: (rows, columns) of an image.
    std::vector<std::int64_t> shape(ContextRef context = {}) const;

    /// The dtype: Dtype::bool_ to Dtype::c128.
    /// @return the dtype
    Dtype dtype(ContextRef context = {}) const;

    /// The number of elements.
    /// @return the number of elements
    std::int64_t size(ContextRef context = {}) const;

    /// The title that was set, else the file name without its folder, else "".
    std::string title(ContextRef context = {}) const;

    /// Sets the title.
    /// @param title not given: back to the file name
    void set_title(const std::optional<std::string> &title = {}, ContextRef context = {});

    /// The file that the image was loaded from, or the name that was set; "" if there is none.
    std::string filename(ContextRef context = {}) const;

    /// Sets the file name, which Image::save uses if it gets none.
    /// @param filename not given: none
    void set_filename(const std::optional<Path> &filename = {}, ContextRef context = {});

    // Geometry: turns, flips, crops
    //
    // In a stack each frame is processed. None of these copies pixels; planes and map follow.

    /// Turns a quarter clockwise, as seen on the screen.
    /// @throws Error with Status::shape when the image has not rank 2 or 3
    Image CW(ContextRef context = {}) const;

    /// Turns a quarter counter-clockwise, as seen on the screen.
    /// @throws Error with Status::shape when the image has not rank 2 or 3
    Image CCW(ContextRef context = {}) const;

    /// Mirrors left and right.
    /// @throws Error with Status::shape when the image has not rank 2 or 3
    Image flip_h(ContextRef context = {}) const;

    /// Mirrors top and bottom.
    /// @throws Error with Status::shape when the image has not rank 2 or 3
    Image flip_v(ContextRef context = {}) const;

    /// The array with all its axes in reverse order (numpy's T). Of an image planes and map follow; of a stack, whose
    /// last axis then is no longer an image's, they are dropped with a warning.
    Image T(ContextRef context = {}) const;

    /// Keeps a box of the image. Copies nothing.
    /// @param box {xmin, xmax, ymin, ymax} in pixels, upper exclusive, extent for the end of the image; negative
    /// numbers count from the end, as in a slice of Python (-1: the last column or row); clipped to the image. Not
    /// given: the whole. Image::box_from_border and similar functions make one.
    /// @throws Error with Status::out_of_range when the box is empty or inverted
    Image crop(const Box &box = {}, ContextRef context = {}) const;

    /// The box that leaves a border of so many pixels on each side.
    /// @param border the width of the border
    /// @return xmin, xmax, ymin and ymax
    /// @throws Error with Status::out_of_range when nothing would be left
    Box box_from_border(std::int64_t border, ContextRef context = {}) const;

    /// The box that leaves out a fraction of the width and of the height, half of it on each side: 0.1 of 40 columns
    /// and 20 rows gives x 2 to 38, y 1 to 19.
    /// @param fraction the part of the width and of the height that is left out
    /// @return xmin, xmax, ymin and ymax
    /// @throws Error with Status::out_of_range when nothing would be left, Status::invalid_argument when the fraction
    /// is not between 0 and 1
    Box box_from_border_fraction(double fraction, ContextRef context = {}) const;

    /// The box between fractions of the width and of the height, rounded to the nearest pixel (half to even).
    /// @param fractions 4 values, xmin, xmax, ymin, ymax; NaN: to the image's end
    /// @return xmin, xmax, ymin and ymax
    /// @throws Error with Status::out_of_range when nothing would be left, Status::invalid_argument when a fraction is
    /// not between 0 and 1
    Box box_from_fraction(const std::array<double, 4> &fractions, ContextRef context = {}) const;

    /// The box that a metadata entry holds: four numbers (integers are pixels, negative ones from the end, values
    /// between 0 and 1 fractions, larger ones are rounded, none means the image's end), or one number, then a border as
    /// in Image::box_from_border (integer) or Image::box_from_border_fraction.
    /// @param key the entry's key
    /// @return xmin, xmax, ymin and ymax
    /// @throws Error with Status::key_not_found; Status::metadata_type; Status::out_of_range when nothing would be left
    Box box_from_metadata(const std::string &key, ContextRef context = {}) const;

    /// The box that holds the whole image: 0, columns, 0, rows.
    /// @return xmin, xmax, ymin and ymax
    Box max_box(ContextRef context = {}) const;

    /// The aspect ratio, width / height in pixels.
    /// @return the ratio
    double aspect(ContextRef context = {}) const;

    /// The middle, computed as in the original: (rows / 2, columns / 2), row first.
    /// @return row, column
    std::array<double, 2> centre(ContextRef context = {}) const;

    // Geometry: rotating and shifting
    //
    // In a stack each frame is processed. Planes are resampled linearly and masked where they lie outside, the map is
    // composed. A pixel is masked when less than half of its linear weight comes from valid pixels (neither masked nor
    // NaN, and inside where a constant stands beyond the edges); masked values do not affect others. The constant
    // stands beneath the mask alone: all other pixels have the values that they have where the edge goes on
    // (Mode::edge).

    /// Rotates clockwise, as seen on the screen. Values are those of skimage.transform.rotate with the negative angle.
    ///
    /// At order 0 every dtype stays. Otherwise `float` stays `float`, all others become `double`.
    /// @param angle clockwise on the screen
    /// @throws Error with Status::invalid_argument; Status::dtype (complex; bool at other orders than 0);
    /// Status::shape; Status::out_of_range (a centre beyond 1e15); Status::no_memory; Status::cancelled
    /// @see RotateOptions
    Image rotate(double angle, const RotateOptions &options = {}, ContextRef context = {}) const;

    /// Moves the content of the image: (2, 1) moves it 2 columns right and 1 row down. Fractions of a pixel are
    /// allowed. Values are those of skimage.transform.warp with that translation: limited to the range of the image;
    /// integers are divided by their dtype's maximum, but not at order 0, where every dtype stays.
    /// @param translation 2 values, x and y in pixels
    /// @throws Error with as Image::rotate
    /// @see TranslateOptions
    Image translate(const std::array<double, 2> &translation, const TranslateOptions &options = {},
                    ContextRef context = {}) const;

    /// The largest box that has pixels of the original after a translation: xmin, xmax, ymin, ymax, the upper sides
    /// exclusive. Fractions of a pixel are kept; a translation by more than the image leaves a box without extent.
    /// @param translation 2 values, x and y in pixels
    /// @param reverse true: the translation by the negative vector
    /// @return xmin, xmax, ymin and ymax
    /// @throws Error with Status::invalid_argument when the vector is not finite; Status::shape when the rank is not 2
    /// or 3
    std::array<double, 4> translate_limits(const std::array<double, 2> &translation, bool reverse = false,
                                           ContextRef context = {}) const;

    // Registration: aligning images, drift
    //
    // All of these find the movement that aligns one image with another. A movement is that of the content, (x, y) in
    // pixels: +x right, +y down. Pixel (0, 0) of both images is taken to be the same place; their sizes may differ.
    // Pixels that are masked, NaN or infinite are ignored, and so are missing scan lines: rows (or columns) of one
    // value in an image that otherwise varies. Rows whose brightness follows the plane "beam current" are divided by it
    // first. Where nothing was found that is an error, Status::no_result; a warning tells where another movement would
    // do nearly as well, or where the standard errors of gauss_newton are above 0.4 pixels.
    //
    // Methods, by the original's names:
    //
    // | name | what it is |
    // |---|---|
    // | gauss_newton | the default: normalised cross-correlation over the overlap, then symmetric Gauss-Newton on quintic splines with gain and offset, of a precision near the bound that noise sets; gives standard errors. Metadata: `correlation`, `gain`, `offset` (reference = gain image + offset), `noise` (the standard deviation of the pixels' differences), `prefilter_sigma`, `pixels`, `steps`, `structure` ("pixels", or "gradients" where only their magnitude agrees, as with magnetic contrast of opposite sign) |
    // | scharr | the magnitudes of the gradients by Scharr's operator, laid on each other by sub-pixel steps: contrast may be inverted, in all of the image or in parts. Metadata: `success`, the correlation coefficient of the magnitudes |
    // | chi2_shift | the least chi squared, gain and offset fitted. Metadata: `chi2_shift` (x, y, their standard errors), `chi2_residual` |
    // | imreg_dft | phase correlation; with `rotation` and `scaling` these from the spectra's magnitudes, all refined together at the end. Metadata: `success`, the height of the phase correlation's maximum; `angle` in radians (in degrees, as the Python original has it, `angle_degrees`) and `scale`, with `angle_sigma` and `scale_sigma` where they are looked for |
    // | cv2 | maximisation of the enhanced correlation coefficient (ECC), as OpenCV's findTransformECC for translations. Metadata: `correlation`, `iterations` |
    //
    // The other methods begin where gauss_newton ends and tell what it warns of; a method that finds another movement
    // than it, by more than a third of a pixel, warns too. All give standard errors.
    //
    // Moving an image between its pixels takes variance from its noise, which then is correlated. At half a pixel along
    // one axis this much of it stays (order: part of the variance): 0: 1.00, 1: 0.50, 2: 0.71, 3: 0.76, 4: 0.81, 5:
    // 0.84 (Catmull-Rom, the cubic of Image::translate: 0.64); along both axes the square of that; at whole pixels all.
    // Where statistics of counts are taken afterwards, order 0 keeps all of it, and order 5 most of what a sub-pixel
    // movement can keep.

    /// Finds the movement that aligns an image with a reference, and moves nothing.
    /// @param reference rank 2, real
    /// @return the movement of the content (x, y) in pixels
    /// @throws Error with Status::no_result when nothing was found; Status::invalid_argument; Status::shape;
    /// Status::dtype (complex); Status::out_of_range (box); Status::no_memory; Status::cancelled
    /// @see RegisterOptions
    std::array<double, 2> register_(const Image &reference, const RegisterOptions &options = {},
                                    ContextRef context = {}) const;

    /// Moves an image so that its content lies on that of a reference. The result has the image's shape, its planes
    /// moved along, and the reference's map (if it has one). Content never wraps around an edge unless `mode` says so.
    ///
    /// At order 0 every dtype stays, else `float` stays and all others become `double`. Values are those of
    /// scipy.ndimage.shift.
    /// @param reference rank 2, real
    /// @throws Error with as Image::register_
    /// @see AlignOptions
    Image align(const Image &reference, const AlignOptions &options = {}, ContextRef context = {}) const;

    /// Moves an image back by what it has drifted from a reference: its features, the structure whose gradient is
    /// strong, are laid on those of the reference by the method gauss_newton. The image moves by the cubic spline; what
    /// comes from outside is masked, with NaN beneath. The result has the reference's map.
    /// @param reference rank 2, real: the image that is taken to have no drift
    /// @throws Error with as Image::register_
    /// @see CorrectDriftOptions
    Image correct_drift(const Image &reference, const CorrectDriftOptions &options = {}, ContextRef context = {}) const;

    /// Lays the frames of a series on each other. Frames are compared on several threads; progress is reported, and a
    /// cancel stops it.
    ///
    /// A frame that cannot be laid on the others is NaN in the table and masked in the result, and a warning tells why.
    /// A frame whose movement is in doubt is warned of by its number: a comparison warns, or what it is compared with
    /// does not say the same.
    /// @throws Error with as Image::register_; Status::no_result when no frame could be laid on another;
    /// Status::out_of_range for the reference
    /// @see AlignStackOptions
    Image align_stack(const AlignStackOptions &options = {}, ContextRef context = {}) const;

    // Regridding

    /// The values that are known at some points, at other positions (SciPy's griddata): any points, any targets, in two
    /// dimensions. Long: it reports progress and can be cancelled.
    ///
    /// Points whose position is masked or not finite, or whose value is masked or NaN, are ignored. Where several
    /// points lie on one place, linear and cubic take the mean of their values, nearest the first; of points at one
    /// distance nearest takes the first. Where four points lie on one circle the triangulation is not unique: a square
    /// along the axes is cut along the diagonal on which x grows and y falls, wherever the origin is. The gradients of
    /// the cubic method are found to 12 digits in any units.
    ///
    /// The result has the shape of `xi` without its last axis. It is f64, or complex128 where the values are complex;
    /// nearest keeps the values' dtype (where a target is not a number, so that the fill is needed, as the other two).
    /// It has no mask.
    ///
    /// The time hardly depends on the order of the points.
    ///
    /// Delaunay triangulation with exact decisions: points sorted into strips, whose edges are flipped (C. Lawson
    /// 1977); very uneven ones by divide and conquer (L. Guibas, J. Stolfi 1985). Clough-Tocher: P. Alfeld 1984,
    /// Computer Aided Geometric Design 1, 169; gradients: G. Nielson 1983, Mathematics of Computation 40, 253.
    /// @param values n real or complex values, in any shape
    /// @param xi the targets: an array of shape (..., 2), each row an x and a y
    /// @throws Error with Status::shape; Status::dtype for complex positions; Status::no_result when fewer than three
    /// points take part or all lie on one line (nearest needs one point); Status::cancelled; Status::no_memory
    /// @see GriddataOptions
    Image griddata(const Image &values, const Image &xi, const GriddataOptions &options = {}, ContextRef context = {}) const;

    /// Brings an image from the positions at which its pixels were measured to a regular grid of positions. In a stack
    /// each frame is processed, with its own positions or with those that all frames share. Long: it reports progress
    /// and can be cancelled.
    ///
    /// Pixels that are masked or NaN, or whose position is, are left out. Grid points with no data beneath, outside of
    /// the convex hull of the positions, take the fill and are masked; the method nearest finds data for all. Grid
    /// points in a hole of the data are masked by every method (max_distance). Planes go to the grid too ("beam
    /// current" among them), linearly or by the method nearest; afterwards the planes "actual_x" and "actual_y" are the
    /// grid's positions, so that the function applied again changes nothing. f32 stays f32, complex stays complex, all
    /// else becomes f64; it is computed in f64. Methods, ties and points on one place: Image::griddata.
    ///
    /// Metadata written: with remove_offset "gridimage_offset", an array of the offset's x and y.
    /// @throws Error with Status::no_result when the image has no measured positions or no such grid and none are
    /// given, or when fewer than three pixels are valid or all lie on one line (nearest needs one); Status::shape;
    /// Status::dtype for complex positions; Status::cancelled; Status::no_memory
    /// @see GridimageOptions
    Image gridimage(const GridimageOptions &options = {}, ContextRef context = {}) const;

    // Geometry: drawing
    //
    // Each function changes its image. Shapes are given in pixels, (x, y) = (column, row) with pixel centres at
    // integers, angles in radians clockwise on the screen; parts outside the image are left out, however far away, and
    // in a stack every frame is drawn on. The pixels are those of skimage.draw (whose angles run the other way).
    // `target` says where to draw. Draw::image: the pixels take the value (exactly where the dtype of the image holds
    // it; else a fraction is dropped, and what is out of range becomes the nearest value) and are unmasked, except that
    // under a hard mask masked ones stay; Draw::mask: a value other than 0 masks, 0 unmasks (not where the mask is
    // hard). On an error nothing is changed, and on an image without pixels nothing is drawn. All need rank 2 or 3
    // (Status::shape).

    /// A straight line one pixel wide, both ends included (J. E. Bresenham 1965).
    /// @param x0 column of one end, within 2^60 of 0 as all
    /// @param y0 row of one end
    /// @param x1 column of the other end
    /// @param y1 row of the other end
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_line(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1, const Number &value = 1,
                   Draw target = Draw::image, ContextRef context = {});

    /// A filled circle: the pixels nearer to its centre than the radius.
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param radius from the centre to the edge
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_disk(double x, double y, double radius, const Number &value = 1, Draw target = Draw::image,
                   ContextRef context = {});

    /// A filled circle, under the original's name for Image::draw_disk.
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param radius from the centre to the edge
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_circle(double x, double y, double radius, const Number &value = 1, Draw target = Draw::image,
                     ContextRef context = {});

    /// A ring: the pixels within the outer circle but not within the inner one. With radius2 < radius1 all pixels but
    /// those of the ring between them.
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param radius1 the inner radius
    /// @param radius2 the outer radius
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_annulus(double x, double y, double radius1, double radius2, const Number &value = 1, Draw target = Draw::image,
                      ContextRef context = {});

    /// A circle one pixel wide: J. E. Bresenham 1965, or E. Andres 1994, "Discrete circles, rings and spheres".
    /// @param x column of the centre, within 2^60 of 0 as all
    /// @param y row of the centre
    /// @param radius from the centre to the edge
    /// @param value the number to draw
    /// @throws Error with Status::invalid_argument
    /// @see DrawCirclePerimeterOptions
    void draw_circle_perimeter(std::int64_t x, std::int64_t y, std::int64_t radius, const Number &value = 1,
                               const DrawCirclePerimeterOptions &options = {}, ContextRef context = {});

    /// A filled ellipse.
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param x_radius half axis along x before the rotation
    /// @param y_radius half axis along y
    /// @param value the number to draw
    /// @throws Error with Status::invalid_argument
    /// @see DrawEllipseOptions
    void draw_ellipse(double x, double y, double x_radius, double y_radius, const Number &value = 1,
                      const DrawEllipseOptions &options = {}, ContextRef context = {});

    /// An ellipse one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
    /// @param x column of the centre, within 2^60 of 0 as all
    /// @param y row of the centre
    /// @param x_radius half axis along x before the rotation
    /// @param y_radius half axis along y
    /// @param value the number to draw
    /// @throws Error with Status::invalid_argument
    /// @see DrawEllipsePerimeterOptions
    void draw_ellipse_perimeter(std::int64_t x, std::int64_t y, std::int64_t x_radius, std::int64_t y_radius,
                                const Number &value = 1, const DrawEllipsePerimeterOptions &options = {},
                                ContextRef context = {});

    /// A filled polygon, with the pixels on its edges; where edges cross, the parts that an odd number of them
    /// surrounds (J. O'Rourke 1998, "Computational geometry in C").
    /// @param x the columns of the vertices
    /// @param y the rows of the vertices
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_polygon(Span<double> x, Span<double> y, const Number &value = 1, Draw target = Draw::image,
                      ContextRef context = {});

    /// A closed polygon one pixel wide, its vertices rounded to pixels (halves to the even one).
    /// @param x the columns of the vertices
    /// @param y the rows of the vertices
    /// @param value the number to draw
    /// @throws Error with Status::invalid_argument
    /// @see DrawPolygonPerimeterOptions
    void draw_polygon_perimeter(Span<double> x, Span<double> y, const Number &value = 1,
                                const DrawPolygonPerimeterOptions &options = {}, ContextRef context = {});

    /// A filled rectangle along the axes, both corners included.
    /// @param x0 column of one corner, rounded to a pixel (halves to the even one)
    /// @param y0 row of that corner
    /// @param x1 column of the opposite corner
    /// @param y1 row of the opposite corner
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_rectangle(double x0, double y0, double x1, double y1, const Number &value = 1, Draw target = Draw::image,
                        ContextRef context = {});

    /// The line one pixel wide around a rectangle: the pixels next to it, outside.
    /// @param x0 column of one corner, rounded to a pixel (halves to the even one)
    /// @param y0 row of that corner
    /// @param x1 column of the opposite corner
    /// @param y1 row of the opposite corner
    /// @param value the number to draw
    /// @throws Error with Status::invalid_argument
    /// @see DrawRectanglePerimeterOptions
    void draw_rectangle_perimeter(double x0, double y0, double x1, double y1, const Number &value = 1,
                                  const DrawRectanglePerimeterOptions &options = {}, ContextRef context = {});

    /// A filled rectangle around a centre, turned by an angle: the polygon between its corners. (The original's
    /// `rectangle`.)
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param width the side along x before it is turned
    /// @param height the side along y
    /// @param angle the angle by which it is turned, clockwise
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_rotated_rectangle(double x, double y, double width, double height, double angle, const Number &value = 1,
                                Draw target = Draw::image, ContextRef context = {});

    /// The outline of Image::draw_rotated_rectangle, one pixel wide. (The original's `rectangle_perimeter`.)
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param width the side along x before it is turned
    /// @param height the side along y
    /// @param angle the angle by which it is turned, clockwise
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_rotated_rectangle_perimeter(double x, double y, double width, double height, double angle,
                                          const Number &value = 1, Draw target = Draw::image, ContextRef context = {});

    /// A filled square around a centre, turned by an angle.
    /// @param x column of the centre
    /// @param y row of the centre
    /// @param width the length of a side
    /// @param value the number to draw
    /// @throws Error with Status::invalid_argument
    /// @see DrawSquareOptions
    void draw_square(double x, double y, double width, const Number &value = 1, const DrawSquareOptions &options = {},
                     ContextRef context = {});

    /// A rational quadratic Bezier curve one pixel wide (A. Zingl 2012, "A rasterizing algorithm for drawing curves").
    /// @param x0 column of the start, within 2^60 of 0 as all
    /// @param y0 row of the start
    /// @param x1 column of the point towards which it bends
    /// @param y1 row of that point
    /// @param x2 column of the end
    /// @param y2 row of the end
    /// @param weight how strongly it bends; 0: a straight line; 1: a parabola
    /// @param value the number to draw
    /// @param target Draw::image or Draw::mask
    /// @throws Error with Status::invalid_argument
    void draw_bezier_curve(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1, std::int64_t x2,
                           std::int64_t y2, double weight, const Number &value = 1, Draw target = Draw::image,
                           ContextRef context = {});

    // Arithmetic: images with images and numbers
    //
    // Element by element, as numpy.ma computes it. Shapes are broadcast: a frame, a row or one element is repeated
    // along the axes that it lacks. An image of rank 0 (Image::from_data with ndim 0) is an integer or a complex
    // number.
    //
    // Masks: an element is masked where one of its operands is, and where a division, a power or a function that does
    // not exist everywhere (square root, logarithm, ...) has no finite value. Under the mask lies the value of the
    // first operand.
    //
    // Dtypes: two images have the smallest dtype that holds the values of both (int32 and uint32: int64; float32 and
    // int32: float64; uint64 and int64: float64). Division makes double of integers; so does a number. Floats stay as
    // they are. Integers that do not fit wrap around as in numpy, and a warning (Warning::overflow) says how many did:
    // counts of uint16 less a larger background become large. `dtype` names another dtype in which is computed:
    // Dtype::f32 or Dtype::i32 there.
    //
    // Planes, map, metadata and names are those of the first operand that has the result's shape, so in general those
    // of the first one. If the maps differ there is a warning (see Image::unlike).

    /// An image with an image: sum, difference, product, quotient, power and more of each pair of elements.
    /// @param operation what is computed, such as Arithmetic::add
    /// @param b the second operand
    /// @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
    /// @throws Error with Status::shape when the shapes cannot be broadcast; Status::dtype (bool minus bool; remainders
    /// and angles of complex numbers; a `dtype` of a lower kind than the images'); Status::out_of_range (a negative
    /// power of integers); Status::invalid_argument (operation, dtype; a result that would be far larger than the
    /// images)
    Image arithmetic(Arithmetic operation, const Image &b, Dtype dtype = Dtype::by_default, ContextRef context = {}) const;

    /// An image with a number, or a number with an image. The number has the image's dtype, or is double beside
    /// integers and bool.
    /// @param operation what is computed, such as Arithmetic::add
    /// @param value the number
    /// @throws Error with Status::dtype as Image::arithmetic; Status::out_of_range (a number that the dtype does not
    /// hold, a negative power of integers); Status::invalid_argument (operation, dtype)
    /// @see ArithmeticScalarOptions
    Image arithmetic_scalar(Arithmetic operation, double value, const ArithmeticScalarOptions &options = {},
                            ContextRef context = {}) const;

    /// Compares an image with an image: a bool image, which Image::read gives as the bytes of a mask. Integers are
    /// compared exactly, complex numbers by their real parts and then by their imaginary ones. With NaN all is false
    /// but Comparison::not_equal.
    /// @param comparison what is asked, such as Comparison::less
    /// @param b the second operand
    /// @throws Error with Status::shape when the shapes cannot be broadcast; Status::invalid_argument (comparison; a
    /// result that would be far larger than the images)
    Image compare(Comparison comparison, const Image &b, ContextRef context = {}) const;

    /// Compares an image with a number, which has the image's dtype, or is double beside integers (of which those
    /// beyond 2^53 are rounded).
    /// @param comparison what is asked, such as Comparison::less
    /// @param value the second operand
    /// @throws Error with Status::invalid_argument (comparison)
    Image compare_scalar(Comparison comparison, double value, ContextRef context = {}) const;

    /// Combines truths: whatever is not 0 is true. The result is a bool image.
    /// @param operation how they are combined, such as Logic::and_
    /// @param b the second operand; not given for Logic::not_ and for it alone
    /// @throws Error with Status::shape when the shapes cannot be broadcast; Status::invalid_argument (operation; `b`
    /// with Logic::not_; a result that would be far larger than the images); Status::null_pointer (`b` without it)
    Image logic(Logic operation, const Image *b = nullptr, ContextRef context = {}) const;

    /// A function of each element: square root, logarithm, magnitude and more. Small integers become float, larger ones
    /// double, unless the function gives integers of integers (Math::negative, _ABSOLUTE, _SIGN, _SQUARE, _FLOOR,
    /// _CEIL, _TRUNC).
    /// @param function the function, such as Math::sqrt
    /// @param dtype the dtype of the result, in which is computed; 0: numpy's
    /// @throws Error with Status::dtype (where a dtype has no such function, or a `dtype` of a lower kind than the
    /// image's); Status::invalid_argument (function, dtype)
    Image math(Math function, Dtype dtype = Dtype::by_default, ContextRef context = {}) const;

    /// Takes elements of `a` where a condition is true (not 0), else of `b`. An element is masked where the condition
    /// is, and where the one that was taken is.
    /// @param a where the condition is true
    /// @param b where it is false
    /// @throws Error with Status::shape when the shapes cannot be broadcast; Status::invalid_argument (a result that
    /// would be far larger than the images)
    Image where(const Image &a, const Image &b, ContextRef context = {}) const;

    /// Image::arithmetic for loops: an existing image becomes the result, with all that belongs to it. Where its memory
    /// fits (shape and dtype are those of the result) and no other image shares it, it is used again, so that a loop
    /// needs no new memory. `target` may be one of the operands: a = a - b. A mask that it has stays, where it marks
    /// nothing too. Other calls that use `target` wait meanwhile; the call is not cancelled, and reports no progress.
    /// @param operation what is computed, such as Arithmetic::add
    /// @param b the second operand
    /// @param target becomes the result; after an error it is as it was
    /// @param dtype the dtype of the result, in which is computed; 0: numpy's, the smallest that holds both
    /// @throws Error with as Image::arithmetic
    void arithmetic_into(Arithmetic operation, const Image &b, Image &target, Dtype dtype = Dtype::by_default,
                         ContextRef context = {}) const;

    /// Image::arithmetic_scalar for loops; see Image::arithmetic_into.
    /// @param operation what is computed, such as Arithmetic::add
    /// @param value the number
    /// @param target becomes the result; after an error it is as it was
    /// @throws Error with as Image::arithmetic_scalar
    /// @see ArithmeticScalarIntoOptions
    void arithmetic_scalar_into(Arithmetic operation, double value, Image &target,
                                const ArithmeticScalarIntoOptions &options = {}, ContextRef context = {}) const;

    /// Image::math for loops; see Image::arithmetic_into.
    /// @param function the function, such as Math::sqrt
    /// @param target becomes the result; after an error it is as it was
    /// @param dtype the dtype of the result, in which is computed; 0: numpy's
    /// @throws Error with as Image::math
    void math_into(Math function, Image &target, Dtype dtype = Dtype::by_default, ContextRef context = {}) const;

    // Intensity: types and ranges of pixel values
    //
    // Masked pixels and NaN do not affect ranges and statistics; planes, map and metadata are kept.

    /// Converts to another dtype and scales values to its range: floats are expected in [-1, 1], integers fill their
    /// whole range. Float to integer rounds half to even, integer to integer shifts bits. A loss of precision or of
    /// signs is a warning, and so are floats outside of [-1, 1] that have to be clipped for an integer.
    /// @param dtype Dtype::bool_ to Dtype::c128
    /// @throws Error with Status::invalid_argument (dtype); Status::dtype (from complex to real)
    /// @see ConvertOptions
    Image convert(Dtype dtype, const ConvertOptions &options = {}, ContextRef context = {}) const;

    /// Converts integers and booleans to floating point; floats stay as they are.
    /// @see AsfloatOptions
    Image asfloat(const AsfloatOptions &options = {}, ContextRef context = {}) const;

    /// Clips values to [-1, 1], to [0, 1], or to limits, in the same dtype. An integer image's [-1, 1] is the whole
    /// range of its dtype: without limits only its negative values are clipped, when that is asked for. A warning when
    /// more than 1 % of the pixels change, as in an image of counts in floating point.
    /// @see ClipIntensityOptions
    Image clip_intensity(const ClipIntensityOptions &options = {}, ContextRef context = {}) const;

    /// Scales values linearly to a range.
    /// @throws Error with Status::no_result when the image is constant or has no valid pixel; Status::out_of_range
    /// (sample); Status::dtype (complex)
    /// @see NormaliseOptions
    Image normalise(const NormaliseOptions &options = {}, ContextRef context = {}) const;

    /// The lowest and the highest value. Masked pixels and NaN are ignored.
    /// @throws Error with Status::no_result when there is no valid pixel; Status::dtype (complex)
    SpanResult span(ContextRef context = {}) const;

    // Intensity: levels and contrast
    //
    // Masked pixels and NaN do not affect ranges and fits; the result keeps the mask, and NaN is masked too. Planes,
    // map and metadata are kept. Unless a comment says otherwise, `float` images stay `float` and integers become
    // `double`.

    /// Stretches the intensities so that two limits become the ends of the dtype's range; values beyond are clipped.
    /// Floats fill [0, 1] when the lower limit is not negative, else [-1, 1]; integers all values of their dtype (from
    /// 0 when the lower limit is not negative), fractions cut off. Equal limits leave nothing to stretch: every pixel
    /// becomes the limit, clipped to that range. The dtype stays. Metadata: `adjust_contrast`, the two limits as values
    /// of pixels. The rule is that of skimage.exposure.rescale_intensity.
    /// @throws Error with Status::invalid_argument (lims); Status::no_result when no pixel is valid; Status::dtype
    /// (complex); Status::shape
    /// @see AdjustContrastOptions
    Image adjust_contrast(const AdjustContrastOptions &options = {}, ContextRef context = {}) const;

    /// contrast * (image - background) + offset. Two `float` images give `float`, all others `double`. A pixel is
    /// masked where either is or where the result is not a number. A warning names places, pixel sizes, energies and
    /// dwells that differ; the metadata entry "subtract_image.background" holds the file name of the background.
    /// @param background an image of the same shape, or of that of one frame of a stack
    /// @throws Error with Status::shape; Status::dtype (complex); Status::invalid_argument (contrast or offset not
    /// finite)
    /// @see SubtractImageOptions
    Image subtract_image(const Image &background, const SubtractImageOptions &options = {}, ContextRef context = {}) const;

    /// A bool image: where the pixels lie between two values, both excluded. Integers are divided by their dtype's
    /// maximum first.
    /// @throws Error with Status::invalid_argument (NaN); Status::dtype (complex); Status::shape
    /// @see ThresholdMinmaxOptions
    Image threshold_minmax(const ThresholdMinmaxOptions &options = {}, ContextRef context = {}) const;

    /// Sets negative values to 0; all others stay, those above 1 too. The dtype stays, and so does NaN.
    /// @throws Error with Status::dtype (complex)
    Image clip_neg(ContextRef context = {}) const;

    /// Subtracts a polynomial background: one polynomial along x and one along y. Both are fitted together by least
    /// squares to the valid pixels inside the box, less their mean, which the result keeps; they are subtracted from
    /// the whole image. Of a stack each frame is fitted for itself. A degree for which the box has too few columns or
    /// rows is reduced, with a warning. Metadata: `poly_vert_subtract` and `poly_horiz_subtract`, the coefficients
    /// subtracted, the highest power first, of the pixel's index in the image (of a stack one row for each frame).
    /// Algorithm: orthogonal polynomials, G. E. Forsythe 1957.
    /// @throws Error with Status::no_result when no pixel in the box is valid or, for Level::norm, when the result is
    /// constant; Status::out_of_range (box); Status::invalid_argument; Status::dtype (complex); Status::shape
    /// @see LevelImageOptions
    Image level_image(const LevelImageOptions &options = {}, ContextRef context = {}) const;

    /// Gives each pixel one of a few values, by the band in which it lies; the upper edge belongs to its band. An
    /// integer image keeps its dtype where that can hold all output values, else becomes `double`.
    /// @param output values, one for each band
    /// @param levels edges of the bands in rising order: one fewer than values, then the outer bands are open, or one
    /// more, then a pixel beyond the ends keeps its value. Not given: equal bands from min - d to max + d, d = (max -
    /// min) / 100
    /// @throws Error with Status::invalid_argument (numbers that do not fit, not rising, NaN); Status::no_result when
    /// there are no levels and the image is constant; Status::dtype (complex); Status::shape
    Image quantize(Span<double> output, Span<double> levels = {}, ContextRef context = {}) const;

    /// Replaces the pixels below one and above another percentile. The dtype stays.
    /// @throws Error with Status::invalid_argument (percentiles; a value that the dtype cannot hold); Status::no_result
    /// when no pixel is valid; Status::dtype (complex); Status::shape
    /// @see RemoveOutliersOptions
    Image remove_outliers(const RemoveOutliersOptions &options = {}, ContextRef context = {}) const;

    /// Converts to integers, as Image::convert does: floats from [-1, 1], rounded half to even; integers by their bits.
    /// Lost precision and signs cause warnings.
    /// @param dtype an integer dtype
    /// @throws Error with Status::invalid_argument (no integer dtype); Status::dtype (complex)
    Image asint(Dtype dtype = Dtype::u16, ContextRef context = {}) const;

    /// The range of intensities of the image's dtype: -1 and 1 for floats, 0 and 1 for bool, all values for integers
    /// (those of 64 bits rounded to `double`).
    /// @param clip_negative true: from 0 on; false: the whole
    /// @throws Error with Status::dtype (complex)
    DtypeLimitsResult dtype_limits(bool clip_negative = true, ContextRef context = {}) const;

    /// Scales integers of n bits (0 to 2^n - 1) to m bits. Fewer bits: the first m ones are kept, or, with a warning,
    /// the values as they are where all fit. More: the n bits are repeated, exact where m is a multiple of n.
    /// @param n bits of the values, at most what the image's dtype holds
    /// @param m bits of the result, at most what its dtype holds
    /// @param dtype an integer dtype for the result; Dtype::by_default: the smallest with m bits, signed where the
    /// image's is
    /// @throws Error with Status::out_of_range when a pixel has not n bits; Status::invalid_argument (n, m, dtype);
    /// Status::dtype when the image's dtype is not an integer
    Image im_scale(std::int32_t n, std::int32_t m, Dtype dtype = Dtype::by_default, ContextRef context = {}) const;

    /// Whether converting to a dtype loses precision; then there is a warning too. From integer to integer it depends
    /// on the pixels: where all fit they are kept.
    /// @param dtype Dtype::bool_ to Dtype::c128
    /// @return true: it does; false: it does not
    /// @throws Error with Status::invalid_argument (dtype)
    bool prec_loss(Dtype dtype, ContextRef context = {}) const;

    /// Whether converting to a dtype loses signs: there are negative pixels and the dtype has no negative values; then
    /// there is a warning too.
    /// @param dtype Dtype::bool_ to Dtype::c128
    /// @return true: it does; false: it does not
    /// @throws Error with Status::invalid_argument (dtype); Status::dtype (complex)
    bool sign_loss(Dtype dtype, ContextRef context = {}) const;

    // Filters and transforms
    //
    // Each frame of a stack is processed by itself. Planes, map and metadata are kept, except by the Fourier transform.

    /// Smooths by a Gaussian, in floating point (float stays float, all else becomes double). Masked pixels and NaN are
    /// left out: each pixel becomes the mean of the valid ones weighted by the Gaussian; the result keeps the mask.
    /// Algorithm: that of skimage.filters.gaussian; masks by normalised convolution (Knutsson, Westin 1993).
    /// @throws Error with Status::invalid_argument (sigma_xy, mode, truncate); Status::shape unless the rank is 2 or 3;
    /// Status::dtype (complex)
    /// @see FilterImageOptions
    Image filter_image(const FilterImageOptions &options = {}, ContextRef context = {}) const;

    /// Convolves with a Gaussian or with its derivatives, in the image's own dtype: integers are truncated after the
    /// pass along y and after that along x, and unsigned ones wrap where a derivative is negative (with a warning).
    /// Complex images are filtered component by component. Smoothing leaves masked pixels and NaN out: each pixel
    /// becomes the mean of the valid ones weighted by the Gaussian; for derivatives they have the value of the nearest
    /// valid pixel. The result keeps the mask. Smoothing floating-point images, none of whose pixels is left out, by a
    /// Gaussian of a radius of 24 pixels or more (sigma 6 at the default of truncate) gives the plain sum to 1e-6 of
    /// the image's range, in a time that does not grow with sigma. Algorithm: that of scipy.ndimage.gaussian_filter;
    /// long ones as sums of cosines (Elboher, Werman 2012; Sugimoto, Kamata 2013); masks by normalised convolution
    /// (Knutsson, Westin 1993).
    /// @param sigma_xy 2 standard deviations in pixels, along x and along y; an axis with 0 is not filtered
    /// @throws Error with Status::invalid_argument (sigma_xy, order_xy, mode_xy, truncate); Status::shape unless the
    /// rank is 2 or 3; Status::no_result for a derivative when no pixel of a frame is valid
    /// @see GaussianFilterOptions
    Image gaussian_filter(const std::array<double, 2> &sigma_xy, const GaussianFilterOptions &options = {},
                          ContextRef context = {}) const;

    /// Fits a polynomial to the square window around each pixel and takes its value or derivative there
    /// (Savitzky-Golay). Where a window would reach beyond the edge it is shifted inside and its polynomial is taken
    /// off its middle, so that a polynomial of the degree comes out as it was, edges included. Masked pixels and NaN
    /// are left out of the fits; where the valid pixels do not determine the polynomial the highest degree that they do
    /// determine is fitted, and a derivative that would need degree 1 and does not get it is masked. The result keeps
    /// the mask. Algorithm: Savitzky, Golay 1964, Anal. Chem. 36, 1627; in two dimensions Ratzlaff, Johnson 1989, Anal.
    /// Chem. 61, 1303.
    /// @throws Error with Status::invalid_argument (points, poly, derivative); Status::shape unless the rank is 2 or 3;
    /// Status::dtype (complex)
    /// @see Sgolay2dOptions
    Image sgolay2d(const Sgolay2dOptions &options = {}, ContextRef context = {}) const;

    /// Removes noise and keeps edges: the image u that makes the sum of squares of u - image, by 2 weight, plus the
    /// total variation of u least. Float stays float, all else becomes double: integers are divided by their type's
    /// maximum, as scikit-image does. Masked pixels and NaN have the value of the nearest valid pixel; the result keeps
    /// the mask. Algorithm: Chambolle 2004, J. Math. Imaging Vision 20, 89, until the energy changes by less than 2e-4
    /// of the first one, at most 200 times.
    /// @param weight how much is smoothed, in the units of the pixels (for integers: of the type's maximum): an image
    /// with values a thousand times as large needs a thousand times the weight
    /// @throws Error with Status::invalid_argument (weight); Status::shape unless the rank is 2 or 3; Status::no_result
    /// when no pixel of a frame is valid; Status::dtype (complex)
    Image denoise(double weight = 0.1, ContextRef context = {}) const;

    /// The discrete Fourier transform: the sum over the pixels of value times exp(-2 pi i (u x / columns + v y /
    /// rows)), without a factor. Float gives float or its complex, all else double or its complex. Masked pixels and
    /// NaN count as the mean of the others; the result has no mask. Planes and map, which belong to pixels, are dropped
    /// with a warning.
    /// @throws Error with Status::invalid_argument (output, window, gaussian; a blur of the complex transform);
    /// Status::shape unless the rank is 2 or 3; Status::no_result when no pixel of a frame is valid or remove_dc leaves
    /// nothing for the mean; Status::dtype (complex)
    /// @see FftOptions
    Image fft(const FftOptions &options = {}, ContextRef context = {}) const;

    // Profiles and histograms

    /// The intensity along a line from one point to another, both included: a table with the columns X, Y, Distance
    /// (from `src`) and Intensity, and the image's metadata. Of a stack there is a column `Intensity 0`, `Intensity 1`,
    /// ... for each frame. Values are those of skimage.measure.profile_line, but those of integer images are not
    /// rounded. The points are evenly spaced, at most a pixel apart. Masked pixels and NaN are left out; where there is
    /// nothing else, Intensity is NaN.
    /// @param src 2 values, x and y of the beginning: of the line's middle, where it is wide
    /// @param dst 2 values, x and y of the end
    /// @throws Error with Status::invalid_argument; Status::dtype (complex; bool at other orders than 0);
    /// Status::key_not_found (real units, but neither map nor metadata); Status::no_result (they do not lead back to
    /// pixels); Status::shape; Status::no_memory (also a line of more than 2^24 points); Status::cancelled
    /// @see ProfileLineOptions
    Table profile_line(const std::array<double, 2> &src, const std::array<double, 2> &dst,
                       const ProfileLineOptions &options = {}, ContextRef context = {}) const;

    /// The intensity along the whole column of pixels at an x; see Image::profile_line.
    /// @param x in pixels, or in real units: then the column whose middle has this x
    /// @throws Error with as Image::profile_line
    /// @see ProfileLineXOptions
    Table profile_line_x(double x, const ProfileLineXOptions &options = {}, ContextRef context = {}) const;

    /// The intensity along the whole row of pixels at a y; see Image::profile_line.
    /// @param y in pixels, or in real units: then the row whose middle has this y
    /// @throws Error with as Image::profile_line
    /// @see ProfileLineYOptions
    Table profile_line_y(double y, const ProfileLineYOptions &options = {}, ContextRef context = {}) const;

    // Profiles along the radius
    //
    // Around a centre (cx, cy), in pixels, z = (x - cx) dx + i (y - cy) dy: angle 0 points right, pi/2 down, so angles
    // grow clockwise on the screen. Angles::from_left asks for those of the Python original, z = -(x - cx) dx + i (y -
    // cy) dy.

    /// An image of the polar coordinates of each pixel, of dtype f64 (or c128). Planes, map, metadata and mask stay.
    /// Each frame of a stack has the same.
    /// @throws Error with Status::shape (the rank is not 2 or 3); Status::invalid_argument; Status::no_result when the
    /// image has no map, or one whose coordinates have different units; Status::no_memory; Status::cancelled
    /// @see RadialCoordinatesOptions
    Image radial_coordinates(const RadialCoordinatesOptions &options = {}, ContextRef context = {}) const;

    /// The profile of an image along the radius: a table with one row for each ring, in the columns "Low_r", "r" (the
    /// ring's middle), "high_r", "mean", "std" (ddof 0) and "number" of the pixels with Low_r <= r < high_r. Masked and
    /// NaN pixels are left out; a ring without pixels has number 0 and NaN. Of a stack each frame has its own "mean 0",
    /// "std 0", "number 0", "mean 1", ... The table has the image's metadata, and with `size_from_map` the map's unit.
    /// Uses several threads; the result does not depend on their number.
    /// @throws Error with Status::shape (the rank is not 2 or 3); Status::dtype (complex); Status::invalid_argument;
    /// Status::no_result when there is no map with one unit, or, without `r`, when the centre does not lie inside;
    /// Status::no_memory; Status::cancelled
    /// @see RadialProfileOptions
    Table radial_profile(const RadialProfileOptions &options = {}, ContextRef context = {}) const;

    // Histograms

    /// The histogram of an image, or of all frames of a stack: a table with one row for each bin, in the columns "low",
    /// "centre", "high" (its edges and middle), "count", "density" (the count divided by the width and by the sum of
    /// all counts) and "cumulative" (the sum of the counts so far). A bin holds its lower edge and not its upper one,
    /// the last bin both, exactly as numpy.histogram. Masked and NaN pixels are left out, and so are values outside the
    /// bins. The table has the image's metadata. Uses several threads.
    /// @throws Error with Status::invalid_argument (also for `bins` or `range` together with `edges`); Status::dtype
    /// (complex); Status::no_result without `range` when a pixel is infinite; Status::no_memory; Status::cancelled
    /// @see HistOptions
    Table hist(const HistOptions &options = {}, ContextRef context = {}) const;

    // X-ray microscopy: polarization and dichroism

    /// The sign of the polarization: +1 and -1 for the two circular ones, 0 for none or when the file does not say. It
    /// is the sign of the metadata entry "collection.polarization.value"; 0 where that is NaN or infinite. A value that
    /// is neither 0 nor near +-1 or +-0.2 (as PolLux writes it) gives a warning.
    /// @return -1, 0 or 1
    std::int32_t polarization(ContextRef context = {}) const;

    /// Whether two images were taken under other conditions, so that their pixels are not to be combined: other places,
    /// pixel sizes, energies (metadata of the detector) or dwells. A warning for each tells the values of both. What
    /// only one of them tells is no difference. Image::xmcd and Image::subtract_image look by themselves.
    /// @param other the second image
    /// @return 0 or true
    bool unlike(const Image &other, ContextRef context = {}) const;

    /// X-ray magnetic circular dichroism of two images of opposite polarization (see Image::polarization).
    ///
    /// The result is p (a - b) / (a + b), where p is the polarization of `a`: in either order it is (plus - minus) /
    /// (plus + minus). It has the planes, map and metadata of `a`, and in "xmcd.plus" and "xmcd.minus" the files of
    /// both. A pixel is masked where either is, where a + b is 0, and where the result is not finite. Places, pixel
    /// sizes, energies and dwells that differ are told in a warning each, with the values of both.
    /// @throws Error with Status::polarization when the polarizations are equal or missing; Status::shape
    Image xmcd(const Image &b, ContextRef context = {}) const;

    // Pictures
    //
    // Images, histograms and tables as pictures, without a screen: a PNG file, or pixels for the caller's own window.
    //
    // OPTIONS are named values in a metadata handle (Metadata::Metadata, Metadata::set_string, ..._f64, ..._bool); not
    // given: the defaults. Names are those of the Python package and of matplotlib. An unknown name, or a value of
    // another type, causes Status::invalid_argument; the message lists what is allowed.
    //
    // Of all figures: "title" (text; true or an entry without a value: the subject's own; default false: none),
    // "title_args" (a cluster of "fontsize", "color", "loc": left, center, right), "theme" (light, dark), "font_size"
    // (pixels; default in proportion to the picture), and where the size is no parameter "width" and "height" (pixels,
    // 1 to 16384; default as the contents need).
    //
    // Of colours: "cmap" (default gray; cmap_name), "norm" (linear; log; symmetric: linear from -m to m), "vmin",
    // "vmax" or "vmin_percentile", "vmax_percentile" (0 to 100; default the least and the greatest finite pixel),
    // "mask_color" (default none: the paper shows), "mask_alpha" (0 to 1), "nan_color" (of NaN, and of pixels not above
    // 0 where the norm is log; default as masked pixels), "frame" (of a stack, from 0). A colour is "#rrggbb",
    // "#rrggbbaa", a name such as red, or none.
    //
    // Pixels of a picture are 4 bytes, red, green, blue, alpha (not premultiplied), row by row from the top.

    /// The pixels of an image in colours, one for each: for a live display. A pixel's colour is the one that
    /// matplotlib's ScalarMappable.to_rgba gives it: number int(256 (x - vmin) / (vmax - vmin)) of the map's 256, the
    /// first and the last beyond the limits, all of the first where the limits are one value. Where no pixel is finite
    /// and unmasked there is a warning. Uses several threads.
    /// @param keywords those of colours, see the section "Pictures"; not given: grey between the least and the greatest
    /// pixel
    /// @throws Error with Status::invalid_argument (an option); Status::buffer_too_small; Status::shape; Status::dtype
    /// (complex); Status::out_of_range (frame, percentile); Status::no_result (a logarithmic norm and no pixel above 0)
    std::vector<std::uint8_t> to_rgba(const Keywords &keywords = {}, ContextRef context = {}) const;

    /// Saves an image as a figure, a PNG file. By default it is grey, without axes and title, each pixel enlarged to a
    /// whole number of pixels of the picture so that the longer side is 512 or more. Written to a temporary file, which
    /// is then renamed.
    ///
    /// Options, besides those of colours and of all figures (the section "Pictures"): "interpolation" (auto: nearest
    /// where the picture is larger, else averages; nearest; bilinear: linear between pixels, averages where the picture
    /// is smaller; masked pixels affect neither), "aspect" (equal: by the pixels' size where both of the map's axes are
    /// places on one thing in one unit, such as sample_x and sample_y, square without a map, else as auto; auto: fill
    /// the room; or the height of a pixel divided by its width), "show_axis" (axes in the map's units, else in pixels),
    /// "xlabel", "ylabel" (default the map's names), "colorbar", "colorbar_label", "scale_bar" (on the image, a round
    /// length), "scale_bar_length" (in the map's unit), "scale_bar_color" (default white), "scale_bar_loc" (lower
    /// right, lower left, upper right, upper left), "metadata" (true: a line of energy, polarization and dwell of the
    /// frame, as far as the image has them).
    ///
    /// A title that is too wide becomes smaller, but not below 8 pixels, then takes several lines, and finally ends in
    /// an ellipsis; line breaks in it are kept. A scale bar that has no room on the image is drawn below it. A part
    /// that has no room at all is left out, with a warning that names it; no part is drawn over another. The digits
    /// that long labels have in common are written at the end of their axis (x_scale, y_scale, colorbar_scale in the
    /// layout). Limits that are one value are widened where there is a colour bar. Characters that the font lacks (it
    /// has Latin, Greek, Cyrillic and symbols) are drawn as boxes, with a warning.
    /// @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
    /// @param keywords not given: the defaults
    /// @throws Error with Status::invalid_argument (an option); as Image::to_rgba; Status::file_not_found (no such
    /// folder); Status::io
    void imshow(const Path &path, const Keywords &keywords = {}, ContextRef context = {}) const;

    /// An image as a figure of a given size, into the caller's memory. As Image::imshow.
    /// @param width the width of the picture
    /// @param height the height of the picture
    /// @param keywords those of Image::imshow without "width" and "height"; not given: the defaults
    /// @throws Error with as Image::imshow; Status::buffer_too_small
    std::vector<std::uint8_t> imshow_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                          ContextRef context = {}) const;

    /// The places of the parts of a figure as drawn by Image::imshow_rgba: a column for each part (figure, image,
    /// title, x_label, x_tick_0, ..., y_..., colorbar, colorbar_label, colorbar_tick_0, ..., scale_bar,
    /// scale_bar_label, scale_bar_line, metadata), four rows: xmin, xmax, ymin, ymax in pixels of the picture, the
    /// upper ends exclusive. For programs that handle mouse clicks. No picture is made.
    /// @param width the width of the picture
    /// @param height the height of the picture
    /// @param keywords those of Image::imshow_rgba; not given: the defaults
    /// @throws Error with as Image::imshow_rgba
    Table imshow_layout(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                        ContextRef context = {}) const;

    /// Saves the histogram of an image as a figure, a PNG file: the counts of pixels as bars, and the part of the
    /// pixels up to each value as a curve with an axis of its own at the right. Masked and NaN pixels are left out; see
    /// Image::hist. Written beside its place and then renamed.
    ///
    /// Options, besides those of all figures (the section "Pictures"): "range" (a list of two numbers; default the
    /// least and the greatest pixel), "log" (true: a logarithmic axis of counts), "cumulative" (false: no curve),
    /// "color" (of the bars), "xlabel", "ylabel". 800 x 600 pixels where no size is given.
    /// @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
    /// @param keywords not given: the defaults
    /// @param bins the number of bins
    /// @throws Error with Status::invalid_argument; Status::dtype (complex); Status::no_result without "range" when a
    /// pixel is infinite; Status::file_not_found (no such folder); Status::io
    void plot_histogram(const Path &path, const Keywords &keywords = {}, std::int64_t bins = 256,
                        ContextRef context = {}) const;

    /// The histogram of an image as a figure of a given size, into the caller's memory. As Image::plot_histogram.
    /// @param width the width of the picture
    /// @param height the height of the picture
    /// @param keywords those of Image::plot_histogram without "width" and "height"; not given: the defaults
    /// @param bins the number of bins
    /// @throws Error with as Image::plot_histogram; Status::buffer_too_small
    std::vector<std::uint8_t> plot_histogram_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                                  std::int64_t bins = 256, ContextRef context = {}) const;

    /// The places of the parts of a figure as drawn by Image::plot_histogram_rgba: a column for each part (figure,
    /// axes, title, x_label, x_tick_0, ..., y_..., y2_...), four rows: xmin, xmax, ymin, ymax in pixels of the picture,
    /// the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
    /// @param width the width of the picture
    /// @param height the height of the picture
    /// @param keywords those of Image::plot_histogram_rgba; not given: the defaults
    /// @param bins the number of bins
    /// @throws Error with as Image::plot_histogram_rgba
    Table plot_histogram_layout(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                std::int64_t bins = 256, ContextRef context = {}) const;

    // Pixels and masks: reading, writing, lending

    /// Reads the mask: one byte for each element in C order, 1 where it is masked.
    std::vector<std::uint8_t> read_mask(ContextRef context = {}) const;

    // Metadata: creation, iteration, changes as a whole

    /// A copy of all metadata of an image; later changes of one do not change the other. Planes ("actual_x",
    /// "actual_y", "beam current") and grid ("sample_x", "sample_y") come last, under their names.
    Metadata metadata(ContextRef context = {}) const;

    /// Replaces all metadata of an image. Planes and map are kept if `metadata` has them, and removed if not.
    /// @throws Error with Status::metadata_type when the entry of a plane is no array of its shape, or that of the grid
    /// not the grid; the image is then unchanged
    void set_metadata(const Metadata &metadata, ContextRef context = {});

    // Metadata: getting values
    //
    // Each getter names the type that it returns; `Metadata::get_text` returns any value as text.

    /// A boolean. A shortcut for one entry of an image; see Metadata::get_bool.
    /// @param key the entry's key
    /// @return 0 or true
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    bool metadata_get_bool(const std::string &key, ContextRef context = {}) const;

    /// An integer; a boolean counts as 0 or 1. A shortcut for one entry of an image; see Metadata::get_i64.
    /// @param key the entry's key
    /// @return the value
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    std::int64_t metadata_get_i64(const std::string &key, ContextRef context = {}) const;

    /// A real number; an integer or boolean is converted. A shortcut for one entry of an image; see Metadata::get_f64.
    /// @param key the entry's key
    /// @return the value
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    double metadata_get_f64(const std::string &key, ContextRef context = {}) const;

    /// Text; of a timestamp its ISO 8601 form. A shortcut for one entry of an image; see Metadata::get_string.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    std::string metadata_get_string(const std::string &key, ContextRef context = {}) const;

    // Metadata: setting values
    //
    // An existing key keeps its place and its unit; a new one comes last. Lists, tuples and clusters may be nested up
    // to 64 deep; deeper ones are Status::invalid_argument.

    /// Sets a boolean. A shortcut for one entry of an image.
    /// @param key the entry's key
    /// @param value the value
    void metadata_set_bool(const std::string &key, bool value, ContextRef context = {});

    /// Sets an integer. A shortcut for one entry of an image.
    /// @param key the entry's key
    /// @param value the value
    void metadata_set_i64(const std::string &key, std::int64_t value, ContextRef context = {});

    /// Sets a real number. A shortcut for one entry of an image.
    /// @param key the entry's key
    /// @param value the value
    void metadata_set_f64(const std::string &key, double value, ContextRef context = {});

    /// Sets text. A shortcut for one entry of an image.
    /// @param key the entry's key
    /// @param value the value
    void metadata_set_string(const std::string &key, const std::string &value, ContextRef context = {});

    // Planes and map of the pixels
    //
    // A plane is passed as an image of its own.

    /// The number of planes: arrays that belong to the pixels, such as the measured positions "actual_x", "actual_y"
    /// and the ring current "beam current".
    /// @return how many there are
    std::int64_t plane_count(ContextRef context = {}) const;

    /// The name of a plane.
    /// @param index 0 to the number of planes - 1
    std::string plane_name(std::int64_t index, ContextRef context = {}) const;

    /// A plane as an image: of the image's shape, or of one frame's when all frames of a stack share it.
    /// @param name its name
    /// @throws Error with Status::key_not_found
    Image plane(const std::string &name, ContextRef context = {}) const;

    /// The unit of a plane; "" when it has none.
    /// @param name its name
    /// @throws Error with Status::key_not_found
    std::string plane_unit(const std::string &name, ContextRef context = {}) const;

    /// Adds or replaces a plane.
    /// @param name its name
    /// @param plane an image of the same shape, or of the shape of one frame; pixels and mask are taken, not copied
    /// @param unit not given: none
    /// @throws Error with Status::shape
    void set_plane(const std::string &name, const Image &plane, const std::optional<std::string> &unit = {},
                   ContextRef context = {});

    /// Removes a plane.
    /// @param name its name
    /// @throws Error with Status::key_not_found
    void remove_plane(const std::string &name, ContextRef context = {});

    /// The map from pixels to stage positions: x = origin[0] + step[0] * column + step[1] * row, y = origin[1] +
    /// step[2] * column + step[3] * row. It follows crops, flips, turns and shifts exactly.
    /// @throws Error with Status::no_result when the image has no map (its file gave no regular grid, or an operation
    /// dropped it)
    MapResult map(ContextRef context = {}) const;

    /// The name of a coordinate of the map: "sample_x" and "sample_y" in a sample image, "zone_plate" down a focus
    /// scan.
    /// @param coordinate 0: x, 1: y
    /// @throws Error with Status::no_result without a map
    std::string map_name(std::int32_t coordinate, ContextRef context = {}) const;

    /// The unit of a coordinate of the map; "" when it has none.
    /// @param coordinate 0: x, 1: y
    /// @throws Error with Status::no_result without a map
    std::string map_unit(std::int32_t coordinate, ContextRef context = {}) const;

    /// Sets the map; see Image::map.
    /// @param origin the position of the pixel in column 0, row 0
    /// @throws Error with Status::invalid_argument for a value that is not finite or two equal names; Status::shape
    /// when the image has not rank 2 or 3
    /// @see SetMapOptions
    void set_map(const std::array<double, 2> &origin, const SetMapOptions &options = {}, ContextRef context = {});

    /// The width and height of a pixel: the lengths of the map's steps by one column and by one row, in the map's
    /// units.
    /// @throws Error with Status::no_result without a map
    PixelSizeResult pixel_size(ContextRef context = {}) const;

    /// The stage position of a pixel according to the map. Pixel centres are at integers; fractions and pixels outside
    /// are fine.
    /// @param column the column, also between pixels
    /// @param row the row, also between pixels
    /// @throws Error with Status::no_result without a map
    PositionResult position(double column, double row, ContextRef context = {}) const;

    // Frames: what the frames of a stack differ in
    //
    // A stack has an axis of frames with a name, a unit and a value for each frame, most often the energy. It follows
    // the frames: Image::take, the moves of an image and alignment keep it, means over rows and columns too; it is
    // saved in TIFF and NeXus files. It is dropped, with a warning, where the first axis is no longer that of the
    // frames.

    /// A well-known quantity according to the metadata, in the unit that quantity_unit says: a value for each frame of
    /// a stack, one for any other image. NaN where a frame has none. A number without a unit is taken to be in that
    /// one, with a warning (Warning::no_unit).
    /// @param quantity a value of Quantity
    /// @throws Error with Status::key_not_found when the metadata say nothing of it; Status::invalid_argument;
    /// Status::buffer_too_small
    std::vector<double> quantity(Quantity quantity, ContextRef context = {}) const;

    /// The key of the metadata entry with the values of the axis of frames: "counter0.energy"; "" where there is no
    /// such axis. Its last part is the axis's name.
    std::string frame_axis_key(ContextRef context = {}) const;

    /// The name of the axis of frames: "energy"; "" where there is no such axis.
    std::string frame_axis_name(ContextRef context = {}) const;

    /// The unit of the axis of frames; "" where it has none, or there is no such axis.
    std::string frame_axis_unit(ContextRef context = {}) const;

    /// The values of the axis of frames, one for each; none where there is no such axis.
    /// @throws Error with Status::buffer_too_small
    std::vector<double> frame_axis_values(ContextRef context = {}) const;

    /// Gives an image an axis of frames along its first axis: the values become the metadata entry `name`, and follow
    /// the frames from then on. Without values the axis is taken away, and the entry stays.
    /// @param values one for each frame
    /// @throws Error with Status::shape when the image has not as many frames; Status::metadata_type when a plane or
    /// the grid has the name; Status::invalid_argument ("")
    /// @see SetFrameAxisOptions
    void set_frame_axis(Span<double> values, const SetFrameAxisOptions &options = {}, ContextRef context = {});

    // Arrays: shape and memory
    //
    // Properties of arrays, other shapes, other orders of axes, other dtypes. A result that only shows the same
    // elements differently copies nothing.

    /// The size of one element in bytes.
    /// @return the bytes of an element
    std::int64_t itemsize(ContextRef context = {}) const;

    /// The size of all elements in bytes: what Image::read needs in the image's own dtype.
    /// @return the bytes of all elements
    std::int64_t nbytes(ContextRef context = {}) const;

    /// The steps in bytes from an element to the next along each axis, as Image::data gives them; negative where an
    /// axis is reversed.
    std::vector<std::int64_t> strides(ContextRef context = {}) const;

    /// Whether the elements are contiguous in C order.
    /// @return 0 or true
    bool iscontiguous(ContextRef context = {}) const;

    /// The same elements in another shape. Copies nothing if the elements are in the requested order, or if axes are
    /// only merged or have length 1. Planes and map stay only where the shape does.
    /// @param shape lengths; one of them may be -1: it is computed. Not given: rank 0, one element.
    /// @param order in which the elements are counted, before and after: Order::c, F, A; K means A
    /// @throws Error with Status::shape when the number of elements would change, or -1 stands twice
    Image reshape(Span<std::int64_t> shape, Order order = Order::c, ContextRef context = {}) const;

    /// The axes in another order; nothing is copied. Planes and map follow where the last two axes stay or are
    /// exchanged with each other, else they are dropped with a warning.
    /// @param axes axes, each once, negative ones counted from the end; not given: all in reverse order
    /// @throws Error with Status::out_of_range (an axis), Status::invalid_argument (one twice, or not all)
    Image transpose(Span<std::int32_t> axes = {}, ContextRef context = {}) const;

    /// Exchanges two axes; nothing is copied. Planes and map as in Image::transpose.
    /// @param axis1 negative ones count from the end
    /// @param axis2 negative ones count from the end
    /// @throws Error with Status::out_of_range
    Image swapaxes(std::int32_t axis1, std::int32_t axis2, ContextRef context = {}) const;

    /// Removes axes of length 1; nothing is copied. Planes and map stay where the shape does, and where the only frame
    /// of a stack becomes an image.
    /// @param axes axes, negative ones counted from the end; not given: all of length 1
    /// @throws Error with Status::shape when an axis that is named is longer; Status::out_of_range;
    /// Status::invalid_argument (one twice)
    Image squeeze(Span<std::int32_t> axes = {}, ContextRef context = {}) const;

    /// All elements in a row; nothing is copied where they lie in that order. Planes and map are dropped with a
    /// warning.
    /// @param order Order::c, F, A; K means A, as in numpy.ma
    Image ravel(Order order = Order::c, ContextRef context = {}) const;

    /// All elements in a row, as Image::ravel (images are values: a copy is made when one of the two is written to);
    /// Order::k uses their order in memory.
    /// @param order Order::c, F, A, K
    Image flatten(Order order = Order::c, ContextRef context = {}) const;

    /// Always fails, as numpy.ma's method: a masked array can not be resized in place. Image::reshape keeps the number
    /// of elements, Image::repeat and Image::take change it.
    /// @param shape lengths
    /// @throws Error with Status::unsupported
    void resize(Span<std::int64_t> shape, ContextRef context = {});

    /// The array in another dtype. A float that does not fit an integer becomes the nearest integer that does, and NaN
    /// becomes 0 (C leaves both undefined); of a complex number the real part is taken. Mask, planes and map stay; the
    /// fill value is converted.
    /// @param dtype Dtype::bool_ to Dtype::c128
    /// @throws Error with Status::dtype when the rule does not allow the conversion
    /// @see AstypeOptions
    Image astype(Dtype dtype, const AstypeOptions &options = {}, ContextRef context = {}) const;

    /// The bytes of the elements as elements of another dtype (numpy's view). If its size differs, the last axis
    /// becomes longer or shorter; it must then be contiguous and divisible, and there must be no mask. In bool every
    /// byte except 0 is true. The fill value becomes the default.
    /// @param dtype Dtype::bool_ to Dtype::c128
    /// @throws Error with Status::shape when the size of an element differs and the last axis does not divide into the
    /// new elements
    Image view(Dtype dtype, ContextRef context = {}) const;

    /// Each element with its bytes in reverse order; of complex numbers each part.
    Image byteswap(ContextRef context = {}) const;

    /// The values that the bytes have when they are read in another byte order. (Images are always in this machine's,
    /// so the result is the array that numpy shows, not a mark on the same bytes.)
    /// @param byte_order ByteOrder::swap (the other one), NATIVE, LITTLE, BIG
    Image newbyteorder(ByteOrder byte_order = ByteOrder::swap, ContextRef context = {}) const;

    /// A part of each element's bytes as an element of another dtype.
    /// @param dtype Dtype::bool_ to Dtype::c128, not larger than the image's own
    /// @param offset bytes from the element's first byte; part and offset must lie inside the element
    /// @throws Error with Status::invalid_argument (dtype), Status::out_of_range (offset)
    Image getfield(Dtype dtype, std::int64_t offset = 0, ContextRef context = {}) const;

    /// Writes values into a part of each element's bytes. The mask is ignored.
    /// @param values an image whose shape can be broadcast; converted to `dtype`
    /// @param dtype Dtype::bool_ to Dtype::c128, not larger than the image's own
    /// @param offset bytes from the element's first byte; part and offset must lie inside the element
    /// @throws Error with Status::invalid_argument (dtype), Status::out_of_range (offset), Status::shape
    void setfield(const Image &values, Dtype dtype, std::int64_t offset = 0, ContextRef context = {});

    /// numpy's flags as a set of bits: Flag::c_contiguous and so on.
    /// @return the sum of Flag constants
    std::int32_t flags(ContextRef context = {}) const;

    /// The addresses of the first element and of its mask's byte; 0 where there is no mask. Compare them, do not follow
    /// them: images that share their pixels have the same.
    /// @return that of the pixels, and that of the mask
    std::array<std::int64_t, 2> ids(ContextRef context = {}) const;

    // Arrays: masks
    //
    // A hard mask protects: masked elements cannot be written to. The kind of mask and the fill value are passed on
    // from an image to images made from it.

    /// Makes the mask hard: masked elements stay masked and keep their values when they are written to.
    void harden_mask(ContextRef context = {});

    /// Makes the mask soft, the initial state: elements that are written to are unmasked.
    void soften_mask(ContextRef context = {});

    /// Whether the mask is hard; see Image::harden_mask.
    /// @return 0 or true
    bool hardmask(ContextRef context = {}) const;

    /// Drops a mask that masks nothing: the array then has none, which is faster. Masked elements stay masked.
    void shrink_mask(ContextRef context = {});

    /// Sets the fill value for masked elements.
    /// @param fill_value the number; for integers a fraction is dropped; not given: back to the default of the image's
    /// dtype
    /// @throws Error with Status::out_of_range when the image's dtype does not hold the value
    void set_fill_value(const std::optional<Number> &fill_value = {}, ContextRef context = {});

    /// The array with masked elements replaced by a value; the result has no masked elements. Planes and map stay.
    /// @param fill_value the number; for integers a fraction is dropped; not given: the image's own fill value
    /// @throws Error with Status::out_of_range when the image's dtype does not hold the value
    Image filled(const std::optional<Number> &fill_value = {}, ContextRef context = {}) const;

    /// The unmasked elements in a row, in C order. Planes and map are dropped with a warning.
    Image compressed(ContextRef context = {}) const;

    /// The bytes of numpy's structured array (_data, _mask): for each element, in C order, the element in native byte
    /// order and one byte that is 1 where it is masked. A record has Image::itemsize + 1 bytes, without gaps.
    std::vector<std::uint8_t> toflex(ContextRef context = {}) const;

    /// The same as Image::toflex, as in numpy.ma.
    std::vector<std::uint8_t> torecords(ContextRef context = {}) const;

    // Arrays: elements
    //
    // Selection of elements by their places, and elementwise functions. Where the places of pixels are lost, planes and
    // map are dropped with a warning.

    /// Writes one element. As in numpy.ma the mask is ignored: an element that is masked, softly or hard, gets the
    /// value and stays masked. Image::put respects the mask.
    /// @param value the number; for integers a fraction is dropped
    /// @param index indices, negative ones counted from the end: one in C order, or one for each axis; not given: an
    /// array of one element
    /// @throws Error with Status::out_of_range (an index; a value that the image's dtype does not hold),
    /// Status::invalid_argument (the number of indices)
    void itemset(const Number &value, Span<std::int64_t> index = {}, ContextRef context = {});

    /// Gives every element one value. As in numpy.ma the mask is ignored: an element that is masked, softly or hard,
    /// gets the value and stays masked. Image::put respects the mask.
    /// @param value the number; for integers a fraction is dropped
    /// @throws Error with Status::out_of_range when the image's dtype does not hold the value
    void fill(const Number &value, ContextRef context = {});

    /// Writes values at indices counted in C order. What is written is unmasked, or masked where the value is; where
    /// the mask is hard, masked elements stay as they are.
    /// @param indices indices
    /// @param values an image, taken in C order, converted to the dtype (as in Image::astype) and repeated as often as
    /// needed; without elements nothing happens
    /// @param mode an index outside the image: Index::raise is an error, WRAP, CLIP
    /// @throws Error with Status::out_of_range (an index); nothing is changed then
    void put(Span<std::int64_t> indices, const Image &values, Index mode = Index::raise, ContextRef context = {});

    /// The elements at indices along an axis. Planes follow. Frames of a stack keep the map, and the metadata with a
    /// value for each frame (energies, dwells) are picked with them; rows and columns keep the map where the indices
    /// are evenly spaced. What can not be kept is dropped with a warning.
    /// @param indices indices
    /// @throws Error with Status::out_of_range (an index, the axis)
    /// @see TakeOptions
    Image take(Span<std::int64_t> indices, const TakeOptions &options = {}, ContextRef context = {}) const;

    /// For each element the element at the same place of the choice that it names: out[i] = choices[image[i]][i].
    /// Shapes are broadcast. An element is masked where the index is, or the element that it names.
    /// @param choices images
    /// @param mode an index outside: Index::raise is an error, WRAP, CLIP
    /// @throws Error with Status::dtype (the indices), Status::shape, Status::out_of_range (an index)
    Image choose(Span<Image> choices, Index mode = Index::raise, ContextRef context = {}) const;

    /// The elements along an axis where a condition holds. Planes, map and metadata follow as in Image::take.
    /// @param condition bytes, not 0: the element stays
    /// @param axis negative ones count from the end; not given: of all elements in a row
    /// @throws Error with Status::out_of_range (the axis; a condition that holds beyond its end)
    Image compress(Span<std::uint8_t> condition, std::optional<std::int32_t> axis = {}, ContextRef context = {}) const;

    /// Repeats each element along an axis. Planes, map and metadata follow as in Image::take.
    /// @param repeats counts
    /// @param axis negative ones count from the end; not given: of all elements in a row
    /// @throws Error with Status::invalid_argument (a negative count), Status::shape (their number),
    /// Status::out_of_range (axis), Status::no_memory
    Image repeat(Span<std::int64_t> repeats, std::optional<std::int32_t> axis = {}, ContextRef context = {}) const;

    /// The diagonal of two axes, as the last axis of the result. Of rank 2 nothing is copied.
    /// @throws Error with Status::shape below rank 2, Status::out_of_range (an axis), Status::invalid_argument (one
    /// axis twice)
    /// @see DiagonalOptions
    Image diagonal(const DiagonalOptions &options = {}, ContextRef context = {}) const;

    /// The indices of the elements that are neither 0 nor masked, in C order.
    Image nonzero(ContextRef context = {}) const;

    /// Limits the elements to a range; NaN stays. Floats and complex numbers (by their real parts, then by their
    /// imaginary ones) keep their dtype. As in numpy, integers do where the limits are whole numbers that it holds;
    /// else the result is of the smallest integer dtype that does, or for other limits float64.
    /// @throws Error with Status::invalid_argument when both are not given
    /// @see ClipOptions
    Image clip(const ClipOptions &options = {}, ContextRef context = {}) const;

    /// Limits each element to a range of its own. Shapes are broadcast; the dtype is the smallest that holds the
    /// image's and the limits'. Where a limit is NaN so is the result, where one is masked the result is.
    /// @throws Error with Status::invalid_argument when both are not given, Status::shape
    /// @see ClipImagesOptions
    Image clip_images(const ClipImagesOptions &options = {}, ContextRef context = {}) const;

    /// Rounds to a number of decimals, half to even. Computed as numpy does: multiplied by a power of ten, rounded,
    /// divided. Bool becomes float32.
    /// @param decimals below 0: to tens, hundreds and so on, integers too
    /// @throws Error with Status::dtype for bool with other decimals than 0
    Image round(std::int32_t decimals = 0, ContextRef context = {}) const;

    /// The real parts; what is not complex stays.
    Image real(ContextRef context = {}) const;

    /// The same as Image::real, as in numpy.ma.
    Image get_real(ContextRef context = {}) const;

    /// The imaginary parts; 0 for what is not complex.
    Image imag(ContextRef context = {}) const;

    /// The same as Image::imag, as in numpy.ma.
    Image get_imag(ContextRef context = {}) const;

    /// The complex conjugate; what is not complex stays.
    Image conj(ContextRef context = {}) const;

    /// The same as Image::conj, as in numpy.ma.
    Image conjugate(ContextRef context = {}) const;

    // Arrays: reductions
    //
    // Each gives an image with the remaining axes (of rank 0 when none remains), and the array's metadata; an element
    // is masked if all elements that it is made from are masked. `axes` names the axes that are reduced, counted from
    // the end where negative; none named means all. The functions that end in `_value` reduce the whole array to one
    // number.

    /// Whether all elements are true, that is not 0, as bool. Masked elements count as true; NaN is true.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice);
    /// Status::no_memory
    /// @see AllOptions
    Image all(const AllOptions &options, ContextRef context = {}) const;

    /// Whether all elements are true (1) or not (0).
    /// @return it; NaN where it is masked
    /// @throws Error with Status::null_pointer
    Masked<double> all(ContextRef context = {}) const;

    /// Whether any element is true, that is not 0, as bool. Masked elements count as false; NaN is true.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice);
    /// Status::no_memory
    /// @see AnyOptions
    Image any(const AnyOptions &options, ContextRef context = {}) const;

    /// Whether any element is true (1) or none (0).
    /// @return it; NaN where it is masked
    /// @throws Error with Status::null_pointer
    Masked<double> any(ContextRef context = {}) const;

    /// The sum. Masked elements count as 0; integers wrap. Floats are added in double, in blocks and with the rounding
    /// error of each block kept (Neumaier 1974), also where they are `float`.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see SumOptions
    Image sum(const SumOptions &options, ContextRef context = {}) const;

    /// The sum; masked elements count as 0. Beyond 2^53 an integer's is rounded.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::dtype for a complex result: the form that gives an image has it
    Masked<double> sum(ContextRef context = {}) const;

    /// The product, multiplied in the order of memory. Masked elements count as 1; integers wrap.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see ProdOptions
    Image prod(const ProdOptions &options, ContextRef context = {}) const;

    /// The product; masked elements count as 1. Beyond 2^53 an integer's is rounded.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::dtype for a complex result: the form that gives an image has it
    Masked<double> prod(ContextRef context = {}) const;

    /// The same as Image::prod.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see ProductOptions
    Image product(const ProductOptions &options, ContextRef context = {}) const;

    /// The same as Image::prod.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::dtype for a complex result: the form that gives an image has it
    Masked<double> product(ContextRef context = {}) const;

    /// The number of elements that are not masked, as int64_t.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice);
    /// Status::no_memory
    /// @see CountOptions
    Image count(const CountOptions &options, ContextRef context = {}) const;

    /// The number of elements that are not masked.
    /// @return it
    std::int64_t count(ContextRef context = {}) const;

    /// The mean of the elements that are not masked. Of an array without a mask `float` stays `float`; with a mask the
    /// result is double, as numpy's, and where it is an array what is not finite is masked. It is added up as by
    /// Image::sum.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see MeanOptions
    Image mean(const MeanOptions &options, ContextRef context = {}) const;

    /// The mean of the elements that are not masked.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::dtype for a complex result: the form that gives an image has it
    Masked<double> mean(ContextRef context = {}) const;

    /// The variance: the mean of |x - mean|^2 over the elements that are not masked. Masked where the divisor is not
    /// above 0. Of an array without a mask `float` stays `float`; with a mask the result is double. Computed in double
    /// in one pass (Chan, Golub, LeVeque 1979), or in two.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see VarOptions
    Image var(const VarOptions &options, ContextRef context = {}) const;

    /// The variance of the elements that are not masked.
    /// @param ddof the divisor is the number of elements less this
    /// @return it; NaN where it is masked
    /// @throws Error with Status::null_pointer
    Masked<double> var(std::int64_t ddof = 0, ContextRef context = {}) const;

    /// The standard deviation, the root of Image::var; masked where it is not finite, NaN among it.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see StdOptions
    Image std(const StdOptions &options, ContextRef context = {}) const;

    /// The standard deviation of the elements that are not masked.
    /// @param ddof the divisor is the number of elements less this
    /// @return it; NaN where it is masked
    /// @throws Error with Status::null_pointer
    Masked<double> std(std::int64_t ddof = 0, ContextRef context = {}) const;

    /// The differences from the mean over axes (Image::mean), in the array's own shape.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, dtype);
    /// Status::no_memory
    /// @see AnomOptions
    Image anom(const AnomOptions &options = {}, ContextRef context = {}) const;

    // Arrays: least and greatest
    //
    // Reductions as those of the section "Arrays: reductions", which explains `axes` and the functions that end in
    // `_value`.

    /// The least value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real
    /// parts, then imaginary parts.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, fill_mode,
    /// fill_value); Status::no_memory
    /// @see MinOptions
    Image min(const MinOptions &options, ContextRef context = {}) const;

    /// The least value of the elements that are not masked.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::no_result (no element); Status::dtype (complex)
    Masked<double> min(ContextRef context = {}) const;

    /// The greatest value, in the array's dtype. NaN is preferred to every number; complex numbers are compared by real
    /// parts, then imaginary parts.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, fill_mode,
    /// fill_value); Status::no_memory
    /// @see MaxOptions
    Image max(const MaxOptions &options, ContextRef context = {}) const;

    /// The greatest value of the elements that are not masked.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::no_result (no element); Status::dtype (complex)
    Masked<double> max(ContextRef context = {}) const;

    /// The least value over one axis or all: Image::min in the original's older form.
    /// @param axis the axis to reduce; not given: all
    /// @throws Error with Status::out_of_range (axis); Status::no_result (no element); Status::no_memory
    Image mini(std::optional<std::int32_t> axis = {}, ContextRef context = {}) const;

    /// The greatest less the least value (peak to peak), in the array's dtype: integers wrap.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (an axis named twice, fill_mode,
    /// fill_value); Status::no_memory
    /// @see PtpOptions
    Image ptp(const PtpOptions &options, ContextRef context = {}) const;

    /// The greatest less the least value of the elements that are not masked.
    /// @return it; NaN where it is masked
    /// @throws Error with Status::no_result (no element); Status::dtype (bool, complex)
    Masked<double> ptp(ContextRef context = {}) const;

    /// The position of the first least value along an axis, as int64_t; NaN is preferred. The result is not masked:
    /// where all is masked it is 0.
    /// @throws Error with Status::out_of_range (axis); Status::invalid_argument (fill_mode, fill_value);
    /// Status::no_result (no element); Status::no_memory
    /// @see ArgminOptions
    Image argmin(const ArgminOptions &options, ContextRef context = {}) const;

    /// The position of the first least value of the whole array in C order.
    /// @return it
    /// @throws Error with Status::no_result (no element)
    std::int64_t argmin(ContextRef context = {}) const;

    /// The position of the first greatest value along an axis, as int64_t; NaN is preferred. The result is not masked:
    /// where all is masked it is 0.
    /// @throws Error with Status::out_of_range (axis); Status::invalid_argument (fill_mode, fill_value);
    /// Status::no_result (no element); Status::no_memory
    /// @see ArgmaxOptions
    Image argmax(const ArgmaxOptions &options, ContextRef context = {}) const;

    /// The position of the first greatest value of the whole array in C order.
    /// @return it
    /// @throws Error with Status::no_result (no element)
    std::int64_t argmax(ContextRef context = {}) const;

    // Arrays: running sums, products of matrices

    /// The running sum along an axis. Masked elements count as 0 and stay masked; integers wrap.
    /// @throws Error with Status::out_of_range (axis); Status::invalid_argument (dtype); Status::no_memory
    /// @see CumsumOptions
    Image cumsum(const CumsumOptions &options = {}, ContextRef context = {}) const;

    /// The running product along an axis. Masked elements count as 1 and stay masked; integers wrap.
    /// @throws Error with Status::out_of_range (axis); Status::invalid_argument (dtype); Status::no_memory
    /// @see CumprodOptions
    Image cumprod(const CumprodOptions &options = {}, ContextRef context = {}) const;

    /// numpy's dot product: of ranks 1 and 1 the inner product, of 2 and 2 the matrix product, with rank 0 the
    /// multiple, else the sum over the last axis of `image` and the last but one of `b` (rank 1: its only one). Masked
    /// elements count as 0. The dtype is that of both together; integers wrap.
    /// @param b the right factor
    /// @param strict false: an element of the result is masked where no pair of unmasked elements made it; true: where
    /// any of its elements is masked
    /// @throws Error with Status::shape (lengths that differ, a rank above 8); Status::no_memory
    Image dot(const Image &b, bool strict = false, ContextRef context = {}) const;

    /// The sums along the diagonals of two axes. Masked elements count as 0, and the result is not masked.
    /// @throws Error with Status::out_of_range (an axis); Status::invalid_argument (one axis twice, dtype);
    /// Status::no_memory
    /// @see TraceOptions
    Image trace(const TraceOptions &options, ContextRef context = {}) const;

    /// The sum along a diagonal of an array of rank 2. Masked elements count as 0.
    /// @param offset which diagonal: how many columns to the right of the main one, negative to the left
    /// @return it
    /// @throws Error with Status::shape (another rank); Status::dtype (complex)
    double trace(std::int64_t offset = 0, ContextRef context = {}) const;

    // Arrays: order
    //
    // The order is numpy's: NaN comes last; complex numbers go by their real parts, then by their imaginary parts.
    // Elements that compare equal keep their order (so every `kind` of numpy is covered). A masked element is sorted as
    // if it had a value, the fill. All functions return new images.

    /// The elements in ascending order along an axis; the mask moves with them. (The original's sorts in place.)
    /// @throws Error with Status::out_of_range (axis); Status::invalid_argument (endwith, fill_mode, fill_value);
    /// Status::no_memory
    /// @see SortOptions
    Image sort(const SortOptions &options = {}, ContextRef context = {}) const;

    /// The positions along an axis that put the elements in ascending order, as int64_t, without a mask.
    /// @throws Error with Status::out_of_range (axis); Status::invalid_argument (endwith, fill_mode, fill_value);
    /// Status::no_memory
    /// @see ArgsortOptions
    Image argsort(const ArgsortOptions &options = {}, ContextRef context = {}) const;

    /// The elements parted along an axis, as quickselect does it; the mask moves with them. (The original's works in
    /// place, and uses the data under the mask.)
    /// @param kth positions of a row, counted from its end where negative: each of these elements stands where sorting
    /// would put it, with none greater before it and none less after it
    /// @throws Error with Status::out_of_range (kth, axis); Status::invalid_argument (endwith, fill_mode, fill_value);
    /// Status::no_memory
    /// @see PartitionOptions
    Image partition(Span<std::int64_t> kth, const PartitionOptions &options = {}, ContextRef context = {}) const;

    /// The positions along an axis of the elements as Image::partition parts them, as int64_t, without a mask.
    /// @param kth positions of a row, counted from its end where negative: each of these elements stands where sorting
    /// would put it, with none greater before it and none less after it
    /// @throws Error with Status::out_of_range (kth, axis); Status::invalid_argument (endwith, fill_mode, fill_value);
    /// Status::no_memory
    /// @see ArgpartitionOptions
    Image argpartition(Span<std::int64_t> kth, const ArgpartitionOptions &options = {}, ContextRef context = {}) const;

    /// For each of some values the position in this sorted array of rank 1 where inserting it keeps the order, as
    /// int64_t in the values' shape. They are compared in the dtype of both together. Masked elements of the array are
    /// above all values, as Image::sort puts them; where a value is masked, the position is.
    /// @param v the values, of any shape
    /// @throws Error with Status::shape (the array's rank, the sorter's length); Status::out_of_range (sorter);
    /// Status::dtype (sorter); Status::invalid_argument (side)
    /// @see SearchsortedOptions
    Image searchsorted(const Image &v, const SearchsortedOptions &options = {}, ContextRef context = {}) const;

    /// Percentiles of the elements that are neither masked nor NaN, linear between two of them (Hyndman and Fan 1996,
    /// type 7).
    /// @param q percentages between 0 and 100
    /// @return the percentiles, in the order of `q`
    /// @throws Error with Status::out_of_range (q); Status::no_result (no such element); Status::dtype (complex)
    std::vector<double> percentile(Span<double> q, ContextRef context = {}) const;

    // Arrays: bytes

    /// The bytes of all elements, masked ones filled.
    /// @throws Error with Status::out_of_range when the dtype does not hold the value
    /// @see TobytesOptions
    std::vector<std::uint8_t> tobytes(const TobytesOptions &options = {}, ContextRef context = {}) const;

    /// The same as Image::tobytes under numpy's old name.
    /// @throws Error with Status::out_of_range when the dtype does not hold the value
    /// @see TostringOptions
    std::vector<std::uint8_t> tostring(const TostringOptions &options = {}, ContextRef context = {}) const;

    /// Always fails, as numpy.ma's method: a masked array has no plain file. Use Image::dump, Image::save_npy or
    /// Image::save.
    /// @param path UTF-8
    /// @throws Error with Status::unsupported
    void tofile(const Path &path, ContextRef context = {}) const;

    /// A pickle that Python loads with numpy alone: pickle.loads gives a numpy.ma.MaskedArray with these data, mask and
    /// fill value. Metadata, planes and map are not in it.
    std::vector<std::uint8_t> dumps(ContextRef context = {}) const;

    /// Saves what Image::dumps returns. On any error the old file is unchanged.
    /// @param path UTF-8
    /// @throws Error with Status::io
    void dump(const Path &path, ContextRef context = {}) const;

    // Operations by name
    //
    // Every function that makes an image from an image can be called by its name, with options by keyword: the members
    // `operation` of the interface's description (interface) are the names, without `stoner_image_`. A missing option
    // has the default of its description; an unknown option is an error that lists the allowed ones, and so is a value
    // of another type. Options have the names of C's parameters or the Python package's. Enumerations are given by name
    // ("nearest") or by number, boxes and several numbers as a list or an array, in which none means the image's end,
    // or the default of one number; NaN and infinity may also be the texts "NaN", "Infinity", "-Infinity". An operation
    // that changes its subject changes a copy.

    /// Calls an operation by its name: "rotate" with an option "angle" does what Image::rotate does.
    /// @param operation the name of a function that makes an image from an image, without `stoner_image_`
    /// @param keywords values by name; an image is an array (Metadata::set_array), several are a list; not given: none
    /// @throws Error with Status::invalid_argument (an operation or option that there is not, a value of another type,
    /// an option that is missing); what the operation itself gives
    Image apply(const std::string &operation, const Keywords &keywords = {}, ContextRef context = {}) const;

    /// Calls several operations, each on the result of the one before. The list can be kept in a file. What was done is
    /// written to the metadata entry `provenance` of the result, as such a list with the values of all options and the
    /// library's version, after the entries that are there already: the same list gives the same bits again. All steps
    /// are checked before the first is done.
    /// @param steps a list in JSON: [{"operation": "rotate", "options": {"angle": 0.1}}, {"operation": "cw"}];
    /// "options" may be missing, "version" is ignored
    /// @throws Error with Status::invalid_argument (no such JSON; as Image::apply); what the operations themselves give
    Image apply_all(const std::string &steps, ContextRef context = {}) const;

    // Asking the user
    //
    // A library without a screen cannot show a dialog: the host program sets hooks on a context, and these functions
    // call them. Without a hook they return Status::not_interactive; no other function needs one. Hooks are called on
    // the thread that asks, with no lock held; they may call the library, and must return, not leave by longjmp or an
    // exception.

    /// Asks the user for a new file name of an image through the hook of Context::set_file_hook, and sets it; it is
    /// then read with Image::filename.
    /// @param what Dialog::file (to load from), Dialog::save (to save to) or Dialog::directory
    /// @throws Error with Status::not_interactive; Status::cancelled when nothing was chosen; the name then stays
    void get_filename(Dialog what = Dialog::file, ContextRef context = {});

    /// Lets the user draw a line on an image through the hook of Context::set_line_hook.
    /// @return (x, y) of the first and of the second end, in pixels
    /// @throws Error with Status::not_interactive; Status::cancelled when no line was drawn
    std::array<double, 4> line_select(ContextRef context = {}) const;

#endif

    // The same without exceptions: each of these gives the result or the error of the function with its name.

    Result<void> try_save(const std::optional<Path> &path = {}, const SaveOptions &options = {},
                          ContextRef context = {}) const;
    Result<void> try_save_tiff(const Path &path, bool forcetype = false, ContextRef context = {}) const;
    Result<void> try_save_png(const Path &path, ContextRef context = {}) const;
    Result<void> try_save_npy(const Path &path, ContextRef context = {}) const;
    Result<Image> try_frame(std::int64_t index, ContextRef context = {}) const;
    Result<void> try_assign(const Image &source, ContextRef context = {});
    Result<Image> try_do_nothing(ContextRef context = {}) const;
    Result<bool> try_equal(const Image &b, bool all = false, ContextRef context = {}) const;
    Result<std::int32_t> try_ndim(ContextRef context = {}) const;
    Result<std::vector<std::int64_t>> try_shape(ContextRef context = {}) const;
    Result<Dtype> try_dtype(ContextRef context = {}) const;
    Result<std::int64_t> try_size(ContextRef context = {}) const;
    Result<std::string> try_title(ContextRef context = {}) const;
    Result<void> try_set_title(const std::optional<std::string> &title = {}, ContextRef context = {});
    Result<std::string> try_filename(ContextRef context = {}) const;
    Result<void> try_set_filename(const std::optional<Path> &filename = {}, ContextRef context = {});
    Result<Image> try_CW(ContextRef context = {}) const;
    Result<Image> try_CCW(ContextRef context = {}) const;
    Result<Image> try_flip_h(ContextRef context = {}) const;
    Result<Image> try_flip_v(ContextRef context = {}) const;
    Result<Image> try_T(ContextRef context = {}) const;
    Result<Image> try_crop(const Box &box = {}, ContextRef context = {}) const;
    Result<Box> try_box_from_border(std::int64_t border, ContextRef context = {}) const;
    Result<Box> try_box_from_border_fraction(double fraction, ContextRef context = {}) const;
    Result<Box> try_box_from_fraction(const std::array<double, 4> &fractions, ContextRef context = {}) const;
    Result<Box> try_box_from_metadata(const std::string &key, ContextRef context = {}) const;
    Result<Box> try_max_box(ContextRef context = {}) const;
    Result<double> try_aspect(ContextRef context = {}) const;
    Result<std::array<double, 2>> try_centre(ContextRef context = {}) const;
    Result<Image> try_rotate(double angle, const RotateOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_translate(const std::array<double, 2> &translation, const TranslateOptions &options = {},
                                ContextRef context = {}) const;
    Result<std::array<double, 4>> try_translate_limits(const std::array<double, 2> &translation, bool reverse = false,
                                                       ContextRef context = {}) const;
    Result<std::array<double, 2>> try_register_(const Image &reference, const RegisterOptions &options = {},
                                                ContextRef context = {}) const;
    Result<Image> try_align(const Image &reference, const AlignOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_correct_drift(const Image &reference, const CorrectDriftOptions &options = {},
                                    ContextRef context = {}) const;
    Result<Image> try_align_stack(const AlignStackOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_griddata(const Image &values, const Image &xi, const GriddataOptions &options = {},
                               ContextRef context = {}) const;
    Result<Image> try_gridimage(const GridimageOptions &options = {}, ContextRef context = {}) const;
    Result<void> try_draw_line(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1, const Number &value = 1,
                               Draw target = Draw::image, ContextRef context = {});
    Result<void> try_draw_disk(double x, double y, double radius, const Number &value = 1, Draw target = Draw::image,
                               ContextRef context = {});
    Result<void> try_draw_circle(double x, double y, double radius, const Number &value = 1, Draw target = Draw::image,
                                 ContextRef context = {});
    Result<void> try_draw_annulus(double x, double y, double radius1, double radius2, const Number &value = 1,
                                  Draw target = Draw::image, ContextRef context = {});
    Result<void> try_draw_circle_perimeter(std::int64_t x, std::int64_t y, std::int64_t radius, const Number &value = 1,
                                           const DrawCirclePerimeterOptions &options = {}, ContextRef context = {});
    Result<void> try_draw_ellipse(double x, double y, double x_radius, double y_radius, const Number &value = 1,
                                  const DrawEllipseOptions &options = {}, ContextRef context = {});
    Result<void> try_draw_ellipse_perimeter(std::int64_t x, std::int64_t y, std::int64_t x_radius, std::int64_t y_radius,
                                            const Number &value = 1, const DrawEllipsePerimeterOptions &options = {},
                                            ContextRef context = {});
    Result<void> try_draw_polygon(Span<double> x, Span<double> y, const Number &value = 1, Draw target = Draw::image,
                                  ContextRef context = {});
    Result<void> try_draw_polygon_perimeter(Span<double> x, Span<double> y, const Number &value = 1,
                                            const DrawPolygonPerimeterOptions &options = {}, ContextRef context = {});
    Result<void> try_draw_rectangle(double x0, double y0, double x1, double y1, const Number &value = 1,
                                    Draw target = Draw::image, ContextRef context = {});
    Result<void> try_draw_rectangle_perimeter(double x0, double y0, double x1, double y1, const Number &value = 1,
                                              const DrawRectanglePerimeterOptions &options = {}, ContextRef context = {});
    Result<void> try_draw_rotated_rectangle(double x, double y, double width, double height, double angle,
                                            const Number &value = 1, Draw target = Draw::image, ContextRef context = {});
    Result<void> try_draw_rotated_rectangle_perimeter(double x, double y, double width, double height, double angle,
                                                      const Number &value = 1, Draw target = Draw::image,
                                                      ContextRef context = {});
    Result<void> try_draw_square(double x, double y, double width, const Number &value = 1,
                                 const DrawSquareOptions &options = {}, ContextRef context = {});
    Result<void> try_draw_bezier_curve(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1, std::int64_t x2,
                                       std::int64_t y2, double weight, const Number &value = 1, Draw target = Draw::image,
                                       ContextRef context = {});
    Result<Image> try_arithmetic(Arithmetic operation, const Image &b, Dtype dtype = Dtype::by_default,
                                 ContextRef context = {}) const;
    Result<Image> try_arithmetic_scalar(Arithmetic operation, double value, const ArithmeticScalarOptions &options = {},
                                        ContextRef context = {}) const;
    Result<Image> try_compare(Comparison comparison, const Image &b, ContextRef context = {}) const;
    Result<Image> try_compare_scalar(Comparison comparison, double value, ContextRef context = {}) const;
    Result<Image> try_logic(Logic operation, const Image *b = nullptr, ContextRef context = {}) const;
    Result<Image> try_math(Math function, Dtype dtype = Dtype::by_default, ContextRef context = {}) const;
    Result<Image> try_where(const Image &a, const Image &b, ContextRef context = {}) const;
    Result<void> try_arithmetic_into(Arithmetic operation, const Image &b, Image &target, Dtype dtype = Dtype::by_default,
                                     ContextRef context = {}) const;
    Result<void> try_arithmetic_scalar_into(Arithmetic operation, double value, Image &target,
                                            const ArithmeticScalarIntoOptions &options = {}, ContextRef context = {}) const;
    Result<void> try_math_into(Math function, Image &target, Dtype dtype = Dtype::by_default, ContextRef context = {}) const;
    Result<Image> try_convert(Dtype dtype, const ConvertOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_asfloat(const AsfloatOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_clip_intensity(const ClipIntensityOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_normalise(const NormaliseOptions &options = {}, ContextRef context = {}) const;
    Result<SpanResult> try_span(ContextRef context = {}) const;
    Result<Image> try_adjust_contrast(const AdjustContrastOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_subtract_image(const Image &background, const SubtractImageOptions &options = {},
                                     ContextRef context = {}) const;
    Result<Image> try_threshold_minmax(const ThresholdMinmaxOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_clip_neg(ContextRef context = {}) const;
    Result<Image> try_level_image(const LevelImageOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_quantize(Span<double> output, Span<double> levels = {}, ContextRef context = {}) const;
    Result<Image> try_remove_outliers(const RemoveOutliersOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_asint(Dtype dtype = Dtype::u16, ContextRef context = {}) const;
    Result<DtypeLimitsResult> try_dtype_limits(bool clip_negative = true, ContextRef context = {}) const;
    Result<Image> try_im_scale(std::int32_t n, std::int32_t m, Dtype dtype = Dtype::by_default,
                               ContextRef context = {}) const;
    Result<bool> try_prec_loss(Dtype dtype, ContextRef context = {}) const;
    Result<bool> try_sign_loss(Dtype dtype, ContextRef context = {}) const;
    Result<Image> try_filter_image(const FilterImageOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_gaussian_filter(const std::array<double, 2> &sigma_xy, const GaussianFilterOptions &options = {},
                                      ContextRef context = {}) const;
    Result<Image> try_sgolay2d(const Sgolay2dOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_denoise(double weight = 0.1, ContextRef context = {}) const;
    Result<Image> try_fft(const FftOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_profile_line(const std::array<double, 2> &src, const std::array<double, 2> &dst,
                                   const ProfileLineOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_profile_line_x(double x, const ProfileLineXOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_profile_line_y(double y, const ProfileLineYOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_radial_coordinates(const RadialCoordinatesOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_radial_profile(const RadialProfileOptions &options = {}, ContextRef context = {}) const;
    Result<Table> try_hist(const HistOptions &options = {}, ContextRef context = {}) const;
    Result<std::int32_t> try_polarization(ContextRef context = {}) const;
    Result<bool> try_unlike(const Image &other, ContextRef context = {}) const;
    Result<Image> try_xmcd(const Image &b, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_to_rgba(const Keywords &keywords = {}, ContextRef context = {}) const;
    Result<void> try_imshow(const Path &path, const Keywords &keywords = {}, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_imshow_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                                      ContextRef context = {}) const;
    Result<Table> try_imshow_layout(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                    ContextRef context = {}) const;
    Result<void> try_plot_histogram(const Path &path, const Keywords &keywords = {}, std::int64_t bins = 256,
                                    ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_plot_histogram_rgba(std::int64_t width, std::int64_t height,
                                                              const Keywords &keywords = {}, std::int64_t bins = 256,
                                                              ContextRef context = {}) const;
    Result<Table> try_plot_histogram_layout(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                            std::int64_t bins = 256, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_read_mask(ContextRef context = {}) const;
    Result<Metadata> try_metadata(ContextRef context = {}) const;
    Result<void> try_set_metadata(const Metadata &metadata, ContextRef context = {});
    Result<bool> try_metadata_get_bool(const std::string &key, ContextRef context = {}) const;
    Result<std::int64_t> try_metadata_get_i64(const std::string &key, ContextRef context = {}) const;
    Result<double> try_metadata_get_f64(const std::string &key, ContextRef context = {}) const;
    Result<std::string> try_metadata_get_string(const std::string &key, ContextRef context = {}) const;
    Result<void> try_metadata_set_bool(const std::string &key, bool value, ContextRef context = {});
    Result<void> try_metadata_set_i64(const std::string &key, std::int64_t value, ContextRef context = {});
    Result<void> try_metadata_set_f64(const std::string &key, double value, ContextRef context = {});
    Result<void> try_metadata_set_string(const std::string &key, const std::string &value, ContextRef context = {});
    Result<std::int64_t> try_plane_count(ContextRef context = {}) const;
    Result<std::string> try_plane_name(std::int64_t index, ContextRef context = {}) const;
    Result<Image> try_plane(const std::string &name, ContextRef context = {}) const;
    Result<std::string> try_plane_unit(const std::string &name, ContextRef context = {}) const;
    Result<void> try_set_plane(const std::string &name, const Image &plane, const std::optional<std::string> &unit = {},
                               ContextRef context = {});
    Result<void> try_remove_plane(const std::string &name, ContextRef context = {});
    Result<MapResult> try_map(ContextRef context = {}) const;
    Result<std::string> try_map_name(std::int32_t coordinate, ContextRef context = {}) const;
    Result<std::string> try_map_unit(std::int32_t coordinate, ContextRef context = {}) const;
    Result<void> try_set_map(const std::array<double, 2> &origin, const SetMapOptions &options = {},
                             ContextRef context = {});
    Result<PixelSizeResult> try_pixel_size(ContextRef context = {}) const;
    Result<PositionResult> try_position(double column, double row, ContextRef context = {}) const;
    Result<std::vector<double>> try_quantity(Quantity quantity, ContextRef context = {}) const;
    Result<std::string> try_frame_axis_key(ContextRef context = {}) const;
    Result<std::string> try_frame_axis_name(ContextRef context = {}) const;
    Result<std::string> try_frame_axis_unit(ContextRef context = {}) const;
    Result<std::vector<double>> try_frame_axis_values(ContextRef context = {}) const;
    Result<void> try_set_frame_axis(Span<double> values, const SetFrameAxisOptions &options = {}, ContextRef context = {});
    Result<std::int64_t> try_itemsize(ContextRef context = {}) const;
    Result<std::int64_t> try_nbytes(ContextRef context = {}) const;
    Result<std::vector<std::int64_t>> try_strides(ContextRef context = {}) const;
    Result<bool> try_iscontiguous(ContextRef context = {}) const;
    Result<Image> try_reshape(Span<std::int64_t> shape, Order order = Order::c, ContextRef context = {}) const;
    Result<Image> try_transpose(Span<std::int32_t> axes = {}, ContextRef context = {}) const;
    Result<Image> try_swapaxes(std::int32_t axis1, std::int32_t axis2, ContextRef context = {}) const;
    Result<Image> try_squeeze(Span<std::int32_t> axes = {}, ContextRef context = {}) const;
    Result<Image> try_ravel(Order order = Order::c, ContextRef context = {}) const;
    Result<Image> try_flatten(Order order = Order::c, ContextRef context = {}) const;
    Result<void> try_resize(Span<std::int64_t> shape, ContextRef context = {});
    Result<Image> try_astype(Dtype dtype, const AstypeOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_view(Dtype dtype, ContextRef context = {}) const;
    Result<Image> try_byteswap(ContextRef context = {}) const;
    Result<Image> try_newbyteorder(ByteOrder byte_order = ByteOrder::swap, ContextRef context = {}) const;
    Result<Image> try_getfield(Dtype dtype, std::int64_t offset = 0, ContextRef context = {}) const;
    Result<void> try_setfield(const Image &values, Dtype dtype, std::int64_t offset = 0, ContextRef context = {});
    Result<std::int32_t> try_flags(ContextRef context = {}) const;
    Result<std::array<std::int64_t, 2>> try_ids(ContextRef context = {}) const;
    Result<void> try_harden_mask(ContextRef context = {});
    Result<void> try_soften_mask(ContextRef context = {});
    Result<bool> try_hardmask(ContextRef context = {}) const;
    Result<void> try_shrink_mask(ContextRef context = {});
    Result<void> try_set_fill_value(const std::optional<Number> &fill_value = {}, ContextRef context = {});
    Result<Image> try_filled(const std::optional<Number> &fill_value = {}, ContextRef context = {}) const;
    Result<Image> try_compressed(ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_toflex(ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_torecords(ContextRef context = {}) const;
    Result<void> try_itemset(const Number &value, Span<std::int64_t> index = {}, ContextRef context = {});
    Result<void> try_fill(const Number &value, ContextRef context = {});
    Result<void> try_put(Span<std::int64_t> indices, const Image &values, Index mode = Index::raise,
                         ContextRef context = {});
    Result<Image> try_take(Span<std::int64_t> indices, const TakeOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_choose(Span<Image> choices, Index mode = Index::raise, ContextRef context = {}) const;
    Result<Image> try_compress(Span<std::uint8_t> condition, std::optional<std::int32_t> axis = {},
                               ContextRef context = {}) const;
    Result<Image> try_repeat(Span<std::int64_t> repeats, std::optional<std::int32_t> axis = {},
                             ContextRef context = {}) const;
    Result<Image> try_diagonal(const DiagonalOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_nonzero(ContextRef context = {}) const;
    Result<Image> try_clip(const ClipOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_clip_images(const ClipImagesOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_round(std::int32_t decimals = 0, ContextRef context = {}) const;
    Result<Image> try_real(ContextRef context = {}) const;
    Result<Image> try_get_real(ContextRef context = {}) const;
    Result<Image> try_imag(ContextRef context = {}) const;
    Result<Image> try_get_imag(ContextRef context = {}) const;
    Result<Image> try_conj(ContextRef context = {}) const;
    Result<Image> try_conjugate(ContextRef context = {}) const;
    Result<Image> try_all(const AllOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_all(ContextRef context = {}) const;
    Result<Image> try_any(const AnyOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_any(ContextRef context = {}) const;
    Result<Image> try_sum(const SumOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_sum(ContextRef context = {}) const;
    Result<Image> try_prod(const ProdOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_prod(ContextRef context = {}) const;
    Result<Image> try_product(const ProductOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_product(ContextRef context = {}) const;
    Result<Image> try_count(const CountOptions &options, ContextRef context = {}) const;
    Result<std::int64_t> try_count(ContextRef context = {}) const;
    Result<Image> try_mean(const MeanOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_mean(ContextRef context = {}) const;
    Result<Image> try_var(const VarOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_var(std::int64_t ddof = 0, ContextRef context = {}) const;
    Result<Image> try_std(const StdOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_std(std::int64_t ddof = 0, ContextRef context = {}) const;
    Result<Image> try_anom(const AnomOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_min(const MinOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_min(ContextRef context = {}) const;
    Result<Image> try_max(const MaxOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_max(ContextRef context = {}) const;
    Result<Image> try_mini(std::optional<std::int32_t> axis = {}, ContextRef context = {}) const;
    Result<Image> try_ptp(const PtpOptions &options, ContextRef context = {}) const;
    Result<Masked<double>> try_ptp(ContextRef context = {}) const;
    Result<Image> try_argmin(const ArgminOptions &options, ContextRef context = {}) const;
    Result<std::int64_t> try_argmin(ContextRef context = {}) const;
    Result<Image> try_argmax(const ArgmaxOptions &options, ContextRef context = {}) const;
    Result<std::int64_t> try_argmax(ContextRef context = {}) const;
    Result<Image> try_cumsum(const CumsumOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_cumprod(const CumprodOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_dot(const Image &b, bool strict = false, ContextRef context = {}) const;
    Result<Image> try_trace(const TraceOptions &options, ContextRef context = {}) const;
    Result<double> try_trace(std::int64_t offset = 0, ContextRef context = {}) const;
    Result<Image> try_sort(const SortOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_argsort(const ArgsortOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_partition(Span<std::int64_t> kth, const PartitionOptions &options = {}, ContextRef context = {}) const;
    Result<Image> try_argpartition(Span<std::int64_t> kth, const ArgpartitionOptions &options = {},
                                   ContextRef context = {}) const;
    Result<Image> try_searchsorted(const Image &v, const SearchsortedOptions &options = {}, ContextRef context = {}) const;
    Result<std::vector<double>> try_percentile(Span<double> q, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_tobytes(const TobytesOptions &options = {}, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_tostring(const TostringOptions &options = {}, ContextRef context = {}) const;
    Result<void> try_tofile(const Path &path, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_dumps(ContextRef context = {}) const;
    Result<void> try_dump(const Path &path, ContextRef context = {}) const;
    Result<Image> try_apply(const std::string &operation, const Keywords &keywords = {}, ContextRef context = {}) const;
    Result<Image> try_apply_all(const std::string &steps, ContextRef context = {}) const;
    Result<void> try_get_filename(Dialog what = Dialog::file, ContextRef context = {});
    Result<std::array<double, 4>> try_line_select(ContextRef context = {}) const;

protected:
    using Owner<stoner_image>::Owner;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
