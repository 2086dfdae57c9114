"""Stage: a sifted source -> its documents, the frame around them, and an account.

Line after line goes to the part that reads its place: the frame of a report (parse_frame), what
stands above the enacting phrase (parse_head), the text below it (parse_body); then the drafts
become documents (finish). Whatever the input, it never raises and claims every line: what it
cannot explain it reports, with the line, and claims as `unexplained`.
"""

from __future__ import annotations

from resolutions.model.document import Parsed, Sifted
from resolutions.model.problems import Report
from resolutions.readers.text.finish import finish
from resolutions.readers.text.parse_body import read_body
from resolutions.readers.text.parse_frame import read_frame
from resolutions.readers.text.parse_head import read_head
from resolutions.readers.text.units import Draft, Line, Reading, line_of


def parse(sifted: Sifted, report: Report) -> Parsed:
    """Read the documents of a source. Never raises; claims every character it was given."""
    reading = Reading(sifted, report, claims=list(sifted.claims))
    if sifted.source.header.sections:
        reading.inside = False
    else:
        decision = sifted.source.header.kind == "decision"
        reading.drafts.append(Draft(None, "", decision))
    lines = [line_of(body) for body in sifted.body]
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        _read(line, following.text if following else "", reading)
    parsed = finish(reading)
    if not (parsed.documents or parsed.frame or report.failed):
        source = parsed.source
        message = "nothing is enacted in it, and nothing else stands in it"
        report.error(source.file, 1, "no-instrument", message, "leave it out, or give the text")
    return parsed


def _read(line: Line, following: str, reading: Reading) -> None:
    if reading.source.header.sections and read_frame(line, reading):
        return
    if not reading.inside:
        reading.unexplained(line)
    elif reading.drafts[-1].enacted:
        read_body(line, following, reading.drafts[-1], reading)
    else:
        read_head(line, reading.drafts[-1], reading)
