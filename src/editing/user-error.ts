export const UserErrorCode = {
  INVALID: 'INVALID',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  TOO_LARGE: 'TOO_LARGE',
  UNSUPPORTED: 'UNSUPPORTED',
} as const;
export type UserErrorCode = keyof typeof UserErrorCode;

/** The way to a field of an edit’s input, from the outside in: `['spans', '0', 'end']` is the end of the first span. */
export type FieldPath = readonly string[];

/** What is wrong with the input of an edit, for whoever made it. */
export interface UserError {
  /** Null where it is no field’s fault. */
  readonly field: FieldPath | null;
  readonly code: UserErrorCode;
  readonly message: string;
}

/** Thrown by an edit that cannot be made: nothing of it is stored, and its author is told the errors. */
export class EditRefused extends Error {
  readonly errors: readonly UserError[];

  constructor(...errors: readonly UserError[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.name = 'EditRefused';
    this.errors = errors;
  }
}

/** Refuses an edit for one field of its input; null where it is no field’s fault. */
export function refuse(code: UserErrorCode, field: string | FieldPath | null, message: string): never {
  throw new EditRefused({ field: typeof field === 'string' ? [field] : field, code, message });
}
