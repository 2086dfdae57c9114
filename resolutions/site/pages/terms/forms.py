"""The forms in which texts have a term, with how often and when."""

from __future__ import annotations

from resolutions.analysis.concordance import by_form
from resolutions.model.catalogue import Term
from resolutions.model.library import Library
from resolutions.model.records import Language, record


@record
class Form:
    """A form of a term, and how often and when the texts of its language have it."""

    text: str
    language: Language
    count: int
    years: str
    outdated: bool


def forms_of(term: Term, library: Library) -> list[Form]:
    """The forms in which texts have a term, the most used first."""
    outdated = {form for forms in term.outdated.values() for form in forms}
    return [
        Form(
            text=form,
            language=next(code for code in term.names if form in term.forms(code)),
            count=count,
            years=_span(years),
            outdated=form in outdated,
        )
        for form, count, years in by_form(library.forms.get(term.id, {}))
    ]


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
