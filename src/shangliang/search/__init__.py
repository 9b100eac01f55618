"""检索: search, similar cases, suggestions of class and unit, early signals."""
