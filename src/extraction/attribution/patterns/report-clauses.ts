import { RELATIVE_PRONOUNS } from '../../language/english/clause-words.js';
import { subjectBefore, subjectBehind, type UnitRange } from './noun-phrases.js';
import type { UnitSentence } from './units.js';
import { type VerbGroup, verbGroups } from './verb-groups.js';

/** Who says and that it is said, without what is said: “Ada Quill said”, “said Ada Quill”, “, adding”. */
export interface ReportClause {
  readonly group: VerbGroup;
  readonly source: UnitRange | null;
  readonly order: 'SOURCE_CUE' | 'CUE_SOURCE' | 'SHARED' | 'GERUND' | 'PASSIVE';
  /** From the first unit of source and cue to behind the last. */
  readonly start: number;
  readonly end: number;
}

/** The clauses of a sentence that report something, in the order of their verbs. */
export function reportClauses(sentence: UnitSentence): ReportClause[] {
  const clauses: ReportClause[] = [];
  for (const group of verbGroups(sentence)) {
    const clause = clauseOf(sentence, group, clauses);
    if (clause !== undefined) clauses.push(clause);
  }
  return clauses;
}

function clauseOf(
  sentence: UnitSentence,
  group: VerbGroup,
  earlier: readonly ReportClause[],
): ReportClause | undefined {
  if (group.gerund) return gerundClause(sentence, group, earlier);
  const before = subjectBefore(sentence, group.start);
  if (group.passive) {
    return before === null
      ? undefined
      : { group, source: before, order: 'PASSIVE', start: before.start, end: group.end };
  }
  if (before !== null && !isConditional(sentence, before.start)) {
    return { group, source: before, order: 'SOURCE_CUE', start: before.start, end: group.end };
  }
  if (before !== null) return undefined;
  const shared = sharedSubject(sentence, group, earlier);
  if (shared !== null) return { group, source: shared, order: 'SHARED', start: group.start, end: group.end };
  if (!canBeInverted(sentence, group)) return undefined;
  const behind = subjectBehind(sentence, group.end);
  return behind === null
    ? undefined
    : { group, source: behind, order: 'CUE_SOURCE', start: group.start, end: behind.end };
}

function isConditional(sentence: UnitSentence, start: number): boolean {
  const before = sentence[start - 1]?.lower ?? '';
  const first = sentence[start]?.lower ?? '';
  return (
    /^(?:if|unless|whether|until|nor|neither)$/u.test(before) || /^(?:nobody|neither|none|no|if|nothing)$/u.test(first)
  );
}

/** A verb without a subject of its own has that of the verb before: “Rask said … and proposed …”. */
function sharedSubject(sentence: UnitSentence, group: VerbGroup, earlier: readonly ReportClause[]): UnitRange | null {
  const before = sentence[group.start - 1]?.lower ?? '';
  if (!/^(?:and|but|then|or)$/u.test(before)) return null;
  const last = earlier.at(-1);
  if (last !== undefined) return last.order === 'PASSIVE' ? null : last.source;
  return firstSubject(sentence, group.start - 1);
}

function gerundClause(
  sentence: UnitSentence,
  group: VerbGroup,
  earlier: readonly ReportClause[],
): ReportClause | undefined {
  const before = sentence[group.start - 1];
  if (before === undefined || (before.lower !== ',' && before.quotation === null)) return undefined;
  const source = earlier.at(-1)?.source ?? firstSubject(sentence, group.start - 1);
  return source === null ? undefined : { group, source, order: 'GERUND', start: group.start, end: group.end };
}

/** The subject of the first verb of a sentence, where it stands at the beginning. */
function firstSubject(sentence: UnitSentence, limit: number): UnitRange | null {
  for (let at = 1; at < limit; at++) {
    const unit = sentence[at];
    if (unit === undefined || unit.quotation !== null) return null;
    if (unit.token.pos !== 'VERB' && unit.token.pos !== 'AUX') continue;
    const subject = subjectBefore(sentence, at);
    if (subject === null || RELATIVE_PRONOUNS.has(sentence[subject.start]?.lower ?? '')) continue;
    return subject;
  }
  return null;
}

/** The verb can stand before its subject behind a quotation or a comma. */
function canBeInverted(sentence: UnitSentence, { cue, start, verbAt }: VerbGroup): boolean {
  const before = sentence[start - 1];
  return cue.speech && start === verbAt && before !== undefined && (before.quotation !== null || before.lower === ',');
}
