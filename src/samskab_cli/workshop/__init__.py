"""The room: one laptop, a projector or lines, a journal that has every answer before the next question."""
