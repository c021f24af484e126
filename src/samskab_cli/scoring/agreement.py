"""Agreement of the counts of one item: van der Eijk's A, −1…1, in layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


def agreement(counts: Sequence[int]) -> float:
    """Agreement A of answers over ordered categories, −1 (two camps) to 1 (all alike).

    counts: answers a category, in their order; at least two categories and one answer, else ValueError.
    Source: van der Eijk (2001), Quality & Quantity 35, p. 331. The counts are taken apart into layers, in which each
    category that still has answers weighs the same; A is the mean of the layers' agreement, weighted by their answers.

    >>> round(agreement([30, 40, 210, 130, 530, 50, 10]), 7)
    0.6113333
    >>> agreement([5, 0, 0, 0, 5]), agreement([1, 1, 1, 1, 1]), round(agreement([0, 3, 4, 3, 0]), 2)
    (-1.0, 0.0, 0.55)
    """
    found = layers(counts)
    return sum(layer.answers * layer.agreement for layer in found) / sum(layer.answers for layer in found)


class Layer(NamedTuple):
    """Answers of equal height in some of the categories."""

    answers: int
    agreement: float
    """−1 … 1, of this layer alone."""


def layers(counts: Sequence[int]) -> list[Layer]:
    """The layers that the counts are taken apart into.

    counts: as for `agreement`.

    >>> [layer.answers for layer in layers([0, 3, 4, 3, 0])]
    [9, 1]
    """
    rest = list(counts)
    if len(rest) < 2 or sum(rest) <= 0 or min(rest) < 0:
        raise ValueError("agreement needs at least two categories and one answer")
    found = []
    while any(rest):
        filled = [count > 0 for count in rest]
        height = min(count for count in rest if count > 0)
        found.append(Layer(height * sum(filled), _of_layer(filled)))
        rest = [count - height if has else 0 for count, has in zip(rest, filled, strict=True)]
    return found


def _of_layer(filled: Sequence[bool]) -> float:
    """Agreement of one layer: 1 for a single category, 0 where all are filled, lower with holes between filled ones."""
    places, categories = [i for i, has in enumerate(filled) if has], len(filled)
    if len(places) == categories:
        return 0.0
    if len(places) == 1:
        return 1.0
    # Triples of categories: `together` has its empty one outside, `apart` between the two filled ones.
    together = apart = 0
    for i in range(categories):
        for j in range(i + 1, categories):
            for k in range(j + 1, categories):
                pattern = (filled[i], filled[j], filled[k])
                together += pattern in {(True, True, False), (False, True, True)}
                apart += pattern == (True, False, True)
    narrow = categories - len(places)
    if together + apart == 0:
        return narrow / (categories - 1)
    unimodal = (categories - 2) * together - (categories - 1) * apart
    # Unimodality times the share of empty categories, as one division: two camps give −1 and not a little less.
    return unimodal * narrow / ((categories - 2) * (together + apart) * (categories - 1))
