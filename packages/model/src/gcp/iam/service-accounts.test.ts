import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLE, toTextWithHoles } from '../../code/index.ts';
import type { UnknownValue, Value } from '../../value.ts';
import { listValue, stringValue, unknownValue } from '../../value.ts';
import { namedServiceAccounts } from './service-accounts.ts';

function later(address: string, attribute: string): UnknownValue {
  return { ...unknownValue('computed', `${address}.${attribute} is known after apply`), refs: [{ address, attribute }] };
}
function template(...parts: readonly (string | UnknownValue)[]): Value {
  return { ...stringValue(''), kind: 'template', parts };
}

const cases: readonly (readonly [string, Value, unknown])[] = [
  [
    'the default account of Compute Engine by data source',
    template('serviceAccount:', later('data.google_compute_default_service_account.default', 'email')),
    `serviceAccount:${HOLE}-compute@developer.gserviceaccount.com`,
  ],
  [
    'that of App Engine in a module',
    later('module.base.data.google_app_engine_default_service_account.default', 'email'),
    `${HOLE}@appspot.gserviceaccount.com`,
  ],
  ['the member of an account that the code makes', later('google_service_account.web', 'member'), `serviceAccount:${HOLE}`],
  ['the writer of a sink', later('google_logging_project_sink.all', 'writer_identity'), `serviceAccount:${HOLE}`],
  ['a text stays what it is', stringValue('group:web@example.com'), 'group:web@example.com'],
];

for (const [name, value, expected] of cases) {
  test(`service accounts that are not known yet: ${name}`, () => {
    assert.equal(toTextWithHoles(namedServiceAccounts(value)), expected);
  });
}

test('an unknown value that may be anybody stays unknown, also in a list', () => {
  const anybody = unknownValue('unset-variable', 'variable "member" has no value');
  const named = namedServiceAccounts(listValue([anybody, stringValue('allUsers')]));
  assert.deepEqual(named.kind === 'list' && named.items.map(({ kind }) => kind), ['unknown', 'string']);
});
