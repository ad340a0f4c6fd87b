"""Files of other people: one module a format, behind a guard and a limited child process."""
