"""One function for each thing a person does that takes more than one call of the store."""
