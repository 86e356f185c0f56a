"""Every kind of fault: how much it weighs and how it is told, by where it arises."""
