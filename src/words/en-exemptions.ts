import type { Exemption } from '../core/exemption.ts';

/** The nine exemptions of the Freedom of Information Act, 5 U.S.C. 552(b), in short. */
const FOIA: readonly string[] = [
  'Properly classified in the interest of national defence or foreign policy',
  'About nothing but an agency’s own personnel rules and practices',
  'Kept from release by another statute',
  'Trade secrets, and commercial or financial information given in confidence',
  'Letters within or between agencies that could not be had in a lawsuit: advice, drafts, counsel',
  'Personnel, medical and similar files, where release would clearly invade somebody’s privacy',
  'Gathered for law enforcement, where release would do one of six named harms',
  'Reports on the examination and supervision of banks',
  'Geological and geophysical information about wells',
];

/** What may be kept past 25 years under Executive Order 13526, section 3.3(b), in short. */
const ORDER: readonly string[] = [
  'Would reveal a confidential human source or an intelligence source or relationship, or weaken a method of intelligence in use',
  'Would help to develop, make or use weapons of mass destruction',
  'Would weaken codes and ciphers of the United States, or work against those of others',
  'Would weaken the use of advanced technology in a weapon system of the United States',
  'Would reveal war plans of the United States that still hold, or parts of them',
  'Information of or about a foreign government that would gravely harm relations or diplomacy now under way',
  'Would weaken the protection of the President, the Vice President and others who are guarded',
  'Would weaken emergency plans, or reveal weak points of systems and installations',
  'Would break a statute, a treaty or an international agreement',
];

/** Words about what agencies held back, why, and what was opened. */
export const enExemptions = {
  /** What an exemption is for, where its law is known here. */
  means: (exemption: Exemption): string | undefined => {
    if (exemption.law === 'other') return undefined;
    return (exemption.law === 'foia' ? FOIA : ORDER)[exemption.number - 1];
  },
  law: { foia: 'Freedom of Information Act', order: 'Executive Order 13526' },
  heldBack: 'What was held back',
  passages: (count: number) => (count === 1 ? '1 passage' : `${count} passages`),
  kinds: 'By kind',
  grounds: 'By exemption claimed',
  inDecision: 'Claimed in a decision',
};
