"""Goals: what each would like more of, in their own words, and how near it is by their own number."""
