"""One thread for linear algebra: tables are small, and a web process has threads of its own.

Read before numpy; whoever sets the variable keeps their number.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
