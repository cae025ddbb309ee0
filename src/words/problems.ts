import type { Problem, ProblemCode } from '../core/problem.ts';

/** A problem in words: what is so, and what can be done. */
export interface SaidProblem {
  readonly sentence: string;
  readonly wayOut: string;
}

/** The words of a code. `{value}`, `{file}`, `{line}`, `{field}`, `{record}` and the facts by name are filled in. */
interface Words {
  readonly sentence: string;
  readonly wayOut: string;
}

/** The English words of every code; the type holds that none is missing. */
export const PROBLEM_WORDS: Readonly<Record<ProblemCode, Words>> = {
  'file-unreadable': {
    sentence: 'This file could not be read.',
    wayOut: 'See that it exists, is a file, and may be read by you.',
  },
  'format-unknown': {
    sentence: 'The format of this file was not recognised.',
    wayOut: 'Name it with --format, or give a mapping file with --mapping. The original is kept.',
  },
  'file-kept': {
    sentence: 'This file ({value}) is kept as an original; nothing was read from it.',
    wayOut: 'A record shows it by naming its digest, as the sample archive does.',
  },
  'encoding-wrong': {
    sentence: 'Some bytes are not what the encoding {encoding} allows; they stand as \uFFFD.',
    wayOut: 'Save the file as UTF-8, or let it declare its encoding, and import it again.',
  },
  'encoding-guessed': {
    sentence: 'No encoding is declared and it is not UTF-8: it was read as {encoding}.',
    wayOut: 'If letters look wrong, save the file as UTF-8 and import it again.',
  },
  'too-large': {
    sentence: 'This is larger than is taken in ({limit}).',
    wayOut: 'Divide it, and import the parts.',
  },
  'line-too-long': {
    sentence: 'A line is longer than is taken in ({limit}).',
    wayOut: 'See whether the file is what it says it is; divide the line if it is.',
  },
  'not-an-image': {
    sentence: 'This is named as an image, but its bytes are not one that can be shown.',
    wayOut: 'Give the image as JPEG, PNG, TIFF or WebP.',
  },
  'image-broken': {
    sentence: 'This image cannot be read to its end.',
    wayOut: 'Copy it again from where it came from, or save it anew as JPEG, PNG, TIFF or WebP.',
  },
  'image-too-slow': {
    sentence: 'This image took longer to read than is allowed.',
    wayOut: 'Try it again when the machine is less busy; if it stays so, save it anew as JPEG or TIFF.',
  },
  'images-busy': {
    sentence: 'More images are being cut at once than can be answered soon.',
    wayOut: 'Ask again in a moment.',
  },
  'pdf-broken': {
    sentence: 'This PDF is broken, and could not be read.',
    wayOut: 'Open it in a program that shows PDFs and save it anew, then import that. The original is kept.',
  },
  'pdf-encrypted': {
    sentence: 'This PDF is locked with a password, or encrypted in a way that is not read.',
    wayOut: 'Save a copy without the password, and import that. The original is kept.',
  },
  'pdf-too-many-pages': {
    sentence: 'This PDF has {pages} pages, which is more than are taken in ({limit}).',
    wayOut: 'Divide it, and import the parts. The original is kept.',
  },
  'pdf-page-size': {
    sentence: 'Page {page} of this PDF is larger or smaller than any sheet of paper.',
    wayOut:
      'Open it in a program that shows PDFs, print it to a PDF with pages of usual size, and import that.',
  },
  'took-too-long': {
    sentence: 'Reading this took longer than it may ({limit}), and was stopped.',
    wayOut: 'See whether the file opens elsewhere; save it anew, or divide it. The original is kept.',
  },
  'reader-not-started': {
    sentence: 'The program that reads {value} could not be started here.',
    wayOut: 'See that Unsealed is installed whole: "npm ci" in a checkout; the log says what was missing.',
  },
  'ocr-language-missing': {
    sentence: 'Pages in the language {value} cannot be read here: the data of that language is missing.',
    wayOut:
      'On Debian and Ubuntu: "sudo apt install {package}". Else put {code}.traineddata into a folder, and name the folder as tessdata in unsealed.json. Then have the pages read again.',
  },
  'ocr-failed': {
    sentence: 'The text of this picture could not be read: the program that reads it has ended ({value}).',
    wayOut: 'See whether the picture shows in other programs; then have it read again.',
  },
  'xml-broken': {
    sentence: 'The XML is broken here: {message}',
    wayOut: 'Mend the file and import it again; what could be read of it is in.',
  },
  'xml-entity-refused': {
    sentence:
      'The entity declared here is refused, for it can make a small file very large or read other files.',
    wayOut: 'Write out what the entity stands for, and take away its declaration.',
  },
  'xml-entity-unknown': {
    sentence: 'The entity {value} is not known; it stands as it is written.',
    wayOut: 'Write the character itself instead of the entity.',
  },
  'xml-doctype-ignored': {
    sentence: 'The file names a document type elsewhere; it was not fetched.',
    wayOut: 'Nothing needs to be done, unless entities of that type are missing in the text.',
  },
  'xml-too-deep': {
    sentence: 'The elements are nested deeper than is taken in ({limit}).',
    wayOut: 'See whether the file is what it says it is.',
  },
  'element-not-understood': {
    sentence: 'The element {value} is not understood here; its text is shown.',
    wayOut:
      'Nothing is lost. If it should be more than text, say so where problems of Unsealed are reported.',
  },
  'text-without-place': {
    sentence: 'This text stands where no text is expected, and is shown nowhere else.',
    wayOut: 'Move it into a paragraph, and import the file again.',
  },
  'left-out': {
    sentence: 'This is marked to be left out: as internal in the file, or by the mapping.',
    wayOut: 'Nothing need be done. To bring it in, take the mark away and import the file again.',
  },
  'zip-broken': {
    sentence: 'The zip cannot be opened, or a file in it cannot be unpacked.',
    wayOut: 'Make the zip again, or unpack it and import the folder.',
  },
  'zip-bomb': {
    sentence: 'This would unpack to more than is taken in ({limit}).',
    wayOut: 'If it is honest, unpack it and import the folder.',
  },
  'zip-path-refused': {
    sentence: 'The zip names a file outside itself: {value}. That file was left out.',
    wayOut: 'Make the zip again from within its folder, if the file belongs to it.',
  },
  'zip-too-many': {
    sentence: 'The zip holds more files than are taken in ({limit}).',
    wayOut: 'Unpack it and import the folder.',
  },
  'zip-encrypted': {
    sentence: 'A file in the zip is locked by a password.',
    wayOut: 'Unpack it with the password, and import the folder.',
  },
  'words-outside': {
    sentence: '{count} words stand outside of their page; they were brought to its edge.',
    wayOut: 'See whether this text belongs to this image, and was made for an image of this size.',
  },
  'words-divided': {
    sentence: 'Only lines are given here, not words: {count} words were placed by their length.',
    wayOut: 'Nothing need be done. Export words, too, where marks on the scan should stand exactly.',
  },
  'page-size-missing': {
    sentence: 'The size of this page is not given; it was taken from where its words stand.',
    wayOut:
      'Give width and height of the page in the file, and import it again: marks on the scan may be off.',
  },
  'page-text-scaled': {
    sentence: 'This text was made for an image of {given}; the image is {actual}. Its boxes were scaled.',
    wayOut:
      'Nothing need be done, if it is the same page. Where marks on the scan stand wrong, give the size in the text’s file as the image has it.',
  },
  'pages-unequal': {
    sentence: 'The text has {given} pages, the scan {actual}; pages were taken in order.',
    wayOut: 'See whether a page is missing in one of the two.',
  },
  'companion-alone': {
    sentence: 'This is the text of a page ({value}), and no image was found that it belongs to.',
    wayOut: 'Put it beside its image under the same name ("p1.jpg", "p1.xml"), and import both together.',
  },
  'pages-grouped': {
    sentence: 'Document “{title}”: {pages} pages, {how}: {value}.',
    wayOut: 'Where that is wrong, put each document into a folder of its own, or list its files in a table.',
  },
  'pages-doubtful': {
    sentence: 'The names of these files leave open which are pages of one document. Taken as {how}: {value}.',
    wayOut:
      'Where that is wrong, put each document into a folder of its own, or list its files in a table with a column "files".',
  },
  'text-stays-open': {
    sentence: 'What a person wrote of page {page} stays public: {value}. It was not read from the picture.',
    wayOut:
      'Read it, and hold back what tells the same: with --blocks its paragraphs, with --rendition all of it.',
  },
  'scan-known': {
    sentence: 'The record {by} shows this image already; no further document was made of it.',
    wayOut: 'Nothing need be done.',
  },
  'scan-replaced': {
    sentence: 'The scan {value} came with other bytes than before: the document has a new version.',
    wayOut: 'The former original is kept, and earlier editions still show it. Nothing need be done.',
  },
  'structure-left': {
    sentence: 'The file divides the document further ({value}); that is not taken in.',
    wayOut: 'The original is kept. Describe the parts in a table, where each should be a document.',
  },
  'description-left': {
    sentence: 'The file describes the document in a form that is not read here: {value}.',
    wayOut:
      'The original is kept. Describe the document in a table that lists its files, or in MODS or Dublin Core.',
  },
  'files-left': {
    sentence: 'The file lists this, but not as a page, and it was not taken in: {value}.',
    wayOut: 'Where it should be a document, import it by itself, without the file that lists it.',
  },
  'scan-missing': {
    sentence: 'The document {record} has no scan that could be read, or no such page.',
    wayOut: '"unsealed get {record}" shows its pages; "unsealed import" brings scans in.',
  },
  'page-not-read': {
    sentence: 'The text of this page could not be read.',
    wayOut: 'The scan is shown all the same. "unsealed documents read --failed" tries again.',
  },
  'work-cut-off': {
    sentence: 'This work was begun {attempts} times and never ended: its process was cut off each time.',
    wayOut: 'See whether memory is short; "unsealed documents read --failed" tries again.',
  },
  'csv-quote-open': {
    sentence: 'A quotation mark is opened here and never closed.',
    wayOut: 'Close it, or double it ("") where it is part of the value. Rows before it are in.',
  },
  'csv-row-length': {
    sentence: 'This row has {actual} values under {expected} columns.',
    wayOut: 'See whether a value with a separator in it lacks its quotation marks.',
  },
  'column-unmapped': {
    sentence: 'The column {value} is not known; its values are kept under their own name.',
    wayOut: 'Say what it means in a mapping file (--mapping), and import again.',
  },
  'column-missing': {
    sentence: 'A column that is needed is missing: {value}.',
    wayOut: 'Add the column, or say in a mapping file (--mapping) which other one it is.',
  },
  'mapping-broken': {
    sentence: 'The mapping file cannot be followed here: {message}',
    wayOut: 'The reference page on formats shows what a mapping may say.',
  },
  'json-broken': {
    sentence: 'This is not JSON.',
    wayOut: 'Mend this line; the others are in.',
  },
  'record-broken': {
    sentence: 'This is not a record as we know one: {message}',
    wayOut: 'Compare it with what "unsealed get ID --draft" prints.',
  },
  'front-matter-broken': {
    sentence: 'The front matter is not YAML that can be read: {message}',
    wayOut: 'Mend it between its two lines "---", and import the file again.',
  },
  'date-not-read': {
    sentence: 'The date {value} was not understood; its words are kept and shown.',
    wayOut:
      'Write it as EDTF beside its words ("1945-07", "1945?", "1946/1948"), where a date filter should find it.',
  },
  'date-impossible': {
    sentence: 'There is no such day as {value}; its words are kept and shown.',
    wayOut: 'See the original, and correct the date or mark it as doubtful.',
  },
  'date-doubtful': {
    sentence: 'The date {value} is not likely for a document of this collection.',
    wayOut: 'See the original; if the date is right, nothing needs to be done.',
  },
  'language-not-read': {
    sentence: 'The language {value} is not known.',
    wayOut: 'Give it as a BCP 47 tag ("ru", "zh-Hant") or by its English name.',
  },
  'source-not-parsed': {
    sentence: 'The source line could not be taken apart; it stands whole.',
    wayOut:
      'Nothing is lost. Write repository and reference ("RGASPI, f. 558, op. 11, d. 97") to list it with its file.',
  },
  'id-twice': {
    sentence: 'The id {value} was used before in what is imported; this one goes in under an id of its own.',
    wayOut: 'Give each record its own id, or leave one of the two out.',
  },
  'reference-unknown': {
    sentence: 'What this refers to is not here: {value}. Its words stand without a link.',
    wayOut: 'Import what it refers to, then this again.',
  },
  'title-missing': {
    sentence: 'This record has no title.',
    wayOut: 'Give it one; until then its id stands in its place.',
  },
  'rights-not-read': {
    sentence:
      'The rights statement {value} names none of the known licences or statements; its words are kept.',
    wayOut: 'Add the address of a statement of rightsstatements.org or Creative Commons.',
  },
  'file-missing': {
    sentence:
      'A file that this record names did not come with it: {value}. Nothing is fetched from an address.',
    wayOut: 'Put the file beside the record, under the name at the end of its path, and import both again.',
  },
  'alignment-unequal': {
    sentence: 'The texts have unequal numbers of parts, so that they stand side by side only in part.',
    wayOut: 'See where they part, and align them by hand.',
  },
  'name-ambiguous': {
    sentence: 'The name {value} may be one of several people; it was linked to none of those before.',
    wayOut: '"unsealed agents candidates" lists who may be one; "unsealed merge" joins them.',
  },
  'version-conflict': {
    sentence: 'Somebody changed this record in the meantime; nothing was overwritten.',
    wayOut: 'See what stands now ("unsealed get {record} --draft"), bring the two together, and save again.',
  },
  'not-found': {
    sentence: 'There is no record {record} here.',
    wayOut: 'See that the id is whole; "unsealed get /search?q=…" finds records by their words.',
  },
  'rendition-unknown': {
    sentence: 'The document {record} has no text or scan “{value}”.',
    wayOut: '"unsealed get {record} --draft" lists its renditions, each with its key.',
  },
  'part-unknown': {
    sentence: 'The record {record} has nothing of this kind: {field} {value}.',
    wayOut:
      '"unsealed get {record} --draft" shows what it has. Parts of a page are given as x,y,w,h in its pixels.',
  },
  'not-allowed': {
    sentence: 'This cannot be done with the record {record}: it is {value}.',
    wayOut: '"unsealed get ID --draft" shows how the record stands.',
  },
  'already-so': {
    sentence: 'It is so already; nothing was changed.',
    wayOut: 'Nothing needs to be done.',
  },
  'kind-mismatch': {
    sentence: 'These are not of one kind: {value}.',
    wayOut: 'Give two records of the same kind.',
  },
  'disk-full': {
    sentence: 'The disk is full. What was being written was taken back, and the archive is whole.',
    wayOut: 'Make room, and do it again: it goes on where it stopped.',
  },
  'not-an-archive': {
    sentence: 'This folder is not an archive: it holds no unsealed.json.',
    wayOut: 'Name the folder with --dir or UNSEALED_DIR, or make an archive with "unsealed init".',
  },
  'archive-exists': {
    sentence: 'There is an archive in this folder already.',
    wayOut: 'Choose another folder; "unsealed status" shows what is in this one.',
  },
  'archive-newer': {
    sentence: 'This archive was written by a newer Unsealed than this one.',
    wayOut: 'Install the newer version; this one has changed nothing.',
  },
  'index-behind': {
    sentence: 'The search index does not cover the newest records.',
    wayOut: '"unsealed reindex" brings it up to date.',
  },
  'index-rebuilding': {
    sentence: 'The search index was damaged and is being made anew from the records.',
    wayOut: 'Ask again in a while; documents and lists can be read meanwhile.',
  },
  'handout-too-long': {
    sentence: 'This document is too long to be made into one PDF ({limit} pages).',
    wayOut: 'Print its page from the browser, or take its text as plain text, Markdown or TEI.',
  },
  'handout-busy': {
    sentence: 'Too many PDFs are being made at once.',
    wayOut: 'Ask again in a few seconds.',
  },
  'search-busy': {
    sentence: 'More is being searched for at once than can be answered soon.',
    wayOut: 'Ask again in a moment.',
  },
  'digest-wrong': {
    sentence: 'The bytes of this original are not the ones that were kept.',
    wayOut: 'Take the file from a backup; its name is its digest.',
  },
  'archive-locked': {
    sentence: 'Another process is at work in this archive.',
    wayOut: 'Wait until it has ended, or end it, and try again.',
  },
  'folder-not-empty': {
    sentence: 'This folder holds something already; nothing was written.',
    wayOut: 'Name a folder that is empty, or is not there yet.',
  },
  'not-writable': {
    sentence: 'Nothing can be written here.',
    wayOut: 'Name another folder, or see that you may write in this one.',
  },
  'nothing-public': {
    sentence: 'Nothing of this archive is public yet: there is nothing to give away.',
    wayOut: '"unsealed publish --drafts" makes what is drafted public.',
  },
  'query-not-understood': {
    sentence: 'A part of the question was not understood, and was looked for as words: {value}.',
    wayOut: 'The page of help on searching shows what a question may say.',
  },
  'query-too-long': {
    sentence: 'The question is longer than is read ({limit}); its end was left out.',
    wayOut: 'Ask with fewer words.',
  },
  'query-too-deep': {
    sentence: 'The question has more brackets within brackets than are read ({limit}).',
    wayOut: 'Ask with fewer brackets.',
  },
  'wildcards-too-many': {
    sentence:
      'Too many words of the question begin with a sign for any letters ({limit} are read so); {value} was looked for without the sign.',
    wayOut: 'Give the word its first letters.',
  },
  'day-impossible': {
    sentence: 'The calendar has no such day or month, so that this was not read as a date: {value}.',
    wayOut: 'Write a day as “2 July 1945” or 1945-07-02, a month as “July 1945” or 1945-07, a year as 1945.',
  },
  'field-unknown': {
    sentence: 'There is no field {value} to search in; it was looked for as words.',
    wayOut: 'The page of help on searching lists the fields.',
  },
  'value-not-read': {
    sentence: 'The value {value} was not understood for {field}.',
    wayOut: 'The page of help on searching shows what a field may be asked.',
  },
  'command-unknown': {
    sentence: 'There is no command {value}.',
    wayOut: '"unsealed help" lists the commands.',
  },
  'option-wrong': {
    sentence: 'The option {field} is not right.',
    wayOut: '"unsealed {command} --help" shows how the command is used.',
  },
  'argument-missing': {
    sentence: '{field} is missing.',
    wayOut: '"unsealed {command} --help" shows how the command is used.',
  },
  'address-unknown': {
    sentence: 'The site has no page at {value}.',
    wayOut: 'Addresses begin with "/"; "unsealed get /" is the first page.',
  },
  'setting-wrong': {
    sentence: 'The setting {field} is not right; expected: {expected}.',
    wayOut: 'Correct it in this file; the reference page on settings shows each.',
  },
};

