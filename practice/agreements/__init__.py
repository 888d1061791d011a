"""Agreements: ledgers that live on after a step (causes, agreements, actions and the like), and texts that both sign."""
