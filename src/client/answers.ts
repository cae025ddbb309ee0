// Printed from the shapes of the API (npm run client); a test fails when it differs.

/** The archive, and where its parts are. */
export type Archive = {
  readonly name: string;
  readonly motto?: string;
  readonly url: string;
  readonly about?: string;
  readonly contact?: string;
  readonly notice?: string;
  /** Of what the archive itself writes; documents say their own. */
  readonly licence?: string;
  /** Those of the site, the first first. */
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly naan?: string;
  /** The number of the last public change. */
  readonly lastChange: number;
  readonly counts: {
    readonly documents: number;
    readonly notHeld: number;
    readonly collections: number;
    readonly people: number;
    readonly repositories: number;
    readonly languages: number;
  };
  readonly links: Readonly<Record<string, string>>;
};

/** A public record by its title, and where it is. */
export type Named = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  /** BCP 47, of the title. */
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
};

/** A date. */
export type Dated = {
  /** As catalogued. */
  readonly words: string;
  /** The same in EDTF (ISO 8601-2); absent where it cannot be said. */
  readonly edtf?: string;
};

/** A record as lists have it. */
export type Listed = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  /** BCP 47, of the title. */
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** A title or name in another language. */
  readonly otherTitle?: {
    readonly text: string;
    readonly lang: string;
  };
  readonly date?: Dated;
  /** Years of life, existence or coverage, EDTF. */
  readonly years?: string;
  /** Of a document: its genre, as catalogued. */
  readonly type?: string;
  readonly summary?: string;
  readonly summaryLang?: string;
  /** Of a document: false where it is known but not held here. */
  readonly held?: boolean;
  /** Of a document: whether agencies, or the archive, hold back some or all of it. */
  readonly access?: 'open' | 'part' | 'closed';
  /** Who wrote or sent it, as it names them. */
  readonly from?: readonly string[];
  /** Who was written to. */
  readonly to?: readonly string[];
  readonly languages?: readonly string[];
  /** Where the original is, in words. */
  readonly source?: string;
  /** Of a collection, person, place …: how many documents it has. */
  readonly documents?: number;
  /** In a list of somebody’s documents: the roles and names in which they stand in it. */
  readonly roles?: readonly {
    readonly role:
      | 'author'
      | 'sender'
      | 'recipient'
      | 'copied-to'
      | 'participant'
      | 'interpreter'
      | 'note-taker'
      | 'drafter'
      | 'signatory'
      | 'translator'
      | 'transcriber'
      | 'contributor'
      | 'editor'
      | 'publisher'
      | 'subject'
      | 'creator'
      | 'other';
    readonly name: string;
  }[];
  /** Of an account of an event: whose account it is. */
  readonly side?: string;
  /** That it was invented, and for what. Absent: it was not. */
  readonly invented?: string;
};

/** A stretch of a list. */
export type List = {
  /** How many there are in all. */
  readonly total: number;
  /** The address of the next stretch; absent: this was the last. */
  readonly next?: string;
  readonly items: readonly Listed[];
};

/** A document. */
export type Document = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'document';
    readonly identifiers: readonly Identifier[];
    readonly titles: readonly Title[];
    readonly summaries: readonly LangText[];
    readonly dates: readonly CataloguedDate[];
    readonly genre?: string;
    readonly contributions: readonly Contribution[];
    readonly subjects: readonly string[];
    readonly places: readonly {
      readonly place: string;
      readonly role: 'written-at' | 'sent-from' | 'received-at' | 'about' | 'mentioned' | 'event';
      readonly name?: string;
    }[];
    readonly languages: readonly string[];
    readonly marking: {
      readonly classification?: string;
      readonly handling: readonly string[];
    };
    readonly numbers: readonly {
      readonly numberKind:
        'telegram' | 'dispatch' | 'airgram' | 'time-group' | 'case' | 'file' | 'circular' | 'other';
      readonly value: string;
      readonly from?: string;
      readonly to?: string;
    }[];
    readonly source: {
      readonly verbatim?: string;
      readonly original?: ReferencePath;
      readonly copy?: ReferencePath;
      readonly edition?: {
        readonly words: string;
        readonly url?: string;
      };
      readonly unparsed?: string;
    };
    readonly rights: Rights;
    readonly funders: readonly string[];
    readonly creditLine?: string;
    readonly releases: readonly {
      readonly key: string;
      readonly date?: string;
      readonly authority: string;
      readonly authorityAgent?: string;
      readonly caseNumber?: string;
      readonly outcome: 'full' | 'part' | 'denied';
      readonly exemptions: readonly string[];
      readonly words?: string;
      readonly rendition?: string;
    }[];
    readonly renditions: readonly Rendition[];
    readonly alignments: readonly {
      readonly from: string;
      readonly to: string;
      readonly links: readonly {
        readonly from: readonly string[];
        readonly to: readonly string[];
        readonly basis: 'given' | 'by-hand' | 'guessed';
      }[];
    }[];
    readonly related: readonly {
      readonly document: string;
      readonly relation:
        | 'reply-to'
        | 'encloses'
        | 'enclosed-in'
        | 'same-text'
        | 'not-same-text'
        | 'version-of'
        | 'mentioned-in'
        | 'related';
      readonly words?: string;
    }[];
    readonly collections: readonly {
      readonly collection: string;
      readonly sequence: number;
    }[];
    readonly mentions: readonly {
      readonly key: string;
      readonly to: string;
    }[];
    readonly holding:
      | {
          readonly kind: 'held';
        }
      | {
          readonly kind: 'not-held';
          readonly reason:
            'withheld-in-full' | 'not-found' | 'closed' | 'not-printed' | 'destroyed' | 'other';
          readonly words: string;
        };
    readonly otherFields?: readonly {
      readonly name: string;
      readonly value: string;
    }[];
    readonly attestations: readonly Attestation[];
    readonly vanished?: readonly {
      readonly block: string;
      readonly version: number;
    }[];
    readonly invented?: string;
  };
};

/** A collection. */
export type Collection = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'collection';
    readonly identifiers: readonly Identifier[];
    readonly titles: readonly Title[];
    readonly description: Blocks;
    readonly descriptionLang?: string;
    readonly seeAlso: readonly {
      readonly collection: string;
      readonly words?: string;
    }[];
    readonly period?: string;
    readonly image?: {
      readonly digest?: string;
      readonly mediaType?: string;
      readonly widthPx?: number;
      readonly heightPx?: number;
      readonly caption?: string;
      readonly credit?: string;
      readonly alt?: string;
    };
    readonly curators: readonly string[];
    readonly published?: {
      readonly series?: string;
      readonly subseries?: string;
      readonly volume?: string;
      readonly title?: string;
      readonly editors: readonly string[];
      readonly publisher?: string;
      readonly place?: string;
      readonly year?: string;
    };
    readonly parents: readonly {
      readonly collection: string;
      readonly sequence: number;
    }[];
    readonly matter: readonly {
      readonly slug: string;
      readonly title: string;
      readonly position: 'front' | 'back';
      readonly text: {
        readonly blocks: Blocks;
        readonly notes: readonly Note[];
      };
      readonly mentions: readonly {
        readonly key: string;
        readonly to: string;
      }[];
    }[];
    readonly savedQuery?: string;
    readonly rights: Rights;
    readonly notes: readonly LangText[];
    readonly attestations: readonly Attestation[];
    readonly isFeatured?: boolean;
    readonly invented?: string;
  };
};

