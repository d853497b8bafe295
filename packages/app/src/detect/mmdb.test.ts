/** Databases of addresses: what is found, and files that are none. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mmdbFile } from '../testing/index.ts';
import { openGeoip } from './geoip.ts';
import { openMmdb } from './mmdb.ts';

const cities = mmdbFile({
  '192.0.2.0/24': { country: { iso_code: 'JP' }, location: { latitude: 35.68, longitude: 139.69 } },
  '203.0.113.0/25': { country: { iso_code: 'BR' }, location: { latitude: -23.55, longitude: -46.63 } },
});
const providers = mmdbFile({ '192.0.2.0/24': { autonomous_system_number: 64500, autonomous_system_organization: 'Example Net' } });

test('an address has the record of its prefix, and none outside', () => {
  const database = openMmdb(cities);
  assert.deepEqual(database?.get('192.0.2.77'), { country: { iso_code: 'JP' }, location: { latitude: 35.68, longitude: 139.69 } });
  assert.equal(database?.get('203.0.113.200'), undefined);
  assert.equal(database?.get('2001:db8::1'), undefined);
  assert.equal(database?.get('no address'), undefined);
});

test('several files together say where an address is and whose', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-geoip-'));
  try {
    writeFileSync(join(folder, 'city.mmdb'), cities);
    writeFileSync(join(folder, 'asn.mmdb'), providers);
    writeFileSync(join(folder, 'none.mmdb'), 'text');
    const { placeOf, bad } = openGeoip(['city.mmdb', 'asn.mmdb', 'none.mmdb', 'missing.mmdb'], folder);
    assert.deepEqual(bad, ['none.mmdb', 'missing.mmdb']);
    const place = { country: 'JP', asn: 64500, organization: 'Example Net', latitude: 35.68, longitude: 139.69 };
    assert.deepEqual(placeOf?.('192.0.2.77'), place);
    assert.equal(placeOf?.('198.51.100.1'), null);
    assert.equal(openGeoip([], folder).placeOf, null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a damaged file answers nothing or something, and never throws', () => {
  for (let at = 0; at < cities.length; at++)
    for (const value of [0, 0xff, 0x20, 0xe0]) {
      const bytes = Buffer.from(cities);
      bytes[at] = value;
      openMmdb(bytes)?.get('192.0.2.77');
    }
  for (let length = 0; length < cities.length; length += 7) openMmdb(cities.subarray(0, length))?.get('192.0.2.77');
});
