import type { Extraction } from '../../extraction/extraction.js';
import { findings } from './findings.js';
import { legend, markedText } from './marked-text.js';
import { painter, shownText } from './terminal-text.js';

interface ReadingViewOptions {
  /** Whether what is found is marked in colour; otherwise only by the ids of statements. */
  readonly colour: boolean;
  /** In columns. */
  readonly width: number;
}

/** A text with what is found in it marked, and below it the list of all that is found. */
export function readingView(text: string, found: Extraction, { colour, width }: ReadingViewOptions): string {
  const page = { paint: painter(colour), width: Math.max(width, 20) };
  const shown = shownText(text);
  const lines = [
    ...(colour ? [legend(page), ''] : []),
    ...markedText(shown, found, page),
    ...findings(shown, found, page),
  ];
  return `${lines.join('\n')}\n`;
}
