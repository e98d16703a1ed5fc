"""The pictures of the guides, taken from the pages of `shopcrew try`."""
