/// @file fwd.hpp
/// The names of the classes, for headers that only mention them.

#ifndef STONER_FWD_HPP
#define STONER_FWD_HPP

#include "config.hpp"

STONER_NAMESPACE_BEGIN

class Context;
class ContextRef;
class Error;
class Frames;
class Image;
class Keywords;
class Live;
class Metadata;
class Path;
class Scan;
class Table;
struct Box;
struct Line;
template <class T> struct Masked;
template <class T> class Result;
template <class T> class Span;
template <class T> class View;

STONER_NAMESPACE_END

#endif
