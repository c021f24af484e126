"""Which groups are withheld, so that no figure about too few people is shown or can be subtracted (scoring §7)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samskab_cli.model.suppression import Reason
from samskab_cli.scoring.suppression import suppressed, suppressed_in_sums

SMALL, PROTECTS = Reason.MIN_GROUP, Reason.PROTECTS_ANOTHER


def hidden(counts: dict[str, int], *sums: str, min_group: int = 5, roleless: int = 0) -> dict[str, Reason]:
    """Withheld groups of one-letter names; `sums` are words of these letters, `roleless` people stand in every sum."""
    return suppressed_in_sums(counts, [(letters, roleless) for letters in sums], min_group)


def test_a_group_of_four_is_withheld_and_one_of_five_is_shown() -> None:
    assert hidden({"a": 5, "b": 4, "c": 4}, "abc") == {"b": SMALL, "c": SMALL}


def test_the_smallest_shown_group_protects_a_small_one_that_would_be_alone() -> None:
    assert hidden({"a": 7, "b": 2, "c": 6}, "abc") == {"b": SMALL, "c": PROTECTS}


def test_of_equal_groups_the_first_by_name_protects() -> None:
    assert hidden({"a": 5, "b": 2, "c": 5}, "abc") == {"b": SMALL, "a": PROTECTS}


def test_nobody_hidden_needs_no_protection() -> None:
    assert hidden({"a": 5, "b": 5, "c": 0}, "abc") == {"c": SMALL}


def test_people_without_a_role_are_hidden_and_need_protection_too() -> None:
    assert hidden({"a": 6, "b": 5}, "ab", roleless=1) == {"b": PROTECTS}


def test_one_hidden_group_can_need_protection_in_two_sums() -> None:
    # given the roles a, b of one side and c, d of another; everybody, and each side, is a sum
    assert hidden({"a": 9, "b": 2, "c": 7, "d": 3}, "abcd", "ab", "cd") == {
        "b": SMALL,
        "d": SMALL,
        "a": PROTECTS,
        "c": PROTECTS,
    }


def test_with_a_smallest_group_of_one_whoever_there_is_is_shown() -> None:
    assert hidden({"a": 1, "b": 1}, "ab", min_group=1, roleless=1) == {}


def test_a_group_that_is_hidden_for_another_reason_counts_among_the_hidden() -> None:
    # given a group nobody can name
    start = {"?": Reason.MIN_GROUP}
    assert suppressed({"?": 9, "a": 5, "b": 6}, 5, start=start) == start
    assert suppressed({"?": 3, "a": 5, "b": 6}, 5, start=start) == {**start, "a": PROTECTS}


def test_groups_whose_sum_is_not_known_are_hidden_by_their_own_size_only() -> None:
    # given a and b of a side that isn't shown
    assert hidden({"a": 5, "b": 2, "c": 7, "d": 8}, "cd") == {"b": SMALL}


@given(
    counts=st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), min_size=1),
    sums=st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), min_size=1, max_size=5),
    min_group=st.integers(2, 6),
    roleless=st.integers(0, 3),
)
def test_no_sum_of_enough_people_is_left_with_a_rest_of_too_few(
    counts: dict[str, int], sums: list[set[str]], min_group: int, roleless: int
) -> None:
    words = ["".join(sorted(letters & set(counts))) for letters in sums]
    found = hidden(counts, *words, min_group=min_group, roleless=roleless)
    for word in words:
        total = sum(counts[name] for name in word) + roleless
        rest = sum(counts[name] for name in word if name in found) + roleless
        assert rest == 0 or rest >= min(min_group, total)  # a sum of fewer isn't published itself
    assert all(counts[name] >= min_group for name in counts if name not in found)
