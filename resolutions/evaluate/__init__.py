"""How right the edition is, against labels made by hand."""
