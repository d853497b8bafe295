import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { frameworkReport } from '../testing/framework-report.ts';
import { frameworkOscal, tokenOf } from './oscal.ts';

// The parts of the assessment results model of OSCAL 1.1.2 that we write, by hand from
// https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/assessment-results/json-reference/ and the examples of usnistgov/oscal-content.
// Stricter than NIST's own schema where it allows more than we write.
const uuid = { type: 'string', pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const line = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const text = { type: 'string', minLength: 1 };
const time = {
  type: 'string',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
const object = (required: object, optional: object = {}): object => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const list = (items: object): object => ({ type: 'array', items, minItems: 1 });
const props = list(object({ name: token, value: line }, { ns: { type: 'string', pattern: '^https://' } }));
const result = object(
  {
    uuid,
    title: text,
    description: text,
    start: time,
    'reviewed-controls': object({
      'control-selections': list(object({}, { description: text, 'include-controls': list(object({ 'control-id': token })) })),
    }),
  },
  {
    end: time,
    'local-definitions': object({ 'inventory-items': list(object({ uuid, description: text }, { props })) }),
    observations: list(
      object(
        { uuid, description: text, methods: list({ enum: ['EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN'] }), collected: time },
        {
          title: text,
          props,
          types: list(token),
          subjects: list(object({ 'subject-uuid': uuid, type: token })),
          'relevant-evidence': list(object({ description: text })),
          remarks: text,
        },
      ),
    ),
    findings: list(
      object(
        {
          uuid,
          title: text,
          description: text,
          target: object({
            type: { enum: ['statement-id', 'objective-id'] },
            'target-id': token,
            status: object({ state: { enum: ['satisfied', 'not-satisfied'] } }, { reason: token, remarks: text }),
          }),
        },
        { props, 'related-observations': list(object({ 'observation-uuid': uuid })) },
      ),
    ),
  },
);
const schema = object({
  'assessment-results': object(
    {
      uuid,
      metadata: object(
        { title: text, 'last-modified': time, version: line, 'oscal-version': line },
        {
          links: list(object({ href: { type: 'string' } }, { rel: token })),
          roles: list(object({ id: token, title: text })),
          parties: list(object({ uuid, type: { enum: ['person', 'organization'] } }, { name: line })),
          remarks: text,
        },
      ),
      'import-ap': object({ href: { type: 'string' } }, { remarks: text }),
      results: list(result),
    },
    {
      'back-matter': object(
        {},
        {
          resources: list(
            object(
              { uuid, base64: object({ filename: token, 'media-type': line, value: text }) },
              { title: text, description: text, props },
            ),
          ),
        },
      ),
    },
  ),
});

for (const language of ['en', 'ja'] as const) {
  test(`assessment results are as OSCAL 1.1.2 has them (${language})`, () => {
    const ajv = new Ajv2020({ allErrors: true });
    const isValid = ajv.compile(schema);
    isValid(JSON.parse(frameworkOscal(frameworkReport, language)));
    assert.deepEqual(isValid.errors, null);
  });
}

test('every reference leads to something, and no id is there twice', () => {
  const text = frameworkOscal(frameworkReport, 'en');
  const ids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  const named = [...text.matchAll(/"(?:subject|observation)-uuid": "([^"]+)"|"href": "#([^"]+)"/g)].map(
    ([, id, resource]) => id ?? resource,
  );
  assert.deepEqual(
    named.filter((id) => !ids.includes(id)),
    [],
  );
});

test('satisfied is what passed or was answered as met; what nobody looked at has no finding', () => {
  const { findings } = JSON.parse(frameworkOscal(frameworkReport, 'en'))['assessment-results'].results[0];
  assert.deepEqual(
    findings.map(({ target }: { target: { 'target-id': string; status: { state: string; reason: string } } }) => [
      target['target-id'],
      target.status.state,
      target.status.reason,
    ]),
    [
      ['_1.1', 'satisfied', 'pass'],
      ['_1.10', 'not-satisfied', 'fail'],
      ['_1.2', 'not-satisfied', 'other'],
      ['_2.2', 'satisfied', 'other'],
    ],
  );
});

test('the same report makes the same document', () => {
  assert.equal(frameworkOscal(frameworkReport, 'en'), frameworkOscal(frameworkReport, 'en'));
});

test('control numbers become tokens, those of SP 800-53 as NIST writes them', () => {
  assert.deepEqual(['AC-2(1)', 'AC-2', '1.10', 'A.5.1', 'AC-3(3)(b)(1)', '164.308(a)(8)', 'GV.OC-01'].map(tokenOf), [
    'ac-2.1',
    'ac-2',
    '_1.10',
    'A.5.1',
    'AC-3_3__b__1_',
    '_164.308_a__8_',
    'GV.OC-01',
  ]);
});
