"""Views of the shell itself: modes, session state, errors, the gallery of parts."""