/** A person, body or office. */
export type Agent = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'agent';
    readonly identifiers: readonly Identifier[];
    readonly names: readonly Name[];
    readonly notes: readonly LangText[];
    readonly links: readonly {
      readonly scheme: string;
      readonly url: string;
    }[];
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
    readonly agentKind: 'person' | 'body' | 'office';
    readonly years?: string;
  };
};

/** A place. */
export type Place = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'place';
    readonly identifiers: readonly Identifier[];
    readonly names: readonly Name[];
    readonly notes: readonly LangText[];
    readonly links: readonly {
      readonly scheme: string;
      readonly url: string;
    }[];
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
    readonly coordinates?: {
      readonly latitude: number;
      readonly longitude: number;
    };
    readonly within?: string;
  };
};

/** A subject. */
export type Subject = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'subject';
    readonly identifiers: readonly Identifier[];
    readonly names: readonly Name[];
    readonly notes: readonly LangText[];
    readonly links: readonly {
      readonly scheme: string;
      readonly url: string;
    }[];
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
    readonly broader: readonly string[];
  };
};

/** An abbreviation or code word. */
export type Term = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'term';
    readonly identifiers: readonly Identifier[];
    readonly form: string;
    readonly lang?: string;
    readonly expansion: string;
    readonly notes: readonly LangText[];
    readonly explainedIn: readonly string[];
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
  };
};

/** A meeting, visit, crisis. */
export type Event = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'event';
    readonly identifiers: readonly Identifier[];
    readonly names: readonly Name[];
    readonly notes: readonly LangText[];
    readonly links: readonly {
      readonly scheme: string;
      readonly url: string;
    }[];
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
    readonly dates: readonly CataloguedDate[];
    readonly places: readonly string[];
    readonly participants: readonly Contribution[];
    readonly accounts: readonly {
      readonly document: string;
      readonly side: string;
    }[];
    readonly agenda?: readonly {
      readonly title: string;
      readonly passages: readonly {
        readonly document: string;
        readonly blocks: readonly string[];
      }[];
    }[];
  };
};

/** An archive. */
export type Repository = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'repository';
    readonly identifiers: readonly Identifier[];
    readonly names: readonly Name[];
    readonly notes: readonly LangText[];
    readonly links: readonly {
      readonly scheme: string;
      readonly url: string;
    }[];
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
    readonly place?: string;
    readonly country?: string;
  };
};

/** A unit of description: fonds, series, file. */
export type Unit = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** Its archival resource key, where the archive gives such names. */
  readonly ark?: string;
  readonly edition: Edition;
  /** How many editions it has had. */
  readonly editions: number;
  readonly withheld: readonly Withheld[];
  /** When its public form last changed; the header Last-Modified says it too. */
  readonly changed: string;
  /** When readers first had it. */
  readonly opened: string;
  readonly forms: readonly Form[];
  /** Every public record that it refers to, by the id that it refers by. */
  readonly named: Readonly<Record<string, Named>>;
  readonly record: {
    readonly kind: 'unit';
    readonly identifiers: readonly Identifier[];
    readonly repository: string;
    readonly path: readonly {
      readonly level:
        | 'fonds'
        | 'record-group'
        | 'collection'
        | 'series'
        | 'inventory'
        | 'subseries'
        | 'decimal'
        | 'lot'
        | 'portfolio'
        | 'container'
        | 'file'
        | 'folder'
        | 'item'
        | 'leaf'
        | 'page';
      readonly code: string;
      readonly label?: string;
    }[];
    readonly level: string;
    readonly titles: readonly LangText[];
    readonly dateWords?: string;
    readonly edtf?: string;
    readonly extent?: string;
    readonly elements: readonly {
      readonly element: string;
      readonly text: string;
    }[];
    readonly accessWords?: string;
    readonly order: number;
    readonly attestations: readonly Attestation[];
    readonly invented?: string;
  };
};

/** What sort of record it is; its id begins with a letter of its own. */
export type RecordKind =
  | 'document'
  | 'collection'
  | 'agent'
  | 'place'
  | 'subject'
  | 'repository'
  | 'unit'
  | 'term'
  | 'event'
  | 'theme';

export type Title = {
  readonly text: string;
  readonly lang: string;
  readonly by?: string;
  readonly titleKind: 'original' | 'supplied' | 'translated';
};

export type LangText = {
  readonly text: string;
  readonly lang: string;
  readonly by?: string;
};

export type Name = {
  readonly form: string;
  readonly lang?: string;
  readonly romanisation?:
    | 'pinyin'
    | 'wade-giles'
    | 'postal'
    | 'bgn-pcgn'
    | 'ala-lc'
    | 'iso-9'
    | 'mccune-reischauer'
    | 'revised'
    | 'other';
  readonly kind: 'preferred' | 'variant' | 'former' | 'cover' | 'pseudonym' | 'abbreviation';
  readonly years?: string;
  readonly from?: string;
};

export type Identifier = {
  readonly scheme: string;
  readonly value: string;
};

export type Attestation = {
  readonly field: string;
  readonly by: 'human' | 'rule' | 'machine';
  readonly from: string;
};

export type CataloguedDate = {
  readonly kind: 'created' | 'sent' | 'received' | 'event';
  readonly words: string;
  readonly edtf?: string;
  readonly time?: {
    readonly hour: number;
    readonly minute?: number;
    readonly zone?: string;
  };
  readonly inferredFrom?: string;
  readonly isCatalogueDate?: boolean;
  readonly doubt?: {
    readonly kind: 'impossible' | 'out-of-range';
    readonly words: string;
  };
};

export type Contribution = {
  readonly role:
    | 'author'
    | 'sender'
    | 'recipient'
    | 'copied-to'
    | 'participant'
    | 'interpreter'
    | 'note-taker'
    | 'drafter'
    | 'signatory'
    | 'translator'
    | 'transcriber'
    | 'contributor'
    | 'editor'
    | 'publisher'
    | 'subject'
    | 'creator'
    | 'other';
  readonly name: string;
  readonly agent?: string;
  readonly rendition?: string;
  readonly station?: string;
};

export type ReferencePath = {
  readonly repositoryName: string;
  readonly repository?: string;
  readonly steps: readonly {
    readonly level:
      | 'fonds'
      | 'record-group'
      | 'collection'
      | 'series'
      | 'inventory'
      | 'subseries'
      | 'decimal'
      | 'lot'
      | 'portfolio'
      | 'container'
      | 'file'
      | 'folder'
      | 'item'
      | 'leaf'
      | 'page';
    readonly code: string;
    readonly label?: string;
  }[];
};

export type Rights = {
  readonly uri?: string;
  readonly words?: string;
  readonly holder?: string;
};

export type MadeBy = {
  readonly engine: string;
  readonly model?: string;
  readonly fromDigest?: string;
};

/** What was published once: the first is 1. */
export type Edition = {
  readonly number: number;
  readonly version: number;
  /** ISO 8601, in UTC: "2026-11-23T09:30:00.000Z". */
  readonly at: string;
  readonly by: string;
  readonly why?: string;
};

/** The public editions of a record, the oldest first. */
export type EditionList = {
  readonly record: Named;
  readonly items: readonly {
    readonly number: number;
    readonly version: number;
    /** ISO 8601, in UTC: "2026-11-23T09:30:00.000Z". */
    readonly at: string;
    readonly by: string;
    readonly why?: string;
    readonly url?: string;
    readonly self: string;
  }[];
};

/** That the archive holds something back today; never what. */
export type Withheld = {
  readonly scope: 'whole' | 'rendition' | 'blocks' | 'field' | 'regions';
  readonly reason: 'living-person' | 'court-order' | 'rights' | 'donor' | 'security' | 'other';
  readonly words: string;
  readonly until?: string;
};

