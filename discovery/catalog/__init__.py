"""What libraries hold. Values only: no I/O, and no idea that search exists."""
