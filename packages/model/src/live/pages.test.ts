import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCutOff, joined, withoutPage } from './pages.ts';

test('pages of one question are one answer', () => {
  const pages = [
    { MFADevices: [{ SerialNumber: 'a' }], IsTruncated: true, Marker: 'x' },
    { MFADevices: [{ SerialNumber: 'b' }], IsTruncated: false },
  ];
  assert.deepEqual(joined(pages), { MFADevices: [{ SerialNumber: 'a' }, { SerialNumber: 'b' }], IsTruncated: true, Marker: 'x' });
});

test('lists one level down are joined too', () => {
  const pages = [{ KeyList: { Items: ['a'], Quantity: 1 } }, { KeyList: { Items: ['b'], Quantity: 1 } }];
  assert.deepEqual(joined(pages), { KeyList: { Items: ['a', 'b'], Quantity: 1 } });
});

test('a page is asked for like the first one, but for its token', () => {
  assert.deepEqual(withoutPage({ UserName: 'alice', Marker: 'x' }), { UserName: 'alice' });
  const request = { UserName: 'alice' };
  assert.equal(withoutPage(request), request);
});

test('a page that names one after it which nobody asked for is the end of what is known', () => {
  const first = { request: {}, response: { Keys: ['a'], NextToken: 'x' } };
  assert.equal(isCutOff([first]), true);
  assert.equal(isCutOff([first, { request: { NextToken: 'x' }, response: { Keys: ['b'] } }]), false);
  assert.equal(isCutOff([{ request: {}, response: { Marker: 'x', IsTruncated: true } }]), true);
  assert.equal(isCutOff([{ request: { Marker: 'x' }, response: { Marker: 'x', IsTruncated: false } }]), false);
});
