"""Where landscapes are kept: the only home of SQL."""
