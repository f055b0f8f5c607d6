import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { InputError } from '../../domain/errors.js';
import { LONGEST_QUOTATION, parseQuotation } from '../../domain/quotation/asked-quotation.js';
import { checkQuotation } from '../../domain/quotation/check-quotation.js';
import type { SpeakerId } from '../../domain/speaker.js';
import type { Loaders } from '../../loaders/loaders.js';
import { loadSpeaker } from '../../loaders/named.js';
import type { RequestContext } from '../context.js';
import { CostOf } from '../cost.js';
import { NeedsOfOthers } from '../needs.js';
import { parseId } from '../node/id-argument.js';
import { QuotationCheckObject } from './quotation-check.object.js';
import { quotationSource } from './quotation-source.js';

@Resolver()
export class QuotationCheckQuery {
  @Query(() => QuotationCheckObject, {
    description:
      'Whether anybody in the record says something in these words. Compares the words, not the meaning: case, accents, punctuation and quotation marks aside. Three words or fewer have to be there just as they are.',
  })
  @NeedsOfOthers({ Statement: null })
  @CostOf(200)
  async checkQuotation(
    @Arg('text', () => String, {
      description: `The words, at most ${LONGEST_QUOTATION} characters; “…” stands for words left out, [brackets] for words put in.`,
    })
    text: string,
    @Arg('speaker', () => ID, {
      nullable: true,
      description:
        'Who is supposed to have said it: a person, an organization or an unnamed source. Anybody when left out.',
    })
    speaker: string | null | undefined,
    @Ctx() { loaders }: RequestContext,
  ) {
    const asked = parseQuotation(text);
    const speakerId = speaker == null ? null : await knownSpeaker(loaders, speaker);
    return checkQuotation(asked, speakerId, quotationSource(loaders));
  }
}

/**
 * The id that a speaker goes by today. One whom nobody knows is an InputError and no verdict: “not found” would say that
 * somebody was looked at.
 */
async function knownSpeaker(loaders: Loaders, id: string): Promise<SpeakerId> {
  const speaker = await loadSpeaker(loaders, parseId('speaker', id, 'Person', 'Organization', 'UnnamedSource'));
  if (speaker === undefined) {
    throw new InputError('speaker', `Nobody in this store has the id ${id}, which the argument \`speaker\` gives.`);
  }
  return speaker.id;
}
