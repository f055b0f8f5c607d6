import type { Day } from '../../domain/dates.js';
import type { Random } from './random.js';

/** How many articles tell of the same days, one after the other. */
export const ARTICLES_A_STORY = 8;
/** How many stories lead through the ten years; then the next pass begins in 2030 again, between the days of the one before. */
const STORIES_A_PASS = 260;
const DAYS_BETWEEN_STORIES = 14;
/** By how many days a pass lies behind the one before, so that in fourteen passes every day has news. */
const PASS_STEP = 5;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FIRST_DAY = Date.UTC(2030, 0, 1);

/** A day as the number of days since the first of 2030. */
export type DayNumber = number;

/**
 * The day of a story. A run has no end that could be known when it begins, and still spreads over ten years: it passes
 * through them again and again.
 */
export function dayOfStory(story: number): DayNumber {
  const pass = Math.floor(story / STORIES_A_PASS);
  return (story % STORIES_A_PASS) * DAYS_BETWEEN_STORIES + ((pass * PASS_STEP) % DAYS_BETWEEN_STORIES);
}

/** Whether the story is the first of its pass, years before the one that was told last. */
export function beginsPass(story: number): boolean {
  return story % STORIES_A_PASS === 0;
}

/** When an article on a day’s story appears: that day or one of the next two. */
export function publicationTime(day: DayNumber, random: Random): Date {
  return new Date(FIRST_DAY + day * DAY + random.int(300, 3 * 1440 - 1) * MINUTE);
}

export function minutesAfter(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * MINUTE);
}

const PRINTED = new Map<DayNumber, Day>();

/** The day as ISO 8601 writes it. There are few enough of them to print each once. */
export function printDay(day: DayNumber): Day {
  const known = PRINTED.get(day);
  if (known !== undefined) return known;
  const printed = dateOf(day).toISOString().slice(0, 10);
  PRINTED.set(day, printed);
  return printed;
}

/** The day in the calendar, at midnight UTC. */
export function dateOf(day: DayNumber): Date {
  return new Date(FIRST_DAY + day * DAY);
}
