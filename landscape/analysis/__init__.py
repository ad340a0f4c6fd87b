"""Measures and layouts: pure functions without input, output, clock or globals."""
