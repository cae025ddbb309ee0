/** The styles of citation guides: Chicago's 17th edition (notes and bibliography), MLA's 9th, APA's 7th. */
export const CITATION_STYLES = ['chicago', 'mla', 'apa'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** `entry`: as it stands in a bibliography; `mention`: as it stands in a note, or in brackets within a text. */
export type CitationForm = 'entry' | 'mention';
