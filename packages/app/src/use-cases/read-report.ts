import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../errors.ts';

const findingSchema = z.object({
  fingerprint: z.string(),
  checkId: z.string(),
  status: z.string(),
  severity: z.string(),
  message: z.string(),
  resource: z.object({ id: z.string(), account: z.string().nullable(), region: z.string().nullable() }).optional(),
  origin: z.object({ kind: z.string().optional(), address: z.string(), file: z.string(), startLine: z.number(), endLine: z.number() }),
  evidence: z.array(
    z.object({
      path: z.string(),
      value: z.unknown(),
      state: z.string(),
      file: z.string().nullable(),
      line: z.number().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
const reportSchema = z.object({ findings: z.array(findingSchema) });

export type ReportedFinding = z.infer<typeof findingSchema>;

/** What is read of a report of `scan --format json`. Throws AppError `report-invalid` with the complaint. */
export function readReport(path: string, complaint: string): z.infer<typeof reportSchema> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new AppError('report-invalid', { message: complaint, cause });
  }
  const report = reportSchema.safeParse(parsed);
  if (!report.success) throw new AppError('report-invalid', { message: complaint, cause: report.error });
  return report.data;
}
