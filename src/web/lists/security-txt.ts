import type { Answer } from '../answer.ts';
import type { Visit } from '../site.ts';

const DAYS = 180;

/**
 * To whom faults of the site are told, where the archive gives an address: it expires, as it must, and is made anew.
 *
 * Source: RFC 9116, read 2026-11-23.
 */
export async function securityTxt({ site, room }: Visit): Promise<Answer | undefined> {
  const { contact, address, languages } = site.settings;
  if (contact === undefined || contact === '') return undefined;
  const expires = new Date(Date.parse(room.harvest.now()) + DAYS * 86_400_000).toISOString();
  const lines = [
    `Contact: ${/^[a-z][a-z0-9+.-]*:/i.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${address}/.well-known/security.txt`,
    '',
  ];
  return { kind: 'text', mediaType: 'text/plain; charset=utf-8', body: lines.join('\n') };
}
