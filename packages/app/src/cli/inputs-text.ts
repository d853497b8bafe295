/** `kumomori scan --explain-inputs`: what a folder holds, and why it is taken for that. */
import { explainInputs, renderGrid } from '../use-cases/index.ts';
import type { ExplainedInputs } from '../use-cases/index.ts';
import type { CommonOptions } from './common-options.ts';
import type { CliContext } from './program.ts';
import { widthOf, writeResult } from './write.ts';

/** A table, or with `--format json` an array of `{ target, file, kind, role, because }`. */
export async function printInputs(targets: readonly string[], common: CommonOptions, context: CliContext): Promise<void> {
  const { environment, language, messages } = context;
  const explained = await explainInputs({ targets, cwd: environment.cwd, language });
  for (const { format, file } of common.outputs) {
    const text = format === 'json' ? JSON.stringify(explained.inputs, null, 2) : inputsText(explained, context);
    if (file === null) environment.stdout.write(`${text}\n`);
    else writeResult(file, `${text}\n`, { cwd: environment.cwd, messages });
  }
}

function inputsText({ inputs, others }: ExplainedInputs, { environment, messages }: CliContext): string {
  const texts = messages.cli.inputs;
  const columns = [
    { title: texts.columns.kind },
    { title: texts.columns.file, shrinks: true },
    { title: texts.columns.because, shrinks: true },
  ];
  return [...others]
    .map(([target, left]) => {
      const own = inputs.filter((each) => each.target === target).toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
      const rows = own.map(({ kind, file, role, because }) => [
        kind,
        file,
        role === 'code' ? texts.because(because) : `${texts.because(because)} (${texts.companion})`,
      ]);
      const grid = rows.length === 0 ? [] : [...renderGrid(columns, rows, { width: widthOf(environment) }), ''];
      return [target, ...grid, texts.others(own.length, left)].join('\n');
    })
    .join('\n\n');
}
