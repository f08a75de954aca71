"""Every figure that holds an office to account, counted a second time by other code."""
