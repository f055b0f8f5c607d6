import { registerEnumType } from 'type-graphql';
import { Medium, SpeakerStatus, StatementForce, StatementKind } from '../../domain/statement.js';

registerEnumType(StatementKind, {
  name: 'StatementKind',
  description: 'How an article gives the words.',
  valuesConfig: {
    DIRECT: { description: 'All in quotation marks.' },
    INDIRECT: { description: 'Retold.' },
    MIXED: { description: 'Retold, with parts in quotation marks.' },
  },
});

registerEnumType(SpeakerStatus, {
  name: 'SpeakerStatus',
  description: 'Whether the text says who speaks.',
  valuesConfig: {
    NAMED: { description: 'A person or organization is named.' },
    UNNAMED: { description: 'The text speaks of a source without naming it.' },
    AMBIGUOUS: { description: 'The text leaves it open between the candidates.' },
    ABSENT: { description: 'The text names nobody.' },
  },
});

registerEnumType(StatementForce, {
  name: 'StatementForce',
  description: 'What the words that report a statement make of it.',
  valuesConfig: {
    STATED: { description: 'Said, wrote, added, according to.' },
    CLAIMED: { description: 'Claims, insists, alleges.' },
    CONFIRMED: { description: 'Confirmed, acknowledged.' },
    DENIED: { description: 'Denied, rejected.' },
    DOUBTED: { description: 'Doubted, questioned, disputed.' },
    ASKED: { description: 'Asked, requested.' },
    PROMISED: { description: 'Promised, offered, vowed.' },
    WARNED: { description: 'Warned, threatened.' },
    THOUGHT: { description: 'Thinks, believes, expects.' },
    OTHER: { description: 'Anything else.' },
  },
});

registerEnumType(Medium, {
  name: 'Medium',
  description: 'Through what something was said or written.',
  valuesConfig: {
    LETTER: { description: 'A letter.' },
    WRITTEN_STATEMENT: { description: 'A written statement.' },
    PRESS_BRIEFING: { description: 'A briefing or press conference.' },
    INTERVIEW: { description: 'An interview.' },
    SPEECH: { description: 'A speech.' },
    SOCIAL_MEDIA: { description: 'A post on a social network.' },
    REPORT: { description: 'A report.' },
    DOCUMENT: { description: 'Any other document.' },
    OTHER: { description: 'Anything else.' },
  },
});
