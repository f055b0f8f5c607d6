import { ArgsType, Field, Int } from 'type-graphql';
import { InputError } from '../../domain/errors.js';

export const MAX_PAGE_SIZE = 100;

/** How many a plain list has where nobody says it. */
const DEFAULT_LIST_SIZE = 20;
const SHORT_LIST_SIZE = 10;
const LONG_LIST_SIZE = 100;

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the beginning, or after \`after\`; 1 to ${MAX_PAGE_SIZE}. Exactly one of \`first\` and \`last\` is given.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Go on after this cursor; with `first`.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many from the end, or before \`before\`; 1 to ${MAX_PAGE_SIZE}. Exactly one of \`first\` and \`last\` is given.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Go back from this cursor; with `last`.' })
  before?: string | null;
}

const LIST_SIZE_DESCRIPTION = `How many at most; 1 to ${MAX_PAGE_SIZE}.`;

@ArgsType()
export class ListArguments {
  @Field(() => Int, { nullable: true, defaultValue: DEFAULT_LIST_SIZE, description: LIST_SIZE_DESCRIPTION })
  first?: number | null;
}

@ArgsType()
export class ShortListArguments {
  @Field(() => Int, { nullable: true, defaultValue: SHORT_LIST_SIZE, description: LIST_SIZE_DESCRIPTION })
  first?: number | null;
}

@ArgsType()
export class LongListArguments {
  @Field(() => Int, { nullable: true, defaultValue: LONG_LIST_SIZE, description: LIST_SIZE_DESCRIPTION })
  first?: number | null;
}

/** Which stretch is asked for, in one direction. */
export interface Stretch {
  readonly direction: 'FORWARD' | 'BACKWARD';
  readonly size: number;
  readonly cursor: { readonly argument: 'after' | 'before'; readonly value: string } | null;
}

/** Reads the arguments of a connection; throws an InputError that names the one that is wrong. */
export function parseStretch({ first, after, last, before }: PageArguments): Stretch {
  if (first == null && last == null) throw new InputError('first', 'Say how many: give `first` or `last`.');
  if (first != null && last != null) throw new InputError('last', 'Give either `first` or `last`, not both.');
  if (first != null) {
    if (before != null)
      throw new InputError('before', 'The argument `before` goes with `last`; with `first` give `after`.');
    return {
      direction: 'FORWARD',
      size: pageSize('first', first),
      cursor: after == null ? null : { argument: 'after', value: after },
    };
  }
  if (after != null)
    throw new InputError('after', 'The argument `after` goes with `first`; with `last` give `before`.');
  return {
    direction: 'BACKWARD',
    size: pageSize('last', last ?? 0),
    cursor: before == null ? null : { argument: 'before', value: before },
  };
}

/** Reads the size of a plain list; null counts as left out. */
export function listSize({ first }: ListArguments, otherwise = DEFAULT_LIST_SIZE): number {
  return pageSize('first', first ?? otherwise);
}

function pageSize(argument: string, size: number): number {
  if (size >= 1 && size <= MAX_PAGE_SIZE) return size;
  throw new InputError(argument, `The argument \`${argument}\` takes 1 to ${MAX_PAGE_SIZE}, but is ${size}.`);
}
