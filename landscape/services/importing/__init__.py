"""From files to the map: roles proposed, problems listed, all that was agreed stored at once."""
