import { type Break, describeBreaks } from './seed-breaks.js';

const BREAKS: readonly Break[] = [
  { seedsWith: 'no front matter', replace: ['---\ntitle', 'title'], says: /begins with front matter/ },
  {
    seedsWith: 'front matter without an end',
    replace: ['[tides]\n---', '[tides]'],
    says: /begins with front matter/,
    at: '---',
  },
  {
    seedsWith: 'front matter that is not YAML',
    replace: ['[Mara Drift]', '[Mara Drift'],
    says: /not valid YAML/,
    at: 'published',
  },
  { seedsWith: 'front matter with an unknown field', replace: ['bylines', 'byline'], says: /no field “byline”/ },
  {
    seedsWith: 'front matter without a title',
    replace: ['title: The tide\n', ''],
    says: /needs the field “title”/,
    at: 'publisher',
  },
  { seedsWith: 'an empty title', replace: ['title: The tide', 'title: " "'], says: /title takes text/ },
  {
    seedsWith: 'an unknown publisher',
    replace: ['publisher: messenger', 'publisher: herald'],
    says: /no “herald” under publishers.*messenger/,
  },
  { seedsWith: 'an unknown topic', replace: ['[tides]', '[tide]'], says: /no “tide” under topics/ },
  {
    seedsWith: 'a publication without offset',
    replace: ['08:00:00+02:00', '08:00:00'],
    says: /published takes a date and time with offset/,
  },
  {
    seedsWith: 'a publication on a day that does not exist',
    replace: ['2031-05-01T', '2031-04-31T'],
    says: /published takes a date and time/,
  },
  {
    seedsWith: 'a publication at an hour that does not exist',
    replace: ['T08:', 'T25:'],
    says: /published takes a date and time/,
  },
  {
    seedsWith: 'an unknown precision',
    replace: ['precision: TIME', 'precision: HOUR'],
    says: /precision takes one of TIME, DAY/,
  },
  { seedsWith: 'an address that is none', replace: ['url: https://', 'url: '], says: /url takes a web address/ },
  {
    seedsWith: 'a language that is none',
    replace: ['language: en', 'language: plain English'],
    says: /language takes a language tag/,
  },
  { seedsWith: 'a square bracket in the text', replace: ['far too', 'far [too]'], says: /square bracket/ },
];

describeBreaks('a brief', '01-tide.md', BREAKS);

const TEXTS: readonly Break[] = [
  { seedsWith: 'no text', replace: ['\n\nThe tide rose, the Tide Office said.', '\n '], says: /has no text/ },
];

describeBreaks('a brief’s text', '02-echo.md', TEXTS);
