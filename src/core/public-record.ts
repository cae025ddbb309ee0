import type { RecordId } from './id.ts';
import type { Edition, Standing, Version } from './lifecycle.ts';
import type { ArchiveDocument } from './document.ts';
import type { ArchiveRecord } from './record.ts';
import { holdsOn, type Restriction, type RestrictableField, type RestrictionScope } from './redaction.ts';
import type { Facsimile, Rendition } from './rendition.ts';
import { placesOf } from './block-ids.ts';
import { textOffPage } from './facsimile/text-on-page.ts';
import { forgetShown } from './forget-shown.ts';
import type { Block, Note, Text } from './text.ts';

declare const publicBrand: unique symbol;
/** What anyone may see. Made only by {@link viewFor}; every outward surface takes only this. */
export interface PublicRecord<T extends ArchiveRecord = ArchiveRecord> {
  readonly id: RecordId;
  readonly record: T;
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  /** What is held back of it today, without a word of what that is. */
  readonly withheld: readonly Withheld[];
  readonly [publicBrand]: 'PublicRecord';
}

export interface Withheld {
  readonly scope: Restriction['scope']['kind'];
  readonly reason: Restriction['reason'];
  readonly words: string;
  readonly until?: string;
}

declare const editorBrand: unique symbol;
/** All of a record, for those who keep it. */
export interface EditorView<T extends ArchiveRecord = ArchiveRecord> {
  readonly id: RecordId;
  readonly standing: Standing;
  readonly version: Version<T>;
  readonly [editorBrand]: 'EditorView';
}

/** What a reader gets who asks for a record. */
export type View =
  | { readonly kind: 'public'; readonly view: PublicRecord }
  /** Never was public: answered as if unknown. */
  | { readonly kind: 'unknown' }
  /** Was public once, is not now. `until`: the first day on which it is again. */
  | {
      readonly kind: 'gone';
      readonly id: RecordId;
      readonly why: 'embargoed' | 'restricted';
      readonly until?: string;
      readonly reason?: Restriction['reason'];
    }
  | {
      readonly kind: 'withdrawn';
      readonly id: RecordId;
      readonly reason: string;
      readonly at: string;
      readonly replacedBy?: RecordId;
    }
  | { readonly kind: 'merged'; readonly into: RecordId };

/**
 * The one way out. Given a record's standing and the version that its last edition (or the edition asked
 * for) shows, says what a reader may see on this day.
 *
 *   never published                     -> unknown
 *   published, wholly restricted        -> gone (reason, until), if it was public; else unknown
 *   published, two blocks restricted    -> public, without the two, and saying so
 *   withdrawn                           -> withdrawn, if it was public; else unknown
 */
export function viewFor(
  standing: Standing,
  version: Version<ArchiveRecord> | undefined,
  edition: Edition | undefined,
  today: string,
): View {
  if (standing.editions.length === 0 || edition === undefined || version === undefined)
    return { kind: 'unknown' };
  const { state, id } = standing;
  if (state.kind === 'merged')
    return state.wasPublic === false ? { kind: 'unknown' } : { kind: 'merged', into: state.into };
  if (state.kind === 'withdrawn') {
    if (state.wasPublic === false) return { kind: 'unknown' };
    return {
      kind: 'withdrawn',
      id,
      reason: state.reason,
      at: state.at,
      ...(state.replacedBy ? { replacedBy: state.replacedBy } : {}),
    };
  }
  if (state.kind === 'embargoed' && today < state.until) {
    return state.wasPublic ? { kind: 'gone', id, why: 'embargoed', until: state.until } : { kind: 'unknown' };
  }
  const restrictions = standing.restrictions.filter((restriction) => holdsOn(restriction, today));
  const whole = restrictions.find((restriction) => restriction.scope.kind === 'whole');
  if (whole && 'wasPublic' in state && state.wasPublic === false) return { kind: 'unknown' };
  if (whole)
    return {
      kind: 'gone',
      id,
      why: 'restricted',
      reason: whole.reason,
      ...(whole.until ? { until: whole.until } : {}),
    };
  const blacked = new Set(
    restrictions.flatMap(({ scope }) => (scope.kind === 'regions' ? [scope.rendition] : [])),
  );
  const record = restrictions.reduce((rest, one) => withhold(rest, one, blacked), version.record);
  const withheld = restrictions.map(({ scope, reason, words, until }) => ({
    scope: scope.kind,
    reason,
    words,
    ...(until ? { until } : {}),
  }));
  return { kind: 'public', view: marked({ id, record, edition, editions: standing.editions, withheld }) };
}

const marked = (view: Omit<PublicRecord, typeof publicBrand>): PublicRecord => view as PublicRecord;

/** All of a record for its keepers: who may ask is for the caller to have checked. */
export const editorViewOf = <T extends ArchiveRecord>(
  standing: Standing,
  version: Version<T>,
): EditorView<T> => kept({ id: standing.id, standing, version });

const kept = <T extends ArchiveRecord>(view: Omit<EditorView<T>, typeof editorBrand>): EditorView<T> =>
  view as EditorView<T>;

function withhold(
  record: ArchiveRecord,
  restriction: Restriction,
  blacked: ReadonlySet<string>,
): ArchiveRecord {
  const { scope } = restriction;
  if (record.kind !== 'document') return record;
  switch (scope.kind) {
    case 'whole':
      return record;
    case 'rendition':
      return withoutRendition(record, scope.rendition);
    case 'blocks':
      return withoutBlocks(record, new Set(scope.blocks), blacked);
    case 'field':
      return withoutField(record, scope.field);
    case 'regions':
      return withBlackened(record, scope);
  }
}

