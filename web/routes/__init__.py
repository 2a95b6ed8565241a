"""From an address to a page: each module adds the routes of one kind of page."""
