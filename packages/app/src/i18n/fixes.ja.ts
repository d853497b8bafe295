/** What is said of fixes, in Japanese. */
import type { fixes as english } from './fixes.en.ts';

export const fixes: typeof english = {
  cli: {
    fix: '検証済みの修正をファイルに書き込み、残ったものを報告します',
    dryRun: '--fix と併用: 変更を unified diff で表示し、何も書き込みません',
    patches: '検出ごとに検証済みのパッチを作り、レポートに含めます (対象を何度か読みます)',
    onlyWithFix: '--dry-run は --fix と一緒に指定してください',
    notTogether: (option: string) => `--fix は ${option} と同時に指定できません`,
  },
  fixed: (check, address, place) => `修正済み ${check}: ${address} (${place})`,
  fixable: (check, address, place) => `修正可能 ${check}: ${address} (${place})`,
  refused: (check, address, place) => `未修正 ${check}: ${address} (${place})`,
  summary: (fixed, files, isWritten) => `${files} ファイルで ${fixed} 件を${isWritten ? '修正しました' : '修正できます'}`,
  left: (refused, manual) => `上記の理由で未修正 ${refused} 件、自動修正のないもの ${manual} 件`,
  before: '適用する前に:',
  nothing: '自動で修正できるものはありません',
  because: {
    expression: (what) => `値が計算されています: ${what}`,
    from: (names, place) => `値は ${names} から来ています。${place} を変更してください`,
    shared: (what) => `${what} は他の箇所と共有されています`,
    generated: (what) => `リソースのこの部分は ${what} が生成しています`,
    'not-found': (what) => `${what} はこのファイルにそのままの形では書かれていません`,
    unsupported: (what) => `この書き方は編集の対象外です: ${what}`,
    'not-solved': 'この変更だけではチェックに合格しません',
    worse: (what) => `この変更で別の検出が生じます: ${what}`,
    broken: (what) => `ファイルが読めなくなります: ${what}`,
    'comment-lost': (what) => `コメントが失われます: ${what}`,
    limit: '一度に行う変更が多すぎます。もう一度実行してください',
    rendered: 'この文面は別のプログラムが作ったか、対象の外にあります',
    instances: (count) => `ここから ${count} 個のインスタンスが作られています`,
  },
  changed: (file) => `${file} はスキャン中に変更されたため、書き込みませんでした`,
  notUtf8: (file) => `${file} は UTF-8 ではないため、変更しませんでした`,
  link: (file) => `${file} は対象の外を指すため、変更しませんでした`,
};
