import type { Stretch } from '../../domain/span.js';
import type { Document } from '../document.js';

/** Whether what is told is not of a place, though the place is named beside it. */
export function isOnlyDescriptive(document: Document, place: Stretch): boolean {
  return (
    isInDateline(document, place) ||
    isInApposition(document.text, place) ||
    isElsewhere(document.text, place) ||
    isOfOffice(document.text, place)
  );
}

const LONGEST_DATELINE = 80;

/** Whether a place only tells where an article was written: “BRINDLEMOUTH, Pellimar – …”. */
function isInDateline({ text, tokens, paragraphs }: Document, { start, end }: Stretch): boolean {
  const opening = tokens[paragraphs[0]?.firstToken ?? 0]?.start ?? 0;
  if (end > opening + LONGEST_DATELINE) return false;
  const dateline = /^\p{Lu}{3,}[^.!?\n]{0,70}?\s(?:–|—|--?)\s/u.exec(text.slice(opening, opening + LONGEST_DATELINE));
  return dateline !== null && start < opening + dateline[0].length;
}

const LONGEST_APPOSITION = 60;

/** Whether a place only describes what was named before it: “ran onto the Fang, a reef off Cape Ennis”. */
function isInApposition(text: string, { start }: Stretch): boolean {
  return /,\s(?:an?|the)\s(?:(?!that|who|which)[\p{Ll}-]+\s){1,4}(?:off|near|in|at|on|outside|by)\s(?:the\s)?$/u.test(
    text.slice(Math.max(0, start - LONGEST_APPOSITION), start),
  );
}

/** “The largest outbreak outside of Corvania”: wherever that is, it is not there. */
function isElsewhere(text: string, { start }: Stretch): boolean {
  return /\boutside(?: of)? (?:the )?(?:mainland )?$/u.test(text.slice(Math.max(0, start - LONGEST_OFFICE), start));
}

const LONGEST_OFFICE = 24;

/** Whether a place only says what an office is of: “the race for the presidency of Corvania”. */
function isOfOffice(text: string, { start }: Stretch): boolean {
  return /\b(?:presidency|premiership|throne|crown|leadership|chancellorship|governorship|mayoralty) of (?:the )?$/u.test(
    text.slice(Math.max(0, start - LONGEST_OFFICE), start),
  );
}
