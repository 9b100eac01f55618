"""Indicators: units, periods, ranks, weighted means, contributions, what-if, rules, pace, indices.

Plain Python: typed in, typed out, no database. Figures are :class:`decimal.Decimal`, so that what is
shown adds up to the last digit. A missing figure is ``None``, never 0.
"""
