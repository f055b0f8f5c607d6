/** How pages ask for a subscription before they show the rest. */
const REQUESTS = [
  /\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber))\b[^.!?]{0,80}\b(?:continue|keep|finish|to read|unlock|full (?:story|article|access))/iu,
  /\b(?:continue|keep) reading\b[^.!?]{0,60}\b(?:subscri|account|trial|member)/iu,
  /\balready (?:a|an) (?:subscriber|member)\b/iu,
  /\b(?:article|story|content|report)\b[^.!?]{0,30}\b(?:is|are) (?:only )?(?:for|available to|reserved for|exclusive to|exclusively for) (?:our |paying )?(?:subscribers|members)\b/iu,
  /\b(?:unlock|read the (?:full|rest of (?:this|the))) (?:this )?(?:article|story)?[^.!?]{0,40}\b(?:subscri|trial|plan)/iu,
  /\bréservé(?:e|s)? (?:à nos|aux) abonnés\b/iu,
  /\b(?:weiterlesen|diesen artikel)\b[^.!?]{0,60}\b(?:abo|abonnement|abonnenten)\b/iu,
  /\bcontenido exclusivo para suscriptores\b|\bexclusivo para suscriptores\b/iu,
];

/** A text shorter than this, in characters, is what a paywall leaves of an article, if there is one. */
const LONGEST_STUB = 900;

/** Whether a text asks its reader to subscribe, sign in or pay before it goes on. */
export function asksForSubscription(text: string): boolean {
  return REQUESTS.some((request) => request.test(text));
}

/** Whether a page shows only the beginning of its article: what there is is short, and it says that there is more for subscribers. */
export function isStub(text: string, saysSo: boolean): boolean {
  return saysSo && text.length < LONGEST_STUB;
}
