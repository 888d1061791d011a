"""Words of the sample that tests look for elsewhere."""

# Stands in Ana's step `fallback` and nowhere else: whoever finds it on another's page has found a leak.
ANAS_FALLBACK = "The two rooms over the bakery in Quince Lane would be enough for the first year."
