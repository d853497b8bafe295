/** Answers of `iam who-can` and `iam can` for people: tables for terminals, Markdown for comments. */
import { markdownCode, markdownText, placeText, plain, renderGrid } from '../use-cases/index.ts';
import type { CanResult, ToldGrant, ToldReason, WhoCanResult } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const MAX_SHOWN = 3;
const MAX_LISTED = 20;

export function whoCanTable(result: WhoCanResult, context: CliContext & { readonly explain: boolean }): string {
  const texts = context.messages.iamAccess.whoCan;
  const titles = [
    { title: texts.columns.who, shrinks: true },
    { title: texts.columns.kind },
    { title: texts.columns.condition, shrinks: true },
    { title: texts.columns.where, shrinks: true },
  ];
  const rows = result.grantees.map(({ principal, kind, condition, file, line }) => [
    principal,
    texts.kinds[kind],
    condition ?? '',
    placeText({ file, line }),
  ]);
  const table =
    rows.length === 0
      ? []
      : renderGrid(
          titles,
          rows.map((row) => row.map(plain)),
          { width: widthOf(context.environment) },
        );
  const reasons = context.explain
    ? result.grantees.flatMap(({ principal, because, grants = [] }) => [
        '',
        plain(principal),
        ...because.map((each) => plain(`  ${reasonLine(each, context)}`)),
        ...grants.map((each) => plain(`  ${grantLine(each, context)}`)),
      ])
    : [];
  return `${[plain(headOf(result, context)), ...table, ...reasons, ...notesOf(result, context).map(plain)].join('\n')}\n`;
}

export function whoCanMarkdown(result: WhoCanResult, context: CliContext): string {
  const texts = context.messages.iamAccess.whoCan;
  const lines = [markdownText(headOf(result, context)), ''];
  if (result.grantees.length > 0) {
    lines.push(
      `| ${texts.columns.who} | ${texts.columns.kind} | ${texts.columns.condition} | ${texts.columns.where} |`,
      '|---|---|---|---|',
    );
    for (const { principal, kind, condition, because, grants = [] } of result.grantees) {
      const all = [...because.map((each) => reasonLine(each, context)), ...grants.map((each) => grantLine(each, context))];
      const why = all.map((each) => markdownText(each)).join('<br>');
      lines.push(`| ${markdownCode(principal)} | ${texts.kinds[kind]} | ${condition === null ? '' : markdownCode(condition)} | ${why} |`);
    }
    lines.push('');
  }
  return `${[...lines, ...notesOf(result, context).map((note) => `> ${markdownText(note)}`)].join('\n').trimEnd()}\n`;
}

export function canTable(result: CanResult, context: CliContext): string {
  const texts = context.messages.iamAccess.can;
  const titles = [
    { title: texts.columns.service },
    { title: texts.columns.access, shrinks: true },
    { title: texts.columns.resources, shrinks: true },
    { title: texts.columns.condition, shrinks: true },
  ];
  const rows = result.services.map((each) => serviceCells(each, context).map(plain));
  const table = rows.length === 0 ? nothingOf(result, context) : renderGrid(titles, rows, { width: widthOf(context.environment) });
  const sections = sectionsOf(result, context).flatMap(({ title, lines }) => ['', `${title}:`, ...lines.map((line) => plain(`  ${line}`))]);
  return `${[plain(`${result.principal}${whereOf(result)}`), ...administratorLine(result, context), ...sections, '', ...table, '', ...notesOf(result, context)].join('\n').trimEnd()}\n`;
}

export function canMarkdown(result: CanResult, context: CliContext): string {
  const texts = context.messages.iamAccess.can;
  const lines = [
    `### ${markdownCode(result.principal)}${markdownText(whereOf(result))}`,
    '',
    ...administratorLine(result, context).flatMap((line) => [`**${markdownText(line)}**`, '']),
  ];
  for (const { title, lines: items } of sectionsOf(result, context))
    lines.push(`**${title}**`, '', ...items.map((item) => `- ${markdownText(item)}`), '');
  if (result.services.length > 0) {
    lines.push(`| ${Object.values(texts.columns).join(' | ')} |`, '|---|---|---|---|');
    for (const each of result.services) lines.push(`| ${serviceCells(each, context).map(markdownText).join(' | ')} |`);
  } else lines.push(...nothingOf(result, context));
  return `${[...lines, '', ...notesOf(result, context).map((note) => `> ${markdownText(note)}`)].join('\n').trimEnd()}\n`;
}

/** Of other clouds the roles say it. */
function nothingOf({ cloud, policies }: CanResult, { messages }: CliContext): readonly string[] {
  return cloud !== undefined && policies.length > 0 ? [] : [messages.iamAccess.can.nothing];
}

