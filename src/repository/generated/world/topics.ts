import { type Topic, topicId } from '../../../domain/article.js';

const NAMES = [
  'Ferries',
  'Public health',
  'Fisheries',
  'Housing',
  'Elections',
  'Weather',
  'Energy',
  'Courts',
  'Schools',
  'Trade',
  'Labour',
  'Budgets',
  'Forests',
  'Harbours',
  'Tourism',
  'Science',
  'Music',
  'Farming',
  'Roads',
  'Diplomacy',
  'Policing',
  'Water',
  'Banking',
  'Migration',
  'Museums',
  'Shipbuilding',
  'Telegraphy',
  'Lighthouses',
  'Rowing',
  'Food prices',
];

/** Thirty topics. */
export function inventTopics(): Topic[] {
  return NAMES.map((name) => ({ id: topicId(name), name }));
}
