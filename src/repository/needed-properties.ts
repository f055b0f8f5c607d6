/**
 * For types of records the properties that somebody needs of them; a record of a type that is not among them is read whole.
 * A record that was read for less throws when another of its properties is asked for.
 */
export type NeededProperties = ReadonlyMap<string, ReadonlySet<string>>;
