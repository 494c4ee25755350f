function run_tests(name)
%RUN_TESTS  Runs the local functions of a test file that begin with test_, each a line: ok, not ok, skip.
  tests = feval(name);
  failed = 0;
  for k = 1:numel(tests)
    label = func2str(tests{k});
    if strncmp(label, '@', 1)
      label = label(2:end);
    end
    label = regexprep(label, '^.*>', '');
    if ~strncmp(label, 'test_', 5)
      continue
    end
    try
      tests{k}();
      fprintf('ok %s\n', label);
    catch trouble
      if strcmp(trouble.identifier, 'tests:skip')
        fprintf('skip %s: %s\n', label, trouble.message);
        continue
      end
      failed = failed + 1;
      place = '';
      if ~isempty(trouble.stack)
        place = sprintf(' (%s, line %d)', trouble.stack(1).name, trouble.stack(1).line);
      end
      fprintf('not ok %s: %s: %s%s\n', label, trouble.identifier, strrep(trouble.message, sprintf('\n'), sprintf('\n  ')), place);
    end
  end
  if failed > 0
    exit(1);
  end
end
