import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base32, hotp, otpauthUri, totpStep } from './totp.ts';

/** The secret of the examples in RFC 4226 appendix D and RFC 6238 appendix B. */
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

test('codes are those of the examples in RFC 4226 and RFC 6238', () => {
  const counted = Array.from({ length: 10 }, (_, counter) => hotp(secret, counter));
  assert.deepEqual(counted.join(' '), '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489');
  const timed: readonly (readonly [number, string])[] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ];
  for (const [seconds, code] of timed) assert.equal(hotp(secret, Math.floor(seconds / 30), 8), code);
});

test('a code is taken one step early or late, once, and never a step before the last one', () => {
  const code = hotp(secret, 100);
  assert.equal(totpStep(secret, { code, now: at(3_000), lastStep: null }), 100);
  assert.equal(totpStep(secret, { code: `${code.slice(0, 3)} ${code.slice(3)}`, now: at(3_059), lastStep: 99 }), 100);
  assert.equal(totpStep(secret, { code, now: at(2_970), lastStep: null }), 100);
  assert.equal(totpStep(secret, { code, now: at(3_060), lastStep: null }), null);
  assert.equal(totpStep(secret, { code, now: at(2_969), lastStep: null }), null);
  assert.equal(totpStep(secret, { code, now: at(3_000), lastStep: 100 }), null);
  assert.equal(totpStep(secret, { code: hotp(secret, 99), now: at(3_000), lastStep: 100 }), null);
  for (const wrong of ['', '1', '00000000', 'abcdef', '１２３４５６'])
    assert.equal(totpStep(secret, { code: wrong, now: at(3_000), lastStep: null }), null);
});

test('an app reads the secret from the link', () => {
  assert.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI');
  assert.equal(base32(Buffer.from('fooba')), 'MZXW6YTB');
  const uri = new URL(otpauthUri(secret, 'a&b=c@example.com'));
  assert.equal(uri.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  assert.equal(decodeURIComponent(uri.pathname), '/kumomori:a&b=c@example.com');
});
