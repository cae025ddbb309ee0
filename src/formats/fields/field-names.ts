/**
 * The fields of a document as tables, front matter and mappings name them. `many`: several values, parted by
 * ";" or "|". The reference page shows this list, and a test holds it.
 */
export const FIELDS = {
  record_id: { what: 'number or name it had before; its old address answers' },
  identifier: { many: true, what: 'what others call it: "scheme:value", or a value alone' },
  document_url: { what: 'its address elsewhere' },
  title: { what: 'its title' },
  title_lang: { what: 'language of the title; that of the table if not said' },
  original_title: { what: 'the title that the document bears itself' },
  translated_title: { what: 'its title in another language' },
  translated_title_lang: { what: 'language of that' },
  date: { what: 'when it was made: words or EDTF' },
  date_sent: { what: 'when it was sent' },
  date_received: { what: 'when it was received' },
  date_approximate: { what: '"yes" if the date is about so' },
  summary: { what: 'what it says, in a few sentences' },
  summary_lang: { what: 'language of the summary' },
  summary_by: { what: 'who wrote the summary' },
  genre: { what: 'kind of document: "Telegram"' },
  author: { many: true, what: 'who wrote it' },
  creator: { many: true, what: 'who made it, where nothing more is known' },
  sender: { many: true, what: 'who sent it' },
  recipient: { many: true, what: 'to whom' },
  copied_to: { many: true, what: 'to whom copies went' },
  participant: { many: true, what: 'who took part in the talk it records' },
  interpreter: { many: true, what: 'who interpreted' },
  note_taker: { many: true, what: 'who took the notes' },
  drafter: { many: true, what: 'who drafted it' },
  signatory: { many: true, what: 'who signed it' },
  contributor: { many: true, what: 'who brought it to the archive' },
  translator: { many: true, what: 'who translated it' },
  transcriber: { many: true, what: 'who transcribed it' },
  editor: { many: true, what: 'who edited it' },
  publisher: { many: true, what: 'who published it' },
  credits: { what: 'a line such as "Contributed by A and translated by B"' },
  people: { many: true, what: 'people it is about' },
  organizations: { many: true, what: 'bodies it is about' },
  people_and_organizations: { many: true, what: 'both, told apart by their names' },
  places: { many: true, what: 'places it is about' },
  written_at: { what: 'where it was written' },
  received_at: { what: 'where it was received' },
  subjects: { many: true, what: 'what it is about' },
  languages: { many: true, what: 'languages of the original, by name or tag' },
  classification: { what: 'marking of the original: "Top Secret"' },
  handling: { many: true, what: 'further marks: "Eyes Only"' },
  number: { many: true, what: 'numbers it bears: "telegram 243", "243"' },
  source: { what: 'where the original is, as a line: "RGASPI, f. 558, op. 11, d. 97, ll. 67-70"' },
  repository: { what: 'the archive that holds the original' },
  edition: { what: 'the edition this text was taken from' },
  edition_url: { what: 'its address' },
  rights: { what: 'rights, in words or as an address' },
  rights_uri: { what: 'address at rightsstatements.org or creativecommons.org' },
  rights_holder: { what: 'who holds them' },
  funders: { many: true, what: 'who paid for its opening' },
  credit_line: { what: 'a line of thanks, shown as it stands' },
  text: { what: 'the text in the language of the original: plain, or simple HTML' },
  text_lang: { what: 'its language; the first of `languages` if not said' },
  translation: { what: 'the text in translation' },
  translation_lang: { what: 'its language; that of the table if not said' },
  files: {
    many: true,
    what: 'files of its pages, in order: "p1.tif; p2.tif", "box12/*.tif", a folder, a PDF; they are imported with the table',
  },
  collection: { many: true, what: 'title of the collection it belongs to' },
  sequence: { what: 'its place in the collection; the row if not said' },
  part_of: { what: '`record_id` of the document it lies in' },
  reply_to: { what: '`record_id` of the document it answers' },
  related: { many: true, what: '`record_id` of documents it belongs with' },
  not_held: {
    what: 'why there is no text: "not found", "closed", "destroyed", "not printed", "withheld in full", or words',
  },
  invented: { what: 'said on its page: this text was invented, and for what' },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly many?: true }>>;

export type FieldName = keyof typeof FIELDS;

export const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);

/** Whether a field takes several values in one cell. */
export const takesMany = (field: FieldName): boolean => 'many' in FIELDS[field];

/** The values of a cell: "A; B | C" -> A, B, C. None empty. */
export const valuesOf = (cell: string): readonly string[] =>
  cell
    .split(/[;|]/)
    .map((value) => value.trim())
    .filter(Boolean);
