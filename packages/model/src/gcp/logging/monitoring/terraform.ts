import type { BlockReader, Leaf, ListItem, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { DeclaredResource } from '../../../declared.ts';
import type { ExportedLogs, LogMetric, LogMonitoring } from './shape.ts';

const sinkTypes = ['google_logging_project_sink', 'google_logging_folder_sink', 'google_logging_organization_sink'];
/** Block types by which a root module shows that it sets up the logging of a project. */
const loggingKinds: readonly (readonly string[])[] = [
  ['google_logging_metric'],
  ['google_monitoring_alert_policy'],
  sinkTypes,
  ['google_project_iam_audit_config', 'google_organization_iam_audit_config', 'google_folder_iam_audit_config'],
  ['google_logging_project_bucket_config'],
];

/** Source: hashicorp/google provider documentation of the resources named here, read 2026-11-22. */
export const terraform = defineTerraform<LogMonitoring>({
  types: [],
  anchor(context) {
    const present = loggingKinds.map((types) => types.flatMap((type) => context.all(type))).filter((blocks) => blocks.length > 0);
    return present.length >= 2 ? (present[0]?.[0] ?? null) : null;
  },
  read(anchor, context) {
    const alerted = alertedMetrics(context);
    return {
      metrics: {
        node: 'list',
        items: [...context.all('google_logging_metric').map((metric) => metricItem(metric, alerted)), ...matchedLogs(context)],
        rest: null,
        place: anchor.place,
      },
      sinks: { node: 'list', items: sinkTypes.flatMap((type) => context.all(type)).map(sinkItem), rest: null, place: anchor.place },
    };
  },
});

function metricItem(metric: BlockReader, alerted: AlertedMetrics): ListItem<LogMetric> {
  const node = object<LogMetric>(
    { filter: metric.text('filter', { required: true }), isAlerted: isAlerted(metric, alerted) },
    metric.place,
  );
  return { node, uncertain: metric.uncertain };
}

/** Metrics that alert policies name by reference, or by their name in a query; each with the policy. */
interface AlertedMetrics {
  readonly byReference: ReadonlyMap<DeclaredResource, BlockReader>;
  readonly byName: ReadonlyMap<string, BlockReader>;
  /** A policy whose conditions are not known. */
  readonly open: BlockReader | undefined;
}

const conditionKinds = [
  'condition_threshold',
  'condition_absent',
  'condition_monitoring_query_language',
  'condition_prometheus_query_language',
];

/** O(conditions). */
function alertedMetrics(context: ReaderContext): AlertedMetrics {
  const byReference = new Map<DeclaredResource, BlockReader>();
  const byName = new Map<string, BlockReader>();
  const policies = alertPolicies(context);
  for (const policy of policies) {
    const queries = policy.blocks('conditions').readers.flatMap((condition) => conditionKinds.map((kind) => condition.block(kind)));
    for (const query of queries) {
      const attribute = query.value('filter') ? 'filter' : 'query';
      for (const { resource } of context.targets(query.value(attribute), ['google_logging_metric']))
        if (resource) byReference.set(resource, policy);
      for (const [, name = ''] of (query.text(attribute).value ?? '').matchAll(/\/user\/([\w./-]+)/g)) byName.set(name, policy);
    }
  }
  return { byReference, byName, open: policies.find((policy) => policy.blocks('conditions').rest) };
}

function isAlerted(metric: BlockReader, { byReference, byName, open }: AlertedMetrics): Leaf<boolean> {
  if (metric.boolean('disabled', { default: false }).value === true) return explicit(false, metric.placeOf('disabled'));
  const policy = (metric.resource && byReference.get(metric.resource)) ?? byName.get(metric.string('name').value ?? '');
  if (policy) return explicit(true, policy.place);
  return open
    ? unresolved({ code: 'computed', detail: 'the conditions of an alert are not known' }, open.place)
    : byDefault(false, metric.place);
}

function alertPolicies(context: ReaderContext): readonly BlockReader[] {
  return context
    .all('google_monitoring_alert_policy')
    .filter((policy) => !policy.uncertain && policy.boolean('enabled', { default: true }).value === true);
}

/** Alerts on log entries need no metric. */
function matchedLogs(context: ReaderContext): readonly ListItem<LogMetric>[] {
  return alertPolicies(context).flatMap((policy) =>
    policy.blocks('conditions').readers.flatMap((condition) => {
      const matched = condition.block('condition_matched_log');
      if (!matched.exists) return [];
      const node = object<LogMetric>(
        { filter: matched.text('filter', { required: true }), isAlerted: explicit(true, policy.place) },
        matched.place,
      );
      return [{ node, uncertain: condition.uncertain }];
    }),
  );
}

function sinkItem(sink: BlockReader): ListItem<ExportedLogs> {
  const node = object<ExportedLogs>(
    { filter: sink.string('filter'), hasExclusions: sink.has('exclusions'), isDisabled: sink.boolean('disabled', { default: false }) },
    sink.place,
  );
  return { node, uncertain: sink.uncertain };
}
