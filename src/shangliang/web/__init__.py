"""Web: the shell around the rooms: base templates, design tokens, navigation, my day."""
