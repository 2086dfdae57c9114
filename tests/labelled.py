"""A folder of labels beside a text of the UN's form, for the commands that hold the two together."""

from __future__ import annotations

from pathlib import Path

import pytest
from akn_texts import akn, statement

from resolutions.evaluate import label_files

BODY = '<paragraph eId="p1"><num>1.</num><content><p>{}</p></content></paragraph>'
TEXT = akn(statement(BODY.format("敦促会员国打击腐败；"), language="zho"))


def labels_beside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of labels that is read from now on, empty; the text lies in `folder` as `a.xml`."""
    labels = folder / "tests" / "labels"
    labels.mkdir(parents=True)
    monkeypatch.setattr(label_files, "ROOT", folder)
    (folder / "a.xml").write_text(TEXT, encoding="utf-8")
    return labels
