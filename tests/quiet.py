"""Import jieba once without its warnings: its patterns are older than Python's rules for them."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import resolutions.analysis.segment  # noqa: F401
