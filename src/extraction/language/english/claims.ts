import { wordList } from '../word-list.js';

/** Words in whose clause a figure is of what is to come, wished, allowed or supposed. */
export const UNREAL: ReadonlySet<string> = wordList(`
  will would could may might shall should must wo ll if unless whether suppose imagine until unlikely likely
  plan plans planned planning intend intends intended hope hopes hoped want wants wanted aim aims aimed seek seeks sought
  ask asks asked demand demands demanded order orders ordered allow allows allowed permit permits permitted propose
  proposes proposed proposal promise promises promised pledge pledges pledged expect expects expected target targets
  targeted forecast forecasts project projects projected predict predicts predicted budget budgeted require requires
  required scheduled due offer offers offered need needs supposed maximum limit
`);

/** Verbs of which a duration is what they tell: “lasted two hours”. */
export const VERBS_OF_DURATION: ReadonlySet<string> = wordList(`
  last lasts lasted take takes took taken stay stays stayed wait waits waited spend spends spent continue continued endure
  endured
`);

/** What stands behind a distance or size that only says where something is or how large. */
export const BEHIND_A_SIZE: ReadonlySet<string> = wordList(`
  north south east west northeast northwest southeast southwest from away off outside inland upstream downstream offshore
  long wide high tall deep thick across old ago later earlier before after
`);

/** Determiners with which a small number only takes up what was told before: “the two leaders”. */
export const TAKING_UP: ReadonlySet<string> = wordList('the these those its his her their our my your all both other');

/** The noun for what an amount of money is, by the participle of the verb. */
export const AMOUNTS: ReadonlyMap<string, string> = new Map([
  ['cost', 'cost'],
  ['priced', 'price'],
  ['spent', 'spending'],
  ['given', 'gift'],
  ['donated', 'donation'],
  ['paid', 'payment'],
  ['earned', 'earnings'],
  ['lost', 'loss'],
  ['made', 'profit'],
  ['raised', 'money raised'],
  ['owed', 'debt'],
  ['fined', 'fine'],
  ['invested', 'investment'],
  ['sold', 'sale price'],
  ['bought', 'purchase price'],
  ['valued', 'value'],
  ['charged', 'charge'],
  ['lent', 'loan'],
  ['borrowed', 'debt'],
  ['saved', 'savings'],
  ['worth', 'worth'],
]);

/** The name of what a unit measures, where the sentence need not say it. */
export const MEASURED_BY_UNIT: ReadonlyMap<string, string> = new Map([
  ['celsius', 'temperature'],
  ['fahrenheit', 'temperature'],
  ['degree', 'temperature'],
  ['kilometre per hour', 'speed'],
  ['mile per hour', 'speed'],
  ['metre per second', 'speed'],
  ['knot', 'speed'],
]);

/** Words and marks that open a clause of its own time and place. */
export const SUBORDINATORS: ReadonlySet<string> = wordList(
  'after before while whereas because although though since until once ;',
);

/** Nouns of which another number is hardly ever of the same ones. */
export const COUNTED_ANYWHERE: ReadonlySet<string> = wordList(
  'people person man woman child percentage dollar euro pound',
);
