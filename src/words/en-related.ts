import type { RelatedReason } from '../core/related-reason.ts';
import { number } from './en-numbers.ts';

const percent = (share: number): string =>
  share >= 1 ? 'all' : `${Math.max(1, Math.min(99, Math.round(share * 100)))}%`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const days = (count: number): string => (count === 1 ? 'a day' : `${number(count)} days`);

const reasons: Readonly<Record<RelatedReason, string>> = {
  'reply-to': 'This answers',
  'replied-by': 'Answered by',
  stated: 'The record says',
  mentions: 'This speaks of',
  'mentioned-by': 'Spoken of in',
  'same-event': 'The same event',
  'same-file': 'The same file',
  'same-days': 'The same people and days',
  similar: 'Similar words',
};

/** A part of which less is no more than a passage. */
const MOST_OF_IT = 0.5;

/** What is said of the documents that stand beside one, and why they do. */
export const enRelated = {
  heading: 'Related documents',
  reasons,
  all: (total: number) => `All ${number(total)}`,
  allOf: (reason: RelatedReason, total: number) => `${reasons[reason]}: all ${number(total)}`,
  search: 'Search these people and days',
  daysLater: (count: number): string =>
    count === 0 ? 'the same day' : count > 0 ? `${days(count)} later` : `${days(-count)} earlier`,
  perhapsThen: 'perhaps the same days',
  with: 'With',
  sameText: 'The same text elsewhere',
  sameTextShort: (count: number) =>
    count === 1 ? 'the same text elsewhere' : `the same text in ${number(count)} other places`,
  /** How much of each stands in the other; parts from 0 to 1. */
  share: (ofThis: number, ofOther: number): string => {
    if (ofOther < MOST_OF_IT)
      return `${capital(percent(ofThis))} of this text stands there, within a longer one.`;
    if (ofThis < MOST_OF_IT)
      return `${capital(percent(ofOther))} of that text stands here: it is a part of this one.`;
    return `${capital(percent(ofThis))} of this text stands there, and ${percent(ofOther)} of that one here.`;
  },
  proposed: 'Found by comparing words; nobody has confirmed it.',
  stated: 'Confirmed by a person.',
};
