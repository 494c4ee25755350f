function raise(trouble)
%RAISE  Raises an error of the gateway again, with the library's message alone: Octave puts the gateway's name before it.
  message = trouble.message;
  if strncmp(message, 'stoner_mex: ', 12)
    message = message(13:end);
  end
  error(struct('identifier', trouble.identifier, 'message', message));
end
