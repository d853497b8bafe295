/** Incidents, investigations, readiness. */
import { z } from 'zod';
import { incidentStates, investigate, listIncidents, moveIncident, readIncident, readiness } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

const textSchema = z.object({ en: z.string(), ja: z.string() });
const stateSchema = z.enum(incidentStates);
const maybe = z.string().nullable();
const texts = z.array(z.string());
const count = z.number().int();
const tag = 'incidents';

const itemSchema = z.object({
  id: z.string(),
  title: textSchema,
  severity: z.string(),
  state: stateSchema,
  principal: maybe,
  account: maybe,
  departmentId: maybe,
  firstSeen: z.string(),
  lastSeen: z.string(),
  eventCount: count,
  techniques: texts,
});
const detailSchema = itemSchema.extend({
  because: z.object({ en: texts, ja: texts }),
  tactics: texts,
  principals: texts,
  sourceIps: texts,
  ruleIds: texts,
  sourceName: maybe,
  matchCount: count,
  matches: z.array(
    z.object({
      ...{ title: textSchema, level: z.string(), technique: texts, time: maybe, eventId: maybe, source: maybe, account: maybe },
      ...{ region: maybe, principal: maybe, sourceIp: maybe, action: maybe },
    }),
  ),
  notes: z.array(z.object({ at: z.string(), actor: z.string(), state: z.string(), note: maybe })),
});

/** Of what `investigate --format json` tells, what the page shows. */
const investigationSchema = z.object({
  entity: z.object({ kind: z.string() }).loose(),
  summary: z.object({
    ...{ events: count, direct: count, first: maybe, last: maybe, failures: count, matches: count, worst: maybe, techniques: texts },
  }),
  news: z.object({
    baselineEvents: count,
    baselineFrom: maybe,
    facts: z.array(z.object({ kind: z.string(), value: z.string(), first: z.string(), count })),
  }),
  peers: z.array(
    z.object({ principal: z.string(), ties: z.array(z.object({ tie: z.string(), value: z.string(), events: count })), events: count }),
  ),
  openQuestions: z.array(z.object({ id: z.string(), message: z.string() })),
  timeline: z.array(
    z.object({
      ...{ time: maybe, relation: z.string(), outcome: z.string(), action: maybe, service: maybe, resource: maybe, principal: maybe },
      ...{ sourceIp: maybe, account: maybe, region: maybe, error: maybe, eventId: maybe, isNew: texts },
      rules: z.array(z.object({ title: z.string(), level: z.string(), technique: texts })),
    }),
  ),
});

const readinessAnswer = z.enum(['answerable', 'partly', 'not', 'unknown']);
const readinessSchema = z.object({
  sources: texts,
  score: z.number().nullable(),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      why: z.string(),
      answer: readinessAnswer.nullable(),
      subjects: z.array(
        z.object({
          subject: z.string(),
          answer: readinessAnswer,
          gaps: z.array(
            z.object({
              ...{ checkId: z.string(), address: z.string(), file: z.string(), line: count, message: z.string() },
              fix: z.object({ summary: z.string(), patch: maybe }),
            }),
          ),
        }),
      ),
    }),
  ),
});
/** Events of one answer; all are counted. */
const MAX_TIMELINE = 1_000;
const MAX_SUBJECTS = 100;
const when = z.string().max(40).optional();

export const incidentRoutes: readonly RouteDefinition[] = [
  route({
    ...{ id: 'listIncidents', method: 'get', path: '/incidents', access: 'incidents.read', tag, summary: 'Incidents, the gravest first' },
    query: z.object({
      state: z.preprocess(
        (value) => (value === undefined || Array.isArray(value) ? value : [value]),
        z.array(stateSchema).max(4).optional(),
      ),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.object({ items: z.array(itemSchema), counts: z.array(z.object({ state: stateSchema, count })) }),
    async handle({ team, asking, query }) {
      const { items, counts } = await listIncidents(team, asking, query);
      return { items: items.map((each) => ({ ...each, techniques: [...each.techniques] })), counts: [...counts] };
    },
  }),
  route({
    ...{ id: 'getIncident', method: 'get', path: '/incidents/{id}', access: 'incidents.read', tag, summary: 'An incident with its story' },
    params: z.object({ id: z.string().max(200) }),
    response: detailSchema,
    handle: async ({ team, asking, params }) => detailSchema.parse(await readIncident(team, asking, params.id)),
  }),
  route({
    ...{
      id: 'moveIncident',
      method: 'post',
      path: '/incidents/{id}/state',
      access: 'incidents.handle',
      tag,
      summary: 'Says what becomes of it',
    },
    params: z.object({ id: z.string().max(200) }),
    body: z.object({ state: stateSchema, note: z.string().trim().max(4_000).nullable().default(null) }),
    handle: ({ team, asking, params, body }) => moveIncident(team, asking, { ...body, id: params.id }),
  }),
  route({
    ...{
      id: 'investigate',
      method: 'get',
      path: '/investigation',
      access: 'incidents.read',
      tag,
      summary: 'What somebody did, by the lake',
    },
    query: z.object({ entity: z.string().trim().min(1).max(500), from: when, to: when }),
    response: investigationSchema,
    async handle({ team, asking, query: { entity, from = null, to = null }, language, signal }) {
      const report = await investigate(team, asking, { entity, from, to, language, signal });
      return investigationSchema.parse({ ...report, timeline: report.timeline.slice(0, MAX_TIMELINE) });
    },
  }),
  route({
    ...{
      id: 'getReadiness',
      method: 'get',
      path: '/readiness',
      access: 'incidents.read',
      tag,
      summary: 'Which questions the logs could answer',
    },
    response: readinessSchema.nullable(),
    async handle({ team, asking, language, signal }) {
      const answer = await readiness(team, asking, { language, signal });
      if (answer === null) return null;
      const questions = answer.report.questions.map((each) => ({ ...each, subjects: each.subjects.slice(0, MAX_SUBJECTS) }));
      return readinessSchema.parse({ ...answer.report, questions, sources: answer.sources });
    },
  }),
];