/** Another form in which a record is had. */
export type Form = {
  readonly mediaType: string;
  readonly url: string;
};

/** A form in which a document is held: a scan, a transcription, a translation. */
export type Rendition =
  | {
      readonly kind: 'facsimile';
      readonly key: string;
      readonly file?: {
        readonly digest: string;
        readonly name: string;
        readonly mediaType: string;
      };
      readonly madeBy?: MadeBy;
      readonly rightsWords?: string;
      readonly pages: readonly {
        readonly label: string;
        readonly image: {
          readonly digest: string;
          readonly mediaType: string;
          readonly widthPx: number;
          readonly heightPx: number;
          readonly page?: number;
          /** Parts of it that are black wherever it is shown. */
          readonly blackened?: readonly {
            readonly x: number;
            readonly y: number;
            readonly w: number;
            readonly h: number;
          }[];
        };
        readonly name?: string;
        readonly alt?: string;
        readonly textLayer?: {
          readonly digest: string;
          readonly words: number;
          readonly confidence?: number;
          readonly madeBy?: MadeBy;
        };
      }[];
    }
  | {
      readonly kind: 'transcription';
      readonly key: string;
      readonly file?: {
        readonly digest: string;
        readonly name: string;
        readonly mediaType: string;
      };
      readonly madeBy?: MadeBy;
      readonly rightsWords?: string;
      readonly language: string;
      readonly by?: string;
      readonly text: {
        readonly blocks: Blocks;
        readonly notes: readonly Note[];
      };
    }
  | {
      readonly kind: 'translation';
      readonly key: string;
      readonly file?: {
        readonly digest: string;
        readonly name: string;
        readonly mediaType: string;
      };
      readonly madeBy?: MadeBy;
      readonly rightsWords?: string;
      readonly language: string;
      readonly of?: string;
      readonly by?: string;
      readonly text: {
        readonly blocks: Blocks;
        readonly notes: readonly Note[];
      };
    };

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly content: Inlines;
    }
  | {
      readonly kind: 'paragraph';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly content: Inlines;
    }
  | {
      readonly kind: 'opener';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly content: Inlines;
    }
  | {
      readonly kind: 'closer';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly content: Inlines;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly {
        readonly label?: Inlines;
        readonly blocks: Blocks;
      }[];
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly caption?: Inlines;
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly {
        readonly isHeader: boolean;
        readonly cells: readonly {
          readonly content: Inlines;
          readonly columns?: number;
          readonly rows?: number;
          readonly isHeader?: boolean;
        }[];
      }[];
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly caption?: Inlines;
    }
  | {
      readonly kind: 'quote';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly blocks: Blocks;
    }
  | {
      readonly kind: 'verse';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly lines: readonly Inlines[];
    }
  | {
      readonly kind: 'figure';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly file?: string;
      readonly caption?: Inlines;
    }
  | {
      readonly kind: 'part';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly role: string;
      readonly blocks: Blocks;
    }
  | {
      readonly kind: 'page-break';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly page: PageMark;
    }
  | {
      readonly kind: 'redaction';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly redaction: Redaction;
    }
  | {
      readonly kind: 'rule';
      readonly id: string;
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly sourceId?: string;
      readonly place?: 'center' | 'right' | 'indent';
      readonly content: Inlines;
    };

export type Blocks = readonly Block[];

export type Inline =
  | {
      readonly kind: 'emphasis';
      readonly style:
        | 'italic'
        | 'bold'
        | 'underline'
        | 'strikethrough'
        | 'small-caps'
        | 'superscript'
        | 'subscript'
        | 'spaced'
        | 'roman'
        | 'code';
      readonly content: Inlines;
    }
  | {
      readonly kind: 'name';
      readonly of: 'agent' | 'place' | 'term';
      readonly key?: string;
      readonly content: Inlines;
    }
  | {
      readonly kind: 'date';
      readonly date?: string;
      readonly content: Inlines;
    }
  | {
      readonly kind: 'link';
      readonly to:
        | {
            readonly kind: 'identifier';
            readonly identifier: string;
            readonly block?: string;
          }
        | {
            readonly kind: 'block';
            readonly block: string;
          }
        | {
            readonly kind: 'number';
            readonly number: string;
            readonly from?: string;
            readonly to?: string;
          }
        | {
            readonly kind: 'web';
            readonly url: string;
          };
      readonly content: Inlines;
    }
  | {
      readonly kind: 'note-mark';
      readonly note: string;
      readonly label: string;
    }
  | {
      readonly kind: 'page-mark';
      readonly page: PageMark;
    }
  | {
      readonly kind: 'line-break';
    }
  | {
      readonly kind: 'redaction';
      readonly redaction: Redaction;
    }
  | {
      readonly kind: 'mark';
      readonly mark:
        | 'unclear'
        | 'supplied'
        | 'deleted'
        | 'added'
        | 'gap'
        | 'sic'
        | 'corrected'
        | 'abbreviation'
        | 'expansion'
        | 'hand';
      readonly note?: string;
      readonly content: Inlines;
    }
  | {
      readonly kind: 'span';
      readonly lang?: string;
      readonly dir?: 'rtl' | 'ltr';
      readonly content: Inlines;
    };

export type Inlines = readonly (string | Inline)[];

export type Note = {
  readonly id: string;
  readonly label: string;
  readonly noteKind: 'source' | 'footnote' | 'editorial' | 'margin';
  readonly lang?: string;
  readonly sourceId?: string;
  readonly blocks: Blocks;
};

export type PageMark = {
  readonly label: string;
  readonly image?: string;
  readonly sourceId?: string;
};

export type Redaction = {
  readonly words: string;
  readonly withheldKind?: string;
  readonly extent?: {
    readonly amount: number;
    readonly unit:
      'word' | 'line' | 'paragraph' | 'page' | 'sentence' | 'section' | 'name' | 'figure' | 'item' | 'other';
    readonly isApproximate?: boolean;
  };
  readonly exemption?: string;
  readonly shownLater?: {
    readonly release: string;
    readonly words: string;
  };
};

/** The texts and scans of a document. */
export type TextList = {
  readonly document: Named;
  readonly edition: number;
  /** What the archive holds back of the document: of this text too, it may be. Absent: nothing. */
  readonly withheld?: readonly Withheld[];
  /** The document is invented, no historical source: what is said of that. */
  readonly invented?: string;
  readonly items: readonly {
    /** Its key within the document: s1 a scan, t-ru a transcription, t-en-1 a translation. */
    readonly key: string;
    readonly kind: 'facsimile' | 'transcription' | 'translation';
    /** BCP 47; of a scan absent. */
    readonly language?: string;
    /** Of a translation: the key of what it translates. */
    readonly of?: string;
    readonly by?: string;
    /** The engine that made it. Absent: it was given, or a person made it. */
    readonly madeBy?: {
      readonly engine: string;
      readonly model?: string;
      readonly fromDigest?: string;
    };
    readonly self: string;
    readonly blocks?: number;
    readonly pages: number;
  }[];
};

