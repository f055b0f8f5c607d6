import type { SubjectId } from '../domain/article.js';
import { type Id, isId } from '../domain/identity.js';
import type { TextSpan } from '../domain/span.js';
import type { SpeakerId } from '../domain/speaker.js';
import type { Reference, Statement } from '../domain/statement.js';
import type { Statistic } from '../domain/statistic.js';
import type { ArticleFile, StoredAppearance } from '../repository/desk.js';
import type { Edit } from './edit.js';

/** Who is exchanged for whom. */
export interface Exchange {
  readonly from: Id<'Person'>;
  readonly to: Id<'Person'>;
}

/** Exchanges one person for another in all that an article says: who speaks, claims, is spoken of, named or meant. */
export async function rewriteSubject(edit: Edit, exchange: Exchange, file: ArticleFile): Promise<void> {
  for (const statement of file.statements) {
    const rewritten = rewrittenStatement(statement, exchange);
    if (rewritten !== statement) await edit.put('Statement', rewritten);
  }
  for (const statistic of file.statistics) {
    if (statistic.claimedById !== exchange.from) continue;
    await edit.put('Statistic', { ...statistic, claimedById: exchange.to } satisfies Statistic);
  }
  await rewriteAppearance(edit, exchange, file);
  await rewriteUnresolved(edit, exchange, file);
}

function rewrittenStatement(statement: Statement, exchange: Exchange): Statement {
  const { speakerId, speakerCandidateIds, about } = statement;
  if (speakerId === exchange.from) return rewrittenStatement({ ...statement, speakerId: exchange.to }, exchange);
  if (speakerCandidateIds.includes(exchange.from)) {
    return rewrittenStatement({ ...statement, ...settled(exchanged(speakerCandidateIds, exchange)) }, exchange);
  }
  const rewritten = about.map((reference) => rewrittenReference(reference, exchange));
  return rewritten.every((reference, index) => reference === about[index])
    ? statement
    : { ...statement, about: rewritten };
}

/** Who speaks when these are left of those who may: where it is one, the question is settled. */
function settled(
  candidates: readonly SpeakerId[],
): Pick<Statement, 'speakerId' | 'speakerStatus' | 'speakerCandidateIds'> {
  const [only, ...others] = candidates;
  if (only === undefined || others.length > 0) {
    return { speakerId: null, speakerStatus: 'AMBIGUOUS', speakerCandidateIds: candidates };
  }
  const speakerStatus = isId(only, 'UnnamedSource') ? 'UNNAMED' : 'NAMED';
  return { speakerId: only, speakerStatus, speakerCandidateIds: [] };
}

function rewrittenReference(reference: Reference, exchange: Exchange): Reference {
  if (reference.subjectId === exchange.from) return { ...reference, subjectId: exchange.to };
  if (!reference.candidateIds.includes(exchange.from)) return reference;
  const candidateIds = exchanged(reference.candidateIds, exchange);
  const [only, ...others] = candidateIds;
  if (only === undefined || others.length > 0) return { ...reference, candidateIds };
  return { ...reference, status: 'RESOLVED', subjectId: only, candidateIds: [] };
}

function exchanged<SubjectOrSpeaker extends SubjectId | SpeakerId>(
  ids: readonly SubjectOrSpeaker[],
  { from, to }: Exchange,
): (SubjectOrSpeaker | Id<'Person'>)[] {
  return [...new Set(ids.map((id) => (id === from ? to : id)))];
}

async function rewriteAppearance(edit: Edit, { from, to }: Exchange, { article, appearances }: ArticleFile) {
  const of = (subjectId: string) => appearances.find((appearance) => appearance.subjectId === subjectId);
  const [moved, there] = [of(from), of(to)];
  if (moved === undefined) return;
  await edit.remove('Appearance', JSON.stringify([article.id, from]));
  await edit.put('Appearance', { ...united(moved, there), subjectId: to });
}

function united(moved: StoredAppearance, there: StoredAppearance | undefined): StoredAppearance {
  if (there === undefined) return moved;
  const mentions = [...there.mentions, ...moved.mentions].sort((a, b) => a.start - b.start || a.end - b.end);
  const distinct = mentions.filter((span, index) => !isSameSpan(span, mentions[index - 1]));
  const position = distinct[0]?.start ?? Math.min(moved.position, there.position);
  return { ...there, mentions: distinct, position };
}

function isSameSpan(span: TextSpan, other: TextSpan | undefined): boolean {
  return other !== undefined && span.start === other.start && span.end === other.end;
}

/** Rewrites the names that the article leaves open; one that is settled by the exchange is open no longer. */
async function rewriteUnresolved(edit: Edit, exchange: Exchange, { article, unresolved }: ArticleFile): Promise<void> {
  const rewritten = unresolved.map((reference) => rewrittenReference(reference, exchange));
  if (rewritten.every((reference, index) => reference === unresolved[index])) return;
  const references = rewritten.filter(({ status }) => status !== 'RESOLVED');
  await edit.put('Unresolved', { articleId: article.id, references });
}
