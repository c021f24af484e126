"""Headings of sections and of columns of tables."""

from __future__ import annotations

from samskab_cli.model.catalogue import Catalogue, Text


class Headings(Catalogue):
    """What stands above the parts of a report."""

    meaning = Text(da="Hvad det betyder", en="What it means")
    held_back = Text(da="Det holder jer tilbage", en="What holds you back")
    not_asked = Text(da="Ikke med", en="Not asked")
    gates = Text(da="Afgørende spørgsmål", en="Decisive questions")
    dimensions = Text(da="Dimensioner", en="Dimensions")
    sides = Text(da="Siderne ved siden af hinanden", en="The sides beside each other")
    discuss = Text(da="Tal om det her først", en="Talk about this first")
    moves = Text(da="Det flytter mest", en="What moves it most")
    next_steps = Text(da="Næste skridt", en="Next steps")
    followed = Text(da="Det, I aftalte sidst", en="What you agreed on last time")
    actions = Text(da="Det har I aftalt at gøre", en="What you have agreed to do")
    agreed = Text(da="De svar, I blev enige om", en="The answers you agreed on")
    dilemmas = Text(da="Dilemmaer, I har noteret", en="Dilemmas you have noted")
    notes = Text(da="Noter", en="Notes")
    indicators = Text(da="Pejlemærker", en="Indicators")
    evidence = Text(da="Eksempler bag de høje svar", en="Examples behind the high answers")
    answers = Text(da="Svarene", en="The answers")
    items = Text(da="Alle udsagn", en="All statements")
    method = Text(da="Sådan er det regnet ud", en="How it was computed")


class Columns(Catalogue):
    """Short heads of columns, and their legend."""

    score = Text(da="tal", en="score")
    span = Text(da="fra–til", en="from–to")
    agreement = Text(da="enighed", en="agreement")
    gap = Text(da="afstand", en="gap")
    weakest = Text(da="svagest", en="weakest")
    lowest = Text(da="lavest", en="lowest")
    reverse = Text(da="vendt", en="reversed")
    unsure = Text(da="?", en="?")
    not_relevant = Text(da="–", en="–")
    blank = Text(da="tom", en="blank")
    invalid = Text(da="ulæst", en="unread")
    not_asked = Text(da="ikke spurgt", en="not asked")
    not_reached = Text(da="ikke nået", en="not reached")
