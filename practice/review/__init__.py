"""The coach's reading pane: what was sent, read and answered; only views over homework."""
