// Reads a GEXF file as Gephi Lite does and prints what it found, as JSON on stdout.
import { readFileSync } from 'node:fs';
import graphology from 'graphology';
import gexf from 'graphology-gexf';

const [path] = process.argv.slice(2);
const graph = gexf.parse(graphology, readFileSync(path, 'utf-8'), { allowUndeclaredAttributes: false });
process.stdout.write(
  JSON.stringify({
    type: graph.type,
    multi: graph.multi,
    nodes: graph.mapNodes((key, attributes) => ({ key, ...attributes })),
    edges: graph.mapEdges((key, attributes, source, target) => ({ key, source, target, ...attributes })),
  }),
);
