/** What we use of the package, which has no types of its own. Source: citeproc-js 1.4.63, read 2026-11-23. */
declare module 'citeproc' {
  interface Node {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (Node | string)[];
  }
  interface System {
    retrieveLocale(language: string): Node;
    retrieveItem(id: string): unknown;
  }
  interface Cluster {
    readonly citationItems: readonly {
      readonly id: string;
      readonly locator?: string;
      readonly label?: string;
    }[];
    readonly properties: { readonly noteIndex: number };
  }
  class Engine {
    constructor(system: System, style: Node, language: string, isForced: boolean);
    updateItems(ids: readonly string[]): unknown;
    makeBibliography(): false | readonly [unknown, readonly string[]];
    previewCitationCluster(
      cluster: Cluster,
      before: readonly unknown[],
      after: readonly unknown[],
      format: 'html',
    ): string;
  }
  const citeproc: { readonly Engine: typeof Engine };
  export default citeproc;
}
