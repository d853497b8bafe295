/** `kumomori scan --propose-naming`: the naming rules that most names follow already. */
import { plain, proposeNamingRules } from '../use-cases/index.ts';
import type { NamingRuleProposal, NamingRuleProposals, ScanOptions } from '../use-cases/index.ts';
import type { CommonOptions } from './common-options.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

const SHOWN = 20;

type Asked = Pick<ScanOptions, 'targets' | 'varFiles' | 'variables' | 'workspace'>;

/** A text, or with `--format json` an object `{ rules, yaml }`. */
export async function printNaming(asked: Asked, common: CommonOptions, context: CliContext): Promise<void> {
  const { environment, language, messages } = context;
  const proposed = await proposeNamingRules({ ...asked, cwd: environment.cwd, language });
  for (const { format, file } of common.outputs) {
    const text = format === 'json' ? JSON.stringify(proposed, null, 2) : namingText(proposed, context);
    if (file === null) environment.stdout.write(`${text}\n`);
    else writeResult(file, `${text}\n`, { cwd: environment.cwd, messages });
  }
}

function namingText({ rules, yaml }: NamingRuleProposals, context: CliContext): string {
  const texts = context.messages.cli.naming;
  if (rules.length === 0) return texts.none;
  const blocks = rules.map((rule) => ruleText(rule, context));
  return [...blocks, ...(yaml === '' ? [] : [`${texts.paste}\n\n${yaml.trimEnd().split('\n').map(plain).join('\n')}`])].join('\n\n');
}

function ruleText({ kinds, checkId, names, proposal }: NamingRuleProposal, { messages }: CliContext): string {
  const texts = messages.cli.naming;
  const head = `${kinds.join(', ')}${checkId === null ? '' : ` (${checkId})`}`;
  if (!proposal) return plain(`${head}: ${texts.noForm(names)}`);
  const { grammar, tokens, following, total, others } = proposal;
  const lines = [
    `${head}: ${texts.following(grammar, following, total)}`,
    ...tokens.map((token) => `  ${token.replace('=', ': ').replaceAll('|', ', ')}`),
  ];
  if (others.length > 0) {
    const more = others.length > SHOWN ? `, ${texts.more(others.length - SHOWN)}` : '';
    lines.push(`  ${texts.others}: ${others.slice(0, SHOWN).join(', ')}${more}`);
  }
  return lines.map(plain).join('\n');
}