/** A text of a document, or a scan with its pages. */
export type Text = {
  readonly document: Named;
  readonly edition: number;
  /** What the archive holds back of the document: of this text too, it may be. Absent: nothing. */
  readonly withheld?: readonly Withheld[];
  /** The document is invented, no historical source: what is said of that. */
  readonly invented?: string;
  /** Its key within the document: s1 a scan, t-ru a transcription, t-en-1 a translation. */
  readonly key: string;
  readonly kind: 'facsimile' | 'transcription' | 'translation';
  /** BCP 47; of a scan absent. */
  readonly language?: string;
  /** Of a translation: the key of what it translates. */
  readonly of?: string;
  readonly by?: string;
  /** The engine that made it. Absent: it was given, or a person made it. */
  readonly madeBy?: {
    readonly engine: string;
    readonly model?: string;
    readonly fromDigest?: string;
  };
  readonly self: string;
  readonly pages: readonly {
    /** From 1, in order. */
    readonly number: number;
    /** As printed: "67", "IV", "l. 67". */
    readonly label?: string;
    readonly self: string;
  }[];
  readonly text?: {
    readonly blocks: readonly Block[];
    readonly notes: readonly Note[];
  };
  /** Its words, a block a line. */
  readonly plain?: string;
};

/** One page of a text or scan. */
export type TextPage = {
  readonly document: Named;
  readonly edition: number;
  /** What the archive holds back of the document: of this text too, it may be. Absent: nothing. */
  readonly withheld?: readonly Withheld[];
  /** The document is invented, no historical source: what is said of that. */
  readonly invented?: string;
  /** Its key within the document: s1 a scan, t-ru a transcription, t-en-1 a translation. */
  readonly key: string;
  readonly kind: 'facsimile' | 'transcription' | 'translation';
  /** BCP 47; of a scan absent. */
  readonly language?: string;
  /** Of a translation: the key of what it translates. */
  readonly of?: string;
  readonly by?: string;
  /** The engine that made it. Absent: it was given, or a person made it. */
  readonly madeBy?: {
    readonly engine: string;
    readonly model?: string;
    readonly fromDigest?: string;
  };
  readonly self: string;
  readonly number: number;
  readonly label?: string;
  /** The words of the page. Absent: of a scan that nobody read. */
  readonly plain?: string;
  /** The blocks that stand on it, whole or in part. */
  readonly blocks?: readonly string[];
  readonly image?: {
    /** IIIF Image API 3. */
    readonly service: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly alt?: string;
  };
};

/** A passage of a text. */
export type TextBlock = {
  readonly document: Named;
  readonly edition: number;
  /** What the archive holds back of the document: of this text too, it may be. Absent: nothing. */
  readonly withheld?: readonly Withheld[];
  /** The document is invented, no historical source: what is said of that. */
  readonly invented?: string;
  readonly key: string;
  readonly kind: 'transcription' | 'translation';
  readonly language: string;
  /** The block, or the first and last: "b5", "b5-b9". */
  readonly place: string;
  /** As they are kept. Absent: of a place that begins in one part and ends in another. */
  readonly blocks?: readonly Block[];
  /** The notes that they mark. */
  readonly notes?: readonly Note[];
  readonly plain: string;
  /** A sign of these words, as citations bear it. */
  readonly digest: string;
  /** Where the page has it. */
  readonly url: string;
  /** How it is cited. */
  readonly cite: string;
  /** Where the sign is checked. */
  readonly check: string;
};

/** A collection with those within it. */
export type Branch = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  /** BCP 47, of the title. */
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** A title or name in another language. */
  readonly otherTitle?: {
    readonly text: string;
    readonly lang: string;
  };
  readonly date?: Dated;
  /** Years of life, existence or coverage, EDTF. */
  readonly years?: string;
  /** Of a document: its genre, as catalogued. */
  readonly type?: string;
  readonly summary?: string;
  readonly summaryLang?: string;
  /** Of a document: false where it is known but not held here. */
  readonly held?: boolean;
  /** Of a document: whether agencies, or the archive, hold back some or all of it. */
  readonly access?: 'open' | 'part' | 'closed';
  /** Who wrote or sent it, as it names them. */
  readonly from?: readonly string[];
  /** Who was written to. */
  readonly to?: readonly string[];
  readonly languages?: readonly string[];
  /** Where the original is, in words. */
  readonly source?: string;
  /** Of a collection, person, place …: how many documents it has. */
  readonly documents?: number;
  /** In a list of somebody’s documents: the roles and names in which they stand in it. */
  readonly roles?: readonly {
    readonly role:
      | 'author'
      | 'sender'
      | 'recipient'
      | 'copied-to'
      | 'participant'
      | 'interpreter'
      | 'note-taker'
      | 'drafter'
      | 'signatory'
      | 'translator'
      | 'transcriber'
      | 'contributor'
      | 'editor'
      | 'publisher'
      | 'subject'
      | 'creator'
      | 'other';
    readonly name: string;
  }[];
  /** Of an account of an event: whose account it is. */
  readonly side?: string;
  /** That it was invented, and for what. Absent: it was not. */
  readonly invented?: string;
  readonly children: Branches;
};

export type Branches = readonly Branch[];

/** Collections, nested. */
export type CollectionTree = {
  readonly items: Branches;
};

/** A level of an archive: what lies below it, and the documents in it. */
export type SourceLevel = {
  readonly repository: Named;
  readonly path: string;
  readonly trail: readonly {
    readonly code: string;
    readonly label: string;
    readonly segment: string;
  }[];
  /** The description of this level, where there is one. */
  readonly unit?: Named;
  readonly url: string;
  readonly documents: number;
  readonly notHeld: number;
  readonly items: readonly {
    readonly segment: string;
    readonly level: string;
    readonly code: string;
    readonly label?: string;
    readonly title?: {
      readonly text: string;
      readonly lang: string;
    };
    readonly documents: number;
    readonly notHeld: number;
    readonly self: string;
  }[];
  /** The first of them, by date; all are found by `unit` in a search. */
  readonly documentsHere: readonly Listed[];
};

/** The accounts of an event, each with its side. */
export type AccountList = {
  readonly event: Named;
  readonly items: readonly Listed[];
};

/** A record that a search found. */
export type Hit = {
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  /** Of an agent only. */
  readonly agentKind?: 'person' | 'body' | 'office';
  readonly title: string;
  /** BCP 47, of the title. */
  readonly lang?: string;
  /** Its page, for people: the canonical address. */
  readonly url: string;
  /** Its address in this interface. */
  readonly self: string;
  /** A title or name in another language. */
  readonly otherTitle?: {
    readonly text: string;
    readonly lang: string;
  };
  readonly date?: Dated;
  /** Years of life, existence or coverage, EDTF. */
  readonly years?: string;
  /** Of a document: its genre, as catalogued. */
  readonly type?: string;
  readonly summary?: string;
  readonly summaryLang?: string;
  /** Of a document: false where it is known but not held here. */
  readonly held?: boolean;
  /** Of a document: whether agencies, or the archive, hold back some or all of it. */
  readonly access?: 'open' | 'part' | 'closed';
  /** Who wrote or sent it, as it names them. */
  readonly from?: readonly string[];
  /** Who was written to. */
  readonly to?: readonly string[];
  readonly languages?: readonly string[];
  /** Where the original is, in words. */
  readonly source?: string;
  /** Of a collection, person, place …: how many documents it has. */
  readonly documents?: number;
  /** In a list of somebody’s documents: the roles and names in which they stand in it. */
  readonly roles?: readonly {
    readonly role:
      | 'author'
      | 'sender'
      | 'recipient'
      | 'copied-to'
      | 'participant'
      | 'interpreter'
      | 'note-taker'
      | 'drafter'
      | 'signatory'
      | 'translator'
      | 'transcriber'
      | 'contributor'
      | 'editor'
      | 'publisher'
      | 'subject'
      | 'creator'
      | 'other';
    readonly name: string;
  }[];
  /** Of an account of an event: whose account it is. */
  readonly side?: string;
  /** That it was invented, and for what. Absent: it was not. */
  readonly invented?: string;
  readonly passages: readonly Passage[];
  /** Other forms of names that were found. */
  readonly as?: readonly string[];
};

