//! Nothing of its own: `tools/setup/hdf5.sh` builds this package for the C library that it depends on. The library itself needs no C
//! library, so none of its default builds would make it.
