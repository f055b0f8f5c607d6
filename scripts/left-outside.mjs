/** Libraries that the built program leaves where they are, since they find files beside their own code. */
export const LEFT_OUTSIDE = ['tinypool', 'wink-nlp', 'wink-eng-lite-web-model'];
