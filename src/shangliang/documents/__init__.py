"""Documents (文件): files in and out, with provenance."""
