"""Safety: what each is asked alone, what the coach alone reads of it, and whom else one can ring."""
