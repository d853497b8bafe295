import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catchesEvents } from './audit-alert.ts';

const cases: readonly (readonly [
  name: string,
  pattern: string,
  events: readonly string[],
  source: string | undefined,
  expected: boolean,
])[] = [
  [
    'each event by name',
    '{ ($.eventName = StopLogging) || ($.eventName = "DeleteTrail") }',
    ['StopLogging', 'DeleteTrail'],
    undefined,
    true,
  ],
  ['without spaces', '{($.eventName=StopLogging)||($.eventName=DeleteTrail)}', ['StopLogging', 'DeleteTrail'], undefined, true],
  ['one is left out', '{ $.eventName = StopLogging }', ['StopLogging', 'DeleteTrail'], undefined, false],
  ['a wildcard stands for several', '{ $.eventName = "Delete*Policy" }', ['DeleteRolePolicy', 'DeleteUserPolicy'], undefined, true],
  ['names are told apart by case', '{ $.eventName = stoplogging }', ['StopLogging'], undefined, false],
  ['an excluded event is not caught', '{ $.eventName != StopLogging }', ['StopLogging'], undefined, false],
  ['the whole service', '{ $.eventSource = kms.amazonaws.com }', ['DisableKey'], 'kms.amazonaws.com', true],
  ['another service', '{ $.eventSource = s3.amazonaws.com }', ['DisableKey'], 'kms.amazonaws.com', false],
  [
    'a service and some of its events',
    '{ ($.eventSource = kms.amazonaws.com) && ($.eventName = DisableKey) }',
    ['ScheduleKeyDeletion'],
    'kms.amazonaws.com',
    false,
  ],
  ['no pattern at all', '', ['DisableKey'], 'kms.amazonaws.com', false],
];

for (const [name, pattern, events, source, expected] of cases) {
  test(`which events a filter pattern catches: ${name}`, () => {
    assert.equal(catchesEvents(pattern, events, source), expected);
  });
}