/** A piece of a record in which words were found. */
export type Passage = {
  /** Where the words stand: title, summary, text, note, name, source, number. */
  readonly field: string;
  /** The block of a text: the page has it as #b… */
  readonly block?: string;
  /** The key of the text. */
  readonly rendition?: string;
  readonly lang?: string;
  /** Plain text, not HTML. */
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  /** Where the found words stand in it: [start, end), in UTF-16 code units. */
  readonly marks: readonly (readonly [number, number])[];
};

/** A stretch of what a search found, and what is to be said of it. */
export type SearchAnswer = {
  /** How many there are in all. */
  readonly total: number;
  /** The address of the next stretch; absent: this was the last. */
  readonly next?: string;
  readonly hits: readonly Hit[];
  readonly facets: Readonly<Record<string, Facet>>;
  readonly years: readonly YearCount[];
  /** Months or days, where the range is short. */
  readonly times?: {
    readonly unit: 'month' | 'day';
    readonly parts: readonly {
      readonly stretch: string;
      readonly certain: number;
      readonly possible: number;
    }[];
  };
  readonly alsoSearched: readonly {
    readonly words: string;
    readonly insteadOf: string;
    readonly lang?: string;
    /** "authority", "link", "inflection" (another number or case of the word), "date" (records of the date that the words say), or the rule by which the form of a name was made. */
    readonly by: string;
    readonly name?: {
      readonly kind: string;
      readonly years?: string;
    };
    /** The page of whom the words name. */
    readonly whose?: string;
    /** What `without` says to leave it out. */
    readonly leaveOut: string;
  }[];
  readonly which: readonly {
    readonly words: string;
    readonly bearers: readonly {
      readonly id: string;
      readonly title: string;
      readonly field: 'person' | 'place';
      readonly documents: number;
      readonly url: string;
    }[];
  }[];
  readonly corrections: readonly {
    readonly word: string;
    readonly instead: string;
    readonly documents: number;
  }[];
  /** What was searched, nothing having the words as they were written. */
  readonly instead?: {
    readonly q: string;
    readonly why: 'spelling' | 'any-word';
  };
  readonly readings: readonly (
    | {
        readonly kind: 'reference';
        readonly words: string;
        readonly files: number;
      }
    | {
        readonly kind: 'name';
        readonly field:
          | 'kind'
          | 'collection'
          | 'person'
          | 'from'
          | 'to'
          | 'participant'
          | 'mentioned'
          | 'place'
          | 'place-from'
          | 'place-to'
          | 'place-about'
          | 'subject'
          | 'type'
          | 'agent-kind'
          | 'language'
          | 'archive'
          | 'unit'
          | 'has'
          | 'held'
          | 'marking'
          | 'said-by'
          | 'release'
          | 'redaction'
          | 'exemption'
          | 'event'
          | 'term'
          | 'letter';
        readonly words: string;
        readonly bearers: readonly {
          readonly id: string;
          readonly title: string;
        }[];
        readonly more: number;
      }
    | {
        readonly kind: 'value';
        readonly field:
          | 'kind'
          | 'collection'
          | 'person'
          | 'from'
          | 'to'
          | 'participant'
          | 'mentioned'
          | 'place'
          | 'place-from'
          | 'place-to'
          | 'place-about'
          | 'subject'
          | 'type'
          | 'agent-kind'
          | 'language'
          | 'archive'
          | 'unit'
          | 'has'
          | 'held'
          | 'marking'
          | 'said-by'
          | 'release'
          | 'redaction'
          | 'exemption'
          | 'event'
          | 'term'
          | 'letter';
        readonly words: string;
      }
  )[];
  readonly offers: readonly {
    readonly words: string;
    readonly instead: string;
  }[];
  /** Collections, people, places and events that are called so. */
  readonly heads: readonly Named[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: 'error' | 'warning' | 'note';
    readonly where: {
      readonly file?: string;
      readonly line?: number;
      readonly column?: number;
      readonly field?: string;
      readonly record?: string;
    };
    readonly value?: string;
    readonly facts?: Readonly<Record<string, unknown>>;
  }[];
};

/** The most frequent values of a field under a question. */
export type Facet = {
  readonly values: readonly FacetValue[];
  /** How many further values there are. */
  readonly more: number;
  /** Where all of them are listed. */
  readonly all: string;
};

/** A value of a facet, and how many results have it. */
export type FacetValue = {
  /** As a filter takes it. */
  readonly value: string;
  /** What a record is called whose id the value is. */
  readonly label?: string;
  readonly count: number;
};

/** All values of one facet under a question. */
export type FacetList = {
  readonly field:
    | 'kind'
    | 'collection'
    | 'person'
    | 'from'
    | 'to'
    | 'participant'
    | 'mentioned'
    | 'place'
    | 'place-from'
    | 'place-to'
    | 'place-about'
    | 'subject'
    | 'type'
    | 'agent-kind'
    | 'language'
    | 'archive'
    | 'unit'
    | 'has'
    | 'held'
    | 'marking'
    | 'said-by'
    | 'release'
    | 'redaction'
    | 'exemption'
    | 'event'
    | 'term'
    | 'letter';
  /** How many results the question has. */
  readonly results: number;
  /** How many there are in all. */
  readonly total: number;
  /** The address of the next stretch; absent: this was the last. */
  readonly next?: string;
  readonly items: readonly FacetValue[];
  /** Names were too many, and only the likeliest were looked at. */
  readonly isCut: boolean;
};

/** How many documents are from a year. */
export type YearCount = {
  readonly year: number;
  /** Documents dated within the year. */
  readonly certain: number;
  /** Documents that may also fall in another. */
  readonly possible: number;
};

/** Records whose names the letters begin. */
export type SuggestionList = {
  readonly items: readonly {
    /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
    readonly id: string;
    readonly kind: RecordKind;
    /** Of an agent only. */
    readonly agentKind?: 'person' | 'body' | 'office';
    readonly title: string;
    /** BCP 47, of the title. */
    readonly lang?: string;
    /** Its page, for people: the canonical address. */
    readonly url: string;
    /** Its address in this interface. */
    readonly self: string;
    /** The name that was meant, where it is not the title. */
    readonly knownAs?: string;
    readonly years?: string;
  }[];
};

/** That a record became public, changed publicly, or went. */
export type Change = {
  readonly seq: number;
  /** Opaque, unique across archives, never used again: a letter for the kind, nine further characters. */
  readonly id: string;
  readonly kind: RecordKind;
  readonly change: 'public' | 'gone';
  /** ISO 8601, in UTC: "2026-11-23T09:30:00.000Z". */
  readonly at: string;
  readonly gone?: 'withdrawn' | 'embargoed' | 'restricted' | 'merged';
  /** Of a merged record: the one that it is part of. */
  readonly into?: string;
  readonly self: string;
};

/** A stretch of the list of public changes, the oldest first. */
export type ChangeList = {
  readonly since: number;
  /** The last number that was looked at: `since` of the next question. */
  readonly upTo: number;
  /** The number of the last change there is. */
  readonly last: number;
  /** The address of the next stretch; absent: this was the last. */
  readonly next?: string;
  readonly items: readonly Change[];
};

