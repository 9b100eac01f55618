"""Accounts (账号): sign-in, second factor, and the seat from which a person acts."""
