import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageMark } from '../text.ts';
import { pageFinder } from './page-of-mark.ts';

interface Case {
  readonly says: string;
  readonly pages: readonly { readonly label: string; readonly name?: string }[];
  readonly mark: PageMark;
  readonly page: number | undefined;
}

const cases: readonly Case[] = [
  {
    says: 'the file that the mark names',
    pages: [
      { label: '1', name: '0122.jpg' },
      { label: '2', name: '0123.jpg' },
    ],
    mark: { label: '1', image: '0123.jpg' },
    page: 1,
  },
  {
    says: 'the same file under another ending, in another folder',
    pages: [
      { label: '1', name: 'scans/0122.JPG' },
      { label: '2', name: 'scans/0123.JPG' },
    ],
    mark: { label: 'x', image: 'f558\\0123.tif' },
    page: 1,
  },
  {
    says: 'no file of that name: the label decides',
    pages: [
      { label: '66', name: 'a.jpg' },
      { label: '67', name: 'b.jpg' },
    ],
    mark: { label: '67', image: 'elsewhere.jpg' },
    page: 1,
  },
  {
    says: 'two files of one name mean none of them, nor do two of one label',
    pages: [
      { label: '67', name: 'a/1.jpg' },
      { label: '67', name: 'b/1.jpg' },
    ],
    mark: { label: '67', image: '1.jpg' },
    page: undefined,
  },
  {
    says: 'a label with the word for page, and one without',
    pages: [{ label: 'l. 66' }, { label: 'l. 67' }],
    mark: { label: '67' },
    page: 1,
  },
  {
    says: 'a Russian leaf and its number',
    pages: [{ label: '66' }, { label: '67' }],
    mark: { label: 'л. 67' },
    page: 1,
  },
  { says: 'a letter is no word for page', pages: [{ label: 'S' }], mark: { label: 's' }, page: 0 },
  {
    says: 'the verso is not the recto',
    pages: [{ label: '67' }, { label: '67 ob.' }],
    mark: { label: '67 ob.' },
    page: 1,
  },
  {
    says: 'as many marks as pages, none of the same label: the order says nothing',
    pages: [{ label: '1' }, { label: '2' }],
    mark: { label: '101' },
    page: undefined,
  },
  { says: 'an empty label means none', pages: [{ label: '' }], mark: { label: '' }, page: undefined },
  {
    says: 'a page of a file of several',
    pages: [
      { label: '1', name: 'a.pdf#page=1' },
      { label: '2', name: 'a.pdf#page=2' },
      { label: '1', name: 'b.pdf#page=1' },
    ],
    mark: { label: '1', image: 'b.pdf#page=1' },
    page: 2,
  },
  {
    says: 'no pages at all',
    pages: [],
    mark: { label: '1', image: '1.jpg' },
    page: undefined,
  },
];

for (const { says, pages, mark, page } of cases)
  test(says, () => assert.equal(pageFinder(pages)(mark), page));
