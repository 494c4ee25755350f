/// @file methods_table.hpp
/// The members of Table that are functions of C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_METHODS_TABLE_HPP
#define STONER_METHODS_TABLE_HPP

#include "../context.hpp"
#include "../handle.hpp"
#include "../keywords.hpp"
#include "options.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> class TableMethods : public Owner<stoner_table> {
public:
#if STONER_EXCEPTIONS
    // Tables: histograms, profiles, spectra
    //
    // Named columns of doubles, all of one length, and metadata. NaN means that there is no number.

    /// Whether two tables have the same columns in the same order: names, units, values (NaN equals NaN); with `all`
    /// also the same metadata.
    /// @param all false: columns only; true: metadata too
    /// @return 0 or true
    bool equal(const Table &b, bool all = false, ContextRef context = {}) const;

    /// The number of rows; 0 without columns.
    /// @return how many there are
    std::int64_t row_count(ContextRef context = {}) const;

    /// The number of columns.
    /// @return how many there are
    std::int32_t column_count(ContextRef context = {}) const;

    /// A column's name, without its unit.
    /// @param column 0 to the number of columns - 1
    /// @throws Error with Status::out_of_range
    std::string column_name(std::int32_t column, ContextRef context = {}) const;

    /// A column's unit; "" where it has none.
    /// @param column 0 to the number of columns - 1
    /// @throws Error with Status::out_of_range
    std::string column_unit(std::int32_t column, ContextRef context = {}) const;

    /// The column with a name: the first, where several share it.
    /// @param name without its unit
    /// @return 0 to the number of columns - 1
    /// @throws Error with Status::key_not_found; the message has the names that there are
    std::int32_t column_index(const std::string &name, ContextRef context = {}) const;

    /// Renames a column.
    /// @param column 0 to the number of columns - 1
    /// @param name its name
    /// @throws Error with Status::out_of_range
    void set_column_name(std::int32_t column, const std::string &name, ContextRef context = {});

    /// Sets a column's unit.
    /// @param column 0 to the number of columns - 1
    /// @param unit not given or "": none
    /// @throws Error with Status::out_of_range
    void set_column_unit(std::int32_t column, const std::optional<std::string> &unit = {}, ContextRef context = {});

    /// The values of one column.
    /// @param column 0 to the number of columns - 1
    /// @throws Error with Status::out_of_range; Status::buffer_too_small
    std::vector<double> read_column(std::int32_t column, ContextRef context = {}) const;

    /// The values of all columns.
    /// @param column_major false: row by row, as C has a matrix of rows x columns; true: column by column, as MATLAB
    /// has it
    /// @throws Error with Status::buffer_too_small
    std::vector<double> read(bool column_major = false, ContextRef context = {}) const;

    /// Adds a column after the others.
    /// @param name its name
    /// @param values values, which are copied
    /// @param unit not given or "": none
    /// @throws Error with Status::shape when it is not
    void add_column(const std::string &name, Span<double> values, const std::optional<std::string> &unit = {},
                    ContextRef context = {});

    /// A copy of the metadata: in a table that was made from an image, those of the image, without planes and grid,
    /// which belong to its pixels. Later changes of one do not change the other.
    Metadata metadata(ContextRef context = {}) const;

    /// Replaces all metadata of a table.
    void set_metadata(const Metadata &metadata, ContextRef context = {});

    /// Saves a table as text, to a temporary file, which is then renamed. In both formats a column with a unit is
    /// headed "name (unit)", numbers have a decimal point and enough digits to restore the same value, and NaN is
    /// "nan".
    ///
    /// "csv" (RFC 4180): one line of names, then the rows; no metadata. "tdi": the format of the Python package, which
    /// loads it as Stoner.Data; metadata stand in the first of its columns (their units are not in it).
    /// @param path UTF-8
    /// @param format "csv" or "tdi"; not given: by the extension of the name: .csv, or for TDI .tdi, .txt, .dat
    /// @throws Error with Status::invalid_argument for another format or extension; Status::file_not_found (no such
    /// folder); Status::io
    void save(const Path &path, const std::optional<std::string> &format = {}, ContextRef context = {}) const;

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

    /// Saves columns of a table as a figure, a PNG file: lines, with error bars and a legend on request. A row without
    /// a number in one of the two columns interrupts a line. Written to a temporary file, which is then renamed.
    ///
    /// Options, besides those of all figures, see the section "Pictures" (the table's own title is its metadata entry
    /// "title"): "x" (a column by name or by number from 0; default that of the table's usual plot, a column "energy"
    /// or "photon energy", the first, or the number of the row where there is but one), "y" (a column or a list of
    /// columns; default those of the usual plot, else all others), "yerr" (as many columns: the half lengths of error
    /// bars), "label" (as many texts; default the columns' names), "color" (a list; default matplotlib's cycle),
    /// "legend" (default where there are several lines), "marker" (none; o), "linestyle" (- -- : none), "linewidth"
    /// (pixels), "xscale", "yscale" (linear; log: values that are not above 0 are left out), "xlim", "ylim" (lists of
    /// two numbers), "xlabel", "ylabel" (default the columns' names and units), "grid". 800 x 600 pixels where no size
    /// is given.
    ///
    /// The usual plot of a profile along a line is Intensity over Distance, of one along the radius mean over r with a
    /// band of its std, of a histogram count over centre, of a drift x and y over frame with bands of their sigmas.
    /// Such tables keep it when columns are renamed and when they are saved with their own names and loaded.
    /// @param path UTF-8; a PNG is written: no ending of another format (.pdf, .svg, .jpg)
    /// @param keywords not given: the defaults
    /// @throws Error with Status::invalid_argument; Status::key_not_found, Status::out_of_range (a column that there is
    /// not); Status::no_result (a table without columns); Status::file_not_found (no such folder); Status::io
    void plot(const Path &path, const Keywords &keywords = {}, ContextRef context = {}) const;

    /// Columns of a table as a figure of a given size, into the caller's memory. As Table::plot.
    /// @param width the width of the picture
    /// @param height the height of the picture
    /// @param keywords those of Table::plot without "width" and "height"; not given: the defaults
    /// @throws Error with as Table::plot; Status::buffer_too_small
    std::vector<std::uint8_t> plot_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                        ContextRef context = {}) const;

    /// The places of the parts of a figure as drawn by Table::plot_rgba: a column for each part (figure, axes, title,
    /// x_label, x_tick_0, ..., y_..., legend, legend_0, ...), four rows: xmin, xmax, ymin, ymax in pixels of the
    /// picture, the upper ends exclusive. For programs that handle mouse clicks. No picture is made.
    /// @param width the width of the picture
    /// @param height the height of the picture
    /// @param keywords those of Table::plot_rgba; not given: the defaults
    /// @throws Error with as Table::plot_rgba
    Table plot_layout(std::int64_t width, std::int64_t height, const Keywords &keywords = {}, ContextRef context = {}) const;

