import type { BlockReader, ListItem } from '../../../code/index.ts';
import { defineLive, object } from '../../../code/index.ts';
import type { ExportedLogs, LogMonitoring } from './shape.ts';
import { terraform } from './terraform.ts';

/** Live every project is judged, whatever it has, and sinks of the folders and the organization above it take its entries too. */
export const live = defineLive<LogMonitoring>({
  ...terraform,
  anchor: (context) => context.all('google_project')[0] ?? null,
  read(anchor, context) {
    const own = terraform.read(anchor, context);
    if (own.sinks.node !== 'list') return own;
    const above = context.all('google_logging_aggregated_sink').map(sinkItem);
    return { ...own, sinks: { ...own.sinks, items: [...own.sinks.items, ...above] } };
  },
});

function sinkItem(sink: BlockReader): ListItem<ExportedLogs> {
  const node = object<ExportedLogs>(
    { filter: sink.string('filter'), hasExclusions: sink.has('exclusions'), isDisabled: sink.boolean('disabled', { default: false }) },
    sink.place,
  );
  return { node, uncertain: sink.uncertain };
}
