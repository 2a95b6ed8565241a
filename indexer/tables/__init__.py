"""Tables as catalogues: what their columns are called, what a partner says about them, and one row of them."""
