"""Files that no good program writes."""