function headOf({ grantees, action, resource }: WhoCanResult, { messages }: CliContext): string {
  const texts = messages.iamAccess.whoCan;
  const conditional = grantees.filter(({ condition }) => condition !== null).length;
  return grantees.length === 0 ? texts.nobody(action, resource) : texts.summary(grantees.length, conditional, action, resource);
}

function notesOf(result: WhoCanResult | CanResult, { messages }: CliContext): readonly string[] {
  const { notes, whoCan } = messages.iamAccess;
  return [
    ...('undecided' in result && result.undecided.length > 0 ? [whoCan.undecided(result.undecided.length)] : []),
    ...(result.isScpUnknown ? [notes.scpUnknown] : []),
    ...(result.managedPoliciesDate === '' ? [] : [notes.managed(result.managedPoliciesDate)]),
  ];
}

/** `+ identity, policy read-orders, statement 0 (main.tf:12): allows it`. */
function reasonLine(reason: ToldReason, { messages }: CliContext): string {
  const { layers, place, reasons, onlyIf } = messages.iam.evaluate;
  const { layer, effect, level, policy, statement, sid, group, condition, file, line } = reason;
  const named = statement === undefined ? null : sid === undefined ? String(statement) : `${statement} (${sid})`;
  const mark = { allow: '+', deny: '-', none: '·' }[effect];
  const through = group === null ? '' : `, ${messages.iamAccess.can.through(group)}`;
  const where = placeIn({ file, line });
  const when = condition === null ? '' : `, ${onlyIf(condition)}`;
  return `${mark} ${place(layers[layer], level ?? null, null, named)}${policy === null ? '' : ` · ${policy}`}${through}${where}: ${reasons[reason.reason]}${when}`;
}

/** `+ roles/viewer · projects/orders [main.tf:12]`. */
function grantLine({ effect, by, role, condition, file, line }: ToldGrant, { messages }: CliContext): string {
  const when = condition === null ? '' : `, ${messages.iam.evaluate.onlyIf(condition)}`;
  return `${{ allow: '+', deny: '-', none: '·' }[effect]} ${role === null ? '' : `${role} · `}${by}${placeIn({ file, line })}${when}`;
}

function administratorLine({ administrator, administratorIf }: CanResult, { messages }: CliContext): readonly string[] {
  const texts = messages.iamAccess.can;
  if (administrator === 'no') return [];
  return [administrator === 'yes' ? texts.administrator : texts.administratorIf(administratorIf ?? '')];
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sectionsOf(result: CanResult, { messages }: CliContext): readonly Section[] {
  const texts = messages.iamAccess.can;
  const when = (condition: string | null): string => (condition === null ? '' : `, ${texts.onlyIf(condition)}`);
  const policy = ({ name, group, file, line }: CanResult['policies'][number]): string =>
    `${name}${group === null ? '' : ` (${texts.through(group)})`}${placeIn({ file, line })}`;
  const sections: Section[] = [
    { title: texts.policies, lines: result.policies.map(policy) },
    { title: texts.boundary, lines: (result.boundary ?? []).map(policy) },
    {
      title: texts.escalation,
      lines: result.escalation.map(({ action, resources, condition }) => `${action}: ${few(resources, texts.more)}${when(condition)}`),
    },
    { title: texts.assumes, lines: result.assumes.map(({ role, condition }) => `${role}${when(condition)}`) },
    { title: texts.becomes, lines: result.becomes.map(({ principal, condition }) => `${principal}${when(condition)}`) },
    { title: texts.unknowns, lines: result.unknowns },
    { title: texts.unknownActions, lines: result.unknownActions },
  ];
  return sections.filter(({ lines }) => lines.length > 0).map(({ title, lines }) => ({ title, lines: cutTo(lines, texts.more) }));
}

function serviceCells(
  { service, levels, resources, conditions }: CanResult['services'][number],
  { messages }: CliContext,
): readonly string[] {
  const texts = messages.iamAccess.can;
  const access = levels.map(({ level, always, conditional, total }) => texts.share(texts.levels[level], always + conditional, total));
  return [service, access.join(', '), few(resources, texts.more), few(conditions, texts.more)];
}

function few(items: readonly string[], more: (count: number) => string): string {
  const rest = items.length - MAX_SHOWN;
  return [...items.slice(0, MAX_SHOWN), ...(rest > 0 ? [more(rest)] : [])].join(', ');
}

function cutTo(lines: readonly string[], more: (count: number) => string): readonly string[] {
  return lines.length <= MAX_LISTED ? lines : [...lines.slice(0, MAX_LISTED), more(lines.length - MAX_LISTED)];
}

function whereOf(result: CanResult): string {
  return result.file === null ? '' : ` (${placeText(result)})`;
}

/** ` [main.tf:12]`; empty when it is written nowhere. */
function placeIn(place: Parameters<typeof placeText>[0]): string {
  return place.file === null ? '' : ` [${placeText(place)}]`;
}
