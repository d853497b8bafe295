/** Documents of others: what is read of them, and that nothing of them breaks the reader. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StixObservation } from '@kumomori/model';
import { stixPatternText } from '@kumomori/model';
import { readIntel, readStixPattern } from './index.ts';

const shape = (node: unknown): unknown => JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'at' ? undefined : value)));

describe('STIX patterns', () => {
  const same: readonly string[] = [
    "[ipv4-addr:value = '198.51.100.1/32' OR ipv4-addr:value = '203.0.113.33/32']",
    "[file:hashes.'SHA-256' = 'aa' AND file:size >= 25536]",
    '([a:b = 1] FOLLOWEDBY [a:b != 2.5]) WITHIN 600 SECONDS',
    "[a:b NOT IN ('x', 'y')] REPEATS 5 TIMES WITHIN 1800 SECONDS",
    "([a:b LIKE '%x_'] AND [a:c MATCHES '^y$']) OR [a:d ISSUBSET '192.0.2.0/24']",
    "[a:b.c[*].d[0].'e f' ISSUPERSET '192.0.2.0/24'] START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00.5Z'",
    "[NOT EXISTS a:b AND (a:c < 1 OR a:d > t'2026-01-01T00:00:00Z') AND a:e = true AND a:f = h'ffee' AND a:g = b'YWJj']",
    String.raw`[a:b = 'it\'s \\ here']`,
  ];
  for (const text of same)
    test(text, () => {
      const first = readStixPattern(text);
      assert.ok(first.pattern, JSON.stringify(first.error));
      assert.deepEqual(shape(readStixPattern(stixPatternText(first.pattern)).pattern), shape(first.pattern));
    });

  test('AND binds more than OR, OR more than FOLLOWEDBY', () => {
    const text = (node: StixObservation): string =>
      node.op === 'observe' ? 'x' : 'items' in node ? `(${node.items.map((item) => text(item)).join(` ${node.op} `)})` : node.op;
    const { pattern } = readStixPattern('[a:b = 1] FOLLOWEDBY [a:b = 2] OR [a:b = 3] AND [a:b = 4]');
    assert.ok(pattern);
    assert.equal(text(pattern), '(x followed-by (x or (x and x)))');
  });

  const wrong: readonly (readonly [string, number])[] = [
    ['', 0],
    ['[a:b = ]', 7],
    ['[a:b = 1', 8],
    ['[a = 1]', 3],
    ['[a:b LIKE 1]', 10],
    ['[a:b = 1] WITHIN 0 SECONDS', 17],
    ['[a:b = 1] REPEATS 2.5 TIMES', 18],
    ["[a:b = 'open]", 7],
    ['[a:b > true]', 7],
    ["[a:b = 1] START t'2026-01-02T00:00:00Z' STOP t'2026-01-01T00:00:00Z'", 10],
    ['[a:b = 1] and [a:b = 2]', 10],
  ];
  for (const [text, at] of wrong) test(`${text} is wrong at ${at}`, () => assert.equal(readStixPattern(text).error?.at, at));

  test('a thousand brackets are refused, not followed', () => {
    assert.match(readStixPattern(`${'('.repeat(5000)}[a:b = 1]${')'.repeat(5000)}`).error?.message ?? '', /nested too deeply/);
  });
});

test('OpenIOC: what must hold together stays together, terms that no log shows are named with their line', () => {
  const item = (search: string, content: string, condition = 'is'): string =>
    `<IndicatorItem condition="${condition}"><Context search="${search}"/><Content type="x">${content}</Content></IndicatorItem>`;
  const text = `<?xml version="1.0"?>
<OpenIOC id="ioc-1" last-modified="2026-11-01T00:00:00"><metadata><short_description>Heron &amp; co</short_description></metadata>
<criteria><Indicator operator="OR">
${item('Network/DNS', 'evil[.]test')}
${item('RegistryItem/Path', 'x')}
<Indicator operator="AND">${item('PortItem/remoteIP', '203.0.113.9')}${item('PortItem/remotePort', '4444')}</Indicator>
</Indicator></criteria></OpenIOC>`;
  const { kind, indicators, problems } = readIntel(text, 'a.ioc');
  assert.equal(kind, 'openioc');
  assert.deepEqual(
    [indicators[0]?.title, indicators[0]?.pattern],
    ['Heron & co', "[domain-name:value = 'evil.test' OR (ipv4-addr:value = '203.0.113.9' AND network-traffic:dst_port = 4444)]"],
  );
  assert.deepEqual(problems, [{ code: 'unsupported-term', detail: 'RegistryItem/Path', line: 5 }]);
});

test('MISP: only what is for detection, with tags of event and attribute, galaxies and decay', () => {
  const attribute = (uuid: number, type: string, value: string, more: object = {}): object => ({
    ...{ uuid: `0000000${uuid}-0000-4000-8000-000000000000`, type, value, to_ids: true, timestamp: '1793491200' },
    ...more,
  });
  const event = {
    Event: {
      ...{ uuid: '00000000-0000-4000-8000-000000000000', info: 'Heron', Orgc: { name: 'CERT Orders' } },
      Tag: [{ name: 'tlp:green' }, { name: 'misp:confidence-level="usually-confident"' }],
      Attribute: [
        attribute(1, 'domain|ip', 'evil.test|203.0.113.9', { Tag: [{ name: 'tlp:red' }, { name: 'misp-galaxy:threat-actor="Heron"' }] }),
        attribute(2, 'ip-dst', '203.0.113.0/24', { to_ids: false }),
        attribute(3, 'filename|sha1', 'a.exe|DA39A3EE5E6B4B0D3255BFEF95601890AFD80709', { decay_score: [{ score: 12.4, decayed: false }] }),
        attribute(4, 'ip-dst', 'not an address'),
      ],
      Object: [{ Attribute: [attribute(5, 'url', 'hxxp://EVIL.test:80/a#x', { deleted: true })] }],
    },
  };
  const { kind, indicators, problems } = readIntel(JSON.stringify(event), 'event.json');
  assert.equal(kind, 'misp');
  assert.deepEqual(
    indicators.map(({ source, observables, tlp, confidence, revoked, related }) => [
      ...[source, observables.map(({ value }) => value), tlp, confidence, revoked, related.map(({ name }) => name)],
    ]),
    [
      ['CERT Orders', ['evil.test', '203.0.113.9'], 'red', 75, false, ['Heron']],
      ['CERT Orders', ['da39a3ee5e6b4b0d3255bfef95601890afd80709'], 'green', 12, false, []],
      ['CERT Orders', ['http://evil.test/a'], 'green', 75, true, []],
    ],
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['no-observable'],
  );
});

test('what cannot be seen in a pattern is named in a few words, however long it is', () => {
  const pattern = `[${'x'.repeat(5000)}:value = 'a']`;
  const { problems } = readIntel(JSON.stringify({ type: 'indicator', id: 'indicator--1', pattern, pattern_type: 'stix' }), 'a.json');
  assert.equal(problems[0]?.code, 'unsupported-pattern');
  assert.ok((problems[0]?.detail.length ?? 0) < 200);
});

test('other files of a feed are recognized for what they are', () => {
  const uuid = '00000000-0000-4000-8000-000000000000';
  const kinds = [
    JSON.stringify({ [uuid]: { timestamp: 1, info: 'x' } }),
    `d41d8cd98f00b204e9800998ecf8427e,${uuid}\n`,
    JSON.stringify({ name: 'resolvers', type: 'cidr', list: ['192.0.2.53'], version: 1 }),
    '# only a comment\n',
  ].map((text) => readIntel(text, 'x').kind);
  assert.deepEqual(kinds, ['index', 'index', 'warning-list', 'unknown']);
});

/** Small, fast, and the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SEEDS = [
  `{"type":"bundle","objects":[{"type":"indicator","id":"indicator--1","pattern":"[ipv4-addr:value = '203.0.113.5'] REPEATS 2 TIMES","pattern_type":"stix"}]}`,
  `{"Event":{"uuid":"00000000-0000-4000-8000-000000000000","Attribute":[{"uuid":"00000000-0000-4000-8000-000000000001","type":"url","value":"hxxp://a.test","to_ids":true}]}}`,
  '<OpenIOC id="a"><criteria><Indicator operator="OR"><IndicatorItem condition="is"><Context search="Network/DNS"/><Content>a.test</Content></IndicatorItem></Indicator></criteria></OpenIOC>',
  'indicator,confidence\n"203.0.113[.]5",90\nevil.test # x\n2001:db8::/32\n',
  "([a:b.c[*] NOT LIKE 'x' OR EXISTS a:'d e'] FOLLOWEDBY [a:b IN (1, 't')]) WITHIN 5 SECONDS",
];
const PIECES = [
  '"',
  '\\',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '&#0;',
  '&amp;',
  '<!--',
  '<![CDATA[',
  "'",
  '\u0000',
  '\uD800',
  '()',
  ':',
  '%',
  '-',
  '/32',
  '\n',
  'null',
  '1e999',
];

test('changed at random, no document makes a reader throw, and reading again says the same', () => {
  const next = chance(7);
  for (let run = 0; run < 4000; run++) {
    let text = SEEDS[run % SEEDS.length] ?? '';
    for (let edit = next(4); edit >= 0; edit--) {
      const at = next(text.length + 1);
      const piece = PIECES[next(PIECES.length)] ?? '';
      text = text.slice(0, at) + (next(3) === 0 ? '' : piece) + text.slice(at + next(6));
    }
    assert.deepEqual(readIntel(text, 'x'), readIntel(text, 'x'));
    const { pattern, error } = readStixPattern(text);
    if (pattern) assert.ok(readStixPattern(stixPatternText(pattern)).pattern, text);
    else assert.ok(error.at >= 0 && error.at <= text.length && error.message !== '', text);
  }
});

test('long runs of one character are read in one go', () => {
  for (const piece of ['[', '(', '<a>', '<', '"', ',', 'a.', ':', '/', '\\', "'", '%20', '[.]', 'hxxp://', '0', '-', '/*', '&', '\n', ';,'])
    for (const text of [piece.repeat(50_000), `${piece.repeat(50_000)}x`, `[a:b = '${piece.repeat(50_000)}`]) {
      readIntel(text, 'x');
      readStixPattern(text);
    }
});
