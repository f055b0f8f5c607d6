/** Tests keep a machine busy, for which no service is to refuse what it answers slowly. */
export const UNHURRIED = {
  ONRECORD_MAX_LAG: 'off',
  ONRECORD_MAX_STORE_TIME: 'off',
  ONRECORD_REQUEST_TIMEOUT: '120000',
};
