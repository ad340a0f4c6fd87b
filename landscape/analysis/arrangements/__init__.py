"""Arrangements that are worked out from what is said of each stakeholder, stored nowhere."""
