/** Regular expressions, encodings, dashes, numbers, times, addresses, fields against fields, placeholders. */
import type { SyntaxCase } from './case.ts';
import { named, of } from './case.ts';

const at = (...values: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] => values.map((v) => ({ v }));
const encoded = (text: string, encoding: BufferEncoding = 'utf8'): string => Buffer.from(text, encoding).toString('base64');
const bigEndian = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('base64');
const raw = String.raw;

const offsets = ['', 'x', 'xx', 'xxx'].flatMap((before) => ['', 'y', 'yy'].map((after) => encoded(`${before}http://${after}`)));

export const modifierCases: readonly SyntaxCase[] = [
  of(raw`eventName|re: '^Stop.+g$'`, named('StopLogging'), named('stopLogging', 'Stopg', 'xStopLogging')),
  of("eventName|re: 'Log'", named('StopLogging'), named('Stoplogging')),
  of("eventName|re|i: '^stoplog'", named('StopLogging', 'STOPLOG'), named('xstoplog')),
  of("v|re: '^b$'", at('b'), at('a\nb', 'b\n')),
  of("v|re|m: '^b$'", at('a\nb', 'b\nc'), at('ab')),
  of("v|re: 'a.b'", at('axb'), at('a\nb')),
  of("v|re|s: 'a.b'", at('a\nb', 'axb'), at('ab')),
  of("v|re|i|m|s: '^A.B$'", at('x\na\nb'), at('ab')),
  of("v|re|ignorecase: 'A'", at('a'), at('b')),
  of("v|re|multiline|dotall: '^a.b'", at('x\na\nb'), at('x')),
  of(raw`v|re: '^\d{3}-[a-f]+(x|y)?$'`, at('123-abc', '123-ax'), at('12-a', '123-g')),
  of(raw`v|re: 'a{2,3}b'`, at('aab', 'aaab'), at('ab')),
  of(raw`v|re: '\\Temp\\'`, at(raw`C:\Temp\x`), at('C:/Temp/x')),
  of("v|re: '40[13]'", at(403, '401', [1, 403]), at(402)),
  of("v|re:\n  - '^a'\n  - '^b'", at('ax', 'bx'), at('cx')),
  of("v|re|all:\n  - 'a'\n  - 'b'", at('ab'), at('a')),
  of("v|re|neq: '^a'", at('b'), at('ab')),
  of("v|re|startswith: 'ab?'", at('abc', 'ac'), at('xab')),
  of("v|re|endswith: 'ab?'", at('xab', 'a'), at('abc')),
  of("v|re|contains: 'a|b'", at('xbx'), at('c')),
  of("v|re: '(a|b)*c'", at('ababc'), at('ab')),
  of("v|re: ''", at('', 'x'), [{}]),
  of("v|re: '(?i)abc'", at('ABC'), at('abd')),
  // Encodings.
  of('v|base64: secret', at(encoded('secret')), at(encoded('secrets'), 'secret')),
  of('v|base64|contains: foo', at(`x${encoded('foo')}x`), at(encoded('xfoo'))),
  of("v|base64: 'ぬ'", at(encoded('ぬ')), at('ぬ')),
  of("v|base64offset|contains: 'http://'", at(...offsets), at(encoded('https//'), 'http://')),
  of("v|base64offset|contains:\n  - 'http://'\n  - 'ftp://'", at(encoded('see ftp://x'), encoded('a http://')), at(encoded('gopher'))),
  of('v|wide|base64: cmd', at(encoded('cmd', 'utf16le')), at(encoded('cmd'))),
  of('v|utf16le|base64: cmd', at(encoded('cmd', 'utf16le')), at(bigEndian('cmd'))),
  of('v|utf16be|base64: cmd', at(bigEndian('cmd')), at(encoded('cmd', 'utf16le'))),
  of('v|utf16|base64: cmd', at(encoded('\ufeffcmd', 'utf16le')), at(encoded('cmd', 'utf16le'))),
  of(
    'v|wide|base64offset|contains: ping',
    at(
      encoded('ping', 'utf16le'),
      encoded('x ping y', 'utf16le'),
      Buffer.from(`a${Buffer.from('ping', 'utf16le').toString('latin1')}`, 'latin1').toString('base64'),
    ),
    at(encoded('ping')),
  ),
  of('v|base64|base64: a', at(encoded(encoded('a'))), at(encoded('a'))),
  of('v|base64|cased: foo', at(encoded('foo')), at(encoded('foo').toLowerCase())),
  of(raw`v|base64: 'a\*b'`, at(encoded('a*b')), at(encoded('ab'))),
  // Dashes.
  of("v|contains|windash: ' -param'", at('x -param', 'x /param', 'x –param', 'x —param', 'x ―param'), at('x param', 'x +param')),
  of("v|windash|contains: ' /f '", at(' -f ', ' /f ', ' –f '), at(' f ')),
  of("v|windash: '-param-name'", at('/param-name', '-param-name'), at('-param/name', 'param-name')),
  of("v|windash: 'a-b'", at('a-b'), at('a/b')),
  of("v|contains|windash: '--all'", at('--all', '-/all'), at('-all')),
  of("v|endswith|windash: ' -x'", at('a /x'), at('a /xy')),
  of("v|contains|windash|all:\n  - ' -a'\n  - ' -b'", at('x /a —b'), at('x /a')),
  of("v|windash|base64: '-a'", at(encoded('-a'), encoded('/a'), encoded('—a')), at(encoded('+a'))),
  // Numbers.
  of('v|gt: 5', at(6, 5.1, '6', '1e3', [1, 6]), at(5, '5', 'six', '', null, true, '0x10')),
  of('v|gte: 5', at(5, '5.0', 6), at(4.9)),
  of('v|lt: 5', at(4, -1, '4', '-7.5'), at(5, 'a', '', null, false)),
  of('v|lte: 5', at(5, 4), at(6)),
  of("v|gt: '5'", at(6), at(5)),
  of('v|gt: 2.5', at(3), at(2)),
  of('v|lt:\n  - 2\n  - 4', at(3, 1), at(5)),
  of('v|lt|all:\n  - 2\n  - 4', at(1), at(3)),
  of('v|gt|neq: 5', [...at(5, 'a'), {}], at(6)),
  // Times, in UTC.
  of('v|minute: 30', at('2026-03-01T10:30:59Z', '2026-03-01 10:30', 1772361000), at('2026-03-01T10:31:00Z', 'noon', '', null, 30)),
  of('v|hour: 3', at('2026-03-01T03:59:59.999Z', '2026-03-01T12:30:00+09:00'), at('2026-03-01T04:00:00Z')),
  of('v|hour:\n  - 0\n  - 23', at('2026-03-01T00:10:00Z', '2026-03-01T23:10:00Z'), at('2026-03-01T12:00:00Z')),
  of('v|hour|gte: 20', at('2026-03-01T20:00:00Z', '2026-03-01T23:00:00Z'), at('2026-03-01T19:59:00Z')),
  of('v|hour|lt: 6', at('2026-03-01T05:59:00Z'), at('2026-03-01T06:00:00Z')),
  of('v|day: 1', at('2026-03-01'), at('2026-03-02')),
  of('v|week: 1', at('2026-01-01', '2025-12-29'), at('2026-01-05', '2025-12-28')),
  of('v|week: 53', at('2026-12-31', '2027-01-01'), at('2027-01-04')),
  of('v|month: 12', at('2025-12-31T23:59:59Z'), at('2026-01-01T00:00:00Z')),
  of('v|year: 2025', at('2025-12-31T23:59:59Z', 1767225599, 1767225599000), at('2026-01-01T00:00:00Z')),
  of('v|hour|neq: 3', at('2026-03-01T04:00:00Z'), at('2026-03-01T03:00:00Z')),
  // Addresses.
  of('v|cidr: 192.0.2.0/24', at('192.0.2.0', '192.0.2.255', '::ffff:192.0.2.7', ['10.0.0.1', '192.0.2.1']), [
    ...at('192.0.3.0', '192.0.1.255', '192.0.2.256', '192.0.2', '192.0.2.1.1', 'AWS Internal', '', null, 3221225985, '192.0.2.1/32'),
    {},
  ]),
  of('v|cidr: 0.0.0.0/0', at('203.0.113.9'), at('2001:db8::1', 'ec2.amazonaws.com')),
  of('v|cidr: 198.51.100.7', at('198.51.100.7'), at('198.51.100.8')),
  of('v|cidr:\n  - 10.0.0.0/8\n  - 172.16.0.0/12', at('10.255.255.255', '172.31.0.1'), at('172.32.0.1', '11.0.0.0')),
  of(
    "v|cidr: '2001:db8::/32'",
    at('2001:db8::1', '2001:0DB8:ffff::', '2001:db8::192.0.2.1'),
    at('2001:db9::1', '192.0.2.1', '2001:db8::/32', 'x:y'),
  ),
  of("v|cidr: '::/0'", at('::1'), at('192.0.2.1')),
  of('v|cidr|neq: 10.0.0.0/8', at('192.0.2.1', 'AWS Internal'), at('10.1.1.1')),
  // Fields against fields.
  of(
    'a|fieldref: b',
    [
      { a: 'x', b: 'X' },
      { a: 5, b: '5' },
      { a: ['x', 'y'], b: ['z', 'y'] },
    ],
    [{ a: 'x', b: 'y' }, { a: 'x' }, { b: 'x' }, {}],
  ),
  of('a|fieldref|cased: b', [{ a: 'x', b: 'x' }], [{ a: 'x', b: 'X' }]),
  of('a|fieldref|neq: b', [{ a: 'x', b: 'y' }, { a: 'x' }], [{ a: 'x', b: 'X' }]),
  of('a|fieldref|startswith: b', [{ a: 'alice@example.com', b: 'Alice' }], [{ a: 'Alice', b: 'alice@example.com' }]),
  of('a|startswith|fieldref: b', [{ a: 'abc', b: 'ab' }], [{ a: 'abc', b: 'bc' }]),
  of('a|fieldref|endswith: b', [{ a: 'abc', b: 'BC' }], [{ a: 'abc', b: 'ab' }]),
  of('a|fieldref|contains: b', [{ a: 'abcd', b: 'bc' }], [{ a: 'abcd', b: 'x' }]),
  of('a.x|fieldref: b.y', [{ a: { x: 1 }, b: { y: 1 } }], [{ a: { x: 1 }, b: { y: 2 } }]),
  of('a|fieldref:\n  - b\n  - c', [{ a: 1, b: 2, c: 1 }], [{ a: 1, b: 2, c: 3 }]),
  // Placeholders.
  { ...of("v|expand: '%Admins%'", at('root', 'ROOT', 'svc-1'), at('alice', '%Admins%')), placeholders: { admins: ['root', 'svc-*'] } },
  { ...of("v|contains|expand: '%Names%'", at('a bob b'), at('al')), placeholders: { names: ['bob', 'carol'] } },
  { ...of("v|expand|endswith: '@%Domain%'", at('x@example.com'), at('x@example.org')), placeholders: { domain: ['example.com'] } },
  { ...of(raw`v|expand: '\%x%a%'`, at('%xyz'), at('%x%a%')), placeholders: { a: ['yz'] } },
  { ...of("v|expand: '%a%-%b%'", at('1-3', '2-4'), at('1-2')), placeholders: { a: ['1', '2'], b: ['3', '4'] } },
  { ...of("v|cidr|expand: '%Nets%'", at('192.0.2.7'), at('203.0.113.1')), placeholders: { nets: ['192.0.2.0/24', '198.51.100.0/24'] } },
  { ...of("v|re|expand: '^%Host%$'", at('a.example.com'), at('axexample.com')), placeholders: { host: ['a.example.com'] } },
  { ...of("v|expand:\n  - '%a%'\n  - plain", at('1', 'plain'), at('2')), placeholders: { a: ['1'] } },
  of("v: '%name%'", at('%name%'), at('name')),
  of("v|expand: 'no placeholder 100%'", at('no placeholder 100%'), at('x')),
];
