// Writes one page that holds a GEXF file, sigma.js, and what draws the one with the other: draw.js GEXF PAGE
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSync } from 'esbuild';

const [source, page] = process.argv.slice(2);
const built = buildSync({ entryPoints: ['draw_page.js'], bundle: true, format: 'iife', minify: true, write: false });
const within = (text) => text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
writeFileSync(
  page,
  `<!doctype html>
<meta charset="utf-8">
<style>body { margin: 0; } #drawing { width: 1200px; height: 900px; } #said { display: none; }</style>
<div id="drawing"></div>
<pre id="said"></pre>
<script>
  addEventListener('error', (event) => (document.getElementById('said').textContent = JSON.stringify(event.message)));
</script>
<script type="application/json" id="gexf">${within(JSON.stringify(readFileSync(source, 'utf-8')))}</script>
<script>${within(built.outputFiles[0].text)}</script>
`,
);
