/** The report about a framework as a file: what the newest runs and the people said, written down as a saved scan, then rendered by `kumomori report`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '@kumomori/model';
import { frameworkReportFormatNames } from '../../use-cases/index.ts';
import { audit } from '../access/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { runProgram } from '../programs/index.ts';
import type { ControlAnswer, StoredEvidence } from './answers.ts';
import { coverageOfSources } from './coverage.ts';
import type { FrameworkName } from './frameworks.ts';
import { definitionOf, readFramework } from './frameworks.ts';
import { writeSavedScan } from './saved-scan.ts';

export interface ReportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface ReportRequest extends FrameworkName {
  readonly format: string;
  readonly language: Language;
  readonly signal: AbortSignal;
}

const FORMATS: Readonly<Record<string, { readonly mediaType: string; readonly ending: string }>> = {
  html: { mediaType: 'text/html; charset=utf-8', ending: 'html' },
  pdf: { mediaType: 'application/pdf', ending: 'pdf' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  csv: { mediaType: 'text/csv; charset=utf-8', ending: 'csv' },
  oscal: { mediaType: 'application/json', ending: 'oscal.json' },
  json: { mediaType: 'application/json', ending: 'json' },
};

/** As `report --answers` reads them (docs/reports.md). */
const WRITTEN = { pass: 'met', fail: 'not-met', 'not-applicable': 'not-applicable', open: 'in-progress' } as const;

/** Throws TeamErrors `not-found`; `invalid` for a format or a framework of the operator's own. */
export async function frameworkReport(team: Team, asking: Asking, request: ReportRequest): Promise<ReportFile> {
  const { id, version, format, language, signal } = request;
  const known = frameworkReportFormatNames.includes(format) ? FORMATS[format] : undefined;
  if (!known) throw new TeamError('invalid', `no format ${format}`, { fields: [{ path: 'format', message: 'is none' }] });
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-report-'));
  try {
    const output = join(folder, 'report');
    const args = ['report', '--framework', `${id}@${version}`, ...(await writeInputs(team, asking, { ...request, folder }))];
    await runProgram({ args: [...args, '--format', format, '--output', output, '--quiet', '--lang', language], cwd: folder, signal });
    const content = readFileSync(output);
    await audit(team, asking.actor, {
      ...{ action: 'framework.report', object: `framework:${id}/${version}`, detail: { format, language } },
      address: asking.address ?? null,
    });
    return { name: `kumomori-${id}-${version}.${known.ending}`, mediaType: known.mediaType, content };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files that the report is made of, as options of the command. */
export async function writeInputs(
  team: Team,
  asking: Asking,
  { id, version, language, folder }: FrameworkName & { readonly language: Language; readonly folder: string },
): Promise<readonly string[]> {
  const sources = await coverageOfSources(team, asking);
  const definition = await definitionOf({ id, version }, { sources, language });
  if (definition.isUsers) throw new TeamError('invalid', 'a framework of the operator’s own', { reason: 'framework-own' });
  const { controls } = await readFramework(team, asking, { id, version, language });
  const from = join(folder, 'scan.json');
  await writeSavedScan(team, asking, { file: from, framework: { id, version }, definition, sources, language });
  const answers = Object.fromEntries(
    controls.flatMap(({ control, answer, evidence }) => (answer ? [[control, written(answer, evidence)]] : [])),
  );
  if (Object.keys(answers).length === 0) return ['--from', from];
  const answersFile = join(folder, 'answers.yaml');
  // JSON is YAML.
  writeFileSync(answersFile, JSON.stringify(answers, null, 2), { mode: 0o600 });
  return ['--from', from, '--answers', answersFile];
}

/** An answer whose time is over is no answer any more, but something that was said. */
function written({ status, isExpired, note, by, at }: ControlAnswer, evidence: readonly StoredEvidence[]) {
  return {
    status: isExpired ? WRITTEN.open : WRITTEN[status],
    ...(note === null || note === '' ? {} : { note }),
    ...{ by, date: at.slice(0, 10), evidence: evidence.map(({ name }) => name) },
  };
}
