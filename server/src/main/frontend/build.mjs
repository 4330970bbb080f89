// Builds the assets of the pages: node build.mjs <static directory>
//
// Takes from the DSFR the rules that the templates use and nothing else, so that a page weighs less than 150 KB with its
// fonts. Every file is named after its content (cached for ever, changed at once) and compressed here, not at each
// request. No network but `npm ci`, and no script of any package is run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const output = resolve(process.argv[2] ?? 'dist', 'assets');
const dsfr = join(here, 'node_modules/@gouvfr/dsfr/dist');

install();
const words = wordsOf([join(here, '../jte'), join(here, '../java/fr/monespacesante/portal'), here]);
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const manifest = {};
const sheets = styleSheets();
emit('pages.css', sheets.pages);
emit('connect.css', sheets.connect);
emit('messages.css', sheets.messages);
emit('pages.js', read(join(here, 'pages.js')).replace(/^\s*\/\/.*\n/gm, ''));
for (const script of ['messages.js', 'passkey.js', 'pro.js']) emit(script, read(join(here, script)).replace(/^\s*\/\/.*\n/gm, ''));
emit('push.js', read(join(here, 'push.js')));
emit('favicon.svg', read(join(here, 'favicon.svg')));
writeFileSync(
  join(output, '..', '..', 'assets.properties'),
  Object.keys(manifest).sort().map(name => `${name}=${manifest[name]}\n`).join(''));

/** Packages are installed when they are missing or when the lock file is newer than they are. */
function install() {
  const stamp = join(here, 'node_modules/.package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(join(here, 'package-lock.json')).mtimeMs) return;
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
  if (run.status !== 0) {
    console.error('The pages need packages from npm, and `npm ci --ignore-scripts` failed: see above.');
    process.exit(1);
  }
}

/** What every page needs; apart from it the button of FranceConnect, which brings its pictures with it, and messages. */
function styleSheets() {
  const components = ['accordion', 'alert', 'badge', 'breadcrumb', 'button', 'callout', 'card', 'checkbox', 'content',
    'footer', 'form', 'header', 'input', 'link', 'modal', 'navigation', 'notice', 'pagination', 'password', 'radio',
    'search', 'select', 'skiplink', 'stepper', 'summary', 'table', 'tag', 'tile', 'upload'];
  const sources = [
    join(dsfr, 'core/core.main.min.css'),
    ...components.map(name => join(dsfr, 'component', name, `${name}.main.min.css`)),
    join(dsfr, 'utility/icons/icons.main.min.css'),
    join(here, 'pages.css'),
  ];
  const parts = file => located(prune(parse(strip(read(file)))), dirname(file));
  const apart = (name, file) => parts(file).map(node => ({ ...node, apart: name }));
  const icons = /\.fr-icon-(attachment|reply|send-plane)-line/;
  const ours = sources.flatMap(parts).map(node => icons.test(node.selector ?? '') ? { ...node, apart: 'messages' } : node);
  const nodes = withoutUnusedProperties([
    ...ours,
    ...apart('connect', join(dsfr, 'component/connect/connect.main.min.css')),
    ...apart('messages', join(here, 'messages.css')),
  ]);
  const rules = print(nodes);
  const missing = [...words].filter(word => /^fr-icon-[\w-]+-(line|fill)$/.test(word) && !rules.includes(`.${word}`));
  if (missing.length) throw new Error(`The DSFR has no such icon: ${missing.join(', ')}`);
  const sheet = name => '/* Parts of the DSFR v1.15.3, Etalab-2.0, restricted use: see docs/adr */\n'
    + print(nodes.filter(node => node.apart === name));
  return { pages: sheet(undefined), connect: sheet('connect'), messages: sheet('messages') };
}

// --- a style sheet as a tree: rules { selector, declarations } and at-rules { prelude, nodes } or { prelude, raw }

function parse(text) {
  const nodes = [];
  let i = 0;
  while (i < text.length) {
    const brace = scan(text, i, '{;');
    if (brace < 0) break;
    const prelude = text.slice(i, brace).trim();
    if (text[brace] === ';') { i = brace + 1; continue; } // @charset, @import: none is wanted
    const end = closing(text, brace);
    const body = text.slice(brace + 1, end);
    i = end + 1;
    if (/^@(media|supports|layer|container)/.test(prelude)) nodes.push({ prelude, nodes: parse(body) });
    else if (prelude.startsWith('@')) nodes.push({ prelude, declarations: split(body, ';') });
    else nodes.push({ selector: prelude, declarations: split(body, ';') });
  }
  return nodes;
}

/** The first of the wanted characters outside quotes and parentheses. */
function scan(text, from, wanted) {
  let depth = 0, quote = '';
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (quote) { if (c === quote) quote = ''; }
    else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (depth === 0 && wanted.includes(c)) return i;
  }
  return -1;
}

