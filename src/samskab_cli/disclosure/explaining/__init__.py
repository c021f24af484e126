"""How a figure of a result came about; made of the result alone, so that it can't say more."""
