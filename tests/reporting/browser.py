"""A real browser without a window, and one pair of fonts, so that pictures are alike wherever both are."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_FONT = "Liberation Sans"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Segoe UI</family><prefer><family>Liberation Sans</family></prefer></alias>
<alias binding="same"><family>Charter</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>"""

_BROKEN_WORDS = r"""
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = texts.nextNode());)
  for (const word of node.data.matchAll(/\p{L}+/gu)) {
    const range = document.createRange();
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1)
      console.log("broken word: " + word[0] + " ");
  }
"""


@dataclass(frozen=True)
class Browser:
    """A Chromium that writes pictures and PDFs, and tells what a page complained of."""

    program: str
    folder: Path

    def picture(self, page: Path, width: int, height: int, *, dark: bool = False) -> Path:
        """The top of the page as a window of this size shows it."""
        out = self.folder / f"{page.stem}-{width}{'-dark' if dark else ''}.png"
        framed = self.folder / f"frame-{width}-{dark}.html"  # a window is at least 500 pixels wide, a frame isn't
        style = f"border:0;width:{width}px;height:{height}px"
        framed.write_text(f"<body style='margin:0'><iframe src='{page.as_uri()}' style='{style}'>", encoding="utf-8")
        scheme = ("--blink-settings=preferredColorScheme=0",) if dark else ()
        self.run(f"--window-size={width},{height}", f"--screenshot={out}", *scheme, framed.as_uri())
        return out

    def pdf(self, page: Path) -> Path:
        """The page as it is printed."""
        out = self.folder / f"{page.stem}.pdf"
        self.run("--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri())
        return out

    def complaints(self, page: Path) -> list[str]:
        """What the page says on the console: a policy that was broken, a file that wasn't found."""
        said = self.run("--enable-logging=stderr", "--v=0", "--dump-dom", page.as_uri())
        return [line for line in said.splitlines() if ":CONSOLE" in line]

    def broken_words(self, page: Path, width: int) -> list[str]:
        """Words that a window of this width (from 500 pixels on) breaks in the middle, by a script put into a copy."""
        copy = self.folder / f"{page.stem}-{width}.html"
        text = page.read_text(encoding="utf-8").replace("Content-Security-Policy", "no-policy")
        wide = "<style>body { letter-spacing: .07em }</style>"  # as a system's widest letters are, beside Liberation's
        copy.write_text(f"{text}{wide}<script>{_BROKEN_WORDS}</script>", encoding="utf-8")
        said = self.run("--enable-logging=stderr", "--v=0", f"--window-size={width},1800", "--dump-dom", copy.as_uri())
        return re.findall(r"broken word: (\S+)", said)

    def run(self, *how: str) -> str:
        """Start it once; what it said on stderr."""
        profile = self.folder / "profile"
        always = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}")
        environment = {
            "FONTCONFIG_FILE": str(self.folder / "fonts.conf"),
            "HOME": str(self.folder),
            "PATH": "/usr/bin:/bin",
        }
        done = subprocess.run(
            [self.program, *always, *how],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=True,
        )
        return done.stderr


def browser(folder: Path) -> Browser | None:
    """A browser that keeps its files in this folder; None without Chromium or the Liberation fonts."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    matcher = shutil.which("fc-match")
    if program is None or matcher is None:
        return None
    found = subprocess.run(
        [matcher, "-f", "%{family}\n%{file}", _FONT], capture_output=True, encoding="utf-8", check=True
    ).stdout.splitlines()
    if not found[0].startswith(_FONT):
        return None
    fonts = _FONTS.format(folder=Path(found[1]).parent, cache=folder / "cache")
    (folder / "fonts.conf").write_text(fonts, encoding="utf-8")
    return Browser(program, folder)
