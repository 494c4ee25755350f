function result = guard(call, wanted, varargin)
%GUARD  Calls a function of the program for the library: {answer, message}; the message says what went wrong.
  result = {[], ''};
  try
    if wanted
      result{1} = call(varargin{:});
    else
      call(varargin{:});
    end
  catch trouble
    result{2} = trouble.message;
    if isempty(result{2})
      result{2} = 'it gave no message';
    end
  end
end
