function result = long_call(im)
%LONG_CALL  Watches a long call, and cancels another one.
  ctx = stoner.Context();
  ctx.on_progress = @(fraction) fprintf('%3.0f %%\n', 100 * fraction);
  result = im.denoise('weight', 0.2, 'context', ctx);
  ctx.on_progress = @(fraction) ctx.cancel();     % a function of yours may cancel
  try
    im.denoise('context', ctx);
  catch trouble
    fprintf('%s: %s\n', trouble.identifier, trouble.message);
  end
end
