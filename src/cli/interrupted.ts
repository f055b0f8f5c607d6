/** That the person at the terminal ended a command before it was done; the message says how far it got. */
export class Interrupted extends Error {}