function withoutRendition(document: ArchiveDocument, key: string): ArchiveDocument {
  const rest = document.renditions.filter((rendition) => rendition.key !== key);
  return {
    ...document,
    renditions: withoutShownLater(document, new Set([key]), rest),
    alignments: document.alignments.filter((alignment) => alignment.from !== key && alignment.to !== key),
  };
}

/**
 * A scan or an original shows all of the text: where a block of it is withheld, it cannot leave either,
 * unless somebody has said what of the scan is to be made black.
 */
function withoutBlocks(
  document: ArchiveDocument,
  blocks: ReadonlySet<string>,
  blacked: ReadonlySet<string>,
): ArchiveDocument {
  const renditions: Rendition[] = [];
  for (const rendition of document.renditions) {
    const { file: _file, ...rest } = rendition;
    if (rest.kind !== 'facsimile') renditions.push({ ...rest, text: textWithout(rest.text, blocks) });
    else if (blacked.has(rest.key)) renditions.push(rest);
  }
  const keys = document.renditions.flatMap((one) =>
    one.kind !== 'facsimile' && hasAny(one.text, blocks) ? one.key : [],
  );
  return { ...document, renditions: withoutShownLater(document, new Set(keys), renditions) };
}

const hasAny = (text: Text, blocks: ReadonlySet<string>): boolean =>
  [...placesOf(text)].some(({ id }) => blocks.has(id));

/** What a release showed of a text may stand as well where an earlier one held it back: it goes with that text. */
function withoutShownLater(
  { releases }: ArchiveDocument,
  keys: ReadonlySet<string>,
  renditions: readonly Rendition[],
): readonly Rendition[] {
  const gone = new Set(
    releases.flatMap(({ key, rendition }) => (rendition !== undefined && keys.has(rendition) ? [key] : [])),
  );
  if (gone.size === 0) return renditions;
  return renditions.map((one) =>
    one.kind === 'facsimile' ? one : { ...one, text: forgetShown(one.text, gone) },
  );
}

type RegionsScope = Extract<RestrictionScope, { readonly kind: 'regions' }>;

/**
 * The page says what is to be made black on it; the file that it came in does not leave, and of what a machine
 * read of the page only what is known to stand beside the black.
 */
function withBlackened(document: ArchiveDocument, scope: RegionsScope): ArchiveDocument {
  const blackened = document.renditions.map((rendition): Rendition => {
    if (rendition.kind !== 'facsimile' || rendition.key !== scope.rendition) return rendition;
    const { file: _file, ...rest } = rendition;
    const pages = rest.pages.map((page, at) =>
      at + 1 === scope.page
        ? {
            ...page,
            image: { ...page.image, blackened: [...(page.image.blackened ?? []), ...scope.regions] },
          }
        : page,
    );
    return { ...rest, pages };
  });
  const scan = blackened.find((one) => one.kind === 'facsimile' && one.key === scope.rendition);
  if (scan?.kind !== 'facsimile') return { ...document, renditions: blackened };
  const cut = new Set<string>();
  const renditions = blackened.map((one): Rendition => {
    const text = one.kind === 'facsimile' ? undefined : textBeside(one, scan, scope);
    if (one.kind === 'facsimile' || text === undefined) return one;
    const { file: _file, ...rest } = one;
    cut.add(one.key);
    return { ...rest, text };
  });
  return { ...document, renditions: withoutShownLater(document, cut, renditions) };
}

/** A text without what may stand under what is held back; undefined where it loses nothing. */
function textBeside(
  one: Exclude<Rendition, Facsimile>,
  scan: Facsimile,
  { page, clear }: RegionsScope,
): Text | undefined {
  const layer = scan.pages[page - 1]?.textLayer?.digest;
  const known = clear !== undefined && clear.layer === layer ? clear.blocks : [];
  return textOffPage(one, scan, { page, clear: new Set(known) });
}

function textWithout(text: Text, gone: ReadonlySet<string>): Text {
  const notes: Note[] = text.notes
    .filter((note) => !gone.has(note.id))
    .map((note) => ({ ...note, blocks: blocksWithout(note.blocks, gone) }));
  return { blocks: blocksWithout(text.blocks, gone), notes };
}

function blocksWithout(blocks: readonly Block[], gone: ReadonlySet<string>): readonly Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (gone.has(block.id)) continue;
    if (block.kind === 'quote' || block.kind === 'part')
      kept.push({ ...block, blocks: blocksWithout(block.blocks, gone) });
    else if (block.kind === 'list')
      kept.push({
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: blocksWithout(item.blocks, gone) })),
      });
    else kept.push(block);
  }
  return kept;
}

function withoutField(document: ArchiveDocument, field: RestrictableField): ArchiveDocument {
  switch (field) {
    case 'summary':
      return { ...document, summaries: [] };
    case 'contributions':
      return { ...document, contributions: [] };
    case 'mentions':
      return { ...document, mentions: [] };
    case 'source':
      return { ...document, source: {} };
    case 'numbers':
      return { ...document, numbers: [] };
    case 'notes':
      return {
        ...document,
        renditions: document.renditions.map((rendition) =>
          rendition.kind === 'facsimile'
            ? rendition
            : { ...rendition, text: { ...rendition.text, notes: [] } },
        ),
      };
  }
}
