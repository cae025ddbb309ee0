import type { Name } from '../../core/agent.ts';
import { sourceKey, type Draft } from '../../core/draft.ts';
import type { LanguageTag } from '../../core/language.ts';
import { descendantsOf, plainOf, type XmlElement } from '../xml/xml-node.ts';
import type { TeiFile } from './text-state.ts';

const SUFFIX = /^(?:Jr|Sr|I{1,3}|IV|V)\.?$/;

/** "Aldrich, Winthrop W." -> "Winthrop W. Aldrich"; a name without a comma stays as it is. */
export function naturalForm(name: string): string | undefined {
  const [family, given, suffix, ...more] = name.split(/,\s*/);
  if (!family || !given || more.length > 0 || SUFFIX.test(given) || /\d|\(/.test(name)) return undefined;
  if (suffix === undefined) return `${given} ${family}`;
  return SUFFIX.test(suffix) ? `${given} ${family}, ${suffix}` : undefined;
}

/** The words of an item behind the name that it explains. */
function explanationOf(item: XmlElement, named: XmlElement): string {
  const all = plainOf(item);
  const name = plainOf(named);
  const at = all.indexOf(name);
  const before = at > 0 ? all.slice(0, at).replace(/[\s,;:(–—-]+$/, '') : '';
  const after = all.slice(at + name.length).replace(/^[\s,;:.–—-]+/, '');
  return before ? `${before} ${after}`.trim() : after;
}

/** The persons that a list explains, each under the id by which the volume's texts refer to them. */
export function* readPersons(file: TeiFile, section: XmlElement, lang: LanguageTag): Generator<Draft> {
  for (const item of descendantsOf(section, 'item'))
    for (const person of descendantsOf(item, 'persName', ITEMS)) {
      const id = person.attributes['xml:id'];
      const form = plainOf(person).replace(/[,;:\s]+$/, '');
      if (id === undefined || form === '') continue;
      const natural = naturalForm(form);
      const names: Name[] = [{ form, lang, kind: 'preferred' }];
      if (natural) names.push({ form: natural, lang, kind: 'variant' });
      const words = explanationOf(item, person);
      yield {
        key: sourceKey('tei', `${file.base}#${id}`),
        joins: 'whole',
        maybeKnown: true,
        line: person.line,
        record: {
          kind: 'agent',
          agentKind: 'person',
          identifiers: [{ scheme: 'tei', value: `${file.base}#${id}` }],
          names,
          notes: words === '' ? [] : [{ text: words, lang }],
          links: [],
          attestations: natural ? [{ field: 'names.1', by: 'rule', from: 'the name turned round' }] : [],
        },
      };
    }
}

const ITEMS = new Set(['item']);

/** The abbreviations that a list explains. Identical ones of all volumes are one term. */
export function* readTerms(file: TeiFile, section: XmlElement, lang: LanguageTag): Generator<Draft> {
  for (const item of descendantsOf(section, 'item'))
    for (const term of descendantsOf(item, 'term', ITEMS)) {
      const id = term.attributes['xml:id'];
      const form = plainOf(term).replace(/[,;:\s]+$/, '');
      if (form === '') continue;
      const expansion = explanationOf(item, term);
      const value = `${form}=${expansion}`.replace(/[.\s]+$/, '');
      const key = sourceKey('term', value);
      if (id !== undefined) file.terms.set(id, key);
      yield {
        key,
        joins: 'addition',
        line: term.line,
        record: {
          kind: 'term',
          identifiers: [
            { scheme: 'term', value },
            ...(id === undefined ? [] : [{ scheme: 'tei', value: `${file.base}#${id}` }]),
          ],
          form,
          lang,
          expansion,
          notes: [],
          explainedIn: [],
          attestations: [],
        },
      };
    }
}
