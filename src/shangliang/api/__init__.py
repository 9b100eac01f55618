"""API: the same verbs and the same permissions, for machines."""
