"""All brands together: their order, groups, relations and figures."""
