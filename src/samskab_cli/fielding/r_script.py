"""A script for R: the figures of `samskab study` from psych, and a factor analysis of the categories from lavaan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samskab_cli.fielding.form import Form
from samskab_cli.model.question_set import Item, ResponseScale
from samskab_cli.model.text import clean

_PER_LINE = 8


def r_script(form: Form) -> str:
    """Keys for `psych::scoreItems`, and a model for `lavaan::cfa(ordered = TRUE)`; reversed items are turned there."""
    return "\n".join(_lines(form)) + "\n"


def _lines(form: Form) -> Iterator[str]:
    found = form.question_set
    low, high = _ends([found.scale_of[item.id] for item in form.items])
    yield f"# {found.id} {found.version}: {_comment(form.text(found.title))}"
    yield "# Reads CSV: a column an item, named by its id, with numbers as answers; what is no number is missing."
    yield '# Needs psych and lavaan: install.packages(c("psych", "lavaan"))'
    yield from ("library(psych)", "library(lavaan)", "")
    for section in form.sections:
        yield f"# {section.dimension.id}: {_comment(form.text(section.dimension.title))}"
        yield from (
            f"#   {item.id}{' (reversed)' if item.reverse else ''}: {_comment(form.text(item.text))}"
            for item in section.items
        )
    yield ""
    yield "file <- commandArgs(trailingOnly = TRUE)[1]  # Rscript x.R answers.csv"
    yield 'if (is.na(file)) file <- "answers.csv"'
    yield 'answers <- read.csv(file, colClasses = "character", check.names = FALSE, fileEncoding = "UTF-8-BOM")'
    yield from _vector("items", [item.id for item in form.items])
    yield "values <- as.data.frame(lapply(answers[items], function(cells) suppressWarnings(as.numeric(cells))),"
    yield "                        optional = TRUE)"
    yield f"low <- {low}"
    yield f"high <- {high}"
    yield "for (at in seq_along(items)) {"
    yield "  value <- values[[at]]"
    yield "  values[[at]][value < low[at] | value > high[at]] <- NA"
    yield "}"
    yield ""
    yield "keys <- list("
    keys = [f'  "{section.dimension.id}" = c({_keys(section.items)})' for section in form.sections]
    yield ",\n".join(keys)
    yield ")"
    yield 'print(scoreItems(keys, values, impute = "none", min = low, max = high))'
    yield ""
    yield from _vector("reversed", [item.id for item in form.items if item.reverse])
    yield "keyed <- values"
    yield "turned <- low + high"
    yield "names(turned) <- items"
    yield "for (item in reversed) keyed[[item]] <- turned[[item]] - keyed[[item]]"
    yield 'model <- "'
    for section in form.sections:
        if len(section.items) > 1:
            yield f"  f_{section.dimension.id} =~ {' + '.join(item.id for item in section.items)}"
    yield '"'
    yield "fit <- cfa(model, data = keyed, ordered = TRUE, std.lv = TRUE)"
    yield "summary(fit, fit.measures = TRUE, standardized = TRUE)"
    yield "# The items of a dimension add up to it (formative): a poor fit alone is no reason to delete one."


def _ends(scales: Sequence[ResponseScale]) -> tuple[str, str]:
    """The lowest and the highest value of each item, as R writes a vector."""
    if all(scale == scales[0] for scale in scales):
        return f"rep({scales[0].minimum}, length(items))", f"rep({scales[0].maximum}, length(items))"
    low, high = (", ".join(map(str, of)) for of in zip(*((one.minimum, one.maximum) for one in scales), strict=True))
    return f"c({low})", f"c({high})"


def _keys(items: Sequence[Item]) -> str:
    return ", ".join(f'"{"-" if item.reverse else ""}{item.id}"' for item in items)


def _vector(name: str, ids: Sequence[str]) -> Iterator[str]:
    quoted = [f'"{id_}"' for id_ in ids]
    rows = [", ".join(quoted[at : at + _PER_LINE]) for at in range(0, len(quoted), _PER_LINE)]
    joined = ",\n  ".join(rows)
    yield f"{name} <- c({joined})" if len(rows) < 2 else f"{name} <- c(\n  {joined}\n)"


def _comment(text: str) -> str:
    """On one line, whatever it holds."""
    return " ".join(clean(text).split())
