"""What goes on between the steps of a story: entries of a day, lines of ledgers, texts, turns, pace, plans."""
