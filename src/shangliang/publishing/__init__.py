"""Publishing (传): what the public may see."""
