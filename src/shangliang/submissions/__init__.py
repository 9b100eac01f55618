"""Submissions (来件·建议): what someone hands in, above all proposals (提案)."""
