"""Forms of the sign-in pages and the administrators."""
