"""`ReportWords`: all texts of reports, Danish and English, one file a subject; numerals, marks, and/or here."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Part, Text
from samskab_cli.reporting.wording.answers import AnswerWords
from samskab_cli.reporting.wording.certainty import CertaintyWords
from samskab_cli.reporting.wording.doubts import DoubtWords
from samskab_cli.reporting.wording.figures import FigureWords, FirstScreenWords, GateWords, SideWords
from samskab_cli.reporting.wording.headings import Columns, Headings
from samskab_cli.reporting.wording.index import IndexWords
from samskab_cli.reporting.wording.method import MethodWords
from samskab_cli.reporting.wording.pages import PageWords
from samskab_cli.reporting.wording.statement_sources import SourceWords
from samskab_cli.reporting.wording.steps import DiscussWords, EvidenceWords, StepWords
from samskab_cli.reporting.wording.verdict import VerdictWords
from samskab_cli.reporting.wording.why import WhyWords


class ReportWords(Catalogue):
    """Every text that reports share, in one language; explanations, comparisons and studies have more of their own."""

    decimal_mark = Text(da=",", en=".")
    thousands_mark = Text(da=".", en=",")
    numerals = Text(
        da="nul én to tre fire fem seks syv otte ni ti elleve tolv",
        en="no one two three four five six seven eight nine ten eleven twelve",
    )
    """Small numbers in words, from 0."""
    and_ = Text(da="og", en="and")
    or_ = Text(da="eller", en="or")
    quoted = Text(da='"{text}"', en='"{text}"')
    per_cent = Text(da="{number} %", en="{number}%")
    headings = Part(Headings)
    columns = Part(Columns)
    doubts = Part(DoubtWords)
    figures = Part(FigureWords)
    verdict = Part(VerdictWords)
    sure = Part(CertaintyWords)
    why = Part(WhyWords)
    gates = Part(GateWords)
    sides = Part(SideWords)
    first_screen = Part(FirstScreenWords)
    discuss = Part(DiscussWords)
    steps = Part(StepWords)
    evidence = Part(EvidenceWords)
    answers = Part(AnswerWords)
    method = Part(MethodWords)
    index = Part(IndexWords)
    pages = Part(PageWords)
    sources = Part(SourceWords)