/** Sentences that say more where a fact says which case it is; the way out is the code's. */
const BY_FACT: Partial<Readonly<Record<ProblemCode, Readonly<Record<string, string>>>>> = {
  'ocr-language-missing': {
    unknown: 'Pages in the language {value} cannot be read here: there is no engine for it.',
    none: 'No language is known for these pages, and they cannot be read without one.',
  },
  'pdf-broken': {
    'not-pdf': 'This is named as a PDF, but its bytes are not one.',
    truncated: 'The end of this PDF is missing.',
    'no-pages': 'This PDF has no pages.',
    page: 'Page {page} of this PDF is broken, and could not be read.',
  },
  'option-wrong': {
    unknown: 'There is no option {field} of "unsealed {command}".',
    'takes-nothing': '{field} takes no value.',
    'needs-value': '{field} needs a value: {takes}.',
    'not-one-of': '{field} cannot be {value}; it is one of: {words}.',
    'too-many': '{field} is one argument too many.',
    'not-a-day': '{field} is to be a day such as 2031-04-01.',
    'not-a-number': '{field} is to be a whole number from {least} to {most}.',
    'not-a-region': '{field} are to be x,y,w,h in whole pixels, with ";" between; this is none: {value}.',
    'not-together': '{field} and {other} cannot both be given.',
    'in-use': 'The port {value} is taken by another process.',
    'not-allowed': 'You may not listen on the port {value}.',
  },
};

