"""A sheet as a PDF: set, looked over and tagged. Only here is WeasyPrint known, and only `pdf` imports it."""
