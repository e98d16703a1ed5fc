"""Two persons become one: what becomes of every row that names them."""
