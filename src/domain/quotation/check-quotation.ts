import type { Id } from '../identity.js';
import type { SearchExpression } from '../search/expression.js';
import type { Phrase } from '../search/phrase.js';
import type { SpeakerId } from '../speaker.js';
import type { Statement } from '../statement.js';
import { type AskedQuotation, spokenWords } from './asked-quotation.js';
import { LEAST_SIMILARITY, mostAltered, StatementMatcher } from './match-statement.js';
import { hasCreditedWords } from './passage.js';
import { type Probe, probePhrases, probeSteps } from './probe.js';
import { judge, type QuotationCheck, type QuotationMatch, rankOf, type Voice } from './verdict.js';

/** Where a check looks. All of it is about statements that lists show. */
export interface QuotationSource {
  /** In how many statements each phrase stands, counted as far as it helps to tell rare from common ones. */
  frequencies(phrases: readonly Phrase[]): Promise<number[]>;
  /**
   * Statements in which one of the groups stands, those with the most groups first, then the earliest: as many of the
   * speaker’s, where there is one, and as many of everybody’s as are worth looking at.
   */
  candidates(groups: readonly SearchExpression[], speakerId: SpeakerId | null): Promise<Id<'Statement'>[]>;
  statements(ids: readonly Id<'Statement'>[]): Promise<Statement[]>;
  /** What a speaker says, if it is little enough to be read whole: null otherwise. */
  statementsOf(speakerId: SpeakerId): Promise<Statement[] | null>;
  /** The chain of each statement, from the outermost report down to it. */
  chains(ids: readonly Id<'Statement'>[]): Promise<Statement[][]>;
}

/**
 * Whether a quotation is on record, of a speaker or, without one, of anybody. Looks for the exact words first and then
 * for ever more altered ones, until nothing better can be there than what was found.
 */
export async function checkQuotation(
  asked: AskedQuotation,
  speakerId: SpeakerId | null,
  source: QuotationSource,
): Promise<QuotationCheck> {
  const own = speakerId && (await source.statementsOf(speakerId));
  const search = new QuotationSearch(asked, speakerId, source);
  if (own) await search.look(own);
  // What is left to be found is somebody else’s where all of the speaker’s statements were looked at.
  const voice = own ? 'OTHER' : 'ASKED';
  for (const { groups, altered } of probeSteps(await probesOf(asked, source), mostAltered(asked))) {
    const ids = await source.candidates(groups, own ? null : speakerId);
    await search.look(await source.statements(search.unseen(ids)));
    if (search.isSettled(voice, 1 - (altered + 1) / spokenWords(asked))) break;
  }
  return judge(search.matches);
}

async function probesOf(asked: AskedQuotation, source: QuotationSource): Promise<Probe[]> {
  const phrases = probePhrases(asked);
  const frequencies = await source.frequencies(phrases);
  return phrases.map((phrase, index) => ({ phrase, frequency: frequencies[index] ?? 0 }));
}

/** What one check has looked at and found so far. */
class QuotationSearch {
  readonly matches: QuotationMatch[] = [];
  readonly #seen = new Set<Id<'Statement'>>();
  readonly #matcher: StatementMatcher;
  readonly #source: QuotationSource;

  constructor(asked: AskedQuotation, speakerId: SpeakerId | null, source: QuotationSource) {
    this.#matcher = new StatementMatcher(asked, speakerId);
    this.#source = source;
  }

  unseen(ids: readonly Id<'Statement'>[]): Id<'Statement'>[] {
    return ids.filter((id) => !this.#seen.has(id));
  }

  async look(statements: readonly Statement[]): Promise<void> {
    const credited = statements.filter(hasCreditedWords).map(({ id }) => id);
    const chains = await this.#source.chains(credited);
    const reporters = new Map(credited.map((id, index) => [id, new Set((chains[index] ?? []).map((link) => link.id))]));
    for (const statement of statements) {
      this.#seen.add(statement.id);
      const match = this.#matcher.match(statement, reporters.get(statement.id) ?? new Set());
      if (match !== null) this.matches.push(match);
    }
  }

  /** Whether nothing that is still unseen, and no more similar than this, can be better than what was found. */
  isSettled(voice: Voice, similarity: number): boolean {
    if (similarity < LEAST_SIMILARITY) return true;
    const rank = rankOf(voice, 'QUOTED', false) ?? 0;
    return this.matches.some((match) => match.rank < rank || (match.rank === rank && match.similarity >= similarity));
  }
}
