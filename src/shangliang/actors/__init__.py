"""Actors and ties (主体·联系): who there is, and dated, typed links between them."""
