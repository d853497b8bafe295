/** What is understood of the sources: attack paths, exposure, access, drift. */
import { z } from 'zod';
import { severities } from '@kumomori/model';
import { askSource, compareSources, diagnosticsOf, listExposure, listPaths, readDrift, readPath } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const shared = { method: 'get', access: 'analysis.read', tag: 'analysis' } as const;
const severitySchema = z.enum(severities);

/** One value or several. */
function many<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).max(50).optional());
}

const sourceParts = { sourceId: z.string(), sourceName: z.string(), at: z.string() };
const placeParts = { file: z.string().nullable(), line: z.number().int().nullable() };
const placeSchema = z.object(placeParts);
const nodeKindSchema = z.enum(['internet', 'principal', 'workload', 'data', 'network', 'delivery', 'admin', 'other']);
const namedNodeSchema = z.object({ id: z.string(), name: z.string(), kind: nodeKindSchema });
const fixSchema = z.object({
  summary: z.string(),
  breaksPaths: z.number().int(),
  patch: z.string().nullable(),
  evidence: z.array(placeSchema),
});
const stepSchema = z.object({
  from: z.string(),
  to: z.string(),
  edge: z.string(),
  because: z.string(),
  requires: z.array(z.string()),
  condition: z.string().nullable(),
  evidence: z.array(placeSchema),
});
const pathSchema = z.object({
  id: z.string(),
  query: z.string(),
  title: z.string(),
  severity: severitySchema,
  score: z.number(),
  entry: z.object({ kind: z.string(), node: z.string() }),
  goal: z.object({ kind: z.string(), node: z.string() }),
  steps: z.array(stepSchema),
  sideFacts: z.array(z.object({ text: z.string(), evidence: z.array(placeSchema) })),
  fixes: z.array(fixSchema),
  alternatives: z.number().int(),
  alsoFrom: z.array(z.string()),
  alsoReaches: z.array(z.string()),
});
const nodeSchema = z.object({
  kind: nodeKindSchema,
  name: z.string(),
  type: z.string().nullable(),
  account: z.string().nullable(),
  ...placeParts,
  resourceId: z.string().nullable(),
});
const exposedSchema = z.object({
  ...sourceParts,
  node: z.string(),
  name: z.string(),
  type: z.string().nullable(),
  account: z.string().nullable(),
  resourceId: z.string().nullable(),
  openFindings: z.number().int(),
  reachable: z.union([z.boolean(), z.literal('unknown')]),
  from: z.string(),
  ports: z.array(z.object({ protocol: z.string(), from: z.number(), to: z.number() })),
  steps: z.array(z.object({ text: z.string(), ...placeParts })),
  oneChangeAway: z.array(z.object({ text: z.string() })).nullable(),
});
/** Sentences that say what has to be corrected, when there is no answer. */
const answeredSchema = z.object({ answer: z.unknown(), refused: z.string().nullable() });
const idParams = z.object({ id: z.uuid() });

/** Reports are deep and read-only; what the schema of the answer does not name is left out there. */
function plain<Schema extends z.ZodType>(_: Schema, value: unknown): z.input<Schema> {
  return value as z.input<Schema>;
}

const pathsSchema = z.object({
  sources: z.array(z.object(sourceParts)),
  paths: z.array(
    z.object({
      ...sourceParts,
      ...{ id: z.string(), query: z.string(), title: z.string(), severity: severitySchema, score: z.number() },
      ...{ entry: namedNodeSchema, goal: namedNodeSchema, steps: z.number().int(), alternatives: z.number().int() },
    }),
  ),
  fixes: z.array(fixSchema.extend(sourceParts)),
});
const pathDetailSchema = z.object({ ...sourceParts, path: pathSchema, nodes: z.record(z.string(), nodeSchema) });
const exposureSchema = z.object({ exposure: z.array(exposedSchema) });

export const analysisRoutes: readonly RouteDefinition[] = [
  route({
    ...{ ...shared, id: 'listPaths', path: '/paths', summary: 'Attack paths of all sources, the gravest first' },
    query: z.object({ severity: many(severitySchema), query: many(z.string().max(100)), source: many(z.uuid()) }),
    response: pathsSchema,
    handle: async ({ team, asking, language, query }) => plain(pathsSchema, await listPaths(team, { asking, language }, query)),
  }),
  route({
    ...{ ...shared, id: 'getPath', path: '/paths/{id}', summary: 'An attack path with evidence and what to cut' },
    params: z.object({ id: z.string().max(100) }),
    response: pathDetailSchema,
    handle: async ({ team, asking, language, params }) => plain(pathDetailSchema, await readPath(team, { asking, language }, params.id)),
  }),
  route({
    ...{ ...shared, id: 'listExposure', path: '/exposure', summary: 'What is reached from the internet, and why' },
    response: exposureSchema,
    handle: async ({ team, asking, language }) => plain(exposureSchema, { exposure: await listExposure(team, { asking, language }) }),
  }),
  route({
    ...{ ...shared, id: 'askWhoCan', path: '/sources/{id}/who-can', summary: 'Who can do an action on a resource' },
    params: idParams,
    query: z.object({ action: z.string().trim().min(1).max(200), resource: z.string().trim().min(1).max(2_000) }),
    response: answeredSchema,
    handle: ({ team, asking, language, signal, params, query }) =>
      askSource(team, asking, { sourceId: params.id, question: { kind: 'who-can', ...query }, language, signal }),
  }),
  route({
    ...{ ...shared, id: 'askWhatCan', path: '/sources/{id}/can', summary: 'What a principal can do' },
    params: idParams,
    query: z.object({ principal: z.string().trim().min(1).max(2_000) }),
    response: answeredSchema,
    handle: ({ team, asking, language, signal, params, query }) =>
      askSource(team, asking, { sourceId: params.id, question: { kind: 'can', ...query }, language, signal }),
  }),
  route({
    ...{
      ...shared,
      id: 'reviewAccess',
      path: '/sources/{id}/access-review',
      summary: 'Who has access, with last use and a word to decide by',
    },
    params: idParams,
    response: answeredSchema,
    handle: ({ team, asking, language, signal, params }) =>
      askSource(team, asking, { sourceId: params.id, question: { kind: 'review' }, language, signal }),
  }),
  route({
    ...{ ...shared, id: 'getDrift', path: '/sources/{id}/drift', summary: 'How code and account differed when they were last compared' },
    params: idParams,
    response: z.object({ drift: z.unknown() }),
    handle: async ({ team, asking, params }) => ({ drift: await readDrift(team, asking, params.id) }),
  }),
  route({
    ...{ id: 'compareSources', method: 'post', path: '/sources/{id}/drift', access: 'runs.start', tag: 'analysis' },
    summary: 'Compares code with what is live',
    params: idParams,
    body: z.object({ live: z.uuid() }),
    response: answeredSchema,
    handle: ({ team, asking, language, signal, params, body }) =>
      compareSources(team, asking, { codeId: params.id, liveId: body.live, language, signal }),
  }),
  route({
    ...{ ...shared, id: 'getRunDiagnostics', path: '/runs/{id}/diagnostics', summary: 'What a run could not read or understand' },
    params: idParams,
    response: z.object({
      total: z.number().int(),
      diagnostics: z.array(z.object({ severity: z.string(), code: z.string(), message: z.string(), ...placeParts })),
    }),
    handle: async ({ team, asking, params }) => {
      const { total, diagnostics } = await diagnosticsOf(team, asking, params.id);
      return { total, diagnostics: [...diagnostics] };
    },
  }),
];
