"""Two partners, their coach, and the confidentiality policy all three have agreed upon."""
