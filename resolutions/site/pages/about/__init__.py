"""The pages about the edition: what it is, its sources, its errata, its audit."""
