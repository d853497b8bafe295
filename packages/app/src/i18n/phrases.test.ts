/** Reasons and diagnostics come from pure packages in English: these are what scans of broken code really say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanFiles } from '../testing/index.ts';

const bucket = (acl: string): string => `resource "aws_s3_bucket" "orders" {\n  acl = ${acl}\n}\n`;

const reasons: readonly (readonly [name: string, code: string, japanese: string])[] = [
  ['a variable without value', `variable "acl" {}\n${bucket('var.acl')}`, '変数 "acl" に値がありません'],
  ['a variable that is not declared', bucket('var.acl'), '変数 "acl" は宣言されていません'],
  ['a reference in a circle', `locals {\n  a = local.b\n  b = local.a\n}\n${bucket('local.a')}`, '(循環参照)'],
  ['a file that is not there', bucket('file("acl.txt")'), 'ファイル acl.txt がありません'],
  [
    'a module that is not here',
    `module "acl" {\n  source = "example/acl/aws"\n}\n${bucket('module.acl.value')}`,
    'モジュール "acl" ("example/acl/aws") はこのディスクにありません',
  ],
];

for (const [name, code, japanese] of reasons) {
  test(`the reason of an unknown value is said in Japanese: ${name}`, async () => {
    const { report } = await scanFiles({ 'main.tf': code }, { language: 'ja', checks: ['CKV_AWS_20'] });
    const [finding] = report.findings;
    assert.equal(finding?.status, 'unknown');
    assert.ok(finding.evidence[0]?.reason?.includes(japanese), finding.evidence[0]?.reason ?? '');
    assert.ok(finding.message.ja.includes(japanese), finding.message.ja);
    assert.ok(!finding.message.en.includes(japanese));
  });
}

const diagnostics: readonly (readonly [name: string, files: Readonly<Record<string, string | Uint8Array>>, expected: RegExp])[] = [
  ['a block that is not closed', { 'a.tf': 'resource "aws_s3_bucket" "x" {\n' }, /ブロック "resource" が閉じていません/],
  ['a stray character', { 'a.tf': 'bucket = = 1\n' }, /式が必要な位置に "=" があります/],
  ['a binary file', { 'a.tf': new Uint8Array([0, 1, 2, 0]) }, /テキストファイルではない/],
  ['a module in a circle', { 'a.tf': 'module "a" {\n  source = "./"\n}\n' }, /自分自身を呼び出しています/],
  ['a module folder without code', { 'a.tf': 'module "a" {\n  source = "./gone"\n}\n' }, /Terraform ファイルがありません/],
  ['a module outside', { 'a.tf': 'module "a" {\n  source = "../gone"\n}\n' }, /スキャン対象フォルダーの外にあります/],
  [
    'a value of the wrong type',
    { 'a.tf': 'variable "n" {\n  type    = number\n  default = "x"\n}\noutput "n" {\n  value = var.n\n}\n' },
    /型に合いません/,
  ],
];

for (const [name, files, expected] of diagnostics) {
  test(`a diagnostic is said in Japanese: ${name}`, async () => {
    const { report } = await scanFiles({ ...files, 'main.tf': bucket('"private"') }, { language: 'ja' });
    assert.match(report.diagnostics.map(({ message }) => message).join('\n'), expected);
  });
}

const template = (value: string): string =>
  `Parameters: { Status: { Type: String } }\nResources:\n  Orders:\n    Type: AWS::S3::Bucket\n    Properties: { VersioningConfiguration: { Status: ${value} } }\n`;
const templateReasons: readonly (readonly [name: string, value: string, japanese: string])[] = [
  ['a parameter without value', '!Ref Status', 'パラメーター "Status" に値がありません'],
  ['an attribute of another resource', '!GetAtt Orders.Arn', 'Orders.Arn はスタックの作成時に決まります'],
  ['an export of another stack', '!ImportValue status', '別のスタックがエクスポートする値です: status'],
  ['something that is not there', '!Ref Nothing', 'Nothing がテンプレートにありません'],
];
for (const [name, value, japanese] of templateReasons) {
  test(`the reason of an unknown value of a template is said in Japanese: ${name}`, async () => {
    const { report } = await scanFiles({ 'template.yaml': template(value) }, { language: 'ja', checks: ['aws-s3-bucket-versioning'] });
    assert.ok(report.findings[0]?.message.ja.includes(japanese), report.findings[0]?.message.ja);
  });
}

test('a mistake in a template is said in Japanese', async () => {
  const { report } = await scanFiles(
    { 'template.yaml': `${template('Enabled')}  Lost: {}\n  Orders: { Type: AWS::S3::Bucket }\n` },
    { language: 'ja' },
  );
  assert.deepEqual(
    report.diagnostics.map(({ message }) => message),
    ['リソース Lost に Type がありません', '論理 ID Orders が 2 回宣言されています (後のものが有効)'],
  );
});

test('a chart is said to be readable with --helm, a lone template not', async () => {
  const files = {
    'shop/Chart.yaml': 'apiVersion: v2\nname: shop\n',
    'pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: orders\n{{- if .Values.open }}\nspec: {}\n{{- end }}\n',
  };
  const { report } = await scanFiles({ ...files, 'main.tf': bucket('"private"') }, { language: 'ja' });
  const said = new Map(report.diagnostics.map(({ file, message }) => [file, message]));
  assert.match(said.get('shop/Chart.yaml') ?? '', /--helm を指定/);
  assert.match(said.get('pod.yaml') ?? '', /テンプレートのため読み取っていません/);
});
