/** Frameworks, their controls, answers by people, reports. */
import { z } from 'zod';
import { frameworkReportFormatNames } from '../../../use-cases/index.ts';
import {
  MAX_EVIDENCE_BYTES,
  addControlEvidence,
  answerFrameworkControl,
  evidenceMediaTypes,
  frameworkReport,
  listFrameworks,
  readEvidence,
  readFramework,
  removeEvidence,
} from '../../../team/index.ts';
import type { RawAnswer, RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const count = z.number().int();
const summarySchema = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  mapping: z.enum(['inherited', 'own']),
  isUsers: z.boolean(),
  counts: z.object({ pass: count, fail: count, unknown: count, 'not-assessed': count, manual: count }),
  answered: count,
  percent: count.nullable(),
  at: z.string().nullable(),
});
const answerStatus = z.enum(['pass', 'fail', 'not-applicable', 'open']);
const controlSchema = z.object({
  control: z.string(),
  title: z.string(),
  status: z.enum(['pass', 'fail', 'unknown', 'not-assessed', 'manual']),
  checks: z.array(z.object({ id: z.string(), title: z.string(), open: count })),
  answer: z
    .object({
      status: answerStatus,
      note: z.string().nullable(),
      by: z.string(),
      at: z.string(),
      validUntil: z.string().nullable(),
      isExpired: z.boolean(),
    })
    .nullable(),
  evidence: z.array(
    z.object({ id: z.string(), name: z.string(), mediaType: z.string(), sizeBytes: count, at: z.string(), by: z.string() }),
  ),
});
const detailSchema = summarySchema.extend({
  sources: z.array(z.object({ name: z.string(), at: z.string() })),
  controls: z.array(controlSchema),
});
const nameParams = z.object({ id: z.string().max(100), version: z.string().max(50) });
const controlName = z.string().min(1).max(100);
const idParams = z.object({ id: z.uuid() });
const tag = 'frameworks';
/** Base64 is a third longer; the rest is the name. */
const MAX_UPLOAD_BYTES = Math.ceil((MAX_EVIDENCE_BYTES * 4) / 3) + 4_096;

export const frameworkRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listFrameworks', method: 'get', path: '/frameworks', access: 'frameworks.read', tag },
    summary: 'Frameworks with what the newest runs say about them',
    response: z.object({ frameworks: z.array(summarySchema) }),
    handle: async ({ team, asking, language }) => ({ frameworks: [...(await listFrameworks(team, asking, language))] }),
  }),
  route({
    ...{ id: 'getFramework', method: 'get', path: '/frameworks/{id}/{version}', access: 'frameworks.read', tag },
    summary: 'A framework with its controls, answers and evidence',
    params: nameParams,
    response: detailSchema,
    async handle({ team, asking, params, language }) {
      const { sources, controls, ...summary } = await readFramework(team, asking, { ...params, language });
      return {
        ...{ ...summary, sources: [...sources] },
        controls: controls.map((each) => ({ ...each, checks: [...each.checks], evidence: [...each.evidence] })),
      };
    },
  }),
  route({
    ...{ id: 'answerControl', method: 'put', path: '/frameworks/{id}/{version}/answers', access: 'frameworks.answer', tag },
    summary: 'Answers a control that no check answers',
    params: nameParams,
    body: z.object({
      control: controlName,
      status: answerStatus,
      note: z.string().trim().max(10_000).nullable().default(null),
      validUntil: z.iso.date().nullable().default(null),
    }),
    handle: ({ team, asking, params, body }) => answerFrameworkControl(team, asking, { ...params, ...body }),
  }),
  route({
    ...{ id: 'addEvidence', method: 'post', path: '/frameworks/{id}/{version}/evidence', access: 'frameworks.answer', tag },
    summary: 'Keeps a file that shows the answer, at most 10 MB',
    params: nameParams,
    body: z.object({
      control: controlName,
      name: z.string().min(1).max(500),
      mediaType: z.string().max(100),
      content: z.base64(),
    }),
    maxBodyBytes: MAX_UPLOAD_BYTES,
    response: z.object({ id: z.string() }),
    handle: async ({ team, asking, params, body: { content, ...body } }) => ({
      id: await addControlEvidence(team, asking, { ...params, ...body, content: Buffer.from(content, 'base64') }),
    }),
  }),
  route({
    ...{ id: 'listEvidenceTypes', method: 'get', path: '/evidence-types', access: 'frameworks.read', tag },
    summary: 'Kinds of files that are kept as evidence',
    response: z.object({ mediaTypes: z.array(z.string()) }),
    handle: async () => ({ mediaTypes: [...evidenceMediaTypes] }),
  }),
  route({
    ...{ id: 'getEvidence', method: 'get', path: '/evidence/{id}', access: 'frameworks.read', tag, summary: 'A file that was kept' },
    params: idParams,
    handle: async ({ team, asking, params }) => download(await readEvidence(team, asking, params.id)),
  }),
  route({
    ...{ id: 'removeEvidence', method: 'delete', path: '/evidence/{id}', access: 'frameworks.answer', tag, summary: 'Removes a file' },
    params: idParams,
    handle: ({ team, asking, params }) => removeEvidence(team, asking, params.id),
  }),
  route({
    ...{ id: 'getFrameworkReport', method: 'get', path: '/frameworks/{id}/{version}/report', access: 'frameworks.read', tag },
    summary: 'The report as a file',
    params: nameParams,
    query: z.object({ format: z.enum(frameworkReportFormatNames), language: z.enum(['en', 'ja']).optional() }),
    handle: async ({ team, asking, params, query, language, signal }) =>
      download(await frameworkReport(team, asking, { ...params, format: query.format, language: query.language ?? language, signal })),
  }),
];

/** Saved, never shown in the console's own origin. */
function download({
  name,
  mediaType,
  content,
}: {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}): RawAnswer {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/gu, '_');
  return {
    raw: true,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: content,
  };
}
