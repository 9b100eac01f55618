"""Procedures (流程): the one interpreter of state-verb tables, clocks, numbering."""
