import { RECORD_FORMS } from '../src/web/form-table.ts';

interface About {
  readonly name: string;
  readonly standard: string;
  /** What a record says that has no place in it. */
  readonly lacks: string;
}

/** What each form is, and what it leaves out: nothing is lost without its being said. */
const ABOUT: Readonly<Record<string, About>> = {
  pdf: {
    name: 'PDF',
    standard: 'a handout to print',
    lacks: 'Page images (they are `/scans.pdf`), alignment, identifiers of other systems.',
  },
  txt: {
    name: 'Plain text',
    standard: 'Unicode (UTF-8)',
    lacks:
      'Of documents people, places, subjects, numbers, releases; all marks within a text but their words.',
  },
  md: {
    name: 'Markdown',
    standard: 'CommonMark with YAML front matter',
    lacks:
      'Of documents EDTF (dates are in words), ids of the people and places named, releases, alignment. Reads back: its texts and the fields of the template.',
  },
  tei: {
    name: 'TEI',
    standard: 'TEI P5 4.11.0',
    lacks:
      'Page images and where words stand on them; guessed alignment; who said a field (attestations). Reads back: texts and header equal, but names stand for ids.',
  },
  json: { name: 'JSON', standard: 'the public record as it is kept', lacks: 'Nothing.' },
  jsonld: {
    name: 'JSON-LD',
    standard: 'schema.org',
    lacks: 'Texts; steps of the reference; marking, releases, alignment.',
  },
  mods: {
    name: 'MODS',
    standard: 'MODS 3.8',
    lacks:
      'Texts, alignment, redactions; the levels of a reference (it is one line); hour and zone of a date; roles that MARC has no relator for are words.',
  },
  dc: {
    name: 'Dublin Core',
    standard: 'simple Dublin Core (`oai_dc`)',
    lacks:
      'Texts; who had which part (a creator or a contributor); dates but the catalogue date; marking, releases, funders; the kind and years of a name.',
  },
  eac: {
    name: 'EAC-CPF',
    standard: 'EAC-CPF 2.0',
    lacks:
      'Attestations; from which merged record a name came. An office is a corporate body, and says office.',
  },
  ead: {
    name: 'EAD3',
    standard: 'EAD3 1.1',
    lacks: 'Texts; which role another name had in the document’s own words; alignment; attestations.',
  },
  ris: {
    name: 'RIS',
    standard: 'RIS (2001, as Zotero reads it)',
    lacks:
      'Texts; languages of titles; ids of people; every part but author, recipient, translator is a note.',
  },
  bib: {
    name: 'BibTeX',
    standard: 'BibLaTeX, with the fields of BibTeX beside',
    lacks: 'Texts; titles in other languages; places, subjects, numbers, releases.',
  },
  'csl.json': {
    name: 'CSL-JSON',
    standard: 'CSL 1.0.2',
    lacks:
      'Texts; all titles but two; places, subjects, numbers, releases; uncertain dates keep their words.',
  },
};

/** docs/reference/forms.md: which record is had in which form, and what each has no place for. */
export function formsPage(
  printed: string,
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => string,
): string {
  const rows = RECORD_FORMS.map(({ suffix, mediaType, alsoAs = [], kinds }) => {
    const about = ABOUT[suffix];
    if (about === undefined) throw new RangeError(`the form ${suffix} is not described`);
    const types = [mediaType.split(';')[0] ?? '', ...alsoAs];
    return [
      about.name,
      `\`.${suffix}\``,
      types.map((type) => `\`${type}\``).join(' '),
      about.standard,
      kinds.join(', '),
      about.lacks,
    ];
  });
  return [
    '# Forms of a record',
    printed,
    'A record is had in another form at its address without the slug, with an ending: `/document/dk4m7q2zxh.mods`, `/person/a3n0ph4kqg.eac`, `/repository/rs8k3wrbwy.ead`. Or by asking at its own address for a media type with `Accept`: the answer is 303 to that address. Where a page would do as well, or nothing that is had, it is the page. Capitals, a former identifier, the ending `.xml` (TEI of a document, EAD3 of a collection or archive, EAC-CPF of a person, else Dublin Core) and the like lead there by 301. What is withheld, withdrawn or unknown answers as its page does (404, 410), in problem details.',
    table(['Form', 'Ending', 'Media type', 'Standard', 'Kinds of record', 'What it has no place for'], rows),
    'Everywhere: that a record is invented, that it is known but not held, and that something of it is held back today is said first. Characters that XML cannot hold are written as U+FFFD. [What is told in which way](../explanation/forms.md).',
    '',
  ].join('\n\n');
}
