import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Source } from '@kumomori/model';
import { dump, dumpParts } from './dump.test-helper.ts';
import { parseHcl, parseHclExpression, parseTemplate } from './index.ts';

/** Text of one attribute's value → tree. */
const expressions: readonly (readonly [string, string])[] = [
  // Literals
  ['443', '443'],
  ['0.25', '0.25'],
  ['1e3', '1000'],
  ['2.5E-1', '0.25'],
  ['-1', '-1'],
  ['- 8080', '-8080'],
  ['12345678901234567', '12345678901234568'],
  ['true', 'true'],
  ['null', 'null'],
  ['nullable', 'nullable'],
  ['""', '""'],
  ['"orders"', '"orders"'],
  [String.raw`"a\n\r\t\"\\z"`, String.raw`"a\n\r\t\"\\z"`],
  [String.raw`"\u00e9\U0001F512"`, '"é🔒"'],
  ['"$${aws:username} %%{if} $ % $$ 100%"', '"${aws:username} %{if} $ % $$ 100%"'],
  ['"$$${x}"', '"$${x}"'],
  // Templates
  ['"${var.name}"', '(template (. var name))'],
  ['"arn:aws:s3:::${var.name}/*"', '(template "arn:aws:s3:::" (. var name) "/*")'],
  ['"${lookup(var.names, "orders")}-${"x"}"', '(template (call lookup (. var names) "orders") "-" "x")'],
  ['"${ {a = 1}["a"] }"', '(template (at {"a": 1} "a"))'],
  ['"a ${~ x ~} b"', '(template "a" x "b")'],
  ['"%{ if public }0.0.0.0/0%{ else }192.0.2.0/24%{ endif }"', '(template (if public ("0.0.0.0/0") ("192.0.2.0/24")))'],
  ['"%{ for k, v in tags ~} ${k} %{~ endfor }"', '(template (for k,v in tags (k)))'],
  ['"%{ for id in ids }%{ if id != "" }${id},%{ endif }%{ endfor }"', '(template (for id in ids ((if (!= id "") (id ",") ()))))'],
  // Operators
  ['1 + 2 * 3', '(+ 1 (* 2 3))'],
  ['10 - 4 - 3', '(- (- 10 4) 3)'],
  ['(1 + 2) * 3 % 4 / 5', '(/ (% (* (+ 1 2) 3) 4) 5)'],
  ['a || b && c == d', '(|| a (&& b (== c d)))'],
  ['a == b != c', '(!= (== a b) c)'],
  ['a < b == c >= d', '(== (< a b) (>= c d))'],
  ['a <= 1 && b > 2', '(&& (<= a 1) (> b 2))'],
  ['!a == b', '(== (! a) b)'],
  ['-a + -b.c', '(+ (- a) (- (. b c)))'],
  ['!!a', '(! (! a))'],
  ['a - 1', '(- a 1)'],
  ['a-1', 'a-1'],
  ['a ? b : c ? d : e', '(? a b (? c d e))'],
  ['a ? b ? c : d : e', '(? a (? b c d) e)'],
  ['(\n  a\n  && b # both\n)', '(&& a b)'],
  // Traversals
  ['aws_s3_bucket.orders.id', '(. (. aws_s3_bucket orders) id)'],
  ['aws.tokyo', '(. aws tokyo)'],
  ['var.subnets[0].id', '(. (at (. var subnets) 0) id)'],
  ['each.value["cidr"]', '(at (. each value) "cidr")'],
  ['aws_instance.web.0.private_ip', '(. (at (. aws_instance web) 0) private_ip)'],
  ['list.0.1', '(at (at list 0) 1)'],
  ['aws_instance.web[*].id', '(splat (. aws_instance web) (. @ id))'],
  ['aws_instance.web[*].tags["a"][0]', '(splat (. aws_instance web) (at (at (. @ tags) "a") 0))'],
  ['vpcs[*].subnets[*].id', '(splat vpcs (splat (. @ subnets) (. @ id)))'],
  ['aws_instance.web.*.id', '(old-splat (. aws_instance web) (. @ id))'],
  ['aws_instance.web.*.id[0]', '(at (old-splat (. aws_instance web) (. @ id)) 0)'],
  ['aws_instance.web.*.nics.0.ip', '(old-splat (. aws_instance web) (. (at (. @ nics) 0) ip))'],
  ['(a).b', '(. a b)'],
  ['"x".y', '(. "x" y)'],
  // Collections
  ['[]', '[]'],
  ['[22, 443,]', '[22 443]'],
  ['[\n  22, # ssh\n  443 // https\n  ,\n]', '[22 443]'],
  ['{}', '{}'],
  ['{ Name = "orders", "cost-center" = 7 }', '{"Name": "orders" "cost-center": 7}'],
  ['{\n  a = 1\n\n  b : 2, # two\n  c = 3,\n}', '{"a": 1 "b": 2 "c": 3}'],
  ['{ (var.key) = 1, "${x}" = 2, 3 = 4, true = 5 }', '{(. var key): 1 (template x): 2 3: 4 "true": 5}'],
  ['{ aws.east = aws.east }', '{(. aws east): (. aws east)}'],
  ['{ for = 1 }', '{"for": 1}'],
  ['{ a = (\n 1 +\n 2) }', '{"a": (+ 1 2)}'],
  // For expressions
  ['[for s in var.subnets : s.id]', '(for s in (. var subnets): (. s id))'],
  ['[\n  for i, s in var.subnets :\n  s.id\n  if i > 0\n]', '(for i,s in (. var subnets): (. s id) if (> i 0))'],
  ['{ for k, v in m : k => v... if v != null }', '(for k,v in m: k => v ... if (!= v null))'],
  ['{\n for k in a ? b : c : k => { x = k }\n}', '(for k in (? a b c): k => {"x": k})'],
  // Calls
  ['timestamp()', '(call timestamp)'],
  ['max(1, 2)', '(call max 1 2)'],
  ['concat(\n  a,\n  b...\n)', '(call concat a b ...)'],
  ['provider::aws::arn_parse(x).account', '(. (call provider::aws::arn_parse x) account)'],
  ['flatten([a, [b]])[0]', '(at (call flatten [a [b]]) 0)'],
  [
    'list(object({ a = optional(string, "x"), b = map(any) }))',
    '(call list (call object {"a": (call optional string "x") "b": (call map any)}))',
  ],
];

