// Runs in the page: reads the GEXF file that stands in it as Gephi Lite does, draws it with sigma.js, and says what was
// loaded, and what colour the drawing has at the place of each node.
import graphology from 'graphology';
import gexf from 'graphology-gexf/browser';
import Sigma from 'sigma';

const text = JSON.parse(document.getElementById('gexf').textContent);
const graph = gexf.parse(graphology, text, { allowUndeclaredAttributes: false });
const renderer = new Sigma(graph, document.getElementById('drawing'));
renderer.refresh();

// What WebGL has drawn is gone after this turn of the event loop, so it is copied now.
const layers = [...document.querySelectorAll('#drawing canvas')];
const copy = document.createElement('canvas');
[copy.width, copy.height] = [layers[0].width, layers[0].height];
const pen = copy.getContext('2d', { willReadFrequently: true });
layers.forEach((layer) => pen.drawImage(layer, 0, 0));
const pixels = pen.getImageData(0, 0, copy.width, copy.height).data;
let inked = 0;
for (let i = 3; i < pixels.length; i += 4) if (pixels[i] > 0) inked += 1;

const ratio = window.devicePixelRatio;
const nodes = graph.mapNodes((key, { x, y, size, color }) => {
  const at = renderer.graphToViewport({ x, y });
  const pixel = [...pen.getImageData(Math.round(at.x * ratio), Math.round(at.y * ratio), 1, 1).data];
  return { key, x, y, size, color, at: [at.x, at.y], pixel };
});
const edges = graph.mapEdges((key, { weight }, source, target) => ({ source, target, weight }));
document.getElementById('said').textContent = JSON.stringify({ nodes, edges, inked, of: copy.width * copy.height });
