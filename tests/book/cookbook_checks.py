"""How each identity of appendix E is checked, by its number."""

import cookbook_algebra
import cookbook_bounds
import cookbook_slopes
import cookbook_spectra

CHECKS = cookbook_algebra.CHECKS | cookbook_spectra.CHECKS | cookbook_slopes.CHECKS | cookbook_bounds.CHECKS
