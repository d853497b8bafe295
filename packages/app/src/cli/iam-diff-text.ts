/** What a change of policies opens and closes, for people. */
import { markdownText, painter, plain, wrap } from '../use-cases/index.ts';
import type { AccessChangeEntry, AccessDiff, Paint, PrincipalDiff } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const MAX_ACTIONS = 6;

export function diffTable(diff: AccessDiff, context: CliContext, color: boolean): string {
  const { diff: texts } = context.messages.iam;
  const paint = painter(color);
  const parts = diff.principals.map((each) => [
    paint('bold', plain(headOf(each, context))),
    ...trustLines(each, context).map((line) => plain(`  ${line}`)),
    ...each.changes.flatMap((change) => changeLines(change, context, paint)),
    '',
  ]);
  const lines = diff.principals.length === 0 ? [texts.nothing] : parts.flat();
  const problems = diff.diagnostics.filter(({ severity }) => severity !== 'info').map(({ file, message }) => plain(`${file}: ${message}`));
  return `${[...lines, ...problems, texts.summary(diff.principals.length, diff.unchanged)].join('\n')}\n`;
}

const SIGNS = {
  opened: ['+', 'red'],
  widened: ['+', 'red'],
  changed: ['~', 'yellow'],
  narrowed: ['-', 'green'],
  closed: ['-', 'green'],
} as const;

function changeLines(change: AccessChangeEntry, context: CliContext, paint: Paint): readonly string[] {
  const [sign, color] = SIGNS[change.kind];
  const [kind = '', actions = '', resource = '', levels = '', when = ''] = rowOf(change, context);
  const width = Math.max(40, widthOf(context.environment) - 6);
  const details = [resource, levels, ...(when === '' ? [] : [`${context.messages.iam.diff.onlyIf} ${when}`])].join(' · ');
  return [
    paint(color, `  ${sign} ${kind}`),
    ...[actions, details].flatMap((text) => wrap(plain(text), width)).map((line) => `      ${line}`),
  ];
}

export function diffMarkdown(diff: AccessDiff, context: CliContext): string {
  const { diff: texts } = context.messages.iam;
  const { columns } = texts;
  const head = `| ${columns.kind} | ${columns.actions} | ${columns.resource} | ${columns.levels} | ${columns.condition} |\n|---|---|---|---|---|`;
  const parts = diff.principals.map((each) => {
    const rows = each.changes.map((change) => `| ${rowOf(change, context).map(markdownText).join(' | ')} |`);
    return [
      `### ${markdownText(headOf(each, context))}`,
      ...trustLines(each, context).map((line) => `- ${markdownText(line)}`),
      ...(rows.length === 0 ? [] : ['', head, ...rows]),
    ].join('\n');
  });
  return `${[...(parts.length === 0 ? [texts.nothing] : parts), texts.summary(diff.principals.length, diff.unchanged)].join('\n\n')}\n`;
}

function headOf({ principal, node, status }: PrincipalDiff, { messages }: CliContext): string {
  const { status: words } = messages.iam.diff;
  if (principal === null) return words[status];
  return node === null || node === principal ? `${words[status]}: ${principal}` : `${words[status]}: ${node} (${principal})`;
}

function trustLines({ trust }: PrincipalDiff, { messages }: CliContext): readonly string[] {
  const { trustAdded, trustRemoved } = messages.iam.diff;
  return [...trust.added.map((who) => trustAdded(who)), ...trust.removed.map((who) => trustRemoved(who))];
}

function rowOf(change: AccessChangeEntry, { messages }: CliContext): readonly string[] {
  const texts = messages.iam.diff;
  const { kind, actions, resource, levels } = change;
  const shown = actions.slice(0, MAX_ACTIONS).join(' ');
  const rest = actions.length - MAX_ACTIONS;
  const words = Object.entries(levels).map(([level, count]) => `${texts.levels[level as keyof typeof texts.levels]} ${count}`); // keys of the same record
  const [before, after] = [change.beforeCondition, change.afterCondition];
  const both = texts.was(before ?? texts.always, after ?? texts.always);
  const when = kind === 'opened' ? after : kind === 'closed' ? before : both;
  return [texts.kinds[kind], rest > 0 ? `${shown} ${texts.more(rest)}` : shown, resource, words.join(', '), when ?? ''];
}
