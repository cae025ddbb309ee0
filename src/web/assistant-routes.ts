import { llms } from './llms.ts';
import type { Route } from './route.ts';

/** A question with the longest quotation, and as much again. */
const MOST_BYTES = 128 * 1024;

/** Where assistants ask. Their protocol is loaded when the first of them knocks. */
export const assistantRoutes: readonly Route[] = [
  {
    path: '/mcp',
    says: 'for assistants, by the Model Context Protocol (streamable HTTP, without sessions): what is sent (POST) is answered in JSON',
    for: 'programs',
    isLiveOnly: true,
    isQuestion: true,
    isSentOnly: true,
    takesBody: MOST_BYTES,
    handle: async (visit) => (await import('./mcp/http.ts')).answerAssistant(visit),
  },
  {
    path: '/llms.txt',
    says: 'what is here and how it is asked for, cited and used, on one page of Markdown for language models (llmstxt.org)',
    for: 'programs',
    handle: llms,
  },
];
