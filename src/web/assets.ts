import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

/** Style, type and mark of the site: our own, under addresses that change with their bytes. */
export interface Assets {
  /** Changes when any of them does. */
  readonly version: string;
  readonly stylesheet: string;
  readonly icon: string;
  /** The two fonts that every page begins with. */
  readonly preloads: readonly string[];
  /** Where each module stands that a page may ask for. */
  readonly modules: Readonly<Record<PageModule, string>>;
  /** Where the viewer stands that looks closely at scans; it is large, and read only when somebody does. */
  readonly deepZoom: string;
  /** Where the script stands that runs before a page is painted. */
  readonly settings: string;
  readonly files: ReadonlyMap<string, Asset>;
  /** Files that are read when they are asked for the first time. */
  readonly lateFiles: ReadonlyMap<string, () => Promise<Asset>>;
}

export interface Asset {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly brotli?: Uint8Array<ArrayBuffer>;
}

const STYLES = [
  'tokens.css',
  'ground.css',
  'controls.css',
  'search.css',
  'entries.css',
  'document.css',
  'reading.css',
  'scan.css',
  'cite.css',
  'compare.css',
  'pages.css',
  'forced-colors.css',
  'print.css',
] as const;

/** The browser's modules: those that a page asks for, and those that they import. */
const PAGE_MODULES = ['suggest', 'filter-rows', 'time-range', 'cite', 'reading', 'scan-viewer'] as const;
const SHARED_MODULES = [
  'choices',
  'combobox',
  'columns',
  'deep-zoom',
  'follow-scan',
  'found-places',
  'kept',
  'match-words',
  'more-text',
  'notes-here',
  'page-words',
  'place-of',
  'reading-keys',
  'view-settings',
] as const;
/** Not a module: it holds the painting back until a reader's settings are applied. */
const BEFORE_PAINT = 'settings';
const DEEP_ZOOM = 'openseadragon.js';
export type PageModule = (typeof PAGE_MODULES)[number];

/** Each face with what is served of it; `unicode-range` in the style loads only what a page shows. */
const FONTS = [
  [
    '@fontsource/stix-two-text',
    'stix-two-text',
    ['latin', 'cyrillic', 'latin-ext'],
    ['400-normal', '400-italic', '600-normal'],
  ],
  ['@fontsource/golos-text', 'golos-text', ['latin', 'cyrillic', 'latin-ext'], ['400-normal', '600-normal']],
  ['@fontsource/ibm-plex-mono', 'ibm-plex-mono', ['latin', 'cyrillic'], ['400-normal']],
] as const;
const PRELOADED = ['stix-two-text-latin-400-normal.woff2', 'golos-text-latin-400-normal.woff2'];

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>path,circle{color:#0f5c49}@media(prefers-color-scheme:dark){path,circle{color:#86cfb5}}</style><path d="M15.6 3.4A9.3 9.3 0 1 0 20.6 8.4" fill="none" stroke="currentColor" stroke-width="2.6"/><circle cx="12" cy="12" r="2.4" fill="currentColor"/></svg>`;

/** Reads them from the package and from the packages of the fonts, once, at start. */
export async function loadAssets(): Promise<Assets> {
  const { resolve } = createRequire(import.meta.url);
  const fonts = await Promise.all(
    FONTS.flatMap(([from, face, scripts, cuts]) =>
      scripts.flatMap((script) =>
        cuts.map((cut) => readFont(resolve(`${from}/files/${face}-${script}-${cut}.woff2`))),
      ),
    ),
  );
  const styles = await Promise.all(
    STYLES.map((name) => readFile(new URL(`./style/${name}`, import.meta.url), 'utf8')),
  );
  const modules = await Promise.all(
    [...PAGE_MODULES, ...SHARED_MODULES, BEFORE_PAINT].map(
      async (name) =>
        [`${name}.js`, compressed('text/javascript; charset=utf-8', await readModule(name))] as const,
    ),
  );
  const files = new Map<string, Asset>([
    ['site.css', compressed('text/css; charset=utf-8', plainStyle(styles.join('\n')))],
    ['mark.svg', compressed('image/svg+xml', ICON)],
    ...modules,
    ...fonts,
  ]);
  const digest = createHash('sha256');
  for (const [name, { bytes }] of files) digest.update(name).update(bytes);
  digest.update(await versionOf(resolve('openseadragon')));
  const version = digest.digest('hex').slice(0, 12);
  const address = (name: string): string => `/assets/${version}/${name}`;
  return {
    version,
    stylesheet: address('site.css'),
    icon: address('mark.svg'),
    preloads: PRELOADED.map(address),
    modules: {
      suggest: address('suggest.js'),
      'filter-rows': address('filter-rows.js'),
      'time-range': address('time-range.js'),
      reading: address('reading.js'),
      'scan-viewer': address('scan-viewer.js'),
      cite: address('cite.js'),
    },
    deepZoom: address(DEEP_ZOOM),
    settings: address(`${BEFORE_PAINT}.js`),
    files,
    lateFiles: new Map([[DEEP_ZOOM, onlyOnce(() => readScript(resolve('openseadragon')))]]),
  };
}

/** A module of the browser's as browsers read it: without its types, its imports under the names they are served by. */
export async function readModule(name: string): Promise<string> {
  const source = await readFile(new URL(`./browser/${name}.ts`, import.meta.url), 'utf8');
  return plainScript(stripTypeScriptTypes(source));
}

/** The first line of a package's script names its version, which is all that its address needs to change with. */
async function versionOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A package's script as it is, in its small form. */
const readScript = async (path: string): Promise<Asset> =>
  compressed('text/javascript; charset=utf-8', await readFile(path.replace(/\.js$/, '.min.js'), 'utf8'), 6);

function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  const again = (reason: unknown): never => {
    made = undefined;
    throw reason;
  };
  return () => (made ??= make().catch(again));
}

async function readFont(path: string): Promise<readonly [string, Asset]> {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return [name, { mediaType: 'font/woff2', bytes: new Uint8Array(await readFile(path)) }];
}

/** Packed when it is first asked for: the first page waits for no file that it does not send. */
function compressed(mediaType: string, text: string, quality = 9): Asset {
  const bytes = new TextEncoder().encode(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  let packed: Uint8Array<ArrayBuffer> | undefined;
  return {
    mediaType,
    bytes,
    get brotli() {
      return (packed ??= new Uint8Array(brotliCompressSync(bytes, { params })));
    },
  };
}

/** Without comments and indentation. */
const plainStyle = (style: string): string =>
  style
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n');

/** The same of a module. Only comments that stand on lines of their own go: what is within a line may be text. */
const plainScript = (script: string): string =>
  script
    .replace(/^[ \t]*\/\*\*[^]*?\*\/[ \t]*$/gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/^(import [^;']*')(\.\/[\w-]+)\.ts';/gm, "$1$2.js';")
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n');
