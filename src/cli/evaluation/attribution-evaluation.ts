import type { Stretch } from '../../domain/span.js';
import {
  ATTRIBUTION_ERRORS,
  type AttributionError,
  attributionErrorsIn,
} from '../../extraction/evaluation/attribution-errors.js';
import type { Relation, ScoredArticle } from '../../extraction/evaluation/attribution-match.js';
import { type AttributionScores, scoreAttributions } from '../../extraction/evaluation/attribution-scores.js';
import { type Calibration, type CalibrationBin, calibrate } from '../../extraction/evaluation/calibration.js';
import type { Ratios } from '../../extraction/evaluation/ratios.js';
import { table } from '../table.js';
import { type ErrorGroup, errorLines, groupErrors } from './error-list.js';

/** All that is said of attributions that were scored. */
export interface AttributionEvaluation {
  readonly scores: AttributionScores;
  readonly calibration: Calibration;
  readonly errors: readonly ErrorGroup<AttributionError>[];
}

export function evaluateAttributions(articles: readonly ScoredArticle[], examples: number): AttributionEvaluation {
  return {
    scores: scoreAttributions(articles),
    calibration: calibrate(articles),
    errors: groupErrors(articles.flatMap(attributionErrorsIn), ATTRIBUTION_ERRORS, examples),
  };
}

/** The evaluation for programs: errors as the words that they are about. */
export function attributionJson({ scores, calibration, errors }: AttributionEvaluation): object {
  const words = ({ article, gold, predicted }: AttributionError) => ({
    article: article.id,
    gold: gold && wordsOf(gold, article.text),
    predicted: predicted && wordsOf(predicted, article.text),
  });
  return { scores, calibration, errors: errors.map((group) => ({ ...group, examples: group.examples.map(words) })) };
}

/** The evaluation for people. */
export function attributionLines({ scores, calibration, errors }: AttributionEvaluation): string[] {
  const { articles, missing, exact } = scores;
  return [
    `${articles} articles${missing > 0 ? `, ${missing} of them without a row of results` : ''}`,
    '',
    ...table(
      ['', 'precision', 'recall', 'F1'],
      [
        row('source, exact', exact.source),
        row('cue, exact', exact.cue),
        row('content, exact', exact.content),
        row('characters of content', scores.contentCharacters),
        row('content found', scores.contentFound),
        row('end to end', scores.endToEnd),
      ],
    ),
    `Speaker right in ${scores.speakerRightWhenFound.toFixed(1)} % of those found.`,
    '',
    ...calibrationLines(calibration),
    '',
    ...errorLines(errors, describeError),
  ];
}

function row(name: string, { precision, recall, f1 }: Ratios): string[] {
  return [name, ...[precision, recall, f1].map((ratio) => ratio.toFixed(1))];
}

function calibrationLines({ bins, sure }: Calibration): string[] {
  const binRow = ({ from, to, statements, share, meanConfidence, right }: CalibrationBin) => [
    `${from.toFixed(2)}–${to.toFixed(2)}`,
    statements.toLocaleString('en'),
    ...[share, meanConfidence, right].map((ratio) => ratio.toFixed(1)),
  ];
  return [
    'Confidence',
    ...table(['', 'statements', '% of all', 'mean confidence', '% right'], bins.map(binRow)),
    `At ${sure.from} or more: ${sure.statements} statements, ${sure.share.toFixed(1)} % of all, of which ${sure.right.toFixed(1)} % are right.`,
  ];
}

function describeError({ article, gold, predicted }: AttributionError): string[] {
  const described = (name: string, relation: Relation | null) => {
    if (relation === null) return [];
    const { source, cue, content } = wordsOf(relation, article.text);
    return [`${name} [${source}] ${cue}: “${content}”`];
  };
  return [`${article.id}`, ...described('  gold ', gold), ...described('  found', predicted)];
}

function wordsOf({ source, cue, content }: Relation, text: string): { source: string; cue: string; content: string } {
  const words = (spans: readonly Stretch[]) => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return { source: words(source), cue: words(cue), content: words(content) };
}
