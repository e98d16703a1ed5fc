"""Draws numbers as pictures: SVG made here, PNG by resvg, in fonts of our own."""