function closing(text, open) {
  let depth = 0, quote = '';
  for (let i = open; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (quote) { if (c === quote) quote = ''; }
    else if (c === '"' || c === "'") quote = c;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i;
  }
  throw new Error('A style sheet has an unclosed block');
}

function split(text, separator) {
  const parts = [];
  for (let i = 0; i <= text.length;) {
    let end = scan(text, i, separator);
    if (end < 0) end = text.length;
    const part = text.slice(i, end).trim();
    if (part) parts.push(part);
    i = end + 1;
  }
  return parts;
}

/** Keeps the selectors whose every class and tag of DSFR is a word of our sources. */
function prune(nodes) {
  const kept = [];
  for (const node of nodes) {
    if (node.nodes) {
      const inner = prune(node.nodes);
      if (inner.length) kept.push({ ...node, nodes: inner });
    } else if (node.selector) {
      const selectors = split(node.selector, ',').filter(used);
      if (selectors.length) kept.push({ ...node, selector: selectors.join(',') });
    } else if (node.prelude.startsWith('@font-face')) {
      const face = node.declarations.join(';');
      if (/Marianne-(Regular|Bold)\.woff2/.test(face)) {
        kept.push({ ...node, declarations: node.declarations.map(d => d.startsWith('src')
          ? d.replace(/,\s*url\([^)]*\.woff\)\s*format\([^)]*\)/, '') : d) });
      }
    } else kept.push(node);
  }
  return kept;
}

function used(selector) {
  let plain = selector;
  for (let before; before !== plain;) { before = plain; plain = plain.replace(/:(?:not|is|where|has)\([^()]*\)/g, ''); }
  const classes = plain.match(/\.(?:\\.|[\w-])+/g) ?? [];
  return classes.every(name => words.has(name.slice(1).replaceAll('\\', '')));
}

/** Files named by `url(…)` become assets of ours. */
function located(nodes, folder) {
  const move = declaration => declaration.replace(/url\((['"]?)([^'")]+)\1\)/g, (whole, _, address) => {
    if (/^(data:|#)/.test(address)) return whole;
    const file = resolve(folder, address.replace(/[?#].*$/, ''));
    return `url(${emit(basename(file), readFileSync(file))})`;
  });
  return nodes.map(node => node.nodes
    ? { ...node, nodes: located(node.nodes, folder) }
    : { ...node, declarations: node.declarations.map(move) });
}

/** Custom properties that nothing refers to are most of the colours of the DSFR. */
function withoutUnusedProperties(nodes) {
  for (;;) {
    const text = print(nodes);
    const wanted = new Set([...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(match => match[1]));
    let removed = 0;
    const clean = list => list.flatMap(node => {
      if (node.nodes) { const inner = clean(node.nodes); return inner.length ? [{ ...node, nodes: inner }] : []; }
      const declarations = node.declarations.filter(d => {
        const name = /^(--[\w-]+)\s*:/.exec(d)?.[1];
        return !name || wanted.has(name) || (removed++, false);
      });
      return declarations.length ? [{ ...node, declarations }] : [];
    });
    nodes = clean(nodes);
    if (!removed) return nodes;
  }
}

function print(nodes) {
  return nodes.map(node => node.nodes
    ? `${node.prelude}{${print(node.nodes)}}`
    : `${node.selector ?? node.prelude}{${node.declarations.join(';')}}`).join('\n');
}

function strip(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '');
}

// --- files

function emit(name, content) {
  if (manifest[name]) return manifest[name];
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(name);
  const named = `${basename(name, extension)}-${hash}${extension}`;
  writeFileSync(join(output, named), bytes);
  if (['.css', '.js', '.svg'].includes(extension) && bytes.length > 1000) {
    writeFileSync(join(output, named + '.gz'), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(output, named + '.br'), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
  manifest[name] = named;
  return named;
}

function wordsOf(folders) {
  const found = new Set();
  const visit = path => {
    if (!existsSync(path) || basename(path) === 'node_modules') return;
    if (statSync(path).isDirectory()) readdirSync(path).forEach(name => visit(join(path, name)));
    else if (/\.(jte|java|js|css)$/.test(path)) for (const word of read(path).match(/[\w-]+/g) ?? []) found.add(word);
  };
  folders.forEach(visit);
  return found;
}

function read(file) {
  return readFileSync(file, 'utf8');
}