const OTHER_PORT = 'Choose another: "PORT=4849 npm start", or "unsealed serve --port 4849".';

/** Ways out that differ where a fact says which case it is. */
const WAYS_BY_FACT: Partial<Readonly<Record<ProblemCode, Readonly<Record<string, string>>>>> = {
  'ocr-language-missing': {
    unknown: 'Give the pages a transcription, or have them read in a language of the same script.',
    none: 'Say in the record which languages the document has, and have its pages read again.',
  },
  'pdf-broken': {
    'not-pdf': 'Give the file the ending that it should have, and import it again.',
    truncated: 'Fetch or copy the file again, whole, and import it. The original is kept.',
  },
  'option-wrong': { 'in-use': OTHER_PORT, 'not-allowed': OTHER_PORT },
};

/** Says a problem in English: one sentence, and the way out. */
export function sayProblem(problem: Problem): SaidProblem {
  const words = PROBLEM_WORDS[problem.code];
  const why = String(problem.facts?.['why'] ?? '');
  const sentence = BY_FACT[problem.code]?.[why] ?? words.sentence;
  const wayOut = WAYS_BY_FACT[problem.code]?.[why] ?? words.wayOut;
  const meant = problem.facts?.['meant'];
  return {
    sentence: fill(sentence, problem) + (meant === undefined ? '' : ` Did you mean "${meant}"?`),
    wayOut: fill(wayOut, problem),
  };
}

/** Fills in what is known; what is not leaves no hole: the brackets or the colon around it go with it. */
function fill(template: string, { where, value, facts }: Problem): string {
  const known: Readonly<Record<string, string | number | undefined>> = {
    ...facts,
    ...where,
    value: value === undefined ? undefined : quoted(value),
  };
  return template
    .replace(/( \(|: ?|, and not )?\{([\w-]+)\}(\))?/g, (_, before = '', name: string, after = '') =>
      known[name] === undefined ? fallback(before) : `${before}${known[name]}${after}`,
    )
    .replace(/ {2,}/g, ' ')
    .replace(/([^.?!…"”])$/, '$1.');
}

const fallback = (before: string): string => (before === '' ? 'this' : '');

const quoted = (value: string): string => `“${value.length > 80 ? `${value.slice(0, 79)}…` : value}”`;
