"""A question set goes out: on paper, on cards, as an answer sheet, and into survey systems. One file a target."""
