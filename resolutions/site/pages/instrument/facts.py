"""The head of an instrument: body, session, date, vote and the like, each a line."""

from __future__ import annotations

from resolutions.model.document import Document
from resolutions.model.records import Language, record
from resolutions.web import urls
from resolutions.web.strings import Strings

BRIEF = ("date", "body")  # the facts that stand above the text


@record
class Fact:
    """A line of the head of an instrument: session, meeting, date …"""

    key: str
    name: str
    value: str
    href: str = ""
    language: Language = ""  # where it is not that of the page


def facts(document: Document, words: Strings) -> list[Fact]:
    """What is known of the document itself; what is not known has no line."""
    values = {
        "body": words(f"body.{document.body}"),
        "kind": words(f"kind.{document.kind}"),
        "date": words.date(document.date) if document.date else None,
        "session": words.session(document),
        "meeting": document.meeting,
        "agenda_item": document.agenda_item,
        "report": document.report,
        "sponsor": document.sponsor,
        "contained": words.contained(document),
        "draft": document.draft,
        "vote": _vote(document, words),
    }
    linked = {"report", "draft"}
    # the UN's files name sponsors in English, whatever their language
    foreign = {"sponsor": "en"} if document.authority == "un-copy" else {}
    return [
        Fact(
            key=name,
            name=words(f"fact.{name}"),
            value=value,
            href=(urls.official(value, words.language) or "") if name in linked else "",
            language=foreign.get(name, ""),
        )
        for name, value in values.items()
        if value
    ]


def _vote(document: Document, words: Strings) -> str | None:
    vote = document.vote
    if vote is None:
        return None
    counts = (vote.in_favour, vote.against, vote.abstaining)
    if None in counts:
        return words(f"vote.{vote.outcome}")
    figures = words("vote.counts", in_favour=counts[0], against=counts[1], abstaining=counts[2])
    return words("comma").join((words(f"vote.{vote.outcome}"), figures))
