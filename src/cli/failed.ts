/** That a command did its work, but not all of it; the message says how much is wrong. */
export class Failed extends Error {}
