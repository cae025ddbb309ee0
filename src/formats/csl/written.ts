import type { CitationForm, CitationStyle } from '../../core/citation/styles.ts';
import { settleMarks } from './marks.ts';
import { runsOf, type Run } from './runs.ts';

/** What a processor wrote of a styled item, put right and in pieces. */
export function readWritten(markup: string, style: CitationStyle, form: CitationForm): readonly Run[] {
  const settled = settleMarks(markup, { inBrackets: style === 'apa' });
  // The style's file says "para." without a space; the Handbook (6.20) has "par. 5".
  return runsOf(style === 'mla' && form === 'mention' ? settled.replace(/\bpara\. ?/, 'par. ') : settled);
}