function source(text: string): Source {
  return { path: 'main.tf', text };
}

for (const [text, tree] of expressions) {
  test(`expression ${JSON.stringify(text)} is read as ${tree}`, () => {
    const { body, diagnostics } = parseHcl(source(`value = ${text}\n`));
    assert.deepEqual(diagnostics, []);
    assert.equal(body.attributes.length, 1);
    assert.equal(dump(body.attributes[0]!.value), tree);
  });
}

/** Heredocs: lines of the text → tree. */
const heredocs: readonly (readonly [string, readonly string[], string])[] = [
  ['keeps its lines and the last line end', ['<<EOT', 'a', '  b', 'EOT'], String.raw`"a\n  b\n"`],
  ['without a line is empty', ['<<EOT', 'EOT'], '""'],
  ['may have an indented closing marker', ['<<EOT', '  a', '  EOT'], String.raw`"  a\n"`],
  ['reads backslashes and quotes as they are', ['<<EOT', String.raw`say "\n"`, 'EOT'], String.raw`"say \"\\n\"\n"`],
  ['with escaped sequences is plain text', ['<<EOT', '$${a} %%{b}', 'EOT'], String.raw`"\${a} %{b}\n"`.replace(String.raw`\$`, '$')],
  ['ends only at a line with nothing but the marker', ['<<EOT', 'EOT x', 'EOTX', 'EOT'], String.raw`"EOT x\nEOTX\n"`],
  ['with a dash loses the common indentation', ['<<-EOT', '    a', '      b', '', '    c', '  EOT'], String.raw`"a\n  b\n\nc\n"`],
  [
    'with a dash counts lines that begin with an interpolation',
    ['<<-EOT', '    a', '${b}', 'EOT'],
    String.raw`(template "    a\n" b "\n")`,
  ],
  ['with a dash removes indentation before an interpolation', ['<<-EOT', '  ${a}', '    b', 'EOT'], String.raw`(template a "\n  b\n")`],
  [
    'with trimmed directives leaves no empty lines',
    ['<<EOT', '%{ for ip in ips ~}', 'server ${ip}', '%{ endfor ~}', 'EOT'],
    String.raw`(template (for ip in ips ("server " ip "\n")))`,
  ],
  ['trims no further than the line', ['<<EOT', '%{ if a ~}', '  b', '%{ endif ~}', 'EOT'], String.raw`(template (if a ("  b\n") ()))`],
  ['may contain an expression over several lines', ['<<EOT', '${f(', 'a', ')}', 'EOT'], String.raw`(template (call f a) "\n")`],
];

for (const lineEnd of ['\n', '\r\n']) {
  for (const [title, lines, tree] of heredocs) {
    test(`heredoc ${title} (${JSON.stringify(lineEnd)})`, () => {
      const { body, diagnostics } = parseHcl(source(`value = ${lines.join(lineEnd)}${lineEnd}next = 1${lineEnd}`));
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(
        body.attributes.map((attribute) => dump(attribute.value)),
        [tree, '1'],
      );
    });
  }
}

test('heredoc as an argument ends at its marker and the call goes on', () => {
  const { value, diagnostics } = parseHclExpression(source('jsonencode(<<EOT\n{}\nEOT\n)'));
  assert.deepEqual(diagnostics, []);
  assert.equal(dump(value), String.raw`(call jsonencode "{}\n")`);
});

test('free-standing template keeps quotes, backslashes and line ends', () => {
  const { parts, diagnostics } = parseTemplate(source('#!/bin/sh\necho "\\n ${name}"\n%{ if tls ~}\n  443\n%{ endif ~}\n'));
  assert.deepEqual(diagnostics, []);
  assert.equal(dumpParts(parts), String.raw`"#!/bin/sh\necho \"\\n " name "\"\n" (if tls ("  443\n") ())`);
});

test('free-standing template with an open directive has no parts and says where', () => {
  const { parts, diagnostics } = parseTemplate({ path: 'user-data.tftpl', text: 'a\n%{ if tls }b' });
  assert.deepEqual(parts, []);
  assert.deepEqual(diagnostics, [
    {
      severity: 'error',
      file: 'user-data.tftpl',
      line: 2,
      column: 1,
      code: 'hcl-syntax',
      message: '"%{ if }" is not closed by "%{ endif }"',
    },
  ]);
});

test('free-standing expression rejects text behind it', () => {
  const { value, diagnostics } = parseHclExpression({ path: '--var', text: '["a"] b' });
  assert.equal(value.kind, 'invalid');
  assert.deepEqual(
    diagnostics.map(({ line, column, message }) => [line, column, message]),
    [[1, 7, 'end of the expression expected, found "b"']],
  );
});
