"""Loading every action module, so that the registry of verbs is whole before anyone asks it."""

import importlib
import pkgutil


def load(package: str) -> None:
    """Import each module of an ``actions`` package."""
    found = importlib.import_module(package)
    for module in pkgutil.iter_modules(found.__path__):
        importlib.import_module(f"{package}.{module.name}")
