"""Writes tables as files: CSV by Python's own writer, XLSX by XlsxWriter."""
