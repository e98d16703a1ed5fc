"""Forms half filled, and the links and conversations that fill them."""
