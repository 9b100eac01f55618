"""Forms of this room's verbs; each module registers itself (procedures.forms)."""
