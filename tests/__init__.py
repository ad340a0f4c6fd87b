"""Tests mirror landscape/; their names are sentences."""
