/// @file config.hpp
/// Whether there are exceptions, and the namespace that follows from it.

#ifndef STONER_CONFIG_HPP
#define STONER_CONFIG_HPP

/// 1 where the compiler has exceptions. Without them the functions that throw are not declared: those that begin with `try_` give back
/// a stoner::Result.
#if defined(__cpp_exceptions) || defined(__EXCEPTIONS) || defined(_CPPUNWIND)
#define STONER_EXCEPTIONS 1
#else
#define STONER_EXCEPTIONS 0
#endif

/// Files that are compiled without exceptions have types of their own, in an inline namespace: a program that passes an object between
/// both kinds of files does not link, where it would otherwise have two definitions of one function.
#if STONER_EXCEPTIONS
#define STONER_NAMESPACE_BEGIN namespace stoner {
#define STONER_NAMESPACE_END }
#else
#define STONER_NAMESPACE_BEGIN namespace stoner { inline namespace without_exceptions {
#define STONER_NAMESPACE_END } }
#endif

#endif
