import { registerEnumType } from 'type-graphql';
import { ReviewVerdict } from '../../editing/review.js';

registerEnumType(ReviewVerdict, {
  name: 'ReviewVerdict',
  description: 'What an editor makes of a record.',
  valuesConfig: {
    CONFIRM: { description: 'It is right.' },
    REJECT: { description: 'It is wrong: it leaves the lists and answers by id.' },
    CORRECT: { description: 'It is right with what the input says.' },
  },
});
