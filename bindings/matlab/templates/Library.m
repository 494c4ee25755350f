classdef Library
%LIBRARY  Functions of the library that need no image, table, metadata or context: stoner.Library.version() and so on.
  %BY-HAND metadata_new: stoner.Metadata
  %BY-HAND table_new: stoner.Table
  %BY-HAND scan_open: stoner.Scan
  %BY-HAND live_new: stoner.Live
  methods (Static)
%METHODS
  end
end
