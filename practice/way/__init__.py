"""Way: a couple's whole path, what opens when, what still has to come first, and which steps are done."""
