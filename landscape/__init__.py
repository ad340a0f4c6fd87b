"""Landscape: read a social landscape, find its boundaries, choose whom to bring together next."""
