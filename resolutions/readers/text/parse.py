"""Stage: a sifted source -> its documents, the frame around them, and an account.

Line after line goes to the part that reads its place: the frame of a report (parse_frame), what
stands above the enacting phrase (parse_head), the text below it (parse_body); then the drafts
become documents (finish). Whatever the input, it never raises and claims every line: what it
cannot explain it reports, with the line, and claims as `unexplained`.
"""

from __future__ import annotations

from resolutions.model.document import Parsed, Sifted
from resolutions.model.problems import Report
from resolutions.readers.text.drafts import Draft, Line, ParseState, line_of
from resolutions.readers.text.finish import finish
from resolutions.readers.text.parse_body import read_body
from resolutions.readers.text.parse_frame import read_frame
from resolutions.readers.text.parse_head import read_head


def parse(sifted: Sifted, report: Report) -> Parsed:
    """Read the documents of a source. Never raises; claims every character it was given."""
    state = ParseState(sifted, report, claims=list(sifted.claims))
    if sifted.source.header.sections:
        state.inside = False
    else:
        decision = sifted.source.header.kind == "decision"
        state.drafts.append(Draft(None, "", decision))
    lines = [line_of(body) for body in sifted.body]
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        _read(line, following.text if following else "", state)
    parsed = finish(state)
    if not (parsed.documents or parsed.frame or report.failed):
        source = parsed.source
        message = "nothing is enacted in it, and nothing else stands in it"
        report.error(source.file, 1, "no-instrument", message, "leave it out, or give the text")
    return parsed


def _read(line: Line, following: str, state: ParseState) -> None:
    if state.source.header.sections and read_frame(line, state):
        return
    if not state.inside:
        state.unexplained(line)
    elif state.drafts[-1].enacted:
        read_body(line, following, state.drafts[-1], state)
    else:
        read_head(line, state.drafts[-1], state)
