import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { DifferenceKind } from '../../domain/quotation/alignment.js';
import { QuotationVerdict } from '../../domain/quotation/verdict.js';
import { StatementObject } from '../statement/statement.object.js';

registerEnumType(QuotationVerdict, {
  name: 'QuotationVerdict',
  description: 'Whether words are on record, and as whose.',
  valuesConfig: {
    FOUND: { description: 'Quoted word for word: of the speaker or, where none was given, of anybody.' },
    FOUND_ALTERED: {
      description:
        'Nearly these words are quoted: of the speaker or, where none was given, of anybody. What an ellipsis leaves out and what brackets put in is an alteration too.',
    },
    FOUND_FROM_ANOTHER_SPEAKER: { description: 'These words, or nearly these, are on record as somebody else’s.' },
    FOUND_SECOND_HAND: {
      description:
        'Attributed to the speaker (where none was given, to anybody), but in a reporter’s words, or partly in them.',
    },
    NOT_FOUND: {
      description:
        'Nobody in the record is known to say it. The matches, if any, are of articles that leave the speaker open.',
    },
  },
});

registerEnumType(DifferenceKind, {
  name: 'DifferenceKind',
  description: 'How a quotation differs from what is found, by one word.',
  valuesConfig: {
    ADDED: { description: 'The quotation has a word that is not found.' },
    REMOVED: { description: 'What is found has a word that the quotation leaves out.' },
    CHANGED: { description: 'The quotation has another word than what is found.' },
  },
});

@ObjectType('WordDifference', {
  simpleResolvers: true,
  description: 'A word in which a quotation differs from what is found.',
})
export class WordDifferenceObject {
  @Field(() => DifferenceKind, { description: 'In which way it differs.' })
  kind!: DifferenceKind;

  @Field(() => String, { nullable: true, description: 'The word as asked; null when REMOVED.' })
  asked!: string | null;

  @Field(() => String, { nullable: true, description: 'The word as the article has it; null when ADDED.' })
  found!: string | null;
}

@ObjectType('QuotationMatch', { simpleResolvers: true, description: 'A statement that has the words, or nearly.' })
export class QuotationMatchObject {
  @Field(() => StatementObject, { description: 'The statement.' })
  statement!: StatementObject;

  @Field(() => Float, {
    description:
      'From 0 to 1: one less the share of words that differ. Words that an ellipsis leaves out and words in square brackets do not count.',
  })
  similarity!: number;

  @Field(() => [WordDifferenceObject], {
    description: 'The words that differ, in the order of the text; none where the words are the same.',
  })
  differences!: WordDifferenceObject[];
}

@ObjectType('QuotationCheck', { simpleResolvers: true, description: 'Whether words are on record, and where.' })
export class QuotationCheckObject {
  @Field(() => QuotationVerdict, { description: 'The best that holds.' })
  verdict!: QuotationVerdict;

  @Field(() => [QuotationMatchObject], {
    description: 'The statements that bear the verdict out, the most similar first; at most 10.',
  })
  matches!: QuotationMatchObject[];
}
