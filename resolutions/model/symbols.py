"""How the symbols of UN documents are written, and what they are in an address."""

from __future__ import annotations

import re

# A/68/127, A/ES-10/794, SPLOS/30/10/Add.1, UNEP/OzL.Pro.28/12, ICCD/COP(14)/23
SYMBOL = (
    r"(?<![A-Za-z0-9/])[A-Z]{1,5}(?:/(?:E?S-\d+|[A-Z]*\.?\d*[A-Za-z0-9]*"
    r"(?:\.(?:[A-Z][a-z]+\.)?\d+)?)(?:\(\d{1,2}\)(?=/))?)+(?:\(\d{4}\))?"
)
DOCUMENT = re.compile(rf"{SYMBOL}(?:-{SYMBOL.replace('(?<![A-Za-z0-9/])', '')})?")
PART = r"(?P<part>(?:Corr|Add|Rev)\.\d+(?:/(?:Corr|Add)\.\d+)*)(?![\d-])"  # Corr.1, Add.2/Corr.1
SMALLEST_GA_SESSION = 31  # from its 31st session on, the Assembly numbers session/number
ECOSOC_YEARS = range(1978, 2100)


def slug_of(symbol: str) -> str:
    """`A/RES/71/209` -> `a-res-71-209`: every run of other characters a hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", symbol.lower()).strip("-") or "unnamed"
