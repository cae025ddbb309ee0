import { citationWriterContract } from '../../ports/citation-writer.contract.ts';
import { citeprocWriter } from './citation-writer.ts';

citationWriterContract('citeproc', citeprocWriter);
