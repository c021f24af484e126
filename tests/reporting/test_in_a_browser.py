"""The page as a browser shows and prints it, held against pictures that were looked at and accepted.

`--update-golden` takes them anew: look at them before they are committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from samskab_cli.model.question_set import QuestionSet
from samskab_cli.reporting import as_html
from samskab_cli.reporting.report_document import report_document
from tests.conftest import GOLDEN
from tests.reporting.browser import Browser, browser
from tests.reporting.cases import CASES, case
from tests.reporting.states import STATES

PICTURES = GOLDEN / "reporting" / "pictures"
SCALE = 0.2
"""Kept pictures are small: enough to see that something moved."""
CLEARLY = 32
"""Steps of brightness, of 255: smoothing of letters differs less from one version of the browser to the next."""
MOST_DIFFERENT = 0.003
"""Share of clearly different pixels: a chart that is gone or a line that has moved is more."""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    found = browser(tmp_path_factory.mktemp("browser"))
    if found is None:
        pytest.skip("no Chromium with the Liberation fonts here")
    return found


def page(name: str, question_set: QuestionSet, folder: Path) -> Path:
    result = STATES[name](question_set) if name in STATES else case(name)
    path = folder / f"{name}.html"
    path.write_text(as_html.render(report_document(result, question_set, "da")), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "width", "dark"),
    [("havneby", 1100, False), ("havneby", 1100, True), ("havneby", 390, False), ("ranging", 640, False)],
    ids=["desktop", "dark", "phone", "at-200-per-cent"],
)
def test_the_page_looks_as_it_was_accepted(
    name: str, width: int, dark: bool, chromium: Browser, readiness: QuestionSet, tmp_path: Path, update_golden: bool
) -> None:
    taken = chromium.picture(page(name, readiness, tmp_path), width, 1800, dark=dark)
    accepted = PICTURES / f"{name}-{width}{'-dark' if dark else ''}.png"
    with Image.open(taken) as image:
        small = image.convert("L").resize((round(width * SCALE), round(1800 * SCALE)), Image.Resampling.LANCZOS)
    if update_golden:
        accepted.parent.mkdir(parents=True, exist_ok=True)
        small.save(accepted, optimize=True)
    with Image.open(accepted) as image:
        difference = ImageChops.difference(image.convert("L"), small)

    different = sum(difference.histogram()[CLEARLY:])
    assert different / (small.width * small.height) <= MOST_DIFFERENT


@pytest.mark.parametrize("name", CASES)
def test_it_prints_on_three_pages_the_first_whole_in_itself_the_caveat_on_each(
    name: str, chromium: Browser, readiness: QuestionSet, tmp_path: Path
) -> None:
    printed = PdfReader(chromium.pdf(page(name, readiness, tmp_path)))
    pages = [" ".join(one.extract_text().split()) for one in printed.pages]

    assert len(pages) == 3
    assert all("Forbehold. Redskabet er lavet som udgangspunkt for en samtale." in one for one in pages)
    steps = report_document(case(name), readiness, "da").figures.moves
    assert "Afgørende spørgsmål" in pages[0]
    assert all(" ".join(step.what.split()) in pages[0] for step in steps)


@pytest.mark.parametrize("width", [640, 780, 800, 850, 900, 961, 1024, 1100])
def test_no_word_is_broken_in_the_middle_however_wide_the_window(
    width: int, chromium: Browser, readiness: QuestionSet, tmp_path: Path
) -> None:
    assert chromium.broken_words(page("havneby", readiness, tmp_path), width) == []


def test_a_broken_word_would_be_told(chromium: Browser, readiness: QuestionSet, tmp_path: Path) -> None:
    path = page("havneby", readiness, tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(">Forventninger<", f">{'Forventninger' * 4}<"), encoding="utf-8")

    assert "Forventninger" * 4 in chromium.broken_words(path, 1024)


def test_a_browser_has_nothing_to_complain_of(chromium: Browser, readiness: QuestionSet, tmp_path: Path) -> None:
    assert chromium.complaints(page("session", readiness, tmp_path)) == []


def test_a_broken_policy_would_be_told(chromium: Browser, readiness: QuestionSet, tmp_path: Path) -> None:
    path = page("session", readiness, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("<main>", '<main style="color:red">'), encoding="utf-8")

    assert chromium.complaints(path)
