import { printElement } from '../xml/print-xml.ts';

/** A form in which an object is had: its name in an address, its media type, where it is documented. */
export interface UnapiFormat {
  readonly name: string;
  readonly mediaType: string;
  readonly docs?: string;
}

/**
 * The forms in which all objects are had, or one that is named.
 *
 *   <formats id="dk4m7q2zxh"><format name="mods" type="application/mods+xml" docs="…"/>…</formats>
 *
 * Source: "unAPI Version 1", unapi.info/specs, read 2026-11-23.
 */
export const writeFormats = (formats: readonly UnapiFormat[], id?: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${printElement(
    'formats',
    { id },
    formats
      .map(({ name, mediaType, docs }) => printElement('format', { name, type: bare(mediaType), docs }))
      .join(''),
  )}\n`;

const bare = (mediaType: string): string => mediaType.replace(/;.*/, '');
