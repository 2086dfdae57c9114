"""Plain text as a tool extracted it from a PDF."""
