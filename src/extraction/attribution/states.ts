import type { TokenRange } from '../document.js';

/** The roles of an attribution relation. */
export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** An attribution relation in tokens; each role may be empty or have several ranges, in the order of the text. */
export type TaggedRelation = Readonly<Record<Role, readonly TokenRange[]>>;

/**
 * What a token is within a relation: outside all of them; in the gap inside one that goes on behind it; or the begin or
 * inside of a role. `had` has the roles that the relation has had so far, this one included, as bits in the order of
 * `ROLES`. A relation that begins is a begin whose `had` is its own role alone, so that a sequence of states is a sequence
 * of whole relations and needs no further linking.
 */
export type State =
  | { readonly kind: 'OUTSIDE' }
  | { readonly kind: 'GAP'; readonly had: number }
  | { readonly kind: 'BEGIN' | 'INSIDE'; readonly role: number; readonly had: number };

/** All states; a tagger’s scores are in this order. */
export const STATES: readonly State[] = [
  { kind: 'OUTSIDE' },
  ...[1, 2, 3, 4, 5, 6, 7].map((had) => ({ kind: 'GAP' as const, had })),
  ...(['BEGIN', 'INSIDE'] as const).flatMap((kind) =>
    ROLES.flatMap((_, role) =>
      [1, 2, 3, 4, 5, 6, 7].filter((had) => had & (1 << role)).map((had) => ({ kind, role, had })),
    ),
  ),
];

const CONTENT = ROLES.indexOf('content');

/** Whether one state may follow another; null stands for the start and the end of a text. */
export function mayFollow(from: State | null, to: State | null): boolean {
  if (from === null || from.kind === 'OUTSIDE') return to === null || to.kind === 'OUTSIDE' || beginsRelation(to);
  if (from.kind === 'GAP') {
    if (to === null || to.kind === 'OUTSIDE') return false;
    return to.kind === 'GAP' ? to.had === from.had : goesOn(from.had, to);
  }
  if (to === null || to.kind === 'OUTSIDE' || beginsRelation(to)) return true;
  if (to.kind === 'GAP') return to.had === from.had;
  if (to.kind === 'INSIDE') return to.role === from.role && to.had === from.had;
  return goesOn(from.had, to);
}

/** Whether a state begins a relation. */
export function beginsRelation(state: State | undefined): boolean {
  return state?.kind === 'BEGIN' && state.had === 1 << state.role;
}

/** Whether a state goes on with a relation that has had some roles: only content comes in several stretches. */
function goesOn(had: number, to: State): boolean {
  if (to.kind !== 'BEGIN') return false;
  const bit = 1 << to.role;
  return to.had === (had | bit) && ((had & bit) === 0 || to.role === CONTENT);
}

/** Reads the relations off a sequence of states, one for each token, which has to keep to `mayFollow`. */
export function relationsOf(states: readonly number[]): TaggedRelation[] {
  const relations: Record<Role, TokenRange[]>[] = [];
  let open: { readonly role: Role; readonly firstToken: number } | null = null;
  const close = (endToken: number) => {
    if (open !== null) relations.at(-1)?.[open.role].push({ firstToken: open.firstToken, endToken });
    open = null;
  };
  for (const [token, index] of states.entries()) {
    const state = STATES[index];
    if (state === undefined || state.kind === 'INSIDE') continue;
    close(token);
    if (state.kind !== 'BEGIN') continue;
    const role = ROLES[state.role];
    if (role === undefined) continue;
    if (beginsRelation(state)) relations.push({ source: [], cue: [], content: [] });
    open = { role, firstToken: token };
  }
  close(states.length);
  return relations;
}

/**
 * Writes relations as one sequence of states. Where two overlap or interleave, which the states cannot say, the later one
 * keeps what stands on one side of the other: the part with the most roles.
 */
export function statesOf(relations: readonly TaggedRelation[], tokens: number): number[] {
  const states = new Array<number>(tokens).fill(0);
  const owner = new Int32Array(tokens).fill(-1);
  const segments = relations
    .flatMap((relation, of) => ROLES.flatMap((name, role) => relation[name].map((range) => ({ ...range, role, of }))))
    .sort((a, b) => a.firstToken - b.firstToken || a.endToken - b.endToken)
    .filter(({ firstToken, endToken, of }) => {
      if (firstToken >= endToken || owner.subarray(firstToken, endToken).some((other) => other >= 0)) return false;
      owner.fill(of, firstToken, endToken);
      return true;
    });
  const runs: (typeof segments)[] = [];
  for (const segment of segments) {
    const run = runs.at(-1);
    const had = run?.map(({ role }) => role) ?? [];
    const again = had.includes(segment.role) && (segment.role !== CONTENT || had.at(-1) === undefined);
    if (run !== undefined && run[0]?.of === segment.of && !again) run.push(segment);
    else runs.push([segment]);
  }
  for (const run of runs) writeRun(run, states);
  return states;
}

function writeRun(run: readonly (TokenRange & { readonly role: number })[], states: number[]): void {
  let had = 0;
  let end = run[0]?.firstToken ?? 0;
  for (const { role, firstToken, endToken } of run) {
    for (let at = end; at < firstToken; at++) states[at] = stateIndex('GAP', -1, had);
    had |= 1 << role;
    for (let at = firstToken; at < endToken; at++)
      states[at] = stateIndex(at === firstToken ? 'BEGIN' : 'INSIDE', role, had);
    end = endToken;
  }
}

const INDEX = new Map(STATES.map((state, index) => [key(state), index]));

function key(state: State): string {
  if (state.kind === 'OUTSIDE') return state.kind;
  return `${state.kind} ${state.kind === 'GAP' ? -1 : state.role} ${state.had}`;
}

function stateIndex(kind: 'GAP' | 'BEGIN' | 'INSIDE', role: number, had: number): number {
  return INDEX.get(`${kind} ${role} ${had}`) ?? 0;
}
