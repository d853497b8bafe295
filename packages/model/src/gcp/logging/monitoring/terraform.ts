import type { BlockReader, Leaf, ListItem, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
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
    return {
      metrics: {
        node: 'list',
        items: [...context.all('google_logging_metric').map((metric) => metricItem(metric, context)), ...matchedLogs(context)],
        rest: null,
        place: anchor.place,
      },
      sinks: { node: 'list', items: sinkTypes.flatMap((type) => context.all(type)).map(sinkItem), rest: null, place: anchor.place },
    };
  },
});

function metricItem(metric: BlockReader, context: ReaderContext): ListItem<LogMetric> {
  const node = object<LogMetric>(
    { filter: metric.text('filter', { required: true }), isAlerted: isAlerted(metric, context) },
    metric.place,
  );
  return { node, uncertain: metric.uncertain };
}

/** An alert policy names the metric by reference, or by its name in the filter. */
function isAlerted(metric: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (metric.boolean('disabled', { default: false }).value === true) return explicit(false, metric.placeOf('disabled'));
  const label = metric.string('name').value;
  for (const policy of alertPolicies(context)) {
    for (const condition of policy.blocks('conditions').readers) {
      for (const kind of [
        'condition_threshold',
        'condition_absent',
        'condition_monitoring_query_language',
        'condition_prometheus_query_language',
      ]) {
        const query = condition.block(kind);
        const attribute = query.value('filter') ? 'filter' : 'query';
        const named = context
          .targets(query.value(attribute), ['google_logging_metric'])
          .some(({ resource }) => resource === metric.resource);
        const isText = label !== undefined && query.text(attribute).value?.includes(`/user/${label}`) === true;
        if (named || isText) return explicit(true, policy.place);
      }
    }
  }
  const open = context.all('google_monitoring_alert_policy').find((policy) => policy.blocks('conditions').rest);
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