/** Whether a quotation stands so, where, and what differs. */
export type Quotation = {
  readonly reference:
    | {
        readonly kind: 'none';
      }
    | {
        readonly kind: 'document';
        readonly document: Named;
        readonly sign?: {
          readonly place: string;
          readonly digest: string;
          /** Whether a passage has the words of a sign. */
          readonly check:
            | {
                readonly kind: 'stands';
                readonly edition: number;
              }
            | {
                readonly kind: 'stood';
                readonly edition: number;
                readonly newest: number;
                readonly isThereStill: boolean;
              }
            | {
                readonly kind: 'not-found';
                readonly looked: number;
              };
        };
      }
    | {
        readonly kind: 'file';
        readonly words: string;
        readonly documents: number;
      }
    | {
        readonly kind: 'not-here';
      };
  /** How many documents were compared word by word. */
  readonly compared: number;
  /** Best first; none: it was found in none of those. */
  readonly places: readonly {
    readonly document: Named;
    readonly date?: Dated;
    readonly kind: 'transcription' | 'translation';
    readonly language: string;
    readonly edition: number;
    readonly newest: number;
    /** forgiven: so but for marks, breaks of lines and the like, which `forgiven` lists. */
    readonly verdict: 'exact' | 'forgiven' | 'differs';
    readonly forgiven: readonly string[];
    /** Words that are the same and written otherwise: “fuer” for “für”. */
    readonly spelt: readonly {
      readonly quote: string;
      readonly text: string;
    }[];
    readonly first: string;
    readonly last: string;
    readonly before: string;
    readonly after: string;
    /** How many of its words stand so, of `words`. */
    readonly same: number;
    readonly words: number;
    readonly stretches: readonly {
      readonly kind: 'same' | 'differs' | 'left-out' | 'added';
      readonly quote: string;
      readonly text: string;
    }[];
    readonly isReferred: boolean;
    readonly url: string;
  }[];
};

/** A quotation, and what is said of where it stands: an address, a citation, a reference. */
export type QuotationAsked = {
  readonly text: string;
  readonly reference?: string;
};

/** What went wrong (RFC 9457). */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly problems?: readonly WrongPart[];
  readonly [more: string]: unknown;
};

/** What is wrong with a request, and what was expected. */
export type WrongPart = {
  readonly in: 'path' | 'query' | 'body';
  readonly name: string;
  readonly expected: string;
};

/** What a question may say, named as in the query language. */
export interface Question {
  /** What is looked for, in the language of queries. Empty or absent: everything. */
  readonly q?: string | undefined;
  /** Where it is looked for; with the id of a document, within its texts. */
  readonly in?: string | undefined;
  /** The kind of record: document, collection, agent, place … "-" before the value excludes it, "*" stands for any. */
  readonly kind?: readonly string[] | undefined;
  /** A collection, with all within it, by id or title. "-" before the value excludes it, "*" stands for any. */
  readonly collection?: readonly string[] | undefined;
  /** A person or body, in whatever role, by id or name. "-" before the value excludes it, "*" stands for any. */
  readonly person?: readonly string[] | undefined;
  /** Who wrote or sent it. "-" before the value excludes it, "*" stands for any. */
  readonly from?: readonly string[] | undefined;
  /** Who received it. "-" before the value excludes it, "*" stands for any. */
  readonly to?: readonly string[] | undefined;
  /** Who took part. "-" before the value excludes it, "*" stands for any. */
  readonly participant?: readonly string[] | undefined;
  /** Who is mentioned. "-" before the value excludes it, "*" stands for any. */
  readonly mentioned?: readonly string[] | undefined;
  /** A place, in whatever role, by id or name. "-" before the value excludes it, "*" stands for any. */
  readonly place?: readonly string[] | undefined;
  /** Where it was written or sent from. "-" before the value excludes it, "*" stands for any. */
  readonly 'place-from'?: readonly string[] | undefined;
  /** Where it was sent to. "-" before the value excludes it, "*" stands for any. */
  readonly 'place-to'?: readonly string[] | undefined;
  /** What place it is about. "-" before the value excludes it, "*" stands for any. */
  readonly 'place-about'?: readonly string[] | undefined;
  /** A subject, by id or name. "-" before the value excludes it, "*" stands for any. */
  readonly subject?: readonly string[] | undefined;
  /** A genre: telegram, letter … "-" before the value excludes it, "*" stands for any. */
  readonly type?: readonly string[] | undefined;
  /** person, body, office. "-" before the value excludes it, "*" stands for any. */
  readonly 'agent-kind'?: readonly string[] | undefined;
  /** A language, as BCP 47 or by its name. "-" before the value excludes it, "*" stands for any. */
  readonly language?: readonly string[] | undefined;
  /** The archive that has the original, by id or name. "-" before the value excludes it, "*" stands for any. */
  readonly archive?: readonly string[] | undefined;
  /** A unit of an archive: its path from the repository’s id down, or a reference in words. "-" before the value excludes it, "*" stands for any. */
  readonly unit?: readonly string[] | undefined;
  /** What it has: scan, transcription, translation … "-" before the value excludes it, "*" stands for any. */
  readonly has?: readonly string[] | undefined;
  /** held or not-held. "-" before the value excludes it, "*" stands for any. */
  readonly held?: readonly string[] | undefined;
  /** Its original classification. "-" before the value excludes it, "*" stands for any. */
  readonly marking?: readonly string[] | undefined;
  /** Who says so: human, rule, machine. "-" before the value excludes it, "*" stands for any. */
  readonly 'said-by'?: readonly string[] | undefined;
  /** How it was released: full, part, denied. "-" before the value excludes it, "*" stands for any. */
  readonly release?: readonly string[] | undefined;
  /** What kind of thing an agency held back in it. "-" before the value excludes it, "*" stands for any. */
  readonly redaction?: readonly string[] | undefined;
  /** The exemption that was claimed for that. "-" before the value excludes it, "*" stands for any. */
  readonly exemption?: readonly string[] | undefined;
  /** An event that it is an account of, by id or name. "-" before the value excludes it, "*" stands for any. */
  readonly event?: readonly string[] | undefined;
  /** A term that it uses, by id. "-" before the value excludes it, "*" stands for any. */
  readonly term?: readonly string[] | undefined;
  /** The first letter of its title. "-" before the value excludes it, "*" stands for any. */
  readonly letter?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly title?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly summary?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly text?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly note?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly name?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly source?: readonly string[] | undefined;
  /** Words in this field. "-" before them: without. */
  readonly number?: readonly string[] | undefined;
  /** Days, months or years: 1945-07..1946. "!" after it: certainly of then. */
  readonly date?: readonly string[] | undefined;
  /** 1: no other form of a name or word is searched. */
  readonly exact?: '0' | '1' | undefined;
  /** A form of a name, or an id, that is not searched as well. */
  readonly without?: readonly string[] | undefined;
  /** kept: no other spelling is searched where nothing is found. */
  readonly spelling?: 'kept' | undefined;
}

