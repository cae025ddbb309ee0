/** Rights in a document or in our description of it: a URI of rightsstatements.org or Creative Commons where one fits, and words. */
export interface Rights {
  readonly uri?: string;
  readonly words?: string;
  readonly holder?: string;
}
