/** Sigma rules, logs and threat intelligence: what the mutations of detection start from. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Random } from '../../bench/estate/random.ts';
import { documentOf } from '../../packages/app/src/detect/cases/case.ts';
import { modifierCases } from '../../packages/app/src/detect/cases/modifier-cases.ts';
import { structureCases } from '../../packages/app/src/detect/cases/structure-cases.ts';
import { textCases } from '../../packages/app/src/detect/cases/text-cases.ts';
import * as cloudTrail from '../../packages/model/src/events/samples/aws-cloudtrail.ts';
import * as network from '../../packages/model/src/events/samples/aws-network.ts';
import * as resources from '../../packages/model/src/events/samples/azure-resources.ts';
import * as azure from '../../packages/model/src/events/samples/azure.ts';
import * as google from '../../packages/model/src/events/samples/google.ts';
import type { Sample } from '../../packages/model/src/events/samples/sample.ts';
import * as services from '../../packages/model/src/events/samples/services.ts';
import { mutateBytes, mutateJson, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';

const DETECTIONS = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'packages/content/detections');
/** Our own rules are much alike: each of the cases of the syntax, and every twelfth of ours. */
const EVERY = 12;

/** A record of every kind and log. */
export const SAMPLES: readonly Sample[] = [cloudTrail, network, resources, azure, google, services].flatMap((each) =>
  Object.values(each).flat(),
);

let rules: readonly string[] | null = null;

