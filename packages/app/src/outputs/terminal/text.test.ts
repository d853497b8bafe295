import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, pad, plain, textWidth, wrap } from './text.ts';

test('Japanese takes two columns, combining marks and color codes none', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['orders-bucket', 13],
    ['踏み台', 6],
    ['ｶﾅ', 2],
    ['カﾞ', 3],
    ['が', 2],
    ['e\u0301', 1],
    ['🔴', 2],
    ['\u001b[31mred\u001b[39m', 3],
    ['「緊急」', 8],
    ['', 0],
  ];
  assert.deepEqual(
    cases.map(([text]) => textWidth(text)),
    cases.map(([, width]) => width),
  );
});

test('a name in a scanned file cannot control the terminal', () => {
  assert.equal(plain('a\u001b]0;owned\u0007b'), 'a␛]0;owned␇b');
  assert.equal(plain('a\u009b2Jb'), 'a�2Jb');
  assert.equal(plain('user\u202egnp.exe'), 'user�gnp.exe');
  assert.equal(plain('two\nlines\r\n\tand a tab'), 'two lines   and a tab');
});

test('a cut never tears a wide character and says that it cut', () => {
  assert.equal(cut('セキュリティグループ', 9), 'セキュリ…');
  assert.equal(cut('セキュリティグループ', 10), 'セキュリ…');
  assert.equal(textWidth(cut('セキュリティグループ', 9)), 9);
  assert.equal(cut('short', 9), 'short');
});

test('padding counts columns', () => {
  assert.equal(pad('緊急', 6), '緊急  ');
  assert.equal(pad('12', 5, 'right'), '   12');
});

test('lines break at blanks, between Japanese characters, and inside a word only when it is longer than a line', () => {
  assert.deepEqual(wrap('Allow only the addresses that need it', 14), ['Allow only the', 'addresses that', 'need it']);
  assert.deepEqual(wrap('必要な接続元だけを許可して、閉じてください。', 20), ['必要な接続元だけを許', '可して、閉じてくださ', 'い。']);
  assert.deepEqual(wrap('許可してください。次', 16), ['許可してくださ', 'い。次']);
  assert.deepEqual(wrap('開放しています (ルール)', 17), ['開放しています', '(ルール)']);
  assert.deepEqual(wrap('開放 (ルール)した', 12), ['開放 (ルー', 'ル)した']);
  assert.deepEqual(wrap('module.network.aws_security_group', 12), ['module.netwo', 'rk.aws_secur', 'ity_group']);
});

test('no wrapped line is wider than asked for', () => {
  const text =
    'セキュリティグループ bastion-踏み台 で、0.0.0.0/0 からポート 22 への接続が許可されています(module.network["tokyo"].aws_security_group.bastion)。';
  for (let width = 10; width < 80; width += 1) {
    for (const line of wrap(text, width)) assert.ok(textWidth(line) <= width, `${width}: ${line}`);
  }
});

test('wrapping loses no character', () => {
  const text = 'SSH を インターネットに 公開 している aws_security_group.bastion です。';
  for (let width = 10; width < 60; width += 1) assert.equal(wrap(text, width).join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
});
