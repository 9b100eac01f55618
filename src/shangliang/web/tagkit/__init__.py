"""What the templates may say: filters and tags, by theme. ``templatetags/sl.py`` gathers them."""
