"""Pages of the procedures: the help page made from the tables, and the working calendar."""
