"""What a landscape is made of: values that cannot be wrong once built. Standard library only."""
