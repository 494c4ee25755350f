function varargout = evaluate(name, varargin)
%EVALUATE  Calls a function of MATLAB or Octave on arrays. Octave's errors often have no identifier: they get one.
  try
    [varargout{1:nargout}] = feval(name, varargin{:});
  catch trouble
    if isempty(trouble.identifier) || strcmp(trouble.identifier, 'Octave:undefined-function')
      error('stoner:InvalidArgument', '%s: %s', name, regexprep(trouble.message, ['^', regexptranslate('escape', name), ': '], ''));
    end
    rethrow(trouble);
  end
end
