/**
 * Conditions over resources and plain data: evaluations in a second of CPU time. `node bench/cel.ts`. Target: 300,000 a second for a condition of
 * an ordinary check.
 */
import type { AttrMap } from '@kumomori/model';
import { explicit, list, nowhere, object } from '@kumomori/model';
import { celOfData, celOfFields, compileCel, noTracker } from '@kumomori/engine';
import { readCel } from '@kumomori/parsers';

interface Group {
  readonly name: string;
  readonly encrypted: boolean;
  readonly status: string;
  readonly tags: AttrMap<string>;
  readonly rules: readonly { readonly port: number; readonly cidr: string }[];
}

const fields = object<Group>(
  {
    name: explicit('orders', nowhere),
    encrypted: explicit(true, nowhere),
    status: explicit('Enabled', nowhere),
    tags: { node: 'map', entries: new Map([['team', explicit('web', nowhere)]]), rest: null, place: nowhere },
    rules: list(
      Array.from({ length: 10 }, (_, index) =>
        object<{ readonly port: number; readonly cidr: string }>(
          { port: explicit(440 + index, nowhere), cidr: explicit('192.0.2.0/24', nowhere) },
          nowhere,
        ),
      ),
      nowhere,
    ),
  },
  nowhere,
);

const pod = celOfData({
  metadata: { name: 'orders', labels: { app: 'orders' } },
  spec: { hostNetwork: false, containers: [{ image: 'example.com/orders:1.2', securityContext: { privileged: false } }] },
});

const conditions: readonly (readonly [name: string, text: string])[] = [
  ['two attributes', "r.status == 'Enabled' && r.encrypted"],
  ['an optional one and a tag', "r.?status.orValue('') == 'Enabled' && 'team' in r.tags"],
  ['a pattern', "r.name.matches('^[a-z]+(-[a-z]+)*$')"],
  ['all of ten rules', "r.rules.all(x, x.port != 22 || x.cidr != '0.0.0.0/0')"],
  ['containers of a pod', 'd.spec.containers.all(c, !c.?securityContext.?privileged.orValue(false))'],
  ['arithmetic', '(1 + 2) * 3 - 4 / 2 == 7'],
];

const MILLISECONDS = 1000;

for (const [name, text] of conditions) {
  const read = readCel(text);
  if (read.kind === 'problem') throw new Error(read.problem.message.en);
  const program = compileCel(read.expression, ['r', 'd']);
  const once = (): unknown => {
    const tracker = noTracker();
    return program.evaluate([celOfFields(fields, { path: '', tracker, resource: null }), pod], tracker);
  };
  if (once() !== true) throw new Error(`${text} is ${String(once())}`);
  for (let index = 0; index < 20_000; index++) once();
  const before = process.cpuUsage();
  let count = 0;
  while (process.cpuUsage(before).user + process.cpuUsage(before).system < MILLISECONDS * 1000) {
    for (let index = 0; index < 5000; index++) once();
    count += 5000;
  }
  const { user, system } = process.cpuUsage(before);
  console.log(`${name.padEnd(28)} ${Math.round((count / (user + system)) * 1e6).toLocaleString('en')} evaluations/s`);
}
