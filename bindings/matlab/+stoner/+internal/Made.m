classdef Made
%MADE  A handle that the gateway has just given, for the constructor of its class: nothing else makes objects of handles.
  properties
    handle
    context
  end
  methods
    function obj = Made(handle, context)
      obj.handle = handle;
      obj.context = context;
    end
  end
end
