// The texts that the extraction engine is measured with: all of them invented, the same in every run.
import { generateRecords } from '../dist/repository/generated/generate-records.js';

const SEED = 7;
const DAY = '2031-05-07';

/** An article to be read: a row that `onrecord extract` takes. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly publishedOn: string;
}

/** Invented English articles of so many words: generated ones, one behind the other, cut behind the last word. */
export function articlesOf(words: number, count: number): Row[] {
  const rows: Row[] = [];
  let parts: string[] = [];
  let length = 0;
  for (const { article, revision } of generateRecords({ articles: 1_000_000, seed: SEED })) {
    if (article.language.split('-')[0] !== 'en') continue;
    parts.push(revision.text);
    length += wordsIn(revision.text).length;
    if (length < words) continue;
    const text = parts.join('\n\n');
    const last = wordsIn(text)[words - 1];
    const end = last === undefined ? text.length : last.index + last[0].length;
    rows.push({ id: String(rows.length + 1), text: text.slice(0, end), publishedOn: DAY });
    if (rows.length === count) break;
    parts = [];
    length = 0;
  }
  return rows;
}

function wordsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(/\S+/gu)];
}

/** What long texts are made of: news, and what is hardest to read of everything else. */
const FILLINGS: Readonly<Record<string, string>> = {
  'opening marks': '“',
  'straight marks': '"',
  'marks of both kinds': '“a ‘b ',
  'marks that close': '“A,” he said. ',
  'one word': 'a',
  'names without an end': 'Ada Quill ',
  'numbers without an end': '9 ',
  'dates without an end': 'on Sunday ',
  'cues without an end': 'said that ',
  'lone surrogates': '\ud83d',
  'control characters': '\u0000',
  'Chinese without spaces': '金与正说',
  'a sentence again and again': 'Ada Quill, the mayor, said on Sunday that 40 boats were lost. ',
  'a paragraph again and again': '“She will go,” Quill said.\n\n',
};

/** Texts of so many UTF-16 units, by what is in them. */
export function longTexts(length: number): { readonly name: string; readonly text: string }[] {
  const news = articlesOf(800, Math.ceil(length / 4000) + 1).map(({ text }) => text);
  const fillings = Object.entries({
    news: news.join('\n\n'),
    'news in one paragraph': news.join(' ').replace(/\n+/gu, ' '),
    ...FILLINGS,
  });
  return fillings.map(([name, filling]) => ({
    name,
    text: filling.repeat(Math.ceil(length / filling.length)).slice(0, length),
  }));
}
