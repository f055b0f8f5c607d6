import { checkRecord } from '../../src/domain/invariants.js';
import type { ArticleRecord } from '../../src/domain/record.js';
import type { UnnamedSource } from '../../src/domain/speaker.js';
import type { Statement } from '../../src/domain/statement.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { RecordBuilder } from './record-builder.js';
import type { ArticleOptions } from './record-options.js';

export { find } from './words.js';

/** Makes a valid record of an article and of everything that a test says is in it. */
export function articleRecord(options: ArticleOptions): ArticleRecord {
  return checkRecord(new RecordBuilder(options).record());
}

/** A statement of a record, by its words. */
export function statementIn(record: ArticleRecord, text: string): Statement {
  return theOne(record.statements, (statement) => statement.text === text, text);
}

/** A statistic of a record, by its figure as printed. */
export function statisticIn(record: ArticleRecord, valueText: string): Statistic {
  return theOne(record.statistics, (statistic) => statistic.valueText === valueText, valueText);
}

/** An unnamed source of a record, by its description. */
export function sourceIn(record: ArticleRecord, description: string): UnnamedSource {
  return theOne(record.unnamedSources, (source) => source.description === description, description);
}

function theOne<Item>(list: readonly Item[], fits: (item: Item) => boolean, name: string): Item {
  const found = list.find(fits);
  if (found === undefined) throw new Error(`The record has no “${name}”.`);
  return found;
}
