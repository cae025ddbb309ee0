import assert from 'node:assert/strict';
import { readTree } from '../../src/formats/xml-mapping/read-tree.ts';
import type { XmlElement } from '../../src/formats/xml/xml-node.ts';

/** Text that is well-formed XML, as a tree. */
export async function xmlTree(text: string): Promise<XmlElement> {
  const chunks = (async function* () {
    yield text;
  })();
  const { root, problems } = await readTree({ name: 'answer.xml', chunks });
  assert.deepEqual(problems, []);
  assert.ok(root);
  return root;
}

/** The names of an element's children, in order. */
export const namesIn = (element: XmlElement): readonly string[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));

/** Every `xml:id` below an element, in order. */
export const idsIn = (element: XmlElement): readonly string[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...[child.attributes['xml:id'] ?? []].flat(), ...idsIn(child)],
  );
