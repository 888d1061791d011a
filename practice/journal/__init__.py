"""Journal: short daily entries, kept on the writer's own day, and what of them a writer chooses to share."""