function ruleTexts(): readonly string[] {
  rules ??= [
    ...[...modifierCases, ...structureCases, ...textCases].map(({ rule, logsource }) => documentOf(rule, logsource)),
    ...readdirSync(DETECTIONS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .toSorted()
      .filter((_, index) => index % EVERY === 0)
      .map((name) => readFileSync(join(DETECTIONS, name), 'utf8')),
    CORRELATION,
  ];
  return rules;
}

const CORRELATION = `title: Base
name: base
logsource: { product: aws, service: cloudtrail }
detection: { s: { eventName|startswith: Create }, condition: s }
---
title: Many
correlation: { type: temporal_ordered, rules: [base], group-by: [who], timespan: 10m, aliases: { who: { base: userIdentity.arn } }, condition: { gte: 2 } }
---
title: Values
correlation: { type: value_count, rules: [base], group-by: [userIdentity.arn], timespan: 1h, condition: { field: awsRegion, gt: 3, lt: 9 } }
---
title: Not from the office
logsource: { product: aws, service: cloudtrail }
filter: { rules: [base], s: { sourceIPAddress|cidr: 192.0.2.0/24 }, condition: not s }
`;

const SIGMA_PIECES =
  '|contains |all |re |cidr |base64offset |utf16le |windash |expand |fieldref |exists |gte |hour |neq |cased |i |m 1 of s* all of them of not and or ( ) near % * ? \\* \\\\ [a-z]+ (a+)+$ (?=x) .{0,9999} 0.0.0.0/0 ::/0 %who% null ~ [] {} - --- &a *a !!binary'.split(
    ' ',
  );

export function sigmaTexts(random: Random): Files {
  const [one, other] = [random.pick(ruleTexts()), random.pick(ruleTexts())];
  const shape = random.int(0, 3);
  const text =
    shape === 0
      ? mutateBytes(one, other, random)
      : shape === 1
        ? mutateTokens(one, random)
        : shape === 2
          ? withPieces(one, random)
          : `${one}---\n${withPieces(other, random)}`;
  return new Map([['rule.yml', text]]);
}

function withPieces(text: string, random: Random): string {
  let changed = text;
  for (let changes = random.int(1, 5); changes > 0; changes--) {
    const words = [...changed.matchAll(/[|:] ?|[\w.*-]+/g)];
    const word = words.length === 0 ? null : random.pick(words);
    if (!word) break;
    const piece = random.chance(0.02) ? random.pick(SIGMA_PIECES).repeat(2000) : random.pick(SIGMA_PIECES);
    changed = changed.slice(0, word.index) + (random.chance(0.5) ? piece : word[0] + piece) + changed.slice(word.index + word[0].length);
  }
  return changed;
}

const LINES: readonly string[] = [
  '2 123456789012 eni-0abc 192.0.2.5 203.0.113.9 44321 443 6 10 8400 1772356500 1772356560 ACCEPT OK\n',
  'version vpc-id srcaddr flow-direction encryption-status\n8 vpc-1 2001:db8::1 egress 1\n8 vpc-1 - ingress 0\n',
  '79a5 orders-bucket [06/Nov/2026:12:00:00 +0000] 192.0.2.3 79a5 3E57427F REST.GET.OBJECT a/b "GET /a/b?x=1 HTTP/1.1" 200 - 2 2 7 6 "-" "S3Console/0.4" - id SigV4 ECDHE-RSA AuthHeader orders-bucket.s3.amazonaws.com TLSv1.2 - -\n',
  'h2 2026-11-06T12:00:00.1Z app/orders/1 192.0.2.3:4711 198.51.100.2:80 0.0 0.1 0.0 200 200 34 366 "GET https://example.com:443/ HTTP/2.0" "curl" ECDHE TLSv1.2 arn:aws:x "Root=1" "example.com" "-" 1 2026-11-06T12:00:00Z "forward" "-" "-" "198.51.100.2:80" "200" "-" "-"\n',
  '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host)\n2026-11-06\t12:00:00\tNRT57\t5\t192.0.2.3\tGET\texample.com\n',
  'CreationDate,UserIds,Operations,AuditData\n2026-11-06T12:00:00Z,alice@example.com,FileAccessed,"{""Id"":""1"",""RecordType"":6,""Operation"":""FileAccessed"",""CreationTime"":""2026-11-06T12:00:00""}"\n',
];

/** Records of the samples in the wrappings of their services, whole and damaged. */
export function logTexts(random: Random): Files {
  const shape = random.int(0, 7);
  if (shape === 0) return new Map([['flow.log', mutateBytes(random.pick(LINES).repeat(random.int(1, 4)), random.pick(LINES), random)]]);
  const records = Array.from({ length: random.int(1, 4) }, () => random.pick(SAMPLES).event.record);
  const texts = records.map((record) => JSON.stringify(record));
  const whole = wrapped(texts, random);
  if (shape === 1) return new Map([['events.json', whole.slice(0, random.int(0, whole.length))]]);
  if (shape === 2) return new Map([['events.json', mutateBytes(whole, texts[0] ?? '', random)]]);
  if (shape === 3) return new Map([['events.jsonl', mutateBytes(`${texts.join('\n')}\n`, whole, random)]]);
  const odd = texts.map((text) => mutateJson(text, text, random));
  return new Map([['events.json', wrapped(odd, random)]]);
}

function wrapped(texts: readonly string[], random: Random): string {
  const list = `[${texts.join(',')}]`;
  const first = texts[0] ?? 'null';
  switch (random.int(0, 8)) {
    case 0:
      return list;
    case 1:
      return texts.join('\n');
    case 2:
      return `{"records":${list}}`;
    case 3:
      return JSON.stringify({
        messageType: 'DATA_MESSAGE',
        owner: '123456789012',
        logGroup: 'g',
        logEvents: texts.map((message) => ({ message })),
      });
    case 4:
      return `{"version":"0","detail-type":"x","source":"aws.x","detail":${first}}`;
    case 5:
      return JSON.stringify({ Type: 'Notification', Message: first });
    case 6:
      return JSON.stringify({ message: { data: Buffer.from(first).toString('base64') } });
    case 7:
      return `{"items":${list}}`;
    default:
      return `{"Records":${list}}`;
  }
}

const ATTRIBUTE = {
  uuid: '00000001-0000-4000-8000-000000000000',
  type: 'domain|ip',
  value: 'evil.test|203.0.113.9',
  to_ids: true,
  timestamp: '1793491200',
};
const STIX = {
  type: 'bundle',
  objects: [
    {
      type: 'indicator',
      id: 'indicator--1',
      pattern: "[ipv4-addr:value = '203.0.113.5'] REPEATS 2 TIMES WITHIN 60 SECONDS",
      pattern_type: 'stix',
      valid_from: '2026-01-01T00:00:00Z',
      valid_until: '2027-01-01T00:00:00Z',
      confidence: 80,
    },
    {
      type: 'indicator',
      id: 'indicator--2',
      pattern:
        "([file:hashes.'SHA-256' = 'aa' AND file:size >= 5] FOLLOWEDBY [url:value LIKE 'http%' OR domain-name:value MATCHES '^e.+$']) WITHIN 600 SECONDS",
      pattern_type: 'stix',
    },
    { type: 'malware', id: 'malware--1', name: 'Heron' },
    { type: 'relationship', id: 'relationship--1', relationship_type: 'indicates', source_ref: 'indicator--1', target_ref: 'malware--1' },
  ],
};
const MISP = {
  Event: {
    uuid: ATTRIBUTE.uuid,
    info: 'Heron',
    Orgc: { name: 'Orders' },
    Tag: [{ name: 'tlp:green' }],
    Attribute: [ATTRIBUTE],
    Object: [{ Attribute: [{ ...ATTRIBUTE, type: 'url', value: 'hxxp://EVIL.test:80/a#x' }] }],
  },
};
const WARNINGS = { name: 'resolvers', type: 'cidr', list: ['192.0.2.53', '198.51.100.0/24'], version: 1 };
const JSON_INTEL = [STIX, MISP, WARNINGS, ['203.0.113.5', 'evil.test'], { response: [MISP] }].map((each) => JSON.stringify(each));
const OPENIOC = `<?xml version="1.0"?><OpenIOC id="a"><metadata><short_description>Heron &amp; co</short_description></metadata><criteria><Indicator operator="OR"><IndicatorItem condition="is"><Context search="Network/DNS"/><Content type="string">evil[.]test</Content></IndicatorItem><Indicator operator="AND"><IndicatorItem condition="contains"><Context search="PortItem/remoteIP"/><Content>203.0.113.9</Content></IndicatorItem></Indicator></Indicator></criteria></OpenIOC>`;
const TEXT_INTEL = [
  OPENIOC,
  'indicator,confidence\n"203.0.113[.]5",90\nevil.test # x\n2001:db8::/32\n',
  'd41d8cd98f00b204e9800998ecf8427e\nhxxps://a[.]test/b\n',
];
const INTEL_PIECES =
  "[ ] ( ) ' AND OR NOT FOLLOWEDBY REPEATS WITHIN START STOP LIKE MATCHES EXISTS ISSUBSET t'2026' h'ff' 600 SECONDS <![CDATA[ ]]> <!DOCTYPE <!ENTITY &lol; &#x0; < > </ /> xmlns= hxxp [.] ::ffff: /33 /129".split(
    ' ',
  );

export function intelTexts(random: Random): Files {
  const shape = random.int(0, 4);
  if (shape < 2) return new Map([['intel.json', mutateJson(random.pick(JSON_INTEL), random.pick(JSON_INTEL), random)]]);
  const text = random.pick(shape === 2 ? JSON_INTEL : TEXT_INTEL);
  if (random.chance(0.5)) return new Map([['intel.txt', mutateBytes(text, random.pick(TEXT_INTEL), random)]]);
  const at = random.int(0, text.length);
  const piece = random.pick(INTEL_PIECES).repeat(random.chance(0.05) ? 3000 : random.int(1, 3));
  return new Map([['intel.txt', text.slice(0, at) + piece + text.slice(at)]]);
}
