// What stands in the place of @apollo/utils.createhash in the built program; see bundle.mjs.
export { createHash } from 'node:crypto';
