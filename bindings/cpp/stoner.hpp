/// @file stoner.hpp
/// X-ray microscopy images in C++17: the C library's functions as members of values, with exceptions or without.
///
///     stoner::Image plus = stoner::load("plus.hdf5");
///     stoner::Image xmcd = plus.xmcd(stoner::load("minus.hdf5"));
///     stoner::RotateOptions turn;
///     turn.resize = true;
///     xmcd.rotate(0.1, turn).save("xmcd.png");
///
/// bindings/cpp/README.md tells more, by example.
///
/// **Values.** `Image`, `Metadata` and `Table` own a handle of the library. A copy is a second handle and copies no pixels; a move
/// leaves an empty object. Functions that compute return a new object; a member changes its object only if it is not `const`.
///
/// **Names** are those of the C functions, which are the original's: `stoner_image_level_image` is `Image::level_image`. Required
/// arguments come in C's order. An optional argument comes last if there is only one; otherwise they are in a struct of options whose
/// members have the original's names and defaults: `image.rotate(0.1, {.resize = true})` in C++20. A reduction of the whole
/// image to a number takes no options (`image.mean()`); with options it returns an image (`image.mean(options)`).
///
/// **Errors** are exceptions of type `stoner::Error`, with status and message; see stoner/error.hpp. `try_load` in place of `load`, and so
/// for each function, throws nothing and gives a `stoner::Result`: the value or the error; see stoner/result.hpp. Where the compiler has
/// no exceptions, there are these only.
///
/// **Contexts.** The last argument of each call is a context, with warnings, threads, progress and cancellation: `image.fft({}, context)`.
/// The default is the calling thread's own, `stoner::Context::own()`.
///
/// **Pixels** are accessed without a copy by `image.data<double>()`, read into a vector with `image.read<double>()`, written with
/// `image.write(...)`.
///
/// **Threads.** As in C, everything may be called from any thread, also on one object as long as no thread changes it. Objects
/// that are changed need the same care as any C++ object.
///
/// **Strings** are UTF-8. A path is a string or a `std::filesystem::path`.

#ifndef STONER_HPP
#define STONER_HPP

#include "stoner/image.hpp"
#include "stoner/live.hpp"
#include "stoner/metadata.hpp"
#include "stoner/operators.hpp"
#include "stoner/print.hpp"
#include "stoner/scan.hpp"
#include "stoner/table.hpp"

#include "stoner/generated/functions.hpp"

#endif
