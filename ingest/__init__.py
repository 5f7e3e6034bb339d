"""From documents to the graph: reading, records, quads, store, derivation."""
