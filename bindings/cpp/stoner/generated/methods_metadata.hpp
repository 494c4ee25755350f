/// @file methods_metadata.hpp
/// The members of Metadata that are functions of C.
/// Made from interface/interface.json by bindings/generator: do not edit.

#ifndef STONER_METHODS_METADATA_HPP
#define STONER_METHODS_METADATA_HPP

#include "../context.hpp"
#include "../handle.hpp"
#include "../keywords.hpp"
#include "options.hpp"

STONER_NAMESPACE_BEGIN

namespace detail {

template <class Tag> class MetadataMethods : public Owner<stoner_metadata> {
public:
#if STONER_EXCEPTIONS
    // Metadata: creation, iteration, changes as a whole

    /// Whether two metadata have the same keys with the same values and units; their order does not matter. NaN equals
    /// NaN.
    /// @return 0 or true
    bool equal(const Metadata &b, ContextRef context = {}) const;

    /// The number of entries.
    /// @return how many there are
    std::int64_t count(ContextRef context = {}) const;

    /// The key at a place in the order. The indices 0 to the number of entries - 1 give all keys.
    /// @param index 0 to the number of entries - 1
    /// @throws Error with Status::out_of_range
    std::string key(std::int64_t index, ContextRef context = {}) const;

    /// Whether there is such a key.
    /// @param key the entry's key
    /// @return 0 or true
    bool contains(const std::string &key, ContextRef context = {}) const;

    /// The type of a value.
    /// @param key the entry's key
    /// @return Type::none to Type::tuple
    /// @throws Error with Status::key_not_found
    Type type(const std::string &key, ContextRef context = {}) const;

    /// The name of a value's type as written in files: "Double Float", "I32", "String", "1D Array (Double Float)".
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found
    std::string type_name(const std::string &key, ContextRef context = {}) const;

    /// The unit of a value; "" when it has none.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found
    std::string unit(const std::string &key, ContextRef context = {}) const;

    /// Sets the unit of a value.
    /// @param key the entry's key
    /// @param unit not given: none
    /// @throws Error with Status::key_not_found
    void set_unit(const std::string &key, const std::optional<std::string> &unit = {}, ContextRef context = {});

    /// Removes an entry; the others keep their order.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found
    Metadata pop(const std::string &key, ContextRef context = {});

    /// Removes the last entry.
    /// @throws Error with Status::key_not_found when there is none
    Metadata popitem(ContextRef context = {});

    /// Sets an entry to a default if its key does not exist.
    /// @param key the entry's key
    /// @param defaults metadata with an entry under the same key, which is copied with its unit
    /// @throws Error with Status::key_not_found when neither has the key
    void setdefault(const std::string &key, const Metadata &defaults, ContextRef context = {});

    /// Sets every entry of another: existing keys keep their place, new ones come last in their order.
    void update(const Metadata &other, ContextRef context = {});

    /// Removes all entries.
    void clear(ContextRef context = {});

    // Metadata: getting values
    //
    // Each getter names the type that it returns; `Metadata::get_text` returns any value as text.

    /// A boolean.
    /// @param key the entry's key
    /// @return 0 or true
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    bool get_bool(const std::string &key, ContextRef context = {}) const;

    /// An integer; a boolean counts as 0 or 1.
    /// @param key the entry's key
    /// @return the value
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    std::int64_t get_i64(const std::string &key, ContextRef context = {}) const;

    /// A real number; an integer or boolean is converted.
    /// @param key the entry's key
    /// @return the value
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    double get_f64(const std::string &key, ContextRef context = {}) const;

    /// Text; of a timestamp its ISO 8601 form.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    std::string get_string(const std::string &key, ContextRef context = {}) const;

    /// A complex number; a real one has the imaginary part 0.
    /// @param key the entry's key
    /// @return the real part
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    std::complex<double> get_complex(const std::string &key, ContextRef context = {}) const;

    /// Bytes; of text its UTF-8 form.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    std::vector<std::uint8_t> get_bytes(const std::string &key, ContextRef context = {}) const;

    /// An array of numbers, as an image: read its shape, dtype and elements. The grid of an image ("sample_x") is
    /// computed here.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    Image get_array(const std::string &key, ContextRef context = {}) const;

    /// A nested value: a cluster as metadata of its own; a list or tuple as metadata with the keys "0", "1", ...
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found; Status::metadata_type when the entry is something else
    Metadata get_nested(const std::string &key, ContextRef context = {}) const;

    /// Any value as text, in the form that files have: 1.5, True, [1, 2], array([1., 2.]), and text as it is.
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found
    std::string get_text(const std::string &key, ContextRef context = {}) const;

    /// A whole entry as text with its key and type: "energy{Double Float}=708.5".
    /// @param key the entry's key
    /// @throws Error with Status::key_not_found
    std::string export_(const std::string &key, ContextRef context = {}) const;

    // Metadata: setting values
    //
    // An existing key keeps its place and its unit; a new one comes last. Lists, tuples and clusters may be nested up
    // to 64 deep; deeper ones are Status::invalid_argument.

    /// Sets a boolean.
    /// @param key the entry's key
    /// @param value the value
    void set_bool(const std::string &key, bool value, ContextRef context = {});

    /// Sets an integer.
    /// @param key the entry's key
    /// @param value the value
    void set_i64(const std::string &key, std::int64_t value, ContextRef context = {});

    /// Sets a real number.
    /// @param key the entry's key
    /// @param value the value
    void set_f64(const std::string &key, double value, ContextRef context = {});

    /// Sets text.
    /// @param key the entry's key
    /// @param value the value
    void set_string(const std::string &key, const std::string &value, ContextRef context = {});

    /// Sets an entry without a value.
    /// @param key the entry's key
    void set_none(const std::string &key, ContextRef context = {});

    /// Sets a complex number.
    /// @param key the entry's key
    /// @param value the number
    void set_complex(const std::string &key, std::complex<double> value, ContextRef context = {});

    /// Sets bytes.
    /// @param key the entry's key
    /// @param value `length` bytes
    void set_bytes(const std::string &key, Span<std::uint8_t> value, ContextRef context = {});

    /// Sets a date and time.
    /// @param key the entry's key
    /// @param value ISO 8601, "2021-03-16T12:30:00+01:00"; time and zone may be missing
    /// @throws Error with Status::invalid_argument when it is no such text
    void set_timestamp(const std::string &key, const std::string &value, ContextRef context = {});

    /// Sets an array of numbers: pixels and mask of an image, which are shared, not copied.
    /// @param key the entry's key
    void set_array(const std::string &key, const Image &value, ContextRef context = {});

    /// Sets a cluster: named values.
    /// @param key the entry's key
    /// @param value its values by name
    void set_cluster(const std::string &key, const Metadata &value, ContextRef context = {});

    /// Sets a list.
    /// @param key the entry's key
    /// @param value its values in their order; the keys do not matter
    void set_list(const std::string &key, const Metadata &value, ContextRef context = {});

    /// Sets a tuple: a cluster without names.
    /// @param key the entry's key
    /// @param value its values in their order; the keys do not matter
    void set_tuple(const std::string &key, const Metadata &value, ContextRef context = {});

    /// Sets a value from its text form; see Metadata::get_text.
    /// @param key the entry's key
    /// @param value the value
    /// @param type_name "Double Float", "Single Float" or "EXTENDED" (all double); "I8" to "I64", "U8" to "U64" (all
    /// int64); "Boolean", "String", "Timestamp", "Void", "List", "Cluster (...)", or "1D Array (...)" and those of more
    /// axes; any other means what the text looks like. Not given: taken from the text, which is a string if it is
    /// nothing else
    /// @throws Error with Status::invalid_argument when the text is not of that type
    void set_text(const std::string &key, const std::string &value, const std::optional<std::string> &type_name = {},
                  ContextRef context = {});

#endif

    // The same without exceptions: each of these gives the result or the error of the function with its name.

    Result<bool> try_equal(const Metadata &b, ContextRef context = {}) const;
    Result<std::int64_t> try_count(ContextRef context = {}) const;
    Result<std::string> try_key(std::int64_t index, ContextRef context = {}) const;
    Result<bool> try_contains(const std::string &key, ContextRef context = {}) const;
    Result<Type> try_type(const std::string &key, ContextRef context = {}) const;
    Result<std::string> try_type_name(const std::string &key, ContextRef context = {}) const;
    Result<std::string> try_unit(const std::string &key, ContextRef context = {}) const;
    Result<void> try_set_unit(const std::string &key, const std::optional<std::string> &unit = {}, ContextRef context = {});
    Result<Metadata> try_pop(const std::string &key, ContextRef context = {});
    Result<Metadata> try_popitem(ContextRef context = {});
    Result<void> try_setdefault(const std::string &key, const Metadata &defaults, ContextRef context = {});
    Result<void> try_update(const Metadata &other, ContextRef context = {});
    Result<void> try_clear(ContextRef context = {});
    Result<bool> try_get_bool(const std::string &key, ContextRef context = {}) const;
    Result<std::int64_t> try_get_i64(const std::string &key, ContextRef context = {}) const;
    Result<double> try_get_f64(const std::string &key, ContextRef context = {}) const;
    Result<std::string> try_get_string(const std::string &key, ContextRef context = {}) const;
    Result<std::complex<double>> try_get_complex(const std::string &key, ContextRef context = {}) const;
    Result<std::vector<std::uint8_t>> try_get_bytes(const std::string &key, ContextRef context = {}) const;
    Result<Image> try_get_array(const std::string &key, ContextRef context = {}) const;
    Result<Metadata> try_get_nested(const std::string &key, ContextRef context = {}) const;
    Result<std::string> try_get_text(const std::string &key, ContextRef context = {}) const;
    Result<std::string> try_export_(const std::string &key, ContextRef context = {}) const;
    Result<void> try_set_bool(const std::string &key, bool value, ContextRef context = {});
    Result<void> try_set_i64(const std::string &key, std::int64_t value, ContextRef context = {});
    Result<void> try_set_f64(const std::string &key, double value, ContextRef context = {});
    Result<void> try_set_string(const std::string &key, const std::string &value, ContextRef context = {});
    Result<void> try_set_none(const std::string &key, ContextRef context = {});
    Result<void> try_set_complex(const std::string &key, std::complex<double> value, ContextRef context = {});
    Result<void> try_set_bytes(const std::string &key, Span<std::uint8_t> value, ContextRef context = {});
    Result<void> try_set_timestamp(const std::string &key, const std::string &value, ContextRef context = {});
    Result<void> try_set_array(const std::string &key, const Image &value, ContextRef context = {});
    Result<void> try_set_cluster(const std::string &key, const Metadata &value, ContextRef context = {});
    Result<void> try_set_list(const std::string &key, const Metadata &value, ContextRef context = {});
    Result<void> try_set_tuple(const std::string &key, const Metadata &value, ContextRef context = {});
    Result<void> try_set_text(const std::string &key, const std::string &value,
                              const std::optional<std::string> &type_name = {}, ContextRef context = {});

protected:
    using Owner<stoner_metadata>::Owner;
};

} // namespace detail

STONER_NAMESPACE_END

#endif
