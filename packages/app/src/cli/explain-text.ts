/** An explanation for people. */
import { styleText } from 'node:util';
import type { Explanation } from '../use-cases/index.ts';
import { plain } from '../use-cases/index.ts';
import { frameworkText } from './frameworks-command.ts';
import type { CliContext } from './program.ts';
import { wantsColor } from './write.ts';

type Explained = Extract<Explanation, { readonly kind: 'check' }>['checks'][number];

export function explanationText(explanation: Explanation, context: CliContext, colorAllowed: boolean): string {
  const color = wantsColor(context.environment, colorAllowed);
  const bold = (text: string): string => (color ? styleText('bold', text, { validateStream: false }) : text);
  const live = explanation.kind === 'finding' && explanation.finding.origin.kind === 'live';
  const checks = 'checks' in explanation ? explanation.checks.map((check) => checkText(check, { context, bold, live })) : [];
  return `${[...headOf(explanation, context, bold), ...checks].join('\n\n')}\n`;
}

type FoundFinding = Extract<Explanation, { readonly kind: 'finding' }>['finding'];
type Bold = (text: string) => string;

function headOf(explanation: Explanation, context: CliContext, bold: Bold): readonly string[] {
  const texts = context.messages.cli.explain;
  switch (explanation.kind) {
    case 'check':
      return explanation.checks.length > 1 ? [texts.several(explanation.asked, explanation.checks.length)] : [];
    case 'framework':
      return explanation.frameworks.map((each) => frameworkText(each, context));
    case 'control': {
      const { framework, control } = explanation;
      const head = `${bold(`${framework.framework}@${framework.version}:${control.control}`)}  ${framework.name}`;
      return [control.manual ? `${head}\n${texts.manualControl}` : head];
    }
    case 'query': {
      const { id, title, means, found, close } = explanation.query;
      return [`${bold(title)}\n${id}`, means, `${bold(texts.found)}\n  ${found}`, `${bold(texts.fix)}\n  ${close}`];
    }
    case 'edge': {
      const { id, title, means, close, likelihood, technique } = explanation.edge;
      const facts = [texts.likelihood(likelihood), ...(technique === null ? [] : [`MITRE ATT&CK ${technique}`])].join(' · ');
      return [`${bold(title)}\n${id} · ${facts}`, means, `${bold(texts.fix)}\n  ${close}`];
    }
    case 'finding': {
      const { finding } = explanation;
      const evidence = finding.evidence.map(({ path, value, state, file, line, reason, call }) => {
        const place = file === null ? '' : `  ${call === null ? '' : `${call}  `}${file}${line === null ? '' : `:${line}`}`;
        const text = state === 'explicit' || state === 'default' ? JSON.stringify(value) : (texts.words[state] ?? state);
        return `  ${plain(`${path} = ${text}${reason === null ? '' : ` (${reason})`}${place}`)}`;
      });
      return [
        [
          bold(
            plain(
              `${texts.words[finding.status] ?? finding.status} ${texts.words[finding.severity] ?? finding.severity}  ${finding.message}`,
            ),
          ),
          plain(placeOf(finding)),
          ...evidence,
        ].join('\n'),
      ];
    }
  }
}

/** Of what really runs its account and region; the answers that tell of it are evidence. */
function placeOf({ origin, resource }: FoundFinding): string {
  if (origin.kind !== 'live') return `${origin.address}  ${origin.file}:${origin.startLine}`;
  return [origin.address, resource?.account, resource?.region].filter((part) => part).join('  ');
}

interface CheckTextOptions {
  readonly context: CliContext;
  readonly bold: Bold;
  /** What really runs is changed where it runs: the steps there come before templates. */
  readonly live: boolean;
}

function checkText(check: Explained, { context, bold, live }: CheckTextOptions): string {
  const texts = context.messages.cli.explain;
  const controls = check.frameworks.map(({ framework, version, control }) => `${framework}@${version}:${control}`);
  const params = check.params.map(({ name, default: value, description }) => `  ${name} = ${JSON.stringify(value)}  ${description}`);
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', bold(title), ...lines.map((line) => (line === '' || line.startsWith('  ') ? line : `  ${line}`))];
  const snippets = check.fix.snippets.flatMap(({ label, text }) =>
    block(
      label,
      text
        .trimEnd()
        .split('\n')
        .map((line) => (line === '' ? line : `  ${line}`)),
    ),
  );
  const steps = [
    ...block(texts.console, check.fix.console === '' || check.fix.console === check.fix.summary ? [] : [check.fix.console]),
    ...block('CLI', check.fix.cli === '' ? [] : [check.fix.cli]),
  ];
  return [
    bold(check.title),
    `${check.id}  ${check.severity}  ${check.resourceType}  ${texts.controlTypes[check.controlType] ?? check.controlType}`,
    ...(check.deprecated ? [texts.deprecated(check.deprecated.replacedBy)] : []),
    ...block(texts.why, [check.why]),
    ...block(texts.fix, [check.fix.summary]),
    ...(live ? [...steps, ...snippets] : [...snippets, ...steps]),
    ...block(texts.params, params),
    ...block(texts.frameworks, controls.length === 0 ? [] : [controls.join(', ')]),
    ...block(texts.equivalents, check.equivalents.length === 0 ? [] : [check.equivalents.join(', ')]),
    ...block(texts.auditEvents, check.auditEvents.length === 0 ? [] : [check.auditEvents.join(', ')]),
    ...block(texts.references, check.references),
  ].join('\n');
}
