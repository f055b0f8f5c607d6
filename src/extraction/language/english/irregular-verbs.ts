/** Past and past participle of verbs that do not form them by rule; one form where the two are the same. */
export const IRREGULAR_VERBS: ReadonlyMap<string, readonly string[]> = new Map(
  `
  be was were been
  bear bore borne
  become became become
  begin began begun
  beseech besought
  bid bid
  bring brought
  cast cast
  come came
  do did done
  dream dreamed dreamt
  feel felt
  find found
  foresee foresaw foreseen
  foretell foretold
  forget forgot forgotten
  get got gotten
  give gave given
  go went gone
  have had
  hear heard
  hit hit
  hold held
  keep kept
  know knew known
  learn learned learnt
  let let
  make made
  mean meant
  put put
  quit quit
  read read
  retell retold
  run ran run
  say said
  see saw seen
  seek sought
  send sent
  set set
  show showed shown
  spar sparred
  speak spoke spoken
  spell spelled spelt
  swear swore sworn
  take took taken
  tell told
  think thought
  understand understood
  undertake undertook undertaken
  write wrote written
`
    .trim()
    .split('\n')
    .map((line) => {
      const [verb = '', ...forms] = line.trim().split(' ');
      return [verb, forms];
    }),
);
