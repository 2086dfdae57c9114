"""Small XML files of our own wording, in the form of the UN's."""

from __future__ import annotations

from resolutions.readers.akn.reader import NAMESPACE

META = """<meta><identification source="#x">
<FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2035-12-03/90-1/"/>
<FRBRdate date="2035-12-03" name="adoption"/><FRBRauthor href="ga" as="author"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
<workflow><step date="2035-11-01" outcome="draftResolution" as="A/C.3/90/L.7/Rev.1 (as amended)" by="Iceland"/>
<step date="0001-01-01" outcome="adopted" as="A/90/PV.55"/></workflow>
<analysis><parliamentary>{voting}</parliamentary></analysis>
<presentation><docketNumber>35-12345 (E)</docketNumber></presentation></meta>"""
VOTING = '<voting outcome="adoptedWithoutVote"><quorum value=""/></voting>'
COVER = """<coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p>
<p><img src="x.jpg"/><docAuthority>Assembly</docAuthority></p>
<p><session value="90">Ninetieth session</session></p>
<p><inline name="agenda item">{item}</inline></p>
<p><docProponent>[on a report (<inline name="originating document">{origin}</inline>)]</docProponent></p>
</coverPage>"""
PREFACE = '<preface><p><docNumber>90/1.</docNumber> <docTitle refersTo="#resolutionTitle">{title}</docTitle></p></preface>'
FORMULA = (
    '<formula name="enactingFormula"><p>\n <span class="italic">The Assembly</span>,</p></formula>'
)
CONCLUSIONS = """<conclusions><p><inline name="adoptionMeeting" title="55th">55th meeting</inline><eol/>
<docDate date="2035-12-03" refersTo="#adoptionDate">3 December 2035</docDate></p></conclusions>"""


def statement(
    body: str = "",
    preamble: str = "",
    annexes: str = "",
    language: str = "eng",
    symbol: str = "A/RES/90/1",  # on the cover page
    number: str = "90/1",  # before the title, and in the address
    item: str = "Agenda item 12",
    origin: str = "A/90/77, para. 5",
    title: str = "A title",
    voting: str = VOTING,
    name: str = "resolution",
    cover: str = COVER,
    preface: str = PREFACE,
    conclusions: str = CONCLUSIONS,
) -> str:
    meta = META.format(language=language, voting=voting)
    meta = meta.replace("/90-1/", f"/{number.replace('/', '-')}/")
    preface = preface.replace("90/1.", f"{number}.")
    return (
        f'<statement name="{name}">{meta}'
        f"{cover.format(symbol=symbol, item=item, origin=origin)}{preface.format(title=title)}"
        f"<preamble>{FORMULA}{preamble}</preamble><mainBody>{body}</mainBody>"
        f"{conclusions}{annexes}</statement>"
    )


def akn(*statements: str) -> str:
    un = "http://un.org/akn4un"
    return (
        f'<akomaNtoso xmlns="{NAMESPACE}" xmlns:akn4un="{un}">\n{"".join(statements)}</akomaNtoso>'
    )


def note(marker: str, text: str) -> str:
    return f'<authorialNote marker="{marker}" placement="bottom"><p>{text}</p></authorialNote>'


def container(*texts: str) -> str:
    return f"<container>{''.join(f'<p>{text}</p>' for text in texts)}</container>\n"


def numbered(number: str, text: str) -> str:
    return f"<paragraph><num>\t{number}</num><content><p>\t{text}</p></content></paragraph>\n"


def unnumbered(text: str, kind: str = "SingleTxt") -> str:
    return f'<paragraph class="{kind}"><content><p>{text}</p></content></paragraph>\n'


def heading(text: str) -> str:
    return unnumbered(text, "H1")


def annex(*blocks: str) -> str:
    return f'<attachments><attachment><doc name="annex"><meta/><mainBody>{"".join(blocks)}</mainBody></doc></attachment></attachments>'
