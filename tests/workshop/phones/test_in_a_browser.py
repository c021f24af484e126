"""The pages in a real Chromium: from the code to the distribution, light, dark, large, without script; axe-core."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, Route, expect, sync_playwright

from samskab_cli.loading.sets.load import load_question_set
from samskab_cli.model.answers import SidesChoice
from samskab_cli.reporting import as_html
from samskab_cli.workshop.phones.addresses import Place, place_for
from samskab_cli.workshop.phones.phone_app import phone_app
from samskab_cli.workshop.phones.projector_app import projector_app
from samskab_cli.workshop.phones.server import Server
from samskab_cli.workshop.phones.snapshot import Snapshot
from samskab_cli.workshop.wording import RoomWords
from tests.workshop.phones.phone_room import HERE, KEY, PhoneRoom

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = next((path for path in (Path(folder) / "axe-core" / "axe.min.js" for folder in
            os.environ.get("NODE_PATH", "").split(os.pathsep) if folder) if path.is_file()), None)  # fmt: skip
PHONE = {"width": 390, "height": 844}
READINESS = load_question_set()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
HIDE = """hidden => {
    Object.defineProperty(document, 'hidden', {value: hidden, configurable: true})
    document.dispatchEvent(new Event('visibilitychange'))
}"""
READ = """async rules => {
    const main = document.querySelector('main')
    const found = await axe.run({exclude: [['iframe']]}, rules)
    return [found, main === document.querySelector('main')]
}"""
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium isn't installed")


class Served:
    """A room whose phones and wall are on real sockets; can be started again on the same one."""

    def __init__(self, language: str = "da", choice: SidesChoice | None = None) -> None:
        self.room = PhoneRoom(READINESS, language=language, changes={"min_group": None if choice else 1})
        if choice:
            self.room.room.decide(choice)
        self.words = RoomWords(language).elsewhere
        self._places: list[Place] = []
        self.complaints: list[str] = []

    def start(self) -> None:
        """Serve, at the places of before."""
        said = self.words.count
        again = [f"{place.host}:{place.port}" for place in self._places] or ["127.0.0.1", "127.0.0.1"]
        self._places = [place_for(one, said) for one in again]
        self.phones, self.wall = self._places[0].origin, f"{self._places[1].origin}/{KEY}"
        apps = (phone_app(self.room.live, self.phones), projector_app(self.room.live, self._places[1].origin, KEY))
        self.room.live._is_over = False
        self._server = Server(self.room.live, list(zip(self._places, apps, strict=True)))
        self._server.start()

    def stop(self) -> None:
        """Nobody answers any more."""
        self._server.stop()

    def open(self, context: BrowserContext, address: str) -> Page:
        """A page whose complaints are kept."""
        page = context.new_page()
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        return page

    def joined(self, context: BrowserContext, role: str = "Borger / pårørende") -> Page:
        """A phone that has sat down."""
        page = self.open(context, f"{self.phones}/{self.room.live.box.code}")
        page.get_by_role("button", name=role).click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text(self.words.page.who)
        return page

    def everybody_answers(self) -> None:
        """Cards of all, so that there is something to see."""
        for role, people in HERE.items():
            self.room.live.box.lay(role, [place % 5 + 1 for place in range(people)])
        self.room.live.notify()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as browser,
    ):
        yield browser


@pytest.fixture
def served() -> Iterator[Served]:
    served = Served()
    served.start()
    try:
        yield served
    finally:
        served.stop()
        assert [one for one in served.complaints if "Content Security Policy" in one] == []


def axe(page: Page) -> None:
    """Nothing to complain of for somebody who reads otherwise."""
    if AXE is None:
        pytest.skip("axe-core isn't installed: npm install axe-core, and NODE_PATH")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = {}
    for _ in range(5):  # where the page was replaced while it was read, it is read again
        found, is_same = page.evaluate(READ, RULES)
        if is_same:
            break
    said = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["violations"]]
    unclear = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["incomplete"]]
    assert (said, unclear) == ([], [])


LOOKS: dict[str, dict[str, Any]] = {
    "light": {}, "dark": {"color_scheme": "dark"}, "without script": {"java_script_enabled": False},
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_from_the_code_to_the_distribution(browser: Browser, served: Served, look: str) -> None:
    said, room = served.words.page, served.room
    with browser.new_context(viewport=PHONE, **LOOKS[look]) as context:  # type: ignore[arg-type]  # a size
        page = served.joined(context)
        expect(page.get_by_role("heading", level=1)).to_have_text(said.joined)
        room.ask()
        page.reload() if look == "without script" else None
        expect(page.get_by_role("heading", level=1)).to_have_text(room.live.shown.statement)
        page.get_by_role("button", name="I høj grad").click()
        expect(page.get_by_text(said.noted)).to_be_visible()
        expect(page.get_by_role("button", name="I høj grad")).to_be_hidden()  # the neighbour doesn't see it
        assert room.live.cast == 1
        page.get_by_text(said.change).click()
        page.get_by_role("button", name="Slet ikke").click()
        expect(page.locator("#change[open]")).to_have_count(0)  # the page after the answer
        expect(page.get_by_text(said.noted)).to_be_visible()
        assert room.live.box.counted() == {"borger": (1,)}
        for role, people in HERE.items():
            room.live.box.lay(role, [4] * (people - (role == "borger")))
        room.reveal()
        page.reload() if look == "without script" else None
        expect(page.get_by_role("table")).to_be_visible()
        assert page.get_by_role("row").all_inner_texts()[2].split() == ["I", "høj", "grad", "11"]
        assert (
            page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            if look != "without script"
            else True
        )


def test_every_state_of_a_phone_is_read_by_everybody(browser: Browser, served: Served) -> None:
    room = served.room
    for look in ("light", "dark"):
        room.live.show(Snapshot(room.facilitator).base("lobby"))
        with browser.new_context(viewport=PHONE, **LOOKS[look]) as context:  # type: ignore[arg-type]  # a size
            page = served.open(context, served.phones)
            axe(page)  # where the code is asked for
            page = served.open(context, f"{served.phones}/{room.live.box.code}")
            axe(page)
            page.get_by_role("button", name="Medarbejder").click()
            expect(page.get_by_text(served.words.page.joined_as.format(role="Medarbejder"))).to_be_visible()
            page.locator("summary").click()
            axe(page)
            room.ask()
            expect(page.get_by_role("button", name="I nogen grad")).to_be_visible()
            axe(page)
            page.get_by_role("button", name="I nogen grad").click()
            page.get_by_text(served.words.page.change).click()
            axe(page)
            served.everybody_answers()
            room.reveal()
            expect(page.get_by_role("table")).to_be_visible()
            axe(page)
            room.room.overview()
            room.show()
            expect(page.get_by_text(served.words.page.look_up)).to_be_visible()
            axe(page)
        room.room.jump(1)
        room.room.vote_again()


def test_text_of_twice_the_size_needs_no_scrolling_sideways(browser: Browser, served: Served) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]  # a size
        page = served.joined(context)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        served.room.ask()
        expect(page.get_by_role("button", name="I nogen grad")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.get_by_role("button", name="I nogen grad").click()
        served.everybody_answers()
        served.room.reveal()
        expect(page.get_by_role("table")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_focus_goes_where_something_new_is_to_be_read(browser: Browser, served: Served) -> None:
    focused = "document.activeElement.textContent.trim()"
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]  # a size
        page = served.joined(context)
        served.room.ask()
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        page.get_by_role("button", name="I nogen grad").click()
        expect(page.get_by_text(served.words.page.noted)).to_be_focused()
        assert page.evaluate(focused) == served.words.page.noted


def test_a_phone_that_slept_looks_again_when_it_wakes(browser: Browser, served: Served) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]  # a size
        page = served.joined(context)
        page.evaluate(HIDE, True)  # a value for the page
        served.room.ask()
        expect(page.get_by_text(served.words.page.joined, exact=True)).to_be_visible()
        page.evaluate(HIDE, False)  # as above
        expect(page.get_by_role("button", name="I nogen grad")).to_be_visible()


def test_where_the_program_is_gone_it_is_said_and_when_it_is_back_too(browser: Browser, served: Served) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]  # a size
        page, wall = served.joined(context), served.open(context, served.wall)
        served.stop()
        expect(page.get_by_text(served.words.page.gone)).to_be_visible(timeout=15_000)
        expect(wall.get_by_text(served.words.page.gone_screen)).to_be_visible(timeout=15_000)
        served.start()
        served.room.ask()
        expect(page.get_by_role("button", name="I nogen grad")).to_be_visible(timeout=15_000)
        expect(page.get_by_text(served.words.page.gone)).to_be_hidden()
        expect(wall.get_by_text(served.words.page.gone_screen)).to_be_hidden()


def test_an_old_page_that_arrives_late_does_not_take_the_place_of_a_newer_one(browser: Browser, served: Served) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 720}) as context:
        wall, held, old = served.open(context, served.wall), list[Route](), list[APIResponse]()

        def hold_the_first(route: Route) -> None:
            if held:
                route.continue_()
            else:
                held.append(route)
                old.append(route.fetch())

        wall.route("**/nu", hold_the_first)
        served.room.ask()
        while not old:
            wall.wait_for_timeout(20)
        served.everybody_answers()
        served.room.reveal()
        expect(wall.locator(".bars li")).to_have_count(6)
        with wall.expect_response("**/nu"):
            held[0].fulfill(response=old[0])
        expect(wall.locator(".bars li")).to_have_count(6)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_wall_follows_the_room(browser: Browser, served: Served, size: tuple[int, int], look: str) -> None:
    room, words = served.room, served.words
    viewport = {"width": size[0], "height": size[1]}
    with browser.new_context(viewport=viewport, **LOOKS[look]) as context:  # type: ignore[arg-type]  # a size
        wall, phone = served.open(context, served.wall), served.joined(context)
        expect(wall.get_by_role("img", name=re.compile("192.168.8.2:8765"))).to_be_visible()
        expect(wall.get_by_text("Borger / pårørende 1 af 5")).to_be_visible()
        axe(wall)
        room.ask()
        expect(wall.get_by_text("0 af 12 har svaret")).to_be_visible()
        phone.get_by_role("button", name="I nogen grad").click()
        expect(wall.get_by_text("1 af 12 har svaret")).to_be_visible()
        axe(wall)
        served.everybody_answers()
        room.reveal()
        expect(wall.locator(".bars li")).to_have_count(6)
        expect(wall.locator(".legend li")).to_have_count(3)
        axe(wall)
        assert wall.evaluate("document.querySelector('main').scrollHeight") <= size[1]
        room.room.talk(["aktie", "slip", "tryg"])
        room.show()
        expect(wall.get_by_text(re.compile("1 af 3"))).to_be_visible()
        axe(wall)
        room.room.overview()
        room.show()
        expect(wall.get_by_role("heading", name="Overblik")).to_be_visible()
        axe(wall)
        assert words.page.gone_screen not in wall.inner_text("main")


def test_the_report_on_the_wall_comes_and_goes_with_the_room(browser: Browser, served: Served) -> None:
    room = served.room
    room.ask()
    served.everybody_answers()
    room.reveal()
    report = as_html.render(room.facilitator.picture(whole=True).document)
    with browser.new_context(viewport={"width": 1920, "height": 1080}) as context:
        wall = served.open(context, served.wall)
        room.live.show(replace(Snapshot(room.facilitator).base("result"), report=report))
        expect(wall.frame_locator("iframe").get_by_text("Ensomhed blandt ældre").first).to_be_visible()
        axe(wall)
        room.show()
        expect(wall.locator(".bars li")).to_have_count(6)
    assert served.complaints == []


def test_at_the_end_phones_are_thanked_and_the_wall_keeps_the_result(browser: Browser, served: Served) -> None:
    said, room = served.words.page, served.room
    with (
        browser.new_context(viewport=PHONE) as pocket,  # type: ignore[arg-type]  # a size
        browser.new_context(viewport={"width": 1280, "height": 720}) as hall,
    ):
        phone, wall = served.joined(pocket), served.open(hall, served.wall)
        room.live.show(replace(Snapshot(room.facilitator).base("result"), report="<!doctype html><h1>Rapport</h1>"))
        expect(wall.frame_locator("iframe").get_by_text("Rapport")).to_be_visible()
        expect(phone.get_by_text(said.look_up)).to_be_visible()
        room.live.show(Snapshot(room.facilitator).base("over"))
        expect(phone.get_by_role("heading", name=said.thanks)).to_be_visible()
        assert pocket.cookies() == []
        room.live.wait_for_goodbyes(10)
        served.stop()
        expect(wall.frame_locator("iframe").get_by_text("Rapport")).to_be_visible()
        for page in (phone, wall):
            assert page.locator("#gone").inner_text() == ""


@pytest.mark.parametrize("choice", ["show", "withhold"])
def test_in_english_too(browser: Browser, choice: SidesChoice) -> None:
    served = Served("en", choice)
    served.start()
    try:
        with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]  # a size
            page, wall = served.joined(context, "Citizen / relative"), served.open(context, served.wall)
            served.room.ask()
            page.get_by_role("button", name="To some extent").click()
            expect(page.get_by_text(served.words.page.noted)).to_be_visible()
            served.everybody_answers()
            served.room.reveal()
            expect(wall.locator(".bars li")).to_have_count(6)
            sides = ["The municipality", "Outside the municipality"] if choice == "withhold" else ["Politicians"]
            for side in sides:
                expect(wall.locator(".legend").get_by_text(side, exact=True)).to_be_visible()
            assert page.locator("html").get_attribute("lang") == "en"
            axe(page)
            axe(wall)
    finally:
        served.stop()
