"""The pages of terms: the glossary, terminology, a page for each that matters most."""
