"""The vocabulary: OWL terms, SKOS code lists, and the constants generated from them."""