/** Everything that can be asked, by name: with what, and what is answered. */
export interface Calls {
  /** GET /api/v1: the archive: its name, how much it has, and where the parts of this interface are */
  readonly archive: { readonly asks: Readonly<Record<never, never>>; readonly answers: Archive };
  /** GET /api/v1/documents: all public documents, by id */
  readonly documents: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/documents/{id}: a document: all that is public of it, and what it names */
  readonly document: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** false: its description alone, without its texts. */
      readonly texts?: boolean | undefined;
    };
    readonly answers: Document;
  };
  /** GET /api/v1/documents/{id}/editions: the public editions of a document */
  readonly documentEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/documents/{id}/editions/{edition}: a document as an edition had it; what is held back today is held back in it too */
  readonly documentEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Document;
  };
  /** GET /api/v1/documents/{id}/texts: the texts and scans of a document, without their words */
  readonly texts: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: TextList;
  };
  /** GET /api/v1/documents/{id}/texts/{key}: a text of a document, whole; of a scan, its pages */
  readonly text: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its key within the document, as the list of texts says. */
      readonly key: string;
      /** blocks: as it is kept, with names, notes and marks. plain: its words, a block a line. */
      readonly as?: 'blocks' | 'plain' | undefined;
    };
    readonly answers: Text;
  };
  /** GET /api/v1/documents/{id}/texts/{key}/pages/{page}: one page of a text, as its marks divide it, or of a scan, with the words that were read on it */
  readonly textPage: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its key within the document, as the list of texts says. */
      readonly key: string;
      /** Its number, from 1, in the order of the pages. */
      readonly page: number;
    };
    readonly answers: TextPage;
  };
  /** GET /api/v1/documents/{id}/texts/{key}/blocks/{block}: a passage of a text: a block, or all from one to another, with the sign by which its words are checked */
  readonly textBlock: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its key within the document, as the list of texts says. */
      readonly key: string;
      /** A block that has words; a stretch may begin and end with any. */
      readonly block: string;
    };
    readonly answers: TextBlock;
  };
  /** GET /api/v1/collections/tree: all collections, each under those that it lies in, with how many documents it has */
  readonly collectionTree: {
    readonly asks: Readonly<Record<never, never>>;
    readonly answers: CollectionTree;
  };
  /** GET /api/v1/collections/{id}/collections: the collections within a collection, and those within these */
  readonly collectionCollections: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: CollectionTree;
  };
  /** GET /api/v1/collections: all public collections, by id */
  readonly collections: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/collections/{id}: a collection: all that is public of it, and what it names */
  readonly collection: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** false: its description alone, without its texts. */
      readonly texts?: boolean | undefined;
    };
    readonly answers: Collection;
  };
  /** GET /api/v1/collections/{id}/editions: the public editions of a collection */
  readonly collectionEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/collections/{id}/editions/{edition}: a collection as an edition had it; what is held back today is held back in it too */
  readonly collectionEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Collection;
  };
  /** GET /api/v1/collections/{id}/documents: the documents of a collection, those of the collections within it too */
  readonly collectionDocuments: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The order of the list. */
      readonly sort?: 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/agents: all public people, bodies and offices, by id */
  readonly agents: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/agents/{id}: a person, body or office: all that is public of it, and what it names */
  readonly agent: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Agent;
  };
  /** GET /api/v1/agents/{id}/editions: the public editions of a person, body or office */
  readonly agentEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/agents/{id}/editions/{edition}: a person, body or office as an edition had it; what is held back today is held back in it too */
  readonly agentEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Agent;
  };
  /** GET /api/v1/agents/{id}/documents: the documents of a person or body, in any role or in one */
  readonly agentDocuments: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The role in which documents name it. */
      readonly role?: 'any' | 'author' | 'recipient' | 'participant' | 'mentioned' | undefined;
      /** The order of the list. */
      readonly sort?: 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/places: all public places, by id */
  readonly places: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/places/{id}: a place: all that is public of it, and what it names */
  readonly place: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Place;
  };
  /** GET /api/v1/places/{id}/editions: the public editions of a place */
  readonly placeEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/places/{id}/editions/{edition}: a place as an edition had it; what is held back today is held back in it too */
  readonly placeEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Place;
  };
  /** GET /api/v1/places/{id}/documents: the documents of a place, in any role or in one */
  readonly placeDocuments: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The role in which documents name it. */
      readonly role?: 'any' | 'written-at' | 'sent-to' | 'about' | undefined;
      /** The order of the list. */
      readonly sort?: 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/subjects: all public subjects, by id */
  readonly subjects: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/subjects/{id}: a subject: all that is public of it, and what it names */
  readonly subject: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Subject;
  };
  /** GET /api/v1/subjects/{id}/editions: the public editions of a subject */
  readonly subjectEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/subjects/{id}/editions/{edition}: a subject as an edition had it; what is held back today is held back in it too */
  readonly subjectEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Subject;
  };
  /** GET /api/v1/subjects/{id}/documents: the documents on a subject */
  readonly subjectDocuments: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The order of the list. */
      readonly sort?: 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/terms: all public terms, by id */
  readonly terms: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/terms/{id}: a term: all that is public of it, and what it names */
  readonly term: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Term;
  };
  /** GET /api/v1/terms/{id}/editions: the public editions of a term */
  readonly termEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/terms/{id}/editions/{edition}: a term as an edition had it; what is held back today is held back in it too */
  readonly termEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Term;
  };
  /** GET /api/v1/terms/{id}/documents: the documents that use a term */
  readonly termDocuments: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The order of the list. */
      readonly sort?: 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/events/{id}/accounts: the accounts of an event, each with its side */
  readonly eventAccounts: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: AccountList;
  };
  /** GET /api/v1/events: all public events, by id */
  readonly events: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/events/{id}: an event: all that is public of it, and what it names */
  readonly event: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Event;
  };
  /** GET /api/v1/events/{id}/editions: the public editions of an event */
  readonly eventEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/events/{id}/editions/{edition}: an event as an edition had it; what is held back today is held back in it too */
  readonly eventEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Event;
  };
  /** GET /api/v1/repositories/{id}/sources: an archive’s own order: a level of it, what lies below, and the documents in it, held and not held */
  readonly sources: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The level: the codes of its steps with "/" between them; "/" in a code is written "~". Absent: the archive itself. */
      readonly path?: string | undefined;
    };
    readonly answers: SourceLevel;
  };
  /** GET /api/v1/repositories: all public archives, by id */
  readonly repositories: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/repositories/{id}: an archive: all that is public of it, and what it names */
  readonly repository: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Repository;
  };
  /** GET /api/v1/repositories/{id}/editions: the public editions of an archive */
  readonly repositoryEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/repositories/{id}/editions/{edition}: an archive as an edition had it; what is held back today is held back in it too */
  readonly repositoryEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Repository;
  };
  /** GET /api/v1/repositories/{id}/documents: the documents of which an archive has the original */
  readonly repositoryDocuments: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** The order of the list. */
      readonly sort?: 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/units: all public units of description, by id */
  readonly units: {
    readonly asks: {
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: List;
  };
  /** GET /api/v1/units/{id}: a unit of description: all that is public of it, and what it names */
  readonly unit: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: Unit;
  };
  /** GET /api/v1/units/{id}/editions: the public editions of a unit of description */
  readonly unitEditions: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
    };
    readonly answers: EditionList;
  };
  /** GET /api/v1/units/{id}/editions/{edition}: a unit of description as an edition had it; what is held back today is held back in it too */
  readonly unitEdition: {
    readonly asks: {
      /** Its id; a former identifier (digits) leads to it with 301. */
      readonly id: string;
      /** Its number, from 1. */
      readonly edition: number;
    };
    readonly answers: Unit;
  };
  /** GET /api/v1/search: search: all that the page of results can do */
  readonly search: {
    readonly asks: Question & {
      /** The order; otherwise by relevance. */
      readonly sort?: 'relevance' | 'earliest' | 'latest' | 'title' | 'opened' | undefined;
      /** Which facets are counted beside the results; none: no facets, which is quicker. Otherwise the usual ones. */
      readonly facets?:
        | readonly (
            | 'kind'
            | 'collection'
            | 'person'
            | 'from'
            | 'to'
            | 'participant'
            | 'mentioned'
            | 'place'
            | 'place-from'
            | 'place-to'
            | 'place-about'
            | 'subject'
            | 'type'
            | 'agent-kind'
            | 'language'
            | 'archive'
            | 'unit'
            | 'has'
            | 'held'
            | 'marking'
            | 'said-by'
            | 'release'
            | 'redaction'
            | 'exemption'
            | 'event'
            | 'term'
            | 'letter'
            | 'none'
          )[]
        | undefined;
      /** false: without the histogram. */
      readonly years?: boolean | undefined;
      /** How many passages of each hit are shown. */
      readonly passages?: number | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: SearchAnswer;
  };
  /** GET /api/v1/search/facets/{field}: all values of one facet under a question, the most frequent first, 200 at a time */
  readonly facetValues: {
    readonly asks: Question & {
      /** The field whose values are listed. */
      readonly field:
        | 'kind'
        | 'collection'
        | 'person'
        | 'from'
        | 'to'
        | 'participant'
        | 'mentioned'
        | 'place'
        | 'place-from'
        | 'place-to'
        | 'place-about'
        | 'subject'
        | 'type'
        | 'agent-kind'
        | 'language'
        | 'archive'
        | 'unit'
        | 'has'
        | 'held'
        | 'marking'
        | 'said-by'
        | 'release'
        | 'redaction'
        | 'exemption'
        | 'event'
        | 'term'
        | 'letter';
      /** Only values whose name has words that begin so. */
      readonly among?: string | undefined;
      /** Where to go on: an earlier answer’s “next” has it. */
      readonly cursor?: string | undefined;
    };
    readonly answers: FacetList;
  };
  /** GET /api/v1/suggestions: records whose titles or names the letters begin */
  readonly suggestions: {
    readonly asks: {
      /** The letters. */
      readonly q: string;
      /** Only these kinds. */
      readonly kind?:
        | readonly (
            | 'document'
            | 'collection'
            | 'agent'
            | 'place'
            | 'subject'
            | 'repository'
            | 'unit'
            | 'term'
            | 'event'
            | 'theme'
          )[]
        | undefined;
    };
    readonly answers: SuggestionList;
  };
  /** GET /api/v1/changes: what became public, changed or went, in order: whoever follows it has what is here, and nothing else */
  readonly changes: {
    readonly asks: {
      /** The number of the last change that is known already; 0: from the first. */
      readonly since?: number | undefined;
      /** How many at once. */
      readonly limit?: number | undefined;
    };
    readonly answers: ChangeList;
  };
  /** GET /api/v1/quotation: whether a quotation stands so, where, and what differs */
  readonly quotation: {
    readonly asks: {
      /** The quotation. */
      readonly text: string;
      /** What is said of where it stands: an address, a citation, an archival reference. */
      readonly reference?: string | undefined;
    };
    readonly answers: Quotation;
  };
  /** POST /api/v1/quotation: the same of a longer quotation, sent as JSON */
  readonly checkQuotation: { readonly asks: QuotationAsked; readonly answers: Quotation };
}

