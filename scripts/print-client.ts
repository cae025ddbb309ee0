/**
 * Prints the types of the client from the API, and the client as it is packed: plain JavaScript with its types,
 * in `client/`. `npm run client`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientAnswers } from './client-answers.ts';
import { compileClient } from './compile-client.ts';

const root = join(import.meta.dirname, '..');
await writeFile(join(root, 'src/client/answers.ts'), await clientAnswers());
await compileClient(join(root, 'client'));
