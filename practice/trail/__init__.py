"""What happened, by whom and when; never what was written, and it outlives the rows it speaks of."""
