"""SHACL shapes, the validator and its report."""
