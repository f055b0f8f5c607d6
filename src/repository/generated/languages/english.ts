import { ENGLISH_FIGURES } from './english-figures.js';
import { ENGLISH_WORDS } from './english-words.js';
import type { Cue, Language } from './language.js';

const SAYING: readonly Cue[] = [
  ['said', 'STATED'],
  ['said', 'STATED'],
  ['added', 'STATED'],
  ['claimed', 'CLAIMED'],
  ['confirmed', 'CONFIRMED'],
  ['warned', 'WARNED'],
  ['denied', 'DENIED'],
  ['promised', 'PROMISED'],
  ['doubted', 'DOUBTED'],
  ['thought', 'THOUGHT'],
  ['stressed', 'STATED'],
  ['conceded', 'OTHER'],
];
const QUOTING: readonly Cue[] = [
  ['said', 'STATED'],
  ['said', 'STATED'],
  ['warned', 'WARNED'],
  ['added', 'STATED'],
  ['insisted', 'CLAIMED'],
  ['replied', 'STATED'],
];
const REPORTING: readonly Cue[] = [
  ['reported', 'STATED'],
  ['said', 'STATED'],
  ['claimed', 'CLAIMED'],
  ['confirmed', 'CONFIRMED'],
];
const WRITING: readonly Cue[] = [
  ['wrote', 'STATED'],
  ['warned', 'WARNED'],
  ['promised', 'PROMISED'],
];

