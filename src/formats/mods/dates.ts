import type { CataloguedDate } from '../../core/date/catalogued-date.ts';
import { shapeOf } from '../../core/date/shape.ts';
import { printElement, printWords, type XmlAttributes } from '../xml/print-xml.ts';

/**
 * A date as an event in the making of a document; the catalogue date is the key date and the date of creation, by
 * which programs sort. Its words stand beside it.
 *
 *   <originInfo eventType="created"><dateCreated encoding="edtf" keyDate="yes">1957-12-02</dateCreated>
 *   <displayDate>2 December 1957</displayDate></originInfo>
 */
export function originOf(date: CataloguedDate, isKey: boolean, places = ''): string {
  const isCreated = isKey || date.kind === 'created';
  const attributes: XmlAttributes = {
    encoding: date.edtf === undefined ? undefined : 'edtf',
    qualifier: qualifierOf(date),
    keyDate: isKey ? 'yes' : undefined,
  };
  const words = date.edtf ?? date.words;
  const own = isCreated
    ? printWords('dateCreated', attributes, words)
    : printWords('dateOther', { ...attributes, type: date.kind }, words);
  const content = places + own + printWords('displayDate', {}, date.words);
  return content === '' ? '' : printElement('originInfo', { eventType: date.kind }, content);
}

function qualifierOf({ edtf, inferredFrom }: CataloguedDate): string | undefined {
  if (inferredFrom !== undefined) return 'inferred';
  const shape = edtf === undefined ? undefined : shapeOf(edtf);
  const qualifier = shape !== undefined && 'qualifier' in shape ? shape.qualifier : undefined;
  return qualifier === undefined ? undefined : qualifier === 'approximate' ? 'approximate' : 'questionable';
}
