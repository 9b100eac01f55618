"""Settings: ``product`` for real use (everything from the environment), ``testing`` for the tests."""
