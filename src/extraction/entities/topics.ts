import type { Document } from '../document.js';
import type { ExtractedTopic } from '../extraction.js';
import type { Cast } from './cast.js';

/** A text has no more topics than this. */
const MOST_TOPICS = 5;
/** A topic is named this often at least. */
const FEWEST_MENTIONS = 3;

/** What a text comes back to most: noun phrases of two words and more that are no names, the most frequent first. */
export function findTopics(document: Document, cast: Cast): ExtractedTopic[] {
  const found = new Map<string, { name: string; mentions: { start: number; end: number }[] }>();
  const { tokens } = document;
  for (let at = 0; at < tokens.length; at++) {
    const end = endOfCompound(document, cast, at);
    const [first, last] = [tokens[at], tokens[end - 1]];
    if (end - at < 2 || first === undefined || last === undefined) continue;
    const name = document.text.slice(first.start, last.end).toLowerCase();
    const key = name.replace(/s$/u, '');
    const topic = found.get(key) ?? { name, mentions: [] };
    topic.mentions.push({ start: first.start, end: last.end });
    found.set(key, topic);
    at = end - 1;
  }
  return [...found.values()]
    .filter(({ mentions }) => mentions.length >= FEWEST_MENTIONS)
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .slice(0, MOST_TOPICS)
    .map((topic, i) => ({ id: `t${i + 1}`, ...topic }));
}

/** Where a run of nouns ends that begins here, a plain adjective before them included. */
function endOfCompound({ tokens }: Document, cast: Cast, from: number): number {
  let end = from;
  while (end < from + 4) {
    const token = tokens[end];
    if (token === undefined || token.sentence !== tokens[from]?.sentence || cast.at(end) !== undefined) break;
    if (token.pos !== 'NOUN' || !/^\p{Ll}{3}/u.test(token.text)) break;
    end++;
  }
  return end;
}
