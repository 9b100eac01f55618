"""What each room lets be found: one module a room, each registers its sources when it is imported."""
