/** Outputs of `admission simulate`: its report in, text out. */
import { toJson } from '../finding-view.ts';
import type { AdmissionFormat } from './report.ts';

export type {
  AdmissionEntry,
  AdmissionFormat,
  AdmissionOutputContext,
  AdmissionPlace,
  AdmissionPolicyEntry,
  AdmissionReport,
} from './report.ts';

export { policyYaml } from './policy-yaml.ts';

const json: AdmissionFormat = { name: 'json', render: (report) => toJson(report) };

/** By the name given to `--format`; the first is the default. */
export const admissionFormats: ReadonlyMap<string, () => Promise<AdmissionFormat>> = new Map<string, () => Promise<AdmissionFormat>>([
  ['table', async () => (await import('./table.ts')).table],
  ['json', () => Promise.resolve(json)],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
]);

export const admissionFormatNames: readonly string[] = [...admissionFormats.keys()];
