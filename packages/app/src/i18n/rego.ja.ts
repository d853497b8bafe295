import { inJapanese } from './phrases.ja.ts';
import type { rego as en } from './rego.en.ts';

export const rego: typeof en = {
  option: '全リソースを判定する OPA のバンドル (opa build -t wasm。複数指定可)。policy.wasm または bundle.tar.gz',
  missing: (file) => `バンドル ${file} がありません`,
  'too-large': (file) => `バンドル ${file} が大きすぎます`,
  invalid: (file) => `${file} は policy.wasm でも OPA のバンドル (tar.gz) でもありません`,
  'no-wasm': (file) => `バンドル ${file} にコンパイル済みポリシーがありません。opa build -t wasm -e main/deny で作成してください`,
  noRules: (names) => `バンドルに deny、violation、warn という名前のエントリーポイントもルールもありません (あるもの: ${names})`,
  builtin: (name) => `ポリシーが呼び出す ${name} は使えません。以後このバンドルでは判定しません`,
  time: (seconds) => `ポリシーが ${seconds} 秒を超えたため停止しました。残りのリソースは判定していません`,
  failed: (reason) => `ポリシーの実行に失敗しました: ${inJapanese(reason)}`,
  title: (rule) => `Rego ルール ${rule} に該当しない`,
  found: (rule, name) => `${name} が ${rule} に該当します`,
  why: '利用者自身の Rego ポリシーです。',
  fix: 'ポリシーを確認してください。',
  undecided: (message) => `${message} (不明な値に依存します)`,
};
