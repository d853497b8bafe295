/** Answers of `iam evaluate` for people. */
import { plain, renderGrid } from '../use-cases/index.ts';
import type { AccessAnswer, AccessStep } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

export function accessTable(answers: readonly AccessAnswer[], context: CliContext & { readonly explain: boolean }): string {
  const { columns, decisions, line } = context.messages.iam.evaluate;
  const hasCondition = answers.some(({ answer }) => 'decision' in answer && answer.conditional !== null);
  const rows = answers.map(({ answer, asked }) => [
    String(answer.id ?? ''),
    'error' in answer ? decisions.error : decisions[answer.decision],
    asked?.principal ?? '',
    asked?.action ?? '',
    'error' in answer ? line(answer.error.line, answer.error.message) : (asked?.resource ?? ''),
    ...(hasCondition ? ['decision' in answer ? (answer.condition ?? '') : ''] : []),
  ]);
  const titles = [
    { title: columns.id },
    { title: columns.decision },
    { title: columns.principal, shrinks: true },
    { title: columns.action },
    { title: columns.resource, shrinks: true },
    ...(hasCondition ? [{ title: columns.condition, shrinks: true }] : []),
  ];
  const table = renderGrid(
    titles,
    rows.map((row) => row.map(plain)),
    { width: widthOf(context.environment) },
  );
  const reasons = context.explain ? answers.flatMap((answer) => ['', ...explained(answer, context)]) : [];
  return `${[...table, ...reasons].join('\n')}\n`;
}

function explained({ answer, asked }: AccessAnswer, context: CliContext): readonly string[] {
  const { decisions, onlyIf, line } = context.messages.iam.evaluate;
  if ('error' in answer) return [plain(line(answer.error.line, answer.error.message))];
  const question = asked ? `${asked.principal} ${asked.action} ${asked.resource}` : '';
  const head = `${answer.id ?? ''} ${decisions[answer.decision]}: ${question}`.trim();
  const condition = answer.condition === undefined ? [] : [`  ${onlyIf(answer.condition)}`];
  return [head, ...condition, ...answer.because.flatMap((step) => stepLines(step, context))].map(plain);
}

function stepLines(step: AccessStep, { messages }: CliContext): readonly string[] {
  const { layers, place, reasons, missed, onlyIf } = messages.iam.evaluate;
  const statement =
    step.statement === undefined ? null : step.sid === undefined ? String(step.statement) : `${step.statement} (${step.sid})`;
  const where = place(layers[step.layer], step.level ?? null, step.policy ?? null, statement);
  const mark = { allow: '+', deny: '-', none: '·' }[step.effect];
  return [
    `  ${mark} ${where}: ${reasons[step.reason]}`,
    ...(step.condition === undefined ? [] : [`      ${onlyIf(step.condition)}`]),
    ...(step.missed ?? []).map(({ element, wanted, got }) => `      ${missed[element](wanted, got)}`),
  ];
}