#endif

    // The same without exceptions: each of these gives the result or the error of the function with its name.

    Result<bool> try_equal(const Table &b, bool all = false, ContextRef context = {}) const;
    Result<std::int64_t> try_row_count(ContextRef context = {}) const;
    Result<std::int32_t> try_column_count(ContextRef context = {}) const;
    Result<std::string> try_column_name(std::int32_t column, ContextRef context = {}) const;
    Result<std::string> try_column_unit(std::int32_t column, ContextRef context = {}) const;
    Result<std::int32_t> try_column_index(const std::string &name, ContextRef context = {}) const;
    Result<void> try_set_column_name(std::int32_t column, const std::string &name, ContextRef context = {});
    Result<void> try_set_column_unit(std::int32_t column, const std::optional<std::string> &unit = {},
                                     ContextRef context = {});
    Result<std::vector<double>> try_read_column(std::int32_t column, ContextRef context = {}) const;
    Result<std::vector<double>> try_read(bool column_major = false, ContextRef context = {}) const;
    Result<void> try_add_column(const std::string &name, Span<double> values, const std::optional<std::string> &unit = {},
                                ContextRef context = {});
    Result<Metadata> try_metadata(ContextRef context = {}) const;
    Result<void> try_set_metadata(const Metadata &metadata, ContextRef context = {});
    Result<void> try_save(const Path &path, const std::optional<std::string> &format = {}, ContextRef context = {}) const;
    Result<void> try_plot(const Path &path, const Keywords &keywords = {}, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_plot_rgba(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                                    ContextRef context = {}) const;
    Result<Table> try_plot_layout(std::int64_t width, std::int64_t height, const Keywords &keywords = {},
                                  ContextRef context = {}) const;

protected:
    using Owner<stoner_table>::Owner;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
