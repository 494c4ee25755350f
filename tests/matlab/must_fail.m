function message = must_fail(call, identifier)
%MUST_FAIL  Fails a test unless a call gives an error with an identifier and a message. Returns the message.
  try
    call();
  catch trouble
    if ~strcmp(trouble.identifier, identifier)
      error('tests:failed', '%s: the error is %s (%s), not %s', func2str(call), trouble.identifier, trouble.message, identifier);
    end
    message = trouble.message;
    must(isempty(regexp(message, 'STONER_|stoner_(image|table|metadata)_', 'once')), '%s: the message speaks of C: %s', func2str(call), message);
    must(numel(message) > 10, '%s: the message says nothing: "%s"', func2str(call), message);
    return
  end
  error('tests:failed', '%s: no error where %s is due', func2str(call), identifier);
end
