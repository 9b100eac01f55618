"""宣传与传播: what came of the work, written, checked by three, proved, printed, and taken up elsewhere."""
