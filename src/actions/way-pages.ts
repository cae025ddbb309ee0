import type { Name } from '../core/agent.ts';
import type { RecordId } from '../core/id.ts';
import type { Label } from '../core/label.ts';
import type { Place } from '../core/place.ts';
import type { YearCount } from '../ports/search-index.ts';

/** Whole years, both included. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** In which roles a place stands in documents, each with the facet that has them. */
export const PLACE_ROLES = {
  'written-at': 'place-from',
  'sent-to': 'place-to',
  about: 'place-about',
} as const;
export type PlaceRole = keyof typeof PLACE_ROLES;

/** In which roles a person or body stands in documents, each with the facet that has them. */
export const AGENT_ROLES = {
  author: 'from',
  recipient: 'to',
  participant: 'participant',
  mentioned: 'mentioned',
} as const;
export type AgentRole = keyof typeof AGENT_ROLES;

/** What the documents say of a person or body together. */
export interface Profile {
  /** Each role that any document has them in, by year; `documents` counts those without a date too. */
  readonly roles: readonly {
    readonly role: AgentRole;
    readonly documents: number;
    readonly years: readonly YearCount[];
  }[];
  /** Who stands in the same documents, the most frequent first, and how many further ones do. */
  readonly others: Counted;
  /** The places of those documents. */
  readonly places: Counted & { readonly mapped: readonly MappedPlace[] };
}

/** A subject with its narrower ones, or a place with those in it. */
export interface Branch {
  readonly label: Label;
  readonly documents: number;
  readonly children: readonly Branch[];
}

export interface Counted {
  readonly rows: readonly { readonly label: Label; readonly documents: number }[];
  readonly more: number;
}

/** Which part of the archive is asked about: of one collection, from some years, in one role. */
export interface MapAsked {
  readonly role?: PlaceRole;
  readonly years?: Years;
  readonly within?: RecordId;
}

/** Places of documents, with how many documents each has. */
export interface MapPage {
  readonly asked: MapAsked;
  /** How many documents have any of these places. */
  readonly total: number;
  /** The same for each role that has any, whatever role is asked for. */
  readonly roles: readonly { readonly role: PlaceRole; readonly documents: number }[];
  /** The most frequent first. */
  readonly places: readonly MappedPlace[];
  /** Of all documents that have a place, whatever years are asked for. */
  readonly years: readonly YearCount[];
}

export interface MappedPlace {
  readonly label: Label;
  readonly names: readonly Name[];
  readonly coordinates?: NonNullable<Place['coordinates']>;
  readonly documents: number;
}
