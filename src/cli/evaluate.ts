import { Command, InvalidArgumentError, Option } from 'commander';
import { attributionJson, attributionLines, evaluateAttributions } from './evaluation/attribution-evaluation.js';
import { evaluateQuantities, quantityJson, quantityLines } from './evaluation/quantity-evaluation.js';
import { scoredArticles, scoredSentences } from './evaluation/scored-rows.js';
import { STANDARD } from './extraction/row-source.js';
import { readFileName } from './file-name.js';
import { writeResult } from './result.js';

interface EvaluateOptions {
  readonly gold: string;
  readonly kind: 'attributions' | 'quantities';
  readonly predicted?: string | null;
  readonly accurate?: boolean;
  readonly examples: number;
  readonly json?: boolean;
}

/** `onrecord evaluate`: measures the engine against texts in which people marked what there is to find. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description(
      'Measure what extract finds against gold data: precision, recall, what goes wrong, and whether confidence means something. docs/extraction.md describes the rows.',
    )
    .requiredOption('--gold <rows>', 'texts with what is to be found in them, one to a line of JSON', readFileName)
    .addOption(
      new Option('--kind <kind>', 'what is measured').choices(['attributions', 'quantities']).default('attributions'),
    )
    .option('--predicted <rows>', 'results that extract has written, in place of running it', readFileName)
    .option('--accurate', 'measure the grade that reads more slowly and better')
    .option('--examples <count>', 'how many examples of each kind of error', readCount, 2)
    .option('--json', 'print the outcome as JSON')
    .action(
      async ({ gold, kind, predicted = null, accurate = false, examples, json }: EvaluateOptions, command: Command) => {
        if (gold === STANDARD && predicted === STANDARD)
          command.error('error: --gold and --predicted cannot both be standard input.');
        const scored = { gold, predicted, accurate };
        if (kind === 'attributions') {
          const evaluation = evaluateAttributions(await scoredArticles(scored), examples);
          await writeResult(json, attributionJson(evaluation), attributionLines(evaluation).join('\n'));
        } else {
          const evaluation = evaluateQuantities(await scoredSentences(scored), examples);
          await writeResult(json, quantityJson(evaluation), quantityLines(evaluation).join('\n'));
        }
      },
    );
}

function readCount(text: string): number {
  if (/^\d{1,6}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number from 0 on.');
}
