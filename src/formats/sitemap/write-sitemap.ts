import { printElement, printText, type XmlAttributes } from '../xml/print-xml.ts';

/** An address in a sitemap, whole. */
export interface SitemapEntry {
  readonly address: string;
  /** When what is there last changed: an ISO instant. */
  readonly changed?: string;
  /** Whole addresses of pictures that stand there. */
  readonly images?: readonly string[];
  /** For those who keep copies (ResourceSync): how it changed, or whose other form it is. */
  readonly change?: 'updated' | 'deleted';
  readonly capability?: string;
  /** Of what stands there, the page for people. */
  readonly page?: string;
}

/** What a list is to those who keep copies: which capability, of which moment, and what stands above it. */
export interface SyncList {
  readonly capability: string;
  readonly at?: string;
  readonly from?: string;
  readonly up?: string;
  /** Of a part of a list: the list of the parts. */
  readonly index?: string;
}

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGES = 'http://www.google.com/schemas/sitemap-image/1.1';
const SYNC = 'http://www.openarchives.org/rs/terms/';

const textual = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${printText(text)}</${name}>`;

function document(root: string, attributes: XmlAttributes, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printElement(root, { xmlns: SITEMAP, ...attributes }, `\n${content}`)}\n`;
}

const entryOf = (name: string, entry: SitemapEntry): string => {
  const images = (entry.images ?? []).map((address) =>
    printElement('image:image', {}, textual('image:loc', address)),
  );
  return `${printElement(name, {}, textual('loc', entry.address) + textual('lastmod', entry.changed) + syncOf(entry) + images.join(''))}\n`;
};

function syncOf({ change, capability, page, changed }: SitemapEntry): string {
  const md =
    change === undefined && capability === undefined
      ? ''
      : printElement('rs:md', {
          capability,
          change,
          datetime: change === undefined ? undefined : changed,
        });
  const link =
    page === undefined ? '' : printElement('rs:ln', { rel: 'alternate', href: page, type: 'text/html' });
  return md + link;
}

const headOf = (list: SyncList | undefined): string =>
  list === undefined
    ? ''
    : `${linkOf('up', list.up)}${linkOf('index', list.index)}${printElement('rs:md', { capability: list.capability, at: list.at, from: list.from })}\n`;

const linkOf = (rel: string, href: string | undefined): string =>
  href === undefined ? '' : `${printElement('rs:ln', { rel, href })}\n`;

const syncSpace = (list: SyncList | undefined): XmlAttributes =>
  list === undefined ? {} : { 'xmlns:rs': SYNC };

/**
 * A list of addresses.
 *
 * Source: sitemaps.org, protocol 0.9, with Google's extension for images; ResourceSync Framework 1.1 (ANSI/NISO
 * Z39.99-2017) where it is a list for those who keep copies. Read 2026-11-23.
 */
export function writeSitemap(entries: readonly SitemapEntry[], list?: SyncList): string {
  const hasImages = entries.some(({ images = [] }) => images.length > 0);
  return document(
    'urlset',
    { ...syncSpace(list), ...(hasImages ? { 'xmlns:image': IMAGES } : {}) },
    headOf(list) + entries.map((entry) => entryOf('url', entry)).join(''),
  );
}

/** A list of such lists. */
export const writeSitemapIndex = (parts: readonly SitemapEntry[], list?: SyncList): string =>
  document(
    'sitemapindex',
    syncSpace(list),
    headOf(list) + parts.map((part) => entryOf('sitemap', part)).join(''),
  );
