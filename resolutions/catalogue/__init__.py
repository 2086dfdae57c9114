"""`data/*.yml` and the reading aids -> records, every problem with its line."""
