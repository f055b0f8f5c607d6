import type { Draft } from './draft.js';
import { draftOf, splitFrontMatter } from './front-matter.js';
import { decodeEntities } from './html/entities.js';
import { markdownText } from './markdown-text.js';

/** The article of a plain text, with the fields of front matter where it has one. */
export function readPlainText(text: string, place: string): Draft {
  const { body, fields } = splitFrontMatter(text, place);
  return draftOf(fields, body);
}

/** The article of a Markdown document. Its first heading of the first rank is the title where the front matter gives none. */
export function readMarkdown(markdown: string, place: string): Draft {
  const { body, fields } = splitFrontMatter(markdown, place);
  const { heading, text } = markdownText(body);
  const draft = draftOf(fields, decodeEntities(text));
  if (heading === null) return draft;
  const title = decodeEntities(heading);
  const repeats = draft.title === null || draft.title === undefined || draft.title === title;
  return repeats ? { ...draft, title } : { ...draft, text: `${title}\n\n${draft.text}` };
}
