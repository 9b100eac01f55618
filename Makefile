# The same words as run.py, for those who have make.
PYTHON ?= python3

.PHONY: run test check bench
run test check bench:
	$(PYTHON) run.py $@ $(ARGS)
