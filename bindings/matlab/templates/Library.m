classdef Library
%LIBRARY  Functions of the library that need no image, table, metadata or context: stoner.Library.version() and so on.
  %BY-HAND metadata_new: stoner.Metadata
  %BY-HAND table_new: stoner.Table
  methods (Static)
%METHODS
  end
end
