function near(a, b, tolerance)
%NEAR  Fails a test unless two arrays have the same size and differ by no more than a tolerance; NaN equals NaN.
  must(isequal(size(a), size(b)), 'sizes differ: %s and %s', mat2str(size(a)), mat2str(size(b)));
  must(isequal(isnan(a), isnan(b)) || isempty(a), 'NaN at different places');
  difference = max(abs(double(a(~isnan(a))) - double(b(~isnan(b)))));
  must(isempty(difference) || difference <= tolerance, 'the difference is %g, more than %g', difference, tolerance);
end
