import type { TextSpan } from '../domain/span.js';
import { MOST_EVIDENCE, type Relationship, type Role } from '../domain/speaker.js';
import { KEYS } from '../repository/desk.js';
import type { Edit } from './edit.js';
import type { Exchange } from './rewrite-subject.js';

/** Which places a role or relationship moves with; all where it is undefined. */
type Moves = ((span: TextSpan) => boolean) | undefined;

/**
 * Moves a person’s roles and relationships to another, as far as the places that say so move: what is said at others too
 * stays with both. A relationship of the two to each other goes: nobody is related to themselves.
 */
export async function moveRoles(edit: Edit, exchange: Exchange, moves?: Moves): Promise<void> {
  for (const role of await edit.desk.rolesOf(exchange.from)) {
    await moveEvidence(edit, 'Role', role, { ...role, personId: exchange.to }, moves);
  }
  for (const relationship of await edit.desk.relationshipsOf(exchange.from)) {
    const { personId, otherId } = relationship;
    const moved = {
      ...relationship,
      personId: personId === exchange.from ? exchange.to : personId,
      otherId: otherId === exchange.from ? exchange.to : otherId,
    };
    await moveEvidence(edit, 'Relationship', relationship, moved.personId === moved.otherId ? null : moved, moves);
  }
}

async function moveEvidence(
  edit: Edit,
  ...[type, known, moved, moves]:
    | ['Role', Role, Role | null, Moves]
    | ['Relationship', Relationship, Relationship | null, Moves]
): Promise<void> {
  const moving = known.evidence.filter((span) => moves?.(span) ?? true);
  const staying = known.evidence.filter((span) => !moving.includes(span));
  // What no text says is an editor’s or a seed’s word, and goes only where the whole person goes.
  if (moves !== undefined && moving.length === 0) return;
  const key = type === 'Role' ? KEYS.Role(known) : KEYS.Relationship(known);
  if (staying.length === 0) await edit.remove(type, key);
  else await edit.put(type, { ...known, evidence: staying });
  if (moved === null) return;
  const there = await edit.read(type, type === 'Role' ? KEYS.Role(moved) : KEYS.Relationship(moved));
  const evidence = [...(there?.evidence ?? []), ...moving].slice(0, MOST_EVIDENCE);
  await edit.put(type, { ...(there ?? moved), evidence });
}
