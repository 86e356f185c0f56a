"""What a page must not ask for, heard by the page itself."""

LISTEN = """
    window.held = [];
    addEventListener("securitypolicyviolation", (e) => held.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""
"""A script that runs before those of a page, and notes in ``held`` what its policy holds back."""
