"""The engine for large graphs: SPARQL, put as SQL to column tables that are made from the store and kept beside it.

`load` makes the tables, `terms` says how they write terms as numbers, `kept` keeps them. A query goes through rdflib's
parser and algebra, `algebra` puts each operator as a SELECT in the making (`blocks`), `patterns` the triples,
`expressions` and `functions` what filters say, `aggregates` the groups; `engine` asks and reads the answer.
"""
