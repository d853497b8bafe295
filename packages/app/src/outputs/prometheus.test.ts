import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistogramSample } from './index.ts';
import { observed, prometheusText, prometheusType } from './index.ts';

test('counters, gauges and histograms as a scraper reads them', () => {
  const bounds = [0.1, 0.5, 2];
  const empty: HistogramSample = { labels: { route: '/findings' }, counts: [], sum: 0 };
  const timed = [0.05, 0.1, 0.3, 9].reduce<HistogramSample>((sample, value) => observed(sample, value, bounds), empty);
  const text = prometheusText([
    {
      kind: 'counter',
      name: 'kumomori_deliveries_total',
      help: 'Deliveries by channel.\nSecond line \\ backslash.',
      samples: [
        { labels: { channel: 'slack', outcome: 'delivered' }, value: 12 },
        { labels: { channel: '"注文"\\\n' }, value: 0 },
      ],
    },
    { kind: 'gauge', name: 'kumomori_up', help: 'Whether it runs.', samples: [{ value: 1 }] },
    { kind: 'gauge', name: 'kumomori_odd', help: 'x', samples: [Number.NaN, Infinity, -Infinity, 1.5e21].map((value) => ({ value })) },
    { kind: 'histogram', name: 'kumomori_request_duration_seconds', help: 'Time of requests.', bounds, samples: [timed] },
  ]);
  assert.equal(
    text,
    `# HELP kumomori_deliveries_total Deliveries by channel.\\nSecond line \\\\ backslash.
# TYPE kumomori_deliveries_total counter
kumomori_deliveries_total{channel="slack",outcome="delivered"} 12
kumomori_deliveries_total{channel="\\"注文\\"\\\\\\n"} 0
# HELP kumomori_up Whether it runs.
# TYPE kumomori_up gauge
kumomori_up 1
# HELP kumomori_odd x
# TYPE kumomori_odd gauge
kumomori_odd NaN
kumomori_odd +Inf
kumomori_odd -Inf
kumomori_odd 1.5e+21
# HELP kumomori_request_duration_seconds Time of requests.
# TYPE kumomori_request_duration_seconds histogram
kumomori_request_duration_seconds_bucket{route="/findings",le="0.1"} 2
kumomori_request_duration_seconds_bucket{route="/findings",le="0.5"} 3
kumomori_request_duration_seconds_bucket{route="/findings",le="2"} 3
kumomori_request_duration_seconds_bucket{route="/findings",le="+Inf"} 4
kumomori_request_duration_seconds_sum{route="/findings"} 9.45
kumomori_request_duration_seconds_count{route="/findings"} 4
`,
  );
  assert.match(prometheusType, /^text\/plain; version=0\.0\.4/);
});

test('names that a scraper would refuse are a fault of ours', () => {
  const gauge = (name: string, labels: Readonly<Record<string, string>> = {}): string =>
    prometheusText([{ kind: 'gauge', name, help: '', samples: [{ labels, value: 1 }] }]);
  for (const name of ['', '1st', 'a-b', 'a b', 'a\n']) assert.throws(() => gauge(name), TypeError, name);
  for (const label of ['', 'a-b', '__name__', '1']) assert.throws(() => gauge('fine', { [label]: 'x' }), TypeError, label);
  const one = { kind: 'gauge', name: 'twice', help: '', samples: [] } as const;
  assert.throws(() => prometheusText([one, one]), TypeError);
});
