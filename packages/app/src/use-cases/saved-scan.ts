/** A report of `scan --format json`, read back for a report about a framework. */
import { readFileSync } from 'node:fs';
import { cloudProviders, codeKinds, severities } from '@kumomori/model';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { placeText } from '../outputs/index.ts';
import type { AssessedFinding, AssessedScan } from './assess-framework.ts';

const nullableText = z.string().nullable();
const status = z.enum(['fail', 'unknown', 'pass', 'not-applicable']);
const suppression = z.object({
  by: z.enum(['inline', 'exception', 'baseline']),
  reason: nullableText,
  owner: nullableText,
  expires: nullableText,
  file: nullableText,
  line: z.number().nullable(),
});
const findingSchema = z.object({
  fingerprint: z.string(),
  checkId: z.string(),
  status,
  severity: z.enum(severities),
  message: z.string(),
  resource: z.object({
    type: z.string(),
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    account: nullableText,
    region: nullableText,
  }),
  origin: z.object({ kind: z.string(), address: z.string(), file: z.string(), startLine: z.number() }),
  evidence: z.array(z.object({ path: z.string(), value: z.unknown(), file: nullableText, line: z.number().nullable() })),
  instances: z.array(z.object({ address: z.string(), status, suppressed: suppression.nullish() })).min(1),
  suppressed: suppression.nullable(),
});
const coverageSchema = z.object({
  framework: z.string(),
  version: z.string(),
  results: z.array(z.object({ control: z.string(), status: z.enum(['pass', 'fail', 'unknown', 'not-assessed', 'manual']) })),
});
const reportSchema = z.object({
  tool: z.object({ version: z.string() }),
  startedAt: z.string(),
  targets: z.array(z.object({ kind: z.enum(codeKinds), path: z.string() })),
  summary: z.object({ resources: z.number() }),
  findings: z.array(findingSchema),
  frameworks: z.array(coverageSchema),
  live: z
    .object({
      accounts: z.array(z.object({ provider: z.enum(cloudProviders), account: z.string() })),
      unseen: z.array(z.object({ type: z.string(), scope: z.string(), reason: nullableText, accounts: z.number() })),
    })
    .optional(),
  coverage: z.array(z.object({ scope: z.string(), operation: z.string(), reason: z.string() })),
});

type SavedReport = z.infer<typeof reportSchema>;
type SavedFinding = SavedReport['findings'][number];

export interface SavedScan extends Pick<SavedReport, 'startedAt' | 'summary' | 'coverage'> {
  /** What it says of a framework's controls; null: the scan did not know the framework. */
  of(framework: { readonly id: string; readonly version: string }): AssessedScan | null;
}

/** Throws AppError `report-invalid` with the complaint. */
export function readSavedScan(path: string, complaint: string): SavedScan {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('report-invalid', { message: complaint, cause });
  }
  const checked = reportSchema.safeParse(parsed);
  if (!checked.success) throw new AppError('report-invalid', { message: complaint, cause: checked.error });
  const report = checked.data;
  const knowsPasses = report.findings.some((finding) => finding.status === 'pass');
  return {
    startedAt: report.startedAt,
    summary: report.summary,
    coverage: report.coverage,
    of({ id, version }) {
      const own = report.frameworks.find((each) => each.framework === id && each.version === version);
      if (!own) return null;
      const statuses = new Map(own.results.map((each) => [each.control, each.status]));
      return {
        findings: report.findings.map(assessed),
        targets: report.targets,
        ranChecks: null,
        knowsPasses,
        statuses,
        live: report.live ?? null,
      };
    },
  };
}

function assessed(finding: SavedFinding): AssessedFinding {
  const { message, resource, origin, evidence, instances, suppressed, ...rest } = finding;
  const decided = evidence.findLast((each) => each.file !== null);
  const { type, id, name, account, region } = resource;
  return {
    ...rest,
    suppressed,
    // A saved report holds one language.
    message: { en: message, ja: message },
    resource: { type, id, name, account, region },
    file: origin.file,
    place:
      origin.kind === 'live' ? resource.id : placeText({ file: decided?.file ?? origin.file, line: decided?.line ?? origin.startLine }),
    evidence: decided === undefined ? '' : `${decided.path} = ${JSON.stringify(decided.value)}`,
    instances: instances.map((each) => ({ ...each, suppressed: each.suppressed ?? null })),
  };
}
