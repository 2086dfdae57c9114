"""PDFs of Word files, and plain text as tools extract it from a PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

import pypdfium2


def make_pdfs(words: Sequence[Path], folder: Path) -> Iterator[Path]:
    """The PDFs of Word files, where LibreOffice is installed."""
    if shutil.which("soffice"):
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, words)], check=True, stdout=subprocess.DEVNULL)
        yield from sorted(folder.glob("*.pdf"))


def make_texts(pdf: Path) -> Iterator[Path]:
    """The text of a PDF as pdftotext, pypdfium2 and pdfminer.six write it."""
    if shutil.which("pdftotext"):
        for name, options in (("pdftotext", []), ("layout", ["-layout"])):
            target = pdf.with_name(f"{pdf.stem}.{name}.txt")
            subprocess.run(["pdftotext", *options, str(pdf), str(target)], check=True)
            yield target
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    target = pdf.with_name(f"{pdf.stem}.pypdfium2.txt")
    target.write_text("\f".join(pages).replace("\r\n", "\n"), encoding="utf-8")
    yield target
    if find_spec("pdfminer"):
        from pdfminer.high_level import extract_text  # type: ignore[import-not-found]

        target = pdf.with_name(f"{pdf.stem}.pdfminer.txt")
        target.write_text(extract_text(str(pdf)), encoding="utf-8")
        yield target
