/** What changed since an earlier report about the same framework. */
import { readFileSync } from 'node:fs';
import type { ControlStatus } from '@kumomori/model';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { FrameworkReport, ReportTrend } from '../outputs/index.ts';
import { controlStatuses } from '../outputs/index.ts';

const count = z.number().int().nonnegative();
const status = z.enum(controlStatuses);
const reportSchema = z.object({
  scannedAt: z.iso.datetime(),
  framework: z.object({ id: z.string(), version: z.string() }),
  score: z.object({ passed: count, assessed: count, percent: z.number().min(0).max(100).nullable() }),
  counts: z.record(status, count),
  controls: z.array(
    z.object({
      control: z.string(),
      status,
      resources: z.array(z.object({ fingerprint: z.string(), status: z.enum(['fail', 'unknown']) })),
    }),
  ),
});

export type EarlierReport = z.infer<typeof reportSchema>;

export interface EarlierComplaints {
  /** It is not a report of `kumomori report --format json`. */
  readonly invalid: string;
  /** It is about another framework or version. */
  readonly other: (framework: string) => string;
}

/** Reads a report of `report --format json`. Throws AppError `report-invalid`. */
export function readEarlierReport(
  path: string,
  wanted: { readonly id: string; readonly version: string },
  complaints: EarlierComplaints,
): EarlierReport {
  const earlier = parsed(path, complaints.invalid);
  const { id, version } = earlier.framework;
  if (id === wanted.id && version === wanted.version) return earlier;
  throw new AppError('report-invalid', { message: complaints.other(`${id}@${version}`) });
}

function parsed(path: string, complaint: string): EarlierReport {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('report-invalid', { message: complaint, cause });
  }
  const report = reportSchema.safeParse(value);
  if (!report.success) throw new AppError('report-invalid', { message: complaint, cause: report.error });
  return report.data;
}

/** Controls whose status differs, in the order of the framework, and how many failures came and went. */
export function trendOf(earlier: EarlierReport, { controls }: Pick<FrameworkReport, 'controls'>): ReportTrend {
  const before = new Map(earlier.controls.map((each) => [each.control, each.status]));
  const changes = controls.flatMap(({ control, title, status: to }) => {
    const from: ControlStatus | undefined = before.get(control);
    return from === undefined || from === to ? [] : [{ control, title, from, to }];
  });
  const failed = failuresOf(earlier.controls);
  const failing = failuresOf(controls);
  return {
    scannedAt: earlier.scannedAt,
    score: earlier.score,
    counts: earlier.counts,
    changes,
    failures: { added: without(failing, failed), gone: without(failed, failing), before: failed.size, now: failing.size },
  };
}

/** How many of the first are not in the second. */
function without(all: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...all].filter((each) => !others.has(each)).length;
}

interface WithResources {
  readonly resources: readonly { readonly fingerprint: string; readonly status: string }[];
}

/** A finding counts once, whatever controls it stands under. */
function failuresOf(controls: readonly WithResources[]): ReadonlySet<string> {
  return new Set(
    controls.flatMap(({ resources }) => resources.filter((each) => each.status === 'fail').map(({ fingerprint }) => fingerprint)),
  );
}