/** Where each is asked. */
export const PLACES: Readonly<
  Record<keyof Calls, { readonly method: 'GET' | 'POST'; readonly path: string }>
> = {
  archive: { method: 'GET', path: '/api/v1' },
  documents: { method: 'GET', path: '/api/v1/documents' },
  document: { method: 'GET', path: '/api/v1/documents/{id}' },
  documentEditions: { method: 'GET', path: '/api/v1/documents/{id}/editions' },
  documentEdition: { method: 'GET', path: '/api/v1/documents/{id}/editions/{edition}' },
  texts: { method: 'GET', path: '/api/v1/documents/{id}/texts' },
  text: { method: 'GET', path: '/api/v1/documents/{id}/texts/{key}' },
  textPage: { method: 'GET', path: '/api/v1/documents/{id}/texts/{key}/pages/{page}' },
  textBlock: { method: 'GET', path: '/api/v1/documents/{id}/texts/{key}/blocks/{block}' },
  collectionTree: { method: 'GET', path: '/api/v1/collections/tree' },
  collectionCollections: { method: 'GET', path: '/api/v1/collections/{id}/collections' },
  collections: { method: 'GET', path: '/api/v1/collections' },
  collection: { method: 'GET', path: '/api/v1/collections/{id}' },
  collectionEditions: { method: 'GET', path: '/api/v1/collections/{id}/editions' },
  collectionEdition: { method: 'GET', path: '/api/v1/collections/{id}/editions/{edition}' },
  collectionDocuments: { method: 'GET', path: '/api/v1/collections/{id}/documents' },
  agents: { method: 'GET', path: '/api/v1/agents' },
  agent: { method: 'GET', path: '/api/v1/agents/{id}' },
  agentEditions: { method: 'GET', path: '/api/v1/agents/{id}/editions' },
  agentEdition: { method: 'GET', path: '/api/v1/agents/{id}/editions/{edition}' },
  agentDocuments: { method: 'GET', path: '/api/v1/agents/{id}/documents' },
  places: { method: 'GET', path: '/api/v1/places' },
  place: { method: 'GET', path: '/api/v1/places/{id}' },
  placeEditions: { method: 'GET', path: '/api/v1/places/{id}/editions' },
  placeEdition: { method: 'GET', path: '/api/v1/places/{id}/editions/{edition}' },
  placeDocuments: { method: 'GET', path: '/api/v1/places/{id}/documents' },
  subjects: { method: 'GET', path: '/api/v1/subjects' },
  subject: { method: 'GET', path: '/api/v1/subjects/{id}' },
  subjectEditions: { method: 'GET', path: '/api/v1/subjects/{id}/editions' },
  subjectEdition: { method: 'GET', path: '/api/v1/subjects/{id}/editions/{edition}' },
  subjectDocuments: { method: 'GET', path: '/api/v1/subjects/{id}/documents' },
  terms: { method: 'GET', path: '/api/v1/terms' },
  term: { method: 'GET', path: '/api/v1/terms/{id}' },
  termEditions: { method: 'GET', path: '/api/v1/terms/{id}/editions' },
  termEdition: { method: 'GET', path: '/api/v1/terms/{id}/editions/{edition}' },
  termDocuments: { method: 'GET', path: '/api/v1/terms/{id}/documents' },
  eventAccounts: { method: 'GET', path: '/api/v1/events/{id}/accounts' },
  events: { method: 'GET', path: '/api/v1/events' },
  event: { method: 'GET', path: '/api/v1/events/{id}' },
  eventEditions: { method: 'GET', path: '/api/v1/events/{id}/editions' },
  eventEdition: { method: 'GET', path: '/api/v1/events/{id}/editions/{edition}' },
  sources: { method: 'GET', path: '/api/v1/repositories/{id}/sources' },
  repositories: { method: 'GET', path: '/api/v1/repositories' },
  repository: { method: 'GET', path: '/api/v1/repositories/{id}' },
  repositoryEditions: { method: 'GET', path: '/api/v1/repositories/{id}/editions' },
  repositoryEdition: { method: 'GET', path: '/api/v1/repositories/{id}/editions/{edition}' },
  repositoryDocuments: { method: 'GET', path: '/api/v1/repositories/{id}/documents' },
  units: { method: 'GET', path: '/api/v1/units' },
  unit: { method: 'GET', path: '/api/v1/units/{id}' },
  unitEditions: { method: 'GET', path: '/api/v1/units/{id}/editions' },
  unitEdition: { method: 'GET', path: '/api/v1/units/{id}/editions/{edition}' },
  search: { method: 'GET', path: '/api/v1/search' },
  facetValues: { method: 'GET', path: '/api/v1/search/facets/{field}' },
  suggestions: { method: 'GET', path: '/api/v1/suggestions' },
  changes: { method: 'GET', path: '/api/v1/changes' },
  quotation: { method: 'GET', path: '/api/v1/quotation' },
  checkQuotation: { method: 'POST', path: '/api/v1/quotation' },
};
