"""Stands for the page of that name, which the first row leads to."""
