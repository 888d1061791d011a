"""The partner's first page: only views, gathered from the rooms."""
