classdef Library
%LIBRARY  What the library offers besides images, tables, metadata and contexts: stoner.Library.version() and so on.
  %BY-HAND metadata_new: stoner.Metadata
  %BY-HAND table_new: stoner.Table
  methods (Static)
%METHODS
  end
end