export const ENGLISH: Language = {
  tag: 'en',
  charactersPerWord: 5.85,
  space: ' ',
  definite: 'the ',
  fullStop: '.',
  titles: [
    '{asset} {future} {time}',
    'In {place}, {group} {groupAct}',
    '{organization}: {measure} {demand}',
    '{asset} in {place} {assetState} {since}',
    '{person} and the {noun} of {place}',
    'A {quality} {noun} for {place}',
    'How {asset} {assetState}',
    '{group} in {place} want {measure}',
  ],
  clauses: [
    '{asset} {future} {time}',
    '{asset} in {place} {assetState} {since}',
    '{group} from {place} {groupAct} {reason}',
    '{asset} {assetState} {reason}',
    '{measure} {demand} {since}',
    '{organization} {act} {time}',
    '{person} {act} {reason}',
    '{group} {groupAct} while {asset} {assetState}',
    '{measure} for {place} {demand}',
    '{asset} {future} {reason}',
    '{group} {groupAct} and {asset} {future}',
    'without {measure}, {asset} {future} {time}',
    '{organization} and {group} agree that {asset} {assetState}',
    'in {place}, {measure} {demand}',
    '{person} {act} before {asset} {assetState}',
  ],
  partlyQuoted: [
    '{asset} in {place} was “{quoted}”',
    '{measure} would be “{quoted}”',
    '{asset} {assetState} and was “{quoted}”',
    'what happened in {place} had been “{quoted}”',
    '{person} had given “{quoted}” when {asset} {assetState}',
    'for {group} it was “{quoted}”, {reason}',
  ],
  background: [
    '{group} in {place} {groupAct} {since}',
    'there was {weather} over {scene}, where {crowd} had gathered',
    '{asset} {assetState} {since}, and {measure} {demand}',
    'in {place}, {crowd} stood at {scene} in {weather}',
    'the dispute over {asset} goes back to the time when {group} first asked for {measure}',
    'at {scene}, {crowd} listened while {weather} kept others at home',
    '{asset} {future} {time}, if the plan of the council holds',
    'two years ago {asset} had been the pride of {place}; today it {assetState}',
    'outside {scene} somebody had hung up a banner for {measure}',
    '{measure} was first proposed {time}, when {asset} still had a budget of its own',
    'whether {asset} {future} depends on {measure}, which {demand}',
    'the talks in {place} went on until late, with {weather} beating against the windows of {scene}',
    '{group} and {group} rarely agree, but here they do: {measure} {demand}',
  ],
  words: ENGLISH_WORDS,
  reports: {
    indirect: [
      { pattern: '{speaker} {cue}{circumstance} that {content}.', cues: SAYING },
      { pattern: '{speaker} {cue} that {content}.', cues: SAYING },
      { pattern: '{content}, {brief} {cue}{circumstance}.', cues: QUOTING },
      { pattern: 'according to {brief}, {content}.', cues: [] },
      {
        pattern: '{speaker} {cue}{circumstance} whether {content}.',
        cues: [
          ['asked', 'ASKED'],
          ['wondered', 'ASKED'],
        ],
      },
    ],
    direct: [
      {
        pattern: '“{content}”, {cue} {brief}{circumstance}.',
        cues: [
          ['said', 'STATED'],
          ['warned', 'WARNED'],
          ['replied', 'STATED'],
        ],
      },
      { pattern: '{speaker} {cue}{circumstance}: “{content}.”', cues: QUOTING },
      { pattern: '{speaker} put it like this: “{content}.”', cues: [] },
    ],
    interrupted: [{ pattern: '“{content}”, {brief} {cue}{circumstance}, “and {rest}.”', cues: QUOTING }],
    absent: [
      {
        pattern: 'it {cue} in {place} that {content}.',
        cues: [
          ['was said', 'STATED'],
          ['is claimed', 'CLAIMED'],
          ['is feared', 'THOUGHT'],
        ],
      },
      {
        pattern: '{content}, it {cue}{circumstance}.',
        cues: [
          ['was said', 'STATED'],
          ['was confirmed', 'CONFIRMED'],
          ['was rumoured', 'OTHER'],
        ],
      },
    ],
    either: [
      {
        pattern: 'Either {brief} or {other} {cue} that {content}; the minutes do not say which of them.',
        cues: SAYING,
      },
    ],
    outer: [
      { pattern: '{speaker} {cue}{circumstance} that {report}.', cues: REPORTING },
      { pattern: 'according to {brief}, {report}.', cues: [] },
    ],
    middle: [
      { pattern: '{speaker} had read out a letter in which {report}', cues: [['read out', 'STATED']] },
      {
        pattern: '{brief} had {cue} that {report}',
        cues: [
          ['confirmed', 'CONFIRMED'],
          ['said', 'STATED'],
          ['noted', 'STATED'],
        ],
      },
    ],
    inner: [
      {
        pattern: '{speaker} had {cue} that {content}',
        cues: [
          ['said', 'STATED'],
          ['warned', 'WARNED'],
          ['promised', 'PROMISED'],
          ['denied', 'DENIED'],
        ],
      },
      { pattern: '{brief} {cue} that {content}', cues: WRITING, medium: 'LETTER' },
    ],
    innerQuoted: [{ pattern: '{brief} {cue} that “{content}”', cues: WRITING, medium: 'LETTER' }],
    quotedReport: [
      {
        pattern: '“{report}”, {cue} {brief}{circumstance}.',
        cues: [
          ['said', 'STATED'],
          ['explained', 'STATED'],
        ],
      },
    ],
  },
  relations: {
    CONFIRMS: ['That confirms what {other} had said.', 'It bears out what {other} had said before.'],
    DISPUTES: ['That contradicts what {other} had said.', 'It is the opposite of what {other} had claimed.'],
    DOUBTS: ['That casts doubt on the words of {other}.', 'After that, few will believe what {other} had said.'],
    DENIES: [
      'What {other} had said is therefore denied.',
      'So there is nothing, by this account, in what {other} had said.',
    ],
    RESPONDS_TO: ['It was a reply to {other}.', 'The words were meant for {other}.'],
    REPEATS: ['Much the same had come from {other}.', 'In this, the words are those of {other}.'],
    CORRECTS: ['That corrects what {other} had said.', 'With it, an error of {other} is put right.'],
  },
  earlierReport: 'an earlier report',
  introductions: {
    employed: '{name}, {role} at {organization},',
    trade: '{name}, a {role},',
    sibling: '{name}, a sibling of {other},',
  },
  sources: [
    ['a senior official', 'OFFICIAL', false],
    ['officials', 'OFFICIAL', true],
    ['a spokesperson', 'SPOKESPERSON', false],
    ['a ministry spokesperson', 'SPOKESPERSON', false],
    ['an independent expert', 'EXPERT', false],
    ['many experts', 'EXPERT', true],
    ['the harbour police', 'AUTHORITY', true],
    ['a witness', 'WITNESS', false],
    ['several residents', 'WITNESS', true],
    ['a person close to the talks', 'INSIDER', false],
    ['two people with knowledge of the matter', 'INSIDER', true],
    ['an internal report', 'DOCUMENT', false],
    ['the minutes of the meeting', 'DOCUMENT', true],
    ['a passer-by', 'OTHER', false],
  ],
  media: [
    ['in a letter', 'LETTER'],
    ['in a written statement', 'WRITTEN_STATEMENT'],
    ['at a press briefing', 'PRESS_BRIEFING'],
    ['in an interview', 'INTERVIEW'],
    ['in a speech', 'SPEECH'],
    ['on a message board', 'SOCIAL_MEDIA'],
    ['in a report', 'REPORT'],
    ['in a memorandum', 'DOCUMENT'],
  ],
  weekdays: ['on Sunday', 'on Monday', 'on Tuesday', 'on Wednesday', 'on Thursday', 'on Friday', 'on Saturday'],
  strangers: [
    'A certain {stranger}, whom nobody in the room could place, was named as well.',
    'In the margin of the minutes stands the name {stranger}.',
  ],
  figures: ENGLISH_FIGURES,
};
