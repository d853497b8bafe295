/** Numbers for Prometheus: with a token that has the scope `metrics.read`, also at /metrics. */
import { metricsText, metricsType } from '../../../team/index.ts';
import type { RouteDefinition } from '../definition.ts';
import { route } from '../definition.ts';

export const metricsRoute: RouteDefinition = route({
  ...{
    id: 'getMetrics',
    method: 'get',
    path: '/metrics',
    access: 'metrics.read',
    tag: 'operation',
    summary: 'Numbers of the server as Prometheus reads them',
  },
  async handle({ team, asking }) {
    return { raw: true, headers: { 'content-type': metricsType }, body: await metricsText(team, asking) };
  },
});
