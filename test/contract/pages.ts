import type { AnyId } from '../../src/domain/identity.js';
import type { Page, PageRequest } from '../../src/repository/page.js';

/** Asks for a list from its beginning, with room for all of it. */
export function whole<Order extends string>(order: Order): PageRequest<Order> {
  return { order, filter: undefined, size: 100, direction: 'FORWARD', from: null };
}

export function keysOf(page: Page<{ readonly id: AnyId }> | undefined): (readonly (string | number)[])[] {
  return page?.rows.map(({ keys }) => keys) ?? [];
}

export function textsOf(page: Page<{ readonly text: string }> | undefined): string[] {
  return page?.rows.map(({ node }) => node.text) ?? [];
}
